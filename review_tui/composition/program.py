"""The program: runs a command line, and hands commands what they ask for."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from review_tui.composition.assemble import open_book_context
from review_tui.composition.sample import SAMPLE_ITEM, copy_sample
from review_tui.model.errors import NoBook, Refusal, UnusableBook, WrongUsage
from review_tui.model.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from review_tui.application.book_context import BookContext
    from review_tui.application.document_import import ReadDocument
    from review_tui.application.document_ports import Documents
    from review_tui.application.ports import HistoryEntry
    from review_tui.application.report import ReportLine
    from review_tui.application.sync_ports import Watch
    from review_tui.model.meeting import Meeting


def run(words: Sequence[str]) -> int:
    """Do what the command line says; the exit code."""
    from review_tui.cli.main import run as run_command  # noqa: PLC0415 -- after the collector is off

    composition = Composition()
    try:
        return run_command(composition, words)
    except Exception as error:  # noqa: BLE001 -- no traceback reaches a reader
        from review_tui.adapters.crash_report import write_crash_report  # noqa: PLC0415 -- only when it is needed

        with contextlib.suppress(OSError):  # nobody may be left to hear it
            print(f"review-tui: {write_crash_report(error)}", file=sys.stderr)  # noqa: T201 -- the last word
        return 3
    finally:
        composition.close()
        _drop_unwritable_output()


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _drop_unwritable_output() -> None:
    """Let go of what can't be written any more, as to a terminal that is gone.

    Python would try once more when it ends, and make 120 of an exit code that says what happened.
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            with contextlib.suppress(OSError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


class Composition:
    """Opens books, files and the screen as they are asked for: the ``cli.ports.Backend`` of this program."""

    def __init__(self) -> None:
        self._contexts: dict[tuple[object, ...], BookContext] = {}
        self._said: Mapping[str, str] = {}
        """What was said of the meeting of the file that is asked for."""
        self._is_screen = False
        """Whether the terminal is the screen's, but for its beginning."""
        self._first_paint_due = threading.Event()
        """Set from the opening of a screen until it has an item to paint."""

    def close(self) -> None:
        """Leave no process behind."""
        for context in self._contexts.values():
            context.history.close()
            context.syncing.close()

    def say_of_meeting(self, said: Mapping[str, str]) -> None:
        """Take note of what was said of the meeting of the file that is asked for."""
        self._said = said

    def context(self, asked: Path | None, notes: Sequence[Path] = ()) -> BookContext:
        """The book, or file, that ``asked`` names, or the nearest book. Raises ``UnusableBook``."""
        from review_tui.adapters.book import find_place  # noqa: PLC0415 -- reading needs YAML, commands may not

        book, file = find_place(Path.cwd(), asked)
        if (notes or self._said) and not file:
            raise WrongUsage("Notes, a date or a body can be named for one file of minutes only.")
        for path in notes:
            if not path.is_file():
                raise WrongUsage(f"There is no file of notes called {visible(str(path))}.")
        key = (book, file, tuple(notes))
        if key not in self._contexts:
            self._contexts[key] = open_book_context(
                book, self._first_paint_due.is_set, file, notes, self._said, self._tell_reading
            )
        return self._contexts[key]

    def _tell_reading(self, done: int, count: int) -> None:
        """Say on the terminal how far the reading of many files has come; never over the screen."""
        if sys.stderr.isatty() and (self._first_paint_due.is_set() or not self._is_screen):
            said = "" if done == count else f"Reading {count} files of minutes: {done}"
            print(f"\r\x1b[K{said}", end="", file=sys.stderr, flush=True)  # noqa: T201 -- gone when it is done

    @property
    def documents(self) -> Documents:
        """Documents of all kinds, in and out."""
        from review_tui.composition.document_files import DocumentFiles  # noqa: PLC0415 -- only for commands that need it

        return DocumentFiles()

    def plain_texts(self, draft: Path, notes: list[Path]) -> tuple[tuple[str, str], list[tuple[str, str]]]:
        """The names and words of files of any kind of notes. Raises ``Refusal`` if one can't be read."""
        from review_tui.adapters.importers.plain_files import notes_text  # noqa: PLC0415 -- only for commands that need it

        named = []
        for path in (draft, *notes):
            text, problems = notes_text(path)
            named.append((path.as_posix(), text))
            for problem in problems:
                print(f"! {problem}", file=sys.stderr)  # noqa: T201 -- beside the answer
        return named[0], named[1:]

    def meeting_file(self, path: Path) -> Meeting:
        """The meeting that a ``meeting.yaml`` describes. Raises ``Refusal`` when it can't be read."""
        from review_tui.adapters.book import read_meeting  # noqa: PLC0415 -- only for commands that need it

        return read_meeting(path, self.file_text(path))

    def file_text(self, path: Path) -> str:
        """What one plain file says. Raises ``Refusal`` when it can't be read."""
        from review_tui.adapters.importers.plain_files import plain_text  # noqa: PLC0415 -- only for commands that need it

        return plain_text(path)

    def book_folder(self, asked: Path | None) -> Path:
        """The folder to put a new meeting in: ``asked``, else the nearest book, else ``drafts`` here."""
        from review_tui.adapters.book import find_book  # noqa: PLC0415 -- only for commands that need it

        if asked is not None:
            return asked
        try:
            return find_book(Path.cwd(), None)
        except UnusableBook:
            return Path("drafts")

    def report_formats(self) -> Mapping[str, Callable[[Sequence[ReportLine]], bytes]]:
        """What writes reports, by the word that ``--to`` takes."""
        from review_tui.adapters.exporters.report_formats import formats  # noqa: PLC0415 -- only for commands that need it

        return formats()

    def split(
        self, file: Path, into: Path, notes: Sequence[Path] = (), *, moves: bool
    ) -> tuple[str, HistoryEntry, tuple[str, ...]]:
        """Make folders of the book ``into`` from a file of minutes: where they are, and the commit."""
        from review_tui.composition.split import split_file  # noqa: PLC0415 -- only for that command

        return split_file(file, into, notes, moves=moves)

    def clone(self, url: str, folder: Path | None, watch: Watch) -> Path:
        """Make a copy of the repository at ``url``; where its book is. Raises ``Refusal``."""
        from review_tui.adapters.book import find_book  # noqa: PLC0415 -- only for that command
        from review_tui.adapters.git.clone import clone  # noqa: PLC0415 -- as above

        top = clone(url, Path.cwd(), folder, watch)
        with contextlib.suppress(UnusableBook):
            return find_book(top, None) if (top / "drafts").is_dir() else find_book(top, top)
        return top

    def check_push(self, lines: Iterable[str], book: str, pusher: str) -> tuple[str, ...]:
        """Why a git server should refuse a push, in sentences."""
        from review_tui.composition import hub  # noqa: PLC0415 -- only on a server

        return hub.check_push(lines, book, pusher)

    def screen(self, asked: Path | None, start: str, notes: Sequence[Path] = ()) -> int:
        """Open the screen on a book or a file, at the item ``start`` if it is given; the exit code."""
        from review_tui.composition.start_screen import open_screen  # noqa: PLC0415 -- only the screen

        self._is_screen = True
        try:
            context = self.context(asked, notes)
        except NoBook as none:
            offered = self._offer_book(none.folder) if _is_terminal() else None
            if offered is None:
                raise
            return offered
        return open_screen(context, start, self._first_paint_due)

    def _offer_book(self, book: Path) -> int | None:
        """Offer to make the book, or to see the sample, and open that; ``None`` where it was left."""
        from review_tui.application.document_import import record_all  # noqa: PLC0415 -- only in an empty folder
        from review_tui.composition.start_screen import open_screen  # noqa: PLC0415 -- as above
        from review_tui.tui.first_offer import SAMPLE, FirstOffer  # noqa: PLC0415 -- as above

        def record(folder: Path, read: ReadDocument) -> str:
            try:
                record_all(self.context(folder.parent), folder, read, [])
            except Refusal as refusal:
                return str(refusal)
            return ""

        offer = FirstOffer(self.documents, book, record)
        offer.run()
        taken = offer.taken
        if taken is None:
            return None
        if taken == SAMPLE:
            return self.demo(None)
        return open_screen(self.context(taken.parent), "", self._first_paint_due)

    def make_demo(self, keep: Path | None) -> Path:
        """Make a copy of the sample book in a repository of its own; where the book is."""
        import tempfile  # noqa: PLC0415 -- only for the demonstration

        return copy_sample(keep or Path(tempfile.mkdtemp(prefix="review-tui-demo-")))

    def demo(self, keep: Path | None) -> int:
        """Open a copy of the sample book, thrown away afterwards unless a folder to keep it in is named."""
        import tempfile  # noqa: PLC0415 -- only for the demonstration

        from review_tui.composition.start_screen import open_screen  # noqa: PLC0415 -- only the screen

        self._is_screen = True
        if keep is not None:
            return open_screen(self.context(copy_sample(keep)), SAMPLE_ITEM, self._first_paint_due)
        with tempfile.TemporaryDirectory(prefix="review-tui-demo-", ignore_cleanup_errors=True) as scratch:
            return open_screen(self.context(copy_sample(Path(scratch))), SAMPLE_ITEM, self._first_paint_due)
