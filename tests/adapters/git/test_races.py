"""Several writers at once: nobody loses a commit."""

import fcntl
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from review_tui.adapters.git import GitHistory, locks, recovery
from review_tui.adapters.git.runner import GitResult, GitRunner
from review_tui.application.ports import FileChange
from review_tui.model.errors import Refusal, StaleDraft
from tests.adapters.real_book import FIRST, MINUTES, RealBook

SECOND = FIRST + b"It was agreed.\n"
_WRITER = """
import sys
from pathlib import Path
from review_tui.application.ports import FileChange
from review_tui.adapters.git import GitHistory
book, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
with GitHistory(book) as history:
    for number in range(count):
        history.commit([FileChange(f"acts/{name}-{number}.yaml", b"act: flag\\n")], f"{name} {number}")
"""


def before(
    monkeypatch: pytest.MonkeyPatch, command: str, act: Callable[[], object], *, times: int = 1
) -> None:
    """Let ``act`` happen right before our next git ``command`` runs."""
    write = GitRunner.write
    left = [times]

    def meddled(self: GitRunner, *args: str, **more: object) -> GitResult:
        if args[0] == command and left[0]:
            left[0] -= 1
            act()
        return write(self, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(GitRunner, "write", meddled)


def test_two_processes_of_sixty_commits_lose_none(book: RealBook) -> None:
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", _WRITER, str(book.book), name, "60"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for name in ("dawn", "omar")
    ]
    said = [writer.communicate(timeout=300) for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0], said
    assert len(book.subjects()) == 121
    assert len(list((book.book / "acts").iterdir())) == 120
    assert book.status() == []
    assert book.git("fsck", "--strict") == ""


