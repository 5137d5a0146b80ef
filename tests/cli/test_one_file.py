"""Minutes in one file, reviewed where they lie, by command."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from review_tui.composition import run
from tests.one_file import MINUTES, NAME, commit, git, make

FILE = f"meetings/{NAME}"
ALLOTMENTS = """# Minutes of the Allotment Society, 14 March 2024

## 1. Rent

Carla Dunne proposed £38 a plot, seconded by Peter Ekwall.

## 2. Bonfires

Sanjay Gill asked that bonfires be allowed in November. Bonfires will be allowed.
"""
JOTTINGS = """rent - CD prop £38 sec PE
bonfires - letter from SG, wants nov. long chat. NO - stays banned
"""
FIVE = f"{FILE}#5"
Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def top(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    make(tmp_path / "repo")
    monkeypatch.chdir(tmp_path / "repo")
    return tmp_path / "repo"


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    def ran(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = run(list(words))
        out, err = capsys.readouterr()
        return code, out, err

    return ran


@pytest.fixture
def as_json(command: Command) -> Callable[..., Any]:
    return lambda *words: json.loads(command(*words, "--json")[1])


def test_the_file_is_looked_at_by_every_command_and_nothing_is_written(top: Path, command: Command) -> None:
    for words in (
        ["status", FILE],
        ["show", FIVE],
        ["log", FIVE],
        ["flags", FIVE],
        ["blame", FIVE],
    ):
        code, out, err = command(*words)
        assert (code, err) == (0, ""), words
        assert out
    assert git(top, "status", "--porcelain") == ""


def test_without_an_item_the_whole_file_is_shown_and_told_of(top: Path, command: Command) -> None:
    out = command("show", FILE)[1]
    assert all(words in out for words in ("There were none.", "Laura Gough gave", "A report on loneliness"))
    (top / "elsewhere.md").write_text("# Board\n")
    commit(top, "Something else")
    command("amend", f"{FILE}#6", "--replace", "received", "read", "--reason", "Clearer.")
    out = command("log", FILE)[1]
    assert "Clearer." in out
    assert "Something else" not in out
    assert "Undone: Amend item 6" in command("undo", "--book", FILE)[1]


def test_what_stands_before_the_first_item_is_item_0_as_in_a_book_of_folders(
    top: Path, command: Command
) -> None:
    assert command("approve", f"{FILE}#0")[1].startswith("Item “Opening” approved")


def test_a_finding_has_the_lines_and_offsets_of_the_file(top: Path, command: Command, as_json: Any) -> None:
    (found,) = as_json("check", FILE)["findings"]
    first = found["passages"][0]
    text = (top / FILE).read_text()
    assert first["file"] == FILE
    assert text[first["start"] : first["end"]] == first["quote"] == "October, 2020-September, 2022"
    assert text.splitlines()[first["line"] - 1].startswith("Resolved:-")
    suggestion = found["suggestion"]
    assert text[suggestion["start"] : suggestion["end"]] == "October, 2020-September, 2022"
    code, out, _ = command("check", FIVE)
    assert code == 1
    assert f"{FILE}:{first['line']}: error:" in out
    assert f"{NAME}:{first['line']}:" in out


def test_the_whole_story_on_one_file(top: Path, command: Command, as_json: Any) -> None:
    code, out, err = command(
        "flag", FIVE, "--quote", "September, 2022", "--kind", "date", "--comment", "A year?"
    )
    assert (code, err) == (0, "")
    flag = as_json("flags", FIVE)["flags"][0]
    assert (top / FILE).read_text()[flag["place"]["span"]["start"] :].startswith("September, 2022")
    right = ("October, 2020-September, 2022", "October, 2020-September, 2021")
    assert command("amend", FIVE, "--replace", *right, "--reason", "A slip.", "--settles", flag["id"])[0] == 0
    assert (top / FILE).read_text() == MINUTES.replace(right[0], right[1])
    changed = git(top, "show", "--name-only", "--format=", "HEAD").split()
    assert [path for path in changed if "/acts/" not in path] == [FILE]
    for item in ("opening", "1", "5", "6"):
        assert command("approve", f"{FILE}#{item}")[0] == 0
    assert command("amend", f"{FILE}#6", "--replace", "thanked", "thanked for it", "--reason", "x")[0] == 0
    (meeting,) = as_json("status", FILE)["meetings"]
    assert [item["standing"] for item in meeting["items"]] == ["approved", "approved", "approved", "stale"]
    code, out, err = command("sign-off", FILE)
    assert code == 1
    assert "Item 6" in out + err
    assert command("approve", f"{FILE}#6")[0] == 0
    assert command("sign-off", FILE)[0] == 0
    assert git(top, "tag").split() == ["minutes/2022-03-16"]
    assert command("amend", f"{FILE}#6", "--replace", "thanked for it", "thanked", "--reason", "x")[0] == 1
    assert git(top, "status", "--porcelain") == ""
    assert "review" not in (top / FILE).read_text()


def test_an_amendment_alone_touches_nothing_but_the_lines_of_the_file(top: Path, command: Command) -> None:
    command("amend", f"{FILE}#loneliness", "--replace", "received", "read", "--reason", "x")
    assert git(top, "show", "--name-only", "--format=", "HEAD").split() == [FILE]
    assert git(top, "show", "--numstat", "--format=", "HEAD").split()[:2] == ["1", "1"]


def test_what_changed_is_told_with_the_lines_of_the_file_then_and_now(
    top: Path, command: Command, as_json: Any
) -> None:
    command("amend", f"{FILE}#6", "--replace", "thanked", "thanked for it", "--reason", "x")
    text = (top / FILE).read_text()
    (top / FILE).write_text(text.replace("There were none.", "There were none.\n\nNor gifts."))
    commit(top, "Edited elsewhere")
    line = (
        text.splitlines().index("A report on loneliness was received and its authors were thanked for it.")
        + 1
    )
    (row,) = [row for row in as_json("diff", f"{FILE}#6")["rows"] if row["kind"] != "same"]
    assert (row["old_line"], row["new_line"]) == (line, line + 2)
    assert f"line {line + 2}: " in command("diff", f"{FILE}#6")[1]
    assert f"line {line + 2}: " in command("revert", f"{FILE}#6", "1", "--preview")[1]


def test_unrecorded_edits_of_other_items_stay_where_they_are(top: Path, command: Command) -> None:
    edited = MINUTES.replace("There were none.", "There were two.")
    (top / FILE).write_text(edited)
    assert command("amend", FIVE, "--replace", "be noted", "be received", "--reason", "x")[0] == 0
    assert git(top, "show", f"HEAD:{FILE}") == MINUTES.replace("be noted", "be received")
    assert (top / FILE).read_text() == edited.replace("be noted", "be received")
    code, _, err = command("amend", f"{FILE}#1", "--replace", "two", "three", "--reason", "x")
    assert code == 1
    assert f"amend {FILE}#declarations-of-interest --recorded" in err
    assert command("amend", f"{FILE}#1", "--recorded", "--reason", "As said.")[0] == 0
    assert git(top, "status", "--porcelain") == ""


def test_a_new_item_in_an_unrecorded_edit_is_taken_in_alone(top: Path, command: Command) -> None:
    new = "## 5a. Gifts\n\nA vase was given.\n\n"
    edited = MINUTES.replace("There were none.", "There were two.").replace("## 6.", f"{new}## 6.")
    (top / FILE).write_text(edited)
    assert command("approve", f"{FILE}#gifts")[0] == 0
    assert git(top, "show", f"HEAD:{FILE}") == MINUTES.replace("## 6.", f"{new}## 6.")
    assert (top / FILE).read_text() == edited


def test_a_heading_reworded_by_an_amendment_takes_its_acts_along(
    top: Path, command: Command, as_json: Any
) -> None:
    command("flag", f"{FILE}#6", "--quote", "thanked", "--kind", "wording", "--comment", "Whom?")
    command("amend", f"{FILE}#6", "--replace", "## 6. Loneliness", "## 7. Being alone", "--reason", "Better.")
    assert len(as_json("flags", f"{FILE}#7")["flags"]) == 1
    assert as_json("show", f"{FILE}#7")["item"] == "loneliness"
    told = as_json("log", f"{FILE}#7")["entries"]
    assert [each["subject"].split(":")[0] for each in told] == [
        "Amend item 6",
        "Flag item 6",
        "Minutes as they were taken",
    ]
    assert command("undo")[0] == 0
    assert (top / FILE).read_text() == MINUTES
    assert len(as_json("flags", f"{FILE}#6")["flags"]) == 1


def test_a_heading_reworded_by_hand_is_known_by_its_text_and_that_is_said(
    top: Path, command: Command, as_json: Any
) -> None:
    command("approve", f"{FILE}#6")
    (top / FILE).write_text(MINUTES.replace("## 6. Loneliness", "## Friendship"))
    for is_recorded in (False, True):
        if is_recorded:
            commit(top, "Reword")
        code, _, err = command("status", FILE)
        assert code == 0
        assert "is called “Friendship” now" in err
        assert as_json("show", f"{FILE}#friendship")["standing"] == "stale"


def test_acts_whose_item_can_t_be_told_are_never_given_to_another(
    top: Path, command: Command, as_json: Any
) -> None:
    command("approve", f"{FILE}#6")
    twice = MINUTES.replace("## 6. Loneliness", "## One")
    (top / FILE).write_text(
        f"{twice}\n## Two\n\nA report on loneliness was received and its authors were thanked.\n"
    )
    _, _, err = command("status", FILE)
    assert "It may be “One”" in err
    assert "does not guess" in err
    for item in ("one", "two"):
        assert as_json("show", f"{FILE}#{item}")["approved_by"] == []
    assert "can't be read" in "".join(map(str, command("sign-off", FILE)))
    code, out, err = command("place", f"{FILE}#loneliness", "--now", "#two")
    assert (code, err) == (0, ""), out
    assert len(as_json("show", f"{FILE}#two")["approved_by"]) == 0
    assert as_json("show", f"{FILE}#two")["standing"] == "stale"
    assert as_json("show", f"{FILE}#one")["standing"] == "draft"
    assert "Undone: Find again item" in command("undo", "--book", FILE)[1]
    assert "It may be “One”" in command("status", FILE)[2]
    assert as_json("show", f"{FILE}#two")["standing"] == "draft"
    assert "Done again: Find again item" in command("redo", "--book", FILE)[1]
    assert as_json("show", f"{FILE}#two")["standing"] == "stale"
    assert git(top, "status", "--porcelain") == f" M {FILE}\n"


def test_undoing_which_item_it_is_waits_for_what_others_did_with_it(top: Path, command: Command) -> None:
    command("approve", f"{FILE}#6")
    words = MINUTES.rpartition("## 6. Loneliness")[2]
    twice = MINUTES.replace("## 6. Loneliness", "## One") + f"\n## Two{words}"
    (top / FILE).write_text(twice)
    commit(top, "Edited elsewhere")
    assert command("place", f"{FILE}#loneliness", "--now", "#two")[0] == 0
    git(top, "config", "user.email", "alex@example.org")
    assert command("approve", f"{FILE}#two")[0] == 0
    git(top, "config", "user.email", "dawn@example.org")
    code, _, err = command("undo", "--book", FILE)
    assert code == 1
    assert "did something with that item since" in err


def test_history_goes_on_through_git_mv(top: Path, command: Command) -> None:
    git(top, "mv", FILE, "meetings/2022-03-16-board.md")
    commit(top, "Rename")
    moved = "meetings/2022-03-16-board.md#5"
    command("amend", moved, "--replace", "be noted", "be received", "--reason", "Said so.")
    out = command("log", moved)[1]
    assert "The draft as it was received" in out
    assert "Rename" not in out
    assert "Amendment 1" in out


def test_a_review_renamed_with_its_file_by_somebody_else_accuses_nobody(top: Path, command: Command) -> None:
    command("approve", f"{FILE}#5")
    git(top, "config", "user.email", "alex@example.org")
    git(top, "mv", FILE, "meetings/2022-03-16-board.md")
    git(top, "mv", "meetings/2022-03-16.review", "meetings/2022-03-16-board.review")
    commit(top, "Rename")
    _, out, err = command("status", "meetings/2022-03-16-board.md")
    assert "1 of 4 approved" in out
    assert "in the name of" not in out + err
    assert "Approved" in command("log", "meetings/2022-03-16-board.md#5")[1]


def test_a_folder_of_files_is_a_book_whatever_its_layout(top: Path, command: Command, as_json: Any) -> None:
    for path in ("2023/05-01.md", "2024-05-01/README.md", "README.md", "how-to.md"):
        (top / "meetings" / path).parent.mkdir(exist_ok=True)
        (top / "meetings" / path).write_text("# Board\n\n## Welcome\n\nHello.\n")
    found = as_json("status", "meetings")["meetings"]
    assert [each["meeting"] for each in found] == ["2022-03-16", "2023-05-01", "2024-05-01"]
    assert command("show", "2022-03-16/5")[0] == 0
    assert command("show", "2023-05-01/1")[0] == 0


def test_a_date_that_can_t_be_read_is_said_once_and_kept(top: Path, command: Command, as_json: Any) -> None:
    (top / "board.md").write_text(
        "## Welcome\n\nThe board met. The lease ends on 16 March 2032.\n\n## Close\n"
    )
    commit(top, "Undated")
    assert as_json("status", "board.md")["meetings"][0]["date"] is None
    _, out, err = command("status", "board.md")
    assert "no date" in out
    assert "--date 2024-05-01" in err
    for words in (["status"], ["show"], ["check"], ["align"], ["log"], ["diff"]):
        where = "board.md" if words[0] in {"status", "check"} else "board.md#1"
        _, _, err = command(*words, where, "--date", "2022-03-16")
        assert "can't be read from the file" not in err
    assert command("status", "board.md", "--date", "16 March")[0] == 2
    assert command("status", "meetings", "--date", "2022-03-16")[0] == 2
    assert as_json("status", "board.md", "--date", "2022-03-16")["meetings"][0]["date"] == "2022-03-16"
    (top / "board.review").mkdir()
    (top / "board.review/meeting.yaml").write_text("# asked the clerk\ndate: 2022-03-16\n")
    assert command("approve", "board.md#1")[0] == 0
    assert as_json("status", "board.md")["meetings"][0]["date"] == "2022-03-16"
    assert (
        git(top, "show", "HEAD:board.review/meeting.yaml").count("# asked the clerk\ndate: 2022-03-16\n") == 1
    )
    assert git(top, "status", "--porcelain") == ""


PLAIN = """Lower Marsh Trust
Minutes of the meeting held on Thursday 14 March 2024

