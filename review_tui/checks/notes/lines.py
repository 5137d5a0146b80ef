"""Takes drafts and notes apart into lines: sentences of the draft, jottings of the notes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from review_tui.checks.material import Document
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


def lines_of(documents: tuple[Document, ...]) -> tuple[Line, ...]:
    """The lines of all ``documents``, in order."""
    found: list[Line] = []
    for document in documents:
        before: Passage | None = None
        for passage in document.passages:
            joined = before is not None and passage.line == before.line + 1
            for span in _sentences(document.text, passage.words):
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


def _is_held_open(text: str, start: int, stop: int) -> bool:
    """Whether the stop at ``stop`` ends no sentence: "Cllr.", "5. Finance", "£9. 50"."""
    if text[stop - 1].isdigit():
        return text[start:stop].isdigit() or text[stop + 1 : stop + 3].lstrip(" ")[:1].isdigit()
    return _HELD_OPEN.search(text[max(start, stop - _LOOK_BACK) : stop + 1]) is not None
