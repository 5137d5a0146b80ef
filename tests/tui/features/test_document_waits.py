"""Slow work on documents: it is shown to go on and can be stopped; short work leaves the screen alone."""

import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from itertools import pairwise

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Static

from review_tui.model.errors import Refusal
from review_tui.tui.features.documents import background
from review_tui.tui.features.documents.background import Stopped, made_in_background, shown_while
from review_tui.tui.features.documents.presenter import moving_bar
from review_tui.tui.features.documents.wait_screen import WaitScreen
from review_tui.tui.under_way import UnderWay
from tests.waiting import LIMIT, until


class Desk(App[None]):
    """Has one thing done, and keeps what came of it."""

    def __init__(self, job: Callable[[], str]) -> None:
        super().__init__()
        self.job = job
        self.told: list[str] = []

    def on_mount(self) -> None:
        self.run_worker(self._do())

    async def _do(self) -> None:
        try:
            self.told.append(await made_in_background(self, "Reading may.docx", self.job))
        except Refusal as refusal:
            self.told.append(f"{type(refusal).__name__}: {refusal}")


@asynccontextmanager
async def waiting(job: Callable[[], str]) -> AsyncIterator[tuple[Desk, Pilot[None]]]:
    app = Desk(job)
    async with app.run_test(size=(60, 12)) as pilot:
        await is_shown(app, pilot)
        yield app, pilot


async def is_shown(app: Desk, pilot: Pilot[None]) -> None:
    await until(
        lambda: isinstance(app.screen, WaitScreen) and app.screen.query("#bar"),
        "nothing is shown",
        meanwhile=pilot.pause,
    )


async def is_told(app: Desk, pilot: Pilot[None]) -> list[str]:
    await until(lambda: app.told, lambda: f"on {app.screen_stack}", meanwhile=pilot.pause)
    await until(lambda: len(app.screen_stack) == 1, "what waits stays there", meanwhile=pilot.pause)
    return app.told


@pytest.fixture
def is_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """All counts as slow from the beginning."""
    monkeypatch.setattr(background, "SLOW", 0.0)


@pytest.mark.usefixtures("is_slow")
async def test_slow_work_is_shown_to_go_on_and_goes_away_when_it_is_done() -> None:
    go_on = threading.Event()
    async with waiting(lambda: str(go_on.wait(LIMIT))) as (app, pilot):
        assert str(app.screen.query_one("#doing", Static).content) == "Reading may.docx …"
        bar = app.screen.query_one("#bar", Static)
        begins = str(bar.content)
        await until(lambda: str(bar.content) != begins, "nothing moves", meanwhile=pilot.pause)
        await pilot.press("x", "enter")
        assert (app.told, isinstance(app.screen, WaitScreen)) == ([], True)
        go_on.set()
        assert await is_told(app, pilot) == ["True"]


@pytest.mark.usefixtures("is_slow")
async def test_esc_lets_go_of_what_was_being_made_and_says_so() -> None:
    go_on = threading.Event()
    async with waiting(lambda: str(go_on.wait(LIMIT))) as (app, pilot):
        await pilot.press("escape")
        assert await is_told(app, pilot) == [f"{Stopped.__name__}: Stopped. Nothing was written."]
        go_on.set()


@pytest.mark.usefixtures("is_slow")
async def test_what_goes_wrong_meanwhile_is_said_and_nothing_waits_any_more() -> None:
    go_on = threading.Event()

    def fail() -> str:
        go_on.wait(LIMIT)
        raise PermissionError(13, "Permission denied", "may.docx")

    async with waiting(fail) as (app, pilot):
        go_on.set()
        (told,) = await is_told(app, pilot)
        assert told == "Refusal: The computer could not read or write at may.docx: Permission denied."


async def test_short_work_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(background, "SLOW", LIMIT)
    app = Desk(lambda: "read")
    async with app.run_test(size=(60, 12)) as pilot:
        pushed: list[object] = []
        monkeypatch.setattr(app, "push_screen", pushed.append)
        assert await is_told(app, pilot) == ["read"]
        assert pushed == []


@pytest.mark.usefixtures("is_slow")
async def test_what_writes_is_asked_to_stop_and_waited_for() -> None:
    asked, under_way = threading.Event(), UnderWay()

    class Recording(Desk):
        async def _do(self) -> None:
            writing = background.in_background(lambda: str(asked.wait(LIMIT)))
            self.told.append(await shown_while(self, under_way.begun("Recording"), writing, asked.set))

    app = Recording(str)
    async with app.run_test(size=(60, 12)) as pilot:
        try:
            await is_shown(app, pilot)
            under_way.watch.tell("Recording, 3 of 12")
            said = app.screen.query_one("#doing", Static)
            await until(lambda: "3 of 12" in str(said.content), "does not say how far", meanwhile=pilot.pause)
            await pilot.press("escape")
            assert await is_told(app, pilot) == ["True"]
        finally:
            asked.set()


def test_the_block_of_the_bar_goes_to_and_fro() -> None:
    ways = [moving_bar(step).plain for step in range(70)]
    assert {len(way) for way in ways} == {40}
    assert all(way.count("━") == 8 for way in ways)
    assert (ways[0].index("━"), ways[32].index("━"), ways[64]) == (0, 32, ways[0])
    assert all(one != other for one, other in pairwise(ways))
