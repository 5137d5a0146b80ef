"""Which jottings each clause of the draft was written from: one link under everything that is compared.

Words count by how rare they are in the draft, as far as the jotted one may stand for them (``word_match``); values
that agree and people who are named speak too; so do neighbours, the rest of the line and the item, a little. Where
the clauses around one stand in the notes speaks by the walk that the evidence is placed by (``alignment.order``).

What a pair has in common by itself is worked out here and not in ``alignment``: checks need it in terms of facts, a
weight for each word and value that they can take apart again, and for clerks' shorthand; evidence is shown for talk
and for languages that nobody told us about, from what is alike in letters. Both were tried for both: on notes in many
hands the likelihoods of ``alignment``, alone or added, put the right line first less often than this.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from review_tui.alignment.order import in_order
from review_tui.facts.clauses import Clause
from review_tui.facts.mentions import Mention
from review_tui.facts.values import Key, Kind, Value, agree, says_whole
from review_tui.language.stems import stem
from review_tui.language.stop_words import FORMAL_WORDS, GRAMMAR_WORDS
from review_tui.language.word_families import FAMILIES
from review_tui.language.word_index import WordIndex
from review_tui.language.word_match import SPELLED, SYNONYM, SYNONYMS, stands_for
from review_tui.language.words import is_figure, words_of
from review_tui.model.frozen import frozen

_SIGN = re.compile("[\u2713\u2717\u2714\u2718\u2192\u2191\u2193]")
"""Ticks, crosses and arrows, which clerks write for words."""
LEAST = 1.6
"""What a clause and a jotting must share to be linked: a word that is not common."""
SURELY = 2.5 * LEAST
"""What they must share to be surely linked."""
_RELATIVE = 0.55
"""How near to the best a further jotting must come."""
_RELATIVE_SAYING = 0.35
"""The same of a jotting that says a figure or date of the clause."""
_OF_JOTTING = 0.5
"""How near to the jotting's own best clause."""
_HARDLY = 0.1
"""Below this nothing is shared."""
_FEWEST = 30
"""Clauses: a word is judged as if there were so many, as a rare word is rare anywhere."""
_UNKNOWN = 0.8
"""How much a jotted word that stands for none counts."""
_FORMAL_WEIGHT = 0.35
"""How much a word counts that minutes use of anything, beside others."""
_NEIGHBOUR, _LINE, _ITEM = 0.25, 0.25, 0.15
"""How much of what neighbours, the same line and the same item share counts."""
_VALUE, _SMALL_VALUE, _PERSON = 1.6, 0.6, 0.7
"""What a value in common counts, one that is small, and a person."""
_WHOLE = frozenset({Kind.VOTE, Kind.PERIOD})
"""Values that are not explained by a number that is the same as a part of them."""
_COMMON = 30
"""A word that may stand in more clauses than this brings no clause up by itself."""
_NEAR = 3
"""Jottings of the same line so far off may hold the rest of a clause."""


@frozen
class Word:
    """A telling word of a clause, or a sign that stands for one."""

    text: str
    """As it is written."""
    low: str
    """Folded, as words are compared; numbers in words stay words."""
    start: int
    end: int


@lru_cache(maxsize=16384)
def telling_words(text: str) -> tuple[Word, ...]:
    """The telling words of a clause, without figures: those are values."""
    found = [
        Word(word.shown, low, word.start, word.end)
        for word in words_of(text)
        if word.shown[0].isalpha()
        and len(low := word.shown.lower() if is_figure(word.folded) else word.folded) > 1
        and low not in GRAMMAR_WORDS
    ]
    signs = [Word(sign[0], sign[0], sign.start(), sign.end()) for sign in _SIGN.finditer(text)]
    return tuple(sorted([*found, *signs], key=lambda word: word.start))


