"""The notes-unsupported check: a decision or sum of the draft that nothing in the notes bears out.

Notes have gaps, so it speaks only where they have the sentences on both sides, and then only hints.
"""

from collections.abc import Iterable, Iterator

from review_tui.checks.material import Material
from review_tui.checks.notes.coverage import Coverage, coverage_of
from review_tui.checks.notes.figures import Figure, Sort
from review_tui.checks.notes.ledger import Ledger, ledger_of
from review_tui.checks.notes.lines import Line
from review_tui.checks.notes.match import Match, best_notes
from review_tui.checks.notes.wording import where
from review_tui.checks.recognisers.decisions import Outcome, find_decisions
from review_tui.domain.findings import Finding, Severity

_HARD = frozenset({Sort.MONEY, Sort.SHARE, Sort.DATE})
_BESIDE = 2
"""Lines of the draft on either side that the notes must have."""
_HARDLY = 0.6
"""Less than this share of what is asked of a line must stand in the notes."""
_APART = 3
"""How far apart the notes of the lines before and after may stand."""


class NotesUnsupportedCheck:
    """Finds decisions and hard facts that nothing in the notes supports."""

    id = "notes-unsupported"
    finds = (
        "A decision, sum or date that nothing in the notes supports, "
        "where they have all that stands around it."
    )
    severity = Severity.HINT
    example = (
        "The Clerk reported that the hedge on Mill Lane was overgrown.\n\n"
        "Mr Price asked for a new bench beside the village pond.\n\n"
        "It was agreed to buy a lawn mower from Hill Nurseries at \u00a3480.\n\n"
        "Mrs Lane thanked the volunteers for clearing the churchyard.\n\n"
        "The Chairman reminded members of the flower show in August.\n"
    )
    example_notes = (
        "clerk: hedge on Mill Lane overgrown\nMr Price asked for new bench beside village pond\n"
        "Mrs Lane thanked volunteers for clearing churchyard\nChairman reminded members flower show August\n"
    )

    def run(self, material: Material) -> Iterable[Finding]:
        """Findings in the order of the draft."""
        if not material.notes:
            return ()
        matches = best_notes(material)
        coverage, ledger = coverage_of(matches), ledger_of(matches)
        return tuple(finding for line in matches.draft for finding in _line(coverage, ledger, line))


def _line(coverage: Coverage, ledger: Ledger, line: Line) -> Iterator[Finding]:
    decisions = [
        d
        for d in find_decisions(line.document.text, line.span.start, line.span.end)
        if d.is_firm and d.outcome is not Outcome.NOTED
    ]
    figures = [f for f in ledger.of_draft(line.index) if f.sort in _HARD and not f.is_open]
    if not decisions and not figures:
        return
    if not coverage.is_telling(line.index, from_draft=True) or not _is_well_noted(coverage, line):
        return
    if coverage.of_draft(line.index).share >= _HARDLY * coverage.least(from_draft=True):
        return
    lone = [f for f in figures if not ledger.borne_out(line.index, f)]
    if not decisions and not lone:
        return
    around = coverage.of_draft(line.index - 1).at
    yield _finding(line, lone, around)


def _is_well_noted(coverage: Coverage, line: Line) -> bool:
    """Whether the notes have the lines on both sides, close together."""
    count = len(coverage.matches.draft)
    near = [i for d in range(1, _BESIDE + 1) for i in (line.index - d, line.index + d) if 0 <= i < count]
    least = coverage.least(from_draft=True)
    if len(near) < 2 * _BESIDE or any(coverage.of_draft(i).share < least for i in near):
        return False
    before, after = coverage.of_draft(line.index - 1).at, coverage.of_draft(line.index + 1).at
    if before is None or after is None:
        return False
    return 0 < after.line.index - before.line.index <= _APART


def _finding(line: Line, lone: list[Figure], around: Match | None) -> Finding:
    what = f"the {lone[0].sort.value} {' '.join(lone[0].text.split())}" if lone else "this decision"
    beside = f", though they have what stands before it ({where(around.line)})" if around else ""
    places = [line.document.place(lone[0].span if lone else line.span)]
    if around:
        places.append(around.line.place)
    message = f"Nothing in the notes supports {what}{beside}."
    return Finding(NotesUnsupportedCheck.id, Severity.HINT, message, tuple(places))
