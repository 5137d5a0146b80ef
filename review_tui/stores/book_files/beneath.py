"""Opens what lies beneath the book's root and nothing else: no links, no pipes or devices, no way out."""

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
# Without blocking, so that a pipe put in the place of a file between the look and the opening can't hold us.
_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


class Unreadable(Exception):  # noqa: N818 -- a refusal is an answer, not a mishap
    """Something in the book that is not read. The message is a sentence for the reviewer."""

    def __init__(self, sentence: str, path: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.path = path
        """Relative to the book, with forward slashes."""


class Missing(Unreadable):
    """Something that is not there."""


class Stamp(NamedTuple):
    """What changes about a file when its content does."""

    kind: int
    size: int
    modified: int
    """In nanoseconds."""
    inode: int

    @classmethod
    def of(cls, found: os.stat_result) -> "Stamp":
        """The stamp of what ``os.stat`` found."""
        return cls(stat.S_IFMT(found.st_mode), found.st_size, found.st_mtime_ns, found.st_ino)


class Folder:
    """An open folder of the book."""

    def __init__(self, descriptor: int, path: str) -> None:
        self._descriptor = descriptor
        self.path = path
        """Relative to the book, with forward slashes; empty for the book itself."""

    def path_of(self, name: str) -> str:
        """The path of ``name`` in this folder, relative to the book."""
        return f"{self.path}/{name}" if self.path else name

    def names(self) -> list[str]:
        """Everything in the folder, sorted."""
        try:
            return sorted(os.listdir(self._descriptor))  # noqa: PTH208 -- a descriptor is no path
        except OSError as mishap:
            raise _unreadable(mishap, self.path) from mishap

    def stamp(self, name: str) -> Stamp | None:
        """What ``name`` is now, links not followed; ``None`` if it is not there."""
        try:
            return Stamp.of(os.stat(name, dir_fd=self._descriptor, follow_symlinks=False))
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (OSError, ValueError) as mishap:
            raise _unreadable(mishap, self.path_of(name)) from mishap

    def has_folder(self, name: str) -> bool:
        """Whether ``name`` is a folder in this one, and no link to one."""
        stamp = self.stamp(name)
        return stamp is not None and stat.S_ISDIR(stamp.kind)

    def is_link_to_folder_with(self, name: str, inner: str) -> bool:
        """Whether ``name`` is a link to a folder that holds ``inner``: not followed, but worth a word."""
        stamp = self.stamp(name)
        if stamp is None or not stat.S_ISLNK(stamp.kind):
            return False
        try:
            os.stat(f"{name}/{inner}", dir_fd=self._descriptor)
        except OSError:
            return False
        return True

    @contextlib.contextmanager
    def inner(self, name: str) -> Iterator["Folder"]:
        """The folder ``name`` in this one, open. Raises ``Unreadable``."""
        path = self.path_of(name)
        stamp = self._stamp_of_known(name)
        if not stat.S_ISDIR(stamp.kind):
            raise _not_wanted(stamp.kind, path, wanted="a folder")
        with _opened(name, _FOLDER | os.O_NOFOLLOW, self._descriptor, path) as descriptor:
            yield Folder(descriptor, path)

    def read(self, name: str, limit: int) -> bytes:
        """The file ``name``, of at most ``limit`` bytes. Raises ``Unreadable``."""
        path = self.path_of(name)
        self.expect_file(name)
        with _opened(name, _FILE, self._descriptor, path) as descriptor:
            kind = os.fstat(descriptor).st_mode
            if not stat.S_ISREG(kind):
                raise _not_wanted(kind, path, wanted="a file")
            raw = _all_of(descriptor, limit + 1, path)
        if len(raw) > limit:
            raise Unreadable(f"This is larger than {_size(limit)}, so it is not read. Make it smaller.", path)
        return raw

    def expect_file(self, name: str) -> None:
        """Raise ``Unreadable`` unless ``name`` is an ordinary file."""
        stamp = self._stamp_of_known(name)
        if not stat.S_ISREG(stamp.kind):
            raise _not_wanted(stamp.kind, self.path_of(name), wanted="a file")

    def _stamp_of_known(self, name: str) -> Stamp:
        path = self.path_of(name)
        if not name or "/" in name or name in {".", ".."}:
            raise Unreadable("This name leads out of the book, so it is not followed.", path)
        stamp = self.stamp(name)
        if stamp is None:
            raise Missing("This is not there.", path)
        return stamp


@contextlib.contextmanager
def opened(root: Path, *names: str) -> Iterator[Folder]:
    """The folder at ``root`` / ``names``, open; none of ``names`` may be a link. Raises ``Unreadable``."""
    with contextlib.ExitStack() as stack:
        folder = Folder(stack.enter_context(_opened(str(root), _FOLDER, None, "")), "")
        for name in names:
            folder = stack.enter_context(folder.inner(name))
        yield folder


@contextlib.contextmanager
def _opened(name: str, flags: int, beside: int | None, path: str) -> Iterator[int]:
    try:
        descriptor = os.open(name, flags, dir_fd=beside)
    except (OSError, ValueError) as mishap:
        raise _unreadable(mishap, path) from mishap
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _all_of(descriptor: int, most: int, path: str) -> bytes:
    pieces = []
    left = most
    try:
        while left and (piece := os.read(descriptor, min(left, 1 << 20))):
            pieces.append(piece)
            left -= len(piece)
    except OSError as mishap:
        raise _unreadable(mishap, path) from mishap
    return b"".join(pieces)


def _not_wanted(kind: int, path: str, wanted: str) -> Unreadable:
    if stat.S_ISLNK(kind):
        return Unreadable(
            "This is a link to somewhere else, and links are not followed. Put the original here.", path
        )
    if stat.S_ISREG(kind) or stat.S_ISDIR(kind):
        return Unreadable(f"This should be {wanted}.", path)
    return Unreadable(
        f"This should be {wanted}, but is a pipe or a device, so it is not read. Remove it.", path
    )


def _unreadable(mishap: OSError | ValueError, path: str) -> Unreadable:
    code = mishap.errno if isinstance(mishap, OSError) else None
    if code == errno.ENOENT:
        return Missing("This is not there.", path)
    if code in {errno.ELOOP, errno.ENOTDIR} and path:
        return Unreadable(
            "This is a link to somewhere else, and links are not followed. Put the original here.", path
        )
    why = mishap.strerror if isinstance(mishap, OSError) and mishap.strerror else str(mishap)
    return Unreadable(f"This can't be opened ({why}).", path)


def _size(limit: int) -> str:
    return f"{limit // 1_000_000} MB" if limit >= 1_000_000 else f"{limit // 1_000} kB"  # noqa: PLR2004 -- bytes
