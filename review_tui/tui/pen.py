"""One pen for the whole screen: writing is done in order, off the screen's thread, and finished."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Pen:
    """Runs one writing job at a time. Whoever leaves the program waits for it."""

    def __init__(self) -> None:
        self._lock = asyncio.Lock()

    @property
    def is_writing(self) -> bool:
        """Whether a job is under way."""
        return self._lock.locked()

    async def write(self, job: Callable[[], T]) -> T:
        """Do ``job`` in a thread after the jobs before it; a cancelled caller does not cut it short."""
        async with self._lock:
            return await asyncio.shield(asyncio.to_thread(job))

    async def laid_down(self) -> None:
        """Wait until nothing is being written."""
        async with self._lock:
            return
