"""The program in a pseudo-terminal, at a keyboard."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from review_tui.composition import open_book_context
from tests.waiting import wait_until

OPENS_SCREEN = b"\x1b[?1049h"
LEAVES_SCREEN = b"\x1b[?1049l"


class Seat:
    """The program in a terminal of its own; started ``within`` another program, if that is named.

    ``keyboard``: whether its keyboard is another terminal than the one it paints on.
    """

    def __init__(self, book: Path, *, within: Sequence[str] = (), keyboard: bool = False) -> None:
        self.master, slave = _terminal()
        self.keyboard, keys = _terminal() if keyboard else (self.master, slave)
        command = [sys.executable, "-m", "review_tui", "open", str(book), "--item", "5"]
        self.program = subprocess.Popen(
            [*within, *command], stdin=keys, stdout=slave, stderr=slave, start_new_session=True
        )
        for end in {slave, keys}:
            os.close(end)
        self.seen = b""
        self._closed: set[int] = set()

    def types(self, keys: bytes) -> None:
        os.write(self.keyboard, keys)

    def begins_to_type(self) -> None:
        """Opens the editor and types " cut short" at the end."""
        self.sees(b"Approve")
        self.types(b"e")
        self.sees(b"What changes")
        self.types(b" cut short")
        self.sees(b"short+}")

    def closes(self, end: int) -> None:
        """The terminal goes away, as a window does that is closed."""
        self._closed.add(end)
        os.close(end)

    def sees(self, words: bytes) -> None:
        """Read until ``words`` were painted."""
        wait_until(lambda: words in self.seen, lambda: repr(self.seen[-2000:]), meanwhile=self.looks)

    def ends(self) -> int:
        """Read until the program has ended; its exit code."""
        wait_until(lambda: self.program.poll() is not None, "does not end", meanwhile=self.looks)
        while self.looks():
            pass
        return self.program.returncode

    def looks(self) -> bool:
        """Read what has been painted, if anything has."""
        if self.master in self._closed:
            return bool(select.select([], [], [], 0.05)[0])
        if not select.select([self.master], [], [], 0.05)[0]:
            return False
        try:
            found = os.read(self.master, 65536)
        except OSError:
            return False
        self.seen += found
        return bool(found)

    def leaves(self) -> None:
        """Nothing stays behind."""
        with suppress(ProcessLookupError):
            os.killpg(self.program.pid, signal.SIGKILL)
        self.program.wait()
        for end in {self.master, self.keyboard} - self._closed:
            os.close(end)


def kept(book: Path) -> list[str]:
    """What was being typed in the book, as the program would offer it again."""
    context = open_book_context(book)
    left = [typing.words for typing in context.typing.left_over()]
    context.history.close()
    return left


def _terminal() -> tuple[int, int]:
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    return master, slave
