"""Reads the committed versions of one file, those of merged branches included."""

import re
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Final

from review_tui.adapters.git.content_filters import ContentFilters
from review_tui.adapters.git.log import FIELDS, FORMAT, LOG_OPTIONS, PARENTS, parse_entry, repository_path
from review_tui.adapters.git.repository import Repository
from review_tui.adapters.git.worktree import split_path
from review_tui.application.ports import FollowedFile, HistoryEntry, StoredVersion, Version
from review_tui.model.frozen import frozen
from review_tui.model.text import decode, digest

_LOG_SHAPE: Final = (
    # What a merge only took over from a side is that side's version; words of its own are the merge's.
    *("--full-history", "--parents", "--diff-merges=combined", "--date-order"),
    *("--raw", "--no-abbrev", "--no-renames", "-z"),
)
_RAW_BLOB: Final = re.compile(rb":\d{6} 100\d{3} [0-9a-f]+ ([0-9a-f]+) [A-Z]\d*\0")
_MAX_DIGESTS: Final = 4_096
"""Blobs whose digests are remembered: some hundred bytes each."""
_READ_TOGETHER: Final = 64
"""Versions that are read at one go."""
_MAX_TEXTS: Final = 256
"""Versions whose whole text is remembered."""


@frozen
class _Blob:
    """What one commit left at the path."""

    entry: HistoryEntry
    parents: tuple[str, ...]
    is_new: bool
    """Whether it left something else there than each of its parents."""
    id: str | None = None
    """``None`` when no plain file is there any more, or nothing new."""
    is_beside: bool = False
    """Whether it touched what is looked for beside."""


def versions(repo: Repository, path: str, filters: ContentFilters) -> tuple[Version, ...]:
    """Every committed version of a file, newest first; none comes before one that was built on it."""
    newest = repo.head_commit()
    if newest is None:
        return ()
    return _read_versions(repo, _stored_at(repo, repository_path(repo, path), newest[0])[0], filters)


def followed(repo: Repository, path: str, beside: Sequence[str] = ()) -> FollowedFile:
    """Every version of a file, under its earlier names too, and what touched the paths ``beside`` it."""
    newest = repo.head_commit()
    full = repository_path(repo, path)
    if newest is None:
        return FollowedFile()
    return _followed(repo, full, newest[0], [repository_path(repo, each) for each in beside])


def versions_under(repo: Repository, full: str, tip: str, filters: ContentFilters) -> tuple[Version, ...]:
    """The versions of the file at ``full``, from the top of the repository, in the history of ``tip``."""
    return _read_versions(repo, _followed(repo, full, tip, ()).versions, filters)


def versions_between(
    repo: Repository, full: str, since: Sequence[str], until: str
) -> tuple[tuple[HistoryEntry, bytes], ...]:
    """The versions of the file at ``full`` that ``until`` has and ``since`` have not, newest first.

    As stored. What merges others' work is left out.
    """
    but = [f"^{commit}" for commit in since]
    shape = ("--no-merges", "--date-order", "--raw", "--no-abbrev", "--no-renames", "-z")
    ran = repo.run.read("log", *LOG_OPTIONS, *shape, f"{FORMAT}{PARENTS}", *but, until, "--", full)
    listed = _parse_log(decode(repo.require_success(ran, "read the history of a file").out), full)
    return tuple((blob.entry, repo.objects.blob(blob.id)) for blob in listed if blob.id)


def contents(
    repo: Repository, stored: Iterable[StoredVersion], filters: ContentFilters
) -> Iterator[tuple[str, bytes]]:
    """What versions hold, in the form of the work tree, by the names of their blobs; few are read at once."""
    wanted = {version.blob: version.path for version in stored if version.blob}
    for path, blobs in groupby(wanted.items(), key=lambda each: each[1]):
        for batch in _batched([blob for blob, _ in blobs], _READ_TOGETHER):
            yield from filters.smudge_all(path, {blob: repo.objects.blob(blob) for blob in batch}).items()


