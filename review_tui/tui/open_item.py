"""One item as it lies open on the screen: the text, its flags, its findings and the things to look at."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from review_tui.anchoring.contrast import contrast
from review_tui.application.meeting_checks import MINUTES, item_of
from review_tui.application.reading import ItemView, PlacedFlag
from review_tui.model.acts import Approval, Correction, Objection
from review_tui.model.fact_support import ItemFacts
from review_tui.model.findings import Finding, Location
from review_tui.model.frozen import frozen
from review_tui.model.passage_evidence import ItemEvidence, PassageEvidence
from review_tui.model.passages import Passage, passage_at, passages
from review_tui.model.rendered import flowing, shown_words
from review_tui.model.text import Span
from review_tui.model.text_map import TextMap
from review_tui.model.transitions import Move, Status

if TYPE_CHECKING:
    from review_tui.anchoring.placement import Placement


class ConcernKind(StrEnum):
    """What sort of thing waits to be looked at."""

    FINDING = "finding"
    FLAG = "flag"
    LOST_FLAG = "lost flag"
    OBJECTION = "objection"
    STALE = "stale approval"
    CORRECTION = "correction"


@frozen
class Concern:
    """One thing to look at, and the passage to go to for it."""

    kind: ConcernKind
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
        act = self.flag.thread.flag if self.flag else self.objection or self.correction
        return act.id if act else ""

    @property
    def suggested(self) -> tuple[Span, str, str] | None:
        """Where, what instead, and why: of a finding's or a flag's suggestion."""
        if self.finding and self.finding.suggestion:
            return self.finding.suggestion.span, self.finding.suggestion.text, self.finding.message
        if self.flag and self.span and self.flag.thread.flag.suggest is not None:
            return self.span, self.flag.thread.flag.suggest, ""
        return None


@frozen(slots=False)
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
    facts: ItemFacts = field(default_factory=ItemFacts)
    """What became of the draft's facts in the notes; empty until it has been worked out."""
    others_begin: Mapping[str, int] = field(default_factory=dict)
    """Lines of the file before each item of a meeting whose minutes are one file, by the ids."""
    signatures: Mapping[str, str] = field(default_factory=dict)
    """What there is to say of the signature of each act, by its id; empty until the history was asked."""
    is_known: bool = False
    """Whether it is known who sits here, what may be done, and where the flags are."""
    is_checked: bool = False
    """Whether the checks have been run over it."""
    passages: tuple[Passage, ...] = field(init=False, default=())
    concerns: tuple[Concern, ...] = field(init=False, default=())
    """In the order of the text; first what belongs to no passage."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "passages", passages(self.view.draft.text))
        found = [*self._whole_item(), *self._finding_concerns(), *self._flag_concerns(), *self._corrected()]
        object.__setattr__(self, "concerns", tuple(sorted(found, key=_place_in_text)))

    def concerns_at(self, passage: int) -> tuple[Concern, ...]:
        """What there is to look at in one passage: what is to be mended there first."""
        return tuple(self._concerns_by_passage.get(passage, ()))

    def suggesting(self, passage: int, looked_at: Concern | None) -> Concern | None:
        """The finding ``looked_at`` where it suggests wording; beside a flag, the only one that does.

        Never another finding than the one shown: its wording would be taken with somebody else's reason.
        """
        if looked_at and (looked_at.finding or looked_at.suggested):
            return looked_at if looked_at.suggested else None
        others = [concern for concern in self.concerns_at(passage) if concern.suggested]
        return others[0] if len(others) == 1 else None

    def concerns_onward(self, passage: int, looked_at: Concern | None, step: int) -> tuple[Concern, ...]:
        """The things after ``looked_at``, else from ``passage`` on; for a ``step`` of -1 those before it.

        The nearest is the first.
        """
        if looked_at is not None and looked_at in self.concerns and looked_at.passage == passage:
            place = self.concerns.index(looked_at)
            onward = self.concerns[place + 1 :] if step > 0 else self.concerns[:place]
        else:
            onward = tuple(t for t in self.concerns if (t.passage - passage) * step >= 0)
        return onward if step > 0 else onward[::-1]

    def line_of(self, place: Location) -> int:
        """The line of its file on which a place begins: minutes of a meeting may be one file."""
        if place.file == MINUTES:
            return place.line + self.view.draft.base.line
        return place.line + self.others_begin.get(item_of(place.file), 0)

    def called(self, other: str) -> str:
        """What a reader calls another item of the meeting: by its number, if it has one."""
        numbers = {item.id: item.number or item.title for item in self.view.meeting.items}
        return f"item {numbers.get(other, other)}"

    def shown(self, passage: Passage) -> TextMap:
        """What is shown of a passage, and where in the minutes each character of it stands."""
        return shown_words(self.view.draft.text, passage).map

    def edited(self, passage: Passage) -> TextMap:
        """What is put into an editor of a passage: all of its words, on one line, with their marks."""
        return flowing(self.view.draft.text, passage)

    def evidence_of(self, passage: int) -> PassageEvidence | None:
        """What a passage rests on, as far as that is known."""
        return self.evidence.of(passage)

    def finding_spans(self, passage: Passage) -> tuple[Span, ...]:
        """Words of a passage that findings are about, every place of each finding included."""
        return tuple(s for s in self._finding_spans.get(passage.index, ()) if passage.span.holds(s))

    def differing_spans(self, passage: Passage) -> tuple[Span, ...]:
        """Words of a passage in which the places of a finding differ from each other."""
        return tuple(s for s in self._differing if passage.span.holds(s))

    @cached_property
    def _differing(self) -> tuple[Span, ...]:
        held = (each for found in self.findings for each in contrast(found, MINUTES))
        return tuple(span for place, spans in held if place.file == MINUTES for span in spans)

    def flag_spans(self, passage: Passage) -> tuple[Span, ...]:
        """Words of a passage that open flags are about."""
        return tuple(s for s in self._flag_spans.get(passage.index, ()) if s.overlaps(passage.span))

    # What belongs to each passage is gathered once: a passage that looked through all flags and findings
    # itself would make long minutes with many of them slow to show.

    @cached_property
    def _concerns_by_passage(self) -> dict[int, list[Concern]]:
        """What ``concerns_at`` gives: first what is to be mended there, then what is also about it."""
        found: dict[int, list[Concern]] = {}
        for concern in self.concerns:
            if concern.span is not None:
                found.setdefault(concern.passage, []).append(concern)
        for concern in self.concerns:
            for passage in concern.also:
                found.setdefault(passage, []).append(concern)
        return found

    @cached_property
    def _finding_spans(self) -> dict[int, list[Span]]:
        return self._by_passage(p.span for f in self.findings for p in f.places if p.file == MINUTES)

    @cached_property
    def _flag_spans(self) -> dict[int, list[Span]]:
        unsettled = (f for f in self.flags if f.thread.is_unsettled)
        return self._by_passage(f.placement.span for f in unsettled if f.placement.span)

    def _by_passage(self, spans: Iterable[Span]) -> dict[int, list[Span]]:
        """``spans`` by the index of each passage that they may reach into."""
        found: dict[int, list[Span]] = {}
        for span in spans:
            first = max(bisect_right(self.passages, span.start, key=_start) - 1, 0)
            for passage in self.passages[first : bisect_right(self.passages, span.end, key=_start)]:
                found.setdefault(passage.index, []).append(span)
        return found

    def _whole_item(self) -> Iterable[Concern]:
        state = self.view.state
        if state.status is Status.STALE:
            yield Concern(ConcernKind.STALE, 0, None, approvals=state.approvals)
        for objection in state.objections:
            yield Concern(ConcernKind.OBJECTION, 0, None, objection=objection)

    def _finding_concerns(self) -> Iterable[Concern]:
        for found in self.findings:
            spans = [p.span for p in found.places if p.file == MINUTES]
            wheres = [p.index for s in spans if (p := passage_at(self.passages, s.start))]
            index, span = (wheres[0], spans[0]) if wheres else (0, None)
            yield Concern(
                ConcernKind.FINDING, index, span, finding=found, also=frozenset(wheres[1:]) - {index}
            )

    def _flag_concerns(self) -> Iterable[Concern]:
        for placed in self.flags:
            thread = placed.thread
            if not thread.is_unsettled and not thread.is_disputed:
                continue
            span = placed.placement.span
            where = self.nearest(span.start) if span else None
            if where is None:
                yield Concern(ConcernKind.LOST_FLAG, 0, None, flag=placed)
            else:
                yield Concern(ConcernKind.FLAG, where.index, span, flag=placed)

    def _corrected(self) -> Iterable[Concern]:
        for correction, placement in self.corrections:
            where = self.nearest(placement.span.start) if placement.span else None
            index, span = (where.index, placement.span) if where else (0, None)
            yield Concern(ConcernKind.CORRECTION, index, span, correction=correction)

    def nearest(self, offset: int) -> Passage | None:
        """The passage at ``offset``, or the one before the gap that ``offset`` stands in."""
        at = bisect_right(self.passages, offset, key=_start) - 1
        return self.passages[max(at, 0)] if self.passages else None


def _start(passage: Passage) -> int:
    return passage.span.start


def _place_in_text(concern: Concern) -> int:
    return concern.span.start if concern.span else -1
