"""Which lines of the notes a line of the draft is about, and the other way round.

Lines are compared by the words they share, rare ones counting most, with a clerk's short forms understood
(``notes_vocabulary``), and by whether their neighbours match too, since notes mostly keep the order of the
minutes. An inverted index keeps the work near to the length of the texts; lines are compared only when asked.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from heapq import nlargest

from review_tui.checks.material import Document, Material
from review_tui.checks.notes.line_words import Words, index_of, rarity_of, telling_words
from review_tui.checks.notes.lines import Line, lines_of
from review_tui.checks.notes.vocabulary import Vocabulary
from review_tui.checks.notes.words import stem

_COMMON = 30
"""A word that stands in more lines than this brings up no line by itself."""
_LIKELIEST = 4
"""How many lines are looked at for one."""
_FEWEST_LINES = 80
"""Words of fewer lines than this are judged as if there were this many: a rare word is rare anywhere."""
_NEIGHBOURS = (-1, 1)
_NEIGHBOURLY = 0.25
"""How much the words that neighbouring lines share count beside a line's own."""
_CLEAR = 1.25
"""How far the best must be ahead of the second."""
_NEARBY = 2
"""Lines that stand this close are of the same thing: the second best there takes nothing from the best."""


@dataclass(frozen=True, slots=True)
class Match:
    """A line that another is about."""

    line: Line
    weight: float
    """What they share: about 5 for a rare word, 2 for a common one."""
    of_notes: float
    """The share of the words of the notes' line that the draft's has, from 0 to 1."""
    of_draft: float
    """The share of the words of the draft's line that the notes' has, from 0 to 1."""
    standing: float
    """What lines are ranked by: ``weight`` with the neighbours' part."""


