"""Pictures of the screen, each with what a person should see. `make looks` takes them again: look first."""

import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot

from review_tui.composition import SAMPLE_ITEM, open_book_context
from review_tui.tui.app import ReviewApp
from review_tui.tui.item_loader import ItemLoader
from review_tui.tui.main_screen import MainScreen
from tests.waiting import until

Looks = Callable[..., bool]
DRAWN_WITH = "textual 8.2.8"


def app_on(book: Path) -> ReviewApp:
    loader = ItemLoader(open_book_context(book))
    meeting, item_id, _ = loader.first_meeting(SAMPLE_ITEM)
    assert meeting is not None
    item = loader.at_once(meeting, item_id)
    assert item is not None
    return ReviewApp(loader, meeting, item)


def at_rest(app: App[Any]) -> bool:
    """Whether everything begun has come to its end, or to a dialog that waits for the reviewer."""
    at_work = {worker.group for worker in app.workers if not worker.is_finished}
    return not (at_work if isinstance(app.screen, MainScreen) else at_work - {"go"})


def after(*keys: str, theme: str = "") -> Callable[[Pilot[Any]], Awaitable[None]]:
    """Once the program has settled in, press ``keys`` and hold everything that blinks still."""

    async def run(pilot: Pilot[Any]) -> None:
        app = pilot.app
        if theme:
            app.theme = theme
        (screen,) = [s for s in app.screen_stack if isinstance(s, MainScreen)]
        await until(
            lambda: screen.session.who and at_rest(pilot.app), "does not settle in", meanwhile=pilot.pause
        )
        for key in keys:
            await pilot.press(key)
            await until(lambda: at_rest(pilot.app), f"no rest after {key}", meanwhile=pilot.pause)
        for field in app.screen.query("TextArea, Input"):
            field.cursor_blink = False  # type: ignore[attr-defined]
        await pilot.pause()
        screen.context.history.close()

    return run


def test_narrow_at_the_finding(snap_compare: Looks, sample_book: Path) -> None:
    """The resolution under the cursor, the wrong period underlined, the reason and what s does below."""
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


def test_small_in_high_contrast_without_notes(snap_compare: Looks, sample_book: Path) -> None:
    """Black on white; both places of the period one above the other; "This item has no notes" below them."""
    shutil.rmtree(sample_book / SAMPLE_ITEM / "notes")
    run = after("n", theme="high-contrast-light")
    assert snap_compare(app_on(sample_book), terminal_size=(60, 20), run_before=run)
