"""Why nothing can be recorded: each reason in words of its own, and nothing recorded meanwhile."""

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from review_tui.adapters.git import GitHistory
from review_tui.adapters.git.runner import GitRunner
from review_tui.model.errors import Refusal, UnusableBook
from review_tui.model.people import Reviewer
from tests.adapters.real_book import FIRST, MINUTES, RealBook

SECOND = FIRST + b"It was agreed.\n"


def conflict(book: RealBook) -> None:
    """Two branches with different words in one place; on main."""
    book.git("switch", "--quiet", "-c", "side")
    book.put(MINUTES, b"theirs\n")
    book.commit_all("Theirs")
    book.git("switch", "--quiet", "main")
    book.put(MINUTES, b"ours\n")
    book.commit_all("Ours")


def stash_conflict(book: RealBook) -> None:
    book.put(MINUTES, b"put aside\n")
    book.git("stash", "--quiet")
    book.put(MINUTES, b"recorded\n")
    book.commit_all("Recorded")
    book.git("stash", "pop", check=False)


def with_conflict(*command: str) -> Callable[[RealBook], None]:
    def act(book: RealBook) -> None:
        conflict(book)
        book.git(*command, check=False)

    return act


CASES: dict[str, tuple[Callable[[RealBook], object], str]] = {
    "detached": (lambda book: book.git("switch", "--quiet", "--detach"), "old state of the files"),
    "merge": (with_conflict("merge", "side"), r"\(a merge\)"),
    "rebase": (with_conflict("rebase", "side"), r"\(a rebase\)"),
    "cherry-pick": (with_conflict("cherry-pick", "side"), r"\(a cherry-pick\)"),
    "revert": (with_conflict("revert", "--no-edit", "side"), r"\(a revert\)"),
    "bisect": (lambda book: book.git("bisect", "start"), r"\(a bisect\)"),
    "unmerged": (stash_conflict, "is not settled"),
    "nobody": (lambda book: (book.top.parent / "x").touch(), "git does not know who you are"),
}


@pytest.mark.parametrize("case", CASES)
def test_what_stands_in_the_way_is_said_and_nothing_is_recorded(
    book: RealBook, git_home: Path, case: str
) -> None:
    assert not book.history.why_read_only()
    act, sentence = CASES[case]
    act(book)
    if case == "nobody":
        (git_home / ".gitconfig").write_text("", encoding="ascii")
    before = (book.git("rev-parse", "--all"), book.read())
    with pytest.raises(Refusal, match=sentence) as caught:
        book.amend(SECOND, book.read())
    assert book.history.why_read_only() == str(caught.value)
    assert (book.git("rev-parse", "--all"), book.read()) == before


SETTLED = {
    "merge": ("git commit --no-edit", "git merge --abort"),
    "rebase": ("git -c core.editor=true rebase --continue", "git rebase --abort"),
    "cherry-pick": ("git -c core.editor=true cherry-pick --continue", "git cherry-pick --abort"),
    "revert": ("git -c core.editor=true revert --continue", "git revert --abort"),
}


