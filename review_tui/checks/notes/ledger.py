"""Which figures of the draft the notes bear out, and which figures of the notes the draft takes up."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from review_tui.checks.notes.figures import Figure, Sort, find_figures
from review_tui.checks.notes.lines import Line
from review_tui.checks.notes.match import Match, Matches
from review_tui.checks.notes.pairs import Surroundings, alikeness, surroundings, touches
from review_tui.checks.notes.words import stem

_LINES = 4
"""How many lines of the other side a line may be about."""
_LEAST_STANDING = 0.4
"""How far behind the best a line may be to count as one that may bear a figure out."""
_NEAR = 2
"""Lines before and after that may bear it out."""
_TELLING = 3
"""Digits that make a figure unlikely to stand somewhere by chance."""
_ROUNDED = re.compile(
    r"(?:\b(?:approx|about|abt|c|circa|around|nearly|over|under|say|up to|some|max)\b\.?|~)\s{0,3}\Z",
    re.IGNORECASE,
)
_LOOK_BACK = 12
_SLACK = 0.1
_ALIKE = 0.3
_MOST_ELSEWHERE = 12
_REFERENCE = re.compile(
    r"\b(?:min(?:ute)?|item|agenda|ref|tel|phone|telephone|fax)\b[.:]?\s{0,2}(?:no\b\.?\s?)?\Z", re.IGNORECASE
)
_ONE = 100
"""The number one, in hundredths."""
_SINGLE = re.compile(r"\b(?:one|an?\s(?:single|abstention|objection|vote))\b", re.IGNORECASE)
"""How minutes write the number one, which else is no figure."""
_LIST_NUMBER = re.compile(r"\s{0,3}[.):\\]\s")


@dataclass(frozen=True, eq=False)
class Ledger:
    """The figures of a draft and of its notes, line by line, read when asked for."""

    matches: Matches
    _figures: dict[tuple[bool, int], tuple[Figure, ...]] = field(default_factory=dict)

    def of_draft(self, index: int) -> tuple[Figure, ...]:
        """The figures of one line of the draft."""
        return self._read(self.matches.draft, index, in_notes=False)

    def of_notes(self, index: int) -> tuple[Figure, ...]:
        """The figures of one line of the notes."""
        return self._read(self.matches.notes, index, in_notes=True)

    def borne_out(self, index: int, figure: Figure, besides: int = -1) -> bool:
        """Whether the notes have a figure of line ``index`` of the draft, where they speak of it or anywhere.

        Line ``besides`` of the notes is not looked at: it has been laid beside the draft's, figure by figure.
        """
        found = self.matches.of_draft(index)
        best = found[0].line.index if found else -1
        lines = _around(found, len(self.matches.notes))
        if _is_telling(figure):
            lines += self.matches.notes_with(stem(_digits(figure)))[:_MOST_ELSEWHERE]
        return any(
            self._agree((index, figure), (j, other), close=j == best)
            and not self._spoken_for(j, other, index, in_notes=True)
            for j in lines
            if j != besides
            for other in self.of_notes(j)
        )

    def taken_up(self, index: int, figure: Figure, besides: int = -1) -> bool:
        """Whether the draft has a figure of line ``index`` of the notes, where it speaks of it or anywhere.

        Line ``besides`` of the draft is not looked at: it has been laid beside the notes', figure by figure.
        """
        found = self.matches.of_notes(index)
        best = found[0].line.index if found else -1
        lines = _around(found, len(self.matches.draft))
        if figure.number == _ONE and any(_SINGLE.search(self.matches.draft[i].text) for i in lines):
            return True
        if _is_telling(figure):
            lines += self.matches.draft_with(stem(_digits(figure)))[:_MOST_ELSEWHERE]
        return any(
            self._agree((i, other), (index, figure), close=i == best)
            and not self._spoken_for(i, other, index, in_notes=False)
            for i in lines
            if i != besides
            for other in self.of_draft(i)
        )

    def stands_in_draft(self, figure: Figure) -> bool:
        """Whether the draft has the very digits anywhere, of whatever they may be."""
        return bool(self.matches.draft_with(stem(_digits(figure))))

    def _spoken_for(self, index: int, figure: Figure, asking: int, *, in_notes: bool) -> bool:
        """Whether a figure of one line belongs to another line than the one that asks, which has it too."""
        own = self.matches.of_notes(index) if in_notes else self.matches.of_draft(index)
        if not own or own[0].line.index == asking:
            return False
        theirs = self.of_draft(own[0].line.index) if in_notes else self.of_notes(own[0].line.index)
        return any(figure.may_be(other) for other in theirs)

    def beside(self, index: int, figure: Figure, *, in_notes: bool) -> Surroundings:
        """The words next to a figure of one line, up to the next figure."""
        figures = self.of_notes(index) if in_notes else self.of_draft(index)
        line = (self.matches.notes if in_notes else self.matches.draft)[index]
        return surroundings(self.matches, line, figure.span, [f.span for f in figures], in_notes=in_notes)

    def _agree(self, mine: tuple[int, Figure], theirs: tuple[int, Figure], *, close: bool) -> bool:
        """Whether two figures are the same; small numbers, which stand anywhere, only of the same thing."""
        lines = self.matches.draft[mine[0]], self.matches.notes[theirs[0]]
        if not says_same(mine[1], lines[0], theirs[1], lines[1]):
            return False
        if close or mine[1].sort is not Sort.COUNT:
            return True
        here = self.beside(*mine, in_notes=False)
        there = self.beside(*theirs, in_notes=True)
        return touches(here, there) or alikeness(self.matches, here, there) >= _ALIKE

    def _read(self, lines: tuple[Line, ...], index: int, *, in_notes: bool) -> tuple[Figure, ...]:
        key = (in_notes, index)
        if key not in self._figures:
            line = lines[index]
            found = find_figures(line.document.text, line.span.start, line.span.end)
            self._figures[key] = tuple(f for f in found if not _is_reference(f, line))
        return self._figures[key]


@lru_cache(maxsize=2)
def ledger_of(matches: Matches) -> Ledger:
    """The ledger of ``matches``; the same object for the same matches."""
    return Ledger(matches)


def is_rounded(figure: Figure, line: Line) -> bool:
    """Whether a figure is given roughly: "about 500", "~£5k"."""
    before = line.document.text[max(line.span.start, figure.span.start - _LOOK_BACK) : figure.span.start]
    return _ROUNDED.search(before) is not None or figure.text[-1:] in {"k", "m"}


def says_same(figure: Figure, line: Line, other: Figure, their_line: Line) -> bool:
    """Whether two figures agree, one of them perhaps given roughly."""
    if figure.may_be(other):
        return True
    mine, theirs = figure.number, other.number
    if mine is None or theirs is None:
        return False
    rough = is_rounded(figure, line) is not is_rounded(other, their_line)
    return rough and abs(mine - theirs) <= _SLACK * max(mine, theirs)


def _around(found: tuple[Match, ...], count: int) -> list[int]:
    """The lines that may be about the same thing, and those next to them."""
    kept = [m for m in found[:_LINES] if m.standing >= _LEAST_STANDING * found[0].standing]
    near = {m.line.index + d: None for m in kept for d in range(-_NEAR, _NEAR + 1)}
    return [index for index in near if 0 <= index < count]


def _digits(figure: Figure) -> str:
    return re.sub(r"[^\d.,km]", "", figure.text).strip(".,") or figure.text


def _is_telling(figure: Figure) -> bool:
    worth = figure.number
    return worth is not None and len(str(worth).rstrip("0")) >= _TELLING


def _is_reference(figure: Figure, line: Line) -> bool:
    """Whether a bare number names something (item 5, plot 3, A134) or stands before a list's entry."""
    if figure.sort is not Sort.COUNT:
        return False
    text = line.document.text
    before = text[max(line.span.start, figure.span.start - _LOOK_BACK) : figure.span.start]
    if not before.strip() and _LIST_NUMBER.match(text, figure.span.end):
        return True
    return _REFERENCE.search(before) is not None
