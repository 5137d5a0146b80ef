"""K: choose the key that one signs with, of those on this computer, and have the book list it."""

import asyncio

from textual.content import Content

from review_tui.application.signing import UserKey
from review_tui.model.act_signatures import same_key
from review_tui.model.visible import visible
from review_tui.tui.dialogs.pick import PickDialog
from review_tui.tui.main_screen import MainScreen

_ABOUT = (
    "Approvals, sign-offs, reopenings and lifted objections are signed with it from now on, and the book "
    "lists it under your name."
)
_NONE = "You have no SSH key here. In a terminal, make one: ssh-keygen -t ed25519. Then press K again."
_SHOWN = 8
"""Characters of a key that tell it from others."""


async def choose_key(screen: MainScreen) -> None:
    """List the keys, and use the one that is picked."""
    keys = screen.context.keys
    found = await asyncio.to_thread(keys.found)
    chosen = await asyncio.to_thread(keys.chosen)
    lines = [_line(key, is_used=same_key(key.public, chosen)) for key in found]
    about = Content(_ABOUT) if found else None
    picked = await screen.acts.ask(PickDialog("The key that you sign with", lines, _NONE, about))
    if picked is None:
        return
    screen.session.acting += 1  # what is recorded is one's own, and no edit by another program
    try:
        said = await screen.acts.by_name(
            lambda: screen.session.write_queue.write(lambda: keys.use(found[picked]))
        )
        await screen.reload()
    finally:
        screen.session.acting -= 1
    screen.say(said)


def _line(key: UserKey, *, is_used: bool) -> Content:
    kind = key.public.partition(" ")[0].removeprefix("ssh-")
    used = "  (used now)" if is_used else ""
    where = f"in {key.file}" if key.file else "in ssh-agent"
    name = visible(key.comment) or f"…{key.public[-_SHOWN:]}"
    return Content.assemble((name, "bold"), f"  {visible(kind)} key {visible(where)}{used}")
