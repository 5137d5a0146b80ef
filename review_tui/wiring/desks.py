"""Lays desks: a book with everything that a reviewer needs to work on it."""

from __future__ import annotations

import datetime as dt
import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from review_tui.formats.notes_reader import AllKinds
    from review_tui.services.answering import Answering
    from review_tui.services.checking import Checking
    from review_tui.services.desk import Desk
    from review_tui.services.evidence import EvidenceReading
    from review_tui.services.linking import Linking
    from review_tui.services.ports import Files, History, TypingJournal
    from review_tui.services.putting_back import PuttingBack
    from review_tui.services.reading import Reading
    from review_tui.services.review import Review
    from review_tui.services.signing import Signing
    from review_tui.services.telling import Telling
    from review_tui.services.undoing import Undoing
    from review_tui.services.versions import Versions

T = TypeVar("T")

HASTE = threading.Event()
"""Set until the first frame is on the screen: it waits for no document that takes long to read."""


class Late(Generic[T]):
    """Stands in for a room until it is first used: the first paint waits for nothing it does not need."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._made: T | None = None
        self._making = threading.Lock()

    @classmethod
    def room(cls, make: Callable[[], T]) -> T:
        """Something to use as if it were what ``make`` makes."""
        return cast("T", cls(make))

    def __getattr__(self, name: str) -> object:
        with self._making:
            if self._made is None:
                self._made = self._make()
        return getattr(self._made, name)

    def close(self) -> None:
        """Close the room, unless nobody was ever in it."""
        if self._made is not None:
            cast("History", self._made).close()


class SystemClock:
    """The computer's clock."""

    def now(self) -> dt.datetime:
        """Now, in UTC."""
        return dt.datetime.now(dt.UTC)


def lay_desk(book: Path) -> Desk:
    """A desk with ``book`` on it."""
    from review_tui.services.checking import Checking  # noqa: PLC0415 -- as above
    from review_tui.services.desk import Desk  # noqa: PLC0415 -- as above
    from review_tui.services.reading import Reading  # noqa: PLC0415 -- as above
    from review_tui.stores.book_files import BookFiles  # noqa: PLC0415 -- as above

    book_files = BookFiles(book, Late.room(_notes_reader))
    history = Late.room(lambda: _history(book))
    reading = Reading(book_files, history)
    checking = Checking(book_files)
    at_work = _AtWork(book_files, history, reading)
    return Desk(
        book=_as_typed(book),
        files=book_files,
        history=history,
        reading=reading,
        checking=checking,
        evidence=Late.room(lambda: _evidence(reading, checking)),
        review=Late.room(at_work.review),
        linking=Late.room(at_work.linking),
        answering=Late.room(at_work.answering),
        undoing=Late.room(at_work.undoing),
        putting_back=Late.room(at_work.putting_back),
        signing=Late.room(at_work.signing),
        telling=Late.room(lambda: _telling(history)),
        versions=Late.room(lambda: _versions(history)),
        typing=Late.room(lambda: _typing(book, history)),
    )


class _AtWork:
    """The rooms in which reviewers act: all stand on the same ground."""

    def __init__(self, files: Files, history: History, reading: Reading) -> None:
        self._ground = (files, history, reading, SystemClock(), new_id)

    def review(self) -> Review:
        from review_tui.services.review import Review  # noqa: PLC0415 -- as above

        return Review(*self._ground)

    def linking(self) -> Linking:
        from review_tui.services.linking import Linking  # noqa: PLC0415 -- as above

        return Linking(*self._ground)

    def answering(self) -> Answering:
        from review_tui.services.answering import Answering  # noqa: PLC0415 -- as above

        return Answering(*self._ground)

    def undoing(self) -> Undoing:
        from review_tui.services.undoing import Undoing  # noqa: PLC0415 -- as above

        return Undoing(*self._ground)

    def putting_back(self) -> PuttingBack:
        from review_tui.services.putting_back import PuttingBack  # noqa: PLC0415 -- as above

        return PuttingBack(*self._ground)

    def signing(self) -> Signing:
        from review_tui.services.signing import Signing  # noqa: PLC0415 -- as above

        return Signing(*self._ground)


def _notes_reader() -> AllKinds:
    from review_tui.formats.notes_reader import AllKinds  # noqa: PLC0415 -- only where notes are not plain text

    return AllKinds(HASTE.is_set)


def _history(book: Path) -> History:
    from review_tui.stores.git_history import GitHistory  # noqa: PLC0415 -- as above

    return GitHistory(book)


def _evidence(reading: Reading, checking: Checking) -> EvidenceReading:
    from review_tui.services.evidence import EvidenceReading  # noqa: PLC0415 -- as above

    return EvidenceReading(reading, checking)


def _telling(history: History) -> Telling:
    from review_tui.services.telling import Telling  # noqa: PLC0415 -- as above

    return Telling(history)


def _versions(history: History) -> Versions:
    from review_tui.services.versions import Versions  # noqa: PLC0415 -- as above

    return Versions(history)


def _typing(book: Path, history: History) -> TypingJournal:
    from review_tui.stores.typing_journal import TypingFiles  # noqa: PLC0415 -- as above

    return TypingFiles(lambda: (history.private_folder() or _own_folder(book)) / "typing")


def new_id() -> str:
    """A name for an act: eight hexadecimal digits."""
    return os.urandom(4).hex()


def _own_folder(book: Path) -> Path:
    """Where to keep what belongs to a book that is in no repository: with the user's own files."""
    import hashlib  # noqa: PLC0415 -- rarely needed

    import platformdirs  # noqa: PLC0415 -- rarely needed

    mark = hashlib.sha256(str(book.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return platformdirs.user_state_path("review-tui") / mark


def _as_typed(book: Path) -> str:
    """The book as one would type it here."""
    here = Path.cwd().resolve()
    whole = book.resolve()
    return (whole.relative_to(here) if whole.is_relative_to(here) else whole).as_posix()
