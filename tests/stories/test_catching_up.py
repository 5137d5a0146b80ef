"""What the screen shows and does while it is still finding something out."""

import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from textual.widgets import TextArea

from review_tui.application.reading import ItemView, MeetingView
from review_tui.tui.item_loader import ItemLoader, LoadedItem, ReadAgain
from review_tui.tui.open_item import OpenItem
from tests.stories.robot import Robot, reviewing


class Slow(ItemLoader):
    """Finds nothing out before it is let."""

    may_know, may_check, may_read = threading.Event(), threading.Event(), threading.Event()

    def know(self, view: ItemView, before: OpenItem | None = None) -> LoadedItem:
        self.may_know.wait()
        return super().know(view, before)

    def check(self, known: LoadedItem) -> LoadedItem:
        self.may_check.wait()
        return super().check(known)

    def read_again(self, view: MeetingView, before: OpenItem) -> ReadAgain:
        self.may_read.wait()
        return super().read_again(view, before)


@contextmanager
def slow(*events: threading.Event) -> Iterator[None]:
    """Only these are waited for; at the end nothing is."""
    every = (Slow.may_know, Slow.may_check, Slow.may_read)
    for event in every:
        event.clear() if event in events else event.set()
    try:
        yield
    finally:
        for event in every:
            event.set()


def commits(book: Path) -> int:
    ran = subprocess.run(["git", "-C", book, "rev-list", "--count", "HEAD"], capture_output=True, check=True)
    return int(ran.stdout)


async def amends_the_first_passage(robot: Robot) -> None:
    await robot.press("home", "e")
    await robot.sees("Amend this passage")
    await robot.types(" Questions followed.")
    robot.app.screen.query_one("#reason", TextArea).focus()
    await robot.types("Left out.")
    await robot.press("ctrl+s")
    await robot.until(lambda: "amended" in robot.book.message, "is not told that it is amended")


async def test_the_approving_dialog_says_that_the_item_is_looked_over_and_holds(sample_book: Path) -> None:
    before = commits(sample_book)
    with slow(Slow.may_check, Slow.may_know):
        async with reviewing(sample_book, settled=False, opens=Slow) as robot:
            await robot.press("a")
            await robot.sees("Approve this item", "Still looking this item over")
            await robot.press("ctrl+s", "y", "enter")
            await robot.sees("Approve this item", "Still looking this item over")
            Slow.may_know.set()
            await robot.until(lambda: bool(robot.book.session.who), "does not know who sits here")
            await robot.press("ctrl+s", "y", "enter")
            await robot.sees("Approve this item", "Still looking this item over")
            assert "Dawn Example" not in robot.words
            Slow.may_check.set()
            await robot.no_longer_sees("Still looking")
            await robot.sees("By Dawn Example", "!")
            assert commits(sample_book) == before
            await robot.press("enter")
            await robot.is_told("Item 5 approved.")
    assert commits(sample_book) == before + 1


async def test_amended_is_said_before_anything_is_checked_again(sample_book: Path) -> None:
    with slow():
        async with reviewing(sample_book, opens=Slow) as robot:
            Slow.may_check.clear()
            await amends_the_first_passage(robot)
            await robot.press("d")
            await robot.sees("What changed", "Questions followed.")
            assert "edited outside" not in robot.words
            assert "Nothing has changed" not in robot.words
            await robot.press("escape")
            await robot.no_longer_sees("What changed")
            await robot.press("a")
            await robot.sees("Approve this item", "Still looking")
            assert "changed outside" not in robot.page
            Slow.may_check.set()


async def test_keys_wait_in_order_until_what_was_recorded_is_on_the_screen(sample_book: Path) -> None:
    with slow():
        async with reviewing(sample_book, opens=Slow) as robot:
            Slow.may_read.clear()
            await amends_the_first_passage(robot)
            await robot.press("down", "e", "X", "Y")
            await robot.sees("catching up")
            assert "Amend this passage" not in robot.page
            Slow.may_read.set()
            await robot.sees("Amend this passage")
            words = robot.app.screen.query_one("#words", TextArea)
            await robot.until(lambda: words.text.endswith("XY"), "what was typed ahead is lost")
            passage = robot.book.panes.passage
            assert passage is not None
            assert passage.index == 1
            assert "catching up" not in robot.page


async def test_moving_about_and_help_wait_for_nothing(sample_book: Path) -> None:
    with slow():
        async with reviewing(sample_book, opens=Slow) as robot:
            Slow.may_read.clear()
            await amends_the_first_passage(robot)
            await robot.press("down")
            assert robot.book.panes.draft.cursor == 1
            await robot.press("question_mark")
            await robot.sees("Moving about")
            await robot.press("escape")
            Slow.may_read.set()


async def test_escape_lets_go_of_keys_that_wait(sample_book: Path) -> None:
    with slow():
        async with reviewing(sample_book, opens=Slow) as robot:
            Slow.may_read.clear()
            await amends_the_first_passage(robot)
            await robot.press("h")
            await robot.sees("catching up")
            await robot.press("escape")
            await robot.no_longer_sees("catching up")
            Slow.may_read.set()
            await robot.until(lambda: robot.book.session.acting == 0, "does not catch up")
            assert robot.app.screen is robot.book


async def test_an_approval_is_never_typed_ahead(sample_book: Path) -> None:
    before = commits(sample_book)
    with slow():
        async with reviewing(sample_book, opens=Slow) as robot:
            Slow.may_read.clear()
            await amends_the_first_passage(robot)
            await robot.press("a", "y", "enter")
            Slow.may_read.set()
            await robot.sees("Approve this item")
            await robot.no_longer_sees("Still looking")
            assert commits(sample_book) == before + 1
