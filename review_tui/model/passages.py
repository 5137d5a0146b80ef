"""The passages of minutes: one paragraph, heading, bullet, resolution, action or row of a table each.

A passage is what the cursor rests on, what a flag quotes from and what an amendment replaces. It may be
wrapped over several lines: the line ends within it, with what stands before the words of the next line, read
as blanks.
"""

import functools
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import pairwise

from review_tui.markdown.blocks import KEPT_PIECES, Block, BlockKind, Line, blocks_of_piece, pieces_of
from review_tui.model.frozen import frozen
from review_tui.model.soft_wraps import WIDEST, BlockWrapping, WrappedLine, wrap_width
from review_tui.model.text import Span


class PassageKind(StrEnum):
    """What a passage is, as a reader would call it."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    RESOLUTION = "resolution"
    ACTION = "action"
    ROW = "row"
    """One row of a table that is none of these."""


@frozen
class Passage:
    """One block of the minutes that says something. Spans are characters of the text."""

    index: int
    """0-based, among the passages of the same text."""
    kind: PassageKind
    span: Span
    """All of its lines, without the last line end."""
    words: Span
    """What a reader reads, from its first letter to its last: without the marker (``-``, ``#``, ``1.``)."""
    line: int
    """Its first line in the file, counted from 1."""
    marker: str
    """What stands before the words, white space included; empty for a plain paragraph."""
    joints: tuple[Span, ...] = ()
    """What stands between the words of one line and those of the next, for each line end within ``words``."""
    cells: tuple[Span, ...] = ()
    """The words of each cell of a row."""
    is_code: bool = False
    """Whether its characters all stand for themselves."""
    is_head: bool = False
    """Whether it is the row that names the columns of a table."""

    @property
    def lines(self) -> tuple[Span, ...]:
        """The words of each of its lines."""
        edges = (self.words.start, *(at for joint in self.joints for at in (joint.start, joint.end)))
        stops = (*edges[1:], self.words.end)
        return tuple(Span(edges[n], stops[n]) for n in range(0, len(edges), 2))

    @property
    def last_line(self) -> int:
        """Its last line in the file, counted from 1."""
        return self.line + len(self.joints)


_MARKER = re.compile(
    r"\s{0,24}(?:(#{1,6})\s+|("
    r"\\?[-*+]|[\u2013\u2014\u2022\u00b7\u25cf\u25aa\u25e6\uf0a7]"  # bullets, word processors' too
    r"|\d{1,3}\\?[.)]|\(\d{1,3}\)"  # 3.  3\.  3)  (3)
    r"|\(?(?:[a-z]|[ivx]{2,5})\\?\)|[a-z]\\?\."  # a)  (a)  iv)  a.
    r")\s+)?"
)
_RULE = re.compile(r"\s*([-=*_])(?:\s?\1){2,}\s*")
_OPENING = r"[*_\s\"'\u201c\u2018]{0,4}(?:\d{1,3}(?:\.\d{1,3}){0,3}\.?\s{1,8})?[*_]{0,3}"
_RESOLUTION = re.compile(
    _OPENING + r"(?:it was (?:\w{1,15} ){0,3}(?:resolved|agreed|decided|recommended)\b"
    r"|(?:the|this) (?:\w{1,20} ){1,4}resolved (?:that|to|unanimously)\b"
    r"|(?:unanimously )?(?:resolved|resolution|agreed|decided|decision|recommended|recommendation)\b"
    r"[*_]{0,3}\s*(?:[:;,.\-\u2013\u2014*(]|that\b|to\b|unanimously\b|by all\b|\Z))",
    re.IGNORECASE,
)
_UPPER_CASE_DECISION = re.compile(r".{1,60}?\b(?:RESOLVED|AGREED)\b(?=.*[a-z])", re.DOTALL)
_ACTION = re.compile(
    _OPENING + r"actions?(?: points?| items?| required| for| by)?(?: (?-i:[A-Z]{2,4})| \d{1,3})?[*_]{0,3}\s*"
    r"(?:\([^)]{0,40}\)\s*)?[:\-\u2013\u2014]",
    re.IGNORECASE,
)


_TICK = re.compile(r"\[[ xX]\]\s+(?=\S)")
"""The box of a task list, after its bullet."""
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,30}\]:\s*")
_LINK_DEFINITION = re.compile(
    r"\[(?!\^)[^\]]{1,200}\]:\s*(?:<[^<>]*>|\S+)(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*"
)
_ITEM_MARK = re.compile(r"(?:[-+*]|\d{1,9}[.)])\s*\Z")
_KEPT = 64
"""Texts whose passages are remembered: an item's, its notes' and some earlier versions'."""


@functools.lru_cache(maxsize=_KEPT)
def passages(text: str) -> tuple[Passage, ...]:
    """The passages of ``text`` in order; blank lines, drawn rules (``---``) and the like belong to none.

    Each stands on lines of its own. Which lines make one is what Markdown says of them, but for paragraphs
    whose lines nobody wrapped: those are a passage a line (see ``soft_wraps``).
    """
    pieces = [(begin, text[begin:stop]) for begin, stop in pieces_of(text)]
    width = wrap_width_of(text)
    found: list[Passage] = []
    line, counted = 1, 0
    for begin, piece in pieces:
        line, counted = line + text.count("\n", counted, begin), begin
        first = len(found)
        found += [_moved_passage(passage, begin, line, first) for passage in _passages_of_piece(piece, width)]
    if found and text.startswith("\ufeff") and found[0].span.start == 0:
        found[0] = replace(found[0], marker=found[0].marker.removeprefix("\ufeff"))
    return tuple(found)


