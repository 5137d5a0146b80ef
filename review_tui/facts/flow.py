"""Which line of the notes each clause goes on with: both run on in much the same order.

A sentence that shares nothing with the notes ("It was agreed to accept this") is of what the sentence before it was
of, unless it is nearer to another line. So the best way through the lines is looked for, as a whole.
"""

from collections.abc import Sequence

from review_tui.facts.clauses import Clause
from review_tui.facts.links import Links
from review_tui.model.frozen import frozen

_MOST = 4
"""Lines that a clause may be of, by what it shares with them itself."""
_SURE = 8.0
"""What is shared beyond this makes a line no likelier."""
_STAYS, _GOES_ON, _SKIPS, _JUMPS = 1.2, 0.8, 0.0, -2.5
_FAR = 4
"""Lines that may be passed over."""
_SHORT = 3
"""Words of a line that no clause is of, and that belongs to the one before: "lost"."""
_OTHER_ITEM = 1.5
"""What it costs to stay with a line where another item begins."""


@frozen(eq=False)
class Run:
    """Clauses of one item, one after the other, that are of one line of the notes."""

    line: int
    clauses: tuple[Clause, ...]
    jottings: tuple[Clause, ...]


def runs_of(clauses: Sequence[Clause], jottings: Sequence[Clause], links: Links) -> list[Run]:
    """The runs of a draft, in order; clauses that are of no line are in none."""
    lines = _lines(clauses, jottings, links)
    told = {*lines}
    found: list[list[Clause]] = []
    for clause, own_line in zip(clauses, lines, strict=True):
        last = found[-1][-1] if found else None
        if own_line is None:
            continue
        if (
            last
            and lines[last.index] == own_line
            and last.index == clause.index - 1
            and last.item == clause.item
        ):
            found[-1].append(clause)
        else:
            found.append([clause])
    runs = []
    for run in found:
        line = lines[run[0].index] or 0
        own = list(links.lines[line])
        after = links.lines.get(line + 1, ()) if line + 1 not in told else ()
        if sum(len(links.note_words[j]) for j in after) <= _SHORT:
            own += after
        runs.append(Run(line, tuple(run), tuple(jottings[j] for j in own)))
    return runs


def _lines(clauses: Sequence[Clause], jottings: Sequence[Clause], links: Links) -> list[int | None]:
    """The best way: for each clause its line, or none before the first that is told."""
    best: dict[int | None, float] = {None: 0.0}
    back: list[dict[int | None, int | None]] = []
    for clause in clauses:
        most: dict[int, float] = {}
        for j, share in links.score[clause.index].items():
            here = jottings[j].item
            if share > most.get(here, 0.0):
                most[here] = share
        own = {line: min(share, _SURE) for line, share in most.items()}
        likely = sorted(own, key=lambda line: (-own[line], line))[:_MOST]
        begins = clause.index == 0 or clauses[clause.index - 1].item != clause.item
        reached: dict[int | None, float] = {}
        came: dict[int | None, int | None] = {}
        states: set[int | None] = {*likely, *best}
        for line in states:
            before, score = max(
                ((last, value + _step(last, line, begins=begins)) for last, value in best.items()),
                key=lambda one: one[1],
            )
            reached[line] = score + (own.get(line, 0.0) if line is not None else 0.0)
            came[line] = before
        kept = sorted(reached, key=lambda line: -reached[line])[: 2 * _MOST]
        best = {line: reached[line] for line in kept}
        back.append(came)
    at = max(best, key=lambda line: best[line])
    found: list[int | None] = []
    for came in reversed(back):
        found.append(at)
        at = came[at]
    return found[::-1]


def _step(last: int | None, line: int | None, *, begins: bool) -> float:
    if last == line:
        return _STAYS - (_OTHER_ITEM if begins else 0.0)
    if last is None or line is None:
        return 0.0
    if 0 < line - last <= _FAR:
        return _GOES_ON if line == last + 1 else _SKIPS
    return _JUMPS
