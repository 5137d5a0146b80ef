"""The lines of an agenda: whole titles where there is room for them all, else a line for each item. Pure."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from review_tui.model.frozen import frozen
from review_tui.model.visible import visible
from review_tui.tui.widgets.wrapping import Wrapping


@frozen
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


class AgendaLine(NamedTuple):
    """One line of the widget: a part of an item's title."""

    item: int
    part: int
    """Which row of the item, counted from 0."""
    title: str
    detail: str


def agenda_lines(rows: Sequence[AgendaRow], room: int, height: int) -> list[AgendaLine]:
    """The lines for titles in ``room`` cells: wrapped if they all stand in ``height`` lines, else cut."""
    whole = [line for index, row in enumerate(rows) for line in _wrapped(index, row, room)]
    if len(whole) <= height:
        return whole
    return [
        AgendaLine(index, 0, *_fit(visible(row.title), visible(row.detail), room))
        for index, row in enumerate(rows)
    ]


def _wrapped(index: int, row: AgendaRow, room: int) -> Iterator[AgendaLine]:
    """A title whole; the detail behind its last line, or below it where there is no room."""
    wrapping = Wrapping(visible(row.title), room)
    parts = [wrapping.text[slice(*wrapping.row(n))].rstrip() for n in range(wrapping.count())]
    detail = visible(row.detail)
    if detail and cell_len(parts[-1]) + cell_len(detail) + 2 > room:
        parts.append("")
    for n, part in enumerate(parts):
        is_last = n == len(parts) - 1
        yield AgendaLine(index, n, part, _at_right(part, detail if is_last else "", room))


def _fit(title: str, detail: str, room: int) -> tuple[str, str]:
    """The title, with an ellipsis where it is cut, and the detail moved to the right, in ``room`` cells.

    The detail is left out where it would leave less than two thirds of the room to a title that needs more.
    """
    wanted = cell_len(detail) + 2
    if not detail or (cell_len(title) + wanted > room and wanted > room // 3):
        return ellipsised(title, room), ""
    short = ellipsised(title, room - wanted)
    return short, _at_right(short, detail, room)


def _at_right(title: str, detail: str, room: int) -> str:
    """The detail moved to the right of ``room`` cells, behind a title."""
    return " " * (room - cell_len(title) - cell_len(detail)) + detail if detail else ""


def ellipsised(text: str, room: int) -> str:
    """``text`` cut to ``room`` cells, with an ellipsis when something was cut."""
    if cell_len(text) <= room:
        return text
    return set_cell_size(text, max(0, room - 1)).rstrip() + "\u2026" if room > 0 else ""
