"""The command palette: every key of the table by its name, and every item of the meeting."""

from collections.abc import Iterator
from functools import partial
from typing import cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.types import IgnoreReturnCallbackType

from review_tui.domain.visible import visible
from review_tui.tui.keys import KEYS, Key
from review_tui.tui.screens.reading import ReadingScreen


class Commands(Provider):
    """What can be done now, from the one table of keys."""

    async def discover(self) -> Hits:
        """Everything, before anything is typed."""
        for name, says, act in self._all():
            yield DiscoveryHit(Content(name), act, text=name, help=says)

    async def search(self, query: str) -> Hits:
        """What fits the letters typed."""
        matcher = self.matcher(query)
        for name, says, act in self._all():
            score = matcher.match(f"{name} {says}")
            if score > 0:
                yield Hit(score, Content(name), act, text=name, help=says)

    def _all(self) -> Iterator[tuple[str, str, IgnoreReturnCallbackType]]:
        if not isinstance(self.screen, ReadingScreen):
            return
        screen = self.screen
        for key in KEYS:
            yield f"{key.label}  ({key.shown})", key.says, partial(self._press, screen, key)
        for view in screen.meeting.items:
            name = f"Go to item {visible(view.item.number)}: {visible(view.item.title)}"
            yield (
                name,
                "Open this item.",
                cast(
                    "IgnoreReturnCallbackType",
                    partial(screen.run_worker, partial(screen.open_item, view.item.id)),
                ),
            )

    @staticmethod
    async def _press(screen: ReadingScreen, key: Key) -> None:
        target = screen.panes if key.is_for_panes else screen
        await target.run_action(key.action)
