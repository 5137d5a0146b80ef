"""Why nothing can be recorded just now: one question after another, each with its own sentence."""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from review_tui.adapters.git import repository
from review_tui.adapters.git.config import LIST_CONFIG, Config, identity
from review_tui.adapters.git.ref_update import branch_locks
from review_tui.adapters.git.repository import BRANCHES, Repository
from review_tui.adapters.git.runner import GitResult
from review_tui.application.programs import UNANSWERED
from review_tui.model.errors import Refusal
from review_tui.model.frozen import frozen
from review_tui.model.text import decode
from review_tui.model.visible import visible

OLD_LOCK: Final = 60.0
"""Seconds after which a lock on the branch is taken to be left over; git holds one for milliseconds."""

_GIT_WITHOUT_EDITOR: Final = "git -c core.editor=true"
"""git that opens no editor for a message that nobody wants to write."""


@frozen
class _Operation:
    """Something that git has begun and not finished."""

    what: str
    finish: str
    give_up: str
    here: str = ""
    """How it is finished with this program, in a sentence, where it can."""


_BISECT: Final = _Operation(
    "Somebody is searching the history for when something changed (a bisect)",
    "git bisect reset",
    "git bisect reset",
)
_OPERATION_FILES: Final = (
    (
        "MERGE_HEAD",
        _Operation(
            "Somebody else's work is being put together with yours (a merge)",
            "git commit --no-edit",
            "git merge --abort",
            " This program can finish it: press y on the screen, or run review-tui settle. It asks only "
            "where both "
            "changed the same words. By hand:",
        ),
    ),
    (
        "rebase-merge",
        _Operation(
            "Your work is being put on top of somebody else's (a rebase)",
            f"{_GIT_WITHOUT_EDITOR} rebase --continue",
            "git rebase --abort",
        ),
    ),
    (
        "rebase-apply/applying",
        _Operation(
            "Changes that came by mail are being taken in (git am)",
            "git am --continue",
            "git am --abort",
        ),
    ),
    (
        "rebase-apply",
        _Operation(
            "Your work is being put on top of somebody else's (a rebase)",
            f"{_GIT_WITHOUT_EDITOR} rebase --continue",
            "git rebase --abort",
        ),
    ),
    (
        "CHERRY_PICK_HEAD",
        _Operation(
            "A change is being copied from elsewhere (a cherry-pick)",
            f"{_GIT_WITHOUT_EDITOR} cherry-pick --continue",
            "git cherry-pick --abort",
        ),
    ),
    (
        "REVERT_HEAD",
        _Operation(
            "An earlier change is being taken back with git (a revert)",
            f"{_GIT_WITHOUT_EDITOR} revert --continue",
            "git revert --abort",
        ),
    ),
    (
        "sequencer",
        _Operation(
            "Several changes are being copied or taken back with git",
            f"{_GIT_WITHOUT_EDITOR} cherry-pick --continue (or revert --continue)",
            "git cherry-pick --abort (or git revert --abort)",
        ),
    ),
    ("BISECT_START", _BISECT),
    ("BISECT_LOG", _BISECT),
)
"""What a file in git's folder says, the surest first."""
_MAX_PATHS_NAMED: Final = 3
"""Files that are named in what is to be typed."""
_OLD_STATE: Final = "You are looking at an old state of the files"
_ASK_SOMEBODY: Final = "If you know nothing of it, ask whoever looks after the files of this book."


