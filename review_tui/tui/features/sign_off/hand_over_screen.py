"""The text for the agenda of the next meeting, to read and to copy."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from review_tui.model.visible import visible
from review_tui.tui.dialogs.page import Page
from review_tui.tui.presenters.status_lines import plain


class HandOverPage(Page[None]):
    """Shows the text; ``c`` copies it, where the terminal lets programs do that."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("c", "copy", "Copy")]
    FOOT: ClassVar[str] = "c  copy   ↑ ↓ PgUp PgDn  scroll   Esc  close"

    def __init__(self, text: str) -> None:
        super().__init__(Content("For the agenda of the next meeting"), plain(text))
        self._text = visible(text, keep="\n")

    def action_copy(self) -> None:
        """Copy all of it."""
        self.app.copy_to_clipboard(self._text)
        self.notify(
            "Copied, if your terminal allows it.", title="The hand-over text", markup=False, timeout=4
        )
