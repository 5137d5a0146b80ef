"""``review-tui export`` on the sample book."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from review_tui.adapters.exporters.report_formats import formats as report_formats
from review_tui.cli import parser
from review_tui.model.export_formats import CHANGES_SHOWN, FORMATS
from tests.adapters.exporters.word_files import accepted, part, rejected
from tests.cli.conftest import Command

MEETING = "2022-03-16-health-and-wellbeing-board"
EXEMPT = "title: Loneliness Update\n    exempt: true\n"


def test_the_minutes_are_printed_whole_and_in_order(command: Command) -> None:
    code, out, err = command("export", "health", "--to", "md")
    assert (code, err) == (0, "")
    headings = [line for line in out.splitlines() if line.startswith("#")]
    assert headings[0] == "# Health and Wellbeing Board"
    assert [line.split(".")[0] for line in headings[1:]] == [f"## {n}" for n in range(1, 9)]
    minutes = Path("drafts", MEETING, "06-loneliness", "minutes.md").read_text(encoding="utf-8")
    assert minutes.strip() in out


def test_a_file_is_written_and_never_replaced_unasked(command: Command, as_json: Callable[..., Any]) -> None:
    asked = ("export", "health", "--to", "txt", "-o", "out.txt")
    assert command(*asked) == (0, "Wrote out.txt.\n", "")
    written = Path("out.txt").read_bytes()
    assert written.decode("utf-8") == as_json("export", "health", "--to", "txt")["text"]
    Path("out.txt").write_bytes(b"mine")
    code, _, err = command(*asked)
    assert (code, "out.txt is there already. Choose another name, or say --force" in err) == (1, True)
    assert Path("out.txt").read_bytes() == b"mine"
    assert command(*asked, "--force")[0] == 0
    assert Path("out.txt").read_bytes() == written
    assert sorted(path.name for path in Path().iterdir() if path.name != ".git") == ["drafts", "out.txt"]


def test_for_the_public_exempt_items_are_left_out(command: Command, as_json: Callable[..., Any]) -> None:
    listed = Path("drafts", MEETING, "meeting.yaml")
    text = listed.read_text(encoding="utf-8")
    listed.write_text(text.replace("title: Loneliness Update\n", EXEMPT), encoding="utf-8")
    code, out, err = command("export", "health", "--to", "md", "--public")
    assert (code, "Loneliness" in out) == (0, False)
    assert err == "Left out, as not for publication: item 6.\n"
    assert as_json("export", "health", "--to", "md", "--public")["left_out"] == ["06-loneliness"]
    assert "## 6. Loneliness" in command("export", "health", "--to", "md")[1]


def test_what_can_not_be_exported_is_said(command: Command) -> None:
    code, _, err = command("export", "health", "--to", "doc")
    assert (code, "There is: docx (a Word document), " in err) == (2, True)
    assert [word for word in FORMATS if f"{word} (" not in err] == []
    code, _, err = command("export", "health", "--to", "md", "-o", "no/such/out.md")
    assert (code, "There is no folder no/such to write to." in err) == (1, True)
    Path("drafts", MEETING, "06-loneliness", "minutes.md").unlink()
    code, out, err = command("export", "health", "--to", "md")
    assert (code, out, "Item 6 can't be read" in err) == (1, "", True)


def test_the_help_names_every_format_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    def helped(command: str) -> str:
        with pytest.raises(SystemExit):
            parser.build(command).parse_args([command, "--help"])
        return " ".join(capsys.readouterr().out.split())

    *words, last = FORMATS
    assert f"--to FORMAT {', '.join(words)} or {last} " in helped("export")
    assert f"with changes and flags ({', '.join(CHANGES_SHOWN)})" in helped("export")
    assert [
        word for word in report_formats() if word not in helped("report").partition("--to FORMAT ")[2]
    ] == []


def test_tracked_changes_go_out_as_a_word_document(command: Command) -> None:
    amended = ("amend", "6", "--replace", "be noted", "be welcomed", "--reason", "As resolved.")
    assert command(*amended)[0] == 0
    asked = ("export", "health", "--to", "docx", "--view", "redline")
    code, _, err = command(*asked)
    assert (code, "Name a file to write: -o FILE." in err) == (2, True)
    assert command(*asked, "-o", "out.docx")[0] == 0
    raw = Path("out.docx").read_bytes()
    assert "That the update be welcomed." in accepted(raw)
    assert "That the update be noted." in rejected(raw)
    assert "As resolved." in part(raw, "word/comments.xml")
    code, _, err = command("export", "health", "--to", "md", "--view", "redline")
    assert (code, "Markdown can't show changes. These can: docx, odt, pdf, html." in err) == (2, True)
    assert "update be noted." in command("export", "health", "--to", "txt", "--view", "as-first-drafted")[1]
