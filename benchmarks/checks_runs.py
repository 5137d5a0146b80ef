"""Runs checks over minutes, true or spoilt, with or without notes and roll."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.checks_corpus import Minutes
from benchmarks.clerk_notes import Notes, write
from benchmarks.planting import ALONE, NOTES
from review_tui.checks.check import Check
from review_tui.checks.engine import run_checks
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Document, Material

NOTES_FILE = "notes/clerk.md"
GRAVE = frozenset({Severity.ERROR, Severity.WARNING})
"""What counts; hints are told beside it."""


@dataclass
class Bench:
    """The checks on trial, and what became of them."""

    checks: tuple[Check, ...]
    failures: Counter[str] = field(default_factory=Counter)
    """What checks reported of themselves, by sentence."""
    _notes: dict[str, Notes] = field(default_factory=dict)
    _before: dict[tuple[str, str], frozenset[tuple[object, ...]]] = field(default_factory=dict)

    def notes(self, source: Minutes) -> Notes:
        """What the clerk of these minutes noted; the manner goes round from file to file."""
        if source.name not in self._notes:
            self._notes[source.name] = write(source, seed=sum(source.name.encode()))
        return self._notes[source.name]

    def findings(self, source: Minutes, text: str, beside: str) -> tuple[Finding, ...]:
        """The findings in ``text``, with what lies beside the draft; with notes the roll is at hand too."""
        notes = (Document.read(NOTES_FILE, self.notes(source).text),) if beside == NOTES else ()
        meeting = source.meeting(with_roll=beside != ALONE)
        outcome = run_checks(Material(Document.read("minutes.md", text), notes, meeting), self.checks)
        self.failures.update(f"{failure.check}: {failure.sentence}" for failure in outcome.failures)
        return outcome.findings

    def new(self, source: Minutes, base: str | None, spoilt: str, beside: str) -> tuple[Finding, ...]:
        """The findings that the true text did not have."""
        key = (source.name, beside)
        if base is not None:
            before = _known(self.findings(source, base, beside))
        else:
            if key not in self._before:
                self._before[key] = _known(self.findings(source, source.text, beside))
            before = self._before[key]
        return tuple(f for f in self.findings(source, spoilt, beside) if _mark(f) not in before)


def names(finding: Finding, file: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether any place of the finding touches any of these."""
    return any(
        place.file == file
        and place.span.start < max(end, start + 1)
        and start < max(place.span.end, place.span.start + 1)
        for place in finding.places
        for start, end in spans
    )


def _known(findings: Sequence[Finding]) -> frozenset[tuple[object, ...]]:
    return frozenset(_mark(finding) for finding in findings)


def _mark(finding: Finding) -> tuple[object, ...]:
    """What makes it the same finding although the text before it has changed."""
    return finding.check, finding.message, tuple((p.file, p.quote) for p in finding.places)