def why_not_write(
    repo: Repository,
    config: Config | None = None,
    unmerged: Sequence[str] | None = None,
    *,
    takes_over: bool = False,
    runs_programs: bool = True,
) -> str:
    """Why nothing can be recorded in ``repo`` now, in a sentence for the reviewer; empty when it can.

    ``config`` and ``unmerged`` (paths that two versions still stand in) are asked of git when not given.
    With ``takes_over`` a merge that plain git has begun is no hindrance. ``runs_programs``: whether what the
    repository names would run, so that somebody has to have said that it may, or may not.
    """
    if why := repository.why_private_dir_unsafe(repo):
        return why
    operation = next(
        (
            it
            for name, it in _OPERATION_FILES
            if (repo.git_dir / name).exists() and not (takes_over and name == "MERGE_HEAD")
        ),
        None,
    )
    if operation:
        if unmerged is None:
            unmerged = _unmerged_paths(repo, repo.run.read("ls-files", "-u", "-z"))
        return _why_operation(repo, operation, unmerged)
    why = _why_no_branch(repo)
    if why:
        return why
    if config is None or unmerged is None:
        listed, settings = repo.run.read_both(("ls-files", "-u", "-z"), LIST_CONFIG)
        unmerged, config = _unmerged_paths(repo, listed), repo.config_from(settings)
    unsettled = "" if takes_over else _why_unmerged(repo, unmerged)
    unsaid = UNANSWERED if runs_programs and repo.may_run_programs(config) is None else ""
    return unsettled or unsaid or _why_no_identity(config) or _why_locked(repo)


def _why_no_branch(repo: Repository) -> str:
    ref = repo.ref()
    if ref.startswith(BRANCHES):
        return ""
    there = f"The history stands at {visible(ref)}, which is no branch" if ref else _OLD_STATE
    return (
        f"{there}, so what is recorded now would be lost. You can go on reading. To return to the newest "
        "state, type in a terminal, in this book's folder: git switch main (or whatever your branch is "
        f"called). {_ASK_SOMEBODY}"
    )


def _why_operation(repo: Repository, operation: _Operation, unmerged: Sequence[str]) -> str:
    """What was begun, that reading goes on, and what to type to finish it or to have all as it was before."""
    first = f"First {_how_to_resolve(unmerged)}. Then" if unmerged else "To finish it,"
    give_up = f" To give it up and have everything as before: {operation.give_up}."
    return (
        f"{operation.what}, and that is not finished. Nothing can be recorded until it is; you can go on "
        f"reading.{operation.here} {first} type in a terminal, in the folder {visible(str(repo.top))}: "
        f"{operation.finish}."
        f"{give_up if operation.give_up != operation.finish else ''} {_ASK_SOMEBODY}"
    )


def _how_to_resolve(unmerged: Sequence[str]) -> str:
    more = f" (and of {len(unmerged) - 1} more)" if len(unmerged) > 1 else ""
    return (
        f"make one of the two versions of {visible(unmerged[0])}{more}: keep the words that are right, take "
        f"out the lines that begin with <<<<<<<, ======= and >>>>>>>, and type: {_git_add_command(unmerged)}"
    )


def _git_add_command(unmerged: Sequence[str]) -> str:
    named = " ".join(f"'{visible(path)}'" for path in unmerged[:_MAX_PATHS_NAMED])
    return f"git add {named}{' and the others' if len(unmerged) > _MAX_PATHS_NAMED else ''}"


def _unmerged_paths(repo: Repository, listed: GitResult) -> list[str]:
    lines = decode(repo.require_success(listed, "read its list of files").out).split("\0")[:-1]
    return list(dict.fromkeys(line.partition("\t")[2] for line in lines))


def _why_unmerged(repo: Repository, paths: Sequence[str]) -> str:
    if not paths:
        return ""
    where = f"In a terminal, in the folder {visible(str(repo.top))}: {_how_to_resolve(paths)}."
    return (
        "Two people's work on the same words was put together and is not settled, so nothing can be "
        f"recorded. You can go on reading. {where} {_ASK_SOMEBODY}"
    )


def _why_no_identity(config: Config) -> str:
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
                f"Another git program took hold of this branch {_format_age(age)} ago and did not let go, so "
                "nothing can be recorded. If no git program is running here any more, remove the file it "
                f"left: {visible(str(lock))}"
            )
    return ""


def age_of(path: Path) -> float | None:
    """Seconds since ``path`` was written, or ``None`` when it is not there."""
    try:
        return time.time() - path.lstat().st_mtime
    except OSError:
        return None


def _format_age(seconds: float) -> str:
    for size, word in ((86_400, "day"), (3_600, "hour"), (60, "minute")):
        count = int(seconds // size)
        if count:
            return f"{count} {word}{'s' if count > 1 else ''}"
    return "a moment"
