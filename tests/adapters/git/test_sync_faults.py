"""Sync and settling cut short at any step: done at the next start, or not begun; nothing is lost."""

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from review_tui.adapters import durable_files
from review_tui.adapters.git import GitHistory, locks
from review_tui.adapters.git.exchange import GitExchange
from review_tui.adapters.git.runner import GitResult, GitRunner
from review_tui.application.ports import FileChange
from review_tui.application.sync_ports import Chosen, FileOutcome, Relation, Watch
from review_tui.model.errors import Refusal
from tests.adapters.real_book import FIRST, MINUTES, PowerCut, RealBook

FLAG = "2022-03-16-board/05-annual-report/acts/20220320T101502Z-flag-7f3a91c2.yaml"
THEIRS = FIRST.replace(b"noted", b"received")
OURS = FIRST.replace(b"The report", b"The annual report")
MERGED = OURS.replace(b"noted", b"received")


class Pair:
    """Somebody's copy, and another's that has something new."""

    def __init__(self, ours: RealBook, theirs: RealBook) -> None:
        self.ours, self.theirs = ours, theirs

    def exchange(self) -> GitExchange:
        return GitExchange(self.ours.history)

    def receive(self) -> None:
        """As a sync does, without its sentences."""
        exchange = self.exchange()
        got = exchange.fetch(exchange.hub(), Watch())
        if exchange.relation(got.tip) is Relation.BEHIND:
            exchange.fast_forward(got.tip)
        elif exchange.relation(got.tip) is Relation.APART:
            divergence = exchange.divergence(got.tip)
            files: dict[str, FileOutcome] = {each.path: MERGED for each in divergence.both}
            exchange.join(divergence, files, "Bring together")


@pytest.fixture(params=[pytest.param("behind", marks=pytest.mark.soak), "apart"])
def pair(request: pytest.FixtureRequest, book: RealBook, tmp_path: Path) -> Iterator[Pair]:
    ours = RealBook(tmp_path / "ours")
    book.git("clone", "--quiet", "--template=", str(book.top), str(ours.top))
    book.history.commit([FileChange(MINUTES, THEIRS, FIRST), FileChange(FLAG, b"act: flag\n")], "Amend")
    (book.top / "other.txt").unlink()
    book.commit_all("Another file goes")
    if request.param == "apart":
        ours.history.commit([FileChange(MINUTES, OURS, FIRST)], "Amend otherwise")
    yield Pair(ours, book)
    ours.history.close()


COMMANDS = ("fetch", "commit-tree", "update-ref", "update-index")


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("command", COMMANDS)
def test_a_power_cut_at_any_command_leaves_all_or_nothing(pair: Pair, command: str, *, after: bool) -> None:
    ours = pair.ours
    was = ours.tip()
    with pytest.MonkeyPatch.context() as patch:
        cut_at_any(patch, command, after=after)
        with contextlib.suppress(PowerCut):
            pair.receive()
    ours.start_again()
    said = ours.history.recover()
    moved = ours.tip() != was
    assert ours.status() == [], said
    assert ours.git("fsck", "--strict", "--no-dangling") == ""
    assert (ours.book / FLAG).exists() is moved
    assert (ours.top / "other.txt").exists() is not moved
    pair.receive()
    assert ours.status() == []
    assert ours.read() in {THEIRS, MERGED}
    assert (ours.book / FLAG).read_bytes() == b"act: flag\n"
    assert not list((ours.top / ".git" / "review-tui").glob("intent-*"))
    assert not list((ours.top / ".git" / "review-tui").glob("cut-short/*"))


def cut_at_any(patch: pytest.MonkeyPatch, command: str, *, after: bool) -> None:
    """Cut the power at the first run of a git command, by whichever way it is run."""
    for name in ("write", "watched"):
        real = getattr(GitRunner, name)

        def stopped(self: GitRunner, *args: str, real: object = real, **more: object) -> GitResult:
            if command not in args:
                return real(self, *args, **more)  # type: ignore[operator,no-any-return]
            if after:
                real(self, *args, **more)  # type: ignore[operator]
            raise PowerCut

        patch.setattr(GitRunner, name, stopped)
    from review_tui.adapters.git.commit import CommitAttempt  # noqa: PLC0415 -- what tidies up is off

    patch.setattr(CommitAttempt, "_roll_back", lambda self: None)


