"""Finds the repository that a book lives in and answers simple questions about it."""

import contextlib
import os
import re
import stat
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Final

from review_tui.adapters.git.config import LIST_CONFIG, Config, parse_config
from review_tui.adapters.git.executable_config import named_programs, without_programs
from review_tui.adapters.git.objects import Objects, PathParts, parse_commit
from review_tui.adapters.git.runner import (
    NOT_INHERITED,
    OLDEST_VERSION,
    GitResult,
    GitRunner,
    check_git,
    load_gitpython,
)
from review_tui.application.programs import AllMayRun, NamedPrograms, ProgramAnswers
from review_tui.model.errors import Refusal, UnusableBook
from review_tui.model.frozen import frozen
from review_tui.model.text import decode
from review_tui.model.visible import visible

BRANCHES: Final = "refs/heads/"
_MISSING_OBJECT: Final = re.compile(
    r"(unable to read|bad|missing|could(n't| not) (read|parse|get)|failed to (read|unpack)|not a valid)"
    r"( \w+){0,3}:? '?[0-9a-f]{40}|promisor remote|lazy fetching",
    re.IGNORECASE,
)
"""What git says of an object that is not there, in its many ways."""
_ANCESTOR, _NO_ANCESTOR = 0, 1
"""What git answers with when asked whether one commit is built on another."""


@frozen
class Branch:
    """The branch that is checked out, and its newest commit."""

    ref: str
    """Full: ``refs/heads/main``."""
    tip: str | None
    """The commit's id; ``None`` on a branch without commits."""
    tree: str | None

    @property
    def name(self) -> str:
        """Without what git puts before it, and fit to show: ``main``."""
        return visible(self.ref.removeprefix(BRANCHES))


class Repository:
    """The repository around one book. Made by ``open_repository``."""

    def __init__(
        self,
        book: Path,
        runner: GitRunner,
        facts: list[str],
        objects: Objects | None = None,
        answers: ProgramAnswers | None = None,
    ) -> None:
        self._facts = facts
        self._answers = answers or AllMayRun()
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
        self.objects: Final = objects or Objects(runner, self.common_dir / "objects", algorithm)

    def without_hooks(self) -> "Repository":
        """The same, but none of its hooks is run by what is done through it."""
        return self._running(self.run.without_hooks())

    def without_programs(self, config: Config) -> "Repository":
        """The same, but nothing that it names itself is run by what is done through it."""
        return self._running(self.run.with_options(without_programs(config)))

    def _running(self, runner: GitRunner) -> "Repository":
        return Repository(self.book, runner, self._facts, self.objects, self._answers)

    def programs(self, config: Config | None = None) -> NamedPrograms:
        """The programs that it names itself; ``config`` is asked of git when not given."""
        return named_programs(self.top, self.common_dir, config or self.config())

    def may_run_programs(self, config: Config) -> bool | None:
        """Whether what it names may run when something is recorded; ``None`` where nobody has said so yet."""
        found = self.programs(config)
        return self._answers.may_run(found.fingerprint) if found.on_recording else True

    @cached_property
    def prefix(self) -> PathParts:
        """The parts of the way from the top to the book."""
        return tuple(os.fsencode(part) for part in self.book.relative_to(self.top).parts)

    @property
    def private_dir(self) -> Path:
        """The folder in the git folder where review-tui keeps what only it needs."""
        return self.git_dir / "review-tui"

    def config(self) -> Config:
        """The settings as they are now."""
        return self.config_from(self.run.read(*LIST_CONFIG))

    def config_from(self, ran: GitResult) -> Config:
        """The settings in what ``LIST_CONFIG`` gave."""
        return parse_config(decode(self.require_success(ran, "read git's settings").out))

    def ref(self) -> str:
        """The branch that is checked out, in full; empty when none is."""
        try:
            line = (self.git_dir / "HEAD").read_bytes()
        except OSError as error:
            raise UnusableBook(
                f"The repository of this book can't be read ({error.strerror}). Check its folder "
                f"{self.shown_dir}."
            ) from error
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
            return Branch(ref, found.id, parse_commit(found.data)[0])
        if ref and self._ref_exists(ref):
            raise Refusal(
                f"The branch {visible(ref)} can't be read just now. Try again; if that does not help, run "
                "'git fsck' to check the repository."
            )
        return Branch(ref, None, None)

    def head_commit(self) -> tuple[str, str] | None:
        """The newest commit here and its tree, whether or not a branch is checked out."""
        found = self.objects.read("HEAD^{commit}")
        if found:
            return found.id, parse_commit(found.data)[0]
        branch = self.branch()
        return (branch.tip, branch.tree) if branch.tip and branch.tree else None

    def contains(self, tip: str | None, commit: str) -> bool:
        """Whether ``commit`` is ``tip`` or among what ``tip`` was built on. Raises ``Refusal``."""
        if tip is None or tip == commit or self.objects.read(commit) is None:
            return tip == commit
        ran = self.run.read("merge-base", "--is-ancestor", commit, tip)
        if ran.code not in {_ANCESTOR, _NO_ANCESTOR}:
            self.require_success(ran, "compare two states of the history")
        return ran.code == _ANCESTOR

    def _ref_exists(self, ref: str) -> bool:
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

    def require_success(self, ran: GitResult, doing: str) -> GitResult:
        """``ran``, unless git said no: then a ``Refusal`` says what was being done, or what is missing."""
        if ran.code:
            if _MISSING_OBJECT.search(ran.message):
                raise self.objects.missing_object()
            raise Refusal(f"git could not {doing}: {ran.reason}.")
        return ran


