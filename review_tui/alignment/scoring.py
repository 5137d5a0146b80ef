"""How well each unit of the notes answers each sentence of the draft, in three looks.

First each pair by itself; then against the whole draft, as a unit that answers another sentence better is
less likely this one's, and where the sentence's neighbours stand; last how sure that is (``classifier``).
A few words asked of talk, such as a heading, are weighed apart: they name a thing that is talked of for many
lines, where a sentence says what one or two lines say.

The first look is for evidence only; checks have one of their own and share the walk: see ``facts.links``.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from review_tui.alignment.features import ASKED, FEATURES, FeatureExtractor, query_weights
from review_tui.alignment.index import Index
from review_tui.alignment.position_hmm import expected_positions_in
from review_tui.alignment.query import Query
from review_tui.alignment.weights import LEARNED, PairWeights, Weights
from review_tui.model.frozen import frozen

Table = NDArray[np.float32]
"""Sentences by units."""

_AT_ONCE = 32
"""Sentences looked at together: more would need more memory, fewer more time."""


_ASKED, MASS = (1.9, 4.9), (2.5, 4.9)
"""Between these were the logarithms of what sentences and units say, 19 in 20 of them, where the weights were
learned."""
_SPARE = 32
"""Rows kept free for sentences to come."""


@frozen(slots=False, eq=False)
class ScoreViews:
    """What each sentence, by itself, finds in each unit."""

    alone: Table
    """By the learned weights; comparable within a sentence."""
    words: Table
    """The rarity of the shared words."""
    near: Table
    """The same of the units around, as one text."""
    pairs: Table
    """The rarity of the shared words that stand close together in both."""
    asked: Table
    """What each sentence asks for: its ``query_weights``."""


@frozen(slots=False, eq=False)
class Scores:
    """What all sentences together make of it."""

    looks: ScoreViews
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
        self._looker = FeatureExtractor(index)
        self._rows: dict[Query, int] = {}
        self._mean_mass = float(np.log1p(index.mass.mean())) if index.size else 0.0
        self._looks = [np.zeros((0, wide), np.float32) for wide in (*(index.size,) * 4, ASKED)]

    def scores(self, questions: Sequence[Query]) -> Scores:
        """The scores of all ``questions``, in the order in which the draft asks them."""
        self._score_unseen(list(dict.fromkeys(q for q in questions if q not in self._rows)))
        rows = [self._rows[question] for question in questions]
        looks = ScoreViews(*(kept[rows] for kept in self._looks))
        self._drop_unasked(questions)
        return together(looks, self._weights, self._index.begins)

    def _score_unseen(self, unseen: list[Query]) -> None:
        begin = len(self._rows)
        if begin + len(unseen) > len(self._looks[0]):
            self._make_room(begin, begin + len(unseen) + _SPARE)
        alone, words, near, pairs, asked = self._looks
        for first in range(0, len(unseen), _AT_ONCE):
            part = unseen[first : first + _AT_ONCE]
            rows = slice(begin + first, begin + first + len(part))
            asked[rows] = query_weights(part, self._index)
            features = self._looker.features(part, asked[rows])
            by = feature_weights(self._weights, asked[rows], self._mean_mass)
            np.einsum("qf,fqn->qn", by, features, out=alone[rows])
            words[rows] = features[FEATURES.index("words")]
            near[rows] = features[FEATURES.index("near")]
            pairs[rows] = features[FEATURES.index("pairs")]
        for question in unseen:
            self._rows[question] = len(self._rows)

    def _make_room(self, used: int, rows: int) -> None:
        """Let there be so many rows, some more than are needed: a copy of all for each would take time."""
        for at, kept in enumerate(self._looks):
            roomy = np.empty((rows, kept.shape[1]), np.float32)
            roomy[:used] = kept[:used]
            self._looks[at] = roomy

    def _drop_unasked(self, questions: Sequence[Query]) -> None:
        """Drop what is not asked any more, once it is more than what is."""
        asked = set(questions)
        if len(self._rows) > 2 * len(asked):
            kept = [(question, row) for question, row in self._rows.items() if question in asked]
            self._looks = [looks[[row for _, row in kept]] for looks in self._looks]
            self._rows = {question: at for at, (question, _) in enumerate(kept)}


def feature_weights(weights: Weights, asked: Table, mean_mass: float) -> Table:
    """What each feature counts for each question: by how much it says, and how much units of its notes say.

    ``asked``: the questions' ``query_weights``; ``mean_mass``: the logarithm of what a unit says on average.
    """
    shape = query_shape(asked, mean_mass)

    def of(pair: PairWeights) -> Table:
        base, by_asked, by_mass = (
            np.array([table[name] for name in FEATURES], np.float32)
            for table in (pair.alone, pair.by_asked, pair.by_mass)
        )
        return np.asarray(base + shape[:, :1] * by_asked + shape[:, 1:] * by_mass, np.float32)

    return np.where(labels(asked), of(weights.labels), of(weights.sentences))


def labels(asked: Table) -> NDArray[np.bool_]:
    """Which questions are a few words asked of talk, as a column."""
    return asked[:, -1:] > 0


def query_shape(asked: Table, mean_mass: float) -> Table:
    """How much each question says and how much units of its notes say, as logarithms.

    What is beyond what was learned from counts as its edge: nobody knows how things go on there.
    """
    says = np.clip(np.log1p(asked[:, 0]), *_ASKED)
    return np.stack([says, np.full(len(says), np.clip(mean_mass, *MASS))], axis=1).astype(np.float32)


def together(looks: ScoreViews, weights: Weights, begins: Sequence[int] = (0,)) -> Scores:
    """The scores by the whole draft; ``begins``: the first unit of each source."""
    alone = looks.alone
    if not alone.size:
        return Scores(looks, alone, alone, np.zeros(alone.shape[1], np.float32), alone)
    first = shares(alone)
    order = expected_positions_in(first, begins)
    taken = _log_mean(alone)
    is_label = labels(looks.asked)

    def by(name: str) -> Table:
        of = (pair.together[name] for pair in (weights.labels, weights.sentences))
        return np.where(is_label, *map(np.float32, of))

    summed = by("order") * order
    summed += by("alone") * alone
    summed += by("taken") * taken  # one row for all
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
