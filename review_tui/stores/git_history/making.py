"""Makes a folder a repository: for the demo's throw-away copy, and when the clerk asks for it."""

import shutil
from pathlib import Path
from typing import Final

from review_tui.domain.people import Reviewer
from review_tui.domain.refusals import Refusal
from review_tui.domain.text import decode
from review_tui.domain.visible import visible
from review_tui.stores.git_history.attributes import write_attributes
from review_tui.stores.git_history.config import ASK_CONFIG, parse_config
from review_tui.stores.git_history.identity import Identity, identity
from review_tui.stores.git_history.runner import Runner, check_git

FIRST: Final = "Start the minute book"
"""The message of the first commit."""


def make_repository(folder: Path, reviewer: Reviewer | None = None, *, throw_away: bool = True) -> None:
    """Make ``folder`` a repository on a branch "main" and record everything in it as the first commit.

    A file of attributes is put beside it all, by which plain git shows differences well (see ``attributes``).
    ``reviewer`` becomes the identity of this repository; without one, git must know who is working. A
    ``throw_away`` repository takes none of the user's signing, hooks and line end settings. Raises
    ``Refusal`` when git does not know whom to name, or when the folder is a repository already.
    """
    check_git()
    if (folder / ".git").exists():
        raise Refusal(f"{visible(str(folder))} is a git repository already. Nothing was changed.")
    git = Runner(folder)
    config = parse_config(_must(git, *ASK_CONFIG))
    who = Identity(reviewer, reviewer) if reviewer else identity(config)
    _must(git, "init", "--quiet", "--template=", "--initial-branch=main")
    attributes = None
    try:
        attributes = write_attributes(folder)
        _begin(git, folder, reviewer, who, throw_away=throw_away)
    except BaseException:
        shutil.rmtree(folder / ".git", ignore_errors=True)  # made a moment ago, with nothing in it
        if attributes:
            attributes.unlink(missing_ok=True)
        raise


def _begin(git: Runner, folder: Path, reviewer: Reviewer | None, who: Identity, *, throw_away: bool) -> None:
    settings = {"user.name": reviewer.name, "user.email": reviewer.email} if reviewer else {}
    if throw_away:
        settings |= {"commit.gpgsign": "false", "tag.gpgsign": "false", "core.autocrlf": "false"}
        settings |= {"core.hooksPath": str(folder.resolve() / ".git" / "hooks")}
    for name, value in settings.items():
        _must(git, "config", "--local", name, value)
    _must(git, "add", "--all", "--force", "--", ".")
    _must(git, "commit", "--quiet", "--allow-empty", f"--message={FIRST}", env=who.env)


def _must(git: Runner, *args: str, env: dict[str, str] | None = None) -> str:
    ran = git.write(*args, env=env)
    if ran.code:
        raise Refusal(f"git could not make the repository: {ran.reason}.")
    return decode(ran.out)
