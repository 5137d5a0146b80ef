"""The words of a text by what they have in common: each is compared only with those that it may stand for.

Sets of words are whole numbers, a bit for each word: what two sets share is told at once, however long the
text. A set given here holds every word that ``word_match`` accepts, and some more; who asks compares each.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from review_tui.language.stems import stem
from review_tui.language.word_families import FAMILIES
from review_tui.language.word_match import SYNONYMS, letters_of, may_name, skeleton, stands_for

_SOUNDS_LIKE = {"kn": "n", "wr": "r", "ph": "f", "qu": "k", "gn": "n"}
"""What words beginning so are written with by ear."""
_START = 3
"""Letters at the start that words share which are cut short or inflected."""
_SOUNDS = 4
"""Consonants at the start that words share which are written as they sound."""
_SHORT = 5
"""Letters of a word that may be a name of which letters are left out."""


class WordIndex:
    """Words in small letters, each once, in the order given."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = [*dict.fromkeys(words)]
        self._place = {word: 1 << n for n, word in enumerate(self._words)}
        self._heard: dict[str, int] = defaultdict(int)
        """By the letter they begin with, as written or as it sounds."""
        self._first: dict[str, int] = defaultdict(int)
        self._start: dict[str, int] = defaultdict(int)
        self._sound: dict[str, int] = defaultdict(int)
        self._stem: dict[str, int] = defaultdict(int)
        self._letter: dict[str, int] = defaultdict(int)
        self._length: dict[int, int] = defaultdict(int)
        for word, bit in self._place.items():
            sound, root = skeleton(word), stem(word)
            for letter in {word[0], sound[:1], *_SOUNDS_LIKE.get(word[:2], "")}:
                self._heard[letter] |= bit
            self._first[word[0]] |= bit
            for start in {word[:_START], root[:_START]}:
                self._start[start] |= bit
            self._sound[sound[:_SOUNDS]] |= bit
            self._stem[root] |= bit
            for letter in set(word):
                self._letter[letter] |= bit
            self._length[len(word)] |= bit

    def stood_for_by(self, jotted: str) -> dict[str, float]:
        """The words that a jotted one may stand for, of those that begin with its letter, and how surely.

        It may have a letter that the other lacks, but not two, unless both are of one stem or family.
        """
        short = jotted.replace("'", "").replace("/", "")
        all_letters, all_but_one = self._with_letters(short)
        alike = self._near_words(all_but_one, len(short)) | all_letters | self._similar(short)
        akin = 0
        for root in {stem(jotted), stem(short), *FAMILIES.get(stem(jotted), ())}:
            akin |= self._stem.get(root, 0)
        for other in SYNONYMS.get(jotted, ()):
            akin |= self._place.get(other, 0)
        mine = letters_of(jotted)
        return {
            word: share
            for word in self._words_of((alike | akin) & self._heard.get(jotted[0], 0))
            if ((mine & ~letters_of(word)).bit_count() <= 1 or self._place[word] & akin)
            and (share := stands_for(jotted, word))
        }

    def short_for(self, word: str) -> dict[str, float]:
        """Which of these, jotted, may stand for a longer word, and how surely."""
        all_within = all_but_one = (1 << len(self._words)) - 1
        for letter, those in self._letter.items():
            if letter not in word:
                all_but_one = (all_but_one & ~those) | all_within
                all_within &= ~those
        heard = 0
        for letter in {word[0], skeleton(word)[:1], *_SOUNDS_LIKE.get(word[:2], "")}:
            heard |= self._heard.get(letter, 0)
        shorter = sum(those for length, those in self._length.items() if length < len(word))
        alike = self._near_words(all_but_one, len(word)) | all_within | self._similar(word)
        theirs = letters_of(word)
        return {
            jotted: share
            for jotted in self._words_of(alike & heard & shorter)
            if (letters_of(jotted) & ~theirs).bit_count() <= 1 and (share := stands_for(jotted, word))
        }

    def may_name(self, name: str) -> bool:
        """Whether any of these, jotted, may be a name."""
        _, all_but_one = self._with_letters(name)
        alike = self._similar(name) | self._near_words(all_but_one, len(name)) | self._stem.get(stem(name), 0)
        short = sum(self._length.get(size, 0) for size in range(1, _SHORT + 1)) & self._first.get(name[0], 0)
        for letter, those in self._letter.items():
            if letter not in name:
                short &= ~those
        return any(may_name(word, name) for word in self._words_of(alike | short))

    def _similar(self, word: str) -> int:
        """Those that start as ``word`` does, in letters or in sound."""
        return self._start.get(word[:_START], 0) | self._sound.get(skeleton(word)[:_SOUNDS], 0)

    def _near_words(self, sharing: int, length: int) -> int:
        """Of ``sharing``, those that are about as long, and may be spelled wrong."""
        if length < _SHORT - 1:
            return 0
        return sharing & sum(self._length.get(size, 0) for size in (length - 1, length, length + 1))

    def _with_letters(self, word: str) -> tuple[int, int]:
        """Those that have every letter of ``word``, and those that lack at most one."""
        every = but_one = (1 << len(self._words)) - 1
        for letter in set(word):
            those = self._letter.get(letter, 0)
            but_one = (but_one & those) | every
            every &= those
        return every, but_one

    def _words_of(self, those: int) -> Iterator[str]:
        """The words of a set, in order."""
        while those:
            lowest = those & -those
            yield self._words[lowest.bit_length() - 1]
            those ^= lowest