def open_repository(book: Path, answers: ProgramAnswers | None = None) -> Repository:
    """The repository that ``book`` lives in. Raises ``UnusableBook`` with the reason."""
    book = book.resolve()
    check_git()
    if refusal := why_git_dir_not_followed(book):
        raise UnusableBook(refusal)
    _check_with_gitpython(book)
    runner = GitRunner(book)
    if runner.version[:2] < OLDEST_VERSION:
        have, least = (".".join(map(str, version)) for version in (runner.version, OLDEST_VERSION))
        raise UnusableBook(
            f"git {have} is too old to record safely what is done. Install git {least} or newer and "
            "start again."
        )
    asked = runner.read("rev-parse", "--path-format=absolute", *_REV_PARSE_QUERIES)
    facts = decode(asked.out).split("\n")[:-1]
    if asked.code or len(facts) != len(_REV_PARSE_QUERIES):
        raise UnusableBook(_why_unusable(asked, book))
    if refusal := why_work_tree_not_followed(book, Path(facts[0]), Path(facts[1])):
        raise UnusableBook(refusal)
    return Repository(book, GitRunner(Path(facts[0])), facts, answers=answers)


_REV_PARSE_QUERIES: Final = (
    "--show-toplevel",
    "--absolute-git-dir",
    "--git-common-dir",
    "--show-object-format",
)


def _check_with_gitpython(book: Path) -> None:
    """Raise ``UnusableBook`` when GitPython sees no repository around ``book``, or a bare one."""
    git = load_gitpython()
    if any(name in os.environ for name in NOT_INHERITED):
        return  # GitPython would look where those say; git is asked without them
    try:
        with git.Repo(book, search_parent_directories=True, expand_vars=False) as repo:
            is_bare = repo.bare
    except (git.exc.GitError, OSError, ValueError):
        raise UnusableBook(_no_repository(visible(str(book)))) from None
    if is_bare:
        raise UnusableBook(_bare_repository(visible(str(book))))


def _why_unusable(asked: GitResult, book: Path) -> str:
    shown = visible(str(book))
    if "dubious ownership" in asked.message:
        where = re.search(r"repository at '([^\n]*)'", asked.message)
        folder = where[1] if where else shown
        return (
            f"git does not trust {folder} because the folder belongs to another user of this computer. If "
            "you know whose it is and trust it, run this once: git config --global --add safe.directory "
            f"'{folder}'"
        )
    if "must be run in a work tree" in asked.message or "bare repository" in asked.message:
        return _bare_repository(shown)
    if "not a git repository" in asked.message:
        return _no_repository(shown)
    return f"git can't use the repository around {shown}: {asked.reason}."


def _no_repository(shown: str) -> str:
    return (
        f"{shown} is in no git repository, so nothing can be recorded: the book can be read only. To "
        "amend and approve, open it anew with review-tui and choose \u201cMake one\u201d, or run: git init"
    )


def _bare_repository(shown: str) -> str:
    return (
        f"{shown} only stores history and has no files to work on. Open the folder of the book itself, or "
        "clone the history to a folder of your own."
    )


_MAX_GITFILE: Final = 8_192
"""Bytes of a file that holds nothing but a path."""


