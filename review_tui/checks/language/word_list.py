"""The dictionary: which words are English, and which word a misspelt one was meant to be.

The words are those of ``symspellpy``'s English frequency list, British and American alike, read in when the
first draft is looked at. Nothing here needs the network.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources

from review_tui.checks.language.spelling_words import PUBLIC_LIFE
from review_tui.model.frozen import frozen

_LIST = "frequency_dictionary_en_82_765.txt"
_HALF = 4
"""Letters in the shorter half of a word made of two."""
_HALF_USED = 2_000_000
"""How often each half is used in the books that the list was counted in."""
_BASE = 3
"""Letters that must be left of a word without its prefix or ending."""
_PREFIXES = tuple(
    """
    anti bio co counter cyber de dis eco fore in inter mid mini mis multi non off on out over post pre re
    semi sub super tele un under up
    """.split()  # noqa: SIM905 -- reads better as prose
)
_SUFFIXES = ("s", "es", "d", "ed", "r", "er", "rs", "ers", "ing", "ly", "ness", "less", "able", "ful", "wise")
_SPELLINGS = (
    ("isation", "ization"),
    ("ise", "ize"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("iser", "izer"),
    ("ably", "able"),
    ("ibly", "ible"),
    ("ability", "able"),
)
_VOWELS = frozenset("aeiouy")
_FAR = 2
"""Letters by which the words that are compared may differ."""
_LONG = 10
"""Letters from which two of them may be wrong."""
_RUN_ON = ("a", "and", "at", "for", "of", "the", "to")
"""Little words that are typed without the space after them: "ameeting"."""


@frozen
class Near:
    """A word that a misspelt one may have been meant for."""

    word: str
    apart: int
    """Letters to change, drop, add or swap with the next."""
    used: int
    """How often the word is used in the books that the list was counted in."""


class WordList:
    """The words of English."""

    def __init__(self, used: dict[str, int]) -> None:
        """``used`` has every word with how often it is used."""
        self._used = used
        self._shelves: dict[tuple[str, int], list[tuple[str, int]]] = {}
        self._by_shelf: dict[tuple[str, int], list[str]] | None = None

    def knows(self, word: str) -> bool:
        """Whether lower-case ``word`` is English: in the list, or made of words in the list by the rules."""
        return self._lists(word) or self._is_made(word)

    def listed(self) -> Iterator[str]:
        """Every word that is in the list itself."""
        return iter(self._used)

    def near(self, word: str) -> tuple[Near, ...]:
        """The words that ``word`` may have been meant for, the likeliest first."""
        from symspellpy.editdistance import DistanceAlgorithm, EditDistance  # noqa: PLC0415 -- only when needed

        compare = EditDistance(DistanceAlgorithm.DAMERAU_OSA).compare
        farthest = _FAR if len(word) >= _LONG else 1
        letters = _letters(word)
        found = []
        for length in range(len(word) - farthest, len(word) + farthest + 1):
            for other, others in self._shelf(word[0], length):
                if (letters ^ others).bit_count() > _FAR * farthest:
                    continue
                apart = compare(word, other, farthest)
                if 0 < apart <= farthest:
                    found.append(Near(other, apart, self._used[other]))
        found.extend(
            Near(f"{little} {rest}", 1, self._used[rest])
            for little in _RUN_ON
            if word.startswith(little) and self._used.get(rest := word.removeprefix(little), 0) > _HALF_USED
        )
        found.extend(
            Near(first + word, 1, self._used[first + word])
            for first in "abcdefghijklmnopqrstuvwxyz"
            if first + word in self._used
        )
        return tuple(sorted(found, key=lambda near: (near.apart, -near.used, near.word)))

    def _lists(self, word: str) -> bool:
        return word in self._used or word in PUBLIC_LIFE

    def _is_made(self, word: str) -> bool:
        return (
            any(
                self._lists(word.replace(a, b))
                for pair in _SPELLINGS
                for a, b in (pair, pair[::-1])
                if a in word
            )
            or any(
                word.startswith(prefix)
                and len(word) - len(prefix) > _BASE
                and self._lists(word[len(prefix) :])
                for prefix in _PREFIXES
            )
            or any(self._has_ending(word, suffix) for suffix in _SUFFIXES)
        )

    def _has_ending(self, word: str, suffix: str) -> bool:
        """Whether ``word`` is a listed word with an ending, rightly put on: "refered" is not."""
        base = word.removesuffix(suffix)
        if base == word or len(base) <= _BASE or not self._lists(base):
            return False
        if suffix[0] in "dr" and base[-1] != "e":
            return False
        doubled = base + base[-1] + suffix
        shortened = base[:-1] + suffix
        changed = base[:-1] + "i" + suffix
        rivals = [doubled] if base[-1] not in _VOWELS else []
        rivals += [shortened] if base[-1] == "e" and suffix[0] in _VOWELS else []
        rivals += [changed, base[:-1] + "ies"] if base[-1] == "y" and base[-2] not in _VOWELS else []
        rivals += [shortened] if base[-1] == "e" and suffix == "ly" else []
        return not any(rival in self._used for rival in rivals)

    def is_two_words(self, word: str) -> bool:
        """Whether ``word`` is two common words written as one: "streetlighting"."""
        halves = ((word[:cut], word[cut:]) for cut in range(_HALF, len(word) - _HALF + 1))
        return any(
            self._used.get(one, 0) > _HALF_USED and self._used.get(other, 0) > _HALF_USED
            for one, other in halves
        )

    def _shelf(self, first: str, length: int) -> list[tuple[str, int]]:
        """The words of one length and first letter, each with its letters."""
        if self._by_shelf is None:
            self._by_shelf = defaultdict(list)
            for word in self._used:
                self._by_shelf[word[0], len(word)].append(word)
        key = (first, length)
        if key not in self._shelves:
            self._shelves[key] = [(word, _letters(word)) for word in self._by_shelf.get(key, ())]
        return self._shelves[key]


@lru_cache(maxsize=1)
def word_list() -> WordList:
    """The one word list, read in on first use."""
    text = resources.files("symspellpy").joinpath(_LIST).read_text(encoding="utf-8-sig")
    pieces = text.split()
    return WordList(dict(zip(pieces[::2], map(int, pieces[1::2]), strict=True)))


def _letters(word: str) -> int:
    """The letters of ``word`` as the bits of a number: one bit for each that it has."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 31)
    return bits
