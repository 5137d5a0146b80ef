"""How well each unit of the notes answers each sentence of the draft, in three looks.

First each pair by itself; then against the whole draft, as a unit that answers another sentence better is
less likely this one's, and where the sentence's neighbours stand; last how sure that is (``judging``).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from review_tui.evidence.asking import Question
from review_tui.evidence.features import FEATURES, Looker, asked_of
from review_tui.evidence.index import Index
from review_tui.evidence.order import expected_in
from review_tui.evidence.weights import LEARNED, Weights

Table = NDArray[np.float32]
"""Sentences by units."""

_AT_ONCE = 32
"""Sentences looked at together: more would need more memory, fewer more time."""


_SPARE = 32
"""Rows kept free for sentences to come."""


@dataclass(frozen=True, eq=False)
class Looks:
    """What each sentence, by itself, finds in each unit."""

    alone: Table
    """By the learned weights; comparable within a sentence."""
    words: Table
    """The rarity of the shared words."""
    near: Table
    """The same of the units around, as one text."""
    asked: Table
    """For each sentence how much it says, and what part of that the notes have (``features.asked_of``)."""


@dataclass(frozen=True, eq=False)
class Scores:
    """What all sentences together make of it."""

    looks: Looks
    first: Table
    """The likelihood of each unit by the sentence alone; each row sums to 1."""
    likelihood: Table
    """How likely each unit is the best answer; each row sums to 1."""
    taken: NDArray[np.float32]
    """How much all sentences find in each unit on average, as a logarithm."""
    order: Table
    """How much likelier than chance the neighbours make it, as a logarithm."""


class Scorer:
    """Scores questions against one index, and keeps what each question found by itself."""

    def __init__(self, index: Index, weights: Weights = LEARNED) -> None:
        self._weights = weights
        self._index = index
        self._looker = Looker(index)
        self._rows: dict[Question, int] = {}
        self._looks = [np.zeros((0, wide), np.float32) for wide in (*(index.size,) * 3, 2)]

    def scores(self, questions: Sequence[Question]) -> Scores:
        """The scores of all ``questions``, in the order in which the draft asks them."""
        self._look(list(dict.fromkeys(q for q in questions if q not in self._rows)))
        rows = [self._rows[question] for question in questions]
        looks = Looks(*(kept[rows] for kept in self._looks))
        self._forget(questions)
        return together(looks, self._weights, self._index.begins)

    def _look(self, unseen: list[Question]) -> None:
        begin = len(self._rows)
        if begin + len(unseen) > len(self._looks[0]):
            self._make_room(begin, begin + len(unseen) + _SPARE)
        weights = np.array([self._weights.alone[name] for name in FEATURES], np.float32)
        alone, words, near, asked = self._looks
        for first in range(0, len(unseen), _AT_ONCE):
            part = unseen[first : first + _AT_ONCE]
            rows = slice(begin + first, begin + first + len(part))
            features = self._looker.features(part)
            np.einsum("f,fqn->qn", weights, features, out=alone[rows])
            words[rows] = features[FEATURES.index("words")]
            near[rows] = features[FEATURES.index("near")]
            asked[rows] = asked_of(part, self._index)
        for question in unseen:
            self._rows[question] = len(self._rows)

    def _make_room(self, used: int, rows: int) -> None:
        """Let there be so many rows, some more than are needed: a copy of all for each would take time."""
        for at, kept in enumerate(self._looks):
            roomy = np.empty((rows, kept.shape[1]), np.float32)
            roomy[:used] = kept[:used]
            self._looks[at] = roomy

    def _forget(self, questions: Sequence[Question]) -> None:
        """Drop what is not asked any more, once it is more than what is."""
        asked = set(questions)
        if len(self._rows) > 2 * len(asked):
            kept = [(question, row) for question, row in self._rows.items() if question in asked]
            self._looks = [looks[[row for _, row in kept]] for looks in self._looks]
            self._rows = {question: at for at, (question, _) in enumerate(kept)}


def together(looks: Looks, weights: Weights, begins: Sequence[int] = (0,)) -> Scores:
    """The scores by the whole draft; ``begins``: the first unit of each source."""
    alone = looks.alone
    if not alone.size:
        return Scores(looks, alone, alone, np.zeros(alone.shape[1], np.float32), alone)
    first = shares(alone)
    order = expected_in(first, begins)
    taken = _log_mean(alone)
    by = weights.together
    summed = np.float32(by["order"]) * order
    summed += np.float32(by["alone"]) * alone
    summed += np.float32(by["taken"]) * taken  # one row for all
    return Scores(looks, first, shares(summed), taken, order)


def shares(scores: Table) -> Table:
    """Scores as likelihoods: each row sums to 1."""
    raised = scores - scores.max(axis=1, keepdims=True)
    np.exp(raised, out=raised)
    raised /= raised.sum(axis=1, keepdims=True)
    return np.asarray(raised, np.float32)


def _log_mean(scores: Table) -> NDArray[np.float32]:
    """For each unit what sentences find in it on average, as a logarithm."""
    most = scores.max(axis=0)
    raised = scores - most
    np.exp(raised, out=raised)
    return np.asarray(most + np.log(raised.mean(axis=0)), np.float32)
