"""A page to read and leave again: help, one thing, what changed."""

from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from review_tui.tui.dialogs.dialog import DIALOGS

T = TypeVar("T")


class Page(ModalScreen[T | None], Generic[T]):
    """Shows words below a heading; scrolls; answers ``None`` when it is left."""

    CSS_PATH = DIALOGS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Leave"),
        Binding("j,down", "scroll(1)", "Down"),
        Binding("k,up", "scroll(-1)", "Up"),
    ]
    FOOT: ClassVar[str] = "↑ ↓ PgUp PgDn  scroll   Esc  close"

    def __init__(self, heading: Content, words: Content) -> None:
        super().__init__()
        self._heading = heading
        self._words = words

    def compose(self) -> ComposeResult:
        """Heading, words, keys."""
        with Vertical(classes="dialog wide"):
            yield Static(self._heading, id="page-heading", classes="dialog--heading")
            with VerticalScroll(classes="page"):
                yield Static(self._words, id="page-words")
            yield Static(Content(self.foot), classes="quiet dialog--foot")

    @property
    def foot(self) -> str:
        """The keys, in words."""
        return self.FOOT

    def on_mount(self) -> None:
        """Keys scroll the page."""
        self.query_one(VerticalScroll).focus()

    def show(self, heading: Content, words: Content) -> None:
        """Other words in the same place, from their beginning."""
        self.query_one("#page-heading", Static).update(heading)
        self.query_one("#page-words", Static).update(words)
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def action_scroll(self, by: int) -> None:
        """Up or down by a line."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def action_leave(self) -> None:
        """Close the page."""
        self.dismiss(None)


class ReaderScreen(Page[None]):
    """A page with nothing to answer; any of the leaving keys closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("question_mark,f1,h", "leave", "Leave")]