class Links:
    """Clauses of a draft, jottings of its notes, and what each pair shares."""

    def __init__(
        self,
        draft: Sequence[Clause],
        notes: Sequence[Clause],
        values: tuple[Sequence[Sequence[Value]], Sequence[Sequence[Value]]],
        people: tuple[Sequence[Sequence[Mention]], Sequence[Sequence[Mention]]],
    ) -> None:
        self.draft, self.notes = draft, notes
        self.draft_values, self.note_values = values
        self.draft_people, self.note_people = people
        self.draft_words = [telling_words(clause.text) for clause in draft]
        self.note_words = [telling_words(clause.text) for clause in notes]
        self._of_word: dict[str, set[int]] = defaultdict(set)
        for index, words in enumerate(self.draft_words):
            for word in words:
                self._of_word[word.low].add(index)
        self._initials = _initials_of(draft)
        self.strengths: dict[str, dict[int, float]] = {}
        """For each jotted word the clauses that hold a word it may stand for, and how surely."""
        self.meanings: dict[str, dict[str, float]] = {}
        """For each jotted word the draft's words that it may stand for."""
        self.best_of_word: dict[str, float] = {}
        """For each word of the draft how surely any jotted word stands for it."""
        self._rarity: dict[str, float] = {}
        self._words = WordIndex(self._of_word)
        self._by_stem: dict[str, list[str]] = defaultdict(list)
        for low in self._of_word:
            self._by_stem[stem(low)].append(low)
        for words in self.note_words:
            for word in words:
                if word.text not in self.strengths:
                    self.strengths[word.text] = self._clauses_for(word)
        self.surest = {text: max(found.values(), default=0.0) for text, found in self.strengths.items()}
        """For each jotted word how surely it stands for any word of the draft."""
        self.index: dict[Key, list[tuple[int, Value]]] = defaultdict(list)
        """Values of the draft by their readings."""
        for index, found in enumerate(self.draft_values):
            for value in found:
                for key in value.keys:
                    self.index[key].append((index, value))
        self.raw, self.weight = self._own_shares()
        self.score = self._with_company()
        self._ranked: dict[int, list[int]] = {}
        """The jottings of each clause by what they share with it, as far as they have been asked for."""
        self.best_of_draft = [0.0] * len(draft)
        columns = self.columns
        for index, row in enumerate(self.score):
            self.best_of_draft[index] = max(row.values(), default=0.0)
            for other, share in row.items():
                columns[other][index] = share
        self.best_of_notes = [max(column.values(), default=0.0) for column in columns]
        self.lines: dict[int, list[int]] = defaultdict(list)
        for clause in notes:
            self.lines[clause.item].append(clause.index)
        self.linked = [self._linked(index) for index in range(len(draft))]
        self._link_back()
        self.clauses_of: list[list[int]] = [[] for _ in notes]
        for other, column in enumerate(columns):
            least = max(LEAST * 0.8, 0.5 * self.best_of_notes[other])
            if self.best_of_notes[other] >= least:
                self.clauses_of[other] = [index for index, share in column.items() if share >= least]

    def _link_back(self) -> None:
        """Tell for each jotting the clauses that are linked with it."""
        self.clauses_from: dict[int, list[int]] = defaultdict(list)
        """For each jotting the clauses that are linked with it."""
        for index, jottings in enumerate(self.linked):
            for other in jottings:
                self.clauses_from[other].append(index)
        self.first_for: dict[int, list[int]] = defaultdict(list)
        """For each jotting the clauses of whose links it is the first, which went into them."""
        self.surely_for: dict[int, list[int]] = defaultdict(list)
        """Of these the clauses that were surely written from it."""
        for index, jottings in enumerate(self.linked):
            if jottings:
                self.first_for[jottings[0]].append(index)
                if self.surely_from(index) is not None:
                    self.surely_for[jottings[0]].append(index)

    def near(self, jottings: Iterable[int], reach: int = _NEAR) -> list[int]:
        """Jottings with those that stand by them in the same line."""
        found: dict[int, None] = {}
        for jotting in jottings:
            for other in self.lines[self.notes[jotting].item]:
                if abs(other - jotting) <= reach:
                    found[other] = None
        return list(found)

    def likeliest(self, index: int, most: int = 2) -> list[int]:
        """The jottings that share most with a clause, even where they are more of another."""
        if index not in self._ranked:
            shared = sorted((-share, j) for j, share in self.score[index].items() if share >= LEAST)
            self._ranked[index] = [j for _, j in shared]
        return list(dict.fromkeys([*self.linked[index], *self._ranked[index][:most]]))

    def lines_around(self, index: int, likely: int, most: int) -> list[int]:
        """The jottings that a clause is likely from, the likeliest first, then those that stand by the first two in a line."""
        own = list(dict.fromkeys([*self.linked[index][:likely], *self.likeliest(index, likely)]))
        return list(dict.fromkeys([*own, *self.near(own[:2])]))[:most]

    def share_of_best(self, clause: int, jotting: int) -> float:
        """What a clause shares with a jotting, beside the most that any clause does, from 0 to 1."""
        return self.score[clause].get(jotting, 0.0) / max(self.best_of_notes[jotting], _HARDLY)

    def mutuality(self, clause: int, jotting: int) -> float:
        """How near a clause and a jotting come to being each other's best, from 0 to 1."""
        share = self.score[clause].get(jotting, 0.0)
        return share * share / (self.best_of_draft[clause] * self.best_of_notes[jotting]) if share else 0.0

    def mutual_best(self, clause: int, least: float) -> int | None:
        """The jotting that a clause is likeliest from, where the two come near enough to being each other's best."""
        first = self.linked[clause][:1]
        return next((j for j in first if self.mutuality(clause, j) >= least), None)

    def surely_from(self, clause: int) -> int | None:
        """The jotting that a clause was surely written from first, if any; ``clause`` may lie outside of the draft."""
        first = self.linked[clause][:1] if 0 <= clause < len(self.draft) else []
        return next((j for j in first if self.score[clause][j] >= SURELY), None)

    def coverage(self, clause: int, jotting: int) -> float:
        """The share of what a jotting holds that the clause has, from 0 to 1."""
        return min(1.0, self.raw[clause].get(jotting, 0.0) / (self.weight[jotting] + 0.01))

    def supporting(self, value: Value, *, whole: bool = False) -> set[int]:
        """The jottings that say a value of the draft, wherever they stand; ``whole``: not one end of it only."""
        return (self._said_whole if whole else self._said).get(id(value), set())

    def explained(self, value: Value, *, whole: bool = False) -> set[int]:
        """The clauses that say a value of the notes, wherever they stand, likewise."""
        return (self._saying_whole if whole else self._saying).get(id(value), set())

    def rarity(self, word: str) -> float:
        """What a jotted word counts."""
        if word not in self._rarity:
            self._rarity[word] = self._rarity_of(word)
        return self._rarity[word]

    @property
    def of_unknown(self) -> float:
        """What a jotted word counts that stands for none of the draft."""
        return math.log(max(len(self.draft), _FEWEST) + 1) * _UNKNOWN

    def _rarity_of(self, word: str) -> float:
        shared = sum(self.strengths[word].values())
        total = max(len(self.draft), _FEWEST) + 1
        return math.log(total / (0.6 + shared)) if shared else self.of_unknown

    def _clauses_for(self, word: Word) -> dict[int, float]:
        """The clauses in which a jotted word, or what it is short for, may stand, and how surely."""
        meanings = self._meanings_of(word.low)
        self.meanings[word.text] = meanings
        found: dict[int, float] = {}
        for other, share in meanings.items():
            self.best_of_word[other] = max(self.best_of_word.get(other, 0.0), share)
            for index in self._of_word[other]:
                found[index] = max(found.get(index, 0.0), share)
        letters = re.sub(r"[^a-z]", "", word.low)
        if (
            2 <= len(letters) <= 5
            and letters in self._initials
            and (word.text.isupper() or "/" in word.text or not found)
        ):
            sure = 0.85 if word.text.isupper() else 0.6
            for index in self._initials[letters]:
                found[index] = max(found.get(index, 0.0), sure)
        return found

    def _meanings_of(self, low: str) -> dict[str, float]:
        """The draft's words that a jotted one may stand for; one that stands there itself stands for its own forms."""
        if low in self._of_word:
            return {
                other: share
                for other in self._by_stem[stem(low)]
                if (share := stands_for(low, other)) >= SPELLED
            }
        found = self._words.stood_for_by(low)
        for other in self._by_stem.get(stem(low), ()):
            found[other] = max(found.get(other, 0.0), stands_for(low, other))
        for other in SYNONYMS.get(low, ()):
            if other in self._of_word:
                found[other] = max(found.get(other, 0.0), SYNONYM)
        for root in FAMILIES.get(stem(low), ()):
            for other in self._by_stem.get(root, ()):
                found[other] = max(found.get(other, 0.0), SYNONYM)
        return found

    def clauses_with(self, low: str) -> Iterable[int]:
        """The clauses that have a word of the draft, in small letters."""
        return self._of_word.get(low, ())

    def worth_of(self, word: str) -> float:
        """How rare a word of the draft is in it."""
        return math.log((len(self.draft) + 1) / len(self._of_word[word]))

    def _own_shares(self) -> tuple[list[dict[int, float]], list[float]]:
        """What each clause shares with each jotting by itself, and what each jotting has to share in all."""
        raw: list[dict[int, float]] = [{} for _ in self.draft]
        weights = [0.0] * len(self.notes)
        self._said: dict[int, set[int]] = defaultdict(set)
        self._saying: dict[int, set[int]] = defaultdict(set)
        self._said_whole: dict[int, set[int]] = defaultdict(set)
        self._saying_whole: dict[int, set[int]] = defaultdict(set)
        named: dict[str, set[int]] = defaultdict(set)
        for index, mentions in enumerate(self.draft_people):
            for mention in mentions:
                for key in mention.who:
                    named[key].add(index)
        few = len(self.draft) <= 2 * _COMMON
        worths = {text: self.rarity(text) for text in self.strengths}
        for jotting, words in enumerate(self.note_words):
            common: list[tuple[float, dict[int, float]]] = []
            column: dict[int, float] = {}
            for word in words:
                worth = worths[word.text] * (_FORMAL_WEIGHT if word.low in FORMAL_WORDS else 1.0)
                weights[jotting] += worth * 0.8
                strengths = self.strengths[word.text]
                if few or len(strengths) <= _COMMON:
                    for index, share in strengths.items():
                        column[index] = column.get(index, 0.0) + worth * share
                else:
                    common.append((worth, strengths))
            for value in self.note_values[jotting]:
                weights[jotting] += 1
                worth = _VALUE if _tells_clauses_apart(value) else _SMALL_VALUE
                for index in self._clauses_saying(value, jotting):
                    column[index] = column.get(index, 0.0) + worth
            for mention in self.note_people[jotting]:
                for index in {i for key in mention.who for i in named[key]}:
                    column[index] = column.get(index, 0.0) + _PERSON
            for index, share in column.items():
                more = 0.0
                for worth, strengths in common:
                    if index in strengths:
                        more += worth * strengths[index]
                raw[index][jotting] = share + more
        self.columns: list[dict[int, float]] = [{} for _ in self.notes]
        return raw, weights

    def _clauses_saying(self, theirs: Value, jotting: int) -> set[int]:
        found = set()
        for key in theirs.keys:
            for index, mine in self.index.get(key, ()):
                if agree(mine, theirs) and not (theirs.kind in _WHOLE and mine.kind is Kind.NUMBER):
                    self._said[id(mine)].add(jotting)
                    self._saying[id(theirs)].add(index)
                    if says_whole(mine, theirs):
                        self._said_whole[id(mine)].add(jotting)
                        self._saying_whole[id(theirs)].add(index)
                    if mine.kind is not Kind.WEEKDAY:
                        found.add(index)
        return found

    def _with_company(self) -> list[dict[int, float]]:
        """The same with what neighbours, the rest of the line and the rest of the item share."""
        raw, lines = self.raw, [clause.item for clause in self.notes]
        items: dict[int, dict[int, float]] = defaultdict(dict)
        """For each item the most that one of its clauses shares with a jotting."""
        for clause, row in zip(self.draft, raw, strict=True):
            kept = items[clause.item]
            for jotting, share in row.items():
                if share > kept.get(jotting, 0.0):
                    kept[jotting] = share
        found: list[dict[int, float]] = []
        none: dict[int, float] = {}
        for clause, row, before, after in zip(
            self.draft, raw, (none, *raw[:-1]), (*raw[1:], none), strict=True
        ):
            item = items[clause.item]
            of_line: dict[int, float] = {}
            for jotting, share in row.items():
                if share > of_line.get(lines[jotting], 0.0):
                    of_line[lines[jotting]] = share
            scored = {}
            for jotting, share in row.items():
                beside, other = before.get(jotting - 1, 0.0), after.get(jotting + 1, 0.0)
                scored[jotting] = (
                    share
                    + _NEIGHBOUR * max(beside, other)
                    + _LINE * of_line[lines[jotting]]
                    + _ITEM * item[jotting]
                )
            found.append(scored)
        return in_order(found, self._first_jottings()) if min(len(found), len(self.notes)) > 1 else found

    def _first_jottings(self) -> list[int]:
        """The first jotting of each file of notes."""
        files = [id(clause.document) for clause in self.notes]
        return [at for at, file in enumerate(files) if at == 0 or files[at - 1] != file]

    def _linked(self, index: int) -> list[int]:
        best = self.best_of_draft[index]
        if best < LEAST:
            return []
        row = self.score[index]
        saying = {
            jotting
            for value in self.draft_values[index]
            if _tells_clauses_apart(value)
            for jotting in self.supporting(value)
        }
        kept = [
            j
            for j, s in row.items()
            if s >= max(LEAST, (_RELATIVE_SAYING if j in saying else _RELATIVE) * best)
            and s >= _OF_JOTTING * self.best_of_notes[j]
        ]
        return sorted(kept, key=lambda jotting: (-row[jotting], jotting))


def _tells_clauses_apart(value: Value) -> bool:
    """Whether a value stands in few clauses: a number above a dozen, a day, a year."""
    return any(
        (key[0] == "n" and isinstance(key[1], float) and key[1] > 12) or key[0] in {"d", "fy"}
        for key in value.keys
    )


_NO_INITIAL = frozenset({"of", "and", "the", "for", "s"})
"""Words of which initials leave out the letter."""


def _initials_of(draft: Sequence[Clause]) -> dict[str, set[int]]:
    """The first letters of every run of two to five words, with the clauses they stand in."""
    found: dict[str, set[int]] = defaultdict(set)
    for clause in draft:
        all_words = re.findall(r"[A-Za-z][A-Za-z']*", clause.text)
        letters = "".join(w[0] for w in all_words if w.lower() not in _NO_INITIAL).lower()
        for size in (2, 3, 4, 5):
            for first in range(len(letters) - size + 1):
                found[letters[first : first + size]].add(clause.index)
        for before, of, *after in zip(all_words, all_words[1:], all_words[2:], strict=False):
            if of == "of":  # "LOI", "MOU"
                found[f"{before[0]}o{after[0][0]}".lower()].add(clause.index)
    return found
