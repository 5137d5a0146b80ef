"""What can be done where the cursor rests, as a list to pick from."""

from collections.abc import Iterator
from textwrap import wrap

from textual.content import Content

from review_tui.tui.cursor_context import CursorContext
from review_tui.tui.dialogs.pick import PickDialog
from review_tui.tui.features.help.presenter import says_width
from review_tui.tui.keys import KEY, KEYS, REVIEWING, Key
from review_tui.tui.main_screen import MainScreen
from review_tui.tui.open_item import Concern
from review_tui.tui.presenters.status_lines import numbered
from review_tui.tui.refused_keys import refused_keys

WITH_A_THING = ("look-closer", "put-right", "reply", "settle", "pick")
"""What can be done with a finding, flag or objection at the cursor."""
NEAREST = {"draft": ("flag", "amend", "link", "who-wrote", "copy"), "notes": ("link", "next-gap", "copy")}
"""What can be done with the passage or line at the cursor, by the pane in front."""
OF_THE_ITEM = (
    *(key.id for key in KEYS if key.group == REVIEWING and key.id not in {*WITH_A_THING, *NEAREST["draft"]}),
    *("differences", "history", "views", "flags"),
)
"""What can be done with the whole item: every other key that reviews, then what was done to it."""
OF_THE_MEETING = ("circulation", "sign-off", "documents", "meetings", "find", "help")


async def menu(screen: MainScreen, here: CursorContext, front: str) -> Key | None:
    """Ask what to do at the cursor of the pane in front: draft, notes or agenda."""
    refused = refused_keys(screen.session, here.passage.index, here.concern)
    keys = [key for key in _keys(here, front) if key.id not in refused]
    width = says_width(screen.size.width)
    lines = [_line(key, width) for key in keys]
    item = numbered(here.item.view.item)
    picked = await screen.acts.ask(PickDialog("What can be done here", lines, about=Content(f"Item {item}")))
    return keys[picked] if picked is not None else None


def _keys(here: CursorContext, front: str) -> Iterator[Key]:
    """The keys that suit, the nearest to what is at the cursor first."""
    if front == "draft":
        yield from (KEY[name] for name in WITH_A_THING if here.concern and _suits(name, here.concern))
    for name in (*NEAREST.get(front, ()), *OF_THE_ITEM, *OF_THE_MEETING):
        yield KEY[name]


def _suits(name: str, concern: Concern) -> bool:
    """Whether a key can do anything with this thing, where it is not refused."""
    flag, finding = concern.flag, concern.finding
    if name == "put-right":
        return True
    if name == "pick":
        return flag is not None and flag.placement.span is None
    if name == "reply":
        return flag is not None
    return name == "look-closer" or bool(flag or finding or concern.objection)


def _line(key: Key, width: int) -> Content:
    says = wrap(key.says, width)
    return Content.assemble((f"{key.shown.split()[0]:<8}", "bold"), f"\n{' ' * 8}".join(says))
