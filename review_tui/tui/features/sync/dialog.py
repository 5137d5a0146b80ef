"""Settling one passage that both changed in the same words: both wordings, where they began, the notes."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Label, Static, TextArea

from review_tui.application.sync import OpenQuestion
from review_tui.application.sync_ports import Answer, Chosen
from review_tui.model.editable_text import from_editable, line_end_of, to_editable
from review_tui.tui.dialogs.dialog import NotYet
from review_tui.tui.dialogs.typing_dialog import TypingDialog
from review_tui.tui.draft_saver import Keeper
from review_tui.tui.features.sync.presenter import heading, notes_words, sides_words
from review_tui.tui.widgets.typing_area import TypingArea


class SettleDialog(TypingDialog[Answer]):
    """Takes one wording, or another in the place of both. Nothing is recorded before all are settled."""

    DO: ClassVar[str] = "Take this"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "take('ours')", "Yours", priority=True),
        Binding("f3", "take('theirs')", "Theirs", priority=True),
        Binding("f4", "take('both')", "Both", priority=True),
    ]

    def __init__(
        self,
        it: OpenQuestion,
        place: tuple[int, int],
        notes: Sequence[str],
        keeper: Keeper,
        typed: tuple[str, str] = ("", ""),
    ) -> None:
        """``place``: which of how many; ``typed``: the words and the reason that were typed before."""
        super().__init__(keeper)
        self._it = it
        self._place = place
        self._notes = notes
        self._before = typed
        self._choice: Chosen | None = None
        question = it.question
        sides = (question.ours, question.theirs)
        self._shown = {chosen: to_editable(words) for chosen, words in zip(Chosen, sides, strict=True)}

    def heading(self) -> Content:
        """The title line."""
        return heading(self._it.question, *self._place)

    def body(self) -> Iterable[Widget]:
        """Both wordings, what they began from, the notes; then the field for what it is to say."""
        with VerticalScroll(id="wordings"):
            yield Static(sides_words(self._it), id="sides")
            if self._notes:
                yield Static(notes_words(self._notes), id="beside", classes="quiet")
        question = self._it.question
        label = "Take one of the two" if question.is_whole else "What it is to say"
        yield Label(Content(f"{label}   F2 yours   F3 theirs" + ("" if question.is_whole else "   F4 both")))
        yield TypingArea(self._before[0], id="words", compact=True, disabled=question.is_whole)
        yield Label(Content("Why, for the history"))
        yield TypingArea(self._before[1], id="reason", compact=True)

    def on_mount(self) -> None:
        """Begin at the words; keep what is typed from now on."""
        self.query_one("#reason" if self._it.question.is_whole else "#words").focus()
        self.watch_typing()

    @property
    def typed(self) -> tuple[str, str]:
        """The words and the reason as they are in the fields now."""
        return self.query_one("#words", TextArea).text, self.query_one("#reason", TextArea).text

    def action_take(self, which: str) -> None:
        """Put one wording, or both one after another, into the field."""
        self._choice = {each.value: each for each in Chosen}.get(which)
        area = self.query_one("#words", TextArea)
        if self._choice is not None:
            gone = self._it.question.is_gone[0 if self._choice is Chosen.OURS else 1]
            area.text = "(taken out)" if gone else self._shown[self._choice] or ""
        elif not self._it.question.is_whole:
            area.text = "\n".join(filter(None, self._shown.values()))
            area.focus()
        self.complain("")

    @on(TextArea.Changed, "#words")
    def _words_changed(self, event: TextArea.Changed) -> None:
        event.stop()

    def answer(self) -> Answer:
        """Whose wording it is, or the words that take the place of both."""
        words, reason = self.typed
        question = self._it.question
        if question.is_whole:
            if self._choice is None:
                raise NotYet("Take yours (F2) or theirs (F3).")
            return Answer(self._choice, reason=reason.strip())
        same = next((c for c, shown in self._shown.items() if shown is not None and shown == words), None)
        if same is not None and (words or self._choice is same):
            return Answer(same, reason=reason.strip())
        if not words.strip() and self._choice is None:
            raise NotYet("Take yours (F2) or theirs (F3), or write what it is to say.")
        if not reason.strip():
            self.query_one("#reason", TextArea).focus()
            raise NotYet("Give a reason for words that are neither's: it is what the others will read.")
        original = question.ours + question.theirs
        return Answer(None, from_editable(words, original, line_end_of(original)), reason.strip())

    @property
    def has_nothing_to_keep(self) -> bool:
        """Whether nothing is typed that is worth keeping."""
        return not "".join(self.typed).strip() or self.typed[0] in self._shown.values()
