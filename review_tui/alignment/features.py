"""What is looked at in a pair of a draft sentence and a unit of the notes: numbers, no verdicts."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from review_tui.alignment.index import Index, Places, Reals, Terms, spread
from review_tui.alignment.query import Query
from review_tui.language.stems import short_stem

FEATURES = (
    "words",  # shared words, rare ones counting most, in the unit (BM25)
    "pieces",  # shared pieces of words in the unit (BM25)
    "share",  # the part of what the unit says that is shared, 0 to 1
    "near",  # shared words in the few units around, as one text (BM25)
    "wide",  # shared words in the wider surroundings, as one text (BM25)
    "smooth",  # shared pieces in the neighbouring units, nearer ones counting more
    "mass",  # how much the unit says
    "around",  # how much is said around it
    "unusual",  # how far what it says is from what units say as a rule, squared
    "plain",  # shared words as they are, as plain BM25 has it
    "pairs",  # shared words that stand close together in both
    "speaker",  # shared words in who said it (BM25)
    "before",  # the same of the unit before, which it may answer
    "cover",  # the part of what the sentence says that is shared, 0 to 1
    "top_words",  # "words" as a part of what the best unit has; and so on
    "top_near",
    "top_smooth",
    "top_plain",
    "top_pairs",
)
"""The names of the features, in the order of the learned weights."""
_TOPS = ("words", "near", "smooth", "plain", "pairs")
"""What is also looked at as a part of the most that any unit has: the scores of short and of long sentences,
and of those in languages whose small words nobody told us, then mean the same."""

NEAR, NEAR_STEP = 5, 1
WIDE, WIDE_STEP = 30, 6
"""Units on either side that count as near and as wide, and how many units lie between two looks."""
_K1, _B_UNIT, _B_WINDOW = 1.2, 0.3, 0.75
"""Okapi BM25: how soon a repeated word counts no more; how much long units, long windows are held down."""
ASKED = 4
"""So many numbers say what a question asks for: see ``query_weights``."""
BM25_MOST = 2.2
"""What a word that stands in a unit again and again is worth, as a multiple of its rarity."""
SPARE_MASS = 3.0
"""A unit that says next to nothing is not all shared because one word is."""
_UNSAID = 6.0
"""The rarity of a word that the notes never have."""
_UNSAID_LITTLE = 1.5
"""The same of a word that says little."""
_SAID_SHORT = 3.0
"""What a word counts that the notes have only in a short form."""
_LEAST_ASKED = 1e-6
"""A sentence of no words asks for this much, so that nothing is divided by zero."""
LONGEST_LABEL = 6
"""A question of at most this many words is taken to name what was talked of, as a heading or topic does."""
_SMOOTH_BY = 3.0
"""Units over which the neighbours' shared pieces fade, as a normal curve."""


class WindowFeatures:
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
        self._keep_terms(
            sorted({term for question in weights for term in question if term not in self._rows})
        )
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

    def _keep_terms(self, terms: list[int]) -> None:
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


