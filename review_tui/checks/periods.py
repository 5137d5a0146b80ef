"""Finds dates and periods in text, as British minutes and clerks' notes write them.

"16th March, 2022", "16.03.22", "1-3 May 2022", "October, 2020-September, 2021", "Oct 20-Sep 21", and
"2020-21" and "Q1 2021/22" of the financial year, April to March. A year alone counts only after the word
"year" or at an end of a range; a month alone only at an end of a range. References, money, times and
numbering are no dates.
"""

import datetime as dt
import re
from dataclasses import dataclass, replace

from review_tui.checks.date_parts import Grain, Part, read_parts
from review_tui.checks.date_words import (
    BETWEEN,
    FIGURES_GO_ON,
    JOINS,
    NUMBERED,
    NUMBERING,
    STARTS,
    YEAR_SAID,
)
from review_tui.domain.text import Span

_LOOK_BACK = 24
"""Characters before a date that can change what it is."""
_LONGEST_SPAN = 100
"""Years; "1000 to 2000" is not a period."""
_YEARS_NEAR = range(-2, 2)


@dataclass(frozen=True, slots=True)
class Period:
    """A day, or a run of days, with the words that name it."""

    start: dt.date
    end: dt.date
    """The last day, which belongs to the period. Before ``start`` when the text has it so."""
    span: Span
    text: str
    grain: Grain = Grain.DAY
    """How finely the finer of its ends is written."""
    year_written: bool = True
    """Whether a year stands in the text; if not, it is the one that comes nearest to the reference."""

    @property
    def is_single_day(self) -> bool:
        """Whether it is one date."""
        return self.start == self.end

    @property
    def runs_backwards(self) -> bool:
        """Whether it ends before it begins: a slip of the pen."""
        return self.end < self.start


@dataclass(frozen=True, slots=True)
class _Reading:
    text: str
    day_first: bool
    reference: dt.date | None


def find_periods(
    text: str, *, day_first: bool = True, reference: dt.date | None = None
) -> tuple[Period, ...]:
    """The dates and periods of ``text`` in order, never overlapping.

    ``day_first=False`` reads 03/04/22 as 4 March. A date without a year takes the one that brings it nearest
    to ``reference``; without a reference it is left out, as are days that no calendar has.
    """
    return tuple(_scan(_Reading(text, day_first, reference))[0])


def find_impossible_days(text: str, *, day_first: bool = True) -> tuple[Span, ...]:
    """The words of ``text`` that name a day which no calendar has, such as "31st April", in order."""
    return tuple(_scan(_Reading(text, day_first, None))[1])


def _scan(reading: _Reading) -> tuple[list[Period], list[Span]]:
    """The periods, and the days that no calendar has."""
    found: list[Period] = []
    impossible: list[Span] = []
    at = 0
    for start in STARTS.finditer(reading.text):
        if start.start() >= at:
            period, at = _period_at(reading, start.start())
            if period:
                found.append(period)
            elif at > start.start():
                impossible.append(Span(start.start(), at))
    return found, impossible


def _period_at(reading: _Reading, at: int) -> tuple[Period | None, int]:
    """The period that begins at character ``at``, if one does, and where to read on."""
    lefts = read_parts(reading.text, at, day_first=reading.day_first)
    before = reading.text[max(0, at - _LOOK_BACK) : at]
    if lefts and lefts[0].impossible:
        return None, lefts[0].end
    for left in lefts:
        period = _range_from(reading, at, left, before)
        if period:
            return period, period.span.end
    for left in lefts:
        period = _alone(reading, at, left, before)
        if period:
            return period, period.span.end
    return None, at


def _range_from(reading: _Reading, at: int, left: Part, before: str) -> Period | None:
    join = JOINS.match(reading.text, left.end)
    if not join or (join["and"] and not BETWEEN.search(before)):
        return None
    if _is_number(left) and (NUMBERED.search(before) or _is_numbering(join, before)):
        return None
    for right in read_parts(reading.text, join.end(), day_first=reading.day_first):
        ends = None if join["slash"] and not _both_months(left, right) else _settle(left, right, reading)
        if ends and not FIGURES_GO_ON.match(reading.text, right.end):
            period = _period(reading, at, ends, year_written=_has_year(left, right, ends))
            if period:
                return period
    return None


def _alone(reading: _Reading, at: int, part: Part, before: str) -> Period | None:
    if part.partial and not (part.grain is Grain.YEAR and part.year and YEAR_SAID.search(before)):
        return None
    if FIGURES_GO_ON.match(reading.text, part.end) or _is_reference(reading.text, at, part, before):
        return None
    written = part.year is not None or part.fixed is not None
    if part.loose is not None:
        part, written = _loose_alone(part, reading.reference)
    if part.year is None and not part.fixed:
        part = _nearest(part, reading.reference)
    return _period(reading, at, (part, part), year_written=written)


def _period(reading: _Reading, at: int, ends: tuple[Part, Part], *, year_written: bool) -> Period | None:
    first, last = ends[0].first(), ends[1].last()
    if not first or not last:
        return None
    span = Span(at, ends[1].end)
    return Period(first, last, span, span.of(reading.text), min(e.grain for e in ends), year_written)


