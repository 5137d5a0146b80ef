"""Signing off: what is being signed, a statement, the chair's dissent."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Label, Static, TextArea

from review_tui.services.gate import Gate
from review_tui.tui.keeping import Keeper
from review_tui.tui.presenters.sentences import plain
from review_tui.tui.presenters.signing import AFTERWARDS, meeting_words, to_sign_words
from review_tui.tui.screens.typing_dialog import TypingDialog


@dataclass(frozen=True, slots=True)
class SignAnswer:
    """What is recorded with the signature."""

    statement: str
    dissent: str


class SignDialog(TypingDialog[SignAnswer]):
    """Shows what the reviewer is about to sign. The list has the focus first: it is there to be read."""

    DO: ClassVar[str] = "Sign"

    def __init__(
        self, gate: Gate, who: str, keeper: Keeper, *, statement: str = "", dissent: str = ""
    ) -> None:
        super().__init__(keeper)
        self._gate = gate
        self._who = who
        self._statement = statement
        self._dissent = dissent

    def heading(self) -> Content:
        """The title line."""
        return Content.assemble("Sign these minutes off, as ", plain(self._who), "?")

    def body(self) -> Iterable[Widget]:
        """The items, the two fields, what it means."""
        yield Static(meeting_words(self._gate.view))
        with VerticalScroll(id="signed-items"):
            yield Static(to_sign_words(self._gate))
        yield Label(Content("Anything to record with it (optional)"))
        yield TextArea(self._statement, id="statement", compact=True)
        yield Label(Content("What the chair does not agree with, to be recorded (optional)"))
        yield TextArea(self._dissent, id="dissent", compact=True)
        yield Static(Content(AFTERWARDS), classes="quiet")

    def on_mount(self) -> None:
        """Begin at what is signed; keep what is typed from now on."""
        self.query_one("#signed-items").focus()
        self.watch_typing()

    @property
    def typed(self) -> tuple[str, str]:
        """The statement and the dissent."""
        return self.query_one("#statement", TextArea).text, self.query_one("#dissent", TextArea).text

    def answer(self) -> SignAnswer:
        """Both; either may be empty."""
        statement, dissent = self.typed
        return SignAnswer(statement.strip(), dissent.strip())