@functools.lru_cache(maxsize=_KEPT)
def wrap_width_of(text: str) -> int:
    """The width that ``text`` is wrapped at; 0 where it is not."""
    pieces = (text[begin:stop] for begin, stop in pieces_of(text))
    return wrap_width(wrapping for piece in pieces for _, wrapping in _wrapped_blocks(piece) if wrapping)


def _moved_passage(passage: Passage, by: int, lines: int, index: int) -> Passage:
    """A passage of a piece as one of the text."""
    if not by:
        return passage
    return Passage(
        passage.index + index,
        passage.kind,
        passage.span.moved(by),
        passage.words.moved(by),
        passage.line + lines - 1,
        passage.marker,
        tuple([joint.moved(by) for joint in passage.joints]),
        tuple([cell.moved(by) for cell in passage.cells]),
        passage.is_code,
        passage.is_head,
    )


@functools.lru_cache(maxsize=KEPT_PIECES)
def _wrapped_blocks(piece: str) -> tuple[tuple[Block, BlockWrapping | None], ...]:
    """The blocks of a piece, those that may be wrapped with what their lines show."""
    return tuple(
        (block, BlockWrapping.of(_wrapped_lines(block, piece)) if _may_be_wrapped(block) else None)
        for block in blocks_of_piece(piece)
    )


def _may_be_wrapped(block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH and len(block.lines) > 1


@functools.lru_cache(maxsize=KEPT_PIECES)
def _passages_of_piece(piece: str, width: int) -> tuple[Passage, ...]:
    """The passages of a piece of a text that is wrapped at ``width``, or at none where that is 0."""
    found: list[Passage] = []
    line, counted = 1, 0
    for block, wrapping in _wrapped_blocks(piece):
        starts = wrapping.passage_starts(width) if wrapping else (0,)
        for first, last in zip(starts, (*starts[1:], len(block.lines)), strict=True):
            lines = block.lines[first:last]
            line, counted = line + piece.count("\n", counted, lines[0].begin), lines[0].begin
            passage = _passage(piece, block, lines, index=len(found), line=line)
            if passage:
                found.append(passage)
    return tuple(found)


def _wrapped_lines(block: Block, text: str) -> Sequence[WrappedLine]:
    first = block.lines[0]
    before = text[first.begin : first.start]
    mark = _ITEM_MARK.search(before)
    edge = _columns(before[: mark.start()]) if mark else WIDEST
    return [
        WrappedLine(
            text[line.start : line.stop],
            _columns(text[line.begin : line.end]),
            is_set_in=_columns(text[line.begin : line.start]) > edge or ">" in text[line.begin : line.start],
        )
        for line in block.lines
    ]


def _columns(words: str) -> int:
    return len(words.expandtabs(4) if "\t" in words else words)


def _passage(text: str, block: Block, lines: tuple[Line, ...], *, index: int, line: int) -> Passage | None:
    """A block as a passage; ``None`` for a rule or the target of a link, which say nothing."""
    first, last = lines[0], lines[-1]
    start, sign = first.start, None
    if block.kind is not BlockKind.HEADING and not block.is_code:
        start, sign = _words_start(text, first)
    words = Span(start, max(start, last.end))
    said = words.of(text)
    if len(lines) == 1 and (_RULE.fullmatch(said) or _LINK_DEFINITION.fullmatch(said)):
        return None
    cells = tuple(Span(*cell) for cell in block.cells)
    return Passage(
        index=index,
        kind=_kind(text, block, words, sign, cells),
        span=Span(first.begin, last.stop),
        words=words,
        line=line,
        marker=text[first.begin : start],
        joints=tuple(Span(a.end, b.start) for a, b in pairwise(lines)),
        cells=cells,
        is_code=block.is_code,
        is_head=block.is_head,
    )


def _words_start(text: str, line: Line) -> tuple[int, str | None]:
    """Where the words of a passage begin, after all markers, and what its own marker is, if it has one."""
    before = text[line.begin : line.start]
    is_item = _ITEM_MARK.search(before) is not None
    if is_item:
        tick = _TICK.match(text, line.start, line.end)
        return (tick.end() if tick else line.start), before
    match = _MARKER.match(text, line.start, line.stop)
    if match and match[2]:
        return min(match.end(), max(line.end, line.start)), match[2]
    footnote = _FOOTNOTE.match(text, line.start, line.end)
    return (footnote.end() if footnote else line.start), None


def passage_at(found: tuple[Passage, ...], offset: int) -> Passage | None:
    """The passage that character ``offset`` stands in, or ``None`` between passages."""
    place = bisect_right(found, offset, key=lambda p: p.span.start) - 1
    return found[place] if place >= 0 and offset <= found[place].span.end else None


def _kind(text: str, block: Block, words: Span, sign: str | None, cells: tuple[Span, ...]) -> PassageKind:
    if block.kind is BlockKind.HEADING:
        return PassageKind.HEADING
    parts = [cell.of(text) for cell in cells] or [words.of(text)]
    if any(_RESOLUTION.match(part) or _UPPER_CASE_DECISION.match(part) for part in parts):
        return PassageKind.RESOLUTION
    if any(_ACTION.match(part) for part in parts):
        return PassageKind.ACTION
    if block.kind is BlockKind.ROW:
        return PassageKind.ROW
    return PassageKind.BULLET if sign else PassageKind.PARAGRAPH
