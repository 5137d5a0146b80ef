"""Runs git, through GitPython, so that nothing of it surprises the reader.

Every run is a fixed list of arguments; nothing can ask on the terminal (no terminal, a session of its own, no
password programs); what a caller's shell exported about some other repository is left out; whatever git
says reaches a reader washed and as part of a sentence. GitPython is imported at the first run, not before.
"""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from review_tui.domain.refusals import BookUnusable, Refusal
from review_tui.domain.text import decode
from review_tui.domain.visible import visible
from review_tui.stores.git_history.talking import kill, talk

if TYPE_CHECKING:
    from git import Git

OLDEST = (2, 36)
"""The first git that can make branches durable (``core.fsync``) and run one hook (``git hook run``)."""

PATIENCE = 60.0
"""Seconds that git may take for one step. Steps that wait for people or hooks have longer."""

FIXED = (
    *("-c", "core.fsmonitor=false"),
    # Objects and branches reach the disk before git says that they are written.
    *("-c", "core.fsync=committed", "-c", "core.fsyncMethod=fsync"),
    *("-c", "core.warnAmbiguousRefs=false"),
    # Milliseconds to wait for another program to let go of a branch.
    *("-c", "core.filesRefLockTimeout=1500", "-c", "core.packedRefsTimeout=1500"),
    *("-c", "safe.bareRepository=explicit"),
    *("-c", "log.showSignature=false", "-c", "log.mailmap=false"),
    *("-c", "i18n.commitEncoding=UTF-8", "-c", "i18n.logOutputEncoding=UTF-8"),
    *("-c", "trailer.separators=:"),
    "--literal-pathspecs",
)
"""Given on every run but those of hooks, whose own git commands are the user's business."""

