"""What clerks write for the words of the minutes: LG for Laura Gough, rpt for report, educ for education.

A short form is looked for among the words that the notes really have, so nothing is guessed at large: what
may stand for what is for ``word_match`` to say.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from review_tui.language.calendar_words import MONTH_NAMES
from review_tui.language.stems import short_stem
from review_tui.language.stop_words import FILLERS, STOP_WORDS
from review_tui.language.word_index import WordIndex
from review_tui.language.words import Word, fold_word, is_figure

_JOINERS = frozenset({"and", "of", "for", "the", "in", "on", "to", "de", "und", "der", "la", "du", "a"})
_LONGEST_NAME = 5
"""An abbreviation stands for at most this many words."""
_SELDOM_SHORTENED = STOP_WORDS | FILLERS
_SHORTEST_WORD = 4
"""Letters of a word that is worth shortening."""
_SURE, _PERHAPS = 1.0, 0.6
"""How much initials, and a year in two figures, count beside the words themselves."""
_LEAST = 0.55
"""How surely a word of the notes must stand for another to be looked for."""
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_CLOCK = re.compile(r"(\d{1,2})\.([0-5]\d)(?:am|pm)?\Z")
"""A time of day, or a figure that may be one."""
_MONTHS = {name[:3].lower(): name.lower() for name in MONTH_NAMES} | {"sept": "september"}
_SHORT_YEAR = re.compile(
    r"(?:\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?\s?|['\u2019]|\d[-\u2013/])(\d\d)\b",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"[^\W\d_](?:[.&]?[^\W\d_]){1,5}s?\Z")

_JOINED = re.compile(r"[A-Z][a-z]?[A-Z]s?\Z")
"""Initials with that of a small joining word: DoI, ToR."""

Short = tuple[str, float]
"""A word of the notes, folded, and how much it counts as the word looked for."""


class ShortForms:
    """The short words of the notes, found by what they may be short for."""

    def __init__(self, shown: Iterable[str], years: Iterable[str] = ()) -> None:
        """``shown``: the different words of the notes, as written; ``years``: those of two figures."""
        self._years = frozenset(years)
        self._initials: set[str] = set()
        self._figures: set[str] = set()
        plain: set[str] = set()
        for word in shown:
            folded = fold_word(word)
            if is_figure(folded):
                self._figures.add(folded)
                continue
            if _CAPITALS.match(word) and (word.rstrip("s").isupper() or _JOINED.match(word)):
                self._initials |= {folded, fold_word(word.rstrip("s"))}
            if folded.isalpha() and len(folded) > 1 and folded not in _SELDOM_SHORTENED:
                plain.add(folded)
        self._words = WordIndex(sorted(plain))
        self._known: dict[str, tuple[Short, ...]] = {}

    @property
    def has_initials(self) -> bool:
        """Whether the notes have any word in capitals."""
        return bool(self._initials)

    def of_word(self, word: str) -> tuple[Short, ...]:
        """The words of the notes that may be short for one folded word."""
        if len(word) < _SHORTEST_WORD or word in _SELDOM_SHORTENED:
            return ()
        if is_figure(word):
            years = {word[2:]} & self._years if _YEAR.match(word) else set()
            return tuple((figure, _PERHAPS) for figure in sorted(years | self._times(word)))
        if word not in self._known:
            found = {
                jotted: share
                for jotted, share in self._words.short_for(word).items()
                if share >= _LEAST
                and short_stem(jotted) != short_stem(word)
                and _MONTHS.get(jotted, word) == word
            }
            self._known[word] = tuple(sorted(found.items()))
        return self._known[word]

    def _times(self, word: str) -> set[str]:
        """The figures of the notes that may be the time ``word``: 7.30pm as 730, 7.30, 1930 or 19.30."""
        time = _CLOCK.match(word)
        if not time:
            return set()
        hours = (int(time[1]), (int(time[1]) + 12) % 24)
        return ({f"{hour}{dot}{time[2]}" for hour in hours for dot in ("", ".")} - {word}) & self._figures

    def of_name(self, letters: str) -> tuple[Short, ...]:
        """The initials ``letters`` where the notes have them in capitals."""
        return ((letters, _SURE),) if letters in self._initials else ()


def short_years(text: str) -> Iterator[str]:
    """The years that a text has in two figures: Oct 20, 2020-21, '22, 16/3/22."""
    return (match[1] for match in _SHORT_YEAR.finditer(text))


def initials(words: Sequence[Word], text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Initials of names and titles in a text, each with the folded words that they stand for.

    A name is a run of capitalised words; "of" and "and" within one may give their letter or not.
    """
    run: list[Word] = []
    for word in words:
        broken = bool(run) and not text[run[-1].end : word.start].isspace()
        if broken or not (word.shown[0].isupper() or (run and word.folded in _JOINERS)):
            yield from _of_run(run)
            run = []
        if word.shown[0].isupper() or (run and word.folded in _JOINERS):
            run.append(word)
    yield from _of_run(run)


def phrase_initials(words: Sequence[Word]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Initials of any three or four neighbouring words, for titles that minutes set in small letters.

    Of two words with a joining one between, all three give their letter: declarations of interest, DoI.
    """
    for before, joiner, after in zip(words, words[1:], words[2:], strict=False):
        if joiner.folded in _JOINERS and _JOINERS.isdisjoint((before.folded, after.folded)):
            parts = (before.folded, joiner.folded, after.folded)
            if all(word[0].isalpha() for word in parts):
                yield "".join(word[0] for word in parts), (before.folded, after.folded)
    plain = [word.folded for word in words if word.folded not in _JOINERS]
    for size in (3, 4):
        for at in range(len(plain) - size + 1):
            part = plain[at : at + size]
            if all(word[0].isalpha() for word in part):
                yield "".join(word[0] for word in part), tuple(part)


def _of_run(run: list[Word]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for first in range(len(run)):
        if run[first].folded in _JOINERS:
            continue
        for last in range(first + 1, min(len(run), first + _LONGEST_NAME + 2)):
            part = run[first : last + 1]
            if run[last].folded in _JOINERS:
                continue
            plain = tuple(word.folded for word in part if word.folded not in _JOINERS)
            yield "".join(word[0] for word in plain), plain
            if len(plain) < len(part):
                yield "".join(word.folded[0] for word in part), plain
