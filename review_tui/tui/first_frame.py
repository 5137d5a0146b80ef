"""The first frame, drawn by hand before Textual is loaded: there is something to read at once.

It shows the same words in the same places as the live screen, which takes its place a moment later.
"""

import termios
from collections.abc import Iterator
from typing import Any

from review_tui.application.reading import ItemView
from review_tui.model.date_format import format_date
from review_tui.model.passages import passages
from review_tui.model.rendered import shown_words
from review_tui.model.visible import visible
from review_tui.tui.widgets.wrapping import next_row

OPEN = "\x1b[?1049h\x1b[?25l\x1b[2J\x1b[H"
"""Take the terminal's second screen, empty it, hide the cursor."""
CLOSE = "\x1b[?1049l\x1b[?25h"
"""Give the first screen back."""
WIDE = 100
"""Columns from which the agenda stands to the left."""
HUGE = 160
"""Columns from which it has room for whole titles."""
_AGENDA, _WIDE_AGENDA, _EDGE, _BELOW = 26, 44, 3, 9
"""Cells of the agenda, of the wide one, of the edge of the draft; and rows below the panes."""


def silence_keyboard(descriptor: int) -> list[Any]:
    """Have a terminal keep what is typed, key by key and unseen, until the live screen reads it.

    How it was set before, for ``termios.tcsetattr``. Raises ``termios.error`` when the terminal is gone.
    """
    before, quiet = termios.tcgetattr(descriptor), termios.tcgetattr(descriptor)
    quiet[0] &= ~termios.ICRNL  # Enter is to arrive as Enter
    quiet[3] &= ~(termios.ECHO | termios.ICANON)  # Ctrl+C goes on ending the program
    termios.tcsetattr(descriptor, termios.TCSANOW, quiet)
    return before


def frame(view: ItemView, columns: int, rows: int) -> str:
    """What to write to the terminal: the meeting, the item's title and the beginning of its minutes."""
    agenda = 0 if columns < WIDE else _AGENDA if columns < HUGE else _WIDE_AGENDA
    left = agenda + _EDGE
    width = max(20, (columns - agenda) * 3 // 5 - 5 if agenda else columns - 5)
    title = f"{view.item.number}  {view.item.title}" if view.item.number else view.item.title
    lines = [
        f" \x1b[1m{visible(view.meeting.body)}\x1b[0m · {format_date(view.meeting.date)}",
        f"{' ' * left}\x1b[1m{visible(title)}\x1b[0m",
        "",
        *(f"{' ' * left}{line}" for line in _draft(view.draft.text, min(width, 88))),
    ]
    return OPEN + "\r\n".join(lines[: max(1, rows - _BELOW)])


def _draft(text: str, width: int) -> Iterator[str]:
    """The minutes as lines of at most ``width`` characters."""
    before = 0
    for passage in passages(text):
        if before and passage.line > before + 1:
            yield ""
        before = passage.last_line
        bullet = "• " if passage.marker.strip() in set("-*+•·●") and passage.marker.strip() else ""
        words, lead, start = visible(shown_words(text, passage).map.text), bullet, 0
        while start < len(words):
            end = next_row(words, start, width - len(lead))
            yield lead + words[start:end].rstrip()
            lead, start = " " * len(lead), end
