"""The buttons of a dialog: each named for what it does, with its key as long as there is room for that."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Button

from review_tui.model.frozen import frozen
from review_tui.model.visible import visible

AROUND = 2
"""Cells that a button takes beside its words."""
BETWEEN = 2
"""Cells between two buttons."""


@frozen
class ButtonChoice:
    """One button."""

    id: str
    words: str
    key: str
    is_primary: bool = False


class ButtonRow(Container):
    """Buttons at the right end of a line; below each other where a line is too short for them."""

    def __init__(self, choices: Sequence[ButtonChoice]) -> None:
        super().__init__(classes="dialog--buttons")
        self._choices = choices

    def compose(self) -> ComposeResult:
        """One button for each."""
        for choice in self._choices:
            button = Button(_label(choice, with_key=True), id=choice.id, compact=True)
            button.variant = "primary" if choice.is_primary else "default"
            yield button

    def on_resize(self, event: events.Resize) -> None:
        """Below each other where it is narrow; without the keys where even one of them is too wide."""
        width = event.size.width
        longest = max(cell_len(_label(each, with_key=True).plain) for each in self._choices)
        with_keys = longest + AROUND <= width
        for choice in self._choices:
            button = self.query_one(f"#{choice.id}", Button)
            button.label = _label(choice, with_key=with_keys)
            button.call_later(button.refresh, layout=True)  # a new label alone keeps the old width
        self.set_class(self._width(with_key=with_keys) > width, "-stacked")

    def _width(self, *, with_key: bool) -> int:
        words = sum(cell_len(_label(choice, with_key=with_key).plain) for choice in self._choices)
        return words + len(self._choices) * (AROUND + BETWEEN)


def _label(choice: ButtonChoice, *, with_key: bool) -> Content:
    return Content(visible(f"{choice.words}  {choice.key}" if with_key else choice.words))
