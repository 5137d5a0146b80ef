"""The agenda: a line for each item, or whole titles where there is room."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.strip import Strip

from review_tui.model.visible import visible
from review_tui.tui.widgets.agenda_lines import AgendaLine, AgendaRow, agenda_lines, ellipsised
from review_tui.tui.widgets.line_drawn import BAR, LineDrawn, thumb
from review_tui.tui.widgets.widget_message import WidgetMessage

__all__ = ["Agenda", "AgendaRow", "ellipsised"]

_STYLED_TONES = ("good", "attention", "quiet")


class Agenda(LineDrawn):
    """The items of a meeting, one under another: which one is being read, and a cursor to choose another.

    Only Enter is bound here: the screen calls ``move``, ``page``, ``home`` and ``end``.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "Read this item", show=False)]

    DEFAULT_CSS = """
    Agenda {
        & > .agenda--number { color: $text-muted; }
        & > .agenda--detail { color: $text-muted; }
        & > .agenda--current { text-style: bold; }
        & > .agenda--good { color: $text-success; }
        & > .agenda--attention { color: $text-warning; text-style: bold; }
        & > .agenda--quiet { color: $text-muted; }
    }
    """

    class Chosen(WidgetMessage["Agenda"]):
        """An item was chosen to be read."""

        def __init__(self, sender: "Agenda", index: int) -> None:
            super().__init__(sender)
            self.index = index

    class MenuAsked(WidgetMessage["Agenda"]):
        """What can be done with an item was asked for: the right button, or a click on the one being read."""

        def __init__(self, sender: "Agenda", index: int) -> None:
            super().__init__(sender)
            self.index = index

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 -- Textual's own name for it
        super().__init__(name=name, id=id, classes=classes)
        self._rows: tuple[AgendaRow, ...] = ()
        self._cursor = -1
        self._shown = -1
        self._top = 0
        """The line that is drawn first."""
        self._number_width = 1
        self._lines: list[AgendaLine] = []

    @property
    def cursor(self) -> int:
        """The row that the cursor rests on; -1 when there are none."""
        return self._cursor

    def show(self, rows: Sequence[AgendaRow], current: int) -> None:
        """Show ``rows``. The cursor goes to row ``current`` when that is another than before."""
        follows = current != self._shown or len(rows) != len(self._rows)
        self._rows = tuple(rows)
        self._shown = current
        self._number_width = max((cell_len(visible(row.number)) for row in rows), default=1)
        if follows:
            self._cursor = max(0, min(current, len(rows) - 1)) if rows else -1
        self._lay_out()

    def move(self, by: int) -> None:
        """Move the cursor so many rows on, or back when negative."""
        self._go(self._cursor + by)

    def page(self, by: int) -> None:
        """Move the cursor so many pages on, or back when negative."""
        self._go(self._cursor + by * max(1, self.size.height - 1))

    def home(self) -> None:
        """Move the cursor to the first row."""
        self._go(0)

    def end(self) -> None:
        """Move the cursor to the last row."""
        self._go(len(self._rows) - 1)

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        if self._cursor >= 0:
            self.post_message(self.Chosen(self, self._cursor))

    def render_line(self, y: int) -> Strip:
        """Row ``y`` of the widget."""
        row = self._top + y
        if not 0 <= row < len(self._lines):
            return self.blank(y)
        key = (row, self._lines[row].item == self._cursor, self.holds_thumb(y))
        return self.kept(key, lambda: self._draw(self._lines[row], y))

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._lay_out()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A click chooses; on the item being read, or with the right button, it asks what can be done."""
        spot = event.get_content_offset(self)
        row = self._top + spot.y if spot is not None else len(self._lines)
        if row >= len(self._lines):
            return
        event.stop()
        index = self._lines[row].item
        self._go(index)
        if event.button == 1 and not self._rows[index].current:
            self.action_choose()
        else:
            self.post_message(self.MenuAsked(self, index))

    def _lay_out(self) -> None:
        self._strips.clear()
        room = max(1, self.size.width - self._number_width - 6)
        self._lines = agenda_lines(self._rows, room, self.size.height)
        self._scroll_into_sight()
        self.refresh()

    def _go(self, index: int) -> None:
        index = max(0, min(index, len(self._rows) - 1))
        if not self._rows or index == self._cursor:
            return
        before, self._cursor = self._cursor, index
        if self._scroll_into_sight():
            self.refresh()
        else:
            self.refresh_rows(*(self._seen(i) for i in (before, index)))

    def _seen(self, index: int) -> tuple[int, int] | None:
        """The first and last line of the widget that show an item; ``None`` when out of sight."""
        seen = [n - self._top for n, line in enumerate(self._lines) if line.item == index]
        seen = [y for y in seen if 0 <= y < self.size.height]
        return (seen[0], seen[-1]) if seen else None

    def _scroll(self, by: int) -> bool:
        moved = self._scroll_top_to(self._top + by)
        if moved:
            self.refresh()
        return moved

    def _scroll_into_sight(self) -> bool:
        """Bring the cursor's row into sight, moving as little as can be. Whether anything moved."""
        mine = [n for n, line in enumerate(self._lines) if line.item == self._cursor] or [0]
        least = mine[-1] - max(1, self.size.height) + 1
        return self._scroll_top_to(max(min(self._top, mine[0]), least))

    def _scroll_top_to(self, top: int) -> bool:
        """Bring line ``top`` to the first row, as far as there are lines to fill it all. Whether it moved."""
        before, height = self._top, self.size.height
        self._top = max(0, min(top, len(self._lines) - max(1, height)))
        overflows = len(self._lines) > height > 0
        self._thumb = thumb(self._top, height, len(self._lines)) if overflows else None
        return self._top != before

    def _draw(self, line: AgendaLine, y: int) -> Strip:
        """One row: bar, number, sign, words; the row at the cursor and the item that is open stand out."""
        index, row = line.item, self._rows[line.item]
        under = ("line-drawn--cursor",) if index == self._cursor else ()
        strong = ("agenda--current",) if row.current else ()
        tone = (f"agenda--{row.tone}",) if row.tone in _STYLED_TONES else ()
        bar = BAR if index == self._cursor or row.current else " "
        number = visible(row.number) if line.part == 0 else ""
        number = " " * (self._number_width - cell_len(number)) + number
        sign = set_cell_size(visible(row.sign) if line.part == 0 else "", 1)
        title, detail = line.title, line.detail
        paper = self.ink(*under)
        segments = [
            Segment(bar, self.ink(*under, "line-drawn--bar")),
            Segment(f"{number} ", self.ink(*under, "agenda--number", *strong)),
            Segment(f"{sign} ", self.ink(*under, *tone)),
            Segment(title, self.ink(*under, *(tone if row.tone == "quiet" else ()), *strong)),
            Segment(detail, self.ink(*under, "agenda--detail")),
            Segment(" ", paper),
        ]
        return self.finish(segments, paper, y=y)
