"""Reading the files again: what changed outside, by whom, and what else came in."""

import asyncio
from typing import TYPE_CHECKING

from textual.content import Content

from review_tui.domain.people import Reviewer
from review_tui.domain.redline import redline
from review_tui.domain.refusals import Refusal
from review_tui.services.desk import Desk
from review_tui.services.reading import ItemView
from review_tui.tui.presenters.incoming import acts_that_came, changed_by, changes_page, texts_that_changed
from review_tui.tui.screens.reader import ReaderScreen

if TYPE_CHECKING:
    from review_tui.tui.walks import Book

NOTHING = "Nothing has changed since you last looked."


async def see_what_changed(book: "Book") -> None:
    """Read the files again and show what is different from what the reviewer has read, and by whom."""
    before, was = book.read_text, book.meeting
    await book.read_again()
    view = book.item.view
    book.read_text = view.draft.text
    who = await asyncio.to_thread(reviewer_at, book.desk)
    also = (*acts_that_came(was, book.meeting, who), *texts_that_changed(was, book.meeting, view.item.id))
    if view.draft.text == before:
        book.say(" ".join(also) or NOTHING)
        return
    page = await asyncio.to_thread(_changes, book.desk, view, before, also)
    await book.ask(ReaderScreen(Content("What changed"), page))


def _changes(desk: Desk, view: ItemView, before: str, also: tuple[str, ...]) -> Content:
    by = changed_by(desk.telling.timeline(view), desk.telling.record(view), before, view.draft.text)
    return changes_page(redline(before, view.draft.text), by, also)


def reviewer_at(desk: Desk) -> Reviewer | None:
    """Whoever sits at ``desk``; ``None`` when git does not know."""
    try:
        return desk.history.reviewer()
    except Refusal:
        return None
