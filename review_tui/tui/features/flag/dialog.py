"""Flagging exact words."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Label, Select, Static, TextArea

from review_tui.model.acts import FlagKind
from review_tui.model.frozen import frozen
from review_tui.tui.dialogs.dialog import NotYet
from review_tui.tui.dialogs.typing_dialog import TypingDialog
from review_tui.tui.draft_saver import DraftSaver
from review_tui.tui.presenters.status_lines import plain
from review_tui.tui.widgets.typing_area import TypingArea

WRONG, MISSING = "What is wrong?", "What is missing?"


@frozen
class FlagAnswer:
    """What the reviewer says of the words."""

    kind: str
    comment: str
    suggest: str | None
    is_gap: bool = False
    """Something is missing after the words, rather than wrong in them."""


class FlagDialog(TypingDialog[FlagAnswer]):
    """Asks for kind, comment and suggested wording."""

    HEADING: ClassVar[str] = "Flag these words"
    DO: ClassVar[str] = "Flag it"
    records: str = "a flag"

    def __init__(
        self,
        words: str,
        keeper: DraftSaver,
        *,
        kind: FlagKind = FlagKind.WORDING,
        comment: str = "",
        suggest: str = "",
        whole: bool = False,
        kinds: tuple[str, ...] = (),
        missing: str = "",
    ) -> None:
        """``kinds`` are the book's own; of a ``whole`` passage it can be said that something is missing.

        ``missing`` are words of the notes that nothing in the minutes tells of: that is flagged then, after
        the words and not on them.
        """
        super().__init__(keeper)
        self._words = words
        self._kind = kind
        self._comment = comment
        self._suggest = suggest
        self._whole = whole and not missing
        self._missing = missing
        self._kinds = (*(kind.value for kind in FlagKind), *kinds)

    def heading(self) -> Content:
        """The title line."""
        if self._missing:
            return Content("Flag what is missing here")
        return Content("Flag this passage" if self._whole else self.HEADING)

    def body(self) -> Iterable[Widget]:
        """The words, then the three fields."""
        said = Content("In the notes: ") if self._missing else Content("")
        words = plain(self._missing or self._words)
        yield Static(Content.assemble(said, "“", words, "”"), classes="quoted")
        if self._whole:
            yield Select(
                [(Content("these words"), "words"), (Content("something is missing after them"), "gap")],
                value="words",
                allow_blank=False,
                compact=True,
                id="where",
            )
        yield Label(Content("What is it about?"))
        yield Select(
            [(plain(kind), kind) for kind in self._kinds],
            value=self._kind.value,
            allow_blank=False,
            compact=True,
            id="kind",
        )
        yield Label(Content(MISSING if self._missing else WRONG), id="asked")
        yield TypingArea(self._comment, id="comment", compact=True)
        yield Label(Content("Other wording, if you have one"))
        yield Input(self._suggest, id="suggest", compact=True)

    def on_mount(self) -> None:
        """Start where most is to be typed."""
        comment = self.query_one("#comment", TextArea)
        comment.focus()
        comment.move_cursor(comment.document.end)
        self.watch_typing()

    @property
    def typed(self) -> tuple[str, str]:
        """The comment and the suggested wording."""
        return self.query_one("#comment", TextArea).text, self.query_one("#suggest", Input).value

    def answer(self) -> FlagAnswer:
        """The flag, unless it says nothing."""
        comment = self.query_one("#comment", TextArea).text.strip()
        suggest = self.query_one("#suggest", Input).value
        if not comment and not suggest.strip():
            raise NotYet("Say what is wrong, or give other wording.")
        kind = self.query_one("#kind", Select).value
        is_gap = bool(self._missing) or any(
            choice.value == "gap" for choice in self.query("#where").results(Select)
        )
        return FlagAnswer(str(kind), comment, suggest if suggest.strip() else None, is_gap)

    @on(Select.Changed, "#where")
    def _where_changed(self, event: Select.Changed) -> None:
        """What is missing is an omission, unless another kind was chosen already."""
        event.stop()
        self.query_one("#asked", Label).update(Content(MISSING if event.value == "gap" else WRONG))
        kind = self.query_one("#kind", Select)
        if event.value == "gap" and kind.value == self._kind.value:
            kind.value = FlagKind.OMISSION.value
