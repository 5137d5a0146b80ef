"""Finds dates and periods in text, as British minutes and clerks' notes write them.

"16th March, 2022", "16.03.22", "1-3 May 2022", "October, 2020-September, 2021", "Oct 20-Sep 21", and
"2020-21" and "Q1 2021/22" of the financial year, April to March. A year alone counts only after "year", "in",
"since" and the like or at an end of a range; a month alone only at an end of a range. References, money,
times and numbering are no dates.
"""

import datetime as dt
import re
from dataclasses import replace

from review_tui.language.calendar_words import MONTH
from review_tui.language.date_parts import DatePart, Grain, read_date_parts
from review_tui.language.date_ranges import YEARS_NEAR, is_number, loose_alone, nearest_year, resolve_range
from review_tui.language.date_words import (
    BARE_YEAR,
    BETWEEN,
    COUNTED,
    DASH,
    DAY_SAID,
    FIGURES_GO_ON,
    FRACTIONS,
    JOINS,
    NO_DAY_AFTER,
    NUMBERED,
    NUMBERING,
    STARTS,
    YEAR_MEANT,
    YEAR_SAID,
)
from review_tui.language.day_lists import days_before_month, days_behind_month
from review_tui.model.frozen import frozen
from review_tui.model.text import Span

_LOOK_BACK = 24
"""Characters before a date that can change what it is."""


@frozen
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


@frozen
class _Reading:
    text: str
    day_first: bool
    reference: dt.date | None
    shorthand: bool = False


def find_periods(
    text: str, *, day_first: bool = True, reference: dt.date | None = None, shorthand: bool = False
) -> tuple[Period, ...]:
    """The dates and periods of ``text`` in order, never overlapping.

    ``day_first=False`` reads 03/04/22 as 4 March. A date without a year takes the one that brings it nearest
    to ``reference``; without a reference it is left out, as are days that no calendar has. ``shorthand`` is
    for a clerk's notes: "16/3" is a day there, where in minutes it would more often number something.
    """
    return tuple(_scan_periods(_Reading(text, day_first, reference, shorthand))[0])


def find_impossible_days(text: str, *, day_first: bool = True) -> tuple[Span, ...]:
    """The words of ``text`` that name a day which no calendar has, such as "31st April", in order."""
    return tuple(_scan_periods(_Reading(text, day_first, None))[1])


def _scan_periods(reading: _Reading) -> tuple[list[Period], list[Span]]:
    """The periods, and the days that no calendar has."""
    found: list[Period] = []
    impossible: list[Span] = []
    at = 0
    for start in STARTS.finditer(reading.text):
        if start.start() < at:
            continue
        listed = _list_at(reading, start.start())
        if listed:
            found += listed
            at = listed[-1].span.end
            continue
        period, at = _period_at(reading, start.start())
        if period:
            found.append(period)
        elif at > start.start():
            impossible.append(Span(start.start(), at))
    return found, impossible


def _list_at(reading: _Reading, at: int) -> list[Period]:
    """The days of a list with one month that begins at ``at``: "1st, 8th and 15th March"; else none."""
    text = reading.text
    if not reading.day_first and text[at].isdigit():
        return []
    days = days_before_month(text, at)
    if days:
        last, _ = _period_at(reading, days[-1].span.start)
        if BETWEEN.search(text[max(0, at - _LOOK_BACK) : at]) or last is None or last.grain is not Grain.DAY:
            return []
        month = last.start
        found = [_day(text, d.span, month.year, month.month, d.day, last.year_written) for d in days[:-1]]
        return [*(d for d in found if d), last]
    behind = days_behind_month(text, at, reading.reference) if text[at].isalpha() else None
    if behind is None:
        return []
    whole = DatePart(at, behind.year, behind.month, behind.days[0].day)
    year = whole.year or nearest_year(whole, reading.reference).year
    written = behind.year is not None
    dated = [_day(text, d.span, year, behind.month, d.day, written) for d in behind.days]
    return [d for d in dated if d]


