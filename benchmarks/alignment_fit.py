"""Learns a few weights: which of many is right (a softmax over units), and how sure (a logistic model)."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Features = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Choices:
    """Sentences, each with some units to choose from."""

    features: Features
    """A row for each unit of each sentence, one sentence after the other."""
    right: NDArray[np.bool_]
    begins: NDArray[np.int64]
    """Where each sentence's rows begin."""
    weigh: Numbers
    """What each sentence counts."""


def best_of_many(choices: Choices, ease: Numbers) -> Numbers:
    """Weights by which a right unit comes first; ``ease`` keeps each feature's weight small."""
    spread = choices.features.std(axis=0).astype(np.float64) + 1e-6
    table = (choices.features / spread).astype(np.float32)
    right, begins, weigh = choices.right, choices.begins, choices.weigh
    of_row = np.repeat(np.arange(len(begins)), np.diff(np.append(begins, len(table))))
    many = float(weigh.sum())

    def loss(at: Numbers) -> tuple[float, Numbers]:
        scores = table @ at.astype(np.float32)
        raised = np.exp(scores - np.maximum.reduceat(scores, begins)[of_row])
        likely = raised / np.add.reduceat(raised, begins)[of_row]
        hit = np.where(right, likely, 0)
        sums = np.add.reduceat(hit, begins) + 1e-9
        pull = (likely - hit / sums[of_row]) * weigh[of_row]
        slope = table.T @ pull.astype(np.float32)
        lost = -float(weigh @ np.log(sums)) / many + float(ease @ (at * at))
        return lost, slope.astype(np.float64) / many + 2 * ease * at

    return np.asarray(minimised(loss, table.shape[1]) / spread)


def chance_that_grows(
    features: Features, right: NDArray[np.bool_], weigh: Numbers, never_less: NDArray[np.bool_]
) -> Numbers:
    """As ``chance``, where the weights of the features marked ``never_less`` are not below nought.

    A marked feature whose weight would be below is left out, the worst first, and the rest learned again.
    """
    used = np.ones(features.shape[1], bool)
    while True:
        found = chance(features[:, used], right, weigh)
        weights = np.zeros(features.shape[1] + 1)
        weights[np.append(used, True)] = found
        against = np.where(never_less, weights[:-1] * features.std(axis=0), 0)
        if against.min() >= 0:
            return weights
        used[int(against.argmin())] = False


def chance(features: Features, right: NDArray[np.bool_], weigh: Numbers, *, ease: float = 1e-4) -> Numbers:
    """Weights and base of a logistic model; ``weigh`` says what each row counts."""
    mean, spread = features.mean(axis=0), features.std(axis=0) + 1e-6
    scaled = np.column_stack([(features - mean) / spread, np.ones(len(features))]).astype(np.float64)
    by = weigh / weigh.sum()

    def loss(at: Numbers) -> tuple[float, Numbers]:
        score = scaled @ at
        lost = float(by @ (np.logaddexp(0, score) - right * score))
        slope = scaled.T @ (by * (1 / (1 + np.exp(-score)) - right))
        return lost + ease * float(at[:-1] @ at[:-1]), slope + 2 * ease * np.append(at[:-1], 0)

    found = minimised(loss, scaled.shape[1])
    weights = found[:-1] / spread
    return np.append(weights, found[-1] - weights @ mean)


def minimised(loss: Callable[[Numbers], tuple[float, Numbers]], size: int, steps: int = 80) -> Numbers:
    """Where ``loss`` (which also gives its slope) is least, from nought on (BFGS)."""
    at, guess = np.zeros(size), np.eye(size)
    value, slope = loss(at)
    for _ in range(steps):
        way = -guess @ slope
        length = 1.0
        while True:
            step = length * way
            new_value, new_slope = loss(at + step)
            if new_value <= value + 1e-4 * float(slope @ step) or length < 1e-6:
                break
            length /= 2
        turn = new_slope - slope
        if value - new_value < 1e-7:
            break
        if (curve := float(turn @ step)) > 1e-12:
            left = np.eye(size) - np.outer(step, turn) / curve
            guess = left @ guess @ left.T + np.outer(step, step) / curve
        at, value, slope = at + step, new_value, new_slope
    return at
