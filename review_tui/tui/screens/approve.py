"""Approving an item: what is approved, as which text, by whom."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Static

from review_tui.tui.open_item import OpenItem
from review_tui.tui.presenters.sentences import approval_warnings, approval_words
from review_tui.tui.screens.dialog import Dialog


class ApproveDialog(Dialog[bool]):
    """Shows what the reviewer is about to put their name to."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("y", "do", "Approve")]
    HEADING: ClassVar[str] = "Approve this item, exactly as it reads now?"
    DO: ClassVar[str] = "Approve"

    def __init__(self, item: OpenItem, who: str) -> None:
        super().__init__()
        self._item = item
        self._who = who

    def body(self) -> Iterable[Widget]:
        """Item, text and name; and a word about findings nobody has dealt with."""
        yield Static(approval_words(self._item, self._who))
        for warning in approval_warnings(self._item):
            yield Static(Content.styled(warning, "bold $text-warning"), classes="warning")
        yield Static(
            Content("Your approval is for this text only: as soon as a word changes, it is stale."),
            classes="quiet",
        )

    def on_mount(self) -> None:
        """Enter approves."""
        self.query_one("#do", Button).focus()

    def answer(self) -> bool:
        """Yes."""
        return True
