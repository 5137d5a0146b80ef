"""What a number is a measure of: minutes, months, miles; and spans of time that are one in two measures."""

import re
from collections.abc import Sequence

from review_tui.facts.clauses import Clause
from review_tui.facts.values import Kind, Value

_TIME_UNIT = re.compile(
    r"[\s-]?(?:(?P<minute>mi?ns?|minutes?)|(?P<hour>h(?:ou)?rs?)|(?P<day>days?|dys)|(?P<week>w(?:ee)?ks?)|(?P<month>m(?:on|n)?ths?|mos?)"
    r"|(?P<year>y(?:ea)?rs?)|(?P<term>te?rms?)|(?P<semester>semesters?|sems?)|(?P<season>seasons?|ssns?))\b",
    re.IGNORECASE,
)
"""Of a span of time, however it is cut short."""
_MEASURE = re.compile(
    r"[\s-]?(?:(?P<km>km|kilomet(?:re|er)s?|k)|(?P<mile>miles?|mi)|(?P<metre>met(?:re|er)s?|m)|(?P<litre>lit(?:re|er)s?|lit|l)"
    r"|(?P<tonne>tonnes?|tons?|t)|(?P<kilo>kg|kilos?|kilograms?)|(?P<acre>acres?|ac)|(?P<hectare>hectares?|ha)|(?P<mph>mph)"
    r"|(?P<foot>feet|foot|ft|(?<=\d)['\u2019\u2032](?!\s?\d))|(?P<degree>degrees?|deg)|(?P<kw>kw|kilowatts?)|(?P<kwh>kwh)|(?P<kva>kva))(?![\w/])",
    re.IGNORECASE,
)
"""Of a length, a weight, a volume."""


def time_unit(text: str, at: int) -> tuple[str, int] | None:
    """The unit of time behind a number that ends at ``at``, by one name for each, and where it ends."""
    unit = _TIME_UNIT.match(text, at)
    return (unit.lastgroup or "", unit.end()) if unit else None


def measure_of(text: str, value: Value) -> str:
    """The measure behind a number, by one name for each; empty for none."""
    if value.kind is not Kind.NUMBER:
        return ""
    if unit_of_time := time_unit(text, value.end):
        return unit_of_time[0]
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


_IN_DAYS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 365 / 12, "year": 365.0}
_SLACK_OF_SPAN = 0.09
"""By how much three months may differ from twelve weeks."""
