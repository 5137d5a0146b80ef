"""Runs of months that a text tells otherwise than by their ends, reckoned: how long and from when, or year by year.

"Two years from July 1, 2025", "the financial year beginning on 1 April 2026" and "the two years 2026/27 and 2027/28" are
each a run, and can be held against another that is told by its first and last day.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from review_tui.facts.clauses import Clause
from review_tui.facts.durations import durations_in
from review_tui.facts.reading.match_context import YEAR_LONG, made_value
from review_tui.facts.reading.runs import month_on, run_between
from review_tui.facts.values import Kind, Value

_FROM = re.compile(
    r"(?: only)?,? (?:from|starting(?: on| from| in)?|commencing(?: on| from| in)?|beginning(?: on| in)?|with effect from|as from) (?:the )?",
    re.IGNORECASE,
)
"""What stands between how long something goes on and the day or month with which it begins."""
_YEAR_FROM = re.compile(
    r"\b(?:financial|fiscal|municipal|academic|school|council|club|pay|policy|insurance|membership|accounting|levy|reporting)\s(?P<year>year)"
    r"(?:\sthat\s(?:begins|starts)|\sbeginning|\sstarting|\scommencing|\sfrom)(?:\s(?:on|in))?\s(?:the\s)?\Z",
    re.IGNORECASE,
)
"""What stands before the day with which a year of a body begins."""
_AND = re.compile(r",?\s(?:and|&)\s(?:(?:fiscal|financial)\s(?:years?\s)?)?|\s?[,&+]\s?", re.IGNORECASE)
_OF_SEVERAL = re.compile(
    r"\b(?:years|seasons|winters|summers)\s(?:of\s)?\Z|\bboth\s(?:the\s)?\Z", re.IGNORECASE
)
_SEVERAL_BEHIND = re.compile(r"\s(?:\w+\s){0,2}(?:years|seasons|winters|summers)\b", re.IGNORECASE)
"""What shows that years that are told one by one are one run: "the two years 2026 and 2027", "2025-26 and 2026-27 seasons"."""
_MONTHS = {"month": 1, "year": YEAR_LONG}
_LONGEST = 40 * YEAR_LONG
"""Months."""


def with_reckoned_runs(clause: Clause, values: Sequence[Value]) -> list[Value]:
    """The values of a clause with the runs that it tells otherwise, in order; years that are of one run are that run."""
    joined = [*_years_in_a_row(clause.text, values)]
    kept = [v for v in values if not any(run.start <= v.start and v.end <= run.end for run in joined)]
    return sorted((*kept, *joined, *_from_days(clause, values)), key=lambda v: (v.start, -v.end))


def _from_days(clause: Clause, values: Sequence[Value]) -> Iterator[Value]:
    """The runs that are told by how long they are, and their first day or month."""
    text = clause.text
    lengths = {id(length.value): length for length in durations_in(clause, values)}
    for before, day in pairwise((None, *values)):
        if day is None or day.kind not in {Kind.DATE, Kind.MONTH} or not (day.parts[0] and day.parts[1]):
            continue
        length = lengths.get(id(before)) if before else None
        if length and length.unit in _MONTHS and _FROM.fullmatch(text, length.end, day.start):
            months, start = length.value.number * _MONTHS[length.unit], length.value.start
        elif year := _YEAR_FROM.search(text, 0, day.start):
            months, start = YEAR_LONG, year.start("year")
        else:
            continue
        if 0 < months <= _LONGEST:
            first = dt.date(day.parts[0], day.parts[1], (*day.parts, 0)[2] or 1)
            last = month_on(first, int(months)) - dt.timedelta(days=1)
            yield made_value(run_between(first, last), start, text[start : day.end])


def _years_in_a_row(text: str, values: Sequence[Value]) -> Iterator[Value]:
    """Years that are told one by one and follow each other, as one run."""
    row: list[Value] = []
    for value in (*values, None):
        if row and value and _follows(row, value) and _AND.fullmatch(text, row[-1].end, value.start):
            row.append(value)
            continue
        if len(row) > 1 and (
            _OF_SEVERAL.search(text, 0, row[0].start)
            or "years" in row[0].text
            or _SEVERAL_BEHIND.match(text, row[-1].end)
        ):
            yield _run_of(text, row)
        row = [value] if value and value.kind in {Kind.PERIOD, Kind.YEAR} and not value.is_run else []


def _follows(row: Sequence[Value], value: Value) -> bool:
    """Whether a year is the one after the last of a row."""
    of_row, of_value = row[0].parts, value.parts
    if value.is_run or value.kind not in {Kind.PERIOD, Kind.YEAR}:
        return False
    if row[0].kind is Kind.YEAR:
        return value.kind is Kind.YEAR and of_value[0] == row[-1].parts[0] + 1
    return of_row[1] - of_row[0] == 1 and of_value[-1] == row[-1].parts[-1] + 1


def _run_of(text: str, row: Sequence[Value]) -> Value:
    """The run of years that are told one by one."""
    first, last, start, end = row[0].parts[0], row[-1].parts[-1], row[0].start, row[-1].end
    if row[0].kind is Kind.YEAR:
        run = run_between(dt.date(first, 1, 1), dt.date(last, YEAR_LONG, 31))
        return made_value(run, start, text[start:end])
    keys = frozenset(key for value in row for key in value.keys) | {("yy", first, last), ("fy", first, last)}
    return replace(row[0], keys=keys, end=end, text=text[start:end], parts=(first, last))
