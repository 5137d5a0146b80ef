"""What one commit changed in the book."""

from pathlib import Path

import pytest

from review_tui.adapters.git import GitHistory
from review_tui.application.ports import FileChange
from review_tui.model.errors import Refusal, UnusableBook
from tests.adapters.real_book import FIRST, ITEM, MINUTES, RealBook

SECOND = FIRST + b"It was agreed.\n"
FLAG = f"{ITEM}/acts/flag.yaml"


def test_each_file_is_told_with_its_bytes_before_and_after(book: RealBook) -> None:
    changes = [FileChange(MINUTES, SECOND, FIRST), FileChange(FLAG, b"act: \xff\n")]
    made = book.history.commit(changes, "Both").id
    undone = book.history.commit([FileChange(c.path, c.old, c.new) for c in changes], "Undo").id
    assert book.history.changes(made) == (
        FileChange(FLAG, b"act: \xff\n"),
        FileChange(MINUTES, SECOND, FIRST),
    )
    assert book.history.changes(undone) == (
        FileChange(FLAG, None, b"act: \xff\n"),
        FileChange(MINUTES, FIRST, SECOND),
    )
    assert book.history.changes(made[:12]) == book.history.changes(made)


def test_turning_what_is_told_round_takes_a_commit_back_bit_for_bit(book: RealBook) -> None:
    start = book.git("rev-parse", "HEAD^{tree}")
    book.history.commit([FileChange(MINUTES, SECOND, FIRST), FileChange(FLAG, b"a\n")], "Both")
    told = book.history.changes(book.tip())
    book.history.commit([FileChange(c.path, c.old, c.new) for c in told], "Undo")
    assert book.git("rev-parse", "HEAD^{tree}") == start


def test_files_outside_the_book_are_not_told(book: RealBook) -> None:
    book.put(MINUTES, SECOND)
    (book.top / "other.txt").write_bytes(b"x")
    book.commit_all()
    assert [c.path for c in book.history.changes(book.tip())] == [MINUTES]
    (book.top / "other.txt").write_bytes(b"y")
    book.commit_all()
    assert book.history.changes(book.tip()) == ()


def test_the_first_commit_brings_all_it_holds(book: RealBook) -> None:
    assert book.history.changes(book.tip()) == (FileChange(MINUTES, FIRST),)


def test_a_book_at_the_top_has_the_same_names(tmp_path: Path, git_home: Path) -> None:
    top = RealBook(tmp_path / "top", ".")
    top.put(MINUTES, FIRST)
    top.git("init", "--quiet")
    top.commit_all()
    assert top.history.changes(top.tip()) == (FileChange(MINUTES, FIRST),)
    top.history.close()


def test_names_that_git_would_quote_are_told_as_they_are(book: RealBook) -> None:
    for name in ("Schlüssel-£.md", "new\nline.md", 'q"u.md', "-x.md"):
        made = book.history.commit([FileChange(name, b"x")], "Odd").id
        assert book.history.changes(made) == (FileChange(name, b"x"),)


@pytest.mark.parametrize(
    "name",
    ["", "0" * 40, "deadbeef", "no-such", "--output=x", "-h", "HEAD:drafts", "HEAD^{tree}", "a b", "\x1b[1m"],
)
def test_an_unknown_commit_is_refused_in_words(book: RealBook, name: str) -> None:
    with pytest.raises(Refusal, match="nothing recorded under") as caught:
        book.history.changes(name)
    assert "\x1b" not in str(caught.value)
    assert not (book.top / "x").exists()


def test_a_name_with_a_line_break_asks_git_one_question_only(book: RealBook) -> None:
    with pytest.raises(Refusal):
        book.history.changes("HEAD\nHEAD")
    assert book.history.changes("HEAD") == (FileChange(MINUTES, FIRST),)


def test_a_merge_is_refused_in_words(book: RealBook) -> None:
    book.git("switch", "--quiet", "-c", "side")
    book.amend(SECOND)
    book.git("switch", "--quiet", "main")
    book.amend(b"act: flag\n", None, FLAG)
    book.git("merge", "--quiet", "-m", "Merge", "side")
    with pytest.raises(Refusal, match="puts together"):
        book.history.changes(book.tip())


def test_replaced_commits_are_not_believed(book: RealBook) -> None:
    book.amend(SECOND)
    real = book.tip()
    fake = book.git("commit-tree", "-m", "FAKE", f"{real}^{{tree}}").strip()
    book.git("replace", real, fake)
    assert book.history.changes(real) == (FileChange(MINUTES, SECOND, FIRST),)


def test_line_ends_are_told_as_the_work_tree_has_them(book: RealBook) -> None:
    book.git("config", "core.autocrlf", "true")
    made = book.history.commit([FileChange("dos.md", b"a\r\nb\r\n")], "New").id
    assert book.git("cat-file", "-s", "HEAD:drafts/dos.md").strip() == "4"
    assert book.history.changes(made) == (FileChange("dos.md", b"a\r\nb\r\n"),)


def test_links_and_mere_rights_are_no_change_of_words(book: RealBook) -> None:
    (book.book / "link").symlink_to(MINUTES)
    (book.book / MINUTES).chmod(0o755)
    book.commit_all()
    assert book.history.changes(book.tip()) == ()


def test_a_file_that_became_a_folder_is_told_as_both(book: RealBook) -> None:
    book.put("x", b"file\n")
    book.commit_all()
    (book.book / "x").unlink()
    book.put("x/y", b"within\n")
    book.commit_all()
    assert book.history.changes(book.tip()) == (
        FileChange("x", None, b"file\n"),
        FileChange("x/y", b"within\n"),
    )


def test_what_a_shallow_clone_does_not_have_is_said(book: RealBook, tmp_path: Path) -> None:
    book.amend(SECOND)
    book.git("clone", "--quiet", "--depth=1", f"file://{book.top}", str(tmp_path / "shallow"))
    with GitHistory(tmp_path / "shallow" / "drafts") as history:
        with pytest.raises(Refusal, match="not on this computer"):
            history.changes("HEAD")
        assert [v.content for v in history.versions(MINUTES)] == [SECOND]


def test_without_a_repository_there_is_nothing_to_ask(tmp_path: Path, git_home: Path) -> None:
    with GitHistory(tmp_path) as history, pytest.raises(UnusableBook):
        history.changes("HEAD")
