"""The roof: the only file that knows every room, and puts them together."""

from __future__ import annotations

import datetime as dt
import os
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from review_tui.domain.people import Reviewer
from review_tui.domain.refusals import BookUnusable, Refusal
from review_tui.domain.text import decode
from review_tui.domain.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.driver import Driver

    from review_tui.domain.meeting import Meeting
    from review_tui.services.desk import Desk
    from review_tui.services.ports import Files, History, TypingJournal
    from review_tui.services.reading import MeetingView, Reading
    from review_tui.services.review import Review
    from review_tui.tui.open_item import OpenItem
    from review_tui.tui.opener import Opener

T = TypeVar("T")

SAMPLE_MEETING = "2022-03-16-health-and-wellbeing-board"
SAMPLE_ITEM = f"{SAMPLE_MEETING}/05-safeguarding-children-annual-report"
DEMO_REVIEWER = Reviewer("Demo Reviewer", "reviewer@example.org")
PLAIN_TEXT = 8_000_000
"""Bytes of a plain file that are read at most."""


def run(words: Sequence[str]) -> int:
    """Do what the command line says; the exit code."""
    from review_tui.cli.main import run as run_command  # noqa: PLC0415 -- the front door loads first

    building = Building()
    try:
        return run_command(building, words)
    except Exception as error:  # noqa: BLE001 -- no traceback reaches a reader
        from review_tui.stores.mishaps import report  # noqa: PLC0415 -- only when it is needed

        print(f"review-tui: {report(error)}", file=sys.stderr)  # noqa: T201 -- the last word
        return 3
    finally:
        building.close()


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


class Building:
    """Opens the rooms as they are asked for. Keeps the promises of ``cli.house.House``."""

    def __init__(self) -> None:
        self._desks: dict[Path, Desk] = {}

    def close(self) -> None:
        """Leave no process behind."""
        for desk in self._desks.values():
            desk.history.close()

    def desk(self, asked: Path | None) -> Desk:
        """The book that ``asked`` names, or the nearest one. Raises ``BookUnusable``."""
        from review_tui.stores.book_files import find_book  # noqa: PLC0415 -- reading needs YAML, commands may not

        start = asked.parent if asked is not None and asked.is_file() else asked
        book = find_book(Path.cwd(), start)
        if book not in self._desks:
            self._desks[book] = lay_desk(book)
        return self._desks[book]

    def plain_texts(self, draft: Path, notes: list[Path]) -> tuple[tuple[str, str], list[tuple[str, str]]]:
        """The names and words of plain files. Raises ``Refusal`` for one that can't be read."""
        named = [(path.as_posix(), self.file_text(path)) for path in (draft, *notes)]
        return named[0], named[1:]

    def meeting_file(self, path: Path) -> Meeting:
        """The meeting that a ``meeting.yaml`` describes. Raises ``Refusal`` when it can't be read."""
        from review_tui.stores.book_files import read_meeting  # noqa: PLC0415 -- as above

        return read_meeting(path, self.file_text(path))

    def file_text(self, path: Path) -> str:
        """What one plain file says. Raises ``Refusal`` when it can't be read."""
        name = visible(str(path))
        try:
            if not path.is_file():
                raise Refusal(f"{name} is not a file that can be read.")
            if path.stat().st_size > PLAIN_TEXT:
                raise Refusal(f"{name} is larger than {PLAIN_TEXT // 1_000_000} MB; split it first.")
            return decode(path.read_bytes())
        except OSError as mishap:
            raise Refusal(f"{name} can't be read: {mishap.strerror}.") from mishap

    def screen(self, asked: Path | None, start: str) -> int:
        """Open the screen on a book, at the item ``start`` if it is given; the exit code."""
        return open_screen(self.desk(asked), start)

    def make_demo(self, keep: Path | None) -> Path:
        """Make a copy of the sample book in a repository of its own; where the book is."""
        import tempfile  # noqa: PLC0415 -- only for the demonstration

        return copy_sample(keep or Path(tempfile.mkdtemp(prefix="review-tui-demo-")))

    def demo(self, keep: Path | None) -> int:
        """Open a copy of the sample book, thrown away afterwards unless a folder to keep it in is named."""
        import tempfile  # noqa: PLC0415 -- only for the demonstration

        if keep is not None:
            return open_screen(self.desk(copy_sample(keep)), SAMPLE_ITEM)
        with tempfile.TemporaryDirectory(prefix="review-tui-demo-", ignore_cleanup_errors=True) as scratch:
            return open_screen(self.desk(copy_sample(Path(scratch))), SAMPLE_ITEM)


