"""The one tokenizer of minutes, notes and speech, and words as they are compared: folded, figures as figures.

Nothing here knows a language but the small tables of English words for numbers and of English words that
say little: those help where notes are short, and are silent elsewhere.
"""

import re
import unicodedata
from functools import lru_cache

from review_tui.language.number_words import number_in_figures
from review_tui.language.stop_words import FILLERS, STOP_WORDS
from review_tui.model.frozen import frozen

GRAM = 4
"""The length of the pieces of words that are compared beside."""

WORD = re.compile(
    r"\d{1,12}(?:[.,]\d{1,6}){0,4}[^\W\d_]{0,3}"  # 250  1,200  14.30  3rd  5k
    r"|[^\W\d_](?:_[^\W\d_]){1,8}(?![^\W_])"  # L_C_D, as transcribers write what is spelled out
    r"|(?:[^\W\d_]\.){2,6}"  # initials with stops: L.G.
    r"|[^\W\d_]/[^\W\d_]{1,4}(?![^\W_])"  # a/c  w/o
    r"|[\u3005\u3400-\u9fff]|[\u3041-\u309f]{1,60}|[\u30a1-\u30fa\u30fc-\u30ff]{1,60}"  # in kana and Han
    r"|[^\W_\u3005-\u30ff\u3400-\u9fff]{1,60}(?:['\u2019][^\W_]{1,20}){0,3}"
)
"""A word or figure: what every reader of language calls a word.

A redline has tokens of its own (``tokens``), with white space and marks, as they must add up to the text.
"""
_SYLLABLES = "\u30a0"
"""From here on a letter is a syllable or a word: a short word of them says as much as any."""
_MARKS_WITHIN = str.maketrans("", "", "_./")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\Z")
_CONTRACTION = re.compile(r"['\u2019](?:s|re|ve|ll|d|m|t)\Z")


@frozen
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
    return tuple(Word(fold_word(m[0]), m.start(), m.end(), m[0]) for m in WORD.finditer(text))


def written_words(text: str) -> list[str]:
    """The words of ``text`` as they are written."""
    return WORD.findall(text)


def folded_words(text: str) -> list[str]:
    """The words of ``text``, folded."""
    return [fold_word(word) for word in WORD.findall(text)]


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """``word`` as words are compared: "Café's" is ``cafe``, "1,200" ``1200``, "25th" ``25``, "five" ``5``."""
    plain = word.casefold()
    if not plain.isascii():
        composed = unicodedata.normalize("NFKD", plain.replace("\u2019", "'"))
        plain = "".join(letter for letter in composed if not unicodedata.combining(letter))
    if plain[0].isdigit():
        return _ORDINAL.sub("", plain.replace(",", ""))
    if "'" in plain:
        plain = _CONTRACTION.sub("", plain).replace("'", "")
    plain = plain.translate(_MARKS_WITHIN)
    return number_in_figures(plain) or plain


def is_figure(word: str) -> bool:
    """Whether a folded word is a figure."""
    return word[:1].isdigit()


@lru_cache(maxsize=65536)
def is_uninformative(word: str) -> bool:
    """Whether a folded word is one that sentences about anything have."""
    is_short = len(word) <= 3 and word < _SYLLABLES  # noqa: PLR2004 -- "the", "und", "pro"
    return not is_figure(word) and (is_short or word in STOP_WORDS or word in FILLERS)


def character_ngrams(word: str) -> tuple[str, ...]:
    """The pieces of a folded word, its edges marked."""
    marked = f"^{word}$"
    if len(marked) <= GRAM:
        return (marked,)
    return tuple(marked[at : at + GRAM] for at in range(len(marked) - GRAM + 1))
