"""Showing what was read of a document before a meeting is made of it; what was misread is put right here."""

import datetime as dt
from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Label, Select, Static

from review_tui.application.document_import import AskedOfDocument, ReadDocument, document_lines
from review_tui.application.tracked_document import Tracked
from review_tui.model.meeting import UNDATED
from review_tui.model.visible import visible
from review_tui.tui.dialogs.dialog import Dialog, NotYet
from review_tui.tui.features.documents.presenter import plan_page

_TRACKED = {
    Tracked.AMEND: "become amendments of whoever made them",
    Tracked.ACCEPT: "are taken as accepted",
    Tracked.REJECT: "are left out",
}


class ImportDialog(Dialog[AskedOfDocument]):
    """Answers with the day and the body as they are to be, and what becomes of tracked changes."""

    HEADING: ClassVar[str] = "Make a meeting of this document"
    DO: ClassVar[str] = "Make it"

    def __init__(self, read: ReadDocument) -> None:
        super().__init__()
        self._read = read

    def body(self) -> Iterable[Widget]:
        """What was read, then what can be put right at once."""
        meeting = self._read.found.meeting
        problems = Content("".join(f"! {visible(each)}\n" for each in self._read.problems))
        with VerticalScroll(id="read"):
            yield Static(problems + plan_page(document_lines(self._read)), id="read-words")
        yield Label(Content("The day it was held, as year-month-day"))
        day = "" if meeting.date == UNDATED else meeting.date.isoformat()
        yield Input(day, id="date", compact=True)
        yield Label(Content("Who met: a board, a committee"))
        yield Input(visible(meeting.body), id="body", compact=True)
        if self._read.marked and self._read.marked.changes:
            yield Label(Content("Its tracked changes"))
            yield Select(
                [(Content(said), how.value) for how, said in _TRACKED.items()],
                value=self._read.tracked.value,
                allow_blank=False,
                compact=True,
                id="tracked",
            )

    def on_mount(self) -> None:
        """Begin at what was read; where the day is not known, at the day."""
        is_dated = self._read.found.meeting.date != UNDATED
        self.query_one("#read" if is_dated else "#date").focus()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        if event.input.id == "date":
            self.query_one("#body").focus()
        else:
            self.action_do()

    def answer(self) -> AskedOfDocument:
        """What is said of the meeting. It is not made without its day."""
        said = self.query_one("#date", Input).value.strip()
        body = self.query_one("#body", Input).value.strip()
        try:
            date = dt.date.fromisoformat(said)
        except ValueError:
            raise NotYet("Write the day as year-month-day: 2024-05-01.") from None
        if not body:
            raise NotYet("Say who met.")
        meeting = self._read.found.meeting
        tracked = [Tracked(str(choice.value)) for choice in self.query("#tracked").results(Select)]
        return AskedOfDocument(
            date if date != meeting.date else None,
            body if body != visible(meeting.body) else "",
            *(tracked or [self._read.tracked]),
        )
