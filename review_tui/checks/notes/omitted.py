"""The notes-omitted check: what the notes have and the draft must not leave out, but does.

Decisions, actions, declarations of interest and apologies; and, as a hint, figures.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from review_tui.checks.material import Material
from review_tui.checks.notes.coverage import Coverage, coverage_of
from review_tui.checks.notes.figures import Figure, Sort
from review_tui.checks.notes.kinds import Kind, kind_of
from review_tui.checks.notes.ledger import Ledger, ledger_of
from review_tui.checks.notes.lines import Line
from review_tui.checks.notes.match import Matches, best_notes
from review_tui.checks.notes.people import Named, People
from review_tui.checks.notes.wording import quoted, where
from review_tui.checks.notes.words import WORD, is_of_voting, is_slight, stem
from review_tui.domain.findings import Finding, Place, Severity
from review_tui.domain.meeting import is_spoken
from review_tui.domain.text import Span

_TOLD_BY = {Kind.INTEREST: "interest", Kind.APOLOGY: "apol"}
"""The beginning of the word by which the draft would tell of it."""
_HARD = frozenset({Sort.MONEY, Sort.SHARE})
_HARD_SIGN = re.compile(r"[\u00a3%]|\bper\s?cent\b|\dp\b")
_LEAST_FOR_FIGURE = 6.0
_REACH = 6
_PART = 0.4
"""The share of the telling lines around it that the draft must have."""
_ROUGH = 0.8
_FEWEST_WORDS = 2
_ROOM = 4
"""Lines of the notes on either side by which it is told where in the draft something is missing."""


@dataclass(frozen=True)
class _Read:
    material: Material
    matches: Matches
    coverage: Coverage
    ledger: Ledger
    people: People


class NotesOmittedCheck:
    """Finds what the notes have and the draft leaves out."""

    id = "notes-omitted"
    finds = (
        "A decision, action, declaration of interest, apology or figure of the notes "
        "that the draft leaves out."
    )
    severity = Severity.WARNING
    example = (
        "The hedge on Mill Lane was discussed. Members thanked Mr Price for his report on the footpaths.\n"
    )
    example_notes = (
        "hedge Mill Lane disc'd\nagr'd ask Hill Nurseries for three quotes, bring to May mtg\n"
        "thanks to Mr Price, footpaths rpt\n"
    )

    def run(self, material: Material) -> Iterable[Finding]:
        """Findings in the order of the notes.

        Transcripts are passed over: people say “agreed” and “let us” all the time and decide nothing.
        """
        if not material.notes or not material.draft.passages:
            return ()
        matches = best_notes(material)
        people = People(material, matches)
        read = _Read(material, matches, coverage_of(matches), ledger_of(matches), people)
        noted = (line for line in matches.notes if not is_spoken(line.document.file))
        return tuple(finding for line in noted for finding in _line(read, line))


def _line(read: _Read, line: Line) -> Iterator[Finding]:
    kind = kind_of(line)
    if kind in {Kind.INTEREST, Kind.APOLOGY} and (names := _named(read, line)):
        for name in names:
            if not _is_told_of(read, kind, name):
                yield _of_person(read, line, kind, name)
    elif kind in _TOLD_BY and not _lines_with(read.matches, _TOLD_BY[kind]):
        message = (
            f"The notes have this {kind.value} ({where(line)}: \u201c{quoted(line.text)}\u201d); "
            "the draft has none."
        )
        yield _finding(read, line, line.span, message, Severity.WARNING)
    elif kind and kind is not Kind.APOLOGY and read.coverage.is_left_out(line.index):
        if not _says_what(read, line) or not _is_within_reach(read, line):
            return
        message = (
            f"The notes have this {kind.value} ({where(line)}: \u201c{quoted(line.text)}\u201d); "
            "nothing in the draft seems to tell of it."
        )
        yield _finding(read, line, line.span, message, Severity.WARNING)
    elif not kind and (figure := _lost_figure(read, line)) and _is_within_reach(read, line):
        message = (
            f"The notes give the {figure.sort.value} {' '.join(figure.text.split())} ({where(line)}: "
            f"\u201c{quoted(line.text)}\u201d), which the draft leaves out."
        )
        yield _finding(read, line, figure.span, message, Severity.HINT)


def _says_what(read: _Read, line: Line) -> bool:
    """Whether a line tells what was decided, not only who moved it and that all agreed."""
    named = [n.span for n in read.people.in_line(line)]
    words = [
        match[0].casefold()
        for match in WORD.finditer(line.document.text, line.span.start, line.span.end)
        if not any(span.overlaps(Span(match.start(), match.end())) for span in named)
    ]
    told = {stem(w) for w in words if w[0].isalpha() and not (is_slight(w) or is_of_voting(w))}
    return len(told) + any(w[0].isdigit() for w in words) >= _FEWEST_WORDS


def _named(read: _Read, line: Line) -> list[Named]:
    return [n for n in read.people.in_line(line) if n.is_sure and len(n.keys) == 1]


def _is_told_of(read: _Read, kind: Kind, name: Named) -> bool:
    """Whether the draft, or the meeting's own list, tells the same of the same person."""
    meeting = read.material.meeting
    if kind is Kind.APOLOGY and meeting:
        listed = {part.casefold() for a in meeting.apologies for part in a.name.split()}
        if any(key in listed for key in name.keys):
            return True
    for line, letters in _lines_with(read.matches, _TOLD_BY[kind]):
        if any(other.may_be(name) for other in read.people.in_line(line) if other.keys):
            return True
        if any(key in letters for key in name.keys):
            return True
    return False


