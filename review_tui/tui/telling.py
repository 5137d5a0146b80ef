"""The history of an item: a list to move in, each thing whole, one amendment put back alone."""

import asyncio
from typing import TYPE_CHECKING

from review_tui.domain.moves import Move
from review_tui.domain.redline import redline
from review_tui.domain.visible import visible
from review_tui.services.amendments import Amendment
from review_tui.services.reading import ItemView
from review_tui.services.telling import Told
from review_tui.tui.keeping import Keeper
from review_tui.tui.presenters.redlines import changes_content
from review_tui.tui.presenters.sentences import plain
from review_tui.tui.presenters.telling import told_heading, told_line, told_page
from review_tui.tui.screens.picks import Notice, Timeline
from review_tui.tui.screens.told import PutBackDialog, ToldPage
from review_tui.tui.stage import Here

if TYPE_CHECKING:
    from review_tui.tui.walks import Book

NONE = "Nothing has been recorded for this item yet."
PUT_BACK = "put-back"
"""What the reason is kept for while it is being typed."""
ALONE = "This amendment can’t be put back alone"


async def history(book: "Book") -> None:
    """What was done to the item, newest first, each to be looked at closer."""
    view = book.item.view
    timeline = (await asyncio.to_thread(book.desk.telling.timeline, view))[::-1]
    heading = visible(f"What was done to item {view.item.number or view.item.title}, newest first")
    lines = [told_line(told) for told in timeline]
    at: int | None = 0
    while (at := await book.ask(Timeline(heading, lines, NONE, at or 0))) is not None:
        if await _look_closer(book, view, timeline[at]):
            return


async def _look_closer(book: "Book", view: ItemView, told: Told) -> bool:
    """Show one thing that happened. Whether it was put back, or that was tried."""
    made = told.amendment
    changes = await asyncio.to_thread(redline, made.before, made.after) if made else None
    heading, words = told_heading(view, told), told_page(view, told, changes)
    while await book.ask(ToldPage(heading, words, is_amendment=made is not None)):
        if made and await _put_back(book, view, made):
            return True
    return False


async def resume_put_back(book: "Book", here: Here) -> None:
    """Go on with the reason that was being typed for putting an amendment back."""
    asked = here.resumed.original if here.resumed else ""
    record = await asyncio.to_thread(book.desk.telling.record, book.item.view)
    made = next((each for each in record.amendments if each.entry.id == asked), None)
    if made:
        await _put_back(book, book.item.view, made)


async def _put_back(book: "Book", view: ItemView, made: Amendment) -> bool:
    """Show what putting it back would do, and do it. Whether that was tried."""
    refusal = book.item.refusals.get(Move.REVERT, "")
    if refusal:
        await book.ask(Notice(ALONE, refusal))
        return False
    found = await asyncio.to_thread(book.desk.putting_back.preview, view, made.entry.id)
    if found.text is None:
        await book.ask(Notice(ALONE, f"{found.why_not}\n\nNothing was changed."))
        return False
    changes = await asyncio.to_thread(redline, view.draft.text, found.text)
    heading = plain(f"Put back amendment {made.number}, by {made.entry.by.name}, and nothing else?")
    keeper = Keeper(book.desk.typing, view, PUT_BACK, 0, made.entry.id)
    typed = await asyncio.to_thread(keeper.typed_before)
    reason = await book.ask(PutBackDialog(heading, changes_content(changes), found.settled, keeper, typed))
    if reason is None:
        return False
    if await book.do(lambda: book.desk.putting_back.put_back(view, made.entry.id, reason)):
        keeper.give_up()
    return True
