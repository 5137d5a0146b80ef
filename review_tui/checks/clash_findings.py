"""Makes findings of what the facts engine says disagrees."""

from collections.abc import Iterable

from review_tui.facts.clash import Clash
from review_tui.model.findings import Finding, Severity, Suggestion


def findings_of(check: str, clashes: Iterable[Clash], *, by_note: bool = False) -> tuple[Finding, ...]:
    """A finding for each clash, by their places; of several of the same words the surest, no hint before it.

    ``by_note``: the words that count are those of the notes, the last place.
    """
    which = -1 if by_note else 0
    kept: list[Clash] = []
    for clash in sorted(clashes, key=_rank):
        if not any(
            clash.places[which].overlaps(other.places[which]) or _is_reverse(clash, other) for other in kept
        ):
            kept.append(clash)
    kept.sort(key=lambda clash: (clash.places[which].file, clash.places[which].span.start))
    return tuple(_finding(check, clash) for clash in kept)


def _is_reverse(clash: Clash, other: Clash) -> bool:
    """Whether one has as right what the other has as wrong, and the other way round."""
    if len(clash.places) < 2 or len(other.places) < 2:  # noqa: PLR2004 -- what is wrong and what is right
        return False
    (mine, theirs), (wrong, right) = clash.places[:2], other.places[:2]
    return mine.overlaps(right) and theirs.overlaps(wrong)


def _rank(clash: Clash) -> tuple[bool, float, int]:
    return clash.severity is Severity.HINT, -clash.weight, clash.places[0].span.start


def _finding(check: str, clash: Clash) -> Finding:
    place = clash.places[0]
    suggestion = Suggestion(place.span, clash.suggestion) if clash.suggestion else None
    return Finding(check, clash.severity, clash.message, clash.places, suggestion)
