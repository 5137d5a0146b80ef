"""The pane that minutes and notes are read in, with a cursor and words that can be selected."""

from collections.abc import Sequence

from textual import events
from textual.geometry import Offset

from review_tui.tui.widgets.block import Mark, PaneBlock, have_one_shape, nearest_rest, next_rest
from review_tui.tui.widgets.row_cursor import TOP
from review_tui.tui.widgets.widget_message import WidgetMessage
from review_tui.tui.widgets.word_page import WordPage

RIGHT = 3
"""The mouse's right button."""
__all__ = ["Mark", "PaneBlock", "ReadingPane"]


class ReadingPane(WordPage):
    """Blocks to read, with a cursor that rests on one of them and words of it that can be selected.

    No keys are bound here: the screen calls ``move``, ``page``, ``select_word`` and so on.
    """

    class CursorMoved(WidgetMessage["ReadingPane"]):
        """The cursor rests on another block."""

        def __init__(self, sender: "ReadingPane", index: int) -> None:
            super().__init__(sender)
            self.index = index

    class SelectionChanged(WidgetMessage["ReadingPane"]):
        """Other words are selected than before, or none any more."""

    class MenuAsked(WidgetMessage["ReadingPane"]):
        """The right button was pressed; the cursor rests on what is under it."""

    _pressed: Offset | None = None
    """Where the mouse was pressed, while it is."""

    @property
    def cursor(self) -> int:
        """The block that the cursor rests on; -1 when it can rest on none."""
        return self._cursor

    @property
    def text_at_cursor(self) -> str:
        """The words of that block; empty when there is none."""
        return self._blocks[self._cursor].text if 0 <= self._cursor < len(self._blocks) else ""

    def show(self, blocks: Sequence[PaneBlock], *, cursor: int = 0, keep_place: bool = False) -> None:
        """Show ``blocks``. With ``keep_place`` whatever can still be read stays just where it stands.

        Posts no ``CursorMoved``: whoever calls knows.
        """
        if keep_place and have_one_shape(blocks, self._blocks):
            self.update_blocks({n: new for n, new in enumerate(blocks) if new != self._blocks[n]})
            self._rest(nearest_rest(self._blocks, cursor), reveal=False, tell=False)
            return
        seen = [(y, place, self._sheet.blocks[place.block]) for y, place in enumerate(self._window.rows)]
        self.clear_selection()
        self._blocks = list(blocks)
        self._cursor = nearest_rest(self._blocks, cursor)
        self._lay_out()
        if keep_place:
            self._window.put(self._sheet.same_top(seen))
        elif self._cursor >= 0:
            self._window.reveal(self._cursor)
        self._repaint()

    def move_to(self, index: int, *, tell: bool = True) -> None:
        """Rest the cursor on block ``index``, or the nearest where it may rest, and bring that into sight.

        Without ``tell`` no ``CursorMoved`` is posted: whoever calls knows.
        """
        self._rest(nearest_rest(self._blocks, index), tell=tell)

    def move(self, by: int) -> None:
        """Move the cursor so many blocks on, or back when negative.

        A block too long for the pane is read to its end first: nothing is passed over unseen.
        """
        if self._read_on(by):
            return
        step = 1 if by > 0 else -1
        target = self._cursor
        for _ in range(abs(by)):
            target = next_rest(self._blocks, target + step, step, target)
        self._rest(target, from_below=by < 0)

    def page(self, by: int) -> None:
        """Move so many pages on, or back when negative; the cursor keeps its height in the pane."""
        seen = self._window.span(self._cursor)
        if not self._scroll(by * self._window.page):
            self._rest(nearest_rest(self._blocks, len(self._blocks) - 1 if by > 0 else 0), reveal=False)
            return
        rows = self._window.rows
        place = rows[min(seen[0] if seen else 0, len(rows) - 1)]
        self._rest(nearest_rest(self._blocks, place.block), reveal=False)

    def home(self) -> None:
        """Move the cursor to the first block, and the pane to its very top."""
        self._scroll_top_to(TOP)
        self._rest(nearest_rest(self._blocks, 0))

    def end(self) -> None:
        """Move the cursor to the last block, and the pane to its end."""
        self._scroll_top_to(self._sheet.flow.bottom)
        self._rest(nearest_rest(self._blocks, len(self._blocks) - 1), from_below=True)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Rest the cursor on what was clicked, without anything moving; on the scrollbar, go there."""
        spot = event.get_content_offset(self)
        if spot is None or event.button not in {1, RIGHT}:
            return
        event.stop()
        if event.button == RIGHT:
            self._rest_at(spot)
            self.post_message(self.MenuAsked(self))
            return
        self._pressed = spot
        self.capture_mouse()
        if self._is_scrollbar(spot):
            self._go_to_thumb(spot.y)
            return
        self.clear_selection()
        self._rest_at(spot)

    def _rest_at(self, spot: Offset) -> None:
        place = self._place_at(spot)
        if place is not None and self._sheet.blocks[place.block].can_rest:
            self._rest(place.block, reveal=False)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """While pressed: select from the word the mouse was pressed on to the one it is on."""
        spot = event.get_content_offset_capture(self)
        if self._pressed is None or spot == self._pressed:
            return
        event.stop()
        if self._is_scrollbar(self._pressed):
            self._go_to_thumb(spot.y)
            return
        if self._chosen is None:
            began = self._word_at(self._pressed)
            self._choose(began, began)
        if self._chosen is not None:
            self._drag_to(spot)

    def _drag_to(self, spot: Offset) -> None:
        """Select to the word there; beyond an edge the pane scrolls on."""
        if not 0 <= spot.y < self.size.height:
            self._scroll(1 if spot.y > 0 else -1)
        place = self._place_at(Offset(spot.x, max(0, min(spot.y, len(self._window.rows) - 1))))
        if place is None or self._chosen is None:
            return
        if place.block == self._cursor:
            self._extend_selection(None)
            self._choose(self._chosen[0], self._word_at(spot))
        else:
            self._extend_selection((place.block, self._word_at(spot, place.block)))

    def on_mouse_up(self) -> None:
        """Let go."""
        self._pressed = None
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """A double click selects the word, a third one the whole block."""
        spot = event.get_content_offset(self)
        if spot is None or event.button != 1 or event.chain == 1 or self._place_at(spot) is None:
            return
        word = self._word_at(spot)
        self._choose(*((word, word) if event.chain == 2 else (0, len(self._selectable) - 1)))  # noqa: PLR2004 -- clicks

    def _rest(self, index: int, *, reveal: bool = True, from_below: bool = False, tell: bool = True) -> None:
        """Rest the cursor on a block; ``from_below`` is how it comes to one too tall to be seen whole."""
        moved = index != self._cursor
        if moved:
            self.clear_selection()
            before = self._window.span(self._cursor)
            self._cursor = index
        if (
            reveal
            and index >= 0
            and self._window.reveal(index, end=from_below and self._window.is_tall(index))
        ):
            self._repaint()
        elif moved:
            self.refresh_rows(before, self._window.span(index))
        if moved and tell:
            self.post_message(self.CursorMoved(self, index))

    def _read_on(self, by: int) -> bool:
        """Scroll within a block that is too tall, where there is more of it to read."""
        window = self._window
        seen = window.span(self._cursor)
        if seen is None or not window.is_tall(self._cursor):
            return False
        more = not window.shows_end_of(self._cursor) if by > 0 else window.rows[seen[0]].row > 0
        return more and self._scroll(window.page if by > 0 else -window.page)

    def _tell_of_selection(self) -> None:
        self.post_message(self.SelectionChanged(self))
