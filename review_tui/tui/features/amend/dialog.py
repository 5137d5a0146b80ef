"""Amending one passage: its words in an editor, the redline as they change, and the reason."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Label, Static, TextArea

from review_tui.anchoring.redline import word_pieces
from review_tui.model.frozen import frozen
from review_tui.tui.dialogs.dialog import NotYet
from review_tui.tui.dialogs.typing_dialog import TypingDialog
from review_tui.tui.draft_saver import DraftSaver
from review_tui.tui.presenters.redlines import redline_content
from review_tui.tui.presenters.status_lines import plain
from review_tui.tui.widgets.tick import Tick
from review_tui.tui.widgets.typing_area import TypingArea


@frozen
class AmendAnswer:
    """New words for the passage, why, and the flags it settles."""

    words: str
    reason: str
    settles: tuple[str, ...]


@frozen
class FlagChoice:
    """A flag on the passage, and whether the amendment settles it unless the reviewer says otherwise."""

    id: str
    label: str
    is_settled: bool


@frozen
class PassageEdit:
    """What an editor is opened with. All words in the form that an editor can hold."""

    original: str
    words: str
    """What to begin with: the original, a suggestion, or what was typed before a crash."""
    reason: str = ""
    flags: tuple[FlagChoice, ...] = ()
    is_suggestion: bool = False
    """Begin at the reason, because the words are a suggestion to be looked at."""


class AmendDialog(TypingDialog[AmendAnswer]):
    """Edits one passage."""

    HEADING: ClassVar[str] = "Amend this passage"
    DO: ClassVar[str] = "Amend"
    ALSO: ClassVar[tuple[str, str]] = ("Original", "Ctrl+G")
    records: str = "an amendment"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+g", "also", "Original words")]

    def __init__(self, edit: PassageEdit, keeper: DraftSaver, heading: str = "") -> None:
        super().__init__(keeper)
        self._edit = edit
        self._heading = heading or self.HEADING

    @property
    def do_words(self) -> str:
        """A suggestion is used; other words are one's own."""
        return "Use this wording" if self._edit.is_suggestion else self.DO

    def heading(self) -> Content:
        """The title line."""
        return Content(self._heading)

    def body(self) -> Iterable[Widget]:
        """Editor, redline, reason, flags."""
        edit = self._edit
        yield TypingArea(edit.words, id="words", compact=True)
        yield Label(Content("What changes"))
        with VerticalScroll(id="redline-box", can_focus=False):
            yield Static(id="redline")
        yield Label(Content("Reason, for the history"))
        yield TypingArea(edit.reason, id="reason", compact=True)
        for flag in edit.flags:
            words = Content("Closes ").append(plain(flag.label))
            yield Tick(words, value=flag.is_settled, name=flag.id, compact=True)

    def on_mount(self) -> None:
        """Begin at the words, or at the reason of a suggestion; keep what is typed from now on."""
        self.query_one("#reason" if self._edit.is_suggestion else "#words").focus()
        for area in self.query(TextArea):
            area.move_cursor(area.document.end)
        self._draw_redline()
        self.watch_typing()

    @property
    def typed(self) -> tuple[str, str]:
        """The words and the reason as they are in the fields now."""
        return self.query_one("#words", TextArea).text, self.query_one("#reason", TextArea).text

    @property
    def is_changed(self) -> bool:
        """Whether the words differ from the original."""
        return self.typed[0] != self._edit.original

    @on(TextArea.Changed, "#words")
    def _words_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._draw_redline()

    def _draw_redline(self) -> None:
        pieces = word_pieces(self._edit.original, self.typed[0])
        words = redline_content(pieces, shortened=True) if self.is_changed else Content("Nothing yet.")
        self.query_one("#redline", Static).update(words)

    def answer(self) -> AmendAnswer:
        """The amendment, unless there is nothing to it or no reason."""
        words, reason = self.typed
        if not self.is_changed:
            raise NotYet("The words are as they were: there is nothing to record.")
        if not reason.strip():
            self.query_one("#reason").focus()
            raise NotYet("Give a reason: it is what the others will read in the history.")
        settles = tuple(str(box.name) for box in self.query(Tick) if box.value)
        return AmendAnswer(words, reason.strip(), settles)

    def action_also(self) -> None:
        """Back to the original words."""
        self.query_one("#words", TextArea).text = self._edit.original

    @property
    def has_nothing_to_keep(self) -> bool:
        """Whether the words are the original ones: then there is nothing to keep."""
        return not self.is_changed
