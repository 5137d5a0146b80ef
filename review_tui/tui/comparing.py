"""Looking back at the minutes: what changed and since when, the five views, who wrote what."""

import asyncio
from typing import TYPE_CHECKING

from textual.content import Content

from review_tui.domain.passages import Passage
from review_tui.domain.redline import Redline, redline
from review_tui.services.desk import Desk
from review_tui.services.reading import ItemView
from review_tui.tui.incoming import reviewer_at
from review_tui.tui.presenters.points import Compared, compared
from review_tui.tui.presenters.versions import VIEWS, blame_page, view_heading, view_lines, view_pages
from review_tui.tui.screens.comparing import ComparingPage, ViewsPage, WrotePage
from review_tui.tui.screens.picks import NumberedPick

if TYPE_CHECKING:
    from review_tui.tui.walks import Book


BEHIND = "The files have changed. Press F5 first; then this can be told of the minutes as they are now."
"""Said where the history is ahead of the screen: words of it would be taken for an edit not recorded."""


async def differences(book: "Book") -> None:
    """What changed since the reviewer approved the item, else read it, else since the first draft."""
    if book.is_behind:
        book.say(BEHIND)
        return
    about, changes = await asyncio.to_thread(_compared, book.desk, book.item.view)
    await book.ask(ComparingPage(about, changes))


def _compared(desk: Desk, view: ItemView) -> tuple[Compared, Redline]:
    record = desk.telling.record(view)
    who = reviewer_at(desk)
    approved = desk.versions.since_approval(view, who) if who else None
    read = desk.versions.since_read(view, who) if who else None
    about = compared(view, record, who, approved, read)
    return about, redline(about.points[about.begin].text, about.points[-1].text)


async def views(book: "Book") -> None:
    """The five views of the item: picked from a list, then read."""
    view = book.item.view
    found = await asyncio.to_thread(book.desk.versions.five_views, view)
    picked = await book.ask(NumberedPick("Views of this item", view_lines(found)))
    if picked is None:
        return
    headings = [view_heading(found, at, view.item.number) for at in range(len(VIEWS))]
    pages = await asyncio.to_thread(view_pages, found)
    await book.ask(ViewsPage(headings, pages, picked))


async def who_wrote(book: "Book") -> None:
    """Who wrote each sentence of the passage at the cursor, and why."""
    view, here = book.item.view, book.here
    if here is None or not book.item.passages:
        book.say("There are no words here to tell of.")
        return
    if book.is_behind:
        book.say(BEHIND)
        return
    page = await asyncio.to_thread(_blame, book.desk, view, here.passage)
    await book.ask(WrotePage(Content("Who wrote the sentences of this passage"), page))


def _blame(desk: Desk, view: ItemView, passage: Passage) -> Content:
    found = [each for each in desk.versions.blame(view) if each.span.overlaps(passage.words)]
    return blame_page(view, found, desk.telling.record(view))
