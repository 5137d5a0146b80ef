"""A list to pick from: things to look at, flags, items."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from review_tui.tui.screens.dialog import DIALOGS


class PickDialog(ModalScreen[int | None]):
    """A list to pick one line from; answers its place, counted from 0."""

    CSS_PATH = DIALOGS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Leave"),
        Binding("j", "down", "Down"),
        Binding("k", "up", "Up"),
    ]

    def __init__(
        self, heading: str, lines: Sequence[Content], none: str = "", about: Content | None = None
    ) -> None:
        super().__init__()
        self._about = about
        self._heading = heading
        self._lines = lines
        self._none = none

    def compose(self) -> ComposeResult:
        """Heading, list, keys."""
        with Vertical(classes="dialog wide picking"):
            yield Static(Content(self._heading), classes="dialog--heading")
            if self._about is not None:
                yield Static(self._about, classes="quoted")
            if self._lines:
                yield OptionList(*(Option(line) for line in self._lines))
            else:
                yield Static(Content(self._none))
            words = "Enter  choose   Esc  leave" if self._lines else "Esc  leave"
            yield Static(Content(words), classes="quiet")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A line was picked."""
        event.stop()
        self.dismiss(event.option_index)

    def action_down(self) -> None:
        """The next line."""
        for picker in self.query(OptionList):
            picker.action_cursor_down()

    def action_up(self) -> None:
        """The line before."""
        for picker in self.query(OptionList):
            picker.action_cursor_up()

    def action_leave(self) -> None:
        """Leave without picking."""
        self.dismiss(None)
