"""Whether two periods are one, however each is told: as runs of months, as far as the texts say how years are cut.

"The year ended 30 September 2024", "2023/24" and "FY24" are one where the body's year ends in September; "Q3" is
July to September or January to March. What cannot be known is neither the same nor another.
"""

from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from review_tui.facts.pair import Pair
from review_tui.facts.part_months import parts_of_draft, parts_of_notes
from review_tui.facts.periods import PeriodMention, months_of, periods_of_draft
from review_tui.facts.values import Kind, are_of_years, may_be_one_mistyped

Run = tuple[int, int]
"""The first and the last month, counted from year 0."""
_YEAR = 12
"""Months."""
_LENGTHS = {"Q": 3, "H": 6}
"""Months of the parts of a year that are runs of months."""
_ALMOST_A_YEAR = range(11, 14)
"""Months that a year has which does not begin on the first of one."""
_ANY_START = range(2, 13)
"""Months with which a year may begin that is told by two calendar years."""
_OFTEN = (1, 4, 7, 9, 10)
"""Those with which most do."""


@lru_cache(maxsize=4)
def year_starts(pair: Pair) -> frozenset[int]:
    """The months with which this body's years begin, as far as draft and notes tell.

    By whole years from day to day, by quarters whose months are told ("Q3, Jul-Sep"), and by quarters of a calendar year.
    """
    found = {
        *starts_of_whole_years(pair),
        *(p.begins for p in (*parts_of_draft(pair), *parts_of_notes(pair))),
    }
    told = chain(*periods_of_draft(pair))
    if any(m.whole is not None and m.whole.kind is Kind.YEAR and m.sort in _LENGTHS for m in told):
        found.add(1)
    return frozenset(found)


@lru_cache(maxsize=4)
def starts_of_whole_years(pair: Pair) -> frozenset[int]:
    """The months with which the years begin that are told from day to day, whatever they are of."""
    values = chain(*pair.values, *pair.noted_values)
    return frozenset(
        v.ends[0][1] for v in values if v.is_run and months_of(v) == (_YEAR if v.parts[0] else 0)
    )  # without a year "1 July to 30 June" seems to have no months


def are_one(mine: PeriodMention, theirs: PeriodMention, starts: frozenset[int]) -> bool | None:
    """Whether two periods are one; ``None`` where they can't be compared."""
    is_half_alike = any(a == b for a, b in zip(mine.of, theirs.of, strict=False))
    if (
        mine.sort == theirs.sort == "span"
        and _length([mine.of]) != _length([theirs.of])
        and not is_half_alike
    ):
        return None
    if mine.sort == theirs.sort:
        if (mine.part is None) is not (theirs.part is None) or not may_be_one_mistyped(
            mine.value, theirs.value
        ):
            return None
        return mine.of == theirs.of
    sorts = {mine.sort: mine, theirs.sort: theirs}
    if sorts.keys() == {"season", "T"}:
        return sorts["season"].of[1] + 1 == sorts["T"].of[0]
    if sorts.keys() == {"my", "years"}:
        return _is_in_years(sorts["my"].of, sorts["years"].of)
    if sorts.keys() == {"year", "years"}:
        return None
    if "span" in sorts and sorts.keys() & _LENGTHS.keys():
        (part,) = sorts.keys() & _LENGTHS.keys()
        return _is_part(sorts["span"].of, sorts[part], starts)
    if "span" in sorts and "years" in sorts and are_of_years(sorts["years"].value):
        first, last = ((month - 1) // _YEAR for month in sorts["span"].of)
        return (first, last) == sorts["years"].of if last - first > 1 else None
    one, other = runs_of(mine, starts), runs_of(theirs, starts)
    if not one or not other or _length(one) != _length(other):
        return None
    return bool(one & other) or (None if _are_of_years_of_others(sorts) else False)


def _are_of_years_of_others(sorts: dict[str, PeriodMention]) -> bool:
    """Whether a run from one year into the next may be a year of another body than this: the tax year, beside that of a charity."""
    if sorts.keys() != {"span", "years"}:
        return False
    first, last = ((month - 1) // _YEAR for month in sorts["span"].of)
    return (first, last) == sorts["years"].of


def _length(runs: Iterable[tuple[int, ...]]) -> int:
    first, last = next(iter(runs))
    months = last - first + 1
    return _YEAR if months in _ALMOST_A_YEAR else months


def runs_of(mention: PeriodMention, starts: frozenset[int]) -> frozenset[Run]:
    """The runs of months that a period may be; none where nobody can tell."""
    if mention.sort == "span":
        first, last = mention.of
        return frozenset(
            {(first, last)} | ({(first + 1, last), (first, last - 1)} if last - first == _YEAR else set())
        )
    whole = _years_of(mention, starts)
    if mention.part is None or not whole:
        return whole
    name, (number, *_) = mention.part
    length = _LENGTHS.get(name)
    if not length:
        return frozenset()
    return frozenset((f + (number - 1) * length, f + number * length - 1) for f, _ in whole)


def _years_of(mention: PeriodMention, starts: frozenset[int]) -> frozenset[Run]:
    """The years that a year, or two written as one, may be."""
    if mention.sort == "years" and mention.of[1] - mention.of[0] == 1:
        base = mention.of[0] * _YEAR
        known = [start for start in starts if start > 1] or (_OFTEN[1:] if mention.part else _ANY_START)
        runs = {(base + start, base + start + _YEAR - 1) for start in known}
        if ("y", mention.of[1]) in mention.value.keys:  # "FY24" may be the calendar's
            runs.add((base + _YEAR + 1, base + 2 * _YEAR))
        return frozenset(runs)
    if mention.sort == "year":
        (year,) = mention.of
        ends = {(year * _YEAR + 1, year * _YEAR + _YEAR)}
        for start in [s for s in starts if s > 1] if mention.part else _ANY_START:
            ends |= {(y * _YEAR + start, y * _YEAR + start + _YEAR - 1) for y in (year - 1, year)}
        return frozenset(ends)
    return frozenset()


def _is_part(span: tuple[int, ...], part: PeriodMention, starts: frozenset[int]) -> bool | None:
    """Whether a run of months is a quarter or half: of the calendar year if one is named with it, or of the body's."""
    length, number = _LENGTHS[part.sort], part.of[0]
    if span[1] - span[0] + 1 != length:
        return None
    of_calendar = part.whole is not None and part.whole.kind is Kind.YEAR
    may_start = {*starts, 1} if of_calendar else starts or _OFTEN
    return (span[0] - 1) % _YEAR in {(start - 1 + (number - 1) * length) % _YEAR for start in may_start}


def _is_in_years(month: tuple[int, ...], years: tuple[int, ...]) -> bool | None:
    """Whether a month lies in two years that are told as one."""
    year, number = month
    if years[1] - years[0] != 1:
        return None
    autumn, spring = 8, 4
    likely = {year - 1, year} if spring <= number <= autumn else {year} if number > autumn else {year - 1}
    return years[0] in likely
