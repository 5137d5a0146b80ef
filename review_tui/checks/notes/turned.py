"""Words of a line of the draft whose opposites stand in the notes of the same thing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from review_tui.checks.notes.contrary import Contrary
from review_tui.checks.notes.lines import Line
from review_tui.checks.notes.match import Matches
from review_tui.checks.notes.opposites import DECIDING, VOTING, Turn, is_plain_turn, own_not, says_no, turns
from review_tui.checks.notes.pairs import alikeness, surroundings, touches
from review_tui.checks.notes.wording import said_in
from review_tui.domain.text import Span

_ALIKE = 0.5
_WIDE = 36
"""Characters on either side within which another word of no may belong to a word."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A word that has an opposite, with the side that it comes to: "not refused" is no refusal."""

    line: Line
    turn: Turn
    side: int
    is_turned: bool
    """Whether a "not" stands right before it."""

    @property
    def words(self) -> str:
        """The word, with the "not" that belongs to it."""
        own = own_not(self.line.document.text, self.turn.span, self.line.span.start)
        span = Span(own.start, self.turn.span.end) if own else self.turn.span
        return " ".join(span.of(self.line.document.text).split())


def opposites(matches: Matches, line: Line, noted: Sequence[Line], *, close: bool) -> Iterator[Contrary]:
    """A word of the draft whose opposite alone stands in the notes; ``close`` lines are compared in order."""
    here, there = _read(line), [said for note in noted for said in _read(note)]
    for pair in dict.fromkeys(said.turn.pair for said in here):
        mine = [s for s in here if s.turn.pair == pair]
        theirs = [s for s in there if s.turn.pair == pair]
        if not theirs:
            continue
        if close and len(mine) == len(theirs) and all(is_plain_turn(s.turn) for s in (*mine, *theirs)):
            differ = [(m, t) for m, t in zip(mine, theirs, strict=True) if m.side != t.side]
            if len(differ) == 1:
                yield from (_contrary(m, t) for m, t in differ if not _is_open(m, t))
            if len(differ) <= 1:
                continue
        yield from _by_context(matches, mine, theirs)


def decided_at_once(line: Line, noted: Sequence[Line]) -> Iterator[Contrary]:
    """How it went in a bare line of the draft, where the notes say the opposite in its place."""
    here, there = _read(line), [said for note in noted for said in _read(note)]
    for pair in (DECIDING, VOTING):
        mine = [s for s in here if s.turn.pair == pair]
        theirs = [s for s in there if s.turn.pair == pair]
        if (
            len({s.side for s in mine}) == len({s.side for s in theirs}) == 1
            and mine[0].side != theirs[0].side
        ):
            yield _contrary(mine[0], theirs[0])


def _by_context(matches: Matches, mine: list[_Said], theirs: list[_Said]) -> Iterator[Contrary]:
    """A word beside the same words as its opposite in the notes."""
    for said in mine:
        alike = {id(t): _likeness(matches, said, t) for t in theirs}
        contrary = [t for t in theirs if t.side != said.side and alike[id(t)] >= _ALIKE]
        if not contrary:
            continue
        nearest = max(contrary, key=lambda t: alike[id(t)])
        lone = len(theirs) == len(mine) == 1
        same = [t for t in theirs if t.side == said.side and (lone or alike[id(t)] >= _ALIKE)]
        own = [m for m in mine if m.side != said.side]
        if same or (own and said.turn.pair == VOTING):
            continue
        if any(_likeness(matches, m, nearest) >= alike[id(nearest)] / 2 for m in own):
            continue
        if said.turn.side == nearest.turn.side and _is_open(said, nearest):
            continue
        yield _contrary(said, nearest)


def _read(line: Line) -> list[_Said]:
    text, found = line.document.text, []
    for turn in turns(text, line.span):
        denied = own_not(text, turn.span, line.span.start) is not None
        found.append(_Said(line, turn, turn.side ^ denied, denied))
    return found


def _contrary(mine: _Said, theirs: _Said) -> Contrary:
    message = (
        f"The draft says \u201c{mine.words}\u201d; the notes of the same thing say "
        f"\u201c{theirs.words}\u201d ({said_in(theirs.line)})."
    )
    return Contrary(message, mine.line, mine.turn.span, theirs.line, theirs.turn.span)


def _is_open(mine: _Said, theirs: _Said) -> bool:
    """Whether both may say no after all: one right before the word, the other somewhere near."""
    if mine.turn.side != theirs.turn.side:
        return False
    return _no_beside(theirs) if mine.is_turned else _no_beside(mine)


def _no_beside(said: _Said) -> bool:
    """Whether anything near a word might carry a "not"."""
    span, line = said.turn.span, said.line
    before = Span(max(line.span.start, span.start - _WIDE), span.start)
    after = Span(span.end, min(line.span.end, span.end + _WIDE))
    return says_no(line.document.text, before) or says_no(line.document.text, after)


def _likeness(matches: Matches, mine: _Said, theirs: _Said) -> float:
    """How alike what stands beside two words is, from 0 to 2; more than 1 where the next word is the same."""
    here = surroundings(matches, mine.line, mine.turn.span, (), in_notes=False)
    there = surroundings(matches, theirs.line, theirs.turn.span, (), in_notes=True)
    return alikeness(matches, here, there) + touches(here, there)
