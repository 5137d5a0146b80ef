"""How good the checks are: false alarms on real minutes, recall of planted slips, genuine errors, speed.

Run: python -m benchmarks checks_quality, or python -m benchmarks.checks_quality with options: --quick (two
minutes), --checks module:Class to try a check that is not in the table, --only and --kinds to look at a part,
--minutes FOLDER for other minutes, --out FOLDER for what is written out to be read. Needs the development
data (see ``dates_quality.data_folder``).

False alarms. Every file of minutes as it stands: alone, with the roll that its own first lines give, and with
notes. Published minutes hold real slips, so the sample that is written out must be read before a finding is
called false.

Planted slips. One at a time, each of a kind that clerks make; see the ``slips_of_...`` modules. Each is tried
only with material that can tell: the draft alone, with the roll, or with notes that a clerk might have taken
(``clerk_notes``, which shares no code with the checks) and that do hold what was spoilt. A slip is found when
an error or warning that the true text does not have names the spoilt words or, for an omission, the note that
they are of. The dice are the same in every run.
"""

import argparse
import importlib
import json
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import checks_alarms, checks_recall, clerk_hands, dates_quality
from benchmarks.checks_corpus import Minutes, minutes
from benchmarks.checks_runs import GRAVE, Bench
from benchmarks.checks_speed import Speed
from benchmarks.planting import ALONE, NOTES, ROLL
from review_tui.checks.check import Check
from review_tui.checks.table import CHECKS

QUICK_FILES, QUICK_SLIPS, SLIPS = 60, 30, 300
SAMPLE = 60
GOALS: dict[str, float] = {
    "weekday": 0.95,
    "period": 0.95,
    "vote arithmetic": 0.95,
    "figure": 0.9,
    "date": 0.9,
    "name": 0.9,
    "roll": 0.9,
    "attribution": 0.8,
    "polarity": 0.8,
    "omitted decision": 0.8,
}
"""The least recall, by kind of slip."""
HANDS = (("cases", 0.93, 0.0), ("dev_parish", 0.7, 0.7), ("dev_kinds", 0.7, 0.7))
"""Of each file the least share caught and the most serious findings per 1,000 words of true drafts."""
MOST_SPRUNG = 0.03
MOST_ALARMS, LEAST_F1, MOST_SECONDS, MOST_GROWTH = 0.5, 0.95, 1.0, 1.2


@dataclass(frozen=True, slots=True)
class Goal:
    """One line of the final table."""

    name: str
    wanted: str
    got: str
    is_met: bool

    def __str__(self) -> str:
        """The line."""
        return f"{self.name:52} {self.wanted:>10} {self.got:>10}  {'ok' if self.is_met else 'missed'}"


