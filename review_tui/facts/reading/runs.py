"""Runs of days and months: from which day to which, and what years, quarters and halves they are."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from review_tui.facts.reading.match_context import (
    ANY_DAY,
    SMALL_NUMBER,
    YEAR_LONG,
    Found,
    MatchContext,
    made_value,
)
from review_tui.facts.values import Key, Kind, Value
from review_tui.language.calendar_words import MONTH, full_year, month_number
from review_tui.language.date_parts import Grain
from review_tui.language.date_words import month_length
from review_tui.language.number_words import ONES
from review_tui.language.periods import Period, find_periods

_LENGTH = (
    rf"(?P<count>\d{{1,2}}|{SMALL_NUMBER}|eighteen)[\s-]?(?P<unit>months?|mo?n?ths?|mos?|m|years?|yrs?|y)"
)
_LENGTH_BEFORE = re.compile(
    rf"\b{_LENGTH}\.?\s(?P<to>to|till?|until|end\w*)?(?(to)|(?:fro?m|frm|start\w*|beg\w*|wef|commenc\w*))\s(?:the\s)?\Z"
)
"""Before a day, how long a run lasts that ends or begins there: "18 mos to Mar 27", "3 yrs from 1/7/25"."""
_BEGINS = re.compile(r"\b(?:fro?m|frm|start\w*|beg\w*|wef|commenc\w*)\s\Z")
_LENGTH_AFTER = re.compile(rf"\s*(?:,|for|x)\s?(?:a\s|another\s)?{_LENGTH}\b")
"""The same behind the day on which one begins: "from 1 Apr 25 for 12 mths"."""


def has_length_before(here: MatchContext) -> bool:
    """Whether it is said how many years or months something lasts that begins or ends there."""
    return _LENGTH_BEFORE.search(here.before) is not None


def run_of_length(here: MatchContext, told: Found) -> Found:
    """The run of which a day or month of a note is one end, if it says how long that lasts."""
    length = _LENGTH_BEFORE.search(here.before)
    after = _LENGTH_AFTER.match(here.after) if not length and _BEGINS.search(here.before) else None
    said, parts = length or after, told[2]["parts"] if told else ()
    if not said or not isinstance(parts, tuple) or not parts[1]:
        return None
    written = said["count"]
    months = (int(written) if written.isdigit() else _SPOKEN_LENGTHS[written]) * (
        YEAR_LONG if said["unit"][0] == "y" else 1
    )
    year, month, day = (*parts, 0)[:3]
    if not months or (not year and months > YEAR_LONG):
        return None
    is_end = length is not None and length["to"] is not None
    known = year or ANY_DAY.year
    at = known * YEAR_LONG + month - 1
    if is_end:
        last = dt.date(known, month, day or month_length(month, known))
        first = month_on(last + dt.timedelta(days=1), -months)
    else:
        first = dt.date(at // YEAR_LONG, at % YEAR_LONG + 1, day or 1)
        last = month_on(first, months) - dt.timedelta(days=1)
    return run_between(first, last, has_year=bool(year))


_SPOKEN_LENGTHS = {**ONES, "eighteen": 18}


def month_on(day: dt.date, months: int) -> dt.date:
    """The same day so many months on."""
    at = day.year * YEAR_LONG + day.month - 1 + months
    year, month = at // YEAR_LONG, at % YEAR_LONG + 1
    return dt.date(year, month, min(day.day, month_length(month, year)))


_JOINED = re.compile(r"[-/\u2010-\u2015\u2212\u2192]|\b(?:to|and|until|till?|through|thru)\b", re.IGNORECASE)
"""What stands between the ends of a run."""
_LENGTHS = {
    "quarter": 3,
    "qtr": 3,
    "month": 1,
    "half": 6,
    "three": 3,
    "3": 3,
    "six": 6,
    "6": 6,
    "nine": 9,
    "9": 9,
}
"""Months of a period that is told by its last day; of any other it is a year."""
YEARS_BEGIN = (1, 4, 10)
"""Months with which years of bodies begin, by whose quarters they report."""
_TWO_DAYS = re.compile(r"\d[./-]\d{1,2}.{1,20}\d[./-]\d")
_COUNTED_IN_MONTHS = re.compile(
    rf"(?:(?<![\w./-])(?:[2-9]|[1-3]\d)(?= (?:{MONTH})\.?\s?[-\u2013/]\s?(?:{MONTH})\b\.?(?!\s?\d))"
    rf"|(?:(?<=\bat )|(?<=@ )|(?<=@))\d{{1,2}}(?= (?:{MONTH})\.?\s?(?:[-\u2013]|to|thru|through|till?|until)\s?(?:{MONTH})\b\.?(?!\s?\d)))",
    re.IGNORECASE,
)
"""How many there were in months that a note names, or at which hour, and no day: "4 Jan-Jun", "opens at 9 Dec thru March"."""

_MONTH_OF_DAY = re.compile(r"(?<=\d )may\b|(?<=\d[snrt][tdh] )may\b|(?<=\d)may\b")
"""What in notes is the month behind its day, though it is a word too: "25-29 may"."""
_FIGURE_BEFORE_MONTHS = re.compile(
    rf"(?P<figure>\d\d?) (?:{MONTH})\.?\s?(?:[-\u2013]|to|thru|through|till?|until)\s?(?:{MONTH})\.?\Z",
    re.IGNORECASE,
)
"""A day of the first of two months, or a count or year before both: "14 oct to march", "autumn 27 Mar to May"."""
_YEARS_BEHIND = re.compile(
    rf"((?:{MONTH})\.?\s?(?:[-\u2013]|to|thru|through|till?|until)\s?(?:{MONTH})\.?)\s'?([2-4]\d)([/-][2-4]\d)(?![\w/-])",
    re.IGNORECASE,
)
"""Two years behind the months of a run that are of both: "nov-jan 26/27"."""


def _without_years(run: re.Match[str]) -> str:
    """Blanks for two years behind months, where one follows the other."""
    months, first, last = run.groups()
    is_year = (int(first) + 1) % 100 == int(last[1:])
    return months + " " * (len(run[0]) - len(months)) if is_year else run[0]


def runs_in(
    text: str, near: dt.date, *, names_month: bool, jotted: bool, month_first: bool
) -> Iterator[Value]:
    """Runs of days or months: "October 2020 to September 2021", "01/04/2020-31/03/2021", "June/July"."""
    if not (names_month or _TWO_DAYS.search(text)) or not _JOINED.search(text):
        return
    if jotted:
        text = _COUNTED_IN_MONTHS.sub(lambda count: " " * len(count[0]), text)
        text = _YEARS_BEHIND.sub(_without_years, text)
        text = _MONTH_OF_DAY.sub("May", text)
    others = {}
    if jotted and names_month:  # "Jan 26-Dec 28" are days or months of two years
        other_way = find_periods(text, day_first=month_first, reference=near, shorthand=True)
        others = {p.span: p for p in other_way if _has_two_ends(p) and p.text[0].isalpha()}
    for period in find_periods(text, day_first=not month_first, reference=near, shorthand=jotted):
        if _has_two_ends(period):
            told = run_between(period.start, period.end, has_year=period.year_written)
            other = others.get(period.span)
            if other and (other.start, other.end) != (period.start, period.end):
                told[2]["otherwise"] = run_between(other.start, other.end, has_year=other.year_written)
            run = made_value(told, period.span.start, period.text)
            figure = _FIGURE_BEFORE_MONTHS.match(period.text) if jotted else None
            yield replace(run, otherwise=_months_behind(run, figure, near)) if figure else run


def _months_behind(run: Value, figure: re.Match[str], near: dt.date) -> tuple[Value, ...]:
    """The months of a run without the figure before them."""
    start = figure.end("figure") + 1
    return tuple(
        made_value(run_between(p.start, p.end, has_year=p.year_written), run.start + start, p.text)
        for p in find_periods(run.text[start:], reference=near, shorthand=True)
        if _has_two_ends(p)
    )


def _has_two_ends(period: Period) -> bool:
    if period.grain is Grain.DAY:
        return not period.is_single_day
    one, other = period.start, period.end
    return period.grain is Grain.MONTH and (one.year, one.month) != (other.year, other.month)


def run_between(
    first: dt.date, last: dt.date, *, has_year: bool = True
) -> tuple[Kind, set[Key], dict[str, object]]:
    """A run from day to day: its ends, and the years, year, half or quarter that it is."""
    keys: set[Key] = {("m", first.month), ("m", last.month)}
    keys |= {("d", day.month, day.day) for day in (first, last)}
    months = (last.year - first.year) * YEAR_LONG + last.month - first.month + 1
    if months == YEAR_LONG and has_year:
        keys.add(("y", last.year))
    if months >= YEAR_LONG and has_year and first.year != last.year:
        keys.add(("fy", first.year, last.year))
    for begins in YEARS_BEGIN:
        before = (first.month - begins) % YEAR_LONG
        keys |= {
            (sign, before // length + 1, begins)
            for sign, length in (("q", 3), ("h", 6))
            if months == length and not before % length
        }
    if not has_year and (last.month, last.day) == (2, 29):
        last = last.replace(day=28)  # as most years have it
    years = (first.year, last.year) if has_year else (0, 0)
    return Kind.PERIOD, keys, {"parts": (years[0], first.month, first.day, years[1], last.month, last.day)}


def read_ended_period(here: MatchContext) -> Found:
    """Such as "y/e 31.3.24", "yr to 31/3/24", "six months ended 30 September 2024": from which day to which."""
    m = here.match
    if m["m"]:
        first, second = int(m["d"] or 0), int(m["m"])
        month, last = (first, second) if (here.month_first and first) or second > 12 else (second, first)
    else:
        month, last = month_number(m["month"] or m["month2"]), int(m["day"] or m["day2"] or 0)
    if here.month_first and m["month"] and not last and len(m["year"]) == 2 and int(m["year"]) <= 31:
        return None  # "year ended June 30": of which year is not said
    year = full_year(m["year"])
    length = next((n for unit, n in _LENGTHS.items() if m["unit"].lower().startswith(unit)), YEAR_LONG)
    begins = dt.date(year, month, 1)
    for _ in range(length - 1):
        begins = (begins - dt.timedelta(days=1)).replace(day=1)
    return run_between(begins, dt.date(year, month, last or month_length(month, year)))
