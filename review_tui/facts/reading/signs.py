"""What a clause has without which a pattern cannot match, told before any of them is tried."""

import re
from functools import lru_cache

from review_tui.facts.reading.match_context import ORDINAL, SMALL_NUMBER
from review_tui.facts.reading.years import TERMS
from review_tui.language.calendar_words import MONTH, SEASON_ALIASES, WEEKDAY
from review_tui.language.number_words import SPOKEN, UNITS


class Sign:
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
        FEAST,
    ) = (1 << n for n in range(20))


_FIGURE = re.compile(r"\d")
_LETTERS = re.compile(r"[a-z]+")
_TOLD_BY_WORD = (
    (Sign.NUMBER_WORD, rf"{SPOKEN}|(?:{'|'.join(UNITS)})s"),
    (Sign.COUNT, rf"{SMALL_NUMBER}|no|none|nil"),
    (Sign.ORDINAL, ORDINAL),
    (Sign.MONTH, MONTH),
    (Sign.WEEKDAY, WEEKDAY),
    (Sign.SEASON, "|".join((*TERMS, *SEASON_ALIASES, "sum"))),
    (Sign.OF, "of"),
    (Sign.ENDED, "year|yr|y|months?|mths|period|ye|quarter|qtr|season"),
    (Sign.SHARE_WORD, "thirds?|fifths?|sixths?|eighths?|tenths?|quarters"),
    (Sign.CLOCK, "noon|midday|midnight|half|quarter|past|after|to|before|til|oh|in|at"),
)
_BY_WORD = tuple((sign, re.compile(words)) for sign, words in _TOLD_BY_WORD)
"""Signs that are words of their own."""
_BY_PART: tuple[tuple[int, tuple[str, ...]], ...] = (
    (Sign.POUND, ("pound",)),
    (Sign.DASH, ("-", "\u2013", "\u2192")),
    (Sign.STROKE, ("/",)),
    (Sign.SHARE, ("%", "cent", "pct", "pc", "p.c.")),
    (Sign.FISCAL, ("fy", "cy", "py", "sy", "ay", "fiscal", "financial", "calendar")),
    (Sign.PART, ("q", "h1", "h2", "half")),
    (Sign.ALL, ("all", "unan", "nem")),
    (Sign.WEEKDAYS, ("days",)),
    (Sign.FEAST, ("new y", "valentine", "patrick", " night", "xmas day", "christmas day", "boxing")),
)
"""Signs that stand anywhere, within words too."""


@lru_cache(maxsize=16384)
def _signs_of_word(word: str) -> int:
    found = 0
    for sign, words in _BY_WORD:
        if words.fullmatch(word):
            found |= sign
    return found


def signs_of(text: str) -> int:
    """The signs of a clause, a bit each."""
    low = text.lower()
    found = Sign.FIGURE if _FIGURE.search(text) else 0
    for word in {*_LETTERS.findall(low)}:
        found |= _signs_of_word(word)
    for sign, parts in _BY_PART:
        for part in parts:
            if part in low:
                found |= sign
    return found
