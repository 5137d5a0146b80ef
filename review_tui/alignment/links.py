"""What rests on what: links from passages and sentences of the draft to ranges of the notes, and back."""

from collections.abc import Iterator
from enum import StrEnum

from review_tui.model.frozen import frozen
from review_tui.model.text import Span


class UnitKind(StrEnum):
    """What a part of the draft is."""

    PASSAGE = "passage"
    SENTENCE = "sentence"


@frozen
class Link:
    """A range of the notes that is taken to stand behind a part of the draft."""

    file: str
    """The source's name."""
    span: Span
    """Characters of the source's text: whole lines, or whole sentences of a long line."""
    score: float
    """The chance that the part really rests on it, 0 to 1: of links at 0.8, four in five are right."""
    why: str
    """What both share, in words."""


@frozen
class UnitEvidence:
    """A part of the draft and what it rests on."""

    span: Span
    """Characters of the draft."""
    kind: UnitKind
    links: tuple[Link, ...]
    """The best first; none where nothing in the notes supports it."""
    evidence: float
    """The chance that anything in the notes supports it."""


@frozen
class Alignment:
    """A draft against its notes."""

    sentences: tuple[UnitEvidence, ...]
    """In the order of the draft."""
    passages: tuple[UnitEvidence, ...]
    """The same for whole passages, in order: one for each of ``model.passages``."""
    unused: tuple[tuple[str, Span], ...]
    """Ranges of the notes that say something and that nothing in the draft uses, in order."""

    def passage_at(self, offset: int) -> UnitEvidence | None:
        """The passage of the draft that character ``offset`` stands in."""
        return next((p for p in self.passages if p.span.start <= offset <= p.span.end), None)

    def sentence_at(self, offset: int) -> UnitEvidence | None:
        """The sentence of the draft that character ``offset`` stands in."""
        return next((s for s in self.sentences if s.span.start <= offset <= s.span.end), None)

    def using(self, file: str, span: Span) -> tuple[UnitEvidence, ...]:
        """The passages that rest on any of these characters of a source, the surest first."""
        found = [(link.score, p) for p in self.passages for link in _links_touching(p, file, span)]
        found.sort(key=lambda pair: -pair[0])
        return tuple(dict.fromkeys(passage for _, passage in found))


def _links_touching(part: UnitEvidence, file: str, span: Span) -> Iterator[Link]:
    return (link for link in part.links if link.file == file and link.span.overlaps(span))
