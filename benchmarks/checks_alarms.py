"""False alarms: what the checks say of published minutes as they stand, counted and written out to read."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.checks_corpus import Minutes
from benchmarks.checks_runs import GRAVE, Bench
from benchmarks.minute_facts import dice_of
from review_tui.model.findings import Finding, Severity


@dataclass
class Alarms:
    """Everything found in untouched minutes, with one kind of surroundings."""

    beside: str
    words: int = 0
    told: list[tuple[Minutes, Finding]] = field(default_factory=list)

    def rate(self, severities: frozenset[Severity] = GRAVE) -> float:
        """Findings per 1,000 words."""
        return 1000 * sum(f.severity in severities for _, f in self.told) / max(1, self.words)

    def lines(self) -> Iterator[str]:
        """A table by check and severity, per 1,000 words."""
        counts = Counter((f.check, f.severity) for _, f in self.told)
        yield f"untouched minutes, {self.beside}: {self.words} words; findings, in brackets per 1,000 words"
        for check in sorted({check for check, _ in counts}):
            cells = "  ".join(
                f"{s.value} {counts[check, s]:5} ({1000 * counts[check, s] / max(1, self.words):.3f})"
                for s in Severity
            )
            yield f"  {check:24} {cells}"
        yield f"  {'errors and warnings':24} {self.rate():.3f} per 1,000 words"


def measure(bench: Bench, corpus: Sequence[Minutes], beside: str) -> Alarms:
    """What is found in every file as it stands."""
    alarms = Alarms(beside)
    for source in corpus:
        alarms.words += source.words
        alarms.told.extend((source, finding) for finding in bench.findings(source, source.text, beside))
    return alarms


def write_sample(alarms: Alarms, path: Path, most: int) -> None:
    """Errors and warnings drawn by lot, each with its sentence and the words around each place."""
    dice = dice_of("a sample of findings")
    grave = [(source, f) for source, f in alarms.told if f.severity in GRAVE]
    chosen = dice.sample(grave, min(most, len(grave)))
    entries = "\n".join(_entry(number, *pair) for number, pair in enumerate(chosen, 1))
    path.write_text(
        f"{len(chosen)} of {len(grave)} errors and warnings in {alarms.words} words, {alarms.beside}\n\n"
        f"{entries}",
        encoding="utf-8",
    )


def write_all(alarms: Alarms, path: Path) -> None:
    """Every finding of every severity, by check, to be looked through."""
    by_check = sorted(
        alarms.told, key=lambda pair: (pair[1].severity not in GRAVE, pair[1].check, pair[0].name)
    )
    path.write_text(
        "\n".join(_entry(number, *pair) for number, pair in enumerate(by_check, 1)), encoding="utf-8"
    )


def _entry(number: int, source: Minutes, finding: Finding) -> str:
    lines = [f"{number}. [{finding.check}, {finding.severity}] {source.name}", f"   {finding.message}"]
    lines += [
        f"   {place.file}:{place.line}: {around(place.passage, place.quote)}" for place in finding.places
    ]
    if finding.suggestion:
        lines.append(f"   instead: {finding.suggestion.text}")
    return "\n".join(lines) + "\n"


def around(passage: str, quote: str) -> str:
    """The words in brackets, with up to a hundred characters of their passage on either side."""
    whole = re.search(rf"(?<![^\W_]){re.escape(quote)}(?![^\W_])", passage) if quote else None
    at = whole.start() if whole else passage.find(quote) if quote else -1
    if at < 0:
        return f"[{' '.join(quote.split())[:200]}]"
    before, after = passage[max(0, at - 100) : at], passage[at + len(quote) : at + len(quote) + 100]
    return re.sub(r"\s+", " ", f"\u2026{before}[{quote}]{after}\u2026")
