"""Two hubs as offices have them, on this computer only: gitolite behind OpenSSH, and git's own CGI over HTTP.

Each takes a bare repository in, knows who pushes by their address, and runs ``review-tui hub-hook`` on it.
"""

import base64
import contextlib
import http.server
import os
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import pytest

from tests.waiting import wait_until

KEEPER: Final = "keeper@example.org"
WRITERS: Final = ("dawn@example.org", "alex@example.org", "clerk@example.org")
READER: Final = "reader@example.org"
STRANGER: Final = "stranger@example.org"
_GITOLITE: Final = Path("/usr/share/gitolite3")
_SSHD: Final = "/usr/sbin/sshd"
_CONF: Final = f"""\
repo gitolite-admin
    RW+ = {KEEPER}
repo board
    RW+ = {" ".join(WRITERS)}
    R   = {READER}
"""


class Server:
    """A hub that answers: where it is for whom, and what git needs to get there."""

    def url(self, who: str) -> str:
        """The address of the book, for somebody."""
        raise NotImplementedError

    def environment(self, who: str) -> Mapping[str, str]:
        """What somebody's git needs."""
        raise NotImplementedError


def hook(pusher: str) -> str:
    """The hook as docs/hub.md has it, run by the Python of these tests."""
    return f'#!/bin/sh\nexec "{sys.executable}" -m review_tui hub-hook --pusher "{pusher}"\n'


def put_hook(path: Path, pusher: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(hook(pusher), encoding="utf-8")
    path.chmod(0o755)


def free_port() -> int:
    with socket.socket() as looking:
        looking.bind(("127.0.0.1", 0))
        return int(looking.getsockname()[1])


class Gitolite(Server):
    """gitolite 3 behind an OpenSSH of its own, in the home folder ``home``."""

    def __init__(self, home: Path, port: int) -> None:
        self._home = home
        self._port = port

    @property
    def book(self) -> Path:
        """The bare repository on the server."""
        return self._home / "repositories" / "board.git"

    def url(self, who: str) -> str:
        del who  # the key says that
        return f"ssh://{_account()}@127.0.0.1:{self._port}/board"

    def environment(self, who: str) -> Mapping[str, str]:
        keys = self._home / "keys"
        known = f"-o UserKnownHostsFile={keys}/known -o StrictHostKeyChecking=yes -o IdentitiesOnly=yes"
        return {"GIT_SSH_COMMAND": f"ssh -F none -i {keys}/{who} {known}"}


def _account() -> str:
    import pwd  # noqa: PLC0415 -- not everywhere

    return pwd.getpwuid(os.getuid()).pw_name


def why_no_gitolite() -> str:
    """What is missing, in a plain line; empty where all is there."""
    for needed in (str(_GITOLITE / "gitolite-shell"), _SSHD, "ssh-keygen"):
        if not shutil.which(needed):
            return f"{needed} is not installed (on Debian: gitolite3 and openssh-server)"
    if os.getuid() == 0 and not Path("/run/sshd").is_dir():
        return "sshd wants the folder /run/sshd: mkdir -p /run/sshd"
    return ""


@contextlib.contextmanager
def gitolite(home: Path, seed: Path) -> Iterator[Gitolite]:
    """Gitolite with the book of ``seed`` in it, and the hook for everything that is pushed."""
    if missing := why_no_gitolite():
        pytest.skip(missing)
    keys = home / "keys"
    keys.mkdir(parents=True)
    for who in (KEEPER, *WRITERS, READER, STRANGER, "host"):
        said = ["-q", "-t", "ed25519", "-N", "", "-C", who, "-f", str(keys / who)]
        subprocess.run(["ssh-keygen", *said], check=True)
    env = {**os.environ, "HOME": str(home), "PATH": f"{os.environ['PATH']}:{_GITOLITE}"}
    env |= {"GIT_CONFIG_GLOBAL": str(home / ".gitconfig")}
    # gitolite reads what is said of people on this branch only.
    (home / ".gitconfig").write_text(
        "[user]\n\tname = Keeper\n\temail = keeper@example.org\n[init]\n\tdefaultBranch = master\n", "utf-8"
    )
    subprocess.run(
        ["gitolite", "setup", "-pk", f"{keys}/{KEEPER}.pub"], env=env, check=True, capture_output=True
    )
    admin = home / "admin"
    subprocess.run(
        ["git", "clone", "--quiet", str(home / "repositories" / "gitolite-admin.git"), str(admin)],
        env=env,
        check=True,
        capture_output=True,
    )
    (admin / "conf" / "gitolite.conf").write_text(_CONF, encoding="utf-8")
    for who in (*WRITERS, READER):
        shutil.copy(keys / f"{who}.pub", admin / "keydir")
    for words in (["add", "-A"], ["commit", "--quiet", "-m", "People"]):
        subprocess.run(["git", "-C", str(admin), *words], env=env, check=True)
    # As whoever keeps it would on the server itself: pushing this by a path needs gitolite's own command.
    subprocess.run(["gitolite", "push"], cwd=admin, env=env, check=True, capture_output=True)
    port = free_port()
    it = Gitolite(home, port)
    _put_seed(it.book, seed)
    # Hooks that gitolite copies into every repository stand here; "gitolite setup" would too.
    put_hook(it.book / "hooks" / "pre-receive", "$GL_USER")
    host = (keys / "host.pub").read_text("utf-8").split()
    (keys / "known").write_text(f"[127.0.0.1]:{port} {host[0]} {host[1]}\n", encoding="utf-8")
    config = home / "sshd_config"
    config.write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {keys}/host\nPidFile none\nUsePAM no\n"
        f"StrictModes no\nPasswordAuthentication no\nKbdInteractiveAuthentication no\n"
        f"PermitRootLogin yes\nUseDNS no\n"
        f"AuthorizedKeysFile {home}/.ssh/authorized_keys\n"
        f"SetEnv HOME={home} PATH={env['PATH']} GIT_CONFIG_GLOBAL={home}/.gitconfig\n",
        encoding="utf-8",
    )
    with (home / "sshd.log").open("wb") as log:
        server = subprocess.Popen([_SSHD, "-D", "-e", "-f", str(config)], stderr=log)
    try:
        wait_until(lambda: _answers(port), lambda: (home / "sshd.log").read_text("utf-8"))
        yield it
    finally:
        server.terminate()
        server.wait()


