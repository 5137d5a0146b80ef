"""Decides, file by file, whether a change may be recorded: what the reviewer acted on must still stand."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from review_tui.domain.refusals import Refusal, StaleDraft
from review_tui.domain.visible import visible
from review_tui.services.ports import FileChange
from review_tui.stores.git_history.forms import Forms
from review_tui.stores.git_history.repository import Repository
from review_tui.stores.git_history.trees import Leaf, Parts
from review_tui.stores.git_history.workfiles import parts_of, read_file, target_of


@dataclass(frozen=True, slots=True)
class Step:
    """One file of a commit, found to be as the reviewer left it."""

    change: FileChange
    parts: Parts
    """From the top of the work tree."""
    target: Path
    before: Leaf | None
    """What the newest commit has there."""
    blob: bytes | None
    """Its bytes as stored."""
    found: bytes | None
    """What the work tree has there."""

    @property
    def path(self) -> str:
        """From the top of the work tree, as git names it."""
        return os.fsdecode(b"/".join(self.parts))

    @property
    def needs_writing(self) -> bool:
        """Whether the work tree lacks the new version yet."""
        return self.found != self.change.new

    @property
    def mode(self) -> bytes:
        """What git calls the kind of file: as it was, plain when it is new."""
        return self.before.mode if self.before else b"100644"

    def still_stands(self) -> bool:
        """Whether the work tree holds what it held when this was decided."""
        return read_file(self.target) == self.found


def decide(
    repo: Repository, forms: Forms, tree: str | None, changes: Sequence[FileChange]
) -> tuple[Step, ...]:
    """The steps for ``changes`` on top of ``tree``. Raises ``StaleDraft`` or ``Refusal``."""
    if len({change.path for change in changes}) != len(changes):
        raise Refusal("One file can't be changed twice in one amendment. Nothing was changed.")
    steps = []
    for change in changes:
        parts = (*repo.prefix, *parts_of(change.path))
        target = target_of(repo, change.path)
        before = repo.objects.find(tree, parts)
        _check_place(repo, change.path, target, tree, parts, before)
        stored = repo.objects.read(before.id) if before else None
        blob = stored.data if stored else None
        step = Step(change, parts, target, before, blob, read_file(target))
        (_check_new if change.old is None else _check_old)(step, forms)
        steps.append(step)
    return tuple(steps)


def _check_place(
    repo: Repository, path: str, target: Path, tree: str | None, parts: Parts, before: Leaf | None
) -> None:
    """Only a plain file in plain folders, in the history and on the disk."""
    if before and not before.is_plain:
        kind = "a folder" if before.is_folder else "no plain file but a link or a repository of its own"
        raise Refusal(f"{visible(path)} is {kind} in the history of this book. Nothing was changed.")
    for depth in range(1, len(parts)):
        above = repo.objects.find(tree, parts[:depth])
        if above is None:
            break
        if not above.is_folder:
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


def _check_new(step: Step, forms: Forms) -> None:
    """A file that is to be new; a draft that lies there unrecorded may be taken in as it is."""
    path = visible(step.change.path)
    if step.before:
        raise _stale(
            step, _shown(step, forms), f"{path} is in the history already, so it can't be recorded as new."
        )
    if step.found is not None and step.found != step.change.new:
        raise _stale(step, step.found, f"Another file is at {path} already, with other words in it.")


def _check_old(step: Step, forms: Forms) -> None:
    """A file that the reviewer has read; an edit already made outside may be recorded as it is."""
    path, change = visible(step.change.path), step.change
    old = change.old or b""
    if step.before is None:
        raise _stale(
            step,
            None,
            f"{path} was taken away since you read it."
            if step.found is None
            else f"{path} has never been recorded in the history, so it can't be amended yet. Record it "
            "first.",
        )
    if not forms.is_version(step.path, old, step.before.id):
        if step.found == old:
            raise _stale(
                step,
                _shown(step, forms),
                f"{path} was changed outside review-tui and that change is not recorded yet. Record it "
                "first.",
            )
        raise _stale(step, _shown(step, forms), f"{path} has been amended since you read it.")
    if step.found is None and change.new is not None:
        raise _stale(step, None, f"{path} is gone from its folder.")
    if step.found is not None and step.found != change.new and not forms.are_same(step.path, step.found, old):
        raise _stale(step, step.found, f"{path} has been changed outside review-tui since you read it.")


def _shown(step: Step, forms: Forms) -> bytes | None:
    if step.before is None or step.blob is None:
        return None
    return forms.shown(step.path, step.before.id, step.blob)


def _stale(step: Step, found: bytes | None, sentence: str) -> StaleDraft:
    return StaleDraft(
        f"{sentence} Nothing was written.", path=step.change.path, expected=step.change.old, found=found
    )
