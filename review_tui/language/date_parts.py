"""Reads one part of a date or range: "16th March, 2022", "Oct 20", "2020-21", or the "1" of "1-3 May"."""

import calendar
import datetime as dt
import re
from dataclasses import replace
from enum import IntEnum

from review_tui.language.calendar_words import MONTH_NAMES, full_year, month_number
from review_tui.language.date_words import FORMS, OF_YEAR, SHORT_YEAR_SAID, YEAR_OF
from review_tui.language.number_words import ORDINALS
from review_tui.model.frozen import frozen

APRIL = 4
"""The month in which the year of accounts begins."""
_MONTHS_A_YEAR = 12
"""As every calendar has them."""
_CENTURY = 100
"""Years."""
_LONGEST_DAY = 31
"""The last day of the longest month."""
_LOOK_BACK = 24
"""Characters before a figure in which the words stand that tell a year from a count."""
_SLIP = 2
"""How many years backwards "2022-20" may run and still be a slip of the pen, rather than no period at all."""

_WITHOUT_YEAR = frozenset({"day_slash", "day_stop"})
"""Forms of days in figures that say no year, which hold in a range only."""


class Grain(IntEnum):
    """How finely a date is written."""

    DAY = 1
    MONTH = 2
    QUARTER = 3
    YEAR = 4
    DECADE = 5


@frozen
class DatePart:
    """One end of a range, or a date alone. What is not written is ``None``."""

    end: int
    """Where it ends in the text."""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    loose: int | None = None
    """The 20 of "Oct 20": a day or a year."""
    fixed: tuple[dt.date, dt.date] | None = None
    """First and last day of a year pair or quarter."""
    month_first: bool = False
    partial: bool = False
    """Makes sense in a range only: "1", "March", "16/3"."""
    impossible: bool = False
    """A day that no calendar has, such as 31 April."""
    weak: bool = False
    """Whether its month is written like another word, "may" or "mar": a month only beside another."""
    grain: Grain = Grain.DAY

    def first(self) -> dt.date | None:
        """Its first day, or ``None`` when there is no such date or too little is written."""
        if self.fixed:
            return self.fixed[0]
        return _date(self.year, self.month or 1, self.day or 1)

    def last(self) -> dt.date | None:
        """Its last day, likewise."""
        if self.fixed:
            return self.fixed[1]
        month = self.month or _MONTHS_A_YEAR
        if self.year is None or self.day:
            return _date(self.year, month, self.day or 1)
        return _date(self.year, month, calendar.monthrange(self.year, month)[1])


def read_date_parts(text: str, at: int, *, day_first: bool = True) -> tuple[DatePart, ...]:
    """Every way to read a part that begins at character ``at``, the most telling first."""
    found = []
    for form, pattern in FORMS.items():
        match = pattern.match(text, at)
        part = _read_part(form, match, day_first=day_first) if match else None
        if part:
            found.append(part)
    return tuple(found)


def _read_part(form: str, match: re.Match[str], *, day_first: bool) -> DatePart | None:
    if form in {"numeric", "airy", "spaced", *_WITHOUT_YEAR}:
        return _numeric(match, day_first=day_first, partial=form in _WITHOUT_YEAR)
    if form == "years":
        return _years(match)
    if form == "short_years":
        return _short_years(match)
    if form == "decade":
        first = int(match["year"])
        return DatePart(
            match.end(), fixed=(dt.date(first, 1, 1), dt.date(first + 9, 12, 31)), grain=Grain.DECADE
        )
    if form == "quarter":
        return _quarter(match)
    return _read_words(form, match, day_first=day_first)


def _numeric(match: re.Match[str], *, day_first: bool, partial: bool) -> DatePart | None:
    day, month = int(match["a"]), int(match["b"])
    if not day_first:
        day, month = month, day
    if month > _MONTHS_A_YEAR and not partial:
        day, month = month, day
    year = None if partial else full_year(match["year"])
    return _valid_part(DatePart(match.end(), year, month, day, partial=partial))


def _read_words(form: str, match: re.Match[str], *, day_first: bool) -> DatePart | None:
    """What a match in words means; none where "may" and "mar" are no months."""
    said = match.groupdict()
    written = said.get("year") or said.get("short") or said.get("slashed")
    year = full_year(written) if written else None
    month = _month(said["month"]) if said.get("month") else None
    day = int(said["day"]) if said.get("day") else None
    part = DatePart(match.end(), year, month, day, grain=_grain(month, day))
    if form == "month_day" and _ends_sentence(match):
        return None  # "a session in April. 14 people came"
    if said.get("month") in {"may", "mar"} and year is None and not _is_day_by_name(match):
        part = replace(part, weak=True)  # "12 may attend", "may 12 people"
    if form == "month_day":
        part = _month_day(part, said, day_first=day_first)
    if form in {"number", "month", "month_figures", "iso_month", "year"}:
        part = replace(part, partial=True)
    if form == "month" and said["month"] in {"may", "mar", "march"}:
        part = replace(part, weak=True)  # "it may, to that end"
    return _valid_part(part)


