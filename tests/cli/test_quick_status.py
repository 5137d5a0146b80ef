"""``status`` of a long shelf: what is kept is asked for, and of other meetings nothing is opened."""

import shutil
import sys
from pathlib import Path

import pytest

from review_tui.adapters.book import meeting_index
from tests.cli.conftest import Command
from tests.conftest import SAMPLE_MEETING

_opened: list[str] | None = None


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open" and _opened is not None:
        _opened.append(str(arguments[0]))


sys.addaudithook(_watch)


def opened_by(command: Command, *words: str) -> list[str]:
    """The names of files and folders that a command opens."""
    global _opened  # noqa: PLW0603 -- a hook can't be taken away again, so it is told when to look
    _opened = []
    try:
        assert command(*words)[0] == 0
        return _opened
    finally:
        _opened = None


@pytest.fixture
def shelf(sample_book: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample book with five more meetings."""
    # The book is written this very second: by the racy rule alone its files would be read again.
    monkeypatch.setattr(meeting_index, "RACY_WINDOW", -60.0)
    for day in range(1, 6):
        copied = sample_book / f"2022-05-0{day}-board"
        shutil.copytree(sample_book / SAMPLE_MEETING, copied)
        yaml = copied / "meeting.yaml"
        yaml.write_text(yaml.read_text(encoding="utf-8").replace("2022-03-16", f"2022-05-0{day}"), "utf-8")
    return sample_book


def test_asked_again_it_says_the_same(shelf: Path, command: Command) -> None:
    first = command("status")
    assert "1 finding" in first[1]
    assert command("status") == first
    assert command("status", "--json")[0] == 0


def test_of_one_meeting_nothing_of_the_others_is_opened(shelf: Path, command: Command) -> None:
    whole = command("status")[1]
    opened = opened_by(command, "status", SAMPLE_MEETING)
    assert SAMPLE_MEETING in opened
    assert not [name for name in opened if "2022-05-0" in name]
    told = command("status", "2022-03-16")[1]
    assert told
    assert told in whole
    assert command("status", f"drafts/{SAMPLE_MEETING}")[1] == told
    assert command("status", f"drafts/{SAMPLE_MEETING}/05-safeguarding-children-annual-report")[1] == told


def test_no_meeting_file_is_read_again_when_all_is_known(shelf: Path, command: Command) -> None:
    command("status")
    opened = opened_by(command, "status")
    read = [name for name in opened if name.endswith("meeting.yaml")]
    # Of the meeting that is in the history the gate compares the bytes with it; that is no reading of it.
    assert [name for name in read if f"{SAMPLE_MEETING}/" not in name] == []
    assert len(read) <= 1


def test_without_a_place_to_keep_anything_it_says_the_same(shelf: Path, command: Command, home: Path) -> None:
    first = command("status")
    shutil.rmtree(home / ".cache", ignore_errors=True)
    (home / ".cache").write_text("no folder")
    assert command("status") == first


def test_in_a_book_that_can_only_be_read_it_says_the_same(shelf: Path, command: Command) -> None:
    first = command("status")
    for place in [shelf.parent / ".git", shelf, *shelf.rglob("*")]:
        if place.is_dir():
            place.chmod(0o555)
    try:
        assert command("status") == first
    finally:
        for place in [shelf.parent / ".git", shelf, *shelf.rglob("*")]:
            if place.is_dir():
                place.chmod(0o755)


def test_a_meeting_that_is_not_there_is_told(shelf: Path, command: Command) -> None:
    assert command("status", "2031-01-01") == (
        1,
        "",
        "review-tui: No meeting is called “2031-01-01”. `review-tui status` lists what there is.\n",
    )
    assert command("status", "drafts/2031-01-01")[0] == 3
    assert command("status", "board")[0] == 2
