"""The forms that dates are written in: read from one example, and written for another day."""

import datetime as dt
import re

from review_tui.model.frozen import frozen

_MONTHS = tuple(dt.date(2000, month, 1).strftime("%B") for month in range(1, 13))
_WEEKDAYS = tuple(dt.date(2001, 1, day).strftime("%A") for day in range(1, 8))
_WORDED = re.compile(
    r"(?P<weekday>[^\W\d_]{3,9}(?P<after_weekday>,? (?:the )?))?(?P<day>\d{1,2})(?P<ordinal>st|nd|rd|th)?"
    r"(?P<after_day>,? (?:of )?)(?P<month>[^\W\d_]{3,9})(?P<dot>\.?)"
    r"(?:(?P<after_month>,? )(?P<year>\d{4}))?",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"(?P<day>\d{1,2})(?P<join>[./-])(?P<month>\d{1,2})[./-](?P<year>\d{2}|\d{4})")
_LAST_DAY = 31
"""Of the longest month."""
_ABBREVIATED = 4
"""Letters of the longest short month: Sept."""


@frozen
class WrittenDate:
    """How one date is written."""

    weekday: str
    """In full, whichever day the date falls on; empty where none is written."""
    has_year: bool


@frozen
class DateForm:
    """How the house writes dates."""

    sample: str
    """The book's own example."""
    pieces: re.Match[str]

    @property
    def needs_year(self) -> bool:
        """Whether it is in figures, which a date without a year is never put into."""
        return self.pieces.re is _FIGURES

    def write(self, day: dt.date, like: WrittenDate) -> str:
        """``day`` in this form, with the weekday that ``like`` has and its year where ``like`` has one."""
        return self._figures(day) if self.needs_year else self._words(day, like)

    def _figures(self, day: dt.date) -> str:
        width = min(len(self.pieces["day"]), len(self.pieces["month"]))
        year = f"{day.year:04}"[-len(self.pieces["year"]) :]
        join = self.pieces["join"]
        return f"{day.day:0{width}}{join}{day.month:0{width}}{join}{year}"

    def _words(self, day: dt.date, like: WrittenDate) -> str:
        said = self.pieces
        weekday = like.weekday + (said["after_weekday"] or " ") if like.weekday else ""
        number = f"{day.day:0{len(said['day'])}}" if said["day"][0] == "0" else str(day.day)
        number += _ordinal(day.day) if said["ordinal"] else ""
        month = _MONTHS[day.month - 1]
        if len(said["month"]) <= _ABBREVIATED and said["month"].casefold() not in {"june", "july"}:
            month = month[:3]
        month += said["dot"] if month != _MONTHS[day.month - 1] else ""
        year = f"{said['after_month'] or ' '}{day.year}" if like.has_year else ""
        return f"{weekday}{number}{said['after_day']}{month}{year}"


def form_of(sample: str) -> DateForm | None:
    """The form of ``sample``, such as "16 March 2022"; ``None`` when it is not one date, day first."""
    pieces = _match(sample)
    return DateForm(sample, pieces) if pieces and pieces["year"] and _is_day(pieces) else None


def read_date(text: str) -> WrittenDate | None:
    """How ``text``, one date of a draft, is written; ``None`` when in capitals or in no known form."""
    pieces = _match(text)
    if pieces is None or text.isupper():
        return None
    if pieces.re is _FIGURES:
        return WrittenDate("", has_year=True)
    start = (pieces["weekday"] or "")[:3].casefold()
    weekday = next((name for name in _WEEKDAYS if start and name.casefold().startswith(start)), "")
    return WrittenDate(weekday, has_year=bool(pieces["year"]))


def _is_day(pieces: re.Match[str]) -> bool:
    """Whether a calendar may have that day: there is no thirteenth month."""
    month = pieces["month"].casefold()
    if month.isdigit():
        return 1 <= int(month) <= len(_MONTHS) and 1 <= int(pieces["day"]) <= _LAST_DAY
    return any(name.casefold().startswith(month) for name in _MONTHS) or month == "sept"


def _match(text: str) -> re.Match[str] | None:
    return _WORDED.fullmatch(text) or _FIGURES.fullmatch(text)


def _ordinal(day: int) -> str:
    teens = range(11, 14)
    return "th" if day in teens else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
