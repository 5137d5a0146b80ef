"""Why nothing can be recorded just now: one question after another, each with its own sentence."""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from review_tui.domain.refusals import Refusal
from review_tui.domain.text import decode
from review_tui.domain.visible import visible
from review_tui.stores.git_history.config import ASK_CONFIG, Config
from review_tui.stores.git_history.identity import identity
from review_tui.stores.git_history.repository import BRANCHES, Repository
from review_tui.stores.git_history.runner import Ran

OLD_LOCK: Final = 60.0
"""Seconds after which a lock on the branch is taken to be left over; git holds one for milliseconds."""

_UNDER_WAY: Final = (
    ("MERGE_HEAD", "Two versions of the files are being put together (a merge)", "git merge"),
    ("rebase-merge", "Commits are being moved (a rebase)", "git rebase"),
    ("rebase-apply", "Commits are being moved or patches applied", "git rebase (or git am)"),
    ("CHERRY_PICK_HEAD", "A commit is being copied from elsewhere (a cherry-pick)", "git cherry-pick"),
    ("REVERT_HEAD", "A commit is being undone (a revert)", "git revert"),
    ("sequencer", "Several commits are being copied or undone", "git cherry-pick (or git revert)"),
)


def why_not_write(
    repo: Repository, config: Config | None = None, unmerged: Sequence[str] | None = None
) -> str:
    """Why nothing can be recorded in ``repo`` now, in a sentence for the reviewer; empty when it can.

    ``config`` and ``unmerged`` (paths that two versions still stand in) are asked of git when not given.
    """
    why = _why_no_branch(repo) or _why_under_way(repo)
    if why:
        return why
    if config is None or unmerged is None:
        listed, settings = repo.run.read_both(("ls-files", "-u", "-z"), ASK_CONFIG)
        unmerged, config = _unmerged(repo, listed), repo.config_from(settings)
    return _why_unmerged(unmerged) or _why_nobody(config) or _why_locked(repo)


def _why_no_branch(repo: Repository) -> str:
    ref = repo.ref()
    if ref.startswith(BRANCHES):
        return ""
    if ref:
        return (
            f"The history is at {visible(ref)}, which is not a branch, so amendments have nowhere to go. "
            "Return to a branch first: git switch main"
        )
    return (
        "You are looking at an old state of the files, not at a branch, so an amendment made now would be "
        "lost. Return to your branch first: git switch main (or whatever your branch is called)"
    )


def _why_under_way(repo: Repository) -> str:
    if (repo.git_dir / "BISECT_LOG").exists() or (repo.git_dir / "BISECT_START").exists():
        return (
            "A search through the history (a bisect) is under way, so nothing can be recorded. End it "
            "first: git bisect reset"
        )
    for name, what, command in _UNDER_WAY:
        if (repo.git_dir / name).exists():
            return (
                f"{what} and that is not finished yet, so nothing can be recorded. Finish it or give it up "
                f"first: {command} --continue, or --abort"
            )
    return ""


def _unmerged(repo: Repository, listed: Ran) -> list[str]:
    lines = decode(repo.must(listed, "read its list of files").out).split("\0")[:-1]
    return list(dict.fromkeys(line.partition("\t")[2] for line in lines))


def _why_unmerged(paths: Sequence[str]) -> str:
    if not paths:
        return ""
    more = f" and {len(paths) - 1} more" if len(paths) > 1 else ""
    return (
        f"Two versions of {visible(paths[0])}{more} have not been put together yet, so nothing can be "
        f"recorded. Settle the wording in the file and then run: git add '{visible(paths[0])}'"
    )


def _why_nobody(config: Config) -> str:
    try:
        identity(config)
    except Refusal as refusal:
        return str(refusal)
    return ""


def _why_locked(repo: Repository) -> str:
    for lock in branch_locks(repo, repo.ref()):
        age = age_of(lock)
        if age is not None and age > OLD_LOCK:
            return (
                f"Another git program took hold of this branch {_spoken(age)} ago and did not let go, so "
                "nothing can be recorded. If no git program is running here any more, remove the file it "
                f"left: {visible(str(lock))}"
            )
    return ""


def branch_locks(repo: Repository, ref: str) -> tuple[Path, Path]:
    """The files by which a git program holds the branch ``ref``."""
    return repo.common_dir / f"{ref}.lock", repo.git_dir / "HEAD.lock"


def age_of(path: Path) -> float | None:
    """Seconds since ``path`` was written, or ``None`` when it is not there."""
    try:
        return time.time() - path.lstat().st_mtime
    except OSError:
        return None


def _spoken(seconds: float) -> str:
    for size, word in ((86_400, "day"), (3_600, "hour"), (60, "minute")):
        count = int(seconds // size)
        if count:
            return f"{count} {word}{'s' if count > 1 else ''}"
    return "a moment"
