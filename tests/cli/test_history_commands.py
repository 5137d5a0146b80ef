"""Looking back and taking back, by command."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., tuple[int, str, str]]
Answer = Callable[..., Any]
WRONG, RIGHT = "October, 2020-September, 2022", "October, 2020-September, 2021"


@pytest.fixture
def amended(command: Command, as_json: Answer) -> str:
    """Item 5 with three amendments, the first of which settled a flag; the commit of the second."""
    flag = as_json("flag", "5", "--quote", WRONG, "--kind", "date", "--comment", "Not as above.")["act"]["id"]
    command("amend", "5", "--replace", WRONG, RIGHT, "--reason", "A slip.", "--settles", flag)
    second: str = as_json("amend", "5", "--replace", "Safe at Home", "Safe at home", "--reason", "Style.")[
        "commit"
    ]
    command("amend", "5", "--replace", "by the end of June", "by the end of July", "--reason", "As said.")
    return second


@pytest.mark.usefixtures("amended")
def test_the_log_of_an_item_is_its_timeline_in_plain_words(command: Command, as_json: Answer) -> None:
    lines = command("log", "5")[1].splitlines()
    assert [re.sub(r"^  \d\d:\d\d · Dawn Example · ", "  ", line) for line in lines] == [
        "Today",
        "  Amendment 3: “June” to “July”",
        "          As said.",
        "  Amendment 2: “Home” to “home”",
        "          Style.",
        "  Amendment 1: “September, 2022” to “September, 2021”",
        "          A slip; closed the date flag by Dawn Example.",
        f"  Date flag on “{WRONG}”",
        "          Not as above.",
        "Friday 18 March 2022",
        "  The draft as it was received",
    ]
    assert lines[-1] == "  09:00 · Dawn Example · The draft as it was received"
    told = as_json("log", "5", "--limit", "2")["entries"]
    assert [(t["amendment"], t["undone"], t["reason"]) for t in told] == [
        (3, False, "As said."),
        (2, False, "Style."),
    ]


@pytest.mark.usefixtures("amended")
def test_the_log_of_the_book_names_the_items(command: Command) -> None:
    command("undo")
    lines = command("log", "-n", "3")[1].splitlines()
    assert lines[0] == "Today"
    assert lines[1].endswith(" · Dawn Example · Item 5: Took back “Amended “June” to “July””")
    assert lines[2].endswith(" · Dawn Example · Item 5: Amended “June” to “July” (taken back since)")
    assert lines[3] == "          As said."


def test_differences_are_told_between_any_two_points(command: Command, as_json: Answer, amended: str) -> None:
    told = command("diff", "5")[1].splitlines()
    assert told[0] == "Item 5, from the first draft to the draft now: 3 passages changed, 3 words out, 3 in"
    assert told[1] == "line 3: - Safe at [-Home-]{+home+}"
    for words in (("2", "3"), (amended, "now"), (amended[:8], "3")):
        _, line = command("diff", "5", *words)[1].splitlines()
        assert "by the end of [-June-]{+July+}." in line
    assert command("diff", "5", "now")[1].splitlines()[1:] == []
    found = as_json("diff", "5", "1", "2")
    pieces = [piece for row in found["rows"] for piece in row["pieces"]]
    old, new = ("".join(p["text"] for p in pieces if p["op"] != op) for op in ("inserted", "deleted"))
    assert new == old.replace("Safe at Home", "Safe at home") != old
    assert (found["from"]["what"], found["summary"]) == (
        "amendment 1 (by Dawn Example)",
        "1 passage changed, 1 word out, 1 in",
    )


@pytest.mark.usefixtures("amended")
def test_differences_since_one_approved_or_read(command: Command, sit_down: Callable[[str], None]) -> None:
    for point in ("mine", "approved", "read"):
        code, _, err = command("diff", "5", point)
        assert (code, "item 5" in err) == (1, True)
    command("approve", "5")
    sit_down("Alex Example")
    command("receipt", "5")
    command("amend", "5", "--replace", "Neglect Strategy", "Neglect strategy", "--reason", "Style.")
    assert command("diff", "5", "mine")[0] == 1
    for point in ("approved", "read"):
        assert "Neglect [-Strategy-]{+strategy+}" in command("diff", "5", point)[1]
    sit_down("Dawn Example")
    assert "from the text as you last approved it to the draft now" in command("diff", "5", "mine")[1]
    approving = subprocess.run(
        ["git", "log", "-1", "--format=%h", "--grep=^Approve item 5"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    assert "Neglect [-Strategy-]{+strategy+}" in command("diff", "5", approving)[1]


@pytest.mark.parametrize("point", ["7", "abcdef0", "yesterday", ""])
def test_a_point_that_there_is_not_is_said_to_be_none(command: Command, point: str) -> None:
    code, _, err = command("diff", "5", point)
    assert code == 1
    assert "no point called" in err


@pytest.mark.usefixtures("amended")
def test_every_sentence_has_where_its_words_come_from(command: Command, as_json: Answer) -> None:
    found = {each["quote"]: each for each in as_json("blame", "5")["sentences"]}
    assert found["Safe at home"]["amendment"] == 2
    assert found["Safe at home"]["told"].endswith(": Style.")
    assert found["Safe in the Community"]["amendment"] is None
    assert found["Safe in the Community"]["told"].startswith("The draft as it was received")
    lines = command("blame", "5")[1].splitlines()
    at = lines.index("    Safe at home")
    assert lines[at - 1].startswith("Amendment 2, by Dawn Example, ")


@pytest.mark.usefixtures("amended")
def test_an_item_has_five_views(command: Command, as_json: Answer) -> None:
    assert WRONG in command("show", "5", "--view", "first")[1]
    assert RIGHT in command("show", "5", "--view", "now")[1]
    assert "- Safe at [-Home-]{+home+}\n" in command("show", "5", "--view", "redline")[1]
    code, _, err = command("show", "5", "--view", "approved")
    assert (code, "ever approved" in err) == (1, True)
    command("approve", "5")
    approved = as_json("show", "5", "--view", "approved")
    assert approved["approved_by"] == [{"name": "Dawn Example", "email": "dawn@example.org"}]
    assert approved["minutes"] == as_json("show", "5")["minutes"]
    assert not command("show", "5", "--view", "clean")[1].endswith("\n\n")


@pytest.mark.usefixtures("amended")
def test_acts_are_taken_back_newest_first_and_done_again(command: Command, as_json: Answer) -> None:
    listed = command("undo", "--list")[1].splitlines()
    assert [line.split("  ")[1].split(": ")[0] for line in listed] == ["Amend item 5"] * 3 + ["Flag item 5"]
    assert command("undo", "--reason", "Too fast.")[1] == "Undone: Amend item 5: “June” to “July”.\n"
    assert as_json("log")["entries"][0]["reason"] == "Too fast."
    again = as_json("undo", "--list")
    assert len(again["undo"]) == 3
    assert again["redo"]["what"] == "Amend item 5: “June” to “July”"
    assert command("redo")[1] == "Done again: Amend item 5: “June” to “July”.\n"
    code, _, err = command("redo")
    assert (code, "nothing to redo" in err) == (1, True)


def test_one_amendment_is_put_back_alone(command: Command, as_json: Answer, amended: str) -> None:
    shown = command("revert", "5", "2", "--preview")[1]
    assert shown.splitlines() == [
        "Restoring the wording from before amendment 2, by Dawn Example:",
        "line 3: - Safe at [-home-]{+Home+}",
    ]
    assert as_json("revert", "5", "1", "--preview")["settled"]
    assert command("revert", "5", "2")[0] == 2
    assert command("revert", "5", amended[:10], "--reason", "House style.")[0] == 0
    restored = command("log", "5")[1].splitlines()[1]
    assert restored.endswith(
        " · Dawn Example · Amendment 4, which restores the wording from before amendment 2"
    )
    assert (
        " · Dawn Example · Item 5: Restored the wording from before amendment 2, by Dawn" in command("log")[1]
    )
    for words in (("--preview",), ("--reason", "Again.")):
        code, _, err = command("revert", "5", "2", *words)
        assert (code, "read as before amendment 2 already" in err) == (1, True)


@pytest.mark.parametrize(
    "words",
    [
        ("log",),
        ("log", "5"),
        ("diff", "5"),
        ("blame", "5"),
        ("revert", "5", "1", "--preview"),
        ("hand-over", "health"),
        ("show", "5", "--view", "first"),
        ("show", "5", "--view", "redline"),
    ],
)
def test_without_a_history_nothing_is_told_of_the_past(
    command: Command, sample_book: Path, words: tuple[str, ...]
) -> None:
    shutil.rmtree(sample_book.parent / ".git")
    code, out, err = command(*words)
    assert (code, out) == (3, "")
    assert "no git repository" in err
    assert command("show", "5", "--view", "clean")[0] == 0
