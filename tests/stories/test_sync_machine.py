"""Three people and a hub, in any order of acts, crashes and lost connections: nothing lost, nobody apart.

What must hold after every run, in either form of a book:

- every commit that anybody ever recorded is in everybody's history, and every act is there that its maker
did not
  take back;
- all three and the hub have the same, to the byte, and the same tags;
- no approval counts for a text that its maker did not approve.
"""

import contextlib
import datetime as dt
import itertools
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from review_tui.adapters.git.commit import CommitAttempt
from review_tui.adapters.git.runner import GitResult, GitRunner
from review_tui.application.book_context import BookContext
from review_tui.application.reading import ItemView
from review_tui.application.sync_ports import Answer, Chosen
from review_tui.composition import open_book_context
from review_tui.model.acts import DispositionOutcome
from review_tui.model.errors import Refusal
from review_tui.model.passages import passages
from review_tui.model.quotes import quote_at
from review_tui.model.text import Span
from tests.adapters.real_book import PowerCut

PEOPLE = ("dawn", "amir", "eve")
TEXTS = (
    """\
The road at Howdale had been closed since January.

It was agreed that the County be asked to open it.
""",
    """\
The balance stood at 1250 pounds.

Accounts of 310 pounds were approved by all.

There was no other.
""",
)
COMMANDS = ("fetch", "push", "commit-tree", "update-ref", "update-index", "cat-file")
DEEDS = (
    *("amend",) * 6,
    *("sync",) * 5,
    *("flag", "approve", "crash") * 2,
    *("close flags", "undo", "sync and leave", "offline", "sign off"),
)
"""What people do, as often as they do it."""


