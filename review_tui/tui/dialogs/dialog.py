"""What every dialog shares: a titled box over the screen, Ctrl+S to do it, Esc to cancel."""

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Button, Static

from review_tui.model.visible import visible
from review_tui.tui.widgets.button_row import ButtonChoice, ButtonRow

T = TypeVar("T")
DIALOGS = str(Path(__file__).parents[1] / "dialogs.tcss")
"""The style sheet of every dialog and page."""


LOOKING = "Still looking this item over. One moment."
"""Why a dialog that shows what was found can't be answered yet."""


class NotYet(Exception):  # noqa: N818 -- an answer, not a mishap
    """The dialog can't answer yet; the message says what is missing."""


class Dialog(ModalScreen[T | None], Generic[T]):
    """A question to the reviewer. Answers ``None`` when it is cancelled."""

    CSS_PATH = DIALOGS
    VERTICAL_BREAKPOINTS = [(0, "-short"), (24, "-medium"), (32, "-tall")]  # noqa: RUF012 -- Textual declares it so
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Cancel"),
        Binding("ctrl+s", "do", "Do it"),
    ]
    HEADING: ClassVar[str] = ""
    DO: ClassVar[str] = "Record"
    """The words of the button that does it: named for the act."""
    ALSO: ClassVar[tuple[str, str]] = ("", "")
    """The words and the key of a third button, for ``action_also``."""
    IS_READ_FIRST: ClassVar[bool] = False
    """Whether keys typed before it was on the screen are not for it: one puts one's name to what it shows."""
    records: str = ""
    """What goes into the history: ``an amendment``. Empty where the body says it, or nothing does."""
    by = ""
    """In whose name it is recorded, where that is known."""
    _held = ""
    """Why it can't be answered yet; empty when it can."""

    def compose(self) -> ComposeResult:
        """The box: heading, body, what is recorded, buttons."""
        with Vertical(classes="dialog"):
            yield Static(self.heading(), classes="dialog--heading")
            with Vertical(classes="dialog--body"):
                yield from self.body()
            with Vertical(classes="dialog--foot"):
                why = f"! {self._held}" if self._held else ""
                yield Static(Content(why), id="complaint", classes="-said" if why else "")
                promise = self._promise()
                yield Static(promise, id="promise", classes="-said" if promise else "")
                yield ButtonRow(self._buttons())

    def _buttons(self) -> list[ButtonChoice]:
        words, key = self.ALSO
        also = [ButtonChoice("also", words, key)] if words else []
        return [
            *also,
            ButtonChoice("do", self.do_words, "Ctrl+S", is_primary=True),
            ButtonChoice("leave", "Cancel", "Esc"),
        ]

    @property
    def do_words(self) -> str:
        """The words of the button that does it."""
        return self.DO

    def _promise(self) -> Content:
        """What is recorded, and in whose name."""
        name = f" by {self.by}" if self.by else ""
        return Content(visible(f"Recorded as {self.records}{name}.") if self.records else "")

    def heading(self) -> Content:
        """The title line."""
        return Content(self.HEADING)

    def body(self) -> Iterable[Widget]:
        """What stands between heading and buttons."""
        return ()

    def answer(self) -> T:
        """The answer. Raises ``NotYet`` while something is missing."""
        raise NotImplementedError

    def complain(self, sentence: str) -> None:
        """Say in the dialog what is missing."""
        line = self.query_one("#complaint", Static)
        line.update(Content(f"! {sentence}" if sentence else ""))
        line.set_class(bool(sentence), "-said")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """The buttons do what their keys do."""
        event.stop()
        {"do": self.action_do, "also": self.action_also}.get(str(event.button.id), self.action_leave)()

    @property
    def is_waiting(self) -> bool:
        """Whether it can't be answered yet."""
        return bool(self._held)

    def hold(self, why: str) -> None:
        """From now on nothing can be answered, and ``why`` is said; with an empty ``why`` it can again."""
        self._held = why
        if self.is_mounted:
            self.complain(why)

    @property
    def is_held(self) -> bool:
        """Whether it can't be answered yet; if so, says why."""
        if self._held:
            self.complain(self._held)
        return bool(self._held)

    def action_do(self) -> None:
        """Answer, if there is enough to go by."""
        if self.is_held:
            return
        try:
            given = self.answer()
        except NotYet as missing:
            self.complain(str(missing))
        else:
            self.dismiss(given)

    def action_also(self) -> None:
        """What the third button does, where there is one."""

    def action_leave(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)
