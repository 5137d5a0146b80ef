"""The notes-polarity check: agreed where the notes say refused, a rise for a fall, not where they don't."""

from collections.abc import Iterable, Iterator

from review_tui.checks.material import Material
from review_tui.checks.notes.bare import noted_beside
from review_tui.checks.notes.contrary import Contrary
from review_tui.checks.notes.lines import Line
from review_tui.checks.notes.match import Match, Matches, best_notes
from review_tui.checks.notes.nots import lone_nots
from review_tui.checks.notes.opposites import negations, turns
from review_tui.checks.notes.pieces import pieces
from review_tui.checks.notes.turned import decided_at_once, opposites
from review_tui.checks.notes.wording import said_in
from review_tui.checks.recognisers.decisions import Decision, Outcome, find_decisions
from review_tui.domain.findings import Finding, Severity

_LEAST_WEIGHT = 7.0
_LEAST_SHARE = 0.4
_MOST_OF = 0.8
"""The share of a draft's line that must stand in a line of the notes which holds another beside it."""
_PART_OF = 0.4
"""The same, where both lines stand in one passage, which was noted as one."""
_CLOSE = (0.4, 0.6)
"""The least shares, of the one and of the other line, by which their words are compared in order."""
_WAYS = frozenset({Outcome.AGREED, Outcome.REFUSED})


class NotesPolarityCheck:
    """Finds statements that the notes turn the other way round."""

    id = "notes-polarity"
    finds = (
        "A statement that the notes turn the other way round: agreed and refused, increase and decrease, "
        "for and against, before and after, with and without a not."
    )
    severity = Severity.WARNING
    example = "The application for a porch at Mill Cottage was refused.\n"
    example_notes = "appn porch Mill Cottage - approved\n"

    def run(self, material: Material) -> Iterable[Finding]:
        """Findings in the order of the draft."""
        if not material.notes:
            return ()
        matches = best_notes(material)
        denied = _denied_in_notes(matches)
        found = (next(_line(matches, line, denied), None) for line in matches.draft)
        return tuple(_finding(contrary) for contrary in found if contrary)


def _denied_in_notes(matches: Matches) -> frozenset[int]:
    """The lines of the draft that notes with a "not" are about."""
    tops = (
        matches.of_notes(n.index)[:1] for n in matches.notes if next(negations(n.document.text, n.span), None)
    )
    return frozenset(match.line.index for top in tops for match in top)


def _line(matches: Matches, line: Line, denied: frozenset[int]) -> Iterator[Contrary]:
    text = line.document.text
    told = any(turns(text, line.span))
    if not told and line.index not in denied and not any(negations(text, line.span)):
        return
    best = matches.best(line.index)
    if best is None or not _is_plain(matches, line, best):
        if told:
            yield from decided_at_once(line, noted_beside(matches, line))
        return
    noted = pieces(matches, line, best)
    close = _is_close(best) and matches.belongs(best.line.index, line.index)
    yield from _decided(line, noted)
    yield from opposites(matches, line, noted, close=close)
    yield from lone_nots(matches, line, best, noted)


def _is_plain(matches: Matches, line: Line, best: Match) -> bool:
    """Whether two lines are surely of the same thing."""
    if best.weight < _LEAST_WEIGHT or max(best.of_notes, best.of_draft) < _LEAST_SHARE:
        return False
    first = matches.of_notes(best.line.index)[:1]
    if any(m.line is line for m in first):
        return True
    beside = any(abs(m.line.index - line.index) == 1 for m in first)
    least = _PART_OF if any(m.line.passage is line.passage for m in first) else _MOST_OF
    return beside and best.of_draft >= least


def _is_close(best: Match) -> bool:
    """Whether two lines say so much the same that their words can be laid side by side in order."""
    less, more = sorted((best.of_notes, best.of_draft))
    return less >= _CLOSE[0] and more >= _CLOSE[1]


def _decided(line: Line, noted: list[Line]) -> Iterator[Contrary]:
    """What the meeting decided, where both tell of one decision only."""
    here = [d for d in _decisions_in(line) if d.outcome in _WAYS]
    there = [(n, d) for n in noted for d in _decisions_in(n) if d.outcome in _WAYS]
    if len({d.outcome for d in here}) == len({d.outcome for _, d in there}) == 1:
        mine, (noted_line, theirs) = here[0], there[0]
        if mine.outcome is not theirs.outcome and _other_nots(line, mine) == _other_nots(noted_line, theirs):
            message = (
                f"The draft says \u201c{' '.join(mine.text.split())}\u201d; the notes of the same decision "
                f"say \u201c{' '.join(theirs.text.split())}\u201d ({said_in(noted_line)})."
            )
            yield Contrary(message, line, mine.span, noted_line, theirs.span)


def _other_nots(line: Line, decision: Decision) -> int:
    """How often a line says "not" beside what its decision was read with: "agreed: clerk not to apply"."""
    return sum(not decision.span.holds(span) for span in negations(line.document.text, line.span))


def _decisions_in(line: Line) -> list[Decision]:
    """The decisions that a line surely tells of."""
    return [d for d in find_decisions(line.document.text, line.span.start, line.span.end) if d.is_firm]


def _finding(contrary: Contrary) -> Finding:
    places = (
        contrary.line.document.place(contrary.span),
        contrary.noted.document.place(contrary.noted_span),
    )
    return Finding(NotesPolarityCheck.id, Severity.WARNING, contrary.message, places)
