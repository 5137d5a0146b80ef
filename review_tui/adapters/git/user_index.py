"""The user's own index (what "git add" fills): read, and brought up to date for a few files only."""

import contextlib
import time
from collections.abc import Iterable, Mapping
from typing import Final

from review_tui.adapters.git.locks import remove_stale_locks
from review_tui.adapters.git.objects import TreeEntry
from review_tui.adapters.git.repository import Repository
from review_tui.adapters.git.runner import GitResult
from review_tui.model.errors import Refusal
from review_tui.model.text import decode

TRIES: Final = 4
"""How often to ask for the index while another program holds it; then it waits for the next ``recover``."""
_PATHS_PER_RUN: Final = 200
"""Paths named in one run: with the longest of 4,096 bytes they stay below the 2 MB of arguments of Linux."""
RETRY_PAUSE: Final = 0.05
"""Seconds to wait for another program to let go of the index."""


def diff_index_command(repo: Repository, tree: str | None) -> tuple[str, ...]:
    """The git command that tells how the index differs from ``tree``."""
    return ("diff-index", "--cached", "--raw", "-z", tree or repo.objects.hash_object("tree", b""))


def parse_staged(repo: Repository, ran: GitResult) -> dict[str, str]:
    """Every path that the index has otherwise, with git's letter for how (``U``: unmerged)."""
    fields = decode(repo.require_success(ran, "read what is staged").out).split("\0")[:-1]
    return {path: line.rpartition(" ")[2][:1] for line, path in zip(fields[::2], fields[1::2], strict=True)}


def index_ids(repo: Repository, paths: Iterable[str]) -> dict[str, str]:
    """The id that the index has for each of ``paths``; those it does not have are left out."""
    ran = repo.require_success(repo.run.read("ls-files", "-s", "-z", "--", *paths), "read what is staged")
    lines = (line.partition("\t") for line in decode(ran.out).split("\0")[:-1])
    return {path: facts.split(" ")[1] for facts, _, path in lines}


def refresh_entries(repo: Repository, entries: Mapping[str, TreeEntry | None]) -> bool:
    """Put ``entries`` into the index; whether that was possible: another program may hold it.

    ``None`` takes a path out of it.
    """
    paths = list(entries.items())
    chunks = (paths[at : at + _PATHS_PER_RUN] for at in range(0, len(paths), _PATHS_PER_RUN))
    return all(_update_index(repo, dict(chunk)) for chunk in chunks)


def _update_index(repo: Repository, entries: Mapping[str, TreeEntry | None]) -> bool:
    """Put ``entries`` into the index, whatever the disk has; whether the index was free for it."""
    # Named as arguments: a fault in reading a list from a pipe would pass for its end.
    named = [
        part
        for path, entry in entries.items()
        if entry
        for part in ("--cacheinfo", f"{entry.mode.decode('ascii')},{entry.id},{path}")
    ]
    gone = [path for path, entry in entries.items() if entry is None]
    if gone:
        named += ["--force-remove", "--", *gone]
    for trial in range(TRIES):
        if trial:
            time.sleep(RETRY_PAUSE)
        began = time.time()
        with contextlib.suppress(Refusal, OSError):
            ran = repo.run.write("update-index", "--add", "--replace", *named)
            if ran.code == 0:
                return True
            if ran.was_killed:
                remove_stale_locks([repo.git_dir / "index.lock"], since=began)
    return False
