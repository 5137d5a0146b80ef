"""Runs git, through GitPython, so that nothing of it surprises the reader.

Every run is a fixed list of arguments; nothing can ask on the terminal (no terminal, a session of its own, no
password programs); what a caller's shell exported about some other repository is left out; whatever git
says reaches a reader washed and as part of a sentence. GitPython is imported at the first run, not before.
"""

import contextlib
import os
import selectors
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Final

from review_tui.adapters.system_errors import start_trouble, system_trouble
from review_tui.model.errors import Refusal, UnusableBook
from review_tui.model.frozen import frozen
from review_tui.model.text import decode
from review_tui.model.visible import visible

if TYPE_CHECKING:
    from git import Git

OLDEST_VERSION = (2, 36)
"""The first git that can make branches durable (``core.fsync``) and run one hook (``git hook run``)."""

TIMEOUT = 60.0
"""Seconds that git may take for one step. Steps that wait for people or hooks have longer."""

GLOBAL_OPTIONS = (
    # A repository could name a program here that git would start on every look at the work tree.
    *("-c", "core.fsmonitor=false"),
    # Objects and branches reach the disk before git says that they are written.
    *("-c", "core.fsync=committed", "-c", "core.fsyncMethod=fsync"),
    *("-c", "core.warnAmbiguousRefs=false"),
    # Milliseconds to wait for another program to let go of a branch.
    *("-c", "core.filesRefLockTimeout=1500", "-c", "core.packedRefsTimeout=1500"),
    # A bare repository hidden among the files of a book would bring settings, and so programs, of its own
    # (git 2.38 and later; older ones pass over the setting).
    *("-c", "safe.bareRepository=explicit"),
    # What the user likes to see of a log is not what we parse.
    *("-c", "log.showSignature=false", "-c", "log.mailmap=false"),
    *("-c", "i18n.commitEncoding=UTF-8", "-c", "i18n.logOutputEncoding=UTF-8"),
    *("-c", "trailer.separators=:"),
    # A file called "*.md" or ":(top)x" is that file.
    "--literal-pathspecs",
)
"""Given on every run but those of hooks, whose own git commands are the user's business."""

# The terminal is the screen's: whoever asked there would wait for ever.
_NO_PROMPTS = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_EDITOR": ":",
    "SSH_ASKPASS_REQUIRE": "force",
}
_ISOLATED_ENV = {
    "GIT_NO_REPLACE_OBJECTS": "1",
    # Nothing is ever fetched, whatever the repository says about where its missing parts are: a fetch runs
    # programs that its settings name. Older gits know the second only; they fail when something is missing.
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
}
"""For every run but those of hooks, as ``GLOBAL_OPTIONS``."""
# Looking must not take the index's lock to refresh it: the user's own git would fail meanwhile.
_READ_ONLY_ENV = {"GIT_OPTIONAL_LOCKS": "0"}
NOT_INHERITED = (
    *("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_NAMESPACE", "GIT_PREFIX"),
    *("GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_QUARANTINE_PATH", "GIT_CONFIG"),
    *("GIT_GRAFT_FILE", "GIT_SHALLOW_FILE", "GIT_REPLACE_REF_BASE", "GIT_IMPLICIT_WORK_TREE"),
    *("GIT_INTERNAL_SUPER_PREFIX", "GIT_EXTERNAL_DIFF", "GIT_ATTR_SOURCE"),
    *("GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS"),
)
_MAX_MESSAGE = 2_000
"""Characters of git's that fit on a screen; a hook can print without end."""


@frozen
class GitResult:
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
    def message(self) -> str:
        """What git said, fit to show: no letter steers a terminal, and there are 2,000 at most."""
        said = "\n".join(part for part in (decode(self.err).strip(), decode(self.out).strip()) if part)
        shown = visible(said.replace("\r\n", "\n").expandtabs(), keep="\n")
        return shown if len(shown) <= _MAX_MESSAGE else shown[:_MAX_MESSAGE] + " …"

    @property
    def reason(self) -> str:
        """The last line of what git said, without its "fatal:", to be quoted within a sentence."""
        lines = [line.strip() for line in self.message.splitlines() if line.strip()] or ["it gave no reason"]
        errors = [line for line in lines if line.startswith(("fatal:", "error:"))] or lines
        return errors[-1].removeprefix("fatal:").removeprefix("error:").strip()


class GitNotStarted(Refusal):
    """git could not be started properly; when the system fails half-way it may be running all the same."""


