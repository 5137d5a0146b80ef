"""The notes-polarity check: agreed where the notes say refused, increase where they say decrease, not where they don't."""

from collections.abc import Iterable, Iterator
from itertools import islice

from review_tui.checks.material import Material
from review_tui.checks.notes.lines import Line
from review_tui.checks.notes.match import Match, Matches, best_notes
from review_tui.checks.notes.opposites import VOTING, Turn, negations, own_not, says_no, turns
from review_tui.checks.notes.pairs import alikeness, surroundings, touches
from review_tui.checks.notes.pieces import pieces
from review_tui.checks.notes.wording import said_in
from review_tui.checks.notes.words import WORD, is_slight
from review_tui.checks.recognisers.decisions import Decision, Outcome, find_decisions
from review_tui.domain.findings import Finding, Severity
from review_tui.domain.text import Span

_LEAST_WEIGHT = 7.0
_LEAST_SHARE = 0.45
_ALIKE = 0.5
_SAME = 0.55
"""The share of each line's words that the other must have for a lone "not" to count."""
_REACH = 60
_WIDE = 36
_WAYS = frozenset({Outcome.AGREED, Outcome.REFUSED})
_LONGEST_PLAIN = 600
_SHORT = 60
"""Characters of a line that says no more than that something was approved."""


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
        return tuple(finding for line in matches.draft for finding in _line(matches, line, denied))


def _denied_in_notes(matches: Matches) -> frozenset[int]:
    """The lines of the draft that notes with a "not" are about."""
    tops = (
        matches.of_notes(n.index)[:1] for n in matches.notes if next(negations(n.document.text, n.span), None)
    )
    return frozenset(match.line.index for top in tops for match in top)


def _line(matches: Matches, line: Line, denied: frozenset[int]) -> Iterator[Finding]:
    text = line.document.text
    told = list(turns(text, line.span))
    nots = list(negations(text, line.span))
    best = matches.best(line.index) if told or nots or line.index in denied else None
    if not _is_plain(matches, line, best):
        between = _between(matches, line) if told and len(line.text) < _SHORT else []
        yield from islice(_opposites(matches, line, told, between, placed=True), 1)
    elif best is not None:
        noted = pieces(matches, line, best)
        found = [
            *_decided(line, noted),
            *_opposites(matches, line, told, noted),
            *_nots(matches, line, nots, best, noted),
        ]
        yield from found[:1]


def _is_plain(matches: Matches, line: Line, best: Match | None) -> bool:
    """Whether two lines are surely of the same thing."""
    if best is None or best.weight < _LEAST_WEIGHT or max(best.of_notes, best.of_draft) < _LEAST_SHARE:
        return False
    return matches.belongs(best.line.index, line.index)


def _between(matches: Matches, line: Line) -> list[Line]:
    """The one short line of the notes between those of the lines before and after: "approved" alone."""
    sides = [
        matches.best(i) if 0 <= i < len(matches.draft) else None for i in (line.index - 1, line.index + 1)
    ]
    if sides[0] is None or sides[1] is None or min(s.weight for s in sides if s) < _LEAST_WEIGHT:
        return []
    lines = matches.notes[sides[0].line.index + 1 : sides[1].line.index]
    return list(lines) if len(lines) == 1 and len(lines[0].text) < _SHORT else []


def _decided(line: Line, noted: list[Line]) -> Iterator[Finding]:
    """What the meeting decided, where both tell of one decision only."""
    here = [d for d in decisions_in(line) if d.outcome in _WAYS]
    there = [(n, d) for n in noted for d in decisions_in(n) if d.outcome in _WAYS]
    if len({d.outcome for d in here}) == len({d.outcome for _, d in there}) == 1:
        mine, (noted_line, theirs) = here[0], there[0]
        told = [_has_other_not(line, mine), _has_other_not(noted_line, theirs)]
        if mine.outcome is not theirs.outcome and not any(told):
            message = (
                f"The draft says \u201c{' '.join(mine.text.split())}\u201d; the notes of the same decision say "
                f"\u201c{' '.join(theirs.text.split())}\u201d ({said_in(noted_line)})."
            )
            yield _finding(message, (line, mine.span), (noted_line, theirs.span))


def _has_other_not(line: Line, decision: Decision) -> bool:
    """Whether a line has a "not" beside the one that its decision was read with: "agreed: not to apply"."""
    return any(not decision.span.holds(span) for span in negations(line.document.text, line.span))


def decisions_in(line: Line) -> list[Decision]:
    """The decisions that a line surely tells of."""
    return [d for d in find_decisions(line.document.text, line.span.start, line.span.end) if d.is_firm]


