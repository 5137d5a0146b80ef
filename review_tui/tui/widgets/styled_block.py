"""One block made ready to be drawn: its words washed, and cut where marks begin and end. Pure."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from rich.cells import cell_len, set_cell_size, split_graphemes

from review_tui.model.frozen import frozen
from review_tui.model.visible import is_plain, visible
from review_tui.tui.widgets.block import MARK_KINDS, PaneBlock
from review_tui.tui.widgets.wrapping import is_narrow

# The opening words of a resolution or an action: "Resolved:-", "Action (LG):".
_LEAD_IN = re.compile(r"[^:\n]{1,48}?:[-\u2013\u2014*_]*|\S{1,48}")
_WORD = re.compile(r"[£$€]?\w+(?:['\u2019.,:]\w+)*%?")

Piece = tuple[int, int, frozenset[str]]
"""Characters ``start`` to ``end`` (exclusive), with the kinds of all marks upon them."""


@frozen
class SafeText:
    """Text made safe to show, and the way from its characters to those of the raw text and back."""

    text: str
    starts: Sequence[int] | None
    """Where each raw character begins in ``text``; ``None`` when nothing needed washing."""

    @classmethod
    def of(cls, raw: str) -> "SafeText":
        """``raw`` with every character that would steer a terminal made a visible sign."""
        if is_plain(raw):
            return cls(raw, None)
        signs: dict[str, str] = {}
        parts: list[str] = []
        starts = array("L", [0])
        for character in raw:
            sign = signs.get(character) or signs.setdefault(character, visible(character))
            parts.append(sign)
            starts.append(starts[-1] + len(sign))
        return cls("".join(parts), starts)

    def shown(self, offset: int) -> int:
        """Where raw character ``offset`` stands in ``text``; past the end counts as the end."""
        if self.starts is None:
            return max(0, min(offset, len(self.text)))
        return self.starts[max(0, min(offset, len(self.starts) - 1))]

    def raw(self, offset: int) -> int:
        """The raw character whose sign covers ``offset`` of ``text``."""
        return offset if self.starts is None else bisect_right(self.starts, offset) - 1


class StyledBlock:
    """A block made ready to be drawn where there are ``width`` cells for lead and words."""

    def __init__(self, block: PaneBlock, width: int) -> None:
        self.washed = SafeText.of(block.text)
        lead = visible(block.lead)
        self.lead = set_cell_size(lead, min(cell_len(lead), width // 2))
        """Cut to the room there is."""
        self._block = block
        self._pieces: dict[tuple[int, int] | None, list[Piece]] = {}

    @cached_property
    def words(self) -> list[tuple[int, int]]:
        """The words, in raw characters."""
        return words(self._block.text)

    def pieces(
        self, start: int, end: int, chosen: tuple[int, int] | None
    ) -> Iterator[tuple[str, frozenset[str]]]:
        """The characters as they are shown, from ``start`` to ``end``, cut where marks begin and end.

        Each piece comes with the kinds of its marks. ``chosen`` are the selected characters, counted as they
        stand in the text.
        """
        edges = _edges(self.washed.text, start, end)
        pieces = self._all_pieces(chosen)
        first = bisect_right(pieces, start, key=lambda piece: piece[0]) - 1
        for begin, stop, kinds in pieces[max(0, first) :]:
            if begin >= end:
                return
            # A mark may begin or end within what is drawn as one character: the whole character it is.
            word = self.washed.text[_snapped(edges, max(begin, start)) : _snapped(edges, min(stop, end))]
            if word:
                yield word, kinds

    def character_at(self, start: int, end: int, cell: int) -> int:
        """The raw character drawn on a ``cell`` of the row of washed characters ``start`` to ``end``."""
        cell -= cell_len(self.lead)
        at = start
        for begin, stop, cells in split_graphemes(self.washed.text[start:end])[0]:
            at = start + begin
            cell -= cells
            if cell < 0:
                break
            at = start + stop
        return self.washed.raw(at)

    def _all_pieces(self, chosen: tuple[int, int] | None) -> list[Piece]:
        found = self._pieces.get(chosen)
        if found is None:
            block, shown = self._block, self.washed.shown
            marks = [(m.start, m.end, m.kind) for m in block.marks if m.kind in MARK_KINDS]
            if block.tone in {"resolution", "action"} and (match := _LEAD_IN.match(block.text)):
                marks.append((0, match.end(), "lead-in"))
            if chosen:
                marks.append((*chosen, "selection"))
            found = self._pieces[chosen] = layers(
                len(self.washed.text), ((shown(start), shown(end), kind) for start, end, kind in marks)
            )
        return found


def layers(length: int, marks: Iterable[tuple[int, int, str]]) -> list[Piece]:
    """Text of ``length`` cut where marks begin and end: each piece with the kinds of all marks upon it.

    A mark of nothing (something is missing there) is shown on the characters at both its sides.
    """
    opening: dict[int, list[str]] = {}
    closing: dict[int, list[str]] = {}
    for start, end, kind in marks:
        first, last = (start, end) if start < end else (start - 1, start + 1)
        first, last = max(0, first), min(length, last)
        if first < last:
            opening.setdefault(first, []).append(kind)
            closing.setdefault(last, []).append(kind)
    pieces: list[Piece] = []
    active: list[str] = []
    for start, end in pairwise(sorted({0, length, *opening, *closing})):
        for kind in closing.get(start, ()):
            active.remove(kind)
        active.extend(opening.get(start, ()))
        pieces.append((start, end, frozenset(active)))
    return pieces


def words(text: str) -> list[tuple[int, int]]:
    """The words of ``text`` as start and end, without the punctuation around them."""
    return [m.span() for m in _WORD.finditer(text)] or [m.span() for m in re.finditer(r"\S+", text)]


def _edges(text: str, start: int, end: int) -> list[int] | None:
    """Where what is drawn as one character begins; ``None`` when that is everywhere."""
    if is_narrow(text, start, end):
        return None
    return [*(start + begin for begin, _, _ in split_graphemes(text[start:end])[0]), end]


def _snapped(edges: list[int] | None, offset: int) -> int:
    return offset if edges is None else edges[max(0, bisect_right(edges, offset) - 1)]