A. Welcome

Ann Lee welcomed everybody to the hall.

B. Roof

The roof of the hall is to be mended in May.

C. Fair

The fair was a success and will be held again.

D. Rents

The rents stay as they are.

E. Any other business

There was none.
"""


def test_what_was_reviewed_as_one_item_stays_one_though_more_are_found_in_the_file_now(
    top: Path, command: Command, as_json: Any
) -> None:
    (top / "trust.md").write_text(PLAIN)
    (top / "trust.review").mkdir()
    kept = top / "trust.review/meeting.yaml"
    kept.write_text("headings: 1\n")
    commit(top, "Plain")
    assert command("approve", "trust.md#1")[0] == 0
    kept.write_text(kept.read_text().replace("headings: 1\n", ""))
    (item,) = as_json("status", "trust.md")["meetings"][0]["items"]
    assert item["standing"] == "approved"
    kept.unlink()
    assert len(as_json("status", "trust.md")["meetings"][0]["items"]) > 1


def test_an_act_that_was_tampered_with_is_told_with_its_file(
    top: Path, command: Command, as_json: Any
) -> None:
    command("approve", f"{FILE}#6")
    (act,) = (top / "meetings/2022-03-16.review/acts/loneliness").iterdir()
    act.write_text(act.read_text().replace("Dawn", "Alex"))
    commit(top, "Tamper")
    (doubt,) = as_json("show", f"{FILE}#6")["doubts"]
    assert str(act.relative_to(top / "meetings")) in doubt["sentence"]


def test_notes_that_another_item_of_the_file_comes_from_are_not_called_unused(
    top: Path, as_json: Any
) -> None:
    five, six = (as_json("align", f"{FILE}#{item}") for item in ("5", "6"))
    assert five["passages"][1]["links"]
    assert six["unused"] == five["unused"] == []


def test_notes_that_an_item_is_said_to_come_from_are_not_called_unused_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, as_json: Any
) -> None:
    (tmp_path / "2024-03-14.md").write_text(ALLOTMENTS)
    (tmp_path / "2024-03-14-notes.txt").write_text(JOTTINGS)
    monkeypatch.chdir(tmp_path)
    told = as_json("align", "2024-03-14.md#2")
    lines = {place["line"] for each in told["passages"] for place in each["links"]}
    assert lines
    unused = {place["line"] for place in (*told["unused"], *told["not_minuted"])}
    assert not lines & unused


def test_a_title_of_another_day_than_the_files_name_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: Command
) -> None:
    path = tmp_path / "2024-06-05.md"
    path.write_text("# Governing body, 5 June 2023\n\nThe report was noted.\n")
    monkeypatch.chdir(tmp_path)
    out, err = command("status", "2024-06-05.md")[1:]
    said = "The title gives 5 June 2023 as the day of the meeting, but 5 June 2024 is taken"
    assert said in " ".join((out + err).split())
    path.write_text("# Governing body, 5 June 2024\n\nThe report was noted.\n")
    out, err = command("status", "2024-06-05.md")[1:]
    assert "The title gives" not in out + err


def test_book_yaml_says_which_files_are_minutes(top: Path, as_json: Any) -> None:
    (top / "meetings/book.yaml").write_text('meetings: "board/*/minutes.md"\n')
    for name in ("spring", "autumn"):
        (top / "meetings/board" / name).mkdir(parents=True)
        (top / "meetings/board" / name / "minutes.md").write_text("# Board, 1 May 2024\n\n## A\n\n## B\n")
    found = as_json("status", "meetings")["meetings"]
    assert (
        sorted(each["meeting"] for each in found) == ["2024-05-01-autumn", "2024-05-01-spring"]
        or len(found) == 2
    )


def test_a_folder_of_both_forms_shows_both(
    sample_book: Path, monkeypatch: pytest.MonkeyPatch, as_json: Any
) -> None:
    monkeypatch.chdir(sample_book.parent)
    (sample_book / NAME).write_text(MINUTES)
    found = [each["meeting"] for each in as_json("status", "drafts")["meetings"]]
    assert "2022-03-16" in found
    assert "2022-03-16-health-and-wellbeing-board" in found


def test_a_folder_of_neither_says_what_it_found_and_what_to_type(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: Command
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/board.md").write_text("# Board\n\nWe met.\n")
    code, _, err = command("status")
    assert code == 3
    assert "one Markdown file here" in err
    assert "review-tui 'docs/board.md'" in err


def test_notes_named_for_a_file_are_read_and_kept_with_the_first_act(
    top: Path, command: Command, as_json: Any
) -> None:
    (top / "slides.txt").write_text("Loneliness: report received\n")
    commit(top, "Slides")
    out = command("check", FILE, "--notes", "slides.txt")
    assert out[0] == 1
    assert "not" not in out[2]


SHAPES = {
    "crlf": MINUTES.replace("\n", "\r\n").encode(),
    "bom": b"\xef\xbb\xbf" + MINUTES.encode(),
    "no-end": MINUTES.rstrip("\n").encode(),
    "no-headings": b"We met and we left.\n",
    "front": b"---\ndate: 2024-05-01\nattendees: [A. Name]\n---\n\n" + MINUTES.encode(),
    "repeats": b"## Report\n\none\n\n## Report\n\ntwo\n\n## Report\n",
    "empty-sections": b"## A\n## B\n## C\n",
    "latin": "## A\n\nM\xfcller\n\n## B\n".encode("latin-1"),
    "nothing": b"",
    "blank": b"\n\n",
    "big": b"## A\n\n" + b"A line of words.\n\n" * 60_000 + b"## B\n\nx\n",
    "code": b"```python\nprint('no minutes')\n```\n",
}


@pytest.mark.parametrize("name", SHAPES)
def test_every_file_opens(top: Path, command: Command, name: str) -> None:
    file, raw = top / f"{name}.md", SHAPES[name]
    file.write_bytes(raw)
    asked = (["check", file.name], ["show", f"{file.name}#1"])
    for words in asked if name != "big" else asked[1:]:
        code, _, err = command(*words)
        assert code in {0, 1}, (words, err)
        assert "went wrong" not in err
    assert file.read_bytes() == raw
    if name in {"crlf", "bom", "no-end", "front"}:
        assert (
            command("amend", f"{file.name}#5", "--replace", "be noted", "be received", "--reason", "x")[0]
            == 0
        )
        assert file.read_bytes() == raw.replace(b"be noted", b"be received")


def test_notes_that_no_item_of_a_file_comes_from_are_told_once(top: Path, command: Command) -> None:
    notes = top / "meetings" / "2022-03-16-notes.md"
    notes.write_text(notes.read_text() + "\n\nCar park at Mill Lane to be swept, Foy 4 May\n")
    out = command("align", FILE)[1]
    assert out.count("no passage comes from “Car park") + out.count("not minuted: “Car park") == 1
