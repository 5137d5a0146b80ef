"""What ``facts.outcome_odds`` learns from: outcomes of right minutes, and planted ones beside the notes."""

from collections.abc import Iterator

from benchmarks import clerk_hands
from benchmarks.learned_examples import Example, Features, Meeting, stands_in
from review_tui.facts.outcome_odds import outcome_features
from review_tui.facts.pair import Pair
from review_tui.model.findings import Location
from review_tui.model.text import Span

_KINDS = {"wrong-outcome", "negation"}
"""Slips that turn an outcome round."""
Candidates = Iterator[tuple[Location, Location, Features]]
"""Words of a draft, those of the notes, and what speaks for both being of one thing."""


def outcomes_of(meeting: Meeting) -> Iterator[Example]:
    """Outcomes of a meeting beside others."""
    yield from meeting.right(features for _, _, features in _outcomes(meeting.true))
    yield from meeting.slips(_KINDS, lambda plant: _of_slip(meeting, plant))


def _outcomes(pair: Pair) -> Candidates:
    for told, noted, features in outcome_features(pair):
        yield (
            told.clause.place(told.start, told.end),
            noted.clause.place(noted.start, noted.end),
            features,
        )


def _of_slip(meeting: Meeting, plant: clerk_hands.Row) -> Iterator[Features]:
    """Those of planted words, beside the jottings that have what stood there, where that is known."""
    spoilt, span = meeting.spoilt(plant), meeting.span_of(plant, "new")
    known = {clause.place().quote for clause in meeting.true.clauses}
    changed = [c.place() for c in spoilt.clauses if c.place().quote not in known]
    jotted = plant.get("in_notes", "")
    lines = [
        note.place(Span(at, at + len(jotted)))
        for note in meeting.notes
        for at in [note.text.find(jotted) if jotted else -1]
        if at >= 0
    ]
    for told, noted, features in _outcomes(spoilt):
        is_planted = stands_in(spoilt, told, span)
        is_of_line = not lines or any(noted.overlaps(line) for line in lines)
        if is_planted and is_of_line and any(told.overlaps(place) for place in changed):
            yield features
