"""What each key begins that opens a dialog or leads elsewhere: loaded after the first paint."""

from collections.abc import Awaitable, Callable

from textual.content import Content

from review_tui.domain.redline import redline
from review_tui.services.ports import Typing
from review_tui.tui import resuming
from review_tui.tui.amending import amend, put_right
from review_tui.tui.open_item import OpenItem
from review_tui.tui.presenters.pages import help_page
from review_tui.tui.presenters.redlines import changes_content
from review_tui.tui.screens.reader import ReaderScreen
from review_tui.tui.stage import Here, Stage
from review_tui.tui.talking import approve, flag, object_to, reply, settle
from review_tui.tui.walks import WALKS, begin_history

__all__ = ["FLOWS", "WALKS", "begin_history", "changes_screen", "help_screen", "resume"]

FLOWS: dict[str, Callable[[Stage, Here], Awaitable[None]]] = {
    "flag": flag,
    "amend": amend,
    "put-right": put_right,
    "approve": approve,
    "object": object_to,
    "reply": reply,
    "settle": settle,
}
"""The flow of each reviewing key."""


def changes_screen(before: str, now: str) -> ReaderScreen:
    """What is different between what the reviewer has read and what stands there now."""
    changes = redline(before, now)
    heading = Content(f"What changed: {changes.summary()}")
    return ReaderScreen(heading, changes_content(changes))


def help_screen() -> ReaderScreen:
    """The keys and the words."""
    return ReaderScreen(Content("Help"), help_page())


async def resume(stage: Stage, typing: Typing, item: OpenItem) -> None:
    """Offer to go on with what was typed."""
    await resuming.resume(stage, typing, item, FLOWS)
