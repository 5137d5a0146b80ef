"""Days, months and years in words, as people say them: "thirty september twenty five", "jan twenty six to dec twenty eight"."""

import datetime as dt
import re
from collections.abc import Iterator

from review_tui.facts.reading.match_context import (
    ANY_DAY,
    ORDINAL,
    SMALL_NUMBER,
    Found,
    MatchContext,
    made_value,
)
from review_tui.facts.reading.runs import run_between
from review_tui.facts.reading.spoken import read_spoken
from review_tui.facts.values import Key, Kind, Value
from review_tui.language.calendar_words import MONTH, WEEKDAY, month_number
from review_tui.language.date_words import month_length
from review_tui.language.number_words import ONES, ORDINALS, SPOKEN, TENS, UNITS
from review_tui.model.frozen import frozen

_CENTURY = 2000
"""That of our time."""
_UNITS = "|".join(UNITS)
_DAY = rf"(?:(?:twenty|thirty)[\s-])?(?:{ORDINAL}|{SMALL_NUMBER})|twenty|thirty"
SPOKEN_YEAR = rf"(?:twenty[\s-])?(?:twenty|thirty)(?:[\s-](?:{_UNITS}))?\b"
"""A year of our time as it is said, with its century or without, as a pattern."""


def _end(name: str) -> str:
    return (
        rf"(?:(?P<day{name}>{_DAY})\s(?:of\s)?)?(?P<month{name}>{MONTH})"
        rf"(?:\s(?:the\s)?(?P<after{name}>{_DAY})\b)?(?:\s(?P<year{name}>{SPOKEN_YEAR}))?"
    )


_SPOKEN_DAYS = re.compile(
    rf"\b{_end('1')}(?:\s(?:to|till?|until|through|thru)\s(?:the\s)?(?:end\s(?:of\s)?)?{_end('2')})?",
    re.IGNORECASE,
)
_DAYS_OF_MONTH = re.compile(
    rf"\b(?P<first>{_DAY})\s(?:to|till?|until|through|thru)\s(?:the\s)?(?P<last>{_DAY})\s(?:of\s)?(?P<month>{MONTH})\b",
    re.IGNORECASE,
)
"""The first and last of some days of one month: "twenty third to twenty seventh march"."""
_NO_DAY_BEFORE = re.compile(
    rf"(?:\b(?:{SPOKEN}|and|point|item|quarter|phase|stage|part|page|plot|lot|terms?)[\s-]|\d[\d.,]*\s|-)\Z",
    re.IGNORECASE,
)
"""What stands before a number that is no day, though a month follows."""
_THINGS = re.compile(r"\s[a-z]{3,}[^\Ws]s\b")
"""What follows a month and is counted by the number before it: "five june slots"."""
_WORDS_TOO = frozenset({"may", "mar", "march"})
"""Months that are other words: a number before them is no day unless it is an ordinal, or behind a weekday."""
_WEEKDAY_BEFORE = re.compile(rf"\b{WEEKDAY}\.?,?\s(?:the\s)?\Z", re.IGNORECASE)
_FIGURE_BEFORE = re.compile(r"(?<![\d.,])\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?\Z", re.IGNORECASE)
"""The day of a month, before it in figures: then what is said behind it is the hour, "16 May nine thirty"."""
_REACH_BACK = 12
"""Characters in which it is looked for."""
_FISCAL = frozenset({"fy", "fiscal", "fiscal year", "financial", "financial year"})
"""What stands before a year that is told by its last one."""
_LOOSE = range(20, 40)
"""What behind a month may be its day, or the year that it is of."""


@frozen
class _End:
    """A day or month as it is said; ``loose``: two figures that are either the day or the year."""

    year: int
    month: int
    day: int
    loose: int = 0

    def as_month(self) -> "_End":
        """With the figures for the year."""
        return _End(_CENTURY + self.loose, self.month, 0) if self.loose else self

    def as_day(self) -> "_End":
        """With the figures for the day."""
        return _End(self.year, self.month, self.loose) if self.loose else self


def spoken_days_in(text: str) -> Iterator[Value]:
    """The days and runs of days or months of a note that are said in words, as far as no other reader knows them."""
    runs: list[Value] = []
    for match in _DAYS_OF_MONTH.finditer(text):
        month, begins, ends = month_number(match["month"]), _number(match["first"]), _number(match["last"])
        if _is_ordinal(match["last"]) and 0 < begins < ends <= month_length(month, None):
            days = (dt.date(ANY_DAY.year, month, day) for day in (begins, ends))
            runs.append(made_value(run_between(*days, has_year=False), match.start(), match[0]))
    yield from runs
    for match in _SPOKEN_DAYS.finditer(text):
        if any(run.start < match.end() and match.start() < run.end for run in runs):
            continue
        first, last = _end_said(match, "1", text), _end_said(match, "2", text)
        try:
            if first and last:
                told = _run_of(first, last)
            elif first and not match["month2"]:
                told = _date_of(match, first)
            else:
                told = None
        except ValueError:  # no such day
            continue
        if told:
            start = (
                match.start()
                if match["day1"] is None or first is None or first.day
                else match.start("month1")
            )
            yield made_value(told, start, text[start : match.end()])


