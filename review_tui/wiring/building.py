"""The front of the house: opens the rooms that a command or the screen asks for."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from review_tui.wiring.desks import lay_desk
from review_tui.wiring.sample import SAMPLE_ITEM, copy_sample

if TYPE_CHECKING:
    from collections.abc import Sequence

    from review_tui.domain.meeting import Meeting
    from review_tui.services.desk import Desk


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
        """The names and words of files of any kind of notes. Raises ``Refusal`` if one can't be read."""
        from review_tui.formats.plain_files import notes_text  # noqa: PLC0415 -- as above

        named = []
        for path in (draft, *notes):
            text, problems = notes_text(path)
            named.append((path.as_posix(), text))
            for problem in problems:
                print(f"! {problem}", file=sys.stderr)  # noqa: T201 -- beside the answer
        return named[0], named[1:]

    def meeting_file(self, path: Path) -> Meeting:
        """The meeting that a ``meeting.yaml`` describes. Raises ``Refusal`` when it can't be read."""
        from review_tui.stores.book_files import read_meeting  # noqa: PLC0415 -- as above

        return read_meeting(path, self.file_text(path))

    def file_text(self, path: Path) -> str:
        """What one plain file says. Raises ``Refusal`` when it can't be read."""
        from review_tui.formats.plain_files import plain_text  # noqa: PLC0415 -- as above

        return plain_text(path)

    def screen(self, asked: Path | None, start: str) -> int:
        """Open the screen on a book, at the item ``start`` if it is given; the exit code."""
        from review_tui.wiring.opening import open_screen  # noqa: PLC0415 -- only the screen

        return open_screen(self.desk(asked), start)

    def make_demo(self, keep: Path | None) -> Path:
        """Make a copy of the sample book in a repository of its own; where the book is."""
        import tempfile  # noqa: PLC0415 -- only for the demonstration

        return copy_sample(keep or Path(tempfile.mkdtemp(prefix="review-tui-demo-")))

    def demo(self, keep: Path | None) -> int:
        """Open a copy of the sample book, thrown away afterwards unless a folder to keep it in is named."""
        import tempfile  # noqa: PLC0415 -- only for the demonstration

        from review_tui.wiring.opening import open_screen  # noqa: PLC0415 -- only the screen

        if keep is not None:
            return open_screen(self.desk(copy_sample(keep)), SAMPLE_ITEM)
        with tempfile.TemporaryDirectory(prefix="review-tui-demo-", ignore_cleanup_errors=True) as scratch:
            return open_screen(self.desk(copy_sample(Path(scratch))), SAMPLE_ITEM)
