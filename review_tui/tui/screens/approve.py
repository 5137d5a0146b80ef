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
        """Item, text and name; what changed; and a word about findings nobody has dealt with."""
        yield Static(approval_words(self._item, self._who))
        if self._changes is not None:
            yield Label(Content(f"What changed since {self._since}"))
            with VerticalScroll(id="redline-box", can_focus=False):
                yield Static(changes_content(self._changes), id="redline")
        for warning in approval_warnings(self._item):
            yield Static(Content.styled(warning, "bold $text-warning"), classes="warning")
        yield Static(
            Content("Your approval is for this text only: as soon as a word changes, it is stale."),
            classes="quiet",
        )

    def on_mount(self) -> None:
        """Enter approves."""
        self.query_one("#do", Button).focus()

    def action_scroll(self, by: int) -> None:
        """Through the changes, by a line."""
        for box in self.query("#redline-box"):
            box.scroll_relative(y=by, animate=False)

    def answer(self) -> bool:
        """Yes."""
        return True
