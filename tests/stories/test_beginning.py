"""A book that is in no repository yet."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.stories.robot import reviewing


@pytest.fixture
def bare_folder(sample_book: Path) -> Path:
    """The sample book without its repository, and a reviewer whom git knows."""
    shutil.rmtree(sample_book.parent / ".git")
    subprocess.run(["git", "config", "--global", "user.name", "Dawn Example"], check=True)
    subprocess.run(["git", "config", "--global", "user.email", "dawn@example.org"], check=True)
    return sample_book


def subjects(book: Path) -> list[str]:
    told = subprocess.run(
        ["git", "-C", str(book), "log", "--format=%s"], capture_output=True, text=True, check=True
    )
    return told.stdout.splitlines()


async def test_a_history_is_begun_when_the_reviewer_says_so(bare_folder: Path) -> None:
    async with reviewing(bare_folder, settled=False) as robot:
        await robot.sees("This book has no history")
        assert not (bare_folder / ".git").exists()
        await robot.press("down", "enter")
        await robot.is_told("begins here")
        await robot.approves()
    assert subjects(bare_folder) == [
        "Approve item 5: Safeguarding Children Board Annual Report",
        "Start the minute book",
    ]


async def test_it_is_only_read_when_the_reviewer_says_so(bare_folder: Path) -> None:
    async with reviewing(bare_folder, settled=False) as robot:
        await robot.sees("This book has no history")
        await robot.press("enter")
        await robot.sees("in no git repository")
        await robot.press("a")
        await robot.is_told("in no git repository")
    assert not (bare_folder / ".git").exists()
