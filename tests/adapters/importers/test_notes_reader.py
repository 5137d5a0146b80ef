"""Notes of every kind through one door."""

import threading

import pytest

from review_tui.adapters.importers.errors import UnreadableDocument
from review_tui.adapters.importers.notes_reader import NotesImporter
from review_tui.application.ports import BEING_READ, NotesReader, ReadNotes
from tests.adapters.importers.documents import cues, docx, paragraph

Answer = tuple[str, tuple[str, ...]]


class Aside:
    """Stands in for the other process: waits until it may, and counts."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, bytes]] = []
        self.may = threading.Event()
        self.may.set()

    def __call__(self, how: str, raw: bytes) -> Answer:
        self.asked.append((how, raw))
        self.may.wait()
        if raw == b"bad":
            raise UnreadableDocument("This is bad.")
        return raw.decode() + "\n", ()


def test_each_kind_is_read_in_its_way() -> None:
    reader: NotesReader = NotesImporter()
    assert reader.read("a.md", b"# A\r\n") == ReadNotes("# A\r\n")
    assert reader.read("a.vtt", cues(("1", "<v Ann>Hi</v>")).encode()) == ReadNotes("Ann (0:00:01): Hi\n")
    assert reader.read("a.DOCX", docx(paragraph("Hi"))) == ReadNotes("Hi\n")


def test_a_transcript_in_other_letters_is_read_and_told() -> None:
    said = NotesImporter().read("a.srt", b"1\n00:00:01,000 --> 00:00:02,000\ncaf\xe9\n")
    assert said.text == "(0:00:01) café\n"
    assert "Windows-1252" in said.problems[0]


def test_what_can_not_be_read_is_said_and_never_raised() -> None:
    reader = NotesImporter(apart=Aside())
    assert reader.read("a.pdf", b"bad") == ReadNotes(None, ("This is bad.",))
    assert reader.read("a.txt", b"\0" * 50).text is None
    assert reader.read("a.doc", b"x") == ReadNotes(None, (reader.why_not("a.doc"),))


def test_a_file_that_somebody_names_is_plain_text_unless_it_is_known_not_to_be() -> None:
    reader = NotesImporter()
    assert reader.read_plain("notes.log", b"x") == reader.read_plain("notes", b"x") == ReadNotes("x")
    assert reader.read_plain("a.doc", b"x").text is None
    assert reader.read("notes.log", b"x").text is None


def test_the_same_bytes_are_read_once_whatever_their_name() -> None:
    aside = Aside()
    reader = NotesImporter(apart=aside)
    assert reader.read("a.pdf", b"x") == reader.read("b.PDF", b"x") == ReadNotes("x\n")
    reader.read("a.docx", b"x")
    reader.read("a.pdf", b"y")
    reader.read("a.pdf", b"bad")
    reader.read("a.pdf", b"bad")
    assert aside.asked == [("pdf", b"x"), ("docx", b"x"), ("pdf", b"y"), ("pdf", b"bad")]


def test_in_haste_nothing_is_waited_for_and_all_is_there_later() -> None:
    hasty, aside = threading.Event(), Aside()
    reader = NotesImporter(hasty.is_set, aside)
    hasty.set()
    aside.may.clear()
    waiting = ReadNotes(None, (BEING_READ,), is_ready=False)
    assert [reader.read("a.pdf", b"x"), reader.read("a.pdf", b"x")] == [waiting, waiting]
    assert reader.read("a.vtt", cues(("1", "Hi")).encode()).is_ready
    hasty.clear()
    aside.may.set()
    assert reader.read("a.pdf", b"x") == ReadNotes("x\n")
    assert aside.asked == [("pdf", b"x")]
    hasty.set()
    assert reader.read("a.pdf", b"x").is_ready


def test_little_is_remembered_of_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("review_tui.adapters.importers.notes_reader._MAX_CACHED_CHARACTERS", 5)
    aside = Aside()
    reader = NotesImporter(apart=aside)
    for raw in (b"one", b"two", b"six", b"six", b"one"):
        assert reader.read("a.pdf", raw).text == raw.decode() + "\n"
    assert [raw for _, raw in aside.asked] == [b"one", b"two", b"six", b"one"]


def test_a_mistake_of_ours_reaches_who_asked() -> None:
    def broken(how: str, raw: bytes) -> Answer:
        raise ValueError(how)

    with pytest.raises(ValueError, match="pdf"):
        NotesImporter(apart=broken).read("a.pdf", b"x")
