"""All sources of an item as one run of blocks, and where a place in a source is among them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from review_tui.domain.findings import Place
from review_tui.domain.meeting import Source
from review_tui.domain.passages import passages
from review_tui.domain.text import Span
from review_tui.tui.presenters.blocks import note_blocks
from review_tui.tui.widgets.reading_pane import Block


@dataclass(frozen=True, slots=True)
class NotesPage:
    """The notes pane's content."""

    blocks: tuple[Block, ...]
    offsets: tuple[tuple[str, int, int], ...]
    """For each block: its file, and the characters of the file that its line covers; headings cover none."""

    def block_of(self, place: Place) -> int | None:
        """The block that shows a place in the notes."""
        return self.line_of(place.file, place.span)

    def line_of(self, file: str, span: Span) -> int | None:
        """The block that shows the beginning of ``span`` in ``file``."""
        places = enumerate(self.offsets)
        return next((n for n, (f, start, end) in places if f == file and start <= span.start < end), None)


def notes_page(
    sources: Sequence[Source], lit: Iterable[Place] = (), found: Sequence[tuple[str, Span]] = ()
) -> NotesPage:
    """Every source under a heading with its file's name; ``lit`` places and ``found`` words are marked."""
    lit = tuple(lit)
    blocks: list[Block] = []
    offsets: list[tuple[str, int, int]] = []
    for source in sources:
        blocks.append(Block(text=source.name.removeprefix("notes/"), tone="quiet", can_rest=False))
        offsets.append((source.name, 0, 0))
        blocks += note_blocks(
            source.text,
            [p.span for p in lit if p.file == source.name],
            [span for file, span in found if file == source.name],
        )
        offsets += [(source.name, line.span.start, line.span.end + 1) for line in passages(source.text)]
    return NotesPage(tuple(blocks), tuple(offsets))
