"""A list to pick from: things to look at, flags, items."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from review_tui.tui.dialogs.dialog import DIALOGS

LONG, SHORT = 160, 2
"""Characters and line ends of what is asked from which it shares the height with the list.

So the keys stay in sight below both.
"""


class PickDialog(ModalScreen[int | None]):
    """A list to pick one line from; answers its place, counted from 0."""

    CSS_PATH = DIALOGS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Leave"),
        Binding("j", "down", "Down"),
        Binding("k", "up", "Up"),
    ]
    FOOT: ClassVar[str] = "Enter  choose   Esc  cancel"
    """The keys, in words, where there is something to pick."""

    def __init__(
        self,
        heading: str,
        lines: Sequence[Content],
        none: str = "",
        about: Content | None = None,
        heads: Mapping[int, Content] | None = None,
    ) -> None:
        """``heads`` stand above the lines with these places and can't be picked."""
        super().__init__()
        self._about = about
        self._heading = heading
        self._lines = lines
        self._none = none
        self._heads = heads or {}

    def compose(self) -> ComposeResult:
        """Heading, list, keys."""
        asked = self._about.plain if self._about else ""
        is_long = len(asked) > LONG or asked.count("\n") > SHORT
        with Vertical(classes=f"dialog wide picking{' -asking' if is_long else ''}"):
            with Vertical(classes="dialog--head"):
                yield Static(Content(self._heading), classes="dialog--heading")
                if self._about is not None:
                    yield Static(self._about, classes="quoted")
            if self._lines:
                yield OptionList(*self._options())
            else:
                yield Static(Content(self._none))
            foot = self.FOOT if self._lines else "Esc  close"
            yield Static(Content(foot), classes="quiet dialog--foot")

    def _options(self) -> list[Option]:
        options = []
        for place, line in enumerate(self._lines):
            if place in self._heads:
                options.append(Option(self._heads[place], disabled=True))
            options.append(Option(line, id=str(place)))
        return options

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A line was picked."""
        event.stop()
        self.dismiss(int(event.option_id or 0))

    def action_down(self) -> None:
        """The next line."""
        for picker in self.query(OptionList):
            picker.action_cursor_down()

    def action_up(self) -> None:
        """The line before."""
        for picker in self.query(OptionList):
            picker.action_cursor_up()

    def action_leave(self) -> None:
        """Leave without picking."""
        self.dismiss(None)


class GatePick(PickDialog):
    """What blocks the sign-off: a line leads to its place."""

    FOOT: ClassVar[str] = "Enter  go there   Esc  close"
