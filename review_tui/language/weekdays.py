"""Finds days of the week with the dates they are said of: "Thursday 13th January 2006".

Also across a line break or a blank line, with "evening" or "the" between, in a list ("Thursday 6th and Friday
7th May"), in a range, and after the date in brackets: "13 January 2006 (Thursday)".
"""

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from review_tui.language.calendar_words import WEEKDAY, weekday_number
from review_tui.language.date_parts import Grain
from review_tui.language.periods import Period, find_periods
from review_tui.model.frozen import frozen
from review_tui.model.text import Span

_NAME = re.compile(rf"(?<![^\W_]){WEEKDAY}", re.IGNORECASE)
_LINE = r"(?:\r?\n[ \t\u00a0*_>]{0,6})?"
_ROOM = rf"[ \t\u00a0*_]{{0,6}}{_LINE}{_LINE}{_LINE}"
_PART_OF_DAY = r"(?:(?:morning|afternoon|evening|night|next|last|the)\b)?"
_BETWEEN = re.compile(
    rf"\.?{_ROOM}[,|(\u2013-]?{_ROOM}{_PART_OF_DAY},?{_ROOM}{_PART_OF_DAY},?{_ROOM}", re.IGNORECASE
)
_NUMBER = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?(?![^\W_])", re.IGNORECASE)
_LISTED = re.compile(
    r"[ \t\u00a0]{0,3}(?:,|/|&|and\b)[ \t\u00a0]{0,3}(?:(?:&|and\b)[ \t\u00a0]{0,3})?", re.IGNORECASE
)
_OF_SEVERAL = re.compile(
    rf"{WEEKDAY}[ \t\u00a0]{{0,2}}(?:to|until|and|or|[-,/&\u2013\u2014])[ \t\u00a0]{{0,2}}\Z", re.IGNORECASE
)
"""Another day of the week just before: "Monday to Thursday 12 May" says nothing of one day."""
_AFTER = re.compile(rf"[ \t\u00a0]{{0,2}}\((?P<name>{WEEKDAY})[ ,)]", re.IGNORECASE)
_LOOK_BACK = 20
"""Characters before a day of the week in which another may stand: Monday to Thursday."""
_WORDS_TOO = frozenset({"sat", "sun", "wed", "mon"})
"""Short forms that must begin with a capital: the Committee sat 3 May."""


@frozen
class DatedWeekday:
    """A day of the week and the date it is said of."""

    weekday: int
    """0 for Monday to 6 for Sunday."""
    name: Span
    """The words of the day of the week."""
    day: dt.date
    """The date that is written, whatever its day of the week."""
    date: Span
    """The words of the date, without the day of the week."""
    year_written: bool
    """Whether a year stands there; if not, the date is the one nearest to the reference."""
    span: Span
    """Both."""
    text: str

    @property
    def agrees(self) -> bool:
        """Whether the date falls on that day of the week."""
        return self.day.weekday() == self.weekday


def find_dated_weekdays(
    text: str,
    *,
    day_first: bool = True,
    reference: dt.date | None = None,
    periods: Sequence[Period] | None = None,
) -> tuple[DatedWeekday, ...]:
    """The days of the week with a date, in order.

    ``periods`` are those of ``text``, where they are known already. Dates without a year are left out unless
    there is a ``reference``.
    """
    if periods is None:
        periods = find_periods(text, day_first=day_first, reference=reference)
    days = [p for p in periods if p.grain is Grain.DAY]
    starts = [p.span.start for p in days]
    found: list[DatedWeekday] = []
    for name in reversed([m for m in _NAME.finditer(text) if _is_name(m)]):
        at = bisect_right(starts, name.start()) - 1
        here = days[at] if at >= 0 and days[at].span.end > name.start() else None
        then = days[at + 1] if at + 1 < len(days) else None
        dated = _within_date(name, here) if here else _before_date(name, then, found[-1] if found else None)
        if dated:
            found.append(dated if dated.year_written else _nearest_year(dated, reference))
    after = [dated for period in days if (dated := _after_date(text, period))]
    return tuple(sorted({d.name: d for d in found + after}.values(), key=lambda d: d.name))


