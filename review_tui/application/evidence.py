"""What the passages of an item rest on: what the alignment suggests, and what reviewers have confirmed."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from threading import Lock
from typing import TYPE_CHECKING

from review_tui.application.checking import Checking
from review_tui.application.meeting_checks import LONGEST
from review_tui.application.noted_decisions import NotedDecisions, decisions_not_minuted
from review_tui.application.reading import BookReader, ItemView
from review_tui.model.acts import Evidence
from review_tui.model.fact_support import Fact, FactStatus
from review_tui.model.findings import Location
from review_tui.model.meeting import Source, notes_name
from review_tui.model.passage_evidence import (
    EvidenceLine,
    ItemEvidence,
    PassageEvidence,
    Support,
    current_evidence,
    replace_with_confirmed,
)
from review_tui.model.passages import Passage, PassageKind, passage_at, passages
from review_tui.model.quotes import SourceQuote
from review_tui.model.rendered import rendered_words
from review_tui.model.text import Span, line_number, shorten

if TYPE_CHECKING:  # the alignment is loaded when it is first asked for: the screen is painted before
    from review_tui.alignment.aligner import Aligner
    from review_tui.alignment.links import Alignment, Link
    from review_tui.application.fact_reading import FactReader

_FEWEST_WORDS = 3
"""A passage of fewer words asks for no evidence."""
_MOST_LEADING_IN = 16
"""Words of a passage that only says what follows."""
_MOST_BARE_WORDS = 4
"""A decision of at most so many words says that something was decided, not what: "resolved: noted"."""
_THE_DECISION = 0.8
"""How likely the one resolution rests on the one decision of the notes, where that is bare."""
_BY_FACTS = 0.5
"""How likely a passage rests on the line that has its facts, where no more of its words are there."""
_ENOUGH_FACTS = 2
"""Facts of a passage in one line that are no chance ..."""
_TELLING_FACTS = frozenset({"time", "sum of money", "percentage", "period"})
"""... and kinds of which one is enough. Of 39 sentences that were said to have none in notes of many hands,
16 have such a line; of 123 whose line was taken out, 4."""
_MOST_KEPT = 8
"""Items whose evidence stays in memory: those that a reviewer goes back and forth between."""
_HAS = "has "
"""How the reason begins where only facts speak for a line."""
_MOST_BY_FACTS = 2
"""Lines that are shown for their facts."""
_MOST_QUOTED = 3
"""Facts that a reason names."""
_LONGEST_QUOTE = 60
"""Characters that are quoted in a sentence at most."""
_CANT_TELL = "which passage that is now can't be told."


class EvidenceReader:
    """Brings minutes and notes together. Changes nothing; several threads may ask."""

    def __init__(
        self,
        reading: BookReader | None = None,
        checking: Checking | None = None,
        facts: "FactReader | None" = None,
    ) -> None:
        self._reading = reading
        self._checking = checking
        self._facts = facts
        self._aligners: dict[tuple[Source, ...], Aligner] = {}
        self._decisions = NotedDecisions()
        self._one = Lock()

    def of_texts(self, draft: str, sources: Sequence[Source]) -> "Alignment":
        """What the passages and sentences of plain texts rest on."""
        from review_tui.alignment.aligner import Aligner  # noqa: PLC0415 -- see above

        key = tuple(sources)
        with self._one:
            if key not in self._aligners:
                if len(self._aligners) >= _MOST_KEPT:
                    self._aligners.clear()
                self._aligners[key] = Aligner(key)
            return self._aligners[key].align(draft)

    def of_item(self, view: ItemView) -> ItemEvidence:
        """What each passage of an item rests on. Slow enough to want a thread the first time."""
        draft = view.draft
        found = passages(draft.text)
        if not draft.notes:
            return ItemEvidence(tuple(PassageEvidence(p.index, Support.NOT_ASKED) for p in found))
        alignment = self.of_texts(draft.text, draft.notes)
        sources = {note.name: note.text for note in draft.notes}
        decisions = self._decisions.of(draft.notes)
        suggested = [_suggestion(p, draft.text, alignment, sources) for p in found]
        if self._facts and any(g.support is Support.UNSUPPORTED for g in suggested):
            suggested = _with_facts(suggested, found, self._facts.of_item(view).facts, sources)
        suggested = _with_decision(suggested, found, decisions)
        said = list(self._confirmations(view, found, sources))
        grounds = replace_with_confirmed(suggested, (g for g in said if isinstance(g, PassageEvidence)))
        used = [
            r.place
            for g in grounds
            for r in g.lines
            # Beside the whole meeting, a line may seem unused that this item's passage rests on.
            if g.said or r.place in decisions or view.shares_notes or r.why.startswith(_HAS)
        ]
        unused = [
            place_in(file, sources[file], span)
            for file, span in self._unused_notes(view, alignment)
            if not any(p.file == file and p.span.overlaps(span) for p in used)
        ]
        findings = self._checking.of_item(view).findings if self._checking else ()
        left_out = decisions_not_minuted(decisions, findings, unused)
        return ItemEvidence(
            grounds,
            unused=tuple(place for place in unused if not any(_is_in(place, other) for other in left_out)),
            decisions=len(decisions),
            not_minuted=left_out,
            lost=tuple(sentence for sentence in said if isinstance(sentence, str)),
            has_notes=True,
        )

    def _unused_notes(self, view: ItemView, alignment: "Alignment") -> "Sequence[tuple[str, Span]]":
        """The notes that no passage rests on: none of any item, where all of a meeting share their notes."""
        if not view.shares_notes or self._reading is None:
            return alignment.unused
        texts = self._reading.item_texts(view.meeting)
        gap = "" if view.meeting.file else "\n\n"
        whole = gap.join(view.draft.text if each.item.id == view.item.id else each.text for each in texts)
        return self.of_texts(whole, view.draft.notes).unused if len(whole) <= LONGEST else ()

    def _confirmations(
        self, view: ItemView, found: tuple[Passage, ...], sources: dict[str, str]
    ) -> Iterator[PassageEvidence | str]:
        """What persons confirmed, where their words stand now; a sentence for what can't be placed."""
        if self._reading is None:
            return
        for act in current_evidence(view.draft.acts):
            where = self._reading.placement(act.quote, view.draft)
            passage = passage_at(found, where.span.start) if where.span else None
            if passage is None:
                yield f"{act.by.name} confirmed where a passage comes from, but {_CANT_TELL} {where.sentence}"
                continue
            doubt = "" if where.fate.value in {"placed", "moved"} else where.sentence
            rests, doubts = _confirmed_lines(act, sources)
            support = Support.CONFIRMED if act.sources else Support.ELSEWHERE
            yield PassageEvidence(
                passage.index, support, rests, act, " ".join(filter(None, (doubt, *doubts)))
            )


