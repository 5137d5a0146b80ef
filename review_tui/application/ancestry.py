"""Which commit was built on which, in a history that was read parents first."""

from collections.abc import Sequence


class Ancestry:
    """Answers at once whether one commit was built on another; both by their places in the history.

    Wherever the whole history so far leads through one commit, counting begins anew from there: so what is
    kept grows with the stretches in which people worked apart, and not with the history.
    """

    def __init__(self, parents: Sequence[Sequence[int]]) -> None:
        """``parents`` are the places of each commit's parents, all before its own."""
        last_child = list(range(len(parents)))
        for place, each in enumerate(parents):
            for parent in each:
                last_child[parent] = place
        self._base: list[int] = []
        """For each commit the last place at or before it that all that came before leads through."""
        self._behind: list[int] = []
        """For each commit, as bits from its base on, what it was built on, itself included."""
        base, furthest = 0, 0
        for place, each in enumerate(parents):
            if furthest <= place:
                base = place
            behind = 1 << (place - base)
            for parent in each if base != place else ():
                behind |= self._behind[parent] if self._base[parent] == base else 1
            self._base.append(base)
            self._behind.append(behind)
            furthest = max(furthest, last_child[place])

    def is_ancestor(self, older: int, newer: int) -> bool:
        """Whether ``newer`` is ``older`` or was built on it."""
        base = self._base[newer]
        if older <= base:
            return bool(self._behind[newer] & 1)
        return older <= newer and bool(self._behind[newer] >> (older - base) & 1)
