"""Where in the notes a sentence should stand, by where its neighbours in the draft stand.

Minutes mostly follow the meeting, and now and then they do not. So a walk from one sentence to the next
through parts of the notes is taken to go a little forward as a rule, seldom back, and sometimes to leap
anywhere; what the walk expects of a sentence comes from all sentences but itself (forward-backward).
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

PARTS = 40
"""The notes are cut into at most this many parts of as many units."""
_LEAP = 0.2
"""How often a sentence leaps anywhere."""
_STRIDE = 0.3
"""How far a step goes, as a part of the notes: nearer is likelier, by e for each of these."""
_BACK = 0.2
"""How likely a step back is beside one as far forward."""
_DOUBT = 0.1
"""How often what a sentence seems to rest on is taken to be wrong."""
_LEAST = 1e-3
"""Added before the logarithm, so that a place that nothing speaks for is unlikely and not impossible."""


def expected_positions(likelihood: NDArray[np.float32]) -> NDArray[np.float32]:
    """For each sentence and unit how much likelier than chance the order makes it, as a logarithm.

    ``likelihood`` is an array of sentences by units; a sentence's row sums to 1, or to less where units that
    are not looked at may be what it rests on.
    """
    many, size = likelihood.shape
    if many <= 1 or size <= 1:
        return np.zeros_like(likelihood)
    parts = min(PARTS, size)
    of_unit = np.arange(size) * parts // size
    begins = np.searchsorted(of_unit, np.arange(parts))
    seen = np.add.reduceat(likelihood, begins, axis=1).astype(np.float64)
    share = np.diff(np.append(begins, size)) / size
    seen = (1 - _DOUBT) * seen / share + _DOUBT
    walked = _forward_backward(seen, _transitions(parts), share)
    logs = np.log(walked / share + _LEAST).astype(np.float32)
    return _spread_over_units(logs, size)


def expected_positions_in(likelihood: NDArray[np.float32], begins: Sequence[int]) -> NDArray[np.float32]:
    """As ``expected_positions``, each source by itself: where one says it is no hint to where another does.

    ``begins``: the number of each source's first unit, in order.
    """
    if len(begins) <= 1:
        return expected_positions(likelihood)
    ends = (*begins[1:], likelihood.shape[1])
    return np.concatenate(
        [expected_positions(likelihood[:, at:end]) for at, end in zip(begins, ends, strict=True)], axis=1
    )


def _transitions(parts: int) -> NDArray[np.float64]:
    """How likely each part follows each part."""
    away = (np.arange(parts)[None, :] - np.arange(parts)[:, None]) / parts
    step = np.where(away >= 0, np.exp(-away / _STRIDE), _BACK * np.exp(away / _STRIDE))
    step /= step.sum(axis=1, keepdims=True)
    return np.asarray((1 - _LEAP) * step + _LEAP / parts)


def _forward_backward(
    seen: NDArray[np.float64], steps: NDArray[np.float64], start: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Where each sentence is expected by those before and after it."""
    before, after = np.empty_like(seen), np.empty_like(seen)
    before[0], after[-1] = start, 1.0
    for row in range(1, len(seen)):
        before[row] = (before[row - 1] * seen[row - 1]) @ steps
        before[row] /= before[row].sum()
    for row in range(len(seen) - 2, -1, -1):
        after[row] = steps @ (after[row + 1] * seen[row + 1])
        after[row] /= after[row].mean()
    both = before * after
    return np.asarray(both / both.sum(axis=1, keepdims=True))


def _spread_over_units(logs: NDArray[np.float32], size: int) -> NDArray[np.float32]:
    """What the parts give to each unit, so that nothing jumps at the edge of a part."""
    many, parts = logs.shape
    middle = np.clip((np.arange(size) + 0.5) / size * parts - 0.5, 0, parts - 1)
    left = np.minimum(middle.astype(np.int64), max(0, parts - 2))
    onward = (middle - left).astype(np.float32)
    begins = np.searchsorted(left, np.arange(parts + 1))
    steps = np.diff(logs, axis=1, append=logs[:, -1:])
    found = np.empty((many, size), np.float32)
    for part in range(parts):
        units = slice(begins[part], begins[part + 1])
        np.multiply(steps[:, part : part + 1], onward[units], out=found[:, units])
        found[:, units] += logs[:, part : part + 1]
    return found
