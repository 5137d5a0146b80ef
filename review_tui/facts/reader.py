"""Reads the values of a clause: money, numbers, dates, periods, times and votes, as minutes and as clerks write them.

What a clerk writes can be read in more ways than one: ``8.50`` is a time, a sum or a number; ``5/6`` a day, a
share or a school year. In jottings a value keeps every reading; in minutes it has the one that its words give.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise, zip_longest

from review_tui.facts.values import Key, Kind, Value, digits, is_apposed
from review_tui.language.calendar_words import (
    MONTH,
    SEASON_ALIASES,
    SEASONS,
    WEEKDAY,
    full_year,
    month_number,
    weekday_number,
)
from review_tui.language.date_parts import Grain
from review_tui.language.date_words import month_length
from review_tui.language.number_words import ONES, ORDINALS, SPOKEN, TEENS, TENS, UNITS, spoken_values
from review_tui.language.periods import Period, find_periods
from review_tui.language.votes import VoteSide, find_votes

_YEAR = r"(?:1[89]|20)\d\d"
_PAIR_OF_YEARS = r"(?:(?:20)?\d\d)\s?[-/\u2013]\s?'?(?:20)?\d\d"
_ORD = "|".join(ORDINALS)
_ONE = "|".join(ONES)
_LONGEST_PERIOD, _LONGEST_CUT_SHORT = 60, 30
"""Years: a longer run is no period; of "2024-72" even less."""
_NUMBERS_THINGS = re.compile(
    r"\b(?:resolutions?|res|by-?laws?|motions?|ordinances?|minutes?|tenders?|bids?|permits?|petitions?|dockets?|case|ref(?:erence)?|nos?|numbers?)"
    r"\b[.:]?\s{0,2}(?:nos?\b\.?\s?)?#?\Z"
)
"""Words before "2024-25" that make it the number of a paper."""
_DASHES = re.compile(r"\s?[-\u2013]\s?")
_MOST_VOTES = 400
"""Votes that a body may have: more is no vote."""

Found = tuple[Kind, set[Key], dict[str, object]] | None
"""What a match says: its kind, its readings and what else the value holds; ``None`` for nothing."""


class _Here:
    """Where a match stands."""

    __slots__ = ("after", "before", "jotted", "match", "month_first", "text")

    def __init__(self, match: re.Match[str], text: str, *, jotted: bool, month_first: bool) -> None:
        self.match, self.text, self.jotted, self.month_first = match, text, jotted, month_first
        self.before = text[max(0, match.start() - 30) : match.start()].lower()
        self.after = text[match.end() : match.end() + 30].lower()


@lru_cache(maxsize=16384)
def read_values(
    text: str, *, jotted: bool = False, month_first: bool = False, around: int = 0
) -> tuple[Value, ...]:
    """The values of a clause in order, none over another.

    ``jotted``: of a clerk's notes; ``around``: the year of the meeting, by which "Oct to Mar 17" is of no year.
    """
    taken = bytearray(len(text))
    signs = _signs_of(text)
    near = _ANY_DAY.replace(year=around) if around else _ANY_DAY
    found = list(_runs_in(text, signs, near, jotted=jotted, month_first=month_first))
    for run in found:
        taken[run.start : run.end] = b"\1" * (run.end - run.start)
    for pattern, read in _readers_for(signs):
        for start, end, told in (
            _votes_in(text, jotted=jotted)
            if read is None
            else _read_matches(pattern, read, text, taken, jotted=jotted, month_first=month_first)
        ):
            if told and not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                found.append(_value(told, start, text[start:end]))
    found.sort(key=lambda value: value.start)
    if not jotted:
        return tuple(_with_months_told(text, [*_joined_days(text, found)]))
    values = [*_joined_days(text, _with_spoken_years(text, found))]
    return tuple(_joined_numbers(text, [*_with_months_told(text, values)]))


def _value(told: Found, start: int, text: str) -> Value:
    kind, keys, more = told or (Kind.NUMBER, set(), {})
    other = more.pop("otherwise", None)
    otherwise = (_value(other, start, text),) if other else ()  # type: ignore[arg-type]
    return Value(kind, frozenset(keys), start, start + len(text), text, otherwise=otherwise, **more)  # type: ignore[arg-type]


_TO = re.compile(r"\s*(?:to|till?|until|thru|through|[-\u2013])\s*(?:the\s+)?", re.IGNORECASE)


def _joined_days(text: str, values: Iterable[Value]) -> Iterator[Value]:
    """The values, two days that are joined as one run: "first of october to end of march"."""
    last: Value | None = None
    for value in values:
        if _is_span_of_hours(text, last, value):
            continue
        if (
            last
            and last.kind is value.kind is Kind.DATE
            and not last.parts[0]
            and _TO.fullmatch(text, last.end, value.start)
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
        if last and (joined := _joined_months(text, last, value)):
            last = joined
            continue
        if last:
            yield last
        last = value
    if last:
        yield last


def _with_spoken_years(text: str, values: Iterable[Value]) -> Iterator[Value]:
    """The values, a month with the year that is said in words behind it: "October twenty twenty-four"."""
    month: Value | None = None
    for value in values:
        is_said = month and value.kind is Kind.YEAR and value.text[0].isalpha()
        if month and is_said and not text[month.end : value.start].strip(" ,"):
            told: Found = Kind.MONTH, {*month.keys, *value.keys}, {"parts": (*value.parts, month.parts[1])}
            yield _value(told, month.start, text[month.start : value.end])
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
    in_a_row = one.parts[1] % _YEAR_LONG + 1 == other.parts[1] and _AND.fullmatch(text, one.end, other.start)
    if not in_a_row and not (
        all((one.parts[0], other.parts[0])) and _TO.fullmatch(text, one.end, other.start)
    ):
        return None
    ends = other.parts[0] or _ANY_DAY.year
    begins = ends - (one.parts[1] > other.parts[1])
    if not in_a_row:
        begins = one.parts[0]
    if one.parts[0] not in {0, begins} or _OF_LIST.search(text[max(0, one.start - 12) : one.start]):
        return None
    first = dt.date(begins, one.parts[1], 1)
    last = dt.date(ends, other.parts[1], month_length(other.parts[1], ends))
    told = _value_of_run(first, last, has_year=bool(other.parts[0]))
    return _value(told, one.start, text[one.start : other.end])


_TO_YEAR = re.compile(r"\s(?:to|thru|through|till?|until)\s'?", re.IGNORECASE)
_FIRST_YEARS, _LAST_YEARS = range(15, 41), range(16, 100)
"""Two figures that may be the first and the last year of a plan of our time."""


def _joined_numbers(text: str, values: Sequence[Value]) -> Iterator[Value]:
    """The values, the first of two numbers that may be years also as a period of years: "twenty-six to thirty"."""
    for value, then in zip_longest(values, values[1:]):
        if (
            then
            and value.kind is then.kind is Kind.NUMBER
            and value.number in _FIRST_YEARS
            and then.number in _LAST_YEARS
            and 0 < then.number - value.number <= _LONGEST_CUT_SHORT
            and _TO_YEAR.fullmatch(text, value.end, then.start)
        ):
            years = (2000 + int(value.number), 2000 + int(then.number))
            told: Found = Kind.PERIOD, {("fy", *years)}, {"parts": years}
            yield replace(value, otherwise=(_value(told, value.start, text[value.start : then.end]),))
        else:
            yield value


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


def _read_matches(
    pattern: re.Pattern[str],
    read: Callable[[_Here], Found],
    text: str,
    taken: bytearray,
    *,
    jotted: bool,
    month_first: bool,
) -> Iterator[tuple[int, int, Found]]:
    """What ``read`` says of every match of a pattern, and where."""
    # of "31/8 204.6k" the day is taken, and 8 204 is no number
    free = _without_taken(text, taken) if read is _amount and any(taken) else text
    for match in pattern.finditer(free):
        end = match.start() + len(match[0].rstrip(" ,"))
        here = _Here(match, text, jotted=jotted, month_first=month_first)
        try:
            told = read(here)
            if jotted and told and told[0] in {Kind.DATE, Kind.MONTH} and (run := _run_of_length(here, told)):
                told[2]["otherwise"] = run
        except (ValueError, KeyError):
            continue
        if match.start() < end:
            yield match.start(), end, told


def _without_taken(text: str, taken: bytearray) -> str:
    """``text`` with signs that no pattern knows for what has been read already."""
    return "".join("\0" if is_taken else letter for letter, is_taken in zip(text, taken, strict=True))


_LENGTH = rf"(?P<count>\d{{1,2}}|{_ONE}|eighteen)[\s-]?(?P<unit>months?|mo?n?ths?|mos?|m|years?|yrs?|y)"
_LENGTH_BEFORE = re.compile(
    rf"\b{_LENGTH}\.?\s(?P<to>to|till?|until|end\w*)?(?(to)|(?:from|start\w*|beg\w*|wef|commenc\w*))\s(?:the\s)?\Z"
)
"""Before a day, how long a run lasts that ends or begins there: "18 mos to Mar 27", "3 yrs from 1/7/25"."""
_BEGINS = re.compile(r"\b(?:from|start\w*|beg\w*|wef|commenc\w*)\s\Z")
_LENGTH_AFTER = re.compile(rf"\s*(?:,|for|x)\s?(?:a\s|another\s)?{_LENGTH}\b")
"""The same behind the day on which one begins: "from 1 Apr 25 for 12 mths"."""


def _run_of_length(here: _Here, told: Found) -> Found:
    """The run of which a day or month of a note is one end, if it says how long that lasts."""
    length = _LENGTH_BEFORE.search(here.before)
    after = _LENGTH_AFTER.match(here.after) if not length and _BEGINS.search(here.before) else None
    said, parts = length or after, told[2]["parts"] if told else ()
    if not said or not isinstance(parts, tuple) or not parts[1]:
        return None
    written = said["count"]
    months = (int(written) if written.isdigit() else _SPOKEN_LENGTHS[written]) * (
        _YEAR_LONG if said["unit"][0] == "y" else 1
    )
    year, month, day = (*parts, 0)[:3]
    if not months or (not year and months > _YEAR_LONG):
        return None
    is_end = length is not None and length["to"] is not None
    known = year or _ANY_DAY.year
    at = known * _YEAR_LONG + month - 1
    if is_end:
        last = dt.date(known, month, day or month_length(month, known))
        first = _month_on(last + dt.timedelta(days=1), -months)
    else:
        first = dt.date(at // _YEAR_LONG, at % _YEAR_LONG + 1, day or 1)
        last = _month_on(first, months) - dt.timedelta(days=1)
    return _value_of_run(first, last, has_year=bool(year))


_SPOKEN_LENGTHS = {**ONES, "eighteen": 18}


def _month_on(day: dt.date, months: int) -> dt.date:
    """The same day so many months on."""
    at = day.year * _YEAR_LONG + day.month - 1 + months
    year, month = at // _YEAR_LONG, at % _YEAR_LONG + 1
    return dt.date(year, month, min(day.day, month_length(month, year)))


_ANY_DAY = dt.date(2021, 1, 1)
"""Gives dates without a year one where the meeting's is not known; such years are dropped again."""
_JOINED = re.compile(r"[-/\u2010-\u2015\u2212\u2192]|\b(?:to|and|until|till?|through|thru)\b", re.IGNORECASE)
"""What stands between the ends of a run."""
_YEAR_LONG = 12
"""Months."""
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
_YEARS_BEGIN = (1, 4, 10)
"""Months with which years of bodies begin, by whose quarters they report."""
_TWO_DAYS = re.compile(r"\d[./-]\d{1,2}.{1,20}\d[./-]\d")


