"""Ways through the book: the next thing, the next item, the pages about an item."""

import asyncio

from textual.content import Content

from review_tui.tui.dialogs.pick import PickDialog
from review_tui.tui.dialogs.reader import ReaderScreen
from review_tui.tui.features.navigation.presenter import thing_page
from review_tui.tui.main_screen import MainScreen
from review_tui.tui.presenters import status_lines

NOTHING_HERE = "Nothing to look at in this item."
NOT_LOOKED_OVER = "This item could not be looked over. F5 tries again."


async def things(screen: MainScreen) -> None:
    """The list of things to look at in the item."""
    waiting = screen.session.item.things
    if not waiting:
        screen.say(NOTHING_HERE if screen.session.item.is_checked else NOT_LOOKED_OVER)
        return
    lines = [status_lines.thing_line(thing) for thing in waiting]
    picked = await screen.acts.ask(PickDialog("Things to look at", lines))
    if picked is not None:
        screen.go_to(waiting[picked].passage, waiting[picked])


async def look_closer(screen: MainScreen) -> None:
    """All of what the reviewer is looking at."""
    thing = screen.here.thing if screen.here else None
    if thing is None:
        screen.say("There is nothing to look at closer on this passage.")
        return
    await screen.acts.ask(ReaderScreen(Content("To look at"), thing_page(thing, screen.session.item)))


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


async def walk_things(screen: MainScreen, step: int) -> None:
    """The next thing to look at (or the one before), in this item or one further on."""
    here = screen.here
    at, looked_at = (here.passage.index, here.thing) if here else (0, None)
    onward = screen.session.item.things_onward(at, looked_at, step)
    if onward:
        screen.go_to(onward[0].passage, onward[0])
        return
    for view in screen.session.items_onward(step):
        looked = await asyncio.to_thread(screen.session.loader.look_over, view)
        if looked.item.things:
            screen.open_item(view.item.id)
            things_there = (await screen.session.looked_over()).things
            if screen.session.item.view.item.id == view.item.id and things_there:
                there = things_there[0 if step > 0 else -1]
                screen.go_to(there.passage, there)
            return
    if step > 0:
        screen.say("That was the last thing to look at in this meeting. m lists the other meetings.")
    else:
        screen.say("There is nothing to look at before this.")


async def walk_items(screen: MainScreen, step: int) -> None:
    """The next item of the agenda, or the one before."""
    onward = screen.session.items_onward(step)
    if onward:
        screen.open_item(onward[0].item.id)
    else:
        screen.say(f"This is the {'last' if step > 0 else 'first'} item of the agenda.")
