"""The lines above and below the panes."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from review_tui.tui.keys import Key


class TitleBar(Horizontal):
    """The meeting on the left, its progress on the right."""

    def compose(self) -> ComposeResult:
        """Two halves."""
        yield Static(id="meeting-title")
        yield Static(id="progress")

    def show(self, title: Content, progress: Content) -> None:
        """Both halves anew."""
        self.query_one("#meeting-title", Static).update(title)
        self.query_one("#progress", Static).update(progress)


class KeyBar(Widget):
    """The keys that matter now; one that can't act is dimmed. Clicking one presses it."""

    @dataclass
    class Pressed(Message):
        """A key was clicked."""

        bar: "KeyBar"
        key: Key

        @property
        def control(self) -> "KeyBar":
            """The bar."""
            return self.bar

    def __init__(self, keys: Sequence[Key], *, id: str | None = None) -> None:  # noqa: A002 -- Textual's word
        super().__init__(id=id)
        self._keys = [key for key in keys if key.in_bar]
        self._dimmed: frozenset[str] = frozenset()

    def dim(self, ids: frozenset[str]) -> None:
        """Dim the keys with these ids, and only these."""
        if ids != self._dimmed:
            self._dimmed = ids
            self.refresh()

    def render(self) -> Content:
        """Key and word, key and word."""
        parts: list[Content] = []
        for key in self._shown:
            tone = "dim" if key.id in self._dimmed else ""
            parts.append(Content.styled(f" {key.shown.split()[0]}", f"bold {tone}".strip()))
            parts.append(Content.styled(f" {key.label} ", tone))
        return Content("").join(parts)

    @property
    def _shown(self) -> list[Key]:
        """The keys that there is room for; the last one, help, always has its place."""
        *others, last = self._keys
        while others and sum(_width(key) for key in (*others, last)) > self.size.width:
            others.pop()
        return [*others, last]

    def on_click(self, event: events.Click) -> None:
        """Find the key under the pointer."""
        event.stop()
        at = 0
        for key in self._shown:
            at += _width(key)
            if event.x < at:
                self.post_message(self.Pressed(self, key))
                return


def _width(key: Key) -> int:
    """Cells that a key takes in the bar."""
    return len(key.shown.split()[0]) + len(key.label) + 3
