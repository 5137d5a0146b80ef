"""Asking when a meeting was, who met, where and who was there: what its file leaves open, or all of it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Label, Static

from review_tui.model.errors import Refusal
from review_tui.model.meeting import Meeting
from review_tui.model.meeting_details import (
    PEOPLE,
    WORDS,
    changed_details,
    details_of,
    list_of,
    people_words,
    read_people,
)
from review_tui.model.visible import visible
from review_tui.tui.dialogs.dialog import Dialog, NotYet

_LABELS = {
    "date": "The day it was held, as year-month-day",
    "body": "Who met: a board, a committee",
    "start": "When it began",
    "venue": "Where",
    "chair": "In the chair",
    "present": "Present, such as Carol Brown, Chair; Wei Chen",
    "apologies": "Apologies",
    "in_attendance": "In attendance",
}
_AS_READ = " (empty: as the minutes have it)"
_OPEN = "It can't be read for sure from {file}. It is kept beside that file, and asked once."
_ALL = "What is said of the whole meeting. It is kept beside the minutes; u takes it back."


class AboutMeetingDialog(Dialog[Mapping[str, object]]):
    """Answers with what was said otherwise, by its key."""

    HEADING: ClassVar[str] = "About this meeting"
    DO: ClassVar[str] = "Keep"

    def __init__(self, meeting: Meeting, keys: Sequence[str] = ()) -> None:
        """``keys`` are the details to put right; without them those are asked that its file leaves open."""
        super().__init__()
        self._meeting = meeting
        self._is_open = not keys
        self._asked = list(keys) or [key for key in ("date", "body") if getattr(meeting.unsure, key)]

    def body(self) -> Iterable[Widget]:
        """Why it is asked, and a field for each thing."""
        about = _OPEN.format(file=visible(self._meeting.file)) if self._is_open else _ALL
        yield Static(Content(about), classes="quiet")
        for key in self._asked:
            is_read = bool(self._meeting.file) and key in PEOPLE and not self._value(key)
            yield Label(Content(f"{_LABELS[key]}{_AS_READ if is_read else ''}"))
            yield Input(self._value(key), id=f"about-{key}", compact=True)

    def _value(self, key: str) -> str:
        if self._is_open:
            likely = self._meeting.unsure.likely_date
            return likely.isoformat() if key == "date" and likely else ""
        value = details_of(self._meeting)[key]
        return visible(people_words(list_of(value)) if key in PEOPLE else str(value))

    def on_mount(self) -> None:
        """Begin at the first field, with what is said above it in sight."""
        self.query(Input).first().focus()
        body = self.query_one(".dialog--body")
        self.call_after_refresh(body.scroll_home, animate=False)

    @on(Input.Submitted)
    def _go_to_next_field(self, event: Input.Submitted) -> None:
        event.stop()
        fields = list(self.query(Input))
        if event.input is fields[-1]:
            self.action_do()
        else:
            fields[fields.index(event.input) + 1].focus()

    def answer(self) -> Mapping[str, object]:
        """What was written; what is left empty in answer to a question is not said."""
        said: dict[str, object] = {}
        for key in self._asked:
            words = self.query_one(f"#about-{key}", Input).value.strip()
            # What was not touched stays as it is, to the letter.
            if words == self._value(key).strip() and not self._is_open:
                continue
            if words or not self._is_open:
                said[key] = read_people(words) if key in PEOPLE else words
        if self._is_open and not said:
            raise NotYet("Nothing is written yet. Esc leaves it open for now.")
        try:
            changed = changed_details(self._meeting, said)
        except Refusal as refusal:
            raise NotYet(str(refusal)) from None
        if not changed:
            raise NotYet("Nothing is changed yet. Esc leaves it as it is.")
        return changed


ALL_DETAILS = (*WORDS, *PEOPLE)
"""What can be put right, in the order in which it is asked."""
