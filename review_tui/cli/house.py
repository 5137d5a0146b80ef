"""What the commands ask of the wiring: a desk to work at, the screen, the demonstration."""

from pathlib import Path
from typing import Protocol

from review_tui.domain.meeting import Meeting
from review_tui.services.desk import Desk


class House(Protocol):
    """The rooms behind the front door."""

    def desk(self, asked: Path | None) -> Desk:
        """The book that ``asked`` names, or the nearest one. Raises ``BookUnusable``."""

    def plain_texts(self, draft: Path, notes: list[Path]) -> tuple[tuple[str, str], list[tuple[str, str]]]:
        """The names and words of plain files. Raises ``Refusal`` for one that can't be read."""

    def meeting_file(self, path: Path) -> Meeting:
        """The meeting that a ``meeting.yaml`` describes. Raises ``Refusal`` when it can't be read."""

    def file_text(self, path: Path) -> str:
        """What one plain file says. Raises ``Refusal`` when it can't be read."""

    def screen(self, asked: Path | None, start: str) -> int:
        """Open the screen on a book, at the item ``start`` if it is given; the exit code."""

    def demo(self, keep: Path | None) -> int:
        """Open a copy of the sample book, thrown away afterwards unless a folder to keep it in is named."""

    def make_demo(self, keep: Path | None) -> Path:
        """Make a copy of the sample book in a repository of its own; where the book is."""
