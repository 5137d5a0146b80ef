"""Everything that the screen or a command needs to work on one book, handed over in one piece."""

from typing import TYPE_CHECKING

from review_tui.model.frozen import frozen

if TYPE_CHECKING:  # a context is made before its services are imported: see composition
    from review_tui.application.checking import Checking
    from review_tui.application.document_ports import Documents
    from review_tui.application.evidence import EvidenceReader
    from review_tui.application.fact_reading import FactReader
    from review_tui.application.item_versions import ItemVersions
    from review_tui.application.ports import Files, History, TypingJournal
    from review_tui.application.programs import ProgramService
    from review_tui.application.reading import BookReader
    from review_tui.application.revert import Revert
    from review_tui.application.review import Review
    from review_tui.application.sign_off import SignOffService
    from review_tui.application.signing import KeyService
    from review_tui.application.sync import SyncService
    from review_tui.application.timeline import Timeline
    from review_tui.application.undo import UndoService
    from review_tui.application.verifier import Verifier


@frozen
class BookContext:
    """One book, and the services that read and change it."""

    book: str
    """Where the book is, as the reviewer would type it."""
    files: "Files"
    history: "History"
    reading: "BookReader"
    checking: "Checking"
    evidence: "EvidenceReader"
    facts: "FactReader"
    review: "Review"
    undo: "UndoService"
    revert: "Revert"
    sign_off: "SignOffService"
    timeline: "Timeline"
    versions: "ItemVersions"
    typing: "TypingJournal"
    verifier: "Verifier"
    keys: "KeyService"
    programs: "ProgramService"
    syncing: "SyncService"
    documents: "Documents"
