"""The line of keys below all else."""

from textual import events
from textual.content import Content
from textual.widget import Widget

from review_tui.tui.keys import BAR, BAR_ENDS, KEY, Key
from review_tui.tui.widgets.widget_message import WidgetMessage


class KeyBar(Widget):
    """The keys that matter now; one that can't act is dimmed. Clicking one presses it."""

    class Pressed(WidgetMessage["KeyBar"]):
        """A key was clicked."""

        def __init__(self, sender: "KeyBar", key: Key) -> None:
            super().__init__(sender)
            self.key = key

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's word
        super().__init__(id=id)
        self._dimmed: frozenset[str] = frozenset()
        self._hidden: frozenset[str] = frozenset()
        self._is_signed = False
        self._leading: tuple[str, ...] = ()

    def offer(self, *, dimmed: frozenset[str], hidden: frozenset[str], is_signed: bool = False) -> None:
        """Dim the keys with these ids, leave those out, show all others bright.

        In signed minutes a key that does something else there has another word.
        """
        if (dimmed, hidden, is_signed) != (self._dimmed, self._hidden, self._is_signed):
            self._dimmed, self._hidden, self._is_signed = dimmed, hidden, is_signed
            self.refresh()

    @property
    def offered(self) -> dict[str, bool]:
        """The ids of the keys on the bar, each with whether it is bright."""
        return {key.id: key.id not in self._dimmed for key in self._shown}

    def lead_with(self, *ids: str) -> None:
        """Put the keys with these ids before all others: they matter most just now."""
        if ids != self._leading:
            self._leading = ids
            self.refresh()

    def render(self) -> Content:
        """Key and word, key and word."""
        parts: list[Content] = []
        for key in self._shown:
            tone = "dim" if key.id in self._dimmed else ""
            parts.append(Content.styled(f" {key.shown.split()[0]}", tone or "bold"))
            parts.append(Content.styled(f" {self._label(key)} ", tone))
        return Content("").join(parts)

    @property
    def _shown(self) -> list[Key]:
        """The keys that there is room for, none of them cut; what the bar ends with always has its place."""
        ends = [KEY[name] for name in BAR_ENDS]
        room = self.size.width - sum(map(self._width, ends))
        shown: list[Key] = []
        for key in (KEY[name] for name in dict.fromkeys((*self._leading, *BAR))):
            if key.id not in self._hidden and self._width(key) <= room:
                shown.append(key)
                room -= self._width(key)
        return [*shown, *ends]

    def _label(self, key: Key) -> str:
        return (self._is_signed and key.signed_label) or key.label

    def _width(self, key: Key) -> int:
        """Cells that a key takes in the bar."""
        return len(key.shown.split()[0]) + len(self._label(key)) + 3

    def on_click(self, event: events.Click) -> None:
        """Find the key under the pointer."""
        event.stop()
        at = 0
        for key in self._shown:
            at += self._width(key)
            if event.x < at:
                self.post_message(self.Pressed(self, key))
                return
