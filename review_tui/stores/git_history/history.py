"""The git history of one minute book: the ``History`` port, kept with real git."""

from collections.abc import Collection, Sequence
from pathlib import Path

from review_tui.domain.people import Reviewer
from review_tui.domain.refusals import Refusal
from review_tui.services.ports import Entry, FileChange, NewTag, Version
from review_tui.stores.git_history import intent as intents
from review_tui.stores.git_history import pen, reading, recovery
from review_tui.stores.git_history.changes import changes
from review_tui.stores.git_history.forms import Forms
from review_tui.stores.git_history.identity import identity
from review_tui.stores.git_history.locks import writing
from review_tui.stores.git_history.making import make_repository
from review_tui.stores.git_history.opened_late import OpenedLate, in_words
from review_tui.stores.git_history.preflight import why_not_write
from review_tui.stores.git_history.repository import Repository
from review_tui.stores.git_history.unrecorded import unrecorded
from review_tui.stores.git_history.versions import Finder, versions


class GitHistory(OpenedLate):
    """The history of the book in folder ``book``, which may lie at any depth of any repository.

    Where the book is in no usable repository, reading finds nothing and ``why_read_only`` says why.
    """

    def why_read_only(self) -> str:
        """Why nothing can be written now, in a sentence for the reviewer; empty when it can."""
        try:
            with in_words("mend that first"):
                return why_not_write(self._opened())
        except Refusal as refusal:
            return str(refusal)

    def reviewer(self) -> Reviewer:
        """Whoever git says is working here. Raises ``Refusal`` when git knows no name or address."""
        with in_words("try again"):
            return identity(self._opened().config()).author

    def committed(self, path: str) -> bytes | None:
        """The file as it stands in the newest commit, in the form it has in the work tree; else ``None``."""
        return self._read(lambda repo: reading.committed(repo, path, Forms(repo, repo.config())), None)

    def log(self, paths: Sequence[str], limit: int | None = None) -> tuple[Entry, ...]:
        """Commits that changed any of ``paths`` (files or folders; ``""`` is the book), newest first."""
        return self._read(lambda repo: reading.log(repo, paths, limit), ())

    def newest(self) -> str:
        """The newest commit; empty when there is none."""
        return self._read(lambda repo: repo.branch().tip or "", "")

    def changes(self, commit: str) -> tuple[FileChange, ...]:
        """What a commit changed in the book, by path, each file with its bytes before and after.

        Raises ``Refusal`` when there is no such commit, or it merges others.
        """
        with in_words("try again"):
            repo = self._opened()
            return changes(repo, commit, Forms(repo, repo.config()))

    def versions(self, path: str) -> tuple[Version, ...]:
        """Every committed version of a file, newest first, merged work of others included.

        A merge is among them only when it wrote words of its own.
        """
        return self._read(lambda repo: versions(repo, path, Forms(repo, repo.config())), ())

    def unrecorded(self, paths: Sequence[str], passed_over: Collection[str] = ()) -> tuple[str, ...]:
        """Files at or below ``paths`` that stand otherwise on disk than in the newest commit, by path.

        They were changed, taken away or never recorded. Folders called as in ``passed_over`` are left out.
        """

        def look(repo: Repository) -> tuple[str, ...]:
            return unrecorded(repo, paths, passed_over, Forms(repo, repo.config()))

        return self._read(look, ())

    def tags(self, prefix: str) -> tuple[tuple[str, str], ...]:
        """The annotated tags whose names begin with ``prefix``, by name, each with its commit."""
        return self._read(lambda repo: reading.tags(repo, prefix), ())

    def text_with_digest(self, path: str, digest: str) -> str | None:
        """The committed version of ``path`` whose digest this is, or ``None``."""

        def find(repo: Repository) -> str | None:
            self._finder = self._finder or Finder(repo)
            return self._finder.with_digest(path, digest, lambda: Forms(repo, repo.config()))

        return self._read(find, None)

    def commit(self, changes: Sequence[FileChange], message: str, tag: NewTag | None = None) -> Entry:
        """Make one commit of exactly ``changes``, perhaps tagged, and bring the work tree up to it.

        Raises ``StaleDraft`` when a file is not what ``old`` says, ``Refusal`` when git or a hook says no or
        the tag's name is taken; then nothing was changed. A file that holds ``new`` already, whose committed
        version is ``old``, is recorded as it is, also one that is gone already; so is an unrecorded file that
        holds ``new`` while ``old`` is ``None``.
        """
        with in_words("make sure that it was recorded before you go on"):
            repo = self._opened()
            with writing(repo.common_dir / "review-tui") as alone:
                if alone and intents.left_over(repo.room):
                    recovery.recover(repo)
                return pen.record(repo, changes, message, tag)

    def recover(self) -> tuple[str, ...]:
        """Finish or clear away what a crash left half done; a sentence for each thing done."""
        with in_words("start again"):
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
        with in_words("try again"):
            make_repository(self._book, throw_away=False)
        self.close()

    def private_folder(self) -> Path | None:
        """A folder of this work tree's repository that git never looks at; ``None`` without a repository."""
        return self._read(lambda repo: repo.room, None)