def _day(text: str, span: Span, year: int | None, month: int, day: int, written: bool) -> Period | None:
    first = DatePart(span.end, year, month, day).first()
    return Period(first, first, span, span.of(text), Grain.DAY, written) if first else None


def _period_at(reading: _Reading, at: int) -> tuple[Period | None, int]:
    """The period that begins at character ``at``, if one does, and where to read on."""
    lefts = read_date_parts(reading.text, at, day_first=reading.day_first)
    before = reading.text[max(0, at - _LOOK_BACK) : at]
    if lefts and lefts[0].impossible and not lefts[0].weak:
        return None, lefts[0].end
    whole = lefts[0] if lefts and not (lefts[0].partial or lefts[0].weak) else None
    least = whole.end + (whole.grain is Grain.DAY) if whole else at  # "2022-Mar-16" is no range
    for left in lefts:
        period = _range_from(reading, at, left, before)
        if period and period.span.end >= least:
            return period, period.span.end
    for left in lefts:
        period = None if left.weak else _period_alone(reading, at, left, before)
        if period:
            return period, period.span.end
    return None, at


def _range_from(reading: _Reading, at: int, left: DatePart, before: str) -> Period | None:
    """A range that begins at ``at`` with ``left``; none where the figures are numbers of papers or go on."""
    join = JOINS.match(reading.text, left.end)
    if not join or (join["and"] and not BETWEEN.search(before)):
        return None
    if join["comma"] and not (join["word"] and left.month_first and left.day and left.year):
        return None  # only "July 1, 2024, through June 30, 2025" has a comma there
    bare = reading.text[at : left.end].isdigit()
    if is_number(left) and (NUMBERED.search(before) or (bare and _is_numbering(join, before))):
        return None
    for part in read_date_parts(reading.text, join.end(), day_first=reading.day_first):
        right = _year_behind(left, part, reading)
        if join["arrow"] and not (
            (_says_year(left) and _says_year(right)) or _is_run_of_months(left, right, join, before)
        ):
            continue  # "from 5 May -> 12 May" is put off
        if (join["slash"] and not _may_share_a_stroke(reading.text, left, right)) or not _are_months(
            left, right, join
        ):
            continue
        ends = resolve_range(left, right, reading.reference, shorthand=reading.shorthand)
        if ends and not FIGURES_GO_ON.match(reading.text, right.end):
            period = _period(reading, at, ends, year_written=_has_year(left, right, ends))
            if period:
                return period
    return None


def _period_alone(reading: _Reading, at: int, part: DatePart, before: str) -> Period | None:
    if part.partial and not (
        _is_year_alone(reading.text, part, before)
        or (reading.shorthand and _is_jotted(reading.text, at, part, before))
    ):
        return None
    if reading.shorthand:
        part = _jotted_year(part, reading)
    if FIGURES_GO_ON.match(reading.text, part.end) or _is_reference(reading.text, at, part, before):
        return None
    written = part.year is not None or part.fixed is not None
    if part.loose is not None:
        part, written = loose_alone(part, reading.reference)
    if part.year is None and not part.fixed:
        part = nearest_year(part, reading.reference)
    return _period(reading, at, (part, part), year_written=written)


def _year_behind(left: DatePart, right: DatePart, reading: _Reading) -> DatePart:
    """The last day of a run in notes, with the figures behind it for its year: "1 Jan 25 - 31 Dec 29 at"."""
    if not reading.shorthand or not (left.day and left.year) or not right.day or right.year is not None:
        return right
    after = BARE_YEAR.match(reading.text, right.end)
    year = left.year // 100 * 100 + int(after[1]) if after else 0
    return replace(right, year=year, end=after.end()) if after and year >= left.year else right


def _jotted_year(part: DatePart, reading: _Reading) -> DatePart:
    """The day with the two figures after it for its year, when that is about the meeting's: "31 Aug 12"."""
    after = BARE_YEAR.match(reading.text, part.end)
    if not after or not part.day or not part.month or part.year is not None or not reading.reference:
        return part
    year = reading.reference.year // 100 * 100 + int(after[1])
    return replace(part, year=year, end=after.end()) if year - reading.reference.year in YEARS_NEAR else part


