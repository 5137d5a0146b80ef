"""Blocks of which one has the cursor, and words of that one can be selected."""

from bisect import bisect_right
from collections.abc import Mapping

from textual.geometry import Offset

from review_tui.tui.widgets.block import PaneBlock
from review_tui.tui.widgets.block_page import EDGE, BlockPage


class WordPage(BlockPage):
    """Selects whole words of the block under the cursor, by step or by place."""

    def __init__(
        self,
        *,
        empty_words: str = "",
        name: str | None = None,
        id: str | None = None,  # noqa: A002 -- Textual's own name for it
        classes: str | None = None,
    ) -> None:
        super().__init__(empty_words=empty_words, name=name, id=id, classes=classes)
        self._chosen: tuple[int, int] | None = None
        """The selected words by number: where selecting began, where it has got to."""
        self._far: tuple[int, int] | None = None
        """The block and the word that the mouse was dragged to, out of the cursor's block."""

    @property
    def selected_text(self) -> str:
        """All the selected words, as they stand in the file; a line for each block."""
        parts = ((index, self.selected_in(index)) for index in range(len(self._blocks)))
        return "\n".join(self._blocks[n].text[span[0] : span[1]] for n, span in parts if span)

    def selected_in(self, index: int) -> tuple[int, int] | None:
        """The selected characters of block ``index``."""
        if self._far is None or self._chosen is None:
            return super().selected_in(index)
        (first, start), (last, end) = sorted(((self._cursor, self._chosen[0]), self._far))
        if not first <= index <= last:
            return None
        spans = self._sheet.printed(index).words
        if not spans:
            return 0, len(self._blocks[index].text)
        begin = spans[min(start, len(spans) - 1)][0] if index == first else 0
        return begin, spans[min(end, len(spans) - 1)][1] if index == last else len(self._blocks[index].text)

    @property
    def selection(self) -> tuple[int, int] | None:
        """The selected characters of the cursor's block: start, end (exclusive)."""
        if self._chosen is None or self._far is not None:
            return None
        spans = self._sheet.printed(self._cursor).words
        return spans[min(self._chosen)][0], spans[max(self._chosen)][1]

    def update_blocks(self, changed: Mapping[int, PaneBlock]) -> None:
        """Show other blocks in the place of some, by index; only their rows are drawn anew."""
        mine = changed.get(self._cursor)
        if mine is not None and mine.text != self._blocks[self._cursor].text:
            self.clear_selection()
        super().update_blocks(changed)

    def select_word(self, step: int, extend: bool) -> None:
        """Select the word ``step`` words on (back when negative), or ``extend`` the selection so far."""
        if self._chosen is None:
            last = len(self._selectable) - 1
            self._choose(0 if step > 0 else last, 0 if step > 0 else last)
        else:
            head = self._chosen[1] + step
            self._choose(self._chosen[0] if extend else head, head)

    def choose_span(self, start: int, end: int) -> None:
        """Select the words of the cursor's block that characters ``start`` to ``end`` of it touch."""
        touched = [n for n, word in enumerate(self._selectable) if word[0] < end and word[1] > start]
        if touched:
            self._choose(touched[0], touched[-1])

    def clear_selection(self) -> None:
        """Select nothing."""
        if self._chosen is not None:
            rows = [self._window.span(self._cursor)] if self._far is None else [self._all_rows]
            self._chosen = self._far = None
            self.refresh_rows(*rows)
            self._tell_of_selection()

    @property
    def _all_rows(self) -> tuple[int, int]:
        return 0, max(0, self.size.height - 1)

    def _extend_selection(self, far: tuple[int, int] | None) -> None:
        """Select on to a word of another block, or back into the cursor's own."""
        if far != self._far:
            self._far = far
            self.refresh_rows(self._all_rows)
            self._tell_of_selection()

    @property
    def _selectable(self) -> list[tuple[int, int]]:
        return self._sheet.printed(self._cursor).words if self._cursor >= 0 else []

    def _choose(self, first: int, head: int) -> None:
        last = len(self._selectable) - 1
        if last < 0:
            return
        chosen = self._within_cell(max(0, min(first, last)), max(0, min(head, last)))
        if chosen == self._chosen:
            return
        self._chosen = chosen
        place = self._sheet.place_of(self._cursor, self._selectable[chosen[1]][0])
        if place not in self._window.rows:
            self._scroll_top_to(self._sheet.flow.up(place, self._window.height // 2))
        self.refresh_rows(self._window.span(self._cursor))
        self._tell_of_selection()

    def _within_cell(self, first: int, head: int) -> tuple[int, int]:
        """Words to be selected from ``first`` to ``head``; of a table none beyond the cell of the first."""
        words = self._selectable
        begin, stop = words[first]
        cell = next((c for c in self._blocks[self._cursor].cells if c[0] <= begin and stop <= c[1]), None)
        if cell is None or first == head:
            return first, head
        inside = [n for n, word in enumerate(words) if cell[0] <= word[0] and word[1] <= cell[1]]
        return first, max(inside[0], min(head, inside[-1]))

    def _word_at(self, spot: Offset, index: int | None = None) -> int:
        """The number of the word at a spot, or nearest to it, of block ``index`` or of the cursor's."""
        index = self._cursor if index is None else index
        seen = self._window.span(index)
        if seen is None:
            return 0
        y = max(seen[0], min(spot.y, seen[1]))
        cell = spot.x - EDGE if y == spot.y else (0 if spot.y < y else self.size.width)
        offset = self._sheet.offset_at(self._window.rows[y], cell)
        words = self._sheet.printed(index).words
        return max(0, bisect_right(words, offset, key=lambda span: span[0]) - 1)

    def _tell_of_selection(self) -> None:
        """Other words are selected than before, or none any more."""
        raise NotImplementedError
