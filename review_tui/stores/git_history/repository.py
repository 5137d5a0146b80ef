"""Finds the repository that a book lives in and answers simple questions about it."""

import contextlib
import os
import re
import threading
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from review_tui.domain.refusals import BookUnusable, Refusal
from review_tui.domain.text import decode
from review_tui.domain.visible import visible
from review_tui.stores.git_history.config import ASK_CONFIG, Config, parse_config
from review_tui.stores.git_history.objects import Objects
from review_tui.stores.git_history.runner import NOT_INHERITED, OLDEST, Ran, Runner, check_git
from review_tui.stores.git_history.trees import Parts

BRANCHES: Final = "refs/heads/"
_ANCESTOR, _NO_ANCESTOR = 0, 1
"""What git answers with when asked whether one commit is built on another."""


@dataclass(frozen=True, slots=True)
class Branch:
    """The branch that is checked out, and its newest commit."""

    ref: str
    """Full: ``refs/heads/main``."""
    tip: str | None
    """The commit's id; ``None`` on a branch without commits."""
    tree: str | None

    @property
    def name(self) -> str:
        """As people say it."""
        return visible(self.ref.removeprefix(BRANCHES))


class Repository:
    """The repository around one book. Made by ``open_repository``."""

    def __init__(self, book: Path, runner: Runner, facts: list[str]) -> None:
        top, git_dir, common_dir, algorithm = facts
        self.book: Final = book
        """The book's folder, without symbolic links."""
        self.top: Final = Path(top)
        """The topmost folder of the work tree."""
        self.git_dir: Final = Path(git_dir)
        """Where this work tree's own state lives."""
        self.common_dir: Final = Path(common_dir)
        """Where the objects and branches live; the same folder but in a linked work tree."""
        self.run: Final = runner
        self.objects: Final = Objects(runner, self.common_dir / "objects", algorithm)

    @cached_property
    def prefix(self) -> Parts:
        """The parts of the way from the top to the book."""
        return tuple(os.fsencode(part) for part in self.book.relative_to(self.top).parts)

    @property
    def room(self) -> Path:
        """The folder in the git folder where review-tui keeps what only it needs."""
        return self.git_dir / "review-tui"

    def config(self) -> Config:
        """The settings as they are now."""
        return self.config_from(self.run.read(*ASK_CONFIG))

    def config_from(self, ran: Ran) -> Config:
        """The settings in what ``ASK_CONFIG`` gave."""
        return parse_config(decode(self.must(ran, "read git's settings").out))

    def ref(self) -> str:
        """The branch that is checked out, in full; empty when none is."""
        try:
            line = (self.git_dir / "HEAD").read_bytes()
        except OSError as mishap:
            raise BookUnusable(
                f"The repository of this book can't be read ({mishap.strerror}). Check its folder "
                f"{self.shown_dir}."
            ) from mishap
        match = re.fullmatch(rb"ref:\s*(refs/[^\n]*?)\s*", line)
        if match and match[1] != b"refs/heads/.invalid":
            return decode(match[1])
        # A link of old, or a newer way of keeping branches: git knows.
        return decode(self.run.read("symbolic-ref", "-q", "HEAD").out).strip()

    def branch(self) -> Branch:
        """The branch and its newest commit as they are now."""
        return self.branch_at(self.ref())

    def branch_at(self, ref: str) -> Branch:
        """The branch of that full name as it is. Raises ``Refusal`` when it is there but can't be read."""
        found = self.objects.read(f"{ref}^{{commit}}")
        if found:
            return Branch(ref, found.id, commit_tree(found.data))
        if ref and self._has(ref):
            raise Refusal(
                f"The branch {visible(ref)} can't be read just now. Try again; if that does not help, run "
                "'git fsck' to check the repository."
            )
        return Branch(ref, None, None)

    def newest(self) -> tuple[str, str] | None:
        """The newest commit here and its tree, whether or not a branch is checked out."""
        found = self.objects.read("HEAD^{commit}")
        if found:
            return found.id, commit_tree(found.data)
        branch = self.branch()
        return (branch.tip, branch.tree) if branch.tip and branch.tree else None

    def holds(self, tip: str | None, commit: str) -> bool:
        """Whether ``commit`` is ``tip`` or among what ``tip`` was built on. Raises ``Refusal``."""
        if tip is None or tip == commit or self.objects.read(commit) is None:
            return tip == commit
        ran = self.run.read("merge-base", "--is-ancestor", commit, tip)
        if ran.code not in {_ANCESTOR, _NO_ANCESTOR}:
            raise Refusal(ran.reason)
        return ran.code == _ANCESTOR

    def _has(self, ref: str) -> bool:
        """Whether anything of that name is kept, readable or not."""
        if (self.common_dir / ref).exists():
            return True
        with contextlib.suppress(FileNotFoundError):
            packed = (self.common_dir / "packed-refs").read_bytes()
            return any(line.endswith(b" " + os.fsencode(ref)) for line in packed.splitlines())
        return False

    @property
    def shown_dir(self) -> str:
        """The git folder, fit to show."""
        return visible(str(self.git_dir))

    @staticmethod
    def must(ran: Ran, doing: str) -> Ran:
        """``ran``, unless git said no: then a ``Refusal`` that says what was being done."""
        if ran.code:
            raise Refusal(f"git could not {doing}: {ran.reason}.")
        return ran


