"""What ``facts.duration_odds`` learns from: right lengths of time, and planted ones beside the notes."""

from collections.abc import Iterator

from benchmarks import clerk_hands
from benchmarks.learned_examples import Example, Features, Meeting, stands_in
from review_tui.facts.duration_odds import rival_durations
from review_tui.facts.durations import Duration, durations_in
from review_tui.facts.pair import Pair
from review_tui.model.text import Span


def durations_of(meeting: Meeting) -> Iterator[Example]:
    """The lengths of time of a meeting, each with one of the notes that it may have to be."""
    yield from meeting.right(features for _, _, features in rival_durations(meeting.true))
    kinds = {plant["kind"] for plant in meeting.row["plants"]}
    yield from meeting.slips(kinds, lambda plant: _with_slip(meeting, plant))


def _with_slip(meeting: Meeting, plant: clerk_hands.Row) -> Iterator[Features]:
    """What speaks for the length that stood where another was planted, as the notes have it."""
    spoilt = meeting.spoilt(plant)
    were = _durations_in(meeting.true, meeting.span_of(plant, "old"))
    there = _durations_in(spoilt, meeting.span_of(plant, "new"))
    planted = {id(d.value) for d in there if not any(d.is_same(was) for was in were)}
    for told, noted, features in rival_durations(spoilt):
        if id(told.value) in planted and any(was.is_same(noted) for was in were):
            yield features


def _durations_in(pair: Pair, span: Span) -> list[Duration]:
    """The lengths of time that stand in a stretch of the file."""
    told = (d for clause in pair.clauses for d in durations_in(clause, pair.values[clause.index]))
    return [d for d in told if stands_in(pair, d.place, span)]
