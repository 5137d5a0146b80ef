"""Does an installed review-tui start? ``python -I .ci/start_wheel.py /path/to/review-tui``.

Run in an empty environment from an empty folder, with nothing of the checkout in reach: the commands on a
copy of the sample book that the wheel brought along, then the screen in a pseudo-terminal.
"""
# ruff: noqa: INP001, T201, S603, S606, S607 -- a script of CI's that prints and runs what it is there to try

import fcntl
import importlib.util
import json
import os
import pty
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

SCREEN_SECONDS = 60
"""How long the screen may take to show the first item or to go: far more than it needs, on a busy machine."""

ROWS, COLUMNS = 24, 80
FIRST_ITEM = b"Declarations of Interest"


def main() -> int:
    """Try everything; raises at the first thing that is not as it should be."""
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        home.mkdir()
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            "GIT_CONFIG_NOSYSTEM": "1",
        }
        book = sample_copy(Path(folder) / "sample", environment)
        try_commands(program, book, environment)
        try_demo(program, Path(folder) / "demo", environment)
        try_screen(program, book, environment)
    return 0


def sample_copy(repository: Path, environment: dict[str, str]) -> Path:
    """The sample book of the installed package, committed in a repository of its own."""
    package = importlib.util.find_spec("review_tui")
    if package is None or package.origin is None:
        raise SystemExit("review_tui is not installed here.")
    book = repository / "drafts"
    shutil.copytree(Path(package.origin).parent / "sample_book", book)
    for words in (
        ["init", "--quiet", "--initial-branch=main"],
        ["config", "user.name", "Dawn Example"],
        ["config", "user.email", "dawn@example.org"],
        ["add", "--all"],
        ["commit", "--quiet", "--message", "Draft minutes"],
    ):
        subprocess.run(["git", "-C", str(repository), *words], check=True, env=environment)
    return book


def try_commands(program: str, book: Path, environment: dict[str, str]) -> None:
    """The commands that only look."""
    version = run([program, "--version"], environment)
    expect(version.startswith("review-tui "), "--version says what it is", version)

    status = json.loads(run([program, "status", str(book), "--json"], environment))
    expect("05-safeguarding" in json.dumps(status), "status lists the seed item", status)

    # Exit code 1: there are findings.
    found = json.loads(run([program, "check", str(book), "--json"], environment, code=1))
    expect("2022" in json.dumps(found), "check finds the wrong year", found)
    print(f"  {version.strip()}; status and check --json answer")


def try_demo(program: str, folder: Path, environment: dict[str, str]) -> None:
    """A throw-away copy of the sample book, made and not opened."""
    run([program, "demo", "--no-open", "--keep", str(folder)], environment)
    expect(any(folder.rglob("meeting.yaml")), "demo makes a copy of the sample book", str(folder))
    print("  demo makes a copy")


def try_screen(program: str, book: Path, environment: dict[str, str]) -> None:
    """The screen comes up with the first item on it, goes at ``q``, and gives the terminal back."""
    child, terminal = pty.fork()
    if child == 0:
        try:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.execve(program, [program, str(book)], environment)
        finally:
            os._exit(127)
    try:
        shown = read_until(terminal, FIRST_ITEM)
        expect(FIRST_ITEM in shown, "the screen shows the first item", words_of(shown))
        os.write(terminal, b"q")
        rest = read_until(terminal, None)
    finally:
        code = end(child)
        os.close(terminal)
    expect(code == 0, "q ends the program with exit code 0", code)
    expect(b"\x1b[?1049l" in rest, "the terminal is given back", words_of(rest))
    print("  the screen opens, shows the first item and goes at q")


def read_until(terminal: int, words: bytes | None) -> bytes:
    """What comes from the terminal until ``words`` have come, or until the program has gone."""
    got = b""
    until = time.monotonic() + SCREEN_SECONDS
    while time.monotonic() < until and (words is None or words not in got):
        if not select.select([terminal], [], [], 1)[0]:
            continue
        try:
            more = os.read(terminal, 65536)
        except OSError:  # Linux says so when the other side has closed
            break
        if not more:
            break
        got += more
    return got


def words_of(shown: bytes) -> str:
    """The end of what came from the terminal, to be read in a log."""
    return shown[-2000:].decode("utf-8", "replace").replace("\x1b", "␛").replace("\r\n", "\n")


def end(child: int) -> int:
    """The exit code of ``child``, which is killed if it does not go by itself."""
    until = time.monotonic() + SCREEN_SECONDS
    while time.monotonic() < until:
        gone, status = os.waitpid(child, os.WNOHANG)
        if gone:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.05)
    os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def run(words: list[str], environment: dict[str, str], code: int = 0) -> str:
    """What a command prints; it must end with ``code``."""
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False, timeout=120)
    asked = " ".join(words[1:])
    expect(done.returncode == code, f"{asked} ends with {code}", f"{done.returncode}\n{done.stderr}")
    return done.stdout


def expect(holds: bool, what: str, found: object) -> None:
    """Stop with a sentence and what was found instead, unless ``holds``."""
    if not holds:
        raise SystemExit(f"Not so: {what}. Instead:\n{found}")


if __name__ == "__main__":
    sys.exit(main())
