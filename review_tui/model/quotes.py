"""Exact words with their surroundings: how a flag says which words it means."""

from dataclasses import field

from review_tui.model.frozen import frozen
from review_tui.model.text import Span, digest

CONTEXT = 32
"""Characters kept on either side of the quoted words."""


@frozen
class Quote:
    """Words of a text, with up to 32 characters on either side and the digest of the text they were read in.

    An empty ``quote`` means the gap between ``before`` and ``after``: something is missing there.
    """

    quote: str
    before: str
    after: str
    text: str
    """Digest of the whole text."""


@frozen
class SourceQuote:
    """Words of one source of notes."""

    file: str
    """Relative to the item's folder, with forward slashes: ``notes/clerk.md``."""
    quote: Quote
    extra: tuple[tuple[str, object], ...] = field(default=(), hash=False)
    """What its file says beside, kept and shown."""


def quote_at(text: str, span: Span) -> Quote:
    """The words of ``text`` at ``span`` as a quote."""
    return Quote(
        quote=span.of(text),
        before=text[max(0, span.start - CONTEXT) : span.start],
        after=text[span.end : span.end + CONTEXT],
        text=digest(text),
    )


def quote_uniquely(text: str, span: Span) -> Quote:
    """The words of ``text`` at ``span`` with as much around them as tells them from every other place.

    For a place that a person picked: where passages read the same, 32 characters are not enough to keep it.
    """
    context = CONTEXT
    while True:
        start, end = max(0, span.start - context), span.end + context
        if len(occurrences(text, text[start:end])) <= 1 or (start == 0 and end >= len(text)):
            return Quote(span.of(text), text[start : span.start], text[span.end : end], digest(text))
        context *= 2


def occurrences(text: str, words: str) -> tuple[Span, ...]:
    """Every place where ``words`` stand exactly in ``text``, overlapping ones included."""
    if not words:
        return ()
    found = []
    at = text.find(words)
    while at >= 0:
        found.append(Span(at, at + len(words)))
        at = text.find(words, at + 1)
    return tuple(found)
