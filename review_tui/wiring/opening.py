"""Opens the screen: first a frame drawn by hand, then the live screen in its place."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from review_tui.domain.refusals import BookUnusable, Refusal
from review_tui.domain.visible import visible
from review_tui.wiring.desks import HASTE

if TYPE_CHECKING:
    from textual.driver import Driver

    from review_tui.services.desk import Desk
    from review_tui.services.reading import MeetingView
    from review_tui.tui.open_item import OpenItem
    from review_tui.tui.opener import Opener


def open_screen(desk: Desk, start: str) -> int:
    """The screen on a desk; the exit code."""
    from review_tui.tui.opener import Opener  # noqa: PLC0415 -- commands must not pay for Textual

    if not sys.stdin.isatty() or not sys.stdout.isatty():
        raise Refusal("The screen needs a terminal. `review-tui status` and the other commands do not.")
    opener = Opener(desk)
    HASTE.set()
    try:
        meeting, item_id, complaints = opener.first_meeting(start)
        item = opener.at_once(meeting, item_id) if meeting else None
    finally:
        HASTE.clear()
    if meeting is None or item is None:
        said = f" {complaints[0]}" if complaints else ""
        raise BookUnusable(f"There is no item to read in {visible(desk.book)}.{said}")
    if "TEXTUAL_DRIVER" in os.environ:  # somebody else's terminal, a browser's perhaps
        return _live(opener, meeting, item, None)
    from review_tui.tui import first_frame  # noqa: PLC0415 -- only when there is something to show

    _write(first_frame.frame(item.view, *os.get_terminal_size()))
    try:
        from review_tui.tui.driver import TakesOver  # noqa: PLC0415 -- behind the first frame
    except BaseException:
        _write(first_frame.CLOSE)
        raise
    return _live(opener, meeting, item, TakesOver)


def _live(opener: Opener, meeting: MeetingView, item: OpenItem, driver: type[Driver] | None) -> int:
    from review_tui.stores.mishaps import report  # noqa: PLC0415 -- behind the first frame
    from review_tui.tui.app import ReviewApp  # noqa: PLC0415 -- behind the first frame

    app = ReviewApp(opener, meeting, item, report, driver)
    app.run()
    return app.return_code or 0


def _write(frame: str) -> None:
    sys.stdout.write(frame)
    sys.stdout.flush()
