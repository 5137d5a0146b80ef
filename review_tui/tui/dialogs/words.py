"""A dialog for a few words, perhaps with a choice: objecting, replying, settling."""

from collections.abc import Iterable, Sequence

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


class WordsDialog(TypingDialog[WordsAnswer]):
    """Asks for words. ``choices`` are ``(what to read, value)``; the first is chosen at the start."""

    def __init__(
        self,
        heading: str,
        about: Content,
        prompt: str,
        keeper: DraftSaver,
        *,
        do: str,
        records: str,
        words: str = "",
        choices: Sequence[tuple[str, str]] = (),
    ) -> None:
        """``do`` is the word of the button, ``records`` what it puts into the history."""
        super().__init__(keeper)
        self._heading = heading
        self._about = about
        self._prompt = prompt
        self._words = words
        self._choices = choices
        self._do = do
        self.records = records

    @property
    def do_words(self) -> str:
        """What these words are for."""
        return self._do

    def heading(self) -> Content:
        """The title line."""
        return Content(self._heading)

    def body(self) -> Iterable[Widget]:
        """What it is about, the choice, the words."""
        yield Static(self._about, classes="quoted")
        if self._choices:
            yield Label(Content("What became of it?"))
            yield Select(
                [(Content(words), value) for words, value in self._choices],
                value=self._choices[0][1],
                allow_blank=False,
                compact=True,
                id="choice",
            )
        yield Label(Content(self._prompt))
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
        choice = str(self.query_one("#choice", Select).value) if self._choices else ""
        return WordsAnswer(words, choice)
