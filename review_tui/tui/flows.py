"""What each key begins that opens a dialog or leads elsewhere: loaded after the first paint."""

from collections.abc import Awaitable, Callable

from textual.content import Content

from review_tui.services.ports import Typing
from review_tui.tui import resuming
from review_tui.tui.amending import amend, put_right
from review_tui.tui.approving import approve, receipt
from review_tui.tui.correcting import CORRECT, correct
from review_tui.tui.linking import link
from review_tui.tui.open_item import OpenItem
from review_tui.tui.overview import circulation, flags, may_leave
from review_tui.tui.placing import pick
from review_tui.tui.presenters.pages import help_page
from review_tui.tui.screens.reader import ReaderScreen
from review_tui.tui.signing import REOPEN, SIGN, resume_signing, sign_off
from review_tui.tui.stage import Here, Stage
from review_tui.tui.talking import flag, object_to, reply, settle
from review_tui.tui.telling import PUT_BACK, resume_put_back
from review_tui.tui.walks import WALKS as WAYS
from review_tui.tui.walks import Book, begin_history

__all__ = ["FLOWS", "WALKS", "begin_history", "help_screen", "may_leave", "resume"]

FLOWS: dict[str, Callable[[Stage, Here], Awaitable[None]]] = {
    "flag": flag,
    "amend": amend,
    "put-right": put_right,
    "approve": approve,
    "object": object_to,
    "reply": reply,
    "settle": settle,
    "link": link,
    "receipt": receipt,
    "pick": pick,
}
"""The flow of each reviewing key."""
WALKS: dict[str, Callable[[Book], Awaitable[None]]] = {
    **WAYS,
    "flags": flags,
    "circulation": circulation,
    "sign-off": sign_off,
}
"""Where each walking key leads."""


def help_screen() -> ReaderScreen:
    """The keys and the words."""
    return ReaderScreen(Content("Help"), help_page())


async def resume(book: Book, typing: Typing, item: OpenItem) -> None:
    """Offer to go on with what was typed: by the flow that it was for, which not every key begins."""
    others = {SIGN: resume_signing, REOPEN: resume_signing, PUT_BACK: resume_put_back}
    flows: dict[str, Callable[[Book, Here], Awaitable[None]]] = {**FLOWS, CORRECT: correct, **others}
    await resuming.resume(book, typing, item, flows)
