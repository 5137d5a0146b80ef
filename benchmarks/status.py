"""How long ``status`` computes beside ``--version``: of few meetings, and of one among a thousand."""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from review_tui.adapters.book.meeting_index import RACY_WINDOW
from review_tui.composition import SAMPLE_ITEM, copy_sample

PROGRAM = [sys.executable, "-m", "review_tui"]
FEW, MANY = 10, 1_000
RUNS = 7
FEW_AT_MOST = 4.0
"""Times ``--version``, for all of the few."""
ONE_AT_MOST = 2.0
"""Times what it takes among the few, for one meeting among the many."""


def main() -> int:
    """Print each ratio beside its goal; 0 when all goals are met."""
    with tempfile.TemporaryDirectory(prefix="review-tui-benchmark-") as scratch:
        os.environ["XDG_CACHE_HOME"] = f"{scratch}/cache"
        few, many = (_shelf(Path(scratch) / str(count), count) for count in (FEW, MANY))
        time.sleep(RACY_WINDOW)
        first = _seconds(few, "status")
        _seconds(few, "status")
        _seconds(many, "status", _name(1))
        version, whole, one, among_many = [], [], [], []
        for _ in range(RUNS):
            version.append(_seconds(few, "--version"))
            whole.append(_seconds(few, "status"))
            one.append(_seconds(few, "status", _name(1)))
            among_many.append(_seconds(many, "status", _name(1)))
    floor = min(version)
    times, ratio = min(whole) / floor, min(among_many) / min(one)
    print(f"--version computes for {floor * 1000:.0f} ms; in times of it, the best of {RUNS}:")
    print(f"  status of {FEW} meetings, the first time: {first / floor:.1f}")
    print(f"  and again: {times:.1f} (goal {FEW_AT_MOST:.0f})")
    alone, among = min(one) / floor, min(among_many) / floor
    print(f"  status of one meeting among {FEW}: {alone:.1f}; among {MANY:,}: {among:.1f}")
    print(f"  which is {ratio:.2f} times as long (goal {ONE_AT_MOST:.0f})")
    return 0 if times <= FEW_AT_MOST and ratio <= ONE_AT_MOST else 1


def _name(number: int) -> str:
    return f"{2000 + number // 12}-{number % 12 + 1:02}-01-board"


def _shelf(folder: Path, count: int) -> Path:
    """A book of so many meetings, each a copy of the sample's with a date of its own."""
    book = copy_sample(folder)
    sample = book / SAMPLE_ITEM.partition("/")[0]
    for number in range(1, count + 1):
        made = book / _name(number)
        shutil.copytree(sample, made)
        yaml = made / "meeting.yaml"
        dated = yaml.read_text(encoding="utf-8").replace("2022-03-16", _name(number)[:10])
        yaml.write_text(dated, encoding="utf-8")
    shutil.rmtree(sample)
    for words in (("add", "--all"), ("commit", "--quiet", "--message", "Meetings")):
        subprocess.run(["git", "-C", str(folder), *words], check=True)
    return folder


def _seconds(folder: Path, *words: str) -> float:
    """Of computing: waiting says more of the machine than of the program."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    quiet = subprocess.DEVNULL
    subprocess.run([*PROGRAM, *words], cwd=folder, check=True, stdout=quiet, stderr=quiet)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
