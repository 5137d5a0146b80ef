"""What a repository's own settings would have git run: whoever made it may have named any program.

Nothing of it runs when a book is verified: what is read is git's objects. Some of it runs when something is
recorded (hooks, filters, signing) or sent (ssh, helpers).
"""

import os
import re
import stat
from collections.abc import Iterator
from typing import Final

from review_tui.adapters.git.config import parse_config
from review_tui.adapters.git.repository import Repository
from review_tui.model.text import decode
from review_tui.model.visible import visible

_PROGRAMS: Final = re.compile(
    r"core\.(fsmonitor|hookspath|sshcommand|editor|pager|askpass|gitproxy|alternaterefscommand)"
    r"|filter\..*\.(clean|smudge|process)|diff\.external|diff\..*\.(command|textconv)|merge\..*\.driver"
    r"|(difftool|mergetool|browser|man|web)\..*\.(cmd|path)|interactive\.difffilter|sequence\.editor"
    r"|credential\..*helper|gpg\.(.*\.)?program|gpg\.ssh\.defaultkeycommand|pager\..*"
    r"|remote\..*\.(uploadpack|receivepack|vcs)|uploadpack\.packobjectshook|trailer\..*\.(cmd|command)"
    r"|include(if\..*)?\.path|protocol\.ext\.allow|submodule\..*\.update",
    re.DOTALL,
)
"""Names of settings whose values are programs, or bring in files that name some."""
_HARMLESS: Final = frozenset(
    {"", "false", "no", "off", "0", "never", "checkout", "merge", "rebase", "none", "cat"}
)
_MOST_SHOWN: Final = 60
"""Characters of a value."""


def list_programs(repo: Repository) -> tuple[str, ...]:
    """A sentence for each program that the repository itself, and not its user, would have git run."""
    listed = repo.run.read("config", "--local", "--list", "-z")
    settings = parse_config(decode(listed.out)) if listed.code == 0 else parse_config("")
    found = [
        f"Its setting {visible(name)} has git run “{visible((value or '')[:_MOST_SHOWN])}”."
        for name, values in settings.values.items()
        for value in values
        if _is_program(name, value or "")
    ]
    return (*found, *_hooks(repo))


def _is_program(name: str, value: str) -> bool:
    if value.strip().casefold() in _HARMLESS:
        return False
    if name.startswith("alias."):
        return value.lstrip().startswith("!")
    if name.startswith(("remote.", "url.", "submodule.")) and name.endswith(
        (".url", ".pushurl", ".insteadof")
    ):
        return "::" in value
    return bool(_PROGRAMS.fullmatch(name.casefold()))


def _hooks(repo: Repository) -> Iterator[str]:
    """The hooks in the repository's own folder that git would run."""
    folder = repo.common_dir / "hooks"
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 -- names alone
    except OSError:
        return
    for name in names:
        try:
            mode = (folder / name).stat().st_mode
        except OSError:
            continue
        if stat.S_ISREG(mode) and mode & stat.S_IXUSR and not name.endswith(".sample"):
            yield f"Its hook {visible(name)} is run when git does what it is called after."