def main() -> int:
    """Print the figures and the table of goals; the number of goals missed."""
    chosen = _options()
    folder = dates_quality.data_folder()
    if folder is None:
        print(
            "checks_quality: skipped, there is no development data here (set REVIEW_TUI_DATA to its folder)"
        )
        return 0
    bench = Bench(_checks(chosen))
    everything = list(minutes(chosen.minutes or folder / "minutes"))
    corpus = everything[:: max(1, len(everything) // QUICK_FILES)] if chosen.quick else everything
    chosen.out.mkdir(parents=True, exist_ok=True)
    goals = [
        *_alarms(bench, corpus, chosen.out),
        *_recall(bench, everything, chosen),
        *_genuine(bench, {source.name: source for source in everything}, folder),
        _dates(folder),
        *_hands(bench, folder),
        *_speed(bench, everything),
    ]
    for sentence, count in bench.failures.most_common():
        print(f"{count} times: {sentence}")
    print(f"\n{'goal':52} {'wanted':>10} {'got':>10}")
    print("\n".join(map(str, goals)))
    return sum(not goal.is_met for goal in goals)


def _options() -> argparse.Namespace:
    options = argparse.ArgumentParser(description="How good the checks are.")
    options.add_argument("--quick", action="store_true", help="some files and slips only: about two minutes")
    options.add_argument(
        "--checks",
        action="append",
        default=[],
        metavar="MODULE:CLASS",
        help="a check that is not in the table",
    )
    options.add_argument("--only", action="append", default=[], metavar="ID", help="these checks only")
    options.add_argument(
        "--kinds", action="append", default=[], choices=checks_recall.PLANTERS, help="these slips only"
    )
    options.add_argument(
        "--slips", type=int, default=0, metavar="N", help="at most so many slips of each kind"
    )
    options.add_argument(
        "--minutes", type=Path, metavar="FOLDER", help="other minutes than those of the development data"
    )
    options.add_argument(
        "--out",
        type=Path,
        default=Path(tempfile.gettempdir()) / "checks_quality",
        metavar="FOLDER",
        help="where to write what is to be read",
    )
    return options.parse_known_args()[0]


def _checks(chosen: argparse.Namespace) -> tuple[Check, ...]:
    """The table's checks, with those named beside them or in place of those of the same id."""
    checks = {check.id: check for check in CHECKS}
    for named in chosen.checks:
        module, _, name = named.partition(":")
        check: Check = getattr(importlib.import_module(module), name)()
        checks[check.id] = check
    return tuple(check for check in checks.values() if not chosen.only or check.id in chosen.only)


def _alarms(bench: Bench, corpus: Sequence[Minutes], out: Path) -> Iterator[Goal]:
    for beside in (ALONE, ROLL, NOTES):
        began = time.perf_counter()
        alarms = checks_alarms.measure(bench, corpus, beside)
        print("\n".join(alarms.lines()), flush=True)
        slug = beside.replace(" ", "-")
        checks_alarms.write_sample(alarms, out / f"sample-{slug}.txt", SAMPLE)
        checks_alarms.write_all(alarms, out / f"all-{slug}.txt")
        print(
            f"  to be read: {out / f'sample-{slug}.txt'} ({time.perf_counter() - began:.0f} s)\n", flush=True
        )
        yield Goal(
            f"errors and warnings per 1,000 words, {beside}",
            f"<= {MOST_ALARMS}",
            f"{alarms.rate():.3f}",
            alarms.rate() <= MOST_ALARMS,
        )


def _recall(bench: Bench, corpus: Sequence[Minutes], chosen: argparse.Namespace) -> Iterator[Goal]:
    most = chosen.slips or (QUICK_SLIPS if chosen.quick else SLIPS)
    kinds = chosen.kinds or tuple(checks_recall.PLANTERS)
    recall = checks_recall.measure(bench, corpus, kinds, most, lambda line: print(f"  {line}", flush=True))
    print("\n".join([*recall.lines(), "", *recall.by_manner()]))
    missed = chosen.out / "missed.txt"
    missed.write_text("\n".join(sorted(recall.missed)), encoding="utf-8")
    print(f"  to be read: {missed}\n", flush=True)
    for kind, least in GOALS.items():
        tally = recall.of(kind, ROLL) if kind == "roll" else recall.of(kind)
        if tally.planted:
            yield Goal(
                f"planted slips found: {kind} ({tally.planted})",
                f">= {least}",
                f"{tally.recall:.3f}",
                tally.recall >= least,
            )


def _genuine(bench: Bench, by_name: dict[str, Minutes], folder: Path) -> Iterator[Goal]:
    """The weekday errors that stand in published minutes, whatever else is known of the meeting."""
    rows = [
        json.loads(line)
        for line in (folder / "errors" / "weekday.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    found, others = 0, []
    for name, source in by_name.items():
        wanted = [" ".join(row["text"].split()) for row in rows if Path(row["file"]).name == name]
        told = bench.findings(source, source.text, ALONE)
        first = [f.places[0].quote for f in told if f.check == "weekday" and f.severity in GRAVE and f.places]
        quotes = [" ".join(quote.replace("*", "").split()) for quote in first]
        for text in wanted:
            hit = next((q for q in quotes if q and (q in text or text in q)), None)
            found += hit is not None
            if hit is None:
                print(f"  genuine weekday error not found: {name}: {text}")
            else:
                quotes.remove(hit)
        others += [f"{name}: {quote}" for quote in quotes]
    here = [row for row in rows if Path(row["file"]).name in by_name]
    for line in others:
        print(f"  weekday finding beside the genuine ones, to be read: {line}")
    if here:
        yield Goal("genuine weekday errors found", str(len(here)), str(found), found == len(here))


def _dates(folder: Path) -> Goal:
    corpus = [
        row for row in dates_quality.rows(folder / "dates" / "dates.jsonl") if dates_quality.is_british(row)
    ]
    count = dates_quality.measure(corpus)
    print(count.line("dates, notations British minutes use"))
    f1 = 2 * count.hits / max(1, 2 * count.hits + count.misses + count.extras)
    return Goal("F1 of absolute dates and ranges", f">= {LEAST_F1}", f"{f1:.3f}", f1 >= LEAST_F1)


def _hands(bench: Bench, folder: Path) -> Iterator[Goal]:
    """Notes in many hands: slips caught, true sentences doubted, traps sprung."""
    for name, least, most in HANDS:
        path = folder / "clerks" / f"{name}.jsonl"
        if not path.is_file():
            print(f"checks_quality: {name} is left out, as it is not in the development data")
            continue
        tally = clerk_hands.measure(clerk_hands.rows(path), bench.checks)
        print("\n".join(tally.lines(name)), flush=True)
        yield Goal(f"caught, {name}", f">= {least}", f"{tally.share:.3f}", tally.share >= least)
        if tally.words:
            yield Goal(
                f"alarms per 1,000 words, {name}", f"<= {most}", f"{tally.alarms:.2f}", tally.alarms <= most
            )
            sprung = tally.sprung / max(1, tally.traps)
            yield Goal(f"traps flagged, {name}", f"<= {MOST_SPRUNG}", f"{sprung:.3f}", sprung <= MOST_SPRUNG)


def _speed(bench: Bench, corpus: Sequence[Minutes]) -> Iterator[Goal]:
    drafts = corpus[::12]
    speed = Speed(bench.checks, drafts, [bench.notes(source).text for source in (*drafts, *corpus[1::12])])
    speed.measure()
    print("\n".join(speed.lines()))
    seconds = speed.seconds[1.0]
    yield Goal(
        "seconds for 10,000 words against 20,000",
        f"< {MOST_SECONDS}",
        f"{seconds:.3f}",
        seconds < MOST_SECONDS,
    )
    yield Goal(
        "time grows with length to the power of",
        f"<= {MOST_GROWTH}",
        f"{speed.growth:.2f}",
        speed.growth <= MOST_GROWTH,
    )


if __name__ == "__main__":
    sys.exit(main())
