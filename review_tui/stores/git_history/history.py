"""The git history of one minute book: the ``History`` port, kept with real git."""

import contextlib
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from review_tui.domain.people import Reviewer
from review_tui.domain.refusals import BookUnusable, Refusal
from review_tui.domain.visible import visible
from review_tui.services.ports import Entry, FileChange, NewTag, Version
from review_tui.stores.git_history import intent as intents
from review_tui.stores.git_history import pen, reading, recovery
from review_tui.stores.git_history.changes import changes
from review_tui.stores.git_history.forms import Forms
from review_tui.stores.git_history.identity import identity
from review_tui.stores.git_history.locks import writing
from review_tui.stores.git_history.making import make_repository
from review_tui.stores.git_history.preflight import why_not_write
from review_tui.stores.git_history.repository import Repository, open_repository
from review_tui.stores.git_history.versions import Finder, versions

T = TypeVar("T")


class GitHistory(contextlib.AbstractContextManager["GitHistory"]):
    """The history of the book in folder ``book``, which may lie at any depth of any repository.

    Making one costs nothing: git is looked for at the first question. Any thread may ask. Close it when done.
    Where the book is in no usable repository, reading finds nothing and ``why_read_only`` says why.
    """

    def __init__(self, book: Path) -> None:
        self._book = book
        self._opening = threading.Lock()
        self._repo: Repository | None = None
        self._finder: Finder | None = None

    def why_read_only(self) -> str:
        """Why nothing can be written now, in a sentence for the reviewer; empty when it can."""
        try:
            with _in_words("mend that first"):
                return why_not_write(self._opened())
        except Refusal as refusal:
            return str(refusal)

    def reviewer(self) -> Reviewer:
        """Whoever git says is working here. Raises ``Refusal`` when git knows no name or address."""
        with _in_words("try again"):
            return identity(self._opened().config()).author

    def committed(self, path: str) -> bytes | None:
        """The file as it stands in the newest commit, in the form it has in the work tree; else ``None``."""
        return self._read(lambda repo: reading.committed(repo, path, Forms(repo, repo.config())), None)

    def log(self, paths: Sequence[str], limit: int | None = None) -> tuple[Entry, ...]:
        """Commits that changed any of ``paths`` (files or folders; ``""`` is the book), newest first."""
        return self._read(lambda repo: reading.log(repo, paths, limit), ())

    def changes(self, commit: str) -> tuple[FileChange, ...]:
        """What a commit changed in the book, by path, each file with its bytes before and after.

        Raises ``Refusal`` when there is no such commit, or it merges others.
        """
        with _in_words("try again"):
            repo = self._opened()
            return changes(repo, commit, Forms(repo, repo.config()))

    def versions(self, path: str) -> tuple[Version, ...]:
        """Every committed version of a file, newest first, merged work of others included.

        A merge is among them only when it wrote words of its own.
        """
        return self._read(lambda repo: versions(repo, path, Forms(repo, repo.config())), ())

    def tags(self, prefix: str) -> tuple[tuple[str, str], ...]:
        """The annotated tags whose names begin with ``prefix``, by name, each with its commit."""
        return self._read(lambda repo: reading.tags(repo, prefix), ())

    def text_with_digest(self, path: str, digest: str) -> str | None:
        """The committed version of ``path`` whose digest this is, or ``None``."""

        def find(repo: Repository) -> str | None:
            self._finder = self._finder or Finder(repo)
            return self._finder.with_digest(path, digest, Forms(repo, repo.config()))

        return self._read(find, None)

    def commit(self, changes: Sequence[FileChange], message: str, tag: NewTag | None = None) -> Entry:
        """Make one commit of exactly ``changes``, perhaps tagged, and bring the work tree up to it.

        Raises ``StaleDraft`` when a file is not what ``old`` says, ``Refusal`` when git or a hook says no or
        the tag's name is taken; then nothing was changed. A file that holds ``new`` already, whose committed
        version is ``old``, is recorded as it is, also one that is gone already; so is an unrecorded file that
        holds ``new`` while ``old`` is ``None``.
        """
        with _in_words("make sure that it was recorded before you go on"):
            repo = self._opened()
            with writing(repo.common_dir / "review-tui") as alone:
                if alone and intents.left_over(repo.room):
                    recovery.recover(repo)
                return pen.record(repo, changes, message, tag)

    def recover(self) -> tuple[str, ...]:
        """Finish or clear away what a crash left half done; a sentence for each thing done."""
        with _in_words("start again"):
            try:
                repo = self._opened()
            except Refusal:
                return ()
            if not repo.room.is_dir():
                return ()  # nothing was ever written here
            with writing(repo.common_dir / "review-tui") as alone:
                return recovery.recover(repo) if alone else ()

    def may_begin(self) -> bool:
        """Whether the book is in no repository at all, so that one could be made for it."""
        around = (self._book.resolve(), *self._book.resolve().parents)
        return not any((folder / ".git").exists() or (folder / "HEAD").exists() for folder in around)

    def begin(self) -> None:
        """Make the book's folder a repository and record all that is in it. Only when a person asked."""
        with _in_words("try again"):
            make_repository(self._book, throw_away=False)
        self.close()

    def private_folder(self) -> Path | None:
        """A folder of this work tree's repository that git never looks at; ``None`` without a repository."""
        return self._read(lambda repo: repo.room, None)

    def close(self) -> None:
        """End what runs in the background. The next question starts it again."""
        with self._opening:
            if self._repo:
                self._repo.objects.close()
            self._repo = self._finder = None

    def __exit__(self, *_: object) -> None:
        self.close()

    def _opened(self) -> Repository:
        with self._opening:
            if self._repo is None:
                self._repo = open_repository(self._book)
            return self._repo

    def _read(self, ask: Callable[[Repository], T], nothing: T) -> T:
        with _in_words("try again"):
            try:
                repo = self._opened()
            except BookUnusable:
                return nothing
            return ask(repo)


@contextlib.contextmanager
def _in_words(advice: str) -> Iterator[None]:
    """Say a fault of the disk or the system in a sentence."""
    try:
        yield
    except OSError as mishap:
        where = f" at {visible(str(mishap.filename))}" if mishap.filename else ""
        raise Refusal(
            f"The computer could not read or write the history{where} ({mishap.strerror}); {advice}."
        ) from mishap
