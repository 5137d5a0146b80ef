"""Blocks laid out for one width: which row of which block shows what. Pure; nothing here draws."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from rich.cells import cell_len

from review_tui.tui.widgets.blocks import Block
from review_tui.tui.widgets.flow import TOP, Flow, Place
from review_tui.tui.widgets.printed import Printed
from review_tui.tui.widgets.wrapping import Wrapping, longest


class Sheet:
    """Blocks laid out for one width: their rows, and what of a row is marked how."""

    def __init__(self, blocks: Sequence[Block], width: int) -> None:
        self.blocks = list(blocks)
        self.width = max(1, width)
        """Cells for lead and words."""
        self.flow = Flow(len(blocks), self._wrap, lambda index: self.blocks[index].gap_after)
        self._printed: dict[int, Printed] = {}
        self._tops: list[int] = []

    def change(self, index: int, block: Block) -> None:
        """Put another block in the place of one."""
        self.blocks[index] = block
        self._printed.pop(index, None)
        self._tops.clear()
        self.flow.forget(index)

    def printed(self, index: int) -> Printed:
        """A block made ready to be drawn."""
        found = self._printed.get(index)
        if found is None:
            found = self._printed[index] = Printed(self.blocks[index], self.width)
        return found

    def row(self, place: Place) -> tuple[int, int]:
        """The washed characters that are drawn of a row, without the spaces at its end."""
        text = self.printed(place.block).washed.text
        wrapped = self.flow.block(place.block)
        start, end = wrapped.row(place.row)
        seen = text[start : min(end, start + longest(wrapped.width))]
        return start, start + len(seen.rstrip(" "))

    def pieces(self, place: Place, chosen: tuple[int, int] | None) -> Iterator[tuple[str, frozenset[str]]]:
        """A row's words cut where marks begin and end, each with the kinds of its marks.

        ``chosen`` are the selected raw characters of the block.
        """
        return self.printed(place.block).pieces(*self.row(place), chosen)

    def offset_at(self, place: Place, cell: int) -> int:
        """The raw character drawn on a ``cell`` of a row, counted from where its words may begin."""
        return self.printed(place.block).character_at(*self.row(place), cell)

    def place_of(self, index: int, character: int) -> Place:
        """The row that a raw character of a block stands in."""
        offset = self.printed(index).washed.shown(character)
        return Place(index, self.flow.block(index).row_of(offset))

    def same_top(self, seen: Sequence[tuple[int, Place, Block]]) -> Place:
        """Where the top must stand for the first block that was seen and is still there not to move.

        ``seen`` are the rows of a window as they were: row, place on the sheet before, block.
        """
        homes: dict[str, list[int]] = {}
        for index, block in enumerate(self.blocks):
            homes.setdefault(block.text, []).append(index)
        for y, place, block in seen:
            if block.text in homes:
                index = min(homes[block.text], key=lambda home: abs(home - place.block))
                return self.flow.up(Place(index, place.row), y)
        return Place(seen[0][1].block, 0) if seen else TOP

    @property
    def about_rows(self) -> int:
        """About how many rows there are."""
        return self.rows_before(Place(len(self.blocks), 0))

    def rows_before(self, place: Place) -> int:
        """About how many rows stand above ``place``: good enough for a scrollbar, and nothing is wrapped."""
        tops = self._about_tops()
        above, below = tops[place.block], tops[min(place.block + 1, len(self.blocks))]
        return min(above + place.row, below)

    def place_near(self, rows: int) -> Place:
        """The place with about so many rows above it."""
        tops = self._about_tops()
        block = max(0, min(bisect_right(tops, rows) - 1, len(self.blocks) - 1))
        place = Place(block, max(0, rows - tops[block]))
        return place if self.flow.holds(place) else Place(block, 0)

    def _about_tops(self) -> list[int]:
        """About how many rows stand above each block, and above the end."""
        if not self._tops:
            guesses = (len(block.text) // self.width + 1 + block.gap_after for block in self.blocks)
            self._tops = list(accumulate(guesses, initial=0))
        return self._tops

    def _wrap(self, index: int) -> Wrapping:
        printed = self.printed(index)
        return Wrapping(printed.washed.text, self.width - cell_len(printed.lead))
