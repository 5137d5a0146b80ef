"""Minutes in one file each, of ten years in one repository: an item's timeline, and the list of meetings.

The one is printed beside ``git log --follow -p`` of the same file, the other beside itself the first time.
"""

import datetime as dt
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.product import timed
from review_tui.composition import open_book_context

FILES, YEARS = 358, 10
CHANGES = 12
"""Commits that touch one file, beside the one that brought it."""
LONG_LIVED = 400
"""Commits that touch the file whose timeline is asked for."""
ITEMS, PARAGRAPHS, WORDS = 12, 4, 60
"""Of each file: 3,000 words."""
RUNS = 5
ROWS_AT_MOST = 2.0
"""Times ``git log --follow -p``."""
LISTED_AGAIN_AT_MOST = 0.5
"""Of the time that the first listing takes."""


def main() -> int:
    """Print each ratio beside its goal; 0 when all goals are met."""
    with tempfile.TemporaryDirectory(prefix="review-tui-benchmark-") as scratch:
        os.environ["XDG_CACHE_HOME"] = f"{scratch}/cache"
        top = Path(scratch) / "repo"
        make(top)
        met = [timeline(top), listing(top)]
    return 0 if all(met) else 1


def timeline(top: Path) -> bool:
    """All rows of one item's timeline, asked for when its file is open; the first are there by then too."""
    met = []
    for what, file in (("a file like the others", name(FILES // 2)), ("one of many changes", name(0))):
        git = ["git", "-C", str(top), "log", "--follow", "-p", "--", file]
        floor, ours = [], []
        for _ in range(RUNS):
            floor.append(timed(partial(subprocess.run, git, check=True, stdout=subprocess.DEVNULL)))
            ours.append(_timeline(top, file))
        times = min(ours) / min(floor)
        print(f"timeline of an item of {what}: git log --follow -p takes {min(floor) * 1000:.0f} ms,")
        print(f"  ours {min(ours) * 1000:.0f} ms, {times:.2f} times that (goal {ROWS_AT_MOST})")
        met.append(times <= ROWS_AT_MOST)
    return all(met)


def _timeline(top: Path, file: str) -> float:
    """Seconds from the question to the rows."""
    folder, _, named = file.rpartition("/")
    context = open_book_context(top / folder, file=named)
    view = context.reading.find("3")
    seconds = timed(lambda: context.timeline.of_item(view))
    context.history.close()
    return seconds


def listing(top: Path) -> bool:
    """All meetings of the folder, the first time and again, each in a program of its own."""
    program = (
        "import time; from pathlib import Path; from review_tui.composition import open_book_context as o\n"
        "c = o(Path('.')); t = time.perf_counter()\n"
        "n = len(c.reading.meetings()[0]); print(n, time.perf_counter() - t)"
    )
    seconds = []
    for _ in range(RUNS):
        ran = subprocess.run(
            [sys.executable, "-c", program], cwd=top, check=True, capture_output=True, text=True
        )
        count, took = ran.stdout.split()
        seconds.append(float(took))
        time.sleep(0.1)
    first, again = seconds[0], min(seconds[1:])
    print(f"list of {count} meetings: {first * 1000:.0f} ms the first time,")
    print(f"  {again * 1000:.0f} ms again, {again / first:.2f} of that (goal {LISTED_AGAIN_AT_MOST})")
    return again <= first * LISTED_AGAIN_AT_MOST


def name(number: int) -> str:
    """The path of one of the files."""
    return f"minutes/{_day(number).year}/{_day(number).isoformat()}-board.md"


def _day(number: int) -> dt.date:
    return dt.date(2014, 1, 6) + dt.timedelta(days=number * 365 * YEARS // FILES)


def make(top: Path) -> None:
    """A repository with the files, each committed when it was held and changed in the weeks after."""
    subprocess.run(["git", "init", "--quiet", "--template=", "--initial-branch=main", str(top)], check=True)
    stream = "".join(_stream()).encode()
    subprocess.run(["git", "fast-import", "--quiet"], cwd=top, input=stream, check=True)
    subprocess.run(["git", "checkout", "--quiet", "--force", "main"], cwd=top, check=True)


def _stream() -> Iterator[str]:
    chance = random.Random(11)  # noqa: S311 -- the same repository each time
    words = [f"w{n}" for n in range(2_000)]
    texts: dict[int, list[list[str]]] = {}
    work: list[tuple[dt.date, int]] = []
    for number in range(FILES):
        held = _day(number)
        texts[number] = [chance.choices(words, k=WORDS) for _ in range(ITEMS * PARAGRAPHS)]
        many = LONG_LIVED if number == 0 else CHANGES
        step = 3_000 // many if number == 0 else 1
        work += [(held + dt.timedelta(days=day * step), number) for day in range(many + 1)]
    for day, number in sorted(work):
        paragraphs = texts[number]
        chance.choice(paragraphs)[chance.randrange(WORDS)] = "amended"
        yield _commit(day, name(number), _minutes(number, paragraphs))


def _minutes(number: int, paragraphs: list[list[str]]) -> str:
    parts = [f"# Board, {_day(number).isoformat()}\n"]
    for item in range(ITEMS):
        parts.append(f"\n## {item + 1}. Item {item + 1}\n")
        own = paragraphs[item * PARAGRAPHS : (item + 1) * PARAGRAPHS]
        parts += ["\n" + " ".join(words) + ".\n" for words in own]
    return "".join(parts)


def _commit(day: dt.date, path: str, text: str) -> str:
    at = int(dt.datetime(day.year, day.month, day.day, 12, tzinfo=dt.UTC).timestamp())
    who = f"Clerk <clerk@example.org> {at} +0000"
    size = len(text.encode())
    return (
        f"commit refs/heads/main\nauthor {who}\ncommitter {who}\ndata 7\nMinutes\n"
        f"M 100644 inline {path}\ndata {size}\n{text}\n"
    )


if __name__ == "__main__":
    raise SystemExit(main())
