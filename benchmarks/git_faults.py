"""A soak of the git room: killed at every file system call, refused every kind of write, raced by rivals.

usage: python -m benchmarks.git_faults [kill|errors|race ...] [--every N]

- kill: an amendment (a draft changed, an act added) is killed -9 at every file system call of the program
  itself and of each git command that it runs; then ``recover`` runs and ten promises are checked.
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

from review_tui.domain.refusals import Refusal
from review_tui.services.ports import FileChange
from review_tui.stores.git_history import GitHistory, locks

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
GIT_COMMANDS = ("config", "diff-index", "cat-file", "commit-tree", "update-ref", "update-index")
ITSELF = "review-tui"
MINUTES, ACT = "m1/05/minutes.md", "m1/05/acts/flag.yaml"
OLD = b"".join(b"Line %d of the draft.\n" % n for n in range(400))
NEW = OLD.replace(b"Line 200", b"The two hundredth line")
FLAG = b"act: flag\n"
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
    parser.add_argument("--every", type=int, default=1, help="try only every N-th point")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        prepare(home)
        broken = 0
        if {"kill", "errors"} & set(asked.what) and not shutil.which("strace"):
            print("skipped kill and errors: strace is not installed")
            asked.what = [what for what in asked.what if what == "race"]
        if "kill" in asked.what:
            broken += soak(home, ["signal=KILL"], asked.every)
        if "errors" in asked.what:
            broken += soak(home, [f"error={name}" for name in ("ENOSPC", "EIO", "EMFILE")], asked.every)
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
    locks.LOCK_OURS = 0.2  # type: ignore[misc]  # nobody else is at work here
    top = home / "pattern"
    (top / "drafts" / MINUTES).parent.mkdir(parents=True)
    (top / "drafts" / MINUTES).write_bytes(OLD)
    (top / "other.txt").write_bytes(b"one\n")
    run(top, "init", "--quiet", ".")
    run(top, "add", "--all")
    run(top, "commit", "--quiet", "-m", "Start")
    (top / "other.txt").write_bytes(b"staged by somebody\n")
    run(top, "add", "other.txt")


def soak(home: Path, hows: list[str], every: int) -> int:
    """Try every fault; how many of them broke a promise."""
    outcomes: collections.Counter[str] = collections.Counter()
    began = time.monotonic()
    for fault in list(faults(home, hows))[::every]:
        outcome, broken = attempt(home, fault)
        outcomes[outcome] += 1
        if broken:
            outcomes["BROKEN"] += 1
            print(f"BROKEN {fault}: {'; '.join(broken)}", flush=True)
    points = sum(count for name, count in outcomes.items() if name != "BROKEN")
    told = ", ".join(f"{count} {name}" for name, count in sorted(outcomes.items()))
    print(f"{'+'.join(hows)}: {points} points in {time.monotonic() - began:.0f} s: {told}", flush=True)
    return outcomes["BROKEN"]


def faults(home: Path, hows: list[str]) -> Iterator[Fault]:
    """Every system call that an amendment makes, as counted in a run without faults."""
    for program in (ITSELF, *GIT_COMMANDS):
        log = home / "log"
        log.unlink(missing_ok=True)
        top = copy(home)
        amend(home, top, program, [], log)
        lines = log.read_text(errors="replace").splitlines() if log.exists() else []
        counts = collections.Counter(line.partition("(")[0].split()[-1] for line in lines if "(" in line)
        for call in CALLS:
            for number in range(1, counts[call] + 1):
                yield from (Fault(program, call, number, how) for how in hows)


def copy(home: Path) -> Path:
    """A fresh repository."""
    top = home / "council"
    shutil.rmtree(top, ignore_errors=True)
    shutil.copytree(home / "pattern", top)
    return top


def attempt(home: Path, fault: Fault) -> tuple[str, list[str]]:
    """One amendment with one fault, then recovery: what became of it, and the promises that were broken."""
    top = copy(home)
    inject = ["-e", f"inject={fault.call}:{fault.how}:when={fault.number}"]
    said = amend(home, top, fault.program, inject, home / "log")
    time.sleep(0.02)  # a git command whose parent was killed may still be at it
    broken = check(top, said)
    if fault.call == "unlink":  # what the disk will not remove stays; all else must hold
        broken = [what for what in broken if ".tmp" not in what and ".lock" not in what]
    return said.partition(":")[0], broken


def amend(home: Path, top: Path, program: str, inject: list[str], log: Path) -> str:
    """Amend in a process watched by strace: ``done``, ``refused: …``, ``killed`` or ``crashed: …``."""
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
            theirs.send(amendment(top).encode()[:4000])
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


def amendment(top: Path) -> str:
    """The amendment itself."""
    try:
        with GitHistory(top / "drafts") as history:
            history.commit([FileChange(MINUTES, NEW, OLD), FileChange(ACT, FLAG)], "Amend item 5\n\nItem: 5")
    except Refusal as refusal:
        return f"refused: {refusal}"
    except BaseException as mishap:  # noqa: BLE001 -- a traceback is what must never happen
        return f"crashed: {mishap!r}"
    return "done"


def check(top: Path, said: str) -> list[str]:
    """The promises broken by the state that ``said`` left, before and after recovery."""
    broken = [said] if said.startswith("crashed") else []
    minutes = top / "drafts" / MINUTES
    if minutes.read_bytes() not in {OLD, NEW}:
        broken.append("the draft is torn")
    kept_intent = any((top / ".git" / "review-tui").glob("intent-*.json"))
    moved = run(top, "rev-list", "--count", "main").strip() == "2"
    if said == "done" and not moved:
        broken.append("said done, but nothing is recorded")
    if said.startswith("refused") and moved and "is recorded" not in said and "can't be told" not in said:
        broken.append(f"recorded although it {said}")
    with GitHistory(top / "drafts") as history:
        history.recover()
        broken += promises(top, moved=moved, kept_intent=kept_intent)
        try:
            now = minutes.read_bytes()
            history.commit([FileChange(MINUTES, now + b"Next.\n", now)], "Next")
        except Refusal as refusal:
            broken.append(f"the next amendment is refused: {refusal}")
    return broken


def promises(top: Path, *, moved: bool, kept_intent: bool) -> Iterator[str]:
    """What must hold after recovery."""
    if run(top, "rev-list", "--count", "main").strip() != ("2" if moved else "1"):
        yield "recovery changed the history"
    now = run(top, "diff-tree", "-r", "--root", "--name-only", "--no-commit-id", "main").split()
    if moved and now != [f"drafts/{ACT}", f"drafts/{MINUTES}"]:
        yield f"the commit holds {now}"
    files = (top / "drafts" / MINUTES, NEW if moved else OLD), (top / "drafts" / ACT, FLAG if moved else None)
    for path, wanted in files:
        if (path.read_bytes() if path.exists() else None) != wanted:
            yield f"{path.name} is not as recorded"
    status = run(top, "status", "--porcelain")
    if status.splitlines() != ["M  other.txt"]:
        yield f"status says {status!r}"
    if "error" in run(top, "fsck", "--strict", "--no-dangling"):
        yield "fsck finds errors"
    cut_short = list((top / ".git" / "review-tui").glob("cut-short/*/*"))
    if kept_intent and not moved and sorted(p.read_bytes() for p in cut_short) != sorted([NEW, FLAG]):
        yield "the text is lost"
    left = [p for p in top.rglob("*") if p.suffix in {".lock", ".tmp"} or p.name.startswith("intent-")]
    if left:
        yield f"left over: {[str(p.relative_to(top)) for p in left]}"


def race(home: Path, writers: int, commits: int) -> int:
    """Several processes commit as fast as they can; how many commits were lost."""
    top = copy(home)
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
    is_clean = run(top, "status", "--porcelain").splitlines() == ["M  other.txt"]
    rate = found / (time.monotonic() - began)
    print(
        f"race: {found} of {writers * commits} commits, {failed} writers failed, clean: {is_clean}, "
        f"{rate:.0f}/s"
    )
    return writers * commits - found + failed + (not is_clean)


def run(top: Path, *args: str) -> str:
    """The output of a git command."""
    ran = subprocess.run(["git", *args], cwd=top, capture_output=True, text=True, check=False)
    return ran.stdout + (ran.stderr if ran.returncode else "")


if __name__ == "__main__":
    sys.exit(main())
