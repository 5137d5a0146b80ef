"""Learns how likely something was left out or added, or a period is wrong.

The weights are those of ``facts.gaps``, ``facts.inventions`` and ``facts.period_odds``.

Run: python -m benchmarks.facts_learning [FILE ...], files of rows like those of the development data;
without any, the development data of clerks' hands (see ``dates_quality.data_folder``). Prints the weights
learned from all files and, for thresholds, how many planted slips are told of, and how many jottings and
sentences of right minutes, by weights learned without the file that they are in (in ``--folds`` parts).

What is right: every jotting, sentence and period of a true draft. What is wrong: the jottings of which a
planted omission left out the sentence, the sentences of a planted invention, and a planted period beside
each that says what stood there. As there are few of the first two, more are made and count less: the sentence
of another slip is left out, an invented sentence is put in other places.
"""

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np

from benchmarks import clerk_hands, dates_quality
from benchmarks.alignment_fit import chance
from review_tui.facts.clauses import Clause
from review_tui.facts.gaps import gap_features
from review_tui.facts.inventions import invention_features
from review_tui.facts.pair import Pair, pair_of
from review_tui.facts.period_odds import rival_features
from review_tui.facts.period_terms import are_one, year_starts
from review_tui.facts.periods import PeriodMention, periods_of_draft
from review_tui.model.material import Document, Material

_RIGHT, _MADE, _PLANTED = 1.0, 1.0, 4.0
"""What a row of right minutes counts, one of a slip made here, and one of a planted slip."""
_PLACES, _LEFT = 4, 6
"""In each meeting, other places of an invented sentence, and sentences of other slips that are left out."""
_BEFORE = 0.5
"""How often it is put before a sentence and not behind it."""
_OF_JOTTING, _OF_SENTENCE = 0.4, 0.6
"""The part of a jotting that must be of what was left out, and of a sentence that must be new."""
_ALARMS = (5, 10, 15, 20, 25, 30, 40, 50, 70, 100, 150)
"""How many alarms a threshold lets by, of those that are told."""


@dataclass(frozen=True)
class Example:
    """One jotting or sentence."""

    file: str
    slip: tuple[str, int] | None
    """The meeting and the number of the slip that it is of; nothing where all is right."""
    is_planted: bool
    features: dict[str, float]

    @property
    def weight(self) -> float:
        """What it counts."""
        return _RIGHT if self.slip is None else _PLANTED if self.is_planted else _MADE


@dataclass
class Examples:
    """All that is learned from."""

    gaps: list[Example]
    inventions: list[Example]
    periods: list[Example]

    def read(self, file: str, row: clerk_hands.Row) -> None:
        """Adds those of one meeting."""
        notes = tuple(Document.read(f"notes/{n['file']}", n["text"]) for n in row["notes"])
        dice = random.Random(row["name"])  # noqa: S311 -- the same in every run
        draft, true = row["draft"], _pair(row["draft"], notes)
        self.gaps += _examples(file, None, [gap_features(true, j) for j in true.jottings])
        self.inventions += _examples(file, None, [invention_features(true, c) for c in true.clauses])
        self.periods += _examples(file, None, [found for _, _, found in rival_features(true)])
        known = {clause.text for clause in true.clauses}
        others = [n for n, p in enumerate(row["plants"]) if p["kind"] != "omission" and p.get("in_notes")]
        left_out = set(dice.sample(others, min(_LEFT, len(others))))
        for number, plant in enumerate(row["plants"]):
            slip = row["name"], number
            start = draft.index(plant["old"])
            if plant["kind"] == "period" and plant["new"]:
                self.periods += _examples(
                    file, slip, list(_with_period(true, plant, start, notes)), is_planted=True
                )
            if plant["kind"] == "invented":
                for spoilt, at, end, is_planted in _with_invention(true, plant, start, dice):
                    pair = _pair(spoilt, notes)
                    new = [c for c in pair.clauses if c.text not in known and _is_in(c, at, end)]
                    self.inventions += _examples(
                        file, slip, [invention_features(pair, c) for c in new], is_planted=is_planted
                    )
            elif plant["kind"] == "omission" or number in left_out:
                is_planted = plant["kind"] == "omission"
                left = (
                    draft.replace(plant["old"], plant["new"], 1)
                    if is_planted
                    else _without_sentence(true, start)
                )
                if left is not None:
                    pair = _pair(left, notes)
                    lost = _jotted(pair, plant.get("in_notes", ""), 0.0 if is_planted else _OF_JOTTING)
                    self.gaps += _examples(
                        file, slip, [gap_features(pair, j) for j in lost], is_planted=is_planted
                    )


def _pair(draft: str, notes: tuple[Document, ...]) -> Pair:
    return pair_of(Material(Document.read(clerk_hands.DRAFT, draft), notes, None))


def _examples(
    file: str,
    slip: tuple[str, int] | None,
    found: Sequence[dict[str, float] | None],
    *,
    is_planted: bool = False,
) -> list[Example]:
    return [Example(file, slip, is_planted, features) for features in found if features is not None]


