"""Words as evidence compares them: folded, figures as figures, cut to the part that inflections leave alone.

Nothing here knows a language but the small tables of English words for numbers and of English words that
say little: those help where notes are short, and are silent elsewhere.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

STEM = 5
"""Words are compared by this many letters, which leaves most endings out, whatever the language."""
GRAM = 4
"""The length of the pieces of words that are compared beside."""

_WORD = re.compile(
    r"\d{1,12}(?:[.,]\d{1,6}){0,4}[^\W\d_]{0,3}"  # 250  1,200  14.30  3rd
    r"|[^\W\d_](?:_[^\W\d_]){1,8}(?![^\W_])"  # L_C_D, as transcribers write what is spelled out
    r"|[^\W_]{1,60}(?:['\u2019][^\W_]{1,20}){0,3}"
)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\Z")
_CONTRACTION = re.compile(r"['\u2019](?:s|re|ve|ll|d|m|t)\Z")


def listed(words: str) -> frozenset[str]:
    """The words of a list, as a set."""
    return frozenset(words.split())


_SMALL_NUMBERS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
)
_TENS = "thirty forty fifty sixty seventy eighty ninety"
_NUMBERS = {
    **{word: str(number) for number, word in enumerate(_SMALL_NUMBERS.split(), start=2)},
    **{word: str(10 * number) for number, word in enumerate(_TENS.split(), start=3)},
    "dozen": "12",
}
LITTLE = listed(
    "that this these those with from into were been being have will would shall should could there their"
    " they them then than what when where which while about also some such very just only other upon said"
    " under over more most both each your ours because okay yeah well like know think really right actually"
    " mean going gonna dont thats its youre were hmm"
)
"""English words of four letters and more that say little; of shorter words all that are not figures do."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it stands."""

    folded: str
    """Small letters without accents and apostrophes; a figure without its thousands' commas."""
    start: int
    """Where it begins in its text, in characters."""
    end: int
    shown: str
    """As it is written."""


@lru_cache(maxsize=2048)
def words_of(text: str) -> tuple[Word, ...]:
    """The words and figures of ``text`` in order."""
    return tuple(Word(fold(m[0]), m.start(), m.end(), m[0]) for m in _WORD.finditer(text))


def shown_words(text: str) -> list[str]:
    """The words of ``text`` as they are written."""
    return _WORD.findall(text)


def folded_words(text: str) -> list[str]:
    """The words of ``text``, folded."""
    return [fold(word) for word in _WORD.findall(text)]


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """``word`` as words are compared: "Café's" is ``cafe``, "1,200" ``1200``, "25th" ``25``, "five" ``5``."""
    plain = word.casefold()
    if not plain.isascii():
        composed = unicodedata.normalize("NFKD", plain.replace("\u2019", "'"))
        plain = "".join(letter for letter in composed if not unicodedata.combining(letter))
    if plain[0].isdigit():
        return _ORDINAL.sub("", plain.replace(",", ""))
    if "'" in plain:
        plain = _CONTRACTION.sub("", plain).replace("'", "")
    plain = plain.replace("_", "")
    return _NUMBERS.get(plain, plain)


def is_figure(word: str) -> bool:
    """Whether a folded word is a figure."""
    return word[:1].isdigit()


@lru_cache(maxsize=65536)
def says_little(word: str) -> bool:
    """Whether a folded word is one that sentences about anything have."""
    return not is_figure(word) and (len(word) <= 3 or word in LITTLE)  # noqa: PLR2004 -- "the", "und", "pro"


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """What a folded word is compared by; a figure whole."""
    return word if is_figure(word) else word[:STEM]


def grams(word: str) -> tuple[str, ...]:
    """The pieces of a folded word, its edges marked."""
    marked = f"^{word}$"
    if len(marked) <= GRAM:
        return (marked,)
    return tuple(marked[at : at + GRAM] for at in range(len(marked) - GRAM + 1))
