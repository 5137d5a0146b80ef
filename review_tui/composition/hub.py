"""Puts together the hub's side: the objects of a push, not in the repository yet, and its references."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from review_tui.adapters.book.record_format import RecordFormat
from review_tui.adapters.git.raw_history import RawHistory, hub_references
from review_tui.adapters.ssh_keys import SshKeys
from review_tui.application.hub import PushedRef, why_not_pushed
from review_tui.model.errors import WrongUsage

_FIELDS = 3
"""Of a line that git gives: the old commit, the new one, the reference."""


def check_push(lines: Iterable[str], book: str, pusher: str) -> tuple[str, ...]:
    """Why git should refuse the push that it tells of in ``lines``, in sentences.

    It is run by git as pre-receive, in the repository itself. ``book`` is the book's folder in it.
    """
    git_dir = Path(os.environ.get("GIT_DIR", ".")).resolve()
    pushed = [_parse(line) for line in lines if line.strip()]
    refs = hub_references(git_dir)
    objects = git_dir / "objects"
    quarantine = os.environ.get("GIT_QUARANTINE_PATH") or os.environ.get("GIT_OBJECT_DIRECTORY")
    folders = [Path(quarantine), objects] if quarantine else [objects]

    def open_pushed(tip: str, tags: Mapping[str, str]) -> RawHistory:
        return RawHistory(folders, tip, {**refs, **tags}, book)

    return why_not_pushed(pushed, open_pushed, RecordFormat(), SshKeys(), pusher)


def _parse(line: str) -> PushedRef:
    parts = line.rstrip("\n").split(" ", 2)
    if len(parts) != _FIELDS:
        raise WrongUsage("hub-hook is run by git as pre-receive: it reads what is pushed from its input.")
    old, new = ("" if not name.strip("0") else name for name in parts[:2])
    return PushedRef(parts[2], old, new)
