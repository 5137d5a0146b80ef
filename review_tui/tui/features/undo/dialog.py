"""Showing what would be undone, or done again, before it is."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Static

from review_tui.tui.dialogs.dialog import Dialog


class UndoDialog(Dialog[bool]):
    """Shows what would be undone, or done again; Enter or y does it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "do", "Do it"),
        Binding("n", "leave", "Leave"),
        Binding("j,down", "scroll(1)", "Down"),
        Binding("k,up", "scroll(-1)", "Up"),
    ]

    def __init__(self, heading: Content, words: Content, about: Content, do: str) -> None:
        super().__init__()
        self._heading = heading
        self._words = words
        self._about = about
        self._do = do

    def heading(self) -> Content:
        """The question."""
        return self._heading

    def body(self) -> Iterable[Widget]:
        """What it was, and what becomes of it."""
        with VerticalScroll(id="turned") as box:
            box.can_focus = False
            yield Static(self._words, id="turned-words")
        yield Static(self._about, classes="quiet")

    def on_mount(self) -> None:
        """Enter does it."""
        self.query_one("#do", Button).focus()

    @property
    def do_words(self) -> str:
        """Undo, or do again."""
        return self._do

    def action_scroll(self, by: int) -> None:
        """Up or down by a line, where there is more than fits."""
        self.query_one("#turned", VerticalScroll).scroll_relative(y=by, animate=False)

    def answer(self) -> bool:
        """Yes."""
        return True