def _suggestion(
    passage: Passage, text: str, alignment: "Alignment", sources: dict[str, str]
) -> PassageEvidence:
    links = alignment.passages[passage.index].links
    if not asks_for_evidence(passage, text, is_linked=bool(links)):
        return PassageEvidence(passage.index, Support.NOT_ASKED)
    rests = tuple(_evidence_line(link, sources) for link in links)
    return PassageEvidence(passage.index, Support.SUGGESTED if rests else Support.UNSUPPORTED, rests)


def asks_for_evidence(passage: Passage, text: str, *, is_linked: bool) -> bool:
    """Whether a passage says something: it is no heading, is not too short, and does not only lead in.

    What only leads in asks for evidence too where it ``is_linked`` to some.
    """
    words = rendered_words(text, passage).text.replace("|", " ")
    if passage.kind is PassageKind.HEADING or passage.is_head or len(words.split()) < _FEWEST_WORDS:
        return False
    return is_linked or not _leads_in(words)


def _leads_in(words: str) -> bool:
    """Whether a passage says only what comes below it: "Matters arising:", "The following was raised:-"."""
    return words.rstrip(" *_-\u2013\u2014").endswith(":") and len(words.split()) <= _MOST_LEADING_IN


def _with_facts(
    grounds: list[PassageEvidence], found: Sequence[Passage], facts: Sequence[Fact], sources: dict[str, str]
) -> list[PassageEvidence]:
    """What no line of the notes is alike rests on the line that has its facts: "PCPT 06/07 1700"."""
    with_facts = []
    for passage, ground in zip(found, grounds, strict=True):
        rests: tuple[EvidenceLine, ...] = ()
        if ground.support is Support.UNSUPPORTED:
            rests = tuple(lines_with([f for f in facts if passage.words.holds(f.place.span)], sources))
        with_facts.append(PassageEvidence(passage.index, Support.SUGGESTED, rests) if rests else ground)
    return with_facts


