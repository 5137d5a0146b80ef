"""Runs the git commands that reach other computers, so that nothing but the user's own settings counts.

They run in a scratch repository: it shares the objects of the real one, and knows its branches, but not its
settings. So whatever a repository that was handed over says of programs to run (``core.sshCommand``,
``credential.helper``, ``remote.*.uploadpack``, hooks and the rest) is never read, without a list of names
that
could miss one. The user's own settings, credential helpers and ssh-agent count as always. Nobody is asked for
anything on the terminal, which is the screen's.
"""

import contextlib
import os
import re
import secrets
import shutil
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from review_tui.adapters import durable_files
from review_tui.adapters.git.config import Config
from review_tui.adapters.git.locks import try_lock
from review_tui.adapters.git.repository import Repository
from review_tui.adapters.git.runner import GitResult, GitRunner
from review_tui.application.sync_ports import HubUnreachable, SyncCancelled, Watch
from review_tui.model.errors import Refusal
from review_tui.model.text import decode
from review_tui.model.visible import visible

SCRATCH: Final = "exchange-*"
"""The pattern of scratch repositories; a crash can leave one behind."""
KEPT_SCRATCH: Final = "exchange"
"""The one that is kept."""
_LEFT_OVER: Final = 86_400.0
"""Seconds after which one is taken to be left behind."""
SILENCE: Final = 300.0
"""Seconds without a sign of life after which the other side is given up."""
_SHA256_HEX_DIGITS: Final = 64
"""Of an id in a repository of git's newer kind."""
ALLOWED_PROTOCOLS: Final = "file:http:https:ssh"
"""No ``ext::``, which is a program to run."""
OPTIONS: Final = (
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "gc.auto=0", "-c", "maintenance.auto=false"),
    *("-c", "protocol.version=2"),
    *("-c", "push.gpgSign=false", "-c", "push.followTags=false"),
)
_NEVER_INHERITED: Final = ("GIT_PROXY_COMMAND", "GIT_TRACE", "GIT_TRACE_CURL", "GIT_TRACE_PACKET")
_BATCH: Final = "-o BatchMode=yes -o ConnectTimeout=20"
"""ssh asks nothing: no passphrase, no password, no word on an unknown host."""