def commit_tree(data: bytes) -> str:
    """The tree of a commit, from the commit's data."""
    first = data.split(b"\n", 1)[0]
    if not first.startswith(b"tree "):
        raise Refusal("The history of this book is damaged: a commit can't be read. Run 'git fsck'.")
    return first[5:].decode("ascii")


def open_repository(book: Path) -> Repository:
    """The repository that ``book`` lives in. Raises ``BookUnusable`` with the reason."""
    book = book.resolve()
    check_git()
    _look_around(book)
    runner = Runner(book)
    if runner.version[:2] < OLDEST:
        have = ".".join(str(part) for part in runner.version)
        raise BookUnusable(
            f"git {have} is too old for recording amendments safely. Install git {OLDEST[0]}.{OLDEST[1]} or "
            "newer and start again."
        )
    asked = runner.read("rev-parse", "--path-format=absolute", *_FACTS)
    facts = decode(asked.out).split("\n")[:-1]
    if asked.code or len(facts) != len(_FACTS):
        raise BookUnusable(_why_unusable(asked, book))
    return Repository(book, Runner(Path(facts[0])), facts)


_FACTS: Final = ("--show-toplevel", "--absolute-git-dir", "--git-common-dir", "--show-object-format")
_importing = threading.Lock()


def _look_around(book: Path) -> None:
    """Raise ``BookUnusable`` when GitPython sees no repository around ``book``, or a bare one."""
    with _importing:
        from git import Repo  # noqa: PLC0415 -- 116 ms that no first paint should wait for
        from git.exc import GitError  # noqa: PLC0415 -- as above
    if any(name in os.environ for name in NOT_INHERITED):
        return  # GitPython would look where those say; git is asked without them
    try:
        with Repo(book, search_parent_directories=True, expand_vars=False) as repo:
            is_bare = repo.bare
    except (GitError, OSError, ValueError):
        raise BookUnusable(_nowhere(visible(str(book)))) from None
    if is_bare:
        raise BookUnusable(_no_files(visible(str(book))))


def _why_unusable(asked: Ran, book: Path) -> str:
    shown = visible(str(book))
    if "dubious ownership" in asked.words:
        where = re.search(r"repository at '([^\n]*)'", asked.words)
        folder = where[1] if where else shown
        return (
            f"git does not trust {folder} because the folder belongs to another user of this computer. If "
            "you know whose it is and trust it, run this once: git config --global --add safe.directory "
            f"'{folder}'"
        )
    if "must be run in a work tree" in asked.words or "bare repository" in asked.words:
        return _no_files(shown)
    if "not a git repository" in asked.words:
        return _nowhere(shown)
    return f"git can't use the repository around {shown}: {asked.reason}."


def _nowhere(shown: str) -> str:
    return (
        f"{shown} is in no git repository, so nothing can be recorded: the book can be read only. To "
        "amend and approve, open it with review-tui, which offers to make one, or run: git init"
    )


def _no_files(shown: str) -> str:
    return (
        f"{shown} only stores history and has no files to work on. Open the folder of the book itself, or "
        "clone the history to a folder of your own."
    )
