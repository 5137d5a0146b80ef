"""Which reading of a jotted value the draft bears out: "7 Jan" a day, or seven of them in January; "10/11" a day, or years."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from review_tui.facts.clauses import Clause
from review_tui.facts.values import Kind, Value, agree, may_be_slip
from review_tui.model.frozen import frozen

_SAME = re.compile(r"\bsame (dates|term|period|season|months|run)\b", re.IGNORECASE)
"""What stands in notes for the days, months or term that they gave before."""
_SAME_REACH = 8
"""Jottings in which those are looked for."""
_DAY_AND_MONTH = re.compile(r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})\W*\Z")
_LONG_AGO = 6
"""Years before the meeting from which "10/11" is rather a day than the years 2010 and 2011."""
_LAST_DAY, _LAST_MONTH = 31, 12
"""The highest numbers of a day and of a month."""
_COUNT_OF_MONTH = re.compile(r"(?P<count>\d{1,2})\s+\w+\W*\Z")
_MONTH_AND_YEAR = re.compile(r"[^\W\d]+\.?\s+'?(?P<year>\d\d)\W*\Z")
_TWO_DIGITS = re.compile(r"'?\d\d\W*\Z")
_YEARS_ON = re.compile(r"\s?[,/&+]?\s{0,2}(?:and\s)?")
"""What stands between years that are jotted in a row, each by its last two figures."""
_YEARS_LED = re.compile(r"\b(?:seasons?|years|yrs|winters|summers)\W{0,3}\Z", re.IGNORECASE)
_FEWEST_IN_ROW = 3
"""Figures that follow each other and are years, where no word before them says so; with one, two are enough."""
_YEARS = range(15, 60)
"""Two figures of years of our time."""
_CENTURY = 2000
"""Added to a year of two figures."""


@frozen
class Told:
    """What the draft gives, by which jotted values are read."""

    values: Sequence[Value]
    counted: frozenset[tuple[float, int]]
    """Numbers that a clause gives beside a month without a day, each with that month."""
    dates: Sequence[Value]
    """The dates among them."""
    year: int
    """Of the meeting, 0 where it is not known."""


def told_values(values: Sequence[Sequence[Value]], year: int) -> Told:
    """Those of the clauses of a draft."""
    counted = frozenset(
        (number.number, month.parts[1])
        for of_clause in values
        for month in of_clause
        if month.kind is Kind.MONTH and month.parts[1]
        for number in of_clause
        if number.kind is Kind.NUMBER
    )
    every = [value for of_clause in values for value in of_clause]
    return Told(every, counted, [value for value in every if value.kind is Kind.DATE], year)


def settled(text: str, values: Sequence[Value], told: Told) -> tuple[Value, ...]:
    """Values of a jotting; where one may be read otherwise, as what comes nearest to any value of the draft."""
    found: list[Value] = []
    for value in values:
        if found and value.start < found[-1].end:
            continue
        readings = (value, *value.otherwise)
        best = max(readings, key=lambda one: _borne_out(one, told.values)) if value.otherwise else value
        best = best if best is value else replace(best, is_former=value.is_former)
        found.append(_as_day(best, told) or _as_count(best, told) or _as_month(best, told) or best)
    return tuple(_with_years_in_a_row(text, found))


def with_same_period(
    jottings: Sequence[Clause], read: Sequence[tuple[Value, ...]], jotting: Clause
) -> tuple[Value, ...]:
    """The values of a jotting, "same dates" as the run that was noted last before it."""
    here = read[jotting.index]
    same = _SAME.search(jotting.text)
    if not same or any(v.kind is Kind.PERIOD for v in here):
        return here
    before = jottings[max(0, jotting.index - _SAME_REACH) : jotting.index]
    for earlier in reversed([c for c in before if c.document is jotting.document]):
        for value in reversed(read[earlier.index]):
            if value.is_run or (value.kind is Kind.QUARTER and same[1].lower() == "term"):
                meant = replace(value, start=same.start(), end=same.end(), text=same[0], otherwise=())
                return tuple(sorted((*here, meant), key=lambda v: v.start))
    return here


def _borne_out(reading: Value, told: Sequence[Value]) -> int:
    """How near the draft comes to a reading: 2 where it says it, 1 where it has one of the same sort beside it."""
    same = [v for v in told if v.kind is reading.kind and (v.kind is not Kind.MONTH or v.parts[0])]
    if any(agree(v, reading) for v in same):
        return 2
    return any(may_be_slip(v, reading) for v in same)


def _as_day(value: Value, told: Told) -> Value | None:
    """Two figures that would be years long before the meeting, as the day of a month that they may be."""
    written = _DAY_AND_MONTH.match(value.text)
    if (
        not written
        or value.kind is not Kind.PERIOD
        or value.is_run
        or not told.year
        or told.year - value.parts[0] < _LONG_AGO
        or any(v.kind is Kind.PERIOD and v.parts == value.parts for v in told.values)
    ):
        return None
    days = [key for key in value.keys if key[0] == "d"]
    if not days or not 0 < int(written["day"]) <= _LAST_DAY or not 0 < int(written["month"]) <= _LAST_MONTH:
        return None
    month, day = (int(part) for part in days[0][1:])
    keys = frozenset(key for key in value.keys if key[0] != "fy")
    return replace(value, kind=Kind.DATE, keys=keys, parts=(0, month, day))


def _as_count(value: Value, told: Told) -> Value | None:
    """A day that no clause has, as so many in that month, where a clause has both: "4 in Feb (7 Jan)"."""
    counted = _COUNT_OF_MONTH.match(value.text) if value.kind is Kind.DATE and not value.year else None
    if not counted or (float(counted["count"]), value.parts[1]) not in told.counted:
        return None
    if any(v.kind is Kind.DATE and agree(v, value) for v in told.values):
        return None
    number, end = float(counted["count"]), value.start + counted.end("count")
    return Value(Kind.NUMBER, frozenset({("n", number)}), value.start, end, counted["count"], number)


def _as_month(value: Value, told: Told) -> Value | None:
    """A day that no clause has, as the month of a year of which one has a day: "at Mar 25" for 31 March 2025."""
    written = _MONTH_AND_YEAR.match(value.text) if value.kind is Kind.DATE and not value.year else None
    if not written or any(agree(v, value) and v.parts[1:] == value.parts[1:] for v in told.dates):
        return None
    year, month = _CENTURY + int(written["year"]), value.parts[1]
    if not any(v.parts[:2] == (year, month) for v in told.dates):
        return None
    return replace(
        value,
        kind=Kind.MONTH,
        keys=frozenset({("m", month), ("y", year), ("my", month, year % 100)}),
        parts=(year, month),
    )


def _with_years_in_a_row(text: str, values: Sequence[Value]) -> Iterator[Value]:
    """The values, figures that count up from year to year as the years that they are: "3 seasons 25 26 27"."""
    rows: list[list[Value]] = []
    for before, value in pairwise((None, *values)):
        if value is None:
            continue
        if before and rows and _goes_on(text, before, value):
            rows[-1].append(value)
        else:
            rows.append([value])
    for row in rows:
        is_led = _YEARS_LED.search(text, 0, row[0].start) is not None
        if len(row) >= (_FEWEST_IN_ROW - is_led):
            yield from (_as_year(value) for value in row)
        else:
            yield from row


def _goes_on(text: str, before: Value, value: Value) -> bool:
    """Whether a figure is the one after that before it, both of two digits, with hardly anything between."""
    return (
        before.kind is value.kind is Kind.NUMBER
        and value.number == before.number + 1
        and int(before.number) in _YEARS
        and all(_TWO_DIGITS.match(v.text) for v in (before, value))
        and _YEARS_ON.fullmatch(text, before.end, value.start) is not None
    )


def _as_year(value: Value) -> Value:
    year = _CENTURY + int(value.number)
    return replace(value, kind=Kind.YEAR, keys=value.keys | {("y", year)}, parts=(year,))
