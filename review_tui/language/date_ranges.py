"""Makes whole dates of the two ends of a range, and of parts whose year is not written."""

import datetime as dt
from dataclasses import replace

from review_tui.language.date_parts import DatePart, Grain

_LONGEST_SPAN = 100
"""Years; "1000 to 2000" is not a period."""
_LIKELY_YEARS = range(20, 32)
"""What may be a day of a month and, in notes of our time, rather is a year."""
YEARS_PLANNED = range(-6, 16)
"""Years before and after the meeting's that two figures behind a day, or a run of months, may mean."""
_TWO_FIGURES = 10
"""The first number of two figures."""
YEARS_NEAR = range(-2, 2)
"""Years before and after the meeting's that "Oct 20" may mean."""


def resolve_range(
    left: DatePart, right: DatePart, reference: dt.date | None, *, shorthand: bool = False
) -> tuple[DatePart, DatePart] | None:
    """Both ends with all that one lends the other, or ``None`` when they make no range.

    ``shorthand``: "May 26 - May 29" of notes is three years, as days of one month would name it once.
    """
    if is_number(left) or is_number(right):
        return _days_of_one_month(left, right, reference)
    if shorthand and (_counts_something(left, right, reference) or _is_figure_behind_months(left, right)):
        return None
    left, right = _loose_ends(left, right, shorthand=shorthand)
    if left.fixed or right.fixed:
        return (left, right) if left.fixed and right.fixed else None
    if left.month is None and right.month is None and right.partial and left.year and right.year:
        return (left, right) if left.year < right.year <= left.year + _LONGEST_SPAN else None
    if right.month is None and (left.grain is Grain.DAY or left.year is None):
        return None  # "16 March 2022 to 2024 homes", "Dec-2018"
    return _lend_years(left, right, reference)


def _days_of_one_month(
    left: DatePart, right: DatePart, reference: dt.date | None
) -> tuple[DatePart, DatePart] | None:
    """Both ends of "1-3 May 2022" or "May 1-3": the number takes its month and year from the other end."""
    if is_number(left) and right.month and right.day and not right.month_first:
        whole = right if right.year is not None else nearest_year(right, reference)
        left = replace(whole, day=left.day, end=left.end)
        right = whole
    elif is_number(right) and left.month_first and left.day and left.year is None:
        whole = nearest_year(replace(left, year=right.year), reference)
        right = replace(whole, day=right.day, end=right.end)
        left = replace(whole, loose=None)
    else:
        return None
    return (left, right) if (left.day or 0) < (right.day or 0) else None


def _counts_something(left: DatePart, right: DatePart, reference: dt.date | None) -> bool:
    """Whether no year of our time stands behind two months: "Oct to Mar 17" are seventeen of something."""
    if left.loose is not None or left.day or left.year or not reference or not right.month_first:
        return False
    year = right.year if right.loose is None else 2000 + right.loose
    return year is not None and right.month is not None and year - reference.year not in YEARS_PLANNED


def _is_figure_behind_months(left: DatePart, right: DatePart) -> bool:
    """Whether a single figure stands behind two months, which is no day of the second: "June to Aug 7"."""
    is_month = left.month is not None and left.day is None and left.loose is None
    return is_month and right.month_first and right.day is not None and right.day < _TWO_FIGURES


def _loose_ends(left: DatePart, right: DatePart, *, shorthand: bool) -> tuple[DatePart, DatePart]:
    """Both ends with "Oct 20" made a month of a year or a day, whichever makes a pair with the other end."""
    if left.loose is None and right.loose is None:
        return left, right
    if left.loose is not None and right.loose is not None:
        same = left.month == right.month
        months = left.loose <= right.loose and (not same or (shorthand and left.loose in _LIKELY_YEARS))
    else:
        other = right if right.loose is None else left
        months = other.day is None
    return loose_as(left, months=months), loose_as(right, months=months)


def loose_as(part: DatePart, *, months: bool) -> DatePart:
    """The part with "Oct 20" read as a month of a year, where it is one."""
    if part.loose is None or not months:
        return part
    return replace(part, day=None, year=2000 + part.loose, grain=Grain.MONTH)


def _lend_years(
    left: DatePart, right: DatePart, reference: dt.date | None
) -> tuple[DatePart, DatePart] | None:
    """A missing year from the other end, or else from the reference."""
    if right.year is None and left.year is None:
        right = nearest_year(right, reference)
    if right.year is None and left.year is not None:
        later = _order(right) < _order(left)
        return left, replace(right, year=left.year + later)
    if left.year is None and right.year is not None:
        earlier = _order(left) > _order(right)
        return replace(left, year=right.year - earlier), right
    return (left, right) if left.year is not None else None


def _order(part: DatePart) -> tuple[int, int]:
    return part.month or 0, part.day or 0


def loose_alone(part: DatePart, reference: dt.date | None) -> tuple[DatePart, bool]:
    """Reads "Oct 20" by itself: October 2020 when that was not long before, else the twentieth."""
    year = 2000 + (part.loose or 0)
    near = reference is not None and year - reference.year in YEARS_NEAR
    return loose_as(part, months=near), near


def nearest_year(part: DatePart, reference: dt.date | None) -> DatePart:
    """The part with the year that brings it nearest to the reference."""
    if reference is None:
        return part
    years = (replace(part, year=reference.year + by) for by in (0, -1, 1))
    dated = [(abs((first - reference).days), p) for p in years if (first := p.first())]
    return min(dated, key=lambda pair: pair[0])[1] if dated else part


def is_number(part: DatePart) -> bool:
    """Whether it is the "1" of "1-3 May"."""
    return part.month is None and part.day is not None
