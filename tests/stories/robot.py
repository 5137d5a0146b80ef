"""A robot reviewer: drives the real program by its keys and reads the screen as a person would."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import TextArea

from review_tui.application.ports import Preferences
from review_tui.composition import SAMPLE_ITEM, open_book_context
from review_tui.tui.app import ReviewApp
from review_tui.tui.item_loader import ItemLoader
from review_tui.tui.main_screen import MainScreen
from tests.waiting import until

_PARSED: dict[Any, list[RuleSet]] = {}


class Robot:
    """Presses keys, waits until it sees what it expects."""

    def __init__(self, app: ReviewApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def page(self) -> str:
        """The whole screen as lines of text."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)

    @property
    def words(self) -> str:
        """The words of the dialog that is open, else of the whole screen; runs of blanks made one blank."""
        dialogs = self.app.screen.query(".dialog")
        if not dialogs:
            return " ".join(self.page.split())
        box = dialogs.first().content_region
        strips = self.app.screen._compositor.render_strips()[box.y : box.bottom]
        rows = ("".join(s.text for s in strip.crop(box.x, box.right)) for strip in strips)
        return " ".join(" ".join(rows).replace("█", " ").split())

    @property
    def book(self) -> MainScreen:
        """The reading screen, whatever lies on top of it."""
        (screen,) = [s for s in self.app.screen_stack if isinstance(s, MainScreen)]
        return screen

    async def until(self, seen: Callable[[], bool], what: str) -> None:
        """Wait until ``seen``; fail with the screen as it is."""
        await until(
            seen,
            lambda: f"{what}; on {self.app.screen_stack}, told “{self.book.message}”\n{self.page}",
            meanwhile=self.pilot.pause,
        )

    async def sees(self, *expected: str) -> None:
        """All of these words come to stand on the screen."""
        for words in expected:
            await self.until(lambda words=words: words in self.words, f"does not see “{words}”")  # type: ignore[misc]

    async def no_longer_sees(self, words: str) -> None:
        """These words go away."""
        await self.until(lambda: words not in self.words, f"still sees “{words}”")

    async def press(self, *keys: str) -> None:
        """Press keys one after another."""
        await self.pilot.press(*keys)

    async def types(self, words: str) -> None:
        """Type into whatever has the focus."""
        await self.pilot.press(*[{" ": "space"}.get(c, c) for c in words])

    async def has_settled_in(self) -> None:
        """The program has looked the item over and knows who sits here."""
        await self.until(lambda: bool(self.book.session.who), "does not know who the reviewer is")
        await self.until(lambda: self.book.session.item.is_checked, "has not looked the item over")

    async def knows_the_meeting(self) -> None:
        """All items have been looked over: what the keys offer no longer waits for a count."""
        await self.until(
            lambda: (
                self.book.session.item.is_checked
                and all(v.item.id in self.book.session.findings for v in self.book.session.meeting.items)
            ),
            "has not counted what the items have",
        )

    async def is_told(self, words: str) -> None:
        """A message to the reviewer says these words; and what it tells of is on the screen."""
        await self.until(lambda: words in self.book.message, f"is not told “{words}”")
        await self.until(lambda: not self.book.session.acting, "what was done does not come to the screen")

    async def goes_to_next_concern(self) -> None:
        """n, and the cursor rests on a passage with something to look at."""
        await self.press("n")
        await self.until(lambda: bool(self.book.here and self.book.here.concern), "finds no thing")

    async def records(self, reason: str) -> None:
        """In the amending dialog: give the reason and record it."""
        field = self.app.screen.query_one("#reason", TextArea)
        field.focus()
        field.text = ""
        await self.types(reason)
        await self.press("ctrl+s")
        await self.is_told("amended")

    async def approves(self) -> None:
        """a, and yes."""
        await self.press("a")
        await self.sees("Approve this item")
        await self.no_longer_sees("Still looking")
        await self.press("y")
        await self.is_told("approved")


@pytest.fixture(autouse=True)
def styles_are_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The style sheets of a look are the same in all stories: what one has parsed, the others need not."""
    parse = Stylesheet._parse_rules

    def parse_once(sheet: Stylesheet, *source: Any, **how: Any) -> list[RuleSet]:
        key = (source, *sorted(how.items()), *sorted(sheet._variables.items()))
        if key not in _PARSED:
            _PARSED[key] = parse(sheet, *source, **how)
        return _PARSED[key]

    monkeypatch.setattr(Stylesheet, "_parse_rules", parse_once)


@pytest.fixture(autouse=True)
def paints_only_what_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody sees what an app without a terminal paints: the robot has the screen drawn when it looks at it.

    What is painted on a terminal is for the stories in a pseudo-terminal and for the pictures.
    """

    def paint_nothing(
        compositor: Compositor,
        full: bool = False,
        screen_stack: list[Screen[object]] | None = None,
        simplify: bool = False,
    ) -> None:
        del full, simplify
        visible_screen_stack.set(screen_stack or [])
        compositor._dirty_regions.clear()

    monkeypatch.setattr(Compositor, "render_update", paint_nothing)


@asynccontextmanager
async def reviewing(
    book: Path,
    *,
    item: str = SAMPLE_ITEM,
    size: tuple[int, int] = (120, 40),
    settled: bool = True,
    preferences: Preferences | None = None,
    opens: type[ItemLoader] = ItemLoader,
) -> AsyncIterator[Robot]:
    """The program opened on ``book`` at ``item``, with a robot before it."""
    context = open_book_context(book)
    loader = opens(context)
    meeting, item_id, _ = loader.first_meeting(item)
    assert meeting is not None
    first = loader.at_once(meeting, item_id)
    assert first is not None
    app = ReviewApp(loader, meeting, first, preferences=preferences)
    async with app.run_test(size=size) as pilot:
        robot = Robot(app, pilot)
        if settled:
            await robot.has_settled_in()
        yield robot
    context.history.close()
    context.syncing.close()
