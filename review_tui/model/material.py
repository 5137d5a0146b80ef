"""What a check reads: documents, and the material that they make up."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import field
from typing import NamedTuple

from review_tui.model.findings import Location, Suggestion
from review_tui.model.frozen import frozen
from review_tui.model.meeting import Meeting
from review_tui.model.passages import Passage, passage_at, passages
from review_tui.model.rendered import rendered, unwrapped
from review_tui.model.text import Span, line_number
from review_tui.model.text_map import TextMap


@frozen
class Document:
    """One text with its passages, as a reader sees it: the minutes, or one source of notes.

    Everything in it counts characters of ``text``. What leaves the checks is put in terms of the file by
    ``in_file``; nothing else needs to know that the two may differ.
    """

    file: str
    text: str
    """One line for each passage, without marks of Markdown; what it was made of stands in ``source``."""
    passages: tuple[Passage, ...]
    source: str
    """What the file says, character for character."""
    map: TextMap
    """The way between ``text`` and ``source``."""

    @classmethod
    def read(cls, file: str, source: str) -> "Document":
        """What a file says, taken apart."""
        seen = rendered(source)
        return cls(file, seen.text, seen.passages, source, seen.map)

    def place(self, span: Span) -> Location:
        """The words at ``span`` as a place to show."""
        found = passage_at(self.passages, span.start)
        return Location(
            file=self.file,
            span=span,
            line=self._line(found, span),
            quote=span.of(self.text),
            passage=found.span.of(self.text) if found else "",
        )

    def _line(self, found: Passage | None, span: Span) -> int:
        """The line of the file that ``span`` begins in: a wrapped passage is one line of ``text``."""
        at = self.map.to_source(span).start
        if found is None:
            return line_number(self.source, at)
        return found.line + self.source.count("\n", self.map.to_source(found.words).start, at)

    def in_file(self, place: Location) -> Location:
        """A place in ``text`` as one in the file: its characters, its line, its words as they stand there.

        A place that does not have the words which it quotes is given back as it is.
        """
        if place.span.of(self.text) != place.quote:
            return place
        span = self.map.to_source(place.span)
        found = passage_at(passages(self.source), span.start)
        return Location(
            file=self.file,
            span=span,
            line=line_number(self.source, span.start),
            quote=span.of(self.source),
            passage=unwrapped(self.source, found).text if found else "",
        )

    def suggestion_in_file(self, suggestion: Suggestion) -> Suggestion:
        """A suggestion for ``text`` as one for the file; with marks within, of no more words than change."""
        span = self.map.to_source(suggestion.span)
        if span.of(self.source) != suggestion.span.of(self.text):
            suggestion = _narrowed_suggestion(suggestion, self.text)
            span = self.map.to_source(suggestion.span)
        return Suggestion(span, suggestion.text)


def _narrowed_suggestion(suggestion: Suggestion, text: str) -> Suggestion:
    """A suggestion without the words at its ends that stay as they are."""
    old, new = suggestion.span.of(text), suggestion.text
    words, now = _WORD.findall(old), _WORD.findall(new)
    first = next(
        (n for n, (a, b) in enumerate(zip(words, now, strict=False)) if a != b), min(len(words), len(now))
    )
    rest = min(len(words), len(now)) - first
    last = next((n for n in range(rest) if words[-1 - n] != now[-1 - n]), rest)
    start = suggestion.span.start + len("".join(words[:first]))
    end = suggestion.span.end - len("".join(words[len(words) - last :]))
    return Suggestion(Span(start, end), "".join(now[first : len(now) - last]))


_WORD = re.compile(r"\w+|\s+|[^\w\s]")


class Sitting(NamedTuple):
    """As much of another meeting as checks may look at: what is kept of their findings hangs on all of it."""

    meeting: str
    """Its id."""
    date: dt.date


@frozen
class Material:
    """All that a check may look at."""

    draft: Document
    notes: tuple[Document, ...] = ()
    meeting: Meeting | None = None
    others: tuple[Sitting, ...] = ()
    """The book's other meetings of the same body, by date."""
    style: Mapping[str, object] = field(default_factory=dict)
    """What ``book.yaml`` says under ``style``: words, lists and mappings, every scalar a string."""

    @property
    def day_first(self) -> bool:
        """Whether 03.04.2022 is the third of April, as in Britain, unless the book says otherwise."""
        return str(self.style.get("dates", "")).strip().casefold() not in {"month first", "us"}
