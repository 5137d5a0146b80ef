"""Whether figures of a date name the day or the month first, by how the minutes write their other dates."""

import datetime as dt
import re
from functools import lru_cache

from review_tui.language.calendar_words import MONTH, WEEKDAY, full_year, weekday_number
from review_tui.model.material import Material

_MONTH_FIRST = re.compile(rf"\b{MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?, (?:19|20)\d\d", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH},? (?:19|20)\d\d", re.IGNORECASE)
_FIGURES = re.compile(
    rf"(?:(?P<name>{WEEKDAY}),? )?(?<![\d./-])(?P<a>\d{{1,2}})(?P<by>[/-])(?P<b>\d{{1,2}})(?P=by)"
    r"(?P<year>(?:20)?\d\d)(?![\d/-])",
    re.IGNORECASE,
)
_MONTHS = 12
"""As every calendar has them."""


def day_first_in(material: Material) -> bool:
    """Whether 03.04.2022 is the third of April: as ``book.yaml`` says, or else as the other dates tell."""
    if not material.day_first or str(material.style.get("dates", "")).strip():
        return material.day_first
    return _is_day_first(tuple(document.text for document in (material.draft, *material.notes)))


@lru_cache(maxsize=8)
def _is_day_first(texts: tuple[str, ...]) -> bool:
    balance = 0
    for text in texts:
        balance += len(_DAY_FIRST.findall(text)) - len(_MONTH_FIRST.findall(text))
        balance += sum(_leaning(match) for match in _FIGURES.finditer(text))
    return balance >= 0


def _leaning(match: re.Match[str]) -> int:
    """1 where the figures can only have the day first, -1 where only the month, 0 where nothing tells."""
    first, second = int(match["a"]), int(match["b"])
    if match["name"] and max(first, second) <= _MONTHS:
        ways = (_falls_on(match, first, second), _falls_on(match, second, first))
        return ways[0] - ways[1]
    return (first > _MONTHS) - (second > _MONTHS)


def _falls_on(match: re.Match[str], day: int, month: int) -> bool:
    """Whether that date is on the day of the week beside it."""
    try:
        date = dt.date(full_year(match["year"]), month, day)
    except ValueError:
        return False
    return date.weekday() == weekday_number(match["name"])
