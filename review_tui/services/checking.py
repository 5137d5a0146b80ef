"""Looking a draft over: the checks, run once for each state of the text and its notes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from review_tui.domain.findings import Severity
from review_tui.domain.meeting import Draft, Meeting

if TYPE_CHECKING:  # the checks are loaded when something is first checked: the screen is painted before
    from review_tui.checks.engine import Outcome

MINUTES = "minutes.md"
_KEPT = 64


class Checking:
    """Runs the checks and remembers what they said, by the exact texts they were given."""

    def __init__(self) -> None:
        self._known: dict[object, Outcome] = {}

    def of_item(
        self,
        draft: Draft,
        meeting: Meeting | None,
        *,
        only: Sequence[str] = (),
        least: Severity | None = None,
    ) -> "Outcome":
        """Findings of one item. Files are named relative to the item's folder."""
        key = (draft.text, tuple((n.name, n.text) for n in draft.notes), meeting, tuple(only), least)
        if key not in self._known:
            if len(self._known) >= _KEPT:
                self._known.clear()
            notes = [(note.name, note.text) for note in draft.notes]
            self._known[key] = _run((MINUTES, draft.text), notes, meeting, only, least)
        return self._known[key]

    def of_texts(
        self,
        draft: tuple[str, str],
        notes: Sequence[tuple[str, str]],
        *,
        only: Sequence[str] = (),
        least: Severity | None = None,
    ) -> "Outcome":
        """Findings of plain texts, each given as its file's name and what it says."""
        return _run(draft, notes, None, only, least)


def _run(
    draft: tuple[str, str],
    notes: Sequence[tuple[str, str]],
    meeting: Meeting | None,
    only: Sequence[str],
    least: Severity | None,
) -> "Outcome":
    from review_tui.checks.engine import run_checks  # noqa: PLC0415 -- see above
    from review_tui.checks.material import Document, Material  # noqa: PLC0415 -- as above

    material = Material(Document.read(*draft), tuple(Document.read(*note) for note in notes), meeting)
    return run_checks(material, only=only or None, least=least)
