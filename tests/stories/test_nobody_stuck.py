"""What goes wrong around the program is told on the screen, and what was begun goes on."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.stories.robot import reviewing


def add_to_meeting(book: Path, more: str) -> None:
    (file,) = book.glob("*/meeting.yaml")
    file.write_text(file.read_text(encoding="utf-8") + more, encoding="utf-8")


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("links: [a, {b: c}]\nchair: {name: Anna Poole, role: Mayor}\n", ""),
        ("chair: [Anna Poole]\n", "meeting.yaml, line 42: `chair` should be a name"),
    ],
)
async def test_a_meeting_file_of_odd_shape_opens_and_says_what_is_odd(
    sample_book: Path, more: str, told: str
) -> None:
    add_to_meeting(sample_book, more)
    async with reviewing(sample_book) as robot:
        await robot.sees("Safeguarding Children Board Annual Report", told)
        assert told or "meeting.yaml, line" not in robot.words


def forget_name(book: Path) -> None:
    """Nobody knows who works here, and git may not guess."""
    for key in ("user.name", "user.email"):
        subprocess.run(["git", "-C", str(book), "config", "--unset", key], check=True)
    subprocess.run(["git", "-C", str(book), "config", "user.useConfigOnly", "true"], check=True)


def last_author(book: Path) -> str:
    told = ["git", "-C", str(book), "log", "-1", "--format=%an <%ae>: %s"]
    return subprocess.run(told, capture_output=True, text=True, check=True).stdout.strip()


def kept(book: Path, where: str) -> str:
    asked = ["git", "-C", str(book), "config", where, "user.name"]
    return subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()


async def test_a_reviewer_whom_nobody_knows_is_asked_once_and_the_act_goes_on(sample_book: Path) -> None:
    forget_name(sample_book)
    async with reviewing(sample_book, settled=False) as robot:
        await robot.until(lambda: robot.book.session.item.is_checked, "is not looked over")
        await robot.press("a")
        await robot.sees("Who are you?", "not known here yet")
        await robot.types("Nia New")
        await robot.press("enter")
        await robot.types("nia")
        await robot.press("enter")
        await robot.sees("That is no e-mail address")
        await robot.types("@example.org")
        await robot.press("enter")
        await robot.sees("Approve this item", "Nia New")
        await robot.press("y")
        await robot.is_told("approved")
        await robot.press("R")
        await robot.until(lambda: bool(robot.book.message), "is told nothing")
    assert last_author(sample_book).startswith("Nia New <nia@example.org>: ")
    assert (kept(sample_book, "--local"), kept(sample_book, "--global")) == ("Nia New", "")


async def test_what_was_typed_before_the_name_was_asked_is_recorded(sample_book: Path) -> None:
    forget_name(sample_book)
    async with reviewing(sample_book, settled=False) as robot:
        await robot.until(lambda: robot.book.session.item.is_checked, "is not looked over")
        await robot.press("o")
        await robot.sees("Object to this item")
        await robot.types("Not so.")
        await robot.press("ctrl+s")
        await robot.sees("Who are you?")
        await robot.types("Nia New")
        await robot.press("tab")
        await robot.types("nia@example.org")
        await robot.press("tab", "space", "ctrl+s")
        await robot.is_told("bject")
        await robot.until(lambda: "Object to" in last_author(sample_book), "is not recorded")
    assert last_author(sample_book).startswith("Nia New <nia@example.org>: Object to")
    assert (kept(sample_book, "--local"), kept(sample_book, "--global")) == ("", "Nia New")


async def test_whoever_gives_no_name_loses_nothing(sample_book: Path) -> None:
    forget_name(sample_book)
    before = last_author(sample_book)
    async with reviewing(sample_book, settled=False) as robot:
        await robot.until(lambda: robot.book.session.item.is_checked, "is not looked over")
        await robot.press("o")
        await robot.sees("Object to this item")
        await robot.types("Not so.")
        await robot.press("ctrl+s")
        await robot.sees("Who are you?")
        await robot.press("escape")
        await robot.is_told("does not know who you are")
        await robot.press("o")
        await robot.sees("Not so.")
    assert last_author(sample_book) == before


async def test_a_history_is_begun_under_a_name_that_is_asked(sample_book: Path) -> None:
    shutil.rmtree(sample_book.parent / ".git")
    async with reviewing(sample_book, settled=False) as robot:
        await robot.sees("This book has no history")
        await robot.press("down", "enter")
        await robot.sees("Who are you?")
        await robot.types("Nia New")
        await robot.press("enter")
        await robot.types("nia@example.org")
        await robot.press("enter")
        await robot.is_told("begins here")
    assert last_author(sample_book) == "Nia New <nia@example.org>: Start the minute book"