def _is_in(clause: Clause, start: int, end: int) -> bool:
    span = clause.span(0, len(clause.text))
    return min(end, span.end) - max(start, span.start) > _OF_SENTENCE * (span.end - span.start)


def _with_invention(
    true: Pair, plant: clerk_hands.Row, start: int, dice: random.Random
) -> Iterator[tuple[str, int, int, bool]]:
    """Drafts with a sentence that nobody noted, where it stands, and whether that is where it was planted."""
    draft, old, new = true.draft.text, plant["old"], plant["new"]
    yield draft.replace(old, new, 1), start, start + len(new), True
    added = new.replace(old, "").strip()
    if old not in new or not added:
        return
    whole = [c for c in true.clauses if not c.is_heading and c.text.endswith(".")]
    for clause in dice.sample(whole, min(_PLACES, len(whole))):
        span = clause.span(0, len(clause.text))
        if dice.random() < _BEFORE:
            yield (
                f"{draft[: span.start]}{added} {draft[span.start :]}",
                span.start,
                span.start + len(added),
                False,
            )
        else:
            behind = span.end + 1
            yield f"{draft[: span.end]} {added}{draft[span.end :]}", behind, behind + len(added), False


def _with_period(
    true: Pair, plant: clerk_hands.Row, start: int, notes: tuple[Document, ...]
) -> Iterator[dict[str, float]]:
    """What speaks for the period that stood where another was planted, beside each passage that says it."""
    old, new = plant["old"], plant["new"]
    spoilt = _pair(true.draft.source.replace(old, new, 1), notes)
    were = _periods_at(true, start, start + len(old))
    planted = [
        m
        for m in _periods_at(spoilt, start, start + len(new))
        if not any(_are_one(m, w, spoilt) for w in were)
    ]
    for mine, theirs, features in rival_features(spoilt):
        if mine in planted and any(_are_one(theirs, was, spoilt) for was in were):
            yield features


def _periods_at(pair: Pair, start: int, end: int) -> list[PeriodMention]:
    """The periods that stand between two places of the file."""
    found = ((m, pair.draft.in_file(m.place).span) for m in chain(*periods_of_draft(pair)))
    return [m for m, span in found if span.start < end and start < span.end]


def _are_one(one: PeriodMention, other: PeriodMention, pair: Pair) -> bool:
    return (one.sort, one.of) == (other.sort, other.of) or are_one(one, other, year_starts(pair)) is True


def _without_sentence(true: Pair, at: int) -> str | None:
    """The draft without the sentence that has a place."""
    draft = true.draft.text
    for clause in true.clauses:
        span = clause.span(0, len(clause.text))
        if span.start <= at < span.end and not clause.is_heading and clause.index not in true.roll:
            return draft[: span.start] + draft[span.end :].lstrip(" ")
    return None


def _jotted(pair: Pair, words: str, least: float) -> list[Clause]:
    """The jottings of which more than ``least`` is in those words of the notes."""
    found = []
    for jotting in pair.jottings:
        at = jotting.document.text.find(words)
        span = jotting.span(0, len(jotting.text))
        shared = min(span.end, at + len(words)) - max(span.start, at)
        if words and at >= 0 and shared > 0 and shared >= least * (span.end - span.start):
            found.append(jotting)
    return found


def _learned(examples: Sequence[Example]) -> dict[str, float]:
    names = list(examples[0].features)
    rows = np.array([[float(e.features[name]) for name in names] for e in examples], np.float32)
    wrong = np.array([e.slip is not None for e in examples])
    weights = chance(rows, wrong, np.array([e.weight for e in examples]))
    return dict(zip([*names, "constant"], map(float, weights), strict=True))


def _odds(weights: dict[str, float], example: Example) -> float:
    return weights["constant"] + sum(weights[name] * value for name, value in example.features.items())


def report(examples: Sequence[Example], folds: int) -> Iterator[str]:
    """The weights, and what would be told by weights that were learned elsewhere."""
    files = sorted({e.file for e in examples})
    right: list[float] = []
    slips: dict[tuple[str, str, int], float] = {}
    for fold in range(min(folds, len(files)) if len(files) > 1 else 0):
        out = set(files[fold::folds])
        weights = _learned([e for e in examples if e.file not in out])
        for example in (e for e in examples if e.file in out):
            odds = _odds(weights, example)
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
    chosen = options.parse_known_args()[0]
    folder = dates_quality.data_folder()
    files = chosen.files or (sorted((folder / "clerks").glob("dev_*.jsonl")) if folder else [])
    if not files:
        print(
            "facts_learning: skipped, there is no development data here (set REVIEW_TUI_DATA to its folder)"
        )
        return 0
    examples = Examples([], [], [])
    for path in files:
        for row in clerk_hands.rows(path):
            if "plants" in row:
                examples.read(path.stem, row)
    for name, found in (
        ("left out", examples.gaps),
        ("added", examples.inventions),
        ("period", examples.periods),
    ):
        print(f"{name}: {len(found)}", *report(found, chosen.folds), sep="\n", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
