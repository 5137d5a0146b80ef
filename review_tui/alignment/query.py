"""A sentence of the draft as what to look for in the notes: its words, and what clerks write for them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from review_tui.language.short_forms import ShortForms, initials, phrase_initials
from review_tui.language.stems import short_stem
from review_tui.language.words import (
    Word,
    character_ngrams,
    is_figure,
    is_uninformative,
    words_of,
)
from review_tui.model.frozen import frozen

_OF_SURNAME = 0.7
"""How much the initials of a full name count where the draft says the surname only."""
_OF_LETTERS = 0.5
"""How much each word of a name counts where the draft says its initials."""
_LONGEST_PERSON = 3
"""Names of people have at most this many words: Mary Ann Smith."""

_CAPITALISED = re.compile(
    r"[A-Z\u00c0-\u00de][\w'\u2019-]{0,40}(?: (?:[a-z]{1,3} ){0,2}[A-Z\u00c0-\u00de][\w'\u2019-]{0,40}){1,7}"
)
"""A run of words with capitals, small joining words among them."""

Name = tuple[str, tuple[str, ...]]
"""Initials with the folded words that they stand for."""


@frozen(eq=False)
class Query:
    """What one sentence of the draft looks for. Equal for as long as the draft's names stay the same."""

    stems: tuple[tuple[str, float], ...]
    """Stems of the notes, each with how much it counts."""
    pieces: tuple[str, ...]
    """Pieces of words."""
    own: tuple[tuple[str, bool], ...] = ()
    """The stems of the sentence's own words, each with whether it says little."""
    short: frozenset[str] = frozenset()
    """Those of them that the notes have in a short form."""
    shown: tuple[tuple[str, str, str], ...] = ()
    """For each stem looked for: the stem, the draft's word as written, and the notes' short form or empty."""
    words: tuple[str, ...] = ()
    """The sentence's own words in order, folded."""


@frozen(slots=False, eq=False)
class NameForms:
    """Names that a text has, by their initials and by their last word."""

    by_letters: dict[str, set[tuple[str, ...]]]
    letters_of_last: dict[str, set[str]]

    @classmethod
    def of(cls, found: Iterable[Name]) -> "NameForms":
        """Names by what they may be looked up by."""
        by_letters: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
        last: defaultdict[str, set[str]] = defaultdict(set)
        for letters, words in found:
            by_letters[letters].add(words)
            if len(words) <= _LONGEST_PERSON:
                last[words[-1]].add(letters)
        return cls(dict(by_letters), dict(last))

    @classmethod
    def in_texts(cls, texts: Iterable[str]) -> "NameForms":
        """The names in capitals that stand in ``texts``."""
        runs = (run[0] for text in texts for run in _CAPITALISED.finditer(text))
        return cls.of(name for run in runs for name in initials(words_of(run), run))


@frozen
class _Read:
    """A sentence as read by itself, before the names of the meeting are known."""

    words: tuple[Word, ...]
    names: tuple[Name, ...]
    capitals: tuple[Word, ...]
    """Words with a capital: what other names of the meeting may say more about."""


class QueryBuilder:
    """Turns sentences into questions to one set of notes; what it read before it need not read again."""

    def __init__(self, of_notes: NameForms, shorts: ShortForms) -> None:
        self._of_notes, self._shorts = of_notes, shorts
        self._read: dict[str, _Read] = {}
        self._asked: dict[tuple[str, tuple[Name, ...]], Query] = {}

    def questions(self, texts: Sequence[str]) -> list[Query]:
        """The question of each sentence, all of one draft."""
        self._read = {text: self._read.get(text) or _read(text) for text in texts}
        of_draft = NameForms.of(name for text in self._read for name in self._read[text].names)
        keys = [(text, tuple(self._other_names(self._read[text], of_draft))) for text in texts]
        self._asked = {key: self._asked.get(key) or self._query_of(*key) for key in keys}
        return [self._asked[key] for key in keys]

    def _other_names(self, read: _Read, of_draft: NameForms) -> Iterator[Name]:
        """What the rest of the meeting knows of a sentence's names: LG is Laura Gough, Gough is LG."""
        for word in read.capitals:
            if len(word.shown) > 1 and word.shown.isupper():
                known = {
                    n for names in (self._of_notes, of_draft) for n in names.by_letters.get(word.folded, ())
                }
                if len(known) == 1:
                    yield word.shown, next(iter(known))
            else:
                letters = {
                    letter
                    for names in (self._of_notes, of_draft)
                    for letter in names.letters_of_last.get(word.folded, ())
                    if self._shorts.of_name(letter)
                }
                yield from ((word.shown, (letter,)) for letter in sorted(letters))

    def _query_of(self, text: str, elsewhere: tuple[Name, ...]) -> Query:
        """What a passage is looked for by: its words, what may stand short for them, names and letters."""
        read, asked = self._read[text], _Asked()
        for word in read.words:
            asked.note(word.folded, 1.0, word.shown, "")
        shortened: set[str] = set()
        for word in read.words:
            for short, weight in self._shorts.of_word(word.folded):
                asked.note(short, weight, word.shown, short)
                shortened.add(short_stem(word.folded))
        for written, words in elsewhere:
            weight = _OF_LETTERS if written.isupper() else _OF_SURNAME
            for part in words:
                if len(words) == 1 or not is_uninformative(part):
                    asked.note(part, weight, written, part)
        plain = [word for word in read.words if not is_figure(word.folded)]
        phrases = phrase_initials(plain) if self._shorts.has_initials else ()
        for letters, of in [*read.names, *phrases]:
            for short, weight in self._shorts.of_name(letters):
                asked.note(short, weight, _as_written(read.words, of), short)
                shortened.update(map(short_stem, of))
        pieces = {piece for word in read.words for piece in character_ngrams(word.folded)}
        own = {short_stem(word.folded): is_uninformative(word.folded) for word in read.words}
        return Query(
            tuple(sorted(asked.stems.items())),
            tuple(sorted(pieces)),
            tuple(sorted(own.items())),
            frozenset(shortened),
            tuple(asked.shown.values()),
            tuple(word.folded for word in read.words),
        )


class _Asked:
    """The stems of a question as they come together; of two ways to a stem the surer counts."""

    def __init__(self) -> None:
        self.stems: dict[str, float] = {}
        self.shown: dict[str, tuple[str, str, str]] = {}

    def note(self, word: str, weight: float, written: str, short: str) -> None:
        """Look for ``word``, a folded word of the notes, as the draft's ``written``."""
        name = short_stem(word)
        if weight > self.stems.get(name, 0.0):
            self.stems[name] = weight
            self.shown[name] = (name, written, short)


def _read(text: str) -> _Read:
    words = words_of(text)
    capitals = tuple(word for word in words if word.shown[0].isupper())
    return _Read(words, tuple(initials(words, text)), capitals)


def _as_written(words: Sequence[Word], folded: tuple[str, ...]) -> str:
    """The words of a name as the draft writes them."""
    first = {word.folded: word.shown for word in reversed(words)}
    return " ".join(first.get(word, word) for word in folded)
