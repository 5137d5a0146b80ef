"""The redline's speed beside two peers in the same run: diff_match_patch on characters and git's word diff.

The texts are made up from a fixed seed. Pieces are told too: a redline nobody can read is no redline.
"""

import random
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from diff_match_patch import diff_match_patch

from review_tui.anchoring.placement import place
from review_tui.anchoring.redline import Op, redline, word_pieces
from review_tui.model.quotes import quote_at
from review_tui.model.text import Span

PASSAGE_AT_MOST = 0.05
"""Seconds for a passage of any kind up to 20 kB: somebody is typing in it."""
GIT_AT_MOST = 25.0
"""Times git's word diff, its start included, for whole texts: git is compiled code."""
PEER_KB = 20
"""Above this, and for rewritten texts, the differ on characters takes many seconds and is left out."""

SYLLABLES = [
    "ba",
    "con",
    "der",
    "en",
    "fel",
    "gar",
    "hin",
    "is",
    "kel",
    "lo",
    "men",
    "nor",
    "os",
    "par",
    "qui",
    "res",
    "sta",
    "tor",
    "un",
    "ver",
    "wy",
]
SMALL = ["the", "of", "and", "to", "a", "in", "that", "be", "was", "for", "on", "with", "by", "as", "it"]


@dataclass(frozen=True, slots=True)
class Case:
    """Two texts to compare."""

    name: str
    old: str
    new: str
    is_passage: bool
    has_peer: bool


def main() -> int:
    """Print a line for each case; 0 when every bound is kept."""
    dice = random.Random(5)  # noqa: S311 -- the same texts in every run
    print(f"{'case':34}{'ms':>9}{'pieces':>8}{'chars: ms':>11}{'ratio':>8}{'git: ms':>9}{'ratio':>8}")
    kept = [figures(case) for case in cases(dice)]
    kept.append(anchors(dice))
    return 0 if all(kept) else 1


def cases(dice: random.Random) -> list[Case]:
    """Passages as somebody types in them, then whole texts."""
    made = []
    for kb in (2, 20):
        words = prose(dice, kb * 1000).split()
        for name, new in (
            ("5 % other words", changed(dice, words, 0.05)),
            ("30 % other words", changed(dice, words, 0.3)),
            ("rewritten", prose(dice, kb * 1000).split()),
            ("words shuffled", dice.sample(words, len(words))),
            ("small words only", [dice.choice(SMALL) for _ in words]),
        ):
            old = [dice.choice(SMALL) for _ in words] if name == "small words only" else words
            has_peer = kb == 2 or name.startswith("5")
            made.append(
                Case(
                    f"passage of {kb} kB, {name}",
                    " ".join(old),
                    " ".join(new),
                    is_passage=True,
                    has_peer=has_peer,
                )
            )
    for kb, share in ((20, 0.05), (20, 0.3), (200, 0.05), (200, 0.3), (1000, 0.001)):
        lines = [prose(dice, dice.randint(20, 600)) for _ in range(kb * 3)]
        new_lines = [" ".join(changed(dice, line.split(), share)) for line in lines]
        old_text, new_text = "\n\n".join(lines), "\n\n".join(new_lines)
        has_peer = kb <= PEER_KB and share < 0.1
        made.append(
            Case(
                f"minutes of {kb} kB, {share:.1%} changed",
                old_text,
                new_text,
                is_passage=False,
                has_peer=has_peer,
            )
        )
    return made


def figures(case: Case) -> bool:
    """Time one case beside its peers; whether its bound is kept."""
    compare: Callable[[], object]
    if case.is_passage:
        compare = lambda: word_pieces(case.old, case.new)  # noqa: E731 -- two short forms read best beside each other
        pieces = len(word_pieces(case.old, case.new))
    else:
        compare = lambda: redline(case.old, case.new)  # noqa: E731 -- as above
        rows = redline(case.old, case.new).changes()
        pieces = sum(piece.op is not Op.SAME for row in rows for piece in row.pieces)
    took = best(compare)
    chars = best(lambda: on_characters(case.old, case.new), rounds=2) if case.has_peer else None
    git = by_git(case.old, case.new)
    beside = f"{chars * 1000:11.1f}{took / chars:8.2f}" if chars else f"{'-':>11}{'-':>8}"
    print(f"{case.name:34}{took * 1000:9.1f}{pieces:8}{beside}{git * 1000:9.1f}{took / git:8.2f}")
    return took <= PASSAGE_AT_MOST if case.is_passage else took / git <= GIT_AT_MOST


def anchors(dice: random.Random) -> bool:
    """Time following fifty quotes through a change of 200 kB of minutes, beside the redline of the same."""
    lines = [prose(dice, dice.randint(20, 600)) for _ in range(600)]
    then = "\n\n".join(lines)
    now = "\n\n".join(" ".join(changed(dice, line.split(), 0.02)) for line in lines)
    starts = [dice.randrange(len(then) - 40) for _ in range(50)]
    quotes = [quote_at(then, Span(at, at + 30)) for at in starts]
    took = best(lambda: [place(quote, now, then) for quote in quotes], rounds=1)
    peer = best(lambda: redline(then, now), rounds=1)
    print(f"{'50 quotes followed, 200 kB':34}{took * 1000:9.1f}   {took / peer:.2f} times its redline")
    return True


def best(work: Callable[[], object], rounds: int = 5) -> float:
    """The quickest of some rounds, in seconds."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times)


def on_characters(old: str, new: str) -> object:
    """The plain differ without a time limit."""
    differ = diff_match_patch()
    differ.Diff_Timeout = 0
    return differ.diff_main(old, new)


def by_git(old: str, new: str) -> float:
    """Seconds that git's word diff takes, its start included."""
    with tempfile.TemporaryDirectory(prefix="review-tui-benchmark-") as folder:
        paths = [Path(folder) / name for name in ("old", "new")]
        for path, text in zip(paths, (old, new), strict=True):
            path.write_text(text, encoding="utf-8")
        command = ["git", "diff", "--no-index", "--word-diff", *map(str, paths)]
        return best(lambda: subprocess.run(command, check=False, stdout=subprocess.DEVNULL), rounds=3)


def prose(dice: random.Random, size: int) -> str:
    """About ``size`` characters of made-up sentences: small words, rarer long ones, years and figures."""
    words: list[str] = []
    length = 0
    while length < size:
        kind = dice.random()
        if kind < 0.4:
            word = dice.choice(SMALL)
        elif kind < 0.95:
            word = "".join(dice.choices(SYLLABLES, k=dice.randint(2, 3)))
        else:
            word = str(dice.choice([2020, 2021, 2022, dice.randint(1, 900)]))
        words.append(word + ("." if dice.random() < 0.07 else "," if dice.random() < 0.05 else ""))
        length += len(words[-1]) + 1
    return " ".join(words)


def changed(dice: random.Random, words: Sequence[str], share: float) -> list[str]:
    """``words`` with a ``share`` of them replaced by others."""
    return [prose(dice, 1) if dice.random() < share else word for word in words]
