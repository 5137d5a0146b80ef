"""``review-tui details``: who was there, the day, the place, put right and recorded."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Command
from tests.one_file import NAME, git, make

MEETING = "2022-03-16-health-and-wellbeing-board"
YAML = Path("drafts", MEETING, "meeting.yaml")


def test_who_was_there_is_put_right_in_one_commit_and_taken_back(
    command: Command, as_json: Callable[..., Any]
) -> None:
    before = YAML.read_bytes()
    there = [each["name"] for each in as_json("details", MEETING)["present"]]
    code, out, _ = command("details", MEETING, "--present", "+Wei Chen, Treasurer", "--venue", "The Hall")
    assert (code, out) == (0, "Kept of the meeting: venue The Hall; present with Wei Chen.\n")
    now = as_json("details", MEETING)
    assert [each["name"] for each in now["present"]] == [*there, "Wei Chen"]
    assert now["venue"] == "The Hall"
    assert git(Path(), "show", "--format=%s", "--name-only").split("\n")[2:] == [str(YAML), ""]
    assert "Undone" in command("undo")[1]
    assert YAML.read_bytes() == before
    assert command("details", MEETING, "--date", "soon")[0] == 1
    assert command("details", MEETING, "--body", as_json("details", MEETING)["body"])[0] == 1


def test_an_edit_by_hand_is_recorded_first_and_stands_in_no_way_then(command: Command) -> None:
    YAML.write_bytes(YAML.read_bytes() + b"note: by hand\n")
    code, _, err = command("details", MEETING, "--venue", "The Hall")
    assert (code, "--recorded" in err) == (1, True)
    assert f"review-tui details {MEETING} --recorded" in command("status")[1]
    assert command("details", MEETING, "--recorded", "--reason", "It was missing.")[0] == 0
    assert git(Path(), "status", "--porcelain", "--", str(YAML)) == ""
    assert "--recorded" not in command("status")[1]
    assert command("details", MEETING, "--recorded")[0] == 1


def test_of_minutes_in_one_file_it_is_kept_beside_them(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path / "repo")
    monkeypatch.chdir(tmp_path / "repo")
    book = ("--book", f"meetings/{NAME}")
    code, _, err = command("details", Path(NAME).stem, *book, "--apologies", "+Wei Chen")
    assert (code, "is read from the minutes" in err) == (2, True)
    said_of_none = "as the minutes have it"
    for words, said in (("Wei Chen; Olu Ade, Clerk", "Wei Chen; Olu Ade, Clerk"), ("", said_of_none)):
        assert command("details", Path(NAME).stem, *book, "--apologies", words)[0] == 0
        assert f"Apologies: {said}\n" in command("details", Path(NAME).stem, *book)[1]
    assert git(Path(), "status", "--porcelain") == ""
