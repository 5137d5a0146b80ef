"""Where quoted words stand now. Never at a look-alike: where two could be meant, a person picks.

Exact words with exact context come first, then what the differences between the text they were read in and
the text now say of their place; likeness only counts in that place.
"""

import functools
import re
from enum import StrEnum

from review_tui.anchoring.folded_text import FoldedText, fold_quote
from review_tui.anchoring.tracing import Trace, TracedSpan, Tracer, doubtful_trace
from review_tui.model.frozen import frozen
from review_tui.model.quotes import Quote, occurrences
from review_tui.model.rendered import flowing_text
from review_tui.model.text import Span, digest, shorten
from review_tui.model.visible import visible


class PlacementKind(StrEnum):
    """What became of quoted words."""

    PLACED = "placed"
    """They stand, word for word, where they stood."""
    MOVED = "moved"
    """They stand, word for word, in a passage that moved."""
    CHANGED = "changed"
    """Other words stand in their place."""
    AMBIGUOUS = "ambiguous"
    """They may stand at the candidates; a person must pick."""
    LOST = "lost"
    """They are gone."""


@frozen
class Placement:
    """Where quoted words stand now, or why only a person can say."""

    fate: PlacementKind
    span: Span | None
    """In the text now; ``None`` when ambiguous or lost."""
    candidates: tuple[Span, ...]
    """Places to pick from when ambiguous, in reading order; else empty."""
    quote: Quote
    sentence: str
    """What became of the words, in plain words for the reader. Safe to show."""

    def words_now(self, text: str) -> str:
        """The words that stand there in ``text``; empty when there is no one place."""
        return self.span.of(text) if self.span else ""


MOST_CANDIDATES = 9
"""More places than a person would read through are not offered."""

_FATES = {
    TracedSpan.HERE: PlacementKind.PLACED,
    TracedSpan.ELSEWHERE: PlacementKind.MOVED,
    TracedSpan.CHANGED: PlacementKind.CHANGED,
    TracedSpan.DOUBTFUL: PlacementKind.AMBIGUOUS,
    TracedSpan.NOWHERE: PlacementKind.LOST,
}


def place(quote: Quote, text: str, then: str | None = None) -> Placement:
    """Where the words of ``quote`` stand in ``text``.

    ``then`` is the text they were read in, where history still has it; without it only words that stand once,
    with all their context, are placed.
    """
    if then is None and digest(text) == quote.text:
        exact = _places_with_context(quote, text)
        if len(exact) == 1:
            return _placement(quote, Trace(TracedSpan.HERE, exact), exact, text)
        then = text
    now, folded = FoldedText.of(text), fold_quote(quote)
    earlier = None if then is None else FoldedText.of(then).text
    origins = () if earlier is None else _places_with_context(folded, earlier)
    flow = flowing_text(now.text)
    if earlier is not None and origins:
        before = flowing_text(earlier)
        trace = _trace_all(tuple(map(before.from_source, origins)), before.text, flow.text)
    else:
        trace = _find_by_context(folded, now.text)
        if trace.found is TracedSpan.HERE or (flow.text == now.text and "\n" not in quote.quote):
            return _placement(quote, trace, tuple(now.back(span) for span in trace.spans), text)
        # It may have been wrapped otherwise since: compared with all line ends as blanks.
        flow = flow.then(((*m.span(), " ") for m in _LINE_END.finditer(flow.text)), now.text)
        trace = _find_by_context(_on_one_line(folded), flow.text)
    return _placement(quote, trace, tuple(now.back(flow.to_source(span)) for span in trace.spans), text)


_LINE_END = re.compile(r"\s*\n[\s>]*")
"""A line end with what stands before the words of the next line."""


def _on_one_line(quote: Quote) -> Quote:
    before, words, after = (_LINE_END.sub(" ", part) for part in (quote.before, quote.quote, quote.after))
    return Quote(words, before, after, quote.text)


def _trace_all(origins: tuple[Span, ...], then: str, now: str) -> Trace:
    """What the differences between the two texts say; of several origins nobody knows which was meant."""
    if then == now:
        return Trace(TracedSpan.HERE, origins) if len(origins) == 1 else doubtful_trace(origins)
    tracer = _tracer(then, now)
    traces = [tracer.trace(origin) for origin in origins[:MOST_CANDIDATES]]
    return traces[0] if len(traces) == 1 else doubtful_trace(span for trace in traces for span in trace.spans)


@functools.lru_cache(maxsize=4)
def _tracer(then: str, now: str) -> Tracer:
    """Remembered, as the flags of an item mostly ask about the same two texts."""
    return Tracer.between(then, now)


_LEAST_CONTEXT = 16
"""Characters of context below which even words that stand once may be a look-alike's."""


def _find_by_context(quote: Quote, now: str) -> Trace:
    """What the words and their context alone can say."""
    exact = _places_with_context(quote, now)
    if len(exact) == 1 and len(quote.before) + len(quote.after) >= _LEAST_CONTEXT:
        return Trace(TracedSpan.HERE, exact)
    before, after = (
        Quote(quote.quote, *sides, quote.text) for sides in ((quote.before, ""), ("", quote.after))
    )
    half = [
        span
        for side in (before, after)
        for span in _places_with_context(side, now)
        if side.before or side.after
    ]
    return doubtful_trace(exact or half or occurrences(now, quote.quote))


def _places_with_context(quote: Quote, text: str) -> tuple[Span, ...]:
    """Where the words stand in ``text`` with all their context."""
    start = len(quote.before)
    whole = quote.before + quote.quote + quote.after
    if not whole:
        return () if text else (Span(0, 0),)
    return tuple(
        Span(found.start + start, found.start + start + len(quote.quote))
        for found in occurrences(text, whole)
    )


def _placement(quote: Quote, trace: Trace, spans: tuple[Span, ...], text: str) -> Placement:
    fate = _FATES[trace.found]
    if fate is PlacementKind.AMBIGUOUS:
        return Placement(fate, None, spans[:MOST_CANDIDATES], quote, _pick_sentence(len(spans), quote.quote))
    span = spans[0] if spans else None
    return Placement(fate, span, (), quote, _fate_sentence(fate, quote.quote, span.of(text) if span else ""))


def _fate_sentence(fate: PlacementKind, words: str, words_now: str) -> str:
    gap = not words
    said = {
        PlacementKind.PLACED: "The place is as it was." if gap else "The words are as they were.",
        PlacementKind.MOVED: "The passage has moved; the words are the same.",
        PlacementKind.CHANGED: f"Something stands there since: “{excerpt(words_now)}”."
        if gap
        else f"The words have changed since: “{excerpt(words)}” is now “{excerpt(words_now)}”.",
        PlacementKind.LOST: "The place is gone." if gap else f"The words are gone: “{excerpt(words)}”.",
    }
    return said[fate]


def _pick_sentence(count: int, words: str) -> str:
    what = "These words" if words else "This gap"
    if count == 1:
        return f"{what} may now stand in another place: say whether it is the one meant."
    many = f"more than {MOST_CANDIDATES}" if count > MOST_CANDIDATES else str(count)
    return f"{what} may now stand in {many} places: pick which is meant."


_LONGEST_EXCERPT = 60
"""Characters of a passage that a sentence quotes: enough to know it by, and it fits a line of 80 columns."""


def excerpt(words: str) -> str:
    """``words`` as a sentence quotes them: on one line, shortened, safe to show."""
    return visible(shorten(words, _LONGEST_EXCERPT))
