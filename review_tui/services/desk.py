"""Everything a face needs to work on one book, handed over in one piece by the wiring."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a desk can be laid before its rooms are loaded
    from review_tui.services.checking import Checking
    from review_tui.services.ports import Files, History, TypingJournal
    from review_tui.services.reading import Reading
    from review_tui.services.review import Review


@dataclass(frozen=True, slots=True)
class Desk:
    """A reviewer's desk: one book lies on it."""

    book: str
    """Where the book is, as the reviewer would type it."""
    files: "Files"
    history: "History"
    reading: "Reading"
    checking: "Checking"
    review: "Review"
    typing: "TypingJournal"
