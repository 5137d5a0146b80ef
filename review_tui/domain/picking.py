"""Where a flag's words stand once persons have picked the place for them."""

from collections.abc import Sequence
from dataclasses import replace

from review_tui.domain.anchors import MOST_CANDIDATES, Fate, Placement
from review_tui.domain.conversations import Conversation
from review_tui.domain.text import shortened
from review_tui.domain.visible import visible

_SHORT = 60


def picked(talk: Conversation, found: Sequence[Placement], text: str) -> Placement:
    """Where the words of ``talk``'s flag stand in ``text``, given where each pick's words stand now.

    Picks that lie in different places are no answer: a person has to pick again.
    """
    quote = talk.flag.quote
    names = " and ".join(dict.fromkeys(visible(reply.by.name) for reply in talk.picks))
    spans = {placement.span for placement in found}
    where = found[0].span
    if where is None or len(spans) > 1:
        every = {span for p in found for span in (p.span, *p.candidates) if span is not None}
        if len(spans) == 1 or not every:
            return replace(found[0], quote=quote)
        said = f"{names} picked places that lie apart now: pick which is meant."
        return Placement(Fate.AMBIGUOUS, None, tuple(sorted(every))[:MOST_CANDIDATES], quote, said)
    now = where.of(text)
    if now == quote.quote:
        return replace(found[0], quote=quote)
    words = f"“{_short(quote.quote)}” now reads" if quote.quote else "what was missing is now"
    return Placement(Fate.CHANGED, where, (), quote, f"{names} said that {words} “{_short(now)}”.")


def _short(words: str) -> str:
    """Words as they can be read out."""
    return visible(shortened(words, _SHORT))