def _number(words: str) -> int:
    parts = re.split(r"[\s-]", words.lower())
    return sum(ORDINALS.get(word, ONES.get(word, TENS.get(word, 0))) for word in parts)


def year_said(words: str) -> int:
    """The year of "twenty six", "twenty twenty-six"."""
    parts = re.split(r"[\s-]", words.lower())
    if parts[0] == "twenty" and len(parts) > 1 and parts[1] in TENS:
        parts = parts[1:]
    return _CENTURY + _number(" ".join(parts))


def _end_said(match: re.Match[str], name: str, text: str) -> _End | None:
    if not match[f"month{name}"]:
        return None
    month = month_number(match[f"month{name}"])
    before, after, year = (match[f"{part}{name}"] for part in ("day", "after", "year"))
    at = match.start(f"day{name}")
    if before and (
        (at == match.start() and _NO_DAY_BEFORE.search(text[max(0, at - 20) : at]))
        or (
            match[f"month{name}"].lower() in _WORDS_TOO
            and not _is_ordinal(before)
            and not _WEEKDAY_BEFORE.search(text, 0, at)
        )
        or before.lower() == "one"
        or (not _is_ordinal(before) and _THINGS.match(text, match.end(f"month{name}")))
    ):
        return None
    month_at = match.start(f"month{name}")
    if after and _FIGURE_BEFORE.search(text[max(0, month_at - _REACH_BACK) : month_at]):
        return None
    if after and year and after.lower() == "twenty":  # "jan twenty twenty six"
        return _End(year_said(year), month, _number(before) if before else 0)
    if before and after:
        if year or _number(after) not in _LOOSE:
            return None
        year, after = after, None
    said = before or after
    day = _number(said) if said else 0
    if after and not year and day in _LOOSE and not _is_ordinal(after):
        return _End(0, month, 0, day)
    return _End(year_said(year) if year else 0, month, day)


def _is_ordinal(words: str) -> bool:
    return re.split(r"[\s-]", words.lower())[-1] in ORDINALS


def _date_of(match: re.Match[str], end: _End) -> Found:
    """A day before its month, or with its year; those behind a month are read elsewhere."""
    if not end.day or (match["after1"] and not end.year):
        return None
    dt.date(end.year or ANY_DAY.year + 3, end.month, end.day)
    keys: set[Key] = {("d", end.month, end.day), *([("y", end.year)] if end.year else ())}
    return Kind.DATE, keys, {"parts": (end.year, end.month, end.day)}


def _run_of(first: _End, last: _End) -> Found:
    """The run from one to the other; where figures are a day or a year, with both readings."""
    if first.loose or last.loose:
        other = first if last.loose else last
        is_days = other.day > 0 or (first.loose > last.loose > 0)
        days, months = (
            _run_between(*ends)
            for ends in ((first.as_day(), last.as_day()), (first.as_month(), last.as_month()))
        )
        told, otherwise = (days, months) if is_days else (months, days)
        if told and otherwise:
            told[2]["otherwise"] = otherwise
        return told or otherwise
    return _run_between(first, last)


def _run_between(first: _End, last: _End) -> Found:
    if (first.day > 0) is not (last.day > 0) and not first.day:
        return None
    known = last.year or first.year
    ends = known or ANY_DAY.year
    is_earlier = (first.month, first.day) > (last.month, last.day or 31)
    begins = first.year or ends - (is_earlier if not first.year else 0)
    if first.year and not last.year:
        ends = first.year + is_earlier
    begin = dt.date(begins, first.month, first.day or 1)
    end = dt.date(ends, last.month, last.day or month_length(last.month, ends))
    return run_between(begin, end, has_year=known > 0) if begin < end else None


def read_spoken_years(here: MatchContext) -> Found:
    """Such as "twenty five twenty six" for 2025/26, "fy twenty six"."""
    if not here.jotted:
        return None
    first = year_said(here.match["first"])
    if not here.match["last"]:
        if (here.match["said"] or "").lower() not in _FISCAL:
            return None
        return Kind.PERIOD, {("fy", first - 1, first), ("y", first)}, {"parts": (first - 1, first)}
    last = year_said(here.match["last"])
    if last == _CENTURY + (first + 1) % 10:  # "twenty six seven"
        last = first + 1
    if last != first + 1:
        return None
    number = read_spoken(here)  # "twenty five twenty six" may be pounds and pence
    keys: set[Key] = {key for key in number[1] if key[0] in {"n", "s", "y"}} if number else set()
    return Kind.PERIOD, {*keys, ("fy", first, last)}, {"parts": (first, last)}
