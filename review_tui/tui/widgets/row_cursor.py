"""Blocks of text one under another, row by row. Pure, and lazy: a row is found when somebody looks at it."""

from collections.abc import Callable
from typing import NamedTuple

from review_tui.tui.widgets.wrapping import Wrapping


class RowPosition(NamedTuple):
    """One row of a flow: row ``row`` of block ``block``. The row behind a block's last is its gap."""

    block: int
    row: int


TOP = RowPosition(0, 0)


class RowCursor:
    """Blocks one under another, each as many rows as it needs and perhaps a blank one."""

    def __init__(self, count: int, wrap: Callable[[int], Wrapping], has_gap: Callable[[int], bool]) -> None:
        self.count = count
        """How many blocks."""
        self._wrap = wrap
        self._has_gap = has_gap
        self._wrapped: dict[int, Wrapping] = {}

    def block(self, index: int) -> Wrapping:
        """The rows of one block."""
        found = self._wrapped.get(index)
        if found is None:
            found = self._wrapped[index] = self._wrap(index)
        return found

    def forget(self, index: int) -> None:
        """The block has changed."""
        self._wrapped.pop(index, None)

    def holds(self, place: RowPosition) -> bool:
        """Whether there is such a row. There is no gap behind the last block."""
        if not 0 <= place.block < self.count or place.row < 0:
            return False
        block = self.block(place.block)
        gap = place.block < self.count - 1 and self._has_gap(place.block)
        return block.reaches(place.row) or (gap and block.reaches(place.row - 1))

    def is_gap(self, place: RowPosition) -> bool:
        """Whether the row is the blank one behind its block."""
        return not self.block(place.block).reaches(place.row)

    def down(self, place: RowPosition) -> RowPosition | None:
        """The next row; ``None`` at the end."""
        under = RowPosition(place.block, place.row + 1)
        if self.holds(under):
            return under
        return RowPosition(place.block + 1, 0) if place.block + 1 < self.count else None

    @property
    def bottom(self) -> RowPosition:
        """The very last row."""
        return RowPosition(self.count - 1, self.block(self.count - 1).count() - 1) if self.count else TOP

    def up(self, place: RowPosition, rows: int) -> RowPosition:
        """The place so many rows above, or the very first."""
        while rows > place.row:
            rows -= place.row + 1
            if place.block == 0:
                return TOP
            above = self.block(place.block - 1).count()
            gap = self.holds(RowPosition(place.block - 1, above))
            place = RowPosition(place.block - 1, above - 1 + gap)
        return RowPosition(place.block, place.row - rows)

    def rows(self, top: RowPosition, height: int) -> list[RowPosition]:
        """Up to ``height`` rows from ``top`` on."""
        found: list[RowPosition] = []
        place: RowPosition | None = top if self.holds(top) else None
        while place is not None and len(found) < height:
            found.append(place)
            place = self.down(place)
        return found
