"""Recording what a later meeting put right in signed minutes."""

from collections.abc import Iterable
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Label, TextArea

from review_tui.model.frozen import frozen
from review_tui.tui.dialogs.dialog import NotYet
from review_tui.tui.draft_saver import DraftSaver
from review_tui.tui.features.amend.dialog import AmendAnswer, AmendDialog, PassageEdit


@frozen
class CorrectAnswer(AmendAnswer):
    """The right wording, why, and at which meeting it was said."""

    made_at: str


class CorrectDialog(AmendDialog):
    """Asks for the right wording, the reason and the meeting. The signed words stay as they are.

    What is typed is kept with the meeting as the first line of the reason.
    """

    HEADING: ClassVar[str] = "Record a correction. The signed words stay as they are"
    DO: ClassVar[str] = "Record correction"
    records: str = "a correction"

    def __init__(self, edit: PassageEdit, keeper: DraftSaver, made_at: str) -> None:
        super().__init__(edit, keeper)
        self._made_at = made_at

    def body(self) -> Iterable[Widget]:
        """As when amending; and at which meeting."""
        yield from super().body()
        yield Label(Content("At which meeting was it corrected?"))
        yield Input(self._made_at, id="made-at", compact=True)

    @property
    def typed(self) -> tuple[str, str]:
        """The wording; the meeting on a line of its own, then the reason."""
        words, reason = super().typed
        return words, f"{self.query_one('#made-at', Input).value}\n{reason}"

    def answer(self) -> CorrectAnswer:
        """The correction, unless something is missing."""
        words, meeting_and_reason = self.typed
        made_at, _, reason = meeting_and_reason.partition("\n")
        if not self.is_changed:
            raise NotYet("Write what the words should say: they are as they were signed.")
        if not reason.strip():
            self.query_one("#reason", TextArea).focus()
            raise NotYet("Say why it is corrected.")
        if not made_at.strip():
            self.query_one("#made-at", Input).focus()
            raise NotYet("Say at which meeting it was corrected.")
        return CorrectAnswer(words, reason.strip(), (), made_at.strip())