def environment(config: Config, env: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Variables for a command that reaches other computers; ``config`` are the user's own settings."""
    given = {"GIT_ALLOW_PROTOCOL": ALLOWED_PROTOCOLS, "GIT_NO_LAZY_FETCH": "1", "GCM_INTERACTIVE": "never"}
    ssh = env.get("GIT_SSH_COMMAND") or config.text("core.sshcommand")
    if ssh or not env.get("GIT_SSH"):
        given["GIT_SSH_COMMAND"] = f"{ssh or 'ssh'} {_BATCH}"
        # git tells the kind of ssh by its name, and would try out one that it does not know.
        given["GIT_SSH_VARIANT"] = env.get("GIT_SSH_VARIANT") or config.text("ssh.variant") or "ssh"
    return given


class Network:
    """One repository's way to others."""

    def __init__(self, repo: Repository, own: Config, whole: Config) -> None:
        """``own`` are the user's settings, without those of the repository that ``whole`` has too."""
        self._repo = repo
        self._env = environment(own)
        self._shared = whole.text("core.sharedrepository")

    @contextlib.contextmanager
    def scratch(self, refs: Mapping[str, str]) -> Iterator["Scratch"]:
        """A scratch repository that has ``refs``, while it lasts.

        It is kept from one time to the next, which spares a fetch half its time; whoever comes while another
        uses it has one of their own.
        """
        durable_files.make_folder(self._repo.private_dir)
        with try_lock(self._repo.private_dir / KEPT_SCRATCH) as is_ours:
            if is_ours:
                folder = self._repo.private_dir / KEPT_SCRATCH
                self._make_scratch(folder, refs)
                yield Scratch(self._repo, folder, self._env)
                return
            folder = self._repo.private_dir / SCRATCH.replace("*", secrets.token_hex(8))
            self._remove_left_over()
            try:
                self._make_scratch(folder, refs)
                yield Scratch(self._repo, folder, self._env)
            finally:
                shutil.rmtree(folder, ignore_errors=True)

    def _make_scratch(self, folder: Path, refs: Mapping[str, str]) -> None:
        """Make an empty repository with our names and no settings of the user, so that it runs nothing."""
        for inner in ("refs", "objects"):
            (folder / inner).mkdir(parents=True, exist_ok=True)
        form = "[core]\n\trepositoryFormatVersion = 1\n\tbare = true\n"
        if re.fullmatch(r"[\w]{1,9}", self._shared):
            form += f"\tsharedRepository = {self._shared}\n"
        if self._repo.objects.id_size * 2 == _SHA256_HEX_DIGITS:
            form += "[extensions]\n\tobjectFormat = sha256\n"
        packed = "".join(f"{object_id} {name}\n" for name, object_id in sorted(refs.items()))
        head = self._repo.ref() or "refs/heads/none"
        shallow = self._repo.common_dir / "shallow"
        files = {
            "HEAD": os.fsencode(f"ref: {head}\n"),
            "config": form.encode("ascii"),
            "packed-refs": os.fsencode(packed),
            "shallow": shallow.read_bytes() if shallow.is_file() else None,
        }
        for name, data in files.items():
            _write_scratch(folder / name, data)
        for lock in folder.rglob("*.lock"):  # nobody else is at work here: a git that was killed left it
            lock.unlink(missing_ok=True)

    def _remove_left_over(self) -> None:
        for folder in self._repo.private_dir.glob(SCRATCH):
            with contextlib.suppress(OSError):
                if time.time() - folder.lstat().st_mtime > _LEFT_OVER:
                    shutil.rmtree(folder, ignore_errors=True)


def _write_scratch(path: Path, data: bytes | None) -> None:
    """Have a file of a scratch repository hold ``data``; ``None`` for no file."""
    if data is None:
        path.unlink(missing_ok=True)
    elif not path.is_file() or path.read_bytes() != data:
        path.write_bytes(data)


class Scratch:
    """A scratch repository at work."""

    def __init__(self, repo: Repository, folder: Path, env: Mapping[str, str]) -> None:
        self.folder = folder
        self._runner = repo.run
        self._env = {
            **env,
            "GIT_DIR": str(folder),
            "GIT_OBJECT_DIRECTORY": str(repo.common_dir / "objects"),
        }

    def run(self, *args: str, watch: Watch, doing: str) -> GitResult:
        """Run a command that may take long; ``watch`` is told how far it has come in ``doing``."""
        return run_watched(self._runner, args, self._env, watch, doing)

    def forget(self, ref: str) -> None:
        """Take away a ref that a command has made before."""
        (self.folder / ref).unlink(missing_ok=True)

    def refs(self, prefix: str) -> dict[str, str]:
        """The refs below ``prefix`` that a command has made, without it."""
        top = self.folder / prefix
        return {
            path.relative_to(top).as_posix(): path.read_text(encoding="ascii").strip()
            for path in sorted(top.rglob("*"))
            if path.is_file() and path.suffix != ".lock"
        }


def run_watched(
    runner: GitRunner, args: Sequence[str], env: Mapping[str, str], watch: Watch, doing: str
) -> GitResult:
    """Run a command that reaches others, and end it with all it started when nobody wants it any more."""
    watch.tell(doing)

    def listen(chunk: bytes) -> None:
        if watch.is_cancelled():
            raise SyncCancelled("It was broken off. Nothing is lost: what is recorded here stays here.")
        if found := _PROGRESS.findall(chunk):
            watch.tell(f"{doing}, {decode(found[-1])}%")

    return runner.watched(*OPTIONS, *args, env=env, unset=_NEVER_INHERITED, listen=listen, silence=SILENCE)


_COUNTED: Final = re.compile(rb"(?:remote: )?[A-Z][a-z]{2,20}(?: [a-z]{2,20}){0,2}: {1,4}\d")
"""A line of git's that says how far it has come."""
_PROGRESS: Final = re.compile(rb"(?:Receiving|Writing) objects:\s+(\d{1,3})%")

_UNREACHABLE: Final = re.compile(
    r"could not resolve (?:host|proxy)|name or service not known|temporary failure in name resolution"
    r"|network is unreachable|no route to host|connection (?:refused|timed out|reset|closed)|timed out"
    r"|failed to connect|couldn't connect|operation timed out|early eof|hung up unexpectedly|broken pipe"
    r"|does not appear to be a git repository|no such file or directory|does not exist"
    r"|the requested url returned error: 5\d\d|could not read from remote repository"
    r"|rpc failed|unexpected disconnect|empty reply from server|expected flush|remote end hung up"
    r"|(?:send|recv) failure|transfer closed|unexpected (?:eof|end)|bad line length|invalid index-pack output"
    r"|connection was (?:reset|aborted)|http2 framing|gnutls_|ssl_(?:connect|read|write|error)",
    re.IGNORECASE,
)
_UNTRUSTED = (
    "git does not trust {shown}, because that folder belongs to another user of this computer. If you "
    "know whose it is and trust it, run this once: git config --global --add safe.directory '{shown}'"
)
_UNKNOWN_HOST = (
    "This computer does not know {shown} yet, and a stranger could pose as it. In a terminal, connect "
    "to it once and compare what it shows with what its keeper says: ssh {host}"
)
_NO_KEY = (
    "{shown} does not let you in: no key of yours is unlocked that it knows. In a terminal, unlock "
    "your key (ssh-add), or give your public key to whoever keeps the hub; then sync again."
)
_NOT_ALLOWED = (
    "{shown} does not let you do that: you may not see this book there, or not send to it. Ask whoever keeps "
    "the hub. All that you do is recorded here."
)
_NOTHING_KEPT = (
    "{shown} wants a name and a password or token, and none is kept on this computer. In a terminal, "
    "in this book's folder, type git fetch once: git asks there and, with a credential helper such as "
    "git-credential-libsecret or the manager of your system, keeps the answer. Then sync again."
)
_NOT_FOUND = (
    "There is no book at {shown}, or you may not see it. Ask whoever keeps the hub, or name another: "
    "review-tui hub URL"
)
_ANSWERS: Final = {
    r"dubious ownership": _UNTRUSTED,
    r"host key verification failed|no matching host key": _UNKNOWN_HOST,
    r"permission denied|too many authentication failures": _NO_KEY,
    r"terminal prompts disabled|could not read (?:username|password)|authentication failed": _NOTHING_KEPT,
    r"denied by|access denied|returned error: 403": _NOT_ALLOWED,
    r"returned error: 401|unable to get password|invalid credentials": _NOTHING_KEPT,
    r"repository .{0,300}not found|returned error: 404": _NOT_FOUND,
}
"""What is wrong, as git and ssh say it, and what to do: the first that fits."""


def refusal_of(ran: GitResult, url: str) -> Refusal:
    """Why the hub at ``url`` could not be spoken to, in a sentence that says what to do."""
    ran = replace(ran, err=_without_progress(ran.err))
    said, shown = ran.message, shown_url(url)
    for pattern, sentence in _ANSWERS.items():
        if re.search(pattern, said, re.IGNORECASE):
            return Refusal(sentence.format(shown=shown, host=_host(url)))
    if _UNREACHABLE.search(said):
        return HubUnreachable(f"{shown} can't be reached just now ({ran.reason}).")
    return Refusal(f"git could not speak to {shown}: {ran.reason}.")


def _without_progress(err: bytes) -> bytes:
    """What git said, without how far it had come: that is written over and over in one line."""
    lines = (line.rpartition(b"\r")[2] for line in err.replace(b"\r\n", b"\n").split(b"\n"))
    return b"\n".join(line for line in lines if not _COUNTED.match(line))


def shown_url(url: str) -> str:
    """A URL fit to show: without a password that somebody wrote into it."""
    return visible(re.sub(r"(?<=//)[^/@]*@", "", url))


def _host(url: str) -> str:
    found = re.match(r"(?:ssh://)?((?:[^/@]*@)?[^/:]+)", url)
    return visible(found[1]) if found else "HOST"
