"""How well dates and periods are read: precision, recall and F1 on span and value together.

Run: python -m benchmarks dates_quality, or python -m benchmarks.dates_quality --misses to see every miss.
Needs the development data (see ``data_folder``).

Rules of the count. A hit has the right words and the right first and last day. "from", "between", "the",
"on" and the like before a date count as part of neither side. The corpus closes a range of months or years
at the first day of its last month or year; ours closes it at the last. Where the corpus left the year open,
only day and month count. Ambiguous figures (03/04/2016) are read day first, as here: such rows of American
files are counted with day and month exchanged.
"""

import argparse
import datetime as dt
import json
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from review_tui.language.periods import Period, find_periods

_LEADS = re.compile(r"(?:from|between|the|on|in|starting|w/c|cy|year|of|=|<|>)\s*", re.IGNORECASE)
_NOT_BRITISH = re.compile(
    r"\b(?:thousand|nineteen|seventeen|hundred|patrick|sy|cy|w/c|thru|through|middle|starting)\b|[~=<>]|\d's"
    r"|\d s\b|(?:19|20)\d\d\s?,?\s?[a-z]{3}|[a-z]{3}-\d{4}-\d|\d-(?:19|20)\d\d-[a-z]|\d{4}/\d\d/[a-z]"
    r"|\d{4} \d\d \d\d",
    re.IGNORECASE,
)
"""Notations that British minutes do not use: years in words, "2016 November", "2014~2018", holidays."""
_MONTH_IN_FIGURES = re.compile(r"^(?:\d{1,2}\s?[-/]\s?\d{4}|\d{4}\s?[-./]\s?\d{1,2})$")
"""11/2016 and 2016-11: in British minutes these are numbers of minutes and papers."""
_YEAR_ALONE = re.compile(r"^(?:in )?\d{4}(?: a\.?d\.?)?$", re.IGNORECASE)
"""A year alone is no period here unless "year" is said."""


@dataclass(frozen=True)
class Row:
    """One line of the corpus: a text and the dates in it."""

    text: str
    reference: dt.date
    american: bool
    spans: tuple[dict[str, Any], ...]


@dataclass
class Count:
    """Right, missed and imagined."""

    hits: int = 0
    misses: int = 0
    extras: int = 0

    def line(self, name: str) -> str:
        """The figures in a line."""
        precision = self.hits / max(1, self.hits + self.extras)
        recall = self.hits / max(1, self.hits + self.misses)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        gold = self.hits + self.misses
        return f"{name:34} {gold:4} dates  precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}"


def data_folder() -> Path | None:
    """The development data: what REVIEW_TUI_DATA names, or ``shared/data`` beside the project."""
    named = os.environ.get("REVIEW_TUI_DATA")
    folder = Path(named) if named else Path(__file__).resolve().parents[2] / "shared" / "data"
    return folder if folder.is_dir() else None


def rows(path: Path) -> Iterator[Row]:
    """The rows with absolute dates that some calendar has."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if not row["absolute"] or any(_is_unresolved(span) for span in row["spans"]):
            continue
        reference = dt.date.fromisoformat((row["reference"] or "2016-11-07")[:10])
        yield Row(row["input"], reference, row["locale"] in {"en-US", "en"}, tuple(row["spans"]))


def _is_unresolved(span: dict[str, Any]) -> bool:
    return span.get("iso_start") in {"not resolved", "0001-01-01"}


def is_british(row: Row) -> bool:
    """Whether British minutes could have it, by notation alone."""
    words = [_plain(str(span["text"])) for span in row.spans]
    return not any(
        _NOT_BRITISH.search(str(span["text"])) or _MONTH_IN_FIGURES.match(word) or _YEAR_ALONE.match(word)
        for span, word in zip(row.spans, words, strict=True)
    )


def _plain(words: str) -> str:
    while lead := _LEADS.match(words):
        words = words[lead.end() :]
    return re.sub(r"\s+", " ", words).strip().lower().rstrip(".")


def is_same(span: dict[str, Any], period: Period, *, american: bool) -> bool:
    """Whether ``period`` is what the corpus says."""
    if _plain(str(span["text"])) != _plain(period.text):
        return False
    if not span.get("iso_start"):
        return True  # these rows say where a date stands, not what it is
    open_year = str(span.get("timex", "")).lstrip("(").startswith("XXXX") or not period.year_written
    starts, ends = _days(span)
    if american and _is_ambiguous(period.text):
        starts, ends = _exchanged(starts), _exchanged(ends)
    return _agree(starts, period.start, open_year=open_year) and (
        ends is None or any(_agree(ends, day, open_year=open_year) for day in _closings(period))
    )


def _days(span: dict[str, Any]) -> tuple[dt.date, dt.date | None]:
    start = dt.date.fromisoformat(span["iso_start"])
    return start, dt.date.fromisoformat(span["iso_end"]) if span.get("iso_end") else None


def _is_ambiguous(text: str) -> bool:
    """Whether all figures are joined by strokes, points or dashes and could be read either way."""
    pairs = re.findall(r"(?<![\d./-])(\d{1,2})[./-](\d{1,2})(?=[./,-]|$)", text)
    return bool(pairs) and all(int(a) <= 12 and int(b) <= 12 for a, b in pairs) and not text[:4].isdigit()


def _exchanged(day: dt.date | None) -> Any:
    return day.replace(month=day.day, day=day.month) if day and day.day <= 12 else day


def _agree(gold: dt.date, ours: dt.date, *, open_year: bool) -> bool:
    return (gold.month, gold.day) == (ours.month, ours.day) if open_year else gold == ours


def _closings(period: Period) -> tuple[dt.date, ...]:
    end = period.end
    return end, end + dt.timedelta(days=1), end.replace(day=1), end.replace(month=1, day=1)


def measure(corpus: list[Row], *, show: bool = False) -> Count:
    """Count over ``corpus``, telling of each miss when ``show`` is set."""
    count = Count()
    for row in corpus:
        ours = list(find_periods(row.text, reference=row.reference))
        for span in row.spans:
            hit = next((p for p in ours if is_same(span, p, american=row.american)), None)
            if hit:
                ours.remove(hit)
                count.hits += 1
            else:
                count.misses += 1
                if show:
                    print("  missed", repr(span["text"]), "in", repr(row.text), span.get("iso_start"), ours)
        count.extras += len(ours)
        if ours and show:
            print("  extra ", [p.text for p in ours], "in", repr(row.text))
    return count


def main() -> int:
    """Print the figures."""
    options = argparse.ArgumentParser(description="How well dates and periods are read.")
    options.add_argument(
        "--misses", action="store_true", help="show every miss and extra of the British rows"
    )
    chosen, _ = options.parse_known_args()
    folder = data_folder()
    if folder is None:
        print("dates_quality: skipped, there is no development data here (set REVIEW_TUI_DATA to its folder)")
        return 0
    corpus = list(rows(folder / "dates" / "dates.jsonl"))
    british = [row for row in corpus if is_british(row)]
    print(measure(british, show=chosen.misses).line("notations British minutes use"))
    print(measure(corpus).line("all absolute rows"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
