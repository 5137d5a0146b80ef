"""Talks to a running process through its pipes, never longer than is good for the reader."""

import contextlib
import os
import selectors
import signal
import subprocess
import time
from typing import Final

_CHUNK: Final = 65_536
_SILENCE: Final = 0.5
"""Seconds of silence after which to look whether the process is still there."""

Process = subprocess.Popen[bytes]


def talk(process: Process, data: bytes | None, patience: float) -> tuple[bytes, bytes]:
    """Give ``data`` to a process, wait for its end, and return what it wrote to stdout and stderr.

    Unlike ``communicate`` with a timeout this never naps while waiting, and it does not wait for what a hook
    may have left running in the background with our pipes open. Raises ``TimeoutError`` after ``patience``
    seconds; the process then still runs.
    """
    until = time.monotonic() + patience
    left = memoryview(data or b"")
    said: dict[object, list[bytes]] = {process.stdout: [], process.stderr: []}
    with selectors.DefaultSelector() as pipes:
        for pipe in said:
            pipes.register(pipe, selectors.EVENT_READ)  # type: ignore[arg-type]  # both are pipes here
        if process.stdin:
            os.set_blocking(process.stdin.fileno(), False)
            pipes.register(process.stdin, selectors.EVENT_WRITE)
        while pipes.get_map():
            ready = pipes.select(max(0.0, min(_SILENCE, until - time.monotonic())))
            if not ready and process.poll() is not None:
                break
            for key, _ in ready:
                if key.fileobj is process.stdin:
                    left = _give(key.fd, left)
                    is_done = not left
                else:
                    chunk = os.read(key.fd, _CHUNK)
                    said[key.fileobj].append(chunk)
                    is_done = not chunk
                if is_done:
                    pipes.unregister(key.fileobj)
                    key.fileobj.close()  # type: ignore[union-attr]  # a pipe, not its number
            if time.monotonic() > until:
                raise TimeoutError
    _close(process)
    process.wait()
    return b"".join(said[process.stdout]), b"".join(said[process.stderr])


def end(process: Process) -> None:
    """End a process that waits for questions on its stdin."""
    _close(process)
    try:
        process.wait(timeout=1)
    except subprocess.TimeoutExpired:
        kill(process)


def kill(process: Process) -> None:
    """Stop a process with all it started: politely, so that git removes its locks, then not."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, sign)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=2)
            break
    _close(process)


def _give(descriptor: int, left: memoryview) -> memoryview:
    """Write what the pipe will take; what is left to write. Nothing is left once nobody reads."""
    if not left:
        return left
    try:
        return left[os.write(descriptor, left[:_CHUNK]) :]
    except BlockingIOError:
        return left
    except BrokenPipeError:
        return left[:0]


def _close(process: Process) -> None:
    for pipe in (process.stdin, process.stdout, process.stderr):
        if pipe:
            with contextlib.suppress(OSError):
                pipe.close()
