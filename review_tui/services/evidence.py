"""What the passages of an item rest on: what the alignment suggests, and what reviewers have confirmed."""

from collections.abc import Iterator, Sequence
from threading import Lock
from typing import TYPE_CHECKING

from review_tui.domain.acts import Evidence
from review_tui.domain.findings import Place
from review_tui.domain.grounds import Grounds, ItemEvidence, Rest, Support, standing_words, with_said
from review_tui.domain.meeting import Source
from review_tui.domain.passages import Passage, PassageKind, passage_at, passages
from review_tui.domain.quotes import SourceQuote
from review_tui.domain.text import Span, line_number, shortened
from review_tui.services.checking import Checking
from review_tui.services.decisions import NotedDecisions, not_minuted
from review_tui.services.reading import ItemView, Reading

if TYPE_CHECKING:  # the alignment is loaded when it is first asked for: the screen is painted before
    from review_tui.evidence import Aligner, Alignment, Link

_FEWEST_WORDS = 3
"""A passage of fewer words asks for no evidence."""
_MOST_LEADING_IN = 16
"""Words of a passage that only says what follows."""
_BARE = 4
"""A decision of at most so many words says that something was decided, not what: "resolved: noted"."""
_THE_DECISION = 0.8
"""How likely the one resolution rests on the one decision of the notes, where that is bare."""
_KEPT = 8
_LINE = 60
"""Characters that are quoted in a sentence at most."""
_CANT_TELL = "which passage that is now can't be told."


class EvidenceReading:
    """Brings minutes and notes together. Changes nothing; several threads may ask."""

    def __init__(self, reading: Reading | None = None, checking: Checking | None = None) -> None:
        self._reading = reading
        self._checking = checking
        self._aligners: dict[tuple[Source, ...], Aligner] = {}
        self._decisions = NotedDecisions()
        self._one = Lock()

    def of_texts(self, draft: str, sources: Sequence[Source]) -> "Alignment":
        """What the passages and sentences of plain texts rest on."""
        from review_tui.evidence import Aligner  # noqa: PLC0415 -- see above

        key = tuple(sources)
        with self._one:
            if key not in self._aligners:
                if len(self._aligners) >= _KEPT:
                    self._aligners.clear()
                self._aligners[key] = Aligner(key)
            return self._aligners[key].align(draft)

    def of_item(self, view: ItemView) -> ItemEvidence:
        """What each passage of an item rests on. Slow enough to want a thread the first time."""
        draft = view.draft
        found = passages(draft.text)
        if not draft.notes:
            return ItemEvidence(tuple(Grounds(p.index, Support.NOT_ASKED) for p in found))
        alignment = self.of_texts(draft.text, draft.notes)
        sources = {note.name: note.text for note in draft.notes}
        decisions = self._decisions.of(draft.notes)
        suggested = [_suggested(p, draft.text, alignment, sources) for p in found]
        suggested = _with_decision(suggested, found, decisions)
        said = list(self._said(view, found, sources))
        grounds = with_said(suggested, (g for g in said if isinstance(g, Grounds)))
        used = [r.place for g in grounds for r in g.rests if g.said or r.place in decisions]
        unused = [
            _place(file, sources[file], span)
            for file, span in alignment.unused
            if not any(p.file == file and p.span.overlaps(span) for p in used)
        ]
        findings = self._checking.of_item(view).findings if self._checking else ()
        left_out = not_minuted(decisions, findings, unused)
        return ItemEvidence(
            grounds,
            unused=tuple(place for place in unused if not any(_is_in(place, other) for other in left_out)),
            decisions=len(decisions),
            not_minuted=left_out,
            lost=tuple(sentence for sentence in said if isinstance(sentence, str)),
            has_notes=True,
        )

    def _said(
        self, view: ItemView, found: tuple[Passage, ...], sources: dict[str, str]
    ) -> Iterator[Grounds | str]:
        """What persons confirmed, where their words stand now; a sentence for what can't be placed."""
        if self._reading is None:
            return
        for act in standing_words(view.draft.acts):
            where = self._reading.placement(act.quote, view.draft)
            passage = passage_at(found, where.span.start) if where.span else None
            if passage is None:
                yield f"{act.by.name} confirmed what a passage rests on, but {_CANT_TELL} {where.sentence}"
                continue
            doubt = "" if where.fate.value in {"placed", "moved"} else where.sentence
            rests, doubts = _rests(act, sources)
            support = Support.CONFIRMED if act.sources else Support.ELSEWHERE
            yield Grounds(passage.index, support, rests, act, " ".join(filter(None, (doubt, *doubts))))


