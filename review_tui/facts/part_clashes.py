"""A quarter or half of a year that is told with months which it is not: "the fourth quarter of 2024 (July to September)".

Which months a quarter is depends on when the year begins, and that is told by every other quarter with its months in
draft and notes, as far as it is of the same sort of year: a grant may be paid by the calendar's year and the budget be
for the financial one. Where nothing tells, one year in figures is the calendar's, and two are never.
"""

import re
from collections.abc import Iterator, Sequence

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.pair import Pair
from review_tui.facts.part_months import (
    Months,
    PartMonths,
    YearSort,
    parts_of_draft,
    parts_of_notes,
    whole_months,
)
from review_tui.facts.period_terms import starts_of_whole_years
from review_tui.facts.periods import DECIDED
from review_tui.facts.values import Kind
from review_tui.facts.wording import gives_otherwise, quoted, trimmed
from review_tui.language.calendar_words import month_name
from review_tui.model.findings import Location, Severity
from review_tui.model.meeting import notes_name
from review_tui.model.passages import PassageKind

_YEAR = 12
"""Months."""
_WEIGHT = 4.0
"""How sure it is, beside other clashes of the same words."""
_LINES = 2
"""Lines of the notes that a sentence may be from."""
_DECIDED_WEIGHT = 3.0
"""The same of months in a decision."""
_TO_COME = re.compile(
    r"\b(?:next|future|later|further|each|every|follow\w*|due|bring|prepare|submit)\b", re.IGNORECASE
)
"""What stands before months of which something is still to come."""
_PART_OF_RESOLUTION = re.compile(r"\W{0,4}(?:that|to)\b", re.IGNORECASE)
_NOUN = re.compile(
    r"\b([a-z]{4,}) (?:for|of|covering|on)(?: (?:the|months?|period|quarter|half-year|of|from)){0,3} \Z",
    re.IGNORECASE,
)
"""What stands before a period that is told of a thing."""
_NAMED = {
    3: ("first quarter", "second quarter", "third quarter", "fourth quarter"),
    6: ("first half", "second half"),
}
_FINANCIAL_YEAR = re.compile(
    r"\b(?:financial|fiscal|business) year|\b(?:FY|y/e|yr? end|year[ -]end)|\b(?:20)?(\d\d)\s?[/-]\s?(?:20)?(?!\1)[1-4]\d\b",
    re.IGNORECASE,
)
"""What hints that a body may not report by the calendar's year."""


def part_clashes(pair: Pair) -> Iterator[Clash]:
    """Quarters and halves of the draft whose months do not fit."""
    drafted, noted = parts_of_draft(pair), parts_of_notes(pair)
    told: set[PartMonths] = set()
    for mine in drafted:
        others = [p for p in (*noted, *drafted) if p is not mine and _may_be_of_one_year(mine, p)]
        against = _against(pair, mine, others)
        if against is not None and told.isdisjoint(
            against[:1]
        ):  # of two that contradict each other one is enough
            told.add(mine)
            yield _clash(pair, mine, against)
        elif against is None and _is_of_other_year(mine, others):
            yield _year_clash(mine)
        elif against is None and (clash := _noted_months(pair, mine, others)):
            told.add(mine)
            yield clash
    yield from _decided_otherwise(pair, [p for p in drafted if p not in told])


def _may_be_of_one_year(mine: PartMonths, theirs: PartMonths) -> bool:
    """Whether both may be parts of one sort of year."""
    sorts = {mine.sort, theirs.sort}
    return len(sorts) == 1 or YearSort.UNSAID in sorts or sorts == {YearSort.FISCAL, YearSort.TWO}


def _against(pair: Pair, mine: PartMonths, others: Sequence[PartMonths]) -> list[PartMonths] | None:
    """The others by which its year begins with another month, the surest first; ``None`` where it may be right."""
    own = _noted_for(pair, mine, others)
    if own:
        return own
    if any(p.begins == mine.begins for p in others) or mine.begins in starts_of_whole_years(pair):
        return None
    against = [p for p in others if not _is_of_calendar_beside(mine, p)]
    if mine.sort is YearSort.TWO and mine.begins == 1:
        return against
    if mine.sort is YearSort.CALENDAR and mine.begins == 1:
        return None
    if against:
        is_sure = mine.sort is not YearSort.UNSAID or all(p.begins != 1 for p in (mine, *against))
        return against if is_sure or _are_many(mine, against) else None
    texts = (pair.draft, *pair.notes)
    is_plain = mine.sort is YearSort.CALENDAR and not any(_FINANCIAL_YEAR.search(d.text) for d in texts)
    return [] if is_plain else None


