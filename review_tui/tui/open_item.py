"""One item as it lies open on the screen: the text, its flags, its findings and the things to look at."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from review_tui.domain.acts import Approval, Correction, Objection
from review_tui.domain.findings import Finding
from review_tui.domain.grounds import Grounds, ItemEvidence
from review_tui.domain.passages import Passage, passage_at, passages
from review_tui.domain.standing import Move, Standing
from review_tui.domain.text import Span
from review_tui.services.checking import MINUTES
from review_tui.services.reading import ItemView, PlacedFlag

if TYPE_CHECKING:
    from review_tui.domain.anchors import Placement


class ThingKind(StrEnum):
    """What sort of thing waits to be looked at."""

    FINDING = "finding"
    FLAG = "flag"
    LOST_FLAG = "lost flag"
    OBJECTION = "objection"
    STALE = "stale approval"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing to look at, and the passage to go to for it."""

    kind: ThingKind
    passage: int
    """Index of the passage to go to; 0 for what belongs to no passage."""
    span: Span | None
    finding: Finding | None = None
    flag: PlacedFlag | None = None
    objection: Objection | None = None
    approvals: tuple[Approval, ...] = ()
    """Of a text that has changed since."""
    correction: Correction | None = None
    """What a later meeting put right in the signed words."""
    also: frozenset[int] = frozenset()
    """Other passages that a finding is about."""

    @property
    def act(self) -> str:
        """The id of the flag, objection or correction that it is; empty for what is none."""
        act = self.flag.conversation.flag if self.flag else self.objection or self.correction
        return act.id if act else ""


@dataclass(frozen=True)
class OpenItem:
    """Everything the screen shows of one item. A change gives a new value."""

    view: ItemView
    flags: tuple[PlacedFlag, ...] = ()
    corrections: tuple[tuple[Correction, "Placement"], ...] = ()
    """Each with where its words stand."""
    findings: tuple[Finding, ...] = ()
    complaints: tuple[str, ...] = ()
    """Sentences about what could not be read or checked."""
    refusals: dict[Move, str] = field(default_factory=dict)
    """Why each move can't be made now, in words; empty when it can."""
    lifts: tuple[Objection, ...] = ()
    """The reviewer's own objections, which approving would lift."""
    evidence: ItemEvidence = field(default_factory=ItemEvidence)
    """What the passages rest on; empty until it has been worked out."""
    is_checked: bool = False
    """Whether the checks have been run over it."""
    passages: tuple[Passage, ...] = field(init=False, default=())
    things: tuple[Thing, ...] = field(init=False, default=())
    """In the order of the text; first what belongs to no passage."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "passages", passages(self.view.draft.text))
        found = [*self._whole_item(), *self._finding_things(), *self._flag_things(), *self._corrected()]
        object.__setattr__(self, "things", tuple(sorted(found, key=_place_in_text)))

    def things_at(self, passage: int) -> tuple[Thing, ...]:
        """What there is to look at in one passage: what is to be mended there first."""
        main = [t for t in self.things if t.span is not None and t.passage == passage]
        return (*main, *(t for t in self.things if passage in t.also))

    def grounds(self, passage: int) -> Grounds | None:
        """What a passage rests on, as far as that is known."""
        return self.evidence.of(passage)

    def finding_spans(self, passage: Passage) -> tuple[Span, ...]:
        """Words of a passage that findings are about, every place of each finding included."""
        spans = (p.span for f in self.findings for p in f.places if p.file == MINUTES)
        return tuple(s for s in spans if passage.span.holds(s))

    def flag_spans(self, passage: Passage) -> tuple[Span, ...]:
        """Words of a passage that open flags are about."""
        waiting = self.view.state.unsettled_flags
        spans = (f.placement.span for f in self.flags if f.conversation.flag in waiting and f.placement.span)
        return tuple(s for s in spans if s.overlaps(passage.span))

    def _whole_item(self) -> Iterable[Thing]:
        state = self.view.state
        if state.standing is Standing.STALE:
            yield Thing(ThingKind.STALE, 0, None, approvals=state.approvals)
        for objection in state.objections:
            yield Thing(ThingKind.OBJECTION, 0, None, objection=objection)

    def _finding_things(self) -> Iterable[Thing]:
        for found in self.findings:
            spans = [p.span for p in found.places if p.file == MINUTES]
            wheres = [p.index for s in spans if (p := passage_at(self.passages, s.start))]
            index, span = (wheres[0], spans[0]) if wheres else (0, None)
            yield Thing(ThingKind.FINDING, index, span, finding=found, also=frozenset(wheres[1:]) - {index})

    def _flag_things(self) -> Iterable[Thing]:
        for placed in self.flags:
            talk = placed.conversation
            if talk.flag not in self.view.state.unsettled_flags and not talk.is_disputed:
                continue
            span = placed.placement.span
            where = self.nearest(span.start) if span else None
            if where is None:
                yield Thing(ThingKind.LOST_FLAG, 0, None, flag=placed)
            else:
                yield Thing(ThingKind.FLAG, where.index, span, flag=placed)

    def _corrected(self) -> Iterable[Thing]:
        for correction, placement in self.corrections:
            where = self.nearest(placement.span.start) if placement.span else None
            index, span = (where.index, placement.span) if where else (0, None)
            yield Thing(ThingKind.CORRECTION, index, span, correction=correction)

    def nearest(self, offset: int) -> Passage | None:
        """The passage at ``offset``, or the one before the gap that ``offset`` stands in."""
        before = [p for p in self.passages if p.span.start <= offset]
        return before[-1] if before else (self.passages[0] if self.passages else None)


def _place_in_text(thing: Thing) -> int:
    return thing.span.start if thing.span else -1
