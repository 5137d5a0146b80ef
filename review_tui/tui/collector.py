"""Keeps Python's garbage collector out of the way of the keys: it runs when nobody is typing."""

import gc
import time

QUIET = 1.0
"""Seconds without a key after which collecting disturbs nobody."""


class Collector:
    """Freezes what the start made, then collects only in quiet moments."""

    def __init__(self) -> None:
        self._last_key = time.monotonic()

    def settle(self) -> None:
        """After the first paint: what lives now lives on; do not look at it again."""
        gc.collect()
        gc.freeze()
        gc.disable()

    def key_pressed(self) -> None:
        """Somebody is typing."""
        self._last_key = time.monotonic()

    def collect_if_quiet(self) -> None:
        """Collect, unless a key came just now."""
        if time.monotonic() - self._last_key >= QUIET:
            gc.collect()
