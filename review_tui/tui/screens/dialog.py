"""What every dialog shares: a titled box over the screen, Ctrl+S to do it, Esc to leave."""

from collections.abc import Iterable
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Button, Static

T = TypeVar("T")
DIALOGS = "../dialogs.tcss"
"""The style sheet of every dialog and page."""


class NotYet(Exception):  # noqa: N818 -- an answer, not a mishap
    """The dialog can't answer yet; the message says what is missing."""


class Dialog(ModalScreen[T | None], Generic[T]):
    """A question to the reviewer. Answers ``None`` when it is left."""

    CSS_PATH = DIALOGS
    VERTICAL_BREAKPOINTS = [(0, "-short"), (32, "-tall")]  # noqa: RUF012 -- Textual declares it so
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave"),
        Binding("ctrl+s", "do", "Do it"),
    ]
    HEADING: ClassVar[str] = ""
    DO: ClassVar[str] = "Record"
    ALSO: ClassVar[str] = ""
    """The words of a third button, for ``action_also``."""

    def compose(self) -> ComposeResult:
        """The box: heading, body, buttons."""
        with Vertical(classes="dialog"):
            yield Static(self.heading(), classes="dialog--heading")
            with Vertical(classes="dialog--body"):
                yield from self.body()
            yield Static("", id="complaint")
            with Horizontal(classes="dialog--buttons"):
                if self.ALSO:
                    yield Button(Content(self.ALSO), id="also", compact=True)
                yield Button(Content(f"{self.DO}  Ctrl+S"), id="do", variant="primary", compact=True)
                yield Button(Content("Leave  Esc"), id="leave", compact=True)

    def heading(self) -> Content:
        """The title line."""
        return Content(self.HEADING)

    def body(self) -> Iterable[Widget]:
        """What stands between heading and buttons."""
        return ()

    def answer(self) -> T:
        """The answer. Raises ``NotYet`` while something is missing."""
        raise NotImplementedError

    def complain(self, sentence: str) -> None:
        """Say in the dialog what is missing."""
        self.query_one("#complaint", Static).update(Content(sentence))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """The buttons do what their keys do."""
        event.stop()
        {"do": self.action_do, "also": self.action_also}.get(str(event.button.id), self.action_leave)()

    def action_do(self) -> None:
        """Answer, if there is enough to go by."""
        try:
            given = self.answer()
        except NotYet as missing:
            self.complain(str(missing))
        else:
            self.dismiss(given)

    def action_also(self) -> None:
        """What the third button does, where there is one."""

    def action_leave(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)