def _is_day_by_name(match: re.Match[str]) -> bool:
    """Whether a day of the week or an ordinal shows that a word in small letters is a month: "tue 17 mar"."""
    begins = match[0][0]
    return bool(match.groupdict().get("suffix")) or (
        begins.isalpha() and match.start("month") > match.start()
    )


def _ends_sentence(match: re.Match[str]) -> bool:
    """Whether a point stands behind a month that is not cut short, and the text goes on after the figures."""
    goes_on = match.end() < len(match.string) and match.string[match.end()] != "\n"
    return goes_on and match.string[match.end("month")] == "." and match["month"].capitalize() in MONTH_NAMES


def _month_day(part: DatePart, said: dict[str, str | None], *, day_first: bool) -> DatePart:
    """Tells "March 16", a day, from "Aug 99", a year; "Oct 20" is left to what stands around it."""
    part = replace(part, month_first=True)
    figures = said["day"] or ""
    if part.year is not None or said["suffix"] or len(figures) == 1:
        return part
    if int(figures) > _LONGEST_DAY or figures == "00":
        return replace(part, day=None, year=full_year(figures), grain=Grain.MONTH)
    return replace(part, loose=int(figures)) if day_first else part


def _years(match: re.Match[str]) -> DatePart | None:
    """Tells financial years, "2020-21" and "2020/2021", from "2014-2018", which is January to December."""
    first, figures = int(match["year"]), match["next"]
    second = int(figures) if int(figures) >= _CENTURY else first - first % _CENTURY + int(figures)
    if first % _CENTURY == _CENTURY - 1 and figures == "00":
        second = first + 1
    short, spaced = int(figures) < _CENTURY, len(match["sep"]) > 1
    slip = (
        -_SLIP <= second - first <= 0 and not spaced and (int(figures) > _MONTHS_A_YEAR or _is_of_year(match))
    )
    if not slip and (second <= first or (spaced and short and second != first + 1)):
        return None
    if slip or (second == first + 1 and (short or not spaced)):
        return DatePart(match.end(), fixed=_financial(first, second), grain=Grain.YEAR)
    return DatePart(match.end(), fixed=(dt.date(first, 1, 1), dt.date(second, 12, 31)), grain=Grain.YEAR)


def _short_years(match: re.Match[str]) -> DatePart | None:
    """The financial year 21/22, where that is said."""
    first, second = int(match["year"]), int(match["next"])
    before = match.string[max(0, match.start() - _LOOK_BACK) : match.start()]
    said = match[0][:2].lower() == "fy" or SHORT_YEAR_SAID.search(before)
    if not said or second != (first + 1) % _CENTURY:
        return None
    return DatePart(match.end(), fixed=_financial(2000 + first, 2001 + first), grain=Grain.YEAR)


def _is_of_year(match: re.Match[str]) -> bool:
    """Whether the words before say that "2012-11" is a year, not the number of a paper or a month."""
    before = match.string[max(0, match.start() - 12) : match.start()]
    return bool(OF_YEAR.search(before) or YEAR_OF.match(match.string, match.end()))


def _quarter(match: re.Match[str]) -> DatePart | None:
    nth = (match["nth"] or "").lower()
    first = int(match["q1"] or ORDINALS.get(nth) or nth[0])
    last = int(match["q2"] or first)
    year = int(match["year"])
    following = match["next"]
    if last < first or (following and int(following) % _CENTURY != (year + 1) % _CENTURY):
        return None
    base = year * _MONTHS_A_YEAR + (APRIL - 1 if following else 0)
    begin, end = base + (first - 1) * 3, base + last * 3 - 1
    start = dt.date(begin // _MONTHS_A_YEAR, begin % _MONTHS_A_YEAR + 1, 1)
    close = DatePart(0, end // _MONTHS_A_YEAR, end % _MONTHS_A_YEAR + 1).last()
    return DatePart(match.end(), fixed=(start, close or start), grain=Grain.QUARTER)


def _financial(first: int, second: int) -> tuple[dt.date, dt.date]:
    return dt.date(first, APRIL, 1), dt.date(second, APRIL - 1, 31)


def _grain(month: int | None, day: int | None) -> Grain:
    if day:
        return Grain.DAY
    return Grain.MONTH if month else Grain.YEAR


def _month(word: str) -> int:
    return int(word) if word.isdigit() else month_number(word)


def _valid_part(part: DatePart) -> DatePart | None:
    """The part, unless it names no day or month at all; a day too late for its month is marked as such."""
    month, day = part.month or 1, part.day if part.day is not None else 1
    if not (1 <= month <= _MONTHS_A_YEAR and 1 <= day <= _LONGEST_DAY):
        return None
    leap = 2000
    return part if _date(part.year or leap, month, day) else replace(part, impossible=True)


def _date(year: int | None, month: int, day: int) -> dt.date | None:
    if year is None or not 1 <= month <= _MONTHS_A_YEAR:
        return None
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return dt.date(year, month, day)
