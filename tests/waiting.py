"""Waiting in tests: for what is meant, and never for a number of turns.

How many turns of a loop something takes depends on what else the machine does. So every wait names its
condition and has a limit in time, so generous that whoever reaches it has found a fault.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable

LIMIT = 180.0
"""Seconds until a wait is given up."""
_NAP = 0.01

What = str | Callable[[], str]
"""What was waited for, said when it did not come; or how to find that out, when it costs something."""


def wait_until(
    seen: Callable[[], object], what: What, *, meanwhile: Callable[[], object] = lambda: time.sleep(_NAP)
) -> None:
    """Wait until ``seen`` says yes; do ``meanwhile`` between looking."""
    until = time.monotonic() + LIMIT
    while not seen():
        assert time.monotonic() < until, _said(what)
        meanwhile()


async def until(
    seen: Callable[[], object],
    what: What,
    *,
    meanwhile: Callable[[], Awaitable[object]] = lambda: asyncio.sleep(_NAP),
) -> None:
    """The same for what happens in an event loop."""
    limit = time.monotonic() + LIMIT
    while not seen():
        assert time.monotonic() < limit, _said(what)
        await meanwhile()
        await asyncio.sleep(0)  # others of the loop have their turn, whatever ``meanwhile`` does


def _said(what: What) -> str:
    return what if isinstance(what, str) else what()
