"""The dates check: days no calendar has, ranges that run backwards, dates at odds with the meeting's."""

import re
from collections.abc import Iterable, Iterator

from review_tui.checks.check import Check
from review_tui.checks.dates.date_order import out_of_order
from review_tui.checks.dates.meeting_days import against_the_book
from review_tui.facts.known_days import Calendar, calendar_of
from review_tui.language.calendar_words import month_name
from review_tui.language.date_forms import one_line
from review_tui.language.date_parts import read_date_parts
from review_tui.language.date_words import month_length
from review_tui.language.day_order import day_first_in
from review_tui.language.periods import Period, find_impossible_days
from review_tui.model.acts import FlagKind
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Document, Material

_LOOK_BACK = 80
"""Characters of the line before a period in which it says that a day was moved: that may run backwards."""
_MOVED = re.compile(
    r"\b(?:mov|chang|alter|amend|correct|brought|bring|postpon|rearrang|reschedul|revis|read|fell|fall|drop|reduc"
    r"|decreas|compar|down)",
    re.IGNORECASE,
)
"""Words that make "from 5 May to 3 May" a change of mind and no period."""


_SLASHED = re.compile(r"((?:19|20)\d\d) ?/ ?((?:19|20)\d\d)")
_YEAR_OF_ANOTHER = re.compile(r"(?:19|20)\d\d\W[^\n]{0,40}[^\W\d_]{3}")
"""A year before a day or month ends what stands before: "the year 2025, October to December 2024"."""
_BESIDE = 40
"""Characters on either side of two years in which it says what they are of."""
_YEAR_OF_ACCOUNTS = re.compile(
    r"\b(?:years?|fy|season|budget|accounts|precept|term|audit|rates|subscriptions?|session|report)\b",
    re.IGNORECASE,
)
"""Words beside two years that make one of them."""


class DatesCheck(Check):
    """Finds dates that cannot be, by themselves or beside the meeting's."""

    id = "dates"
    finds = (
        "Days that no calendar has; periods that end before they begin; a next meeting before this one, "
        "signed minutes of a meeting after it, a year that slipped; meetings that the book dates otherwise."
    )
    severity = Severity.ERROR
    flag_kind = FlagKind.DATE
    example = "The grant must be spent by 31st April 2022.\n"

    def run(self, material: Material) -> Iterable[Finding]:
        """Findings in the order of the draft."""
        calendar = calendar_of(material)
        found = [
            *_impossible(material.draft, day_first=day_first_in(material)),
            *_backwards(material.draft, calendar),
            *out_of_order(material.draft, calendar),
            *against_the_book(material, calendar),
        ]
        first: dict[int, Finding] = {}
        for finding in found:
            first.setdefault(finding.places[0].span.start, finding)
        return tuple(first[start] for start in sorted(first))


def _impossible(draft: Document, *, day_first: bool) -> Iterator[Finding]:
    for span in find_impossible_days(draft.text, day_first=day_first):
        place = draft.place(span)
        part = next(p for p in read_date_parts(draft.text, span.start, day_first=day_first) if p.impossible)
        year = f" {part.year}" if part.year and part.month == _FEBRUARY else ""
        month = f"{month_name(part.month or 1)}{year}"
        message = (
            f"Line {place.line} says {one_line(place.quote)}, "
            f"but {month} has only {month_length(part.month or 1, part.year)} days."
        )
        yield Finding(DatesCheck.id, Severity.ERROR, message, (place,))


_FEBRUARY = 2
"""The month whose length depends on the year."""


def _backwards(draft: Document, calendar: Calendar) -> Iterator[Finding]:
    for period in calendar.periods:
        if not period.runs_backwards or "\n" in period.text:
            continue
        if _YEAR_OF_ANOTHER.match(period.text):
            continue
        if not (_is_moved(draft.text, period) or _are_two_years(draft.text, period)):
            place = draft.place(period.span)
            message = f"Line {place.line} says {one_line(place.quote)}, which ends before it begins."
            yield Finding(DatesCheck.id, Severity.ERROR, message, (place,))


def _are_two_years(text: str, period: Period) -> bool:
    """Whether "2015/2014" is of either year, and of no year of accounts."""
    years = _SLASHED.fullmatch(period.text)
    if years is None or int(years[1]) != int(years[2]) + 1:
        return False
    beside = text[max(0, period.span.start - _BESIDE) : period.span.end + _BESIDE]
    return _YEAR_OF_ACCOUNTS.search(beside) is None


def _is_moved(text: str, period: Period) -> bool:
    before = text[max(0, period.span.start - _LOOK_BACK) : period.span.start].rpartition("\n")[2]
    return bool(_MOVED.search(before)) and before.rstrip().lower().endswith("from")