def _put_seed(bare: Path, seed: Path) -> None:
    """Have the book there, as its keeper puts it before anybody may push."""
    subprocess.run(["git", "-C", str(bare), "symbolic-ref", "HEAD", "refs/heads/main"], check=True)
    words = ["fetch", "--quiet", str(seed), "refs/heads/main:refs/heads/main", "refs/tags/*:refs/tags/*"]
    subprocess.run(["git", "-C", str(bare), *words], check=True)


def _answers(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
        return True
    return False


class Http(Server):
    """``git http-backend`` behind a web server that asks for a name and a password."""

    def __init__(self, root: Path, port: int) -> None:
        self._root = root
        self._port = port
        self.goes_away: set[str] = set()
        """When the connection is lost: before or after a push is taken, or in the middle of a fetch."""

    @property
    def book(self) -> Path:
        """The bare repository on the server."""
        return self._root / "board.git"

    def url(self, who: str) -> str:
        return f"http://{who.partition('@')[0]}:secret@127.0.0.1:{self._port}/board.git"

    def environment(self, who: str) -> Mapping[str, str]:
        del who
        return {}


@contextlib.contextmanager
def over_http(root: Path, seed: Path) -> Iterator[Http]:
    """The same over HTTP."""
    found = subprocess.run(["git", "--exec-path"], capture_output=True, text=True, check=True).stdout.strip()
    backend = Path(found) / "git-http-backend"
    if not backend.exists() or not (Path(found) / "git-remote-http").exists():
        pytest.skip("git has no http-backend or no git-remote-http here")
    root.mkdir(parents=True)
    bare = root / "board.git"
    subprocess.run(["git", "init", "--quiet", "--bare", "--template=", "-b", "main", str(bare)], check=True)
    subprocess.run(["git", "-C", str(bare), "config", "http.receivepack", "true"], check=True)
    _put_seed(bare, seed)
    put_hook(bare / "hooks" / "pre-receive", "$REMOTE_USER")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Gate)
    server.backend, server.root = backend, root  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        it = Http(root, server.server_address[1])
        server.goes_away = it.goes_away  # type: ignore[attr-defined]
        yield it
    finally:
        server.shutdown()
        server.server_close()


class _Gate(http.server.BaseHTTPRequestHandler):
    """Asks who it is, and lets git answer."""

    def do_GET(self) -> None:
        """What git reads."""
        self._answer(b"")

    def do_POST(self) -> None:
        """What git sends, in one piece or in many."""
        if self.headers.get("Transfer-Encoding", "") == "chunked":
            pieces = []
            while size := int(self.rfile.readline().split(b";")[0], 16):
                pieces.append(self.rfile.read(size))
                self.rfile.readline()
            self.rfile.readline()
            self._answer(b"".join(pieces))
        else:
            self._answer(self.rfile.read(int(self.headers.get("Content-Length") or 0)))

    def _answer(self, body: bytes) -> None:
        who = self._who()
        path, _, query = self.path.partition("?")
        writes = "receive-pack" in self.path
        if who not in WRITERS and not (who == READER and not writes):
            self.send_response(403 if who else 401)
            self.send_header("WWW-Authenticate", 'Basic realm="hub"')
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        env = {
            **os.environ,
            "GIT_PROJECT_ROOT": str(self.server.root),  # type: ignore[attr-defined]
            "GIT_HTTP_EXPORT_ALL": "1",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "REQUEST_METHOD": self.command,
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "CONTENT_LENGTH": str(len(body)),
            "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", ""),
            "GIT_PROTOCOL": self.headers.get("Git-Protocol", ""),
            "REMOTE_USER": who,
            "REMOTE_ADDR": "127.0.0.1",
        }
        lost: set[str] = self.server.goes_away  # type: ignore[attr-defined]
        if self.command == "POST" and writes and "before push" in lost:
            self.close_connection = True
            return
        ran = subprocess.run(
            [self.server.backend],  # type: ignore[attr-defined]
            input=body,
            env=env,
            capture_output=True,
            check=False,
        )
        if self.command == "POST" and writes and "after push" in lost:
            self.close_connection = True
            return
        head, _, out = ran.stdout.partition(b"\r\n\r\n")
        fields = [line.partition(b": ") for line in head.split(b"\r\n") if line]
        status = next((int(value.split()[0]) for name, _, value in fields if name == b"Status"), 200)
        self.send_response(status)
        for name, _, value in fields:
            if name != b"Status":
                self.send_header(name.decode(), value.decode())
        self.send_header("Content-Length", str(len(out)))
        self.end_headers()
        is_cut = self.command == "POST" and not writes and "in fetch" in lost
        self.wfile.write(out[: len(out) // 2] if is_cut else out)
        self.close_connection = self.close_connection or is_cut

    def _who(self) -> str:
        kind, _, said = self.headers.get("Authorization", "").partition(" ")
        name = base64.b64decode(said).decode().partition(":")[0] if kind == "Basic" else ""
        return f"{name}@example.org" if name else ""

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""
