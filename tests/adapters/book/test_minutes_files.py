from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from review_tui.adapters.book import BookFiles, OneFile
from review_tui.adapters.book.minutes_files import MinutesFile, companions, find_minutes
from review_tui.adapters.book.safe_open import open_beneath
from review_tui.adapters.export_mark import marked_markdown, marked_text
from review_tui.model.errors import UnusableBook
from review_tui.model.meeting import DraftMinutes, Problem, Source
from review_tui.model.note_formats import NOTE_FORMATS
from review_tui.model.passages import passages
from review_tui.model.rewrapping import with_words
from review_tui.model.text import encode
from tests.one_file import MINUTES, NOTES

BOARD = "2022-03-16-board"
ITEM = "05-annual-report"


@pytest.fixture
def item(tmp_path: Path) -> Path:
    """The folder of the one item of a book in ``tmp_path``."""
    folder = tmp_path / BOARD / ITEM
    folder.mkdir(parents=True)
    (folder.parent / "meeting.yaml").write_text(f"body: B\ndate: 2022-03-16\nitems: [{ITEM}]\n")
    (folder / "minutes.md").write_text("Resolved: noted.\n")
    return folder


pieces = st.lists(
    st.one_of(
        st.binary(max_size=6),
        st.text(max_size=6).map(lambda text: text.encode("utf-8", "replace")),
        st.sampled_from(
            [
                b"\r\n",
                b"\n",
                b"\r",
                "\u2028".encode(),
                "\u2029".encode(),
                "\u0085".encode(),
                b"\x0b",
                b"\x0c",
                b"\x1c",
                b"\x00",
                "\ufeff".encode(),
                b"  ",
                b"- ",
                b"# ",
                b"Resolved: ",
                b"\xe9",
                b"\xed\xa0\x80",
            ]
        ),
    ),
    max_size=30,
).map(b"".join)


@given(raw=pieces)
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_minutes_come_back_byte_for_byte_and_reading_leaves_them_alone(item: Path, raw: bytes) -> None:
    minutes = item / "minutes.md"
    minutes.write_bytes(raw)
    before = minutes.stat()
    draft = BookFiles(item.parents[1]).draft(BOARD, ITEM)
    assert encode(draft.text) == raw
    assert minutes.read_bytes() == raw
    assert minutes.stat().st_mtime_ns == before.st_mtime_ns


@given(raw=pieces, data=st.data())
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_amended_passage_leaves_every_other_byte_alone(
    item: Path, raw: bytes, data: st.DataObject
) -> None:
    (item / "minutes.md").write_bytes(raw)
    text = BookFiles(item.parents[1]).draft(BOARD, ITEM).text
    found = passages(text)
    if not found:
        return
    passage = data.draw(st.sampled_from(found))
    head, tail = encode(text[: passage.words.start]), encode(text[passage.words.end :])
    assert head + encode(passage.words.of(text)) + tail == raw
    assert encode(with_words(text, passage, "new words")) == head + b"new words" + tail


def test_a_draft_holds_all_there_is_to_read(item: Path) -> None:
    (item / "notes" / "day two").mkdir(parents=True)
    (item / "notes" / "slides.TXT").write_bytes(b"a\r\nslide")
    (item / "notes" / "clerk.md").write_text("noted")
    (item / "notes" / "day two" / "more.md").write_text("more")
    (item / "notes" / ".gitkeep").write_text("")
    draft = BookFiles(item.parents[1]).draft(BOARD, ITEM)
    assert draft.meeting == BOARD
    assert draft.item.number == "5"
    assert draft.path == f"{BOARD}/{ITEM}/minutes.md"
    assert draft.text == "Resolved: noted.\n"
    assert draft.notes == (
        Source("notes/clerk.md", "noted"),
        Source("notes/day two/more.md", "more"),
        Source("notes/slides.TXT", "a\r\nslide"),
    )
    assert (draft.acts, draft.problems, draft.locked) == ((), (), "")


