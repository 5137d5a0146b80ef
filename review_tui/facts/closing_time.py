"""The hour at which the meeting closed, in the draft and in the notes.

A jotting of it is a word and a figure, "ends 11.50", at the end of the notes, and shares nothing else with the sentence that was
written from it. It needs no link: there is one of each.
"""

import re
from collections.abc import Iterator

from review_tui.facts.clash import Clash
from review_tui.facts.pair import Pair
from review_tui.facts.value_mentions import clocks
from review_tui.facts.values import Kind, agree
from review_tui.facts.wording import value_clash
from review_tui.language.meeting_events import EventKind, find_meeting_events

_ENDS = r"(?:end(?:s|ed|ing)?|fin(?:ish(?:ed)?)?|clos(?:e[sd]?|ing)|adj(?:ourn(?:ed)?)?|(?:mtg|meeting) (?:over|done))"
_CLOSED_BEFORE = re.compile(
    rf"(?:\A|[^\w\s]\s*)\W{{0,4}}{_ENDS}\b(?: (?:at|about|abt))?\W{{0,3}}\Z", re.IGNORECASE
)
_CLOSED_BEHIND = re.compile(rf"(?:\s?[ap]\.?m\.?)?\W{{0,3}}{_ENDS}\W*(?:\Z|[,;])", re.IGNORECASE)
"""What stands before or behind the time at which the meeting closed."""
_CLOCK = re.compile(r"\d{1,2}[.:h ]?\d\d|\d{1,2}\s?[ap]m|[a-z]", re.IGNORECASE)
"""A time of the clock, and not the number of an item."""
_LAST = 6
"""Jottings at the end of notes."""
_WEIGHT = 2.5
"""How sure it is, beside other clashes of the same words."""


def closing_clashes(pair: Pair) -> Iterator[Clash]:
    """Another hour of closing than the only one of the notes."""
    noted = [
        (j, v)
        for j in pair.jottings[-_LAST:]
        for v in pair.noted_values[j.index]
        if clocks(v)
        and _CLOCK.match(v.text)
        and (_CLOSED_BEFORE.search(j.text, 0, v.start) or _CLOSED_BEHIND.match(j.text, v.end))
    ]
    closed = {e.span.start for e in find_meeting_events(pair.draft.text) if e.moment is EventKind.CLOSED}
    told = [
        (c, v)
        for c in pair.clauses
        for v in pair.values[c.index]
        if v.kind is Kind.TIME and c.span(v.start, v.end).start in closed
    ]
    if len(noted) == len(told) == 1:
        (clause, mine), (jotting, theirs) = told[0], noted[0]
        if not agree(mine, theirs):
            yield value_clash(clause, mine, jotting, theirs, _WEIGHT)