def git(top: Path, *words: str) -> str:
    ran = subprocess.run(["git", *words], cwd=top, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, (words, ran.stderr)
    return ran.stdout


class Copy:
    """One person's copy of the book, and all that they ever recorded."""

    def __init__(self, top: Path, who: str) -> None:
        self.top, self.who = top, who
        git(top, "config", "user.name", who.title())
        git(top, "config", "user.email", f"{who}@example.org")
        self.context: BookContext | None = None
        self.seen = ""

    def open(self) -> BookContext:
        self.context = self.context or open_book_context(self.top / "drafts")
        return self.context

    def close(self) -> None:
        if self.context:
            self.context.history.close()
            self.context.syncing.close()
        self.context = None

    def item(self, number: int) -> ItemView:
        context = self.open()
        meeting = context.reading.meetings()[0][0]
        return context.reading.item(meeting, meeting.items[number])


class Office(RuleBasedStateMachine):
    """Three people at work."""

    is_one_file = False
    steps = itertools.count()
    """Over all runs, and how many of them were refused."""
    refused: ClassVar = [0]

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="office-"))
        self.hub = self.folder / "hub.git"
        self.words = itertools.count()
        self.commits: set[str] = set()
        self.copies: list[Copy] = []
        self.approved: dict[str, str] = {}
        """The digest that each approval was given to, by its id."""

    @initialize()
    def found(self) -> None:
        first = self.folder / PEOPLE[0]
        drafts = first / "drafts"
        if self.is_one_file:
            drafts.mkdir(parents=True)
            text = "".join(f"## {n}. Item {n}\n\n{words}\n" for n, words in enumerate(TEXTS, 1))
            (drafts / "2022-03-16.md").write_text(f"# Parish Council, 16 March 2022\n\n{text}")
            (drafts / "book.yaml").write_text("flags: {kinds: [legal]}\n")
        else:
            for n, words in enumerate(TEXTS, 1):
                (drafts / f"m/0{n}").mkdir(parents=True)
                (drafts / f"m/0{n}/minutes.md").write_text(words)
            listed = "".join(f"  - {{id: 0{n}, number: '{n}', title: Item {n}}}\n" for n in (1, 2))
            (drafts / "m/meeting.yaml").write_text(f"body: Council\ndate: 2022-03-16\nitems:\n{listed}")
        git(first, "init", "--quiet", "--template=", "--initial-branch=main")
        self.copies = [Copy(first, PEOPLE[0])]
        git(first, "add", "--all")
        git(first, "commit", "--quiet", "-m", "Draft")
        git(self.folder, "clone", "--quiet", "--bare", "--template=", str(first), str(self.hub))
        git(first, "remote", "add", "origin", str(self.hub))
        git(first, "fetch", "--quiet", "origin")
        git(first, "branch", "--quiet", "--set-upstream-to=origin/main")
        for who in PEOPLE[1:]:
            git(self.folder, "clone", "--quiet", "--template=", str(self.hub), who)
            self.copies.append(Copy(self.folder / who, who))

    # What people do

    @rule(
        deed=st.sampled_from(DEEDS),
        who=st.sampled_from(range(3)),
        number=st.sampled_from(range(2)),
        place=st.integers(0, 30),
        how=st.sampled_from(["ours", "theirs", "anew"]),
        command=st.sampled_from(COMMANDS),
        is_after=st.booleans(),
    )
    def do(
        self, deed: str, who: int, number: int, place: int, how: str, command: str, *, is_after: bool
    ) -> None:
        """One rule for all, so that each is done as often as it is listed."""
        deeds: dict[str, Callable[[], None]] = {
            "amend": lambda: self.amend(who, number, place),
            "flag": lambda: self.flag(who, number),
            "close flags": lambda: self.close_flags(who, number),
            "approve": lambda: self.approve(who, number),
            "undo": lambda: self.undo(who),
            "sign off": lambda: self.sign_off_or_reopen(who),
            "sync": lambda: self.sync(who, how),
            "sync and leave": lambda: self.sync_and_leave_unsettled(who),
            "offline": lambda: self.sync_without_connection(who),
            "crash": lambda: self.crash(
                who, command, place % 4, number, is_after=is_after, is_sync=place % 3 > 0
            ),
        }
        deeds[deed]()

    def amend(self, who: int, number: int, place: int) -> None:
        def act(copy: Copy) -> None:
            view = copy.item(number)
            new = self.another_wording(view, place)
            copy.open().review.amend(view, new, "A slip.")

        self.step(who, act)

    def another_wording(self, view: ItemView, place: int) -> str:
        """The text with one word of one passage changed, a passage more, or one less."""
        text = view.draft.text
        bodies = [p for p in passages(text) if not text[p.span.start :].startswith("#")]
        if not bodies or place == 30:
            return f"{text.rstrip()}\n\nPassage {next(self.words)} was put in.\n"
        body = bodies[place % len(bodies)]
        if place == 29 and len(bodies) > 1:
            return text[: body.span.start] + text[body.span.end :].lstrip("\n")
        said = body.words.of(text).split(" ")
        said[place % len(said)] = f"word{next(self.words)}"
        return text[: body.words.start] + " ".join(said) + text[body.words.end :]

    def flag(self, who: int, number: int) -> None:
        def act(copy: Copy) -> None:
            view = copy.item(number)
            at = view.draft.text.find("was")
            if at >= 0:
                quote = quote_at(view.draft.text, Span(at, at + 3))
                copy.open().review.flag(view, quote, "legal", "Is this so?")

        self.step(who, act)

    def close_flags(self, who: int, number: int) -> None:
        def act(copy: Copy) -> None:
            view = copy.item(number)
            for flag in view.state.open_flags:
                copy.open().review.settle(view, flag.id, DispositionOutcome.ACCEPTED, "It is so.")
                view = copy.item(number)

        self.step(who, act)

    def approve(self, who: int, number: int) -> None:
        def act(copy: Copy) -> None:
            view = copy.item(number)
            done = copy.open().review.approve(view)
            assert done.act
            self.approved[done.act.id] = view.draft.digest

        self.step(who, act)

    def undo(self, who: int) -> None:
        self.step(who, lambda copy: copy.open().undo.undo(reason="Too fast."))

    def sign_off_or_reopen(self, who: int) -> None:
        def act(copy: Copy) -> None:
            context = copy.open()
            meeting = context.reading.meetings()[0][0]
            if copy.item(0).state.signed_off:
                context.sign_off.reopen(meeting, "A mistake.")
                return
            for number in range(2):  # what has to be settled before
                view = copy.item(number)
                for flag in view.state.open_flags:
                    context.review.settle(view, flag.id, DispositionOutcome.ACCEPTED, "It is so.")
                    view = copy.item(number)
                if not view.state.current_approvals:
                    done = context.review.approve(view)
                    assert done.act
                    self.approved[done.act.id] = view.draft.digest
            context.sign_off.sign(context.sign_off.gate(meeting))

        self.step(who, act)

    def sync(self, who: int, how: str) -> None:
        self.step(who, lambda copy: self.sync_and_settle(copy, how))

    def sync_and_leave_unsettled(self, who: int) -> None:
        self.step(who, lambda copy: copy.open().syncing.sync())

    def sync_without_connection(self, who: int) -> None:
        def act(copy: Copy) -> None:
            away = self.hub.with_name("away.git")
            self.hub.rename(away)
            try:
                outcome = copy.open().syncing.sync()
            finally:
                away.rename(self.hub)
            assert outcome.offline or outcome.questions

        self.step(who, act)

    def crash(self, who: int, command: str, turn: int, number: int, *, is_after: bool, is_sync: bool) -> None:
        def act(copy: Copy) -> None:
            with pytest.MonkeyPatch.context() as patch, contextlib.suppress(PowerCut):
                cut_at(patch, command, turn, is_after=is_after)
                if is_sync:
                    self.sync_and_settle(copy, "ours")
                else:
                    view = copy.item(number)
                    copy.open().review.amend(view, self.another_wording(view, turn), "Cut short.")
            copy.close()
            copy.open().history.recover()

        self.step(who, act)

    def sync_and_settle(self, copy: Copy, how: str) -> None:
        syncing = copy.open().syncing
        outcome = syncing.sync()
        if not outcome.questions:
            return
        for each in syncing.questions():
            choice = {"ours": Chosen.OURS, "theirs": Chosen.THEIRS}.get(how)
            if choice is None and each.question.is_whole:
                choice = Chosen.OURS
            words = f"Settled in words {next(self.words)}."
            syncing.answer(each.question.key, Answer(choice, words, "Asked the chair."))
        assert not syncing.finish().questions
        syncing.sync()

    # What holds after each step

    def step(self, who: int, act: Callable[[Copy], object]) -> None:
        next(Office.steps)
        copy = self.copies[who]
        try:
            act(copy)
        except Refusal:
            Office.refused[0] += 1
        self.watch(copy)

    def watch(self, copy: Copy) -> None:
        """Note what is recorded in a copy, and see that its files are as recorded."""
        but = (f"^{copy.seen}",) if copy.seen else ()
        self.commits |= set(git(copy.top, "rev-list", "--no-merges", "HEAD", *but).split())
        copy.seen = git(copy.top, "rev-parse", "HEAD").strip()
        assert git(copy.top, "status", "--porcelain") == "", copy.who
        for number in range(2):
            with contextlib.suppress(IndexError):
                view = copy.item(number)
                assert "<<<<<<<" not in view.draft.text
                for approval in view.state.current_approvals:
                    assert self.approved.get(approval.id, view.draft.digest) == view.draft.digest

    def teardown(self) -> None:
        try:
            if self.copies:
                self.all_have_the_same()
        finally:
            for copy in self.copies:
                copy.close()
            shutil.rmtree(self.folder, ignore_errors=True)

    def all_have_the_same(self) -> None:
        for _ in range(2):
            for copy in self.copies:
                self.sync_and_settle(copy, "theirs")
        for copy in self.copies:
            copy.open().syncing.sync()
            self.watch(copy)
        tips = {git(copy.top, "rev-parse", "HEAD").strip() for copy in self.copies}
        tips.add(git(self.hub, "rev-parse", "main").strip())
        assert len(tips) == 1, "they have not the same"
        tags = {git(top, "for-each-ref", "refs/tags") for top in (self.hub, *(c.top for c in self.copies))}
        assert len(tags) == 1, tags
        top = self.copies[0].top
        reached = set(git(top, "rev-list", "HEAD").split())
        assert self.commits <= reached, "a commit is lost"
        brought = git(
            top, "log", "--full-history", "--no-renames", "--diff-filter=A", "--name-only", "--format="
        )
        undone = git(
            top,
            "log",
            "--full-history",
            "--no-renames",
            "--diff-filter=D",
            "--name-only",
            "--format=",
            "--grep=^Undo: ",
        )
        here = set(git(top, "ls-tree", "-r", "--name-only", "HEAD").split())
        acts = {path for path in brought.split() if "/acts/" in path} - set(undone.split())
        assert acts <= here, acts - here
        assert "error" not in git(top, "fsck", "--no-dangling", "--no-progress")