def lines_with(facts: Sequence[Fact], sources: dict[str, str]) -> Iterator[EvidenceLine]:
    """The lines of the notes that have so much of these facts that it is no chance, those with most first."""
    from review_tui.alignment.explanation import listed  # noqa: PLC0415 -- see above

    told: defaultdict[tuple[str, int], list[tuple[Fact, Location]]] = defaultdict(list)
    for fact in facts:
        places = (place for place in reversed(fact.noted) if place.file in sources)
        for place in {(place.file, place.line): place for place in places}.values():
            told[place.file, place.line].append((fact, place))
    for (file, _), noted in sorted(told.items(), key=lambda each: -len(each[1]))[:_MOST_BY_FACTS]:
        is_enough = len(noted) >= _ENOUGH_FACTS or any(
            fact.status is FactStatus.CONTRADICTED or fact.kind in _TELLING_FACTS for fact, _ in noted
        )
        if is_enough:
            quotes = dict.fromkeys(f"\u201c{place.quote}\u201d" for _, place in noted)
            why = _HAS + listed([*quotes][:_MOST_QUOTED])
            yield EvidenceLine(_whole_line(noted[0][1], sources[file]), why, _BY_FACTS)


def _whole_line(place: Location, text: str) -> Location:
    start = text.rfind("\n", 0, place.span.start) + 1
    end = text.find("\n", place.span.start)
    words = text[start : end if end >= 0 else len(text)]
    start += len(words) - len(words.lstrip())
    return place_in(place.file, text, Span(start, start + len(words.strip())))


def _with_decision(
    grounds: list[PassageEvidence], found: Sequence[Passage], decisions: Sequence[Location]
) -> list[PassageEvidence]:
    """An item's only resolution rests on the only decision of its notes, where no passage does yet."""
    resolutions = [p.index for p in found if p.kind is PassageKind.RESOLUTION]
    if len(resolutions) != 1 or len(decisions) != 1 or len(decisions[0].quote.split()) > _MOST_BARE_WORDS:
        return grounds
    (at,), (decision,) = resolutions, decisions
    own = [rest for rest in grounds[at].lines if rest.place.overlaps(decision)]
    if any(r.place.overlaps(decision) for g in grounds if g.passage != at for r in g.lines):
        return grounds
    if any((rest.score or 0) >= _THE_DECISION for rest in own):
        return grounds
    # What the words say of it too may leave it no less sure: putting a slip right would look like a loss.
    others = [rest for rest in grounds[at].lines if rest not in own]
    where = own[0].place if own else decision
    rest = EvidenceLine(where, "the one decision in the notes", _THE_DECISION)
    rests = tuple(sorted((rest, *others), key=lambda r: -(r.score or 0)))
    return [*grounds[:at], PassageEvidence(at, Support.SUGGESTED, rests), *grounds[at + 1 :]]


def _is_in(place: Location, other: Location) -> bool:
    """Whether a place is told of already with another: it is in the same line."""
    return place.overlaps(other) and "\n" not in place.quote.strip()


def _evidence_line(link: "Link", sources: dict[str, str]) -> EvidenceLine:
    return EvidenceLine(place_in(link.file, sources[link.file], link.span), link.why, link.score)


def _confirmed_lines(act: Evidence, sources: dict[str, str]) -> tuple[tuple[EvidenceLine, ...], list[str]]:
    """Where the confirmed notes stand now, and a sentence for those that can't be placed."""
    from review_tui.anchoring.placement import place  # noqa: PLC0415 -- only confirmations need it

    rests, doubts = [], []
    for source in act.sources:
        file = _file_now(source.file, sources)
        text = sources.get(file, "")
        where = place(source.quote, text)
        span = where.span or (where.candidates[0] if len(where.candidates) == 1 else None)
        if span is None:
            doubts.append(_lost_sentence(source, act, is_there=bool(where.candidates)))
            continue
        rests.append(EvidenceLine(place_in(file, text, span), f"confirmed by {act.by.name}"))
        doubts += [] if where.fate.value in {"placed", "moved"} else [where.sentence]
    return tuple(rests), doubts


def _file_now(file: str, sources: dict[str, str]) -> str:
    """Where notes lie now, which may have become those of the meeting, or gone into the folder for them."""
    same = (name for name in sources if notes_name(name) == notes_name(file))
    return file if file in sources else next(same, file)


def _lost_sentence(source: SourceQuote, act: Evidence, *, is_there: bool) -> str:
    now = "which may now stand in several places there" if is_there else "which can't be found there any more"
    return f"{act.by.name} confirmed “{shorten(source.quote.quote, _LONGEST_QUOTE)}” in {source.file}, {now}."


def place_in(file: str, text: str, span: Span) -> Location:
    """The words at ``span`` of a source as a place to show."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return Location(
        file, span, line_number(text, span.start), span.of(text), text[start : end if end >= 0 else None]
    )
