"""Where quoted words stand now. Never at a look-alike: where two could be meant, a person picks.

Exact words with exact context come first, then what the differences between the text they were read in and
the text now say of their place; likeness only counts in that place.
"""

import functools
from dataclasses import dataclass
from enum import StrEnum

from review_tui.domain.folding import Folded, fold_quote
from review_tui.domain.quotes import Quote, occurrences
from review_tui.domain.text import Span, digest, shortened
from review_tui.domain.tracing import Found, Trace, Tracer, doubtful
from review_tui.domain.visible import visible


class Fate(StrEnum):
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


@dataclass(frozen=True, slots=True)
class Placement:
    """Where quoted words stand now, or why only a person can say."""

    fate: Fate
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
    Found.HERE: Fate.PLACED,
    Found.ELSEWHERE: Fate.MOVED,
    Found.CHANGED: Fate.CHANGED,
    Found.DOUBTFUL: Fate.AMBIGUOUS,
    Found.NOWHERE: Fate.LOST,
}


def place(quote: Quote, text: str, then: str | None = None) -> Placement:
    """Where the words of ``quote`` stand in ``text``.

    ``then`` is the text they were read in, where history still has it; without it only words that stand once,
    with all their context, are placed.
    """
    if then is None and digest(text) == quote.text:
        exact = _places(quote, text)
        if len(exact) == 1:
            return _placement(quote, Trace(Found.HERE, exact), exact, text)
        then = text
    now, folded = Folded.of(text), fold_quote(quote)
    earlier = None if then is None else Folded.of(then).text
    origins = () if earlier is None else _places(folded, earlier)
    if earlier is None or not origins:
        trace = _by_context(folded, now.text)
    else:
        trace = _traced(origins, earlier, now.text)
    return _placement(quote, trace, tuple(now.back(span) for span in trace.spans), text)


def _traced(origins: tuple[Span, ...], then: str, now: str) -> Trace:
    """What the differences between the two texts say; of several origins nobody knows which was meant."""
    if then == now:
        return Trace(Found.HERE, origins) if len(origins) == 1 else doubtful(origins)
    tracer = _tracer(then, now)
    traces = [tracer.trace(origin) for origin in origins[:MOST_CANDIDATES]]
    return traces[0] if len(traces) == 1 else doubtful(span for trace in traces for span in trace.spans)


@functools.lru_cache(maxsize=4)
def _tracer(then: str, now: str) -> Tracer:
    """Remembered, as the flags of an item mostly ask about the same two texts."""
    return Tracer.between(then, now)


_ENOUGH = 16
"""Characters of context below which even words that stand once may be a look-alike's."""


def _by_context(quote: Quote, now: str) -> Trace:
    """What the words and their context alone can say."""
    exact = _places(quote, now)
    if len(exact) == 1 and len(quote.before) + len(quote.after) >= _ENOUGH:
        return Trace(Found.HERE, exact)
    before, after = (
        Quote(quote.quote, *sides, quote.text) for sides in ((quote.before, ""), ("", quote.after))
    )
    half = [span for side in (before, after) for span in _places(side, now) if side.before or side.after]
    return doubtful(exact or half or occurrences(now, quote.quote))


def _places(quote: Quote, text: str) -> tuple[Span, ...]:
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
    if fate is Fate.AMBIGUOUS:
        return Placement(fate, None, spans[:MOST_CANDIDATES], quote, _pick(len(spans), quote.quote))
    span = spans[0] if spans else None
    return Placement(fate, span, (), quote, _sentence(fate, quote.quote, span.of(text) if span else ""))


def _sentence(fate: Fate, words: str, words_now: str) -> str:
    gap = not words
    said = {
        Fate.PLACED: "The place is as it was." if gap else "The words are as they were.",
        Fate.MOVED: "The passage has moved; the words are the same.",
        Fate.CHANGED: f"Something stands there since: “{_short(words_now)}”."
        if gap
        else f"The words have changed since: “{_short(words)}” is now “{_short(words_now)}”.",
        Fate.LOST: "The place is gone." if gap else f"The words are gone: “{_short(words)}”.",
    }
    return said[fate]


def _pick(count: int, words: str) -> str:
    what = "These words" if words else "This gap"
    if count == 1:
        return f"{what} may now stand in another place: say whether it is the one meant."
    many = f"more than {MOST_CANDIDATES}" if count > MOST_CANDIDATES else str(count)
    return f"{what} may now stand in {many} places: pick which is meant."


_SHORT = 60


def _short(words: str) -> str:
    """Words as they can be read out."""
    return visible(shortened(words, _SHORT))
