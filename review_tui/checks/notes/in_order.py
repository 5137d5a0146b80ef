"""Lays the figures or names of two lines beside each other in order, and tells which have no fellow."""

from collections.abc import Hashable
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, Protocol, Self, TypeVar

from review_tui.checks.in_order import longest_in_order


class Comparable(Hashable, Protocol):
    """What can be laid side by side: figures and names."""

    def may_be(self, other: Self, /) -> bool:
        """Whether both may say the same."""


T = TypeVar("T", bound=Comparable)

_ONE_BETWEEN = 2
"""How far apart two are that have one between them."""
_MOST = 120
"""Figures of one line that are laid side by side; tables that were pasted as one line hold more."""


@dataclass(frozen=True, slots=True)
class Aligned(Generic[T]):
    """What is left of two rows of figures or names once equal ones are put together."""

    mine: tuple[T, ...]
    theirs: tuple[T, ...]
    opposite: frozenset[tuple[T, T]]
    """Those of both that stand alone between the same figures, or between one and the end."""


def align(mine: tuple[T, ...], theirs: tuple[T, ...]) -> Aligned[T]:
    """The figures of two lines that have no equal in the other, moved ones included."""
    pairs = longest_in_order(mine[:_MOST], theirs[:_MOST], lambda a, b: a.may_be(b))
    left = [f for i, f in enumerate(mine) if i not in {a for a, _ in pairs}]
    right = [f for j, f in enumerate(theirs) if j not in {b for _, b in pairs}]
    for figure in tuple(left):
        equal = next((other for other in right if figure.may_be(other)), None)
        if equal is not None:
            left.remove(figure)
            right.remove(equal)
    edges = [(-1, -1), *pairs, (len(mine), len(theirs))]
    opposite = {
        (mine[a + 1], theirs[b + 1])
        for (a, b), (c, d) in pairwise(edges)
        if c - a == d - b == _ONE_BETWEEN and pairs
    }
    return Aligned(
        tuple(left), tuple(right), frozenset(p for p in opposite if p[0] in left and p[1] in right)
    )
