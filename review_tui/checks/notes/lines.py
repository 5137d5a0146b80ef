"""Takes drafts and notes apart into lines: sentences of the draft, jottings of the notes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from review_tui.checks.material import Document
from review_tui.checks.notes.words import WORD, is_of_voting, is_slight
from review_tui.domain.findings import Place
from review_tui.domain.passages import Passage
from review_tui.domain.text import Span

_END = re.compile(r"[.!?;][\"\u201d\u2019)*_]{0,3}(?=\s)")
_HELD_OPEN = re.compile(
    r"(?:\b(?:mrs?|ms|dr|cllrs?|clr|st|rev|no|nos|approx|messrs|esq|inc|ltd|co|dept|re|ref|incl|poss|mtg|rep"
    r"|rec|corr|temp|vill|par|rd|ave|appt|est|fig|para|p|pp|c|ch|v|vs|e\.g|i\.e|a\.m|p\.m|viz|cf|etc)"
    r"|(?<![\w.])[A-Za-z])\.\Z",
    re.IGNORECASE,
)
"""A stop that ends no sentence: after a title, an initial, a short form or a number of an item."""
_LOOK_BACK = 12
_DASH = re.compile(r"\s(?:-{1,2}|[\u2013\u2014])\s|\s?(?:->|\u2192|=>)\s?")
"""What clerks put between two jottings of one line, and within one jotting too."""
_OWN = 1
"""Telling words with which a sentence of the notes stands alone."""
_ENOUGH = 5
"""Telling words that make a jotting of their own of what stands before or after a dash."""


@dataclass(frozen=True, slots=True)
class Line:
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
    def place(self) -> Place:
        """Where it stands."""
        return self.document.place(self.span)


def lines_of(documents: tuple[Document, ...], *, jotted: bool = False) -> tuple[Line, ...]:
    """The lines of all ``documents``, in order; in ``jotted`` ones a dash between two ends a line."""
    found: list[Line] = []
    for document in documents:
        before: Passage | None = None
        for passage in document.passages:
            joined = before is not None and passage.line == before.line + 1
            sentences = _sentences(document.text, passage.words)
            spans = _jotted(document.text, sentences) if jotted else sentences
            for span in spans:
                follows = joined or span.start > passage.words.start
                found.append(Line(len(found), document, passage, span, follows))
            before = passage
    return tuple(found)


def _sentences(text: str, words: Span) -> Iterator[Span]:
    """The sentences within ``words``, white space between them left out."""
    start = words.start
    for end in _END.finditer(text, words.start, words.end):
        if text[end.start()] == "." and _is_held_open(text, start, end.start()):
            continue
        yield Span(start, end.end())
        start = end.end()
        while start < words.end and text[start].isspace():
            start += 1
    if start < words.end:
        yield Span(start, words.end)


def _jotted(text: str, sentences: Iterable[Span]) -> Iterator[Span]:
    """The jottings of ``sentences``; one that only says how it went stays with what it is of: "Bees? No."."""
    held: Span | None = None
    for sentence in sentences:
        if held and _telling(text, sentence.start, sentence.end) < _OWN:
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
        own = _telling(text, before.end, after.start)
        if min(told, own) >= _ENOUGH:
            yield Span(start, before.start)
            start, told = before.end, 0
        told += own
    yield Span(start, sentence.end)


def _telling(text: str, start: int, end: int) -> int:
    """How many words of a stretch say what it is about."""
    words = WORD.findall(text, start, end)
    return sum(
        w[0].isalpha() and not (w.isupper() or is_slight(w.casefold()) or is_of_voting(w)) for w in words
    )


def _is_held_open(text: str, start: int, stop: int) -> bool:
    """Whether the stop at ``stop`` ends no sentence: "Cllr.", "5. Finance", "£9. 50"."""
    if text[stop - 1].isdigit():
        return text[start:stop].isdigit() or text[stop + 1 : stop + 3].lstrip(" ")[:1].isdigit()
    return _HELD_OPEN.search(text[max(start, stop - _LOOK_BACK) : stop + 1]) is not None
