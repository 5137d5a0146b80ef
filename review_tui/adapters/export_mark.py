"""The mark by which files that this program wrote are known: exports of minutes, and reports on them.

Such a file says what the minutes say, so it must never be taken for notes that bear them out.
"""

import io
import re
import zlib

from review_tui.model.note_formats import note_format_of

WRITER = "review-tui"
"""What a document's properties name, as its generator or among its keywords."""
HTML_MARK = f'<meta name="generator" content="{WRITER}">'
_LINE = f"Written by {WRITER}."
_COMMENT = f"<!-- {_LINE} -->"
_AT_END = re.compile(rf"\n+(?:{re.escape(_COMMENT)}|{re.escape(_LINE)})\s*\Z")
_PROPERTIES = {
    "docx": ("docProps/custom.xml", f'name="{WRITER}-'),
    "odt": ("meta.xml", f'meta:name="{WRITER}-'),
}
"""The part of an archive that holds properties of its user's own, which outlive saving in another program."""
_PDF_MARK = f"/Keywords({WRITER})".encode()
_LINE_BYTES = 200
"""Bytes at the end of a text in which its mark stands."""
_HEAD_BYTES = 4_000
"""Bytes of a page in which its generator is named."""
_PART_BYTES = 200_000
"""Bytes that are read of one part of an archive."""
_MOST_PARTS = 5_000
"""Parts of an archive beyond which it is none that a word processor wrote."""
_ENTRY = b"PK\x01\x02"
"""What each part begins with in an archive's directory."""


def marked_text(text: bytes) -> bytes:
    """Plain text with the mark as its last line."""
    return text + f"\n{_LINE}\n".encode()


def marked_markdown(text: bytes) -> bytes:
    """Markdown with the mark in a comment at its end, which no reader sees."""
    return text + f"\n{_COMMENT}\n".encode()


def without_mark(text: str) -> str:
    """``text`` without the mark at its end."""
    return _AT_END.sub("\n", text)


def is_written_here(name: str, raw: bytes) -> bool:
    """Whether a file of this name that holds ``raw`` carries the mark."""
    kind = note_format_of(name)
    how = kind.how if kind else ""
    if how == "text":
        return _AT_END.search(raw[-_LINE_BYTES:].decode("utf-8", "replace")) is not None
    if how == "html":
        return HTML_MARK.encode() in raw[:_HEAD_BYTES]
    if how == "pdf":
        return _PDF_MARK in raw
    if how in _PROPERTIES:
        part, sign = _PROPERTIES[how]
        return sign in _part(raw, part)
    return False


def _part(raw: bytes, name: str) -> str:
    """What a part of an archive says; empty where there is none that can be read."""
    if raw.count(_ENTRY) > _MOST_PARTS:
        return ""
    import zipfile  # noqa: PLC0415 -- plain notes are no archives

    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive, archive.open(name) as part:
            return part.read(_PART_BYTES).decode("utf-8", "replace")
    except (zipfile.BadZipFile, zlib.error, LookupError, ValueError, OSError, RuntimeError, EOFError):
        return ""  # the importer says what is wrong with it
