"""The user's own index (what "git add" fills): read, and brought up to date for a few files only."""

import contextlib
import time
from collections.abc import Iterable, Mapping
from typing import Final

from review_tui.domain.refusals import Refusal
from review_tui.domain.text import decode
from review_tui.stores.git_history.locks import free
from review_tui.stores.git_history.repository import Repository
from review_tui.stores.git_history.runner import Ran
from review_tui.stores.git_history.trees import Leaf

TRIES: Final = 4
_AT_ONCE: Final = 200
PAUSE: Final = 0.05
"""Seconds to wait for another program to let go of the index."""


def ask_staged(repo: Repository, tree: str | None) -> tuple[str, ...]:
    """The git command that tells how the index differs from ``tree``."""
    return ("diff-index", "--cached", "--raw", "-z", tree or repo.objects.id_of("tree", b""))


def staged(repo: Repository, ran: Ran) -> dict[str, str]:
    """Every path that the index has otherwise, with git's letter for how (``U``: unmerged)."""
    fields = decode(repo.must(ran, "read what is staged").out).split("\0")[:-1]
    return {path: line.rpartition(" ")[2][:1] for line, path in zip(fields[::2], fields[1::2], strict=True)}


def entries(repo: Repository, paths: Iterable[str]) -> dict[str, str]:
    """The id that the index has for each of ``paths``; those it does not have are left out."""
    ran = repo.must(repo.run.read("ls-files", "-s", "-z", "--", *paths), "read what is staged")
    lines = (line.partition("\t") for line in decode(ran.out).split("\0")[:-1])
    return {path: facts.split(" ")[1] for facts, _, path in lines}


def catch_up(repo: Repository, leaves: Mapping[str, Leaf | None]) -> bool:
    """Put ``leaves`` into the index; whether that was possible: another program may hold it.

    ``None`` takes a path out of it.
    """
    paths = list(leaves.items())
    chunks = (paths[at : at + _AT_ONCE] for at in range(0, len(paths), _AT_ONCE))
    return all(_caught_up(repo, dict(chunk)) for chunk in chunks)


def _caught_up(repo: Repository, leaves: Mapping[str, Leaf | None]) -> bool:
    # Named as arguments: a fault in reading a list from a pipe would pass for its end.
    named = [
        part
        for path, leaf in leaves.items()
        if leaf
        for part in ("--cacheinfo", f"{leaf.mode.decode('ascii')},{leaf.id},{path}")
    ]
    gone = [path for path, leaf in leaves.items() if leaf is None]
    if gone:
        named += ["--force-remove", "--", *gone]
    for trial in range(TRIES):
        if trial:
            time.sleep(PAUSE)
        began = time.time()
        with contextlib.suppress(Refusal, OSError):
            ran = repo.run.write("update-index", "--add", "--replace", *named)
            if ran.code == 0:
                return True
            if ran.was_killed:
                free([repo.git_dir / "index.lock"], since=began)
    return False
