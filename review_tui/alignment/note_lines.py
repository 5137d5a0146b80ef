"""Takes drafts and notes apart into lines: sentences of the draft, jottings of the notes."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from review_tui.language.sentences import sentences
from review_tui.language.stop_words import is_stop_word, is_voting_word
from review_tui.language.words import WORD
from review_tui.model.findings import Location
from review_tui.model.frozen import frozen
from review_tui.model.material import Document
from review_tui.model.passages import Passage
from review_tui.model.text import Span

_DASH = re.compile(r"\s(?:-{1,2}|[\u2013\u2014])\s|\s?(?:->|\u2192|=>)\s?")
"""What clerks put between two jottings of one line, and within one jotting too."""
_OWN = 1
"""Telling words with which a sentence of the notes stands alone."""
_ENOUGH = 5
"""Telling words that make a jotting of their own of what stands before or after a dash."""


@frozen
class NoteLine:
    """One sentence of a passage of the draft, or one jotting of the notes."""

    index: int
    """0-based, among the lines of all notes or of the draft."""
    document: Document
    passage: Passage
    span: Span
    follows: bool
    """Whether it stands in the same block as the line before it: no blank line or heading between."""

    @property
    def text(self) -> str:
        """Its words."""
        return self.span.of(self.document.text)

    @property
    def place(self) -> Location:
        """Where it stands."""
        return self.document.place(self.span)


def lines_of(documents: tuple[Document, ...], *, jotted: bool = False) -> tuple[NoteLine, ...]:
    """The lines of all ``documents``, in order; in ``jotted`` ones a dash between two ends a line."""
    found: list[NoteLine] = []
    for document in documents:
        before: Passage | None = None
        for passage in document.passages:
            joined = before is not None and passage.line == before.line + 1
            found_here = sentences(document.text, passage.words, clauses=True, jotted=jotted)
            spans = _sentence_jottings(document.text, found_here) if jotted else found_here
            for span in spans:
                follows = joined or span.start > passage.words.start
                found.append(NoteLine(len(found), document, passage, span, follows))
            before = passage
    return tuple(found)


def _sentence_jottings(text: str, found: Iterable[Span]) -> Iterator[Span]:
    """The jottings of sentences; one that only says how it went stays with what it is of: "Bees? No."."""
    held: Span | None = None
    for sentence in found:
        if held and _telling_words(text, sentence.start, sentence.end) < _OWN:
            held = Span(held.start, sentence.end)
            continue
        if held:
            yield from _jottings(text, held)
        held = sentence
    if held:
        yield from _jottings(text, held)


def _jottings(text: str, sentence: Span) -> Iterator[Span]:
    """The parts of ``sentence`` between dashes that say enough to be jottings of their own."""
    dashes = [Span(d.start(), d.end()) for d in _DASH.finditer(text, sentence.start, sentence.end)]
    edges = [Span(sentence.start, sentence.start), *dashes, Span(sentence.end, sentence.end)]
    start, told = sentence.start, 0
    for before, after in pairwise(edges):
        own = _telling_words(text, before.end, after.start)
        if min(told, own) >= _ENOUGH:
            yield Span(start, before.start)
            start, told = before.end, 0
        told += own
    yield Span(start, sentence.end)


def _telling_words(text: str, start: int, end: int) -> int:
    """How many words of a stretch say what it is about."""
    words = WORD.findall(text, start, end)
    return sum(
        w[0].isalpha() and not (w.isupper() or is_stop_word(w.casefold()) or is_voting_word(w)) for w in words
    )
