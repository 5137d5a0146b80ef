"""Learns how likely something was left out or added, or is wrong.

The weights are those of ``facts.gaps``, ``facts.inventions`` and the like.

Run: python -m benchmarks.facts_learning [FILE ...] [--only TOPIC], files of rows like those of the
development data; without any, the development data of clerks' hands (see ``dates_quality.data_folder``).
Prints the weights learned from all files and, for thresholds, how many planted slips are told of, and how
many candidates of right minutes, by weights learned without the file that they are in (in ``--folds`` parts).
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from benchmarks import clerk_hands, dates_quality
from benchmarks.alignment_fit import chance
from benchmarks.learned_durations import durations_of
from benchmarks.learned_examples import Example, Topic, read_meeting
from benchmarks.learned_names import names_of, other_names_of
from benchmarks.learned_outcomes import outcomes_of
from benchmarks.learned_people import people_of
from benchmarks.learned_periods import periods_of
from benchmarks.learned_points import added_to, left_out_of
from benchmarks.learned_values import values_of
from review_tui.facts.odds import log_odds

_TOPICS: dict[str, Topic] = {
    "left out": left_out_of,
    "added": added_to,
    "period": periods_of,
    "person": people_of,
    "name": names_of,
    "other name": other_names_of,
    "outcome": outcomes_of,
    "value": values_of,
    "duration": durations_of,
}
_ALARMS = (5, 10, 15, 20, 25, 30, 40, 50, 70, 100, 150)
"""How many alarms a threshold lets by, of those that are told."""


def _learned(examples: Sequence[Example]) -> dict[str, float]:
    names = list(examples[0].features)
    rows = np.array([[float(e.features[name]) for name in names] for e in examples], np.float32)
    wrong = np.array([e.slip is not None for e in examples])
    weights = chance(rows, wrong, np.array([e.weight for e in examples]))
    return dict(zip([*names, "constant"], map(float, weights), strict=True))


def report(examples: Sequence[Example], folds: int) -> Iterator[str]:
    """The weights, and what would be told by weights that were learned elsewhere."""
    files = sorted({e.file for e in examples})
    right: list[float] = []
    slips: dict[tuple[str, str, int], float] = {}
    for fold in range(min(folds, len(files)) if len(files) > 1 else 0):
        out = set(files[fold::folds])
        weights = _learned([e for e in examples if e.file not in out])
        for example in (e for e in examples if e.file in out):
            odds = log_odds(weights, example.features)
            if example.slip is None:
                right.append(odds)
            elif example.is_planted:
                key = (example.file, *example.slip)
                slips[key] = max(slips.get(key, odds), odds)
    right.sort(reverse=True)
    for alarms in _ALARMS if right else ():
        least = right[min(alarms, len(right) - 1)]
        told = sum(odds > least for odds in slips.values())
        share = told / (told + alarms)
        yield f"  from {least:5.2f}: {told:4} of {len(slips)} planted, {alarms:4} alarms, right {share:.2f}"
    if examples:
        yield "\n".join(f'    "{name}": {value:.2f},' for name, value in _learned(examples).items())


def main() -> int:
    """Print what was learned."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("files", nargs="*", type=Path, help="rows with meetings")
    options.add_argument("--folds", type=int, default=7)
    options.add_argument("--only", choices=_TOPICS, help="learn this alone")
    chosen = options.parse_known_args()[0]
    folder = dates_quality.data_folder()
    files = chosen.files or (sorted((folder / "clerks").glob("dev_*.jsonl")) if folder else [])
    if not files:
        print(
            "facts_learning: skipped, there is no development data here (set REVIEW_TUI_DATA to its folder)"
        )
        return 0
    topics = {name: topic for name, topic in _TOPICS.items() if chosen.only in {None, name}}
    found: dict[str, list[Example]] = {name: [] for name in topics}
    for path in files:
        for row in clerk_hands.rows(path):
            if "plants" in row:
                meeting = read_meeting(path.stem, row)
                for name, topic in topics.items():
                    found[name] += topic(meeting)
    for name, examples in found.items():
        print(f"{name}: {len(examples)}", *report(examples, chosen.folds), sep="\n", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
