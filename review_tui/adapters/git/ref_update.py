"""Moves a branch to a new commit by compare-and-swap, and is never wrong about whether it moved.

Branch and tag move in one transaction of git's, but on the disk that is one file after the other: both are in
the intent, and recovery finishes them or takes them back.
"""

import contextlib
import time
from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from typing import Final

from review_tui.adapters import durable_files
from review_tui.adapters.git.locks import remove_stale_locks
from review_tui.adapters.git.objects import strip_space
from review_tui.adapters.git.repository import Branch, Repository
from review_tui.adapters.git.runner import GitNotStarted, GitResult
from review_tui.application.ports import NewTag
from review_tui.model.errors import Refusal
from review_tui.model.frozen import frozen
from review_tui.model.text import decode, encode
from review_tui.model.visible import visible


@frozen
class TagUpdate:
    """A tag that is to stand on the new commit: both or neither."""

    ref: str
    """Full: ``refs/tags/minutes/2022-03-16-board``."""
    id: str
    """Of the tag's own object."""
    commit: str


class RefUpdateUncertain(Refusal):
    """It can't be told now whether the branch moved: what is needed to finish must stay where it is."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"It can't be told just now whether this is recorded ({why}). Start again in a moment: "
            "it is then either finished, or its text is put aside and nothing is changed."
        )


_BRANCH_LOCKED: Final = (
    "Another git program holds the branch {name} just now, so nothing was changed. Try again in a moment. "
    "If no other git program is running, remove the file it left: {lock}"
)


@frozen
class RefUpdate:
    """Where a branch is to stand, and the tag that is to be made with it."""

    commit: str
    subject: str
    """For the diary that git keeps of a branch."""
    tag: TagUpdate | None = None


def update_refs(repo: Repository, branch: Branch, update: RefUpdate, env: Mapping[str, str]) -> bool:
    """Move ``branch`` to its goal if it still is where it was; whether it moved, ``False`` for a lost race.

    A tag is set in the same step: both or neither. Raises ``RefUpdateUncertain``, or another ``Refusal`` when
    git says no and nothing has changed.
    """
    began = time.time()
    try:
        ran = _run_update_ref(repo, branch, update, env)
    except GitNotStarted as refusal:
        raise RefUpdateUncertain(str(refusal)) from refusal  # it may be running all the same
    except Refusal as refusal:
        return _find_outcome(repo, branch, update, str(refusal))
    if ran.was_killed:  # a git that is killed leaves its lock files behind
        with contextlib.suppress(OSError):
            remove_stale_locks((*branch_locks(repo, branch.ref), *tag_locks(repo, update.tag)), since=began)
    if ran.code or (update.tag and not ran.out.endswith(b"commit: ok\n")):
        return _find_outcome(repo, branch, update, ran.reason)
    _flush_refs(repo, branch, update.tag)
    return True


def _run_update_ref(repo: Repository, branch: Branch, update: RefUpdate, env: Mapping[str, str]) -> GitResult:
    before = branch.tip or "0" * len(update.commit)
    if update.tag is None:
        return repo.run.write("update-ref", "-m", update.subject, branch.ref, update.commit, before, env=env)
    # Opened and closed in words: a fault in reading the pipe can't pass for its end.
    steps = (
        *("start", f"update {branch.ref}", update.commit, before),
        *(f"create {update.tag.ref}", update.tag.id, "prepare", "commit", ""),
    )
    data = encode("\0".join(steps))
    return repo.run.write("update-ref", "-m", update.subject, "--stdin", "-z", data=data, env=env)


def _find_outcome(repo: Repository, branch: Branch, update: RefUpdate, reason: str) -> bool:
    """After git failed: whether the branch moved all the same; then the tag is made to follow it."""
    try:
        now = repo.branch_at(branch.ref).tip
        is_ours = now != branch.tip and repo.contains(now, update.commit)
        tagged = update.tag and reconcile_tag(repo, update.tag, recorded=is_ours)
    except (Refusal, OSError) as error:
        raise RefUpdateUncertain(visible(str(error))) from error
    if is_ours and tagged == TagState.TAKEN:
        raise RefUpdateUncertain("the name of its tag was taken at the last moment")
    if now == branch.tip and tagged != TagState.TAKEN:
        raise Refusal(_describe_failure(repo, branch, reason))
    if now is None:
        raise RefUpdateUncertain(reason)
    if is_ours:
        _flush_refs(repo, branch, update.tag)
    return is_ours


def _flush_refs(repo: Repository, branch: Branch, tag: TagUpdate | None) -> None:
    """See that the new place of the branch is on the disk: git flushes the file but not its name."""
    try:
        durable_files.flush_folder((repo.common_dir / branch.ref).parent)
        if tag:
            flush_tag(repo, tag)
    except FileNotFoundError:
        return  # branches are kept in another way here
    except OSError as error:
        raise RefUpdateUncertain(error.strerror or str(error)) from error


def _describe_failure(repo: Repository, branch: Branch, reason: str) -> str:
    for lock in branch_locks(repo, branch.ref):
        if lock.exists():
            return _BRANCH_LOCKED.format(name=branch.name, lock=visible(str(lock)))
    return f"git would not move the branch {branch.name}: {reason}. Nothing was changed."


TAGS: Final = "refs/tags/"


def check_tag_name(repo: Repository, tag: NewTag) -> None:
    """Raise ``Refusal`` when the name is taken, or is none."""
    ref = TAGS + tag.name
    shown = visible(tag.name)
    if "\0" in tag.name or repo.run.read("check-ref-format", ref).code:
        raise Refusal(f"“{shown}” can't be the name of a tag. Nothing was changed.")
    if "\0" in tag.message or not strip_space(tag.message):
        raise Refusal("A tag needs a message in plain words. Nothing was changed.")
    parts = ref.split("/")
    around = ["/".join(parts[:depth]) for depth in range(3, len(parts) + 1)]
    listed = repo.require_success(
        repo.run.read("for-each-ref", "--format=%(refname)", *around), "list the tags"
    )
    for found in decode(listed.out).split("\n")[:-1]:
        if found == ref:
            raise Refusal(f"There is a tag “{shown}” already, so nothing was changed. A tag is never moved.")
        if found.startswith(f"{ref}/") or ref.startswith(f"{found}/"):
            other = visible(found.removeprefix(TAGS))
            raise Refusal(
                f"There can be no tag “{shown}” beside the tag “{other}” that is there already, so nothing "
                "was changed."
            )


class TagState(Enum):
    """What was found where a tag of ours is to be settled."""

    CORRECT = "it stood, or was absent, as it should"
    REPAIRED = "it was set, or taken back, now"
    TAKEN = "another tag has the name"


def reconcile_tag(repo: Repository, tag: TagUpdate, *, recorded: bool) -> TagState:
    """See that a tag stands if its commit is ``recorded``, and does not if it is not. Raises ``Refusal``."""
    listed = repo.require_success(
        repo.run.read("for-each-ref", "--format=%(refname) %(objectname)", tag.ref), "read the tags"
    )
    lines = (line.rpartition(" ") for line in decode(listed.out).split("\n")[:-1])
    found = next((object_id for name, _, object_id in lines if name == tag.ref), None)
    if found not in {None, tag.id}:
        return TagState.TAKEN
    if recorded == (found is not None):
        return TagState.CORRECT
    if recorded:
        repo.require_success(repo.run.write("update-ref", tag.ref, tag.id, "0" * len(tag.id)), "set the tag")
        flush_tag(repo, tag)
    else:
        repo.require_success(repo.run.write("update-ref", "-d", tag.ref, tag.id), "take the tag back")
    return TagState.REPAIRED


def flush_tag(repo: Repository, tag: TagUpdate) -> None:
    """See that the name of a tag is on the disk: git flushes only what is in the file. Raises ``OSError``."""
    folder = (repo.common_dir / tag.ref).parent
    with contextlib.suppress(FileNotFoundError):  # tags are kept in another way here
        while folder != repo.common_dir:
            durable_files.flush_folder(folder)
            folder = folder.parent


def tag_locks(repo: Repository, tag: TagUpdate | None) -> tuple[Path, ...]:
    """The file by which a git program holds the tag, if there is to be one."""
    return (repo.common_dir / f"{tag.ref}.lock",) if tag else ()


def branch_locks(repo: Repository, ref: str) -> tuple[Path, Path]:
    """The files by which a git program holds the branch ``ref``."""
    return repo.common_dir / f"{ref}.lock", repo.git_dir / "HEAD.lock"
