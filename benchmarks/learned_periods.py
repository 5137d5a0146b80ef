"""What ``facts.period_odds`` learns from: right periods, and planted ones beside what stood there before."""

from collections.abc import Iterator
from itertools import chain

from benchmarks import clerk_hands
from benchmarks.learned_examples import Example, Features, Meeting, stands_in
from review_tui.facts.pair import Pair
from review_tui.facts.period_odds import rival_features
from review_tui.facts.period_terms import are_one, year_starts
from review_tui.facts.periods import PeriodMention, periods_of_draft
from review_tui.model.text import Span


def periods_of(meeting: Meeting) -> Iterator[Example]:
    """The periods of a meeting, each with one that it may have to be."""
    yield from meeting.right(found for _, _, found in rival_features(meeting.true))
    yield from meeting.slips({"period"}, lambda plant: _with_period(meeting, plant))


def _with_period(meeting: Meeting, plant: clerk_hands.Row) -> Iterator[Features]:
    """What speaks for the period that stood where another was planted, beside each passage that says it."""
    spoilt = meeting.spoilt(plant)
    were = _periods_at(meeting.true, meeting.span_of(plant, "old"))
    here = _periods_at(spoilt, meeting.span_of(plant, "new"))
    planted = [m for m in here if not any(_are_one(m, w, spoilt) for w in were)]
    for mine, theirs, features in rival_features(spoilt):
        if mine in planted and any(_are_one(theirs, was, spoilt) for was in were):
            yield features


def _periods_at(pair: Pair, span: Span) -> list[PeriodMention]:
    """The periods that stand in a stretch of the file."""
    return [m for m in chain(*periods_of_draft(pair)) if stands_in(pair, m.place, span)]


def _are_one(one: PeriodMention, other: PeriodMention, pair: Pair) -> bool:
    return (one.sort, one.of) == (other.sort, other.of) or are_one(one, other, year_starts(pair)) is True