def test_threads_of_one_program_take_turns(book: RealBook) -> None:
    faults: list[Exception] = []

    def write(name: str) -> None:
        for number in range(5):
            try:
                book.amend(b"x", None, f"acts/{name}-{number}.yaml")
                book.history.log([""], 1)
            except Exception as fault:  # noqa: BLE001 -- handed on to the test
                faults.append(fault)

    threads = [threading.Thread(target=write, args=(str(n),)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert len(book.subjects()) == 21
    assert book.status() == []


def test_a_commit_made_by_git_at_the_last_moment_is_kept_and_ours_goes_on_top(
    book: RealBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile() -> None:
        (book.top / "other.txt").write_bytes(b"changed\n")
        book.git("commit", "--quiet", "-m", "Theirs", "--", "other.txt")

    before(monkeypatch, "update-ref", meanwhile)
    book.amend(SECOND)
    assert book.subjects() == ["Amend", "Theirs", "Start"]
    assert book.changed() == [f"drafts/{MINUTES}"]
    assert book.status() == []


def test_a_commit_of_the_same_words_at_the_last_moment_makes_the_draft_stale(
    book: RealBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile() -> None:
        book.put(MINUTES, b"theirs\n")
        book.git("commit", "--quiet", "-m", "Theirs", "--", f"drafts/{MINUTES}")

    before(monkeypatch, "update-ref", meanwhile)
    with pytest.raises(StaleDraft):
        book.amend(SECOND)
    assert book.subjects() == ["Theirs", "Start"]
    assert book.read() == b"theirs\n"
    assert book.status() == []


def test_an_edit_made_while_the_commit_is_prepared_makes_the_draft_stale(
    book: RealBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    before(monkeypatch, "commit-tree", lambda: book.put(MINUTES, b"theirs\n"))
    with pytest.raises(StaleDraft):
        book.amend(SECOND)
    assert book.read() == b"theirs\n"
    assert book.subjects() == ["Start"]


def test_an_edit_made_at_the_very_last_moment_is_not_overwritten(
    book: RealBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    before(monkeypatch, "update-ref", lambda: book.put(MINUTES, b"theirs\n"))
    book.amend(SECOND)
    assert book.read() == b"theirs\n"
    assert book.at_tip() == SECOND
    assert book.status() == [f" M drafts/{MINUTES}"]


def test_whoever_always_loses_the_race_is_told_so(book: RealBook, monkeypatch: pytest.MonkeyPatch) -> None:
    before(
        monkeypatch,
        "update-ref",
        lambda: book.git("commit", "--quiet", "--allow-empty", "-m", "Theirs"),
        times=1000,
    )
    monkeypatch.setattr("review_tui.adapters.git.commit.TRIES", 3)
    with pytest.raises(Refusal, match="Others keep recording"):
        book.amend(SECOND)
    assert book.read() == FIRST
    assert book.subjects() == ["Theirs", "Theirs", "Theirs", "Start"]
    assert book.status() == []


def test_switching_branches_at_the_last_moment_records_on_the_branch_one_is_on(
    book: RealBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    before(monkeypatch, "commit-tree", lambda: book.git("switch", "--quiet", "-c", "side"))
    book.amend(SECOND)
    assert book.subjects("main") == ["Start"]
    assert book.subjects("side") == ["Amend", "Start"]


def test_a_branch_held_by_another_program_changes_nothing(book: RealBook) -> None:
    lock = book.top / ".git" / "refs" / "heads" / "main.lock"
    lock.touch()
    with pytest.raises(Refusal, match=r"main\.lock"):
        book.amend(SECOND)
    assert (book.read(), book.subjects(), book.status()) == (FIRST, ["Start"], [])
    lock.unlink()
    book.amend(SECOND)
    assert book.status() == []


def test_an_index_held_by_another_program_is_brought_up_to_date_later(book: RealBook) -> None:
    lock = book.top / ".git" / "index.lock"
    lock.touch()
    book.amend(SECOND)
    book.amend(b"third\n", SECOND)
    assert (book.at_tip(), book.read()) == (b"third\n", b"third\n")
    assert book.status() == [f"MM drafts/{MINUTES}"]
    lock.unlink()
    assert book.history.recover() == ()
    assert book.status() == []
    assert [p.name for p in (book.top / ".git" / "review-tui").iterdir()] == ["lock"]


def test_another_review_tui_that_does_not_finish_is_named(
    book: RealBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.amend(SECOND)
    monkeypatch.setattr(locks, "WRITE_LOCK_TIMEOUT", 0.05)
    with (book.top / ".git" / "review-tui" / "lock").open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(Refusal, match="Another review-tui"):
            book.amend(b"third\n", SECOND)
    book.amend(b"third\n", SECOND)


def test_a_disk_that_cannot_lock_files_is_no_danger(book: RealBook, monkeypatch: pytest.MonkeyPatch) -> None:
    def cannot(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(fcntl, "flock", cannot)
    book.amend(SECOND)
    assert book.status() == []


def test_two_work_trees_of_one_repository_share_the_lock_and_keep_apart(
    book: RealBook, tmp_path: Path
) -> None:
    book.git("worktree", "add", "--quiet", "-b", "side", str(tmp_path / "side"))
    side = RealBook(tmp_path / "side")
    side.amend(SECOND)
    book.amend(b"main\n")
    side.history.close()
    assert (side.status(), book.status()) == ([], [])
    assert (side.read(), book.read()) == (SECOND, b"main\n")
    assert side.subjects() == ["Amend", "Start"]
    assert (book.top / ".git" / "worktrees" / "side" / "review-tui").is_dir()


def test_recovery_waits_for_nothing_when_nothing_was_cut_short(
    book: RealBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recovery, "recover", lambda repo: pytest.fail("needless"))
    assert book.history.recover() == ()
    assert not (book.top / ".git" / "review-tui").exists()


def test_a_change_of_a_second_history_object_is_seen_by_the_first(book: RealBook) -> None:
    assert book.history.committed(MINUTES) == FIRST
    with GitHistory(book.book) as other:
        other.commit([FileChange(MINUTES, SECOND, FIRST)], "Other")
    assert book.history.committed(MINUTES) == SECOND
    book.amend(b"third\n", SECOND)
