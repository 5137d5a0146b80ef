"""Recording an edit that was made outside: what changed, and why."""

from collections.abc import Iterable
from typing import ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Label, Static, TextArea

from review_tui.domain.redline import Redline
from review_tui.tui.presenters.redlines import changes_content
from review_tui.tui.screens.dialog import Dialog, NotYet


class RecordDialog(Dialog[str]):
    """Asks for the reason of an edit that is in the file already. Answers the reason."""

    HEADING: ClassVar[str] = "These minutes were edited outside. Record the edit as an amendment?"

    def __init__(self, changes: Redline) -> None:
        super().__init__()
        self._changes = changes

    def body(self) -> Iterable[Widget]:
        """What changed, then the reason."""
        with VerticalScroll(id="redline-box") as box:
            box.can_focus = False
            yield Static(changes_content(self._changes))
        yield Label(Content("Reason, for the history"))
        yield TextArea(id="reason", compact=True)

    def on_mount(self) -> None:
        """Begin at the reason."""
        self.query_one("#reason").focus()

    def answer(self) -> str:
        """The reason, unless there is none."""
        reason = self.query_one("#reason", TextArea).text.strip()
        if not reason:
            raise NotYet("Give a reason: it is what the others will read in the history.")
        return reason
