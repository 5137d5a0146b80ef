"""Lists to pick from that begin at a certain line, or whose lines have a digit each."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList

from review_tui.model.visible import visible
from review_tui.tui.dialogs.pick import PickDialog


class LongPick(PickDialog):
    """A long list, begun at one of its lines."""

    def __init__(
        self,
        heading: str,
        lines: Sequence[Content],
        none: str = "",
        at: int = 0,
        heads: Mapping[int, Content] | None = None,
    ) -> None:
        super().__init__(heading, lines, none, heads=heads)
        self._at = at

    def on_mount(self) -> None:
        """Begin there: after the first line, where every list begins."""
        self.call_later(self._highlight_first)

    def _highlight_first(self) -> None:
        for picker in self.query(OptionList):
            picker.highlighted = picker.get_option_index(str(min(self._at, len(self._lines) - 1)))


class TimelineList(LongPick):
    """A list of what happened."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("h", "leave", "Leave", show=False)]
    FOOT: ClassVar[str] = "↑ ↓  move   Enter  look closer   Esc  close"


class NumberedPick(PickDialog):
    """A short list: a digit picks its line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(str(n), f"pick({n})", f"Pick {n}", show=False) for n in range(1, 10)
    ]

    FOOT: ClassVar[str] = "Enter  choose, or press its number   Esc  cancel"

    def __init__(self, heading: str, lines: Sequence[Content]) -> None:
        numbered = [Content.assemble((f"{n}  ", "bold"), line) for n, line in enumerate(lines, start=1)]
        super().__init__(heading, numbered)
        self._count = len(numbered)

    def action_pick(self, number: int) -> None:
        """Pick by number, counted from 1."""
        if number <= self._count:
            self.dismiss(number - 1)


class Notice(PickDialog):
    """A sentence that must be read before going on."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "leave", "Leave", show=False)]

    def __init__(self, heading: str, sentence: str) -> None:
        super().__init__(heading, [], visible(f"{sentence}\n", keep="\n"))
