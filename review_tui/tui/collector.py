"""Keeps Python's garbage collector out of the way of the keys: it runs when nobody is typing."""

import gc
import time
from collections.abc import Callable

QUIET = 1.0
"""Seconds without a key after which collecting disturbs nobody."""


class Collector:
    """Collects only in quiet moments; the first time, it also freezes what the start made."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._last_key = clock()
        self._is_frozen = False

    def take_over(self) -> None:
        """From now on, Python doesn't collect of its own accord."""
        # Not the moment to collect: it takes about 0.1 s, and the first live screen would wait for it.
        gc.disable()

    def key_pressed(self) -> None:
        """Somebody is typing."""
        self._last_key = self._clock()

    def collect_if_quiet(self) -> None:
        """Collect, unless a key came just now."""
        if self._clock() - self._last_key < QUIET:
            return
        gc.collect()
        if not self._is_frozen:
            gc.freeze()  # what the start made and still lives will live on: do not look at it again
            self._is_frozen = True
