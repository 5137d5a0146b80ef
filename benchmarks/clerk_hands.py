"""Checks against what clerks really write: slips planted one at a time, small cases, and traps.

Run: python -m benchmarks clerk_hands, or python -m benchmarks.clerk_hands with options: --half (1 or 2: every
other meeting), --only a check's id, --show what was missed and what was told of true drafts. Needs the
development data (see ``dates_quality.data_folder``).

A planted slip is caught when a finding that the true draft does not have touches the spoilt words or, where
words were left out, the notes. Whatever is told of the true draft counts as false until it has been read.
"""

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks import dates_quality
from review_tui.checks.check import Check
from review_tui.checks.engine import run_checks
from review_tui.checks.table import CHECKS
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Document, Material

GRAVE = frozenset({Severity.ERROR, Severity.WARNING})
DRAFT = "minutes.md"
Row = dict[str, Any]


@dataclass
class Tally:
    """What came of one file of rows."""

    caught: Counter[str] = field(default_factory=Counter)
    hinted: Counter[str] = field(default_factory=Counter)
    planted: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    """Serious findings of the true drafts, by check."""
    words: int = 0
    traps: int = 0
    sprung: int = 0
    told: list[str] = field(default_factory=list)
    """What is to be read: misses and findings of the true drafts."""

    @property
    def share(self) -> float:
        """Caught of all that was planted."""
        return sum(self.caught.values()) / max(1, sum(self.planted.values()))

    @property
    def alarms(self) -> float:
        """Serious findings per 1,000 words of the true drafts."""
        return 1000 * sum(self.false.values()) / max(1, self.words)

    def lines(self, name: str) -> Iterator[str]:
        """The figures in words."""
        right, of = sum(self.caught.values()), sum(self.planted.values())
        told = f"{name}: caught {right} of {of} ({self.share:.3f})"
        if self.words:
            told += (
                f", with hints {sum(self.hinted.values())}; {self.alarms:.2f} serious findings per 1,000 "
                f"words of true drafts; traps flagged {self.sprung} of {self.traps}"
            )
        yield told
        for kind in sorted(self.planted):
            yield f"  {kind:18} {self.caught[kind]:4} of {self.planted[kind]:4}  hints {self.hinted[kind]:4}"
        for check, count in self.false.most_common():
            yield f"  told of true drafts by {check}: {count}"


