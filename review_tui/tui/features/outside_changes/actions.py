"""Reading the files again: what changed outside, by whom, and what else came in."""

import asyncio

from textual.content import Content

from review_tui.anchoring.redline import passage_redline
from review_tui.application.book_context import BookContext
from review_tui.application.reading import ItemView
from review_tui.tui.dialogs.page import ReaderScreen
from review_tui.tui.features.outside_changes.presenter import (
    acts_that_came,
    changed_by,
    changes_page,
    notes_that_changed,
    texts_that_changed,
)
from review_tui.tui.main_screen import MainScreen
from review_tui.tui.review_session import known_reviewer

NOTHING = "Nothing has changed since you last looked."


async def see_what_changed(screen: MainScreen) -> None:
    """Read the files again and show what is different from what the reviewer has read, and by whom."""
    before, was = screen.session.read_text, screen.session.meeting
    if not await screen.reload():
        return
    view = screen.session.item.view
    screen.session.read_text = view.draft.text
    who = await asyncio.to_thread(known_reviewer, screen.context)
    also = (
        *acts_that_came(was, screen.session.meeting, who),
        *texts_that_changed(was, screen.session.meeting, view.item.id),
        *notes_that_changed(was, screen.session.meeting),
    )
    if view.draft.text == before:
        screen.say(" ".join(also) or NOTHING)
        return
    page = await asyncio.to_thread(_changes, screen.context, view, before, also)
    await screen.acts.ask(ReaderScreen(Content("What changed"), page))


def _changes(context: BookContext, view: ItemView, before: str, also: tuple[str, ...]) -> Content:
    by = changed_by(context.timeline.of_item(view), context.timeline.record(view), before, view.draft.text)
    return changes_page(passage_redline(before, view.draft.text), by, also)
