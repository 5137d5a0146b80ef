"""The field for words to find; while it is open it has the place of the key bar."""

from textual import on
from textual.widgets import Input

from review_tui.tui.widgets.widget_message import WidgetMessage

ASKS = "Find in drafts and notes   Enter: find   Esc: leave"


class FindField(Input):
    """Takes words, and goes when they are given. It is there only while it is open."""

    class Closed(WidgetMessage["FindField"]):
        """The field is to go; ``words`` are what was to be found, or ``None`` where it was left."""

        def __init__(self, sender: "FindField", words: str | None) -> None:
            super().__init__(sender)
            self.words = words

    def __init__(self) -> None:
        super().__init__(id="find", placeholder=ASKS, compact=True)

    def close(self, words: str | None = None) -> None:
        """Say that it is to go, with the words to find if there are any."""
        self.post_message(self.Closed(self, words))

    @on(Input.Submitted)
    def _take_words(self, event: Input.Submitted) -> None:
        event.stop()
        self.close(event.value.strip())
