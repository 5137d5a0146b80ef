"""Drafts and notes as blocks for the reading panes."""

from bisect import bisect_left
from collections.abc import Sequence

from review_tui.domain.grounds import Support
from review_tui.domain.passages import Passage, PassageKind, passages
from review_tui.domain.text import Span
from review_tui.tui.open_item import OpenItem, ThingKind
from review_tui.tui.widgets.reading_pane import Block, Mark

_TONES = {
    PassageKind.HEADING: "heading",
    PassageKind.RESOLUTION: "resolution",
    PassageKind.ACTION: "action",
}
MANY = 50
"""Spans from which looking at each for every passage would be felt."""
FLAG_SIGN = "⚑"
FINDING_SIGN = "!"
CORRECTION_SIGN = "✎"
UNSUPPORTED_SIGN = "?"


def draft_blocks(item: OpenItem, found: Sequence[Span] = ()) -> tuple[Block, ...]:
    """The minutes, a block for each passage, with findings, open flags and ``found`` words marked."""
    return tuple(draft_block(item, passage, found) for passage in item.passages)


def draft_block(item: OpenItem, passage: Passage, found: Sequence[Span] = ()) -> Block:
    """One passage of the minutes."""
    text = item.view.draft.text
    marks = [
        *_marks(passage, item.finding_spans(passage), "finding"),
        *_marks(passage, item.flag_spans(passage), "flag"),
        *_marks(passage, found, "found"),
    ]
    return Block(
        text=passage.words.of(text),
        lead=_lead(passage),
        tone=_TONES.get(passage.kind, "plain"),
        gutter=_gutter(item, passage),
        gap_after=_has_gap_after(item.passages, passage),
        marks=tuple(marks),
    )


def note_blocks(text: str, found: Sequence[Span] = ()) -> tuple[Block, ...]:
    """A source of notes, a block for each line that says something; ``found`` words are marked."""
    lines = passages(text)
    return tuple(
        Block(
            text=line.words.of(text),
            lead=_lead(line),
            tone=_TONES.get(line.kind, "plain") if line.kind is PassageKind.HEADING else "plain",
            gap_after=_has_gap_after(lines, line),
            marks=tuple(_marks(line, found, "found")),
        )
        for line in lines
    )


def _marks(passage: Passage, spans: Sequence[Span], kind: str) -> list[Mark]:
    return marks_of(passage.words, spans, kind)


def marks_of(words: Span, spans: Sequence[Span], kind: str) -> list[Mark]:
    """Spans of the file as marks within the ``words`` that a block shows."""
    start, end = words.start, words.end
    if len(spans) > MANY:  # found words come in order and do not overlap
        spans = spans[bisect_left(spans, start, key=_end) : bisect_left(spans, end, key=_start)]
    return [
        Mark(max(s.start, start) - start, min(s.end, end) - start, kind)
        for s in spans
        if s.start < end and s.end > start
    ]


def _start(span: Span) -> int:
    return span.start


def _end(span: Span) -> int:
    return span.end


def _lead(passage: Passage) -> str:
    """What stands before the words: a bullet or a number, set in as deep as in the file."""
    marker = passage.marker.expandtabs(4)
    sign = marker.strip()
    if not sign:
        return ""
    if sign.startswith("#"):
        return ""
    depth = len(marker) - len(marker.lstrip())
    return " " * min(depth, 12) + ("• " if sign in "-*+•·●" else f"{sign} ")


def _gutter(item: OpenItem, passage: Passage) -> str:
    kinds = {thing.kind for thing in item.things_at(passage.index)}
    if ThingKind.FLAG in kinds:
        return FLAG_SIGN
    if kinds - {ThingKind.CORRECTION} or item.finding_spans(passage):
        return FINDING_SIGN
    if kinds:
        return CORRECTION_SIGN
    grounds = item.grounds(passage.index)
    return UNSUPPORTED_SIGN if grounds and grounds.support is Support.UNSUPPORTED else ""


def _has_gap_after(found: Sequence[Passage], passage: Passage) -> bool:
    """Whether the file leaves a line free after this passage."""
    following = passage.index + 1
    return following < len(found) and found[following].line > passage.line + 1
