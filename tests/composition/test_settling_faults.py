"""Settling cut short at any step: what was chosen is kept, the next start goes on, and nothing is lost."""

import contextlib
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from review_tui.adapters.git.commit import CommitAttempt
from review_tui.adapters.git.exchange import GitExchange
from review_tui.adapters.git.runner import GitResult, GitRunner
from review_tui.application.book_context import BookContext
from review_tui.application.sync_ports import Answer, Chosen, Received
from review_tui.composition import open_book_context
from review_tui.model.errors import Refusal
from tests.adapters.real_book import PowerCut
from tests.composition.tampered_books import OPEN, amends, at_desk, flags, git

OURS, THEIRS = "The report was welcomed.\n", "The report was adopted.\n"
MEETING = """\
body: The Board
date: 2022-04-20
items: [{id: 05-report, number: "5", title: Report}, {id: 06-other, number: "6", title: Other}]
"""


@pytest.fixture(scope="module")
def apart(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A book in which two have amended one passage, and the name of what the other did."""
    book = tmp_path_factory.mktemp("apart") / "drafts"
    for name in ("05-report", "06-other"):
        (book / OPEN / name).mkdir(parents=True)
        (book / OPEN / name / "minutes.md").write_text("The report was noted.\n", encoding="utf-8")
    (book / OPEN / "meeting.yaml").write_text(MEETING, encoding="utf-8")
    subprocess.run(["git", "init", "--quiet", "--template=", "--initial-branch=main", str(book)], check=True)
    git(book, "add", "-A")
    git(book, "commit", "--quiet", "-m", "Draft minutes")
    git(book, "switch", "--quiet", "-c", "side")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(book.parent / "state"))
        patch.setenv("XDG_CACHE_HOME", str(book.parent / "cache"))
        at_desk(book, "Alex Example", amends(OPEN, "5", "noted", "adopted"), flags(OPEN, "6"))
        git(book, "switch", "--quiet", "main")
        at_desk(book, "Dawn Example", amends(OPEN, "5", "noted", "welcomed"))
    for name, value in (("user.name", "Dawn Example"), ("user.email", "dawn@example.org")):
        git(book, "config", name, value)
    return book, git(book, "rev-parse", "side")


@pytest.fixture
def book(apart: tuple[Path, str], tmp_path: Path) -> Path:
    return Path(shutil.copytree(apart[0], tmp_path / "drafts"))


@contextlib.contextmanager
def opened(book: Path) -> Iterator[BookContext]:
    """The book as after a start of the program."""
    context = open_book_context(book)
    try:
        yield context
    finally:
        context.history.close()
        context.syncing.close()


def settle(context: BookContext, theirs: str) -> None:
    """Go on from wherever it was left."""
    context.syncing.bring_together(Received(theirs))
    for each in context.syncing.questions():
        context.syncing.answer(each.question.key, Answer(Chosen.THEIRS, reason="As read out."))
    context.syncing.finish()


def check_done(book: Path) -> None:
    assert (book / OPEN / "05-report" / "minutes.md").read_text("utf-8") == THEIRS
    assert len(list((book / OPEN / "06-other" / "acts").glob("*-flag-*.yaml"))) == 1
    subjects = git(book, "log", "--format=%s").splitlines()
    assert sum(subject.startswith("Amend item 5") for subject in subjects) == 2
    assert subjects[0].startswith("Bring together")
    assert len(subjects) == 5
    assert git(book, "status", "--porcelain") == ""
    assert git(book, "fsck", "--strict", "--no-dangling") == ""
    kept = book / ".git" / "review-tui"
    assert not [*kept.glob("intent-*"), *kept.glob("cut-short/*"), *kept.rglob("settling.json")]


def cut(patch: pytest.MonkeyPatch, where: type, name: str, word: str, number: int, *, after: bool) -> None:
    """Cut the power at the ``number``-th time that ``where.name`` is called with ``word``."""
    real = getattr(where, name)
    left = [number]

    def stopped(self: object, *args: object, **more: object) -> GitResult | None:
        if word not in args:
            return real(self, *args, **more)  # type: ignore[no-any-return]
        left[0] -= 1
        if left[0] >= 0:
            return real(self, *args, **more)  # type: ignore[no-any-return]
        if after:
            real(self, *args, **more)
        raise PowerCut

    patch.setattr(where, name, stopped)
    patch.setattr(CommitAttempt, "_roll_back", lambda self: None)


POINTS = (
    *((GitExchange, "keep_state", "settling.json", number) for number in range(3)),
    *((GitRunner, "write", command, 0) for command in ("commit-tree", "update-ref", "update-index")),
)
NOT_SOAKED = {("settling.json", 1, True), ("update-ref", 0, True), ("commit-tree", 0, False)}


@pytest.mark.parametrize(
    ("point", "after"),
    [
        pytest.param(
            point,
            after,
            id=f"{'after' if after else 'before'} {point[2]} {point[3]}",
            marks=() if (*point[2:], after) in NOT_SOAKED else pytest.mark.soak,
        )
        for point in POINTS
        for after in (False, True)
    ],
)
def test_a_power_cut_loses_no_choice_and_no_act(
    apart: tuple[Path, str], book: Path, point: tuple[type, str, str, int], *, after: bool
) -> None:
    with pytest.MonkeyPatch.context() as patch, opened(book) as context:
        cut(patch, *point, after=after)
        with pytest.raises(PowerCut):
            settle(context, apart[1])
    was_chosen = point[0] is GitRunner or (point[3], after) >= (1, True)
    with opened(book) as context:
        context.history.recover()
        if was_chosen:
            assert context.syncing.questions() == ()
            context.syncing.finish()
        else:
            assert (book / OPEN / "05-report" / "minutes.md").read_text("utf-8") == OURS
            settle(context, apart[1])
    check_done(book)


def test_choices_that_can_not_be_read_are_not_taken_for_none(
    apart: tuple[Path, str], book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(book) as context:
        context.syncing.bring_together(Received(apart[1]))
        real = Path.read_bytes

        def failing(path: Path) -> bytes:
            if path.name == "settling.json":
                raise OSError(5, "Input/output error", str(path))
            return real(path)

        with monkeypatch.context() as patch:
            patch.setattr(Path, "read_bytes", failing)
            with pytest.raises(Refusal, match="the disk reports a fault"):
                context.syncing.finish()
        settle(context, apart[1])
    check_done(book)


@pytest.mark.parametrize("number", [0, pytest.param(1, marks=pytest.mark.soak)])
def test_a_choice_that_can_not_be_kept_is_refused_and_can_be_made_again(
    apart: tuple[Path, str], book: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    from review_tui.adapters import durable_files  # noqa: PLC0415 -- what fails

    real, left = durable_files.replace, [number]

    def full(path: Path, data: bytes) -> None:
        left[0] -= 1
        if left[0] == -1:
            raise OSError(28, "No space left on device", str(path))
        real(path, data)

    with opened(book) as context:
        with monkeypatch.context() as patch:
            patch.setattr(durable_files, "replace", full)
            with contextlib.suppress(Refusal):
                settle(context, apart[1])
        assert left[0] < 0
        settle(context, apart[1])
    check_done(book)
