"""How many planted slips are found, by kind and by what lies beside the draft."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from benchmarks import slips_of_dates, slips_of_decisions, slips_of_figures, slips_of_people
from benchmarks.checks_corpus import Minutes
from benchmarks.checks_runs import GRAVE, NOTES_FILE, Bench, names
from benchmarks.planting import NOTES, Planter, Slip, choose, plant

PLANTERS: dict[str, Planter] = {
    "weekday": slips_of_dates.weekdays,
    "period": slips_of_dates.periods,
    "date": slips_of_dates.dates,
    "time": slips_of_dates.times,
    "figure": slips_of_figures.figures,
    "vote": slips_of_figures.votes,
    "name": slips_of_people.names,
    "attribution": slips_of_people.attributions,
    "roll": slips_of_people.absentees,
    "polarity": slips_of_decisions.polarities,
    "omission": slips_of_decisions.omissions,
}


@dataclass
class Tally:
    """Slips of one kind, way and surroundings."""

    planted: int = 0
    found: int = 0
    hinted: int = 0
    """Found only at the severity of a hint."""
    by_check: Counter[str] = field(default_factory=Counter)

    @property
    def recall(self) -> float:
        """The share that was found gravely."""
        return self.found / self.planted if self.planted else 0.0

    def add(self, other: "Tally") -> None:
        """Count ``other`` in."""
        self.planted += other.planted
        self.found += other.found
        self.hinted += other.hinted
        self.by_check.update(other.by_check)


@dataclass
class Recall:
    """All tallies, and the stories of what was missed."""

    tallies: dict[tuple[str, str, str], Tally] = field(default_factory=dict)
    """By kind, way and surroundings."""
    manners: dict[tuple[str, str], Tally] = field(default_factory=dict)
    """By kind and the manner of the notes, where there are any."""
    missed: list[str] = field(default_factory=list)

    def of(self, kind: str, beside: str | None = None) -> Tally:
        """All slips of one kind together."""
        total = Tally()
        for (name, _, where), tally in self.tallies.items():
            if name == kind and beside in {None, where}:
                total.add(tally)
        return total

    def lines(self) -> Iterator[str]:
        """A table, a line for each way."""
        titles = ("kind", "way", "beside the draft", "planted", "found", "recall", "+hints", "found by")
        yield "{:17} {:24} {:16} {:>7} {:>6} {:>6} {:>6}  {}".format(*titles)
        for (kind, way, beside), tally in sorted(self.tallies.items()):
            with_hints = (tally.found + tally.hinted) / max(1, tally.planted)
            by = ", ".join(f"{check} {count}" for check, count in tally.by_check.most_common(4))
            yield (
                f"{kind:17} {way:24} {beside:16} {tally.planted:7} {tally.found:6} {tally.recall:6.3f}"
                f" {with_hints:6.3f}  {by}"
            )

    def by_manner(self) -> Iterator[str]:
        """Recall by the manner of the notes, a line for each kind."""
        manners = sorted({manner for _, manner in self.manners})
        yield f"{'told by notes':17} " + " ".join(f"{manner:>14}" for manner in manners)
        for kind in sorted({kind for kind, _ in self.manners}):
            tallies = [self.manners.get((kind, manner), Tally()) for manner in manners]
            yield f"{kind:17} " + " ".join(f"{t.found:4}/{t.planted:<3} {t.recall:5.2f}" for t in tallies)


def measure(
    bench: Bench, corpus: Sequence[Minutes], kinds: Sequence[str], most: int, tell: Callable[[str], None]
) -> Recall:
    """Plant up to ``most`` slips of each kind, one at a time."""
    recall = Recall()
    for kind in kinds:
        chosen = _testable(bench, choose(list(corpus), PLANTERS[kind], most * 2, f"slips {kind}"), most)
        for source, slip in chosen:
            for beside in slip.told_by:
                _try(bench, source, slip, beside, recall)
        tell(f"{kind}: {len(chosen)} slips planted")
    return recall


def _testable(bench: Bench, chosen: list[tuple[Minutes, Slip]], most: int) -> list[tuple[Minutes, Slip]]:
    """Those that the material can tell: where only notes can, they must hold what was spoilt."""
    kept = [
        (source, slip)
        for source, slip in chosen
        if NOTES not in slip.told_by or _is_noted(bench, source, slip)
    ]
    step = max(1.0, len(kept) / most)
    return [kept[int(index * step)] for index in range(min(most, len(kept)))]


def _is_noted(bench: Bench, source: Minutes, slip: Slip) -> bool:
    notes = bench.notes(source)
    if slip.is_omission and notes.of(slip.changes[0].start) is None:
        return False
    return all(notes.holds(fact) for fact in slip.facts)


def _try(bench: Bench, source: Minutes, slip: Slip, beside: str, recall: Recall) -> None:
    true = slip.base or source.text
    spoilt, spans = plant(true, slip)
    file: str = "minutes.md"
    note = bench.notes(source).of(slip.changes[0].start) if slip.is_omission else None
    if note:
        file, spans = NOTES_FILE, ((note.start, note.end),)
    told = [f for f in bench.new(source, slip.base, spoilt, beside) if names(f, file, spans)]
    grave = [f for f in told if f.severity in GRAVE]
    tally = Tally(
        1, int(bool(grave)), int(bool(told) and not grave), Counter({f.check for f in grave or told})
    )
    recall.tallies.setdefault((slip.kind, slip.way, beside), Tally()).add(tally)
    if beside == NOTES:
        recall.manners.setdefault((slip.kind, bench.notes(source).manner), Tally()).add(tally)
    if not grave:
        seen = f" (hint: {told[0].message})" if told else ""
        recall.missed.append(
            f"{slip.kind}, {slip.way}, {beside}: {source.name}\n    {slip.story(true)}{seen}\n"
            f"{_noted(bench, source, slip)}"
        )


def _noted(bench: Bench, source: Minutes, slip: Slip) -> str:
    """The note that could have told, for whoever reads what was missed."""
    if NOTES not in slip.told_by:
        return ""
    notes = bench.notes(source)
    at = slip.changes[0].start
    said = [notes.text[n.start : n.end] for n in notes.notes if n.sentence.start <= at < n.sentence.end]
    return "".join(f"    notes: {line[:300]}\n" for line in said)
