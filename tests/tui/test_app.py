"""The app: it ends when somebody asks it to, at whatever moment."""

import asyncio
import signal
import threading
from pathlib import Path

from textual.widgets import Static

from review_tui.composition import SAMPLE_ITEM, open_book_context
from review_tui.tui import actions
from review_tui.tui.app import ReviewApp
from review_tui.tui.item_loader import ItemLoader
from review_tui.tui.main_screen import MainScreen
from review_tui.tui.write_queue import WriteQueue


def _app(book: Path, asked_to_end: int = 0) -> ReviewApp:
    loader = ItemLoader(open_book_context(book))
    meeting, item_id, _ = loader.first_meeting(SAMPLE_ITEM)
    assert meeting is not None
    item = loader.at_once(meeting, item_id)
    assert item is not None
    return ReviewApp(loader, meeting, item, asked_to_end=lambda: asked_to_end)


async def test_it_ends_for_a_signal_that_came_before_it_listened(sample_book: Path) -> None:
    app = _app(sample_book, signal.SIGTERM)
    others = threading.enumerate()
    await app.run_async(headless=True)
    app._first[0].context.history.close()
    assert app.return_code == 128 + signal.SIGTERM
    for thread in threading.enumerate():
        if thread.name == "grace" and thread not in others:
            await asyncio.to_thread(thread.join, 10)
            assert not thread.is_alive()  # else it would end whatever goes on in this process


async def test_a_screen_still_being_built_while_it_ends_is_no_mistake(
    sample_book: Path,
) -> None:
    app = _app(sample_book)

    async def ends_meanwhile(_: object) -> None:
        app.exit(return_code=128 + signal.SIGHUP)
        loader, meeting, item = app._first
        late = MainScreen(loader, WriteQueue(), meeting, item, lambda: actions.TABLE, app.size)
        await app.push_screen(late)
        assert not late.query(Static)

    await app.run_async(headless=True, auto_pilot=ends_meanwhile)
    app._first[0].context.history.close()
    assert app.return_code == 128 + signal.SIGHUP
