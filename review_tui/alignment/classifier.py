"""From scores to chances that mean what they say: of links shown at 0.8, four in five are right."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from review_tui.alignment.features import BM25_MOST
from review_tui.alignment.index import Index
from review_tui.alignment.query import Query
from review_tui.alignment.scoring import MASS, Scores
from review_tui.alignment.weights import LEARNED, Weights
from review_tui.model.frozen import frozen

EVIDENCE_FROM = 0.2
"""A sentence that is less likely than this to have evidence is said to have none.

Measured in folds (``python -m benchmarks alignment``): of sentences whose notes are missing 83 in 100 are
told, in the tersest hands 65, and of those that have notes 1 and 8 are told wrongly; where a line counts as
evidence that has the facts (``application.evidence``) 59 and 5 in the tersest hands. Of talk 3 to 6 are
told wrongly, and of those whose lines are taken out 42 to 53 told in parliaments' committees, 19 to 22 in
project meetings by turns and 14 to 19 by acts of speech, as what they say is talked of elsewhere too. Area
under the curve there: 0.90, 0.81 and 0.67, and 0.90, 0.80 and 0.63 where it was learned without that set.
A hundred numbers at once (the whole row of chances, which rare words, names and figures the best line and
those around it have), beside trees grown on them, come to no more than 0.92, 0.83 and 0.71: 54, 29 and 16 in
100 told where 5 are told wrongly.
"""
_LEAST_SHARED = 3.0
"""The rarity that a sentence and a unit must share for a sentence to have any evidence: a word that tells
counts about 5, one that sentences about anything have 3 at most."""
_USUAL = (0.3, 0.65)
"""Between these lay what sentences of one draft have in a unit as a rule, from terse hands to notes in full
sentences. A draft that has less is not in its notes at all."""
_BLOCK = 8
"""Units that are looked at as one when the best are sought."""
_FLOOR = 1e-6
"""Added before a logarithm, far below any chance that counts."""

LINK_FEATURES = (
    "behind",  # how far the unit lies behind the likeliest one of its source, as a logarithm: 0 for that one
    "cover",  # how much of what the sentence says is in the unit
    "near",  # how much of it is around the unit
    "pairs",  # how much of it stands close together in both
    "asked",  # how many telling words the sentence has
    "order",  # how much likelier its neighbours make the unit
    "mass",  # how much the unit says
    "claimed",  # whether no other sentence finds more in it
)
"""What tells how sure a link is: names of columns, in order."""
EVIDENCE_FEATURES = (
    "surest",  # how sure its surest link is, as log-odds
    "fit",  # how well the unit that answers it best does so, by itself
    "placed",  # how far above or below that it is where the sentences around it point
    "claimed",  # how much of what it says is in a unit in which no other sentence finds more
    "said",  # how much of it is anywhere in the notes
    "asked",  # how many telling words it has
    "size",  # how many units there are: among few a likeness is seldom chance
    "mass",  # how much a unit says on average: talk has another share of what minutes say than notes
    "usual",  # how much of a sentence of this draft is in one unit as a rule: of a terse hand's notes little
)
"""What tells whether a sentence has evidence at all: names of columns, in order."""
AGREEMENT = frozenset(
    {"behind", "cover", "near", "pairs", "order", "claimed", "surest", "fit", "placed", "said"}
)
"""What never counts against a link or a sentence, whatever was learned.

