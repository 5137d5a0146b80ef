"""What is done while faults strike (amending, undoing, signing off, receiving), and what must hold after."""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from review_tui.adapters.git import GitHistory
from review_tui.adapters.git.exchange import GitExchange
from review_tui.application.ports import FileChange, NewTag
from review_tui.application.sync_ports import Answer, Chosen, Received, Watch
from review_tui.composition import open_book_context
from review_tui.model.errors import Refusal

MINUTES, ACT, SIGN_OFF = "m1/05/minutes.md", "m1/05/acts/flag.yaml", "m1/acts/sign-off.yaml"
OLD = b"".join(b"Line %d of the draft.\n" % n for n in range(400))
NEW = OLD.replace(b"Line 200", b"The two hundredth line")
OURS = OLD.replace(b"Line 200", b"Line two hundred")
FLAG = b"act: flag\n"
TAG = "minutes/m1"
STAGED = ["M  other.txt"]
"""What git status says before and after: somebody else's work."""


@dataclass(frozen=True)
class Deed:
    """One commit: the files of the book before and after it, and its tag."""

    name: str
    before: dict[str, bytes]
    after: dict[str, bytes]
    tag: NewTag | None = None
    commands: tuple[str, ...] = field(default=())
    """What git is asked beside what it is asked for every deed."""

    def changes(self) -> list[FileChange]:
        """The files of the commit."""
        paths = sorted({*self.before, *self.after})
        changed = [path for path in paths if self.before.get(path) != self.after.get(path)]
        return [FileChange(path, self.after.get(path), self.before.get(path)) for path in changed]

    commits: int = 2
    """How many commits there are when it is done."""
    commits_before: int = 1
    """How many there are before it."""
    goes_on: bool = False
    """Whether it is simply done again after it was cut short, and must then be done."""
    keeps_text: bool = True
    """Whether somebody has typed what it records, so that it must never be lost."""

    def prepare(self, top: Path) -> None:
        """Set up in a new repository what it needs."""

    def act(self, history: GitHistory, top: Path) -> None:
        """The deed itself."""
        del top
        history.commit(self.changes(), "Amend item 5\n\nItem: 5", self.tag)

    def do(self, top: Path) -> str:
        """Do it: ``done``, ``refused: …`` or ``crashed: …``."""
        try:
            with GitHistory(top / "drafts") as history:
                self.act(history, top)
        except Refusal as refusal:
            return f"refused: {refusal}"
        except BaseException as mishap:  # noqa: BLE001 -- a traceback is what must never happen
            return f"crashed: {mishap!r}"
        return "done"


@dataclass(frozen=True)
class Receive(Deed):
    """What another recorded becomes part of what is here."""

    joins: bool = False
    """Whether that takes a commit of its own."""

    def prepare(self, top: Path) -> None:
        """Another's commit, on a branch beside."""
        run(top, "switch", "--quiet", "--create", "side")
        for change in self.changes():
            path = top / "drafts" / change.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(change.new or b"")
        run(top, "add", "--all")
        run(top, "commit", "--quiet", "-m", "Amend item 5")
        run(top, "switch", "--quiet", "main")

    def act(self, history: GitHistory, top: Path) -> None:
        """Receive it."""
        exchange = GitExchange(history)
        try:
            theirs = (top / ".git" / "refs" / "heads" / "side").read_text(encoding="ascii").strip()
        except OSError as error:
            raise Refusal("the deed itself could not be read") from error
        if self.joins:
            exchange.join(exchange.divergence(theirs), {}, "Bring together")
        else:
            exchange.fast_forward(theirs)


@dataclass(frozen=True)
class Fetch(Receive):
    """What another recorded, and its tag, come from a hub and become part of what is here."""

    def prepare(self, top: Path) -> None:
        """Another's commit and tag, at the hub alone."""
        super().prepare(top)
        run(top, "tag", "-a", TAG, "-m", "Minutes of m1", "side")
        hub = f"{top}/.git/hub.git"
        run(top, "init", "--quiet", "--bare", "--initial-branch=main", hub)
        run(top, "push", "--quiet", hub, "side:main", "--tags")
        run(top, "branch", "-D", "side")
        run(top, "tag", "-d", TAG)
        run(top, "config", "remote.origin.url", f"{top.parent}/council/.git/hub.git")
        run(top, "config", "branch.main.remote", "origin")
        run(top, "config", "branch.main.merge", "refs/heads/main")
        run(top, "gc", "--quiet", "--prune=now")

    def act(self, history: GitHistory, top: Path) -> None:
        """Receive it."""
        del top
        exchange = GitExchange(history)
        got = exchange.fetch(exchange.hub(), Watch())
        if exchange.newest() != got.tip:
            exchange.fast_forward(got.tip)
        exchange.take_tags(got.tags)


@dataclass(frozen=True)
class Settle(Deed):
    """Two wordings of one passage are brought together, and one of them is taken."""

    def prepare(self, top: Path) -> None:
        """Two lines of work that both change one line."""
        path = top / "drafts" / MINUTES
        ours = path.read_bytes()
        path.write_bytes(OLD)
        run(top, "commit", "--quiet", "--all", "--amend", "--no-edit")
        run(top, "switch", "--quiet", "--create", "side")
        path.write_bytes(NEW)
        (top / "drafts" / ACT).parent.mkdir(parents=True)
        (top / "drafts" / ACT).write_bytes(FLAG)
        run(top, "add", "--all")
        run(top, "commit", "--quiet", "-m", "Amend item 5")
        run(top, "switch", "--quiet", "main")
        path.write_bytes(ours)
        run(top, "commit", "--quiet", "--all", "-m", "Amend item 5 otherwise")

    def act(self, history: GitHistory, top: Path) -> None:
        """Settle it, going on from what was answered before."""
        del history
        context = open_book_context(top / "drafts")
        syncing = context.syncing
        try:
            try:
                theirs = (top / ".git" / "refs" / "heads" / "side").read_text(encoding="ascii").strip()
            except OSError as error:
                raise Refusal("the deed itself could not be read") from error
            syncing.bring_together(Received(theirs))
            for each in syncing.questions():
                syncing.answer(each.question.key, Answer(Chosen.THEIRS, reason="As the notes say."))
            syncing.finish()
        finally:
            context.history.close()
            syncing.close()