def why_git_dir_not_followed(book: Path) -> str:
    """Why the way to the history of ``book`` is not followed, in a sentence; empty when it is, or is none."""
    folder = _enclosing_folder(book)
    if folder is None:
        return ""
    dot_git = folder / ".git"
    if dot_git.is_symlink() and not dot_git.exists():
        return (
            f"{_show(dot_git)} is a link to {_show(dot_git.readlink())}, and nothing is there, so this "
            "book has no history just now and can be read only. Bring back what it leads to, or remove the "
            "link."
        )
    git_dir = _git_dir(dot_git)
    if not git_dir.is_dir():
        return (
            f"{_show(dot_git)} says that the history of this book is in {_show(git_dir)}, and it is not "
            "there, so the book can be read only. Bring that folder back; if it was moved, write its new "
            f"place into {_show(dot_git)}, after “gitdir: ”."
        )
    common = git_dir / "commondir"
    if not os.path.lexists(common):
        return ""
    where = git_dir / _read_gitfile(common)
    # git itself writes this file only in git folders that stand in the one they name.
    if where.is_dir() and git_dir.resolve().parent == (where / "worktrees").resolve():
        return ""
    there = "another repository is there" if where.is_dir() else "it is not there"
    return (
        f"{_show(common)} says that the history of this book is in {_show(where)}, but {there}, so it is "
        "not followed and the book can be read only. If you know nothing of it, take the file away, or make "
        "a copy of the book of your own: git clone."
    )


def why_work_tree_not_followed(book: Path, top: Path, git_dir: Path) -> str:
    """Why ``top`` is not taken for the folder of the files of ``book``; empty when it is."""
    folder = _enclosing_folder(book)
    if folder is None:
        return ""
    expected = (folder, _git_dir(folder / ".git").resolve())
    if expected == (top.resolve(), git_dir.resolve()):
        return ""
    settings = git_dir / "config"
    return (
        f"The settings of this repository say that its files are in {_show(top)} (core.worktree, in "
        f"{_show(settings)}), but the book is in {_show(folder)}. So nothing of its history is shown and "
        "nothing can be recorded: the book can be read only. If you know nothing of it, run: git config "
        f"--file '{_show(settings)}' --unset core.worktree"
    )


def _enclosing_folder(book: Path) -> Path | None:
    """The nearest folder around ``book`` in which git would find the way to a history."""
    return next((folder for folder in (book, *book.parents) if _leads_to_repository(folder / ".git")), None)


def _leads_to_repository(dot_git: Path) -> bool:
    # git passes over a folder of that name that is no repository.
    return os.path.lexists(dot_git / "HEAD" if dot_git.is_dir() else dot_git)


def _git_dir(dot_git: Path) -> Path:
    return dot_git if dot_git.is_dir() else dot_git.parent / _read_gitfile(dot_git)


def _read_gitfile(file: Path) -> str:
    """The path that a file holds; one that leads nowhere when it can't be read."""
    try:
        descriptor = os.open(file, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with open(descriptor, "rb") as opened:  # noqa: PTH123 -- a descriptor is no path
            held = opened.read(_MAX_GITFILE)
    except OSError:
        return "nowhere"
    path = re.sub(rb"\Agitdir:\s*", b"", held).rstrip(b"\r\n")
    return os.fsdecode(path) if path and b"\0" not in path else "nowhere"


def _show(path: Path) -> str:
    return visible(str(path))


PRIVATE_DIR: Final = "review-tui"
"""The folder's name."""


def why_private_dir_unsafe(repo: Repository) -> str:
    """What is wrong in those folders, in a sentence; empty when all that stands there is plain.

    A repository that was handed over could lead what is written there to any other place by a link, and a
    pipe would keep whoever reads it waiting for ever.
    """
    for private_dir in {repo.private_dir, repo.common_dir / PRIVATE_DIR}:
        for path, kind in _walk_tree(private_dir):
            if stat.S_ISDIR(kind) or (stat.S_ISREG(kind) and path != private_dir):
                continue
            return _describe_unsafe(path, kind)
    return ""


def check_private_dir(repo: Repository) -> None:
    """Raise ``Refusal`` when anything in those folders leads elsewhere."""
    if refusal := why_private_dir_unsafe(repo):
        raise Refusal(refusal)


def _walk_tree(path: Path) -> Iterator[tuple[Path, int]]:
    """The path and everything beneath it, each with what it is; links are not followed."""
    try:
        kind = path.lstat().st_mode
    except OSError:
        return
    yield path, kind
    if stat.S_ISDIR(kind):
        try:
            names = sorted(os.listdir(path))  # noqa: PTH208 -- names are all that is wanted
        except OSError:
            return
        for name in names:
            yield from _walk_tree(path / name)


def _describe_unsafe(path: Path, kind: int) -> str:
    shown = visible(str(path))
    if stat.S_ISLNK(kind):
        what = f"is a link to {visible(str(path.readlink()))}, and links are not followed there"
    elif stat.S_ISREG(kind):
        what = "should be a folder, but is a file"
    else:
        what = "should be a file or a folder, but is a pipe or a device"
    return (
        f"{shown} {what}, so nothing can be recorded: review-tui keeps there what must survive a crash. "
        f"Remove it (rm '{shown}') and start again; the book and its history do not need it. Until then, "
        "what you type is kept with your own files."
    )
