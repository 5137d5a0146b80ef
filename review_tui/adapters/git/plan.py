"""Decides, file by file, whether a change may be recorded: what the reviewer acted on must still stand."""

import os
from collections.abc import Sequence
from pathlib import Path

from review_tui.adapters.git.content_filters import ContentFilters
from review_tui.adapters.git.objects import PathParts, TreeEntry
from review_tui.adapters.git.repository import Repository
from review_tui.adapters.git.worktree import FileUpdate, join_path, read_file, resolve_target, split_path
from review_tui.application.ports import FileChange, OnDisk
from review_tui.model.errors import Refusal, StaleDraft
from review_tui.model.frozen import frozen
from review_tui.model.visible import visible


@frozen
class PlannedChange(FileUpdate):
    """One file of a commit, found to be as the reviewer left it."""

    change: FileChange
    parts: PathParts
    """From the top of the work tree."""
    before: TreeEntry | None
    """What the newest commit has there."""
    blob: bytes | None
    """Its bytes as stored."""

    @property
    def path(self) -> str:
        """From the top of the work tree, as git names it."""
        return join_path(self.parts)

    @property
    def mode(self) -> bytes:
        """What git calls the kind of file: as it was, plain when it is new."""
        return self.before.mode if self.before else b"100644"


def plan_changes(
    repo: Repository, filters: ContentFilters, tree: str | None, changes: Sequence[FileChange]
) -> tuple[PlannedChange, ...]:
    """The steps for ``changes`` on top of ``tree``. Raises ``StaleDraft`` or ``Refusal``."""
    if len({change.path for change in changes}) != len(changes):
        raise Refusal("One file can't be changed twice at once. Nothing was changed.")
    planned_changes = []
    for change in changes:
        parts = (*repo.prefix, *split_path(change.path))
        target = resolve_target(repo, change.path)
        before = repo.objects.find(tree, parts)
        _check_path(repo, change.path, target, tree, parts, before)
        blob = repo.objects.blob(before.id) if before and before.is_regular_file else None
        new = change.on_disk.new if change.on_disk else change.new
        planned = PlannedChange(target, read_file(target), new, change, parts, before, blob)
        (_check_new if change.old is None else _check_existing)(planned, filters)
        planned_changes.append(planned)
    return tuple(planned_changes)


def _check_path(
    repo: Repository, path: str, target: Path, tree: str | None, parts: PathParts, before: TreeEntry | None
) -> None:
    """Only a plain file in plain folders, in the history and on the disk."""
    if before and not before.is_regular_file:
        kind = "a folder" if before.is_tree else "no plain file but a link or a repository of its own"
        raise Refusal(f"{visible(path)} is {kind} in the history of this book. Nothing was changed.")
    for depth in range(1, len(parts)):
        above = repo.objects.find(tree, parts[:depth])
        if above is None:
            break
        if not above.is_tree:
            raise Refusal(
                f"{visible(path)} would have to lie inside something that is no folder in the history."
            )
    folder = target.parent
    while not folder.exists() and folder != repo.book:
        folder = folder.parent
    if not folder.is_dir():
        raise Refusal(f"{visible(path)} would have to lie inside {visible(str(folder))}, which is no folder.")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise Refusal(
            f"You may not write in the folder {visible(str(folder))}, so nothing was changed. Ask for the "
            "right to."
        )


def _check_new(planned: PlannedChange, filters: ContentFilters) -> None:
    """A file that is to be new; a draft that lies there unrecorded may be taken in as it is."""
    path = visible(planned.change.path)
    if planned.before:
        raise _stale_draft(
            planned,
            _committed_form(planned, filters),
            f"{path} is in the history already, so it can't be recorded as new.",
        )
    if planned.change.on_disk:
        _check_on_disk(planned, planned.change.on_disk)
    elif planned.found is not None and planned.found != planned.new:
        raise _stale_draft(
            planned, planned.found, f"Another file is at {path} already, with other words in it."
        )


def _check_existing(planned: PlannedChange, filters: ContentFilters) -> None:
    """A file that the reviewer has read; an edit already made outside may be recorded as it is."""
    path, change = visible(planned.change.path), planned.change
    old = change.old or b""
    if planned.before is None:
        raise _stale_draft(
            planned,
            None,
            f"{path} was taken away since you read it."
            if planned.found is None
            else f"{path} has never been recorded in the history, so it can't be amended yet. Record it "
            "first.",
        )
    if not filters.is_version(planned.path, old, planned.before.id):
        if planned.found == old:
            raise _stale_draft(
                planned,
                _committed_form(planned, filters),
                f"{path} was edited in another program and that change is not recorded yet. Record it first.",
            )
        raise _stale_draft(
            planned, _committed_form(planned, filters), f"{path} has been amended since you read it."
        )
    if planned.found is None and change.new is not None:
        raise _stale_draft(planned, None, f"{path} is gone from its folder.")
    if change.on_disk:
        _check_on_disk(planned, change.on_disk)
        return
    if (
        planned.found is not None
        and planned.found != change.new
        and not filters.are_same(planned.path, planned.found, old)
    ):
        raise _stale_draft(
            planned, planned.found, f"{path} has been edited in another program since you read it."
        )


def _check_on_disk(planned: PlannedChange, on_disk: OnDisk) -> None:
    """The work tree must still hold what the change was put into."""
    if planned.found not in {on_disk.old, on_disk.new}:
        path = visible(planned.change.path)
        raise _stale_draft(
            planned, planned.found, f"{path} has been edited in another program since you read it."
        )


def _committed_form(planned: PlannedChange, filters: ContentFilters) -> bytes | None:
    if planned.before is None or planned.blob is None:
        return None
    return filters.smudge(planned.path, planned.before.id, planned.blob)


def _stale_draft(planned: PlannedChange, found: bytes | None, sentence: str) -> StaleDraft:
    return StaleDraft(
        f"{sentence} Nothing was written.", path=planned.change.path, expected=planned.change.old, found=found
    )
