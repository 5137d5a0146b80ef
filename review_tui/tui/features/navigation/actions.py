"""Ways through the book: the next thing, the next item, the pages about an item."""

import asyncio

from textual.content import Content

from review_tui.model.frozen import frozen
from review_tui.tui.dialogs.page import ReaderScreen
from review_tui.tui.dialogs.pick import PickDialog
from review_tui.tui.features.navigation.presenter import concern_page
from review_tui.tui.main_screen import MainScreen
from review_tui.tui.open_item import Concern
from review_tui.tui.presenters import status_lines
from review_tui.tui.review_session import ReviewSession

NOTHING_HERE = "Nothing to look at in this item."
NOTHING_IN_MEETING = "There is nothing to look at in this meeting. m lists the other meetings."
NO_OTHER = "This is the only thing to look at in this meeting. m lists the other meetings."
ROUND = "That was the last thing to look at in this meeting. This is the first again."
ROUND_BACK = "That was the first thing to look at in this meeting. This is the last."
NOT_LOOKED_OVER = "This item could not be looked over. F5 tries again."


async def concerns(screen: MainScreen) -> None:
    """The list of things to look at in the item."""
    waiting = screen.session.item.concerns
    if not waiting:
        screen.say(NOTHING_HERE if screen.session.item.is_checked else NOT_LOOKED_OVER)
        return
    lines = [status_lines.concern_line(concern) for concern in waiting]
    picked = await screen.acts.ask(PickDialog("Things to look at", lines))
    if picked is not None:
        screen.go_to(waiting[picked].passage, waiting[picked])


async def look_closer(screen: MainScreen) -> None:
    """All of what the reviewer is looking at."""
    concern = screen.here.concern if screen.here else None
    if concern is None:
        screen.say("There is nothing to look at closer on this passage.")
        return
    await screen.acts.ask(ReaderScreen(Content("To look at"), concern_page(concern, screen.session.item)))


async def meetings(screen: MainScreen) -> None:
    """The meetings of the book, to open another."""
    found, _ = await asyncio.to_thread(screen.context.reading.meetings)
    lines = [
        status_lines.meeting_line(m, is_open=m.id == screen.session.meeting.meeting.id)
        for m in reversed(found)
    ]
    picked = await screen.acts.ask(PickDialog("Meetings of this book", lines))
    if picked is not None:
        await screen.open_meeting(found[len(found) - 1 - picked])


@frozen
class Onward:
    """Where the next thing to look at is."""

    item: str
    """The id of its item."""
    place: int
    """Its place among the things of that item; -1 for the last."""
    is_round: bool = False
    """Whether the end of the meeting lies between: it is the first from the other end."""


async def find_onward(
    session: ReviewSession, passage: int, looked_at: Concern | None, step: int
) -> Onward | None:
    """The next thing after ``looked_at``, else from ``passage`` on; for a ``step`` of -1 the one before.

    After the last of the meeting comes the first again. ``None`` where there is no other.
    """
    item, end = session.item, 0 if step > 0 else -1
    own = item.view.item.id
    onward = item.concerns_onward(passage, looked_at, step)
    if onward:
        return Onward(own, item.concerns.index(onward[0]))
    after, round_ = session.items_onward(step), session.items_onward(-step)[::-1]
    for place, view in enumerate((*after, *round_)):
        looked = await asyncio.to_thread(session.loader.look_over, view)
        if looked.item.concerns:
            return Onward(view.item.id, end, is_round=place >= len(after))
    if item.concerns and item.concerns[end] != looked_at:
        return Onward(own, end, is_round=True)
    return None


async def walk_concerns(screen: MainScreen, step: int) -> None:
    """The next thing to look at (or the one before), in this item or another."""
    here, session = screen.here, screen.session
    at, looked_at = (here.passage.index, here.concern) if here else (0, None)
    onward = await find_onward(session, at, looked_at, step)
    if onward is None:
        screen.say(NO_OTHER if session.item.concerns else NOTHING_IN_MEETING)
        return
    if onward.item != session.item.view.item.id:
        screen.open_item(onward.item)
    concerns_there = (await session.looked_over()).concerns
    if session.item.view.item.id != onward.item or not concerns_there:
        return
    there = concerns_there[onward.place if onward.place < len(concerns_there) else -1]
    screen.go_to(there.passage, there)
    if onward.is_round:
        screen.say(ROUND if step > 0 else ROUND_BACK)


async def walk_items(screen: MainScreen, step: int) -> None:
    """The next item of the agenda, or the one before."""
    onward = screen.session.items_onward(step)
    if onward:
        screen.open_item(onward[0].item.id)
    else:
        screen.say(f"This is the {'last' if step > 0 else 'first'} item of the agenda.")
