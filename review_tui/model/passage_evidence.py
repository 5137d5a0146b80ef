"""What each passage of the minutes rests on: note lines suggested by the program or confirmed by a person."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from review_tui.model.acts import Evidence
from review_tui.model.findings import Location
from review_tui.model.frozen import frozen
from review_tui.model.text import Span


class Support(StrEnum):
    """How a passage stands to the notes."""

    CONFIRMED = "confirmed"
    """A person said what it rests on."""
    SUGGESTED = "suggested"
    """The program found what it seems to rest on."""
    UNSUPPORTED = "unsupported"
    """Nothing in the notes was found for it."""
    ELSEWHERE = "elsewhere"
    """A person said that it rests on nothing in the notes."""
    NOT_ASKED = "not asked"
    """A heading or the like, which rests on nothing."""


@frozen
class EvidenceLine:
    """Lines of the notes that a passage rests on."""

    place: Location
    why: str
    """What speaks for it, in words."""
    score: float | None = None
    """How likely it is, from 0 to 1; ``None`` where a person said so."""


@frozen
class PassageEvidence:
    """What one passage rests on."""

    passage: int
    """Index of the passage in the minutes."""
    support: Support
    lines: tuple[EvidenceLine, ...] = ()
    """The likeliest first."""
    said: Evidence | None = None
    """The act that says so."""
    changed_since: str = ""
    """What has changed since a person confirmed it, in a sentence; empty when nothing has."""


@frozen
class ItemEvidence:
    """How the minutes of an item and its notes hang together."""

    passages: tuple[PassageEvidence, ...] = ()
    """One for each passage, in order."""
    unused: tuple[Location, ...] = ()
    """Notes that say something and that no passage rests on, in order."""
    decisions: int = 0
    """How many decisions the notes have."""
    not_minuted: tuple[Location, ...] = ()
    """Decisions of the notes that the minutes leave out."""
    lost: tuple[str, ...] = ()
    """A sentence for each confirmation whose passage can't be found any more."""
    has_notes: bool = False

    def of(self, passage: int) -> PassageEvidence | None:
        """What the passage with this index rests on."""
        return self.passages[passage] if 0 <= passage < len(self.passages) else None

    def supported_by(self, file: str, line: Span) -> tuple[int, ...]:
        """The passages that rest on a line of the notes."""
        return tuple(
            g.passage
            for g in self.passages
            if any(r.place.file == file and r.place.span.overlaps(line) for r in g.lines)
        )

    @property
    def unsupported(self) -> tuple[int, ...]:
        """The passages for which nothing was found in the notes."""
        return tuple(g.passage for g in self.passages if g.support is Support.UNSUPPORTED)

    @property
    def supported(self) -> tuple[int, int]:
        """How many passages rest on something in the notes, and how many there are that should."""
        asked = [g for g in self.passages if g.support is not Support.NOT_ASKED]
        return sum(g.support in {Support.CONFIRMED, Support.SUGGESTED} for g in asked), len(asked)

    @property
    def coverage(self) -> str:
        """``notes for 31 of 34 passages, 3 decisions in notes, 1 not minuted``.

        That there are notes for a passage says where to look, not that it is right.
        """
        if not self.has_notes:
            return ""
        supported, asked = self.supported
        confirmed = sum(g.support is Support.CONFIRMED for g in self.passages)
        parts = [f"notes for {supported} of {asked} passages"]
        parts += [f"{confirmed} confirmed"] if confirmed else []
        if self.decisions:
            parts.append(f"{self.decisions} decision{'s' if self.decisions > 1 else ''} in notes")
        parts += [f"{len(self.not_minuted)} not minuted"] if self.not_minuted else []
        return ", ".join(parts)


def current_evidence(acts: Iterable[object]) -> tuple[Evidence, ...]:
    """The confirmations that no other has corrected, oldest first."""
    said = [act for act in acts if isinstance(act, Evidence)]
    replaced = {old for act in said for old in act.replaces}
    return tuple(sorted((act for act in said if act.id not in replaced), key=lambda act: (act.at, act.id)))


def replace_with_confirmed(
    suggested: Sequence[PassageEvidence], said: Iterable[PassageEvidence]
) -> tuple[PassageEvidence, ...]:
    """``suggested``, with what persons said of a passage in its place; the last word on one passage holds."""
    words = {grounds.passage: grounds for grounds in said}
    return tuple(words.get(g.passage, g) for g in suggested)
