"""A robot reviewer: drives the real program by its keys and reads the screen as a person would."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import TextArea

from review_tui.tui.app import ReviewApp
from review_tui.tui.opener import Opener
from review_tui.tui.screens.reading import ReadingScreen
from review_tui.wiring import SAMPLE_ITEM, lay_desk

PATIENCE = 800
"""How often the robot looks before it gives up waiting for something to appear."""


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
    def book(self) -> ReadingScreen:
        """The reading screen, whatever lies on top of it."""
        (screen,) = [s for s in self.app.screen_stack if isinstance(s, ReadingScreen)]
        return screen

    async def until(self, seen: Callable[[], bool], what: str) -> None:
        """Wait until ``seen``; fail with the screen as it is."""
        for _ in range(PATIENCE):
            if seen():
                return
            await self.pilot.pause()
            await asyncio.sleep(0)
        told = self.book.message
        raise AssertionError(f"{what}; on {self.app.screen_stack}, told “{told}”\n{self.page}")

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
        await self.until(lambda: bool(self.book.who), "does not know who the reviewer is")

    async def is_told(self, words: str) -> None:
        """A message to the reviewer says these words."""
        await self.until(lambda: words in self.book.message, f"is not told “{words}”")

    async def goes_to_next_thing(self) -> None:
        """n, and the cursor rests on a passage with something to look at."""
        await self.press("n")
        await self.until(lambda: bool(self.book.here and self.book.here.thing), "finds no thing")

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
        await self.press("y")
        await self.is_told("approved")


@asynccontextmanager
async def reviewing(
    book: Path, *, item: str = SAMPLE_ITEM, size: tuple[int, int] = (120, 40), settled: bool = True
) -> AsyncIterator[Robot]:
    """The program opened on ``book`` at ``item``, with a robot before it."""
    desk = lay_desk(book)
    opener = Opener(desk)
    meeting, item_id, _ = opener.first_meeting(item)
    assert meeting is not None
    first = opener.at_once(meeting, item_id)
    assert first is not None
    app = ReviewApp(opener, meeting, first)
    async with app.run_test(size=size) as pilot:
        robot = Robot(app, pilot)
        if settled:
            await robot.has_settled_in()
        yield robot
    desk.history.close()
