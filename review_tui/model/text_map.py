"""A text made of another, with the way from each to the other: which characters came from where."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import field
from typing import NamedTuple

from review_tui.model.frozen import frozen
from review_tui.model.text import Span


class Stretch(NamedTuple):
    """Characters of the source and what is read in their place."""

    start: int
    """In the source, as ``end``."""
    end: int
    words: str | None = None
    """``None`` where they are read as they stand."""


@frozen
class TextMap:
    """What is read of a source, and where each character of it comes from.

    The stretches of the source are in order. What lies between two of them is not read.
    """

    text: str
    """What is read."""
    stretches: tuple[Stretch, ...]
    """What ``text`` is made of, in order."""
    _at: tuple[int, ...] = field(repr=False)
    """Where each stretch begins in ``text``."""

    @classmethod
    def of(cls, source: str, stretches: Iterable[Stretch]) -> "TextMap":
        """The text that ``stretches`` of ``source`` make."""
        kept = tuple(s for s in stretches if s.start < s.end or s.words)
        parts, at, starts = [], 0, []
        for start, end, words in kept:
            part = source[start:end] if words is None else words
            parts.append(part)
            starts.append(at)
            at += len(part)
        return cls("".join(parts), kept, tuple(starts))

    def to_source(self, span: Span) -> Span:
        """The characters of the source that ``span`` of the text was read from."""
        if not self.stretches:
            return Span(0, 0)
        if span.start >= span.end:
            at = self._end_in_source(span.start) if span.start else self._start_in_source(0)
            return Span(at, at)
        return Span(self._start_in_source(span.start), self._end_in_source(span.end))

    def from_source(self, span: Span) -> Span:
        """The characters of the text that are read of ``span`` of the source."""
        start = self._in_text(span.start, is_end=False)
        return Span(start, max(start, self._in_text(span.end, is_end=True)))

    def _start_in_source(self, at: int) -> int:
        """Where the character at ``at`` begins; after the last of them, the end."""
        if at >= len(self.text):
            return self.stretches[-1].end
        place = bisect_right(self._at, at) - 1
        start, _, words = self.stretches[place]
        return start + at - self._at[place] if words is None else start

    def _end_in_source(self, at: int) -> int:
        """Where the character before ``at`` ends."""
        place = bisect_right(self._at, at - 1) - 1
        start, end, words = self.stretches[place]
        return start + at - self._at[place] if words is None else end

    def _in_text(self, offset: int, *, is_end: bool) -> int:
        if not self.stretches or offset < self.stretches[0].start:
            return 0
        place = bisect_right(self.stretches, offset, key=lambda s: s.start) - 1
        start, end, words = self.stretches[place]
        at = self._at[place]
        if words is None:
            return at + min(offset, end) - start
        if is_end:
            return at + (len(words) if offset > start else 0)
        return at if offset < end else at + len(words)

    def then(self, edits: Iterable[tuple[int, int, str]], source: str) -> "TextMap":
        """The same with some characters read otherwise: ``edits`` are in order, none over another.

        None may begin or end among characters that are read in the place of others.
        """
        return TextMap.of(source, self._edited_stretches(edits))

    def _edited_stretches(self, edits: Iterable[tuple[int, int, str]]) -> Iterator[Stretch]:
        at = 0
        for start, end, words in edits:
            yield from self._stretches_between(at, start)
            inside = self.to_source(Span(start, end))
            yield Stretch(inside.start, inside.end, words)
            at = end
        yield from self._stretches_between(at, len(self.text))

    def _stretches_between(self, start: int, end: int) -> Iterator[Stretch]:
        """The stretches that ``start`` to ``end`` of the text are made of."""
        place = max(bisect_right(self._at, start) - 1, 0)
        while place < len(self.stretches) and self._at[place] < end:
            stretch, at = self.stretches[place], self._at[place]
            if stretch.words is None:
                first, last = max(start, at) - at, min(end - at, stretch.end - stretch.start)
                if first < last:
                    yield Stretch(stretch.start + first, stretch.start + last)
            elif at >= start:
                yield stretch
            place += 1
