"""What lies on the screen while something slow is done: that it goes on, and how to stop it."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from review_tui.tui.dialogs.dialog import DIALOGS
from review_tui.tui.features.documents.presenter import moving_bar
from review_tui.tui.presenters.status_lines import plain
from review_tui.tui.under_way import UnderWay

STEP = 0.25
"""Seconds after which the bar moves on."""
STOPPING = "Stopping …"


class WaitScreen(ModalScreen[None]):
    """Closed by whoever opened it, once there is nothing to wait for; Esc asks to stop."""

    CSS_PATH = DIALOGS
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "stop", "Stop")]

    def __init__(self, under_way: UnderWay, stop: Callable[[], object] | None) -> None:
        """``stop`` is called by Esc; ``None`` where it can't be stopped."""
        super().__init__()
        self._under_way = under_way
        self._stop = stop
        self._steps = 0
        self._is_over = False

    def compose(self) -> ComposeResult:
        """What is being done, the bar, the key."""
        with Vertical(classes="dialog"):
            yield Static(id="doing", classes="dialog--heading")
            yield Static(id="bar")
            yield Static(Content("Esc  stop" if self._stop else ""), id="keys", classes="quiet dialog--foot")

    def on_mount(self) -> None:
        """Move from now on."""
        self._draw()
        self.set_interval(STEP, self._move)

    def _move(self) -> None:
        self._steps += 1
        self._draw()

    def _draw(self) -> None:
        self._show("#doing", plain(f"{self._under_way.doing} …"))
        self._show("#bar", moving_bar(self._steps))

    def _show(self, where: str, words: Content) -> None:
        for line in self.query(where).results(Static):  # none, where the program is being left
            line.update(words)

    def action_stop(self) -> None:
        """Ask to stop, where that can be."""
        if self._stop:
            self._show("#keys", Content(STOPPING))
            self._stop()

    def close(self) -> None:
        """There is nothing to wait for any more."""
        self._is_over = True
        if self.is_current:
            self.dismiss(None)

    def on_screen_resume(self) -> None:
        """Nothing lies on it any more: it may have been closed meanwhile."""
        if self._is_over:
            self.dismiss(None)
