"""What ``facts.gaps`` and ``facts.inventions`` learn from: points left out or added, and all that were not.

What is right: every jotting and sentence of a true draft. What is wrong: the jottings of which a planted
omission left out the sentence, and the sentences of a planted invention. As there are few of either, more are
made and count less: the sentence of another slip is left out, an invented sentence is put in other places.
"""

import random
from collections.abc import Iterator

from benchmarks import clerk_hands
from benchmarks.learned_examples import Example, Meeting
from review_tui.facts.clauses import Clause
from review_tui.facts.gaps import gap_features
from review_tui.facts.inventions import invention_features
from review_tui.facts.pair import Pair

_PLACES, _LEFT = 4, 6
"""In each meeting, other places of an invented sentence, and sentences of other slips that are left out."""
_BEFORE = 0.5
"""How often it is put before a sentence and not behind it."""
_OF_JOTTING, _OF_SENTENCE = 0.4, 0.6
"""The part of a jotting that must be of what was left out, and of a sentence that must be new."""


def left_out_of(meeting: Meeting) -> Iterator[Example]:
    """The jottings of a meeting, and those of which sentences were left out."""
    yield from meeting.right(gap_features(meeting.true, j) for j in meeting.true.jottings)
    plants = meeting.row["plants"]
    others = [n for n, p in enumerate(plants) if p["kind"] != "omission" and p.get("in_notes")]
    dice = random.Random(meeting.row["name"])  # noqa: S311 -- the same in every run
    left_out = set(dice.sample(others, min(_LEFT, len(others))))
    for number, plant in enumerate(plants):
        is_planted = plant["kind"] == "omission"
        pair = (
            meeting.spoilt(plant)
            if is_planted
            else _without_sentence(meeting, meeting.row["draft"].index(plant["old"]))
            if number in left_out
            else None
        )
        if pair is not None:
            lost = _jotted(pair, plant.get("in_notes", ""), 0.0 if is_planted else _OF_JOTTING)
            yield from meeting.wrong(number, [gap_features(pair, j) for j in lost], is_planted=is_planted)


def added_to(meeting: Meeting) -> Iterator[Example]:
    """The sentences of a meeting, and those that nobody noted."""
    yield from meeting.right(invention_features(meeting.true, c) for c in meeting.true.clauses)
    known = {clause.text for clause in meeting.true.clauses}
    dice = random.Random(meeting.row["name"])  # noqa: S311 -- the same in every run
    for number, plant in enumerate(meeting.row["plants"]):
        if plant["kind"] == "invented":
            for spoilt, at, end, is_planted in _with_invention(meeting, plant, dice):
                pair = meeting.pair(spoilt)
                new = [c for c in pair.clauses if c.text not in known and _is_in(c, at, end)]
                yield from meeting.wrong(
                    number, [invention_features(pair, c) for c in new], is_planted=is_planted
                )


def _is_in(clause: Clause, start: int, end: int) -> bool:
    span = clause.span(0, len(clause.text))
    return min(end, span.end) - max(start, span.start) > _OF_SENTENCE * (span.end - span.start)


def _with_invention(
    meeting: Meeting, plant: clerk_hands.Row, dice: random.Random
) -> Iterator[tuple[str, int, int, bool]]:
    """Drafts with a sentence that nobody noted, where it stands, and whether that is where it was planted."""
    draft, old, new = meeting.true.draft.text, plant["old"], plant["new"]
    start = meeting.row["draft"].index(old)
    yield meeting.row["draft"].replace(old, new, 1), start, start + len(new), True
    added = new.replace(old, "").strip()
    if old not in new or not added:
        return
    whole = [c for c in meeting.true.clauses if not c.is_heading and c.text.endswith(".")]
    for clause in dice.sample(whole, min(_PLACES, len(whole))):
        span = clause.span(0, len(clause.text))
        if dice.random() < _BEFORE:
            yield (
                f"{draft[: span.start]}{added} {draft[span.start :]}",
                span.start,
                span.start + len(added),
                False,
            )
        else:
            behind = span.end + 1
            yield f"{draft[: span.end]} {added}{draft[span.end :]}", behind, behind + len(added), False


def _without_sentence(meeting: Meeting, at: int) -> Pair | None:
    """The draft without the sentence that has a place."""
    draft = meeting.true.draft.text
    for clause in meeting.true.clauses:
        span = clause.span(0, len(clause.text))
        if span.start <= at < span.end and not clause.is_heading and clause.index not in meeting.true.roll:
            return meeting.pair(draft[: span.start] + draft[span.end :].lstrip(" "))
    return None


def _jotted(pair: Pair, words: str, least: float) -> list[Clause]:
    """The jottings of which more than ``least`` is in those words of the notes."""
    found = []
    for jotting in pair.jottings:
        at = jotting.document.text.find(words)
        span = jotting.span(0, len(jotting.text))
        shared = min(span.end, at + len(words)) - max(span.start, at)
        if words and at >= 0 and shared > 0 and shared >= least * (span.end - span.start):
            found.append(jotting)
    return found
