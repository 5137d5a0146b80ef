"""What a repository's own settings would have git run: whoever made it may have named any program.

Nothing of it runs when a book is read or verified, whatever was answered of it. Where somebody said that it
may, some of it runs when something is recorded: hooks, filters, programs that sign.
"""

import hashlib
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from review_tui.adapters.git.config import Config
from review_tui.application.programs import NamedPrograms
from review_tui.model.visible import visible

_ON_RECORDING: Final = re.compile(
    r"core\.hookspath|hook\..*\.command|filter\..*\.(clean|smudge|process)"
    r"|gpg\.(.*\.)?program|gpg\.ssh\.defaultkeycommand",
    re.DOTALL,
)
"""Names of settings whose values are programs that run when something is recorded."""
_BY_GIT: Final = re.compile(
    r"core\.(fsmonitor|sshcommand|editor|pager|askpass|gitproxy|alternaterefscommand)"
    r"|diff\.external|diff\..*\.(command|textconv)|merge\..*\.driver"
    r"|(difftool|mergetool|browser|man|web)\..*\.(cmd|path)|interactive\.difffilter|sequence\.editor"
    r"|credential\.(.*\.)?helper|pager\..*|(remote\..*|http|http\..*)\.proxy"
    r"|remote\..*\.(uploadpack|receivepack|vcs)|uploadpack\.packobjectshook|trailer\..*\.(cmd|command)"
    r"|include(if\..*)?\.path|protocol\.(.*\.)?allow|submodule\..*\.update|sendemail\..*cmd"
    r"|url\..*\.(insteadof|pushinsteadof)|init\.templatedir|extensions\.partialclone",
    re.DOTALL,
)
"""The same for programs that only git runs, where somebody uses it by hand; and what brings in such settings
or has git speak to another place."""
_HARMLESS: Final = frozenset(
    {"", "false", "no", "off", "0", "never", "checkout", "merge", "rebase", "none", "cat"}
)
_MOST_SHOWN: Final = 60
"""Characters of a value."""
_HOOKS_RUN: Final = frozenset(
    {
        *("pre-commit", "prepare-commit-msg", "commit-msg", "post-commit"),
        *("reference-transaction", "post-index-change"),
    }
)
"""Hooks that are run when something is recorded here, by us or by the git commands that we use."""
_HOOKS_PATH: Final = "core.hookspath"
_SIGNS: Final = ("commit.gpgsign", "tag.gpgsign", "tag.forcesignannotated")
_SIGNING: Final = "gpg."
_PIECE: Final = 1 << 16
"""Bytes of a hook that are read at a time."""


def named_programs(top: Path, common_dir: Path, config: Config) -> NamedPrograms:
    """The programs that the repository itself, and not its user, would have run.

    ``top`` is the topmost folder of its files, ``common_dir`` where its settings are.
    """
    named = [
        (name, value or "") for name, values in sorted(config.local.items()) for value in values if value
    ]
    folders = list(dict.fromkeys(_hook_folders(top, common_dir, config)))
    signs = any(config.is_on(name) for name in _SIGNS)
    running: list[str] = []
    others: list[str] = []
    bound = hashlib.sha256()
    for name, value in named:
        if name == _HOOKS_PATH and top / value == common_dir / "hooks":
            continue  # where git would look without it
        is_run = is_on_recording(name) and (signs or not name.startswith(_SIGNING))
        if value.strip().casefold() in _HARMLESS or not (is_on_recording(name) or _is_by_git(name, value)):
            continue
        sentence = f"Its setting {visible(name)} names “{_shortened(value)}”."
        (running if is_run else others).append(sentence)
        bound.update(f"{name}\n{value}\0".encode("utf-8", "surrogateescape"))
    for hook in (hook for folder in folders for hook in _hooks(folder)):
        of_ours = hook.name in _HOOKS_RUN
        where = "when something is recorded" if of_ours else "when git does what it is called after"
        (running if of_ours else others).append(f"Its hook {visible(hook.name)} is run {where}.")
        bound.update(f"{hook.name}\n{_digest(hook)}\0".encode("utf-8", "surrogateescape"))
    is_any = bool(running or others)
    return NamedPrograms(tuple(running), tuple(others), bound.hexdigest() if is_any else "")


def is_on_recording(name: str) -> bool:
    """Whether a setting names a program that runs when something is recorded."""
    return bool(_ON_RECORDING.fullmatch(name.casefold()))


def without_programs(config: Config) -> tuple[str, ...]:
    """Options by which git runs, when it records, no program that the repository itself names.

    Those of the user are run as always.
    """
    own = config.own.get(_HOOKS_PATH)
    options = ["-c", f"core.hooksPath={(own[-1] if own else None) or os.devnull}"]
    for name in config.local:
        if name.startswith("hook."):
            options += ["-c", f"hook.{name.split('.', 1)[1].rpartition('.')[0]}.enabled=false"]
        elif name.startswith(_SIGNING) and is_on_recording(name):
            usual = {"gpg.x509.program": "gpgsm", "gpg.ssh.program": "ssh-keygen"}
            usual |= {"gpg.ssh.defaultkeycommand": "", "gpg.program": "gpg", "gpg.openpgp.program": "gpg"}
            given = (config.own.get(name) or config.own.get("gpg.program") or [None])[-1]
            options += ["-c", f"{name}={given or usual.get(name.casefold(), os.devnull)}"]
    return tuple(options)


def _is_by_git(name: str, value: str) -> bool:
    if name.startswith("alias."):
        return value.lstrip().startswith(("!", "-"))
    if name.startswith(("remote.", "submodule.")) and name.endswith((".url", ".pushurl")):
        return "::" in value
    return bool(_BY_GIT.fullmatch(name.casefold()))


def _shortened(value: str) -> str:
    return visible(value[:_MOST_SHOWN]) + ("…" if len(value) > _MOST_SHOWN else "")


def _hook_folders(top: Path, common_dir: Path, config: Config) -> Iterator[Path]:
    """Where git looks for the repository's hooks, or would; not where it looks for its user's instead."""
    elsewhere = [value for value in config.local.get(_HOOKS_PATH, ()) if value]
    if elsewhere or _HOOKS_PATH not in config.own:
        yield common_dir / "hooks"
    for value in elsewhere:
        yield top / Path(value).expanduser()


def _hooks(folder: Path) -> Iterator[Path]:
    """The programs in a folder that git would take for hooks."""
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
            yield folder / name


def _digest(path: Path) -> str:
    """What a program's file holds, in short."""
    found = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                found.update(piece)
    except OSError:
        return "unreadable"
    return found.hexdigest()
