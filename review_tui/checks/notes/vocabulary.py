"""What a jotted word may stand for, among the words that the draft uses."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from review_tui.checks.notes.words import SHORTHAND, WORD, stem

_SHORTEST_CUT = 3
_MOST_MEANINGS = 4
"""A cut that could stand for more words than this tells nothing."""
_LONGEST_INITIALS = 6
_VOWELS = str.maketrans("", "", "aeiou")
_CAPITALS = re.compile(r"[A-Z][a-z]{1,20}(?:[ \u00a0-](?:(?:and|of|for|the|in) )?[A-Z][a-z]{1,20}){1,5}")
_INITIALS = re.compile(r"[A-Z][A-Z.&]{1,8}\Z")
_GIVEN = re.compile(r"\b([A-Z])[a-z]{0,14}\.? (?:([A-Z])\.? )?([A-Z][a-z]{1,20}(?:-[A-Z][a-z]{1,20})?)\b")
_SMALL = frozenset({"and", "of", "for", "the", "in"})


class Vocabulary:
    """The words of a draft, to be found by what clerks make of them."""

    def __init__(self, text: str) -> None:
        raws = {raw.casefold() for raw in set(WORD.findall(text))}
        self._initials: dict[str, set[str]] = defaultdict(set)
        self._learn_initials(text)
        self._words = sorted(raw for raw in raws if raw.isalpha())
        self._stems = {stem(raw) for raw in raws}
        self._skeletons: dict[str, list[str]] = defaultdict(list)
        for word in self._words:
            self._skeletons[_skeleton(word)].append(word)
        self._known: dict[str, tuple[str, ...]] = {}

    def meanings(self, raw: str) -> tuple[str, ...]:
        """The stems that a word of the notes may stand for; its own when the draft has none of them."""
        found = self._known.get(raw)
        if found is None:
            found = self._known[raw] = tuple(dict.fromkeys(self._meanings(raw)))
        return found

    def spells(self, letters: str) -> bool:
        """Whether small ``letters`` are the initials of words that the draft writes with capitals."""
        return letters in self._initials

    def _meanings(self, raw: str) -> Iterable[str]:
        low = raw.casefold().replace("\u2019", "'").replace(".", "")
        if low in SHORTHAND:
            return [*map(stem, SHORTHAND[low]), stem(raw)]
        if _INITIALS.match(raw) and low in self._initials:
            return [*sorted(self._initials[low]), stem(raw)]
        if stem(raw) in self._stems or len(low) < _SHORTEST_CUT or not low[0].isalpha():
            return [stem(raw)]
        words = (
            self._contracted(low) if "'" in low else self._cut(low) or self._skeletons.get(_skeleton(low), [])
        )
        stems = list(dict.fromkeys(map(stem, words)))
        return stems if 0 < len(stems) <= _MOST_MEANINGS else [stem(raw)]

    def _cut(self, low: str) -> list[str]:
        """The words that begin with ``low``, as "incr" does "increased"."""
        at = bisect_left(self._words, low)
        found: list[str] = []
        while at < len(self._words) and self._words[at].startswith(low) and len(found) <= 4 * _MOST_MEANINGS:
            found.append(self._words[at])
            at += 1
        return found

    def _contracted(self, low: str) -> list[str]:
        head, _, tail = low.partition("'")
        starts = self._cut(head) if head else []
        return [word for word in starts if word.endswith(tail)]

    def _learn_initials(self, text: str) -> None:
        for run in _CAPITALS.finditer(text):
            words = re.split(r"[ \u00a0-]", run[0])
            told = [w for w in words if w not in _SMALL]
            if 1 < len(told) <= _LONGEST_INITIALS:
                for letters in {"".join(w[0] for w in told), "".join(w[0] for w in words)}:
                    self._initials[letters.casefold()].update(map(stem, told))
        for name in _GIVEN.finditer(text):
            for letters in {name[1] + name[3][0], name[1] + (name[2] or "") + name[3][0]}:
                self._initials[letters.casefold()].add(stem(name[3]))


def _skeleton(word: str) -> str:
    """What is left of a word without its vowels and doubled letters: "rvw" of "review"."""
    bare = word[0] + word[1:].translate(_VOWELS)
    return "".join(a for a, b in pairwise(f"{bare} ") if a != b)
