"""All flags of the meeting, to go to one of them."""

import asyncio

from textual.content import Content

from review_tui.tui.dialogs.page import ReaderScreen
from review_tui.tui.features.flag.list_screen import FlagsDialog, ListedFlag
from review_tui.tui.features.flag.presenter import flag_page
from review_tui.tui.main_screen import MainScreen


async def flags(screen: MainScreen) -> None:
    """List the flags of the meeting; go to the one that is picked, and show it whole if it is settled."""
    listed = await asyncio.to_thread(_listed_flags, screen)
    picked = await screen.acts.ask(FlagsDialog(listed, screen.session.item.view.item.id))
    if picked is None:
        return
    if picked.view.item.id != screen.session.item.view.item.id:
        screen.open_item(picked.view.item.id)
        await screen.session.looked_over()
    flag = picked.placed.thread.flag
    concern = next((t for t in screen.session.item.concerns if t.act == flag.id), None)
    if concern is not None:
        screen.go_to(concern.passage, concern)
        return
    span = picked.placed.placement.span
    there = screen.session.item.nearest(span.start) if span else None
    if there is not None:
        screen.go_to(there.index)
    await screen.acts.ask(ReaderScreen(Content("The flag"), flag_page(picked.placed)))


def _listed_flags(screen: MainScreen) -> tuple[ListedFlag, ...]:
    reading = screen.context.reading
    return tuple(
        ListedFlag(view, placed) for view in screen.session.meeting.items for placed in reading.flags(view)
    )