def _is_jotted(text: str, at: int, part: DatePart, before: str) -> bool:
    """Whether "16/3" is a day as clerks jot it down, and no fraction, count of votes or number."""
    if not part.day or not part.month or part.impossible:
        return False
    figures = text[at : part.end]
    if NUMBERED.search(before) or NO_DAY_AFTER.match(text, part.end):
        return False
    return figures not in FRACTIONS or bool(DAY_SAID.search(before))


def _is_year_alone(text: str, part: DatePart, before: str) -> bool:
    """Whether the words around make a year or month of figures: "in 2014", but not "in 2014 homes"."""
    if part.grain is Grain.DAY or not part.year:
        return False
    return bool(YEAR_SAID.search(before) or (YEAR_MEANT.search(before) and not COUNTED.match(text, part.end)))


def _period(
    reading: _Reading, at: int, ends: tuple[DatePart, DatePart], *, year_written: bool
) -> Period | None:
    first, last = ends[0].first(), ends[1].last()
    if not first or not last:
        return None
    span = Span(at, ends[1].end)
    return Period(first, last, span, span.of(reading.text), min(e.grain for e in ends), year_written)


def _has_year(left: DatePart, right: DatePart, ends: tuple[DatePart, DatePart]) -> bool:
    """Whether either end says its year, or was found to be a year."""
    said = any(part.year is not None or part.fixed for part in (left, right))
    return said or any(end.loose is not None and end.day is None for end in ends)


def _are_months(left: DatePart, right: DatePart, join: re.Match[str]) -> bool:
    """Whether an end that looks like another word stands beside a month: "may-sept", "jan to mar"."""
    if left.weak and right.weak:
        return join["dash"] is not None or bool(left.day and right.day)
    return not (left.weak or right.weak) or (left.month is not None and right.month is not None)


def _says_year(part: DatePart) -> bool:
    return part.year is not None or part.loose is not None or part.fixed is not None


_QUARTER_SAID = re.compile(r"\b(?:q[1-4]|quarter|qtr)\b\W{0,3}\Z", re.IGNORECASE)
"""What stands before months that only tell which a quarter is of."""


def _is_run_of_months(left: DatePart, right: DatePart, join: re.Match[str], before: str) -> bool:
    """Whether an arrow between two months is a run, not that something is put off: "Oct→Dec"."""
    are_months = all(p.month is not None and p.day is None and p.loose is None for p in (left, right))
    return are_months and (not any(map(str.isspace, join[0])) or _QUARTER_SAID.search(before) is not None)


_TO_MONTH = re.compile(rf"[ ]?{DASH}[ ]?{MONTH}", re.IGNORECASE)
"""What follows a month that begins a run: then "24/25" before it is a year, as in "24/25 Oct-Dec"."""


def _may_share_a_stroke(text: str, left: DatePart, right: DatePart) -> bool:
    """Whether a stroke joins them: "June/July", "29/30 June"."""
    months = left.month is not None and left.day is None and right.month is not None and right.day is None
    days = is_number(left) and right.month is not None and right.day == (left.day or 0) + 1
    return months or (days and not _TO_MONTH.match(text, right.end))


def _is_numbering(join: re.Match[str], before: str) -> bool:
    """Whether a number before a dash numbers a line: "4 - 16th March"."""
    starts_line = not before.strip() or before.rstrip(" *_").endswith("\n")
    return bool(join["dash"]) and len(join[0]) > 1 and starts_line


def _is_reference(text: str, at: int, part: DatePart, before: str) -> bool:
    """Whether figures with points number a line, a section or a version: "5.1.12 Noted", "section 3.2.10"."""
    figures = text[at : part.end]
    if figures.count(".") < 2 or not figures[0].isdigit():  # noqa: PLR2004 -- the two points of 16.03.22
        return bool(NUMBERED.search(before)) and figures[0].isdigit() and "/" in figures
    starts_line = not before.strip(" \t*_#-") or before.rstrip(" \t*_#-").endswith("\n")
    return bool(NUMBERED.search(before)) or (starts_line and bool(NUMBERING.match(figures)))
