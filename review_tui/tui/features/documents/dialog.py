"""Asking for a file, and showing what would be recorded before it is."""

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Label, Static

from review_tui.tui.dialogs.dialog import Dialog, NotYet
from review_tui.tui.dialogs.page import Page

ABOUT = "A Word document (.docx) or OpenDocument text (.odt) of these minutes that somebody worked over."


class FileDialog(Dialog[Path]):
    """Asks which file comes back."""

    HEADING: ClassVar[str] = "Take a file back"
    DO: ClassVar[str] = "Look at it"

    def body(self) -> Iterable[Widget]:
        """What is asked for, and the field."""
        yield Static(Content(ABOUT), classes="quiet")
        yield Label(Content("The file, with the folder that it lies in"))
        yield Input(id="file", compact=True)

    def on_mount(self) -> None:
        """Begin to type."""
        self.query_one("#file").focus()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_do()

    def answer(self) -> Path:
        """The file, as far as anything was typed; whether it can be read is seen later."""
        said = self.query_one("#file", Input).value.strip().strip("'\"")
        if not said:
            raise NotYet("Type the name of the file, or drag it into this window.")
        return Path(said).expanduser()


class TakePage(Page[bool]):
    """Shows what would be recorded; Enter does it, where there is anything."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,ctrl+s", "take", "Record")]

    def __init__(self, heading: Content, words: Content, do: str) -> None:
        """``do`` says what Enter does; empty where there is nothing to do."""
        super().__init__(heading, words)
        self._do = do

    @property
    def foot(self) -> str:
        """The keys, in words."""
        return f"Enter  {self._do}   {self.FOOT}" if self._do else self.FOOT

    def action_take(self) -> None:
        """Take it."""
        if self._do:
            self.dismiss(result=True)
