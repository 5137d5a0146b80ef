"""Going on with what was being typed when the program was cut short."""

from collections.abc import Awaitable, Callable, Mapping

from textual.content import Content

from review_tui.domain.editing import editable
from review_tui.domain.passages import Passage
from review_tui.services.ports import Typing
from review_tui.tui.open_item import OpenItem
from review_tui.tui.presenters.sentences import plain
from review_tui.tui.screens.pick import PickDialog
from review_tui.tui.stage import Here
from review_tui.tui.walks import Book

Flow = Callable[[Book, Here], Awaitable[None]]
DOING = {
    "amend": "amending this",
    "flag": "writing this flag",
    "object": "writing this objection",
    "reply": "writing this reply",
    "settle": "settling a flag with this",
    "sign-off": "writing this to sign the minutes off",
    "reopen": "reopening signed minutes with this",
    "correct": "writing this correction",
    "put-back": "putting an amendment back with this",
}


async def resume(stage: Book, typing: Typing, item: OpenItem, flows: Mapping[str, Flow]) -> None:
    """Show what was typed and offer to go on with it, in its own dialog."""
    fits = item.view.draft.digest == typing.base and typing.passage < len(item.passages)
    about = Content.assemble("Item ", plain(item.view.item.number), ": “", plain(typing.words), "”")
    lines = [
        Content("Go on with it" if fits else "Go on with it beside the text as it reads now"),
        Content("Keep it for later"),
        Content("Throw it away"),
    ]
    heading = f"You were {DOING.get(typing.purpose, 'typing this')}, and it is not recorded"
    picked = await stage.ask(PickDialog(heading, lines, about=about))
    if picked == len(lines) - 1:
        stage.desk.typing.forget(typing.meeting, typing.item, typing.purpose, typing.original)
    elif picked == 0 and item.passages and typing.purpose in flows:
        await flows[typing.purpose](stage, Here(item, _passage_of(item, typing), None, resumed=typing))


def _passage_of(item: OpenItem, typing: Typing) -> Passage:
    """The passage that still says what it said then, else the one that stands in its place."""
    text = item.view.draft.text
    same = [p for p in item.passages if editable(p.words.of(text)) == typing.original]
    there = item.passages[min(typing.passage, len(item.passages) - 1)]
    return there if there in same or not same else same[0]
