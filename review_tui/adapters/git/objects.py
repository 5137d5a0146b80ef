"""Git's objects: reads them through one long-lived git process, edits trees, and stores new ones.

Only the trees on the path of a change are read and written, so the size of the repository does not matter.
Object names are hexadecimal, of SHA-1 or SHA-256 as the repository has it; paths are bytes split at "/".
"""

import contextlib
import hashlib
import os
import select
import stat
import subprocess
import threading
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal

from review_tui.adapters import durable_files
from review_tui.adapters.git.runner import TIMEOUT, GitRunner, end_process
from review_tui.model.errors import Refusal
from review_tui.model.frozen import frozen

Kind = Literal["commit", "tree", "blob", "tag"]
PathParts = tuple[bytes, ...]
TREE_MODE = b"40000"
_READ_ONLY = 0o444
"""Permissions of an object: it never changes."""


@frozen
class TreeEntry:
    """One line of a tree: a file, a folder (``40000``), a link (``120000``) or a submodule (``160000``)."""

    mode: bytes
    id: str

    @property
    def is_tree(self) -> bool:
        """Whether a tree stands there."""
        return self.mode == TREE_MODE

    @property
    def is_regular_file(self) -> bool:
        """Whether an ordinary file stands there."""
        return self.mode.startswith(b"100")


Tree = dict[bytes, TreeEntry]


def parse_tree(data: bytes, id_size: int) -> Tree:
    """The lines of a tree; ids are ``id_size`` bytes long. Raises ``ValueError`` for no tree."""
    lines: Tree = {}
    at = 0
    while at < len(data):
        space = data.index(b" ", at)
        nul = data.index(b"\0", space)
        at_end = nul + 1 + id_size
        lines[data[space + 1 : nul]] = TreeEntry(data[at:space], data[nul + 1 : at_end].hex())
        at = at_end
    return lines


def serialize_tree(lines: Tree) -> bytes:
    """The bytes of a tree: git sorts a folder as if its name ended in "/"."""
    ordered = sorted(lines.items(), key=lambda line: line[0] + b"/" if line[1].is_tree else line[0])
    return b"".join(entry.mode + b" " + name + b"\0" + bytes.fromhex(entry.id) for name, entry in ordered)


@frozen
class GitObject:
    """An object as git keeps it."""

    id: str
    kind: str
    data: bytes


_MAX_TREES = 1_024
"""Trees kept in memory, so that a long session ends with no more than this."""
_DAMAGED = "A part of this book's history is missing or damaged. Run 'git fsck' to check the repository."
_PARTIAL = (
    "A part of this book's history is not on this computer: the repository is a partial copy, and review-tui "
    "never fetches by itself. If you trust where it comes from, make a whole copy of it: git clone, without "
    "--filter."
)
_LIST_PARTIAL_CLONE = (
    "config",
    "--get-regexp",
    r"^(extensions\.partialclone|remote\..*\.(promisor|partialclonefilter))$",
)