_COUNTED_IN_MONTHS = re.compile(
    rf"(?<![\w./-])(?:[2-9]|[1-3]\d)(?= (?:{MONTH})\.?\s?[-\u2013/]\s?(?:{MONTH})\b\.?(?!\s?\d))",
    re.IGNORECASE,
)
"""How many there were in months that a note names, and no day: "4 Jan-Jun"."""


def _runs_in(text: str, signs: int, near: dt.date, *, jotted: bool, month_first: bool) -> Iterator[Value]:
    """Runs of days or months: "October 2020 to September 2021", "01/04/2020-31/03/2021", "June/July"."""
    if not (signs & _Sign.MONTH or _TWO_DAYS.search(text)) or not _JOINED.search(text):
        return
    if jotted:
        text = _COUNTED_IN_MONTHS.sub(lambda count: " " * len(count[0]), text)
    others = {}
    if jotted and signs & _Sign.MONTH:  # "Jan 26-Dec 28" are days or months of two years
        other_way = find_periods(text, day_first=month_first, reference=near, shorthand=True)
        others = {p.span: p for p in other_way if _has_two_ends(p) and p.text[0].isalpha()}
    for period in find_periods(text, day_first=not month_first, reference=near, shorthand=jotted):
        if _has_two_ends(period):
            told = _value_of_run(period.start, period.end, has_year=period.year_written)
            other = others.get(period.span)
            if other and (other.start, other.end) != (period.start, period.end):
                told[2]["otherwise"] = _value_of_run(other.start, other.end, has_year=other.year_written)
            yield _value(told, period.span.start, period.text)


def _has_two_ends(period: Period) -> bool:
    if period.grain is Grain.DAY:
        return not period.is_single_day
    one, other = period.start, period.end
    return period.grain is Grain.MONTH and (one.year, one.month) != (other.year, other.month)


