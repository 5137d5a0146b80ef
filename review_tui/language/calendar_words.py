"""The names of months, weekdays and seasons, whole and as clerks cut them short.

Words only, no compiled patterns: what opens a file or cuts it into words loads this too.
"""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The first three letters of each month, which is all that tells them apart."""
MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""Likewise for the days of the week, Monday first."""
SEASONS = ("spring", "summer", "autumn", "winter")
"""In the order of the year; a school has a term of each but the last."""
SEASON_ALIASES = {"fall": "autumn", "spr": "spring", "aut": "autumn"}
"""Other words for them, and how they are cut short."""

MONTH = (
    r"(?:jan(?:uary)?|febr?(?:uary)?|mar(?:ch)?|mch|apr(?:il)?|apl|may|june?|(?<=\d )jne?|(?<=\d)jne?"
    r"|jne?(?= ?\d)|july?|jly|aug(?:ust)?|sept?r?(?:ember)?|spt|octr?(?:ober)?|novr?(?:ember)?"
    r"|decr?(?:ember)?)(?![^\W\d_])"
)
"""Any month, in full or cut short, as a pattern; any case."""
WEEKDAY = r"(?:mon|tu(?:es?)?|weds|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?(?![^\W_])"
"""Any day of the week, likewise."""
_JOTTED_MONTHS = {"mch": 3, "apl": 4, "jn": 6, "jne": 6, "jly": 7, "spt": 9}
_LETTERS = 3
"""What tells months apart; two do for the days of the week."""
_CENTURY = 100
"""Years from which a figure is a whole year."""
_LAST_SHORT_YEAR = 39
"""``39`` is 2039, ``40`` is 1940."""


def month_number(word: str) -> int:
    """1 to 12, for any spelling of a month that the pattern lets through."""
    short = word[:_LETTERS].lower()
    return _JOTTED_MONTHS.get(short) or MONTHS.index(short) + 1


def month_name(month: int) -> str:
    """The month in full; 1 for January."""
    return MONTH_NAMES[month - 1]


def weekday_number(word: str) -> int:
    """0 for Monday to 6 for Sunday, for any spelling that the pattern lets through."""
    return next(day for day, name in enumerate(WEEKDAYS) if name[:2] == word[:2].lower())


def full_year(written: str) -> int:
    """The year that two or four figures mean, with an apostrophe or without: 2023 for ``'23``."""
    year = int(written.lstrip("'\u2019"))
    if year >= _CENTURY:
        return year
    return year + (2000 if year <= _LAST_SHORT_YEAR else 1900)
