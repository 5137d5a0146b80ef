"""The command palette: every key of the table by its name, and every item of the meeting."""

from collections.abc import Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.types import IgnoreReturnCallbackType

from review_tui.model.visible import visible
from review_tui.tui.keys import KEYS, LISTED
from review_tui.tui.main_screen import MainScreen
from review_tui.tui.themes import NAMED


class Commands(Provider):
    """What can be done now, from the one table of keys."""

    async def discover(self) -> Hits:
        """Everything, before anything is typed."""
        for name, says, act in self._all():
            yield DiscoveryHit(Content(name), act, text=name, help=says)

    async def search(self, query: str) -> Hits:
        """What fits the letters typed."""
        matcher = self.matcher(query)
        ours = {theme for _, theme in NAMED}
        for theme in sorted(set(self.app.available_themes) - ours):
            name = f"Theme: {theme}"
            score = matcher.match(name)
            if score > 0:
                yield Hit(score, Content(name), self._wearing(theme), text=name)
        for name, says, act in self._all():
            score = matcher.match(f"{name} {says}")
            if score > 0:
                yield Hit(score, Content(name), act, text=name, help=says)

    def _all(self) -> Iterator[tuple[str, str, IgnoreReturnCallbackType]]:
        if not isinstance(self.screen, MainScreen):
            return
        screen = self.screen
        for key in (*KEYS, *LISTED):
            if key.id != "commands":
                name = f"{key.label}  ({key.shown})" if key.shown else key.label
                yield name, key.says, partial(screen.press, key)
        for name, theme in NAMED:
            yield name, "How the screen looks, now and the next time.", self._wearing(theme)
        for view in screen.session.meeting.items:
            name = f"Go to item {visible(view.item.number)}: {visible(view.item.title)}"
            yield name, "Open this item.", partial(screen.open_item, view.item.id)

    def _wearing(self, theme: str) -> IgnoreReturnCallbackType:
        """What puts a theme on."""
        return partial(setattr, self.app, "theme", theme)