def rows(path: Path) -> list[Row]:
    """The rows of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def measure(found: Iterable[Row], checks: Sequence[Check]) -> Tally:
    """Every case, or every slip of every meeting."""
    tally = Tally()
    for row in found:
        if "plants" in row:
            _meeting(row, checks, tally)
        else:
            _case(row, checks, tally)
    return tally


def _run(draft: str, notes: Sequence[tuple[str, str]], checks: Sequence[Check]) -> tuple[Finding, ...]:
    material = Material(
        Document.read(DRAFT, draft), tuple(Document.read(f"notes/{name}", text) for name, text in notes), None
    )
    outcome = run_checks(material, checks)
    if outcome.failures:  # else a check that breaks down would look like one that finds less
        raise AssertionError(outcome.failures)
    return outcome.findings


def _case(row: Row, checks: Sequence[Check], tally: Tally) -> None:
    notes = row.get("notes") or []
    names = row.get("files") or [f"notes{n}.md" for n in range(len(notes))]
    found = [
        f for f in _run(row["draft"], list(zip(names, notes, strict=False)), checks) if f.severity in GRAVE
    ]
    touching = row.get("touching")
    if row["expect"] == "none":
        right = not found
    elif not touching:
        right = bool(found)
    else:
        texts = {DRAFT: row["draft"], **{f"notes/{n}": t for n, t in zip(names, notes, strict=False)}}
        right = any(
            place.span.start < spot.end() and spot.start() < place.span.end
            for finding in found
            for place in finding.places
            for spot in re.finditer(re.escape(touching), texts[place.file])
        )
    tally.planted[row["kind"]] += 1
    tally.caught[row["kind"]] += right
    tally.hinted[row["kind"]] += right
    if not right:
        told = "; ".join(f"{f.check}: {f.message}" for f in found)
        tally.told.append(
            f"WRONG {row['id']} | {_short(row['draft'], 150)} | {notes} | expected {row['expect']} | {told}"
        )


def _meeting(row: Row, checks: Sequence[Check], tally: Tally) -> None:
    notes = [(note["file"], note["text"]) for note in row["notes"]]
    draft = row["draft"]
    before = _run(draft, notes, checks)
    known = {_mark(f) for f in before if f.severity in GRAVE}
    known_hints = {_mark(f) for f in before}
    grave = [f for f in before if f.severity in GRAVE]
    tally.words += len(draft.split())
    for finding in grave:
        tally.false[finding.check] += 1
        tally.told.append(f"TOLD {row['name']} | {finding.check} | {finding.message}")
    for trap in row.get("traps", ()):
        start = draft.find(trap["quote"])
        tally.traps += 1
        if any(_touches(f, start, start + len(trap["quote"])) for f in grave):
            tally.sprung += 1
            tally.told.append(f"TRAP {row['name']} | {trap['quote']}")
    for plant in row["plants"]:
        start = draft.index(plant["old"])
        end = start + max(1, len(plant["new"]))
        found = _run(draft.replace(plant["old"], plant["new"], 1), notes, checks)
        hits = [f for f in found if _is_hit(f, start, end, bool(plant["new"]))]
        caught = any(f.severity in GRAVE and _mark(f) not in known for f in hits)
        hinted = caught or any(_mark(f) not in known_hints for f in hits)
        kind = plant["kind"] + ("*" if "founding" in plant.get("why", "") else "")
        tally.planted[kind] += 1
        tally.caught[kind] += caught
        tally.hinted[kind] += hinted
        if not caught:
            tally.told.append(
                f"MISS {row['name']} | {kind} | {_short(plant['old'])} -> {_short(plant['new'])} | "
                f"notes: {_short(plant.get('in_notes', ''))}"
            )


def _is_hit(finding: Finding, start: int, end: int, has_words: bool) -> bool:
    if has_words:
        return _touches(finding, start, end)
    return any(place.file != DRAFT for place in finding.places)


def _touches(finding: Finding, start: int, end: int) -> bool:
    return any(
        place.file == DRAFT and place.span.start < end and start < place.span.end for place in finding.places
    )


def _mark(finding: Finding) -> tuple[str, tuple[str, ...]]:
    return finding.check, tuple(sorted(place.quote for place in finding.places))


def _short(text: str, most: int = 90) -> str:
    text = " / ".join(text.split("\n"))
    return text if len(text) <= most else text[: most - 1] + "…"


def main() -> int:
    """Print the figures; 0, or 1 where a goal is missed."""
    options = argparse.ArgumentParser(description="Checks against what clerks really write.")
    options.add_argument(
        "--half", type=int, choices=(1, 2), help="every other meeting, from the first or second"
    )
    options.add_argument("--only", action="append", default=[], metavar="ID", help="these checks only")
    options.add_argument("--files", nargs="*", default=["cases", "dev_parish", "dev_kinds"])
    options.add_argument(
        "--show", action="store_true", help="what was missed, and what was told of true drafts"
    )
    chosen = options.parse_known_args()[0]
    folder = dates_quality.data_folder()
    if folder is None or not (folder / "clerks").is_dir():
        print("clerk_hands: skipped, there is no development data here (set REVIEW_TUI_DATA to its folder)")
        return 0
    checks = tuple(check for check in CHECKS if not chosen.only or check.id in chosen.only)
    for name in chosen.files:
        found = rows(folder / "clerks" / f"{name}.jsonl")
        if chosen.half and name != "cases":
            found = found[chosen.half - 1 :: 2]
        began = time.perf_counter()
        tally = measure(found, checks)
        print("\n".join(tally.lines(name)), f"\n  ({time.perf_counter() - began:.0f} s)", flush=True)
        if chosen.show:
            print("\n".join(tally.told), file=sys.stderr, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
