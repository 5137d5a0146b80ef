"""What is looked at in a pair of a draft sentence and a unit of the notes: numbers, no verdicts."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from review_tui.evidence.asking import Question
from review_tui.evidence.index import Index, Places, Reals, spread

FEATURES = (
    "words",  # shared words, rare ones counting most, in the unit (BM25)
    "pieces",  # shared pieces of words in the unit (BM25)
    "share",  # the part of what the unit says that is shared, 0 to 1
    "near",  # shared words in the few units around, as one text (BM25)
    "wide",  # shared words in the wider surroundings, as one text (BM25)
    "smooth",  # shared pieces in the neighbouring units, nearer ones counting more
    "mass",  # how much the unit says
    "around",  # how much is said around it
)
"""The names of the features, in the order of the learned weights."""

NEAR, NEAR_STEP = 5, 1
WIDE, WIDE_STEP = 30, 6
"""Units on either side that count as near and as wide, and how many units lie between two looks."""
_K1, _B_UNIT, _B_WINDOW = 1.2, 0.3, 0.75
SPARE_MASS = 3.0
"""A unit that says next to nothing is not all shared because one word is."""
_UNSAID = 6.0
"""The rarity of a word that the notes never have."""
_UNSAID_LITTLE = 1.5
_SAID_SHORT = 3.0
"""What a word counts that the notes have only in a short form."""
_LEAST_ASKED = 1e-6
_SMOOTH_BY = 3.0
_AT_ONCE = 64
"""Sentences worked on at once, to keep memory small."""


class Windows:
    """Shared words in windows of units, as if each window were one text; a stem is counted once and kept."""

    def __init__(self, index: Index, half: int, step: int) -> None:
        self._index, self._half = index, half
        self._line = int(index.places[-1]) + 1 if index.size else 1
        self._middles = np.arange(0, self._line + step - 1, step)
        self._lows = np.clip(self._middles - half, 0, self._line)
        self._highs = np.clip(self._middles + half + 1, 0, self._line)
        lengths = np.zeros(self._line + 1)
        lengths[index.places + 1] = index.stems.lengths
        lengths = np.cumsum(lengths)
        full = (lengths[self._highs] - lengths[self._lows]).astype(np.float32)
        self._room = (_K1 * (1 - _B_WINDOW + _B_WINDOW * full / max(1.0, float(full.mean())))).astype(
            np.float32
        )
        self._rows: dict[int, int] = {}
        self._kept = np.zeros((0, len(self._middles)), np.float32)
        self._left = np.searchsorted(self._middles, index.places, side="right") - 1
        self._part = ((index.places - self._middles[self._left]) / step).astype(np.float32)

    def scores(self, weights: Sequence[dict[int, float]]) -> Reals:
        """For each question (stems by number, with what they count) the score of every unit's window."""
        self._keep(sorted({term for question in weights for term in question if term not in self._rows}))
        coarse = np.zeros((len(weights), len(self._middles)), np.float32)
        for row, question in enumerate(weights):
            if question:
                rows = self._kept[[self._rows[term] for term in question]]
                # einsum, not @: two threads that wait for each other cost more here than they save
                np.einsum("t,tn->n", np.array(list(question.values()), np.float32), rows, out=coarse[row])
        if len(self._middles) == self._line:
            return np.ascontiguousarray(coarse[:, self._left])
        right = np.minimum(self._left + 1, len(self._middles) - 1)
        return coarse[:, self._left] * (1 - self._part) + coarse[:, right] * self._part

    def _keep(self, terms: list[int]) -> None:
        if not terms:
            return
        stems, rows = self._index.stems, []
        for term in terms:
            part = slice(int(stems.begins[term]), int(stems.begins[term + 1]))
            line = np.zeros(self._line + 1, np.float32)
            line[self._index.places[stems.units[part]] + 1] = stems.counts[part]
            line = np.cumsum(line)
            count = line[self._highs] - line[self._lows]
            seen = float((count > 0).mean()) * self._index.size
            rarity = np.log(1 + (self._index.size - seen + 0.5) / (seen + 0.5))
            rows.append(count * np.float32(rarity * (_K1 + 1)) / (count + self._room))
            self._rows[term] = len(self._rows)
        self._kept = np.concatenate([self._kept, np.array(rows, np.float32)])