@dataclass(frozen=True, eq=False)
class Matches:
    """A draft and its notes, line by line."""

    draft: tuple[Line, ...]
    notes: tuple[Line, ...]
    draft_words: tuple[Words, ...]
    """For each line of the draft its words, each as the stems that it may stand for: one."""
    notes_words: tuple[Words, ...]
    """The same for the notes, where a short form may stand for several."""
    rarity: dict[str, float]
    """What each stem counts."""
    vocabulary: Vocabulary
    """The draft's words, by what clerks make of them."""
    _draft_index: dict[str, list[int]]
    _notes_index: dict[str, list[int]]
    _raw: dict[tuple[bool, int], dict[int, float]] = field(default_factory=dict)
    _found: dict[tuple[bool, int], tuple[Match, ...]] = field(default_factory=dict)
    _weights: dict[tuple[str, ...], float] = field(default_factory=dict)
    _keys: dict[int, dict[str, float]] = field(default_factory=dict)

    def of_draft(self, index: int) -> tuple[Match, ...]:
        """The lines of the notes that line ``index`` of the draft may be about, the likeliest first."""
        return self._matches(index, from_draft=True)

    def of_notes(self, index: int) -> tuple[Match, ...]:
        """The lines of the draft that line ``index`` of the notes may be about, the likeliest first."""
        return self._matches(index, from_draft=False)

    def best(self, index: int, *, from_draft: bool = True) -> Match | None:
        """The line that one is about, or ``None`` when none is clearly ahead."""
        found = self._matches(index, from_draft=from_draft)
        if not found:
            return None
        rest = [m for m in found[1:] if abs(m.line.index - found[0].line.index) > _NEARBY]
        clear = not rest or found[0].standing >= _CLEAR * rest[0].standing
        return found[0] if clear else None

    def meanings(self, raw: str, *, in_notes: bool) -> tuple[str, ...]:
        """The stems that a word may stand for."""
        return self.vocabulary.meanings(raw) if in_notes else (stem(raw),)

    def notes_with(self, key: str) -> list[int]:
        """The lines of the notes that a stem stands in."""
        return self._notes_index.get(key, [])

    def draft_with(self, key: str) -> list[int]:
        """The lines of the draft that a stem stands in."""
        return self._draft_index.get(key, [])

    def weight(self, meanings: tuple[str, ...]) -> float:
        """What a word counts: as much as the rarest of what it may stand for."""
        found = self._weights.get(meanings)
        if found is None:
            found = self._weights[meanings] = max(
                (self.rarity.get(key, 0.0) for key in meanings), default=0.0
            )
        return found

    def roughly(self, index: int, *, from_draft: bool) -> float:
        """About what share of a line some one line of the other side has, without a closer look."""
        words = self.draft_words if from_draft else self.notes_words
        total = sum(map(self.weight, words[index]))
        shared = self._shared(index, from_draft=from_draft)
        return max(shared.values(), default=0.0) / total if total else 0.0

    def belongs(self, notes: int, draft: int) -> bool:
        """Whether no line of the draft fits line ``notes`` of the notes better than line ``draft`` does."""
        found = self.of_notes(notes)
        return bool(found) and found[0].line.index == draft

    def _matches(self, index: int, *, from_draft: bool) -> tuple[Match, ...]:
        key = (from_draft, index)
        if key not in self._found:
            self._found[key] = self._rank(index, from_draft=from_draft)
        return self._found[key]

    def _rank(self, index: int, *, from_draft: bool) -> tuple[Match, ...]:
        own = self._shared(index, from_draft=from_draft)
        likeliest = nlargest(_LIKELIEST, own, key=own.__getitem__)
        beside = [self._shared(index + d, from_draft=from_draft) for d in _NEIGHBOURS]
        found = []
        for other in likeliest:
            i, j = (index, other) if from_draft else (other, index)
            weight, of_notes, of_draft = self.compare(i, j)
            company = sum(_most(shared, other) for shared in beside)
            standing = weight * (of_notes + of_draft) / 2 + min(weight, _NEIGHBOURLY * company)
            line = self.notes[j] if from_draft else self.draft[i]
            found.append(Match(line, weight, of_notes, of_draft, standing))
        return tuple(sorted(found, key=lambda m: (-m.standing, m.line.index)))

    def compare(self, draft: int, notes: int) -> tuple[float, float, float]:
        """What two lines share, its share of the notes' line and its share of the draft's."""
        mine = self._keys_of(draft)
        rarity = self.rarity
        met: set[str] = set()
        shared = total = 0.0
        for meanings in self.notes_words[notes]:
            common = [key for key in meanings if key in mine]
            if common:
                worth = max(rarity[key] for key in common)
                shared += worth
                met.update(common)
            else:
                worth = self.weight(meanings)
            total += worth
        mutual = sum(rarity[key] for key in met)
        own = sum(mine.values())
        return shared, shared / total if total else 0.0, mutual / own if own else 0.0

    def _keys_of(self, draft: int) -> dict[str, float]:
        """The stems of a line of the draft with what each counts."""
        found = self._keys.get(draft)
        if found is None:
            words = self.draft_words[draft]
            found = self._keys[draft] = {key: self.rarity[key] for meanings in words for key in meanings}
        return found

    def _shared(self, index: int, *, from_draft: bool) -> dict[int, float]:
        """Each line of the other side with what it shares, by its words alone."""
        key = (from_draft, index)
        found = self._raw.get(key)
        if found is None:
            words, other = (
                (self.draft_words, self._notes_index) if from_draft else (self.notes_words, self._draft_index)
            )
            counted: dict[int, float] = defaultdict(float)
            for meanings in words[index] if 0 <= index < len(words) else ():
                for word in meanings:
                    lines = other.get(word, ())
                    if len(lines) <= _COMMON:
                        worth = self.rarity[word]
                        for line in lines:
                            counted[line] += worth
            found = self._raw[key] = dict(counted)
        return found


def _most(shared: dict[int, float], index: int) -> float:
    """The most that any line close to ``index`` shares."""
    most = 0.0
    for near in range(index - _NEARBY, index + _NEARBY + 1):
        value = shared.get(near)
        if value is not None and value > most:
            most = value
    return most


@dataclass(frozen=True)
class _Texts:
    """Tells materials apart by their texts, which is quick."""

    key: tuple[str, ...]
    draft: Document = field(compare=False)
    notes: tuple[Document, ...] = field(compare=False)


def best_notes(material: Material) -> Matches:
    """The draft and the notes of ``material``, ready to be compared; the same object for the same texts."""
    key = tuple(part for d in (material.draft, *material.notes) for part in (d.file, d.text))
    return _matches_of(_Texts(key, material.draft, material.notes))


@lru_cache(maxsize=2)
def _matches_of(texts: _Texts) -> Matches:
    draft, notes = lines_of((texts.draft,)), lines_of(texts.notes, jotted=True)
    vocabulary = Vocabulary(texts.draft.text)
    draft_words = telling_words(draft, lambda raw: (stem(raw),))
    notes_words = telling_words(notes, vocabulary.meanings)
    draft_index, notes_index = index_of(draft_words), index_of(notes_words)
    total = max(_FEWEST_LINES, len(draft) + len(notes) + 1)
    rarity = rarity_of(draft_index, notes_index, total)
    return Matches(draft, notes, draft_words, notes_words, rarity, vocabulary, draft_index, notes_index)
