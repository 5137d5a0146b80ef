"""Sees cheaply whether anything of a meeting has changed, without reading any file."""

import os
from collections.abc import Iterator
from pathlib import Path

from review_tui.adapters.book.safe_open import FileStat

_MAX_DEPTH = 8
"""Folders within one another: notes lie four deep at most, and a loop of mounts must end somewhere."""


def snapshot(folder: Path) -> tuple[tuple[str, FileStat | None], ...]:
    """The name and stamp of everything below ``folder``; hidden files (an editor's, say) by name only."""
    return tuple(sorted(_stat_folder(str(folder), "", _MAX_DEPTH), key=lambda each: each[0]))


def _stat_folder(folder: str, path: str, depth: int) -> Iterator[tuple[str, FileStat | None]]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                yield from _stat_entry(entry, f"{path}/{entry.name}", depth)
    except OSError:
        yield path, None  # gone or shut since we looked: a change too


def _stat_entry(entry: os.DirEntry[str], path: str, depth: int) -> Iterator[tuple[str, FileStat | None]]:
    if entry.name.startswith("."):
        yield path, None
    elif entry.is_dir(follow_symlinks=False):
        # A folder counts by what is in it: its own time also changes with hidden files.
        yield path, None
        if depth:
            yield from _stat_folder(entry.path, path, depth - 1)
    else:
        try:
            yield path, FileStat.of(entry.stat(follow_symlinks=False))
        except OSError:
            yield path, None
