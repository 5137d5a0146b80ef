"""Files that somebody names: not of a book, of whatever kind, told apart by their names."""

from pathlib import Path

from review_tui.domain.refusals import Refusal
from review_tui.domain.text import decode
from review_tui.domain.visible import visible
from review_tui.formats import kinds
from review_tui.formats.notes_reader import AllKinds

_PLAIN_BYTES = kinds.KINDS["txt"].most


def plain_text(path: Path) -> str:
    """What a file of plain text says, byte for byte. Raises ``Refusal`` when it can't be read."""
    return decode(_bytes_of(path, _PLAIN_BYTES))


def notes_text(path: Path) -> tuple[str, tuple[str, ...]]:
    """The text of a file of any kind of notes, and what is to be said about it. Raises ``Refusal``."""
    reader = AllKinds()
    name = visible(str(path))
    said = reader.read_plain(path.name, _bytes_of(path, reader.most(path.name)))
    if said.text is None:
        raise Refusal(f"{name}: {said.problems[0]}")
    return said.text, tuple(f"{name}: {sentence}" for sentence in said.problems)


def _bytes_of(path: Path, most: int) -> bytes:
    name = visible(str(path))
    try:
        if not path.is_file():
            raise Refusal(f"{name} is not a file that can be read.")
        if path.stat().st_size > most:
            raise Refusal(f"{name} is larger than {most // 1_000_000} MB; split it first.")
        return path.read_bytes()
    except OSError as mishap:
        raise Refusal(f"{name} can't be read: {mishap.strerror}.") from mishap
