"""A fact with a value: what kind it is of, and by which readings it can be the same as another."""

import math
import re
from enum import StrEnum

from review_tui.language.number_words import ORDINALS
from review_tui.model.frozen import frozen


class Kind(StrEnum):
    """What a value is of; the value is the word for it on the screen."""

    DATE = "date"
    PERIOD = "period"
    YEAR = "year"
    MONTH = "month"
    QUARTER = "quarter"
    WEEKDAY = "weekday"
    TIME = "time"
    MONEY = "sum of money"
    PERCENT = "percentage"
    NUMBER = "number"
    FRACTION = "figure"
    VOTE = "vote"
    REFERENCE = "reference"


Key = tuple[str | float, ...]
"""One reading: ``("n", 310000.0)`` a number, ``("d", 3, 31)`` a day, ``("t", 8, 50)`` a time of the clock,
``("fy", 2023, 2024)`` years, ``("y", 2024)``, ``("m", 3)``, ``("q", 1)``, ``("v", 6, 2)`` votes, ``("wd", 0)``."""


@frozen(eq=False)
class Value:
    """A fact that has a value, at offsets of its clause."""

    kind: Kind
    keys: frozenset[Key]
    start: int
    end: int
    text: str
    number: float = 0.0
    """Of money, percentages and numbers."""
    parts: tuple[int, ...] = ()
    """Year (0 if not said), month and day of a date, both of these for a run of days or months; both years of a
    period that is given by years; the sides of a vote."""
    is_everybody: bool = False
    """Of a vote: unanimous."""
    weekday: int | None = None
    """Said with a date, Monday 0."""
    is_former: bool = False
    """Whether a note has it as what was before: "(was 14)"; of the draft, whether another is only held against it."""
    by_words: bool = False
    """Whether it is written in words."""
    otherwise: tuple["Value", ...] = ()
    """What else the words of a note may mean: "Sept 26" a day, or a month of a year."""

    @property
    def year(self) -> int:
        """Of a date, or 0."""
        return self.parts[0] if self.kind is Kind.DATE and self.parts else 0

    @property
    def is_run(self) -> bool:
        """Whether it is a run of days or months, told by its ends: "October 2020 to September 2021"."""
        return self.kind is Kind.PERIOD and len(self.parts) == len("ymdymd")

    @property
    def ends(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Of a run: the first and the last day, as year (0 if not said), month and day."""
        return self.parts[:3], self.parts[3:]


def agree(mine: Value, theirs: Value) -> bool:
    """Whether a value of the notes says what one of the draft says."""
    if not mine.keys & theirs.keys:
        return False
    if mine.kind is Kind.DATE and theirs.kind is Kind.DATE:
        return not (mine.year and theirs.year and mine.year != theirs.year)
    if mine.is_run or theirs.is_run:
        return _runs_agree(mine, theirs)
    if are_of_years(mine) and are_of_years(theirs):
        return mine.parts == theirs.parts
    if mine.kind is theirs.kind is Kind.FRACTION:
        return any(key[0] == "of" for key in mine.keys & theirs.keys)
    if mine.kind is Kind.PERCENT and mine.by_words and theirs.kind is Kind.NUMBER:
        return False
    if mine.kind is theirs.kind is Kind.MONTH:
        return not (mine.parts[0] and theirs.parts[0] and mine.parts[0] != theirs.parts[0])
    if mine.kind is theirs.kind is Kind.TIME and mine.parts != theirs.parts:
        return not all(_OF_24_HOURS.match(v.text) for v in (mine, theirs))
    if mine.kind is Kind.VOTE and theirs.kind is Kind.VOTE:
        if len(mine.parts) > 1 and len(theirs.parts) > 1 and mine.parts[:2] != theirs.parts[:2]:
            return False
        abstained = [v.parts[2] for v in (mine, theirs) if len(v.parts) > 2]
        return len(set(abstained)) < 2
    return True


_OF_24_HOURS = re.compile(r"(?:0\d|1[3-9]|2\d)[:h]\d\d")
"""A time that can be only before or only after noon."""


def _runs_agree(mine: Value, theirs: Value) -> bool:
    """Whether two runs are one, or a date or month is an end of a run."""
    if mine.is_run and theirs.is_run:
        return all(_is_day(a, b) for a, b in zip(mine.ends, theirs.ends, strict=True))
    run, other = (mine, theirs) if mine.is_run else (theirs, mine)
    if other.kind is Kind.DATE:
        return any(_is_day(end, other.parts) for end in run.ends)
    if other.kind is Kind.MONTH and other.parts[1:] != (0,):
        return any(end[1] == other.parts[1] and are_years(end[0], other.parts[0]) for end in run.ends)
    return True


def says_whole(one: Value, other: Value) -> bool:
    """Whether neither of two values that agree is but one end of the other: "April" of "April to June"."""
    values = (one, other)
    if any(v.is_run or are_of_years(v) for v in values):
        same_kind = all(v.kind in {Kind.PERIOD, Kind.QUARTER} for v in values)
        return same_kind and all(
            v.is_run or are_of_years(v) for v in values if any(map(are_of_years, values))
        )
    return True


_LAST_OF_FEBRUARY = ((2, 28), (2, 29))
"""Month and day: either is the end of the month, whatever the year."""


def _is_day(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    same = one[1:] == other[1:] or (one[1:] in _LAST_OF_FEBRUARY and other[1:] in _LAST_OF_FEBRUARY)
    return same and are_years(one[0], other[0])


def are_years(one: int, other: int) -> bool:
    """Whether two years are one, as far as both are written."""
    return not one or not other or one == other


_COMPARED = re.compile(
    r"\b(?:(?<!voted )(?<!spoke )against|than|compared (?:with|to)|(?:up|down) (?:from|on)|(?:the )?same (?:quarter|half|period|month|week|term|season|time|stage|point)(?: (?:of|in))?)\b(?:[^;:,.]|[.,]\d){0,60}\Z|\bover \Z",
    re.IGNORECASE,
)
"""What stands before a value that another is compared with."""
_REACH_BACK = 90
"""Characters in which it is looked for."""


def is_compared(text: str, start: int) -> bool:
    """Whether another value is only held against the one there: "an increase of 3% over fiscal year 2025"."""
    return _COMPARED.search(text[max(0, start - _REACH_BACK) : start]) is not None


_WAS = re.compile(
    r"\b(?:from|was|were|had been|being|previously|formerly|instead of|in place of|against|compared (?:with|to)|last (?:year|time)|than) \W{0,3}\Z",
    re.IGNORECASE,
)
"""Words before a figure of the draft that is no longer so."""
_WAS_REACH = 30
"""Characters in which they are looked for."""


def says_what_was(text: str, start: int) -> bool:
    """Whether a sentence has the value there as what was before."""
    return _WAS.search(text, max(0, start - _WAS_REACH), start) is not None


def are_of_years(value: Value) -> bool:
    """Whether it is a period of several years, told by the first and the last: "2025 to 2027"."""
    return value.kind is Kind.PERIOD and not value.is_run and value.parts[1] - value.parts[0] > 1


def may_be_one_mistyped(mine: Value, theirs: Value) -> bool:
    """Whether two periods are of as many years as each other, or one end of either may be a slip: "2017/18", "2017/19"."""
    if mine.is_run and theirs.is_run:
        return _months(mine) == _months(theirs) or any(
            _is_day((0, *a[1:]), b) for a, b in zip(mine.ends, theirs.ends, strict=True)
        )
    if are_of_years(mine) and are_of_years(theirs):  # the new plan begins where the one before it ends
        return not any(0 <= a.parts[0] - b.parts[1] <= 1 for a, b in ((mine, theirs), (theirs, mine)))
    if are_of_years(mine) is are_of_years(theirs):
        return True
    if any(key[0] == "yy" for value in (mine, theirs) for key in value.keys):
        return False  # "2024/25 to 2026/27" is no "2024/25"
    return any(a == b for a, b in zip(mine.parts, theirs.parts, strict=False)) and not theirs.is_run


def _months(run: Value) -> int:
    """The months from the first to the last, whole years left out."""
    return (run.ends[1][1] - run.ends[0][1]) % _MONTHS


def may_be_slip(mine: Value, theirs: Value) -> bool:
    """Whether one end of two runs is the same, or two dates, months or years are near each other."""
    if mine.is_run and theirs.is_run:
        return any(_is_day(a, b) for a, b in zip(mine.ends, theirs.ends, strict=True))
    if mine.kind is Kind.PERIOD:
        return are_of_years(mine) and are_of_years(theirs) and abs(mine.parts[0] - theirs.parts[0]) <= 1
    if mine.kind is Kind.YEAR:
        return abs(mine.parts[0] - theirs.parts[0]) <= 1
    return mine.kind in {Kind.DATE, Kind.MONTH} and mine.parts[1:2] == theirs.parts[1:2] != (0,)


_APPOSED = re.compile(r"(?: of (?:[\w'\u2019]{1,20} ){0,3}year)?[\s,(]{1,3}(?:that is |i\.e\. )?(?:from )?")
"""Between a quarter and the months that it is: "the second quarter, April to June 2024"."""


def is_apposed(text: str, part: Value, run: Value) -> bool:
    """Whether a run only tells which months a quarter beside it is."""
    first, second = sorted((part, run), key=lambda value: value.start)
    return _APPOSED.fullmatch(text, first.end, second.start) is not None


def _is_slip_of(reference: str, written: str) -> bool:
    """Whether two numbers of the same length differ in one figure or two."""
    mine, theirs = reference.strip("#"), written.strip("#")
    return len(mine) == len(theirs) > 2 and 0 < sum(a != b for a, b in zip(mine, theirs, strict=True)) <= 2


_TELLING_DIGITS = 3
"""Digits, zeros at either end left out, of a number that is hardly the same by chance."""
_NUMBERS = frozenset({Kind.MONEY, Kind.NUMBER, Kind.PERCENT})
_MONTHS = 12
_SMALL = 10
"""Sums of money that a bare number of the notes may stand for begin here, unless both are small."""


def _may_be_share(theirs: Value, key: Key, mine: Value) -> bool:
    """Whether "46/52" is a part of a whole, as the draft's "42 of 56" is: of the same one, or no day of a month."""
    _, part, whole = key
    if whole == mine.parts[1] or "/" not in theirs.text:
        return True
    return isinstance(whole, int) and isinstance(part, int) and part <= whole > _MONTHS


_CLOCK = re.compile(r"\d{1,2}[.:h]\d\d|\d{4}")
"""A time of the clock without a sign that it is one."""


def _may_be_clock(theirs: Value) -> bool:
    """Whether a number or year of the notes looks like a time: "10.25", "2005", "eleven forty"."""
    if theirs.by_words:
        return len(theirs.text.split()) == len(("eleven", "forty"))
    return theirs.kind in {Kind.NUMBER, Kind.YEAR} and _CLOCK.fullmatch(theirs.text.strip(" .")) is not None


def comparable(mine: Value, theirs: Value) -> bool:
    """Whether a value of the notes could be that of the draft, written down otherwise."""
    shapes = {key[0] for key in theirs.keys}
    if mine.kind is Kind.REFERENCE:
        if mine.text[0] != "#":
            is_plain = theirs.kind in {Kind.NUMBER, Kind.REFERENCE} and theirs.text.strip(" .,").isdigit()
            return mine.text.isdigit() and is_plain
        return theirs.kind in {Kind.REFERENCE, Kind.NUMBER} and _is_slip_of(mine.text, theirs.text)
    if theirs.kind is Kind.REFERENCE:
        return mine.kind is Kind.TIME and "t" in shapes
    if mine.kind is Kind.DATE:
        return (
            theirs.kind is Kind.DATE
            or _are_days_running(theirs, mine.parts[1])
            or (theirs.kind is not Kind.MONTH and "dd" in shapes and _ORDINAL.search(theirs.text) is not None)
        )
    if mine.kind is Kind.TIME:
        return "t" in shapes and (theirs.kind is Kind.TIME or _may_be_clock(theirs))
    if mine.kind is Kind.VOTE:
        is_stroke = "/" in theirs.text and not theirs.weekday and theirs.kind is not Kind.PERIOD
        return theirs.kind is Kind.VOTE or (
            "v" in shapes and (theirs.by_words or is_stroke) and not mine.is_everybody
        )
    if mine.kind is Kind.PERIOD:
        if mine.is_run and theirs.kind is Kind.DATE:
            return any(end[1:] == theirs.parts[1:] for end in mine.ends)
        if not may_be_one_mistyped(mine, theirs):
            return False
        return theirs.kind is Kind.PERIOD or (theirs.kind is Kind.NUMBER and "fy" in shapes)
    if mine.kind is Kind.YEAR:
        return theirs.kind is Kind.YEAR
    if mine.kind is Kind.MONEY:
        return theirs.kind is Kind.MONEY or (
            theirs.kind is Kind.NUMBER and (theirs.number >= _SMALL or in_unit_of(theirs, mine) < _SMALL)
        )
    if mine.kind is Kind.PERCENT:
        if mine.by_words:
            return theirs.kind is Kind.PERCENT or (
                theirs.kind in {Kind.DATE, Kind.FRACTION}
                and theirs.text.count("/") == 1
                and "of" in shapes
                and not theirs.year
            )
        return theirs.kind in {Kind.PERCENT, Kind.NUMBER, Kind.FRACTION}
    if mine.kind is Kind.FRACTION:
        return any(
            key[0] == "of" and _may_be_share(theirs, key, mine) for key in theirs.keys if "fy" not in shapes
        ) or (theirs.kind is Kind.NUMBER and theirs.number.is_integer() and theirs.number <= mine.parts[1])
    if mine.kind is Kind.NUMBER:
        return theirs.kind in {Kind.NUMBER, Kind.FRACTION, Kind.PERCENT}
    mine_shapes = {key[0] for key in mine.keys}
    if "term" in mine_shapes & shapes:
        return True
    return mine.kind is theirs.kind and ("st" in mine_shapes) is ("st" in shapes)


_ORDINAL = re.compile(rf"(?:\d(?:st|nd|rd|th)|\b(?:{'|'.join(ORDINALS)}))\W*\Z", re.IGNORECASE)
"""How the number of a day ends: "four" of a note is hardly one, nor "two thousand"."""
_FEW_DAYS = 2
"""From the first to the last of days that are named one by one."""


def _are_days_running(run: Value, month: int) -> bool:
    """Whether a run is a few days of a month, which may be named singly: "18/19 July", "18th and 19th July"."""
    if not run.is_run:
        return False
    (_, first_month, first), (_, last_month, last) = run.ends
    return first_month == last_month == month and 0 < last - first <= _FEW_DAYS


UNSAID_UNITS = (1e2, 1e3, 1e6)
"""In which figures of a list are noted without saying so each time."""


def is_number(value: Value) -> bool:
    """Whether it is an amount: money, a percentage, a number."""
    return value.kind in _NUMBERS


_SCALE_BEHIND = re.compile(r"\d\s?(?P<scale>mn|mill?|million|bn|billion|m|k|thousand)\.?\Z", re.IGNORECASE)
"""What stands behind a figure that is counted in thousands or millions."""
_SCALES = {"k": 1e3, "t": 1e3, "m": 1e6, "b": 1e9}


_SCALED = re.compile(r"\d{1,3}\.(?:\d|\d{3})")
"""A bare figure that is hardly one of pounds and pence: "112.4" for £112,400."""
_FEWEST_SCALED, _OF_ONE_SIZE = 1e3, 3.0
"""Sums that may be noted in thousands, and how many times the other one may be of two in one unit."""


def in_unit_of(theirs: Value, mine: Value) -> float:
    """The number of ``mine`` in the unit that a bare figure of the notes is told in: of "£1.6m" beside "1.9" it is 1.6.

    Of "£5,900" beside "5.4" it is 5.9, where the notes may have thousands.
    """
    if theirs.kind is not Kind.NUMBER or theirs.by_words or theirs.text.strip()[-1:].isalpha():
        return mine.number
    if scale := _SCALE_BEHIND.search(mine.text.strip(" ,")):
        return mine.number / _SCALES[scale["scale"][0].lower()]
    if not _may_be_scaled(theirs, mine):
        return mine.number
    scaled = (mine.number / unit for unit in UNSAID_UNITS if unit >= _FEWEST_SCALED)
    is_of_size = (n for n in scaled if 1 / _OF_ONE_SIZE <= n / theirs.number <= _OF_ONE_SIZE)
    return next(is_of_size, mine.number)


def _may_be_scaled(theirs: Value, mine: Value) -> bool:
    """Whether a decimal of the notes may be a sum of the draft in thousands or millions."""
    is_decimal = _SCALED.fullmatch(theirs.text.strip(" .,;")) is not None and theirs.number > 0
    return is_decimal and mine.kind is Kind.MONEY and mine.number >= _FEWEST_SCALED


def is_in_unsaid_unit(mine: Value, theirs: Value) -> bool:
    """Whether the notes have a number in hundreds, thousands or millions without saying so: "24" for 2,400."""
    if not is_number(mine) or theirs.kind is not Kind.NUMBER or theirs.number <= 0:
        return False
    is_whole = theirs.text.strip(" .").isdigit() or (theirs.by_words and theirs.number.is_integer())
    return (is_whole or _may_be_scaled(theirs, mine)) and any(
        math.isclose(mine.number, theirs.number * unit)
        for unit in UNSAID_UNITS
        if is_whole or unit >= _FEWEST_SCALED
    )


def is_telling_number(value: Value) -> bool:
    """Whether a number is hardly the same by chance: a sum to the penny, a number of three figures or more."""
    return is_number(value) and len(digits(value.number)) >= _TELLING_DIGITS


def digits(number: float) -> str:
    """The figures of a number without its zeros at either end, by which 41.2k and 41,200 are alike."""
    text = f"{number:.4f}".replace(".", "").strip("0")
    return text or "0"
