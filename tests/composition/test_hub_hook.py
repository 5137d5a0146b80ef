"""A plain bare repository with the hook: what may be pushed into it, and what may not."""

import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CalledProcessError

import pytest

from tests.composition.tampered_books import (
    OPEN,
    SIGNED,
    act,
    amends,
    approves,
    at_desk,
    commit,
    copied,
    flags,
    git,
    make_folders,
    reword,
)
from tests.composition.test_tamperings import (
    deleted,
    merged_ours,
    reset_back,
    signed_text,
    tag_moved,
    text_edited_and_approved_for_another,
)

PUSH = ("push", "--quiet", "hub", "main", "--tags")


@pytest.fixture(scope="module")
def pushed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a book that was pushed to its hub."""
    folder = tmp_path_factory.mktemp("hub")
    book = make_folders(folder / "drafts")
    git(folder, "init", "--quiet", "--bare", "--template=", "--initial-branch=main", "hub.git")
    hook = folder / "hub.git" / "hooks" / "pre-receive"
    hook.parent.mkdir()
    hook.write_text(f"#!/bin/sh\nexec {sys.executable} -m review_tui hub-hook\n", encoding="utf-8")
    hook.chmod(0o755)
    git(book, "remote", "add", "hub", "../hub.git")
    git(book, *PUSH)
    return folder


@pytest.fixture
def book(pushed: Path, tmp_path: Path) -> Path:
    return copied(pushed, tmp_path / "copy") / "drafts"


def push(book: Path, *words: str) -> str:
    """What the hub says; empty when it took everything."""
    try:
        git(book, *(words or PUSH))
    except CalledProcessError as refused:
        return str(refused.stderr)
    return ""


def test_what_everybody_does_is_taken(book: Path) -> None:
    at_desk(book, "Alex Example", amends(OPEN, "5", "noted", "welcomed"), flags(OPEN, "6", "business"))
    at_desk(book, "Clerk Example", approves(OPEN, "5"))
    assert push(book) == ""
    git(book, "switch", "--quiet", "-c", "draft")
    (book / "other.txt").write_text("x", encoding="utf-8")
    commit(book)
    assert push(book, "push", "--quiet", "hub", "draft") == ""


REFUSED: list[tuple[Callable[[Path], None], str]] = [
    (deleted("objection", "dawn"), "took away the objection"),
    (text_edited_and_approved_for_another, "in the name of Alex Example"),
    (signed_text, "not what was signed off any more"),
    (merged_ours, "got lost"),
]


@pytest.mark.parametrize(("tamper", "said"), REFUSED, ids=[tamper.__name__ for tamper, _ in REFUSED])
def test_what_breaks_a_rule_is_refused_in_words(
    book: Path, tamper: Callable[[Path], None], said: str
) -> None:
    tamper(book)
    told = push(book, "push", "--quiet", "hub", "+main")
    assert said in told
    assert "nothing of this push was taken" in told


def test_nothing_is_put_back_deleted_or_moved(book: Path) -> None:
    tag_moved(book)
    assert "is never moved or deleted" in push(book, "push", "hub", f"+refs/tags/minutes/{SIGNED}")
    assert "is never moved or deleted" in push(book, "push", "hub", f":refs/tags/minutes/{SIGNED}")
    assert "is never deleted" in push(book, "push", "hub", ":main")
    reset_back(book)
    assert "is never put back" in push(book, "push", "hub", "+main")


def test_an_old_flaw_does_not_stop_what_is_new(pushed: Path, book: Path) -> None:
    hook = book.parent / "hub.git" / "hooks" / "pre-receive"
    words = hook.read_text("utf-8")
    hook.write_text("#!/bin/sh\n", encoding="utf-8")
    act(book, "objection", "dawn").unlink()
    commit(book)
    git(book, *PUSH)
    hook.write_text(words, encoding="utf-8")
    at_desk(book, "Alex Example", flags(OPEN, "6", "business"))
    assert push(book) == ""
    hook.write_text(words.replace("hub-hook", "hub-hook --pusher dawn@example.org"), encoding="utf-8")
    reword(book / OPEN / "meeting.yaml", "title: Report", "title: The report")
    commit(book, who="Alex Example")
    assert "may push none but their own" in push(book)
