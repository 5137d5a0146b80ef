"""How well contradicting periods are found: false alarms on real minutes, recall on planted slips, speed.

Run: python -m benchmarks checks_quality (or with --show to read every finding). Needs the development data.

False alarms. Every minutes file as it stands, with no notes; and with itself in clerk's shorthand for notes.
Real minutes hold real slips, so each finding must be read before it is called false.

Planted slips. One year or one month of a period of more than a day is changed: in minutes to which a
resolution was added that takes up a period in their own words ("... report for 2020-21"), on either side; in
minutes that have a period twice after the same two words, lists of payments apart; and in minutes whose notes
have it in shorthand, lists of payments included. A slip is found when any place of a finding is the changed
period. The dice are the same in every run.
"""

import argparse
import dataclasses
import datetime as dt
import random
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.dates_quality import data_folder
from review_tui.checks.engine import run_checks
from review_tui.checks.material import Document, Material
from review_tui.checks.periods import Period, find_periods
from review_tui.checks.table import CHECKS
from review_tui.domain.findings import Finding
from review_tui.domain.meeting import Meeting
from review_tui.domain.text import Span

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905 -- easier to read
)
_SMALL = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "for",
        "in",
        "on",
        "at",
        "by",
        "with",
        "that",
        "this",
        "be",
        "is",
        "was",
        "were",
        "been",
        "had",
        "has",
        "have",
        "would",
    ]
)

WAYS = {
    "resolved": "slips, narrative or resolution",
    "twice": "slips, twice in the draft",
    "noted": "slips, in the notes",
}
"""Where the right period stands when one is spoilt."""
_TITLE = re.compile(
    r"[A-Za-z]{3,} [A-Za-z]{4,} (?:for|of|covering)(?: the)?(?: financial)?(?: year| period)?(?: from)? $"
)
"""Words before a period that name what it is of: "annual report for"."""


@dataclass(frozen=True)
class Minutes:
    """One file of real minutes."""

    name: str
    text: str
    meeting: Meeting


def minutes(folder: Path) -> Iterator[Minutes]:
    """The real minutes without their front matter."""
    for path in sorted((folder / "minutes").glob("*.md")):
        raw = path.read_text(encoding="utf-8")
        text = raw.split("\n---\n", 1)[-1]
        date = dt.date(int(path.name[:4]), int(path.name[4:6]), 1)
        yield Minutes(path.name, text, Meeting(path.stem, "Parish Council", date))


def check(source: Minutes, text: str, notes: str | None = None) -> tuple[Finding, ...]:
    """The findings of the period check."""
    read = (Document.read("notes/clerk.md", notes),) if notes is not None else ()
    return run_checks(
        Material(Document.read("minutes.md", text), read, source.meeting), only={"period"}
    ).findings


def shorthand(text: str) -> str:
    """``text`` as a clerk might jot it down: no small words, months and long words cut short."""
    lines = []
    for line in text.splitlines():
        words = [w for w in line.split() if w.lower() not in _SMALL]
        lines.append(" ".join(_cut(w) for w in words))
    return "\n".join(lines)


def _cut(word: str) -> str:
    core = word.strip(".,;:()")
    if core in _MONTHS:
        return word.replace(core, core[:3])
    if core.isalpha() and len(core) > 9:
        return word.replace(core, core[:5])
    return word


def changed(period: Period, dice: random.Random) -> str | None:
    """The period with one year or one month changed, or ``None`` when it has neither."""
    pieces = [m for m in re.finditer(r"\d{4}|(?<=[-/])\d\d\b|[A-Za-z]{3,9}", period.text) if _is_piece(m[0])]
    if not pieces:
        return None
    piece = dice.choice(pieces)
    return period.text[: piece.start()] + _other(piece[0], dice) + period.text[piece.end() :]


def _is_piece(word: str) -> bool:
    return word.isdigit() or word in _MONTHS or word in {m[:3] for m in _MONTHS}


def _other(word: str, dice: random.Random) -> str:
    if word.isdigit():
        return f"{int(word) + dice.choice((-1, 1)):0{len(word)}d}"
    whole = word in _MONTHS
    others = [m for m in _MONTHS if m[:3] != word[:3]]
    chosen = dice.choice(others)
    return chosen if whole else chosen[:3]


def is_range(period: Period) -> bool:
    """Whether it is more than one day, with its year written."""
    return not period.is_single_day and period.year_written


def before(text: str, period: Period) -> list[str]:
    """The last two telling words before it, on the same line."""
    line = text[max(0, period.span.start - 80) : period.span.start].rsplit("\n", 1)[-1]
    words = re.findall(r"[a-z]{3,}", line.lower())
    return [w.rstrip("s") for w in words if w not in _SMALL and w != "year"][-2:]


def twins(text: str, reference: dt.date) -> Iterator[tuple[Period, Period]]:
    """Two periods of the same days, said of the same thing."""
    found = [p for p in find_periods(text, reference=reference) if is_range(p) and not _is_payment(text, p)]
    for index, one in enumerate(found):
        title = before(text, one)
        for other in found[index + 1 :]:
            same_days = (one.start, one.end) == (other.start, other.end)
            if same_days and len(title) > 1 and title == before(text, other):
                yield one, other


