"""Opens the screen: first a frame drawn by hand, then the live screen in its place.

The frame pays: it stands after about half of the time that a bare Textual app takes for its first paint, and
costs a fiftieth of that time; the live screen needs about 1.4 times as long
(``python -m benchmarks product``). What is typed meanwhile stays unseen in the terminal's queue, for the live
screen to read.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import termios
import threading
from typing import TYPE_CHECKING

from review_tui.model.errors import Refusal, UnusableBook
from review_tui.model.visible import visible

if TYPE_CHECKING:
    from textual.driver import Driver

    from review_tui.application.book_context import BookContext
    from review_tui.application.reading import MeetingView
    from review_tui.tui.item_loader import ItemLoader
    from review_tui.tui.open_item import OpenItem


_SIGNALS = (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM)
_ENDED = 128
"""What a shell adds to the number of the signal that ended a program."""
_came: list[int] = []
"""Signals that came before the app listened."""


def open_screen(context: BookContext, start: str, first_paint_due: threading.Event) -> int:
    """Show a book from the item ``start``; the exit code. ``first_paint_due`` is set until it is read."""
    from review_tui.tui.item_loader import ItemLoader  # noqa: PLC0415 -- commands must not pay for Textual

    if not sys.stdin.isatty() or not sys.stdout.isatty():
        raise Refusal("The screen needs a terminal. `review-tui status` and the other commands do not.")
    for number in _SIGNALS:
        signal.signal(number, _exit_on_signal)
    _came.clear()
    loader = ItemLoader(context)
    first_paint_due.set()
    try:
        meeting, item_id, complaints = loader.first_meeting(start)
        item = loader.at_once(meeting, item_id) if meeting else None
    finally:
        first_paint_due.clear()
    if meeting is None or item is None:
        said = f" {complaints[0]}" if complaints else ""
        raise UnusableBook(f"There is no item to read in {visible(context.book)}.{said}")
    if "TEXTUAL_DRIVER" in os.environ:  # somebody else's terminal, a browser's perhaps
        return _run_live(loader, meeting, item, None)
    from review_tui.tui import first_frame  # noqa: PLC0415 -- only when there is something to show

    keyboard = sys.stdin.fileno()
    try:
        settings = first_frame.silence_keyboard(keyboard)
    except termios.error:  # the terminal is gone
        return _ENDED + signal.SIGHUP
    try:
        try:
            _write(first_frame.frame(item.view, *os.get_terminal_size()))
        except OSError:  # the terminal is gone
            return _ENDED + signal.SIGHUP
        from review_tui.tui.terminal_driver import takeover_driver  # noqa: PLC0415 -- behind the first frame

        return _run_live(loader, meeting, item, takeover_driver(settings))
    except BaseException:
        with contextlib.suppress(OSError, termios.error):
            _write(first_frame.CLOSE)
            termios.tcsetattr(keyboard, termios.TCSANOW, settings)
        raise


def _run_live(loader: ItemLoader, meeting: MeetingView, item: OpenItem, driver: type[Driver] | None) -> int:
    from review_tui.adapters.crash_report import write_crash_report  # noqa: PLC0415 -- behind the first frame
    from review_tui.adapters.preferences import PreferencesFile  # noqa: PLC0415 -- behind the first frame
    from review_tui.tui.app import ReviewApp  # noqa: PLC0415 -- behind the first frame

    app = ReviewApp(loader, meeting, item, write_crash_report, driver, PreferencesFile(), _asked_to_end)
    app.run()
    return app.return_code or 0


def _exit_on_signal(number: int, _: object) -> None:
    """Somebody ends the program before the screen has its own way of leaving."""
    # Where it interrupts a destructor or the callback of a weak reference, as importing has many, Python
    # drops what is raised: so it is noted as well, for the app to ask.
    _came.append(number)
    raise SystemExit(_ENDED + number)


def _asked_to_end() -> int:
    return _came[0] if _came else 0


def _write(frame: str) -> None:
    sys.stdout.write(frame)
    sys.stdout.flush()
