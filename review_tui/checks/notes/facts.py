"""The notes-facts check: money, figures, dates, times and percentages that the notes give otherwise.

A figure of the draft that the notes nowhere bear out, in a line that one line of the notes is clearly about,
where that line has a figure of the same sort that the draft nowhere takes up: one of the two is a slip.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from review_tui.checks.material import Material
from review_tui.checks.notes.figures import Figure, Sort
from review_tui.checks.notes.in_order import Aligned, align
from review_tui.checks.notes.ledger import Ledger, ledger_of, says_same
from review_tui.checks.notes.lines import Line
from review_tui.checks.notes.match import Match, best_notes
from review_tui.checks.notes.pairs import alikeness, touches
from review_tui.checks.notes.wording import like, said_in
from review_tui.checks.notes.words import WORD, is_of_voting, is_slight
from review_tui.domain.findings import Finding, Severity, Suggestion

_LEAST_WEIGHT = 6.0
"""A little more than one rare word must be shared for two lines to be of the same thing."""
_LEAST_SHARE = 0.4
_ONE_WORD = 4.0
_FEW_WORDS = 3.0
_MOST = 0.75
_NEAR = 3
"""Lines beside the best match in which a clerk may have put the figure."""
_ALIKE = 0.5
_AHEAD = 1.4
_TELLING = 3
"""Digits of a number that stands nowhere by chance."""
_TWINS = 0.5
"""What it counts that one number is the other with a slip in it."""
_IN_ORDER = 1.0
"""What it counts that the figures before and after are the same."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """A figure of the draft and the one that the notes seem to give in its place."""

    mine: Figure
    line: Line
    theirs: Figure
    noted: Line
    alike: float
    sure: bool


class NotesFactsCheck:
    """Finds figures that the notes of the same thing give otherwise."""

    id = "notes-facts"
    finds = "An amount, figure, date, time or percentage that the notes of the same thing give otherwise."
    severity = Severity.WARNING
    example = "The Council agreed to pay Hill Nurseries \u00a3540 for the hedge on Mill Lane.\n"
    example_notes = "agr'd pay Hill Nurseries \u00a3450, Mill Lane hedge\n"

    def run(self, material: Material) -> Iterable[Finding]:
        """Findings in the order of the draft."""
        if not material.notes:
            return ()
        ledger = ledger_of(best_notes(material))
        pairs = [p for line in ledger.matches.draft for p in _pairs(ledger, line)]
        return tuple(_finding(p) for p in pairs)


def _pairs(ledger: Ledger, line: Line) -> Iterator[_Pair]:
    figures = ledger.of_draft(line.index)
    if not figures:
        return
    best = ledger.matches.best(line.index)
    if best is None or not (_is_plain(best) or _is_entry(ledger, line, best)):
        return
    if _is_of_voting(best.line) and not ledger.matches.belongs(best.line.index, line.index):
        return
    aligned = align(figures, ledger.of_notes(best.line.index))
    orphans = [f for f in aligned.mine if not ledger.borne_out(line.index, f, best.line.index)]
    if orphans:
        yield from _matched(ledger, line, orphans, best, aligned)


def _is_plain(best: Match) -> bool:
    """Whether two lines are surely of the same thing."""
    if best.weight >= _LEAST_WEIGHT:
        return max(best.of_notes, best.of_draft) >= _LEAST_SHARE
    return best.weight >= _FEW_WORDS and min(best.of_notes, best.of_draft) >= _MOST


def _is_of_voting(noted: Line) -> bool:
    """Whether a note tells only how a vote went, as many do: "6 for, 1 abs - carried"."""
    return all(
        is_of_voting(raw) or is_slight(raw.casefold()) or raw[0].isdigit() for raw in WORD.findall(noted.text)
    )


def _is_entry(ledger: Ledger, line: Line, best: Match) -> bool:
    """Whether both are one short entry of a list, which has little but its figure: "Photocopying 5.75"."""
    alike = best.weight >= _ONE_WORD and min(best.of_notes, best.of_draft) >= _LEAST_SHARE
    return alike and ledger.matches.belongs(best.line.index, line.index)


def _matched(
    ledger: Ledger, line: Line, orphans: list[Figure], best: Match, aligned: Aligned[Figure]
) -> Iterator[_Pair]:
    """Each figure of the draft with the one of the notes that fits it better than any other."""
    rivals = [
        (noted, theirs)
        for noted in _nearby(ledger, line, best)
        for theirs in (aligned.theirs if noted is best.line else ledger.of_notes(noted.index))
        if any(_comparable(mine, theirs) for mine in orphans)
        and not ledger.taken_up(noted.index, theirs, line.index if noted is best.line else -1)
    ]
    scored = [
        pair
        for mine in orphans
        for noted, theirs in rivals
        if _comparable(mine, theirs)
        and not says_same(mine, line, theirs, noted)
        and (
            pair := _pair(
                ledger, (mine, line), (theirs, noted), best, ordered=(mine, theirs) in aligned.opposite
            )
        )
    ]
    for pair in scored:
        others = [p for p in scored if (p.mine is pair.mine) is not (p.theirs is pair.theirs)]
        ahead = all(pair.alike > _AHEAD * p.alike for p in others)
        if ahead and (pair.sure or pair.alike >= _ALIKE):
            yield pair


def _nearby(ledger: Ledger, line: Line, best: Match) -> list[Line]:
    """The best line, and those close to it that are of nothing else: a long sentence is noted in pieces."""
    lines = ledger.matches.notes
    found = [best.line]
    for index in range(max(0, best.line.index - _NEAR), min(len(lines), best.line.index + _NEAR + 1)):
        own = ledger.matches.of_notes(index)
        if index != best.line.index and own and own[0].line is line and own[0].weight >= _FEW_WORDS:
            found.append(lines[index])
    return found


def _comparable(mine: Figure, theirs: Figure) -> bool:
    """Whether the two are figures of one sort, a bare number standing for any number."""
    if mine.may_be(theirs):
        return False
    if mine.sort is theirs.sort:
        return _shape(mine) & _shape(theirs) != set()
    bare = theirs.sort in {Sort.COUNT, Sort.TIME} and theirs.is_open
    return bare and bool(_shape(mine) & _shape(theirs))


def _shape(figure: Figure) -> set[str]:
    kinds = {kind for kind, _, _ in figure.readings}
    if figure.sort is Sort.YEAR:
        return kinds - {"n"}
    return kinds - {"o", "d"} if figure.sort is Sort.COUNT else kinds


def _pair(
    ledger: Ledger, mine: tuple[Figure, Line], theirs: tuple[Figure, Line], best: Match, *, ordered: bool
) -> _Pair | None:
    here = ledger.beside(mine[1].index, mine[0], in_notes=False)
    there = ledger.beside(theirs[1].index, theirs[0], in_notes=True)
    alike = alikeness(ledger.matches, here, there) + (_IN_ORDER if ordered else 0.0)
    bare = mine[0].sort in {Sort.COUNT, Sort.YEAR} or theirs[0].sort is not mine[0].sort
    twins = _is_slip(mine[0], theirs[0])
    if bare and not (ordered or twins or touches(here, there)):
        return None
    alike += _TWINS if twins else 0.0
    sure = not bare and (theirs[1] is not best.line or best.of_notes >= _LEAST_SHARE)
    return _Pair(*mine, *theirs, alike, sure)


def _is_slip(mine: Figure, theirs: Figure) -> bool:
    """Whether one is the other with digits exchanged, one wrong or a nought too many: 1,520 for 1,250."""
    if mine.number is None or theirs.number is None:
        return False
    one, other = (str(f.number).removesuffix("00") for f in (mine, theirs))
    if sorted(one) == sorted(other):
        return len(one) > 1
    if len(one) == len(other) >= _TELLING:
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    less, more = sorted((one, other), key=len)
    return len(less) > 1 and more == f"{less}0"


def _finding(pair: _Pair) -> Finding:
    mine, theirs = " ".join(pair.mine.text.split()), " ".join(pair.theirs.text.split())
    message = (
        f"The draft gives the {pair.mine.sort.value} as {mine}; "
        f"the notes of the same thing give {theirs} ({said_in(pair.noted)})."
    )
    wording = like(pair.mine, pair.theirs)
    return Finding(
        NotesFactsCheck.id,
        Severity.WARNING,
        message,
        (pair.line.document.place(pair.mine.span), pair.noted.document.place(pair.theirs.span)),
        Suggestion(pair.mine.span, wording) if wording else None,
    )