def _is_payment(text: str, period: Period) -> bool:
    """Whether it stands in a list of payments, where the next line is of another payee."""
    around_it = text[max(0, period.span.start - 60) : period.span.end + 60]
    return bool(re.search(r"\d\.\d\d\b", around_it))


def resolved(source: Minutes) -> Iterator[tuple[str, Period, Period]]:
    """The minutes with a resolution added that takes up a period in their own words, and both periods."""
    for period in find_periods(source.text, reference=source.meeting.date):
        lead = source.text[max(0, period.span.start - 90) : period.span.start].rsplit("\n", 1)[-1]
        words = lead.split()[-6:]
        if not is_range(period) or not _TITLE.search(lead) or _is_payment(source.text, period):
            continue
        opening = f"{source.text.rstrip()}\n\nResolved:- That the {' '.join(words)} "
        text = f"{opening}{period.text}, be noted.\n"
        twin = dataclasses.replace(period, span=Span(len(opening), len(opening) + len(period.text)))
        yield text, period, twin


def is_found(findings: tuple[Finding, ...], at: int) -> bool:
    return any(place.file == "minutes.md" and place.span.start == at for f in findings for place in f.places)


def cases(source: Minutes, dice: random.Random, way: str) -> Iterator[tuple[str, Period, str | None]]:
    """Text, the period to spoil in it, and the notes beside it."""
    reference = source.meeting.date
    if way == "resolved":
        yield from ((text, dice.choice(pair), None) for text, *pair in list(resolved(source))[:6])
    elif way == "twice":
        yield from ((source.text, dice.choice(pair), None) for pair in twins(source.text, reference))
    else:
        notes = shorthand(source.text)
        chosen = [p for p in find_periods(source.text, reference=reference) if is_range(p)][:12]
        yield from ((source.text, period, notes) for period in chosen)


def planted(source: Minutes, dice: random.Random, way: str) -> Iterator[tuple[bool, str]]:
    """Whether each planted slip was found, and how it read."""
    for text, period, notes in cases(source, dice, way):
        words = changed(period, dice)
        if words is None:
            continue
        spoilt = text[: period.span.start] + words + text[period.span.end :]
        line = " ".join(spoilt[max(0, period.span.start - 70) : period.span.start + len(words) + 30].split())
        yield is_found(check(source, spoilt, notes), period.span.start), f"{period.text} -> {words}: {line}"


def false_alarms(corpus: list[Minutes], *, with_notes: bool, show: bool) -> str:
    """Findings per thousand words of untouched minutes."""
    words = count = 0
    for source in corpus:
        words += len(source.text.split())
        found = check(source, source.text, shorthand(source.text) if with_notes else None)
        count += len(found)
        for finding in found if show else ():
            print(f"  {source.name}\n    {finding.message}")
            for place in finding.places:
                print(f"      {place.file} {place.line}: {' '.join(place.passage.split())[:220]}")
    name = "untouched, own notes" if with_notes else "untouched"
    return f"{name:34} {count:4} findings in {words} words = {1000 * count / words:.4f} per 1,000"


def recall(corpus: list[Minutes], way: str, *, show: bool) -> str:
    """The share of planted slips that were found."""
    dice = random.Random(20220316)  # noqa: S311 -- the same slips in every run
    told = [result for source in corpus for result in planted(source, dice, way)]
    for found, line in told if show else ():
        if not found:
            print("  missed", line)
    hits = sum(found for found, _ in told)
    return f"{WAYS[way]:34} {hits:4} of {len(told)} found = {hits / max(1, len(told)):.3f}"


def speed(corpus: list[Minutes]) -> str:
    """All checks over 200 kB of draft and 400 kB of notes, the best of three."""
    text = "\n\n".join(source.text for source in corpus)
    draft, notes = text[:200_000], shorthand(text)[100_000:500_000]
    best = float("inf")
    for _ in range(3):
        began = time.perf_counter()
        material = Material(Document.read("minutes.md", draft), (Document.read("notes/clerk.md", notes),))
        found = run_checks(material, CHECKS)
        best = min(best, time.perf_counter() - began)
    told = f"200 kB of draft and 400 kB of notes ({len(found.findings)} findings)"
    return f"{'speed':34} {best * 1000:.0f} ms for {told}"


def main() -> int:
    """Print the figures."""
    options = argparse.ArgumentParser(description="How well contradicting periods are found.")
    options.add_argument("--show", action="store_true", help="show every finding and every missed slip")
    chosen, _ = options.parse_known_args()
    folder = data_folder()
    if folder is None:
        print(
            "checks_quality: skipped, there is no development data here (set REVIEW_TUI_DATA to its folder)"
        )
        return 0
    corpus = list(minutes(folder))
    for with_notes in (False, True):
        print(false_alarms(corpus, with_notes=with_notes, show=chosen.show))
    for way in WAYS:
        print(recall(corpus, way, show=chosen.show))
    print(speed(corpus))
    return 0


if __name__ == "__main__":
    sys.exit(main())
