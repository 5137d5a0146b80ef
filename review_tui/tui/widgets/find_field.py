"""The field for words to find; while it is open it has the place of the key bar."""

from dataclasses import dataclass

from textual import on
from textual.message import Message
from textual.widgets import Input

ASKS = "Find in drafts and notes   Enter: find   Esc: leave"


class FindField(Input):
    """Takes words, and goes when they are given. It is there only while it is open."""

    @dataclass(eq=False, repr=False)
    class Closed(Message):
        """The field is to go; ``words`` are what was to be found, or ``None`` where it was left."""

        field: "FindField"
        words: str | None

        @property
        def control(self) -> "FindField":
            """The field."""
            return self.field

    def __init__(self) -> None:
        super().__init__(id="find", placeholder=ASKS, compact=True)

    def close(self, words: str | None = None) -> None:
        """Say that it is to go, with the words to find if there are any."""
        self.post_message(self.Closed(self, words))

    @on(Input.Submitted)
    def _take_words(self, event: Input.Submitted) -> None:
        event.stop()
        self.close(event.value.strip())
