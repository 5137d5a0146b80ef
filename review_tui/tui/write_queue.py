"""The one queue of all that the screen writes: done in order, off the screen's thread, and finished."""

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


class WriteQueue:
    """Runs one writing job at a time. Whoever leaves the program waits for it."""

    def __init__(self) -> None:
        self._lock = asyncio.Lock()
        self._written: set[asyncio.Future[Any]] = set()

    @property
    def is_writing(self) -> bool:
        """Whether a job is under way."""
        return bool(self._written)

    async def write(self, job: Callable[[], T]) -> T:
        """Do ``job`` in a thread after the jobs before it; a cancelled caller does not cut it short."""
        # A task of its own holds the lock to the end, whatever becomes of the caller.
        writing = asyncio.ensure_future(self._in_turn(job))
        self._written.add(writing)
        writing.add_done_callback(self._written.discard)
        return await asyncio.shield(writing)

    async def _in_turn(self, job: Callable[[], T]) -> T:
        async with self._lock:
            return await asyncio.to_thread(job)

    async def until_written(self) -> None:
        """Wait until nothing is being written."""
        while self._written:
            await asyncio.wait(self._written)
