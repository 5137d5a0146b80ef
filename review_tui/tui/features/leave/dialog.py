"""Before leaving: what was raised and done in this session."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from review_tui.application.session_summary import SessionSummary
from review_tui.tui.dialogs.dialog import DIALOGS
from review_tui.tui.presenters.status_lines import plain

LEAVE = "leave"


class LeaveDialog(ModalScreen[str | None]):
    """Tells once more; answers ``LEAVE``, or ``None`` to stay."""

    CSS_PATH = DIALOGS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,enter", "go", "Leave"),
        Binding("escape", "stay", "Stay"),
        Binding("j,down", "scroll(1)", "Down"),
        Binding("k,up", "scroll(-1)", "Up"),
    ]

    def __init__(self, done: SessionSummary) -> None:
        super().__init__()
        self._done = done

    def compose(self) -> ComposeResult:
        """What was done, in short and one by one."""
        with Vertical(classes="dialog"):
            yield Static(Content(f"In this session: {self._done.headline}"), classes="dialog--heading")
            with VerticalScroll(id="summary", can_focus=False):
                yield Static(Content("\n").join(plain(line) for line in self._done.lines))
            with Vertical(classes="dialog--foot"):
                yield Static(Content("All of it is recorded."), classes="quiet")
                yield Static(Content("q or Enter  leave the program   Esc  stay"), classes="quiet")

    def action_scroll(self, by: int) -> None:
        """Up or down by a line."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def action_go(self) -> None:
        """Leave the program."""
        self.dismiss(LEAVE)

    def action_stay(self) -> None:
        """Go on reading."""
        self.dismiss(None)