def _is_of_calendar_beside(mine: PartMonths, theirs: PartMonths) -> bool:
    """Whether one is of the calendar's year, and the other of one that is not."""
    for one, other in ((mine, theirs), (theirs, mine)):
        if one.begins == 1 and one.sort in {YearSort.CALENDAR, YearSort.UNSAID} and other.begins != 1:
            return one.sort is not other.sort and other.sort is not YearSort.CALENDAR
    return False


def _are_many(mine: PartMonths, against: Sequence[PartMonths]) -> bool:
    """Whether what is told of the year is more than one may be of another body's."""
    return any(
        p.clause.item == mine.clause.item and p.clause.document is mine.clause.document for p in against
    ) or (len({(p.number, p.first, p.length) for p in against}) > 1)


def _noted_for(pair: Pair, mine: PartMonths, others: Sequence[PartMonths]) -> list[PartMonths]:
    """What the lines that it is from say of the same part or the same months, where no note has both."""
    noted = [p for p in others if p.clause.document is not mine.clause.document]
    if any(p.says(mine) and p.has_months_of(mine) for p in noted):
        return []
    lines = _lines_of(pair, mine.clause)
    return [
        p
        for p in noted
        if p.clause.index in lines and p.begins != mine.begins and (p.says(mine) or p.has_months_of(mine))
    ]


def _noted_months(pair: Pair, mine: PartMonths, others: Sequence[PartMonths]) -> Clash | None:
    """The only months, as many as it has, of the lines that it is from, where they are others and no note has its own."""
    noted = [p for p in others if p.clause.document is not mine.clause.document]
    if mine.is_across or any(p.has_months_of(mine) for p in noted):
        return None
    named = {(p.clause.index, p.first) for p in noted}
    """Months that are of a part with a number of its own."""
    runs = {
        (value.ends[0][1], value.ends[1][1]): (pair.jottings[j], value)
        for j in sorted(_lines_of(pair, mine.clause))
        for value in pair.noted_values[j]
        if value.is_run
        and (j, value.ends[0][1]) not in named
        and (value.ends[1][1] - value.ends[0][1]) % _YEAR + 1 == mine.length
    }
    if len(runs) != 1:
        return None
    ((first, _), (jotting, value)) = next(iter(runs.items()))
    if first == mine.first:
        return None
    start, end = trimmed(value)
    message = gives_otherwise("period", mine.months.quote, jotting.text[start:end], jotting)
    return Clash(message, (mine.months, jotting.place(start, end), mine.part), _WEIGHT, Severity.WARNING)


def _lines_of(pair: Pair, clause: Clause) -> set[int]:
    """The jottings of the lines that a sentence and the one behind it, where it is a heading, are from."""
    clauses = pair.clauses[clause.index : clause.index + 2]
    first = [j for c in clauses for j in pair.links.linked[c.index][:_LINES]]
    return set(pair.links.near(first))


def _is_of_other_year(mine: PartMonths, others: Sequence[PartMonths]) -> bool:
    """Whether its months are not of the year that it is called a part of."""
    off = mine.years_off
    if off is None:
        return False
    if mine.sort is YearSort.TWO or (mine.sort is YearSort.CALENDAR and mine.begins == 1):
        return off != 0
    told = {p.years_off for p in others if p.sort is mine.sort and p.begins == mine.begins} - {None}
    return mine.sort is YearSort.FISCAL and len(told) == 1 and off not in told


def _clash(pair: Pair, mine: PartMonths, against: Sequence[PartMonths]) -> Clash:
    odd, beside = (mine.part, mine.months) if _is_part_odd(pair, mine, against) else (mine.months, mine.part)
    best = against[0] if against else None
    begins = best.begins if best else 1 if mine.sort is YearSort.CALENDAR else 0
    said = f"\u201c{quoted(mine.part.quote)}\u201d and \u201c{quoted(mine.months.quote)}\u201d do not fit each other"
    if begins:
        said += f": in a year that begins in {month_name(begins)}{_source(mine, best)}, the {_NAMED[mine.length][mine.number - 1]} is {_months(mine, begins)}"
    else:
        said += ": a year that is told by two begins in no January"
    places = (odd, beside, *((best.part, best.months) if best else ()))
    return Clash(
        f"{said}.", places, _WEIGHT, Severity.ERROR if against and not mine.is_across else Severity.WARNING
    )


