"""Where a flag's words stand once persons have picked the place for them."""

from collections.abc import Sequence
from dataclasses import replace

from review_tui.anchoring.placement import MOST_CANDIDATES, Placement, PlacementKind, excerpt
from review_tui.model.flag_threads import FlagThread
from review_tui.model.visible import visible


def place_from_picks(thread: FlagThread, found: Sequence[Placement], text: str) -> Placement:
    """Where the words of ``thread``'s flag stand in ``text``, given where each pick's words stand now.

    Picks that lie in different places are no answer: a person has to pick again.
    """
    quote = thread.flag.quote
    names = " and ".join(dict.fromkeys(visible(reply.by.name) for reply in thread.picks))
    spans = {placement.span for placement in found}
    where = found[0].span
    if where is None or len(spans) > 1:
        every = {span for p in found for span in (p.span, *p.candidates) if span is not None}
        if len(spans) == 1 or not every:
            return replace(found[0], quote=quote)
        said = f"{names} picked places that lie apart now: pick which is meant."
        return Placement(PlacementKind.AMBIGUOUS, None, tuple(sorted(every))[:MOST_CANDIDATES], quote, said)
    now = where.of(text)
    if now == quote.quote:
        return replace(found[0], quote=quote)
    words = f"“{excerpt(quote.quote)}” now reads" if quote.quote else "what was missing is now"
    return Placement(PlacementKind.CHANGED, where, (), quote, f"{names} said that {words} “{excerpt(now)}”.")
