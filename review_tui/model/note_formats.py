"""The one table of the kinds of notes, by the ends of their names; and what to do about those not read."""

from functools import lru_cache
from typing import NamedTuple

_TEXT_BYTES = 8_000_000
"""Of a text, which is as long as a thousand pages."""
_DOCUMENT_BYTES = 40_000_000  # a report with its pictures


class NoteFormat(NamedTuple):
    """How files of one kind are read."""

    how: str
    """``text`` and ``captions`` are read here and now. Any other, say ``docx``, is read by ``prepare`` in
    ``docx_text.py``, which ``worker`` runs in a process of its own."""
    most: int
    """Bytes that such a file may have."""
    said: str
    """What a reader calls it."""
    is_spoken: bool = False
    """Whether it is what was said, word for word."""


NOTE_FORMATS: dict[str, NoteFormat] = {
    "md": NoteFormat("text", _TEXT_BYTES, "plain text"),
    "txt": NoteFormat("text", _TEXT_BYTES, "plain text"),
    "text": NoteFormat("text", _TEXT_BYTES, "plain text"),
    "markdown": NoteFormat("text", _TEXT_BYTES, "plain text"),
    "vtt": NoteFormat("captions", _TEXT_BYTES, "a transcript", is_spoken=True),
    "srt": NoteFormat("captions", _TEXT_BYTES, "a transcript", is_spoken=True),
    "sbv": NoteFormat("captions", _TEXT_BYTES, "a transcript", is_spoken=True),
    "json": NoteFormat("json", _TEXT_BYTES, "a transcript", is_spoken=True),
    "docx": NoteFormat("docx", _DOCUMENT_BYTES, "a Word document"),
    "docm": NoteFormat("docx", _DOCUMENT_BYTES, "a Word document"),
    "dotx": NoteFormat("docx", _DOCUMENT_BYTES, "a Word document"),
    "dotm": NoteFormat("docx", _DOCUMENT_BYTES, "a Word document"),
    "odt": NoteFormat("odt", _DOCUMENT_BYTES, "an OpenDocument text"),
    "ott": NoteFormat("odt", _DOCUMENT_BYTES, "an OpenDocument text"),
    "fodt": NoteFormat("odt", _DOCUMENT_BYTES, "an OpenDocument text"),
    "rtf": NoteFormat("rtf", _DOCUMENT_BYTES, "rich text"),
    "html": NoteFormat("html", _TEXT_BYTES, "a web page"),
    "htm": NoteFormat("html", _TEXT_BYTES, "a web page"),
    "xhtml": NoteFormat("html", _TEXT_BYTES, "a web page"),
    "mht": NoteFormat("mht", _DOCUMENT_BYTES, "a web page"),
    "mhtml": NoteFormat("mht", _DOCUMENT_BYTES, "a web page"),
    "eml": NoteFormat("eml", _DOCUMENT_BYTES, "an e-mail"),
    "pdf": NoteFormat("pdf", _DOCUMENT_BYTES, "a PDF"),
}

TRANSCRIPT = ".transcript.txt"
"""The end of the name of a part of a transcript that was divided among items."""
_UNSUPPORTED = (
    ("doc dot wps", "This is Word's old format; save it as .docx."),
    ("pages", "This is a Pages document; export it as .docx or .pdf."),
    ("ppt pptx pps ppsx odp key", "These are slides; export them as .pdf."),
    ("xls xlsx xlsm ods numbers csv tsv", "This is a spreadsheet; save what matters of it as .txt or .pdf."),
    ("msg mbox", "This is e-mail of another kind; save it as .eml, or its text as .txt."),
    ("webarchive", "This is a web page in one file; save it as .html or .pdf."),
    ("one", "This is a OneNote section; export it as .docx or .pdf."),
    ("epub", "This is a book; save what matters of it as .txt."),
    ("zip 7z rar tar gz", "This is an archive; put the files that are in it here instead."),
    ("ass ssa ttml dfxp", "These are captions of another kind; save them as .vtt or .srt."),
    ("xml yaml yml", "This is data for programs; save what matters of it as .txt."),
    (
        "png jpg jpeg gif bmp tif tiff webp heic heif avif svg",
        "This is a picture; have the words in it recognised, and save them as .txt or .pdf.",
    ),
    (
        "mp3 m4a wav ogg opus flac aac wma mp4 m4v mov avi mkv webm wmv",
        "This is a recording; put its transcript here, as .vtt, .srt, .docx or .txt.",
    ),
)
_WHY_NOT = {end: sentence for ends, sentence in _UNSUPPORTED for end in ends.split()}


def note_format_of(name: str) -> NoteFormat | None:
    """The kind of a file of this name; ``None`` when it is not read."""
    return NOTE_FORMATS.get(_ending(name))


@lru_cache(maxsize=256)
def is_spoken(name: str) -> bool:
    """Whether notes of this name are a transcript: what was said, and not what a clerk noted of it."""
    kind = note_format_of(name)
    return kind is not None and (kind.is_spoken or name.casefold().endswith(TRANSCRIPT))


def is_plain_text(name: str) -> bool:
    """Whether notes of this name are read as they stand."""
    kind = note_format_of(name)
    return kind is not None and kind.how == "text"


def is_known(name: str) -> bool:
    """Whether anything is known about files of this name: how they are read, or why they are not."""
    return _ending(name) in NOTE_FORMATS or _ending(name) in _WHY_NOT


def why_not_readable(name: str) -> str:
    """Why a file of this name is not read and what to do, in a sentence; empty when it is."""
    end = _ending(name)
    if end in NOTE_FORMATS:
        return ""
    readable = "Save it as .txt, .md, .vtt, .srt, .docx, .odt, .html or .pdf."
    return _WHY_NOT.get(end, f"Notes of this kind can't be read. {readable}")


def _ending(name: str) -> str:
    stem, dot, end = name.rpartition(".")
    return end.casefold() if dot and stem else ""
