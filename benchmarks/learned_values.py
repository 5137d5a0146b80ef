"""What ``facts.value_odds`` learns from: right values, and planted ones beside what the notes have."""

from collections.abc import Iterator

from benchmarks import clerk_hands
from benchmarks.learned_examples import Example, Features, Meeting, stands_in
from review_tui.facts.pair import Pair
from review_tui.facts.value_mentions import ValueMention, value_mentions
from review_tui.facts.value_odds import rival_values
from review_tui.facts.values import Kind, agree
from review_tui.model.text import Span

_KINDS = frozenset({"figure", "count", "date", "time", "weekday", "vote", "sum"})
"""Slips of values."""


def values_of(meeting: Meeting) -> Iterator[Example]:
    """The values of a meeting, each with one of the notes that it may have to be."""
    yield from meeting.right(features for _, _, features in rival_values(meeting.true))
    yield from meeting.slips(_KINDS, lambda plant: _with_slip(meeting, plant))


def _with_slip(meeting: Meeting, plant: clerk_hands.Row) -> Iterator[Features]:
    """What speaks for the value that stood where another was planted, as the notes have it."""
    spoilt = meeting.spoilt(plant)
    were = _values_in(meeting.true, meeting.span_of(plant, "old"))
    there = _values_in(spoilt, meeting.span_of(plant, "new"))
    planted = [t for t in there if not any(_are_one(t, w) for w in were)]
    right = {(n.at, n.value.start, n.kind) for were_told in were for n in were_told.same}
    for told, noted, features in rival_values(spoilt):
        if told in planted and (noted.at, noted.value.start, noted.kind) in right:
            yield features


def _values_in(pair: Pair, span: Span) -> list[ValueMention]:
    """The values that stand in a stretch of the file."""
    told = (mention for row in value_mentions(pair).told for mention in row)
    return [t for t in told if stands_in(pair, t.clause.place(t.value.start, t.value.end), span)]


def _are_one(one: ValueMention, other: ValueMention) -> bool:
    mine, theirs = one.value, other.value
    if Kind.VOTE in {mine.kind, theirs.kind}:
        return (mine.parts, mine.is_everybody) == (theirs.parts, theirs.is_everybody)
    if mine.kind is theirs.kind is Kind.DATE and mine.parts[1:] != theirs.parts[1:]:
        return False
    return bool(mine.keys & theirs.keys) and agree(mine, theirs)
