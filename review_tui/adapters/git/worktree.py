"""The files of the book as they stand in the work tree: found without following links, read as bytes."""

import contextlib
import errno
import os
import stat
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Final

from review_tui.adapters import durable_files
from review_tui.adapters.git.content_filters import ContentFilters
from review_tui.adapters.git.objects import TREE_MODE, PathParts, TreeEntry
from review_tui.adapters.git.repository import Repository
from review_tui.model.errors import Refusal
from review_tui.model.frozen import frozen
from review_tui.model.visible import visible

_GIT_DIR_NAMES = {".git", "git~1"}
"""The second is what Windows makes of the first (CVE-2014-9390): no book that is shared should hold it."""


def split_path(path: str) -> PathParts:
    """The parts of a path relative to the book. Raises ``Refusal`` for one that leads out of it."""
    parts = path.split("/")
    if not path or "\0" in path or any(p in {"", ".", ".."} or p.casefold() in _GIT_DIR_NAMES for p in parts):
        raise Refusal(
            f"“{visible(path)}” is no file of this book. Name files from the book's folder on, as in "
            "meeting/item/minutes.md."
        )
    return tuple(os.fsencode(part) for part in parts)


def resolve_target(repo: Repository, path: str) -> Path:
    """Where ``path`` stands in the work tree. Raises ``Refusal`` when a link stands anywhere on the way."""
    split_path(path)
    target = repo.book
    for part in path.split("/"):
        if target != repo.book and (target / ".git").exists():
            raise Refusal(
                f"{visible(path)} belongs to a repository of its own inside this book. Open that folder as "
                "the book."
            )
        target /= part
        if target.is_symlink():
            raise Refusal(
                f"{visible(path)} is reached through a link ({visible(str(target))}), which could lead "
                "anywhere. Put the file itself there in the place of the link."
            )
    return target


