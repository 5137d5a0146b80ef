"""Plain git alone can read a book, and take an amendment back, with nothing of ours at hand."""

import datetime as dt
from pathlib import Path

import pytest

from review_tui.adapters.book import BookFiles
from review_tui.adapters.git import init, make_repository
from review_tui.adapters.git.content_filters import ContentFilters
from review_tui.application.ports import FileChange
from review_tui.model.acts import Disposition, DispositionOutcome, Flag
from review_tui.model.people import Reviewer
from review_tui.model.quotes import Quote
from review_tui.model.text import digest
from review_tui.model.transitions import Status, fold_acts
from tests.adapters.real_book import FIRST, ITEM, MINUTES, RealBook

BOARD, _, ITEM_ID = ITEM.partition("/")
BEFORE = b"# Annual report\n\nThat the report for October, 2020-September, 2022 be noted.  \n"
AFTER = BEFORE.replace(b"2022", b"2021")
DAWN = Reviewer("Dawn Harper", "dawn@example.org")
AT = dt.datetime(2022, 3, 20, 10, 15, 2, tzinfo=dt.UTC)
QUOTE = Quote("2022", "September, ", " be noted", digest(BEFORE.decode()))
FLAG = Flag(id="7f3a91c2", by=DAWN, at=AT, quote=QUOTE, kind="date", comment="It ends in 2021.")
REASON = "The notes say so."
SETTLED = Disposition(
    id="0b1c2d3e", by=DAWN, at=AT, of=FLAG.id, outcome=DispositionOutcome.AMENDED, reason=REASON
)
TRAILERS = f"Meeting: {BOARD}\nItem: {ITEM_ID}"


@pytest.fixture
def settled(book: RealBook) -> RealBook:
    """A book with one flag that an amendment settled, and another act after it."""
    book.put(f"{BOARD}/meeting.yaml", b"body: Board\ndate: 2022-03-16\nitems:\n  - id: 05-annual-report\n")
    book.put(MINUTES, BEFORE)
    init.write_attributes(book.book)
    book.commit_all("Draft")
    files = BookFiles(book.book)
    flag, disposition = (files.act_file(BOARD, ITEM_ID, act) for act in (FLAG, SETTLED))
    book.history.commit([flag], f"Flag item 5: date\n\nIt ends in 2021.\n\n{TRAILERS}\nFlag: 7f3a91c2")
    book.history.commit(
        [FileChange(MINUTES, AFTER, BEFORE), disposition],
        f"Amend item 5: 2021\n\n{REASON}\n\n{TRAILERS}\nSettles: 7f3a91c2",
    )
    return book


def status(book: RealBook) -> tuple[Status, int, tuple[str, ...]]:
    """Where the item stands, how many flags are open, and what could not be read."""
    files = BookFiles(book.book)
    draft = files.draft(BOARD, ITEM_ID)
    state = fold_acts(draft.digest, draft.acts, ())
    problems = (*draft.problems, *files.meetings()[1])
    return state.status, len(state.open_flags), tuple(str(problem) for problem in problems)


def test_git_revert_of_an_amendment_leaves_a_sound_book_with_its_flag_open_again(settled: RealBook) -> None:
    assert status(settled) == (Status.IN_REVIEW, 0, ())
    settled.git("revert", "--no-edit", "HEAD")
    assert settled.read() == BEFORE
    assert status(settled) == (Status.IN_REVIEW, 1, ())
    assert settled.status() == []


def test_git_revert_of_an_earlier_amendment_leaves_later_acts_where_they_are(settled: RealBook) -> None:
    later = settled.put(f"{ITEM}/notes/clerk.md", b"Oct 20 - Sep 21\n")
    settled.commit_all("Notes")
    settled.git("revert", "--no-edit", "HEAD^")
    assert later.exists()
    assert status(settled) == (Status.IN_REVIEW, 1, ())


def test_after_a_revert_the_next_act_is_recorded_as_ever(settled: RealBook) -> None:
    settled.git("revert", "--no-edit", "HEAD")
    settled.amend(AFTER, BEFORE)
    assert settled.status() == []
    assert [v.content for v in settled.history.versions(MINUTES)] == [AFTER, BEFORE, AFTER, BEFORE, FIRST]
    told = settled.history.changes("HEAD^")
    assert [(change.path.rpartition("/")[2], change.new) for change in told][1:] == [("minutes.md", BEFORE)]
    assert told[0].new is None


def test_git_log_tells_the_story_of_an_item_and_finds_its_acts(settled: RealBook) -> None:
    subjects = settled.git("log", "--format=%s", "--", f"drafts/{ITEM}").splitlines()
    assert subjects == ["Amend item 5: 2021", "Flag item 5: date", "Draft", "Start"]
    assert settled.git("log", "--format=%s", "--grep=^Settles: 7f3a91c2").splitlines() == subjects[:1]
    assert settled.git("log", "-1", "--format=%(trailers:key=Settles,valueonly)").strip() == "7f3a91c2"


def test_word_differences_read_well_under_the_heading_they_stand_below(settled: RealBook) -> None:
    shown = settled.git("diff", "--word-diff", "HEAD^", "--", f"drafts/{MINUTES}")
    assert "That the report for October, 2020-September, [-2022-]{+2021+} be noted." in shown
    words = b"\n".join(b"Paragraph %d." % n for n in range(20))
    settled.put(MINUTES, b"# Decisions\n\n" + words)
    settled.commit_all("Long")
    settled.put(MINUTES, b"# Decisions\n\n" + words.replace(b"15", b"51"))
    assert "@@ # Decisions" in settled.git("diff", "--word-diff")


def test_two_spaces_that_break_a_line_are_no_mistake_to_git(settled: RealBook) -> None:
    settled.put(MINUTES, b"One  \ntwo\r\n\n\n")
    assert settled.git("diff", "--check", check=False) == ""


def test_the_attributes_change_no_byte_and_cost_no_run_of_git(book: RealBook) -> None:
    init.write_attributes(book.book)
    book.commit_all("Attributes")
    for words in (b"dos\r\nunix\nold mac\r\x00\xff", b"\xef\xbb\xbfmark\r\n"):
        book.amend(words, book.read())
        assert book.at_tip() == book.read() == words
    repo = book.history._repo
    assert repo is not None
    assert not ContentFilters(repo, repo.config()).may_convert(f"drafts/{MINUTES}")


def test_a_new_book_gets_its_attributes_and_keeps_those_it_has(tmp_path: Path, git_home: Path) -> None:
    for name, own in (("bare", None), ("own", b"*.md text\n")):
        made = RealBook(tmp_path / name, ".")
        made.put(MINUTES, FIRST)
        if own:
            made.put(init.ATTRIBUTES_FILE, own)
        assert made.history.may_begin()
        made.history.begin()
        assert made.read(init.ATTRIBUTES_FILE) == (own or init.ATTRIBUTES.encode())
        assert made.status() == []
        made.history.close()


def test_attributes_of_a_book_inside_are_enough(tmp_path: Path, git_home: Path) -> None:
    made = RealBook(tmp_path / "demo")
    made.put(init.ATTRIBUTES_FILE, init.ATTRIBUTES.encode())
    make_repository(made.top)
    assert made.changed() == [f"drafts/{init.ATTRIBUTES_FILE}"]


def test_the_sample_book_brings_the_same_attributes() -> None:
    sample = Path(__file__).parents[3] / "drafts" / init.ATTRIBUTES_FILE
    assert sample.read_text(encoding="ascii") == init.ATTRIBUTES
