"""What a number is a measure of: minutes, months, miles; and spans of time that are one in two measures."""

import re
from collections.abc import Sequence

from review_tui.facts.clauses import Clause
from review_tui.facts.values import Kind, Value

TIME_UNIT = re.compile(
    r"[\s-]?(mi?ns?|minutes?|h(?:ou)?rs?|days?|w(?:ee)?ks?|m(?:on)?ths?|y(?:ea)?rs?)\b", re.IGNORECASE
)
"""Of a span of time."""
_MEASURE = re.compile(
    r"[\s-]?(?:(?P<km>km|kilomet(?:re|er)s?|k)|(?P<mile>miles?|mi)|(?P<metre>met(?:re|er)s?|m)|(?P<litre>lit(?:re|er)s?|lit|l)"
    r"|(?P<tonne>tonnes?|tons?|t)|(?P<kilo>kg|kilos?|kilograms?)|(?P<acre>acres?|ac)|(?P<hectare>hectares?|ha)|(?P<mph>mph)"
    r"|(?P<foot>feet|foot|ft|(?<=\d)['\u2019\u2032](?!\s?\d))|(?P<degree>degrees?|deg)|(?P<kw>kw|kilowatts?)|(?P<kwh>kwh)|(?P<kva>kva))(?![\w/])",
    re.IGNORECASE,
)
"""Of a length, a weight, a volume."""


def unit_of_time(unit: str) -> str:
    """One word for each span of time, however it is cut short: ``mths`` and ``months`` are one, ``mins`` another."""
    low = unit.lower()
    return low[0] if low[0] != "m" else "minute" if low.startswith(("mi", "mn")) else "month"


def measure_of(text: str, value: Value) -> str:
    """The measure behind a number, by one name for each; empty for none."""
    if value.kind is not Kind.NUMBER:
        return ""
    if span := TIME_UNIT.match(text, value.end):
        return unit_of_time(span[1])
    unit = _MEASURE.match(text, value.end)
    return unit.lastgroup or "" if unit else ""


def is_length_of_run(clause: Clause, value: Value, values: Sequence[Value]) -> bool:
    """Whether it is how many months a run of its sentence lasts: "the twelve months from May 2024 to April 2025"."""
    if value.kind is not Kind.NUMBER or measure_of(clause.text, value) != "month":
        return False
    for run in (v for v in values if v.is_run):
        (first_year, first, _), (last_year, last, _) = run.ends
        months = last - first + 1 + 12 * (last_year - first_year)
        if value.number == (months if first_year and last_year else months % 12 or 12):
            return True
    return False


def are_one_span(text: str, value: Value, noted: str, theirs: Value) -> bool:
    """Whether both are one span of time in other measures: "twelve months" and "1 yr", "a fortnight" and "14 days"."""
    mine, other = (_IN_DAYS.get(measure_of(t, v)) for t, v in ((text, value), (noted, theirs)))
    if not mine or not other or mine == other:
        return False
    return abs(value.number * mine - theirs.number * other) <= _SLACK_OF_SPAN * value.number * mine


_IN_DAYS = {"minute": 1 / 1440, "h": 1 / 24, "d": 1.0, "w": 7.0, "month": 365 / 12, "y": 365.0}
_SLACK_OF_SPAN = 0.09
"""By how much three months may differ from twelve weeks."""
