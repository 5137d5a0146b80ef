"""Looking back at the minutes: what changed and since when, the five views, who wrote what."""

import asyncio

from textual.content import Content

from review_tui.anchoring.redline import Redline, passage_redline
from review_tui.application.book_context import BookContext
from review_tui.application.reading import ItemView
from review_tui.model.passages import Passage
from review_tui.tui.dialogs.long_pick import NumberedPick
from review_tui.tui.features.compare.presenter import Comparison, compared
from review_tui.tui.features.compare.screens import BlamePage, ComparingPage, ViewsPage
from review_tui.tui.features.compare.views_presenter import (
    VIEWS,
    blame_page,
    view_heading,
    view_lines,
    view_pages,
)
from review_tui.tui.main_screen import MainScreen
from review_tui.tui.review_session import known_reviewer

BEHIND = "The files have changed. Press F5 first; then this can be told of the minutes as they are now."
"""Said where the history is ahead of the screen: words of it would be taken for an edit not recorded."""


async def differences(screen: MainScreen) -> None:
    """What changed since the reviewer approved the item, else read it, else since the first draft."""
    if screen.session.is_behind:
        screen.say(BEHIND)
        return
    about, changes = await asyncio.to_thread(_compare_versions, screen.context, screen.session.item.view)
    await screen.acts.ask(ComparingPage(about, changes))


def _compare_versions(context: BookContext, view: ItemView) -> tuple[Comparison, Redline]:
    record = context.timeline.record(view)
    who = known_reviewer(context)
    approved = context.versions.since_approval(view, who) if who else None
    read = context.versions.since_read(view, who) if who else None
    about = compared(view, record, who, approved, read)
    return about, passage_redline(about.points[about.begin].text, about.points[-1].text)


async def views(screen: MainScreen) -> None:
    """The five views of the item: picked from a list, then read."""
    view = screen.session.item.view
    found = await asyncio.to_thread(screen.context.versions.five_views, view)
    picked = await screen.acts.ask(NumberedPick("Views of this item", view_lines(found)))
    if picked is None:
        return
    headings = [view_heading(found, at, view.item.number) for at in range(len(VIEWS))]
    pages = await asyncio.to_thread(view_pages, found)
    await screen.acts.ask(ViewsPage(headings, pages, picked))


async def who_wrote(screen: MainScreen) -> None:
    """Who wrote each sentence of the passage at the cursor, and why."""
    view, here = screen.session.item.view, screen.here
    if here is None or not screen.session.item.passages:
        screen.say("There are no words here to tell of.")
        return
    if screen.session.is_behind:
        screen.say(BEHIND)
        return
    page = await asyncio.to_thread(_blame, screen.context, view, here.passage)
    await screen.acts.ask(BlamePage(Content("Who wrote the sentences of this passage"), page))


def _blame(context: BookContext, view: ItemView, passage: Passage) -> Content:
    found = [each for each in context.versions.blame(view) if each.span.overlaps(passage.words)]
    return blame_page(view, found, context.timeline.record(view))
