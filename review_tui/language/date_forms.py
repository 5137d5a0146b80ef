"""Words a day or period as a text would: another date in the form of one that stands there."""

import datetime as dt
import re
from collections.abc import Iterator
from itertools import combinations, product

from review_tui.language.calendar_words import MONTH_NAMES, MONTHS
from review_tui.language.periods import Period, find_periods
from review_tui.model.text import Span

_PIECE = re.compile(r"(?P<figures>\d{1,4})(?P<suffix>st|nd|rd|th)?|(?P<word>[^\W\d_]{3,9})", re.IGNORECASE)
DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MOST_CHANGES = 3
"""Parts of a period that are changed at most to make it the other."""
_TEENS = range(11, 14)


def one_line(words: str) -> str:
    """Words on one line, without the marks of bold type."""
    return " ".join(words.replace("*", " ").replace("_", " ").split())


def long_date(day: dt.date) -> str:
    """A day as it is told to the reader: 16 March 2022."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def in_form_of(wrong: Period, day: dt.date, reference: dt.date | None) -> str:
    """One day in the form of ``wrong``."""
    text = long_date(day)
    return reworded(wrong, Period(day, day, Span(0, len(text)), text), reference)


def reworded(wrong: Period, right: Period, reference: dt.date | None) -> str:
    """The days of ``right`` in the form of ``wrong``; where that can't be, the words of ``right``."""
    pieces = list(_PIECE.finditer(wrong.text))
    for changes in range(1, _MOST_CHANGES + 1):
        for chosen in combinations(pieces, changes):
            for words in product(*(tuple(_options(piece, right)) for piece in chosen)):
                text = _with(wrong.text, dict(zip(chosen, words, strict=True)))
                if _covers(text, right, reference):
                    return _with_weekdays(text, right)
    return right.text


def has_weekday(period: Period) -> bool:
    """Whether a day of the week stands in its words."""
    return any(m["word"] and m["word"][:3].lower() in _SHORT_DAYS for m in _PIECE.finditer(period.text))


def _covers(text: str, right: Period, reference: dt.date | None) -> bool:
    found = find_periods(text, reference=reference)
    return (
        len(found) == 1
        and found[0].text == text
        and (found[0].start, found[0].end) == (right.start, right.end)
    )


def _options(piece: re.Match[str], right: Period) -> Iterator[str]:
    """What could stand in the place of one month or figure, in its own style."""
    for day in (right.start, right.end):
        if piece["word"]:
            if piece["word"][:3].lower() in MONTHS:
                yield styled(MONTH_NAMES[day.month - 1], _spelled(piece))
        elif piece["suffix"]:
            yield f"{day.day:0{len(piece['figures'])}d}{ordinal_suffix(day.day)}"
        elif len(piece["figures"]) > 2:  # noqa: PLR2004 -- a whole year
            yield str(day.year)
        else:
            width = len(piece["figures"])
            yield from dict.fromkeys(f"{n:0{width}d}" for n in (day.day, day.month, day.year % 100))


def _spelled(piece: re.Match[str]) -> str:
    """The word, or for "May", which is neither short nor long, another month beside it."""
    others = (m["word"] for m in _PIECE.finditer(piece.string) if m["word"])
    months = [word for word in others if word[:3].lower() in MONTHS and word.lower() != "may"]
    return months[0] if months and piece["word"].lower() == "may" else piece["word"]


def styled(name: str, like: str) -> str:
    """``name`` cut short and in capitals as ``like`` is; "May" says nothing of length."""
    whole = like.capitalize() in MONTH_NAMES + DAY_NAMES
    text = name if whole else name[: max(3, min(len(like), 4 if name == "September" else 3))]
    if like.isupper():
        return text.upper()
    return text.lower() if like.islower() else text


def _with(text: str, changed: dict[re.Match[str], str]) -> str:
    for piece, words in sorted(changed.items(), key=lambda pair: -pair[0].start()):
        text = text[: piece.start()] + words + text[piece.end() :]
    return text


def _with_weekdays(text: str, right: Period) -> str:
    """``text`` with the days of the week that belong to its dates."""
    names = [m for m in _PIECE.finditer(text) if m["word"] and m["word"][:3].lower() in _SHORT_DAYS]
    days = (right.start, right.end)
    return _with(text, {m: styled(DAY_NAMES[d.weekday()], m[0]) for m, d in zip(names, days, strict=False)})


_SHORT_DAYS = frozenset(name[:3].lower() for name in DAY_NAMES)


def ordinal_suffix(day: int) -> str:
    """The letters after a day of the month: "st" for 1, 21 and 31."""
    return "th" if day in _TEENS else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
