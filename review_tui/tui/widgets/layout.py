"""Blocks laid out for one width: which row of which block shows what. Pure; nothing here draws."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from rich.cells import cell_len

from review_tui.tui.widgets.block import PaneBlock
from review_tui.tui.widgets.row_cursor import TOP, RowCursor, RowPosition
from review_tui.tui.widgets.styled_block import StyledBlock
from review_tui.tui.widgets.table_wrapping import BETWEEN, TableWrapping, fitted
from review_tui.tui.widgets.wrapping import Wrapping, longest


class Layout:
    """Blocks laid out for one width: their rows, and what of a row is marked how."""

    def __init__(self, blocks: Sequence[PaneBlock], width: int) -> None:
        self.blocks = list(blocks)
        self.width = max(1, width)
        """Cells for lead and words."""
        self.flow = RowCursor(len(blocks), self._wrap, lambda index: self.blocks[index].gap_after)
        self._printed: dict[int, StyledBlock] = {}
        self._tops: list[int] = []

    def change(self, index: int, block: PaneBlock) -> None:
        """Put another block in the place of one."""
        self.blocks[index] = block
        self._printed.pop(index, None)
        self._tops.clear()
        self.flow.forget(index)

    def printed(self, index: int) -> StyledBlock:
        """A block made ready to be drawn."""
        found = self._printed.get(index)
        if found is None:
            found = self._printed[index] = StyledBlock(self.blocks[index], self.width)
        return found

    def row(self, place: RowPosition) -> tuple[int, int]:
        """The washed characters that are drawn of a row, without the spaces at its end."""
        text = self.printed(place.block).washed.text
        wrapped = self.flow.block(place.block)
        start, end = wrapped.row(place.row)
        seen = text[start : min(end, start + longest(wrapped.width))]
        return start, start + len(seen.rstrip(" "))

    def pieces(
        self, place: RowPosition, chosen: tuple[int, int] | None
    ) -> Iterator[tuple[str, frozenset[str]]]:
        """A row's words cut where marks begin and end, each with the kinds of its marks.

        ``chosen`` are the selected raw characters of the block.
        """
        printed, wrapped = self.printed(place.block), self.flow.block(place.block)
        if not isinstance(wrapped, TableWrapping):
            yield from printed.pieces(*self.row(place), chosen)
            return
        last = len(wrapped.widths) - 1
        for number, (cell, width) in enumerate(zip(wrapped.slices(place.row), wrapped.widths, strict=True)):
            used = 0
            for words, kinds in printed.pieces(*cell, chosen) if cell[0] < cell[1] else ():
                yield words, kinds
                used += cell_len(words)
            if number < last:
                yield " " * (width - used) + BETWEEN, frozenset()

    def offset_at(self, place: RowPosition, cell: int) -> int:
        """The raw character drawn on a ``cell`` of a row, counted from where its words may begin."""
        printed, wrapped = self.printed(place.block), self.flow.block(place.block)
        if not isinstance(wrapped, TableWrapping):
            return printed.character_at(*self.row(place), cell)
        column, begins = wrapped.column_at(cell - cell_len(printed.lead))
        return printed.character_at(*wrapped.slices(place.row)[column], cell - begins)

    def place_of(self, index: int, character: int) -> RowPosition:
        """The row that a raw character of a block stands in."""
        offset = self.printed(index).washed.shown(character)
        return RowPosition(index, self.flow.block(index).row_of(offset))

    def same_top(self, seen: Sequence[tuple[int, RowPosition, PaneBlock]]) -> RowPosition:
        """Where the top must stand for the first block that was seen and is still there not to move.

        ``seen`` are the rows of a window as they were: row, place on the sheet before, block.
        """
        homes: dict[str, list[int]] = {}
        for index, block in enumerate(self.blocks):
            homes.setdefault(block.text, []).append(index)
        for y, place, block in seen:
            if block.text in homes:
                index = min(homes[block.text], key=lambda home: abs(home - place.block))
                return self.flow.up(RowPosition(index, place.row), y)
        return RowPosition(seen[0][1].block, 0) if seen else TOP

    @property
    def about_rows(self) -> int:
        """About how many rows there are."""
        return self.rows_before(RowPosition(len(self.blocks), 0))

    def rows_before(self, place: RowPosition) -> int:
        """About how many rows stand above ``place``: good enough for a scrollbar, and nothing is wrapped."""
        tops = self._about_tops()
        above, below = tops[place.block], tops[min(place.block + 1, len(self.blocks))]
        return min(above + place.row, below)

    def place_near(self, rows: int) -> RowPosition:
        """The place with about so many rows above it."""
        tops = self._about_tops()
        block = max(0, min(bisect_right(tops, rows) - 1, len(self.blocks) - 1))
        place = RowPosition(block, max(0, rows - tops[block]))
        return place if self.flow.holds(place) else RowPosition(block, 0)

    def _about_tops(self) -> list[int]:
        """About how many rows stand above each block, and above the end."""
        if not self._tops:
            guesses = (len(block.text) // self.width + 1 + block.gap_after for block in self.blocks)
            self._tops = list(accumulate(guesses, initial=0))
        return self._tops

    def _wrap(self, index: int) -> Wrapping:
        block, printed = self.blocks[index], self.printed(index)
        widths = fitted(block.widths, self.width) if len(block.cells) > 1 else ()
        if widths:
            shown = printed.washed.shown
            cells = [(shown(start), shown(end)) for start, end in block.cells[: len(widths)]]
            return TableWrapping(printed.washed.text, cells, widths)
        return Wrapping(printed.washed.text, self.width - cell_len(printed.lead))
