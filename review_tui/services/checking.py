"""Looking a draft over: the checks, run once for each state of the text and its notes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from review_tui.domain.findings import Finding, Severity
from review_tui.domain.meeting import Meeting
from review_tui.services.ports import Files
from review_tui.services.reading import ItemView

if TYPE_CHECKING:  # the checks are loaded when something is first checked: the screen is painted before
    from review_tui.checks.engine import CheckFailure, Outcome
    from review_tui.checks.material import Check, Material

MINUTES = "minutes.md"
_KEPT = 64


@dataclass(frozen=True, slots=True)
class LookedOver:
    """What the checks said of one text."""

    findings: tuple[Finding, ...] = ()
    dismissed: tuple[Finding, ...] = ()
    """Findings that a reviewer said are none, and whose passages have not changed since."""
    failures: "tuple[CheckFailure, ...]" = ()


class Checking:
    """Runs the checks and remembers what they said, by all that they were given."""

    def __init__(self, files: Files | None = None) -> None:
        self._files = files
        self._known: dict[object, Outcome] = {}

    def of_item(
        self, view: ItemView, *, only: Sequence[str] = (), least: Severity | None = None
    ) -> LookedOver:
        """Findings of one item. Files are named relative to the item's folder."""
        draft = view.draft
        others, style = self._book(view.meeting)
        notes = tuple((note.name, note.text) for note in draft.notes)
        key = (draft.text, notes, view.meeting, others, repr(style), tuple(only), least)
        outcome = self._known.get(key)  # several threads may ask; each holds on to what it was told
        if outcome is None:
            material = _material((MINUTES, draft.text), notes, view.meeting)
            outcome = _run(replace(material, others=others, style=style), only, least)
            if len(self._known) >= _KEPT:
                self._known.clear()
            self._known[key] = outcome
        dismissed = view.state.dismissed
        return LookedOver(
            tuple(f for f in outcome.findings if f.fingerprint not in dismissed),
            tuple(f for f in outcome.findings if f.fingerprint in dismissed),
            outcome.failures,
        )

    def of_texts(
        self,
        draft: tuple[str, str],
        notes: Sequence[tuple[str, str]],
        meeting: Meeting | None = None,
        *,
        only: Sequence[str] = (),
        least: Severity | None = None,
    ) -> LookedOver:
        """Findings of plain texts, each given as its file's name and its words; ``meeting`` for the roll."""
        outcome = _run(_material(draft, notes, meeting), only, least)
        return LookedOver(outcome.findings, (), outcome.failures)

    def checks(self) -> "tuple[Check, ...]":
        """Every check there is, other people's included."""
        from review_tui.checks.more import all_checks  # noqa: PLC0415 -- see above

        return all_checks()[0]

    def _book(self, meeting: Meeting) -> tuple[tuple[Meeting, ...], Mapping[str, object]]:
        """The other meetings of the same body, and the house style."""
        if self._files is None:
            return (), {}
        style = self._files.policy_fields().get("style", {})
        meetings = self._files.meetings()[0]
        others = tuple(m for m in meetings if m.body == meeting.body and m.id != meeting.id)
        return others, style if isinstance(style, Mapping) else {}


def _material(
    draft: tuple[str, str], notes: Sequence[tuple[str, str]], meeting: Meeting | None
) -> "Material":
    from review_tui.checks.material import Document, Material  # noqa: PLC0415 -- see above

    return Material(Document.read(*draft), tuple(Document.read(*note) for note in notes), meeting)


def _run(material: "Material", only: Sequence[str], least: Severity | None) -> "Outcome":
    from review_tui.checks.engine import CheckFailure, run_checks  # noqa: PLC0415 -- see above
    from review_tui.checks.more import all_checks  # noqa: PLC0415 -- as above

    checks, sentences = all_checks()
    outcome = run_checks(material, checks, only=only or None, least=least)
    others = tuple(CheckFailure("", sentence) for sentence in sentences)
    return replace(outcome, failures=(*outcome.failures, *others))
