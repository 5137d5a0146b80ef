"""Everything a face needs to work on one book, handed over in one piece by the wiring."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a desk can be laid before its rooms are loaded
    from review_tui.services.answering import Answering
    from review_tui.services.checking import Checking
    from review_tui.services.evidence import EvidenceReading
    from review_tui.services.linking import Linking
    from review_tui.services.ports import Files, History, TypingJournal
    from review_tui.services.putting_back import PuttingBack
    from review_tui.services.reading import Reading
    from review_tui.services.review import Review
    from review_tui.services.signing import Signing
    from review_tui.services.telling import Telling
    from review_tui.services.undoing import Undoing
    from review_tui.services.versions import Versions


@dataclass(frozen=True, slots=True)
class Desk:
    """A reviewer's desk: one book lies on it."""

    book: str
    """Where the book is, as the reviewer would type it."""
    files: "Files"
    history: "History"
    reading: "Reading"
    checking: "Checking"
    evidence: "EvidenceReading"
    review: "Review"
    linking: "Linking"
    answering: "Answering"
    undoing: "Undoing"
    putting_back: "PuttingBack"
    signing: "Signing"
    telling: "Telling"
    versions: "Versions"
    typing: "TypingJournal"