class Objects:
    """The objects of one repository. Safe to share between threads."""

    def __init__(self, runner: GitRunner, folder: Path, algorithm: str) -> None:
        self._runner = runner
        self._objects_dir = folder
        self._algorithm = algorithm
        self._reader: subprocess.Popen[bytes] | None = None
        self._is_closed = False
        self._lock = threading.Lock()
        self._trees: dict[str, Tree] = {}
        """Trees that were read, by id; an id never comes to mean another tree."""

    def read(self, name: str) -> GitObject | None:
        """The object of that name (an id, a full reference name, ``<name>^{commit}``), or ``None``."""
        with self._lock:
            for final in (False, True):
                try:
                    return self._cat_file(name)
                except (OSError, EOFError, ValueError) as error:
                    self._end_reader()
                    if final:
                        # A git that can't be told to leave fetching alone ends when it may not fetch.
                        if not self._runner.read(*_LIST_PARTIAL_CLONE).code:
                            raise Refusal(_PARTIAL) from error
                        raise Refusal("git stopped while the history was being read. Try again.") from error
        return None

    def blob(self, blob_id: str) -> bytes:
        """What a file is that a tree names. Raises ``Refusal`` when it is not there."""
        found = self.read(blob_id)
        if found is None or found.kind != "blob":
            raise self.missing_object()
        return found.data

    def tree(self, tree_id: str | None) -> Tree:
        """The lines of a tree; of the empty tree for ``None``."""
        if tree_id is None:
            return {}
        known = self._trees.get(tree_id)
        if known is None:
            found = self.read(tree_id)
            if found is None or found.kind != "tree":
                raise self.missing_object()
            known = parse_tree(found.data, self.id_size)
            if len(self._trees) >= _MAX_TREES:
                self._trees.clear()
            self._trees[tree_id] = known
        return dict(known)

    def find(self, tree_id: str | None, path: PathParts) -> TreeEntry | None:
        """What stands at ``path`` below the tree, or ``None``."""
        entry: TreeEntry | None = None
        for part in path:
            if entry is not None:
                if not entry.is_tree:
                    return None
                tree_id = entry.id
            entry = self.tree(tree_id).get(part)
            if entry is None:
                return None
        return entry

    def edit_tree(
        self, tree_id: str | None, entries: Mapping[PathParts, TreeEntry | None]
    ) -> tuple[str, list[bytes]]:
        """The id of the tree with ``entries`` put in, and the data of every tree to store for it.

        ``None`` takes what stands there away, and with it folders that are empty then.
        """
        lines = self.tree(tree_id)
        new: list[bytes] = []
        for name in dict.fromkeys(path[0] for path in entries):
            below = {path[1:]: entry for path, entry in entries.items() if path[0] == name}
            entry = below.get(())
            if () not in below:
                inner, stored = self.edit_tree(_subtree_id(lines.get(name)), below)
                entry = TreeEntry(TREE_MODE, inner) if stored[-1] else None
                new += stored if entry else []
            if entry:
                lines[name] = entry
            else:
                lines.pop(name, None)
        data = serialize_tree(lines)
        return self.hash_object("tree", data), [*new, data]

    def diff_trees(self, before: str | None, after: str | None) -> set[PathParts]:
        """Every path at which two trees differ, read back from git."""
        if before == after:
            return set()
        old, new = self.tree(before), self.tree(after)
        found: set[PathParts] = set()
        for name in {n for n in (*old, *new) if old.get(n) != new.get(n)}:
            left, right = old.get(name), new.get(name)
            found |= {(name, *path) for path in self.diff_trees(_subtree_id(left), _subtree_id(right))}
            if any(entry and not entry.is_tree for entry in (left, right)):
                found.add((name,))
        return found

    def hash_object(self, kind: Kind, data: bytes) -> str:
        """The name that git gives an object."""
        return hashlib.new(
            self._algorithm, f"{kind} {len(data)}\0".encode() + data, usedforsecurity=False
        ).hexdigest()

    @property
    def id_size(self) -> int:
        """Bytes in an object's name."""
        return hashlib.new(self._algorithm, usedforsecurity=False).digest_size

    def store(self, new: list[tuple[Kind, bytes]], *, shared_mode: int = 0) -> None:
        """Store objects, each flushed to the disk; ``flush`` then sees to their names. Raises ``OSError``.

        Every object that is not git's own work is written here and only here, loose, as git itself does
        (``write_loose_object`` in git's object-file.c). ``shared_mode``: see ``Config``.
        """
        for kind, data in new:
            name = self.hash_object(kind, data)
            path = self._objects_dir / name[:2] / name[2:]
            if path.exists():
                durable_files.flush_file(path)  # git may have written it without
                continue
            if not path.parent.exists():
                path.parent.mkdir(exist_ok=True)
                if shared_mode:
                    _share_folder(path.parent, shared_mode)
            framed = f"{kind} {len(data)}\0".encode() + data
            mode = _shared_permissions(_READ_ONLY, shared_mode)
            # The fastest level: what is written is small, and git packs it again in time.
            durable_files.prepare(path, zlib.compress(framed, 1), is_new=False, mode=mode).put(flush=False)

    def flush(self, ids: Iterable[str]) -> None:
        """See that the names of new objects are on the disk: git flushes only what is in them."""
        for name in sorted({id_[:2] for id_ in ids}):
            with contextlib.suppress(FileNotFoundError):  # it was in a pack already
                durable_files.flush_folder(self._objects_dir / name)
        durable_files.flush_folder(self._objects_dir)

    def close(self) -> None:
        """End the reading process, for good: nothing is left to end one that were started later."""
        with self._lock:
            self._is_closed = True
            self._end_reader()

    def missing_object(self) -> Refusal:
        """What to say when something is not there that should be."""
        return Refusal(_DAMAGED if self._runner.read(*_LIST_PARTIAL_CLONE).code else _PARTIAL)

    def _cat_file(self, name: str) -> GitObject | None:
        """Put one question to the reading process. Raises ``OSError``, ``EOFError`` or ``ValueError``."""
        if "\n" in name:
            raise Refusal("A name in this repository has a line break in it, which review-tui can't read.")
        reader = self._reader or self._start()
        if not reader.stdin or not reader.stdout or not reader.stderr:
            raise EOFError
        reader.stdin.write(os.fsencode(name) + b"\n")
        reader.stdin.flush()
        _wait_readable(reader.stdout.fileno())
        header = reader.stdout.readline().split()
        if not header:
            raise EOFError
        if header[-1] in {b"missing", b"ambiguous"}:
            return None
        object_id, kind, size = (part.decode("ascii") for part in header)
        data = reader.stdout.read(int(size) + 1)
        with contextlib.suppress(BlockingIOError):
            reader.stderr.read()  # so that its warnings never fill the pipe
        if len(data) != int(size) + 1:
            raise EOFError
        return GitObject(object_id, kind, data[:-1])

    def _start(self) -> "subprocess.Popen[bytes]":
        if self._is_closed:
            raise Refusal("The book was closed while its history was being read. Open it again.")
        self._reader = self._runner.start("cat-file", "--batch")
        if self._reader.stderr:
            os.set_blocking(self._reader.stderr.fileno(), False)
        return self._reader

    def _end_reader(self) -> None:
        if self._reader:
            end_process(self._reader)
        self._reader = None


