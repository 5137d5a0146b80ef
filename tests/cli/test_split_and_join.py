"""Minutes in one file made a meeting of folders, and whole again."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from review_tui.composition import run
from tests.one_file import MINUTES, NAME, commit, git, make

FILE = f"meetings/{NAME}"
FIVE = "2022-03-16/5"
Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def top(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    make(tmp_path / "repo", f"---\ntitle: Board\n---\n{MINUTES.rstrip()}")
    monkeypatch.chdir(tmp_path / "repo")
    return tmp_path / "repo"


@pytest.fixture
def command(capfd: pytest.CaptureFixture[str]) -> Command:
    def ran(*words: str) -> tuple[int, str, str]:
        capfd.readouterr()
        code = run(list(words))
        out, err = capfd.readouterr()
        return code, out, err

    return ran


def test_split_and_joined_again_the_minutes_are_the_same_bytes(top: Path, command: Command) -> None:
    code, _, err = command("split", FILE, "--into", "drafts")
    assert (code, err) == (0, "")
    assert f"Split-from: {FILE}" in git(top, "log", "-1", "--format=%B")
    assert git(top, "status", "--porcelain") == ""
    assert command("join", "2022-03-16", "--book", "drafts")[1] == (top / FILE).read_text()
    assert command("show", FIVE, "--book", "drafts")[0] == 0


def test_minutes_without_headings_are_the_same_bytes_again(top: Path, command: Command) -> None:
    words = "Minutes\n\n1. Rent\n\nPaid.\n\n2. Trees\n\nTwo were felled:\n\n1. an oak,\n2. an ash.\n"
    (top / FILE).write_text(words)
    commit(top, "Plain")
    assert command("split", FILE, "--into", "drafts")[0] == 0
    assert command("join", "2022-03-16", "--book", "drafts")[1] == words


def test_the_history_of_an_item_goes_on_through_the_split(top: Path, command: Command) -> None:
    command(
        "amend",
        f"{FILE}#5",
        "--replace",
        "October, 2020-September, 2022",
        "October, 2020-September, 2021",
        "--reason",
        "A slip.",
    )
    command("split", FILE, "--into", "drafts")
    command("amend", FIVE, "--book", "drafts", "--replace", "be noted", "be received", "--reason", "As said.")
    told = command("log", FIVE, "--book", "drafts")[1]
    assert "Amendment 2" in told
    assert "Amendment 1: “September, 2022” to “September, 2021”" in told
    assert "A slip." in command("blame", FIVE, "--book", "drafts")[1]


def test_a_move_takes_the_acts_along_and_nothing_looks_tampered_with(top: Path, command: Command) -> None:
    command("approve", f"{FILE}#6")
    assert command("split", FILE, "--into", "drafts", "--move")[0] == 0
    assert not (top / FILE).exists()
    (meeting,) = json.loads(command("status", "drafts", "--json")[1])["meetings"]
    assert [item["standing"] for item in meeting["items"]][-1] == "approved"
    assert meeting["doubts"] == []


def test_what_is_not_recorded_is_not_split(top: Path, command: Command) -> None:
    (top / FILE).write_text(MINUTES + "More.\n")
    assert "Record it first" in command("split", FILE, "--into", "drafts")[2]
    commit(top, "More")
    command("split", FILE, "--into", "drafts")
    assert "already" in command("split", FILE, "--into", "drafts")[2]


def test_the_notes_come_along_and_are_those_of_the_meeting(top: Path, command: Command) -> None:
    (top / "meetings" / "2022-03-16.review" / "notes").mkdir(parents=True)
    (top / "meetings" / "2022-03-16.review" / "notes" / "chair.txt").write_text("Tom late\n")
    (top / "slides.txt").write_text("Safeguarding: 14 referrals\n")
    commit(top, "More notes")
    (top / "private.txt").write_text("cross with Tom\n")
    command("link", f"{FILE}#5", "--quote", "Laura Gough gave", "--to", "2022-03-16-notes.md:1")
    told = command("split", FILE, "--into", "drafts", "--move", "--notes", "slides.txt", "private.txt")[2]
    assert told.startswith("! private.txt is not recorded, so it was left there.")
    there = "drafts/2022-03-16/notes/"
    assert git(top, "ls-files", "*.txt", "*-notes.md").split() == [
        f"{there}{name}" for name in ("2022-03-16-notes.md", "chair.txt", "slides.txt")
    ]
    assert git(top, "status", "--porcelain") == "?? private.txt\n"
    shown = json.loads(command("align", FIVE, "--book", "drafts", "--json")[1])
    confirmed = [each for each in shown["passages"] if each["confirmed_by"]]
    assert [each["links"][0]["file"] for each in confirmed] == ["../notes/2022-03-16-notes.md"]
