"""Blocks of words drawn one under another, as much of them as the pane has room for."""

from collections.abc import Mapping

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.geometry import Offset
from textual.strip import Strip

from review_tui.model.visible import visible
from review_tui.tui.widgets.block import MARK_KINDS, QUIET_SIGNS, PaneBlock
from review_tui.tui.widgets.layout import Layout
from review_tui.tui.widgets.line_drawn import BAR, LineDrawn, thumb
from review_tui.tui.widgets.row_cursor import RowPosition
from review_tui.tui.widgets.window import Window

MEASURE = 88
"""The longest row of words, in cells: longer ones tire the reader."""
EDGE = 3
"""Cells before the words: the cursor's bar, the sign, a space."""
_STYLED_TONES = ("heading", "quiet")
"""Of the tones of a block those that have a style of their own."""
_MARGIN = 2
"""Cells behind the words: a space, the scrollbar."""


class BlockPage(LineDrawn):
    """Blocks drawn one under another, scrolled and repainted no more than must be."""

    DEFAULT_CSS = """
    BlockPage {
        & > .reading-pane--heading { color: $text-primary; text-style: bold; }
        & > .reading-pane--quiet { color: $text-muted; }
        & > .reading-pane--lead-in { text-style: bold; }
        & > .reading-pane--sign { color: $text-error; text-style: bold; }
        & > .reading-pane--quiet-sign { color: $text-success; text-style: bold; }
        & > .reading-pane--evidence { background: $success 20%; }
        & > .reading-pane--fact { background: $success 40%; text-style: bold; }
        & > .reading-pane--inserted { color: $text-success; text-style: bold underline; }
        & > .reading-pane--deleted { color: $text-error; text-style: strike; }
        & > .reading-pane--finding { background: $warning 24%; text-style: underline; }
        & > .reading-pane--differs { background: $warning 50%; text-style: bold underline; }
        & > .reading-pane--flag { background: $error 28%; text-style: bold underline; }
        & > .reading-pane--found { color: $text; background: $warning 70%; text-style: underline; }
        & > .reading-pane--selection { color: $text; background: $primary 75%; text-style: bold; }
        &:nocolor > .reading-pane--evidence, &:ansi > .reading-pane--evidence { text-style: italic; }
        &:nocolor > .reading-pane--fact, &:ansi > .reading-pane--fact { text-style: bold italic; }
        &:nocolor > .reading-pane--found {
            color: $foreground; background: $background; text-style: underline reverse;
        }
        &:nocolor > .reading-pane--selection {
            color: $foreground; background: $background; text-style: bold reverse;
        }
        &:ansi > .reading-pane--evidence { background: ansi_default; }
        &:ansi > .reading-pane--fact { background: ansi_default; }
        &:ansi > .reading-pane--finding { background: ansi_default; color: $warning; }
        &:ansi > .reading-pane--differs { background: ansi_default; color: $warning; }
        &:ansi > .reading-pane--flag { background: ansi_default; color: $error; }
        &:ansi > .reading-pane--quiet { text-style: dim; }
        &:ansi > .reading-pane--found { background: ansi_default; text-style: underline reverse; }
        &:ansi > .reading-pane--selection { background: ansi_default; text-style: bold reverse; }
    }
    """

    def __init__(
        self,
        *,
        empty_words: str = "",
        name: str | None = None,
        id: str | None = None,  # noqa: A002 -- Textual's own name for it
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._nothing = PaneBlock(empty_words, tone="quiet", can_rest=False)
        self._blocks: list[PaneBlock] = []
        self._cursor = -1
        self._sheet = Layout([], 1)
        self._window = Window(self._sheet.flow, 0)

    @property
    def blocks(self) -> tuple[PaneBlock, ...]:
        """What is shown."""
        return tuple(self._blocks)

    @property
    def selection(self) -> tuple[int, int] | None:
        """The selected characters of the cursor's block: start, end (exclusive)."""
        return None

    def selected_in(self, index: int) -> tuple[int, int] | None:
        """The selected characters of block ``index``."""
        return self.selection if index == self._cursor else None

    def reveal(self, index: int, *, centre: bool = False) -> None:
        """Bring a block into sight, moving as little as can be and leaving the cursor alone.

        With ``centre`` a block that is out of sight comes to the upper third, with what stands around it.
        """
        if 0 <= index < len(self._blocks) and self._window.reveal(index, centre=centre):
            self._repaint()

    def update_blocks(self, changed: Mapping[int, PaneBlock]) -> None:
        """Show other blocks in the place of some, by index; only their rows are drawn anew."""
        rows = self._window.rows
        for index, block in changed.items():
            self._blocks[index] = block
            self._sheet.change(index, block)
        for key in [key for key in self._strips if isinstance(key, tuple) and key[0] in changed]:
            del self._strips[key]
        self._window.put(self._window.top)
        if self._window.rows != rows:
            self._repaint()
        else:
            self.refresh_rows(*(self._window.span(index) for index in changed))

    def render_line(self, y: int) -> Strip:
        """Row ``y`` of the pane."""
        rows = self._window.rows
        place = rows[y] if y < len(rows) else None
        if place is None or self._sheet.flow.is_gap(place):
            return self.blank(y)
        chosen = self.selected_in(place.block)
        key = (place.block, place.row, place.block == self._cursor, chosen, self.holds_thumb(y))
        return self.kept(key, lambda: self._draw(place, y, chosen))

    def on_resize(self) -> None:
        """Lay the blocks out anew; the reader keeps the same words at the top of the pane."""
        before = self._window
        follows = not before.rows or before.span(self._cursor) is not None
        block, character = before.anchor
        self._lay_out()
        self._window.put(RowPosition(block, self._sheet.flow.block(block).row_of(character)))
        if follows and self._cursor >= 0:
            self._window.reveal(self._cursor)
        self._repaint()

    def _scroll(self, by: int) -> bool:
        moved = self._window.scroll(by)
        if moved:
            self._repaint()
        return moved

    def _scroll_top_to(self, top: RowPosition) -> bool:
        """Bring ``top`` to the first row, as far as there is text to fill the pane. Whether it moved."""
        moved = self._window.put(top)
        if moved:
            self._repaint()
        return moved

    def _lay_out(self) -> None:
        width = min(MEASURE, self.size.width - EDGE - _MARGIN)
        self._sheet = Layout(self._blocks or [self._nothing], width)
        self._window = Window(self._sheet.flow, self.size.height)
        self._strips.clear()

    def _repaint(self) -> None:
        """Every row may have changed."""
        window = self._window
        self._thumb = None
        if window.hides_more and window.height > 0:
            total = self._sheet.about_rows
            first = total if window.at_end else self._sheet.rows_before(window.top)
            self._thumb = thumb(first, window.height, total)
        self.refresh()

    def _draw(self, place: RowPosition, y: int, chosen: tuple[int, int] | None) -> Strip:
        """One row: bar, sign, what leads in, and the words in the styles of their marks."""
        block = self._sheet.blocks[place.block]
        is_cursor = place.block == self._cursor
        under = ("line-drawn--cursor",) if is_cursor else ()
        tone = (*under, *((f"reading-pane--{block.tone}",) if block.tone in _STYLED_TONES else ()))
        lead = self._sheet.printed(place.block).lead
        paper = self.ink(*under)
        blank = Segment(" ", paper)
        has_sign = bool(block.gutter) and place.row == 0
        sign = set_cell_size(visible(block.gutter), 1)
        # Like styles beside each other are merged when finished: fewer bytes to paint at every key.
        segments = [
            Segment(BAR, self.ink(*under, "line-drawn--bar")) if is_cursor else blank,
            Segment(sign, self.ink(*under, _sign_style(block))) if has_sign else blank,
            blank,
            Segment(lead, self.ink(*tone)) if place.row == 0 else Segment(" " * cell_len(lead), paper),
        ]
        for text, kinds in self._sheet.pieces(place, chosen):
            marks = (f"reading-pane--{kind}" for kind in MARK_KINDS if kind in kinds)
            segments.append(Segment(text, self.ink(*tone, *marks)))
        return self.finish(segments, paper, y=y)

    def _place_at(self, spot: Offset) -> RowPosition | None:
        rows = self._window.rows
        return rows[spot.y] if self._blocks and 0 <= spot.y < len(rows) else None

    def _is_scrollbar(self, spot: Offset) -> bool:
        return self._thumb is not None and spot.x == self.size.width - 1

    def _go_to_thumb(self, y: int) -> None:
        """Go where row ``y`` of the scrollbar stands for."""
        self._scroll_top_to(
            self._sheet.place_near(self._sheet.about_rows * max(0, y) // max(1, self._window.height))
        )


def _sign_style(block: PaneBlock) -> str:
    return f"reading-pane--{'quiet-sign' if block.gutter in QUIET_SIGNS else 'sign'}"
