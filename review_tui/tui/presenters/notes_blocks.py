"""All sources of an item as one run of blocks, and where a place in a source is among them."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace

from review_tui.model.findings import Location
from review_tui.model.frozen import frozen
from review_tui.model.meeting import Source, notes_name
from review_tui.model.passages import Passage, passages
from review_tui.model.rendered import shown_words, unwrapped
from review_tui.model.text import Span
from review_tui.tui.presenters.draft_blocks import marks_of, note_blocks
from review_tui.tui.widgets.block import PaneBlock

LIT_SIGN = "▸"
EVIDENCE = "evidence"
UNUSED_SIGN = "?"
NOT_MINUTED_SIGN = "!"


@frozen
class NotesPage:
    """The notes pane's content."""

    blocks: tuple[PaneBlock, ...] = ()
    """With nothing lit."""
    lines: tuple[tuple[str, Passage | None], ...] = ()
    """For each block: its file, and the line that it shows; ``None`` for a heading."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """What each file says."""
    ranges: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """For each file: the block of its first line, and the one after its last line's."""

    def line_of(self, file: str, span: Span) -> int | None:
        """The block that shows the beginning of ``span`` in ``file``, or else the line before it."""
        shown = range(*self._range(file))
        at = bisect_right(shown, span.start, key=self._start) - 1
        return shown[max(at, 0)] if shown else None

    def lines_of(self, place: Location) -> tuple[int, ...]:
        """The blocks that show any of ``place``."""
        first = self.line_of(place.file, place.span)
        if first is None:
            return ()
        found = []
        for index in range(first, self._range(place.file)[1]):
            if self._start(index) >= place.span.end:
                break
            _, line = self.lines[index]
            if line and line.span.overlaps(place.span):
                found.append(index)
        return tuple(found)

    def file_at(self, index: int) -> str:
        """The file that a block belongs to; empty where there is none."""
        return self.lines[index][0] if 0 <= index < len(self.lines) else ""

    def place_at(self, index: int) -> Location | None:
        """The line that a block shows; ``None`` for a heading."""
        file, line = self.lines[index] if 0 <= index < len(self.lines) else ("", None)
        if line is None:
            return None
        text = self.texts[file]
        return Location(file, line.words, line.line, line.words.of(text), unwrapped(text, line).text)

    def lit(
        self, places: Iterable[Location], facts: Iterable[tuple[Location, str]] = ()
    ) -> dict[int, PaneBlock]:
        """The blocks of ``places``, lit; and words of ``facts``, wherever they stand, marked by kind."""
        found: dict[int, list[tuple[Span, str]]] = {}
        signed: set[int] = set()
        for place in places:
            lines = self.lines_of(place)
            signed.update(lines)
            for index in lines:
                found.setdefault(index, []).append((place.span, EVIDENCE))
        for place, kind in facts:
            for index in self.lines_of(place):
                found.setdefault(index, []).append((place.span, kind))
        return {
            index: self._lit_line(index, spans, is_signed=index in signed) for index, spans in found.items()
        }

    def _lit_line(self, index: int, spans: Sequence[tuple[Span, str]], *, is_signed: bool) -> PaneBlock:
        block, line = self.blocks[index], self.lines[index][1]
        shown = shown_words(self.texts[self.lines[index][0]], line).map if line else None
        marks = [
            m for s, kind in spans for m in (marks_of(shown, line.words, [s], kind) if line and shown else ())
        ]
        return replace(block, gutter=LIT_SIGN if is_signed else block.gutter, marks=(*marks, *block.marks))

    def _range(self, file: str) -> tuple[int, int]:
        """The blocks of a file: the first line's, and the one after the last's."""
        return self.ranges.get(file, (0, 0))

    def _start(self, index: int) -> int:
        line = self.lines[index][1]
        return line.span.start if line else 0


def notes_page(
    sources: Sequence[Source],
    found: Sequence[tuple[str, Span]] = (),
    unused: Iterable[Location] = (),
    not_minuted: Iterable[Location] = (),
) -> NotesPage:
    """Every source under a heading with its file's name; ``found`` words and what nothing uses are marked."""
    blocks: list[PaneBlock] = []
    lines: list[tuple[str, Passage | None]] = []
    ranges: dict[str, tuple[int, int]] = {}
    for source in sources:
        blocks.append(PaneBlock(text=notes_name(source.name), tone="quiet", can_rest=False))
        blocks += note_blocks(source.text, [span for file, span in found if file == source.name])
        lines.append((source.name, None))
        ranges[source.name] = (len(lines), len(blocks))
        lines += [(source.name, line) for line in passages(source.text)]
    page = NotesPage(tuple(blocks), tuple(lines), {s.name: s.text for s in sources}, ranges)
    for sign, places in ((UNUSED_SIGN, unused), (NOT_MINUTED_SIGN, not_minuted)):
        for index in {n for place in places for n in page.lines_of(place)}:
            blocks[index] = replace(blocks[index], gutter=sign)
    return replace(page, blocks=tuple(blocks))
