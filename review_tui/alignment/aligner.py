"""Aligns a draft with its notes, and after a change works out anew only what the change touched."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from review_tui.alignment.classifier import Classification, classify
from review_tui.alignment.explanation import explain
from review_tui.alignment.index import Index
from review_tui.alignment.links import Alignment, Link, UnitEvidence, UnitKind
from review_tui.alignment.query import NameForms, Query, QueryBuilder
from review_tui.alignment.ranges import Range, ranges_of, unused_ranges
from review_tui.alignment.scoring import Scorer, Scores
from review_tui.alignment.units import units_of
from review_tui.language.sentences import sentences
from review_tui.model.frozen import frozen
from review_tui.model.meeting import Source
from review_tui.model.passages import Passage, passages
from review_tui.model.rendered import rendered
from review_tui.model.text import Span

_RANKED = 16
"""So many units are looked at for one sentence."""
_MOST_LINKS = 5
"""So many ranges are shown for one sentence or passage."""
_BY_PLACE = "stands where the sentences around it point"


@frozen
class _Sentence:
    """A sentence of the draft where it stands."""

    span: Span
    passage: int
    text: str


class Aligner:
    """Knows the notes of one item; give it the draft as often as it changes."""

    def __init__(self, sources: Sequence[Source]) -> None:
        """``sources``: the notes, in the order in which they should be read."""
        self._sources = tuple(sources)
        self._seen = tuple(rendered(source.text) for source in self._sources)
        read = tuple(replace(s, text=seen.text) for s, seen in zip(self._sources, self._seen, strict=True))
        self._units = units_of(read)
        texts = [unit.said.of(read[unit.source].text) for unit in self._units]
        self._index = Index.of(
            texts, [unit.speaker for unit in self._units], [unit.source for unit in self._units]
        )
        self._asker = QueryBuilder(NameForms.in_texts(source.text for source in read), self._index.shorts)
        self._scorer = Scorer(self._index)
        stems = self._index.stems
        self._rarity = {name: float(stems.rarity[number]) for name, number in stems.names.items()}
        self._whys: dict[tuple[str, Query, int, int], str] = {}

    def is_for(self, sources: Sequence[Source]) -> bool:
        """Whether these are the notes that it knows."""
        return self._sources == tuple(sources)

    def align(self, draft: str) -> Alignment:
        """What each passage and sentence of ``draft`` rests on.

        Draft and notes are read as a reader sees them; what is told are characters of the files.
        """
        seen = rendered(draft)
        parts = [
            _Sentence(span, passage.index, span.of(seen.text))
            for passage in seen.passages
            for span in sentences(seen.text, passage.words)
        ]
        questions = self._asker.questions([part.text for part in parts])
        scores = self._scorer.scores(questions)
        verdicts = classify(scores, questions, self._index, _RANKED)
        ranges = [ranges_of(verdict, self._units)[:_MOST_LINKS] for verdict in verdicts]
        lone = [
            UnitEvidence(
                seen.map.to_source(part.span),
                UnitKind.SENTENCE,
                self._file_links(part, asked, found_in),
                verdict.evidence,
            )
            for part, asked, verdict, found_in in zip(parts, questions, verdicts, ranges, strict=True)
        ]
        own: defaultdict[int, list[UnitEvidence]] = defaultdict(list)
        for part, evidence in zip(parts, lone, strict=True):
            own[part.passage].append(evidence)
        return Alignment(
            sentences=tuple(lone),
            passages=tuple(_passage_evidence(passage, own[passage.index]) for passage in passages(draft)),
            unused=self._unused_places(verdicts, ranges, scores),
        )

    def _file_links(self, part: _Sentence, asked: Query, found: Sequence[Range]) -> tuple[Link, ...]:
        return tuple(
            Link(
                *self._in_file(
                    self._units[place.first].source,
                    Span(self._units[place.first].span.start, self._units[place.last].span.end),
                ),
                round(place.chance, 3),
                self._explain_link(part.text, asked, place),
            )
            for place in found
        )

    def _explain_link(self, sentence: str, asked: Query, place: Range) -> str:
        key = (sentence, asked, place.first, place.last)
        if key not in self._whys:
            words = [word for at in range(place.first, place.last + 1) for word in self._index.words[at]]
            self._whys[key] = explain(sentence, asked, words, self._rarity) or _BY_PLACE
        return self._whys[key]

    def _unused_places(
        self, verdicts: Sequence[Classification], ranges: Sequence[Sequence[Range]], scores: Scores
    ) -> tuple[tuple[str, Span], ...]:
        spans = unused_ranges(verdicts, ranges, scores.looks.words, self._units, self._index)
        return tuple(self._in_file(source, span) for source, span in spans)

    def _in_file(self, source: int, span: Span) -> tuple[str, Span]:
        """Words of a source as a reader sees it: its name, and where they stand in it."""
        return self._sources[source].name, self._seen[source].map.to_source(span)


def align(draft: str, sources: Sequence[Source], *, before: Aligner | None = None) -> Alignment:
    """What each passage and sentence of ``draft`` rests on in ``sources``.

    An aligner made ``before`` for the same sources saves all that it has worked out already.
    """
    kept = before is not None and before.is_for(sources)
    aligner = before if before is not None and kept else Aligner(sources)
    return aligner.align(draft)


def _passage_evidence(passage: Passage, own: Sequence[UnitEvidence]) -> UnitEvidence:
    """A passage with the links of its sentences, the best of each first, those to the same lines made one."""
    firsts = sorted((link for found in own for link in found.links[:1]), key=lambda link: -link.score)
    others = sorted((link for found in own for link in found.links[1:]), key=lambda link: -link.score)
    links = [*firsts, *others]
    kept: list[Link] = []
    for link in links:
        same = next(
            (n for n, k in enumerate(kept) if k.file == link.file and k.span.overlaps(link.span)), None
        )
        if same is None:
            kept.append(link)
        else:
            kept[same] = _joined_link(kept[same], link)
    evidence = max((found.evidence for found in own), default=0.0)
    return UnitEvidence(passage.words, UnitKind.PASSAGE, tuple(kept[:_MOST_LINKS]), evidence)


def _joined_link(better: Link, other: Link) -> Link:
    span = Span(min(better.span.start, other.span.start), max(better.span.end, other.span.end))
    return Link(better.file, span, max(better.score, other.score), better.why)
