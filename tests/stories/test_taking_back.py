"""Undo and redo on the screen: seen first, then done, wherever it was."""

import shutil
import subprocess
from pathlib import Path

from review_tui.composition import SAMPLE_ITEM, open_book_context
from review_tui.model.quotes import occurrences, quote_at
from tests.stories.reviewers import become
from tests.stories.robot import Robot, reviewing

OTHER_MEETING = "2022-05-11-health-and-wellbeing-board"
WRONG, RIGHT = "September, 2022", "September, 2021"


def flag(book: Path, item: str, words: str, comment: str) -> None:
    context = open_book_context(book)
    view = context.reading.find(item)
    quote = quote_at(view.draft.text, occurrences(view.draft.text, words)[0])
    context.review.flag(view, quote, "date", comment)
    context.history.close()


def amend(book: Path, old: str, new: str, reason: str, item: str = SAMPLE_ITEM) -> None:
    context = open_book_context(book)
    view = context.reading.find(item)
    assert old in view.draft.text
    context.review.amend(view, view.draft.text.replace(old, new), reason)
    context.history.close()


def tree(book: Path) -> str:
    run = ["git", "-C", str(book), "rev-parse", "HEAD^{tree}"]
    return subprocess.run(run, capture_output=True, text=True, check=True).stdout


async def undoes(robot: Robot, *seen: str, by: str = "enter") -> None:
    await robot.press("u")
    await robot.sees("Undo your", *seen)
    await robot.press(by)
    await robot.is_told("Undone")


async def test_a_flag_and_an_amendment_are_undone_newest_first_and_done_again(sample_book: Path) -> None:
    start = tree(sample_book)
    flag(sample_book, SAMPLE_ITEM, WRONG, "It ended in 2021.")
    flagged = tree(sample_book)
    amend(sample_book, WRONG, RIGHT, "A slip of the pen.")
    amended = tree(sample_book)
    async with reviewing(sample_book, size=(80, 24)) as robot:
        await robot.press("end")
        place = robot.book.panes.passage
        await undoes(robot, "Undo your amendment of item 5, made today", "A slip of the pen.", "{+2022+}")
        assert tree(sample_book) == flagged
        assert robot.book.panes.passage is not None
        assert place is not None
        assert robot.book.panes.passage.index == place.index
        assert robot.book.session.warning == ""
    async with reviewing(sample_book) as robot:
        await undoes(robot, "your flag on item 5", "It ended in 2021.", by="y")
        assert tree(sample_book) == start
        await robot.no_longer_sees("It ended in 2021.")
        await robot.press("u")
        await robot.is_told("nothing of yours in this book to undo")
    async with reviewing(sample_book) as robot:
        for told, left in (("your flag on item 5", flagged), ("your amendment of item 5", amended)):
            await robot.press("U")
            await robot.sees(f"Do again {told}, which you took back today")
            await robot.press("enter")
            await robot.is_told("Done again")
            assert tree(sample_book) == left
        await robot.press("U")
        await robot.is_told("nothing to redo")


async def test_leaving_the_question_undoes_nothing(sample_book: Path) -> None:
    flag(sample_book, SAMPLE_ITEM, WRONG, "It ended in 2021.")
    flagged = tree(sample_book)
    async with reviewing(sample_book) as robot:
        for key in ("escape", "n"):
            await robot.press("u")
            await robot.sees("Undo your flag")
            await robot.press(key)
            await robot.no_longer_sees("Undo your flag")
    assert tree(sample_book) == flagged


async def test_what_is_undone_elsewhere_is_opened(sample_book: Path) -> None:
    flag(sample_book, "6", "loneliness", "Say which.")
    async with reviewing(sample_book) as robot:
        await undoes(robot, "your flag on item 6", "This was in item 6, Loneliness Update")
        await robot.until(lambda: robot.book.session.item.view.item.number == "6", "item 6 is not opened")
        assert robot.book.session.item.flags == ()
        assert robot.book.session.warning == ""


async def test_what_is_undone_in_another_meeting_is_opened(sample_book: Path) -> None:
    shutil.copytree(sample_book / SAMPLE_ITEM.split("/")[0], sample_book / OTHER_MEETING)
    flag(sample_book, f"{OTHER_MEETING}/{SAMPLE_ITEM.split('/')[1]}", WRONG, "It ended in 2021.")
    async with reviewing(sample_book) as robot:
        assert robot.book.session.meeting.meeting.id != OTHER_MEETING
        await undoes(robot, "your flag on item 5", "It opens then")
        await robot.until(lambda: robot.book.session.meeting.meeting.id == OTHER_MEETING, "is not opened")
        assert f"{OTHER_MEETING}/{SAMPLE_ITEM.split('/')[1]}" == robot.book.session.item.view.name


async def test_what_others_built_on_is_not_undone_and_the_reason_is_whole(sample_book: Path) -> None:
    amend(sample_book, WRONG, RIGHT, "A slip of the pen.")
    become(sample_book, "Ann Example")
    amend(sample_book, "powerpoint", "PowerPoint", "It is a name.")
    become(sample_book, "Dawn Example")
    amended = tree(sample_book)
    async with reviewing(sample_book, size=(80, 24)) as robot:
        await robot.press("u")
        await robot.sees(
            "This can’t be undone now", "amended since by Ann Example", "Restore the wording from before it"
        )
        await robot.press("enter")
        await robot.no_longer_sees("This can’t be undone now")
    assert tree(sample_book) == amended
