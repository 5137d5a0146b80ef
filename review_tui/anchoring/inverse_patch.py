"""One earlier change of a text turned round, in the text as it is now: later changes elsewhere stay.

Each stretch that the change touched is followed to where it stands now, by the rules that flags are followed
by. Where its words were changed again, or nobody can say where they went, they are told and nothing is done.
"""

from collections.abc import Iterator
from itertools import pairwise

from review_tui.anchoring.redline import Op, Row, RowKind, redline
from review_tui.anchoring.tracing import TracedSpan, Tracer
from review_tui.model.frozen import frozen
from review_tui.model.text import Span


@frozen
class Hunk:
    """A stretch of a text, and the words to put in its place."""

    span: Span
    words: str


@frozen
class InversePatch:
    """What came of turning a change round."""

    text: str | None
    """The text now without the change; ``None`` where later changes overlap it."""
    overlaps: tuple[str, ...] = ()
    """The words of the change that were changed again since, or can't be found for sure."""


def invert_change(before: str, after: str, now: str) -> InversePatch:
    """``now`` with the change from ``before`` to ``after`` taken out of it."""
    if now == after:
        return InversePatch(before)
    hunks = list(hunks_of(after, before))
    tracer = Tracer.between(after, now)
    moved = [(hunk, _trace_hunk(tracer, hunk)) for hunk in hunks]
    edits = sorted((there for _, there in moved if there), key=lambda edit: edit.span)
    lost = [hunk for hunk, there in moved if there is None]
    if not lost and any(one.span.end > two.span.start for one, two in pairwise(edits)):
        lost = hunks
    if lost:
        return InversePatch(None, tuple(_overlap_words(hunk, after) for hunk in lost))
    text = now
    for edit in reversed(edits):
        text = text[: edit.span.start] + edit.words + text[edit.span.end :]
    return InversePatch(text)


def hunks_of(old: str, new: str) -> Iterator[Hunk]:
    """What has to be done to ``old`` to make it ``new``; spaces at the ends of lines do not count."""
    at = 0
    block: Hunk | None = None
    for row in redline(old, new).rows:
        if row.kind in {RowKind.SAME, RowKind.CHANGED}:
            yield from _non_empty(block, old)
            block = None
            yield from _join_to_whole_words(list(_hunks_in_row(row, at, old)), old)
        else:
            block = block or Hunk(Span(at, at), "")
            came = row.kind in {RowKind.ADDED, RowKind.MOVED_HERE}
            words = "".join(p.text for p in row.pieces if p.op is not Op.DELETED) if came else ""
            length = 0 if came else sum(len(p.text) for p in row.pieces)
            block = Hunk(Span(block.span.start, block.span.end + length), block.words + words)
        if row.kind is not RowKind.MOVED_HERE:
            at += sum(len(p.text) for p in row.pieces if p.op is not Op.INSERTED)
    yield from _non_empty(block, old)


def _hunks_in_row(row: Row, at: int, old: str) -> Iterator[Hunk]:
    """The stretches of one line that changed."""
    hunk: Hunk | None = None
    for piece in row.pieces:
        if piece.op is Op.SAME:
            yield from _non_empty(hunk, old)
            hunk = None
        else:
            hunk = hunk or Hunk(Span(at, at), "")
            gone = len(piece.text) if piece.op is Op.DELETED else 0
            came = piece.text if piece.op is Op.INSERTED else ""
            hunk = Hunk(Span(hunk.span.start, hunk.span.end + gone), hunk.words + came)
        at += 0 if piece.op is Op.INSERTED else len(piece.text)
    yield from _non_empty(hunk, old)


def _join_to_whole_words(hunks: list[Hunk], old: str) -> list[Hunk]:
    """Hunks widened to what stands between white space: "2020-21" for "21"."""
    joined: list[Hunk] = []
    for hunk in hunks:
        between = old[joined[-1].span.end : hunk.span.start] if joined else " "
        if any(map(str.isspace, between)):
            joined.append(hunk)
        else:
            last = joined.pop()
            joined.append(Hunk(Span(last.span.start, hunk.span.end), last.words + between + hunk.words))
    return [_widen_to_words(hunk, old) for hunk in joined]


def _widen_to_words(hunk: Hunk, old: str) -> Hunk:
    start, end = hunk.span.start, hunk.span.end
    sides = [words for words in (hunk.span.of(old), hunk.words) if words]
    if not all(words[0].isspace() for words in sides):
        while start and not old[start - 1].isspace():
            start -= 1
    if not all(words[-1].isspace() for words in sides):
        while end < len(old) and not old[end].isspace():
            end += 1
    return Hunk(Span(start, end), old[start : hunk.span.start] + hunk.words + old[hunk.span.end : end])


def _non_empty(hunk: Hunk | None, old: str) -> Iterator[Hunk]:
    """``hunk``, but for white space at the end of a line, which nobody reads."""
    if hunk is None:
        return
    is_space = not hunk.span.of(old).strip() and not hunk.words.strip()
    rest = old[hunk.span.end : hunk.span.end + 1]
    if not (is_space and (rest in {"", "\n", "\r"} or "\n" in hunk.span.of(old) + hunk.words)):
        yield hunk


def _trace_hunk(tracer: Tracer, hunk: Hunk) -> Hunk | None:
    """``hunk`` where its words stand now; ``None`` when they were changed, or nobody can say."""
    then, now = tracer.then.text, tracer.now.text
    words = hunk.span.of(then)
    core = words.strip()
    if not core:
        trace = tracer.trace(Span(hunk.span.start, hunk.span.start))
        place = trace.span if trace.found is TracedSpan.HERE else None
        if place is None or now[place.start : place.start + len(words)] != words:
            return None
        return Hunk(Span(place.start, place.start + len(words)), hunk.words)
    lead, trail = words[: words.index(core[0])], words[len(words.rstrip()) :]
    start = hunk.span.start + len(lead)
    trace = tracer.trace(Span(start, start + len(core)))
    if trace.span is None or trace.span.of(now) != core:
        return None
    whole = Span(trace.span.start - len(lead), trace.span.end + len(trail))
    return Hunk(whole, hunk.words) if whole.start >= 0 and whole.of(now) == words else None


def _overlap_words(hunk: Hunk, after: str) -> str:
    """The words that a hunk is about: those that came in by the change, or those that it took out."""
    return " ".join((hunk.span.of(after).strip() or hunk.words).split())
