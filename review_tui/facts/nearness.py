"""What stands around a word of a text, and how near two texts have the same around a word of each.

Telling words and figures, each with how many words off it stands; the end of a part of the text counts for more.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from review_tui.language.number_words import SPOKEN, spoken_values
from review_tui.language.stop_words import GRAMMAR_WORDS, is_stop_word
from review_tui.language.word_match import stands_for

_I = re.IGNORECASE
OPPOSED = r"but|while|whereas|although|altho|though|tho|and|&"
"""What goes on to another thing."""
_WINDOW = 8
"""Telling words on either side of an opposite in which one must stand that both texts have, the nearer the better."""
_CROSSED = 3
"""Words that the end of a part of the text counts for."""
_TOKEN = re.compile(
    rf"\b(?:{SPOKEN})(?:[ -](?:and )?(?:{SPOKEN})){{0,9}}\b|[A-Za-z']+|\d{{1,3}}(?: \d{{3}})+(?![\d.,])|\d[\d.,]*"
)
SPOKEN_FIGURE = re.compile(rf"(?:{SPOKEN})(?:[ -](?:and )?(?:{SPOKEN}))*", _I)
"""A figure in words."""
THOUSANDS = re.compile(r"(?<=\d)[, ](?=\d{3}(?!\d))")
PART_END = re.compile(rf",(?!\d)|[;:|()\u2013\u2192=?!]|\.\s|\s[-/]\s|\b(?:{OPPOSED})(?!\w)", _I)
_SURE = 0.6
"""How surely a word of the notes must stand for one of the draft, for what is said of it to be compared."""


Near = tuple[tuple[str, int], ...]
"""Words and figures around one, each with how many words off it stands."""


@lru_cache(maxsize=8192)
def near_to(text: str, start: int, end: int) -> Near:
    """The telling words and figures around what stands between two places."""
    tokens = [token for token in tokens_of(text) if not start <= token[0] < end]
    ends = [m.start() for m in PART_END.finditer(text)]
    return tuple((tokens[n][1], far) for n, far in distances(start, end, tokens, ends).items())


def nearness(mine: Near, theirs: Near) -> float:
    """How near to both words what both texts have stands, more for more of it: they are said of the same thing."""
    return sum(1 / (d + e) for word, d in mine for other, e in theirs if is_same(word, other))


def is_same(word: str, other: str) -> bool:
    """Whether a word or figure of one text is that of the other, as far as it is written."""
    if word[:1].isdigit() or other[:1].isdigit():
        return not _figures_of(word).isdisjoint(_figures_of(other))
    return word == other or stands_for(other, word) >= _SURE or stands_for(word, other) >= _SURE


@lru_cache(maxsize=4096)
def tokens_of(text: str) -> tuple[tuple[int, str], ...]:
    """The telling words and figures of a text, each with where it begins."""
    return tuple(
        (m.start(), low)
        for m in _TOKEN.finditer(text)
        if (low := THOUSANDS.sub("", m[0].lower().strip("'.,"))) not in GRAMMAR_WORDS
        and not (is_stop_word(low) and not SPOKEN_FIGURE.fullmatch(low))
        and (len(low) > 2 or low[:1].isdigit())
    )


@lru_cache(maxsize=4096)
def _figures_of(word: str) -> frozenset[str]:
    """What a number may be, in figures or in words, without its zeros at the end: 14k is 14,000."""
    said = (
        (f"{value:f}".rstrip("0").rstrip(".") for value in spoken_values(word))
        if word[0].isalpha()
        else (word,)
    )
    return frozenset(figures.replace(".", "").rstrip("0") for figures in said)


def distances(start: int, end: int, tokens: Sequence[tuple[int, str]], ends: Sequence[int]) -> dict[int, int]:
    """The tokens around a word, by their number, each with how many off it stands; the end of a part counts for more."""
    at = next((n for n, (where, _) in enumerate(tokens) if where >= start), len(tokens))
    after = next((n for n, (where, _) in enumerate(tokens) if where >= end), len(tokens))
    found = {}
    for n in [*range(max(0, at - _WINDOW), at), *range(after, min(len(tokens), after + _WINDOW))]:
        where = tokens[n][0]
        crossed = sum(min(start, where) < e < max(start, where) for e in ends)
        found[n] = (at - n if n < at else n - after + 1) + crossed * _CROSSED
    return found
