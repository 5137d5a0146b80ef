"""Drafts and notes as blocks for the reading panes."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from review_tui.model.passage_evidence import Support
from review_tui.model.passages import Passage, PassageKind, passages
from review_tui.model.rendered import ShownWords, shown_words
from review_tui.model.text import Span
from review_tui.model.text_map import TextMap
from review_tui.tui.open_item import ConcernKind, OpenItem
from review_tui.tui.presenters.table_columns import table_rows
from review_tui.tui.widgets.reading_pane import Mark, PaneBlock

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


def draft_blocks(item: OpenItem, found: Sequence[Span] = ()) -> tuple[PaneBlock, ...]:
    """The minutes, a block for each passage, with findings, open flags and ``found`` words marked."""
    return tuple(draft_block(item, passage, found) for passage in item.passages)


def draft_block(item: OpenItem, passage: Passage, found: Sequence[Span] = ()) -> PaneBlock:
    """One passage of the minutes."""
    words = shown_words(item.view.draft.text, passage)
    shown = words.map
    marks = [
        *_struck(words),
        *marks_of(shown, passage.words, item.finding_spans(passage), "finding"),
        *marks_of(shown, passage.words, item.differing_spans(passage), "differs"),
        *marks_of(shown, passage.words, item.flag_spans(passage), "flag"),
        *marks_of(shown, passage.words, found, "found"),
    ]
    block = PaneBlock(
        text=shown.text,
        lead=_lead(passage),
        tone=_TONES.get(passage.kind, "plain"),
        gutter=_gutter(item, passage),
        gap_after=_has_gap_after(item.passages, passage),
        marks=tuple(marks),
    )
    return _as_row(block, item.view.draft.text, passage, words) if passage.cells else block


def _struck(words: ShownWords) -> list[Mark]:
    return [Mark(span.start, span.end, "deleted") for span in words.struck if span.start < span.end]


def _as_row(block: PaneBlock, text: str, passage: Passage, words: ShownWords) -> PaneBlock:
    """A row of a table with its cells, in the columns of its table."""
    row = table_rows(text)[passage.index]
    return replace(
        block,
        lead="",
        tone="heading" if passage.is_head else block.tone,
        gap_after=block.gap_after if row.is_last else False,
        cells=words.cells,
        widths=row.widths,
    )


def note_blocks(text: str, found: Sequence[Span] = ()) -> tuple[PaneBlock, ...]:
    """A source of notes, a block for each line that says something; ``found`` words are marked."""
    lines = passages(text)
    return tuple(_note_block(text, lines, line, found) for line in lines)


def _note_block(text: str, lines: Sequence[Passage], line: Passage, found: Sequence[Span]) -> PaneBlock:
    words = shown_words(text, line)
    block = PaneBlock(
        text=words.map.text,
        lead=_lead(line),
        tone=_TONES.get(line.kind, "plain") if line.kind is PassageKind.HEADING else "plain",
        gap_after=_has_gap_after(lines, line),
        marks=(*_struck(words), *marks_of(words.map, line.words, found, "found")),
    )
    return _as_row(block, text, line, words) if line.cells else block


def marks_of(shown: TextMap, words: Span, spans: Sequence[Span], kind: str) -> list[Mark]:
    """Spans of the file as marks within what a block shows: ``shown``, of the file's ``words``."""
    start, end = words.start, words.end
    if len(spans) > MANY:  # found words come in order and do not overlap
        spans = spans[bisect_left(spans, start, key=_end) : bisect_left(spans, end, key=_start)]
    inside = (Span(max(s.start, start), min(s.end, end)) for s in spans if s.start < end and s.end > start)
    return [Mark(at.start, at.end, kind) for at in map(shown.from_source, inside)]


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
    kinds = {concern.kind for concern in item.concerns_at(passage.index)}
    if ConcernKind.FLAG in kinds:
        return FLAG_SIGN
    if kinds - {ConcernKind.CORRECTION} or item.finding_spans(passage):
        return FINDING_SIGN
    if kinds:
        return CORRECTION_SIGN
    evidence = item.evidence_of(passage.index)
    return UNSUPPORTED_SIGN if evidence and evidence.support is Support.UNSUPPORTED else ""


def _has_gap_after(found: Sequence[Passage], passage: Passage) -> bool:
    """Whether the file leaves a line free after this passage."""
    following = passage.index + 1
    return following < len(found) and found[following].line > passage.last_line + 1
