"""Where things stand in a book: names of files and folders, what a folder may be called, limits."""

import datetime as dt
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import field
from pathlib import Path

from review_tui.model.act_registry import word_of
from review_tui.model.acts import Act
from review_tui.model.errors import NoBook, Refusal, UnusableBook
from review_tui.model.frozen import frozen
from review_tui.model.visible import is_plain, visible

DRAFTS = "drafts"
"""Where a repository keeps its book, unless told otherwise."""
BOOK = "book.yaml"
MEETING = "meeting.yaml"
MINUTES = "minutes.md"
NOTES = "notes"
ACTS = "acts"

REVIEW = ".review"
"""What the folder beside a file of minutes ends in that keeps its review: ``2024-05-01.review``."""
MARKDOWN = (".md", ".markdown")

MINUTES_BYTES = 1_000_000
"""Minutes larger than this are read but not amended, and so for the next two."""
MINUTES_LINES = 20_000
LINE_CHARACTERS = 20_000
READ_BYTES = 8_000_000
"""Nothing larger than this is read at all."""


@frozen
class OneFile:
    """What was said of the minutes that were asked for, where that was one file, and of the book."""

    path: str = ""
    """The file, relative to the book; empty for all that are found."""
    notes: tuple[Path, ...] = ()
    """Notes that were named for it, wherever they lie."""
    said: Mapping[str, object] = field(default_factory=dict)
    """What was said of its meeting, as ``meeting.yaml`` would: ``date``, ``body``."""
    typed: str = ""
    """The book as one would type it here."""
    on_reading: Callable[[int, int], None] = lambda *_: None
    """Told now and then how many files of how many were read, where that takes long; at last that all are."""


_NAME_BYTES = 255
"""NAME_MAX of Linux (limits.h): longer names can be made on few disks."""
_NUMBERED = re.compile(r"0*(\d{1,4}[a-z]?)[-_. ]+(?=\S)")
_ACT_WORD = re.compile(r"[a-z][a-z-]{0,39}")


def why_not_a_name(name: str) -> str:
    """Why ``name`` can't be the folder of a meeting or an item, in a sentence, or empty."""
    said = f"“{visible(name)}”"
    if not name or name != name.strip():
        return f"{said} is not the name of a folder: it is empty or has white space around it."
    if "/" in name or "\\" in name or name.startswith("."):
        return f"{said} is not the plain name of a folder: it may not begin with a dot or hold / or \\."
    if not is_plain(name):
        return f"{said} holds a character that can't be seen. Give the folder a name of letters and digits."
    if len(name.encode()) > _NAME_BYTES:
        return f"{said} is too long for the name of a folder."
    return ""


def number_and_title(folder: str) -> tuple[str, str]:
    """The number and title that an item's folder suggests: "05-any-questions" is 5, Any questions."""
    match = _NUMBERED.match(folder)
    words = re.sub(r"[-_\s]+", " ", folder[match.end() :] if match else folder).strip() or folder
    return (match[1] if match else ""), words[:1].upper() + words[1:]


def act_file_path(meeting: str, item: str, act: Act) -> str:
    """Where the file of ``act`` stands, relative to the book; an empty ``item`` means the whole meeting."""
    for name in (meeting, item) if item else (meeting,):
        if refusal := why_not_a_name(name):
            raise Refusal(refusal)
    word = word_of(act)
    if not _ACT_WORD.fullmatch(word):
        raise Refusal(
            f"An act called “{visible(word)}” can't be kept: its name should be small letters and dashes."
        )
    folder = "/".join((meeting, item, ACTS) if item else (meeting, ACTS))
    return f"{folder}/{act.at.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}-{word}-{act.id}.yaml"


def find_book(start: Path, asked: Path | None) -> Path:
    """The book to open: ``asked`` or the one it lies in, else ``drafts`` here, else the nearest one above.

    Raises ``UnusableBook`` with what was looked for.
    """
    if asked is not None:
        return _asked_book(asked if asked.is_absolute() else start / asked)
    if is_book(start / DRAFTS):
        return start / DRAFTS
    for folder in (start, *start.resolve().parents):
        if found := _book_at(folder):
            return found
    raise NoBook(
        f"There is no minute book here: neither {visible(str(start / DRAFTS))} nor any folder above holds a "
        f"meeting (a folder with a {MEETING}). “review-tui import minutes.docx” makes one of a document; "
        "“review-tui demo” shows a sample; “review-tui FOLDER” opens a book that lies elsewhere.",
        start / DRAFTS,
    )


def _asked_book(asked: Path) -> Path:
    said = visible(str(asked))
    if not asked.is_dir():
        what = "is not a folder" if asked.exists() else "does not exist"
        raise UnusableBook(f"{said} {what}. Name a minute book: a folder that holds meetings.")
    if found := _book_at(asked):
        return found
    # A meeting's, an item's or its notes' folder names the book that it lies in.
    for folder in asked.resolve().parents[:3]:
        if is_book(folder):
            return folder
    raise NoBook(
        f"{said} is no minute book: it has no {BOOK}, and no folder in it has a {MEETING}. "
        f"“review-tui import minutes.docx --into {said}” makes one of a document; “review-tui demo” shows a "
        "sample.",
        asked,
    )


def _book_at(folder: Path) -> Path | None:
    return next((place for place in (folder, folder / DRAFTS) if is_book(place)), None)


def is_book(folder: Path) -> bool:
    """Whether ``folder`` has a ``book.yaml``, or a folder in it has a ``meeting.yaml`` or keeps a review."""
    try:
        if (folder / BOOK).is_file():
            return True
        return any(
            inner.name.endswith(REVIEW) or (inner / MEETING).is_file()
            for inner in folder.iterdir()
            if not inner.name.startswith(".") and not inner.is_symlink()
        )
    except OSError:
        return False


def may_hold_minutes_files(folder: Path) -> bool:
    """Whether anything in ``folder`` may be minutes of a whole meeting in one file. Nothing is read."""
    try:
        return any(
            name.lower().endswith(MARKDOWN)
            or name.endswith(REVIEW)
            or ((folder / name).is_dir() and not (folder / name / MEETING).exists())
            for name in os.listdir(folder)  # noqa: PTH208 -- names alone
            if not name.startswith(".")
        )
    except OSError:
        return False
