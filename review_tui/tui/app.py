"""The app: starts the reading screen, keeps the signals and the pen. All else has a room of its own."""

import asyncio
import contextlib
import signal
import sys
from collections.abc import Callable
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import App
from textual.command import Provider
from textual.driver import Driver

from review_tui.services.reading import MeetingView
from review_tui.tui import terminal
from review_tui.tui.collector import Collector
from review_tui.tui.open_item import OpenItem
from review_tui.tui.opener import Opener
from review_tui.tui.palette import Commands
from review_tui.tui.pen import Pen
from review_tui.tui.screens.reading import ReadingScreen
from review_tui.tui.stage import KeepsTyping

SIGNALS = (signal.SIGHUP, signal.SIGTERM, signal.SIGQUIT)


class ReviewApp(App[None]):
    """The program on the screen."""

    CSS_PATH = "review.tcss"
    TITLE = "review-tui"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS: ClassVar[set[type[Provider]]] = {Commands}  # type: ignore[assignment]  # Textual's own is wider

    def __init__(
        self,
        opener: Opener,
        meeting: MeetingView,
        item: OpenItem,
        report: Callable[[BaseException], str] | None = None,
        driver: type[Driver] | None = None,
    ) -> None:
        super().__init__(driver_class=driver)
        self._report = report
        self.animation_level = "none"
        self.pen = Pen()
        self._first = (opener, meeting, item)
        self._collector = Collector()
        terminal.install(self)

    async def on_mount(self) -> None:
        """Open the book; end in good order when the terminal goes away."""
        loop = asyncio.get_running_loop()
        for number in SIGNALS:
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, self._leave_at_once, number)
        opener, meeting, item = self._first
        await self.push_screen(ReadingScreen(opener, self.pen, meeting, item))
        self.call_after_refresh(self._collector.settle)
        self.set_interval(5.0, self._collector.collect_if_quiet)

    async def on_event(self, event: events.Event) -> None:
        """Note that somebody is typing: what was said to them is read then."""
        if isinstance(event, events.Key):
            self._collector.key_pressed()
            if isinstance(self.screen, ReadingScreen):
                self.screen.hush()
        await super().on_event(event)

    def _leave_at_once(self, number: int) -> None:
        """The terminal is going away, or the machine: keep what is typed, put the terminal right, leave."""
        self._keep_typing()
        self.exit(return_code=128 + number)

    async def action_quit(self) -> None:
        """Ctrl+Q, from anywhere: keep what is typed, finish what is being written, leave."""
        self._keep_typing()
        await self.pen.laid_down()
        self.exit()

    def _keep_typing(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, KeepsTyping):
                screen.keep_typing()

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
