"""Years and months that are told one beside the other, "the 2026 and 2027 seasons", "(April, May, June)", against those that the notes list.

Each of the periods is right by itself, and of a run of months the notes have but the ends; only how many there are shows that one
was left out, or that all were moved. They are compared as sets, where sentence and notes have one set each.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.nearness import Near, near_to, nearness
from review_tui.facts.pair import Pair
from review_tui.facts.period_clashes import sections_of
from review_tui.facts.values import Kind, Value
from review_tui.facts.wording import said_in
from review_tui.model.findings import Severity
from review_tui.model.frozen import frozen

_JOINED = re.compile(
    r"(?:\s?[,;/&+]\s?|,?\s(?:and|&|n|\+|or)\s)(?:(?:the\s)?(?:seasons?|years?|in|for)\s)?'?", re.IGNORECASE
)
"""What stands between two of a list."""
_YEARS, _MONTHS = "years", "months"
_MONTHS_OF_YEAR, _LONGEST = 12, 4
"""Months of a year, and the years of a period at most: a plan of many is no list of them."""
_LOOKED_AT = 2
"""Lines of the notes, the likeliest first, that a sentence may be of."""
_BEGINS = re.compile(r"\b(?:from|since|starting|beginning)\s(?:in\s)?\Z", re.IGNORECASE)
"""What stands before a month of which only that a run begins with it is told."""
_WEIGHT = 1.9
"""How sure it is, beside other clashes of the same words."""


@frozen(eq=False)
class Listed:
    """The years, or the months, of a list or of a run, at offsets of a sentence or jotting."""

    clause: Clause
    sort: str
    of: frozenset[int]
    start: int
    end: int

    @property
    def text(self) -> str:
        """As they are written."""
        return self.clause.text[self.start : self.end].strip(" ,.")


def listed_period_clashes(pair: Pair) -> Iterator[Clash]:
    """Lists of years or months with more, fewer or others than the notes list, in the order of the draft."""
    if not pair.jottings:
        return
    told = {clause.index: list(lists_in(clause, pair.values[clause.index])) for clause in pair.clauses}
    sections = sections_of(pair)
    for clause in pair.clauses:
        if clause.is_heading or clause.index in pair.roll:
            continue
        for mine in told[clause.index]:
            theirs = _noted_for(pair, mine)
            if theirs is None or mine.of == theirs.of or not mine.of & theirs.of:
                continue
            whole = [
                other
                for k, lists in told.items()
                for other in lists
                if k != clause.index
                and sections[pair.clauses[k].item] == sections[clause.item]
                and other.of == theirs.of
                and nearness(_near(other), _near(mine)) > 0
            ]
            if len(mine.of) > 1 or (whole and not _BEGINS.search(clause.text, 0, mine.start)):
                yield _clash(mine, theirs, whole)


def lists_in(clause: Clause, values: Sequence[Value], *, jotted: bool = False) -> Iterator[Listed]:
    """The lists and runs of years or months, and single ones, in order."""
    parts = [(v, *found) for v in values if (found := _periods(v, jotted=jotted))]
    group: list[tuple[Value, str, frozenset[int]]] = []
    for part, then in zip_longest(parts, parts[1:]):
        group.append(part)
        if then and then[1] == part[1] and _JOINED.fullmatch(clause.text, part[0].end, then[0].start):
            continue
        of = frozenset().union(*(found for _, _, found in group))
        if len(of) > 1 or group[0][0].kind is not Kind.NUMBER:  # "26" is a year only beside another
            yield Listed(clause, part[1], of, group[0][0].start, part[0].end)
        group = []


def _periods(value: Value, *, jotted: bool) -> tuple[str, frozenset[int]] | None:
    """The years or the months that a value is, as numbers; none of what it was before, nor of a plan of many years."""
    if value.is_former:
        return None
    if value.kind is Kind.YEAR:
        return _YEARS, frozenset(value.parts[:1])
    if value.kind is Kind.MONTH and value.parts[1]:
        return _MONTHS, frozenset({value.parts[1]})
    if value.is_run:
        months = _months_of(value)
        return (_MONTHS, months) if months else None
    if value.kind is Kind.PERIOD and 0 < value.parts[1] - value.parts[0] <= _LONGEST:
        return f"{_YEARS} from one to the next", frozenset(range(value.parts[0], value.parts[1]))
    if jotted and value.kind is Kind.NUMBER:
        years = _years_of(value)
        return (_YEARS, years) if years else None
    return None


def _months_of(run: Value) -> frozenset[int]:
    """The months of a run within a year; none of a longer one."""
    (year, first, _), (until, last, _) = run.ends
    if year != until and (until - year) * _MONTHS_OF_YEAR + last - first >= _MONTHS_OF_YEAR:
        return frozenset()
    count = (last - first) % _MONTHS_OF_YEAR + 1
    return frozenset((first - 1 + n) % _MONTHS_OF_YEAR + 1 for n in range(count))


def _years_of(number: Value) -> frozenset[int]:
    """The year that a number of a note may be, or the two that are said as one: "twenty six and twenty seven"."""
    pairs = [frozenset({int(key[1]), int(key[2])}) for key in number.keys if key[0] == "fy"]
    if len(pairs) == 1 and " and " in number.text:
        return pairs[0]
    years = frozenset(int(key[1]) for key in number.keys if key[0] == "y")
    return years if len(years) == 1 else frozenset()


def _noted_for(pair: Pair, mine: Listed) -> Listed | None:
    """The one list of its sort, or run, that the jottings of a sentence have."""
    links = pair.links
    near = links.near(links.linked[mine.clause.index][:_LOOKED_AT])
    found = [
        noted
        for j in near
        if not pair.jottings[j].is_private
        for noted in lists_in(pair.jottings[j], pair.noted_values[j], jotted=True)
        if noted.sort == mine.sort
    ]
    many = [noted for noted in found if len(noted.of) > 1]
    return many[0] if len(many) == 1 and not any(noted.of == mine.of for noted in found) else None


def _near(listed: Listed) -> Near:
    """The telling words around a list."""
    return near_to(listed.clause.text, listed.start, listed.end)


def _clash(mine: Listed, theirs: Listed, whole: Sequence[Listed]) -> Clash:
    message = (
        f"The draft has \u201c{mine.text}\u201d; the notes of the same thing have \u201c{theirs.text}\u201d "
        f"({said_in(theirs.clause)})."
    )
    places = [listed.clause.place(listed.start, listed.end) for listed in (mine, *whole[:1], theirs)]
    return Clash(message, tuple(places), _WEIGHT, Severity.WARNING)
