"""Telling somebody at a terminal that something slow goes on, while it does."""

import argparse
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from review_tui.model.text import shorten
from review_tui.model.visible import visible

SLOW = 0.5
"""Seconds for which nothing is said: what is done sooner must not flicker."""
_STEP = 1.0
"""Seconds between two words of it."""
_ENOUGH = 20
"""Columns that are always written to."""
_CLEAR = "\r\x1b[K"


@contextmanager
def at_work(asked: argparse.Namespace, doing: str) -> Iterator[None]:
    """While the block runs, say what is being done and for how long; nothing where no terminal shows it.

    The line is gone when the block is left, also by Ctrl+C. Nothing may be printed within.
    """
    if asked.json or not sys.stderr.isatty():
        yield
        return
    is_over = threading.Event()
    telling = threading.Thread(target=_tell, args=(doing, is_over), daemon=True)
    telling.start()
    try:
        yield
    finally:
        is_over.set()
        telling.join()


def _tell(doing: str, is_over: threading.Event) -> None:
    seconds, wait = 0, SLOW
    while not is_over.wait(wait):
        after = f" … {seconds} s   Ctrl+C: stop" if seconds else " …   Ctrl+C: stop"
        room = max(_ENOUGH, shutil.get_terminal_size().columns - len(after) - 1)
        _write(f"{_CLEAR}{shorten(visible(doing), room)}{after}")
        seconds, wait = seconds + 1, _STEP
    if seconds:
        _write(_CLEAR)


def _write(words: str) -> None:
    print(words, end="", file=sys.stderr, flush=True)
