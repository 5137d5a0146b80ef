"""The git history of one minute book: the ``History`` port, kept with real git."""

import contextlib
import os
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Self, TypeVar

from review_tui.adapters.git import commit, log, recovery, repository
from review_tui.adapters.git.config import identity
from review_tui.adapters.git.content_filters import ContentFilters
from review_tui.adapters.git.file_versions import VersionFinder, contents, followed, versions
from review_tui.adapters.git.init import make_repository
from review_tui.adapters.git.locks import write_lock
from review_tui.adapters.git.log import changes
from review_tui.adapters.git.preflight import why_not_write
from review_tui.adapters.git.raw_history import RawHistory, raw_history_of
from review_tui.adapters.git.repository import Repository, open_repository
from review_tui.adapters.git.runner import GitRunner
from review_tui.adapters.git.worktree import join_path, unrecorded
from review_tui.adapters.system_errors import system_trouble
from review_tui.application.ports import (
    Author,
    FileChange,
    FollowedFile,
    HistoryEntry,
    NewTag,
    StoredVersion,
    Version,
)
from review_tui.application.programs import NamedPrograms, ProgramAnswers
from review_tui.model.commit_messages import SPLIT_FROM
from review_tui.model.errors import Refusal, UnusableBook
from review_tui.model.people import Reviewer, why_not_named
from review_tui.model.record_paths import locate
from review_tui.model.visible import visible

T = TypeVar("T")


