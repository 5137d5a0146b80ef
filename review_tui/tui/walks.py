"""Ways through the book: the next thing, the next item, the pages about an item."""

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol

from textual.content import Content

from review_tui.domain.meeting import Meeting
from review_tui.domain.text import Span
from review_tui.services.acting import Done
from review_tui.services.checking import MINUTES
from review_tui.services.reading import ItemView, MeetingView
from review_tui.tui.comparing import differences, views, who_wrote
from review_tui.tui.gaps import walk_gaps
from review_tui.tui.incoming import see_what_changed
from review_tui.tui.open_item import OpenItem, Thing
from review_tui.tui.opener import Opener
from review_tui.tui.pen import Pen
from review_tui.tui.presenters import pages, sentences
from review_tui.tui.screens.pick import PickDialog
from review_tui.tui.screens.reader import ReaderScreen
from review_tui.tui.stage import Here, Stage
from review_tui.tui.telling import history
from review_tui.tui.turning import redo, undo


class Book(Stage, Protocol):
    """What a walk needs of the screen, beside what a flow needs."""

    opener: Opener
    pen: Pen
    meeting: MeetingView
    item: OpenItem
    read_text: str
    """The minutes as the reviewer has last been shown them, with all changes announced."""
    found: tuple[tuple[str, Span], ...]
    found_at: int
    """Which of the found places comes next."""
    read_only: str
    """Why nothing can be written, or empty."""
    began: dt.datetime
    """When this session began."""
    visited: dict[str, MeetingView]
    """The meetings that were open before in this session, by id."""

    @property
    def here(self) -> Here | None:
        """Where the reviewer is, unless the item is empty."""

    @property
    def is_behind(self) -> bool:
        """Whether files were changed that are not on the screen yet."""

    async def open_item(self, item_id: str) -> None:
        """Open another item."""

    async def read_again(self, done: Done | None = None) -> None:
        """Read the files again."""

    def go_to(self, passage: int, thing: Thing | None = None) -> None:
        """Rest on a passage of the draft, looking at ``thing`` if it is given."""

    async def open_meeting(self, meeting: Meeting, item_id: str = "") -> None:
        """Open a meeting of the book, read anew, at one of its items; at its first where none is named."""

    def show_note(self, file: str, span: Span) -> None:
        """Bring a place of the notes into view."""


async def begin_history(book: Book) -> None:
    """The book is in no repository: offer to make one. Never unasked."""
    about = Content(
        "This folder keeps no history yet, so nothing can be recorded: no flag, no amendment, no approval. "
        "A history can be made here. It stays on this computer, and your files stay as they are."
    )
    lines = [Content("Only read, for now"), Content("Make one")]
    picked = await book.ask(PickDialog("This book has no history", lines, about=about))
    if picked != 1:
        return
    await asyncio.to_thread(book.desk.history.begin)
    await book.read_again()
    book.say("The history of this book begins here.")


async def things(book: Book) -> None:
    """The list of things to look at in the item."""
    waiting = book.item.things
    lines = [sentences.thing_line(thing, book.item) for thing in waiting]
    picked = await book.ask(PickDialog("Things to look at", lines, "Nothing to look at in this item."))
    if picked is not None:
        book.go_to(waiting[picked].passage, waiting[picked])


async def look_closer(book: Book) -> None:
    """All of what the reviewer is looking at."""
    thing = book.here.thing if book.here else None
    if thing is None:
        book.say("There is nothing to look at closer on this passage.")
        return
    await book.ask(ReaderScreen(Content("To look at"), pages.thing_page(thing)))


async def meetings(book: Book) -> None:
    """The meetings of the book, to open another."""
    found, _ = await asyncio.to_thread(book.desk.reading.meetings)
    lines = [sentences.meeting_line(m, is_open=m.id == book.meeting.meeting.id) for m in reversed(found)]
    picked = await book.ask(PickDialog("Meetings of this book", lines))
    if picked is not None:
        await book.open_meeting(found[len(found) - 1 - picked])


async def walk_things(book: Book, step: int) -> None:
    """The next thing to look at (or the one before), in this item or one further on."""
    onward = _things_onward(book, step)
    if onward:
        book.go_to(onward[0].passage, onward[0])
        return
    for view in _items_onward(book, step):
        looked = await asyncio.to_thread(book.opener.look_over, view)
        if looked.item.things:
            await book.open_item(view.item.id)
            things_there = book.item.things
            if book.item.view.item.id == view.item.id and things_there:
                there = things_there[0 if step > 0 else -1]
                book.go_to(there.passage, there)
            return
    if step > 0:
        book.say("That was the last thing to look at in this meeting. m lists the other meetings.")
    else:
        book.say("There is nothing to look at before this.")


def _things_onward(book: Book, step: int) -> Sequence[Thing]:
    """The things of the item after the one looked at (or before it), the nearest first."""
    waiting, here = book.item.things, book.here
    if here and here.thing in waiting and here.thing.passage == here.passage.index:
        place = waiting.index(here.thing)
        onward = waiting[place + 1 :] if step > 0 else waiting[:place]
    else:
        at = here.passage.index if here else 0
        onward = tuple(t for t in waiting if (t.passage - at) * step >= 0)
    return onward if step > 0 else onward[::-1]


async def walk_items(book: Book, step: int) -> None:
    """The next item of the agenda, or the one before."""
    onward = _items_onward(book, step)
    if onward:
        await book.open_item(onward[0].item.id)


async def find_next(book: Book) -> None:
    """The next place where the words stand that were looked for: in the draft, then in the notes."""
    if not book.found:
        book.say("Press / and type the words to find.")
        return
    place = book.found_at % len(book.found)
    book.found_at = place + 1
    file, span = book.found[place]
    book.say(f"{place + 1} of {len(book.found)}, in {'the draft' if file == MINUTES else file}")
    if file == MINUTES:
        there = next((p.index for p in book.item.passages if span.overlaps(p.span)), None)
        if there is not None:
            book.go_to(there)
    else:
        book.show_note(file, span)


def _items_onward(book: Book, step: int) -> Sequence[ItemView]:
    views = book.meeting.items
    at = next((n for n, v in enumerate(views) if v.item.id == book.item.view.item.id), 0)
    return views[at + 1 :] if step > 0 else tuple(reversed(views[:at]))


async def _at_once(walk: Callable[[Book, int], None], book: Book, step: int) -> None:
    """A walk that waits for nothing."""
    walk(book, step)


WALKS: dict[str, Callable[[Book], Awaitable[None]]] = {
    "next-thing": lambda book: walk_things(book, 1),
    "previous-thing": lambda book: walk_things(book, -1),
    "next-gap": lambda book: _at_once(walk_gaps, book, 1),
    "previous-gap": lambda book: _at_once(walk_gaps, book, -1),
    "next-item": lambda book: walk_items(book, 1),
    "previous-item": lambda book: walk_items(book, -1),
    "things": things,
    "history": history,
    "undo": undo,
    "redo": redo,
    "differences": differences,
    "views": views,
    "who-wrote": who_wrote,
    "look-closer": look_closer,
    "meetings": meetings,
    "find-next": find_next,
    "read-again": see_what_changed,
}
"""Where each walking key leads."""