def _shared_permissions(mode: int, shared_mode: int) -> int:
    """The permission bits that git gives in a shared repository: ``calc_shared_perm`` in git's path.c."""
    bits = abs(shared_mode)
    if not mode & stat.S_IWUSR:
        bits &= ~0o222
    if mode & stat.S_IXUSR:
        bits |= (bits & 0o444) >> 2  # whoever may read a folder may enter it
    return bits if shared_mode < 0 else mode | bits


def _share_folder(folder: Path, shared_mode: int) -> None:
    """Open a new folder to the others who write here, and keep its group for all that comes into it."""
    mode = stat.S_IMODE(folder.stat().st_mode)
    folder.chmod(_shared_permissions(mode, shared_mode) | stat.S_ISGID)


def _subtree_id(entry: TreeEntry | None) -> str | None:
    """The tree that stands there, if one does."""
    return entry.id if entry and entry.is_tree else None


def _wait_readable(descriptor: int) -> None:
    """Wait until there is something to read. Raises ``EOFError`` when git takes too long."""
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    if not poll.poll(TIMEOUT * 1000):
        raise EOFError


def parse_commit(data: bytes) -> tuple[str, list[str]]:
    """The ids of the tree and of the parents that a commit names. Raises ``Refusal`` for what is none."""
    head = data.partition(b"\n\n")[0].decode("ascii", "replace").split("\n")
    fields = [line.partition(" ") for line in head]
    if fields[0][0] != "tree":
        raise Refusal("The history of this book is damaged: a commit can't be read. Run 'git fsck'.")
    return fields[0][2], [value for name, _, value in fields if name == "parent"]


def strip_space(message: str) -> str:
    """The message as git tidies it: no white space at line ends, single blank lines, one last line end."""
    lines: list[str] = []
    for line in (line.rstrip() for line in message.replace("\r\n", "\n").split("\n")):
        if line or (lines and lines[-1]):
            lines.append(line)
    text = "\n".join(lines).strip("\n")
    return text + "\n" if text else ""
