"""Git's objects: reads them through one long-lived git process, edits trees, packs new ones to be stored.

Only the trees on the path of a change are read and written, so the size of the repository does not matter.
Object names are hexadecimal, of SHA-1 or SHA-256 as the repository has it; paths are bytes split at "/".
"""

import contextlib
import hashlib
import os
import select
import subprocess
import threading
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from review_tui.domain.refusals import Refusal
from review_tui.stores import durable
from review_tui.stores.git_history.runner import PATIENCE, Runner
from review_tui.stores.git_history.talking import end
from review_tui.stores.git_history.trees import (
    FOLDER,
    Kind,
    Leaf,
    Parts,
    Tree,
    pack,
    parsed_tree,
    written_tree,
)


@dataclass(frozen=True, slots=True)
class Stored:
    """An object as git keeps it."""

    id: str
    kind: str
    data: bytes


_REMEMBERED = 1_024
_DAMAGED = "The history of this book is damaged: a folder in it can't be read. Run 'git fsck'."


class Objects:
    """The objects of one repository. Safe to share between threads."""

    def __init__(self, runner: Runner, folder: Path, algorithm: str) -> None:
        self._runner = runner
        self._folder = folder
        self._algorithm = algorithm
        self._reader: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._trees: dict[str, Tree] = {}
        """Trees that were read, by id; an id never comes to mean another tree."""

    def read(self, name: str) -> Stored | None:
        """The object of that name (an id, a full reference name, ``<name>^{commit}``), or ``None``."""
        with self._lock:
            for final in (False, True):
                try:
                    return self._ask(name)
                except (OSError, EOFError, ValueError) as mishap:
                    self._drop()
                    if final:
                        raise Refusal("git stopped while the history was being read. Try again.") from mishap
        return None

    def tree(self, tree_id: str | None) -> Tree:
        """The lines of a tree; of the empty tree for ``None``."""
        if tree_id is None:
            return {}
        known = self._trees.get(tree_id)
        if known is None:
            found = self.read(tree_id)
            if found is None or found.kind != "tree":
                raise Refusal(_DAMAGED)
            known = parsed_tree(found.data, self.id_size)
            if len(self._trees) >= _REMEMBERED:
                self._trees.clear()
            self._trees[tree_id] = known
        return dict(known)

    def find(self, tree_id: str | None, path: Parts) -> Leaf | None:
        """What stands at ``path`` below the tree, or ``None``."""
        leaf: Leaf | None = None
        for part in path:
            if leaf is not None:
                if not leaf.is_folder:
                    return None
                tree_id = leaf.id
            leaf = self.tree(tree_id).get(part)
            if leaf is None:
                return None
        return leaf

    def edited(self, tree_id: str | None, leaves: Mapping[Parts, Leaf | None]) -> tuple[str, list[bytes]]:
        """The id of the tree with ``leaves`` put in, and the data of every tree to store for it.

        ``None`` takes what stands there away, and with it folders that are empty then.
        """
        lines = self.tree(tree_id)
        new: list[bytes] = []
        for name in dict.fromkeys(path[0] for path in leaves):
            below = {path[1:]: leaf for path, leaf in leaves.items() if path[0] == name}
            leaf = below.get(())
            if () not in below:
                inner, stored = self.edited(_folder(lines.get(name)), below)
                leaf = Leaf(FOLDER, inner) if stored[-1] else None
                new += stored if leaf else []
            if leaf:
                lines[name] = leaf
            else:
                lines.pop(name, None)
        data = written_tree(lines)
        return self.id_of("tree", data), [*new, data]

    def changed(self, before: str | None, after: str | None) -> set[Parts]:
        """Every path at which two trees differ, read back from git."""
        if before == after:
            return set()
        old, new = self.tree(before), self.tree(after)
        found: set[Parts] = set()
        for name in {n for n in (*old, *new) if old.get(n) != new.get(n)}:
            left, right = old.get(name), new.get(name)
            found |= {(name, *path) for path in self.changed(_folder(left), _folder(right))}
            if any(leaf and not leaf.is_folder for leaf in (left, right)):
                found.add((name,))
        return found

    def id_of(self, kind: Kind, data: bytes) -> str:
        """The name that git gives an object."""
        return hashlib.new(
            self._algorithm, f"{kind} {len(data)}\0".encode() + data, usedforsecurity=False
        ).hexdigest()

    @property
    def id_size(self) -> int:
        """Bytes in an object's name."""
        return hashlib.new(self._algorithm, usedforsecurity=False).digest_size

    def store(self, new: list[tuple[Kind, bytes]], *, shared: bool) -> None:
        """Store objects, each flushed to the disk; ``flush`` then sees to their names. Raises ``OSError``.

        In a repository ``shared`` between users git does it, since it knows about their rights.
        """
        if shared:
            ran = self._runner.write("unpack-objects", "-q", data=pack(new, self._algorithm))
            if ran.code:
                raise Refusal(f"git could not store the amendment: {ran.reason}. Nothing was changed.")
            return
        for kind, data in new:
            name = self.id_of(kind, data)
            place = self._folder / name[:2] / name[2:]
            place.parent.mkdir(exist_ok=True)
            framed = f"{kind} {len(data)}\0".encode() + data
            if place.exists():
                durable.flush_file(place)  # git may have written it without
            else:
                durable.prepare(place, zlib.compress(framed, 1), is_new=False, mode=0o444).put(flush=False)

    def flush(self, ids: Iterable[str]) -> None:
        """See that the names of new objects are on the disk: git flushes only what is in them."""
        for name in sorted({id_[:2] for id_ in ids}):
            with contextlib.suppress(FileNotFoundError):  # it was in a pack already
                durable.flush_folder(self._folder / name)
        durable.flush_folder(self._folder)

    def close(self) -> None:
        """End the reading process."""
        with self._lock:
            self._drop()

    def _ask(self, name: str) -> Stored | None:
        """Put one question to the reading process. Raises ``OSError``, ``EOFError`` or ``ValueError``."""
        if "\n" in name:
            raise Refusal("A name in this repository has a line break in it, which review-tui can't read.")
        reader = self._reader or self._start()
        if not reader.stdin or not reader.stdout or not reader.stderr:
            raise EOFError
        reader.stdin.write(os.fsencode(name) + b"\n")
        reader.stdin.flush()
        _await(reader.stdout.fileno())
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
        return Stored(object_id, kind, data[:-1])

    def _start(self) -> "subprocess.Popen[bytes]":
        self._reader = self._runner.start("cat-file", "--batch")
        if self._reader.stderr:
            os.set_blocking(self._reader.stderr.fileno(), False)
        return self._reader

    def _drop(self) -> None:
        if self._reader:
            end(self._reader)
        self._reader = None


def _folder(leaf: Leaf | None) -> str | None:
    """The tree that stands there, if one does."""
    return leaf.id if leaf and leaf.is_folder else None


def _await(descriptor: int) -> None:
    """Wait until there is something to read. Raises ``EOFError`` when git takes too long."""
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    if not poll.poll(PATIENCE * 1000):
        raise EOFError
