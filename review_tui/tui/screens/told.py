"""Pages and dialogs of the history: one thing that happened, undoing it, putting one amendment back."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Label, Static, TextArea

from review_tui.services.ports import Typing
from review_tui.tui.keeping import Keeper
from review_tui.tui.screens.dialog import Dialog, NotYet
from review_tui.tui.screens.reader import Page
from review_tui.tui.screens.typing_dialog import TypingDialog


class ToldPage(Page[bool]):
    """One thing that happened. Answers whether it is to be put back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h", "leave", "Leave"),
        Binding("p", "put_back", "Put back"),
    ]
    FOOT: ClassVar[str] = "↑ ↓ PgUp PgDn  scroll   Esc  the list"
    PUT_BACK: ClassVar[str] = "p  put it back alone"

    def __init__(self, heading: Content, words: Content, *, is_amendment: bool) -> None:
        super().__init__(heading, words)
        self._is_amendment = is_amendment

    @property
    def foot(self) -> str:
        """The keys, in words: an amendment has one more."""
        return f"{self.PUT_BACK}   {self.FOOT}" if self._is_amendment else self.FOOT

    def action_put_back(self) -> None:
        """An amendment can be put back; nothing else."""
        if self._is_amendment:
            self.dismiss(result=True)


class PutBackDialog(TypingDialog[str]):
    """Shows what putting one amendment back would do to the minutes. Answers the reason for it."""

    DO: ClassVar[str] = "Put back"

    def __init__(
        self,
        heading: Content,
        changes: Content,
        settled: Iterable[str],
        keeper: Keeper,
        typed: Typing | None = None,
    ) -> None:
        """``typed`` is what was typed for it before."""
        super().__init__(keeper)
        self._before = typed.words if typed else ""
        self._heading = heading
        self._changes = changes
        self._settled = tuple(settled)

    def heading(self) -> Content:
        """Which amendment."""
        return self._heading

    def body(self) -> Iterable[Widget]:
        """What would change, what stays, why."""
        with VerticalScroll(id="redline-box") as box:
            box.can_focus = False
            yield Static(self._changes, id="redline")
        for sentence in self._settled:
            yield Static(Content(sentence), classes="quiet")
        yield Label(Content("Why is it put back? For the history"))
        yield TextArea(self._before, id="reason", compact=True)

    def on_mount(self) -> None:
        """Begin at the reason."""
        area = self.query_one("#reason", TextArea)
        area.focus()
        area.move_cursor(area.document.end)
        self.watch_typing()

    @property
    def typed(self) -> tuple[str, str]:
        """The reason."""
        return self.query_one("#reason", TextArea).text, ""

    def answer(self) -> str:
        """The reason, unless there is none."""
        reason = self.query_one("#reason", TextArea).text.strip()
        if not reason:
            raise NotYet("Give a reason: it is what the others will read in the history.")
        return reason


class TurnDialog(Dialog[bool]):
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
        button = self.query_one("#do", Button)
        button.label = Content(f"{self._do}  Enter")
        button.focus()

    def action_scroll(self, by: int) -> None:
        """Up or down by a line, where there is more than fits."""
        self.query_one("#turned", VerticalScroll).scroll_relative(y=by, animate=False)

    def answer(self) -> bool:
        """Yes."""
        return True
