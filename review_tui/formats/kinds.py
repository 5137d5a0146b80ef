"""What kinds of notes there are, by the ends of their names, and what to do about those that are not read."""

from typing import Literal, NamedTuple

How = Literal["text", "captions", "docx", "html", "pdf"]

_TEXT_BYTES = 8_000_000
_DOCUMENT_BYTES = 40_000_000  # a report with its pictures


class Kind(NamedTuple):
    """How files of one kind are read."""

    how: How
    most: int
    """Bytes that such a file may have."""
    said: str
    """What a reader calls it."""


KINDS: dict[str, Kind] = {
    "md": Kind("text", _TEXT_BYTES, "plain text"),
    "txt": Kind("text", _TEXT_BYTES, "plain text"),
    "text": Kind("text", _TEXT_BYTES, "plain text"),
    "markdown": Kind("text", _TEXT_BYTES, "plain text"),
    "vtt": Kind("captions", _TEXT_BYTES, "a transcript"),
    "srt": Kind("captions", _TEXT_BYTES, "a transcript"),
    "docx": Kind("docx", _DOCUMENT_BYTES, "a Word document"),
    "docm": Kind("docx", _DOCUMENT_BYTES, "a Word document"),
    "html": Kind("html", _TEXT_BYTES, "a web page"),
    "htm": Kind("html", _TEXT_BYTES, "a web page"),
    "xhtml": Kind("html", _TEXT_BYTES, "a web page"),
    "pdf": Kind("pdf", _DOCUMENT_BYTES, "a PDF"),
}

_OTHERS = (
    ("doc dot wps", "This is Word's old format; save it as .docx."),
    ("dotx dotm", "This is a Word template; save it as .docx."),
    ("odt ott fodt", "This is an OpenDocument text; save it as .docx or .pdf."),
    ("rtf", "This is rich text (.rtf); save it as .docx or .txt."),
    ("pages", "This is a Pages document; export it as .docx or .pdf."),
    ("ppt pptx pps ppsx odp key", "These are slides; export them as .pdf."),
    ("xls xlsx xlsm ods numbers csv tsv", "This is a spreadsheet; save what matters of it as .txt or .pdf."),
    ("eml msg mbox", "This is an e-mail; save its text as .txt."),
    ("mht mhtml webarchive", "This is a web page in one file; save it as .html or .pdf."),
    ("one", "This is a OneNote section; export it as .docx or .pdf."),
    ("epub", "This is a book; save what matters of it as .txt."),
    ("zip 7z rar tar gz", "This is an archive; put the files that are in it here instead."),
    ("sbv ass ssa ttml dfxp", "These are captions of another kind; save them as .vtt or .srt."),
    ("json xml yaml yml", "This is data for programs; save what matters of it as .txt."),
    (
        "png jpg jpeg gif bmp tif tiff webp heic heif avif svg",
        "This is a picture; have the words in it recognised, and save them as .txt or .pdf.",
    ),
    (
        "mp3 m4a wav ogg opus flac aac wma mp4 m4v mov avi mkv webm wmv",
        "This is a recording; put its transcript here, as .vtt, .srt, .docx or .txt.",
    ),
)
_WHY_NOT = {end: sentence for ends, sentence in _OTHERS for end in ends.split()}


def kind_of(name: str) -> Kind | None:
    """The kind of a file of this name; ``None`` when it is not read."""
    return KINDS.get(_ending(name))


def is_known(name: str) -> bool:
    """Whether anything is known about files of this name: how they are read, or why they are not."""
    return _ending(name) in KINDS or _ending(name) in _WHY_NOT


def why_not(name: str) -> str:
    """Why a file of this name is not read and what to do, in a sentence; empty when it is."""
    end = _ending(name)
    if end in KINDS:
        return ""
    readable = "Save it as .txt, .md, .vtt, .srt, .docx, .html or .pdf."
    return _WHY_NOT.get(end, f"Notes of this kind can't be read. {readable}")


def _ending(name: str) -> str:
    stem, dot, end = name.rpartition(".")
    return end.casefold() if dot and stem else ""