def lay_desk(book: Path) -> Desk:
    """A desk with ``book`` on it."""
    from review_tui.services.checking import Checking  # noqa: PLC0415 -- as above
    from review_tui.services.desk import Desk  # noqa: PLC0415 -- as above
    from review_tui.services.reading import Reading  # noqa: PLC0415 -- as above
    from review_tui.stores.book_files import BookFiles  # noqa: PLC0415 -- as above

    book_files = BookFiles(book)
    history = Late.room(lambda: _history(book))
    reading = Reading(book_files, history)
    return Desk(
        book=_as_typed(book),
        files=book_files,
        history=history,
        reading=reading,
        checking=Checking(book_files),
        review=Late.room(lambda: _review(book_files, history, reading)),
        typing=Late.room(lambda: _typing(book, history)),
    )


def _history(book: Path) -> History:
    from review_tui.stores.git_history import GitHistory  # noqa: PLC0415 -- as above

    return GitHistory(book)


def _review(book_files: Files, history: History, reading: Reading) -> Review:
    from review_tui.services.review import Review  # noqa: PLC0415 -- as above

    return Review(book_files, history, reading, SystemClock(), new_id)


def _typing(book: Path, history: History) -> TypingJournal:
    from review_tui.stores.typing_journal import TypingFiles  # noqa: PLC0415 -- as above

    return TypingFiles(lambda: (history.private_folder() or _own_folder(book)) / "typing")


def open_screen(desk: Desk, start: str) -> int:
    """The screen on a desk; the exit code."""
    from review_tui.tui.opener import Opener  # noqa: PLC0415 -- commands must not pay for Textual

    if not sys.stdin.isatty() or not sys.stdout.isatty():
        raise Refusal("The screen needs a terminal. `review-tui status` and the other commands do not.")
    opener = Opener(desk)
    meeting, item_id, complaints = opener.first_meeting(start)
    item = opener.at_once(meeting, item_id) if meeting else None
    if meeting is None or item is None:
        said = f" {complaints[0]}" if complaints else ""
        raise BookUnusable(f"There is no item to read in {visible(desk.book)}.{said}")
    if "TEXTUAL_DRIVER" in os.environ:  # somebody else's terminal, a browser's perhaps
        return _live(opener, meeting, item, None)
    from review_tui.tui import first_frame  # noqa: PLC0415 -- only when there is something to show

    _write(first_frame.frame(item.view, *os.get_terminal_size()))
    try:
        from review_tui.tui.driver import TakesOver  # noqa: PLC0415 -- behind the first frame
    except BaseException:
        _write(first_frame.CLOSE)
        raise
    return _live(opener, meeting, item, TakesOver)


def _live(opener: Opener, meeting: MeetingView, item: OpenItem, driver: type[Driver] | None) -> int:
    from review_tui.stores.mishaps import report  # noqa: PLC0415 -- behind the first frame
    from review_tui.tui.app import ReviewApp  # noqa: PLC0415 -- behind the first frame

    app = ReviewApp(opener, meeting, item, report, driver)
    app.run()
    return app.return_code or 0


def _write(frame: str) -> None:
    sys.stdout.write(frame)
    sys.stdout.flush()


def copy_sample(folder: Path) -> Path:
    """A copy of the sample book in a repository of its own, below ``folder``; the book."""
    import shutil  # noqa: PLC0415 -- only for the demonstration

    from review_tui.stores.git_history import make_repository  # noqa: PLC0415 -- as above

    if folder.exists() and any(folder.iterdir()):
        raise Refusal(f"{visible(str(folder))} is not empty. Name a new folder for the copy.")
    book = folder / "drafts"
    shutil.copytree(_sample() / SAMPLE_MEETING, book / SAMPLE_MEETING)
    shutil.copy(_sample() / "book.yaml", book / "book.yaml")
    make_repository(folder, DEMO_REVIEWER)
    return book


def new_id() -> str:
    """A name for an act: eight hexadecimal digits."""
    return os.urandom(4).hex()


def _own_folder(book: Path) -> Path:
    """Where to keep what belongs to a book that is in no repository: with the user's own files."""
    import hashlib  # noqa: PLC0415 -- rarely needed

    import platformdirs  # noqa: PLC0415 -- rarely needed

    mark = hashlib.sha256(str(book.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return platformdirs.user_state_path("review-tui") / mark


def _sample() -> Path:
    """Where the sample book is: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parent
    inside = package / "sample_book"
    return inside if inside.is_dir() else package.parent / "drafts"


def _as_typed(book: Path) -> str:
    """The book as one would type it here."""
    here = Path.cwd().resolve()
    whole = book.resolve()
    return (whole.relative_to(here) if whole.is_relative_to(here) else whole).as_posix()
