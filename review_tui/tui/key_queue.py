"""Keys pressed while the screen catches up: kept in order, and pressed as soon as they may act.

A key never acts on what is not true any more. It waits for what its line in the table says; the keys after it
wait behind it. Moving about, help and leaving wait for nothing, unless they come after one that does.
"""

import asyncio
from collections import deque
from collections.abc import Callable

from textual import events
from textual.screen import Screen
from textual.widgets import Input

from review_tui.tui.keys import KEYS, Key, Wait
from review_tui.tui.review_session import ReviewSession

SLOW = 0.6
"""Seconds that a key waits before the reviewer is told of it."""
_KEY_OF = {pressed: key for key in KEYS for pressed in key.keys.split(",")}


class KeyQueue:
    """Knows what the screen is busy with, and keeps the keys that wait for it."""

    def __init__(
        self,
        screen: Screen[None],
        session: ReviewSession,
        press: Callable[[Key], None],
        draw_notice: Callable[[], None],
    ) -> None:
        """``press`` does what a key does; ``draw_notice`` shows whether ``is_slow``."""
        self._screen = screen
        self._session = session
        self._press = press
        self._draw_notice = draw_notice
        self._waiting: deque[tuple[str, str | None]] = deque()
        self._working = 0
        self._changed = asyncio.Event()
        self.is_slow = False
        """Whether a key has waited so long that the reviewer is told."""

    @property
    def is_working(self) -> bool:
        """Whether something that a key began is not done yet."""
        return self._working > 0

    def begin_work(self) -> None:
        """A key has begun what it does."""
        self._working += 1

    def end_work(self) -> None:
        """What a key began is done, and on the screen."""
        self._working -= 1
        self.press_ready()

    async def until(self, is_so: Callable[[], bool]) -> None:
        """Wait until something is so that changes with what the screen is busy with."""
        while not is_so():
            self._changed.clear()
            await self._changed.wait()

    def takes(self, pressed: str, character: str | None = None) -> bool:
        """Whether a key has to wait; it is kept then, and pressed later."""
        if pressed.startswith("ctrl+"):
            return False
        if pressed == "escape" and self._waiting and self._is_on_top:
            self.clear()
            return True
        if not self._waiting and not (self._is_on_top and self._must_wait(pressed)):
            return False
        self._waiting.append((pressed, character))
        if len(self._waiting) == 1:
            self._screen.set_timer(SLOW, self._show_slow)
        return True

    def clear(self) -> None:
        """Let go of the keys that wait."""
        self._waiting.clear()
        self._hide_slow()

    def press_ready(self) -> None:
        """Something has changed: press the keys that may act now, in order."""
        self._changed.set()
        while self._waiting and self._is_on_top and not self._must_wait(self._waiting[0][0], is_queued=True):
            key = _KEY_OF.get(self._waiting.popleft()[0])
            self._hide_slow()
            if key is not None:
                self._press(key)

    def hand_over(self) -> None:
        """A dialog has opened: what was typed ahead is for it."""
        keys = list(self._waiting)
        self.clear()
        for pressed, character in keys:
            self._screen.app.post_message(events.Key(pressed, character))

    @property
    def _is_on_top(self) -> bool:
        return self._screen.app.screen is self._screen

    def _must_wait(self, pressed: str, *, is_queued: bool = False) -> bool:
        """Whether a key may not act now. One that waited already does not overtake what is at work."""
        if is_queued and self._working:
            return True
        if isinstance(self._screen.focused, Input):
            return False
        key, item = _KEY_OF.get(pressed), self._session.item
        needed = key.waits_for if key else Wait.READ
        if needed is Wait.NOTHING:
            return False
        if self._working:
            return True
        if not self._session.is_looking_over:
            return False
        return (needed >= Wait.KNOWN and not item.is_known) or (
            needed is Wait.CHECKED and not item.is_checked
        )

    def _show_slow(self) -> None:
        if self._waiting:
            self.is_slow = True
            self._draw_notice()

    def _hide_slow(self) -> None:
        if self.is_slow:
            self.is_slow = False
            self._draw_notice()
