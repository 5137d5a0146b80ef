"""Approving an item: what is approved, as which text, by whom; and what changed since one did so before."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Label, Static

from review_tui.domain.redline import Redline
from review_tui.tui.open_item import OpenItem
from review_tui.tui.presenters.redlines import changes_content
from review_tui.tui.presenters.standing import approval_warnings, approval_words
from review_tui.tui.screens.dialog import Dialog

ONLY_THIS = "Your approval is for this text only: as soon as a word changes, it is stale."


class ApproveDialog(Dialog[bool]):
    """Shows what the reviewer is about to put their name to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "do", "Approve"),
        Binding("j,down", "scroll(1)", "Down"),
        Binding("k,up", "scroll(-1)", "Up"),
    ]
    HEADING: ClassVar[str] = "Approve this item, exactly as it reads now?"
    DO: ClassVar[str] = "Approve"

    def __init__(self, item: OpenItem, who: str, since: str = "", changes: Redline | None = None) -> None:
        """``changes`` are those since the approval that ``since`` tells of: "you approved it"."""
        super().__init__()
        self._item = item
        self._who = who
        self._since = since
        self._changes = changes

    def body(self) -> Iterable[Widget]:
        """Item, text and name; a word about findings nobody has dealt with; what changed."""
        yield Static(approval_words(self._item, self._who))
        for warning in approval_warnings(self._item):
            yield Static(Content.styled(warning, "bold $text-warning"), classes="warning")
        if self._changes is None:
            yield Static(Content(ONLY_THIS), classes="quiet")
            return
        yield Label(Content(f"What changed since {self._since}"))
        with VerticalScroll(id="redline-box", can_focus=False):
            yield Static(changes_content(self._changes), id="redline")

    def on_mount(self) -> None:
        """Enter approves."""
        self.query_one("#do", Button).focus()

    def action_scroll(self, by: int) -> None:
        """Through the changes by a line; then on through the dialog, where that has more than fits."""
        for box in (*self.query("#redline-box"), *self.query(".dialog--body")):
            if 0 <= box.scroll_offset.y + by <= box.max_scroll_y:
                box.scroll_relative(y=by, animate=False)
                return

    def answer(self) -> bool:
        """Yes."""
        return True