_QUIET = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_EDITOR": ":",
    "SSH_ASKPASS_REQUIRE": "force",
}
_READING = {"GIT_OPTIONAL_LOCKS": "0"}
NOT_INHERITED = (
    *("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_NAMESPACE", "GIT_PREFIX"),
    *("GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_QUARANTINE_PATH", "GIT_CONFIG"),
    *("GIT_GRAFT_FILE", "GIT_SHALLOW_FILE", "GIT_REPLACE_REF_BASE", "GIT_IMPLICIT_WORK_TREE"),
    *("GIT_INTERNAL_SUPER_PREFIX", "GIT_EXTERNAL_DIFF", "GIT_ATTR_SOURCE"),
    *("GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS"),
)
_LONGEST_SAYING = 2_000


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of one run of git."""

    code: int
    """0 when all went well."""
    out: bytes
    err: bytes

    @property
    def was_killed(self) -> bool:
        """Whether git was ended by a signal, so that it could not remove its locks."""
        return self.code < 0

    @property
    def words(self) -> str:
        """What git said, fit to show: no letter steers a terminal, and there are 2,000 at most."""
        said = "\n".join(part for part in (decode(self.err).strip(), decode(self.out).strip()) if part)
        shown = visible(said.replace("\r\n", "\n").expandtabs(), keep="\n")
        return shown if len(shown) <= _LONGEST_SAYING else shown[:_LONGEST_SAYING] + " …"

    @property
    def reason(self) -> str:
        """The last line of what git said, without its "fatal:", to be quoted within a sentence."""
        lines = [line.strip() for line in self.words.splitlines() if line.strip()] or ["it gave no reason"]
        telling = [line for line in lines if line.startswith(("fatal:", "error:"))] or lines
        return telling[-1].removeprefix("fatal:").removeprefix("error:").strip()


class NotStarted(Refusal):
    """git could not be started properly; when the system fails half-way it may be running all the same."""


class Runner:
    """Runs git in one folder."""

    def __init__(self, folder: Path) -> None:
        self._git = _gitpython(folder)
        self._folder = folder

    def read(self, *args: str, data: bytes | None = None, config: Sequence[str] = ()) -> Ran:
        """Run a git command that only looks: no lock is taken, replacements are not followed."""
        env = {"GIT_NO_REPLACE_OBJECTS": "1", **_READING}
        return self._run([*FIXED, *config, *args], data, env, PATIENCE)

    def read_both(self, one: Sequence[str], other: Sequence[str]) -> tuple[Ran, Ran]:
        """Two reading commands at the same time: half the wait."""
        env = {"GIT_NO_REPLACE_OBJECTS": "1", **_READING}
        first = self._popen([*FIXED, *one], env, talks=False)
        try:
            second = self.read(*other)
        except BaseException:
            kill(first)
            raise
        return _finish(first, None, PATIENCE), second

    def write(
        self,
        *args: str,
        data: bytes | None = None,
        env: Mapping[str, str] | None = None,
        config: Sequence[str] = (),
        patience: float = PATIENCE,
        without: Sequence[str] = (),
    ) -> Ran:
        """Run a git command that may change the repository. ``without``: variables not to hand on."""
        env = {"GIT_NO_REPLACE_OBJECTS": "1", **(env or {})}
        return self._run([*FIXED, *config, *args], data, env, patience, without)

    def hook(self, name: str, *args: str, env: Mapping[str, str], patience: float) -> Ran:
        """Run the user's hook ``name`` as ``git commit`` would; nothing happens when there is none."""
        words = {"LC_ALL": os.environ.get("LC_ALL", ""), "LANGUAGE": os.environ.get("LANGUAGE", "")}
        return self._run(
            ["hook", "run", "--ignore-missing", name, "--", *args], None, {**words, **env}, patience
        )

    def start(self, *args: str) -> "subprocess.Popen[bytes]":
        """Start a reading git command to talk to through pipes. The caller ends it."""
        env = {"GIT_NO_REPLACE_OBJECTS": "1", **_READING}
        return self._popen([*FIXED, *args], env, talks=True)

    @property
    def version(self) -> tuple[int, ...]:
        """Of git."""
        return self._git.version_info

    def _run(
        self,
        args: Sequence[str],
        data: bytes | None,
        env: Mapping[str, str],
        patience: float,
        without: Sequence[str] = (),
    ) -> Ran:
        process = self._popen(args, env, talks=data is not None, without=without)
        return _finish(process, data, patience)

    def _popen(
        self, args: Sequence[str], env: Mapping[str, str], *, talks: bool, without: Sequence[str] = ()
    ) -> "subprocess.Popen[bytes]":
        surroundings = {**_QUIET, **_askpass(), **env}
        inherited = [
            name for name in (*NOT_INHERITED, *without) if name in os.environ and name not in surroundings
        ]
        # GitPython hands on all of os.environ; env(1) takes out what it can't.
        stripped = ["env", *(part for name in inherited for part in ("-u", name))] if inherited else []
        try:
            started = self._git.execute(
                # GitPython would fall back to the program's own folder if this one were gone; "-C" does not.
                [*stripped, self._git.GIT_PYTHON_GIT_EXECUTABLE or "git", "-C", str(self._folder), *args],
                istream=subprocess.PIPE if talks else None,
                as_process=True,
                env=surroundings,
                start_new_session=True,
            )
        except Exception as mishap:
            raise NotStarted(f"git can't be started: {visible(str(mishap))}.") from mishap
        process = started.proc
        started.proc = None  # or it would be ended with its wrapper
        if process is None:
            raise NotStarted("git can't be started.")
        return process


def _finish(process: "subprocess.Popen[bytes]", data: bytes | None, patience: float) -> Ran:
    try:
        out, err = talk(process, data, patience)
    except TimeoutError:
        kill(process)
        raise Refusal(
            f"git gave no answer within {patience:.0f} seconds and was stopped. It may be waiting for a "
            "password or a slow disk. Try again."
        ) from None
    except OSError as mishap:
        kill(process)
        raise Refusal(f"git can't be spoken to: {mishap.strerror}. Try again.") from mishap
    except BaseException:
        kill(process)
        raise
    return Ran(process.returncode, out, err)


def check_git() -> None:
    """Raise ``BookUnusable`` when git is not installed."""
    if not (os.environ.get("GIT_PYTHON_GIT_EXECUTABLE") or shutil.which("git")):
        raise BookUnusable(
            "git is not installed, so amendments can't be recorded. Install git 2.36 or newer and start "
            "again."
        )


def _gitpython(folder: Path) -> "Git":
    check_git()
    from git import Git  # noqa: PLC0415 -- 116 ms that no first paint should wait for

    return Git(folder)


def _askpass() -> dict[str, str]:
    """The user's own password window where there is a desktop to show it on, else one that says no."""
    has_desktop = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return {} if has_desktop and os.environ.get("SSH_ASKPASS") else {"SSH_ASKPASS": "false"}
