"""Going on with what was being typed when the program was cut short."""

import asyncio
from collections.abc import Mapping

from textual.content import Content

from review_tui.application.ports import TypedText
from review_tui.model.editable_text import to_editable
from review_tui.model.passages import Passage
from review_tui.tui.cursor_context import CursorContext
from review_tui.tui.dialogs.pick import PickDialog
from review_tui.tui.main_screen import CursorAction, MainScreen
from review_tui.tui.open_item import OpenItem
from review_tui.tui.presenters.status_lines import plain

DOING = {
    "amend": "amending this",
    "flag": "writing this flag",
    "object": "writing this objection",
    "reply": "writing this reply",
    "settle": "closing a flag with this",
    "sign-off": "writing this to sign the minutes off",
    "reopen": "reopening signed minutes with this",
    "correct": "writing this correction",
    "record": "giving the reason of an edit made elsewhere",
    "settle-both": "settling two wordings with this",
    "put-back": "restoring earlier wording with this",
}


async def offer_typing(
    screen: MainScreen, typing: TypedText, item: OpenItem, actions: Mapping[str, CursorAction]
) -> None:
    """Show what was typed and offer to go on with it, in its own dialog."""
    fits = item.view.draft.digest == typing.base and typing.passage < len(item.passages)
    about = Content.assemble("Item ", plain(item.view.item.number), ": “", plain(typing.words), "”")
    lines = [
        Content("Go on with it" if fits else "Go on with it beside the text as it reads now"),
        Content("Keep it for later"),
        Content("Throw it away"),
    ]
    heading = f"You were {DOING.get(typing.purpose, 'typing this')}, and it is not recorded"
    picked = await screen.acts.ask(PickDialog(heading, lines, about=about))
    if picked == len(lines) - 1:
        what = (typing.meeting, typing.item, typing.purpose, typing.original)
        await asyncio.to_thread(lambda: screen.context.typing.forget(*what))
    elif picked == 0 and item.passages and typing.purpose in actions:
        await actions[typing.purpose](
            screen, CursorContext(item, _passage_of(item, typing), None, resumed=typing)
        )


def _passage_of(item: OpenItem, typing: TypedText) -> Passage:
    """The passage that still says what it said then, else the one that stands in its place."""
    same = [p for p in item.passages if to_editable(item.edited(p).text) == typing.original]
    there = item.passages[min(typing.passage, len(item.passages) - 1)]
    return there if there in same or not same else same[0]
