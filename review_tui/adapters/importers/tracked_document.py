"""Reads a docx or odt with its changes and comments, in a process of its own, as values."""

import datetime as dt
import json
from pathlib import Path

from review_tui.adapters.importers.errors import UnreadableDocument
from review_tui.adapters.importers.plain_files import read_bytes
from review_tui.adapters.importers.sandbox import read_in_subprocess
from review_tui.application.tracked_document import (
    DocumentChange,
    DocumentComment,
    DocumentParagraph,
    DocumentPiece,
    DocumentPlace,
    TrackedDocument,
)
from review_tui.model import note_formats
from review_tui.model.errors import Refusal
from review_tui.model.visible import visible

_HOW = {"docx": "docx_tracked", "odt": "odt_tracked"}
"""What reads documents with their changes, by what reads their text."""
_MOST_MARKS = 2_000
"""Changes and comments, each of which is a commit of its own: minutes of many people have some hundreds."""
_EARLIEST = dt.datetime(1990, 1, 1, tzinfo=dt.UTC)
"""No document of Word's is older; programs write 1601 or 1970 where they know no date."""


def is_trackable(path: Path) -> bool:
    """Whether a file of this name may hold changes and comments that can be told apart."""
    kind = note_formats.note_format_of(path.name)
    return kind is not None and kind.how in _HOW


def tracked_document(path: Path) -> TrackedDocument:
    """The document at ``path``. Raises ``Refusal``."""
    kind = note_formats.note_format_of(path.name)
    if kind is None or kind.how not in _HOW:
        raise Refusal(f"{visible(path.name)} can't tell who changed what. Only a .docx or an .odt can.")
    try:
        said, problems = read_in_subprocess(_HOW[kind.how], read_bytes(path, kind.most))
    except UnreadableDocument as refused:
        raise Refusal(f"{visible(str(path))}: {refused}") from refused
    document = document_of(said, problems)
    marks = len(document.changes) + len(document.comments)
    if marks > _MOST_MARKS:
        raise Refusal(
            f"{visible(str(path))}: there are {marks:,} changes and comments in this, too many to be taken "
            "one by one. Accept the changes and take out the comments in its own program first."
        )
    return document


def document_of(said: str, problems: tuple[str, ...] = ()) -> TrackedDocument:
    """The document that ``docx_tracked_text`` told of in JSON."""
    told = json.loads(said)
    return TrackedDocument(
        tuple(
            DocumentParagraph(
                tuple(DocumentPiece(*piece) for piece in each["pieces"]),
                each["mark"],
                each["row"],
                each["end"][0],
                each["end"][1],
                tuple(each["bookmarks"]),
            )
            for each in told["paragraphs"]
        ),
        tuple(DocumentChange(author.strip(), _word_time(date)) for author, date in told["changes"]),
        tuple(
            DocumentComment(
                each["id"],
                each["author"].strip(),
                _word_time(each["date"]),
                each["words"],
                DocumentPlace(*each["start"]) if each["start"] else None,
                DocumentPlace(*each["end"]) if each["end"] else None,
                each["answers"],
                each["done"],
            )
            for each in told["comments"]
        ),
        told["properties"],
        problems,
    )


def _word_time(said: str) -> dt.datetime | None:
    """A moment as Word writes it; ``None`` where it is none. Without a time zone it counts as UTC."""
    try:
        at = dt.datetime.fromisoformat(said)
    except ValueError:
        return None
    at = at if at.tzinfo else at.replace(tzinfo=dt.UTC)
    return at.astimezone(dt.UTC) if at >= _EARLIEST else None
