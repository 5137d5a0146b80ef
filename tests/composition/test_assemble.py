"""Everything that is loaded late can be loaded."""

from pathlib import Path

import pytest

from review_tui.adapters.git import GitHistory
from review_tui.adapters.typing_journal import TypingFiles
from review_tui.application.evidence import EvidenceReader
from review_tui.application.item_versions import ItemVersions
from review_tui.application.revert import Revert
from review_tui.application.review import Review
from review_tui.application.sign_off import SignOffService
from review_tui.application.timeline import Timeline
from review_tui.application.undo import UndoService
from review_tui.composition import open_book_context

LOADED_LATE = {
    "history": GitHistory,
    "evidence": EvidenceReader,
    "review": Review,
    "undo": UndoService,
    "revert": Revert,
    "sign_off": SignOffService,
    "timeline": Timeline,
    "versions": ItemVersions,
    "typing": TypingFiles,
}


@pytest.mark.parametrize("field", LOADED_LATE)
def test_a_service_that_is_loaded_late_is_made_on_first_use(sample_book: Path, field: str) -> None:
    context = open_book_context(sample_book)
    kind = LOADED_LATE[field]
    method = next(
        name for name, value in vars(kind).items() if name[0] != "_" and callable(value) and name != "close"
    )
    assert isinstance(getattr(getattr(context, field), method).__self__, kind)
    context.history.close()


def test_a_history_that_nobody_used_is_not_opened_to_be_closed(tmp_path: Path) -> None:
    open_book_context(tmp_path / "no such book").history.close()
