"""The words that tell what a sentence is about, in a clerk's shorthand or in full."""

import re
from dataclasses import dataclass
from functools import lru_cache

from review_tui.checks.in_order import longest_in_order

_WORD = re.compile(r"[^\W_]{1,40}(?:['\u2019][^\W_]{1,5})?(?:[/.-][^\W_]{1,12})?(?:[/.-][^\W_]{1,12})?")
_LONGEST_INITIALS = 5
_SHORTEST_CUT = 3
_NUMBERING = re.compile(r"\d{1,2}(?:\.\d{1,2})?(?:\.\d{1,2})?\Z")
_AMOUNT = re.compile(r"\d{1,12}\.\d\d(?:[ap]m)?\Z|\d{1,2}[ap]m\Z", re.IGNORECASE)
"""Money and times say nothing of a subject."""
_SHORTHAND = {
    "a/cs": "account",
    "accs": "account",
    "accts": "account",
    "agd": "agree",
    "ann": "annual",
    "app": "application",
    "bdgt": "budget",
    "ctte": "committee",
    "cttee": "committee",
    "mins": "minute",
    "mtg": "meeting",
    "pres": "presentation",
    "prog": "programme",
    "rec'd": "receive",
    "recd": "receive",
    "req": "required",
    "rpt": "report",
    "yr": "year",
}
_SLIGHT = frozenset(
    """
    a about above after again against all also although am an and any are as at be because been before
    being below both but by can could did do does done due during each ended ending few for from further
    had has have having he her here him his how i if in into is it its itself just made make may me more
    most my no nor not of off on once only or other our out over own per pm same she should so some such
    than that the their them then there these they this those through throughout to too under until up
    upon us very via was we were what when where which while who whom why will with within would you
    your accept accepted agree agreed approve approved between cllr cover covered covering date dated
    day dr gave give given held month mr mrs ms note noted period present presented propose proposed
    receive received resolve resolved said say state stated take taken year friday monday saturday
    sunday thursday tuesday wednesday td tr th strong align valign width style nbsp
    """.split()  # noqa: SIM905 -- two hundred words read better as prose
)
"""Words that say little of what a sentence is about."""


@dataclass(frozen=True, slots=True)
class Word:
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


def telling_words(window: str) -> tuple[Word, ...]:
    """The words of ``window`` that say something, in order."""
    found = []
    last = -2
    for match in _WORD.finditer(window):
        key = _key(match[0])
        if key not in _SLIGHT and not _AMOUNT.match(match[0]):
            found.append(Word(match[0], key, match.start() == last + 1))
            last = match.end()
    return tuple(found)


def aligned(one: tuple[Word, ...], other: tuple[Word, ...]) -> list[tuple[int, int]]:
    """The pairs of places of the longest run of words that both have in the same order, gaps allowed."""
    return longest_in_order(one, other, is_same)


def is_same(one: Word, other: Word) -> bool:
    """Whether one is the other, or short for it as clerks write: "assur" or "rvw"."""
    if one.key == other.key:
        return True
    short, long = sorted((one.key, other.key), key=len)
    if len(short) < _SHORTEST_CUT or short[0] != long[0] or not short.isalpha():
        return False
    return (len(short) > _SHORTEST_CUT and long.startswith(short)) or _is_skeleton(short, long)


@lru_cache(maxsize=8192)
def _key(raw: str) -> str:
    word = raw.casefold().replace("\u2019", "'").removesuffix("'s").rstrip("'")
    word = _SHORTHAND.get(word, word)
    return word[:-1] if len(word) > _SHORTEST_CUT and word.endswith("s") and not word.endswith("ss") else word


@lru_cache(maxsize=8192)
def _is_skeleton(short: str, long: str) -> bool:
    """Whether a clerk wrote "rvw" for "review": consonants only, in order, ending alike."""
    if short[-1] != long[-1] or any(c in "aeiou" for c in short):
        return False
    letters = iter(long)
    return all(c in letters for c in short)
