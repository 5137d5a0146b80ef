"""Weighs what sentences share with units, however it was found, by where the sentences around them stand."""

from collections.abc import Mapping, Sequence

_EASE = 0.6
"""Times what is shared is how sure it makes: what is worth 5 more is 20 times as likely."""
_WEIGHT = 0.3
"""How much the order counts beside it."""
_MANY = 20
"""Among so many units the order counts in full, among fewer less: any two of three lines are in order."""
_MOST = 1.5
"""An order that speaks louder than e to this for or against a unit is not believed more."""


def in_order(shared: Sequence[Mapping[int, float]], begins: Sequence[int]) -> list[dict[int, float]]:
    """What each sentence shares with units, more where its neighbours in the draft point and less elsewhere.

    ``shared``: for each sentence, in order, units by number, none for units of no likeness; ``begins``: the
    first unit of each source. What is best then has what it had, so that a bound on it still means the same.
    """
    import numpy as np  # noqa: PLC0415 -- only where there are notes: it takes a tenth of a second to load

    from review_tui.alignment.position_hmm import expected_positions_in  # noqa: PLC0415 -- as above
    from review_tui.alignment.scoring import shares  # noqa: PLC0415 -- as above

    units = [np.fromiter(row, np.int64, len(row)) for row in shared]
    worths = [np.fromiter(row.values(), np.float32, len(row)) for row in shared]
    size = max((int(row.max()) + 1 for row in units if len(row)), default=0)
    table = np.zeros((len(units), size), np.float32)
    for at, (row, worth) in enumerate(zip(units, worths, strict=True)):
        table[at, row] = worth * np.float32(_EASE)
    order = expected_positions_in(shares(table), [at for at in begins if at < size]) if size > 1 else table
    weight = _WEIGHT * min(1.0, size / _MANY)
    found: list[dict[int, float]] = []
    for at, (row, worth) in enumerate(zip(units, worths, strict=True)):
        if len(row) > 1:
            speaks = weight * np.clip(order[at, row], -_MOST, _MOST)
            speaks -= speaks[np.argmax(np.log(worth) + speaks)]
            worths[at] = worth * np.exp(speaks)
        found.append(dict(zip(row.tolist(), worths[at].tolist(), strict=True)))
    return found