class GitRunner:
    """Runs git in one folder."""

    def __init__(self, folder: Path, options: Sequence[str] = ()) -> None:
        """``options`` are given on every run that may change something, after all others."""
        self._git = _gitpython(folder)
        self._folder = folder
        self._options = options

    def without_hooks(self) -> "GitRunner":
        """The same, but no hook of the repository is run."""
        return self.with_options(("-c", "core.hooksPath=/dev/null"))

    def with_options(self, options: Sequence[str]) -> "GitRunner":
        """The same, with these on every run that may change something."""
        return GitRunner(self._folder, options)

    def read(self, *args: str, data: bytes | None = None, config: Sequence[str] = ()) -> GitResult:
        """Run a git command that only looks: no lock is taken, replacements are not followed."""
        env = {**_ISOLATED_ENV, **_READ_ONLY_ENV}
        return self._run_process([*GLOBAL_OPTIONS, *config, *args], data, env, TIMEOUT)

    def read_both(self, one: Sequence[str], other: Sequence[str]) -> tuple[GitResult, GitResult]:
        """Two reading commands at the same time: half the wait."""
        env = {**_ISOLATED_ENV, **_READ_ONLY_ENV}
        first = self._popen([*GLOBAL_OPTIONS, *one], env, threads=False)
        try:
            second = self.read(*other)
        except BaseException:
            kill_process(first)
            raise
        return _collect(first, None, TIMEOUT), second

    def write(
        self,
        *args: str,
        data: bytes | None = None,
        env: Mapping[str, str] | None = None,
        config: Sequence[str] = (),
        timeout: float = TIMEOUT,
        unset: Sequence[str] = (),
        meanwhile: Callable[[], None] = lambda: None,
    ) -> GitResult:
        """Run a git command that may change the repository. ``unset``: variables not to hand on.

        ``meanwhile`` is done while git works; what it raises ends git and is raised here.
        """
        env = {**_ISOLATED_ENV, **(env or {})}
        options = [*GLOBAL_OPTIONS, *self._options, *config]
        return self._run_process([*options, *args], data, env, timeout, unset, meanwhile)

    def watched(
        self,
        *args: str,
        env: Mapping[str, str],
        unset: Sequence[str],
        listen: Callable[[bytes], None],
        silence: float,
    ) -> GitResult:
        """Run a git command that may take long. ``listen`` hears what it says, and ends it by raising.

        It is heard at least twice a second. ``silence``: seconds without a word after which it is given up.
        """
        whole = {"GIT_NO_REPLACE_OBJECTS": "1", "LC_ALL": "C", **env}
        process = self._popen([*GLOBAL_OPTIONS, *args], whole, threads=False, unset=unset)
        return _collect(process, None, silence, listen)

    def hook(self, name: str, *args: str, env: Mapping[str, str], timeout: float) -> GitResult:
        """Run the user's hook ``name`` as ``git commit`` would; nothing happens when there is none."""
        locale = {"LC_ALL": os.environ.get("LC_ALL", ""), "LANGUAGE": os.environ.get("LANGUAGE", "")}
        return self._run_process(
            [*self._options, "hook", "run", "--ignore-missing", name, "--", *args],
            None,
            {**locale, **env},
            timeout,
        )

    def start(self, *args: str) -> "subprocess.Popen[bytes]":
        """Start a reading git command to talk to through pipes. The caller ends it."""
        env = {**_ISOLATED_ENV, **_READ_ONLY_ENV}
        return self._popen([*GLOBAL_OPTIONS, *args], env, threads=True)

    @property
    def version(self) -> tuple[int, ...]:
        """Of git. Raises ``UnusableBook`` when it does not say."""
        try:
            return self._git.version_info
        except Exception as error:
            raise UnusableBook(f"git can't be used: {start_trouble(error)}.") from error

    def _run_process(
        self,
        args: Sequence[str],
        data: bytes | None,
        env: Mapping[str, str],
        timeout: float,
        unset: Sequence[str] = (),
        meanwhile: Callable[[], None] = lambda: None,
    ) -> GitResult:
        process = self._popen(args, env, threads=data is not None, unset=unset)
        try:
            meanwhile()
        except BaseException:
            kill_process(process)
            raise
        return _collect(process, data, timeout)

    def _popen(
        self, args: Sequence[str], env: Mapping[str, str], *, threads: bool, unset: Sequence[str] = ()
    ) -> "subprocess.Popen[bytes]":
        """Start git in a session of its own, so that all it starts ends with it. Raises ``GitNotStarted``."""
        environment = {**_NO_PROMPTS, **_askpass(), **env}
        inherited = [
            name for name in (*NOT_INHERITED, *unset) if name in os.environ and name not in environment
        ]
        # GitPython hands on all of os.environ; env(1) takes out what it can't.
        stripped = ["env", *(part for name in inherited for part in ("-u", name))] if inherited else []
        try:
            started = self._git.execute(
                # GitPython would fall back to the program's own folder if this one were gone; "-C" does not.
                [*stripped, self._git.GIT_PYTHON_GIT_EXECUTABLE or "git", "-C", str(self._folder), *args],
                istream=subprocess.PIPE if threads else None,
                as_process=True,
                env=environment,
                start_new_session=True,
            )
        except Exception as error:
            raise GitNotStarted(f"git can't be started: {start_trouble(error)}.") from error
        process = started.proc
        started.proc = None  # or it would be ended with its wrapper
        if process is None:
            raise GitNotStarted("git can't be started.")
        return process