def test_notes_that_can_not_be_read_are_told_one_by_one(item: Path) -> None:
    notes = item / "notes"
    (notes / "a" / "b" / "c" / "d").mkdir(parents=True)
    (notes / "report.pdf").write_bytes(b"%PDF")
    (notes / "latin.md").write_bytes(b"one\ncaf\xe9\n")
    (notes / "long.txt").write_bytes(b"x" * 8_000_001)
    (notes / "link.md").symlink_to("/etc/passwd")
    (notes / "good.md").write_text("good")
    draft = BookFiles(item.parents[1]).draft(BOARD, ITEM)
    assert [source.name for source in draft.notes] == ["notes/good.md", "notes/latin.md"]
    assert [(p.file.removeprefix(f"{BOARD}/{ITEM}/notes/"), p.line, p.sentence) for p in draft.problems] == [
        ("a/b/c/d", None, "Notes in folders as deep as this are not read. Move them up."),
        ("latin.md", 2, "Byte E9 is not UTF-8. Save the file as UTF-8 to see the letter."),
        (
            "link.md",
            None,
            "This is a link to somewhere else, and links are not followed. Put the original here.",
        ),
        ("long.txt", None, "This is larger than 8 MB, so it is not read. Make it smaller."),
        ("report.pdf", None, "Notes of this kind can't be read here, only plain text."),
    ]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"x\n" * 20_001, "more than 20,000 lines"),
        (b"a\n" + b"x" * 20_001, "line 2 is longer than 20,000 characters"),
        ((b"x" * 99 + b"\n") * 10_001, "larger than 1 MB"),
        (b"one\r\ntwo caf\xe9\n", "byte E9 on line 2 is not UTF-8"),
        ("caf\u00e9".encode("utf-16"), "byte FF on line 1 is not UTF-8"),
    ],
)
def test_minutes_that_can_not_be_amended_are_still_read_and_say_why(
    item: Path, raw: bytes, said: str
) -> None:
    (item / "minutes.md").write_bytes(raw)
    draft = BookFiles(item.parents[1]).draft(BOARD, ITEM)
    assert said in draft.locked
    assert draft.locked.startswith("These minutes can be read but not amended")
    assert encode(draft.text) == raw


@pytest.mark.parametrize(
    "raw",
    [b"", b"x\n" * 20_000, b"x" * 20_000 + b"\r\n", (b"x" * 99 + b"\n") * 10_000],
    ids=["nothing", "lines", "a long line", "bytes"],
)
def test_minutes_at_the_limit_can_be_amended(item: Path, raw: bytes) -> None:
    (item / "minutes.md").write_bytes(raw)
    assert BookFiles(item.parents[1]).draft(BOARD, ITEM).locked == ""


def test_minutes_that_are_far_too_large_are_not_read(item: Path) -> None:
    (item / "minutes.md").write_bytes(b"x" * 8_000_001)
    with pytest.raises(UnusableBook, match=f"{BOARD}/{ITEM}/minutes.md: This is larger than 8 MB"):
        BookFiles(item.parents[1]).draft(BOARD, ITEM)


def test_minutes_that_are_not_there_are_said_to_be_missing(item: Path) -> None:
    (item / "minutes.md").unlink()
    with pytest.raises(UnusableBook, match=f"{BOARD}/{ITEM}/minutes.md: This is not there"):
        BookFiles(item.parents[1]).draft(BOARD, ITEM)
    with pytest.raises(UnusableBook, match=f"{BOARD}/06-other: This is not there"):
        BookFiles(item.parents[1]).draft(BOARD, "06-other")


@pytest.mark.parametrize("name", [".minutes.md.swp", ".#minutes.md", ".~lock.minutes.md#"])
def test_another_editor_at_work_is_noticed(item: Path, name: str) -> None:
    (item / name).symlink_to("dawn@desk.1234")  # as Emacs does; the others write a file
    (problem,) = BookFiles(item.parents[1]).draft(BOARD, ITEM).problems
    assert problem.file == f"{BOARD}/{ITEM}/minutes.md"
    assert "are open in another editor" in problem.sentence


def test_an_item_can_be_read_when_its_meeting_can_not(item: Path) -> None:
    (item.parent / "meeting.yaml").write_text("date: [")
    draft = BookFiles(item.parents[1]).draft(BOARD, ITEM)
    assert draft.item.title == "Annual report"
    assert draft.text == "Resolved: noted.\n"


def test_acts_that_can_not_be_reached_are_a_problem(item: Path) -> None:
    (item / "acts").write_text("a file")
    draft = BookFiles(item.parents[1]).draft(BOARD, ITEM)
    assert draft.problems == (Problem(f"{BOARD}/{ITEM}/acts", "This should be a folder."),)


def test_the_items_of_a_meeting_that_lost_its_meeting_yaml_are_no_meetings(tmp_path: Path) -> None:
    for path in ("2022-03-16-board/05-report/minutes.md", "2022-03-16/minutes.md"):
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).write_text("# Board\n\nThey met.\n")
    with open_beneath(tmp_path) as book:
        assert [file.path for file in find_minutes(book, "drafts")] == ["2022-03-16/minutes.md"]


def test_a_review_whose_minutes_were_renamed_without_it_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "2024-05-01-board.md").write_text("## Rent\n\nPaid.\n")
    (tmp_path / "2024-05-01.review" / "acts").mkdir(parents=True)
    for one_file in (OneFile(), OneFile("2024-05-01-board.md")):
        (problem,) = BookFiles(tmp_path, one_file=one_file).meetings()[1]
        assert problem.file == "2024-05-01.review"
        assert problem.sentence.endswith("rename it too: git mv 2024-05-01.review 2024-05-01-board.review")
    (tmp_path / "2024-05-01.review").rename(tmp_path / "2024-05-01-board.review")
    assert BookFiles(tmp_path).meetings()[1] == ()


