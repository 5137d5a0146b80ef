"""What the draft pane shows, with the passages lit that rest on the line of the notes at the cursor."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from review_tui.model.text import Span
from review_tui.tui.open_item import OpenItem
from review_tui.tui.presenters.draft_blocks import draft_blocks
from review_tui.tui.widgets.block import Mark, PaneBlock
from review_tui.tui.widgets.reading_pane import ReadingPane


class HighlightedDraft:
    """Keeps a pane's draft, and draws no more of it anew than changes."""

    def __init__(self, pane: ReadingPane) -> None:
        self._pane = pane
        self._blocks: tuple[PaneBlock, ...] = ()
        self._lit: frozenset[int] = frozenset()

    def show(self, item: OpenItem, found: Sequence[Span], *, cursor: int, keep_place: bool) -> None:
        """Show the minutes of ``item``; with ``keep_place`` nothing moves that can still be read."""
        self._blocks = draft_blocks(item, found)
        self._lit = frozenset()
        self._pane.show(self._blocks, cursor=cursor, keep_place=keep_place)

    def light(self, passages: Iterable[int]) -> None:
        """Light these passages, and no others; bring the first into view, leaving the cursor alone."""
        lit = frozenset(passages)
        changed = {n: self._blocks[n] for n in self._lit - lit} | {
            n: _lit(self._blocks[n]) for n in lit - self._lit
        }
        self._lit = lit
        if changed:
            self._pane.update_blocks(changed)
        if lit:
            self._pane.reveal(min(lit), centre=True)


def _lit(block: PaneBlock) -> PaneBlock:
    return replace(block, marks=(Mark(0, len(block.text), "evidence"), *block.marks))
