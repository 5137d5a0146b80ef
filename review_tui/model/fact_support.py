"""What became of the facts of a draft in its notes: found there, contradicted there, or not there at all."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import StrEnum

from review_tui.model.findings import Finding, Location, Severity
from review_tui.model.frozen import frozen
from review_tui.model.text import Span

WORDING = "wording"
"""The kind of what the notes put the other way round, where that is no single fact."""
_MUCH_LONGER = 3
"""A finding about words so many times as long as a fact is about more than the fact."""


_LONG = 16
"""Characters up to which a finding is never about much more than a fact."""


class FactStatus(StrEnum):
    """How a fact of the draft stands to the notes."""

    FOUND = "in the notes"
    CONTRADICTED = "contradicted"
    MISSING = "not in the notes"


@frozen
class Fact:
    """Something that the draft states and notes could bear out: a person, figure, day, vote, outcome."""

    kind: str
    """What it is, in the reader's words: ``date``, ``sum of money``, ``person``, ``outcome``."""
    place: Location
    """Where the draft says it."""
    status: FactStatus
    noted: tuple[Location, ...] = ()
    """Where the notes have it or, of what is contradicted, where they have it otherwise."""


@frozen
class Unchecked:
    """Something of an item that could not be checked against the notes."""

    why: str
    """A sentence."""
    place: Location | None = None
    """The passage; ``None`` where it is about the whole item."""


@frozen
class ItemFacts:
    """All facts of an item's minutes in order, and what could not be checked."""

    facts: tuple[Fact, ...] = ()
    unchecked: tuple[Unchecked, ...] = ()
    language: str = ""
    """A sentence where the texts seem to be in another language than the checks read, else empty."""

    def within(self, span: Span) -> tuple[Fact, ...]:
        """The facts of a passage."""
        return tuple(fact for fact in self.facts if span.holds(fact.place.span))

    @property
    def count(self) -> tuple[int, int]:
        """How many facts are in the notes, and how many there are."""
        return found_of(self.facts), len(self.facts)


def found_of(facts: Iterable[Fact]) -> int:
    """How many of some facts are in the notes."""
    return sum(fact.status is FactStatus.FOUND for fact in facts)


def summary_of(facts: Sequence[Fact]) -> str:
    """``12 of 15 facts are in the notes, 1 is contradicted, 2 are not in the notes``; empty without facts."""
    if not facts:
        return ""
    found, several = found_of(facts), len(facts) > 1
    are = _is_or_are(found) if several else "is"
    parts = [f"{found} of {len(facts)} fact{'s' if several else ''} {are} in the notes"]
    for status in (FactStatus.CONTRADICTED, FactStatus.MISSING):
        count = sum(fact.status is status for fact in facts)
        parts += [f"{count} {_is_or_are(count)} {status.value}"] if count else []
    return ", ".join(parts)


def contradicted_by(facts: Iterable[Fact], findings: Iterable[Finding], draft: str) -> tuple[Fact, ...]:
    """``facts`` with those contradicted that a finding holds against words of the notes.

    ``draft`` is the file of the draft. A finding about no single fact, a "not" that was lost, makes one of
    its own. Hints contradict nothing: they only ask.
    """
    kept = list(facts)
    for finding in findings:
        noted = tuple(place for place in finding.places if place.file != draft)
        said = [place for place in finding.places if place.file == draft]
        if not noted or not said or finding.severity is Severity.HINT:
            continue
        place = said[0]
        meant = [n for n, fact in enumerate(kept) if _is_meant(fact.place, place)]
        # Of a period that is wrong at its end, the beginning is in the notes all the same.
        meant = [n for n in meant if kept[n].status is FactStatus.MISSING] or meant
        for n in meant:
            kept[n] = replace(kept[n], status=FactStatus.CONTRADICTED, noted=noted)
        if not meant:
            kept.append(Fact(WORDING, place, FactStatus.CONTRADICTED, noted))
    return tuple(sorted(kept, key=lambda fact: (fact.place.span.start, fact.place.span.end)))


def _is_meant(fact: Location, finding: Location) -> bool:
    return fact.overlaps(finding) and len(finding.quote) <= max(_LONG, _MUCH_LONGER * len(fact.quote))


def _is_or_are(count: int) -> str:
    return "is" if count == 1 else "are"
