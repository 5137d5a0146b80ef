"""Asking when a meeting was held and who met, where its file does not say."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import ClassVar

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Label, Static

from review_tui.model.meeting import Meeting
from review_tui.model.visible import visible
from review_tui.tui.dialogs.dialog import Dialog, NotYet

_NO_DATE = "Write the day as year-month-day, such as 2024-05-01."


class AboutMeetingDialog(Dialog[Mapping[str, str]]):
    """Answers with ``date`` and ``body``, those that were asked for."""

    HEADING: ClassVar[str] = "About this meeting"
    DO: ClassVar[str] = "Keep"

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self._meeting = meeting
        self._asked = [key for key in ("date", "body") if getattr(meeting.unsure, key)]

    def body(self) -> Iterable[Widget]:
        """Why it is asked, and a field for each thing."""
        file = visible(self._meeting.file)
        about = f"It can't be read for sure from {file}. It is kept beside that file, and asked once."
        yield Static(Content(about), classes="quiet")
        likely = self._meeting.unsure.likely_date
        known = {"date": likely.isoformat() if likely else "", "body": ""}
        labels = {
            "date": "The day it was held, as year-month-day",
            "body": "Who met: a board, a committee",
        }
        for key in self._asked:
            yield Label(Content(labels[key]))
            yield Input(known[key], id=f"about-{key}", compact=True)

    def on_mount(self) -> None:
        """Begin at the first field."""
        self.query(Input).first().focus()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        fields = list(self.query(Input))
        if event.input is fields[-1]:
            self.action_do()
        else:
            fields[fields.index(event.input) + 1].focus()

    def answer(self) -> Mapping[str, str]:
        """What was written; what is left empty is not said."""
        said = {key: self.query_one(f"#about-{key}", Input).value.strip() for key in self._asked}
        if said.get("date"):
            try:
                said["date"] = dt.date.fromisoformat(said["date"]).isoformat()
            except ValueError:
                raise NotYet(_NO_DATE) from None
        found = {key: value for key, value in said.items() if value}
        if not found:
            raise NotYet("Nothing is written yet. Esc leaves it open for now.")
        return found
