"""Doing what documents take off the screen's thread; what is slow is shown to go on, and can be stopped."""

import asyncio
import contextvars
import threading
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from textual.app import App

from review_tui.model.errors import Refusal
from review_tui.model.visible import visible
from review_tui.tui.features.documents.wait_screen import WaitScreen
from review_tui.tui.under_way import UnderWay

T = TypeVar("T")

SLOW = 0.5
"""Seconds for which nothing is shown: what is done sooner must not flicker."""
STOPPED = "Stopped. Nothing was written."


class Stopped(Refusal):
    """The reviewer did not want it any more; nothing was written."""


async def in_background(job: Callable[[], T]) -> T:
    """What ``job`` gives. Raises ``Refusal``, also where something can't be read or written."""
    return await _refusing(asyncio.to_thread(job))


async def made_in_background(app: App[Any], doing: str, job: Callable[[], T]) -> T:
    """What ``job`` makes, which writes nothing itself: so it can be stopped, and is let go of then.

    ``doing`` says what is being done, in a few words. Raises ``Refusal`` as above, and ``Stopped``.
    """
    under_way = UnderWay().begun(doing)
    making = asyncio.wrap_future(_in_own_thread(job))

    def stop() -> None:
        under_way.break_off()
        making.cancel()

    try:
        return await _refusing(shown_while(app, under_way, making, stop))
    except asyncio.CancelledError:
        if under_way.is_cancelled:
            raise Stopped(STOPPED) from None
        raise


async def shown_while(
    app: App[Any], under_way: UnderWay, doing: Awaitable[T], stop: Callable[[], object] | None
) -> T:
    """What ``doing`` gives; while that takes longer, the reader sees that it goes on, and may ``stop`` it."""
    done = asyncio.ensure_future(doing)
    screen: WaitScreen | None = None
    try:
        await asyncio.wait({done}, timeout=SLOW)
        if not done.done():
            screen = WaitScreen(under_way, stop)
            await app.push_screen(screen)
        return await done
    finally:
        done.cancel()
        if screen is not None:
            screen.close()


def _in_own_thread(job: Callable[[], T]) -> Future[T]:
    """Have ``job`` done in a thread that nobody who leaves the program has to wait for."""
    given: Future[T] = Future()
    context = contextvars.copy_context()

    def work() -> None:
        if not given.set_running_or_notify_cancel():
            return
        try:
            result = context.run(job)
        except BaseException as error:  # noqa: BLE001 -- whoever waits for it gets it
            given.set_exception(error)
        else:
            given.set_result(result)

    threading.Thread(target=work, name="document", daemon=True).start()
    return given


async def _refusing(doing: Awaitable[T]) -> T:
    try:
        return await doing
    except FileExistsError:
        raise  # which who named the file can settle
    except OSError as error:
        where = f" at {visible(str(error.filename))}" if error.filename else ""
        raise Refusal(f"The computer could not read or write{where}: {error.strerror or error}.") from error
