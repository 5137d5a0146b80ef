"""The product's speed beside a floor in the same run: first paint, a key's paint, an amendment's commit."""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks import bare_app
from benchmarks.terminal import Figures, first_paint, key_times, percentile, ratio
from review_tui.composition import SAMPLE_ITEM, copy_sample, open_book_context

PROGRAM = [sys.executable, "-m", "review_tui", "open", "--item", "5"]
MARKER = "Laura Gough"
"""In the first frame, drawn by hand before Textual is loaded."""
LIVE_MARKER = "Approve"
"""In the key bar: the live screen has taken over."""
FIRST_PAINT_AT_MOST = 1.5
READY_AT_MOST = 1.5
KEY_AT_MOST = 0.033
COMMIT_AT_MOST = 3.0
STARTS, KEYS, COMMITS = 10, 250, 30


def main() -> int:
    """Print each figure beside its floor and goal; 0 when all goals are met."""
    with sample() as book:
        met = [paint(book), keys(book), amendment(book)]
    return 0 if all(met) else 1


@contextmanager
def sample() -> Iterator[Path]:
    """A copy of the sample book in a repository of its own; the folder that holds it."""
    folder = Path(tempfile.mkdtemp(prefix="review-tui-benchmark-"))
    try:
        copy_sample(folder)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def paint(book: Path) -> bool:
    """First paint of the sample book beside a bare Textual app's; the two by turns."""
    ours, live, floor = [], [], []
    for _ in range(STARTS):
        floor += first_paint(bare_app.ARGV, bare_app.MARKER, runs=1)
        ours += first_paint(PROGRAM, MARKER, runs=1, cwd=str(book))
        live += first_paint(PROGRAM, LIVE_MARKER, runs=1, cwd=str(book))
    times, ready = ratio(ours, floor), ratio(live, floor)
    print(f"first paint: ours {Figures.of(ours)}\n             live {Figures.of(live)}")
    print(f"             bare {Figures.of(floor)}")
    print(f"             {times:.2f} times the bare app's (goal {FIRST_PAINT_AT_MOST});", end=" ")
    print(f"ready for keys at {ready:.2f} times (goal {READY_AT_MOST})")
    return times <= FIRST_PAINT_AT_MOST and ready <= READY_AT_MOST


def keys(book: Path) -> bool:
    """A step of the cursor to the last byte painted."""
    floor = key_times(bare_app.ARGV, bare_app.MARKER, [b"j", b"k"] * (KEYS // 2))
    ours = key_times(PROGRAM, MARKER, [b"j"] * 8 + [b"j", b"k"] * (KEYS // 2), cwd=str(book))
    worst = percentile(ours, 99)
    print(f"key to paint: ours {Figures.of(ours)}\n              bare {Figures.of(floor)}")
    print(f"              p99 {worst * 1000:.0f} ms (goal {KEY_AT_MOST * 1000:.0f})")
    return worst <= KEY_AT_MOST


def amendment(book: Path) -> bool:
    """An amendment, from the service's call to the finished commit, beside ``git commit`` of that file."""
    context = open_book_context(book / "drafts")
    path = book / "drafts" / SAMPLE_ITEM / "minutes.md"
    ours, floor = [], []

    def amend(number: int) -> None:
        view = context.reading.find(SAMPLE_ITEM)
        text = f"{view.draft.text}Ours {number}.\n"
        ours.append(timed(lambda: context.review.amend(view, text, "Measured.")))

    def commit(number: int) -> None:
        path.write_text(f"{path.read_text(encoding='utf-8')}Plain {number}.\n", encoding="utf-8")
        plain = ["git", "-C", str(book), "commit", "--quiet", "--message", "Plain", "--", str(path)]
        floor.append(timed(lambda: subprocess.run(plain, check=True)))

    for number in range(COMMITS):
        amend(number)
        commit(number)
    context.history.close()
    times = ratio(ours, floor)
    print(f"amendment: ours {Figures.of(ours)}\n           git  {Figures.of(floor)}")
    print(f"           {times:.2f} times git commit's (goal {COMMIT_AT_MOST})")
    return times <= COMMIT_AT_MOST


def timed(job: Callable[[], object]) -> float:
    """Seconds that ``job`` takes."""
    began = time.perf_counter()
    job()
    return time.perf_counter() - began