def _batched(found: list[str], size: int) -> Iterator[list[str]]:
    for at in range(0, len(found), size):
        yield found[at : at + size]


def _read_versions(
    repo: Repository, stored: Sequence[StoredVersion], filters: ContentFilters
) -> tuple[Version, ...]:
    read = dict(contents(repo, stored, filters))
    return tuple(Version(v.entry, read[v.blob] if v.blob else None, v.parents) for v in stored)


def _followed(repo: Repository, full: str, tip: str, beside: Sequence[str]) -> FollowedFile:
    names = [full]
    found, near = _stored_at(repo, full, tip, beside)
    segment = found
    while segment and segment[-1].blob is not None and (older := _renamed_from(repo, segment[-1], names[-1])):
        if older in names:
            break  # two files that changed names would lead round in a circle
        names.append(older)
        first = segment[-1]
        segment, _ = _stored_at(repo, older, f"{first.entry.id}^")
        if segment:
            parent = (segment[0].entry.id,)
            found[found.index(first)] = replace(first, parents=first.parents or parent)
        known = {version.entry.id for version in found}
        found = [*found, *(version for version in segment if version.entry.id not in known)]
    return FollowedFile(tuple(found), *near)


def _renamed_from(repo: Repository, first: StoredVersion, full: str) -> str:
    """What the file was called before the commit that brought it under its name; empty where it was new."""
    asked = ("-r", "--no-commit-id", "--name-status", "-z")
    renames = ("-M", "--diff-filter=R", "--end-of-options", first.entry.id)
    ran = repo.run.read("diff-tree", *asked, *renames)
    if ran.code:  # a copy of the repository that lacks the contents of other files, such as slides
        gone = repo.run.read("diff-tree", *asked, "--no-renames", "--end-of-options", first.entry.id)
        alike = [p for p in decode(gone.out).split("\0")[1::2] if Path(p).suffix == Path(full).suffix]
        ran = repo.run.read("diff-tree", *asked, *renames, "--", *alike)
    parts = decode(ran.out if ran.code == 0 else b"").split("\0")
    return next(
        (old for _, old, new in zip(parts[::3], parts[1::3], parts[2::3], strict=False) if new == full), ""
    )


def _stored_at(
    repo: Repository, full: str, tip: str, beside: Sequence[str] = ()
) -> tuple[list[StoredVersion], tuple[tuple[HistoryEntry, ...], dict[str, int]]]:
    """The versions of the file at ``full``, from the top of the repository, in the history of ``tip``.

    And the commits that touched ``beside``, with the places of all of these in the history.
    """
    shape = (*LOG_OPTIONS, *_LOG_SHAPE, f"{FORMAT}{PARENTS}")
    ran = repo.run.read("log", *shape, "--end-of-options", tip, "--", full, *beside)
    listed = list(_parse_log(decode(repo.require_success(ran, "read the history of a file").out), full))
    parents = _parent_versions(repo, full, listed)
    found = [
        StoredVersion(blob.entry, blob.id, full, parents[blob.entry.id]) for blob in listed if blob.is_new
    ]
    near = tuple(blob.entry for blob in listed if blob.is_beside)
    return found, (near, {blob.entry.id: place for place, blob in enumerate(listed)})


def _parent_versions(repo: Repository, full: str, listed: list[_Blob]) -> dict[str, tuple[str, ...]]:
    """For each commit the versions that it was made from; ``listed`` are newest first."""
    left: dict[str, tuple[str, ...]] = {}
    """The versions that stand at the path after each commit: several where the same words came apart."""
    ids = {blob.entry.id: blob.id for blob in listed if blob.is_new}
    made: dict[str, tuple[str, ...]] = {}
    for blob in reversed(listed):
        before = tuple(dict.fromkeys(v for parent in blob.parents for v in left.get(parent, ())))
        made[blob.entry.id] = before
        if not blob.is_new and len({ids[version] for version in before}) > 1:
            kept = _blob_at(repo, full, blob.entry.id)
            before = tuple(version for version in before if ids[version] == kept) or before
        left[blob.entry.id] = (blob.entry.id,) if blob.is_new else before
    return made


