"""Where two wordings differ: the words of each that the other has not."""

from review_tui.model.findings import Finding, Location
from review_tui.model.text import Span

Spans = tuple[Span, ...]


def differing_spans(one: str, other: str) -> tuple[Spans, Spans]:
    """The words of ``one`` that ``other`` has not, and the other way about; no spaces around them."""
    from review_tui.anchoring.word_diff import Op, word_pieces  # noqa: PLC0415 -- the first paint has no findings

    at = {Op.DELETED: 0, Op.INSERTED: 0}
    found: dict[Op, list[Span]] = {Op.DELETED: [], Op.INSERTED: []}
    for piece in word_pieces(one, other):
        for side in at if piece.op is Op.SAME else (piece.op,):
            core = piece.text.strip()
            if piece.op is not Op.SAME and core:
                start = at[side] + piece.text.index(core)
                found[side].append(Span(start, start + len(core)))
            at[side] += len(piece.text)
    return tuple(found[Op.DELETED]), tuple(found[Op.INSERTED])


def contrast(finding: Finding, draft: str) -> tuple[tuple[Location, Spans], ...]:
    """The places of a finding, each with the words in which it differs: characters of its file.

    Each is held against the first place, and that against the first of the others that reads otherwise:
    one in the file ``draft`` before one elsewhere. Those two come first.
    """
    if not finding.places:
        return ()
    first, *others = finding.places
    unlike = [p for p in others if p.quote != first.quote]
    rival = next((p for p in unlike if p.file == draft), unlike[0] if unlike else None)
    if rival is None:
        return tuple((place, ()) for place in finding.places)
    pairs = [
        (p, _spans_in_file(p, differing_spans(first.quote, p.quote)[1])) for p in others if p is not rival
    ]
    mine, theirs = differing_spans(first.quote, rival.quote)
    return ((first, _spans_in_file(first, mine)), (rival, _spans_in_file(rival, theirs)), *pairs)


def _spans_in_file(place: Location, spans: Spans) -> Spans:
    """Spans within a place's words as characters of its file."""
    by = place.span.start
    return tuple(Span(by + span.start, by + span.end) for span in spans)
