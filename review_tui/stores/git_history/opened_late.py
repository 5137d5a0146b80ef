"""A repository that is looked for at the first question, and faults of the system said in sentences."""

import contextlib
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Self, TypeVar

from review_tui.domain.refusals import BookUnusable, Refusal
from review_tui.domain.visible import visible
from review_tui.stores.git_history.repository import Repository, open_repository
from review_tui.stores.git_history.versions import Finder

T = TypeVar("T")


class OpenedLate:
    """Making one costs nothing: git is looked for at the first question. Any thread may ask.

    Close it when done.
    """

    def __init__(self, book: Path) -> None:
        self._book = book
        self._opening = threading.Lock()
        self._repo: Repository | None = None
        self._finder: Finder | None = None

    def close(self) -> None:
        """End what runs in the background. The next question starts it again."""
        with self._opening:
            if self._repo:
                self._repo.objects.close()
            self._repo = self._finder = None

    def __enter__(self) -> Self:
        """Closes itself at the end of a ``with``."""
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _opened(self) -> Repository:
        with self._opening:
            if self._repo is None:
                self._repo = open_repository(self._book)
            return self._repo

    def _read(self, ask: Callable[[Repository], T], nothing: T) -> T:
        with in_words("try again"):
            try:
                repo = self._opened()
            except BookUnusable:
                return nothing
            return ask(repo)


@contextlib.contextmanager
def in_words(advice: str) -> Iterator[None]:
    """Say a fault of the disk or the system in a sentence."""
    try:
        yield
    except OSError as mishap:
        where = f" at {visible(str(mishap.filename))}" if mishap.filename else ""
        raise Refusal(
            f"The computer could not read or write the history{where} ({mishap.strerror}); {advice}."
        ) from mishap
