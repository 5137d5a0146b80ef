"""Which lines of a transcript go to which item: shown, and put right by a key before anything is written."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from review_tui.application.note_division import NoteDivision, NotePart
from review_tui.model.errors import WrongUsage
from review_tui.tui.dialogs.dialog import DIALOGS
from review_tui.tui.features.documents.presenter import edge_lines, part_line

FOOT = "\u2190 \u2192  earlier, later   , .  by 10   Backspace  reset   Ctrl+S write   Esc"
_FIRST = "The first item begins with the first line."
_TEN = 10
"""Lines by which the longer steps go."""


class DivisionScreen(ModalScreen[Sequence[NotePart] | None]):
    """Answers with the parts as they are taken; ``None`` when it is left."""

    CSS_PATH = DIALOGS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Leave"),
        Binding("ctrl+s", "take", "Write"),
        Binding("left", "move(-1)", "Earlier"),
        Binding("right", "move(1)", "Later"),
        Binding("comma", f"move(-{_TEN})", "Much earlier"),
        Binding("full_stop", f"move({_TEN})", "Much later"),
        Binding("backspace", "as_offered", "As offered"),
        Binding("j", "step(1)", "Down"),
        Binding("k", "step(-1)", "Up"),
    ]

    def __init__(self, heading: Content, division: NoteDivision) -> None:
        super().__init__()
        self._heading = heading
        self._division = division
        self._begins: Mapping[str, int] = {}
        """The first lines that the reader chose, by the item's id."""
        self._parts = division.parts()

    def compose(self) -> ComposeResult:
        """The items with their lines; below them the lines around where the chosen one begins."""
        with Vertical(classes="dialog wide picking"):
            yield Static(self._heading, classes="dialog--heading")
            yield OptionList(id="parts")
            yield Static(id="edge", classes="quoted")
            yield Static(id="complaint")
            yield Static(Content(FOOT), classes="quiet dialog--foot")

    def on_mount(self) -> None:
        """Begin at the first item."""
        self.query_one("#parts", OptionList).focus()
        self._show(0)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Another item: its beginning comes into sight."""
        event.stop()
        self._show_edge(event.option_index)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter writes nothing: too easily pressed."""
        event.stop()

    def _show(self, at: int) -> None:
        chosen = self.query_one("#parts", OptionList)
        chosen.clear_options()
        chosen.add_options(
            [Option(part_line(part, is_chosen=part.item.item.id in self._begins)) for part in self._parts]
        )
        chosen.highlighted = at
        self._show_edge(at)

    def _show_edge(self, at: int) -> None:
        self.query_one("#edge", Static).update(edge_lines(self._parts, at, self._division.lines))

    @property
    def _at(self) -> int:
        return self.query_one("#parts", OptionList).highlighted or 0

    def action_move(self, by: int) -> None:
        """Let the chosen item begin ``by`` lines later, or earlier."""
        if not self._at:
            self._complain(_FIRST)
            return
        part = self._parts[self._at]
        last = len(self._division.lines)
        line = min(max(part.first + by, 1), last)
        self._try({**self._begins, part.item.item.id: line})

    def action_as_offered(self) -> None:
        """Let the chosen item begin where it was offered to."""
        id_ = self._parts[self._at].item.item.id
        self._try({other: line for other, line in self._begins.items() if other != id_})

    def _try(self, begins: Mapping[str, int]) -> None:
        try:
            self._parts = self._division.parts(begins)
        except WrongUsage as refusal:
            self._complain(str(refusal))
            return
        self._complain("")
        self._begins = begins
        self._show(self._at)

    def _complain(self, sentence: str) -> None:
        complaint = self.query_one("#complaint", Static)
        complaint.update(Content(f"! {sentence}"))
        complaint.set_class(bool(sentence), "-said")

    def action_step(self, by: int) -> None:
        """The item below, or above."""
        parts = self.query_one("#parts", OptionList)
        (parts.action_cursor_down if by > 0 else parts.action_cursor_up)()

    def action_take(self) -> None:
        """Take it as it is shown."""
        self.dismiss(self._parts)

    def action_leave(self) -> None:
        """Leave; nothing is written."""
        self.dismiss(None)