def _collect(
    process: "subprocess.Popen[bytes]",
    data: bytes | None,
    timeout: float,
    listen: Callable[[bytes], None] | None = None,
) -> GitResult:
    """What git answered within ``timeout`` seconds; it and all it started are ended however this is left."""
    try:
        out, err = communicate(process, data, timeout, listen)
    except TimeoutError:
        kill_process(process)
        raise Refusal(
            f"git gave no answer within {timeout:.0f} seconds and was stopped. It may be waiting for a "
            "password or a slow disk. Try again."
        ) from None
    except OSError as error:
        kill_process(process)
        raise Refusal(f"git can't be spoken to: {system_trouble(error.errno)}. Try again.") from error
    except BaseException:
        kill_process(process)
        raise
    return GitResult(process.returncode, out, err)


def check_git() -> None:
    """Raise ``UnusableBook`` when git is not installed."""
    if not (os.environ.get("GIT_PYTHON_GIT_EXECUTABLE") or shutil.which("git")):
        raise UnusableBook(
            "git is not installed, so nothing can be recorded. Install git 2.36 or newer and start again."
        )


def _gitpython(folder: Path) -> "Git":
    check_git()
    git: Git = load_gitpython().Git(folder)
    return git


_loading = threading.Lock()


def load_gitpython() -> ModuleType:
    """GitPython, which runs git when it is loaded. Raises ``UnusableBook`` when git does not answer then."""
    with _loading:
        try:
            import git  # noqa: PLC0415 -- 116 ms that no first paint should wait for
        except Exception as error:
            raise UnusableBook(f"git can't be used: {start_trouble(error)}.") from error
    return git


def _askpass() -> dict[str, str]:
    """The user's own password window where there is a desktop to show it on, else one that says no."""
    has_desktop = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return {} if has_desktop and os.environ.get("SSH_ASKPASS") else {"SSH_ASKPASS": "false"}


_CHUNK: Final = 65_536
"""Bytes at a time: what a pipe of Linux holds (pipe(7))."""
_POLL_INTERVAL: Final = 0.5
"""Seconds of silence after which to look whether the process is still there."""

Process = subprocess.Popen[bytes]


def communicate(
    process: Process, data: bytes | None, timeout: float, listen: Callable[[bytes], None] | None = None
) -> tuple[bytes, bytes]:
    """Give ``data`` to a process, wait for its end, and return what it wrote to stdout and stderr.

    Unlike ``communicate`` with a timeout this never naps while waiting, and it does not wait for what a hook
    may have left running in the background with our pipes open. Raises ``TimeoutError`` after ``timeout``
    seconds; the process then still runs. With somebody to ``listen``, who hears every piece and, in between,
    that nothing came, these are seconds of silence.
    """
    until = time.monotonic() + timeout
    left = memoryview(data or b"")
    hears = listen or _hear_nothing

    said: dict[object, list[bytes]] = {process.stdout: [], process.stderr: []}
    with selectors.DefaultSelector() as pipes:
        for pipe in said:
            pipes.register(pipe, selectors.EVENT_READ)  # type: ignore[arg-type]  # both are pipes here
        if process.stdin:
            os.set_blocking(process.stdin.fileno(), False)
            pipes.register(process.stdin, selectors.EVENT_WRITE)
        while pipes.get_map():
            # Asked first: what it writes just before its end may come after a look at the pipes.
            has_ended = process.poll() is not None
            pause = 0.0 if has_ended else min(_POLL_INTERVAL, until - time.monotonic())
            ready = pipes.select(max(0.0, pause))
            if not ready:
                if has_ended:
                    break
                hears(b"")
            for key, _ in ready:
                if key.fileobj is process.stdin:
                    left = _write_some(key.fd, left)
                    is_done = not left
                else:
                    chunk = os.read(key.fd, _CHUNK)
                    said[key.fileobj].append(chunk)
                    hears(chunk)
                    until = time.monotonic() + timeout if listen else until
                    is_done = not chunk
                if is_done:
                    pipes.unregister(key.fileobj)
                    key.fileobj.close()  # type: ignore[union-attr]  # a pipe, not its number
            if time.monotonic() > until:
                raise TimeoutError
    _close(process)
    process.wait()
    return b"".join(said[process.stdout]), b"".join(said[process.stderr])


def _hear_nothing(_: bytes) -> None:
    """Nobody listens."""


def end_process(process: Process) -> None:
    """End a process that waits for questions on its stdin."""
    _close(process)
    try:
        process.wait(timeout=1)
    except subprocess.TimeoutExpired:
        kill_process(process)


def kill_process(process: Process) -> None:
    """Stop a process with all it started: politely, so that git removes its locks, then not."""
    for signal_number in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal_number)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=2)
            break
    _close(process)


def _write_some(descriptor: int, left: memoryview) -> memoryview:
    """Write what the pipe will take; what is left to write. Nothing is left once nobody reads."""
    if not left:
        return left
    try:
        return left[os.write(descriptor, left[:_CHUNK]) :]
    except BlockingIOError:
        return left
    except BrokenPipeError:
        return left[:0]


def _close(process: Process) -> None:
    for pipe in (process.stdin, process.stdout, process.stderr):
        if pipe:
            with contextlib.suppress(OSError):
                pipe.close()