@pytest.mark.parametrize("way", [0, 1], ids=["finished", "given up"])
@pytest.mark.parametrize("case", SETTLED)
def test_what_is_to_be_typed_is_told_and_helps(
    book: RealBook, case: str, way: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_EDITOR", "false")  # no editor may be asked for a message
    CASES[case][0](book)
    said = book.history.why_read_only()
    for words in ("you can go on reading", *SETTLED[case], f"in the folder {book.top}", "ask whoever"):
        assert words in said
    assert "<<<<<<<" in said
    assert f"git add '{book.below}/{MINUTES}'" in said
    if way == 0:
        book.put(MINUTES, b"one\n")
        book.git("add", "-A")
    else:
        assert not book.git(*SETTLED[case][1].split()[1:])
    if way == 0:
        monkeypatch.delenv("GIT_EDITOR")
        book.git(*SETTLED[case][0].split()[1:])
    assert not book.history.why_read_only()


def test_a_merge_whose_words_are_settled_only_has_to_be_finished(book: RealBook) -> None:
    with_conflict("merge", "side")(book)
    book.put(MINUTES, b"one\n")
    book.git("add", "-A")
    said = book.history.why_read_only()
    assert "To finish it, type in a terminal" in said
    assert "<<<<<<<" not in said


def test_a_folder_in_no_repository_can_be_read_only(tmp_path: Path, git_home: Path) -> None:
    with GitHistory(tmp_path) as history:
        assert "in no git repository" in history.why_read_only()
        assert (history.committed("x.md"), history.log([""]), history.recover()) == (None, (), ())
        assert history.text_with_digest("x.md", "v1:0") is None
        with pytest.raises(UnusableBook, match="in no git repository"):
            history.commit([], "x")
        RealBook(tmp_path, ".").git("init", "--quiet")
        assert not history.why_read_only()


def test_a_bare_repository_has_no_files_to_amend(tmp_path: Path, git_home: Path) -> None:
    RealBook(tmp_path, ".").git("init", "--quiet", "--bare", "store.git")
    with GitHistory(tmp_path / "store.git") as history:
        assert "only stores history" in history.why_read_only()


def test_gits_own_folder_is_no_book(book: RealBook) -> None:
    with GitHistory(book.top / ".git") as history:
        assert history.why_read_only()


def test_a_repository_hidden_in_the_book_is_not_obeyed(book: RealBook) -> None:
    hidden = book.book / "evil"
    shutil.copytree(book.top / ".git", hidden)
    with (hidden / "config").open("a") as config:
        config.write(f"[core]\n\tbare = false\n\tworktree = {book.top}\n")
    with GitHistory(hidden) as history:
        assert history.why_read_only()
        assert history.log([""]) == ()


def test_a_folder_of_another_user_is_not_trusted(book: RealBook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    said = book.history.why_read_only()
    assert "belongs to another user" in said
    assert f"safe.directory '{book.top}'" in said


def test_git_must_be_there(book: RealBook, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "not installed" in book.history.why_read_only()
    assert book.history.log([""]) == ()


def test_git_must_be_new_enough(book: RealBook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(GitRunner, "version", (2, 35, 8))
    assert "git 2.35.8 is too old" in book.history.why_read_only()


@pytest.mark.parametrize(
    ("lock", "age", "is_said"), [("refs/heads/main", 600, True), ("HEAD", 7300, True), ("HEAD", 1, False)]
)
def test_only_an_old_lock_is_taken_to_be_left_over(
    book: RealBook, lock: str, age: float, is_said: bool
) -> None:
    path = book.top / ".git" / f"{lock}.lock"
    path.touch()
    os.utime(path, (time.time() - age,) * 2)
    said = book.history.why_read_only()
    assert (str(path) in said) == is_said
    assert bool(said) == is_said
    if age > 7200:
        assert "2 hours ago" in said


@pytest.mark.parametrize("missing", ["name", "email"])
def test_an_identity_that_git_would_guess_is_none(book: RealBook, git_home: Path, missing: str) -> None:
    have = {"name": "email = d@example.org", "email": "name = Dawn"}[missing]
    (git_home / ".gitconfig").write_text(f"[user]\n\t{have}\n", encoding="ascii")
    with pytest.raises(Refusal, match="does not know who you are"):
        book.history.reviewer()
    assert "does not know who you are" in book.history.why_read_only()


def test_the_identity_comes_from_wherever_git_takes_it(
    book: RealBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert book.history.reviewer() == Reviewer("Dawn Harper", "dawn@example.org")
    book.git("config", "author.name", "D. Harper")
    assert book.history.reviewer().name == "D. Harper"
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Omar Aziz")
    monkeypatch.setenv("GIT_AUTHOR_EMAIL", "omar@example.org")
    assert book.history.reviewer() == Reviewer("Omar Aziz", "omar@example.org")
    book.amend(SECOND)
    assert book.git("log", "-1", "--format=%an %ae %cn %ce").strip() == (
        "Omar Aziz omar@example.org Dawn Harper dawn@example.org"
    )
    assert book.history.log([""], 1)[0].by == book.history.reviewer()


def test_an_address_in_the_environment_counts_unless_only_settings_may(
    book: RealBook, git_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (git_home / ".gitconfig").write_text("[user]\n\tname = Dawn\n", encoding="ascii")
    monkeypatch.setenv("EMAIL", "dawn@home.example")
    assert book.history.reviewer() == Reviewer("Dawn", "dawn@home.example")
    book.amend(SECOND)
    assert book.git("log", "-1", "--format=%ae").strip() == "dawn@home.example"
    book.git("config", "user.useConfigOnly", "true")
    assert book.history.why_read_only()


def test_without_a_repository_there_is_no_reviewer(tmp_path: Path, git_home: Path) -> None:
    with GitHistory(tmp_path / "nowhere") as history, pytest.raises(Refusal):
        history.reviewer()


def test_what_the_shell_says_of_another_repository_is_not_obeyed(
    book: RealBook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = RealBook(tmp_path / "elsewhere")
    other.put("x", b"x")
    other.git("init", "--quiet")
    for name, value in {
        "GIT_DIR": str(other.top / ".git"),
        "GIT_WORK_TREE": str(other.top),
        "GIT_INDEX_FILE": str(other.top / "index"),
        "GIT_OBJECT_DIRECTORY": str(other.top / "objects"),
        "GIT_GLOB_PATHSPECS": "1",
        "GIT_CONFIG": str(other.top / "config"),
    }.items():
        monkeypatch.setenv(name, value)
    assert not book.history.why_read_only()
    book.amend(SECOND)
    for name in [n for n in os.environ if n.startswith("GIT_") and str(other.top) in os.environ[n]]:
        monkeypatch.delenv(name)
    monkeypatch.delenv("GIT_GLOB_PATHSPECS")
    assert book.subjects() == ["Amend", "Start"]
    assert book.status() == []
    assert not (other.top / "index").exists()


def test_a_book_whose_folder_is_gone_never_becomes_another_repository(
    book: RealBook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = RealBook(tmp_path / "elsewhere")
    other.put(MINUTES, FIRST)
    other.git("init", "--quiet")
    other.commit_all("Elsewhere")
    monkeypatch.chdir(other.top)
    assert not book.history.why_read_only()
    book.top.rename(tmp_path / "moved")
    with pytest.raises(Refusal):
        book.amend(SECOND)
    with pytest.raises(Refusal):
        book.history.log([""])
    assert other.subjects() == ["Elsewhere"]
