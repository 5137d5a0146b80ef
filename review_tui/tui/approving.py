"""Putting one's name to an item, or saying that one has read it."""

import asyncio

from review_tui.domain.people import Reviewer
from review_tui.domain.redline import Redline, redline
from review_tui.domain.standing import Move
from review_tui.domain.visible import visible
from review_tui.services.desk import Desk
from review_tui.services.reading import ItemView
from review_tui.tui.screens.approve import ApproveDialog
from review_tui.tui.stage import Here, Stage


async def approve(stage: Stage, here: Here) -> None:
    """Approve the item after showing what is approved, and what changed since it was approved before."""
    item = here.item
    if not stage.may(Move.APPROVE):
        return
    since, changes = await asyncio.to_thread(_changes, stage.desk, item.view)
    if await stage.ask(ApproveDialog(item, stage.who, since, changes)):
        await stage.do(lambda: stage.desk.review.approve(item.view))


async def receipt(stage: Stage, here: Here) -> None:
    """Say that one has read the item and has no comment."""
    if stage.may(Move.RECEIPT):
        await stage.do(lambda: stage.desk.answering.receipt(here.item.view))


def _changes(desk: Desk, view: ItemView) -> tuple[str, Redline | None]:
    """Since whose approval, and what: the reviewer's own, else the newest of anybody."""
    me = desk.history.reviewer()
    for who in _approvers(view, me):
        before = desk.versions.since_approval(view, who)
        if before is not None and before != view.draft.text:
            named = "you" if who.is_same(me) else visible(who.name)
            return f"{named} approved it", redline(before, view.draft.text)
    return "", None


def _approvers(view: ItemView, me: Reviewer) -> list[Reviewer]:
    newest_first = [approval.by for approval in reversed(view.state.approvals)]
    return sorted(dict.fromkeys(newest_first), key=lambda who: not who.is_same(me))
