"""Approving an item: what is approved, as which text, by whom; and what changed since one did so before."""

from collections.abc import Awaitable, Callable, Iterable
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Label, Static

from review_tui.anchoring.redline import Redline
from review_tui.model.frozen import frozen
from review_tui.tui.dialogs.dialog import Dialog
from review_tui.tui.open_item import OpenItem
from review_tui.tui.presenters.item_state import approval_warnings, approval_words
from review_tui.tui.presenters.redlines import changes_content

ONLY_THIS = "Your approval is for this text only. When a word changes, it has to be given again."


@frozen
class Seen:
    """What a reviewer sees before approving."""

    item: OpenItem
    who: str
    since: str = ""
    """Since which approval the changes are: "you approved it"."""
    changes: Redline | None = None
    held: str = ""
    """Why it can't be approved yet."""


class ApproveDialog(Dialog[bool]):
    """Shows what the reviewer is about to put their name to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "do", "Approve"),
        Binding("j,down", "scroll(1)", "Down"),
        Binding("k,up", "scroll(-1)", "Up"),
    ]
    HEADING: ClassVar[str] = "Approve this item, exactly as it reads now?"
    IS_READ_FIRST: ClassVar[bool] = True

    def __init__(self, seen: Seen, learn: Callable[[], Awaitable[Seen]]) -> None:
        """``learn`` finds out what is not known yet; it is asked only where something holds the dialog."""
        super().__init__()
        self.seen = seen
        self._learn = learn
        self.hold(seen.held)

    @property
    def do_words(self) -> str:
        """``Approve item 5``."""
        number = self.seen.item.view.item.number
        return f"Approve item {number}" if number else "Approve"

    def body(self) -> Iterable[Widget]:
        """Item, text and name; a word about findings nobody has dealt with; what changed."""
        yield Static(approval_words(self.seen.item, self.seen.who))
        for warning in approval_warnings(self.seen.item):
            yield Static(Content.styled(warning, "bold $text-warning"), classes="warning")
        if self.seen.changes is None:
            yield Static(Content(ONLY_THIS), classes="quiet")
            return
        yield Label(Content(f"What changed since {self.seen.since}"))
        with VerticalScroll(id="redline-box", can_focus=False):
            yield Static(changes_content(self.seen.changes), id="redline")

    def on_mount(self) -> None:
        """Enter approves."""
        self.query_one("#do", Button).focus()
        if self.is_waiting:
            self._look_over()

    @work(group="looking")
    async def _look_over(self) -> None:
        """Show in the same place what was not known at first; then it can be answered, unless refused."""
        self.seen = await self._learn()
        self.hold(self.seen.held)
        await self.recompose()
        for button in self.query("#do"):  # none, where the program was left meanwhile
            button.focus()

    def action_scroll(self, by: int) -> None:
        """Through the changes by a line; then on through the dialog, where that has more than fits."""
        for box in (*self.query("#redline-box"), *self.query(".dialog--body")):
            if 0 <= box.scroll_offset.y + by <= box.max_scroll_y:
                box.scroll_relative(y=by, animate=False)
                return

    def answer(self) -> bool:
        """Yes."""
        return True