def _value_of_run(
    first: dt.date, last: dt.date, *, has_year: bool = True
) -> tuple[Kind, set[Key], dict[str, object]]:
    """A run from day to day: its ends, and the years, year, half or quarter that it is."""
    keys: set[Key] = {("m", first.month), ("m", last.month)}
    keys |= {("d", day.month, day.day) for day in (first, last)}
    months = (last.year - first.year) * _YEAR_LONG + last.month - first.month + 1
    if months == _YEAR_LONG and has_year:
        keys.add(("y", last.year))
    if months >= _YEAR_LONG and has_year and first.year != last.year:
        keys.add(("fy", first.year, last.year))
    for begins in _YEARS_BEGIN:
        before = (first.month - begins) % _YEAR_LONG
        keys |= {
            (sign, before // length + 1, begins)
            for sign, length in (("q", 3), ("h", 6))
            if months == length and not before % length
        }
    if not has_year and (last.month, last.day) == (2, 29):
        last = last.replace(day=28)  # as most years have it
    years = (first.year, last.year) if has_year else (0, 0)
    return Kind.PERIOD, keys, {"parts": (years[0], first.month, first.day, years[1], last.month, last.day)}


def _date(year: int, month: int, day: int, weekday: str | None, *more: Key) -> Found:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    keys: set[Key] = {("d", month, day), *more}
    return (
        Kind.DATE,
        keys,
        {"parts": (year, month, day), "weekday": weekday_number(weekday) if weekday else None},
    )


_DAY_AFTER = re.compile(r"\s?\d{1,2}\b(?![:.,/]\d|\s?[ap]m)")


def _day_month(here: _Here) -> Found:
    m = here.match
    year = _year_said(here)
    if here.month_first and here.jotted and not year and _DAY_AFTER.match(here.after):
        return None  # "18 -> 22 may 1"
    return _date(
        full_year(year) if year else 0,
        month_number(m["month"]),
        int(m["day"]),
        m["weekday"],
        *_of_day(here, int(m["day"]), year),
    )


_EVENING = re.compile(r"19[0-5]\d")
"""What behind a day of a jotting is rather the time than a year: "15 Aug 1900"."""


def _year_said(here: _Here) -> str | None:
    """The year of a day as it is written, if it is."""
    year: str | None = here.match["year"] or here.match["short"]
    if not here.jotted or not year:
        return year
    return None if _EVENING.fullmatch(year) or _is_no_year_of_weekday(here, year) else year


def _is_no_year_of_weekday(here: _Here, year: str) -> bool:
    """Whether the day of the week shows that two figures behind a day are an hour or a count: "Sat 14 June 10"."""
    if len(year) != len("10") or not here.match["weekday"]:
        return False
    day = _day_of(full_year(year), month_number(here.match["month"]), int(here.match["day"]))
    return day is not None and day.weekday() != weekday_number(here.match["weekday"])


def _day_of(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _of_day(here: _Here, day: int, year: str | None) -> list[Key]:
    """Looser readings: of a draft's date its day alone, of a note's its year."""
    if not here.jotted:
        month = here.match.groupdict().get("month")
        named: list[Key] = (
            [("my", month_number(month), int(year) % 100)] if year and month and month[0].isalpha() else []
        )
        return [("dd", day), *named]
    month = here.match.groupdict().get("month")
    if not year and month and month[0].isalpha() and 10 <= day <= 31:
        return [("my", month_number(month), day)]
    return [("y", full_year(year))] if year else []


_AGAINST = re.compile(r"\s?-\s?(\d{1,2})(?![\d/.])")


_THINGS = re.compile(
    r" (?!(?:apol|begin|close|come|end|expire|fall|follow|goe|hi|last|meet|need|open|run|start|stay|thi|want|wa)s\b)[a-z]{3,}[^\Ws]s\b"
)
"""What follows a number that counts things, and is no day of the month before it."""


def _month_day(here: _Here) -> Found:
    m = here.match
    day = int(m["day"])
    against = _AGAINST.match(here.after)
    if against and int(against[1]) < day:
        return None  # votes: "table til June 4-1"
    is_bare = not (m["year"] or m["short"] or m["slashed"] or m["suffix"] or m["weekday"])
    if here.jotted and is_bare and _THINGS.match(here.text, m.end("day")):
        return None  # "Feb. 14 calls"
    if (
        here.jotted
        and not m["year"]
        and not m["short"]
        and not m["suffix"]
        and 20 <= day <= 31
        and (
            re.search(r"\A\s*(?:[-\u2013)]|\Z|to\b)", here.after)
            or re.search(r"(?:[-\u2013]|\bto)\s*\Z", here.before)
        )
    ):
        keys: set[Key] = {
            ("m", month_number(m["month"])),
            ("y", full_year(m["day"])),
            ("d", month_number(m["month"]), day),
        }
        other = Kind.DATE, keys, {"parts": (0, month_number(m["month"]), day)}
        return (
            Kind.MONTH,
            keys,
            {"parts": (full_year(m["day"]), month_number(m["month"])), "otherwise": other},
        )
    slashed = m["slashed"] if here.jotted else None
    year = slashed or (_year_said(here) if here.jotted else m["year"])
    more = _of_day(here, day, year)
    if here.jotted and is_bare and not here.month_first:
        more.append(("n", float(day)))  # "14 calls (Jan 19)"
    found = _date(full_year(year) if year else 0, month_number(m["month"]), day, m["weekday"], *more)
    if found and here.jotted and not year and not m["suffix"] and day in _LIKELY_YEARS:
        month = (full_year(m["day"]), month_number(m["month"]))
        found[2]["otherwise"] = Kind.MONTH, {*found[1], ("m", month[1])}, {"parts": month}
    return found


_LIKELY_YEARS = range(20, 32)
"""What may be a day of a month, or the year of one."""


def _end_of_month(here: _Here) -> Found:
    """Such as "by the end of May": its last day, or just the month."""
    year, month = int(here.match["year"] or 0), month_number(here.match["month"])
    last = month_length(month, year or None)
    return _date(
        year, month, last, None, ("m", month), *([("d", month, last - 1)] if last == _LEAP_DAY else [])
    )


_LEAP_DAY = 29
"""Of February: the last day of most years is the one before."""


def _spoken_date(here: _Here) -> Found:
    m = here.match
    day = ORDINALS[m["day"].lower()] + (TENS[m["tens"].strip(" -").lower()] if m["tens"] else 0)
    return _date(0, month_number(m["month"]), day, m["weekday"], *_of_day(here, day, None))


def _spoken_cardinal(here: _Here) -> Found:
    """Such as "june thirty" of one who dictates."""
    m = here.match
    if not here.jotted or m["month"].lower() in {"may", "march", "mar"}:
        return None
    low = m["day"].lower()
    day = ONES.get(low, TENS.get(low, 0)) + (TENS[m["tens"].strip(" -").lower()] if m["tens"] else 0)
    return _date(0, month_number(m["month"]), day, m["weekday"], *_of_day(here, day, None)) if day else None


def _figures_date(here: _Here) -> Found:
    m = here.match
    day, month, year = int(m["a"]), int(m["b"]), full_year(m["year"])
    if here.month_first or (month > 12 >= day):
        day, month = month, day
    other: list[Key] = [("d", day, month)] if here.jotted and day <= 12 else []
    ended: list[Key] = (
        [("fy", year - 1, year)] if here.jotted and (month, day) in {(3, 31), (4, 5), (8, 31)} else []
    )
    return _date(year, month, day, None, *_of_day(here, day, m["year"]), *other, *ended)


def _iso(here: _Here) -> Found:
    m = here.match
    return _date(
        int(m["year"]), int(m["month"]), int(m["day"]), None, *_of_day(here, int(m["day"]), m["year"])
    )


def _month_figures(here: _Here) -> Found:
    """``07-22`` of a log that writes dates as ISO does."""
    if not here.jotted:
        return None
    return _date(
        0,
        int(here.match["month"]),
        int(here.match["day"]),
        None,
        ("v", int(here.match["month"]), int(here.match["day"])),
    )


def _span_of_years(here: _Here) -> Found:
    """Such as "2024/25 to 2028/29", "24/25-28/29" and "25/26 26/27 27/28": from which year to which."""
    pairs = [
        (full_year(a), int(b))
        for a, b in re.findall(r"(\d{4}|\d\d)\s?[-/\u2013]\s?'?(?:20)?(\d\d)", here.match[0])
    ]
    if any((first + 1) % 100 != last for first, last in pairs):
        return None
    firsts = [first for first, _ in pairs]
    if here.match["list"] and firsts != list(range(firsts[0], firsts[0] + len(firsts))):
        return None
    first, last = firsts[0], firsts[-1] + 1
    if not first + 1 < last <= first + _LONGEST_CUT_SHORT:
        return None
    keys: set[Key] = {("yy", first, last), ("fy", first, last), *(("fy", year, year + 1) for year in firsts)}
    return Kind.PERIOD, keys, {"parts": (first, last)}


def _years(here: _Here) -> Found:
    m = here.match
    if _NUMBERS_THINGS.search(here.before):
        return Kind.REFERENCE, {("r", m[0])}, {}
    first = int(m["first"])
    last = int(m["last"]) if len(m["last"]) == 4 else first // 100 * 100 + int(m["last"])
    if last < first and first % 100 == 99:
        last += 100
    is_apart = len(m["last"]) == 2 and m[0][4].isspace()  # "Apr 2015 - 46 hrs"
    longest = 1 if is_apart else _LONGEST_PERIOD if len(m["last"]) > 2 else _LONGEST_CUT_SHORT
    if not first < last <= first + longest:
        return None
    return Kind.PERIOD, {("fy", first, last)}, {"parts": (first, last)}


def _short_years(here: _Here) -> Found:
    first, last = int(here.match["first"]), int(here.match["last"])
    near = (last - first) % 100 == 1
    if not near and (
        here.match["mark"] == "/" or not (first < last <= first + 40 and first >= 10 and here.jotted)
    ):
        return None
    if not here.jotted and first < 10 and here.match["mark"] != "/":
        return None
    keys: set[Key] = {("fy", full_year(here.match["first"]), full_year(here.match["last"]))}
    if here.jotted:
        keys |= {("v", first, last), ("n", float(first)), ("n", float(last))}
        if last <= 12 and first <= 31:
            keys.add(("d", last, first))
        if here.month_first and first <= 12:
            keys.add(("d", first, last))
    return Kind.PERIOD, keys, {"parts": (full_year(here.match["first"]), full_year(here.match["last"]))}


def _fiscal(here: _Here) -> Found:
    year = full_year(here.match["year"])
    if here.match["programme"]:
        if not here.jotted:
            return None
        return Kind.YEAR, {("y", year), ("fy", year, year + 1), ("fy", year - 1, year)}, {"parts": (year,)}
    if here.match["calendar"]:
        return Kind.YEAR, {("y", year)}, {"parts": (year,)}
    if here.match["last"]:
        last = full_year(here.match["last"])
        return (Kind.PERIOD, {("fy", year, last)}, {"parts": (year, last)}) if last > year else None
    return Kind.PERIOD, {("fy", year - 1, year), ("y", year)}, {"parts": (year - 1, year)}


def _value_of_ended(here: _Here) -> Found:
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
    length = next((n for unit, n in _LENGTHS.items() if m["unit"].lower().startswith(unit)), _YEAR_LONG)
    begins = dt.date(year, month, 1)
    for _ in range(length - 1):
        begins = (begins - dt.timedelta(days=1)).replace(day=1)
    return _value_of_run(begins, dt.date(year, month, last or month_length(month, year)))


def _quarter(here: _Here) -> Found:
    m = here.match
    if m["half"]:
        number = int(m["half"])
        return _part_of_year("h", number)
    if m["halfword"]:
        return _part_of_year("h", ["first", "second"].index(m["halfword"].lower()) + 1)
    words = ["first", "second", "third", "fourth"]
    word = (m["word"] or "").lower()
    number = int(m["number"]) if m["number"] else words.index(word) + 1 if word in words else len(words)
    return _part_of_year("q", number)


def _part_of_year(sign: str, number: int) -> Found:
    """A quarter or half, with the months that its year may begin with."""
    keys: set[Key] = {(sign, number), *((sign, number, begins) for begins in _YEARS_BEGIN)}
    return Kind.QUARTER, keys, {"parts": (number,)}


def _with_months_told(text: str, values: Sequence[Value]) -> Iterator[Value]:
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
        if (last - first) % _YEAR_LONG + 1 == length:
            key: Key = (sign, number, (first - 1 - (number - 1) * length) % _YEAR_LONG + 1)
            told[part.start] = frozenset({(sign, number), key})
            told[run.start] = frozenset({key, *(k for k in run.keys if k[0] not in {"q", "h"})})
    return (replace(v, keys=told[v.start]) if v.start in told else v for v in values)


_MAKES_A_TIME = r"[-\u2013]\d|\s*[ap]\.?\s?m\b|\s*o'?clock|\s*h(?:rs)?\d|\s*noon|\s*(?:to|til|till|until)\s\d{1,2}\b(?!\s*[A-Za-z]{3})"
"""What stands behind an hour that follows a day, and behind no year: "Sat 21 June 10-1", "4 Oct 10 a.m."."""


_TERMS = (*SEASONS, "michaelmas", "hilary", "lent", "trinity", "easter")
"""Of schools and universities."""
_SEASON = "|".join((*SEASONS, *SEASON_ALIASES))


def _school_term(here: _Here) -> Found:
    season = here.match["season"].lower()
    season = "summer" if season == "sum" else SEASON_ALIASES.get(season, season)
    number = _TERMS.index(season) + 1
    return Kind.QUARTER, {("term", number)}, {"parts": (number,)}


def _term_number(here: _Here) -> Found:
    """Such as "Term 2", "T1", "second semester": of a school year that has several."""
    written = next(group for group in here.match.groups() if group)
    number = int(written) if written.isdigit() else ORDINALS[written.lower()]
    return Kind.QUARTER, {("st", number)}, {"parts": (number,)}


def _year_of_part(here: _Here) -> Found:
    """The year of "t4 23", "Q3 25"."""
    year = full_year(here.match[1])
    return (Kind.YEAR, {("y", year), ("n", float(year % 100))}, {"parts": (year,)}) if here.jotted else None


def _month_number(here: _Here) -> Found:
    number = int(here.match[1])
    return (Kind.QUARTER, {("mth", number)}, {"parts": (number,)}) if number <= 12 else None


_COUNTED = re.compile(r"\s+(?:people|kids|[a-z]{3,}s)\b")
"""What follows a figure that counts something."""


def _month_year(here: _Here) -> Found:
    m = here.match
    if m["season"]:
        if len(m["of"].strip("'")) == 2 and (not here.jotted or _COUNTED.match(here.after)):
            return None
        season, year = m["season"].lower(), full_year(m["of"])
        season = SEASON_ALIASES.get(season, season)
        keys: set[Key] = {("s", season, str(year))}
        if m["term"]:
            keys.add(("term", _TERMS.index(season) + 1))
        return Kind.MONTH, keys, {"parts": (year, 0)}
    return (
        Kind.MONTH,
        {
            ("m", month_number(m["month"])),
            ("y", int(m["year"])) if here.jotted else ("my", month_number(m["month"]), int(m["year"]) % 100),
        },
        {"parts": (int(m["year"]), month_number(m["month"]))},
    )


_HOUR = rf"(?:1[0-2]|[1-9]|{'|'.join((*UNITS, *TEENS[:3]))})"
"""An hour as it is said."""
_TIME_SAID = re.compile(
    r"\b(?:at|since|came|left|late|arr\w*|open(?:ed|s)?|start(?:ed|s)?|began|clos(?:ed|e|es)|end(?:ed|s)?|fin(?:ish\w*)?|done"
    r"|adj\w*|returned|resumed)(?: (?:at|about))? \Z"
)
"""What stands before "ten to nine" that makes it a time and no range."""


_CLOCK_AFTER = re.compile(r"\s*(?:[ap]\.?m\b|o.?clock)", re.IGNORECASE)
_NO_COUNT = 15
"""From here on "twenty to eight" is a time: it would be a strange range, and no count of votes."""
_FIRST_HOUR_FRENCH = 7
"""Of "20h17": an earlier one tells how long something took."""


def _minutes_of(words: str) -> int:
    low = words.lower().split(" min")[0].strip()
    if "half" in low or "quarter" in low:
        return 30 if "half" in low else 15
    return int(low) if low.isdigit() else int(max(spoken_values(low.replace("-", " "))))


def _time(here: _Here) -> Found:
    m = here.match
    if m["hour"]:
        hour, minute = int(m["hour"]), int(m["minute"] or 0)
    elif m["h24"]:
        hour, minute = int(m["h24"]), int(m["m24"])
        if "h" in m[0].lower() and hour < _FIRST_HOUR_FRENCH:
            return None  # "3h40" is how long
    elif m["name"]:
        hour, minute = 12, 0
    else:
        spoken = m["spoken"] or m["half_hour"] or m["oh_hour"] or m["part_hour"]
        hour = int(spoken) if spoken.isdigit() else ONES[spoken.lower()]
        if m["oh_hour"]:
            minute = ONES[m["oh"].lower()]
        elif m["part_hour"]:
            minute = 0
        else:
            minute = _minutes_of(m["past"]) if m["past"] else 30
            if m["to"] and m["to"].lower() in {"to", "before", "til"}:
                is_said = _TIME_SAID.search(here.before) or _CLOCK_AFTER.match(here.after)
                if minute < _NO_COUNT and not is_said:
                    return None
                hour, minute = hour - 1 or 12, 60 - minute
        if m["half_hour"] and not here.jotted:
            return None
    if minute > 59 or hour > 24:
        return None
    keys: set[Key] = {("t", hour % 12, minute)}
    if here.jotted:
        keys |= (
            {("n", float(f"{hour}.{minute:02d}")), ("n", float(hour))}
            if not minute
            else {("n", float(f"{hour}.{minute:02d}"))}
        )
    return Kind.TIME, keys, {"parts": (hour, minute)}


def _votes_in(text: str, *, jotted: bool) -> Iterator[tuple[int, int, Found]]:
    """The votes of a clause by their sides, and what else a jotted one may be."""
    for vote in find_votes(text, shorthand=jotted):
        sides = [vote.count(side) for side in (VoteSide.FOR, VoteSide.AGAINST, VoteSide.ABSTAINED)]
        if sides[1:] == [None, None] and vote.counted.of(text)[0] == "+":
            sides[1] = 0  # "+1 x6": of those who said anything
        told = _vote(*sides, everybody=vote.of(VoteSide.EVERYONE) is not None)
        if told and jotted and all(part.isdigit() for part in _DASHES.split(vote.counted.of(text))):
            told[1].update(("n", float(side)) for side in sides if side is not None)
        yield vote.counted.start, vote.counted.end, told


def _vote(favour: int | None, against: int | None, abstained: int | None, *, everybody: bool) -> Found:
    if favour is None or favour > _MOST_VOTES or (against is None and abstained is None):
        return (Kind.VOTE, {("v", "all"), ("v0", "all")}, {"is_everybody": True}) if everybody else None
    parts = (favour, against or 0, *(() if abstained is None else (abstained,)))
    keys: set[Key] = {("v", *parts[:2])}
    if not against:
        keys.add(("v0", "all"))
    return Kind.VOTE, keys, {"parts": parts}


_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")
"""A number with commas between its thousands, and no decimal comma: "1,200 per cent"."""


def _percent(here: _Here) -> Found:
    said = here.match[1]
    value = (
        float(said.replace(",", "" if _GROUPED.fullmatch(said) else "."))
        if said[0].isdigit()
        else max(spoken_values(said))
    )
    keys: set[Key] = {("n", value)}
    if not here.jotted and len(digits(value)) > 1:
        keys.add(("s", digits(value)))
    return Kind.PERCENT, keys, {"number": value}


_REFERRED = re.compile(
    r"(?:minutes?|res|para(?:graph)?|items?|page|section|policy|clause|no\.?|number|slide|level|year|stage|phase|lot|plot|class|#"
    r"|flat|unit|room|block|site|bay|ward|zone|gate|bed|pitch|route|cruiser|precinct|appendix|schedule|table|figure|rfc|ticket"
    r"|resolution|motion|paper|annex|chapter|article|form|grade|tier|berth|mileposts?|buoy|beacon|exhibit|bylaw|by-law|act|part)\s?\Z"
)
"""Words before a number that is a name, and counts nothing."""
_TIME_BEFORE = re.compile(r"\b(?:last|this|prev(?:ious)?|per|each|every) year\s?\Z")
"""What stands before a number that is of another year, and no class: "last year 41"."""
_SPAN = re.compile(r"\s?(?:mins?|minutes|hrs?|hours|days|w(?:ee)?ks|m(?:on)?ths|y(?:ea)?rs)\b", re.IGNORECASE)
"""What follows a number that is no name: "ticket 26 mths"."""
_AT_CLOCK = re.compile(
    r"\b(?:at|until|till|by|from|closed|ended|began|opened|started|commenced)\s(?:\w+\sat\s)?\Z"
)
_CLOCK = re.compile(r"(?:[01]\d|2[0-3])\.[0-5]\d")
"""A time of day with a stop, in minutes: "at 14.00"."""
_CLOCK_HOUR = re.compile(r"(?:1?\d|2[0-3])\.[0-5]\d")
"""A number that may be a time of the clock."""
_IN_STREET = re.compile(
    r",? (?:[A-Z][\w'.-]+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Way|Place|Court|Crescent|Terrace|Close|Boulevard|Parade)\b"
)
"""What follows the number of a house."""
_FIGURES = (
    r"(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d|,\d{3})(?:[.,]\d\d?(?!\d))?|\d{1,2}(?: \d\d)+ 000(?![\d,])"
    r"|\d{1,3}(?:\.\d{3}){2,}(?:,\d\d?)?(?![\d.])|\d{1,3}\.\d{3},\d\d?(?!\d)|\d{1,3}(?:['\u2019]\d{3})+(?:\.\d\d?)?(?!\d)"
    r"|(?:\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)|\d+(?:(?<!,\d)(?<!,\d\d),\d\d?(?![\d,]))?)(?:\.\d+|[\u00bc-\u00be])?)"
)
"""A number in figures, its thousands or lakhs with commas, points, blanks, apostrophes or with nothing between."""
_POINTED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3}){2,}(?:,\d\d?)?|[1-9]\d{0,2}\.\d{3},\d\d?")
"""A number with points between its thousands, its decimals behind a comma: "1.312,5", "2.376.000"."""
_MAY_BE_POINTED = re.compile(r"[1-9]\d{0,2}\.\d{3}")
"""What is a number with three decimals, or one with a point between its thousands."""
_DECIMAL_COMMA = re.compile(r"\d+,\d\d?")
_RANKED = re.compile(
    r"\s(?:half|quarter|time|place|prize|reading|class|year|yr|floor|team|xi|item|phase|term|vote|hand|party|edition|page|draft|read|rdg)\b"
)
"""What follows an ordinal that is no day of a month."""
_PARTS = {"\u00bc": 0.25, "\u00bd": 0.5, "\u00be": 0.75}
"""Signs that end a number: "44\u00bdk"."""
_SCALE = {"k": 1e3, "t": 1e3, "m": 1e6, "b": 1e9, "l": 1e5, "c": 1e7}


