"""Finds the days of a list that shares one month: "1st, 8th and 15th March", "March 16, 22 and 29"."""

import datetime as dt
import re

from review_tui.language.calendar_words import MONTH, WEEKDAY, full_year, month_number
from review_tui.language.date_words import BETWEEN, GAP, NUMBERED, month_length
from review_tui.model.frozen import frozen
from review_tui.model.text import Span

_WEEKDAY = rf"(?P<weekday>{WEEKDAY}\.?,?{GAP}(?:the{GAP})?)?"
_DAY = re.compile(
    rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?P<suffix>st|nd|rd|th)?(?![^\W_]|[./:]\d|,\d{{3}}|%)", re.IGNORECASE
)
_NEXT = re.compile(
    rf"(?:,{GAP}(?:(?:and|&|or)\b{GAP})?|{GAP}(?:and\b|&|or\b){GAP})(?:the{GAP}|on{GAP})?", re.IGNORECASE
)
_MONTH_BEHIND = re.compile(rf"{GAP}(?:day{GAP})?(?:of{GAP})?{MONTH}", re.IGNORECASE)
_MONTH_AHEAD = re.compile(
    rf"{_WEEKDAY}(?-i:(?=[A-Z]))(?P<month>{MONTH})\.?{GAP}(?:the{GAP})?(?=\d)", re.IGNORECASE
)
_YEAR_BEHIND = re.compile(rf"(?:,{GAP}|{GAP})(?:(?:in|of){GAP})?(?P<year>(?:19|20)\d\d)(?!\d)", re.IGNORECASE)
_ENDS = re.compile(
    rf"{GAP}(?:\Z|\n|[;)|\]]|[.,](?!\d)|(?:at|in|for|and|from|with)\b(?!{GAP}\d))", re.IGNORECASE
)
"""What follows the last of bare figures that are days: "March 3 and 4 people" has none of it."""
_MEANT = re.compile(
    rf"(?:\A|\n|[(:;]|\b(?:on|of|for|from|held|by|dates?|meetings?|the|both|are)){GAP}\Z", re.IGNORECASE
)
"""What stands before the first of bare figures that are days: "on 3 and 4 March"."""
_LOOK_BACK = 24
"""Characters before a figure in which the words stand that make it a day."""
_MOST = 8
"""Days that one list has at most; a row of more figures is a table."""
_YEARS_NEAR = 1
"""A figure this near to the year of the reference may be that year in short."""
_CENTURY = 100
"""Years, to cut a year to its last two figures."""


@frozen
class ListedDay:
    """One day of a list, with no month of its own."""

    day: int
    span: Span
    has_suffix: bool


@frozen
class MonthList:
    """The days that follow a month: "March 16, 22 and 29, 2022"."""

    month: int
    year: int | None
    """``None`` where none is written."""
    days: tuple[ListedDay, ...]
    """The first with the month in its span."""


def days_before_month(text: str, at: int) -> tuple[ListedDay, ...]:
    """The days of "1st, 8th and 15th March" that begins at ``at``; the last, which is a whole date, too."""
    days = _days(text, at, 0)
    if len(days) < 2 or not _MONTH_BEHIND.match(text, days[-1].span.end):  # noqa: PLR2004 -- a list
        return ()
    before = text[max(0, at - _LOOK_BACK) : at]
    sure = days[0].has_suffix or not text[at].isdigit() or _MEANT.search(before)
    return days if sure and not NUMBERED.search(before) else ()


def days_behind_month(text: str, at: int, reference: dt.date | None) -> MonthList | None:
    """The days of "March 16, 22 and 29" that begins at ``at``.

    Of "Mar 16, 22" the 22 is the year when that is about the meeting's or nobody knows when that was.
    """
    month = _MONTH_AHEAD.match(text, at)
    days = _days(text, month.end(), 0) if month else ()
    if BETWEEN.search(text[max(0, at - _LOOK_BACK) : at]):
        return None  # "between July 27th and 28th" is a range
    if month is None or len(days) < 2:  # noqa: PLR2004 -- a list
        return None
    days = (ListedDay(days[0].day, Span(at, days[0].span.end), days[0].has_suffix), *days[1:])
    number = month_number(month["month"])
    year = _YEAR_BEHIND.match(text, days[-1].span.end)
    if days[-1].day > month_length(number, None) or not (
        year or days[-1].has_suffix or _ENDS.match(text, days[-1].span.end)
    ):
        return None
    if not year and len(days) == 2 and _is_year(text, days, reference):  # noqa: PLR2004 -- day and year
        whole = ListedDay(days[0].day, Span(at, days[1].span.end), has_suffix=False)
        return MonthList(number, full_year(str(days[1].day)), (whole,))
    return MonthList(number, int(year["year"]) if year else None, days)


def _days(text: str, at: int, last: int) -> tuple[ListedDay, ...]:
    """Days in rising order, joined by commas and "and"."""
    found: list[ListedDay] = []
    while len(found) < _MOST and (day := _DAY.match(text, at)):
        number = int(day["day"])
        if number <= last:
            break
        last = number
        found.append(ListedDay(number, Span(*day.span()), day["suffix"] is not None))
        joined = _NEXT.match(text, day.end())
        if joined is None:
            break
        at = joined.end()
    return tuple(found)


def _is_year(text: str, days: tuple[ListedDay, ...], reference: dt.date | None) -> bool:
    """Whether the second figure of "Mar 16, 22" is a year."""
    between = text[days[0].span.end : days[1].span.start]
    if any(day.has_suffix for day in days) or between.strip() != ",":
        return False
    if len(text[days[1].span.start : days[1].span.end]) != 2:  # noqa: PLR2004 -- the figures of a short year
        return False
    return reference is None or abs(days[1].day - reference.year % _CENTURY) <= _YEARS_NEAR
