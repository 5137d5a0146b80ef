"""Moves a branch to a new commit by compare-and-swap, and is never wrong about whether it moved."""

import contextlib
import time
from collections.abc import Mapping
from typing import Final

from review_tui.domain.refusals import Refusal
from review_tui.domain.visible import visible
from review_tui.stores import durable
from review_tui.stores.git_history.locks import free
from review_tui.stores.git_history.preflight import branch_locks
from review_tui.stores.git_history.repository import Branch, Repository
from review_tui.stores.git_history.runner import NotStarted

_ANCESTOR, _NO_ANCESTOR = 0, 1


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


def move(repo: Repository, branch: Branch, commit: str, subject: str, env: Mapping[str, str]) -> bool:
    """Move ``branch`` to ``commit`` if it still is where it was; whether it moved, ``False`` for a lost race.

    Raises ``Unsure``, or another ``Refusal`` when git says no and nothing has changed.
    """
    began = time.time()
    try:
        nowhere = "0" * len(commit)
        ran = repo.run.write("update-ref", "-m", subject, branch.ref, commit, branch.tip or nowhere, env=env)
    except NotStarted as refusal:
        raise Unsure(str(refusal)) from refusal  # it may be running all the same
    except Refusal as refusal:
        return _found_out(repo, branch, commit, str(refusal))
    if ran.was_killed:
        with contextlib.suppress(OSError):
            free(branch_locks(repo, branch.ref), since=began)
    if ran.code:
        return _found_out(repo, branch, commit, ran.reason)
    _flush(repo, branch)
    return True


def _found_out(repo: Repository, branch: Branch, commit: str, reason: str) -> bool:
    """After git failed: whether the branch moved all the same."""
    try:
        now = repo.branch_at(branch.ref).tip
        has_ours = now not in {None, branch.tip} and (now == commit or _is_ancestor(repo, commit, now))
    except (Refusal, OSError) as mishap:
        raise Unsure(visible(str(mishap))) from mishap
    if now == branch.tip:
        raise Refusal(_why_not(repo, branch, reason))
    if now is None:
        raise Unsure(reason)
    if has_ours:
        _flush(repo, branch)
    return has_ours


def _is_ancestor(repo: Repository, commit: str, now: str | None) -> bool:
    """Whether somebody else has built on ``commit`` already."""
    ran = repo.run.read("merge-base", "--is-ancestor", commit, now or "")
    if ran.code not in {_ANCESTOR, _NO_ANCESTOR}:
        raise Refusal(ran.reason)
    return ran.code == _ANCESTOR


def _flush(repo: Repository, branch: Branch) -> None:
    """See that the new place of the branch is on the disk: git flushes the file but not its name."""
    try:
        durable.flush_folder((repo.common_dir / branch.ref).parent)
    except FileNotFoundError:
        return  # branches are kept in another way here
    except OSError as mishap:
        raise Unsure(mishap.strerror or str(mishap)) from mishap


def _why_not(repo: Repository, branch: Branch, reason: str) -> str:
    for lock in branch_locks(repo, branch.ref):
        if lock.exists():
            return _BUSY.format(name=branch.name, lock=visible(str(lock)))
    return f"git would not move the branch {branch.name}: {reason}. Nothing was changed."
