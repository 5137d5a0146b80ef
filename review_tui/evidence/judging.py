"""From scores to chances that mean what they say: of links shown at 0.8, four in five are right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from review_tui.evidence.asking import Question
from review_tui.evidence.features import SPARE_MASS
from review_tui.evidence.index import Index
from review_tui.evidence.scoring import Scores
from review_tui.evidence.weights import LEARNED, Weights

EVIDENCE_FROM = 0.28
"""A sentence that is less likely than this to have evidence is said to have none ..."""
LINK_FROM = 0.5
"""... unless one link is as likely as this: then it is more likely right than not."""
FEW = 5
"""Among so few units a likeness is seldom chance, and what is said of an item is seldom elsewhere:"""
_FEW_EVIDENCE_FROM, _FEW_LINK_FROM = 0.12, 0.18
"""there a sentence has evidence as soon as both are as likely as this. Measured on short pieces of clerks'
notes: of sentences that have evidence 0.95 are seen instead of 0.92, for 0.03 more false ones."""
_BEST = 10
"""So many of a sentence's best units are looked at for whether it has evidence at all."""
_BM25_MOST = 2.2
"""What a word that stands in a unit again and again is worth, as a multiple of its rarity."""
_BLOCK = 8
"""Units that are looked at as one when the best are sought."""
_FLOOR = 1e-6

LINK_FEATURES = ("likelihood", "words", "part", "share", "near", "asked", "order", "mass", "claimed")
"""What tells how sure a link is: names of columns, in order."""
EVIDENCE_FEATURES = (
    "five",  # how likely it is that the best is among the five best
    "part",  # how much of what the sentence says is in one unit
    "near",  # how much of it is around the best unit
    "agree",  # whether it finds most where its neighbours point
    "claimed",  # whether other sentences find less in the best unit
    "said",  # how much of it is anywhere in the notes
)
"""What tells whether a sentence has evidence at all: names of columns, in order."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one sentence rests on, units by number."""

    units: tuple[tuple[int, float], ...]
    """The best units first, each with the chance that it is behind the sentence."""
    evidence: float
    """The chance that anything is."""
    is_of_few: bool = False
    """Whether there were but a few units to choose from."""

    @property
    def has_evidence(self) -> bool:
        """Whether the sentence is taken to have evidence."""
        link = self.units[0][1] if self.units else 0.0
        by_few = self.is_of_few and self.evidence >= _FEW_EVIDENCE_FROM and link >= _FEW_LINK_FROM
        return self.evidence >= EVIDENCE_FROM or link >= LINK_FROM or by_few


def judge(
    scores: Scores, questions: Sequence[Question], index: Index, most: int, weights: Weights = LEARNED
) -> tuple[Verdict, ...]:
    """A verdict on each question, with its ``most`` likeliest units."""
    if not questions or not index.size:
        return tuple(Verdict((), 0.0) for _ in questions)
    best = best_units(scores.likelihood, max(most, _BEST))
    evidence = _chances(evidence_features(scores, best), weights.supported)
    chances = _chances(link_features(scores, best, index), weights.linked)
    surest = np.argsort(-chances, axis=1, kind="stable")[:, :most]
    best, chances = np.take_along_axis(best, surest, 1), np.take_along_axis(chances, surest, 1)
    return tuple(
        Verdict(
            tuple(zip(best[row].tolist(), chances[row].tolist(), strict=True)),
            float(evidence[row]),
            index.size <= FEW,
        )
        for row in range(len(questions))
    )


def best_units(likelihood: NDArray[np.float32], most: int) -> NDArray[np.int64]:
    """For each sentence the ``most`` likeliest units, the best first; of equals the earlier."""
    many, size = likelihood.shape
    if most * _BLOCK >= size:
        return np.argsort(-likelihood, axis=1, kind="stable")[:, :most]
    # The best units stand in the blocks whose own best is best: far fewer numbers to sort. A block is
    # every so-manieth unit, as numbers that lie far apart are compared faster.
    blocks = -(-size // _BLOCK)
    padded = np.full((many, blocks * _BLOCK), -1, np.float32)
    padded[:, :size] = likelihood
    tops = padded.reshape(many, _BLOCK, blocks).max(axis=1)
    chosen = np.argpartition(-tops, most - 1, axis=1)[:, :most]
    some = (chosen[:, None, :] + blocks * np.arange(_BLOCK)[:, None]).reshape(many, -1)
    some.sort(axis=1)
    order = np.argsort(-np.take_along_axis(padded, some, 1), axis=1, kind="stable")[:, :most]
    return np.take_along_axis(some, order, 1)


def link_features(scores: Scores, best: NDArray[np.int64], index: Index) -> NDArray[np.float32]:
    """``LINK_FEATURES`` for each sentence and each of its best units: sentences by units by features."""
    words, asked = np.take_along_axis(scores.looks.words, best, 1), scores.looks.asked
    said = asked[:, :1] * _BM25_MOST
    mass = index.mass[best]
    columns = (
        np.log(np.take_along_axis(scores.likelihood, best, 1) + _FLOOR),
        words,
        words / said,
        words / (mass + SPARE_MASS),
        np.take_along_axis(scores.looks.near, best, 1),
        np.broadcast_to(np.log(asked[:, :1]), words.shape),
        np.take_along_axis(scores.order, best, 1),
        np.log1p(mass),
        np.take_along_axis(scores.looks.alone, best, 1) - scores.taken[best],
    )
    return np.stack(columns, axis=-1)


def evidence_features(scores: Scores, best: NDArray[np.int64]) -> NDArray[np.float32]:
    """``EVIDENCE_FEATURES`` for each sentence: sentences by features."""
    first, few = best[:, :1], best[:, :_BEST]
    asked = scores.looks.asked
    said = asked[:, 0] * _BM25_MOST
    words = np.take_along_axis(scores.looks.words, few, 1).max(axis=1)
    near = np.take_along_axis(scores.looks.near, first, 1)[:, 0]
    agree = np.einsum("ij,ij->i", scores.first, np.exp(scores.order))
    columns = (
        np.log(np.take_along_axis(scores.likelihood, few[:, :5], 1).sum(axis=1) + _FLOOR),
        np.sqrt(words / said),
        np.sqrt(np.maximum(near, 0) / said),
        np.log(agree + _FLOOR),
        np.take_along_axis(scores.looks.alone, first, 1)[:, 0] - scores.taken[first[:, 0]],
        asked[:, 1],
    )
    return np.stack(columns, axis=-1).astype(np.float32)


def _chances(features: NDArray[np.float32], weights: Mapping[str, float]) -> NDArray[np.float32]:
    """A logistic model: weights in the order of the features, the base last."""
    *by, base = weights.values()
    return np.asarray(
        1 / (1 + np.exp(-(np.einsum("...f,f->...", features, np.array(by, np.float32)) + base))), np.float32
    )
