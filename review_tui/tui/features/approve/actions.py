"""Putting one's name to an item, objecting to it, or saying that one has read it."""

import asyncio
from functools import partial

from textual.content import Content

from review_tui.anchoring.redline import Redline, passage_redline
from review_tui.application.book_context import BookContext
from review_tui.application.reading import ItemView
from review_tui.model.errors import Refusal
from review_tui.model.people import Reviewer
from review_tui.model.transitions import Move
from review_tui.model.visible import visible
from review_tui.tui.cursor_context import CursorContext
from review_tui.tui.dialogs.dialog import LOOKING
from review_tui.tui.dialogs.pick import PickDialog
from review_tui.tui.dialogs.words_dialog import WordsQuestion
from review_tui.tui.features.approve.dialog import ApproveDialog, Seen
from review_tui.tui.main_screen import MainScreen
from review_tui.tui.open_item import OpenItem
from review_tui.tui.presenters.status_lines import plain

READ_IT, NOT_YET = "Yes: record that", "Not yet"
FAILED = "This item could not be looked over. Press Esc, then F5, and try again."


async def approve(screen: MainScreen, here: CursorContext) -> None:
    """Approve the item after showing what is approved, and what changed since it was approved before.

    Where the item is still being looked over, the dialog says so, and is held until it has been.
    """
    if not screen.acts.may(Move.APPROVE):
        return
    item = here.item
    seen = await _seen(screen, item) if item.is_checked else Seen(item, screen.session.who, held=LOOKING)
    dialog = ApproveDialog(seen, partial(_looked_over, screen))
    if await screen.acts.ask(dialog):
        await screen.acts.do(lambda: screen.context.review.approve(dialog.seen.item.view))


async def _looked_over(screen: MainScreen) -> Seen:
    """What is to be seen once the item has been looked over; or why that is not to be approved."""
    item = await screen.session.looked_over()
    if not item.is_checked:
        return Seen(item, screen.session.who, held=FAILED)
    try:
        return await _seen(screen, item)
    except Refusal as refusal:
        return Seen(item, screen.session.who, held=str(refusal))


async def _seen(screen: MainScreen, item: OpenItem) -> Seen:
    since, changes = await asyncio.to_thread(_changes, screen.context, item.view)
    return Seen(item, screen.session.who, since, changes, item.refusals.get(Move.APPROVE, ""))


async def receipt(screen: MainScreen, here: CursorContext) -> None:
    """Say that one has read the item and has no comment."""
    if not screen.acts.may(Move.RECEIPT):
        return
    view = here.item.view
    asked = f"You have read item {view.item.label} as it reads now, and have no comment?"
    picked = await screen.acts.ask(PickDialog(visible(asked), [Content(READ_IT), Content(NOT_YET)]))
    if picked == 0:
        await screen.acts.do(lambda: screen.context.review.receipt(view))


async def object_to(screen: MainScreen, here: CursorContext) -> None:
    """Object to the item."""
    if not screen.acts.may(Move.OBJECT):
        return
    view = here.item.view
    question = WordsQuestion(
        heading="Object to this item",
        about=plain(f"{view.item.number}  {view.item.title}".strip()),
        prompt="What do you object to?",
        do="Object",
        records="an objection",
    )
    await screen.acts.ask_words_and_do(
        here, ("object", ""), question, lambda given: screen.context.review.object(view, given.words)
    )


def _changes(context: BookContext, view: ItemView) -> tuple[str, Redline | None]:
    """Since whose approval, and what: the reviewer's own, else the newest of anybody."""
    me = context.history.reviewer()
    for who in _approvers(view, me):
        before = context.versions.since_approval(view, who)
        if before is not None and before != view.draft.text:
            named = "you" if who.is_same(me) else visible(who.name)
            return f"{named} approved it", passage_redline(before, view.draft.text)
    return "", None


def _approvers(view: ItemView, me: Reviewer) -> list[Reviewer]:
    newest_first = [approval.by for approval in reversed(view.state.approvals)]
    return sorted(dict.fromkeys(newest_first), key=lambda who: not who.is_same(me))
