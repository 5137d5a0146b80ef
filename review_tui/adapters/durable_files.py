"""Writes files so that a crash or a power cut leaves the old bytes or the new, never a mixture.

Every write goes to a scratch file beside the target, is flushed to the disk, takes the target's name in one
step, and then the folder is flushed too. Errors are ``OSError``, and then nothing has changed.
"""

import contextlib
import errno
import os
import secrets
import stat
from collections.abc import Callable
from pathlib import Path

from review_tui.model.frozen import frozen

SCRATCH = ".review-tui-*.tmp"
"""The pattern of scratch names; a crash can leave one behind, and whoever recovers may remove it."""

_NO_HARD_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EACCES}
_BESIDE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


@frozen
class Prepared:
    """A file that is on the disk already and only lacks its name. Made by ``prepare``."""

    path: Path
    scratch: Path
    is_new: bool

    def put(self, still_right: Callable[[], bool] = lambda: True, *, flush: bool = True) -> bool:
        """Give the file its name, unless ``still_right`` says no at the last moment; whether it was done.

        Raises ``FileExistsError`` when it is to be new and the name is taken. Without ``flush`` the caller
        sees to it that the name reaches the disk, see ``flush_folder``.
        """
        try:
            if not still_right():
                return False
            if self.is_new:
                _claim(self.scratch, self.path)
            else:
                self.scratch.replace(self.path)
        finally:
            self.discard()
        if flush:
            flush_folder(self.path.parent)
        return True

    def discard(self) -> None:
        """Give the file up; no fault when it was put already."""
        with contextlib.suppress(OSError):
            self.scratch.unlink()


def prepare(path: Path, data: bytes, *, is_new: bool, mode: int | None = None) -> Prepared:
    """Do all of ``write_new`` or ``replace`` that can fail for want of space, but not the last step.

    ``mode``: the permission bits; else those that the file has, or what the user's umask leaves a new one.
    """
    if mode is None and not is_new:
        mode = _plain_mode(path)
    scratch = path.parent / SCRATCH.replace("*", secrets.token_hex(8))
    _write(scratch, data, mode)
    return Prepared(path, scratch, is_new)


def write_new(path: Path, data: bytes) -> None:
    """Make the file ``path``, which must not exist: ``FileExistsError`` otherwise, a symbolic link included.

    The folder must exist, see ``make_folder``. The file appears whole or not at all.
    """
    prepare(path, data, is_new=True).put()


def replace(path: Path, data: bytes) -> None:
    """Put ``data`` in the place of what ``path`` holds, keeping its mode; the file is made if there is none.

    Raises ``OSError`` when ``path`` is a symbolic link or anything else than a plain file.
    """
    prepare(path, data, is_new=False).put()


def remove(path: Path) -> None:
    """Durably remove the file ``path``, if it is there."""
    with contextlib.suppress(FileNotFoundError):
        path.unlink()
        flush_folder(path.parent)


def make_folder(path: Path) -> None:
    """Durably make the folder ``path`` and those above it, where they are missing."""
    missing = [path, *path.parents]
    while missing and missing[-1].is_dir():
        missing.pop()
    for folder in reversed(missing):
        folder.mkdir(exist_ok=True)
        flush_folder(folder.parent)


def flush_file(path: Path) -> None:
    """See that what is in the file ``path`` is on the disk."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def flush_folder(folder: Path) -> None:
    """See that the names in ``folder`` are on the disk."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:  # some network file systems can't
            raise
    finally:
        os.close(descriptor)


def _claim(scratch: Path, path: Path) -> None:
    """Give the scratch file the name ``path``, unless that name is taken."""
    try:
        os.link(scratch, path, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        _write(path, scratch.read_bytes(), mode=None)  # a disk without hard links, as memory sticks are


def _write(path: Path, data: bytes, mode: int | None) -> None:
    """Make ``path`` with ``data`` flushed to the disk; on any error the file is gone again."""
    descriptor = os.open(path, _BESIDE, 0o666 if mode is None else 0o600)
    try:
        try:
            view = memoryview(data)
            while view:
                view = view[os.write(descriptor, view) :]
            if mode is not None:
                os.fchmod(descriptor, mode)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except BaseException:
        with contextlib.suppress(OSError):
            path.unlink()
        raise


def _plain_mode(path: Path) -> int | None:
    """The permission bits of the plain file ``path``, or ``None`` when nothing is there."""
    try:
        found = path.lstat().st_mode
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found):
        raise OSError(errno.ELOOP, "Not a plain file", str(path))
    return stat.S_IMODE(found)
