"""Sees cheaply whether anything of a meeting has changed, without reading any file."""

import os
from collections.abc import Iterator
from pathlib import Path

from review_tui.stores.book_files.beneath import Stamp

_DEEP = 8


def snapshot(folder: Path) -> tuple[tuple[str, Stamp | None], ...]:
    """The name and stamp of everything below ``folder``; hidden files (an editor's, say) by name only."""
    return tuple(sorted(_below(str(folder), "", _DEEP), key=lambda each: each[0]))


def _below(folder: str, path: str, deep: int) -> Iterator[tuple[str, Stamp | None]]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                yield from _entry(entry, f"{path}/{entry.name}", deep)
    except OSError:
        yield path, None  # gone or shut since we looked: a change too


def _entry(entry: os.DirEntry[str], path: str, deep: int) -> Iterator[tuple[str, Stamp | None]]:
    if entry.name.startswith("."):
        yield path, None
    elif entry.is_dir(follow_symlinks=False):
        # A folder counts by what is in it: its own time also changes with hidden files.
        yield path, None
        if deep:
            yield from _below(entry.path, path, deep - 1)
    else:
        try:
            yield path, Stamp.of(entry.stat(follow_symlinks=False))
        except OSError:
            yield path, None
