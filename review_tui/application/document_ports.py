"""What taking documents in and giving them out needs of the world, as a promise. The stores keep it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from review_tui.application.ports import Exporters
    from review_tui.application.tracked_document import TrackedDocument
    from review_tui.model.meeting import Meeting


class Documents(Protocol):
    """Reads documents that people wrote, and puts new files beside a book or where somebody says."""

    def tracked(self, path: Path) -> TrackedDocument | None:
        """A document with its changes and comments; ``None`` for a kind that tells of none.

        Raises ``Refusal``.
        """

    def minutes_markdown(self, path: Path, *, is_rejected: bool = False) -> tuple[str, tuple[str, ...]]:
        """The minutes of a document as Markdown, and what is to be said about it. Raises ``Refusal``."""

    def notes_text(self, path: Path) -> tuple[str, tuple[str, ...]]:
        """The text of a file of notes, and what is to be said about it. Raises ``Refusal``."""

    def file_bytes(self, path: Path) -> bytes:
        """What a file of notes holds, byte for byte. Raises ``Refusal``."""

    def attach(self, book: str, files: Sequence[tuple[str, str, bytes]]) -> tuple[Path, ...]:
        """Put new files into the book, each given by folder, name and bytes: all or none; where they are.

        Raises ``Refusal`` where there is one of that name.
        """

    def write_meeting(self, book: Path, meeting: Meeting, texts: Mapping[str, str]) -> Path:
        """Put a new meeting in a book, all of it or nothing; its folder. Raises ``Refusal``."""

    def exporters(self) -> Exporters:
        """What writes minutes in formats that others read."""

    def write_file(self, path: Path, data: bytes, *, may_replace: bool) -> None:
        """Write a file that somebody named, whole or not at all.

        Raises ``Refusal`` where its folder is not there, and ``FileExistsError`` where there is one and
        ``may_replace`` is not given.
        """

    def listed(self, folder: Path) -> tuple[tuple[str, bool], ...]:
        """The names in a folder, each with whether it is a folder itself; none where it can't be read."""
