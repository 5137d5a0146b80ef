"""What the notes pane shows, with the lines lit that the passage at the cursor rests on."""

from collections.abc import Sequence

from review_tui.model.findings import Location
from review_tui.model.text import Span
from review_tui.tui.open_item import OpenItem
from review_tui.tui.presenters.notes_blocks import NotesPage, notes_page
from review_tui.tui.widgets.block import PaneBlock
from review_tui.tui.widgets.reading_pane import ReadingPane


class HighlightedNotes:
    """Keeps a pane's notes, and draws no more of them anew than changes."""

    def __init__(self, pane: ReadingPane) -> None:
        self._pane = pane
        self._page = NotesPage()
        self._made_of: object = None
        self._lit: dict[int, PaneBlock] = {}

    def show(self, item: OpenItem, found: Sequence[tuple[str, Span]], *, keep_place: bool) -> None:
        """Show the notes of ``item``; with ``keep_place`` nothing moves that can still be read."""
        notes, evidence = item.view.draft.notes, item.evidence
        made_of = (notes, tuple(found), evidence.unused, evidence.not_minuted)
        if made_of == self._made_of and keep_place:
            return
        self._made_of = made_of
        self._page = notes_page(notes, found, evidence.unused, evidence.not_minuted)
        self._lit = {}
        cursor = self._pane.cursor if keep_place else 1
        self._pane.show(self._page.blocks, cursor=cursor, keep_place=keep_place)

    def light(
        self, places: Sequence[Location], facts: Sequence[tuple[Location, str]] = (), *, reveal: bool
    ) -> None:
        """Light these places and mark the words of ``facts``, and nothing else.

        The first place is brought into view if asked to.
        """
        lit = self._page.lit(places, facts)
        changed = {n: self._page.blocks[n] for n in self._lit if n not in lit} | {
            n: block for n, block in lit.items() if self._lit.get(n) != block
        }
        self._lit = lit
        if changed:
            self._pane.update_blocks(changed)
        first = self._page.line_of(places[0].file, places[0].span) if places else None
        if reveal and first is not None:
            self._pane.move_to(first, tell=False)
            self._pane.reveal(first, centre=True)

    def go_to(self, file: str, span: Span) -> None:
        """Rest on the line of the notes that holds a place."""
        line = self._page.line_of(file, span)
        if line is not None:
            self._pane.move_to(line)

    @property
    def here(self) -> Location | None:
        """The line of the notes that the cursor rests on."""
        return self._page.place_at(self._pane.cursor)

    @property
    def file(self) -> str:
        """The source that the cursor is in."""
        return self._page.file_at(self._pane.cursor)
