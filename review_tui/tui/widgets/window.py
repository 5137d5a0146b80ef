"""The rows of a flow that can be seen at once, and how they move. Pure; nothing here draws."""

from review_tui.tui.widgets.row_cursor import TOP, RowCursor, RowPosition


class Window:
    """The rows of a flow that can be seen at once, and how they move. The last page is always full."""

    def __init__(self, flow: RowCursor, height: int) -> None:
        self.flow = flow
        self.height = height
        """In rows."""
        self.top = TOP
        self.rows: list[RowPosition] = []
        """What stands on each row of the window; shorter than the window when there is less to show."""
        self.put(TOP)

    def put(self, top: RowPosition) -> bool:
        """Bring ``top`` to the window's first row, as far as there is text to fill it. Whether it moved."""
        before = self.rows
        if not self.flow.holds(top):
            top = RowPosition(max(0, min(top.block, self.flow.count - 1)), 0)
        self.rows = self.flow.rows(top, self.height)
        missing = self.height - len(self.rows)
        if missing > 0 and self.rows and top != TOP:
            top = self.flow.up(top, missing)
            self.rows = self.flow.rows(top, self.height)
        self.top = top
        return self.rows != before

    @property
    def page(self) -> int:
        """How many rows on the next page begins: two stay in sight."""
        return max(1, self.height - 2)

    def scroll(self, by: int) -> bool:
        """Move so many rows on, or back when negative. Whether anything moved."""
        if by < 0:
            return self.put(self.flow.up(self.top, -by))
        ahead = self.flow.rows(self.top, by + 1)
        return self.put(ahead[-1]) if ahead else False

    def span(self, block: int) -> tuple[int, int] | None:
        """The first and last row of the window with words of ``block``; ``None`` when out of sight."""
        seen = [
            y for y, place in enumerate(self.rows) if place.block == block and not self.flow.is_gap(place)
        ]
        return (seen[0], seen[-1]) if seen else None

    @property
    def anchor(self) -> tuple[int, int]:
        """The block and the character of it that stand first in the window."""
        if self.rows and self.flow.is_gap(self.top):
            return self.top.block + 1, 0
        return self.top.block, self.flow.block(self.top.block).row(self.top.row)[0] if self.rows else 0

    @property
    def hides_more(self) -> bool:
        """Whether there is anything to see above or below."""
        return self.top != TOP or not self.at_end

    @property
    def at_end(self) -> bool:
        """Whether the last row can be seen."""
        return not self.rows or self.flow.down(self.rows[-1]) is None

    def shows_end_of(self, block: int) -> bool:
        """Whether the block's last row can be seen."""
        seen = self.span(block)
        return seen is not None and not self.flow.block(block).reaches(self.rows[seen[1]].row + 1)

    def is_tall(self, block: int) -> bool:
        """Whether the block has more rows than the window."""
        return self.flow.block(block).reaches(self.height)

    def reveal(self, block: int, *, centre: bool = False, end: bool = False) -> bool:
        """Move as little as brings all of ``block`` into sight, with a row or two around it.

        With ``centre`` a block that was not in sight comes to the upper third. Of a block too tall for the
        window the start is shown, or its ``end``. Says whether anything moved.
        """
        if self.height < 1:
            return False
        seen = self.span(block)
        if seen is not None:
            is_whole = self.rows[seen[0]].row == 0 and self.shows_end_of(block)
            if is_whole or seen == (0, self.height - 1):
                return False
        first, is_tall = RowPosition(block, 0), self.is_tall(block)
        spare = 0 if is_tall else self.height - self.flow.block(block).count()
        around = min(2, self.height // 8, spare)
        if centre:
            return self.put(self.flow.up(first, min(self.height // 3, spare)))
        if end or not (first < self.top or is_tall):
            last = RowPosition(block, self.flow.block(block).count() - 1)
            return self.put(self.flow.up(last, self.height - 1 - around))
        return self.put(self.flow.up(first, min(1, around)))
