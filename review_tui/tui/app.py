"""The app: starts the reading screen, keeps the signals and the queue of writing; no more than that."""

import asyncio
import contextlib
import os
import queue
import signal
import sys
import threading
from collections.abc import Callable
from typing import Any, ClassVar

from rich.text import Text
from textual import events
from textual.app import App
from textual.command import Provider
from textual.css.query import NoMatches
from textual.driver import Driver
from textual.theme import Theme

from review_tui.application.ports import Preferences
from review_tui.application.reading import MeetingView
from review_tui.tui import safe_output, sixteen_colours, themes
from review_tui.tui.collector import Collector
from review_tui.tui.draft_saver import KeepsTyping
from review_tui.tui.item_loader import ItemLoader
from review_tui.tui.main_screen import ActionTable, MainScreen
from review_tui.tui.open_item import OpenItem
from review_tui.tui.write_queue import WriteQueue

SIGNALS = (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM)
GRACE = 20.0
"""Seconds that leaving in good order may take, when somebody ends the program from outside."""


_NOBODY = 0
"""In place of a signal: the program came to its end by itself."""


def _load_palette() -> type[Provider]:
    from review_tui.tui.palette import Commands  # noqa: PLC0415 -- only when it is called up

    return Commands


class ReviewApp(App[None]):
    """The program on the screen."""

    CSS_PATH = "review.tcss"
    TITLE = "review-tui"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_load_palette}

    def __init__(
        self,
        loader: ItemLoader,
        meeting: MeetingView,
        item: OpenItem,
        report: Callable[[BaseException], str] | None = None,
        driver: type[Driver] | None = None,
        preferences: Preferences | None = None,
        asked_to_end: Callable[[], int] = lambda: 0,
    ) -> None:
        """``asked_to_end`` tells the number of the signal that came before the app listened, or 0."""
        super().__init__(driver_class=driver)
        self._preferences = preferences
        self._asked_to_end = asked_to_end
        self._report = report
        self.animation_level = "none"
        self.write_queue = WriteQueue()
        self._ended_by: queue.SimpleQueue[int] = queue.SimpleQueue()
        """The signals by which somebody ends the program."""
        self._has_left = threading.Event()
        """Set when the terminal is given back."""
        self._first = (loader, meeting, item)
        self._collector = Collector()
        self._handlers: dict[int, Any] = {}
        """What was done before at each signal."""
        safe_output.install(self)
        sixteen_colours.install(self)
        themes.install(self)
        chosen = preferences.theme() if preferences and "TEXTUAL_THEME" not in os.environ else ""
        if chosen in self.available_themes:
            self.theme = chosen

    async def run_async(self, **options: Any) -> Any:
        """Run until the terminal is given back; from then on nothing needs to be cut short."""
        try:
            return await super().run_async(**options)
        finally:
            self._has_left.set()
            self._ended_by.put(_NOBODY)

    def on_load(self) -> None:
        """Before the terminal is taken: end in good order from now on, whoever ends the program."""
        loop = asyncio.get_running_loop()
        # The one queue that may be put to in a signal handler. No thread is started there: this one may
        # just have been interrupted while it started another, and hold the lock that this takes.
        ended_by = self._ended_by
        threading.Thread(target=lambda: self._leave_hard(ended_by.get()), name="grace", daemon=True).start()

        def leave(number: int, _: object) -> None:
            # Not by the loop's own signal handlers: those never run while the terminal takes no output.
            ended_by.put(number)
            loop.call_soon_threadsafe(self._leave_at_once, number)

        for number in SIGNALS:
            with contextlib.suppress(ValueError):  # in a thread, as within another program
                self._handlers[number] = signal.signal(number, leave)
        if earlier := self._asked_to_end():
            leave(earlier, None)

    def on_unmount(self) -> None:
        """The terminal is given back: whoever ends the program now need not be waited for."""
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._handlers.clear()

    def get_default_screen(self) -> MainScreen:
        """The book, opened: no empty screen of Textual's is built and styled before it."""
        loader, meeting, item = self._first
        return MainScreen(loader, self.write_queue, meeting, item, _load_actions, self.size)

    async def on_mount(self) -> None:
        """The book is open."""
        self.app_suspend_signal.subscribe(self, lambda _: self._keep_typing(), immediate=True)
        self._collector.take_over()
        self.theme_changed_signal.subscribe(self, self._theme_chosen)
        self.set_interval(5.0, self._collector.collect_if_quiet)

    async def on_event(self, event: events.Event) -> None:
        """Note that somebody is typing: what was said to them is read then."""
        if isinstance(event, events.Key):
            self._collector.key_pressed()
            if not event.is_forwarded and self._waits(event):
                return
            if isinstance(self.screen, MainScreen):
                self.screen.clear_message()
        await super().on_event(event)

    def _theme_chosen(self, theme: Theme) -> None:
        """Keep what was chosen for the next time, off the screen's thread; of several the last."""
        del theme
        preferences = self._preferences
        if preferences is not None:
            self.run_worker(asyncio.to_thread(lambda: preferences.keep_theme(self.theme)), group="taste")

    def _waits(self, event: events.Key) -> bool:
        """Whether the reading screen keeps the key until it has caught up."""
        screens = [screen for screen in self.screen_stack if isinstance(screen, MainScreen)]
        return any(screen.key_queue.takes(event.key, event.character) for screen in screens)

    def _leave_at_once(self, number: int) -> None:
        """The terminal is going away, or the machine: keep what is typed, put the terminal right, leave."""
        self._keep_typing()
        self.exit(return_code=128 + number)

    def _leave_hard(self, number: int) -> None:
        """When leaving takes too long, as when the terminal takes no output: keep what is typed, and end."""
        if number == _NOBODY or self._has_left.wait(GRACE):
            return
        with contextlib.suppress(Exception):
            self._keep_typing()
        os._exit(128 + number)

    async def action_quit(self) -> None:
        """Ctrl+Q, from anywhere: keep what is typed, finish what is being written, leave."""
        await asyncio.to_thread(self._keep_typing)
        await self.write_queue.until_written()
        self.exit()

    def _keep_typing(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, KeepsTyping):
                screen.keep_typing()

    def _handle_exception(self, error: Exception) -> None:
        """Textual's way of ending with a mistake of ours."""
        # Screens that are still being built while we leave get no widgets any more, and miss them.
        if not (self._exit and isinstance(error, NoMatches)):
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Textual's last word on a mistake of ours: a sentence for the reader instead of a traceback."""
        error = sys.exc_info()[1] or self._exception
        if self._report is None or error is None:
            super()._fatal_error()
            return
        with contextlib.suppress(Exception):
            self._keep_typing()
        self._exit_renderables[:] = [Text(self._report(error))]
        self._close_messages_no_wait()


def _load_actions() -> ActionTable:
    from review_tui.tui import actions  # noqa: PLC0415 -- all features: after the first paint

    return actions.TABLE
