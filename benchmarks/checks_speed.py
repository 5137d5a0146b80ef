"""How long all checks take, and how that grows with the length of draft and notes."""

import math
import time
from collections.abc import Iterator, Sequence

from benchmarks.checks_corpus import Minutes
from benchmarks.checks_runs import NOTES_FILE
from review_tui.checks.check import Check
from review_tui.checks.engine import run_checks
from review_tui.model.material import Document, Material

DRAFT_WORDS = 10_000
SIZES = (0.25, 0.5, 1.0, 2.0)
"""Of ``DRAFT_WORDS``; the notes have twice as many words."""


class Speed:
    """The times by size, in seconds of the processor, and the slowest checks."""

    def __init__(self, checks: Sequence[Check], drafts: Sequence[Minutes], notes: Sequence[str]) -> None:
        self._checks = checks
        draft = [word for source in drafts for word in _words(source.text)]
        noted = [word for text in notes for word in _words(text)]
        self._draft, self._noted = draft, noted
        self.seconds: dict[float, float] = {}
        self.amended = 0.0
        """Of ``DRAFT_WORDS`` of which one word was changed since they were looked over."""
        self.by_check: dict[str, float] = {}

    def measure(self) -> None:
        """The best of three at each size, and after an amendment, and of two for each check alone."""
        for size in SIZES:
            self.seconds[size] = min(self._run(size, self._checks) for _ in range(3))
        self.amended = min(self._run(1.0, self._checks, amended=n) for n in (1, 2, 3))
        for check in self._checks:
            self.by_check[check.id] = min(self._run(1.0, (check,)) for _ in range(2))

    @property
    def growth(self) -> float:
        """The power of the length that the time grows with: 1 is in step with it."""
        return math.log(self.seconds[2.0] / self.seconds[0.5]) / math.log(4)

    def lines(self) -> Iterator[str]:
        """The figures."""
        for size, seconds in self.seconds.items():
            words = int(size * DRAFT_WORDS)
            yield f"  {words:6} words of draft, {2 * words:6} of notes: {seconds * 1000:7.0f} ms"
        yield f"  {DRAFT_WORDS:6} words, one of them amended: {self.amended * 1000:.0f} ms (above: none was)"
        yield f"  time grows with length to the power of {self.growth:.2f}"
        slow = sorted(self.by_check.items(), key=lambda pair: -pair[1])
        yield "  slowest checks: " + ", ".join(
            f"{check} {seconds * 1000:.0f} ms" for check, seconds in slow[:8]
        )

    def _run(self, size: float, checks: Sequence[Check], amended: int = 0) -> float:
        """``amended``: the number of an amendment of one word, in the middle."""
        count = int(size * DRAFT_WORDS)
        words, noted = _times(self._draft, count), "".join(_times(self._noted, 2 * count))
        draft = "".join([*words[: count // 2], "again " * amended, *words[count // 2 :]])
        began = time.process_time()
        material = Material(Document.read("minutes.md", draft), (Document.read(NOTES_FILE, noted),))
        run_checks(material, checks)
        return time.process_time() - began


def _words(text: str) -> list[str]:
    """The words, each with the white space behind it."""
    pieces, at = [], 0
    for index in range(1, len(text)):
        if text[index - 1].isspace() and not text[index].isspace():
            pieces.append(text[at:index])
            at = index
    return [*pieces, f"{text[at:]}\n\n"]


def _times(words: list[str], count: int) -> list[str]:
    repeats = -(-count // max(1, len(words)))
    return (words * repeats)[:count]
