"""The words that tell what a sentence is about, in a clerk's shorthand or in full."""

import re
from functools import lru_cache

from review_tui.language.common_subsequence import longest_common_subsequence
from review_tui.language.shorthand import SHORTHAND
from review_tui.language.stop_words import STOP_WORDS, TITLES, word_set_of
from review_tui.model.frozen import frozen

_WORD = re.compile(r"[^\W_]{1,40}(?:['\u2019][^\W_]{1,5})?(?:[/.-][^\W_]{1,12})?(?:[/.-][^\W_]{1,12})?")
_LONGEST_INITIALS = 5
"""Capitals that are initials; a longer run is a word that is shouted."""
_SHORTEST_CUT = 3
"""Letters of a word that may be cut or have lost its s."""
_NUMBERING = re.compile(r"\d{1,2}(?:\.\d{1,2})?(?:\.\d{1,2})?\Z")
_AMOUNT = re.compile(r"\d{1,12}\.\d\d(?:[ap]m)?\Z|\d{1,2}[ap]m\Z", re.IGNORECASE)
"""Money and times say nothing of a subject."""
_OF_RECORDS = word_set_of(
    """
    accept accepted against agree agreed approve approved cover covered covering date dated day ended ending
    gave give given held month note noted period present presented propose proposed receive received resolve
    resolved said say state stated take taken year am pm friday monday saturday sunday thursday tuesday
    wednesday td tr th strong align valign width style nbsp
    """
)
"""What any record has whatever it is about: deciding, dates, and the marks of pasted tables."""
_UNTOLD = STOP_WORDS | TITLES | _OF_RECORDS


@frozen
class SubjectWord:
    """A word that says something of the subject."""

    raw: str
    key: str
    """The same for every form of the word that means the same."""
    joined: bool
    """Whether it follows the word before it with nothing but a space between, as the words of a name do."""

    @property
    def is_capital(self) -> bool:
        """Whether it may be part of a name or title."""
        return self.raw[0].isupper()

    @property
    def is_initials(self) -> bool:
        """Whether it is the short name of a person or body: LG, RSCP."""
        return self.raw.isupper() and len(self.raw) <= _LONGEST_INITIALS

    @property
    def is_figure(self) -> bool:
        """Whether it tells one thing of many apart: an application's number, a quarter."""
        return any(c.isdigit() for c in self.raw) and not _NUMBERING.match(self.raw)


def content_words(window: str) -> tuple[SubjectWord, ...]:
    """The words of ``window`` that say something, in order."""
    found = []
    last = -2
    for match in _WORD.finditer(window):
        key = _subject_key(match[0])
        if key not in _UNTOLD and not _AMOUNT.match(match[0]):
            found.append(SubjectWord(match[0], key, match.start() == last + 1))
            last = match.end()
    return tuple(found)


def aligned(one: tuple[SubjectWord, ...], other: tuple[SubjectWord, ...]) -> list[tuple[int, int]]:
    """The pairs of places of the longest run of words that both have in the same order, gaps allowed."""
    return longest_common_subsequence(one, other, is_same)


def is_same(one: SubjectWord, other: SubjectWord) -> bool:
    """Whether one is the other, or short for it as clerks write: "assur" or "rvw"."""
    if one.key == other.key:
        return True
    short, long = sorted((one.key, other.key), key=len)
    if len(short) < _SHORTEST_CUT or short[0] != long[0] or not short.isalpha():
        return False
    return (len(short) > _SHORTEST_CUT and long.startswith(short)) or _is_skeleton(short, long)


@lru_cache(maxsize=8192)
def _subject_key(raw: str) -> str:
    word = raw.casefold().replace("\u2019", "'").removesuffix("'s").rstrip("'")
    if word not in _UNTOLD and len(whole := SHORTHAND.get(word, ())) == 1:
        word = whole[0]
    return word[:-1] if len(word) > _SHORTEST_CUT and word.endswith("s") and not word.endswith("ss") else word


@lru_cache(maxsize=8192)
def _is_skeleton(short: str, long: str) -> bool:
    """Whether a clerk wrote "rvw" for "review": consonants only, in order, ending alike."""
    if short[-1] != long[-1] or any(c in "aeiou" for c in short):
        return False
    letters = iter(long)
    return all(c in letters for c in short)
