"""Source notes as they lie in an item's folder."""

import os
from pathlib import Path

import pytest

from review_tui.adapters.book import BookFiles
from review_tui.application.ports import BEING_READ, ReadNotes
from review_tui.model.meeting import Source

BOARD = "2022-03-16-board"
ITEM = "05-annual-report"


class Reader:
    """Stands in for the reader of documents, and counts."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.is_slow = False

    def why_not(self, name: str) -> str:
        return "Save it as .docx." if name.endswith(".doc") else ""

    def most(self, name: str) -> int:
        return 10

    def read(self, name: str, raw: bytes) -> ReadNotes:
        self.asked.append(name)
        if self.is_slow:
            return ReadNotes(None, (BEING_READ,), is_ready=False)
        if raw == b"bad":
            return ReadNotes(None, ("It is broken.",))
        return ReadNotes(raw.decode("latin-1").upper(), ("It is odd.",) if raw == b"odd" else ())


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """The empty notes folder of the one item of a book in ``tmp_path``."""
    folder = tmp_path / BOARD / ITEM / "notes"
    folder.mkdir(parents=True)
    (folder.parents[1] / "meeting.yaml").write_text(f"body: B\ndate: 2022-03-16\nitems: [{ITEM}]\n")
    (folder.parent / "minutes.md").write_text("Resolved: noted.\n")
    return folder


def read(files: BookFiles) -> tuple[list[Source], list[str]]:
    """The notes and what is said of them, told from the notes folder."""
    draft = files.draft(BOARD, ITEM)
    return list(draft.notes), [str(p).removeprefix(f"{BOARD}/{ITEM}/notes/") for p in draft.problems]


def put(folder: Path, **files: bytes) -> None:
    for name, raw in files.items():
        (folder / name.replace("_", ".")).write_bytes(raw)


def test_documents_stand_among_the_notes_by_name_and_hide_nothing(notes: Path, tmp_path: Path) -> None:
    put(
        notes,
        a_md=b"plain",
        b_pdf=b"said",
        c_doc=b"old",
        d_docx=b"bad",
        e_html=b"odd",
        f_vtt=b"x" * 11,
        z_txt=b"z",
    )
    sources, problems = read(BookFiles(tmp_path, Reader()))
    assert sources == [
        Source("notes/a.md", "plain"),
        Source("notes/b.pdf", "SAID"),
        Source("notes/e.html", "ODD"),
        Source("notes/z.txt", "z"),
    ]
    assert problems == [
        "c.doc: Save it as .docx.",
        "d.docx: It is broken.",
        "e.html: It is odd.",
        "f.vtt: This is larger than 0 kB, so it is not read. Make it smaller.",
    ]


def test_plain_text_is_read_without_the_reader_unless_its_letters_are_others(
    notes: Path, tmp_path: Path
) -> None:
    put(notes, a_md="caf\u00e9\r\n".encode(), b_txt=b"caf\xe9")
    reader = Reader()
    assert read(BookFiles(tmp_path, reader))[0] == [
        Source("notes/a.md", "caf\u00e9\r\n"),
        Source("notes/b.txt", "CAF\u00c9"),
    ]
    assert reader.asked == ["b.txt"]


def test_a_document_is_read_again_only_when_its_file_has_changed(notes: Path, tmp_path: Path) -> None:
    put(notes, a_pdf=b"one", b_pdf=b"bad")
    reader = Reader()
    files = BookFiles(tmp_path, reader)
    before = read(files)
    assert read(files) == before
    assert reader.asked == ["a.pdf", "b.pdf"]
    put(notes, a_pdf=b"two")
    os.utime(notes / "a.pdf", ns=(1, 1))
    assert read(files)[0] == [Source("notes/a.pdf", "TWO")]
    assert reader.asked == ["a.pdf", "b.pdf", "a.pdf"]


def test_a_document_that_is_still_being_read_has_its_place_and_comes_later(
    notes: Path, tmp_path: Path
) -> None:
    put(notes, a_pdf=b"one")
    reader = Reader()
    reader.is_slow = True
    files = BookFiles(tmp_path, reader)
    assert read(files) == ([Source("notes/a.pdf", "")], [f"a.pdf: {BEING_READ}"])
    reader.is_slow = False
    assert read(files) == ([Source("notes/a.pdf", "ONE")], [])


def test_what_programs_leave_beside_documents_is_passed_over(notes: Path, tmp_path: Path) -> None:
    put(notes, page_html=b"page", Thumbs_db=b"x", desktop_ini=b"x")
    (notes / "~$report.docx").write_bytes(b"Dawn")
    (notes / "page_files").mkdir()
    (notes / "page_files" / "logo.png").write_bytes(b"x")
    (notes / "other_files").mkdir()
    put(notes / "other_files", n_md=b"n")
    assert read(BookFiles(tmp_path, Reader())) == (
        [Source("notes/other_files/n.md", "n"), Source("notes/page.html", "PAGE")],
        [],
    )


def test_links_to_documents_are_not_followed(notes: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.pdf").write_bytes(b"secret")
    (notes / "a.pdf").symlink_to(tmp_path / "secret.pdf")
    (notes / "b.doc").symlink_to(tmp_path / "secret.pdf")
    sources, problems = read(BookFiles(tmp_path, Reader()))
    assert sources == []
    assert ["This is a link to somewhere else" in problem for problem in problems] == [True, True]


MEETING_NOTES = "hedge cut, Lowe, 450. agreed to thank him. " * 6


def test_notes_beside_the_meeting_are_those_of_every_item_and_no_item_themselves(notes: Path) -> None:
    meeting = notes.parents[1]
    (meeting / "notes").mkdir()
    (meeting / "notes" / "clerk.md").write_text(MEETING_NOTES)
    (notes / "own.md").write_text("own")
    (notes / "again.md").write_text(MEETING_NOTES)  # a copy of the meeting's adds nothing
    files = BookFiles(meeting.parent)
    (found,), problems = files.meetings()
    assert ([item.id for item in found.items], problems) == ([ITEM], ())
    shared = Source("../notes/clerk.md", MEETING_NOTES, is_of_meeting=True)
    assert files.draft(BOARD, ITEM).notes == (Source("notes/own.md", "own"), shared)


def test_a_file_that_stands_alike_in_several_items_is_the_meeting_s(notes: Path) -> None:
    other = notes.parents[1] / "06-trees" / "notes"
    other.mkdir(parents=True)
    (other.parent / "minutes.md").write_text("Noted.\n")
    for folder in (notes, other):
        (folder / "clerk.md").write_text(MEETING_NOTES)
        (folder / "short.md").write_text("agreed")  # the same by chance
        (folder / "own.md").write_text(f"{MEETING_NOTES}{folder.parent.name[:2]}")
    told = {note.name: note.is_of_meeting for note in BookFiles(notes.parents[2]).draft(BOARD, ITEM).notes}
    assert told == {"notes/clerk.md": True, "notes/own.md": False, "notes/short.md": False}
