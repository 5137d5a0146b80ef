"""Asking for the reason of a change to the minutes that is shown whole and is not to be typed."""

from collections.abc import Iterable

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Label, Static, TextArea

from review_tui.tui.dialogs.dialog import NotYet
from review_tui.tui.dialogs.typing_dialog import TypingDialog
from review_tui.tui.draft_saver import DraftSaver
from review_tui.tui.widgets.typing_area import TypingArea


class ReasonDialog(TypingDialog[str]):
    """Shows what changes in the minutes and asks why. Answers the reason."""

    records: str = "an amendment"

    def __init__(
        self,
        heading: Content,
        changes: Content,
        keeper: DraftSaver,
        *,
        do: str,
        reason: str = "",
        also: Iterable[str] = (),
    ) -> None:
        """``do``: the word of the button; ``reason``: typed before; ``also``: sentences below the changes."""
        super().__init__(keeper)
        self._heading = heading
        self._changes = changes
        self._do = do
        self._reason = reason
        self._also = tuple(also)

    @property
    def do_words(self) -> str:
        """What the reason is for."""
        return self._do

    def heading(self) -> Content:
        """The title line."""
        return self._heading

    def body(self) -> Iterable[Widget]:
        """What changes, what is to be known of it, why."""
        with VerticalScroll(id="redline-box") as box:
            box.can_focus = False
            yield Static(self._changes, id="redline")
        for sentence in self._also:
            yield Static(Content(sentence), classes="quiet")
        yield Label(Content("Reason, for the history"))
        yield TypingArea(self._reason, id="reason", compact=True)

    def on_mount(self) -> None:
        """Begin at the reason, and keep what is typed from now on."""
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
        reason = self.typed[0].strip()
        if not reason:
            raise NotYet("Give a reason: it is what the others will read in the history.")
        return reason
