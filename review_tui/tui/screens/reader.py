"""A page to read and leave again: help, history."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from review_tui.tui.screens.dialog import DIALOGS


class ReaderScreen(ModalScreen[None]):
    """Shows words; scrolls; any of the leaving keys closes it."""

    CSS_PATH = DIALOGS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1,h", "leave", "Leave"),
        Binding("j,down", "scroll(1)", "Down"),
        Binding("k,up", "scroll(-1)", "Up"),
    ]

    def __init__(self, heading: Content, words: Content) -> None:
        super().__init__()
        self._heading = heading
        self._words = words

    def compose(self) -> ComposeResult:
        """Heading, words, keys."""
        with Vertical(classes="dialog wide"):
            yield Static(self._heading, classes="dialog--heading")
            with VerticalScroll(classes="page"):
                yield Static(self._words)
            yield Static(Content("↑ ↓ PgUp PgDn  scroll   Esc  leave"), classes="quiet")

    def on_mount(self) -> None:
        """Keys scroll the page."""
        self.query_one(VerticalScroll).focus()

    def action_scroll(self, by: int) -> None:
        """Up or down by a line."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def action_leave(self) -> None:
        """Close the page."""
        self.dismiss(None)