Each grows, or stays, when one more word of the sentence agrees with the notes, and none but "behind" is
measured against rivals: that a second line bears the sentence out too is no reason to doubt the first. A word
put right may still take from a link where the wrong one stood elsewhere in the notes.
"""


@frozen
class Classification:
    """What one sentence rests on, units by number."""

    units: tuple[tuple[int, float], ...]
    """The best units first, each with the chance that it is behind the sentence: a second may be as sure."""
    evidence: float
    """The chance that anything is."""

    @property
    def has_evidence(self) -> bool:
        """Whether the sentence is taken to have evidence."""
        return self.evidence >= EVIDENCE_FROM


def classify(
    scores: Scores, questions: Sequence[Query], index: Index, most: int, weights: Weights = LEARNED
) -> tuple[Classification, ...]:
    """A verdict on each question, with its ``most`` likeliest units."""
    if not questions or not index.size:
        return tuple(Classification((), 0.0) for _ in questions)
    best = best_units(scores.likelihood, most)
    odds = _log_odds(link_features(scores, best, index), weights.linked)
    evidence = _chances(_log_odds(evidence_features(scores, index, odds.max(axis=1)), weights.supported))
    evidence[scores.looks.words.max(axis=1) < _LEAST_SHARED] = 0
    chances = _chances(odds)
    # First comes what is likely beside the others too: how sure a link is says that for itself alone.
    beside = np.log(np.take_along_axis(scores.likelihood, best, 1) + _FLOOR)
    order = np.argsort(-(odds + beside), axis=1, kind="stable")
    best, chances = np.take_along_axis(best, order, 1), np.take_along_axis(chances, order, 1)
    return tuple(
        Classification(
            tuple(zip(best[row].tolist(), chances[row].tolist(), strict=True)),
            float(evidence[row]),
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
    looks = scores.looks
    said = looks.asked[:, :1] * BM25_MOST
    words = np.take_along_axis(looks.words, best, 1)
    tops = np.maximum.reduceat(scores.likelihood, index.begins, axis=1)
    of_source = np.searchsorted(index.begins, best, side="right") - 1
    likelihood = np.take_along_axis(scores.likelihood, best, 1)
    columns = (
        np.log((likelihood + _FLOOR) / (np.take_along_axis(tops, of_source, 1) + _FLOOR)),
        words / said,
        np.take_along_axis(looks.near, best, 1) / said,
        np.take_along_axis(looks.pairs, best, 1) / said,
        np.broadcast_to(np.log1p(looks.asked[:, 2:3]), words.shape),
        np.take_along_axis(scores.order, best, 1),
        np.log1p(index.mass[best]),
        np.log((words + 1) / (looks.words.max(axis=0)[best] + 1)),
    )
    return np.stack(columns, axis=-1)


def surest_links(scores: Scores, most: int, index: Index, weights: Weights) -> NDArray[np.float32]:
    """For each sentence how sure its surest link is, as log-odds."""
    best = best_units(scores.likelihood, most)
    return np.asarray(_log_odds(link_features(scores, best, index), weights.linked).max(axis=1))


def evidence_features(scores: Scores, index: Index, surest: NDArray[np.float32]) -> NDArray[np.float32]:
    """``EVIDENCE_FEATURES`` for each sentence: sentences by features. ``surest``: see ``surest_links``."""
    looks = scores.looks
    asked = looks.asked
    said = asked[:, 0] * BM25_MOST
    own = looks.words * (looks.words / (looks.words.max(axis=0) + _FLOOR))
    cover = np.sqrt(looks.words.max(axis=1) / said)
    fit = looks.alone.max(axis=1)
    columns = (
        surest,
        fit,
        (looks.alone + scores.order).max(axis=1) - fit,
        np.sqrt(own.max(axis=1) / said),
        asked[:, 1],
        np.log1p(asked[:, 2]),
        np.full(len(asked), np.log(index.size)),
        np.full(len(asked), np.clip(np.log1p(index.mass.mean()), *MASS)),
        np.full(len(asked), np.clip(np.median(cover), *_USUAL)),
    )
    return np.stack(columns, axis=-1).astype(np.float32)


def _log_odds(features: NDArray[np.float32], weights: Mapping[str, float]) -> NDArray[np.float32]:
    """A logistic model: weights in the order of the features, the base last."""
    *by, base = weights.values()
    return np.asarray(np.einsum("...f,f->...", features, np.array(by, np.float32)) + base, np.float32)


def _chances(odds: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(1 / (1 + np.exp(-odds)), np.float32)