def _number_of(written: str, *, is_money: bool) -> float:
    """The value of a number in figures, with whatever stands between its thousands and before its decimals."""
    plain = re.sub(r"['\u2019]", "", written)
    if _POINTED.fullmatch(plain) or (is_money and _MAY_BE_POINTED.fullmatch(plain)):
        plain = plain.replace(".", "")
    return float(plain.replace(",", "." if _DECIMAL_COMMA.fullmatch(plain) else ""))


def _amount(here: _Here) -> Found:
    m = here.match
    written, unit = m["money"] or m["number"], (m["unit"] or m["unit2"] or "").lower()
    is_money = m["money"] is not None or (m["pence"] is not None)
    if (
        not (here.jotted or unit or is_money)
        and _AT_CLOCK.search(here.before)
        and _CLOCK.fullmatch(written.rstrip(","))
    ):
        hour, minute = map(int, written.rstrip(",").split("."))
        return Kind.TIME, {("t", hour % 12, minute)}, {"parts": (hour, minute)}
    part = _PARTS.get(written[-1], 0.0)
    apart = written.split()
    written = "".join(apart).rstrip("".join(_PARTS)).rstrip(",")
    bare = _number_of(written, is_money=is_money) + part
    if unit == "l" and bare == int(bare):
        unit = ""  # litres
    value = bare * _SCALE.get(unit[:1], 1)
    keys: set[Key] = {("n", value)}
    if unit[:1] in {"l", "c"}:  # of a crore nobody writes so many millions
        keys |= {("bare", bare)} if not here.jotted else {("n", bare)} if len(unit) <= len("cr") else set()
    elif not unit and here.jotted and not is_money:
        keys.add(("bare", bare))
        keys |= {("n", float(part)) for part in apart if len(apart) > 1 and part.isdigit()}
    if (is_money and value >= 1e5 and not here.jotted) or unit[:1] in {"m", "b"}:
        keys |= {("n", value / 1e6)}
    if value >= 1000 and value % 10 == 0:
        keys.add(("n", value / 1000))
    if not here.jotted and len(digits(value)) > 1:
        keys.add(("s", digits(value)))
    if not (here.jotted or is_money or unit) and _CLOCK_HOUR.fullmatch(written):
        keys.add(("t", int(written.partition(".")[0]) % 12, int(written[-2:])))  # "from 7.30 to 9"
    if is_money:
        return Kind.MONEY, keys, {"number": value}
    if (
        not unit
        and not is_money
        and not m[0][-1].isalpha()
        and not _TIME_BEFORE.search(here.before)
        and not _SPAN.match(here.text, m.end("number"))
        and (
            _REFERRED.search(here.before)
            or (not here.jotted and _IN_STREET.match(here.text, m.end("number")))
        )
    ):
        return Kind.REFERENCE, {("n", value)}, {"number": value}
    if here.jotted:
        keys |= _jotted_readings(written, value)
        if _MAY_BE_POINTED.fullmatch(written):
            keys.add(("n", value * 1000))
        if not unit and _DUE.search(here.before) and (day := _DAY_IN_FIGURES.fullmatch(written)):
            return _date(0, int(day[2]), int(day[1]), None, *keys)
        if m[0][-1].isalpha() and _RANKED.match(here.after):
            keys = {key for key in keys if key[0] != "dd"}
    more = _maybe_year(here, value) if len(written) == len("25") and not unit else {}
    return Kind.NUMBER, keys, {"number": value, **more}


