"""Units joined to ranges of the notes: those behind a sentence, and those behind none."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from review_tui.alignment.classifier import Classification
from review_tui.alignment.features import SPARE_MASS
from review_tui.alignment.index import Index
from review_tui.alignment.units import Unit
from review_tui.model.frozen import frozen
from review_tui.model.text import Span

SHOWN_FROM = 0.2
"""A unit less likely than this is shown only when it is a sentence's best ..."""
_SHOWN_PART = 0.5
"""... or its source's best, and as likely as this part of that: a sure link needs no doubtful company."""
_BESIDE = 0.6
"""A unit joins the one beside it when it is at least this likely, as a part of that one's chance."""
_USED_FROM = 0.15
"""A unit at least this likely for any sentence of the draft counts as used, if it shares a little with it."""
_A_LITTLE = 0.2
"""The share of a unit that a likely sentence must have for the unit to count as used."""
_SHARED_FROM = 0.3
"""A unit that shares at least this part of what it says with one sentence counts as used too."""
_TELLING_MASS = 9.0
"""A unit whose words are less rare than this together says nothing that would be missed."""
_TELLING_SPOKEN = 60.0
"""As much is asked of what was spoken: talk has far more words than minutes ever use."""
_TELLING_WORDS = 4
"""Words that a unit must have to be told of as unused."""
_SURE = 0.5
"""A range this likely is used whatever it shares; one that is doubtful has to share a little."""


@frozen
class Range:
    """Units ``first`` to ``last`` of one source, by number."""

    first: int
    last: int
    chance: float
    """That of the likeliest unit in it."""


def ranges_of(verdict: Classification, units: Sequence[Unit]) -> list[Range]:
    """The ranges behind one sentence, that of the best unit first; none when it has no evidence."""
    if not verdict.has_evidence or not verdict.units:
        return []
    best = {units[at].source: chance for at, chance in reversed(verdict.units)}
    shown = dict(verdict.units[:1]) | {
        at: chance
        for at, chance in verdict.units[1:]
        if chance >= max(SHOWN_FROM, _SHOWN_PART * best[units[at].source])
    }
    found: list[Range] = []
    for at in sorted(shown):
        last = found[-1] if found else None
        if last and _may_join(last, at, shown[at], units):
            found[-1] = Range(last.first, at, max(last.chance, shown[at]))
        else:
            found.append(Range(at, at, shown[at]))
    (first, _), *_ = verdict.units
    return sorted(found, key=lambda place: (not place.first <= first <= place.last, -place.chance))


def _may_join(place: Range, at: int, chance: float, units: Sequence[Unit]) -> bool:
    beside = at == place.last + 1 and units[at].source == units[place.last].source
    return beside and min(chance, place.chance) >= _BESIDE * max(chance, place.chance)


def unused_ranges(
    verdicts: Sequence[Classification],
    ranges: Sequence[Sequence[Range]],
    words: NDArray[np.float32],
    units: Sequence[Unit],
    index: Index,
) -> list[tuple[int, Span]]:
    """Sources by number, with ranges of them that say something and stand behind no sentence.

    ``words``: what each sentence shares with each unit, sentences by units.
    """
    shares = words / (index.mass + SPARE_MASS)
    used = shares.max(axis=0, initial=0.0) >= _SHARED_FROM
    for verdict, found, share in zip(verdicts, ranges, shares, strict=True):
        likely = [at for at, chance in verdict.units if verdict.has_evidence and chance >= _USED_FROM]
        likely += [at for place in found for at in range(place.first, place.last + 1)]
        used[[at for at in likely if share[at] >= _A_LITTLE]] = True
        for place in found:
            used[place.first : place.last + 1] |= place.chance >= _SURE
    least = [_TELLING_SPOKEN if unit.is_spoken else _TELLING_MASS for unit in units]
    telling = (index.mass >= np.array(least, np.float32)) & (index.stems.lengths >= _TELLING_WORDS)
    spans: list[tuple[int, Span]] = []
    before = -2
    for at in np.flatnonzero(telling & ~used).tolist():
        unit = units[at]
        if unit.is_heading:
            continue
        if spans and before == at - 1 and spans[-1][0] == unit.source:
            spans[-1] = (unit.source, Span(spans[-1][1].start, unit.span.end))
        else:
            spans.append((unit.source, unit.span))
        before = at
    return spans
