"""Walking through what has no counterpart: passages without evidence, notes that no passage uses."""

from collections.abc import Sequence
from typing import Protocol

from review_tui.domain.findings import Place
from review_tui.domain.text import Span
from review_tui.tui.open_item import OpenItem
from review_tui.tui.stage import Here

NO_NOTES = "This item has no notes to compare with."
NO_PASSAGE = "No passage without evidence {way}. In the notes (Tab), w goes to what no passage uses."
NO_LINE = "No line of the notes that no passage uses {way}."


class Open(Protocol):
    """What such a walk needs of the screen."""

    item: OpenItem

    @property
    def here(self) -> Here | None:
        """Where the reviewer is, unless the item is empty."""

    def say(self, sentence: str) -> None:
        """A sentence for the reviewer."""

    def go_to(self, passage: int) -> None:
        """Rest on a passage of the draft."""

    def show_note(self, file: str, span: Span) -> None:
        """Bring a place of the notes into view."""


def walk_gaps(book: Open, step: int) -> None:
    """The next passage without evidence (or the one before); in the notes, the next line that none uses."""
    here = book.here
    if here is None or not book.item.evidence.has_notes:
        book.say(NO_NOTES)
    elif here.note is None:
        _in_draft(book, here.passage.index, step)
    else:
        _in_notes(book, here.note, step)


def _in_draft(book: Open, at: int, step: int) -> None:
    onward = [n for n in book.item.evidence.unsupported[::step] if (n - at) * step > 0]
    if onward:
        book.go_to(onward[0])
    else:
        book.say(NO_PASSAGE.format(way=_way(step)))


def _in_notes(book: Open, at: Place, step: int) -> None:
    names = [note.name for note in book.item.view.draft.notes]
    left = {_order(p, names): p for p in (*book.item.evidence.unused, *book.item.evidence.not_minuted)}
    mine = _order(at, names)
    onward = [key for key in sorted(left)[::step] if key != mine and (key > mine) == (step > 0)]
    if onward:
        place = left[onward[0]]
        book.show_note(place.file, place.span)
    else:
        book.say(NO_LINE.format(way=_way(step)))


def _order(place: Place, names: Sequence[str]) -> tuple[int, int]:
    """Which source, and which line in it."""
    return names.index(place.file), place.line


def _way(step: int) -> str:
    return "after this" if step > 0 else "before this"
