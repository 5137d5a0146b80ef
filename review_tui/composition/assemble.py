"""Assembles a book's context: the book's files, its history and the services, each loaded on first use."""

import datetime as dt
import os
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from review_tui.loading import load

if TYPE_CHECKING:
    from review_tui.application.book_context import BookContext
    from review_tui.application.ports import History


class LazyProxy:
    """Stands in for an object until its first use; only then is its module imported and the object made.

    May be used from several threads; the object is made once.
    """

    def __init__(self, name: str, *arguments: object) -> None:
        self._name = name
        self._arguments = arguments
        self._made: object = None
        self._making = threading.Lock()

    def __getattr__(self, name: str) -> Any:
        with self._making:
            if self._made is None:
                self._made = load(self._name)(*self._arguments)
        return getattr(self._made, name)

    def close(self) -> None:
        """Close the object, unless it was never made."""
        if self._made is not None:
            cast("History", self._made).close()


def lazy(name: str, *arguments: object) -> Any:
    """A stand-in for what ``name`` ("package.module:Class", as ``load`` takes it) makes of ``arguments``."""
    return LazyProxy(name, *arguments)


class SystemClock:
    """The computer's clock."""

    def now(self) -> dt.datetime:
        """Now, in UTC."""
        return dt.datetime.now(dt.UTC)


def new_id() -> str:
    """A name for an act: eight hexadecimal digits."""
    return os.urandom(4).hex()


def open_book_context(
    book: Path,
    is_first_paint_due: Callable[[], bool] = lambda: False,
    file: str = "",
    notes: Sequence[Path] = (),
    said: Mapping[str, str] | None = None,
    on_reading: Callable[[int, int], None] = lambda *_: None,
) -> "BookContext":
    """The context of ``book``, or of one ``file`` of it with ``notes`` and what was ``said`` of its meeting.

    While ``is_first_paint_due``, nothing waits for slow documents. ``on_reading`` is told how far the reading
    of many files has come.
    """
    # The three that every command and the first paint use. Not at the top: `--help` and `--version` use none.
    from review_tui.adapters.book import BookFiles, OneFile  # noqa: PLC0415
    from review_tui.application.book_context import BookContext  # noqa: PLC0415
    from review_tui.application.reading import BookReader  # noqa: PLC0415

    cache = lazy("composition.user_folders:open_cache")
    importer = lazy("adapters.importers.notes_reader:NotesImporter", is_first_paint_due)
    typed = _as_typed(book)
    files = BookFiles(book, importer, cache, OneFile(file, tuple(notes), said or {}, typed, on_reading))
    answers = lazy("composition.user_folders:open_program_answers", book)
    git = lazy("adapters.git:GitHistory", book, answers)
    exchange = lazy("adapters.git.exchange:GitExchange", git)
    merger = lazy("adapters.book.merge:BookMerger", files)
    history = lazy("adapters.book.file_history:FileHistory", git, files) if files.holds_files else git
    if files.holds_files:
        files.recorded_text = lambda *asked: history.recorded_text(*asked)  # noqa: PLW0108 -- lazily
    reading = BookReader(files, history)
    checking = lazy("application.checking:Checking", files, cache)
    facts = lazy("application.fact_reading:FactReader", checking, cache, files)
    checked = lambda *asked: checking.of_items(*asked)  # noqa: E731, PLW0108 -- its name alone would load it
    signer = lazy("adapters.ssh_keys:SshKeys")
    verifier = lazy("composition.verifying:open_verifier", book, history, cache)
    recording = (files, history, reading, SystemClock(), new_id)  # what every service that records acts takes
    return BookContext(
        book=typed,
        files=files,
        history=history,
        reading=reading,
        checking=checking,
        evidence=lazy("application.evidence:EvidenceReader", reading, checking, facts),
        facts=facts,
        review=lazy("application.review:Review", *recording, None, signer),
        undo=lazy("application.undo:UndoService", *recording),
        revert=lazy("application.revert:Revert", *recording),
        sign_off=lazy("application.sign_off:SignOffService", *recording, checked, verifier, signer),
        timeline=lazy("application.timeline:Timeline", history),
        versions=lazy("application.item_versions:ItemVersions", history),
        verifier=verifier,
        keys=lazy("application.signing:KeyService", signer, files, history, reading),
        typing=lazy("adapters.typing_journal:TypingFiles", lambda: _typing_folder(book, history)),
        programs=lazy("application.programs:ProgramService", git, answers),
        syncing=lazy("application.sync:SyncService", exchange, merger, files, history, verifier),
        documents=lazy("composition.document_files:DocumentFiles"),
    )


def _typing_folder(book: Path, history: "History") -> Path:
    """Where what is being typed is kept: in the repository's private folder, else with the user's files."""
    private = history.private_folder()
    if private is None:
        from review_tui.composition.user_folders import state_folder  # noqa: PLC0415 -- a rare case

        private = state_folder(book)
    return private / "typing"


def _as_typed(book: Path) -> str:
    """The book as one would type it here."""
    here = Path.cwd().resolve()
    whole = book.resolve()
    return (whole.relative_to(here) if whole.is_relative_to(here) else whole).as_posix()