DEEDS = (
    Fetch(
        "fetch",
        {MINUTES: OLD},
        {MINUTES: NEW, ACT: FLAG},
        NewTag(TAG, ""),
        ("fetch", "rev-list", "for-each-ref"),
        keeps_text=False,
        goes_on=True,
    ),
    Settle(
        "settle",
        {MINUTES: OURS},
        {MINUTES: NEW, ACT: FLAG},
        commands=("merge-base", "log"),
        commits=4,
        commits_before=2,
        keeps_text=False,
        goes_on=True,
    ),
    Receive("receive", {MINUTES: OLD}, {MINUTES: NEW, ACT: FLAG}, keeps_text=False),
    Receive(
        "join",
        {MINUTES: OLD},
        {MINUTES: NEW, ACT: FLAG},
        commands=("merge-base", "log"),
        commits=3,
        keeps_text=False,
        joins=True,
    ),
    Deed("amend", {MINUTES: OLD}, {MINUTES: NEW, ACT: FLAG}),
    Deed("undo", {MINUTES: NEW, ACT: FLAG}, {MINUTES: OLD}),
    Deed(
        "sign-off",
        {MINUTES: OLD},
        {MINUTES: OLD, SIGN_OFF: FLAG},
        NewTag(TAG, "Minutes of m1"),
        ("check-ref-format", "for-each-ref", "tag --no-sign", "cat-file tag"),
    ),
)


def check(top: Path, said: str, deed: Deed) -> list[str]:
    """The promises broken by the state that ``said`` left, before and after recovery."""
    broken = [said] if said.startswith("crashed") else []
    minutes = top / "drafts" / MINUTES
    if minutes.read_bytes() not in {deed.before[MINUTES], deed.after[MINUTES]}:
        broken.append("the draft is torn")
    kept_intent = any((top / ".git" / "review-tui").glob("intent-*.json"))
    moved = run(top, "rev-list", "--count", "main").strip() == str(deed.commits)
    if said == "done" and not moved:
        broken.append("said done, but nothing is recorded")
    is_told = said.startswith("refused") and not deed.goes_on  # else it is said to be done again
    if is_told and moved and "is recorded" not in said and "can't be told" not in said:
        broken.append(f"recorded although it {said}")
    with GitHistory(top / "drafts") as history:
        history.recover()
        broken += promises(top, deed, moved=moved, kept_intent=kept_intent)
        if deed.goes_on and (again := deed.do(top)) != "done":
            broken.append(f"done again it is {again}")
        if deed.goes_on and not broken:
            broken += promises(top, deed, moved=True, kept_intent=False)
        try:
            now = minutes.read_bytes()
            history.commit([FileChange(MINUTES, now + b"Next.\n", now)], "Next")
        except Refusal as refusal:
            broken.append(f"the next amendment is refused: {refusal}")
    return broken


def promises(top: Path, deed: Deed, *, moved: bool, kept_intent: bool) -> Iterator[str]:
    """What must hold after recovery."""
    if run(top, "rev-list", "--count", "main").strip() != str(deed.commits if moved else deed.commits_before):
        yield "recovery changed the history"
    now = run(top, "diff-tree", "-r", "--name-only", "main^1", "main").split() if moved else []
    if moved and now != [f"drafts/{change.path}" for change in deed.changes()]:
        yield f"the commit holds {now}"
    for change in deed.changes():
        path, wanted = top / "drafts" / change.path, change.new if moved else change.old
        if (path.read_bytes() if path.exists() else None) != wanted:
            yield f"{path.name} is not as recorded"
    tags = run(top, "for-each-ref", "--format=%(refname:strip=2) %(*objectname)", "refs/tags").split()
    is_between = deed.goes_on and not tags  # which of the two comes first does not matter: it goes on
    if not is_between and tags != (
        [TAG, run(top, "rev-parse", "main").strip()] if moved and deed.tag else []
    ):
        yield f"the tags are {tags}"
    status = run(top, "status", "--porcelain")
    if status.splitlines() != STAGED:
        yield f"status says {status!r}"
    if "error" in run(top, "fsck", "--strict", "--no-dangling"):
        yield "fsck finds errors"
    yield from left_over(top, deed, kept_intent=kept_intent and not moved)


def left_over(top: Path, deed: Deed, *, kept_intent: bool) -> Iterator[str]:
    """What must have been kept, and what must not."""
    texts = sorted(change.new for change in deed.changes() if change.new is not None)
    kept = list((top / ".git" / "review-tui").glob("cut-short/*/*"))
    if kept_intent and deed.keeps_text and sorted(path.read_bytes() for path in kept) != texts:
        yield "the text is lost"
    left = [
        path
        for path in top.rglob("*")
        if path.suffix in {".lock", ".tmp"} or path.name.startswith(("intent-", "tagging-"))
    ]
    if left:
        yield f"left over: {[str(path.relative_to(top)) for path in left]}"


def run(top: Path, *args: str) -> str:
    """The output of a git command."""
    ran = subprocess.run(["git", *args], cwd=top, capture_output=True, text=True, check=False)
    return ran.stdout + (ran.stderr if ran.returncode else "")
