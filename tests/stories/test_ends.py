"""However the program ends, in a real terminal: what was typed is kept and the terminal is put right."""

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from review_tui.wiring import lay_desk

DEADLINE = 30.0
LEAVES_ALTERNATE_SCREEN = b"\x1b[?1049l"


class Seat:
    """The program in a pseudo-terminal, at a keyboard."""

    def __init__(self, book: Path) -> None:
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.program = subprocess.Popen(
            [sys.executable, "-m", "review_tui", "open", str(book), "--item", "5"],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
        )
        os.close(slave)
        self.seen = b""

    def types(self, keys: bytes) -> None:
        os.write(self.master, keys)

    def sees(self, words: bytes) -> None:
        """Read until ``words`` were painted."""
        until = time.monotonic() + DEADLINE
        while words not in self.seen:
            assert time.monotonic() < until, self.seen[-2000:]
            self._read()

    def ends(self) -> int:
        """Read until the program has ended; its exit code."""
        until = time.monotonic() + DEADLINE
        while self.program.poll() is None:
            assert time.monotonic() < until
            self._read()
        while self._read():
            pass
        return self.program.returncode

    def _read(self) -> bool:
        if not select.select([self.master], [], [], 0.05)[0]:
            return False
        try:
            found = os.read(self.master, 65536)
        except OSError:
            return False
        self.seen += found
        return bool(found)


@pytest.fixture
def seat(sample_book: Path) -> Iterator[Seat]:
    taken = Seat(sample_book)
    yield taken
    with contextlib.suppress(ProcessLookupError):
        taken.program.kill()
    taken.program.wait()
    os.close(taken.master)


def kept(book: Path) -> list[str]:
    desk = lay_desk(book)
    left = [typing.words for typing in desk.typing.left_over()]
    desk.history.close()
    return left


def begin_to_type(seat: Seat) -> None:
    seat.sees(b"Approve")
    seat.types(b"e")
    seat.sees(b"What changes")
    seat.types(b" cut short")
    seat.sees(b"short+}")


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_a_terminal_that_goes_away_takes_nothing_along(seat: Seat, sample_book: Path, number: int) -> None:
    begin_to_type(seat)
    os.kill(seat.program.pid, number)
    assert seat.ends() == 128 + number
    assert LEAVES_ALTERNATE_SCREEN in seat.seen
    (words,) = kept(sample_book)
    assert words.endswith(" cut short")


def test_even_a_kill_leaves_what_was_typed(seat: Seat, sample_book: Path) -> None:
    begin_to_type(seat)
    until = time.monotonic() + DEADLINE
    while not any(words.endswith(" cut short") for words in kept(sample_book)):
        assert time.monotonic() < until
        seat._read()
    seat.program.kill()
    seat.ends()
    (words,) = kept(sample_book)
    assert words.endswith(" cut short")


def test_bytes_that_are_no_text_do_not_end_the_program(seat: Seat) -> None:
    seat.sees(b"Approve")
    seat.types(b"\xe9\xff\x9b")
    seat.types(b"?")
    seat.sees(b"Moving about")
    seat.seen = b""
    seat.types(b"q")
    seat.sees(b"Approve")
    seat.types(b"q")
    assert seat.ends() == 0
    assert LEAVES_ALTERNATE_SCREEN in seat.seen


def test_q_leaves_and_nothing_was_changed(seat: Seat, sample_book: Path) -> None:
    seat.sees(b"Approve")
    seat.types(b"jjjk]q")
    assert seat.ends() == 0
    changed = subprocess.run(
        ["git", "-C", str(sample_book), "status", "--porcelain"], capture_output=True, text=True, check=True
    )
    assert changed.stdout == ""
