"""Drives a program in a pseudo-terminal and times what a user waits for: the first paint, and each key.

Figures are seconds of wall clock. They say little on a shared machine: take them beside a floor
(``bare_app.py``) or a peer in the same run, and compare.
"""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Self

# Everything that a terminal obeys and does not print: CSI, OSC, DCS and the short escape sequences.
_CONTROLS = re.compile(
    rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1bP.*?\x1b\\|\x1b[ -/]*[0-~]", re.DOTALL
)
_CHUNK = 1 << 18


class ProgramEnded(Exception):  # noqa: N818 -- the program's end is what happened, not an error of ours
    """The program went away, or fell silent, before it did what was waited for."""


@dataclass(frozen=True, slots=True)
class Painted:
    """What came of one key."""

    first: float
    """Seconds from the key to the first byte of the answer."""
    last: float
    """Seconds from the key to the last byte of the answer."""
    size: int
    """Bytes of the answer."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Percentiles of many timings, in milliseconds."""

    p50: float
    p95: float
    p99: float
    count: int

    @classmethod
    def of(cls, seconds: Sequence[float]) -> "Figures":
        """The percentiles of ``seconds``."""
        p50, p95, p99 = (percentile(seconds, percent) * 1000 for percent in (50, 95, 99))
        return cls(p50, p95, p99, len(seconds))

    def __str__(self) -> str:
        """For a table."""
        return f"p50 {self.p50:6.1f} ms  p95 {self.p95:6.1f} ms  p99 {self.p99:6.1f} ms  ({self.count})"


class Terminal:
    """A program in a pseudo-terminal. Use it in a ``with`` statement: it ends the program it started."""

    def __init__(
        self,
        argv: Sequence[str],
        *,
        rows: int = 40,
        columns: int = 120,
        env: Mapping[str, str] | None = None,
        cwd: str | None = None,
    ) -> None:
        surroundings = {name: value for name, value in os.environ.items() if name not in {"LINES", "COLUMNS"}}
        surroundings |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"} | dict(env or {})
        self.output = b""
        """All that the program has written so far."""
        self.started = time.perf_counter()
        self._pid, self._fd = pty.fork()
        if self._pid == 0:
            _become(list(argv), rows, columns, surroundings, cwd)
        os.set_blocking(self._fd, False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._fd)

    def wait_for(self, marker: str, timeout: float = 30) -> float:
        """Seconds from the start until ``marker`` stood in what the terminal was told to print.

        Raises ``ProgramEnded`` when it ends, or ``timeout`` seconds pass, without it.
        """
        wanted = marker.encode()
        deadline = time.perf_counter() + timeout
        while (left := deadline - time.perf_counter()) > 0:
            self._read(left)
            now = time.perf_counter()
            if wanted in _CONTROLS.sub(b"", self.output):
                return now - self.started
        raise ProgramEnded(
            f"“{marker}” was not painted within {timeout:g} seconds. The last output was: {self.tail}"
        )

    def settle(self, quiet: float = 0.3, timeout: float = 10) -> None:
        """Read until nothing came for ``quiet`` seconds, or ``timeout`` seconds have passed."""
        deadline = time.perf_counter() + timeout
        while self._read(quiet) and time.perf_counter() < deadline:
            pass

    def press(self, key: bytes, quiet: float = 0.025, timeout: float = 3) -> Painted:
        """Press a key; the answer has ended when nothing came for ``quiet`` seconds.

        Raises ``ProgramEnded`` when no answer comes within ``timeout`` seconds.
        """
        while self._read(0):
            pass
        sent = time.perf_counter()
        os.write(self._fd, key)
        size = self._read(timeout)
        if not size:
            raise ProgramEnded(f"Key {key!r} was not answered within {timeout:g} seconds.")
        first = last = time.perf_counter()
        while more := self._read(quiet):
            last = time.perf_counter()
            size += more
            if last - sent > timeout:
                break
        return Painted(first - sent, last - sent, size)

    @property
    def tail(self) -> str:
        """The last words printed, for a message."""
        return _CONTROLS.sub(b"", self.output)[-200:].decode("utf-8", "replace")

    def _read(self, timeout: float) -> int:
        """Read what comes within ``timeout`` seconds; how many bytes came, 0 for none."""
        if not select.select([self._fd], [], [], timeout)[0]:
            return 0
        try:
            got = os.read(self._fd, _CHUNK)
        except OSError as error:  # how Linux says that the other side was closed
            raise ProgramEnded(f"The program ended. Its last output was: {self.tail}") from error
        self.output += got
        return len(got)


def _become(argv: list[str], rows: int, columns: int, env: dict[str, str], cwd: str | None) -> None:
    """In the child: become the program. Never returns."""
    try:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        if cwd:
            os.chdir(cwd)
        os.execvpe(argv[0], argv, env)  # noqa: S606 -- a program to time, named by whoever runs the benchmark
    finally:
        os._exit(127)


def percentile(values: Sequence[float], percent: float) -> float:
    """The value that ``percent`` of 100 of ``values`` do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(percent / 100 * (len(ordered) - 1)))]


def first_paint(
    argv: Sequence[str],
    marker: str,
    env: Mapping[str, str] | None = None,
    runs: int = 10,
    *,
    cwd: str | None = None,
) -> list[float]:
    """Seconds from starting ``argv`` until ``marker`` was painted, once for each of ``runs`` starts."""
    times = []
    for _ in range(runs):
        with Terminal(argv, env=env, cwd=cwd) as terminal:
            times.append(terminal.wait_for(marker))
    return times


def key_times(
    argv: Sequence[str],
    marker: str,
    keys: Sequence[bytes],
    env: Mapping[str, str] | None = None,
    *,
    warm_up: int = 20,
    cwd: str | None = None,
) -> list[float]:
    """Seconds from each of ``keys`` to the last byte painted for it, after ``marker`` and some warming keys.

    Every key must change something on the screen; the first ``warm_up`` of them are pressed beforehand too.
    """
    with Terminal(argv, env=env, cwd=cwd) as terminal:
        terminal.wait_for(marker)
        terminal.settle()
        for key in keys[:warm_up]:
            terminal.press(key)
        return [terminal.press(key).last for key in keys]


def ratio(ours: Sequence[float], floor: Sequence[float], percent: float = 50) -> float:
    """How many times the floor's percentile ours is."""
    return percentile(ours, percent) / percentile(floor, percent)
