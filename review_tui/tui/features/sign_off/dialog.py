"""Signing off: what is being signed, a statement, the chair's dissent."""

from collections.abc import Awaitable, Callable, Iterable
from typing import ClassVar

from textual import work
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Label, Static, TextArea

from review_tui.application.sign_off_gate import SignOffGate
from review_tui.model.frozen import frozen
from review_tui.tui.dialogs.dialog import LOOKING
from review_tui.tui.dialogs.typing_dialog import TypingDialog
from review_tui.tui.draft_saver import DraftSaver
from review_tui.tui.features.sign_off.presenter import AFTERWARDS, meeting_words, to_sign_words
from review_tui.tui.presenters.status_lines import plain
from review_tui.tui.widgets.typing_area import TypingArea


@frozen
class SignAnswer:
    """What is recorded with the signature."""

    statement: str
    dissent: str


class SignDialog(TypingDialog[SignAnswer]):
    """Shows what the reviewer is about to sign. The list has the focus first: it is there to be read."""

    DO: ClassVar[str] = "Sign off"
    IS_READ_FIRST: ClassVar[bool] = True

    def __init__(
        self,
        gate: SignOffGate,
        who: str,
        keeper: DraftSaver,
        learn: Callable[[], Awaitable[tuple[str, str]]],
        *,
        statement: str = "",
        dissent: str = "",
    ) -> None:
        """``learn`` finds out who signs, or why nobody can, where that is not known yet."""
        super().__init__(keeper)
        self._gate = gate
        self._who = who
        self._statement = statement
        self._dissent = dissent
        self._learn = learn
        if not who:
            self.hold(LOOKING)

    @work(group="looking")
    async def _look_over(self) -> None:
        """Say in the same place who signs; then it can be answered, unless it is refused."""
        self._who, why_not = await self._learn()
        for heading in self.query(".dialog--heading").results(Static):  # none where it was closed meanwhile
            heading.update(self.heading())
            self.hold(why_not)

    def heading(self) -> Content:
        """The title line."""
        return Content.assemble("Sign these minutes off, as ", plain(self._who or "…"), "?")

    def body(self) -> Iterable[Widget]:
        """The items, the two fields, what it means."""
        yield Static(meeting_words(self._gate.view))
        with VerticalScroll(id="signed-items"):
            yield Static(to_sign_words(self._gate))
        yield Label(Content("Anything to record with it (optional)"))
        yield TypingArea(self._statement, id="statement", compact=True)
        yield Label(Content("What the chair does not agree with, to be recorded (optional)"))
        yield TypingArea(self._dissent, id="dissent", compact=True)
        yield Static(Content(AFTERWARDS), classes="quiet")

    def on_mount(self) -> None:
        """Begin at what is signed; keep what is typed from now on."""
        self.query_one("#signed-items").focus()
        self.watch_typing()
        if self.is_waiting:
            self._look_over()

    @property
    def typed(self) -> tuple[str, str]:
        """The statement and the dissent."""
        return self.query_one("#statement", TextArea).text, self.query_one("#dissent", TextArea).text

    def answer(self) -> SignAnswer:
        """Both; either may be empty."""
        statement, dissent = self.typed
        return SignAnswer(statement.strip(), dissent.strip())
