"""What ``facts.name_odds`` learns from: right names, and planted ones beside words for what stood there."""

import re
from collections.abc import Iterator

from benchmarks import clerk_hands
from benchmarks.learned_examples import Example, Features, Meeting, stands_in
from review_tui.facts.name_odds import rival_features
from review_tui.language.word_match import SPELLED, edit_distance, stands_for

_KINDS = frozenset({"attribution", "name"})
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?")


def names_of(meeting: Meeting) -> Iterator[Example]:
    """The names of a meeting, each with a word of the notes like it that it may have to be."""
    return _names_of(meeting, alike=True)


def other_names_of(meeting: Meeting) -> Iterator[Example]:
    """The same with words that are not like it."""
    return _names_of(meeting, alike=False)


def _names_of(meeting: Meeting, *, alike: bool) -> Iterator[Example]:
    yield from meeting.right(f for rival, f in rival_features(meeting.true) if rival.is_alike is alike)
    yield from meeting.slips(_KINDS, lambda plant: _with_name(meeting, plant, alike=alike))


def _with_name(meeting: Meeting, plant: clerk_hands.Row, *, alike: bool) -> Iterator[Features]:
    """What speaks for the name that stood where another was planted, by each jotted word for it."""
    spoilt, span = meeting.spoilt(plant), meeting.span_of(plant, "new")
    old, new = _words(plant["old"]), _words(plant["new"])
    for rival, features in rival_features(spoilt):
        mine, theirs = rival.mine, rival.theirs.low
        is_planted = mine.low in new - old and stands_in(
            spoilt, rival.clause.place(mine.start, mine.end), span
        )
        if (
            is_planted
            and rival.is_alike is alike
            and any(stands_for(theirs, w) >= SPELLED or edit_distance(theirs, w) <= 1 for w in old - new)
        ):
            yield features


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)}
