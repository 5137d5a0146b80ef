"""A soak of ``adapters/git``: killed at every file system call, refused every kind of write, raced by rivals.

usage: python -m benchmarks.git_faults [kill|errors|race ...]
[--deed amend|undo|sign-off|receive|join|fetch|settle] [--every N]

- kill: an amendment (a draft changed, an act added), an undo (the draft put back, the act taken away), a
  sign-off (an act added, and a tag), others' work that is received, fetched from a hub or joined, and two
  wordings that are settled are killed -9 at every file system call of the program itself and of each git
  command that it runs; then ``recover`` runs and eleven promises are checked. What is simply done again is.
- errors: the same with ENOSPC, EIO and EMFILE in the place of the kill.
- race: 4 processes make 250 commits each.

Needs strace (and is skipped without); takes some minutes. Exits with 1 when any promise was broken.
"""

import argparse
import collections
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import git

from benchmarks.git_faults_deeds import DEEDS, FLAG, STAGED, Deed, check, run
from review_tui.adapters.git import GitHistory, locks
from review_tui.application.ports import FileChange

CALLS = (
    "openat",
    "read",
    "write",
    "close",
    "fsync",
    "rename",
    "link",
    "linkat",
    "unlink",
    "mkdir",
    "fchmod",
    "flock",
)
GIT_COMMANDS = ("config", "diff-index", "cat-file --batch", "commit-tree", "update-ref", "update-index")
ITSELF = "review-tui"
REAL_GIT = shutil.which("git") or "git"
WRAPPER = f"""#!/bin/sh
case " $* " in
*" $FAULT_COMMAND "*)
    exec strace -qq -f -o "$FAULT_LOG" -e trace=$FAULT_CALLS $FAULT_INJECT {REAL_GIT} "$@" ;;
esac
exec {REAL_GIT} "$@"
"""


@dataclass(frozen=True)
class Fault:
    """What goes wrong: in which program, at which system call, the how-manieth, and how."""

    program: str
    call: str
    number: int
    how: str
    """As strace says it: ``signal=KILL`` or ``error=ENOSPC``."""


def main() -> int:
    """Run what was asked for; the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", nargs="*", default=["kill", "errors", "race"])
    parser.add_argument("--deed", choices=[deed.name for deed in DEEDS], help="only this one")
    parser.add_argument("--every", type=int, default=1, help="try only every N-th point")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        prepare(home)
        deeds = [deed for deed in DEEDS if asked.deed in {None, deed.name}]
        broken = 0
        if {"kill", "errors"} & set(asked.what) and not shutil.which("strace"):
            print("skipped kill and errors: strace is not installed")
            asked.what = [what for what in asked.what if what == "race"]
        if "kill" in asked.what:
            broken += sum(soak(home, deed, ["signal=KILL"], asked.every) for deed in deeds)
        if "errors" in asked.what:
            hows = [f"error={name}" for name in ("ENOSPC", "EIO", "EMFILE")]
            broken += sum(soak(home, deed, hows, asked.every) for deed in deeds)
        if "race" in asked.what:
            broken += race(home, writers=4, commits=250)
    return 1 if broken else 0


def prepare(home: Path) -> None:
    """A world of its own, and a repository to copy."""
    for name in [n for n in os.environ if n.startswith("GIT_")]:
        del os.environ[name]
    os.environ.update(HOME=str(home), GIT_CONFIG_GLOBAL=str(home / "config"), GIT_CONFIG_NOSYSTEM="1")
    (home / "config").write_text(
        "[user]\n\tname = Dawn\n\temail = d@example.org\n[init]\n\tdefaultBranch=main\n"
    )
    (home / "git").write_text(WRAPPER)
    (home / "git").chmod(0o755)
    locks.STALE_AFTER = 0.2  # type: ignore[misc]  # nobody else is at work here
    for deed in DEEDS:
        begin(home / deed.name, deed)


def begin(top: Path, deed: Deed) -> None:
    """A repository in which ``deed`` is still to be done, with somebody else's work staged in it."""
    for name, data in {
        **{f"drafts/{p}": data for p, data in deed.before.items()},
        "other.txt": b"1\n",
    }.items():
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_bytes(data)
    run(top, "init", "--quiet", ".")
    run(top, "add", "--all")
    run(top, "commit", "--quiet", "-m", "Start")
    deed.prepare(top)
    (top / "other.txt").write_bytes(b"staged by somebody\n")
    run(top, "add", "other.txt")


def soak(home: Path, deed: Deed, hows: list[str], every: int) -> int:
    """Try every fault; how many of them broke a promise."""
    outcomes: collections.Counter[str] = collections.Counter()
    began = time.monotonic()
    for fault in list(faults(home, deed, hows))[::every]:
        outcome, broken = attempt(home, deed, fault)
        outcomes[outcome] += 1
        if broken:
            outcomes["BROKEN"] += 1
            print(f"BROKEN {deed.name} {fault}: {'; '.join(broken)}", flush=True)
    points = sum(count for name, count in outcomes.items() if name != "BROKEN")
    told = ", ".join(f"{count} {name}" for name, count in sorted(outcomes.items()))
    print(
        f"{deed.name} {'+'.join(hows)}: {points} points in {time.monotonic() - began:.0f} s: {told}",
        flush=True,
    )
    return outcomes["BROKEN"]


