"""What the minutes rest on, by command."""

import json
from pathlib import Path
from typing import Any

import pytest

from review_tui.composition import run

ITEM = "2022-03-16-health-and-wellbeing-board/05-safeguarding-children-annual-report"
CLERK = "notes/clerk.md"

DRAFT = (
    "# Item 4\n\n"
    "Laura Gough reported that the footpath at Howdale had been closed since March.\n\n"
    "The Treasurer said that £250 had been paid for the fence. The bees were asleep.\n"
)
NOTES = (
    "- LG: f'path Howdale shut since Mar\n- treas: fence pd £250\n- agd to write to the vicar about bells\n"
)


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "clerk.md").write_text(NOTES, encoding="utf-8")
    return tmp_path


def ran(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    capsys.readouterr()
    code = run(list(words))
    return code, *capsys.readouterr()


def test_plain_files_are_aligned_with_exact_offsets(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = ran(capsys, "align", "--draft", "draft.md", "--notes", "clerk.md", "--json")
    answer: dict[str, Any] = json.loads(out)
    assert code == 0
    units = {unit["draft"]["quote"]: unit for unit in answer["units"]}
    for unit in answer["units"]:
        assert DRAFT[unit["draft"]["start"] : unit["draft"]["end"]] == unit["draft"]["quote"]
        for link in unit["links"]:
            assert NOTES[link["start"] : link["end"]] == link["quote"]
            assert 0 < link["score"] <= 1
            assert link["why"]
    (howdale,) = (unit for quote, unit in units.items() if "Howdale" in quote)
    assert "Howdale" in howdale["links"][0]["quote"]
    assert units["The bees were asleep."]["links"] == []
    assert any("vicar" in part["quote"] for part in answer["unused"])


def test_plain_files_are_told_in_words(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = ran(capsys, "align", "--draft", "draft.md", "--notes", "clerk.md")
    assert code == 0
    assert "clerk.md:2" in out
    assert "nothing in the notes" in out


def test_a_line_that_has_the_facts_of_a_sentence_is_told_where_no_word_is_alike(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (files / "draft.md").write_text("The meeting closed at 9.05 pm.\n", encoding="utf-8")
    (files / "clerk.md").write_text("f'path Howdale shut since Mar\nfin 21:05\n", encoding="utf-8")
    code, out, _ = ran(capsys, "align", "--draft", "draft.md", "--notes", "clerk.md")
    assert code == 0
    assert "clerk.md:2 (50%): has \u201c21:05\u201d" in out
    assert "nothing in the notes" not in out


def test_units_are_ranked_a_meeting_a_line(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = {
        "meeting": "m1",
        "units": [
            {"id": "u1", "speaker": "A", "text": "um so the remote should be yellow"},
            {"id": "u2", "speaker": "B", "text": "and the battery must last two years"},
        ],
        "draft": [{"id": "d1", "text": "The battery must last two years."}],
    }
    (files / "units.jsonl").write_text(json.dumps(row) + "\n\n" + json.dumps(row) + "\n", encoding="utf-8")
    code, out, _ = ran(capsys, "align", "--units", "units.jsonl")
    answers = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [a["meeting"] for a in answers] == ["m1", "m1"]
    (ranked,) = answers[0]["draft"]
    assert (ranked["id"], ranked["units"][0]["id"]) == ("d1", "u2")
    assert ranked["units"][0]["score"] >= ranked["units"][-1]["score"]


def test_a_row_that_is_no_meeting_is_named(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (files / "units.jsonl").write_text('{"units": []}\n', encoding="utf-8")
    code, _, err = ran(capsys, "align", "--units", "units.jsonl")
    assert code == 1
    assert "Line 1 of units.jsonl is not a meeting" in err


@pytest.mark.parametrize(
    "words", [["align"], ["align", "--draft", "draft.md"], ["align", "5", "--units", "units.jsonl"]]
)
def test_what_to_align_must_be_said(
    files: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    assert ran(capsys, *words)[0] == 2


def test_an_item_is_aligned_with_its_coverage(
    sample_book: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(sample_book.parent)
    code, out, _ = ran(capsys, "align", "5", "--json")
    answer = json.loads(out)
    assert code == 0
    assert "notes for" in answer["coverage"]
    first = answer["passages"][0]
    assert first["support"] == "suggested"
    assert any(link["file"] == CLERK and link["line"] == 3 for link in first["links"])


def test_a_link_is_confirmed_and_shown_as_such(
    sample_book: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(sample_book.parent)
    code, out, _ = ran(capsys, "link", "5", "--quote", "Resolved:-", "--to", "clerk.md:40")
    assert code == 0
    assert "Confirmed where the passage comes from" in out
    answer = json.loads(ran(capsys, "align", "5", "--json")[1])
    (resolved,) = (p for p in answer["passages"] if p["draft"]["quote"].startswith("Resolved"))
    assert resolved["support"] == "confirmed"
    assert [link["line"] for link in resolved["links"]] == [40]
    assert resolved["confirmed_by"]["name"] == "Dawn Example"


@pytest.mark.parametrize(
    ("to", "code", "said"),
    [
        ("other.md:1", 1, "no notes called"),
        ("clerk.md:9999", 1, "has lines 1 to"),
        ("clerk.md:x", 2, "should say a file and its lines"),
    ],
)
def test_lines_that_are_not_there_are_refused(
    sample_book: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    to: str,
    code: int,
    said: str,
) -> None:
    monkeypatch.chdir(sample_book.parent)
    got, _, err = ran(capsys, "link", "5", "--quote", "Resolved:-", "--to", to)
    assert (got, said in err) == (code, True)
