"""What the commands ask of ``composition``: a book to work on, the screen, the demonstration."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # every command imports this; no command needs all of these
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from review_tui.application.book_context import BookContext
    from review_tui.application.document_ports import Documents
    from review_tui.application.ports import HistoryEntry
    from review_tui.application.report import ReportLine
    from review_tui.application.sync_ports import Watch
    from review_tui.model.meeting import Meeting


class Backend(Protocol):
    """The book, the screen and the formats, put together when a command needs them."""

    def say_of_meeting(self, said: Mapping[str, str]) -> None:
        """Take note of what was said of the meeting of the file that is asked for: its date, its body."""

    def context(self, asked: Path | None, notes: Sequence[Path] = ()) -> BookContext:
        """The book, or file of minutes, that ``asked`` names, or the nearest book. Raises ``UnusableBook``.

        ``notes`` are those named for a file.
        """

    @property
    def documents(self) -> Documents:
        """Documents of all kinds, in and out."""

    def plain_texts(self, draft: Path, notes: list[Path]) -> tuple[tuple[str, str], list[tuple[str, str]]]:
        """The names and words of plain files. Raises ``Refusal`` for one that can't be read."""

    def meeting_file(self, path: Path) -> Meeting:
        """The meeting that a ``meeting.yaml`` describes. Raises ``Refusal`` when it can't be read."""

    def file_text(self, path: Path) -> str:
        """What one plain file says. Raises ``Refusal`` when it can't be read."""

    def book_folder(self, asked: Path | None) -> Path:
        """The folder to put a new meeting in: ``asked``, else the nearest book, else ``drafts`` here."""

    def report_formats(self) -> Mapping[str, Callable[[Sequence[ReportLine]], bytes]]:
        """What writes reports, by the word that ``--to`` takes."""

    def split(
        self, file: Path, into: Path, notes: Sequence[Path] = (), *, moves: bool
    ) -> tuple[str, HistoryEntry, tuple[str, ...]]:
        """Make folders of the book ``into`` from a file of minutes: where they are, and the commit."""

    def clone(self, url: str, folder: Path | None, watch: Watch) -> Path:
        """Make a copy of the repository at ``url``; where its book is. Raises ``Refusal``."""

    def check_push(self, lines: Iterable[str], book: str, pusher: str) -> tuple[str, ...]:
        """Why a git server should refuse the push that git tells of in ``lines``, in sentences."""

    def screen(self, asked: Path | None, start: str, notes: Sequence[Path] = ()) -> int:
        """Open the screen on a book or a file, at the item ``start`` if it is given; the exit code."""

    def demo(self, keep: Path | None) -> int:
        """Open a copy of the sample book, thrown away afterwards unless a folder to keep it in is named."""

    def make_demo(self, keep: Path | None) -> Path:
        """Make a copy of the sample book in a repository of its own; where the book is."""