@lru_cache(maxsize=4)
def _lines_with(matches: Matches, word: str) -> tuple[tuple[Line, str], ...]:
    """The lines of the draft with a word, and those next to them; each with its letters run together."""
    lines = matches.draft
    found = {
        near: None
        for line in lines
        if word in line.text.casefold()
        for near in range(max(0, line.index - 1), min(len(lines), line.index + 3))
    }
    return tuple((lines[i], "".join(c for c in lines[i].text.casefold() if c.isalpha())) for i in found)


def _is_within_reach(read: _Read, line: Line) -> bool:
    """Whether the draft has what stands around a line of the notes: notes may be of much else besides."""
    lines = read.matches.notes
    near = [
        i
        for d in range(1, _REACH + 1)
        for i in (line.index - d, line.index + d)
        if 0 <= i < len(lines) and lines[i].document is line.document
    ]
    telling = [i for i in near if read.coverage.is_telling(i, from_draft=False)][:_REACH]
    least = _ROUGH * read.coverage.least(from_draft=False)
    taken = sum(read.matches.roughly(i, from_draft=False) >= least for i in telling)
    return taken >= _PART * len(telling)


def _lost_figure(read: _Read, line: Line) -> Figure | None:
    """Money or a percentage that the draft nowhere has, in a line that it has otherwise or not at all."""
    figures = [
        f for f in read.ledger.of_notes(line.index) if f.sort in _HARD and not read.ledger.stands_in_draft(f)
    ]
    match = read.matches.best(line.index, from_draft=False) if figures else None
    if not figures:
        return None
    if not read.coverage.is_missing(line.index, from_draft=False):
        if match is None or match.weight < _LEAST_FOR_FIGURE:
            return None
        found = read.matches.of_draft(match.line.index)
        if not found or found[0].line is not line:
            return None
        if any(f.sort in _HARD for f in read.ledger.of_draft(match.line.index)):
            return None
    return next((f for f in figures if not read.ledger.taken_up(line.index, f)), None)


def _of_person(read: _Read, line: Line, kind: Kind, name: Named) -> Finding:
    who = " ".join(name.text.split())
    full = read.people.full(name.keys) if who.isupper() else ""
    called = f"{who} ({full})" if full and full != who else who
    what = "apologies from" if kind is Kind.APOLOGY else "a declaration of interest by"
    message = (
        f"The notes have {what} {called} ({where(line)}: \u201c{quoted(line.text)}\u201d); "
        "the draft has none."
    )
    return _finding(read, line, name.span, message, Severity.WARNING)


def _finding(read: _Read, line: Line, span: Span, message: str, severity: Severity) -> Finding:
    places = (_nearest(read.matches, line), line.document.place(span))
    return Finding(NotesOmittedCheck.id, severity, message, tuple(p for p in places if p))


def _nearest(matches: Matches, line: Line) -> Place | None:
    """The line of the draft after which it would stand, told by the notes around it."""
    for distance in range(1, _ROOM + 1):
        for index in (line.index - distance, line.index + distance):
            if 0 <= index < len(matches.notes) and matches.notes[index].document is line.document:
                best = matches.best(index, from_draft=False)
                if best is not None:
                    return best.line.place
    found = matches.of_notes(line.index)
    return found[0].line.place if found else matches.draft[0].place
