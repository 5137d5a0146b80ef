"""Minutes that nobody can put their name to: every command says so, and what to do."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., tuple[int, str, str]]
FOLDER = "2022-03-16-health-and-wellbeing-board/06-loneliness"
BOTH = "<<<<<<< HEAD\nThe Board noted it.\n=======\nThe Board noted this.\n>>>>>>> dawn\n"


def record(book: Path, text: str) -> None:
    (book / FOLDER / "minutes.md").write_text(text, encoding="utf-8")
    subprocess.run(["git", "commit", "-qam", "By hand"], cwd=book, check=True)


@pytest.mark.parametrize(
    ("text", "said"),
    [(BOTH, "two versions of the same words"), ("", "These minutes are empty"), (" \n\n", "are empty")],
)
def test_minutes_that_can_be_no_record_are_told_everywhere_and_refused(
    command: Command, as_json: Callable[..., Any], sample_book: Path, text: str, said: str
) -> None:
    record(sample_book, text)
    assert said in command("show", "6")[1]
    assert said in command("status")[1]
    assert said in as_json("show", "6")["blocks_sign_off"][0]
    assert said in command("sign-off", "health", "--preview")[2]
    code, _, refused = command("approve", "6")
    assert (code, said in refused) == (1, True)
    record(sample_book, "The Board noted it.\n")
    assert command("approve", "6")[0] == 0


def test_to_have_read_without_comment_and_to_object_do_not_go_together(command: Command) -> None:
    command("object", "6", "--comment", "Nobody said so.")
    code, _, refused = command("receipt", "6")
    assert code == 1
    assert "You object to this item: “Nobody said so.”" in refused