def read_file(target: Path | bytes) -> bytes | None:
    """The bytes of a plain file; ``None`` when nothing is there. Raises ``Refusal`` for anything else."""
    try:
        descriptor = os.open(target, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        why = "it is a link" if error.errno == errno.ELOOP else error.strerror
        raise Refusal(f"{visible(os.fsdecode(target))} can't be read: {why}. Nothing was changed.") from error
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            raise Refusal(f"{visible(os.fsdecode(target))} is not a file. Nothing was changed.")
        parts = [os.read(descriptor, found.st_size + 1)]
        while parts[-1]:  # it may be growing, and not all comes at one go
            parts.append(os.read(descriptor, max(found.st_size, 65_536)))
        return b"".join(parts)
    finally:
        os.close(descriptor)


def remove_file(target: Path, book: Path) -> None:
    """Durably remove the file and the folders it leaves empty, but not the book's own. Raises ``OSError``."""
    durable_files.remove(target)
    folder = target.parent
    while folder != book and folder.is_relative_to(book):
        try:
            folder.rmdir()
        except FileNotFoundError:
            pass  # somebody else tidied up
        except OSError:
            return  # something else lives there
        else:
            durable_files.flush_folder(folder.parent)
        folder = folder.parent


def join_path(parts: tuple[bytes, ...]) -> str:
    """The parts of a path as one, as git names it."""
    return os.fsdecode(b"/".join(parts))


def unrecorded(
    repo: Repository, paths: Sequence[str], passed_over: Collection[str], filters: ContentFilters
) -> tuple[str, ...]:
    """The files at or below ``paths`` that were changed, taken away or never recorded, by path.

    An empty path is the whole book. Links and whatever else is no plain file count as taken away. Folders
    whose names are among ``passed_over`` are not looked into.
    """
    newest = repo.head_commit()
    skipped = frozenset(map(os.fsencode, passed_over))
    found: set[PathParts] = set()
    for path in paths:
        parts = split_path(path) if path else ()
        entry = _entry_at(repo, newest, parts)
        recorded = (
            _all_files(repo, entry, skipped) if not parts else _committed_files(repo, entry, parts, skipped)
        )
        left = dict(recorded)
        for each, place in _worktree_files(repo.book, parts, skipped):
            committed = left.pop(each, None)
            if committed is None or not _is_unchanged(repo, each, place, committed, filters):
                found.add(each)
        found.update(left)
    return tuple(sorted(map(join_path, found)))


def _entry_at(repo: Repository, newest: tuple[str, str] | None, parts: PathParts) -> TreeEntry | None:
    """What stands at ``parts`` of the book in the newest commit."""
    path = (*repo.prefix, *parts)
    if newest is None:
        return None
    return repo.objects.find(newest[1], path) if path else TreeEntry(TREE_MODE, newest[1])


def _all_files(
    repo: Repository, entry: TreeEntry | None, skipped: Collection[bytes]
) -> Iterator[tuple[PathParts, TreeEntry]]:
    """The plain files of the whole book, which ``entry`` is in the newest commit: asked for at one go."""
    if entry is None:
        return
    ran = repo.run.read("ls-tree", "-r", "-z", "--full-tree", entry.id)
    if ran.code:
        raise repo.objects.missing_object()
    for line in ran.out.split(b"\0")[:-1]:
        facts, _, path = line.partition(b"\t")
        mode, _, name = facts.split(b" ")
        parts = tuple(path.split(b"/"))
        found = TreeEntry(mode, name.decode("ascii"))
        if found.is_regular_file and not any(
            part in skipped and _is_passed_over(part, parts[:n], skipped) for n, part in enumerate(parts)
        ):
            yield parts, found


def _committed_files(
    repo: Repository, entry: TreeEntry | None, parts: PathParts, skipped: Collection[bytes]
) -> Iterator[tuple[PathParts, TreeEntry]]:
    """The plain files at or below ``parts``, where ``entry`` stands in the newest commit."""
    if entry and entry.is_regular_file:
        yield parts, entry
    elif entry and entry.is_tree:
        for name, inner in repo.objects.tree(entry.id).items():
            if not _is_passed_over(name, parts, skipped):
                yield from _committed_files(repo, inner, (*parts, name), skipped)


def _worktree_files(
    book: Path, parts: PathParts, skipped: Collection[bytes]
) -> Iterator[tuple[PathParts, bytes]]:
    """The plain files at or below ``parts`` on the disk, each with its whole path; links are not followed."""
    place = os.path.join(os.fsencode(book), *parts)  # noqa: PTH118 -- bytes
    try:
        kind = os.lstat(place).st_mode
    except OSError:
        return
    if stat.S_ISREG(kind):
        yield parts, place
    elif stat.S_ISDIR(kind):
        yield from _files_below(place, parts, skipped)


def _files_below(
    folder: bytes, parts: PathParts, skipped: Collection[bytes]
) -> Iterator[tuple[PathParts, bytes]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if _is_passed_over(entry.name, parts, skipped):
                continue
            if entry.is_file(follow_symlinks=False):
                yield (*parts, entry.name), entry.path
            elif entry.is_dir(follow_symlinks=False):
                yield from _files_below(entry.path, (*parts, entry.name), skipped)


def _is_passed_over(name: bytes, above: PathParts, skipped: Collection[bytes]) -> bool:
    """Whether ``name`` is not looked into; a meeting may be called so, or an item whose acts are there."""
    return name in skipped and (name == b".git" or (bool(above) and above[-1] != b"acts"))


_RECORD: Final = (b".md", b".markdown", b"/meeting.yaml", b"/book.yaml")
"""How files end, with their folder, whose words are the record."""


def _is_unchanged(
    repo: Repository, parts: PathParts, place: bytes, entry: TreeEntry, filters: ContentFilters
) -> bool:
    try:
        data = read_file(place)
    except Refusal:  # it can't be read, so nobody knows
        return False
    if data is None:
        return False
    path = join_path((*repo.prefix, *parts))
    is_act = b"acts" in parts
    if not is_act and not b"/".join((b"", *parts)).lower().endswith(_RECORD):
        return filters.looks_like_version(path, data, entry.id)
    # No filter or encoding of the repository's is to hide what the record says otherwise than the history.
    if repo.objects.hash_object("blob", data) == entry.id:
        return True
    if not is_act and not filters.may_convert(path):
        return False
    plain = data.replace(b"\r\n", b"\n")
    return plain == repo.objects.blob(entry.id).replace(b"\r\n", b"\n")


@frozen
class FileUpdate:
    """What one file of the work tree is to become."""

    target: Path
    found: bytes | None
    """What is there when this is decided; ``None`` for no file."""
    new: bytes | None
    """What is to be there; ``None`` for no file."""

    def still_stands(self) -> bool:
        """Whether the work tree holds what it held when this was decided."""
        return read_file(self.target) == self.found


class WorktreeUpdate:
    """The new versions of the files of one commit, and the files that it takes away."""

    def __init__(self, updates: Sequence[FileUpdate], book: Path) -> None:
        self._book = book
        self._writes = [
            (update, update.new)
            for update in updates
            if update.new is not None and update.new != update.found
        ]
        self._removals = [update for update in updates if update.new is None]
        self._prepared: list[durable_files.Prepared] = []
        self._new_folders: list[Path] = []
        """Innermost first."""

    def prepare(self) -> None:
        """Do all that can fail for want of space. Raises ``OSError``."""
        for update, new in self._writes:
            folder = update.target.parent
            self._new_folders += [above for above in (folder, *folder.parents) if not above.exists()]
            durable_files.make_folder(folder)
            is_new = update.found is None
            self._prepared.append(durable_files.prepare(update.target, new, is_new=is_new))

    def put_in_place(self) -> None:
        """Put every file in its place, unless another has got there meanwhile. Raises ``OSError``."""
        for prepared, (update, _) in zip(self._prepared, self._writes, strict=True):
            with contextlib.suppress(FileExistsError):
                prepared.put(update.still_stands)
        for update in self._removals:
            if update.still_stands():
                remove_file(update.target, self._book)

    def discard(self) -> None:
        """Leave everything as it was."""
        for prepared in self._prepared:
            prepared.discard()
        for folder in self._new_folders:
            with contextlib.suppress(OSError):
                folder.rmdir()