def _blob_at(repo: Repository, full: str, commit: str) -> str | None:
    """The id of the plain file that a merge took over from one of its sides."""
    tree = repo.objects.read(f"{commit}^{{tree}}")
    entry = repo.objects.find(tree.id if tree else None, split_path(full))
    return entry.id if entry and entry.is_regular_file else None


def _parse_log(listed: str, full: str) -> Iterator[_Blob]:
    """What each commit in git's output left at the path, if anything new."""
    parts = listed.split("\0")
    at = 0
    while at + len(FIELDS) < len(parts):
        entry = parse_entry(*parts[at : at + len(FIELDS)])
        parents = tuple(parts[at + len(FIELDS)].split())
        at += len(FIELDS) + 1
        at += at < len(parts) and not parts[at]
        left = _Blob(entry, parents, is_new=False)
        is_beside = False
        while at + 1 < len(parts) and parts[at].lstrip("\n").startswith(":"):  # as no commit's name does
            if parts[at + 1] == full:
                left = _Blob(entry, parents, is_new=True, id=_new_blob_id(parts[at].lstrip("\n")))
            else:
                is_beside = True
            at += 2
        yield replace(left, is_beside=is_beside) if is_beside else left


def _new_blob_id(raw: str) -> str | None:
    """The id of the plain file that a commit left, from git's line: a colon, a mode and an id a parent."""
    parents = len(raw) - len(raw.lstrip(":"))
    facts = raw[parents:].split(" ")
    return facts[2 * parents + 1] if facts[parents].startswith("100") else None


class VersionFinder:
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

    def with_digest(self, path: str, wanted: str, filters: Callable[[], ContentFilters]) -> str | None:
        """The newest committed version of ``path`` whose digest is ``wanted``."""
        newest = self._repo.head_commit()
        if newest is None:
            return None
        with self._lock:
            return self._cached(newest[0], repository_path(self._repo, path), wanted, filters)

    def _cached(self, tip: str, full: str, wanted: str, filters: Callable[[], ContentFilters]) -> str | None:
        if tip != self._tip:
            self._tip = tip
            self._ids.clear()
            self._texts.clear()
        if (full, wanted) not in self._texts:
            if len(self._texts) >= _MAX_TEXTS:
                self._texts.clear()
            self._texts[full, wanted] = self._search(full, wanted, filters)
        return self._texts[full, wanted]

    def _search(self, full: str, wanted: str, filters: Callable[[], ContentFilters]) -> str | None:
        if full not in self._ids:
            self._ids[full] = self._list_blobs(full)
        for blob_id in self._ids[full]:
            known = self._digests.get(blob_id)
            if known not in {None, wanted}:
                continue
            found = self._repo.objects.read(blob_id)
            if found is None or found.kind != "blob":
                continue
            self._remember(blob_id, digest(decode(found.data)))
            if self._digests[blob_id] == wanted:
                return decode(filters().smudge(full, blob_id, found.data))
        return None

    def _list_blobs(self, full: str) -> tuple[str, ...]:
        """The blob ids of a path, newest first, those of merged branches included."""
        shape = ("--full-history", "--diff-merges=separate", "--raw", "--no-abbrev", "--no-renames")
        ran = self._repo.run.read(
            *("log", *LOG_OPTIONS, *shape, "-z", "--format=", "--end-of-options", self._tip, "--", full)
        )
        self._repo.require_success(ran, "read the history of a file")
        return tuple(dict.fromkeys(match[1].decode("ascii") for match in _RAW_BLOB.finditer(ran.out)))

    def _remember(self, blob_id: str, value: str) -> None:
        if len(self._digests) >= _MAX_DIGESTS:
            self._digests.pop(next(iter(self._digests)))
        self._digests[blob_id] = value
