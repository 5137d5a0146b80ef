"""The day of the next meeting, where the draft itself gives two, or another than the notes."""

import re
from collections.abc import Iterator
from itertools import pairwise

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.pair import Pair
from review_tui.facts.values import Kind, Value
from review_tui.facts.wording import value_clash
from review_tui.language.calendar_words import WEEKDAY
from review_tui.language.meeting_dates import is_filled_heading

_I = re.IGNORECASE
_NEXT = re.compile(
    r"\bnext (?:[\w'-]+ ){0,3}meeting\b|\bdate of (?:the )?next\b|\bmeet(?:ing)? again on\b", _I
)
_NOTED_NEXT = re.compile(
    r"(?:\A|[^\w\s]\s*)\W{0,4}(?:date of )?next(?: (?:mtg|meeting|one|time|date))?(?: (?:is|on))?\W{0,3}"
    rf"(?:{WEEKDAY}\.?,? )?\Z",
    re.IGNORECASE,
)
"""What stands in notes before the day of the next one."""
_NOT_ON = re.compile(
    r"\b(?:not (?:be )?(?:held )?(?:on|meet on)|instead of|rather than|in place of|not)\s(?:the )?\Z", _I
)
"""What stands before a day on which it is not."""
_WEIGHT = 2.5
"""How sure it is that the notes are right, beside other clashes of the same words."""
_MERE_LABEL = 6
"""Words of a line that only says that the day follows."""
_OTHER_BODY = re.compile(
    r"\bnext (?!(?:board|council|committee|parish|full|general|ordinary|regular|monthly|scheduled|quarterly|business|pc|council's|tsc|governing|annual)\b)[\w'-]+ (?:[\w'-]+ )?meeting\b"
    r"|\bnext meeting of (?:the )?(?:[A-Z][\w'-]+ )*(?!(?:Parish |Town |District |City )?(?:Council|Board)\b)(?:Committee|Group|Association|Trust|Forum|Party)\b",
    _I,
)
"""Words of another's next meeting."""


def next_meetings_given_twice(pair: Pair) -> Iterator[Clash]:
    """Two days of the next meeting, in different items."""
    said = [*_days_told(pair)]
    for (first, one), (second, other) in pairwise(said):
        times = [[v.parts for v in pair.values[c.index] if v.kind is Kind.TIME] for c in (first, second)]
        if first.item != second.item and times[0] == times[1] and one.parts[-2:] != other.parts[-2:]:
            message = f"The next meeting is given as {one.text} and as {other.text}."
            yield Clash(message, (second.place(other.start, other.end), first.place(one.start, one.end)), 3.0)


def next_meeting_clashes(pair: Pair) -> Iterator[Clash]:
    """Another day than the only one of the notes, which needs no link: "next 25/9" shares nothing else with its sentence."""
    noted = [
        (j, v)
        for j in pair.jottings
        for v in pair.noted_values[j.index]
        if v.kind is Kind.DATE and _NOTED_NEXT.search(j.text, 0, v.start)
    ]
    told = [*_days_told(pair)]
    if len(noted) == len(told) == 1:
        (clause, mine), (jotting, theirs) = told[0], noted[0]
        dates = (v for row in pair.noted_values for v in row if v.kind is Kind.DATE)
        if not any(mine.parts[1:] == date.parts[1:] for date in dates):
            yield value_clash(clause, mine, jotting, theirs, _WEIGHT)


def _days_told(pair: Pair) -> Iterator[tuple[Clause, Value]]:
    """The days on which the draft has this body meet next, each in its clause."""
    yield from ((c, v) for c, v in _days(pair) if not _OTHER_BODY.search(c.text))


def _days(pair: Pair) -> Iterator[tuple[Clause, Value]]:
    for clause in pair.clauses:
        word = _NEXT.search(clause.text)
        if not word:
            continue
        dates = [
            v
            for v in pair.values[clause.index]
            if v.kind is Kind.DATE and v.start >= word.start() and not _NOT_ON.search(clause.text, 0, v.start)
        ]
        is_label = len(clause.text.split()) <= _MERE_LABEL
        is_title = (clause.is_heading or is_label) and not is_filled_heading(clause.text)
        if dates:
            yield clause, dates[0]
        elif is_title and clause.index + 1 < len(pair.clauses):
            follow = pair.clauses[clause.index + 1]
            days = [v for v in pair.values[follow.index][:1] if v.kind is Kind.DATE]
            # below a mere label stands the day, not "this was scheduled for the 14th, but"
            yield from ((follow, v) for v in days if clause.is_heading or not follow.text[: v.start].strip())
