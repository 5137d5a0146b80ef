"""Blocks of which one has the cursor, and words of that one can be selected."""

from bisect import bisect_right
from collections.abc import Mapping

from textual.geometry import Offset

from review_tui.tui.widgets.block_page import EDGE, BlockPage
from review_tui.tui.widgets.blocks import Block


class WordPage(BlockPage):
    """Selects whole words of the block under the cursor, by step or by place."""

    def __init__(
        self,
        *,
        empty_words: str = "",
        can_select: bool = True,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 -- Textual's own name for it
        classes: str | None = None,
    ) -> None:
        super().__init__(empty_words=empty_words, name=name, id=id, classes=classes)
        self._can_select = can_select
        self._chosen: tuple[int, int] | None = None
        """The selected words by number: where selecting began, where it has got to."""

    @property
    def selection(self) -> tuple[int, int] | None:
        """The selected characters of the cursor's block: start, end (exclusive)."""
        if self._chosen is None:
            return None
        spans = self._sheet.printed(self._cursor).words
        return spans[min(self._chosen)][0], spans[max(self._chosen)][1]

    def update_blocks(self, changed: Mapping[int, Block]) -> None:
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

    def clear_selection(self) -> None:
        """Select nothing."""
        if self._chosen is not None:
            self._chosen = None
            self.refresh_rows(self._window.span(self._cursor))
            self._tell_of_selection()

    @property
    def _selectable(self) -> list[tuple[int, int]]:
        return self._sheet.printed(self._cursor).words if self._can_select and self._cursor >= 0 else []

    def _choose(self, first: int, head: int) -> None:
        last = len(self._selectable) - 1
        if last < 0:
            return
        chosen = max(0, min(first, last)), max(0, min(head, last))
        if chosen == self._chosen:
            return
        self._chosen = chosen
        place = self._sheet.place_of(self._cursor, self._selectable[chosen[1]][0])
        if place not in self._window.rows:
            self._put(self._sheet.flow.up(place, self._window.height // 2))
        self.refresh_rows(self._window.span(self._cursor))
        self._tell_of_selection()

    def _word_at(self, spot: Offset) -> int:
        """The number of the word of the cursor's block at or before a spot, or nearest to it."""
        seen = self._window.span(self._cursor)
        if seen is None:
            return 0
        y = max(seen[0], min(spot.y, seen[1]))
        cell = spot.x - EDGE if y == spot.y else (0 if spot.y < y else self.size.width)
        offset = self._sheet.offset_at(self._window.rows[y], cell)
        return bisect_right(self._selectable, offset, key=lambda span: span[0]) - 1

    def _tell_of_selection(self) -> None:
        """Other words are selected than before, or none any more."""
        raise NotImplementedError