class Looker:
    """Works out the features of questions against one index; what units and words cost is paid once."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._words, self._pieces = index.stems.worth(_K1, _B_UNIT), index.pieces.worth(_K1, _B_UNIT)
        self._near = Windows(index, NEAR, NEAR_STEP)
        self._wide = Windows(index, WIDE, WIDE_STEP)
        self._mass = np.log1p(index.mass)
        self._around = np.log1p(self._smoothed(index.mass[None, :])[0])

    def features(self, questions: Sequence[Question]) -> NDArray[np.float32]:
        """The features of every question and unit: an array of features by questions by units."""
        index = self._index
        stems = [_numbered(question.stems, index.stems.names) for question in questions]
        pieces = [_numbered([(p, 1.0) for p in q.pieces], index.pieces.names) for q in questions]
        found = np.empty((len(FEATURES), len(questions), index.size), np.float32)
        found[0] = _sums(stems, index.stems.begins, index.stems.units, self._words, index.size)
        found[1] = _sums(pieces, index.pieces.begins, index.pieces.units, self._pieces, index.size)
        found[2] = found[0] / (index.mass + SPARE_MASS)
        found[3] = self._near.scores(stems)
        found[4] = self._wide.scores(stems)
        found[5] = self._smoothed(found[1])
        found[6], found[7] = self._mass, self._around
        return found

    def _smoothed(self, values: Reals) -> Reals:
        """``values`` with those of the neighbouring units, nearer ones counting more."""
        index = self._index
        line = np.zeros((len(values), int(index.places[-1]) + 1 if index.size else 1), np.float32)
        line[:, index.places] = values
        reach = int(2 * _SMOOTH_BY)
        kernel = np.exp(-0.5 * (np.arange(-reach, reach + 1) / _SMOOTH_BY) ** 2)
        kernel /= kernel.sum()
        padded = np.pad(line, ((0, 0), (reach, reach)))
        summed = np.zeros_like(line)
        for at, weight in enumerate(kernel):
            summed += np.float32(weight) * padded[:, at : at + line.shape[1]]
        return summed[:, index.places]


def asked_of(questions: Sequence[Question], index: Index) -> NDArray[np.float32]:
    """For each question how much it says, as rarity, and what part of that the notes have anywhere."""
    names, rarity = index.stems.names, index.stems.rarity
    table = np.empty((len(questions), 2), np.float32)
    for row, question in enumerate(questions):
        whole = there = _LEAST_ASKED
        for name, little in question.own:
            number = names.get(name)
            if number is not None:
                there += float(rarity[number])
                whole += float(rarity[number])
            elif name in question.short:
                there += _SAID_SHORT
                whole += _SAID_SHORT
            else:
                whole += _UNSAID_LITTLE if little else _UNSAID
        table[row] = whole, there / whole
    return table


def _numbered(terms: Sequence[tuple[str, float]], names: dict[str, int]) -> dict[int, float]:
    return {names[name]: weight for name, weight in terms if name in names}


def _sums(
    questions: Sequence[dict[int, float]], begins: Places, units: Places, worth: Reals, size: int
) -> NDArray[np.float32]:
    """For each question and unit what the terms of the question are worth in it."""
    found = np.zeros((len(questions), size), np.float32)
    for first in range(0, len(questions), _AT_ONCE):
        part = questions[first : first + _AT_ONCE]
        terms = np.array([term for question in part for term in question], np.int64)
        weights = np.array([weight for question in part for weight in question.values()], np.float32)
        row = np.repeat(np.arange(len(part)), [len(question) for question in part])
        many = begins[terms + 1] - begins[terms]
        entries = spread(begins[terms], many)
        where = np.repeat(row, many) * size + units[entries]
        values = worth[entries] * np.repeat(weights, many)
        sums = np.bincount(where, weights=values, minlength=len(part) * size)
        found[first : first + len(part)] = sums.reshape(len(part), size)
    return found
