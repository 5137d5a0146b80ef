"""Asking for the passphrase of the key to sign with, where no agent holds it unlocked."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Label, Static

from review_tui.model.visible import visible
from review_tui.tui.dialogs.dialog import Dialog, NotYet

ABOUT = "It is asked for once while the program runs, shown nowhere and kept nowhere."
WRONG = "That does not open it."


class PassphraseDialog(Dialog[str]):
    """Asks for a passphrase."""

    HEADING: ClassVar[str] = "Unlock your key to sign"
    DO: ClassVar[str] = "Sign"
    IS_READ_FIRST: ClassVar[bool] = True

    def __init__(self, file: str, *, was_wrong: bool) -> None:
        """``file`` is where the key is."""
        super().__init__()
        self._file = file
        self._was_wrong = was_wrong

    def body(self) -> Iterable[Widget]:
        """Which key, and a field that shows nothing of what is typed."""
        yield Static(Content(ABOUT), classes="quiet")
        yield Label(Content(visible(f"The passphrase of {self._file}")))
        yield Input(password=True, id="passphrase", compact=True)

    def on_mount(self) -> None:
        """Begin at the field."""
        self.query_one("#passphrase").focus()
        if self._was_wrong:
            self.complain(WRONG)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_do()

    def answer(self) -> str:
        """The passphrase."""
        given = self.query_one("#passphrase", Input).value
        if not given:
            raise NotYet("Type the passphrase, or leave with Esc.")
        return given