def _source(mine: PartMonths, best: PartMonths | None) -> str:
    if best is None:
        return ""
    told = f"\u201c{quoted(best.part.quote)}\u201d, \u201c{quoted(best.months.quote)}\u201d"
    place = best.part
    if place.file == mine.part.file:
        return f", as in line {place.line} ({told})"
    return f", as the notes have it ({notes_name(place.file)} line {place.line}: {told})"


def _months(mine: PartMonths, begins: int) -> str:
    first = (begins - 1 + (mine.number - 1) * mine.length) % _YEAR
    return f"{month_name(first + 1)} to {month_name((first + mine.length - 1) % _YEAR + 1)}"


def _is_part_odd(pair: Pair, mine: PartMonths, against: Sequence[PartMonths]) -> bool:
    """Whether the number of the part is rather wrong than its months, by what else is said of either."""
    for p in against:
        if p.says(mine) is not p.has_months_of(mine):
            return p.has_months_of(mine)
    return not any(
        v.kind is Kind.QUARTER and v.parts == (mine.number,)
        for c in pair.clauses if c.item == mine.clause.item and c is not mine.clause
        for v in pair.values[c.index]
    )  # fmt: skip


def _year_clash(mine: PartMonths) -> Clash:
    return Clash(
        f"\u201c{quoted(mine.months.quote)}\u201d is not in the year that \u201c{quoted(mine.part.quote)}\u201d is said to be of.",
        (mine.months, mine.part),
        _WEIGHT,
        Severity.WARNING,
    )


def _decided_otherwise(pair: Pair, parts: Sequence[PartMonths]) -> Iterator[Clash]:
    """Months in a decision that are not those of the quarter of which its item tells: "the report for April to June"."""
    items = _items(pair)
    for clause in pair.clauses if parts else ():
        if clause.is_heading or not DECIDED.search(clause.text):
            continue
        here = [p for p in parts if items[p.clause.index] == items[clause.index]]
        for run in whole_months(pair.values[clause.index], clause.text):
            place = clause.place(run.start, run.end)
            rivals = [p for p in here if p.length == run.length and p.clause.index <= clause.index]
            is_told = any(p.months.overlaps(place) for p in here) or _TO_COME.search(
                clause.text, 0, run.start
            )
            if not rivals or is_told:
                continue
            named = [
                p for p in rivals if _noun_before(clause, run.start) == _noun_before(p.clause, p.start) != ""
            ]
            if any(_are_months(p, run) for p in named or here):
                continue
            if named or not _is_told_elsewhere(pair, clause, run, items):
                yield _decision_clash(place, (named or rivals)[0])


def _items(pair: Pair) -> list[int]:
    """For each clause its item; the numbered parts of a resolution are of the one before them."""
    found: list[int] = []
    for clause in pair.clauses:
        goes_on = clause.document.passages[
            clause.passage
        ].kind is PassageKind.BULLET and _PART_OF_RESOLUTION.match(clause.text)
        found.append(found[-1] if goes_on and found else clause.item)
    return found


def _are_months(part: PartMonths, run: Months) -> bool:
    years = {part.year, run.year} - {0}
    return part.first == run.first and len(years) < 2


def _noun_before(clause: Clause, start: int) -> str:
    """Of what a period is told to be, in the words right before it: "return" of "the return for Quarter 1"."""
    noun = _NOUN.search(clause.text, 0, start)
    return noun[1].lower() if noun else ""


def _is_told_elsewhere(pair: Pair, clause: Clause, run: Months, items: Sequence[int]) -> bool:
    """Whether the item, or the notes that a decision is from, tell of the same months besides."""
    around = [c for c in pair.clauses if items[c.index] == items[clause.index]]
    told = [
        other
        for c in around
        for other in whole_months(pair.values[c.index], c.text)
        if (c, other.start) != (clause, run.start)
    ]
    jottings = [pair.jottings[j] for j in pair.links.near(pair.links.linked[clause.index])]
    told += [m for j in jottings for m in whole_months(pair.noted_values[j.index], j.text)]
    return any((m.first, m.length) == (run.first, run.length) for m in told)


def _decision_clash(place: Location, rival: PartMonths) -> Clash:
    message = (
        f"The decision is of {quoted(place.quote)}; line {rival.part.line} is of the {quoted(rival.part.quote)}, "
        f"{quoted(rival.months.quote)}."
    )
    return Clash(message, (place, rival.months, rival.part), _DECIDED_WEIGHT, Severity.WARNING)
