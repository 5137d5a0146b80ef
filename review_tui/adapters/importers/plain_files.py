"""Files that somebody names: not of a book, of whatever kind, told apart by their names."""

import errno
import re
import stat
from pathlib import Path

from review_tui.adapters.importers.notes_reader import NotesImporter
from review_tui.model import note_formats
from review_tui.model.errors import Refusal
from review_tui.model.text import decode, line_number
from review_tui.model.visible import visible

_MAX_PLAIN_BYTES = note_formats.NOTE_FORMATS["txt"].most
_NOT_UTF8 = re.compile("[\udc80-\udcff]")
_WHY = {
    errno.ELOOP: "it is a link that leads round in a circle",
    errno.EACCES: "you have no right to read it",
    errno.EPERM: "you have no right to read it",
    errno.ENOTDIR: "part of the way to it is a file, not a folder",
    errno.ENAMETOOLONG: "its name is too long",
}


def plain_text(path: Path) -> str:
    """What a file of plain text says, byte for byte. Raises ``Refusal`` when it is none that can be read."""
    raw = read_bytes(path, _MAX_PLAIN_BYTES)
    if b"\0" in raw:
        raise Refusal(f"{visible(str(path))} is no plain text: it holds bytes that no text has.")
    text = decode(raw)
    if bad := _NOT_UTF8.search(text):
        byte, line = ord(bad[0]) - 0xDC00, line_number(text, bad.start())
        raise Refusal(
            f"{visible(str(path))}, line {line}: byte {byte:02X} is not UTF-8. Save the file as UTF-8 first."
        )
    return text


def notes_text(path: Path) -> tuple[str, tuple[str, ...]]:
    """The text of a file of any kind of notes, and what is to be said about it. Raises ``Refusal``."""
    reader = NotesImporter()
    name = visible(str(path))
    said = reader.read_plain(path.name, read_bytes(path, reader.most(path.name)))
    if said.text is None:
        raise Refusal(f"{name}: {said.problems[0]}")
    return said.text, tuple(f"{name}: {sentence}" for sentence in said.problems)


def read_bytes(path: Path, most: int) -> bytes:
    """What a file holds, if that is not more than ``most`` bytes. Raises ``Refusal``."""
    name = visible(str(path))
    try:
        kind = path.stat().st_mode
        if stat.S_ISDIR(kind):
            raise Refusal(f"{name} is a folder. Name a file in it.")
        if not stat.S_ISREG(kind):
            raise Refusal(f"{name} is a pipe or a device, and only files are read.")
        if path.stat().st_size > most:
            raise Refusal(f"{name} is larger than {most // 1_000_000} MB; split it first.")
        return path.read_bytes()
    except FileNotFoundError:
        raise Refusal(f"{name} is not there. Look at how it is spelled, and from which folder.") from None
    except OSError as error:
        raise Refusal(f"{name} can't be read: {_WHY.get(error.errno or 0, error.strerror)}.") from error
