"""Moves a branch to a new commit by compare-and-swap, and is never wrong about whether it moved."""

import contextlib
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from review_tui.domain.refusals import Refusal
from review_tui.domain.text import encode
from review_tui.domain.visible import visible
from review_tui.stores import durable
from review_tui.stores.git_history import tagging
from review_tui.stores.git_history.intent import IntendedTag
from review_tui.stores.git_history.locks import free
from review_tui.stores.git_history.preflight import branch_locks
from review_tui.stores.git_history.repository import Branch, Repository
from review_tui.stores.git_history.runner import NotStarted, Ran


class Unsure(Refusal):
    """It can't be told now whether the branch moved: what is needed to finish must stay where it is."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"It can't be told just now whether the amendment is recorded ({why}). Start again in a moment: "
            "it is then either finished, or its text is put aside and nothing is changed."
        )


_BUSY: Final = (
    "Another git program holds the branch {name} just now, so nothing was changed. Try again in a moment. "
    "If no other git program is running, remove the file it left: {lock}"
)


@dataclass(frozen=True, slots=True)
class Goal:
    """Where a branch is to stand, and the tag that is to be made with it."""

    commit: str
    subject: str
    """For the diary that git keeps of a branch."""
    tag: IntendedTag | None = None


def move(repo: Repository, branch: Branch, goal: Goal, env: Mapping[str, str]) -> bool:
    """Move ``branch`` to its goal if it still is where it was; whether it moved, ``False`` for a lost race.

    A tag is set in the same step: both or neither. Raises ``Unsure``, or another ``Refusal`` when git says
    no and nothing has changed.
    """
    began = time.time()
    try:
        ran = _asked(repo, branch, goal, env)
    except NotStarted as refusal:
        raise Unsure(str(refusal)) from refusal  # it may be running all the same
    except Refusal as refusal:
        return _found_out(repo, branch, goal, str(refusal))
    if ran.was_killed:
        with contextlib.suppress(OSError):
            free((*branch_locks(repo, branch.ref), *tagging.locks(repo, goal.tag)), since=began)
    if ran.code or (goal.tag and not ran.out.endswith(b"commit: ok\n")):
        return _found_out(repo, branch, goal, ran.reason)
    _flush(repo, branch, goal.tag)
    return True


def _asked(repo: Repository, branch: Branch, goal: Goal, env: Mapping[str, str]) -> Ran:
    before = branch.tip or "0" * len(goal.commit)
    if goal.tag is None:
        return repo.run.write("update-ref", "-m", goal.subject, branch.ref, goal.commit, before, env=env)
    # Opened and closed in words: a fault in reading the pipe can't pass for its end.
    steps = (
        *("start", f"update {branch.ref}", goal.commit, before),
        *(f"create {goal.tag.ref}", goal.tag.id, "prepare", "commit", ""),
    )
    data = encode("\0".join(steps))
    return repo.run.write("update-ref", "-m", goal.subject, "--stdin", "-z", data=data, env=env)


def _found_out(repo: Repository, branch: Branch, goal: Goal, reason: str) -> bool:
    """After git failed: whether the branch moved all the same; then the tag is made to follow it."""
    try:
        now = repo.branch_at(branch.ref).tip
        is_ours = now != branch.tip and repo.holds(now, goal.commit)
        tagged = goal.tag and tagging.settle(repo, goal.tag, recorded=is_ours)
    except (Refusal, OSError) as mishap:
        raise Unsure(visible(str(mishap))) from mishap
    if is_ours and tagged == tagging.Found.TAKEN:
        raise Unsure("the name of its tag was taken at the last moment")
    if now == branch.tip and tagged != tagging.Found.TAKEN:
        raise Refusal(_why_not(repo, branch, reason))
    if now is None:
        raise Unsure(reason)
    if is_ours:
        _flush(repo, branch, goal.tag)
    return is_ours


def _flush(repo: Repository, branch: Branch, tag: IntendedTag | None) -> None:
    """See that the new place of the branch is on the disk: git flushes the file but not its name."""
    try:
        durable.flush_folder((repo.common_dir / branch.ref).parent)
        if tag:
            tagging.flush(repo, tag)
    except FileNotFoundError:
        return  # branches are kept in another way here
    except OSError as mishap:
        raise Unsure(mishap.strerror or str(mishap)) from mishap


def _why_not(repo: Repository, branch: Branch, reason: str) -> str:
    for lock in branch_locks(repo, branch.ref):
        if lock.exists():
            return _BUSY.format(name=branch.name, lock=visible(str(lock)))
    return f"git would not move the branch {branch.name}: {reason}. Nothing was changed."