def faults(home: Path, deed: Deed, hows: list[str]) -> Iterator[Fault]:
    """Every system call that a deed makes, as counted in a run without faults."""
    for program in (ITSELF, *GIT_COMMANDS, *deed.commands):
        log = home / "log"
        log.unlink(missing_ok=True)
        top = copy(home, deed)
        act(home, top, deed, program, [], log)
        lines = log.read_text(errors="replace").splitlines() if log.exists() else []
        counts = collections.Counter(line.partition("(")[0].split()[-1] for line in lines if "(" in line)
        for call in CALLS:
            for number in range(1, counts[call] + 1):
                yield from (Fault(program, call, number, how) for how in hows)


def copy(home: Path, deed: Deed) -> Path:
    """A fresh repository."""
    top = home / "council"
    shutil.rmtree(top, ignore_errors=True)
    shutil.copytree(home / deed.name, top)
    return top


def attempt(home: Path, deed: Deed, fault: Fault) -> tuple[str, list[str]]:
    """One deed with one fault, then recovery: what became of it, and the promises that were broken."""
    top = copy(home, deed)
    inject = ["-e", f"inject={fault.call}:{fault.how}:when={fault.number}"]
    said = act(home, top, deed, fault.program, inject, home / "log")
    wait_for_orphans(top)
    broken = check(top, said, deed)
    if fault.call == "unlink":  # what the disk will not remove stays; all else must hold
        broken = [what for what in broken if ".tmp" not in what and ".lock" not in what]
    return said.partition(":")[0], broken


def wait_for_orphans(top: Path) -> None:
    """Wait for git commands whose parent was killed, or gave them up: they may still be at it."""
    until = time.monotonic() + 5
    needle, ours = os.fsencode(top), said_by(Path("/proc/self/cmdline"))
    while time.monotonic() < until:
        time.sleep(0.02)
        found = {path.parent.name: said_by(path) for path in Path("/proc").glob("[0-9]*/cmdline")}
        found.pop(str(os.getpid()), None)
        # One that is still to become git goes by our own name.
        if not any(needle in said or said == ours for said in found.values()):
            return


def said_by(path: Path) -> bytes:
    """The bytes of a file of a process that may be gone."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def act(home: Path, top: Path, deed: Deed, program: str, inject: list[str], log: Path) -> str:
    """Do the deed in a process watched by strace: ``done``, ``refused: …``, ``killed`` or ``crashed: …``."""
    ours, theirs = socket.socketpair()  # sending through it is none of the calls that fail
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})
    child = os.fork()
    if not child:
        try:
            os.environ.update(
                FAULT_COMMAND="none" if program == ITSELF else program,
                FAULT_LOG=str(log),
                FAULT_CALLS=",".join(CALLS),
                FAULT_INJECT=" ".join(inject),
            )
            git.Git.GIT_PYTHON_GIT_EXECUTABLE = str(home / "git")
            signal.sigwait({signal.SIGUSR1})
            theirs.send(deed.do(top).encode()[:4000])
        finally:
            os._exit(0)
    theirs.close()
    watcher = watch(child, inject, log) if program == ITSELF else None
    os.kill(child, signal.SIGUSR1)
    os.waitpid(child, 0)
    with ours:
        said = ours.recv(4000).decode(errors="replace")
    if watcher:
        watcher.wait()
    return said or "killed"


def watch(child: int, inject: list[str], log: Path) -> "subprocess.Popen[bytes]":
    """Have strace attached to a process."""
    command = ["strace", "-qq", "-o", str(log), "-e", f"trace={','.join(CALLS)}", *inject]
    watcher = subprocess.Popen([*command, "-p", str(child)], stdin=subprocess.DEVNULL)
    while "TracerPid:\t0\n" in Path(f"/proc/{child}/status").read_text(encoding="ascii"):
        time.sleep(0.001)
    return watcher


def race(home: Path, writers: int, commits: int) -> int:
    """Several processes commit as fast as they can; how many commits were lost."""
    top = copy(home, DEEDS[0])
    began = time.monotonic()
    children = []
    for name in range(writers):
        child = os.fork()
        if not child:
            with GitHistory(top / "drafts") as history:
                for number in range(commits):
                    history.commit([FileChange(f"acts/{name}-{number}.yaml", FLAG)], f"{name} {number}")
            os._exit(0)
        children.append(child)
    failed = sum(os.waitpid(child, 0)[1] != 0 for child in children)
    found = int(run(top, "rev-list", "--count", "main")) - 1
    is_clean = run(top, "status", "--porcelain").splitlines() == STAGED
    rate = found / (time.monotonic() - began)
    print(
        f"race: {found} of {writers * commits} commits, {failed} writers failed, clean: {is_clean}, "
        f"{rate:.0f}/s"
    )
    return writers * commits - found + failed + (not is_clean)


if __name__ == "__main__":
    sys.exit(main())