def _suggested(passage: Passage, text: str, alignment: "Alignment", sources: dict[str, str]) -> Grounds:
    if passage.kind is PassageKind.HEADING or len(passage.words.of(text).split()) < _FEWEST_WORDS:
        return Grounds(passage.index, Support.NOT_ASKED)
    rests = tuple(_rest(link, sources) for link in alignment.passages[passage.index].links)
    if not rests and _leads_in(passage.words.of(text)):
        return Grounds(passage.index, Support.NOT_ASKED)
    return Grounds(passage.index, Support.SUGGESTED if rests else Support.UNSUPPORTED, rests)


def _leads_in(words: str) -> bool:
    """Whether a passage says only what comes below it: "Matters arising:", "The following was raised:-"."""
    return words.rstrip(" *_-\u2013\u2014").endswith(":") and len(words.split()) <= _MOST_LEADING_IN


def _with_decision(
    grounds: list[Grounds], found: Sequence[Passage], decisions: Sequence[Place]
) -> list[Grounds]:
    """An item's only resolution rests on the only decision of its notes, where no passage does yet."""
    resolutions = [p.index for p in found if p.kind is PassageKind.RESOLUTION]
    if len(resolutions) != 1 or len(decisions) != 1 or len(decisions[0].quote.split()) > _BARE:
        return grounds
    (at,), (decision,) = resolutions, decisions
    if any(rest.place.overlaps(decision) for ground in grounds for rest in ground.rests):
        return grounds
    rest = Rest(decision, "the one decision in the notes", _THE_DECISION)
    rests = tuple(sorted((rest, *grounds[at].rests), key=lambda r: -(r.score or 0)))
    return [*grounds[:at], Grounds(at, Support.SUGGESTED, rests), *grounds[at + 1 :]]


def _is_in(place: Place, other: Place) -> bool:
    """Whether a place is told of already with another: it is in the same line."""
    return place.overlaps(other) and "\n" not in place.quote.strip()


def _rest(link: "Link", sources: dict[str, str]) -> Rest:
    return Rest(_place(link.file, sources[link.file], link.span), link.why, link.score)


def _rests(act: Evidence, sources: dict[str, str]) -> tuple[tuple[Rest, ...], list[str]]:
    """Where the confirmed notes stand now, and a sentence for those that can't be placed."""
    from review_tui.domain.anchors import place  # noqa: PLC0415 -- only confirmations need it

    rests, doubts = [], []
    for source in act.sources:
        text = sources.get(source.file, "")
        where = place(source.quote, text)
        span = where.span or (where.candidates[0] if len(where.candidates) == 1 else None)
        if span is None:
            doubts.append(_gone(source, act, is_there=bool(where.candidates)))
            continue
        rests.append(Rest(_place(source.file, text, span), f"confirmed by {act.by.name}"))
        doubts += [] if where.fate.value in {"placed", "moved"} else [where.sentence]
    return tuple(rests), doubts


def _gone(source: SourceQuote, act: Evidence, *, is_there: bool) -> str:
    now = "which may now stand in several places there" if is_there else "which can't be found there any more"
    return f"{act.by.name} confirmed “{shortened(source.quote.quote, _LINE)}” in {source.file}, {now}."


def _place(file: str, text: str, span: Span) -> Place:
    """The words at ``span`` of a source as a place to show."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return Place(
        file, span, line_number(text, span.start), span.of(text), text[start : end if end >= 0 else None]
    )
