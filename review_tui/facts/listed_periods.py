"""Years and months that are told one beside the other, "the 2026 and 2027 seasons", "(April, May, June)", against those that the notes list.

Each of the periods is right by itself, and of a run of months the notes have but the ends; only how many there are shows that one
was left out, or that all were moved. They are compared as sets, where sentence and notes have one set each.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
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
_MONTHS_OF_YEAR, _MOST, _LONGEST = 12, 12, 4
"""Months of a year, those of a run at most, and the years of a period at most: a plan of many is no list of them."""
_LOOKED_AT = 2
"""Lines of the notes, the likeliest first, that a sentence may be of."""
_ROOT, _BESIDE, _WORDS = 5, 40, 3
"""Letters by which two words are of one root, characters beside a list in which it says of what it is, and words of those."""
_WORD = re.compile(r"[^\W\d_]{4,}")
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
                and _words_at(other) & _words_at(mine)
            ]
            if len(mine.of) > 1 or whole:
                yield _clash(mine, theirs, whole)


def lists_in(clause: Clause, values: Sequence[Value], *, jotted: bool = False) -> Iterator[Listed]:
    """The lists and runs of years or months, and single ones, in order."""
    parts = [(v, *found) for v in values if (found := _periods(v, jotted=jotted))]
    group: list[tuple[Value, str, frozenset[int]]] = []
    for part, then in pairwise([*parts, None]):
        if part is None:
            continue
        group.append(part)
        goes_on = (
            then is not None
            and then[1] == part[1]
            and _JOINED.fullmatch(clause.text, part[0].end, then[0].start) is not None
        )
        if not goes_on:
            of = frozenset().union(*(found for _, _, found in group))
            if len(of) > 1 or not _is_bare(group[0][0]):
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
        (year, first, _), (until, last, _) = value.ends
        count = (last - first) % _MONTHS_OF_YEAR + 1
        is_within = year == until or (until - year) * _MONTHS_OF_YEAR + last - first < _MOST
        return (
            (_MONTHS, frozenset((first - 1 + n) % _MONTHS_OF_YEAR + 1 for n in range(count)))
            if is_within
            else None
        )
    if value.kind is Kind.PERIOD and 0 < value.parts[1] - value.parts[0] <= _LONGEST:
        return f"{_YEARS} from one to the next", frozenset(range(value.parts[0], value.parts[1]))
    if jotted and value.kind is Kind.NUMBER and _is_bare(value):
        said = [frozenset({int(key[1]), int(key[2])}) for key in value.keys if key[0] == "fy"]
        years = frozenset(int(key[1]) for key in value.keys if key[0] == "y")
        two = said[0] if len(said) == 1 and " and " in value.text else years  # "twenty six and twenty seven"
        return (_YEARS, two) if two is not years or len(years) == 1 else None
    return None


def _is_bare(value: Value) -> bool:
    """Whether it is a number that may be a year only beside another: "26" of "26 + 27"."""
    return value.kind is Kind.NUMBER


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


def _words_at(listed: Listed) -> frozenset[str]:
    """The beginnings of the words on either side of a list."""
    text = listed.clause.text
    before = _WORD.findall(text[max(0, listed.start - _BESIDE) : listed.start])[-_WORDS:]
    behind = _WORD.findall(text[listed.end : listed.end + _BESIDE])[:_WORDS]
    return frozenset(word[:_ROOT].lower() for word in (*before, *behind))


def _clash(mine: Listed, theirs: Listed, whole: Sequence[Listed]) -> Clash:
    message = (
        f"The draft has \u201c{mine.text}\u201d; the notes of the same thing have \u201c{theirs.text}\u201d "
        f"({said_in(theirs.clause)})."
    )
    places = [listed.clause.place(listed.start, listed.end) for listed in (mine, *whole[:1], theirs)]
    return Clash(message, tuple(places), _WEIGHT, Severity.WARNING)
