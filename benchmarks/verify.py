"""How long verifying takes beside ``git fsck``: 100 meetings, 1,500 items, 20,000 acts; and one act later."""

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from review_tui.model.text import digest

PROGRAM = [sys.executable, "-m", "review_tui"]
MEETINGS, ITEMS, ACTS = 100, 15, 20_000
TIMES_FSCK = 3.0
"""Verifying all of it may take this many times as long as git takes to look at every object."""
SECONDS_AFTER_ONE = 0.5
PEOPLE = tuple(f"{name} Example <{name.lower()}@example.org>" for name in ("Dawn", "Alex", "Olu"))


def main() -> int:
    """Print each figure beside its goal; 0 when all goals are met."""
    with tempfile.TemporaryDirectory(prefix="review-tui-benchmark-") as scratch:
        for name in ("CACHE", "STATE"):
            os.environ[f"XDG_{name}_HOME"] = f"{scratch}/{name}"
        book = Path(scratch) / "book"
        _make(book)
        fsck = min(_timed(["git", "-C", str(book), "fsck", "--no-dangling"])[0] for _ in range(2))
        whole, code = _timed([*PROGRAM, "verify", str(book)])
        _add(book, "Dawn", ACTS)
        after, code_after = _timed([*PROGRAM, "verify", str(book)])
        again, _ = _timed([*PROGRAM, "status", str(book / _meeting(1))])
    print(f"git fsck takes {fsck:.1f} s; verifying {ACTS:,} acts {whole:.1f} s,")
    print(f"  which is {whole / fsck:.2f} times as long (goal {TIMES_FSCK:.0f}); exit code {code}")
    print(f"  after one act more: {after:.2f} s (goal {SECONDS_AFTER_ONE}); exit code {code_after}")
    print(f"  status of one of its meetings: {again:.2f} s")
    return 0 if whole <= TIMES_FSCK * fsck and after <= SECONDS_AFTER_ONE and not (code or code_after) else 1


def _timed(words: list[str]) -> tuple[float, int]:
    """Seconds of computing, git's included: waiting says more of the machine than of the program."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    ran = subprocess.run(words, check=False, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if ran.returncode:
        print(ran.stdout.decode()[:2000], ran.stderr.decode()[:2000])
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, ran.returncode


def _meeting(number: int) -> str:
    return f"{2000 + number // 12}-{number % 12 + 1:02}-01-board"


def _make(book: Path) -> None:
    """A book with its history, written by git itself in one go."""
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main", str(book)], check=True)
    stream = b"".join(_history())
    subprocess.run(["git", "-C", str(book), "fast-import", "--quiet"], input=stream, check=True)
    subprocess.run(["git", "-C", str(book), "reset", "--quiet", "--hard"], check=True)
    for key, value in (("user.name", "Dawn Example"), ("user.email", "dawn@example.org")):
        subprocess.run(["git", "-C", str(book), "config", key, value], check=True)


def _history() -> Iterator[bytes]:
    first = {}
    for m in range(MEETINGS):
        listed = "".join(f"  - {{id: {i:02}-item, title: Item {i}}}\n" for i in range(1, ITEMS + 1))
        yaml = f"body: The Board\ndate: {_meeting(m)[:10]}\nitems:\n{listed}"
        first[f"{_meeting(m)}/meeting.yaml"] = yaml
        for i in range(1, ITEMS + 1):
            first[f"{_meeting(m)}/{i:02}-item/minutes.md"] = _words(m, i)
    yield _commit(PEOPLE[0], 0, "Draft minutes", first)
    for n in range(ACTS):
        m, i = n % MEETINGS, n // MEETINGS % ITEMS + 1
        who = PEOPLE[n % 3]
        folder = f"{_meeting(m)}/{i:02}-item"
        yield _commit(who, n + 1, f"Approve item {i}: Item", dict([_act(folder, who, n, _words(m, i))]))


def _words(meeting: int, item: int) -> str:
    lines = [
        f"Line {n} of item {item} in meeting {meeting} was read, and it was resolved." for n in range(12)
    ]
    return "\n\n".join(lines) + "\n"


def _act(folder: str, who: str, number: int, text: str) -> tuple[str, str]:
    name, _, email = who.partition(" <")
    id_ = f"{number:08x}"
    kind, own = ("approval", "") if number % 2 else ("objection", "comment: Not so.\n")
    by = f"by:\n  name: {name}\n  email: {email[:-1]}\n"
    made = f'act: {kind}\nid: "{id_}"\n{by}at: "2022-03-20T10:15:02Z"\ntext: {digest(text)}\n{own}'
    return f"{folder}/acts/20220320T101502Z-{kind}-{id_}.yaml", made


def _commit(who: str, at: int, message: str, files: dict[str, str]) -> bytes:
    head = f"commit refs/heads/main\nauthor {who} {1_600_000_000 + at} +0000\n"
    head += f"committer {who} {1_600_000_000 + at} +0000\ndata {len(message)}\n{message}\n"
    parts = [head.encode()]
    for path, words in files.items():
        raw = words.encode()
        parts += [f"M 100644 inline {path}\ndata {len(raw)}\n".encode(), raw, b"\n"]
    return b"".join(parts)


def _add(book: Path, name: str, number: int) -> None:
    """One act more, recorded with git."""
    who = next(each for each in PEOPLE if each.startswith(name))
    path, words = _act(f"{_meeting(1)}/01-item", who, number + 1, _words(1, 1))
    (book / path).write_text(words, encoding="utf-8")
    for command in (("add", "--all"), ("commit", "--quiet", "--message", "Approve")):
        subprocess.run(["git", "-C", str(book), *command], check=True)