class GitHistory:
    """The history of the book in folder ``book``, which may lie at any depth of any repository.

    Where the book is in no usable repository, reading finds nothing and ``why_read_only`` says why. Making
    one costs nothing: git is looked for at the first question. Any thread may ask. Close it when done.
    """

    def __init__(self, book: Path, answers: ProgramAnswers | None = None) -> None:
        """``answers`` say whether programs that the repository names may run; without, all may."""
        self._book = book
        self._answers = answers
        self._opening = threading.Lock()
        self._is_closed = False
        self._repo: Repository | None = None
        self._finder: VersionFinder | None = None

    def close(self) -> None:
        """End what runs in the background, for good: a thread that is still reading starts no git again."""
        with self._opening:
            self._is_closed = True
        self._forget_repository()

    def _forget_repository(self) -> None:
        """The next question looks for the repository anew."""
        with self._opening:
            if self._repo:
                self._repo.objects.close()
            self._repo = self._finder = None

    def __enter__(self) -> Self:
        """Closes itself at the end of a ``with``."""
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def why_read_only(self) -> str:
        """Why nothing can be written now, in a sentence for the reviewer; empty when it can."""
        try:
            with os_errors_as_refusals("mend that first"):
                return why_not_write(self.repository())
        except Refusal as refusal:
            return str(refusal)

    def reviewer(self) -> Reviewer:
        """Whoever git says is working here. Raises ``NameUnknown`` when git knows no name or address."""
        with os_errors_as_refusals("try again"):
            return identity(self.repository().config()).author

    def name_reviewer(self, who: Reviewer, *, is_for_all: bool) -> None:
        """Have git know who is working here: in this repository, or for all of this user's.

        Raises ``Refusal`` for a name or an address that can't be used, or when git can't keep them.
        """
        if refusal := why_not_named(who.name, who.email):
            raise Refusal(refusal)
        with os_errors_as_refusals("try again"):
            runner = GitRunner(self._book) if is_for_all else self.repository().run
            for name, value in (("user.name", who.name.strip()), ("user.email", who.email.strip())):
                ran = runner.write("config", "--global" if is_for_all else "--local", name, value)
                if ran.code:
                    raise Refusal(f"git could not keep your name: {ran.reason}.")

    def committed(self, path: str) -> bytes | None:
        """The file as it stands in the newest commit, in the form it has in the work tree; else ``None``."""
        return self._query(
            lambda repo: log.committed_bytes(repo, path, ContentFilters(repo, repo.config())), None
        )

    def log(self, paths: Sequence[str], limit: int | None = None) -> tuple[HistoryEntry, ...]:
        """Commits that changed any of ``paths`` (files or folders; ``""`` is the book), newest first."""
        nothing: tuple[HistoryEntry, ...] = ()
        found = self._query(lambda repo: log.log(repo, paths, limit), nothing)
        if not found or not any(key == SPLIT_FROM for key, _ in found[-1].trailers):
            return found
        known = {entry.id for entry in found}
        older = [v.entry for path in paths if path for v in self.versions(_minutes_path(path))]
        return (*found, *(entry for entry in older if entry.id not in known))[:limit]

    def newest(self) -> str:
        """The newest commit; empty when there is none."""
        return self._query(lambda repo: repo.branch().tip or "", "")

    def changes(self, commit: str) -> tuple[FileChange, ...]:
        """What a commit changed in the book, by path, each file with its bytes before and after.

        Raises ``Refusal`` when there is no such commit, or it merges others.
        """
        with os_errors_as_refusals("try again"):
            repo = self.repository()
            return changes(repo, commit, ContentFilters(repo, repo.config()))

    def versions(self, path: str) -> tuple[Version, ...]:
        """Every committed version of a file, newest first, merged work of others included.

        A merge is among them only when it wrote words of its own.
        """

        def look(repo: Repository) -> tuple[Version, ...]:
            filters = ContentFilters(repo, repo.config())
            found = versions(repo, path, filters)
            if not found or not any(key == SPLIT_FROM for key, _ in found[-1].entry.trailers):
                return found
            from review_tui.adapters.git.split_origin import before_split  # noqa: PLC0415 -- few were split

            first, older = before_split(repo, found[-1], filters)
            return (*found[:-1], first, *older)

        return self._query(look, ())

    def followed(self, path: str, beside: Sequence[str] = ()) -> FollowedFile:
        """Every version of a file, under its earlier names too, not read yet.

        And the commits that touched any of the paths ``beside`` it: one walk tells of both.
        """
        return self._query(lambda repo: followed(repo, path, beside), FollowedFile())

    def contents(self, stored: Iterable[StoredVersion]) -> Iterator[tuple[str, bytes]]:
        """What versions hold, each by the name of its blob, few at a time in memory."""
        with os_errors_as_refusals("try again"):
            repo = self.repository()
            yield from contents(repo, stored, ContentFilters(repo, repo.config()))

    def locate(self, path: str) -> tuple[str, str]:
        """The ids of the meeting and of the item that a file belongs to, by its path from the top."""
        return locate(self.in_book(path))

    def in_book(self, path: str) -> str:
        """A path from the top of the repository as one of the book; empty outside it."""
        book = join_path(self.repository().prefix)
        return path if not book else path.removeprefix(f"{book}/") if path.startswith(f"{book}/") else ""

    def raw(self) -> RawHistory:
        """The history as its objects are, with nothing else of the repository believed. Close it when done.

        Raises ``UnusableBook`` when there is none.
        """
        with os_errors_as_refusals("try again"):
            return raw_history_of(self.repository())

    def unrecorded(self, paths: Sequence[str], passed_over: Collection[str] = ()) -> tuple[str, ...]:
        """Files at or below ``paths`` that stand otherwise on disk than in the newest commit, by path.

        They were changed, taken away or never recorded. Folders called as in ``passed_over`` are left out.
        """

        def look(repo: Repository) -> tuple[str, ...]:
            return unrecorded(repo, paths, passed_over, ContentFilters(repo, repo.config()))

        return self._query(look, ())

    def tags(self, prefix: str) -> tuple[tuple[str, str], ...]:
        """The annotated tags whose names begin with ``prefix``, by name, each with its commit."""
        return self._query(lambda repo: log.tags(repo, prefix), ())

    def text_with_digest(self, path: str, digest: str) -> str | None:
        """The committed version of ``path`` whose digest this is, or ``None``."""

        def find(repo: Repository) -> str | None:
            self._finder = self._finder or VersionFinder(repo)
            return self._finder.with_digest(path, digest, lambda: ContentFilters(repo, repo.config()))

        return self._query(find, None)

    def commit(
        self,
        changes: Sequence[FileChange],
        message: str,
        tag: NewTag | None = None,
        author: Author | None = None,
    ) -> HistoryEntry:
        """Make one commit of exactly ``changes``, perhaps tagged, and bring the work tree up to it.

        It is that of ``author``, else of whoever works here, who is its committer in any case.
        Raises ``StaleDraft`` when a file is not what ``old`` says, ``Refusal`` when git or a hook says no or
        the tag's name is taken; then nothing was changed. A file that holds ``new`` already, whose committed
        version is ``old``, is recorded as it is, also one that is gone already; so is an unrecorded file that
        holds ``new`` while ``old`` is ``None``.
        """
        with os_errors_as_refusals("make sure that it was recorded before you go on"):
            repo = self.repository()
            repository.check_private_dir(repo)
            with write_lock(repo.common_dir / repository.PRIVATE_DIR) as alone:
                if alone and recovery.pending_intents(repo.private_dir):
                    recovery.recover(repo)
                return commit.record(repo, changes, message, tag, author)

    def recover(self) -> tuple[str, ...]:
        """Finish or clear away what a crash left half done; a sentence for each thing done."""
        with os_errors_as_refusals("start again"):
            try:
                repo = self.repository()
            except Refusal:
                return ()
            if not repo.private_dir.is_dir() or repository.why_private_dir_unsafe(repo):
                return ()  # nothing was ever written here, or what was is not to be trusted
            with write_lock(repo.common_dir / repository.PRIVATE_DIR) as alone:
                return recovery.recover(repo) if alone else ()

    def programs(self) -> NamedPrograms:
        """The programs that the repository itself, and not its user, would have run."""
        return self._query(lambda repo: repo.programs(), NamedPrograms())

    def may_begin(self) -> bool:
        """Whether the book is in no repository at all, so that one could be made for it."""
        around = (self._book.resolve(), *self._book.resolve().parents)
        return not any(os.path.lexists(folder / name) for name in (".git", "HEAD") for folder in around)

    def begin(self, who: Reviewer | None = None) -> None:
        """Make the book's folder a repository and record all that is in it. Only when a person asked.

        ``who`` is kept as the one who works here; without, git has to know. Raises ``NameUnknown``.
        """
        with os_errors_as_refusals("try again"):
            make_repository(self._book, who, throw_away=False)
        self._forget_repository()

    def private_folder(self) -> Path | None:
        """A folder of this work tree's repository that git never looks at; ``None`` without one to trust."""
        return self._query(
            lambda repo: None if repository.why_private_dir_unsafe(repo) else repo.private_dir, None
        )

    def repository(self) -> Repository:
        """The repository around the book. Raises ``UnusableBook`` where there is none that can be used."""
        with self._opening:
            if self._is_closed:
                raise UnusableBook("The book was closed while its history was being read. Open it again.")
            if self._repo is None:
                self._repo = open_repository(self._book, self._answers)
            return self._repo

    def _query(self, ask: Callable[[Repository], T], nothing: T) -> T:
        with os_errors_as_refusals("try again"):
            try:
                repo = self.repository()
            except UnusableBook:
                return nothing
            return ask(repo)


def _minutes_path(path: str) -> str:
    """The minutes of the item that a path is of."""
    return path if path.endswith(".md") else f"{path}/minutes.md"


@contextlib.contextmanager
def os_errors_as_refusals(advice: str) -> Iterator[None]:
    """Say a fault of the disk or the system in a sentence."""
    try:
        yield
    except OSError as error:
        where = f" at {visible(str(error.filename))}" if error.filename else ""
        raise Refusal(
            f"The history could not be read or written{where}: {system_trouble(error.errno)}. Then {advice}."
        ) from error
