"""Bytes as letters: UTF-8, UTF-16 and UTF-32 with their mark, and Windows-1252 for what is none of them.

Nothing is put right beyond that: line ends and every other character stay as they are in the file.
"""

import codecs
import re

from review_tui.adapters.importers.errors import UnreadableDocument
from review_tui.model.text import decode, line_number

_BYTE_ORDER_MARKS = (  # the mark of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_STRAY = re.compile("[\udc80-\udcff]")
# The five bytes that Windows-1252 leaves open are read as browsers read them.
_WINDOWS = {
    0xDC00 + byte: bytes([byte]).decode("cp1252" if byte not in b"\x81\x8d\x8f\x90\x9d" else "latin-1")
    for byte in range(0x80, 0x100)
}
_MAX_CONTROL_SHARE = 0.05
"""The share of control characters from which a file is no text."""
_SNIFFED_CHARACTERS = 4096
"""At the beginning, that decide whether it is text."""


def decoded(raw: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of ``raw``, and a sentence if it took guessing. Raises ``UnreadableDocument`` else."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return _decode_wide(raw, encoding)
    text = decode(raw)
    if _is_binary(text[:_SNIFFED_CHARACTERS]):
        raise UnreadableDocument(
            "This is not text, whatever its name says. Open it in its own program and save it as .txt."
        )
    stray = _STRAY.search(text)
    if stray is None:
        return text, ()
    line = line_number(text, stray.start())
    sentence = (
        f"This is not UTF-8 (first on line {line}), so it was read as Windows-1252. "
        "Look at accents and signs; saved as UTF-8, it is certain."
    )
    return text.translate(_WINDOWS), (sentence,)


def _decode_wide(raw: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    try:
        return raw.decode(encoding), ()
    except UnicodeDecodeError as error:
        text = raw.decode(encoding, "replace")
        line = line_number(text, text.find("\ufffd"))
        said = f"This is marked as {encoding.upper()}, but not all of it is ({error.reason}, line {line})."
        return text, (f"{said} Save it as UTF-8.",)


def _is_binary(beginning: str) -> bool:
    odd = sum(c < "\x20" and c not in "\t\n\r\f\v\x1b" for c in beginning)
    return "\0" in beginning and odd > _MAX_CONTROL_SHARE * len(beginning)
