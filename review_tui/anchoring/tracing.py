"""Follows words from a text they were read in to a later one, line by line, and says when it can't.

What became of the line is asked first (families), then what became of the words within it (word_map).
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from review_tui.anchoring.line_diff import CHANGED
from review_tui.anchoring.line_matching import IndexedLines, LineGroup, LineMatch, strip_numbering
from review_tui.anchoring.patience import Pair
from review_tui.anchoring.word_map import KeptWords, map_words, shared_beside
from review_tui.model.frozen import frozen
from review_tui.model.quotes import occurrences
from review_tui.model.text import Span


class TracedSpan(StrEnum):
    """How words were found in the later text."""

    HERE = "here"
    """Word for word, in their place."""
    ELSEWHERE = "elsewhere"
    """Word for word, in a passage that moved as a whole."""
    CHANGED = "changed"
    DOUBTFUL = "doubtful"
    """They may be at the spans; nothing says for sure."""
    NOWHERE = "nowhere"


@frozen
class Trace:
    """What became of some words: one span unless ``DOUBTFUL`` or ``NOWHERE``."""

    found: TracedSpan
    spans: tuple[Span, ...] = ()

    @property
    def span(self) -> Span | None:
        """The one place, if there is just one for sure."""
        return self.spans[0] if self.found not in {TracedSpan.DOUBTFUL, TracedSpan.NOWHERE} else None


def doubtful_trace(spans: Iterable[Span]) -> Trace:
    """Places where the words may be; ``NOWHERE`` when there are none."""
    every = tuple(sorted(set(spans)))
    return Trace(TracedSpan.DOUBTFUL, every) if every else Trace(TracedSpan.NOWHERE)


_ENOUGH = 12
"""Characters beside some words that show that they are not just the same by chance."""


@frozen(slots=False)
class Tracer:
    """An earlier and a later text."""

    then: IndexedLines
    now: IndexedLines

    @classmethod
    def between(cls, then: str, now: str) -> "Tracer":
        """From ``then`` to ``now``."""
        return cls(IndexedLines.of(then), IndexedLines.of(now))

    def trace(self, span: Span) -> Trace:
        """What became of the words (or the gap, when it is empty) at ``span`` of the earlier text."""
        touched = [
            n
            for n, line in enumerate(self.then.spans)
            if line.start < line.end and line.start <= span.end and line.end >= span.start
        ]
        if span.start == span.end:
            inside = [n for n in touched if self.then.spans[n].start < span.start < self.then.spans[n].end]
            return self._trace_in_line(inside[0], span) if inside else self._trace_between_lines(span.start)
        parts = [(n, part) for n in touched if (part := _overlap(self.then.spans[n], span)) is not None]
        if len(parts) == 1:
            return self._trace_in_line(*parts[0])
        return self._trace_over_lines(parts) if parts else Trace(TracedSpan.NOWHERE)

    def _trace_in_line(self, line: int, span: Span) -> Trace:
        """What became of words within one line."""
        trace = self._trace_in_partner(line, span)
        return trace if trace.spans else doubtful_trace(self._other_places(line, span))

    def _trace_in_partner(self, line: int, span: Span) -> Trace:
        partner = self.partner(line)
        old = self.then.lines[line]
        inner = span.moved(-self.then.spans[line].start)
        if partner.line is None:
            return self._ambiguous_trace(partner.maybe, old, inner)
        new = self.now.lines[partner.line]
        mapped = map_words(old, new, inner).moved(self.now.spans[partner.line].start)
        if mapped.kept is KeptWords.WHOLE:
            return Trace(TracedSpan.ELSEWHERE if partner.has_moved else TracedSpan.HERE, mapped.spans)
        if mapped.kept is KeptWords.CHANGED:
            return Trace(TracedSpan.CHANGED, mapped.spans)
        return doubtful_trace(mapped.spans)

    def _ambiguous_trace(self, maybe: Sequence[int], old: str, inner: Span) -> Trace:
        """Where the words would be in each line that the passage may have become."""
        found: list[Span] = []
        for n in maybe:
            mapped = map_words(old, self.now.lines[n], inner)
            found += mapped.moved(self.now.spans[n].start).spans
        return doubtful_trace(found)

    def _other_places(self, line: int, span: Span) -> Iterator[Span]:
        """Where the words stand in a passage that came in, with some of what stood beside them.

        So words of a passage that was split, or moved and changed, are offered; those of a passage that
        became from another one never are.
        """
        words, then = span.of(self.then.text), self.then
        for n, here in enumerate(self.now.lines):
            if words not in here or here in then.counts:
                continue
            if any(k != line and self.partner(k).line == n for k in then.like(self.now.bags[n], CHANGED)):
                continue
            for found in occurrences(here, words):
                there = found.moved(self.now.spans[n].start)
                if max(shared_beside(then.text, span, self.now.text, there)) >= _ENOUGH:
                    yield there

    def _trace_over_lines(self, parts: Sequence[tuple[int, Span]]) -> Trace:
        """What became of words that run over several lines: sure only when all of them are."""
        traces = [self._trace_in_line(n, part) for n, part in parts]
        spans = [trace.span for trace in traces if trace.span]
        every = [span for trace in traces for span in trace.spans]
        whole = Span(min(every).start, max(s.end for s in every)) if every else None
        if whole is None:
            return Trace(TracedSpan.NOWHERE)
        in_order = all(one.end <= two.start for one, two in pairwise(spans))
        if (
            len(spans) < len(traces)
            or not in_order
            or len({t.found is TracedSpan.ELSEWHERE for t in traces}) > 1
        ):
            return doubtful_trace([whole])
        old = Span(parts[0][1].start, parts[-1][1].end).of(self.then.text)
        if old.split() == whole.of(self.now.text).split():
            return Trace(traces[0].found, (whole,))
        lines = sum(whole.overlaps(span) for span in self.now.spans if span.start < span.end)
        return Trace(TracedSpan.CHANGED, (whole,)) if lines == len(parts) else doubtful_trace([whole])

    def _trace_between_lines(self, at: int) -> Trace:
        """What became of a gap between two lines, or at either end of the text."""
        before = max((n for n, s in enumerate(self.then.spans) if s.start < s.end <= at), default=None)
        after = min((n for n, s in enumerate(self.then.spans) if s.end > s.start >= at), default=None)
        left = LineMatch(-1) if before is None else self.partner(before)
        right = LineMatch(len(self.now.lines)) if after is None else self.partner(after)
        start, end = self._line_edge(left.line, 1), self._line_edge(right.line, 0)
        if start is None or end is None or end < start:
            return doubtful_trace(Span(n, n) for n in (start, end) if n is not None)
        filling = strip_numbering(self.now.text, Span(start, end))
        if filling.start < filling.end:
            return Trace(TracedSpan.CHANGED, (filling,))
        place = min(start + at - (0 if before is None else self.then.spans[before].end), end)
        has_moved = left.has_moved or right.has_moved
        return Trace(TracedSpan.ELSEWHERE if has_moved else TracedSpan.HERE, (Span(place, place),))

    def _line_edge(self, line: int | None, side: int) -> int | None:
        """Where a later line starts (``side`` 0) or ends (1); the text's own edge for a line beyond it."""
        if line is None:
            return None
        if line < 0:
            return 0
        if line == len(self.now.lines):
            return len(self.now.text)
        span = self.now.spans[line]
        return span.end if side else span.start

    def partner(self, line: int) -> LineMatch:
        """Which line of the later text line ``line`` became."""
        return LineGroup(self.then, self.now, line, self._steady_pairs).partner()

    @cached_property
    def _steady_pairs(self) -> list[Pair]:
        """Lines that stand, letter for letter, once in each text."""
        there = {words: n for n, words in enumerate(self.now.lines) if self.now.counts[words] == 1}
        return [
            (n, there[words])
            for n, words in enumerate(self.then.lines)
            if words and words in there and self.then.counts[words] == 1
        ]


def _overlap(one: Span, other: Span) -> Span | None:
    """The characters that two spans share, if any."""
    start, end = max(one.start, other.start), min(one.end, other.end)
    return Span(start, end) if start < end else None
