"""Reads the committed versions of one file, those of merged branches included."""

import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from review_tui.domain.refusals import Refusal
from review_tui.domain.text import decode, digest
from review_tui.services.ports import Entry, Version
from review_tui.stores.git_history.forms import Forms
from review_tui.stores.git_history.reading import FIELDS, FORMAT, PLAIN, entry, from_top
from review_tui.stores.git_history.repository import Repository
from review_tui.stores.git_history.workfiles import parts_of

_SHAPE: Final = (
    # What a merge only took over from a side is that side's version; words of its own are the merge's.
    *("--full-history", "--parents", "--diff-merges=combined", "--date-order"),
    *("--raw", "--no-abbrev", "--no-renames", "-z"),
)
_RAW_BLOB: Final = re.compile(rb":\d{6} 100\d{3} [0-9a-f]+ ([0-9a-f]+) [A-Z]\d*\0")
_PARENTS: Final = "%x00%P"
"""Among the commits told of: every merge, and what changed the file."""
_REMEMBERED: Final = 4_096
_TEXTS: Final = 256


@dataclass(frozen=True, slots=True)
class _Blob:
    """What one commit left at the path."""

    entry: Entry
    parents: tuple[str, ...]
    is_new: bool
    """Whether it left something else there than each of its parents."""
    id: str | None = None
    """``None`` when no plain file is there any more, or nothing new."""


def versions(repo: Repository, path: str, forms: Forms) -> tuple[Version, ...]:
    """Every committed version of a file, newest first; none comes before one that was built on it."""
    newest = repo.newest()
    if newest is None:
        return ()
    full = from_top(repo, path)
    shape = (*PLAIN, *_SHAPE, f"{FORMAT}{_PARENTS}")
    ran = repo.run.read("log", *shape, "--end-of-options", newest[0], "--", full)
    listed = list(_blobs(decode(repo.must(ran, "read the history of a file").out), full))
    parents = _made_from(repo, path, listed)
    found = [blob for blob in listed if blob.is_new]
    ids = dict.fromkeys(blob.id for blob in found if blob.id)
    shown = forms.all_shown(full, {blob_id: _data(repo, blob_id) for blob_id in ids})
    return tuple(
        Version(blob.entry, shown[blob.id] if blob.id else None, parents[blob.entry.id]) for blob in found
    )


def _made_from(repo: Repository, path: str, listed: list[_Blob]) -> dict[str, tuple[str, ...]]:
    """For each commit the versions that it was made from; ``listed`` are newest first."""
    left: dict[str, tuple[str, ...]] = {}
    """The versions that stand at the path after each commit: several where the same words came apart."""
    ids = {blob.entry.id: blob.id for blob in listed if blob.is_new}
    made: dict[str, tuple[str, ...]] = {}
    for blob in reversed(listed):
        before = tuple(dict.fromkeys(v for parent in blob.parents for v in left.get(parent, ())))
        made[blob.entry.id] = before
        if not blob.is_new and len({ids[version] for version in before}) > 1:
            kept = _kept(repo, path, blob.entry.id)
            before = tuple(version for version in before if ids[version] == kept) or before
        left[blob.entry.id] = (blob.entry.id,) if blob.is_new else before
    return made


def _kept(repo: Repository, path: str, commit: str) -> str | None:
    """The id of the plain file that a merge took over from one of its sides."""
    tree = repo.objects.read(f"{commit}^{{tree}}")
    leaf = repo.objects.find(tree.id if tree else None, (*repo.prefix, *parts_of(path)))
    return leaf.id if leaf and leaf.is_plain else None


def _blobs(listed: str, full: str) -> Iterator[_Blob]:
    """What each commit in git's output left at the path, if anything new."""
    parts = listed.split("\0")
    at = 0
    while at + len(FIELDS) < len(parts):
        told = entry(*parts[at : at + len(FIELDS)])
        parents = tuple(parts[at + len(FIELDS)].split())
        at += len(FIELDS) + 1
        at += at < len(parts) and not parts[at]
        left = _Blob(told, parents, is_new=False)
        while at + 1 < len(parts) and parts[at].lstrip("\n").startswith(":"):  # as no commit's name does
            if parts[at + 1] == full:
                left = _Blob(told, parents, is_new=True, id=_left(parts[at].lstrip("\n")))
            at += 2
        yield left


def _left(raw: str) -> str | None:
    """The id of the plain file that a commit left, from git's line: a colon, a mode and an id a parent."""
    parents = len(raw) - len(raw.lstrip(":"))
    facts = raw[parents:].split(" ")
    return facts[2 * parents + 1] if facts[parents].startswith("100") else None


def _data(repo: Repository, blob_id: str) -> bytes:
    found = repo.objects.read(blob_id)
    if found is None:
        raise Refusal(
            "A version of a file is missing from the history. Run 'git fsck' to check the repository."
        )
    return found.data


class Finder:
    """Finds committed versions of files by the digest of their text; remembers what it has read."""

    def __init__(self, repo: Repository) -> None:
        self._repo = repo
        self._lock = threading.Lock()
        self._digests: dict[str, str] = {}
        """By blob id."""
        self._tip = ""
        """The newest commit when what follows was read: an item with many flags asks the same many times."""
        self._ids: dict[str, tuple[str, ...]] = {}
        """The blobs of each path."""
        self._texts: dict[tuple[str, str], str | None] = {}
        """By path and digest."""

    def with_digest(self, path: str, wanted: str, forms: Callable[[], Forms]) -> str | None:
        """The newest committed version of ``path`` whose digest is ``wanted``."""
        newest = self._repo.newest()
        if newest is None:
            return None
        with self._lock:
            return self._remembered(newest[0], from_top(self._repo, path), wanted, forms)

    def _remembered(self, tip: str, full: str, wanted: str, forms: Callable[[], Forms]) -> str | None:
        if tip != self._tip:
            self._tip = tip
            self._ids.clear()
            self._texts.clear()
        if (full, wanted) not in self._texts:
            if len(self._texts) >= _TEXTS:
                self._texts.clear()
            self._texts[full, wanted] = self._found(full, wanted, forms)
        return self._texts[full, wanted]

    def _found(self, full: str, wanted: str, forms: Callable[[], Forms]) -> str | None:
        if full not in self._ids:
            self._ids[full] = self._listed(full)
        for blob_id in self._ids[full]:
            known = self._digests.get(blob_id)
            if known not in {None, wanted}:
                continue
            found = self._repo.objects.read(blob_id)
            if found is None or found.kind != "blob":
                continue
            self._remember(blob_id, digest(decode(found.data)))
            if self._digests[blob_id] == wanted:
                return decode(forms().shown(full, blob_id, found.data))
        return None

    def _listed(self, full: str) -> tuple[str, ...]:
        """The blob ids of a path, newest first, those of merged branches included."""
        shape = ("--full-history", "--diff-merges=separate", "--raw", "--no-abbrev", "--no-renames")
        ran = self._repo.run.read(
            *("log", *PLAIN, *shape, "-z", "--format=", "--end-of-options", self._tip, "--", full)
        )
        self._repo.must(ran, "read the history of a file")
        return tuple(dict.fromkeys(match[1].decode("ascii") for match in _RAW_BLOB.finditer(ran.out)))

    def _remember(self, blob_id: str, value: str) -> None:
        if len(self._digests) >= _REMEMBERED:
            self._digests.pop(next(iter(self._digests)))
        self._digests[blob_id] = value
