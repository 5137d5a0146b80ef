"""The history of an item: a list to move in, each thing whole, one amendment put back alone."""

import asyncio
import datetime as dt

from review_tui.anchoring.redline import redline
from review_tui.application.amendments import Amendment
from review_tui.application.reading import ItemView
from review_tui.application.timeline import TimelineEvent
from review_tui.model.moves import Move
from review_tui.model.visible import visible
from review_tui.tui.cursor_context import CursorContext
from review_tui.tui.dialogs.long_pick import Notice, TimelineList
from review_tui.tui.dialogs.reason_dialog import ReasonDialog
from review_tui.tui.draft_saver import DraftSaver
from review_tui.tui.features.history.presenter import day_heads, event_heading, event_line, event_page
from review_tui.tui.features.history.screens import TimelinePage
from review_tui.tui.main_screen import MainScreen
from review_tui.tui.presenters.redlines import changes_content
from review_tui.tui.presenters.status_lines import plain

NONE = "Nothing has been recorded for this item yet."
PUT_BACK = "put-back"
"""What the reason is kept for while it is being typed."""
ALONE = "The wording from before this amendment can’t be restored"


async def history(screen: MainScreen) -> None:
    """What was done to the item, newest first, each to be looked at closer."""
    view = screen.session.item.view
    timeline = (await asyncio.to_thread(screen.context.timeline.of_item, view))[::-1]
    heading = visible(f"What was done to item {view.item.number or view.item.title}, newest first")
    lines = [event_line(event) for event in timeline]
    heads = day_heads(timeline, dt.datetime.now().astimezone().date())
    at: int | None = 0
    while (at := await screen.acts.ask(TimelineList(heading, lines, NONE, at or 0, heads))) is not None:
        if await _look_closer(screen, view, timeline[at]):
            return


async def _look_closer(screen: MainScreen, view: ItemView, event: TimelineEvent) -> bool:
    """Show one thing that happened. Whether it was put back, or that was tried."""
    made = event.amendment
    changes = await asyncio.to_thread(redline, made.before, made.after) if made else None
    heading, words = event_heading(view, event), event_page(view, event, changes)
    while await screen.acts.ask(TimelinePage(heading, words, is_amendment=made is not None)):
        if made and await _put_back(screen, view, made):
            return True
    return False


async def resume_put_back(screen: MainScreen, here: CursorContext) -> None:
    """Go on with the reason that was being typed for putting an amendment back."""
    asked = here.resumed.original if here.resumed else ""
    record = await asyncio.to_thread(screen.context.timeline.record, screen.session.item.view)
    made = next((each for each in record.amendments if each.entry.id == asked), None)
    if made:
        await _put_back(screen, screen.session.item.view, made)


async def _put_back(screen: MainScreen, view: ItemView, made: Amendment) -> bool:
    """Show what putting it back would do, and do it. Whether that was tried."""
    refusal = screen.session.item.refusals.get(Move.REVERT, "")
    if refusal:
        await screen.acts.ask(Notice(ALONE, refusal))
        return False
    found = await asyncio.to_thread(screen.context.revert.preview, view, made.entry.id)
    if found.text is None:
        await screen.acts.ask(Notice(ALONE, f"{found.why_not}\n\nNothing was changed."))
        return False
    changes = await asyncio.to_thread(redline, view.draft.text, found.text)
    heading = plain(f"Restore the wording from before amendment {made.number}, by {made.entry.by.name}?")
    keeper = DraftSaver(screen.context.typing, view, PUT_BACK, 0, made.entry.id)
    typed = await asyncio.to_thread(keeper.typed_before)
    words = typed.words if typed else ""
    dialog = ReasonDialog(
        heading, changes_content(changes), keeper, do="Restore the wording", reason=words, also=found.settled
    )
    reason = await screen.acts.ask(dialog)
    if reason is None:
        return False
    await screen.acts.do(lambda: screen.context.revert.put_back(view, made.entry.id, reason), keeper)
    return True
