"""The three panes side by side: agenda, draft, notes. On a narrow screen one at a time."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from review_tui.application.meeting_checks import MINUTES
from review_tui.model.findings import Location
from review_tui.model.passages import Passage
from review_tui.model.text import Span
from review_tui.tui.highlighted_draft import HighlightedDraft
from review_tui.tui.highlighted_notes import HighlightedNotes
from review_tui.tui.keys import KEYS, bindings
from review_tui.tui.open_item import OpenItem
from review_tui.tui.presenters.item_state import standing_words
from review_tui.tui.presenters.status_lines import item_title, notes_line
from review_tui.tui.widgets.agenda import Agenda, AgendaRow
from review_tui.tui.widgets.reading_pane import ReadingPane
from review_tui.tui.widgets.two_ends import TwoEnds
from review_tui.tui.widgets.widget_message import WidgetMessage

ORDER = ("draft", "notes", "agenda")
NO_NOTES = "-no-notes"
"""The item has none: the draft has their room."""


class Column(Vertical):
    """One pane with what stands above it. Its own rows all look alike, so one of them is drawn for all."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of ``crop``."""
        return super().render_lines(Region(crop.x, crop.y, crop.width, 1)) * crop.height


class Panes(Horizontal):
    """Shows one open item, and moves about in it."""

    BLANK = True  # nothing of it is seen behind the columns: Textual draws it without looking up its styles
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(key for key in KEYS if key.is_for_panes)]

    class PassageReached(WidgetMessage["Panes"]):
        """The cursor came to rest on another passage of the draft."""

        def __init__(self, sender: "Panes", index: int) -> None:
            super().__init__(sender)
            self.index = index

    class NoteReached(WidgetMessage["Panes"]):
        """The reader came to the notes, left them, or rests on another line there."""

    def __init__(self) -> None:
        super().__init__(id="panes")
        self._item: OpenItem | None = None
        self._lit: tuple[Location, ...] = ()
        self.front = "draft"

    def on_mount(self) -> None:
        """What lights the panes draws them."""
        self._notes, self._draft = HighlightedNotes(self.notes), HighlightedDraft(self.draft)

    def compose(self) -> ComposeResult:
        """Agenda, draft, notes."""
        with Column(id="agenda-column", classes="column"):
            yield Agenda(id="agenda")
        with Column(id="draft-column", classes="column -front"):
            yield TwoEnds(id="item-line", classes="column--title", share=60)
            yield ReadingPane(id="draft", empty_words="These minutes are empty.")
        with Column(id="notes-column", classes="column"):
            yield Static(id="notes-line", classes="column--title")
            yield ReadingPane(id="notes", empty_words="There are no notes for this item.")

    @property
    def draft(self) -> ReadingPane:
        """The draft pane."""
        return self.query_one("#draft", ReadingPane)

    @property
    def notes(self) -> ReadingPane:
        """The notes pane."""
        return self.query_one("#notes", ReadingPane)

    @property
    def front_pane(self) -> ReadingPane:
        """The pane that is read: the notes where they are in front, else the draft."""
        return self.notes if self.front == "notes" else self.draft

    @property
    def passage(self) -> Passage | None:
        """The passage that the cursor rests on."""
        found = self._item.passages if self._item else ()
        return found[self.draft.cursor] if 0 <= self.draft.cursor < len(found) else None

    @property
    def item(self) -> OpenItem | None:
        """The item that is on the screen."""
        return self._item

    @property
    def chosen_words(self) -> Span | None:
        """The words chosen in the passage, or ``None``: characters of the minutes."""
        chosen, passage = self.draft.selection, self.passage
        if chosen is None or passage is None or self._item is None:
            return None
        return self._item.shown(passage).to_source(Span(*chosen))

    def show(
        self,
        item: OpenItem,
        rows: Sequence[AgendaRow],
        *,
        keep_place: bool,
        found: Sequence[tuple[str, Span]] = (),
    ) -> None:
        """Show an item; with ``keep_place`` nothing moves under the reader."""
        same_notes = (
            self._item is not None and keep_place and self._item.view.draft.notes == item.view.draft.notes
        )
        cursor = _index_again(self._item, self.draft.cursor, item) if keep_place else 0
        self._item = item
        self.set_class(item.is_checked and not item.view.draft.notes, NO_NOTES)
        spans = [span for file, span in found if file == MINUTES]
        current = next((n for n, row in enumerate(rows) if row.current), 0)
        self.query_one(Agenda).show(rows, current)
        self.query_one(TwoEnds).show(item_title(item), standing_words(item))
        self._draft.show(item, spans, cursor=cursor, keep_place=keep_place)
        self._notes.show(item, found, keep_place=same_notes)
        self._draw_notes_line()
        if self.has_class(NO_NOTES) and self.front == "notes":
            self.bring_to_front("draft")
        self._note_reached()

    def light(self, places: Sequence[Location], facts: Sequence[tuple[Location, str]] = ()) -> None:
        """Light these places of the notes; bring the first into view, unless the reader is in the notes.

        ``facts``: words of the notes, each with the kind of its mark.
        """
        lit = tuple(p for p in places if p.file != MINUTES)
        before = self._notes.file
        self._notes.light(lit, facts, reveal=self.front != "notes" and lit != self._lit)
        self._lit = lit
        if self._notes.file != before:
            self._draw_notes_line()

    def show_note(self, file: str, span: Span) -> None:
        """Rest on the line of the notes that holds a place."""
        self._notes.go_to(file, span)

    @property
    def note(self) -> Location | None:
        """The line of the notes at the cursor, when the reader is in the notes."""
        return self._notes.here if self.front == "notes" else None

    def _draw_notes_line(self) -> None:
        if self._item:
            line = notes_line(self._item, self._notes.file)
            self.query_one("#notes-line", Static).update(line, layout=False)

    def bring_to_front(self, name: str) -> None:
        """Focus a pane; on a narrow screen it takes the place of the others."""
        self.front = name
        for column in self.query(".column"):
            column.set_class(column.id == f"{name}-column", "-front")
        self.query_one(f"#{name}", Widget).focus()
        self._note_reached()

    @on(ReadingPane.CursorMoved, "#notes")
    def _notes_moved(self, event: ReadingPane.CursorMoved) -> None:
        event.stop()
        self._draw_notes_line()
        self._note_reached()

    def _note_reached(self) -> None:
        """While the reader is in the notes, what rests on the line there is lit in the draft."""
        note = self.note
        resting = self._item.evidence.supported_by(note.file, note.span) if self._item and note else ()
        self._draft.light(resting)
        self.post_message(self.NoteReached(self))

    @on(ReadingPane.CursorMoved, "#draft")
    def _draft_moved(self, event: ReadingPane.CursorMoved) -> None:
        event.stop()
        self.post_message(self.PassageReached(self, event.index))

    def action_move(self, name: str) -> None:
        """Move in the pane in front, as the key table names it."""
        if name in _PANE_STEPS:
            order = [pane for pane in ORDER if pane != "notes" or not self.has_class(NO_NOTES)]
            at = order.index(self.front) if self.front in order else 0
            self.bring_to_front(order[(at + _PANE_STEPS[name]) % len(order)])
            if self.front == "draft":  # the notes may have led it elsewhere
                self.draft.reveal(self.draft.cursor)
        elif name in _WORD_STEPS:
            step, extend = _WORD_STEPS[name]
            self.draft.select_word(step, extend=extend)
        else:
            pane = self.query_one(f"#{self.front}")
            if isinstance(pane, ReadingPane | Agenda):
                _MOVES[name](pane)


def _index_again(before: OpenItem | None, at: int, fresh: OpenItem) -> int:
    """Where passage ``at`` stands in the fresh text: by its words, then its place."""
    if before is None or not 0 <= at < len(before.passages):
        return at
    words = before.passages[at].words.of(before.view.draft.text)
    text = fresh.view.draft.text
    same = [p.index for p in fresh.passages if p.words.of(text) == words]
    return min(same, key=lambda index: abs(index - at)) if same else at


_MOVES: dict[str, Callable[[ReadingPane | Agenda], None]] = {
    "next-passage": lambda pane: pane.move(1),
    "previous-passage": lambda pane: pane.move(-1),
    "page-down": lambda pane: pane.page(1),
    "page-up": lambda pane: pane.page(-1),
    "first": lambda pane: pane.home(),
    "last": lambda pane: pane.end(),
}
_WORD_STEPS = {
    "next-word": (1, False),
    "previous-word": (-1, False),
    "more-words": (1, True),
    "fewer-words": (-1, True),
}
_PANE_STEPS = {"next-pane": 1, "previous-pane": -1}
PANE_KEYS = frozenset({*_MOVES, *_WORD_STEPS, *_PANE_STEPS})
"""The keys that move within and between the panes."""
