"""A whole new meeting in a book."""

import datetime as dt
from pathlib import Path

import pytest

from review_tui.adapters.book import read_meeting
from review_tui.adapters.book.new_meeting import write_meeting
from review_tui.model.errors import Refusal
from review_tui.model.meeting import Item, Meeting
from review_tui.model.people import Attendee

MEETING = Meeting(
    "2022-03-16-board",
    "The Board",
    dt.date(2022, 3, 16),
    venue="no",
    present=(Attendee("A: Lee"), Attendee("B. Fox", "Mayor")),
    items=(Item("01-a", "1", "A #1", "Ann Lee"), Item("02-b", "", "B")),
)


def test_the_folder_says_what_the_meeting_says(tmp_path: Path) -> None:
    folder = write_meeting(tmp_path / "new", MEETING, {"01-a": "Words.\n", "02-b": ""})
    file = folder / "meeting.yaml"
    read = read_meeting(file, file.read_text(encoding="utf-8"))
    assert (read.body, read.date, read.venue, read.present) == (
        "The Board",
        MEETING.date,
        "no",
        MEETING.present,
    )
    assert [(i.id, i.title, i.presenter) for i in read.items] == [
        ("01-a", "A #1", "Ann Lee"),
        ("02-b", "B", ""),
    ]
    assert (folder / "01-a" / "minutes.md").read_bytes() == b"Words.\n"
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["2022-03-16-board"]


def test_nothing_is_written_over_and_nothing_half(tmp_path: Path) -> None:
    (tmp_path / MEETING.id).mkdir()
    with pytest.raises(Refusal, match="is there already, and nothing is written over it"):
        write_meeting(tmp_path, MEETING, {})
    assert list((tmp_path / MEETING.id).iterdir()) == []
    with pytest.raises(Refusal, match="may not begin with a dot"):
        write_meeting(tmp_path / "b", MEETING, {"../x": "a"})
    assert not (tmp_path / "b").exists()
    (tmp_path / "f").write_text("mine", encoding="utf-8")
    with pytest.raises(Refusal, match="is a file"):
        write_meeting(tmp_path / "f", MEETING, {})
