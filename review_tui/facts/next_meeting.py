"""The day of the next meeting, where the draft itself gives two."""

import re
from collections.abc import Iterator
from itertools import pairwise

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.pair import Pair
from review_tui.facts.values import Kind, Value
from review_tui.language.meeting_dates import is_filled_heading

_I = re.IGNORECASE
_NEXT = re.compile(
    r"\bnext (?:[\w'-]+ ){0,3}meeting\b|\bdate of (?:the )?next\b|\bmeet(?:ing)? again on\b", _I
)
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
    said = [*next_days_told(pair)]
    for (first, one), (second, other) in pairwise(said):
        times = [[v.parts for v in pair.values[c.index] if v.kind is Kind.TIME] for c in (first, second)]
        if first.item != second.item and times[0] == times[1] and one.parts[-2:] != other.parts[-2:]:
            message = f"The next meeting is given as {one.text} and as {other.text}."
            yield Clash(message, (second.place(other.start, other.end), first.place(one.start, one.end)), 3.0)


def next_days_told(pair: Pair) -> Iterator[tuple[Clause, Value]]:
    """The days on which the draft has this body meet next, each in its clause."""
    yield from ((c, v) for c, v in _days(pair) if not _OTHER_BODY.search(c.text))


def _days(pair: Pair) -> Iterator[tuple[Clause, Value]]:
    for clause in pair.clauses:
        word = _NEXT.search(clause.text)
        if not word:
            continue
        dates = [v for v in pair.values[clause.index] if v.kind is Kind.DATE and v.start >= word.start()]
        is_label = len(clause.text.split()) <= _MERE_LABEL
        is_title = (clause.is_heading or is_label) and not is_filled_heading(clause.text)
        if dates:
            yield clause, dates[0]
        elif is_title and clause.index + 1 < len(pair.clauses):
            follow = pair.clauses[clause.index + 1]
            days = [v for v in pair.values[follow.index][:1] if v.kind is Kind.DATE]
            # below a mere label stands the day, not "this was scheduled for the 14th, but"
            yield from ((follow, v) for v in days if clause.is_heading or not follow.text[: v.start].strip())
