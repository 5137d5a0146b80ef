"""One writer at a time: a lock between threads, and a file locked between processes.

The lock only keeps writers from getting in each other's way. That no commit is lost rests on the branch being
moved by compare-and-swap, so a disk that can't lock files (some network disks) is no danger.
"""

import contextlib
import errno
import fcntl
import os
import random
import threading
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from review_tui.adapters import durable_files
from review_tui.model.errors import Refusal
from review_tui.model.visible import visible

WRITE_LOCK_TIMEOUT: Final = 180.0
"""Seconds to wait for another review-tui, which may be waiting for a hook or for a passphrase."""

_LOCKING_UNSUPPORTED: Final = {errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL}
_between_threads = threading.Lock()


STALE_AFTER: Final = 5.0
"""Seconds after which a lock of git's that appeared during a commit of ours and stays is taken to be ours."""

_MTIME_LAG: Final = 0.1
"""Seconds by which the time of a file may lag behind the clock."""


@contextlib.contextmanager
def write_lock(folder: Path) -> Iterator[bool]:
    """Be the only writer while this lasts; whether other processes really are kept out.

    The lock is ``folder/lock``. Raises ``Refusal`` when another writer does not finish.
    """
    if not _between_threads.acquire(timeout=WRITE_LOCK_TIMEOUT):
        raise Refusal(_BUSY)
    try:
        descriptor = _open_lock_file(folder)
        try:
            yield _flock(descriptor)
        finally:
            with contextlib.suppress(OSError):
                os.close(descriptor)
    finally:
        _between_threads.release()


@contextlib.contextmanager
def try_lock(folder: Path) -> Iterator[bool]:
    """Be the only one to use ``folder`` while this lasts; whether that could be had at once."""
    try:
        descriptor = _open_lock_file(folder)
    except Refusal:
        yield False
        return
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            is_ours = False
        else:
            is_ours = True
        yield is_ours
    finally:
        with contextlib.suppress(OSError):
            os.close(descriptor)


_BUSY: Final = (
    "Another review-tui is recording something in this repository and has not finished for a while. Nothing "
    "was changed; try again when it is done."
)


def remove_stale_locks(locks: Iterable[Path], since: float) -> list[Path]:
    """Remove what a git command of ours that was killed left locked; the locks removed.

    ``since`` is when our commit began, in seconds of the clock: an older lock is somebody else's. A younger
    one could still be: git holds a lock for milliseconds, so it is watched for ``STALE_AFTER`` seconds first.
    """
    removed = []
    for lock in locks:
        with contextlib.suppress(FileNotFoundError):
            first = lock.lstat()
            if first.st_mtime < since - _MTIME_LAG:
                continue
            while 0 <= time.time() - first.st_mtime < STALE_AFTER:
                time.sleep(0.05)
                if lock.lstat().st_ino != first.st_ino:
                    break
            else:
                lock.unlink()
                removed.append(lock)
    return removed


def _open_lock_file(folder: Path) -> int:
    try:
        durable_files.make_folder(folder)
        return os.open(folder / "lock", os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)
    except OSError as error:
        raise Refusal(
            f"Nothing can be written in the repository ({visible(str(folder))}: {error.strerror}), so "
            "nothing was changed. Free space or ask for the right to write there."
        ) from error


def _flock(descriptor: int) -> bool:
    until = time.monotonic() + WRITE_LOCK_TIMEOUT
    pause = 0.001
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                raise Refusal(_BUSY) from None
            time.sleep(random.uniform(pause / 2, pause))  # noqa: S311 -- only so that waiters do not march in step
            pause = min(pause * 2, 0.03)
        except OSError as error:
            if error.errno in _LOCKING_UNSUPPORTED:
                return False
            raise
        else:
            return True
