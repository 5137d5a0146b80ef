"""Learns a few weights: which of many is right (a softmax over units), and how sure (a logistic model)."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Features = NDArray[np.float32]


def best_of_many(
    tables: Sequence[Features],
    right: Sequence[NDArray[np.bool_]],
    weigh: Sequence[float],
    *,
    ease: float = 1e-3,
) -> Numbers:
    """Weights by which a right unit comes first.

    ``tables`` are sentences by units by features, ``right`` sentences by units (each row with a right one),
    ``weigh`` says what each table's sentences count; ``ease`` keeps weights small.
    """
    mean = np.mean([table.reshape(-1, table.shape[-1]).mean(axis=0) for table in tables], axis=0)
    spread = np.mean([table.reshape(-1, table.shape[-1]).std(axis=0) for table in tables], axis=0) + 1e-6
    scaled = [((table - mean) / spread).astype(np.float32) for table in tables]
    many = sum(len(table) * by for table, by in zip(tables, weigh, strict=True))

    def loss(at: Numbers) -> tuple[float, Numbers]:
        lost, slope = 0.0, np.zeros(len(at))
        for table, good, by in zip(scaled, right, weigh, strict=True):
            scores = table @ at.astype(np.float32)
            likely = np.exp(scores - scores.max(axis=1, keepdims=True))
            likely /= likely.sum(axis=1, keepdims=True)
            hit = np.where(good, likely, 0)
            sums = hit.sum(axis=1, keepdims=True) + 1e-9
            lost -= by * float(np.log(sums).sum())
            slope += by * np.tensordot(likely - hit / sums, table, ([0, 1], [0, 1]))
        return lost / many + ease * float(at @ at), slope / many + 2 * ease * at

    return np.asarray(minimised(loss, tables[0].shape[-1]) / spread)


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
