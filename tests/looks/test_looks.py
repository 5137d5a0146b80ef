"""Pictures of the screen, each with what a person should see. `make looks` takes them again: look first."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from review_tui.tui.app import ReviewApp
from review_tui.tui.opener import Opener
from review_tui.tui.screens.reading import ReadingScreen
from review_tui.wiring import SAMPLE_ITEM, lay_desk

Looks = Callable[..., bool]
DRAWN_WITH = "textual 8.2.8"


def app_on(book: Path) -> ReviewApp:
    opener = Opener(lay_desk(book))
    meeting, item_id, _ = opener.first_meeting(SAMPLE_ITEM)
    assert meeting is not None
    item = opener.at_once(meeting, item_id)
    assert item is not None
    return ReviewApp(opener, meeting, item)


def after(*keys: str, theme: str = "") -> Callable[[Pilot[Any]], Awaitable[None]]:
    """Once the program has settled in, press ``keys`` and hold everything that blinks still."""

    async def run(pilot: Pilot[Any]) -> None:
        app = pilot.app
        if theme:
            app.theme = theme
        (screen,) = [s for s in app.screen_stack if isinstance(s, ReadingScreen)]
        while not screen.who:
            await pilot.pause()
        for key in keys:
            await pilot.press(key)
            for _ in range(20):
                await pilot.pause()
                await asyncio.sleep(0)
        for field in app.screen.query("TextArea, Input"):
            field.cursor_blink = False  # type: ignore[attr-defined]
        await pilot.pause()
        screen.desk.history.close()

    return run


def test_narrow_at_the_finding(snap_compare: Looks, sample_book: Path) -> None:
    """The resolution under the cursor, the wrong period underlined, the reason and "s: put right" below."""
    assert snap_compare(app_on(sample_book), terminal_size=(80, 24), run_before=after("n"))


def test_wide_at_the_finding(snap_compare: Looks, sample_book: Path) -> None:
    """Agenda, draft and notes; the wrong period in the draft and "Oct 20–Sep 21" in the notes both lit."""
    assert snap_compare(app_on(sample_book), terminal_size=(120, 40), run_before=after("n"))


def test_narrow_putting_right(snap_compare: Looks, sample_book: Path) -> None:
    """The redline [-2022-]{+2021+}, the reason filled in, the buttons with their keys."""
    assert snap_compare(app_on(sample_book), terminal_size=(80, 24), run_before=after("n", "s"))


def test_wide_in_a_light_theme(snap_compare: Looks, sample_book: Path) -> None:
    """The same as wide, dark on light, every word readable."""
    run = after("n", theme="textual-light")
    assert snap_compare(app_on(sample_book), terminal_size=(120, 40), run_before=run)


def test_without_colour(snap_compare: Looks, sample_book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing depends on colour: bar, signs, underline and bold tell everything."""
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(app_on(sample_book), terminal_size=(80, 24), run_before=after("n"))