def _has_year(left: Part, right: Part, ends: tuple[Part, Part]) -> bool:
    """Whether either end says its year, or was found to be a year."""
    said = any(part.year is not None or part.fixed for part in (left, right))
    return said or any(end.loose is not None and end.day is None for end in ends)


def _settle(left: Part, right: Part, reading: _Reading) -> tuple[Part, Part] | None:
    """Both ends with all that one lends the other, or ``None`` when they make no range."""
    if _is_number(left) or _is_number(right):
        return _days_of_one_month(left, right, reading.reference)
    left, right = _loose_ends(left, right)
    if left.fixed or right.fixed:
        return (left, right) if left.fixed and right.fixed else None
    if left.month is None and right.month is None and right.partial and left.year and right.year:
        return (left, right) if left.year < right.year <= left.year + _LONGEST_SPAN else None
    if right.month is None and (left.grain is Grain.DAY or left.year is None):
        return None  # "16 March 2022 to 2024 homes", "Dec-2018"
    return _lend_years(left, right, reading.reference)


def _days_of_one_month(left: Part, right: Part, reference: dt.date | None) -> tuple[Part, Part] | None:
    """Both ends of "1-3 May 2022" or "May 1-3": the number takes its month and year from the other end."""
    if _is_number(left) and right.month and right.day and not right.month_first:
        whole = right if right.year is not None else _nearest(right, reference)
        left = replace(whole, day=left.day, end=left.end)
        right = whole
    elif _is_number(right) and left.month_first and left.day and left.year is None:
        whole = _nearest(replace(left, year=right.year), reference)
        right = replace(whole, day=right.day, end=right.end)
        left = replace(whole, loose=None)
    else:
        return None
    return (left, right) if (left.day or 0) < (right.day or 0) else None


def _loose_ends(left: Part, right: Part) -> tuple[Part, Part]:
    """Both ends with "Oct 20" made a month of a year or a day, whichever makes a pair with the other end."""
    if left.loose is None and right.loose is None:
        return left, right
    if left.loose is not None and right.loose is not None:
        months = left.month != right.month and left.loose <= right.loose
    else:
        other = right if right.loose is None else left
        months = other.day is None
    return _loose_as(left, months=months), _loose_as(right, months=months)


def _loose_as(part: Part, *, months: bool) -> Part:
    if part.loose is None or not months:
        return part
    return replace(part, day=None, year=2000 + part.loose, grain=Grain.MONTH)


def _lend_years(left: Part, right: Part, reference: dt.date | None) -> tuple[Part, Part] | None:
    """A missing year from the other end, or else from the reference."""
    if right.year is None and left.year is None:
        right = _nearest(right, reference)
    if right.year is None and left.year is not None:
        later = _order(right) < _order(left)
        return left, replace(right, year=left.year + later)
    if left.year is None and right.year is not None:
        earlier = _order(left) > _order(right)
        return replace(left, year=right.year - earlier), right
    return (left, right) if left.year is not None else None


def _order(part: Part) -> tuple[int, int]:
    return part.month or 0, part.day or 0


def _loose_alone(part: Part, reference: dt.date | None) -> tuple[Part, bool]:
    """Reads "Oct 20" by itself: October 2020 when that was not long before, else the twentieth."""
    year = 2000 + (part.loose or 0)
    near = reference is not None and year - reference.year in _YEARS_NEAR
    return _loose_as(part, months=near), near


def _nearest(part: Part, reference: dt.date | None) -> Part:
    if reference is None:
        return part
    years = (replace(part, year=reference.year + by) for by in (0, -1, 1))
    dated = [(abs((first - reference).days), p) for p in years if (first := p.first())]
    return min(dated, key=lambda pair: pair[0])[1] if dated else part


def _is_number(part: Part) -> bool:
    return part.month is None and part.day is not None


def _both_months(left: Part, right: Part) -> bool:
    return left.month is not None and left.day is None and right.month is not None and right.day is None


def _is_numbering(join: re.Match[str], before: str) -> bool:
    """Whether a number before a dash numbers a line: "4 - 16th March"."""
    starts_line = not before.strip() or before.rstrip(" *_").endswith("\n")
    return bool(join["dash"]) and len(join[0]) > 1 and starts_line


def _is_reference(text: str, at: int, part: Part, before: str) -> bool:
    """Whether figures with points number a line, a section or a version: "5.1.12 Noted", "section 3.2.10"."""
    figures = text[at : part.end]
    if figures.count(".") < 2 or not figures[0].isdigit():  # noqa: PLR2004 -- the two points of 16.03.22
        return bool(NUMBERED.search(before)) and figures[0].isdigit() and "/" in figures
    starts_line = not before.strip(" \t*_#-") or before.rstrip(" \t*_#-").endswith("\n")
    return bool(NUMBERED.search(before)) or (starts_line and bool(NUMBERING.match(figures)))