def _is_name(name: re.Match[str]) -> bool:
    if name[0] in _WORDS_TOO:
        return False
    return not _OF_SEVERAL.search(name.string, max(0, name.start() - _LOOK_BACK), name.start())


def _within_date(name: re.Match[str], period: Period) -> DatedWeekday | None:
    """A day of the week inside of a date or range, or in brackets right after one."""
    gap = _BETWEEN.match(name.string, name.end())
    begins = gap.end() if gap else name.end()
    if begins >= period.span.end or _ends_sentence(name, begins):
        return None
    first = name.start() == period.span.start
    if first and not period.is_single_day:
        number = _NUMBER.match(name.string, begins)
        ends = number.end() if number else period.span.end
        return _dated_weekday(name, period.start, Span(begins, ends), written=period.year_written)
    return _dated_weekday(name, period.end, Span(begins, period.span.end), written=period.year_written)


def _before_date(
    name: re.Match[str], then: Period | None, following: DatedWeekday | None
) -> DatedWeekday | None:
    """A day of the week before a date that begins a little further on, or before one of a list of days."""
    gap = _BETWEEN.match(name.string, name.end())
    begins = gap.end() if gap else name.end()
    if _ends_sentence(name, begins):
        return None
    if then and then.span.start == begins:
        ends = then.span.end if then.is_single_day else begins
        return (
            _dated_weekday(name, then.start, Span(begins, ends), written=then.year_written)
            if ends > begins
            else None
        )
    number = _NUMBER.match(name.string, begins)
    comma = _LISTED.match(name.string, number.end()) if number else None
    if not number or not comma:
        return None
    if following and following.span.start == comma.end():
        return _first_listed(name, number, following.day, written=following.year_written)
    if then and then.span.start == comma.end() and then.is_single_day:
        return _first_listed(name, number, then.start, written=then.year_written)
    return None


def _first_listed(
    name: re.Match[str], number: re.Match[str], later: dt.date, *, written: bool
) -> DatedWeekday | None:
    """The first of "Thursday 6th and Friday 7th May"."""
    if not 0 < int(number[1]) < later.day:
        return None
    return _dated_weekday(name, later.replace(day=int(number[1])), Span(*number.span()), written=written)


def _after_date(text: str, period: Period) -> DatedWeekday | None:
    said = _AFTER.match(text, period.span.end) if period.is_single_day else None
    if not said or _NAME.match(text, period.span.start):
        return None
    whole = Span(period.span.start, said.end("name"))
    return DatedWeekday(
        weekday=weekday_number(said["name"]),
        name=Span(*said.span("name")),
        day=period.start,
        date=period.span,
        year_written=period.year_written,
        span=whole,
        text=whole.of(text),
    )


def _dated_weekday(name: re.Match[str], day: dt.date, date: Span, *, written: bool) -> DatedWeekday:
    whole = Span(name.start(), date.end)
    return DatedWeekday(
        weekday=weekday_number(name[0]),
        name=Span(*name.span()),
        day=day,
        date=date,
        year_written=written,
        span=whole,
        text=whole.of(name.string),
    )


def _nearest_year(dated: DatedWeekday, reference: dt.date | None) -> DatedWeekday:
    """The same in the year that brings it nearest to the reference, also where a range gave it another."""
    if reference is None:
        return dated
    days = [in_year(dated.day, reference.year + by) for by in (-1, 0, 1)]
    return replace(dated, day=min((d for d in days if d), key=lambda d: abs(d - reference)))


def in_year(day: dt.date, year: int) -> dt.date | None:
    """The same day of another year, or ``None`` for 29 February in a year that has none."""
    try:
        return day.replace(year=year)
    except ValueError:
        return None


def _ends_sentence(name: re.Match[str], begins: int) -> bool:
    """Whether a full stop after a whole name ends a sentence: "closed on Monday. 4 May 2022 was ..."."""
    return name[0].lower().endswith("day") and name.string[name.end() : begins].startswith(".")
