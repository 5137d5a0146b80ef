"""Pages about the whole meeting: its flags, and who has read what. And the word before leaving."""

import asyncio

from textual.content import Content

from review_tui.domain.refusals import Refusal
from review_tui.services.receipts import who_has_read
from review_tui.services.session import Summary, summary
from review_tui.tui.presenters.circulation import circulation_page
from review_tui.tui.presenters.flags import flag_page
from review_tui.tui.screens.flags import FlagsDialog, Listed
from review_tui.tui.screens.leave import LEAVE, LeaveDialog
from review_tui.tui.screens.reader import ReaderScreen
from review_tui.tui.walks import Book


async def flags(book: Book) -> None:
    """List the flags of the meeting; go to the one that is picked, and show it whole if it is settled."""
    listed = await asyncio.to_thread(_listed, book)
    picked = await book.ask(FlagsDialog(listed, book.item.view.item.id))
    if picked is None:
        return
    if picked.view.item.id != book.item.view.item.id:
        await book.open_item(picked.view.item.id)
    flag = picked.placed.conversation.flag
    thing = next((t for t in book.item.things if t.act == flag.id), None)
    if thing is not None:
        book.go_to(thing.passage, thing)
        return
    span = picked.placed.placement.span
    there = book.item.nearest(span.start) if span else None
    if there is not None:
        book.go_to(there.index)
    await book.ask(ReaderScreen(Content("The flag"), flag_page(picked.placed)))


def _listed(book: Book) -> tuple[Listed, ...]:
    reading = book.desk.reading
    return tuple(Listed(view, placed) for view in book.meeting.items for placed in reading.flags(view))


async def circulation(book: Book) -> None:
    """Who has read what since it last changed."""
    view = await asyncio.to_thread(book.desk.reading.all_looked_up, book.meeting)
    page = circulation_page(who_has_read(view))
    await book.ask(ReaderScreen(Content("Circulation: who has read what, as it reads now"), page))


async def may_leave(book: Book) -> bool:
    """Whether to leave now: asks only where something was raised in this session."""
    done = await asyncio.to_thread(_summary, book)
    return done.is_empty or await book.ask(LeaveDialog(done)) == LEAVE


def _summary(book: Book) -> Summary:
    views = {**book.visited, book.meeting.meeting.id: book.meeting}
    try:
        return summary(views.values(), book.desk.history.reviewer(), book.began)
    except Refusal:
        return Summary()  # nobody knows who sits here, so nothing was recorded
