"""What stands beside a figure or a name in its line, and how alike two such surroundings are."""

from collections.abc import Iterable
from dataclasses import dataclass

from review_tui.checks.notes.line_words import Words
from review_tui.checks.notes.lines import Line
from review_tui.checks.notes.match import Matches
from review_tui.checks.notes.words import WORD, is_slight
from review_tui.domain.text import Span

_MOST_BESIDE = 4
"""Telling words on either side that say what a figure is of."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The telling words next to something, the nearest first, up to the next thing of the same sort."""

    before: Words
    after: Words


def surroundings(
    matches: Matches, line: Line, span: Span, barriers: Iterable[Span], *, in_notes: bool
) -> Surroundings:
    """What stands beside ``span`` in ``line``; ``barriers`` are the other things of its sort."""
    stops = [b for b in barriers if b != span]
    floor = max((b.end for b in stops if b.end <= span.start), default=line.span.start)
    ceiling = min((b.start for b in stops if b.start >= span.end), default=line.span.end)
    text = line.document.text
    before = [raw for raw in WORD.findall(text, floor, span.start) if not is_slight(raw.casefold())]
    after = [raw for raw in WORD.findall(text, span.end, ceiling) if not is_slight(raw.casefold())]
    return Surroundings(
        tuple(matches.meanings(raw, in_notes=in_notes) for raw in reversed(before[-_MOST_BESIDE:])),
        tuple(matches.meanings(raw, in_notes=in_notes) for raw in after[:_MOST_BESIDE]),
    )


def alikeness(matches: Matches, one: Surroundings, other: Surroundings) -> float:
    """From 0 (nothing in common) to 1 (all that the one that says less has, on the same side)."""
    straight = _shared(matches, one.before, other.before) + _shared(matches, one.after, other.after)
    crossed = _shared(matches, one.before, other.after) + _shared(matches, one.after, other.before)
    sizes = [sum(map(matches.weight, s.before + s.after)) for s in (one, other)]
    least = min(sizes)
    return min(1.0, max(straight, crossed) / least) if least else 0.0


def touches(one: Surroundings, other: Surroundings) -> bool:
    """Whether the nearest word on either side is the same: "6 trees" and "trees x 6"."""
    nearest = [
        {stem for words in (s.before[:1], s.after[:1]) for m in words for stem in m} for s in (one, other)
    ]
    return bool(nearest[0] & nearest[1])


def _shared(matches: Matches, one: Words, other: Words) -> float:
    return sum(matches.weight(m) for m in one if any(set(m) & set(o) for o in other))
