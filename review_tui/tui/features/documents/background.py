"""Doing what documents take off the screen's thread; what the disk refuses is a sentence."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from review_tui.model.errors import Refusal
from review_tui.model.visible import visible

T = TypeVar("T")


async def in_background(job: Callable[[], T]) -> T:
    """What ``job`` gives. Raises ``Refusal``, also where something can't be read or written."""
    try:
        return await asyncio.to_thread(job)
    except FileExistsError:
        raise  # which who named the file can settle
    except OSError as error:
        where = f" at {visible(str(error.filename))}" if error.filename else ""
        raise Refusal(f"The computer could not read or write{where}: {error.strerror or error}.") from error
