"""Documents of all kinds, in and out: hands each to what knows it, loaded when it is needed."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from review_tui.model.errors import Refusal
from review_tui.model.visible import visible

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from review_tui.application.ports import Exporters
    from review_tui.application.tracked_document import TrackedDocument
    from review_tui.model.meeting import Meeting


class DocumentFiles:
    """Files that people name. Keeps the promises of ``document_ports.Documents``."""

    def tracked(self, path: Path) -> TrackedDocument | None:
        """A docx or odt with its changes and comments; ``None`` for any other kind. Raises ``Refusal``."""
        from review_tui.adapters.importers import tracked_document as reader  # noqa: PLC0415 -- only who needs it

        return reader.tracked_document(path) if reader.is_trackable(path) else None

    def minutes_markdown(self, path: Path, *, is_rejected: bool = False) -> tuple[str, tuple[str, ...]]:
        """The minutes of a document as Markdown, and what is to be said about it. Raises ``Refusal``."""
        from review_tui.adapters.importers.minutes_markdown import minutes_markdown  # noqa: PLC0415 -- as above

        return minutes_markdown(path, is_rejected=is_rejected)

    def notes_text(self, path: Path) -> tuple[str, tuple[str, ...]]:
        """The text of a file of notes, and what is to be said about it. Raises ``Refusal``."""
        from review_tui.adapters.importers.plain_files import notes_text  # noqa: PLC0415 -- as above

        return notes_text(path)

    def file_bytes(self, path: Path) -> bytes:
        """What a file of notes holds, byte for byte. Raises ``Refusal``."""
        from review_tui.adapters.importers.plain_files import read_bytes  # noqa: PLC0415 -- as above
        from review_tui.model.note_formats import note_format_of  # noqa: PLC0415 -- as above

        kind = note_format_of(path.name)
        return read_bytes(path, kind.most if kind else 0)

    def attach(self, book: str, files: Sequence[tuple[str, str, bytes]]) -> tuple[Path, ...]:
        """Put new files into the book, all or none; where they are. Raises ``Refusal``."""
        from review_tui.adapters.book.new_notes import attach  # noqa: PLC0415 -- as above

        return attach(Path(book), files)

    def write_meeting(self, book: Path, meeting: Meeting, texts: Mapping[str, str]) -> Path:
        """Put a new meeting in a book, all of it or nothing; its folder. Raises ``Refusal``."""
        from review_tui.adapters.book.new_meeting import write_meeting  # noqa: PLC0415 -- as above

        return write_meeting(book, meeting, texts)

    def exporters(self) -> Exporters:
        """What writes minutes in formats that others read."""
        from review_tui.adapters.exporters.exporter_table import ExporterTable  # noqa: PLC0415 -- as above

        return ExporterTable()

    def write_file(self, path: Path, data: bytes, *, may_replace: bool) -> None:
        """Write a file whole or not at all. Raises ``FileExistsError`` where there is one, unless it may."""
        from review_tui.adapters import durable_files  # noqa: PLC0415 -- as above

        if not path.absolute().parent.is_dir():
            raise Refusal(f"There is no folder {visible(str(path.parent))} to write to.")
        (durable_files.replace if may_replace else durable_files.write_new)(path, data)

    def listed(self, folder: Path) -> tuple[tuple[str, bool], ...]:
        """The names in a folder, newest first, each with whether it is a folder; none that can't be read."""
        found = []
        with contextlib.suppress(OSError):
            for each in folder.iterdir():
                with contextlib.suppress(OSError):  # a link that leads nowhere
                    found.append((-each.stat().st_mtime, each.name, each.is_dir()))
        return tuple((name, is_dir) for _, name, is_dir in sorted(found))
