"""A dialog for a few words, perhaps with a choice: objecting, replying, settling."""

from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Label, Select, Static, TextArea

from review_tui.model.frozen import frozen
from review_tui.tui.dialogs.dialog import NotYet
from review_tui.tui.dialogs.typing_dialog import TypingDialog
from review_tui.tui.draft_saver import DraftSaver
from review_tui.tui.widgets.typing_area import TypingArea


@frozen
class WordsAnswer:
    """What the reviewer wrote and chose."""

    words: str
    choice: str


@frozen(kw_only=True)
class WordsQuestion:
    """What is asked, and about what."""

    heading: str
    about: Content
    prompt: str
    """What stands above the words."""
    do: str
    """The word of the button."""
    records: str
    """What it puts into the history."""
    choices: tuple[tuple[str, str], ...] = ()
    """``(what to read, value)``; the first is chosen at the start."""


class WordsDialog(TypingDialog[WordsAnswer]):
    """Asks for words."""

    def __init__(self, question: WordsQuestion, keeper: DraftSaver, words: str = "") -> None:
        """``words`` were typed before, to go on with."""
        super().__init__(keeper)
        self._question = question
        self._words = words
        self.records = question.records

    @property
    def do_words(self) -> str:
        """What these words are for."""
        return self._question.do

    def heading(self) -> Content:
        """The title line."""
        return Content(self._question.heading)

    def body(self) -> Iterable[Widget]:
        """What it is about, the choice, the words."""
        yield Static(self._question.about, classes="quoted")
        choices = self._question.choices
        if choices:
            yield Label(Content("What became of it?"))
            yield Select(
                [(Content(words), value) for words, value in choices],
                value=choices[0][1],
                allow_blank=False,
                compact=True,
                id="choice",
            )
        yield Label(Content(self._question.prompt))
        yield TypingArea(self._words, id="words", compact=True)

    def on_mount(self) -> None:
        """Start at the words."""
        area = self.query_one("#words", TextArea)
        area.focus()
        area.move_cursor(area.document.end)
        self.watch_typing()

    @property
    def typed(self) -> tuple[str, str]:
        """The words."""
        return self.query_one("#words", TextArea).text, ""

    def answer(self) -> WordsAnswer:
        """The words, unless there are none."""
        words = self.query_one("#words", TextArea).text.strip()
        if not words:
            raise NotYet("Write a few words first.")
        choice = str(self.query_one("#choice", Select).value) if self._question.choices else ""
        return WordsAnswer(words, choice)
