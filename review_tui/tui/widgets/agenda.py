"""The agenda: one line an item."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip

from review_tui.domain.visible import visible
from review_tui.tui.widgets.line_drawn import BAR, LineDrawn, thumb


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One line of the agenda. Its words are washed as they are drawn."""

    number: str
    """As printed on the agenda: "5", "7a"."""
    sign: str
    """How the item stands, in one cell: ``\u2713``, ``~``, ``\u2691`` or nothing."""
    title: str
    current: bool = False
    """Whether it is the one being read."""
    detail: str = ""
    """Stands at the right where there is room: "2 flags"."""
    tone: str = "plain"
    """How the sign is coloured: one of plain, good, attention, quiet."""


class Agenda(LineDrawn):
    """The items of a meeting, one line each: which one is being read, and a cursor to choose another.

    Only Enter is bound here: the screen calls ``move``, ``page``, ``home`` and ``end``.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "Read this item", show=False)]

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"agenda--{tone}" for tone in ("plain", "good", "attention", "quiet")),
        *(f"agenda--{part}" for part in ("number", "current", "detail")),
    }
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

    @dataclass
    class Chosen(Message):
        """An item was chosen to be read. Not frozen: Textual writes into its messages."""

        agenda: "Agenda"
        index: int

        @property
        def control(self) -> "Agenda":
            """The agenda."""
            return self.agenda

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 -- Textual's own name for it
        super().__init__(name=name, id=id, classes=classes)
        self._rows: tuple[AgendaRow, ...] = ()
        self._cursor = -1
        self._shown = -1
        self._top = 0
        self._number_width = 1

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
        index = self._top + y
        if not 0 <= index < len(self._rows):
            return self.blank(y)
        key = (index, index == self._cursor, self.holds_thumb(y))
        return self.kept(key, lambda: self._draw(index, y))

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._lay_out()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A click chooses."""
        spot = event.get_content_offset(self)
        if spot is not None and self._top + spot.y < len(self._rows):
            event.stop()
            self._go(self._top + spot.y)
            self.action_choose()

    def _lay_out(self) -> None:
        self._strips.clear()
        self._settle()
        self.refresh()

    def _go(self, index: int) -> None:
        index = max(0, min(index, len(self._rows) - 1))
        if not self._rows or index == self._cursor:
            return
        before, self._cursor = self._cursor, index
        if self._settle():
            self.refresh()
        else:
            seen = (i - self._top for i in (before, index))
            self.refresh_rows(*((y, y) for y in seen if 0 <= y < self.size.height))

    def _scroll(self, by: int) -> bool:
        moved = self._put(self._top + by)
        if moved:
            self.refresh()
        return moved

    def _settle(self) -> bool:
        """Bring the cursor's row into sight, moving as little as can be. Whether anything moved."""
        least = self._cursor - max(1, self.size.height) + 1
        return self._put(max(min(self._top, self._cursor), least))

    def _put(self, top: int) -> bool:
        """Bring row ``top`` to the first line, as far as there are rows to fill it all. Whether it moved."""
        before, height = self._top, self.size.height
        self._top = max(0, min(top, len(self._rows) - max(1, height)))
        overflows = len(self._rows) > height > 0
        self._thumb = thumb(self._top, height, len(self._rows)) if overflows else None
        return self._top != before

    def _draw(self, index: int, y: int) -> Strip:
        row = self._rows[index]
        under = ("line-drawn--cursor",) if index == self._cursor else ()
        strong = ("agenda--current",) if row.current else ()
        bar = BAR if index == self._cursor or row.current else " "
        number = visible(row.number)
        number = " " * (self._number_width - cell_len(number)) + number
        sign = set_cell_size(visible(row.sign), 1)
        room = self.size.width - self._number_width - 6
        title, detail = _fit(visible(row.title), visible(row.detail), room)
        paper = self.ink(*under, "line-drawn--paper")
        segments = [
            Segment(bar, self.ink(*under, "line-drawn--bar")),
            Segment(f"{number} ", self.ink(*under, "agenda--number", *strong)),
            Segment(f"{sign} ", self.ink(*under, f"agenda--{row.tone}")),
            Segment(
                title, self.ink(*under, "agenda--quiet" if row.tone == "quiet" else "agenda--plain", *strong)
            ),
            Segment(detail, self.ink(*under, "agenda--detail")),
            Segment(" ", paper),
        ]
        return self.finish(segments, paper, y=y)


def _fit(title: str, detail: str, room: int) -> tuple[str, str]:
    """The title, with an ellipsis where it is cut, and the detail moved to the right, in ``room`` cells.

    The detail is left out where it would leave less than two thirds of the room to a title that needs more.
    """
    wanted = cell_len(detail) + 2
    if not detail or (cell_len(title) + wanted > room and wanted > room // 3):
        return ellipsised(title, room), ""
    short = ellipsised(title, room - wanted)
    return short, " " * (room - cell_len(short) - cell_len(detail)) + detail


def ellipsised(text: str, room: int) -> str:
    """``text`` cut to ``room`` cells, with an ellipsis when something was cut."""
    if cell_len(text) <= room:
        return text
    return set_cell_size(text, max(0, room - 1)).rstrip() + "\u2026" if room > 0 else ""