_DUE = re.compile(r"\b(?:due|dated|deadline|by|on|before|mtg|meet(?:ing)?|w/?c|closes?|ends?)\s\Z")
_DAY_IN_FIGURES = re.compile(r"(1[3-9]|2\d|3[01])\.(0?[1-9]|1[0-2])")
"""Behind such words a day and a month: "due 31.10"."""
_OF_YEAR = re.compile(
    r"(?:\b(?:budget|precept|acc(?:oun)?ts|accs|plan|levy|prog(?:ram(?:me)?)?|report|year|yr|end of|agm|alloc\w*|(?:years|yrs) (?:to|till?|until))\s(?:for\s)?|\s['\u2019])\Z"
)
"""Words of a note before two figures that may be a year: "rest over 5 yrs to 29"."""


def _maybe_year(here: _Here, number: float) -> dict[str, object]:
    """Of a number of a note the year that it may be."""
    if not here.jotted or number not in _FIRST_YEARS or not _OF_YEAR.search(here.before):
        return {}
    year = 2000 + int(number)
    return {"otherwise": (Kind.YEAR, {("y", year), ("n", number)}, {"parts": (year,)})}


def _jotted_readings(written: str, value: float) -> set[Key]:
    """What else a bare number of a clerk's may be: a time, a day, a year."""
    keys: set[Key] = set()
    whole = value == int(value)
    if whole and 100 <= value < 2400 and value % 100 < 60 and len(written) in (3, 4):
        keys.add(("t", int(value) // 100 % 12, int(value) % 100))
    if re.fullmatch(r"\d{1,2}\.\d\d", written) and value < 24 and int(written[-2:]) < 60:
        keys.add(("t", int(value) % 12, int(written[-2:])))
    if re.fullmatch(r"\d{1,2}\.\d{1,2}", written):
        day, month = map(int, written.split("."))
        if 1 <= month <= 12 and 1 <= day <= 31:
            keys.add(("d", month, day))
    if whole and value <= 12:
        keys.add(("t", int(value) % 12, 0))
    if whole and 1 <= value <= 31:
        keys.add(("dd", int(value)))
    if whole and len(written) == 2:
        keys.add(("y", full_year(written)))
    return keys


_NAMES_PART = re.compile(
    r"\b(?:terms?|quarters?|qtr|semester|trimester|phase|stage|weeks?|month|part|item|page|day)\s\Z"
)
"""What stands before a number that is the name of a part, and no count of a whole."""

_SHARES = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_LARGE = {
    "dozen": 12.0,
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
}


def _and_a_half(here: _Here) -> Found:
    """Such as "48 and a half", "three and a quarter"."""
    m = here.match
    whole = _count_of(m["whole"])
    if whole is None:
        return None
    parts = 3 if "three" in m[0][len(m["whole"]) :].lower() else 1
    value = (
        whole
        + parts / _SHARES["half" if m["part"].lower().startswith("ha") else m["part"].lower().rstrip("s")]
    )
    scale = (m["scale"] or "").lower()[:1]
    value *= _SCALE.get(scale, 1.0)
    return Kind.NUMBER, {("n", value), ("bare", value)}, {"number": value, "by_words": True}


def _share_in_words(here: _Here) -> Found:
    """Such as "two thirds of", "half the", "a quarter of a million"."""
    m = here.match
    many = 1 if m["half"] else ONES.get(m["many"].lower(), 1)
    of = 2 if m["half"] else _SHARES[m["part"].lower().rstrip("s")]
    if m["scale"]:
        value = many * _LARGE[m["scale"].lower()] / of
        return Kind.NUMBER, {("n", value), ("s", digits(value))}, {"number": value, "by_words": True}
    share = round(100 * many / of, 1)
    keys: set[Key] = {("of", many, of), ("n", share), ("n", float(round(share)))}
    return Kind.PERCENT, keys, {"number": share, "by_words": True}


def _part_of(here: _Here) -> Found:
    """Such as "three of the five", "8 of 11", "31 out of 44"."""
    if _NAMES_PART.search(here.before):
        return None  # "Term 4 of 2023"
    part, whole = (_count_of(here.match[name]) for name in ("part", "whole"))
    if part is None or whole is None or part > whole or whole < 2:
        return None
    keys: set[Key] = {("of", part, whole), ("n", float(part))}
    if here.jotted:
        keys.add(("n", float(whole)))
    return Kind.FRACTION, keys, {"parts": (part, whole), "number": float(part)}


def _count_of(word: str) -> int | None:
    if word[0].isdigit():
        return int(word.replace(",", ""))
    values = spoken_values(word.lower())
    return int(max(values)) if values else None


def _stroke(here: _Here) -> Found:
    first, second = int(here.match[1]), int(here.match[2])
    keys: set[Key] = {("n", float(first)), ("n", float(second)), ("v", first, second), ("of", first, second)}
    if here.match[0].startswith("0") and not here.jotted:
        return None
    is_day = 1 <= second <= 12 and 1 <= first <= 31
    if here.jotted and len(here.match[2]) == 1 and (first + 1) % 10 == second and first > 9:
        keys.add(("fy", full_year(here.match[1]), full_year(here.match[1]) + 1))
    if here.jotted or is_day:
        if is_day:
            keys.add(("d", second, first))
        if 1 <= first <= 12:
            keys |= {("m", first), ("y", full_year(here.match[2]))} if second > 12 else set()
            if here.month_first and 1 <= second <= 31:
                keys.add(("d", first, second))
                return Kind.DATE, keys, {"parts": (0, first, second)}
        return (
            (Kind.DATE if is_day else Kind.FRACTION),
            keys,
            {"parts": (0, second, first) if is_day else (first, second)},
        )
    return None


_LONG_AGO = 1900
"""Four figures below this are a number, as no minutes are so old."""
_COUNTS = re.compile(r"\s?(?:litres?|lit|members?|membs?|people|[a-z]{3,}s)\b")
"""What makes four figures a number though they may be a year."""


def _year(here: _Here) -> Found:
    year = int(here.match[1])
    if here.jotted and (year < _LONG_AGO or _COUNTS.match(here.text, here.match.end())):
        return Kind.NUMBER, {("n", float(year)), ("y", year), ("bare", float(year))}, {"number": float(year)}
    if here.jotted and year < 2060 and year % 100 < 60 and not 1960 <= year < 2000:
        clock: set[Key] = {("t", year // 100 % 12, year % 100), ("n", float(year)), ("y", year)}
        if year < 1960:
            return Kind.NUMBER, clock, {"number": float(year)}
        return Kind.YEAR, clock, {"parts": (year,)}
    return Kind.YEAR, {("y", year), *([("n", float(year))] if here.jotted else [])}, {"parts": (year,)}


_OF_SOMETHING = re.compile(r"\s+(?!(?:to|till?|and|at|for|by|in|on|then|also|from|with)\b)[a-z]{3,}")
"""What follows a number that counts it and is no day of a month."""


_SPOKEN_YEAR = re.compile(rf"twenty[\s-]((?:nineteen|twenty|thirty)(?:[\s-](?:{_ONE}))?)")
"""A year as it is said: "twenty twenty-four"."""
_RANGE = re.compile(r"(?:to|till?|until|[-\u2013])\s?\Z")
"""What stands before the end of a range: "half nine to one"."""


def _in_words(here: _Here) -> Found:
    low = here.match[0].lower()
    if low in {"hundred", "thousand", "million", "oh", "zero", "thou"}:
        return None
    is_end = here.jotted and low == "one" and _RANGE.search(here.before)
    if (
        low in {"one", "second"}
        and not is_end
        and not re.match(
            r"\s+(?:votes?|members?|years?|abst|of the|months?|days?|weeks?|opposed|against|hours?)",
            here.after,
        )
    ):
        return None
    values = spoken_values(low)
    if not values:
        return None
    value = max(values)
    keys: set[Key] = {("n", v) for v in values}
    if here.jotted and (year := _SPOKEN_YEAR.fullmatch(low)):
        known = 2000 + int(max(spoken_values(year[1])))
        return Kind.YEAR, {*keys, ("y", known), ("n", float(known % 100))}, {"parts": (known,)}
    if here.jotted:
        keys |= _spoken_readings(low, values)
        if _OF_SOMETHING.match(here.after):
            keys = {key for key in keys if key[0] != "dd"}
    return Kind.NUMBER, keys, {"number": value, "by_words": True, **_maybe_year(here, value)}


def _spoken_readings(words: str, values: frozenset[float]) -> set[Key]:
    # said figure by figure, they may have a point between: "three nine" for 3.9
    least = 100 if len(values) == 1 else 10
    keys: set[Key] = {("s", digits(v)) for v in values if v >= least}
    parts = re.findall(r"[a-z]+", words)
    for first in range(len(parts)):
        for last in range(first + 1, len(parts) + 1):
            keys |= {("n", v) for v in spoken_values(" ".join(parts[first:last]))}
    small = sorted(
        {
            int(k[1])
            for k in keys
            if k[0] == "n" and isinstance(k[1], float) and k[1] < 100 and k[1] == int(k[1])
        }
    )
    keys |= {("dd", v) for v in small if 1 <= v <= 31}
    keys |= {("y", full_year(str(v))) for v in small if v > 9}
    keys |= {("fy", full_year(str(a)), full_year(str(b))) for a in small for b in small if 9 < a < b}
    keys |= {("t", v % 12, 0) for v in small if 1 <= v <= 12}
    if len(parts) == 2 and len(small) <= 3:
        sides = [v for part in parts for v in spoken_values(part)]
        keys |= {("v", int(sides[0]), int(sides[1]))} if len(sides) == 2 and max(sides) < 20 else set()
    keys |= {("t", a % 12, b) for a in small for b in small if 1 <= a <= 12 and 10 <= b < 60}
    if len(parts) == len("hom") and parts[1] in {"oh", "o"}:  # "three oh four"
        hour, minute = (ONES.get(part, 0) for part in parts[::2])
        keys |= {("t", hour % 12, minute)} if 1 <= hour <= 12 and 1 <= minute <= 9 else set()
    return keys


def _pounds_in_words(here: _Here) -> Found:
    if re.search(r"\d\s*\Z", here.before):
        return None  # "6 thousand pounds" is six thousand, not one
    values = spoken_values(here.match["pounds"].strip())
    if not values:
        return None
    pence = max(spoken_values(here.match["pence"].strip()) or {0.0}) / 100 if here.match["pence"] else 0.0
    value = round(max(values) + pence, 2)
    return Kind.MONEY, {("n", value), ("s", digits(value))}, {"number": value}


def _ordinal(here: _Here) -> Found:
    value = ORDINALS[here.match["word"].lower()] + (
        TENS[here.match["tens"].lower()] if here.match["tens"] else 0
    )
    return (
        (Kind.NUMBER, {("dd", value), ("n", float(value))}, {"number": float(value), "by_words": True})
        if here.jotted
        else None
    )


def _reference(here: _Here) -> Found:
    numbers = re.findall(r"\d{3,6}", here.match[0])
    keys: set[Key] = {("r", number) for number in numbers} | {("n", float(n)) for n in numbers}
    if here.jotted and (clock := _EARLY.fullmatch(here.match[0])):
        keys.add(("t", int(clock[1]), int(clock[2])))
    return Kind.REFERENCE, keys, {}


_EARLY = re.compile(r"0([1-9])([0-5]\d)")
"""An hour before ten as a log writes it: "0915"."""


def _numbering(here: _Here) -> Found:
    """The number of a line, or the place in a recording: a figure that says nothing of the meeting."""
    del here
    return Kind.REFERENCE, set(), {}


def _day_of_week(here: _Here) -> Found:
    day = weekday_number(here.match[1])
    return Kind.WEEKDAY, {("wd", day)}, {"weekday": day}


_WORDS_TOO = frozenset({"may", "mar", "march", "dec"})
_MONTH_SAID = re.compile(r"\b(?:in|by|till?|until|since|from|early|late|mid|end of|begin\w* of|of)[ -]\Z")
"""What stands before "may" and "march" that makes months of them."""


def _month_alone(here: _Here) -> Found:
    word = here.match[1]
    if word.islower() and (not here.jotted or (word in _WORDS_TOO and not _MONTH_SAID.search(here.before))):
        return None
    if word == "May" and re.match(r"\s+(?:be|also|not|wish|have|need)\b", here.after):
        return None
    return Kind.MONTH, {("m", month_number(word))}, {"parts": (0, month_number(word))}


class _Sign:
    """What a clause has without which a pattern cannot match, told before any of them is tried: a bit each."""

    (
        FIGURE,
        NUMBER_WORD,
        COUNT,
        ORDINAL,
        MONTH,
        WEEKDAY,
        SEASON,
        OF,
        ENDED,
        CLOCK,
        POUND,
        DASH,
        STROKE,
        SHARE,
        FISCAL,
        PART,
        ALL,
        SHARE_WORD,
        WEEKDAYS,
    ) = (1 << n for n in range(19))


_FIGURE = re.compile(r"\d")
_LETTERS = re.compile(r"[a-z]+")
_TOLD_BY_WORD = (
    (_Sign.NUMBER_WORD, SPOKEN),
    (_Sign.COUNT, rf"{_ONE}|no|none|nil"),
    (_Sign.ORDINAL, _ORD),
    (_Sign.MONTH, MONTH),
    (_Sign.WEEKDAY, WEEKDAY),
    (_Sign.SEASON, "|".join((*_TERMS, *SEASON_ALIASES, "sum"))),
    (_Sign.OF, "of"),
    (_Sign.ENDED, "year|yr|y|months?|mths|period|ye|quarter|qtr|season"),
    (_Sign.SHARE_WORD, "thirds?|fifths?|sixths?|eighths?|tenths?|quarters"),
    (_Sign.CLOCK, "noon|midday|midnight|half|quarter|past|after|to|before|til|oh|in|at"),
)
_BY_WORD = tuple((sign, re.compile(words)) for sign, words in _TOLD_BY_WORD)
"""Signs that are words of their own."""
_BY_PART: tuple[tuple[int, tuple[str, ...]], ...] = (
    (_Sign.POUND, ("pound",)),
    (_Sign.DASH, ("-", "\u2013", "\u2192")),
    (_Sign.STROKE, ("/",)),
    (_Sign.SHARE, ("%", "cent", "pct")),
    (_Sign.FISCAL, ("fy", "cy", "py", "sy", "ay", "fiscal", "financial", "calendar")),
    (_Sign.PART, ("q", "h1", "h2", "half")),
    (_Sign.ALL, ("all", "unan", "nem")),
    (_Sign.WEEKDAYS, ("days",)),
)
"""Signs that stand anywhere, within words too."""


@lru_cache(maxsize=4096)
def _readers_for(signs: int) -> tuple[tuple[re.Pattern[str], Callable[[_Here], Found] | None], ...]:
    """Those that may find anything in a clause with such signs."""
    return tuple((pattern, read) for pattern, read, needed in _READERS if all(signs & one for one in needed))


@lru_cache(maxsize=16384)
def _signs_of_word(word: str) -> int:
    found = 0
    for sign, words in _BY_WORD:
        if words.fullmatch(word):
            found |= sign
    return found


def _signs_of(text: str) -> int:
    low = text.lower()
    found = _Sign.FIGURE if _FIGURE.search(text) else 0
    for word in {*_LETTERS.findall(low)}:
        found |= _signs_of_word(word)
    for sign, parts in _BY_PART:
        for part in parts:
            if part in low:
                found |= sign
    return found


_READERS: tuple[tuple[re.Pattern[str], Callable[[_Here], Found] | None, tuple[int, ...]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), read, tuple(needed))
    for pattern, read, *needed in (
        (r"(?<![\d:])\d{1,2}:[0-5]\d:[0-5]\d(?:[.,]\d{1,3})?(?!:?\d)", _numbering, _Sign.FIGURE),
        ((rf"(?<!\d )\b(?P<unit>(?:half[- ])?year|yr|y/e|ye|quarter|qtr|month|(?:three|six|nine|twelve|3|6|9|12)[\s-](?:months?|mths)(?:\s(?:accounts|accs|figures|figs|results))?|period|season)\s+(?:(?:ended|ending|end|to|up to)\s+)?(?:on\s+)?(?:the\s+)?(?:end\s+of\s+)?"
         rf"(?:(?P<month2>{MONTH})\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s?|\s)(?=\d{{4}})|(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+)?(?:of\s+)?(?P<month>{MONTH})\.?,?\s+(?!\d\d?,?\s\d{{4}})|(?P<d>\d{{1,2}})(?:[./-]|(?<=[edgo] \d\d) )(?P<m>\d{{1,2}})[./ -])'?(?P<year>\d{{4}}|\d\d)(?!\w|[./]\d|,?\s?(?:[-\u2013]|(?:to|through|thru|until|till)\b)\s?{MONTH})"), _value_of_ended, _Sign.FIGURE, _Sign.ENDED),
        (rf"\b(?:(?P<weekday>{WEEKDAY})\.?,?\s+(?:the\s+)?)?(?<!\d[.,])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{MONTH})\b\.?,?(?:\s+(?P<year>{_YEAR})\b(?![.,]\d)|\s+'?(?P<short>\d\d)\b(?!\s*[:.]\d|,\d{{3}}|{_MAKES_A_TIME}|\s+(?:[a-z]{{3,}}s|pub|mop)\b))?", _day_month, _Sign.FIGURE, _Sign.MONTH),
        (rf"\b(?:(?P<weekday>{WEEKDAY}),?\s+)?(?P<month>{MONTH})\.?\s+(?P<day>\d{{1,2}})(?P<suffix>st|nd|rd|th)?\b(?:,?\s+(?:(?P<year>{_YEAR})|'?(?P<short>[23]\d)(?=\s*(?:[-\u2013,;)]|\Z)))|/(?P<slashed>[23]\d))?(?![/.:]\d|,\d{{3}}\b)", _month_day, _Sign.FIGURE, _Sign.MONTH),
        (rf"\bend\s+(?:of\s+)?(?P<month>{MONTH})\b\.?(?!\s?\d{{1,2}}(?!\d)|\s+(?:the\s+)?(?:(?:twenty|thirty)[\s-])?(?:{_ORD})\b)(?:,?\s+(?P<year>{_YEAR})\b)?", _end_of_month, _Sign.MONTH),
        (rf"\b(?:(?P<weekday>{WEEKDAY})\s+(?:the\s+)?)?(?P<tens>(?:twenty|thirty)[\s-])?(?P<day>{_ORD})\s+(?:of\s+)?(?P<month>{MONTH})\b", _spoken_date, _Sign.ORDINAL, _Sign.MONTH),
        (rf"\b(?:(?P<weekday>{WEEKDAY}),?\s+)?(?P<month>{MONTH})\s+(?P<tens>(?:twenty|thirty)[\s-])?(?P<day>{_ONE}|twenty|thirty)\b(?!\s+(?!(?:to|till?|and|at|for|by|in|on)\b)[a-z]{{3,}}|\s+\d{{1,2}}\b)", _spoken_cardinal, _Sign.NUMBER_WORD, _Sign.MONTH),
        (rf"\b(?:(?P<weekday>{WEEKDAY}),?\s+)?(?P<month>{MONTH})\s+(?:the\s+)?(?P<tens>(?:twenty|thirty)[\s-])?(?P<day>{_ORD})\b(?!\s+(?:\w+\s+)?(?:meeting|quarter|half|item|report)\b)", _spoken_date, _Sign.ORDINAL, _Sign.MONTH),
        (rf"\b(?P<whole>\d{{1,3}}|(?:{SPOKEN}))\s+(?:and|n|&)\s+(?:(?:an?|one|three)[\s-]+|(?=(?:half|quarter)\b))(?P<part>hal?f|halves|quarters?|thirds?)\b(?:\s+(?P<scale>thousand|t[ho]*usand|thou|k|million|mill?)\b)?", _and_a_half, _Sign.CLOCK | _Sign.NUMBER_WORD),
        (r"\b(?:(?P<many>an?|one|two|three|four|five|seven|nine)[\s-]+(?P<part>thirds?|quarters?|fifths?|sixths?|eighths?|tenths?)|(?<!first )(?<!second )(?<!1st )(?<!2nd )(?P<half>half))(?=\s+(?:of\b|the\b|an?\b|were\b|was\b|are\b|is\b|will\b|would\b|shall\b))(?:\s+(?:of\s+)?an?\s+(?P<scale>million|billion|thousand|hundred|dozen|crore|lakh)\b)?", _share_in_words, _Sign.CLOCK | _Sign.SHARE_WORD),
        (rf"\b(?P<pounds>(?:(?:{SPOKEN}|and)[\s-]+){{1,8}})pounds?\b(?:\s+(?:and\s+)?(?P<pence>(?:(?:{SPOKEN})[\s-]?){{1,3}}\b))?", _pounds_in_words, _Sign.POUND),
        (r"(?<![\d/.\u00a3-])(?P<a>\d{1,2})(?P<mark>[/.-])(?P<b>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d)(?![\d/])", _figures_date, _Sign.FIGURE),
        (rf"\b(?P<year>{_YEAR})-(?P<month>\d\d)-(?P<day>\d\d)\b", _iso, _Sign.FIGURE, _Sign.DASH),
        (r"(?<![\w/,:-])(?<!\d\.)(?P<month>0[1-9]|1[0-2])-(?P<day>[0-3]\d)(?![\w/:-])", _month_figures, _Sign.FIGURE, _Sign.DASH),
        (rf"\A[ \t|]*(?!\d{{1,3}}(?:\.\d{{3}}){{2}})\d{{1,3}}(?:[./]\d{{1,3}})+[.)]?(?=\s+(?-i:[A-Z(]))(?!\s+{MONTH})|\A[ \t]*\|[ \t]*\d{{1,3}}[.)]?(?=[ \t]*\|)|\A[ \t]*\d{{1,2}}[.):]?(?=\s+(?-i:[A-Z][a-z]))(?!\s+(?:{MONTH}|members|public|pub|votes?|people|for|f|mop|cllrs)\b)", _numbering, _Sign.FIGURE),
        (r"\b(?-i:[A-Z]{1,5})(?:/\d{1,4}){1,3}\b|\b(?!(?-i:[FCPSA]Y|[QTHSM])\d)(?-i:[A-Z]{1,5})\d{1,4}(?:[/-]\d{1,4}){1,2}\b|(?<![\w.,/-])\d{5}-\d{1,2}(?::\d{4})?(?![\w/-])|#\d{2,6}\b|(?<!\w)\d\d/\d{3,5}(?:/\w+)?|(?<![\w.,])0\d{2,3}(?!\d)|\b(?-i:[A-Z]{1,5})(?:-\d{1,4}){2}\b|(?<![\w/.-])(?:19|20)\d\d-\d{3}\b(?!-)|\b(?![FCPSA]Y|R\d{1,3}[ ,]\d{3})(?-i:[A-Z]{1,2})\d{2,4}\b|\b(?-i:[a-z])\d{2,3}\b(?<!x\d\d)|\b1:\d\b|\b[a-z]{2,6}\d\b", _reference, _Sign.FIGURE),
        (r"\b(?:FYs?|(?:fiscal|financial)(?: years?)?|(?P<calendar>CY|calendar year)|(?P<programme>[PSA]Y(?=\s?\d\d(?:\d\d)?\b)))\s?'?(?P<year>\d{4}|\d\d)(?:\s?(?:[-/\u2013]|to|through)\s?'?(?P<last>\d{4}|\d\d))?(?!\w|[-/.,]\d)", _fiscal, _Sign.FIGURE, _Sign.FISCAL),
        (rf"(?<![\d/.,\u00a3$-])'?{_PAIR_OF_YEARS}(?:\s?(?:[-\u2013\u2014\u2192]|[-=]>|\b(?:to|thru|through|until|till?)\b)\s?'?{_PAIR_OF_YEARS}|(?P<list>(?:(?:,?\s(?:and\s|&\s)?|[,+&]\s?)'?{_PAIR_OF_YEARS}){{2,9}}))(?![\d/%-]|[.,:]\d)", _span_of_years, _Sign.FIGURE),
        (rf"\b(?P<first>{_YEAR})\s*(?:[-/\u2013\u2014\u2192]|[-=]>|to|through)\s*(?P<last>{_YEAR}|\d\d)\b(?!-\d\d\b)(?!\s*%)", _years, _Sign.FIGURE),
        (r"(?<![\d/.\u00a3$,-])'?(?P<first>\d\d?)\s?(?P<mark>[/\u2013-]|\u2192|->)\s?'?(?P<last>\d\d?)(?![\d/%-]|[.,:]\d|\s*%)(?<=\d\d)", _short_years, _Sign.FIGURE, _Sign.DASH | _Sign.STROKE),
        (rf"(?<![\d.,])\b(?P<part>\d{{1,4}}|(?:{SPOKEN})(?:-(?:{SPOKEN}))?)(?:\s+(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+|our\s+|all\s+)?|\s+of\s+the\s+[a-z]+['\u2019]s\s+|\s+(?:[a-z]+\s+){{1,2}}(?:out\s+of\s+(?:the\s+)?|of\s+(?:the|its|their|our)\s+))(?P<whole>\d{{1,4}}|(?:{SPOKEN})(?:-(?:{SPOKEN}))?)\b(?!\s*(?:{MONTH})\b|[.,]?\d|\s*%)", _part_of, _Sign.OF, _Sign.FIGURE | _Sign.NUMBER_WORD),
        (r"\b(?:Q|qtr\.?|quarter)\s?(?P<number>[1-4])\b|\b(?P<word>first|second|third|fourth|last|final(?=\s+quarter\s+of\b))\s+quarter\b|\bH(?P<half>[12])\b|\b(?P<halfword>first|second)\s+half\b", _quarter, _Sign.PART),
        (r"\bM(?:onth\s)?(\d{1,2})\b", _month_number, _Sign.FIGURE),
        (r"\b(?:terms?|semester|trimester|sem)\s?([1-4])\b|\b(?-i:T)([1-4])\b|\bt([1-4])(?=\s'?\d\d)|\b(first|second|third|fourth)\s+(?:term|semester|trimester)\b(?!\s+of office)", _term_number, _Sign.FIGURE | _Sign.ORDINAL),
        (r"(?<=\b[qt][1-4]\s)'?(\d\d)\b(?![/.,:%-]\d|\s?[ap]m)", _year_of_part, _Sign.FIGURE),
        (rf"\b(?P<season>{'|'.join((*_TERMS, *SEASON_ALIASES))}|sum)\.?\s+(?:half[\s-])?(?:terms?|tm|trm|semester|trimester)\b(?!\s+(?:of\s+)?'?(?:{_YEAR}|\d\d\b(?![.,:]\d|\s?%)))", _school_term, _Sign.SEASON),
        (rf"\b(?P<month>{MONTH})\.?,?\s+(?P<year>{_YEAR})\b|\b(?P<season>{_SEASON})\s+(?:(?P<term>terms?|tm|trm|semester)\s+)?(?:of\s+)?(?P<of>{_YEAR}|'?\d\d\b)(?![/\u2013.,:-]\d|\s?%)", _month_year, _Sign.FIGURE, _Sign.MONTH | _Sign.SEASON),
        ((r"(?<![\d\u00a3.,])(?P<hour>\d{1,2})(?:[.:](?P<minute>\d\d))?\s*(?P<half>[ap])\.?\s?m\b\.?|(?<![\d\u00a3.,:])(?P<h24>\d{1,2})[:h](?P<m24>\d\d)(?![\d:])|\b(?P<name>noon|midday|midnight)\b"
         rf"|(?<![\d.,\u00a3$\u20ac-])\b(?P<past>half|(?:a )?quarter|(?:twenty[ -]five|twenty|ten|five)(?: mins?| minutes)?|\d{{1,2}}(?:(?= past|after)| mins?| minutes))\s+(?P<to>past|after|to|before|til)\s+(?P<spoken>{_HOUR})\b(?![.,:]\d|\s?%)"
         rf"|\bhalf\s(?P<half_hour>{_HOUR})(?:ish)?\b(?!\s+(?:of|a|the|or)\b)"
         rf"|\b(?P<oh_hour>{_HOUR})\soh\s(?P<oh>{'|'.join(UNITS)})\b"
         rf"|\b(?P<part_hour>{_HOUR})\s(?:in the (?:morning|afternoon|evening)|at night)\b"), _time, _Sign.FIGURE | _Sign.CLOCK),
        ("", None, _Sign.FIGURE | _Sign.COUNT | _Sign.ALL),
        (rf"(?<![\w.])(?<!\d,)(\d+(?:[.,]\d+)?|(?:{SPOKEN})(?:[\s-](?:{SPOKEN}|point)){{0,4}})\s?(?:%|per ?cent\b|pct\b)", _percent, _Sign.SHARE),
        (r"(?<![\d/.\u00a3])(\d{1,3})/(\d{1,3})(?![\d/])", _stroke, _Sign.FIGURE, _Sign.STROKE),
        (rf"(?<![\d\u00a3,./-])({_YEAR})(?![\d/]|,\d{{3}}|\.\d|-\d)", _year, _Sign.FIGURE),
        (rf"(?:[\u00a3$\u00a5\u20a1-\u20bf\u0e3f]|\b(?:Rs|(?-i:RM)|KSh|TSh|USh|INR|EUR|GBP|USD|CAD|AUD|NZD|ZAR|KES|NGN|SGD|HKD|CHF|SEK|NOK|DKK)\b\.?|\b(?-i:R)(?=\s?\d))\s?(?P<money>{_FIGURES})\s?(?P<unit>k|m|mio\b|mn\b|million|billion|thousand|mill|bn|lakhs?|lacs?|crores?|cr)?\b|(?:(?<![\w.])|(?<=\sx)|(?<=\s\u00d7))(?<![A-Za-z]-)(?P<number>{_FIGURES})\s?(?P<unit2>k\b|(?-i:M)\b|m\b(?!\.)|mio\b|mn\b|million\b|billion\b|bn\b|mill\b|thousand\b|thou\b|lakhs?\b|lacs?\b|(?-i:L)\b|crores?\b|cr\b)?(?:(?:st|nd|rd|th)\b)?(?P<pence>\b p\b)?", _amount, _Sign.FIGURE),
        (rf"\b(?:(?:{SPOKEN})[\s-]+(?:(?:and|(?<=hundred\s)n|(?<=thousand\s)n|point)[\s-]+(?=(?:{SPOKEN})\b))?){{0,9}}(?:{SPOKEN})\b(?:[\s-]+(?:{_ORD})\b)?", _in_words, _Sign.NUMBER_WORD),
        (r"\b(?:(?P<tens>twenty|thirty)[\s-])?(?P<word>" + "|".join(list(ORDINALS)[2:]) + r")\b", _ordinal, _Sign.ORDINAL),
        (rf"\b({WEEKDAY})\b\.?", _day_of_week, _Sign.WEEKDAY),
        (r"\b((?:mon|tues|wednes|thurs|fri|satur|sun)day)s\b", _day_of_week, _Sign.WEEKDAYS),
        (rf"\b({MONTH})\b\.?", _month_alone, _Sign.MONTH),
    )
)  # fmt: skip
"""Which patterns are tried, the surest first, what each says, and of what signs a clause must have one each.

That without either stands for votes, which are read as everywhere."""