def cut_at(patch: pytest.MonkeyPatch, command: str, turn: int, *, is_after: bool) -> None:
    """Cut the power at the n-th run of a git command."""
    left = [turn]
    for name in ("write", "watched", "read"):
        real = getattr(GitRunner, name)

        def stopped(self: GitRunner, *args: str, real: object = real, **more: object) -> GitResult:
            if command in args:
                left[0] -= 1
                if left[0] < 0:
                    if is_after:
                        real(self, *args, **more)  # type: ignore[operator]
                    raise PowerCut
            return real(self, *args, **more)  # type: ignore[operator,no-any-return]

        patch.setattr(GitRunner, name, stopped)
    patch.setattr(CommitAttempt, "_roll_back", lambda self: None)


class OfficeOfFiles(Office):
    """The same where the minutes of a meeting are one file."""

    is_one_file = True


FORMS = {"folders": Office, "one file": OfficeOfFiles}
_SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large)


@pytest.mark.parametrize("form", FORMS)
def test_in_a_few_runs_nothing_is_lost(form: str) -> None:
    few = settings(max_examples=3, stateful_step_count=12, deadline=None, suppress_health_check=_SLOW)
    run_state_machine_as_test(FORMS[form], settings=few)


@pytest.mark.soak
@pytest.mark.parametrize("form", FORMS)
def test_in_ten_thousand_steps_nothing_is_lost(form: str) -> None:
    count = int(os.environ.get("SYNC_STEPS", "5000"))
    began = dt.datetime.now(dt.UTC)
    many = settings(
        max_examples=max(1, count // 50),
        stateful_step_count=50,
        deadline=None,
        suppress_health_check=_SLOW,
        derandomize=False,
        database=None,
    )
    before, refused = next(Office.steps), Office.refused[0]
    run_state_machine_as_test(FORMS[form], settings=many)
    took = dt.datetime.now(dt.UTC) - began
    done = next(Office.steps) - before
    print(f"{form}: {done} steps, {Office.refused[0] - refused} of them refused, in {took}")  # noqa: T201 -- for -rP
