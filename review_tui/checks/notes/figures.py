"""Figures, money, dates, times and percentages, read alike in minutes and in clerk's shorthand.

Shorthand leaves open what is meant: "7.30" may be a time or money, "16.3" a day of March. Each figure
therefore carries every reading of its words; two that share one do not contradict each other.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from review_tui.domain.text import Span


class Sort(StrEnum):
    """What a figure is of, as a reader would call it."""

    MONEY = "amount"
    SHARE = "percentage"
    TIME = "time"
    DATE = "date"
    MONTH = "month"
    YEAR = "year"
    WEEKDAY = "day of the week"
    COUNT = "figure"


Reading = tuple[str, int, int]
"""What a figure may say: ``("n", hundredths, 0)``, ``("d", day, month)``, ``("t", minutes, 0)`` and so on."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure where it stands."""

    sort: Sort
    readings: frozenset[Reading]
    year: int | None
    """The last two digits of the year, where one is written beside a day or month."""
    span: Span
    text: str
    is_open: bool = False
    """Whether the words leave open what it is of, as a bare "500" or "7.30" does."""

    def may_be(self, other: "Figure") -> bool:
        """Whether both may say the same."""
        if None not in {self.year, other.year} and self.year != other.year:
            return False
        if Sort.MONEY in {self.sort, other.sort} and self._nearly(other):
            return True
        shared = {kind for kind, _, _ in self.readings & other.readings}
        whole = self.sort is other.sort is Sort.DATE and self.has_month and other.has_month
        return bool(shared - {"o"} if whole else shared)

    @property
    def number(self) -> int | None:
        """In hundredths, if it may be a number."""
        return next((n for kind, n, _ in self.readings if kind == "n"), None)

    def _nearly(self, other: "Figure") -> bool:
        """Whether one leaves out the pence, or the word million, that the other has."""
        less, more = sorted((self.number or 0, other.number or 0))
        if not less:
            return False
        pence = less // 100 == more // 100 and (less % 100 == 0 or more % 100 == 0)
        return pence or more in {less * 1000, less * 1_000_000}

    @property
    def has_month(self) -> bool:
        """Whether it gives a day of a month, not "the 16th" alone."""
        return any(kind == "d" for kind, _, _ in self.readings)


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?"
_FIGURE = re.compile(
    rf"""(?<![\w/.,\u00a3#])(?:
      (?P<dmy>(?P<d1>\d{{1,2}})[./-](?P<m1>\d{{1,2}})[./-](?P<y1>(?:19|20)?\d\d))(?![\d/]|\.\d)
    | (?P<dm>(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s?(?:of\s)?(?P<m2>{_MONTH})\b\.?
        (?:(?:,?\s|\s?')(?P<y2>(?:19|20)\d\d\b|[0-3]\d(?![\d:.,%/]|\s?[ap]m|\s?%|\s[a-z])))?)
    | (?P<years>(?P<ya>(?:19|20)\d\d)\s?[-\u2013/]\s?(?P<yb>(?:20)?\d\d))(?!\d|/)
    | (?P<time>(?P<h>[012]?\d)(?P<sep>[.:])(?P<min>[0-5]\d)\s?(?P<half>[ap]\.?m\b)?)(?![\d/]|\.\d)
    | (?P<hour>[01]?\d)\s?(?P<half2>[ap]\.?m\b)
    | (?P<short>(?P<d3>\d{{1,2}})/(?P<m3>\d{{1,2}}))(?![\d/])
    | (?!2nd)(?P<day>[0-3]?\d)(?:st|nd|rd|th)\b
    | (?<!-)(?P<number>\d{{1,3}}(?:,\d{{3}}){{1,3}}|\d{{1,9}})(?P<part>\.\d{{1,4}})?
        (?:(?P<times>[km])\b|(?P<share>\s?%|\s?per\s?cent\b|pc\b)|(?P<pence>p)\b)?(?![\w/]|[.,]\d|-\d)
    )
    | \u00a3\s?(?P<pounds>\d{{1,3}}(?:,\d{{3}}){{1,3}}|\d{{1,9}})(?P<ppart>\.\s?\d{{1,2}})?
        (?:[\s-]?(?P<ptimes>[km]|million|thousand)\b)?
    | \b(?P<md>(?P<m4>{_MONTH})\b\.?(?:\s(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:.%])
        (?:,?\s(?P<y4>(?:19|20)\d\d|(?<=,\s)[0-3]\d)(?!\d))?|,?\s'?(?P<y5>(?:19|20)\d\d))?)
    | \b(?P<weekday>{_WEEKDAY})\b
    | \b(?P<word>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen
        |seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty)\b(?![-'\u2019])""",
    re.IGNORECASE | re.VERBOSE,
)
_WORDS = {
    word: value
    for value, word in enumerate(
        """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen twenty""".split(),  # noqa: SIM905 -- easier to read
        start=2,
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
_TIMES = {"": 1, "k": 1000, "thousand": 1000, "m": 1_000_000, "million": 1_000_000}
_HALF_DAY = 720
_MONTHS_LONG = 12
_LONGEST_DAY = 31
_CAPITAL = re.compile(r"[A-Z]")


def find_figures(text: str, start: int = 0, end: int | None = None) -> tuple[Figure, ...]:
    """The figures of ``text`` between two offsets, in order; what is plainly none ("may", "sun") left out."""
    return tuple(_read(text, start, len(text) if end is None else end))


def _read(text: str, start: int, end: int) -> Iterator[Figure]:
    for match in _FIGURE.finditer(text, start, end):
        found = _reading(match)
        if found is not None:
            sort, readings, year, is_open = found
            yield Figure(sort, frozenset(readings), year, Span(match.start(), match.end()), match[0], is_open)


_Read = tuple[Sort, set[Reading], int | None, bool]


def _reading(match: re.Match[str]) -> _Read | None:  # noqa: PLR0911 -- one line for each way of writing
    kind = match.lastgroup
    if match["dmy"]:
        return _day(int(match["d1"]), int(match["m1"]), match["y1"])
    if match["dm"]:
        return _day(int(match["d2"]), _month(match["m2"]), match["y2"])
    if match["md"]:
        return _month_first(match)
    if match["years"]:
        return Sort.YEAR, {("yy", int(match["ya"]) % 100, int(match["yb"]) % 100)}, None, False
    if match["time"] or match["hour"]:
        return _time(match)
    if match["short"]:
        return Sort.DATE, {("d", int(match["d3"]), int(match["m3"]))}, None, True
    if match["day"]:
        return Sort.DATE, {("o", int(match["day"]), 0)}, None, False
    if match["weekday"]:
        named = _CAPITAL.match(match[0]) or match[0].lower().endswith("day")
        day = _DAYS.index(match["weekday"][:3].lower())
        return (Sort.WEEKDAY, {("w", day, 0)}, None, False) if named else None
    if match["word"]:
        return Sort.COUNT, {("n", _WORDS[match["word"].lower()] * 100, 0)}, None, False
    return _number(match) if kind else None


def _day(day: int, month: int, year: str | None) -> _Read | None:
    if not (1 <= day <= _LONGEST_DAY and 1 <= month <= _MONTHS_LONG):
        return None
    return Sort.DATE, {("d", day, month), ("o", day, 0)}, int(year) % 100 if year else None, False


def _month(word: str) -> int:
    return _MONTHS.index(word[:3].lower()) + 1


def _month_first(match: re.Match[str]) -> _Read | None:
    month = _month(match["m4"])
    if match["d4"]:
        return _day(int(match["d4"]), month, match["y4"])
    if not _CAPITAL.match(match[0]):
        return None
    year = int(match["y5"]) % 100 if match["y5"] else None
    alone = match["m4"].lower() in {"may", "mar", "sep", "dec", "jan", "march"} and year is None
    return Sort.MONTH, {("m", month, 0)}, year, alone


def _time(match: re.Match[str]) -> _Read:
    if match["hour"]:
        return Sort.TIME, {("t", int(match["hour"]) * 60 % _HALF_DAY, 0)}, None, False
    hour, minute = int(match["h"]), int(match["min"])
    readings: set[Reading] = {("t", (hour * 60 + minute) % _HALF_DAY, 0)}
    is_open = match["sep"] == "." and not match["half"]
    if is_open:
        readings |= {("n", hour * 100 + minute, 0), ("d", hour, minute)}
    return Sort.TIME, readings, None, is_open


def _number(match: re.Match[str]) -> _Read | None:
    if match["pounds"]:
        worth = _hundredths(match["pounds"], match["ppart"], (match["ptimes"] or "").lower())
        return Sort.MONEY, {("n", worth, 0)}, None, False
    if match["number"].startswith("0") and not match["part"] and len(match["number"]) > 1:
        return None
    worth = _hundredths(match["number"], match["part"], (match["times"] or "").lower())
    readings: set[Reading] = {("n", worth, 0)}
    if match["share"]:
        return Sort.SHARE, readings, None, False
    if match["pence"]:
        return Sort.MONEY, {("n", worth // 100, 0)}, None, False
    whole = worth // 100
    part = (match["part"] or "").removeprefix(".")
    if part and 1 <= whole <= _LONGEST_DAY and 1 <= int(part) <= _MONTHS_LONG:
        readings.add(("d", whole, int(part)))
    if not match["part"] and not match["times"]:
        if 1 <= whole <= _MONTHS_LONG:
            readings.add(("t", whole * 60 % _HALF_DAY, 0))
        if re.fullmatch(r"(?:19|20)\d\d", match["number"]):
            return Sort.YEAR, {*readings, ("y", whole % 100, 0)}, None, True
    return Sort.COUNT, readings, None, True


def _hundredths(whole: str, part: str | None, times: str) -> int:
    return round(float(whole.replace(",", "") + (part or "").replace(" ", "")) * 100 * _TIMES[times])