@pytest.mark.parametrize(
    "number", [n if n in {0, 4, 8} else pytest.param(n, marks=pytest.mark.soak) for n in range(12)]
)
def test_a_disk_that_fails_at_any_write_changes_nothing_or_is_finished(
    pair: Pair, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = pair.ours
    left = [number]
    prepare = durable_files.prepare

    def full(path: Path, data: bytes, **more: object) -> durable_files.Prepared:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        return prepare(path, data, **more)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(durable_files, "prepare", full)
        with contextlib.suppress(Refusal):
            pair.receive()
    ours.start_again()
    ours.history.recover()
    assert ours.status() == []
    pair.receive()
    assert ours.status() == []
    assert ours.read() in {THEIRS, MERGED}


def test_what_is_typed_at_the_last_moment_is_not_overwritten(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = GitRunner.write

    def meddled(self: GitRunner, *args: str, **more: object) -> GitResult:
        if args[0] == "update-ref" and "refs/heads/main" in args:
            pair.ours.put(MINUTES, b"typed\n")
        return real(self, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(GitRunner, "write", meddled)
    pair.receive()
    assert pair.ours.read() == b"typed\n"


def test_somebody_who_records_at_the_same_moment_is_not_lost(pair: Pair) -> None:
    exchange = pair.exchange()
    got = exchange.fetch(exchange.hub(), Watch())
    divergence = exchange.divergence(got.tip)
    with GitHistory(pair.ours.book) as other:
        other.commit([FileChange("m/acts/x.yaml", b"act: flag\n")], "Flag")
    files: dict[str, FileOutcome] = {each.path: Chosen.OURS for each in divergence.both}
    with pytest.raises(Refusal, match="meanwhile"):
        exchange.join(divergence, files, "Bring together")
    assert pair.ours.subjects()[0] == "Flag"


@pytest.mark.parametrize("name", ["../outside.md", ".git/hooks/post-commit", ".GIT/config", "a\\b.md"])
def test_a_name_that_leads_out_is_refused(book: RealBook, name: str, tmp_path: Path) -> None:
    blob = book.git("hash-object", "-w", "--stdin", data=b"x").strip()
    tree = blob
    for depth, part in enumerate(reversed(name.split("/"))):
        line = f"{'40000' if depth else '100644'} {part}\0".encode() + bytes.fromhex(tree)
        tree = book.git("hash-object", "-t", "tree", "-w", "--stdin", "--literally", data=line).strip()
    evil = book.git("commit-tree", tree, "-p", "HEAD", "-m", "evil").strip()
    exchange = GitExchange(book.history)
    assert exchange.relation(evil) is Relation.BEHIND
    with pytest.raises(Refusal, match="no honest book"):
        exchange.fast_forward(evil)
    assert book.status() == []


def test_links_and_rights_come_as_git_would_bring_them(book: RealBook, tmp_path: Path) -> None:
    ours = RealBook(tmp_path / "ours")
    book.git("clone", "--quiet", "--template=", str(book.top), str(ours.top))
    (book.top / "link").symlink_to("other.txt")
    (book.top / "tool.sh").write_text("#!/bin/sh\n")
    (book.top / "tool.sh").chmod(0o755)
    book.commit_all("A link and a tool")
    Pair(ours, book).receive()
    assert ours.status() == []
    assert (ours.top / "link").is_symlink()
    assert os.access(ours.top / "tool.sh", os.X_OK)
    ours.history.close()


def test_where_work_crossed_the_same_words_are_not_asked_about_twice(book: RealBook, tmp_path: Path) -> None:
    """Two people bring the same two lines together, each for themselves, and then meet."""
    ours = RealBook(tmp_path / "ours")
    book.git("clone", "--quiet", "--template=", str(book.top), str(ours.top))
    ours.git("config", "user.email", "amir@example.org")
    book.history.commit([FileChange(MINUTES, THEIRS, FIRST)], "One")
    ours.history.commit([FileChange(MINUTES, OURS, FIRST)], "Other")
    tips = book.tip(), ours.tip()
    for one, tip in ((book, tips[1]), (ours, tips[0])):
        other = ours if one is book else book
        one.git("fetch", "--quiet", str(other.top), tip)
    for one, tip in ((book, tips[1]), (ours, tips[0])):
        exchange = GitExchange(one.history)
        divergence = exchange.divergence(tip)
        assert [each.path for each in divergence.both] == [f"drafts/{MINUTES}"]
        exchange.join(divergence, {f"drafts/{MINUTES}": MERGED}, "Bring together")
    ours.git("fetch", "--quiet", str(book.top), "main")
    exchange = GitExchange(ours.history)
    divergence = exchange.divergence(ours.git("rev-parse", "FETCH_HEAD").strip())
    assert len(divergence.bases) == 2
    assert divergence.both == ()
    ours.history.close()


def test_a_lock_that_was_left_is_no_end(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locks, "STALE_AFTER", 0)
    (pair.ours.top / ".git" / "index.lock").touch()
    pair.receive()
    (pair.ours.top / ".git" / "index.lock").unlink(missing_ok=True)
    pair.ours.start_again()
    pair.ours.history.recover()
    assert pair.ours.status() == []


def test_a_lock_on_what_the_hub_had_is_no_end_either(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locks, "STALE_AFTER", 0)
    left = pair.ours.top / ".git" / "refs" / "remotes" / "origin" / "main.lock"
    left.parent.mkdir(parents=True, exist_ok=True)
    left.touch()
    pair.receive()
    assert not left.exists()
    assert pair.ours.status() == []


@pytest.mark.parametrize("code", [0, 1])
def test_what_git_could_not_say_is_not_taken_for_nothing(
    pair: Pair, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    exchange = pair.exchange()
    got = exchange.fetch(exchange.hub(), Watch())
    read = GitRunner.read

    def silent(self: GitRunner, *args: str, **more: object) -> GitResult:
        return GitResult(code, b"", b"") if args[0] == "merge-base" else read(self, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(GitRunner, "read", silent)
    with pytest.raises(Refusal, match="nothing was changed"):
        exchange.divergence(got.tip)
