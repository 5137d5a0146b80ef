"""``review-tui import``."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.adapters.importers.documents import docx
from tests.cli.conftest import Command
from tests.one_file import git
from tests.word_hand import WordHand

MEETING = "2022-03-16-health-and-wellbeing-board"


def test_a_word_document_becomes_a_meeting_once_it_is_taken(
    command: Command, as_json: Callable[..., Any]
) -> None:
    command("export", "health", "--to", "docx", "-o", "out.docx")
    code, out, err = command("import", "out.docx", "--into", "new")
    assert (code, "say --yes to take it" in err) == (1, True)
    assert "? venue: Council Chamber, Town Hall   from: Council Chamber, Town Hall" in out
    assert "Left out: Signed as a correct record:" in out
    assert not Path("new").exists()
    (made,) = as_json("import", "out.docx", "--into", "new", "--yes")["imported"]
    assert (made["meeting"], made["missing"]) == ("2022-03-16-health-and-wellbeing-board", [])
    old = Path("drafts", made["meeting"], "06-loneliness", "minutes.md").read_bytes()
    assert Path(made["folder"], "06-loneliness-update", "minutes.md").read_bytes() == old
    code, _, err = command("import", "out.docx", "--into", "new", "--yes")
    assert (code, "is there already, and nothing is written over it." in err) == (1, True)


def test_without_a_day_nothing_is_written(command: Command) -> None:
    Path("page.txt").write_text("Agenda item\n\nReport\n\nMinutes:\n\nIt was noted.\n", encoding="utf-8")
    code, out, err = command("import", "page.txt", "--into", "new", "--yes")
    assert (code, "Say it with --date" in err, "? date: none found" in out) == (1, True, True)
    assert (
        command("import", "page.txt", "--into", "new", "--date", "2022-03-16", "--body", "B", "--yes")[0] == 0
    )
    assert Path("new/2022-03-16-b/01-report/minutes.md").read_text(encoding="utf-8") == "It was noted.\n"
    assert command("import", "page.txt", "--date", "soon")[0] == 2
    assert command("import", "page.txt", "page.txt", "--body", "B")[0] == 2


def test_a_word_document_comes_back_to_its_meeting_once_it_is_taken(
    command: Command, as_json: Callable[..., Any]
) -> None:
    command("export", "health", "--to", "docx", "-o", "out.docx")
    hand = WordHand(Path("out.docx").read_bytes())
    hand.change("September, 2022", "September, 2021")
    hand.comment("Loneliness Update", "Is this the title?")
    Path("back.docx").write_bytes(hand.saved())
    for into in (("--into", "16"), ("--into", f"drafts/{MEETING}"), ()):
        code, out, err = command("import", "back.docx", *into)
        assert (code, "look at what would be recorded, and say --yes" in err) == (
            1,
            True,
        )
        assert "back.docx comes back to Health and Wellbeing Board, Wednesday 16 March 2022:" in out
        assert "recorded as jane-reader@unknown.invalid, or say --person" in err
    person = ("--person", "Jane Reader <jane@example.org>")
    (made,) = as_json("import", "back.docx", "--yes", *person)["returned"]
    assert [each["by"]["email"] for each in (*made["amendments"], *made["flags"])] == ["jane@example.org"] * 2
    assert (len(made["commits"]), made["not_taken"], made["unknown_people"]) == (2, [], {})
    assert "Jane Reader" in command("log")[1]
    code, _, err = command("import", "back.docx", "--person", "Jane")
    assert (code, "write it as “Name <name@example.org>”" in err) == (2, True)
    Path("page.txt").write_text("Words", encoding="utf-8")
    assert "only a Word document (.docx) or" in command("import", "page.txt", "--into", "16")[2]


def test_a_slip_in_the_name_of_a_meeting_makes_no_new_folder(command: Command) -> None:
    command("export", "health", "--to", "docx", "-o", "out.docx")
    code, _, err = command("import", "out.docx", "--into", "2022-03-61", "--yes")
    assert (code, "Did you mean 2022-03-16-health-and-wellbeing-board?" in err) == (1, True)
    assert not Path("2022-03-61").exists()


def test_tracked_changes_and_comments_of_a_new_meeting_are_amendments_and_flags(
    command: Command, as_json: Callable[..., Any]
) -> None:
    command("export", "health", "--to", "docx", "-o", "out.docx")
    hand = WordHand(Path("out.docx").read_bytes())
    hand.change("September, 2022", "September, 2021")
    hand.comment("powerpoint", "Is it PowerPoint?")
    Path("back.docx").write_bytes(hand.saved())
    code, out, err = command("import", "back.docx", "--into", "new")
    assert (code, "say --yes" in err, Path("new").exists()) == (1, True, False)
    assert "Tracked changes by Jane Reader become amendments of theirs" in out
    (returned,) = as_json("import", "back.docx", "--into", "new", "--yes")["returned"]
    assert [len(returned[each]) for each in ("amendments", "flags", "not_taken")] == [1, 1, 0]
    (minutes,) = Path("new").glob("*/05*/minutes.md")
    assert "2020-September, 2021, be noted" in minutes.read_text(encoding="utf-8")
    command("import", "back.docx", "--into", "other", "--yes", "--tracked", "reject")
    (minutes,) = Path("other").glob("*/05*/minutes.md")
    assert "2020-September, 2022, be noted" in minutes.read_text(encoding="utf-8")


def test_what_was_all_typed_while_changes_were_tracked_is_taken_as_it_stands(command: Command) -> None:
    said = "".join(
        f'<w:p><w:ins w:id="{n}" w:author="Jane"><w:r><w:t>{words}</w:t></w:r></w:ins></w:p>'
        for n, words in enumerate(("Ham Council", "4 May 2020", "All was well."))
    )
    Path("new.docx").write_bytes(docx(said))
    assert command("import", "new.docx", "--into", "other", "--yes")[0] == 0
    (minutes,) = Path("other").glob("*/*/minutes.md")
    assert "All was well." in minutes.read_text(encoding="utf-8")


def test_what_was_imported_is_recorded_as_it_was_received(
    command: Command, as_json: Callable[..., Any]
) -> None:
    Path("choir.txt").write_text(
        "HAM VALLEY SINGERS\n\nMinutes of the meeting held on Monday 8 June 2026\n\n"
        "Welcome:\nAll came.\n\n1. Concert\nIt was heard.\n\n2. Tea\nJan is to bring it.\n",
        encoding="utf-8",
    )
    # A letter that stands in the name of some meeting is a new book all the same.
    (made,) = as_json("import", "choir.txt", "--into", "b", "--yes")["imported"]
    assert made["meeting"] == "2026-06-08-ham-valley-singers"
    assert git(Path(), "status", "--porcelain", "--", "b") == ""
    assert git(Path(), "show", "--format=%H", "--name-only").split("\n")[0] == made["commit"]
    opening = command("export", made["meeting"], "--book", "b", "--to", "txt")[1]
    assert "\nOpening\n" in opening
    assert "0. Opening" not in opening


def test_a_document_that_is_no_book_is_told_what_can_be_done_with_it(command: Command) -> None:
    Path("my choir.txt").write_text("Words", encoding="utf-8")
    code, _, err = command("status", "my choir.txt")
    assert (code, "review-tui import 'my choir.txt'" in err) == (3, True)
    assert "review-tui check --draft 'my choir.txt'" in err


def test_notes_go_beside_an_item_or_are_divided_among_those_of_a_meeting(command: Command) -> None:
    Path("t.vtt").write_text(
        "WEBVTT\n\n00:00:01.000 --> 00:00:05.000\n<v Ann>There are no declarations of interest.\n\n"
        "00:01:01.000 --> 00:01:05.000\n<v Bob>We turn to loneliness: befriending calls continued, "
        "volunteers were trained.\n",
        encoding="utf-8",
    )
    code, out, err = command("import", "t.vtt", "--notes", "--into", "2022-03-16")
    assert (code, "--begins 5=120" in err, "Loneliness Update" in out) == (1, True, True)
    assert command("import", "t.vtt", "--notes", "--into", "2022-03-16", "--yes")[0] == 0
    (part,) = Path("drafts").glob("*/06-*/notes/t.transcript.txt")
    assert part.read_text(encoding="utf-8").startswith("Bob (0:01:01): We turn to loneliness")
    assert command("import", "t.vtt", "--notes", "--into", "loneliness")[0] == 0
    (whole,) = Path("drafts").glob("*/06-*/notes/t.vtt")
    assert whole.read_bytes() == Path("t.vtt").read_bytes()
    code, _, err = command("import", "t.vtt", "--notes", "--into", "loneliness")
    assert (code, "is there already, and nothing is written over it" in err) == (1, True)


def test_notes_of_the_meeting_stay_whole_and_parts_are_written_all_or_none(command: Command) -> None:
    Path("t.txt").write_text(
        "There are no declarations of interest.\n\nBefriending calls to lonely residents went on.\n",
        encoding="utf-8",
    )
    code, out, _ = command("import", "t.txt", "--notes", "--whole", "--into", "2022-03-16", "--json")
    (told,) = json.loads(out)["notes"]
    (place,) = Path("drafts").glob("*/notes/t.txt")
    assert (code, told["parts"]) == (0, [{"item": None, "wrote": place.as_posix()}])
    (last,) = Path("drafts").glob("*/06-*/notes")
    (last / "t.txt").write_text("Somebody else's.", encoding="utf-8")
    divide = ("import", "t.txt", "--notes", "--into", "2022-03-16", "--begins", "6=2", "--yes")
    code, _, err = command(*divide)
    assert (code, "is there already" in err) == (1, True)
    assert [*Path("drafts").glob("*/*/notes/t.txt")] == [last / "t.txt"]