def _opposites(
    matches: Matches, line: Line, told: list[Turn], noted: list[Line], *, placed: bool = False
) -> Iterator[Finding]:
    """A word of the draft whose opposite alone stands in the notes."""
    theirs = [(n, t, t.side ^ _turned(n, t.span)) for n in noted for t in turns(n.document.text, n.span)]
    for mine in told:
        side = mine.side ^ _turned(line, mine.span)
        there = [(n, t, s) for n, t, s in theirs if t.pair == mine.pair]
        alike = [(n, t, s) for n, t, s in there if placed or _alike(matches, (line, mine.span), (n, t.span))]
        lone = len(there) == 1 and sum(t.pair == mine.pair for t in told) == 1
        if any(s == side for _, _, s in (there if lone else alike)) or not alike:
            continue
        if placed and mine.pair:
            continue
        noted_line, opposite, _ = alike[0]
        own = [t for t in told if t.pair == mine.pair and t.side ^ _turned(line, t.span) != side]
        if own and mine.pair == VOTING:
            continue
        nearest = _likeness(matches, (line, mine.span), (noted_line, opposite.span))
        if any(_likeness(matches, (line, t.span), (noted_line, opposite.span)) >= nearest / 2 for t in own):
            continue
        if mine.side == opposite.side and _is_open(line, mine.span, noted_line, opposite.span):
            continue
        message = (
            f"The draft says \u201c{_with_not(line, mine.span)}\u201d; the notes of the same thing say "
            f"\u201c{_with_not(noted_line, opposite.span)}\u201d ({said_in(noted_line)})."
        )
        yield _finding(message, (line, mine.span), (noted_line, opposite.span))


def _turned(line: Line, span: Span) -> bool:
    """Whether a "not" stands right before: "not refused" is no refusal."""
    return own_not(line.document.text, span) is not None


def _is_open(line: Line, mine: Span, noted: Line, theirs: Span) -> bool:
    """Whether both may say no after all: one right before the word, the other somewhere near."""
    return _no_beside(noted, theirs) if _turned(line, mine) else _no_beside(line, mine)


def _with_not(line: Line, span: Span) -> str:
    """The word, with the "not" that belongs to it."""
    own = own_not(line.document.text, span)
    return " ".join((Span(own.start, span.end) if own else span).of(line.document.text).split())


def _alike(matches: Matches, mine: tuple[Line, Span], theirs: tuple[Line, Span]) -> bool:
    return _likeness(matches, mine, theirs) >= _ALIKE


def _likeness(matches: Matches, mine: tuple[Line, Span], theirs: tuple[Line, Span]) -> float:
    """How alike what stands beside two words is, from 0 to 2; more than 1 where the next word is the same."""
    here = surroundings(matches, mine[0], mine[1], (), in_notes=False)
    there = surroundings(matches, theirs[0], theirs[1], (), in_notes=True)
    return alikeness(matches, here, there) + touches(here, there)


def _nots(
    matches: Matches, line: Line, nots: list[Span], best: Match, noted: list[Line]
) -> Iterator[Finding]:
    """A "not" on one side only, of a word that stands on both."""
    if min(best.of_notes, best.of_draft) < _SAME or len(line.text) > _LONGEST_PLAIN:
        return
    for span in nots:
        key = _denied(matches, line, span, in_notes=False)
        said = [(n, at) for n in noted for at in _said(matches, n, key, in_notes=True)]
        if said and not any(_no_beside(n, at) for n, at in said) and _alike(matches, (line, span), said[0]):
            message = (
                f"The draft says \u201c{_with_next(line, span)}\u201d; the notes of the same thing have no "
                f"\u201cnot\u201d there ({said_in(said[0][0])})."
            )
            yield _finding(message, (line, span), said[0])
    for noted_line in noted:
        for span in negations(noted_line.document.text, noted_line.span):
            key = _denied(matches, noted_line, span, in_notes=True)
            here = list(_said(matches, line, key, in_notes=False))
            clean = here and not any(_no_beside(line, at) for at in here)
            if clean and _alike(matches, (line, here[0]), (noted_line, span)):
                message = (
                    f"The draft says \u201c{here[0].of(line.document.text)}\u201d without the \u201cnot\u201d that "
                    f"the notes of the same thing have ({said_in(noted_line)})."
                )
                yield _finding(message, (line, here[0]), (noted_line, span))


def _no_beside(line: Line, span: Span) -> bool:
    """Whether anything near a word might carry a "not"."""
    near = Span(max(line.span.start, span.start - _WIDE), min(line.span.end, span.end + _WIDE))
    return says_no(line.document.text, near)


def _denied(matches: Matches, line: Line, span: Span, *, in_notes: bool) -> frozenset[str]:
    """The stems of the word that a "not" is of: the next that tells something, else the one before."""
    text = line.document.text
    after = [
        w
        for w in WORD.findall(text, span.end, min(line.span.end, span.end + _REACH))
        if not is_slight(w.casefold())
    ]
    before = [
        w
        for w in WORD.findall(text, max(line.span.start, span.start - _REACH), span.start)
        if not is_slight(w.casefold())
    ]
    word = after[0] if after else before[-1] if before else ""
    return frozenset(matches.meanings(word, in_notes=in_notes)) if word else frozenset()


def _said(matches: Matches, line: Line, keys: frozenset[str], *, in_notes: bool) -> Iterator[Span]:
    """Where a line has a word of these stems."""
    for match in WORD.finditer(line.document.text, line.span.start, line.span.end) if keys else ():
        if keys.intersection(matches.meanings(match[0], in_notes=in_notes)):
            yield Span(match.start(), match.end())


def _with_next(line: Line, span: Span) -> str:
    """The "not" with the words on either side."""
    text = line.document.text
    before = text[max(line.span.start, span.start - 24) : span.start].split()[-1:]
    after = text[span.end : min(line.span.end, span.end + 24)].split()[:1]
    return " ".join([*before, span.of(text), *after])


def _finding(message: str, mine: tuple[Line, Span], theirs: tuple[Line, Span]) -> Finding:
    places = (mine[0].document.place(mine[1]), theirs[0].document.place(theirs[1]))
    return Finding(NotesPolarityCheck.id, Severity.WARNING, message, places)
