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
from review_tui.domain.text import Span, line_number
from review_tui.services.checking import Checking
from review_tui.services.reading import ItemView, Reading

if TYPE_CHECKING:  # the alignment is loaded when it is first asked for: the screen is painted before
    from review_tui.evidence import Aligner, Alignment, Link

OMITTED = "notes-omitted"
"""The check that tells of decisions that the minutes leave out."""
_FEWEST_WORDS = 3
"""A passage of fewer words asks for no evidence."""
_KEPT = 8
_CANT_TELL = "which passage that is now can't be told."


class EvidenceReading:
    """Brings minutes and notes together. Changes nothing; several threads may ask."""

    def __init__(self, reading: Reading | None = None, checking: Checking | None = None) -> None:
        self._reading = reading
        self._checking = checking
        self._aligners: dict[tuple[Source, ...], Aligner] = {}
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
        suggested = [_suggested(p, draft.text, alignment, sources) for p in found]
        said = list(self._said(view, found, sources))
        grounds = with_said(suggested, (g for g in said if isinstance(g, Grounds)))
        decisions, not_minuted = self._decisions(view)
        used = [r.place for g in grounds if g.said for r in g.rests]
        return ItemEvidence(
            grounds,
            unused=tuple(
                place
                for file, span in alignment.unused
                if not any(p.file == file and p.span.overlaps(span) for p in used)
                for place in [_place(file, sources[file], span)]
            ),
            decisions=decisions,
            not_minuted=not_minuted,
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

    def _decisions(self, view: ItemView) -> tuple[int, tuple[Place, ...]]:
        """How many decisions the notes have, and which of them the minutes leave out."""
        from review_tui.checks.material import Document  # noqa: PLC0415 -- see above
        from review_tui.checks.notes.kinds import Kind, kind_of  # noqa: PLC0415 -- see above
        from review_tui.checks.notes.lines import lines_of  # noqa: PLC0415 -- see above

        lines = lines_of(tuple(Document.read(n.name, n.text) for n in view.draft.notes))
        decisions = [line for line in lines if kind_of(line) is Kind.DECISION]
        found = self._checking.of_item(view).findings if self._checking else ()
        left_out = tuple(
            place
            for finding in found
            if finding.check == OMITTED
            for place in finding.places
            if any(d.document.file == place.file and d.span.overlaps(place.span) for d in decisions)
        )
        return len(decisions), left_out


def _suggested(passage: Passage, text: str, alignment: "Alignment", sources: dict[str, str]) -> Grounds:
    if passage.kind is PassageKind.HEADING or len(passage.words.of(text).split()) < _FEWEST_WORDS:
        return Grounds(passage.index, Support.NOT_ASKED)
    rests = tuple(_rest(link, sources) for link in alignment.passages[passage.index].links)
    return Grounds(passage.index, Support.SUGGESTED if rests else Support.UNSUPPORTED, rests)


def _rest(link: "Link", sources: dict[str, str]) -> Rest:
    return Rest(_place(link.file, sources[link.file], link.span), link.why, link.score)


def _rests(act: Evidence, sources: dict[str, str]) -> tuple[tuple[Rest, ...], list[str]]:
    """Where the confirmed notes stand now, and a sentence for those that can't be placed."""
    from review_tui.domain.anchors import place  # noqa: PLC0415 -- only confirmations need it

    rests, doubts = [], []
    for source in act.sources:
        text = sources.get(source.file)
        where = place(source.quote, text) if text is not None else None
        if text is None or where is None or where.span is None:
            doubts.append(_gone(source, act))
            continue
        rests.append(Rest(_place(source.file, text, where.span), f"confirmed by {act.by.name}"))
        doubts += [where.sentence] if where.fate.value == "changed" else []
    return tuple(rests), doubts


def _gone(source: SourceQuote, act: Evidence) -> str:
    words = " ".join(source.quote.quote.split())
    short = words if len(words) <= 60 else f"{words[:59]}…"  # noqa: PLR2004 -- what fits a line
    return f"{act.by.name} confirmed “{short}” in {source.file}, which can't be found there any more."


def _place(file: str, text: str, span: Span) -> Place:
    """The words at ``span`` of a source as a place to show."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return Place(
        file, span, line_number(text, span.start), span.of(text), text[start : end if end >= 0 else None]
    )
