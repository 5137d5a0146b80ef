"""Opens what lies beneath the book's root and nothing else: no links, no pipes or devices, no way out."""

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_FOLDER_FLAGS = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
# Without blocking, so that a pipe put in the place of a file between the look and the opening can't hold us.
_FILE_FLAGS = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


class UnreadableFile(Exception):  # noqa: N818 -- a refusal is an answer, not a fault
    """Something in the book that is not read. The message is a sentence for the reviewer."""

    def __init__(self, sentence: str, path: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.path = path
        """Relative to the book, with forward slashes."""


class MissingFile(UnreadableFile):
    """Something that is not there."""


class FileStat(NamedTuple):
    """What changes about a file when its content does."""

    kind: int
    size: int
    modified: int
    """In nanoseconds."""
    inode: int

    @classmethod
    def of(cls, found: os.stat_result) -> "FileStat":
        """The stamp of what ``os.stat`` found."""
        return cls(stat.S_IFMT(found.st_mode), found.st_size, found.st_mtime_ns, found.st_ino)


StatSignature = tuple[int, ...]
"""A stamp that also holds the time of the last change of any kind, which no program sets as it likes."""


class OpenFolder:
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
        except OSError as error:
            raise _from_os_error(error, self.path) from error

    def file_stat(self, name: str) -> FileStat | None:
        """What ``name`` is now, links not followed; ``None`` if it is not there."""
        try:
            return FileStat.of(os.stat(name, dir_fd=self._descriptor, follow_symlinks=False))
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (OSError, ValueError) as error:
            raise _from_os_error(error, self.path_of(name)) from error

    def stat_signature(self, name: str) -> StatSignature:
        """The mark of ``name``, or of this folder itself, links not followed; empty if it is not there."""
        try:
            where = self._descriptor
            found = os.stat(name, dir_fd=where, follow_symlinks=False) if name else os.fstat(where)
        except (OSError, ValueError):
            return ()
        return (found.st_mode, found.st_size, found.st_ino, found.st_mtime_ns, found.st_ctime_ns)

    def has_folder(self, name: str) -> bool:
        """Whether ``name`` is a folder in this one, and no link to one."""
        file_stat = self.file_stat(name)
        return file_stat is not None and stat.S_ISDIR(file_stat.kind)

    def is_link_to_folder_with(self, name: str, inner: str) -> bool:
        """Whether ``name`` is a link to a folder that holds ``inner``: not followed, but worth a word."""
        file_stat = self.file_stat(name)
        if file_stat is None or not stat.S_ISLNK(file_stat.kind):
            return False
        try:
            os.stat(f"{name}/{inner}", dir_fd=self._descriptor)
        except OSError:
            return False
        return True

    @contextlib.contextmanager
    def open_folder(self, name: str) -> Iterator["OpenFolder"]:
        """The folder ``name`` in this one, open. Raises ``UnreadableFile``."""
        path = self.path_of(name)
        file_stat = self._require_stat(name)
        if not stat.S_ISDIR(file_stat.kind):
            raise _wrong_kind(file_stat.kind, path, wanted="a folder")
        with _open(name, _FOLDER_FLAGS | os.O_NOFOLLOW, self._descriptor, path) as descriptor:
            yield OpenFolder(descriptor, path)

    def read(self, name: str, limit: int) -> bytes:
        """The file ``name``, of at most ``limit`` bytes. Raises ``UnreadableFile``."""
        path = self.path_of(name)
        self.expect_file(name)
        with _open(name, _FILE_FLAGS, self._descriptor, path) as descriptor:
            kind = os.fstat(descriptor).st_mode
            if not stat.S_ISREG(kind):
                raise _wrong_kind(kind, path, wanted="a file")
            raw = _read_up_to(descriptor, limit + 1, path)
        if len(raw) > limit:
            raise UnreadableFile(
                f"This is larger than {_format_size(limit)}, so it is not read. Make it smaller.", path
            )
        return raw

    def expect_file(self, name: str) -> None:
        """Raise ``UnreadableFile`` unless ``name`` is an ordinary file."""
        file_stat = self._require_stat(name)
        if not stat.S_ISREG(file_stat.kind):
            raise _wrong_kind(file_stat.kind, self.path_of(name), wanted="a file")

    def _require_stat(self, name: str) -> FileStat:
        path = self.path_of(name)
        if not name or "/" in name or name in {".", ".."}:
            raise UnreadableFile("This name leads out of the book, so it is not followed.", path)
        file_stat = self.file_stat(name)
        if file_stat is None:
            raise MissingFile("This is not there.", path)
        return file_stat


@contextlib.contextmanager
def open_beneath(root: Path, *names: str) -> Iterator[OpenFolder]:
    """The folder at ``root`` / ``names``, open; none of ``names`` may be a link. ``UnreadableFile`` if so."""
    with contextlib.ExitStack() as stack:
        folder = OpenFolder(stack.enter_context(_open(str(root), _FOLDER_FLAGS, None, "")), "")
        for name in names:
            folder = stack.enter_context(folder.open_folder(name))
        yield folder


@contextlib.contextmanager
def open_parts(folder: OpenFolder, path: str) -> Iterator[OpenFolder]:
    """The folder at ``path`` beneath ``folder``, open; no part may be a link. Raises ``UnreadableFile``."""
    with contextlib.ExitStack() as stack:
        for part in path.split("/"):
            if part:
                folder = stack.enter_context(folder.open_folder(part))
        yield folder


@contextlib.contextmanager
def _open(name: str, flags: int, beside: int | None, path: str) -> Iterator[int]:
    try:
        descriptor = os.open(name, flags, dir_fd=beside)
    except (OSError, ValueError) as error:
        raise _from_os_error(error, path) from error
    try:
        yield descriptor
    finally:
        with contextlib.suppress(OSError):  # what was to be read is read
            os.close(descriptor)


def _read_up_to(descriptor: int, most: int, path: str) -> bytes:
    pieces = []
    left = most
    try:
        while left and (piece := os.read(descriptor, min(left, 1 << 20))):
            pieces.append(piece)
            left -= len(piece)
    except OSError as error:
        raise _from_os_error(error, path) from error
    return b"".join(pieces)


def _wrong_kind(kind: int, path: str, wanted: str) -> UnreadableFile:
    if stat.S_ISLNK(kind):
        return UnreadableFile(
            "This is a link to somewhere else, and links are not followed. Put the original here.", path
        )
    if stat.S_ISREG(kind) or stat.S_ISDIR(kind):
        return UnreadableFile(f"This should be {wanted}.", path)
    return UnreadableFile(
        f"This should be {wanted}, but is a pipe or a device, so it is not read. Remove it.", path
    )


def _from_os_error(error: OSError | ValueError, path: str) -> UnreadableFile:
    code = error.errno if isinstance(error, OSError) else None
    if code == errno.ENOENT:
        return MissingFile("This is not there.", path)
    if code in {errno.ELOOP, errno.ENOTDIR} and path:
        return UnreadableFile(
            "This is a link to somewhere else, and links are not followed. Put the original here.", path
        )
    why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return UnreadableFile(f"This can't be opened ({why}).", path)


def _format_size(limit: int) -> str:
    return f"{limit // 1_000_000} MB" if limit >= 1_000_000 else f"{limit // 1_000} kB"  # noqa: PLR2004 -- bytes
