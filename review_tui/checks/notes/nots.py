"""A "not" that only one of the draft and the notes has, of a word that both have."""

import re
from collections.abc import Iterator, Sequence

from review_tui.checks.notes.contrary import Contrary
from review_tui.checks.notes.lines import Line
from review_tui.checks.notes.match import Match, Matches
from review_tui.checks.notes.opposites import negations, says_no
from review_tui.checks.notes.pairs import alikeness, surroundings, touches
from review_tui.checks.notes.wording import said_in
from review_tui.checks.notes.words import WORD, is_slight
from review_tui.domain.text import Span

_SAME = 0.55
"""The share of each line's words that the other must have for a lone "not" to count."""
_ALIKE = 0.5
_REACH = 60
_WIDE = 36
_LONGEST_PLAIN = 600
_BREAK = re.compile(r"\s[-\u2013\u2014]{1,2}\s|[.:;\u2192]")
"""Where what a "not" is of has ended."""
_NO = re.compile(r"(?<![^\W_])(?:no|non|nothing)(?=[\s-][a-z]{3})", re.IGNORECASE)
_HELPERS = frozenset(
    "be been being yet to have has had a an the any get that very really as all fully".split()  # noqa: SIM905 -- reads better as prose
)
"""Words that may stand between a "not" and the word it is of."""


def lone_nots(matches: Matches, line: Line, best: Match, noted: Sequence[Line]) -> Iterator[Contrary]:
    """A "not" on one side only, of a word that stands on both."""
    if min(best.of_notes, best.of_draft) < _SAME or len(line.text) > _LONGEST_PLAIN:
        return
    mine = list(negations(line.document.text, line.span))
    theirs = [(note, span) for note in noted for span in _denials(note)]
    if len(mine) > len(theirs):
        yield from _in_draft(matches, line, mine, noted)
    elif len(mine) < len(theirs):
        yield from _in_notes(matches, line, theirs)


def _denials(note: Line) -> list[Span]:
    """Every "not" of a note, "no" and "non" before a word among them: "no change this yr"."""
    text = note.document.text
    short = (Span(m.start(), m.end()) for m in _NO.finditer(text, note.span.start, note.span.end))
    return sorted((*negations(text, note.span), *short), key=lambda span: span.start)


def _in_draft(matches: Matches, line: Line, nots: list[Span], noted: Sequence[Line]) -> Iterator[Contrary]:
    for span in nots:
        key = _denied(matches, line, span, in_notes=False)
        said = [(n, at) for n in noted for at in _said(matches, n, key, in_notes=True)]
        if said and not any(_no_beside(n, at) for n, at in said) and _alike(matches, (line, span), said[0]):
            message = (
                f"The draft says \u201c{_with_next(line, span)}\u201d; the notes of the same thing have no "
                f"\u201cnot\u201d there ({said_in(said[0][0])})."
            )
            yield Contrary(message, line, span, *said[0])


def _in_notes(matches: Matches, line: Line, nots: list[tuple[Line, Span]]) -> Iterator[Contrary]:
    for note, span in nots:
        key = _denied(matches, note, span, in_notes=True)
        here = list(_said(matches, line, key, in_notes=False))
        if not here or any(_no_beside(line, at) for at in here) or _is_said_next(matches, line, key):
            continue
        if _alike(matches, (line, here[0]), (note, span)):
            word = here[0].of(line.document.text)
            denial = span.of(note.document.text).casefold()
            message = (
                f"The draft says \u201c{word}\u201d without the \u201c{denial}\u201d that the notes of "
                f"the same thing have ({said_in(note)})."
            )
            yield Contrary(message, line, here[0], note, span)


def _is_said_next(matches: Matches, line: Line, key: frozenset[str]) -> bool:
    """Whether the line of the draft before or after denies the same word: a note may hold both lines."""
    return any(
        _no_beside(matches.draft[i], at)
        for i in (line.index - 1, line.index + 1)
        if 0 <= i < len(matches.draft)
        for at in _said(matches, matches.draft[i], key, in_notes=False)
    )


def _no_beside(line: Line, span: Span) -> bool:
    """Whether anything near a word might carry a "not"."""
    near = Span(max(line.span.start, span.start - _WIDE), min(line.span.end, span.end + _WIDE))
    return says_no(line.document.text, near)


def _denied(matches: Matches, line: Line, span: Span, *, in_notes: bool) -> frozenset[str]:
    """The stems of the word that a "not" is of, the next but for helping words; none if it tells nothing."""
    end = min(line.span.end, span.end + _REACH)
    stop = _BREAK.search(line.document.text, span.end, end)
    words = WORD.findall(line.document.text, span.end, stop.start() if stop else end)
    word = next((w for w in words if w.casefold() not in _HELPERS), "")
    if not word or is_slight(word.casefold()):
        return frozenset()
    return frozenset(matches.meanings(word, in_notes=in_notes))


def _said(matches: Matches, line: Line, keys: frozenset[str], *, in_notes: bool) -> Iterator[Span]:
    """Where a line has a word of these stems."""
    for match in WORD.finditer(line.document.text, line.span.start, line.span.end) if keys else ():
        if keys.intersection(matches.meanings(match[0], in_notes=in_notes)):
            yield Span(match.start(), match.end())


def _alike(matches: Matches, mine: tuple[Line, Span], theirs: tuple[Line, Span]) -> bool:
    here = surroundings(matches, mine[0], mine[1], (), in_notes=False)
    there = surroundings(matches, theirs[0], theirs[1], (), in_notes=True)
    return alikeness(matches, here, there) + touches(here, there) >= _ALIKE


def _with_next(line: Line, span: Span) -> str:
    """The "not" with the words on either side."""
    text = line.document.text
    before = text[max(line.span.start, span.start - 24) : span.start].split()[-1:]
    after = text[span.end : min(line.span.end, span.end + 24)].split()[:1]
    return " ".join([*before, span.of(text), *after])