class FeatureExtractor:
    """Works out the features of questions against one index; what units and words cost is paid once."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._words, self._pieces = index.stems.worth(_K1, _B_UNIT), index.pieces.worth(_K1, _B_UNIT)
        self._plain = index.plain.worth(_K1, _B_WINDOW)
        self._speakers = index.speakers.worth(_K1, 0.0)
        self._pairs = np.repeat(index.pairs.worth, np.diff(index.pairs.begins))
        self._near = WindowFeatures(index, NEAR, NEAR_STEP)
        self._wide = WindowFeatures(index, WIDE, WIDE_STEP)
        self._mass = np.log1p(index.mass)
        mean = float(index.mass.mean()) if index.size else 0.0
        self._unusual = np.square(self._mass - np.float32(np.log1p(mean)))
        self._around = np.log1p(self._smoothed(index.mass[None, :])[0])

    def features(self, questions: Sequence[Query], asked: NDArray[np.float32]) -> NDArray[np.float32]:
        """The features of every question and unit: an array of features by questions by units.

        ``asked``: the questions' ``query_weights``.
        """
        index, size = self._index, self._index.size
        names = index.stems.names
        stems = [_numbered(question.stems, names) for question in questions]
        pieces = [_numbered([(p, 1.0) for p in q.pieces], index.pieces.names) for q in questions]
        plain = [_numbered([(word, 1.0) for word in q.words], index.plain.names) for q in questions]
        own = [_numbered([(name, 1.0) for name, _ in q.own], names) for q in questions]
        rows = [[names.get(short_stem(word), -1) for word in q.words] for q in questions]
        found = np.empty((len(FEATURES), len(questions), size), np.float32)
        at = FEATURES.index
        words = found[at("words")] = _term_sums(
            _flat_terms(stems), len(questions), index.stems.begins, index.stems.units, self._words, size
        )
        smooth = found[at("pieces")]
        smooth[:] = _term_sums(
            _flat_terms(pieces), len(questions), index.pieces.begins, index.pieces.units, self._pieces, size
        )
        found[at("share")] = words / (index.mass + SPARE_MASS)
        found[at("near")] = self._near.scores(stems)
        found[at("wide")] = self._wide.scores(stems)
        found[at("smooth")] = self._smoothed(smooth)
        found[at("mass")], found[at("around")], found[at("unusual")] = self._mass, self._around, self._unusual
        found[at("plain")] = _term_sums(
            _flat_terms(plain), len(questions), index.plain.begins, index.plain.units, self._plain, size
        )
        found[at("pairs")] = _term_sums(
            index.pairs.numbers(rows),
            len(questions),
            index.pairs.begins,
            index.pairs.units,
            self._pairs,
            size,
        )
        speaker = found[at("speaker")]
        speaker[:] = _term_sums(
            _flat_terms(own),
            len(questions),
            index.speakers.begins,
            index.speakers.units,
            self._speakers,
            size,
        )
        found[at("before"), :, 1:] = speaker[:, :-1]
        found[at("before"), :, list(index.begins)] = 0
        found[at("cover")] = words / (asked[:, :1] * BM25_MOST)
        for name in _TOPS:
            most = found[at(name)].max(axis=1, initial=0.0)[:, None]
            found[at(f"top_{name}")] = found[at(name)] / (most + 1)
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


def query_weights(questions: Sequence[Query], index: Index) -> NDArray[np.float32]:
    """For each question how much it says, as rarity, what part the notes have, and how many words tell.

    Last whether it is a few words asked of talk (1 or 0), which any line on the thing they name answers.
    """
    names, rarity = index.stems.names, index.stems.rarity
    table = np.empty((len(questions), ASKED), np.float32)
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
        telling = sum(not little for _, little in question.own)
        is_label = index.is_talk and len(question.words) <= LONGEST_LABEL
        table[row] = whole, there / whole, telling, is_label
    return table


def _numbered(terms: Sequence[tuple[str, float]], names: dict[str, int]) -> dict[int, float]:
    return {names[name]: weight for name, weight in terms if name in names}


def _flat_terms(questions: Sequence[dict[int, float]]) -> Terms:
    """The terms of all questions in a row."""
    return (
        np.repeat(np.arange(len(questions)), [len(question) for question in questions]),
        np.array([term for question in questions for term in question], np.int64),
        np.array([weight for question in questions for weight in question.values()], np.float32),
    )


def _term_sums(
    asked: Terms, many: int, begins: Places, units: Places, worth: Reals, size: int
) -> NDArray[np.float32]:
    """For each of so ``many`` questions and each unit what the terms of the question are worth in it."""
    row, terms, weights = asked
    times = begins[terms + 1] - begins[terms]
    entries = spread(begins[terms], times)
    where = np.repeat(row, times) * size + units[entries]
    values = worth[entries] * np.repeat(weights, times)
    return np.bincount(where, weights=values, minlength=many * size).reshape(many, size).astype(np.float32)
