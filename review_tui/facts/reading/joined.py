"""Values that stand side by side and are one: two days as a run, a month with its year, a quarter with its months."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from review_tui.facts.reading.amounts import SCALE
from review_tui.facts.reading.match_context import (
    ANY_DAY,
    FIRST_YEARS,
    LAST_YEARS,
    LONGEST_CUT_SHORT,
    YEAR_LONG,
    Found,
    made_value,
)
from review_tui.facts.reading.runs import run_between
from review_tui.facts.values import Key, Kind, Value, is_apposed
from review_tui.language.calendar_words import MONTH, WEEKDAY
from review_tui.language.date_words import month_length

_TO = re.compile(r"\s*(?:to|till?|until|thru|through|[-\u2013])\s*(?:the\s+)?", re.IGNORECASE)

_RUNS_UNTIL = re.compile(
    r",?\s(?:and|to)\s(?:(?:would|will|to)\s)?(?:runs?|ends?|ending|expires?|expiring|continues?|lasts?|remains?)\s(?:in\s\w+\s)?(?:through|thru|to|until|till?|on)\s(?:and including\s)?",
    re.IGNORECASE,
)
"""Between the days on which something begins and ends: "from July 1, 2025 and run through June 30, 2028"."""


def joined_days(text: str, values: Iterable[Value]) -> Iterator[Value]:
    """The values, two days that are joined as one run: "first of october to end of march"."""
    last: Value | None = None
    for value in values:
        if _is_span_of_hours(text, last, value):
            continue
        if (
            last
            and last.kind is value.kind is Kind.DATE
            and (_RUNS_UNTIL if last.parts[0] else _TO).fullmatch(text, last.end, value.start)
            and not re.search(r"\b(?:moved|changed|shifted|put back)\b", text[: last.start], re.IGNORECASE)
        ):
            day, then = last.parts, value.parts
            keys: frozenset[Key] = frozenset(
                {("m", day[1]), ("m", then[1]), ("d", *day[1:]), ("d", *then[1:])}
            )
            last = Value(
                Kind.PERIOD, keys, last.start, value.end, text[last.start : value.end], parts=(*day, *then)
            )
            continue
        if last and (run := _run_before_run(text, last, value)):
            last = run
        if last and (
            joined := _joined_months(text, last, value)
            or _joined_years(text, last, value)
            or _until_end(text, last, value)
        ):
            last = joined
            continue
        if last:
            yield last
        last = value
    if last:
        yield last


_DAYS = re.compile(r"(?P<first>\d{1,2})\s?[-\u2013/]\s?(?P<last>\d{1,2})")
_AND_ALSO = re.compile(r"\s?(?:,|(?:,\s?)?(?:and|then)\s|[&+])\s?", re.IGNORECASE)


def _run_before_run(text: str, one: Value, other: Value) -> Value | None:
    """What looks like votes or a day before a run of days as the run that it is: "8-9 and 15-16 Aug"."""
    days = _DAYS.fullmatch(one.text) if one.kind in {Kind.VOTE, Kind.DATE, Kind.FRACTION} else None
    if days is None or not other.is_run or not _DAYS.match(other.text):
        return None
    first, last, ((year, month, begins), _) = int(days["first"]), int(days["last"]), other.ends
    if not first < last < begins or not _AND_ALSO.fullmatch(text, one.end, other.start):
        return None
    in_year = year or ANY_DAY.year
    told = run_between(dt.date(in_year, month, first), dt.date(in_year, month, last), has_year=year > 0)
    return made_value(told, one.start, one.text)


def with_spoken_years(text: str, values: Iterable[Value]) -> Iterator[Value]:
    """The values, a month with the year that is said in words behind it: "October twenty twenty-four"."""
    month: Value | None = None
    for value in values:
        is_said = month and value.kind is Kind.YEAR and value.text[0].isalpha()
        if month and is_said and not text[month.end : value.start].strip(" ,"):
            told: Found = Kind.MONTH, {*month.keys, *value.keys}, {"parts": (*value.parts, month.parts[1])}
            yield made_value(told, month.start, text[month.start : value.end])
            month = None
            continue
        if month:
            yield month
        month = value if value.kind is Kind.MONTH and not value.parts[0] and value.parts[1] else None
        if not month:
            yield value
    if month:
        yield month


_AND = re.compile(r"\s*(?:and|&|\+)\s*", re.IGNORECASE)
_OF_LIST = re.compile(rf"{MONTH}\.?,\s*\Z", re.IGNORECASE)


def _joined_months(text: str, one: Value, other: Value) -> Value | None:
    """Two months as the run that they are: "July and August 2025", "Jan+Feb", "June twenty-five to May twenty-six"."""
    if not one.kind is other.kind is Kind.MONTH or not (one.parts[1] and other.parts[1]):
        return None
    in_a_row = one.parts[1] % YEAR_LONG + 1 == other.parts[1] and _AND.fullmatch(text, one.end, other.start)
    if not in_a_row and not (
        all((one.parts[0], other.parts[0])) and _TO.fullmatch(text, one.end, other.start)
    ):
        return None
    ends = other.parts[0] or ANY_DAY.year
    begins = ends - (one.parts[1] > other.parts[1])
    if not in_a_row:
        begins = one.parts[0]
    if one.parts[0] not in {0, begins} or _OF_LIST.search(text[max(0, one.start - 12) : one.start]):
        return None
    first = dt.date(begins, one.parts[1], 1)
    last = dt.date(ends, other.parts[1], month_length(other.parts[1], ends))
    told = run_between(first, last, has_year=bool(other.parts[0]))
    return made_value(told, one.start, text[one.start : other.end])


def _until_end(text: str, one: Value, other: Value) -> Value | None:
    """A month and the end of another as the run that they are: "nov to end feb"."""
    is_month = one.kind is Kind.MONTH and one.parts[1] > 0
    if not is_month or other.kind is not Kind.DATE or not other.text.lower().startswith("end"):
        return None
    if not _TO.fullmatch(text, one.end, other.start):
        return None
    year, month, day = other.parts
    ends = year or ANY_DAY.year
    begins = one.parts[0] or ends - (one.parts[1] > month)
    day = min(day, month_length(month, ends))
    told = run_between(dt.date(begins, one.parts[1], 1), dt.date(ends, month, day), has_year=year > 0)
    return made_value(told, one.start, text[one.start : other.end])


def _joined_years(text: str, one: Value, other: Value) -> Value | None:
    """Two years that are said in words as the years from one to the other: "twenty six seven to twenty nine thirty"."""
    if not one.kind is other.kind is Kind.PERIOD or one.is_run or other.is_run:
        return None
    (first, second), (third, last) = one.parts, other.parts
    is_said = one.text[-1:].isalpha() and _TO.fullmatch(text, one.end, other.start)
    if not is_said or not second - first == last - third == 1 or not first < third:
        return None
    years: set[Key] = {("fy", year, year + 1) for year in range(first, last)}
    told: Found = Kind.PERIOD, {("yy", first, last), ("fy", first, last), *years}, {"parts": (first, last)}
    return made_value(told, one.start, text[one.start : other.end])


_TO_YEAR = re.compile(r"\s(?:to|thru|through|till?|until)\s'?", re.IGNORECASE)


def joined_numbers(text: str, values: Sequence[Value]) -> Iterator[Value]:
    """The values, the first of two numbers that may be years also as a period of years: "twenty-six to thirty"."""
    for value, then in zip_longest(values, values[1:]):
        if (
            then
            and value.kind is then.kind is Kind.NUMBER
            and value.number in FIRST_YEARS
            and then.number in LAST_YEARS
            and 0 < then.number - value.number <= LONGEST_CUT_SHORT
            and _TO_YEAR.fullmatch(text, value.end, then.start)
        ):
            years = (2000 + int(value.number), 2000 + int(then.number))
            told: Found = Kind.PERIOD, {("fy", *years)}, {"parts": years}
            yield replace(value, otherwise=(made_value(told, value.start, text[value.start : then.end]),))
        else:
            yield value


_SCALED = re.compile(r"[\d.,]+\s?(?P<scale>k|m|mn|bn|million|thousand|l|lakhs?|cr|crores?)", re.IGNORECASE)
_BARE = re.compile(r"[\u00a3$\u20ac]?[\d.,]+")
_SAME_SCALE = re.compile(
    r"\s?(?:[-=]>|>|\u2192|-|\u2013|/|\b(?:up |down )?(?:to|till?|or|from|vs?|of|against|not|and|was|cf)\b\.?|,|&)\s?",
    re.IGNORECASE,
)
"""Between two figures of one thing, of which only one says that it is in thousands or millions."""
_OF_ANOTHER = re.compile(r"[,;/]?\s[A-Z][a-z]{2,14}\s", re.IGNORECASE)
"""Whose figure the next is, where both have decimals: "Otis 4.85L schindler 5.20"."""


def with_scale_of_other(text: str, values: Sequence[Value]) -> Iterator[Value]:
    """The values, a bare figure also in the thousands or millions of the one beside: "1.15 -> 1.25m", "412m of 438"."""
    for before, value, behind in zip((None, *values), values, (*values[1:], None), strict=False):
        more: set[Key] = set()
        if value.kind in {Kind.NUMBER, Kind.MONEY} and _BARE.fullmatch(value.text):
            for one, other in ((before, value), (value, behind)):
                beside = other if one is value else one
                scaled = _SCALED.fullmatch(beside.text.lstrip("\u00a3$\u20ac")) if beside else None
                is_named = "." in value.text and scaled and "." in scaled[0]
                if not (scaled and one and other):
                    continue
                if _SAME_SCALE.fullmatch(text, one.end, other.start) or (
                    is_named and _OF_ANOTHER.fullmatch(text, one.end, other.start)
                ):
                    more.add(("n", value.number * SCALE[scaled["scale"][0].lower()]))
        yield replace(value, keys=value.keys | more) if more else value


_HOURS = re.compile(r"(\d{1,2})\s?[-\u2013]\s?(\d{1,2})")
_OPEN = re.compile(
    r"\b(?:open\w*|hours|hrs|times?|days?|daily|week ?ends?|wknds?)[ :,]{1,2}\Z", re.IGNORECASE
)
_ON_DAYS = re.compile(
    rf"[ ,]{{1,2}}(?:w(?:ee)?k ?da?ys?|w(?:ee)?k ?e?nds?|daily|every|each|hrs|hours|[ap]m|{WEEKDAY})\b",
    re.IGNORECASE,
)
"""What stands before or behind the hours at which something is open: "open 8-6", "9-12 wkdays"."""
_OF_MEASURE = re.compile(
    r"\s?(?:[cm]?ms?|ft|k?gs?|mi?ns?|h(?:ou)?rs?|days?|w(?:ee)?ks?|m(?:on)?ths?|y(?:ea)?rs?|times|pp?l|k|p|%)\b",
    re.IGNORECASE,
)
"""What follows a span of lengths, weights or times: "2-3cms", "4-6 wks"."""
_LAST_HOUR = 24
"""Hours of a day: a greater number is no time of the clock."""


def _is_span_of_hours(text: str, last: Value | None, value: Value) -> bool:
    """Whether what looks like votes or a day tells from when to when: "15 June 2-5", "Sat 10-1", "8-6 wkdays"."""
    hours = _HOURS.fullmatch(value.text) if value.kind in {Kind.VOTE, Kind.DATE} else None
    if not hours:
        return False
    is_behind_day = last is not None and not text[last.end : value.start].strip(" ,")
    if last and is_behind_day and last.kind is Kind.DATE:
        return True
    if value.kind is Kind.VOTE and _OF_MEASURE.match(text, value.end):
        return True
    if value.kind is Kind.DATE or max(int(hours[1]), int(hours[2])) > _LAST_HOUR:
        return False
    return (
        (last is not None and is_behind_day and last.kind is Kind.WEEKDAY)
        or _OPEN.search(text, 0, value.start) is not None
        or _ON_DAYS.match(text, value.end) is not None
    )


def with_months_told(text: str, values: Sequence[Value]) -> Iterator[Value]:
    """The values, quarters and the runs beside them that tell which months they are with what both have in common."""
    told: dict[int, frozenset[Key]] = {}
    for part, run in pairwise(values):
        length = (
            {"q": 3, "h": 6}.get(str(next(iter(part.keys), ("",))[0])) if part.kind is Kind.QUARTER else None
        )
        if not length or not run.is_run or not is_apposed(text, part, run):
            continue
        (sign, *_), (number, *_) = next(iter(part.keys)), part.parts
        (_, first, _), (_, last, _) = run.ends
        if (last - first) % YEAR_LONG + 1 == length:
            key: Key = (sign, number, (first - 1 - (number - 1) * length) % YEAR_LONG + 1)
            told[part.start] = frozenset({(sign, number), key})
            told[run.start] = frozenset({key, *(k for k in run.keys if k[0] not in {"q", "h"})})
    return (replace(v, keys=told[v.start]) if v.start in told else v for v in values)
