"""What is said and done when it is not clear whether the branch moved."""

from collections.abc import Callable

import pytest

from review_tui.adapters.git import locks
from review_tui.adapters.git.runner import GitNotStarted, GitResult, GitRunner
from review_tui.model.errors import Refusal
from tests.adapters.real_book import FIRST, MINUTES, RealBook

SECOND = FIRST + b"It was agreed.\n"
Write = Callable[..., GitResult]


def instead(
    monkeypatch: pytest.MonkeyPatch, command: str, act: Callable[[Callable[[], GitResult]], GitResult]
) -> None:
    """Let ``act`` stand in for our next git ``command``; it is given a way to run the command after all."""
    write = GitRunner.write
    left = [1]

    def meddled(self: GitRunner, *args: str, **more: object) -> GitResult:
        def real() -> GitResult:
            return write(self, *args, **more)  # type: ignore[arg-type]

        if args[0] == command and left[0]:
            left[0] -= 1
            return act(real)
        return real()

    monkeypatch.setattr(GitRunner, "write", meddled)


def test_git_killed_after_it_moved_the_branch_has_moved_it(
    book: RealBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(real: Callable[[], GitResult]) -> GitResult:
        real()
        return GitResult(-9, b"", b"")

    instead(monkeypatch, "update-ref", killed)
    book.amend(SECOND)
    assert book.subjects() == ["Amend", "Start"]
    assert book.status() == []


def test_git_killed_after_which_another_built_on_our_commit_has_moved_it(
    book: RealBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(real: Callable[[], GitResult]) -> GitResult:
        real()
        book.git(
            "update-ref",
            "refs/heads/main",
            book.git("commit-tree", "-pHEAD", "-mNext", "HEAD^{tree}").strip(),
        )
        return GitResult(-9, b"", b"")

    instead(monkeypatch, "update-ref", killed)
    book.amend(SECOND)
    assert book.subjects() == ["Next", "Amend", "Start"]
    assert book.status() == []


def test_git_killed_before_it_moved_the_branch_leaves_no_lock(
    book: RealBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = [book.top / ".git" / "refs" / "heads" / "main.lock", book.top / ".git" / "HEAD.lock"]

    def killed(real: Callable[[], GitResult]) -> GitResult:
        for lock in held:
            lock.touch()
        return GitResult(-9, b"", b"")

    monkeypatch.setattr(locks, "STALE_AFTER", 0)
    instead(monkeypatch, "update-ref", killed)
    with pytest.raises(Refusal, match="would not move the branch"):
        book.amend(SECOND)
    assert not any(lock.exists() for lock in held)
    assert (book.read(), book.subjects(), book.status()) == (FIRST, ["Start"], [])
    book.amend(SECOND)


def test_git_killed_while_it_held_the_index_is_tried_again(
    book: RealBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(real: Callable[[], GitResult]) -> GitResult:
        (book.top / ".git" / "index.lock").touch()
        return GitResult(-9, b"", b"")

    monkeypatch.setattr(locks, "STALE_AFTER", 0)
    instead(monkeypatch, "update-index", killed)
    book.amend(SECOND)
    assert book.status() == []


@pytest.mark.parametrize("moves", [True, False])
def test_when_it_cannot_be_told_the_next_start_finds_out(
    book: RealBook, monkeypatch: pytest.MonkeyPatch, moves: bool
) -> None:
    def half_started(real: Callable[[], GitResult]) -> GitResult:
        if moves:
            real()
        raise GitNotStarted("git can't be started: too many open files.")

    instead(monkeypatch, "update-ref", half_started)
    with pytest.raises(Refusal, match="can't be told just now"):
        book.amend(SECOND)
    [sentence] = book.history.recover()
    assert ("done now" in sentence) == moves
    assert book.read() == book.at_tip() == (SECOND if moves else FIRST)
    assert book.status() == []
    book.amend(b"third\n", book.read())


def test_a_branch_that_cannot_be_read_is_not_taken_for_a_new_one(book: RealBook) -> None:
    ref = book.top / ".git" / "refs" / "heads" / "main"
    before = ref.read_bytes()
    ref.write_bytes(b"\0" * 41)
    for ask in (
        lambda: book.amend(SECOND),
        lambda: book.history.log([""]),
        lambda: book.history.committed(MINUTES),
    ):
        with pytest.raises(Refusal, match="can't be read just now"):
            ask()
    ref.write_bytes(before)
    book.amend(SECOND)


def test_an_interrupted_program_changes_nothing(book: RealBook, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(real: Callable[[], GitResult]) -> GitResult:
        raise KeyboardInterrupt

    instead(monkeypatch, "commit-tree", interrupted)
    with pytest.raises(KeyboardInterrupt):
        book.amend(SECOND)
    assert book.history.recover() == ()
    assert (book.read(), book.subjects(), book.status()) == (FIRST, ["Start"], [])


def test_an_interruption_while_the_branch_moves_is_sorted_out_at_the_next_start(
    book: RealBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(real: Callable[[], GitResult]) -> GitResult:
        real()
        raise KeyboardInterrupt

    instead(monkeypatch, "update-ref", interrupted)
    with pytest.raises(KeyboardInterrupt):
        book.amend(SECOND)
    book.history.recover()
    assert book.read() == book.at_tip() == SECOND
    assert book.status() == []
