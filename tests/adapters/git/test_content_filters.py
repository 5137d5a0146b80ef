"""Line ends and other conversions: the book, its history and ``git status`` agree."""

from pathlib import Path

import pytest

from review_tui.model.errors import StaleDraft
from review_tui.model.text import digest
from tests.adapters.real_book import MINUTES, RealBook

DOS = b"# Report\r\n\r\nIt was noted.\r\n"
DOS_AFTER = b"# Report\r\n\r\nIt was agreed.\r\n"
UNIX = DOS.replace(b"\r\n", b"\n")
UNIX_AFTER = DOS_AFTER.replace(b"\r\n", b"\n")


def begin(book: RealBook, *, attributes: str = "", autocrlf: str = "false", data: bytes = DOS) -> None:
    book.git("config", "core.autocrlf", autocrlf)
    if attributes:
        (book.top / ".gitattributes").write_text(attributes, encoding="ascii")
    book.put(MINUTES, data)
    book.git("add", "--all", "--renormalize")
    book.commit_all()
    book.git("status")  # so that the index is fresh


@pytest.mark.parametrize(
    ("attributes", "autocrlf"),
    [
        ("* text=auto\n", "false"),
        ("*.md text eol=crlf\n", "false"),
        ("*.md text eol=lf\n", "false"),
        ("", "true"),
        ("", "input"),
    ],
)
def test_where_line_ends_are_converted_the_history_holds_lf_and_all_agree(
    book: RealBook, attributes: str, autocrlf: str
) -> None:
    begin(book, attributes=attributes, autocrlf=autocrlf)
    assert book.at_tip() == UNIX
    book.amend(DOS_AFTER, DOS)
    assert book.read() == DOS_AFTER
    assert book.at_tip() == UNIX_AFTER
    assert book.changed() == [f"drafts/{MINUTES}"]
    assert book.status() == []


def test_where_nothing_is_converted_the_history_holds_the_bytes(book: RealBook) -> None:
    begin(book)
    book.amend(DOS_AFTER, DOS)
    assert book.at_tip() == book.read() == DOS_AFTER
    assert book.status() == []


@pytest.mark.parametrize(("attributes", "autocrlf"), [("*.md text eol=crlf\n", "false"), ("", "true")])
def test_the_committed_version_is_shown_as_it_stands_in_the_work_tree(
    book: RealBook, attributes: str, autocrlf: str
) -> None:
    begin(book, attributes=attributes, autocrlf=autocrlf)
    assert book.history.committed(MINUTES) == DOS
    assert book.history.text_with_digest(MINUTES, digest(UNIX.decode())) == DOS.decode()


def test_a_file_of_the_other_line_ends_is_no_stale_draft(book: RealBook) -> None:
    begin(book, autocrlf="true")
    book.put(MINUTES, UNIX)
    book.amend(DOS_AFTER, DOS)
    assert (book.read(), book.at_tip()) == (DOS_AFTER, UNIX_AFTER)
    assert book.status() == []


def test_other_words_are_a_stale_draft_whatever_the_line_ends(book: RealBook) -> None:
    begin(book, autocrlf="true")
    book.put(MINUTES, UNIX_AFTER)
    with pytest.raises(StaleDraft):
        book.amend(b"third\r\n", DOS)
    assert book.read() == UNIX_AFTER


def test_committed_cr_lf_stays_where_git_itself_would_keep_it(book: RealBook) -> None:
    begin(book)
    (book.top / ".gitattributes").write_text("* text=auto\n", encoding="ascii")
    book.git("add", ".gitattributes")
    book.git("commit", "--quiet", "-m", "Attributes")
    book.amend(DOS_AFTER, DOS)
    assert book.at_tip() == DOS_AFTER
    assert book.status() == []


def test_committed_cr_lf_is_made_lf_where_the_attributes_demand_it(book: RealBook) -> None:
    begin(book)
    (book.top / ".gitattributes").write_text("*.md text\n", encoding="ascii")
    book.git("add", ".gitattributes")
    book.git("commit", "--quiet", "-m", "Attributes")
    book.amend(DOS_AFTER, DOS)
    assert book.at_tip() == UNIX_AFTER
    assert book.status() == []


@pytest.mark.parametrize("where", ["folder", "info", "home", "named"])
def test_attributes_are_found_wherever_git_looks(book: RealBook, git_home: Path, where: str) -> None:
    begin(book, data=UNIX)
    places = {
        "folder": (book.book / MINUTES).parent / ".gitattributes",
        "info": book.top / ".git" / "info" / "attributes",
        "home": git_home / ".config" / "git" / "attributes",
        "named": git_home / "mine",
    }
    if where == "named":
        book.git("config", "core.attributesFile", "~/mine")
    places[where].parent.mkdir(parents=True, exist_ok=True)
    places[where].write_text("*.md text eol=crlf\n", encoding="ascii")
    book.put(MINUTES, DOS)
    book.amend(DOS_AFTER, DOS)
    assert book.at_tip() == UNIX_AFTER
    assert f" M drafts/{MINUTES}" not in book.status()


def test_a_filter_of_the_users_is_applied_when_recording(book: RealBook) -> None:
    book.git("config", "filter.shout.clean", "tr a-z A-Z")
    book.git("config", "filter.shout.smudge", "tr A-Z a-z")
    begin(book, attributes="*.md filter=shout\n", data=b"quiet\n")
    assert book.at_tip() == b"QUIET\n"
    book.amend(b"still quiet\n", b"quiet\n")
    assert (book.read(), book.at_tip()) == (b"still quiet\n", b"STILL QUIET\n")
    assert book.status() == []


def test_looking_runs_no_filter(book: RealBook, tmp_path: Path) -> None:
    begin(book, attributes="*.md filter=evil\n", data=UNIX)
    for verb in ("smudge", "process"):
        book.git("config", f"filter.evil.{verb}", f"touch {tmp_path}/ran; cat")
    book.git("config", "filter.evil.required", "true")
    assert book.history.committed(MINUTES) == UNIX
    assert book.history.text_with_digest(MINUTES, digest(UNIX.decode())) == UNIX.decode()
    assert not (tmp_path / "ran").exists()
