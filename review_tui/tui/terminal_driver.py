"""Textual's terminal driver, taking over the screen that the first frame has opened already.

It differs from Textual's in what it does when things end:

- A terminal that gives nothing any more, or takes nothing, is gone: that is a hang-up like any other, also
  where the signal for it went to somebody else (to make, sudo or a shell that waits for us). Textual 8.2.8
  reads such an end for ever, and waits for ever for a writer that has failed.
- Where something between us and the terminal goes on without it, such as script(1) of util-linux, an end of
  input is all that comes: Ctrl+D. The terminal is asked then whether it is still there.
- It leaves the terminal's settings as they were before the first frame.
- Stopping (SIGTSTP) stops whoever waits for us as well, and coming back opens the screen again.
"""

import contextlib
import os
import select
import selectors
import signal
import sys
import termios
import time
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator
from typing import Any, ClassVar, TextIO, cast

from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

OPENS_SCREEN = "\x1b[?1049h"
_CHUNK = 4096
"""Bytes that are read at once."""
_GLANCE = 0.1
"""Seconds after which the reader looks whether it is to end."""
_END_OF_INPUT = "\x04"
_ARE_YOU_THERE, _HERE = "\x1b[5n", "\x1b[0n"
"""Device status report (ECMA-48, DSR 5): every terminal answers it at once."""
_PATIENCE = 3.0
"""Seconds that it may take over a slow line."""


class TakesOver(LinuxDriver):
    """Does not open the second screen again at the start: that would empty it for a moment."""

    SETTINGS: ClassVar[list[Any] | None] = None
    """The terminal's, as they were before the first frame; ``None`` where it changed none."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        stdout = cast("TextIO", sys.__stdout__)
        self._file = cast("Any", Outlet(stdout.fileno(), stdout.encoding, hang_up))
        self._screen_is_open = True
        self._has_to_put_back = self.SETTINGS is not None

    def write(self, data: str) -> None:
        """Write to the terminal, except for the words that open the screen while it is open."""
        if OPENS_SCREEN in data and self._screen_is_open:
            data = data.replace(OPENS_SCREEN, "")
            self._screen_is_open = False
        if self._writer_thread is not None and self._writer_thread.is_alive():
            super().write(data)

    def start_application_mode(self) -> None:
        """Take the terminal; what is put back at the end is what was there before the first frame."""
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual's
        if self._has_to_put_back and self.attrs_before is not None:
            self.attrs_before = self.SETTINGS
        self._has_to_put_back = False  # when it comes back from a stop, they are what a shell has left

    def run_input_thread(self) -> None:
        """Read what is typed, until told to end or until the terminal is gone."""
        parser = XTermParser(self._debug)
        with contextlib.closing(selectors.SelectSelector()) as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            presence = Presence(self.write)
            for words in _typed(self.fileno, selector, self.exit_event.is_set):
                presence.hears(words, time.monotonic())
                if presence.is_over:
                    break
                typed = words.replace(_HERE, "")
                for message in parser.feed(typed) if typed else parser.tick():
                    self.process_message(message)
        if not self.exit_event.is_set():
            hang_up()

    def _sigtstp_application(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._stop)

    def _sigcont_application(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._come_back)

    def _stop(self) -> None:
        """Give the terminal back and stop, with whoever waits for us, until continued."""
        with self._app.suspend():
            signal.signal(signal.SIGTSTP, signal.SIG_DFL)
            signal.signal(signal.SIGCONT, signal.SIG_DFL)
            try:
                # Where nobody is left who could continue us, the system does not stop us at all.
                os.killpg(os.getpgrp(), signal.SIGTSTP)
            finally:
                signal.signal(signal.SIGTSTP, self._sigtstp_application)
                signal.signal(signal.SIGCONT, self._sigcont_application)

    def _come_back(self) -> None:
        """Take the terminal again after a stop that nobody had announced; others may have used it."""
        if self._key_thread is not None and self._key_thread.is_alive():
            with self._app.suspend():
                pass
        else:
            self.resume_application_mode()
            self._app.refresh(layout=True)
        try:
            termios.tcgetattr(self.fileno)
        except termios.error:
            hang_up()


class Presence:
    """Whether somebody is there, as far as that can be told from what is typed."""

    def __init__(self, ask: Callable[[str], None]) -> None:
        """``ask`` writes to the terminal."""
        self._ask = ask
        self._asked_at: float | None = None
        self.is_over = False
        """Whether the terminal was asked and gave nothing, not even a key."""

    def hears(self, words: str, now: float) -> None:
        """``words`` were typed at ``now`` seconds, or none were."""
        if not words:
            self.is_over = self._asked_at is not None and now - self._asked_at > _PATIENCE
            return
        self._asked_at = None
        if _END_OF_INPUT in words:
            self._ask(_ARE_YOU_THERE)
            self._asked_at = now


def takeover_driver(settings: list[Any]) -> type[TakesOver]:
    """The driver for a terminal that had these ``settings`` before the first frame."""
    return type("TakesOver", (TakesOver,), {"SETTINGS": settings})


def _typed(descriptor: int, selector: selectors.BaseSelector, may_end: Callable[[], bool]) -> Iterator[str]:
    """What is typed; empty words while nothing is. Ends when told to, and when nothing can come any more."""
    decode = getincrementaldecoder("utf-8")(errors="replace").decode
    while not may_end():
        if not selector.select(_GLANCE):
            yield ""
            continue
        try:
            raw = os.read(descriptor, _CHUNK)
        except BlockingIOError:  # somebody else took it, or made the terminal not wait
            continue
        except OSError:
            return
        if not raw:
            return
        if words := decode(raw):
            yield words


class Outlet:
    """The terminal, to write to. Once it is gone, what is written goes nowhere, and nobody waits for it."""

    def __init__(self, descriptor: int, encoding: str, gone: Callable[[], None]) -> None:
        self._descriptor = descriptor
        self._encoding = encoding
        self._gone = gone
        self._is_gone = False
        self._waiting: list[str] = []

    def fileno(self) -> int:
        """The number of the terminal."""
        return self._descriptor

    def write(self, words: str) -> None:
        """Put ``words`` behind those that wait for ``flush``."""
        self._waiting.append(words)

    def flush(self) -> None:
        """Write what waits. The first time that this fails, say that the terminal is gone."""
        left = memoryview("".join(self._waiting).encode(self._encoding, "replace"))
        self._waiting.clear()
        while left and not self._is_gone:
            try:
                left = left[os.write(self._descriptor, left) :]
            except BlockingIOError:  # somebody has made the terminal not wait
                select.select([], [self._descriptor], [], _GLANCE)
            except OSError:
                self._is_gone = True
                self._gone()


def hang_up() -> None:
    """The terminal is gone: end as if the signal for that had come."""
    os.kill(os.getpid(), signal.SIGHUP)