def test_notes_of_every_kind_that_can_be_read_are_found_beside_the_minutes(tmp_path: Path) -> None:
    for end in NOTE_FORMATS:
        (tmp_path / f"2024-05-01-notes.{end}").write_text("x")
    for name in (
        "2024-05-01.md",
        "board-2024-05-01.sbv",
        "2024-05-01.png",
        "2024-06-05.eml",
        "2024-05-01-x.json",
    ):
        (tmp_path / name).write_text("x")
    with open_beneath(tmp_path) as folder:
        found = {each.name: each.says_so for each in companions(folder, MinutesFile("2024-05-01.md"))}
    assert set(found) == {*(f"2024-05-01-notes.{end}" for end in NOTE_FORMATS), "board-2024-05-01.sbv"}


def test_copies_of_the_minutes_and_exports_are_named_and_never_read_as_notes(tmp_path: Path) -> None:
    file = tmp_path / "2022-03-16.md"
    file.write_text(MINUTES)
    (tmp_path / "2022-03-16-notes.md").write_text(NOTES)
    for name in ("2022-03-16.txt", "2022-03-16-final.txt"):
        (file.parent / name).write_text(MINUTES.replace("thanked", "warmly thanked"))
    (file.parent / "2022-03-16-agenda.txt").write_text("Tom Foy to bring the plan of the pond.\n")
    (file.parent / "2022-03-16-old-notes.md").write_bytes(marked_markdown(b"As it was exported.\n"))
    draft = _draft(BookFiles(file.parent, one_file=OneFile(file.name)))
    assert [note.name for note in draft.notes] == ["2022-03-16-agenda.txt", "2022-03-16-notes.md"]
    copy, exported = "looks like a copy of these minutes and is not read as notes. If it is", "is an export"
    for name, said in (
        ("2022-03-16-final.txt", copy),
        ("2022-03-16.txt", copy),
        ("2022-03-16-old-notes.md", exported),
    ):
        assert any(str(p).startswith(f"{name}: This {said}") for p in draft.problems), name
    assert any(p.sentence.endswith("say so: --notes 2022-03-16.txt") for p in draft.problems)
    assert all(problem.of_notes for problem in draft.problems)
    assert [p.is_notice for p in draft.problems] == [copy not in str(p) for p in draft.problems]
    named = (file.parent / "2022-03-16.txt", file.parent / "2022-03-16-old-notes.md")
    draft = _draft(BookFiles(file.parent, one_file=OneFile(file.name, notes=named)))
    assert {path.name for path in named} <= {note.name for note in draft.notes}  # whoever insists is heeded


def test_files_that_may_be_notes_are_named_only_where_there_are_none_and_few_lie_there(
    tmp_path: Path,
) -> None:
    (tmp_path / "board.md").write_text(MINUTES)
    (tmp_path / "pad.txt").write_text("hedge mill lane - clerk\n")
    (tmp_path / "clerks notes may.md").write_text("hedge mill lane - clerk\n")
    (tmp_path / "README.md").write_text("About this folder.\n")
    read = BookFiles(tmp_path, one_file=OneFile("board.md"))
    assert sorted(_draft(read).beside) == ["clerks notes may.md", "pad.txt"]
    named = BookFiles(tmp_path, one_file=OneFile("board.md", notes=(tmp_path / "pad.txt",)))
    assert _draft(named).beside == ()
    for n in range(4):
        (tmp_path / f"other-{n}.txt").write_text("x\n")
    assert _draft(BookFiles(tmp_path, one_file=OneFile("board.md"))).beside == ()


def _draft(files: BookFiles) -> DraftMinutes:
    meeting = files.meetings()[0][0]
    return files.draft(meeting.id, meeting.items[-1].id)


def test_exports_in_a_folder_of_notes_are_named_in_one_sentence(tmp_path: Path) -> None:
    notes = tmp_path / "2022-03-16-board" / "05-report" / "notes"
    notes.mkdir(parents=True)
    (notes.parent / "minutes.md").write_text("Noted.\n")
    for name in ("a.txt", "b.txt", "c.txt", "d.txt"):
        (notes / name).write_bytes(marked_text(b"As it was exported.\n"))
    draft = BookFiles(tmp_path).draft("2022-03-16-board", "05-report")
    assert draft.notes == ()
    (problem,) = draft.problems
    assert str(problem).startswith("a.txt, b.txt, c.txt and 1 more are exports or reports that review-tui")
