"""Makes a folder a repository: for the demo's throw-away copy, and when the clerk asks for it."""

import shutil
from pathlib import Path
from typing import Final

from review_tui.adapters import durable_files
from review_tui.adapters.git.config import LIST_CONFIG, Identity, identity, parse_config
from review_tui.adapters.git.runner import GitRunner, check_git
from review_tui.model.errors import Refusal
from review_tui.model.people import Reviewer
from review_tui.model.text import decode
from review_tui.model.visible import visible

FIRST_MESSAGE: Final = "Start the minute book"
"""The message of the first commit."""


def make_repository(folder: Path, reviewer: Reviewer | None = None, *, throw_away: bool = True) -> None:
    """Make ``folder`` a repository on a branch "main" and record everything in it as the first commit.

    A file of attributes is put beside it all, by which plain git shows differences well (see ``ATTRIBUTES``).
    ``reviewer`` becomes the identity of this repository; without one, git must know who is working. A
    ``throw_away`` repository takes none of the user's signing, hooks and line end settings. Raises
    ``Refusal`` when git does not know whom to name, or when the folder is a repository already.
    """
    check_git()
    folder = folder.absolute()  # git is run in the folder, where a way from here leads nowhere
    if (folder / ".git").exists():
        raise Refusal(f"{visible(str(folder))} is a git repository already. Nothing was changed.")
    git = GitRunner(folder)
    config = parse_config(_run_git(git, *LIST_CONFIG))
    who = Identity(reviewer, reviewer) if reviewer else identity(config)
    _run_git(git, "init", "--quiet", "--template=", "--initial-branch=main")
    attributes = None
    try:
        attributes = write_attributes(folder)
        _first_commit(git, folder, reviewer, who, throw_away=throw_away)
    except BaseException:
        shutil.rmtree(folder / ".git", ignore_errors=True)  # made a moment ago, with nothing in it
        if attributes:
            attributes.unlink(missing_ok=True)
        raise


def _first_commit(
    git: GitRunner, folder: Path, reviewer: Reviewer | None, who: Identity, *, throw_away: bool
) -> None:
    settings = {"user.name": reviewer.name, "user.email": reviewer.email} if reviewer else {}
    if throw_away:
        settings |= {"commit.gpgsign": "false", "tag.gpgsign": "false", "core.autocrlf": "false"}
        settings |= {"core.hooksPath": str(folder.resolve() / ".git" / "hooks")}
    for name, value in settings.items():
        _run_git(git, "config", "--local", name, value)
    _run_git(git, "add", "--all", "--force", "--", ".")
    _run_git(git, "commit", "--quiet", "--allow-empty", f"--message={FIRST_MESSAGE}", env=who.env)


def _run_git(git: GitRunner, *args: str, env: dict[str, str] | None = None) -> str:
    ran = git.write(*args, env=env)
    if ran.code:
        raise Refusal(f"git could not make the repository: {ran.reason}.")
    return decode(ran.out)


ATTRIBUTES_FILE: Final = ".gitattributes"
ATTRIBUTES: Final = """\
# For "git diff --word-diff" and "git log -p": the heading above each change is shown, and the two spaces that
# break a line in Markdown are no mistake. Nothing here changes a byte of any file.
*.md diff=markdown whitespace=-blank-at-eol,-blank-at-eof,cr-at-eol
# Acts are written by review-tui, one small file each, and never changed.
**/acts/*.yaml linguist-generated
"""
"""They must not speak of line ends or filters: see ``content_filters``."""


def write_attributes(folder: Path) -> Path | None:
    """Give a book its attributes, unless the folder, or one right below it, has some. The file made."""
    if any(
        (place / ATTRIBUTES_FILE).exists() for place in (folder, *(p for p in folder.iterdir() if p.is_dir()))
    ):
        return None
    durable_files.write_new(folder / ATTRIBUTES_FILE, ATTRIBUTES.encode("ascii"))
    return folder / ATTRIBUTES_FILE
