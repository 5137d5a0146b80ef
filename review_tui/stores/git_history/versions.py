"""Reads the committed versions of one file, those of merged branches included."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from review_tui.domain.refusals import Refusal
from review_tui.domain.text import decode, digest
from review_tui.services.ports import Entry, Version
from review_tui.stores.git_history.forms import Forms
from review_tui.stores.git_history.reading import FIELDS, FORMAT, PLAIN, entry, from_top
from review_tui.stores.git_history.repository import Repository

_SHAPE: Final = (
    # What a merge only took over from a side is that side's version; words of its own are the merge's.
    *("--full-history", "--diff-merges=combined", "--date-order"),
    *("--raw", "--no-abbrev", "--no-renames", "-z"),
)
_RAW_BLOB: Final = re.compile(rb":\d{6} 100\d{3} [0-9a-f]+ ([0-9a-f]+) [A-Z]\d*\0")
_REMEMBERED: Final = 4_096


@dataclass(frozen=True, slots=True)
class _Blob:
    """What one commit left at the path."""

    entry: Entry
    id: str | None
    """``None`` when no plain file is there any more."""


def versions(repo: Repository, path: str, forms: Forms) -> tuple[Version, ...]:
    """Every committed version of a file, newest first; none comes before one that was built on it."""
    newest = repo.newest()
    if newest is None:
        return ()
    full = from_top(repo, path)
    ran = repo.run.read("log", *PLAIN, *_SHAPE, FORMAT, "--end-of-options", newest[0], "--", full)
    found = list(_blobs(decode(repo.must(ran, "read the history of a file").out), full))
    ids = dict.fromkeys(blob.id for blob in found if blob.id)
    shown = forms.all_shown(full, {blob_id: _data(repo, blob_id) for blob_id in ids})
    return tuple(Version(blob.entry, shown[blob.id] if blob.id else None) for blob in found)


def _blobs(listed: str, full: str) -> Iterator[_Blob]:
    """What each commit in git's output left at the path; those that left nothing new are passed over."""
    parts = listed.split("\0")
    at = 0
    while at + len(FIELDS) <= len(parts):
        told = entry(*parts[at : at + len(FIELDS)])
        at += len(FIELDS)
        at += at < len(parts) and not parts[at]
        while at + 1 < len(parts) and parts[at].lstrip("\n").startswith(":"):  # as no commit's name does
            if parts[at + 1] == full:
                yield _Blob(told, _left(parts[at].lstrip("\n")))
            at += 2


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
        self._digests: dict[str, str] = {}
        """By blob id."""

    def with_digest(self, path: str, wanted: str, forms: Forms) -> str | None:
        """The newest committed version of ``path`` whose digest is ``wanted``."""
        full = from_top(self._repo, path)
        for blob_id in dict.fromkeys(self._ids(full)):
            known = self._digests.get(blob_id)
            if known not in {None, wanted}:
                continue
            found = self._repo.objects.read(blob_id)
            if found is None or found.kind != "blob":
                continue
            self._remember(blob_id, digest(decode(found.data)))
            if self._digests[blob_id] == wanted:
                return decode(forms.shown(full, blob_id, found.data))
        return None

    def _ids(self, full: str) -> Iterator[str]:
        """The blob ids of a path, newest first, those of merged branches included."""
        newest = self._repo.newest()
        if newest is None:
            return
        shape = ("--full-history", "--diff-merges=separate", "--raw", "--no-abbrev", "--no-renames")
        ran = self._repo.run.read(
            *("log", *PLAIN, *shape, "-z", "--format=", "--end-of-options", newest[0], "--", full)
        )
        self._repo.must(ran, "read the history of a file")
        yield from (match[1].decode("ascii") for match in _RAW_BLOB.finditer(ran.out))

    def _remember(self, blob_id: str, value: str) -> None:
        if len(self._digests) >= _REMEMBERED:
            self._digests.pop(next(iter(self._digests)))
        self._digests[blob_id] = value
