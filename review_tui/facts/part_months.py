"""Quarters and halves of a year beside the months that they are, and with which month their year begins by that.

"The second quarter of 2025/26 (July to September)", "Q3 = oct-dec", "September to February, the first half", and a
heading "Traffic, third quarter 2025" over "For the months July to September 2025". A body may report by two sorts
of years, the financial and the calendar's; by which is told by what the year is called beside its part.
"""

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from functools import lru_cache
from itertools import groupby

from review_tui.facts.clauses import Clause
from review_tui.facts.pair import Pair
from review_tui.facts.values import Kind, Value, is_compared
from review_tui.language.calendar_words import full_year
from review_tui.language.date_words import month_length
from review_tui.language.number_words import ONES, ORDINALS
from review_tui.model.findings import Location
from review_tui.model.frozen import frozen

_I = re.IGNORECASE
_YEAR = 12
"""Months."""
_ANY_YEAR = 2001
"""No leap year: February is over on its 28th day."""
_YEAR_BEFORE = re.compile(r"(?:19|20)\d\d,\s")
_ENDS_WITH_YEAR = re.compile(r"(?:19|20)\d\d\W{0,3}\Z")
_LENGTHS = {"q": 3, "h": 6}
"""Months of a quarter and of a half, by how they begin."""
_PART = re.compile(
    r"\b(?:(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th|(?:last|final)(?= \w{1,7} of\b))[ -](?P<unit>quarter|qtr|half)(?:[ -]year)?"
    r"|(?P<sign>quarter|qtr\.?|q|half-year|h(?=[12]\b))[ -]?(?P<number>[1-4]|(?:one|two|three|four)))\b",
    _I,
)
"""A quarter or half that is told by its number."""
_SEVERAL = re.compile(
    r"(?:[1-4]|quarters?|half|\w(?:st|nd|rd|th|ird))\s?(?:and|&|\+|to|or|[-/\u2013])\s?(?:the )?\Z", _I
)
_AND_MORE = re.compile(
    r"\s?(?:and|&|\+|to|or|[-/\u2013])\s?(?:the )?(?:q|h|quarter|first|second|third|fourth)?\s?[1-4]?\b(?=\W|quarter|half)",
    _I,
)
_CALLED = (
    r"(?:(?:calendar|financial|fiscal|business|budget|municipal|trading|council|accounting|company|subscription|academic|school)"
    r"(?: year)?|(?:[a-z]{3,12}['\u2019]s? (?:own )?)?year|[fbc]y)"
)
_OF = r"(?:(?:of|in|for)\s)?(?:(?:the|this|next|last|our|its|their|that|new|current|coming)\s){0,2}"
_LABEL = re.compile(
    rf",?\s?\b{_OF}(?:(?P<called>{_CALLED})\s?)?'?"
    r"(?P<first>(?:19|20)\d\d|(?<![:/.\d])[1-3]\d(?![.,:%]\d|\.\s?[-\u2013]))(?:\s?[-/\u2013]\s?'?(?P<last>\d{4}|\d\d))?(?!\w|[.,]\d|%)"
    rf"|\s?\b(?=of|in|for){_OF}(?P<unnumbered>{_CALLED})(?!\w)",
    _I,
)
"""What a year is called, or by which figures: "of the financial year 2025/26", "FY25", "of 2024"."""
_ONLY_YEAR = re.compile(r"year\Z", _I)
_OF_CALENDAR = re.compile(r"cal|cy", _I)
_NAMES = r"(?:['\u2019]s)?(?:[ ](?:[a-z-]{2,12}[ ]){0,2}(?:reports?|accounts|statements?|figures?|figs|returns?|results?|reconciliation|recon?|reviews?|data|monitoring|summary|dashboard|performance|position|billing|claim|rpt|rep|stats))?"
_MEANS = (
    r"(?:that is(?: to say)?|that['\u2019]s|i\.?e\.?|being|namely|viz\.?|meaning|covering|comprising|(?:which|that) (?:covers|covered|is|was|runs|ran|took in)|running"
    r"|so|or|from|for|in|between|the|months?|of|period|quarter)"
)
_TELLS = re.compile(rf"{_NAMES}[\s,:=(\u2013\u2014-]{{1,4}}(?:{_MEANS}[\s,:]{{1,3}}){{0,4}}", _I)
"""Between a quarter and its months, without what its year is called."""
_IN_BRACKETS = re.compile(r"(?:['\u2019]s)?(?:[ ][a-z'\u2019&/-]{2,14}){0,5}[ ]?[(\[]", _I)
"""The same where the months are set in brackets behind what is said of the quarter."""
_JOTTED = re.compile(
    rf"(?:[ ](?!(?:was|vs|prev|last|than|from|up|down|to|until|by|due|then|and|next|not|moved|will|in)\b)[a-z'\u2019&/-]{{1,10}}){{0,4}}[\s,:;=?(\u2013-]{{0,4}}(?:{_MEANS}[\s,:]{{1,3}}){{0,3}}",
    _I,
)
"""The same in a line of notes."""
_TELLS_BACK = re.compile(
    r"[\s,:=(\u2013\u2014-]{1,4}(?:(?:that is|that['\u2019]s|i\.?e\.?|being|namely|which (?:is|was)|or|as|the|our|its|in|=)[\s,:]{1,3}){0,3}",
    _I,
)
"""Between months and the quarter behind them that they are."""
_UP_TO = re.compile(r",?\s?(?:which )?(?:end(?:ed|s|ing)?|up to|to)\s(?:on )?", _I)
"""Between a quarter and its last day."""
_FIGURES = re.compile(
    r"(?P<first>0?[1-9]|1[0-2])\.?\s?[-\u2013]\s?(?P<last>0?[1-9]|1[0-2])\.(?:\s?(?P<year>20\d\d|[1-4]\d)(?!\d))?"
)
"""Months in figures, as many write them: "07.-09.25"."""
_LONGEST_GAP = 60
"""Characters between a quarter and its months."""
_OF_SUBJECT = re.compile(
    r"\b(?:for|cover(?:ing|ed|s)|in|during|over|of|between|months?|period|quarter|from)(?: (?:the|months?|period|quarter|of|from|three|six)){0,4} \Z",
    _I,
)
"""What stands before the months of which an item tells."""
_BELOW_HEADING = 4
"""Sentences below a heading in which its months are looked for."""
_LONGEST_LABEL = 30
"""Characters before a quarter in which its year is looked for."""
_LONGEST_HEADING = 16
"""Words."""
_STOPS = (".", ";", ":", "!", "?", ",")


class YearSort(Enum):
    """What sort of year a part is of, as far as it is said."""

    UNSAID = auto()
    CALENDAR = auto()
    """One year, told by a figure: "of 2025"."""
    FISCAL = auto()
    """One year that is called a financial one or the like: "FY25"."""
    TWO = auto()
    """Two years as one: "2025/26"."""


@frozen(eq=False)
class PartMonths:
    """A quarter or half beside the months that it is. Each is itself only, however alike another looks."""

    clause: Clause
    """Where the part stands; of a heading, the heading."""
    start: int
    """Where it begins there."""
    number: int
    length: int
    """Months of the part: 3 or 6."""
    first: int
    """The first of its months, 1 for January."""
    year: int
    """The year of that month, 0 where it is not written."""
    sort: YearSort
    label: int
    """The year of which it is a part, the first of two; 0 where it is not written."""
    part: Location
    months: Location
    is_across: bool = False
    """Whether the part stands in a heading and its months below."""

    @property
    def begins(self) -> int:
        """The month with which the year begins by this, 1 for January."""
        return (self.first - 1 - (self.number - 1) * self.length) % _YEAR + 1

    @property
    def years_off(self) -> int | None:
        """How many years after its label the year begins; ``None`` where that is not told."""
        if not self.year or not self.label:
            return None
        return (self.year * _YEAR + self.first - 1 - (self.number - 1) * self.length) // _YEAR - self.label

    def says(self, other: "PartMonths") -> bool:
        """Whether another is the same part, by its number."""
        return (self.number, self.length) == (other.number, other.length)

    def has_months_of(self, other: "PartMonths") -> bool:
        """Whether another has the same months."""
        return (self.first, self.length) == (other.first, other.length)


@frozen(eq=False)
class _Part:
    """A quarter or half in a line."""

    number: int
    length: int
    start: int
    end: int


@frozen(eq=False)
class Months:
    """A run of whole months in a line or sentence."""

    first: int
    """The first of them, 1 for January."""
    year: int
    """The year of that one, 0 where it is not written."""
    length: int
    start: int
    end: int


@lru_cache(maxsize=4)
def parts_of_draft(pair: Pair) -> tuple[PartMonths, ...]:
    """Those of the draft, in order; those of headings behind."""
    lines = [list(line) for _, line in groupby(pair.clauses, key=lambda c: (id(c.plain), c.passage))]
    told = [told for line in lines for told in _told_in(line, pair.values, jotted=False)]
    return (*told, *_below_headings(pair, told))


@lru_cache(maxsize=4)
def parts_of_notes(pair: Pair) -> tuple[PartMonths, ...]:
    """Those of the notes, each of one line."""
    lines = [list(line) for _, line in groupby(pair.jottings, key=lambda c: (id(c.plain), c.item))]
    return tuple(told for line in lines for told in _told_in(line, pair.noted_values, jotted=True))


def _told_in(
    line: Sequence[Clause], values: Sequence[Sequence[Value]], *, jotted: bool
) -> Iterator[PartMonths]:
    """The parts of a line, each with the months that stand nearest to it and are told of no other."""
    begins, ends = line[0].start, line[-1].start + len(line[-1].text)
    text = line[0].plain.text[:ends].replace("\n", " ")
    parts = list(_parts_in(text, begins))
    if not parts:
        return
    here = [(c.start, v) for c in line for v in values[c.index]]
    found: list[tuple[int, int, _Part, Months, str]] = []
    for part in parts:
        runs = [run for at, v in here if (run := _months_of(v, at, part, text))]
        runs += [
            run for m in _FIGURES.finditer(text, part.end, part.end + _LONGEST_GAP) if (run := _of_figures(m))
        ]
        for run in runs:
            if run.length != part.length:
                continue
            is_behind = run.start >= part.end
            gap = text[part.end : run.start] if is_behind else text[run.end : part.start]
            rest, label = _without_label(gap, text, part, is_behind=is_behind)
            if len(gap) <= _LONGEST_GAP and _is_told(rest, is_behind=is_behind, jotted=jotted):
                found.append((len(rest), not is_behind, part, run, label))
    used: set[int] = set()
    for _, _, part, run, label in sorted(found, key=lambda one: one[:2]):
        if used.isdisjoint({part.start, run.start}):
            used |= {part.start, run.start}
            yield _made(line, part, run, label)


def whole_months(values: Sequence[Value], text: str) -> Iterator[Months]:
    """The runs of whole months among the values of a sentence."""
    nowhere = _Part(1, _YEAR, 0, 0)
    for value in values:
        run = _months_of(value, 0, nowhere, text) if value.is_run else None
        if run:
            yield run


def _parts_in(text: str, begins: int) -> Iterator[_Part]:
    for m in _PART.finditer(text, begins):
        if _SEVERAL.search(text, begins, m.start()) or _AND_MORE.match(text, m.end()):
            continue
        unit = (m["unit"] or m["sign"])[0].lower()
        said = (m["nth"] or m["number"]).lower()
        length = _LENGTHS[unit]
        number = (
            int(said[0]) if said[0].isdigit() else ORDINALS.get(said) or ONES.get(said) or _YEAR // length
        )
        if number * length <= _YEAR:
            yield _Part(number, length, m.start(), m.end())


def _months_of(value: Value, at: int, part: _Part, text: str) -> Months | None:
    """A value as a run of whole months, or the months of a part up to its last day."""
    start, end = at + value.start, at + value.end
    if part.start < start < part.end <= end:
        start = part.end  # "the third quarter ended 30 September"
    if value.is_run:
        (year, month, day), (last_year, last, last_day) = value.ends
        length = (last - month) % _YEAR + 1
        is_next = last < month
        if label := _YEAR_BEFORE.match(value.text):  # "of 2025, October to December 2024"
            start += label.end()
            year = last_year - is_next if _ENDS_WITH_YEAR.search(value.text) else year
        elif year and last_year - year != is_next:
            return None
        is_whole = day == 1 and last_day >= month_length(last, _ANY_YEAR)
        return Months(month, year, length, start, end) if is_whole else None
    if value.kind is Kind.DATE and start >= part.end and _UP_TO.search(text, part.end, start):
        year, month, day = value.parts
        if day < month_length(month, _ANY_YEAR):
            return None
        first = (month - part.length) % _YEAR + 1
        return Months(first, year - (first > month) if year else 0, part.length, start, end)
    return None


def _of_figures(m: re.Match[str]) -> Months:
    first, last = int(m["first"]), int(m["last"])
    year = full_year(m["year"]) - (first > last) if m["year"] else 0
    return Months(first, year, (last - first) % _YEAR + 1, m.start(), m.end())


def _without_label(gap: str, text: str, part: _Part, *, is_behind: bool) -> tuple[str, str]:
    """What stands between a part and its months without what its year is called, and that."""
    between = _LABEL.search(gap) if is_behind else None
    if between:
        return gap[: between.start()] + gap[between.end() :], between[0]
    return gap, _label_beside(text, part, is_behind=is_behind)


def _label_beside(text: str, part: _Part, *, is_behind: bool = False) -> str:
    """What the year of a part is called right behind it, or else right before it: "FY25 Q2"."""
    behind = None if is_behind else _LABEL.match(text, part.end)
    if behind:
        return behind[0]
    for m in _LABEL.finditer(text, max(0, part.start - _LONGEST_LABEL), part.start - 1):
        is_year = m["last"] or m["called"] or len(m["first"] or "") > len("25")
        if m.end() == part.start - 1 and is_year:
            return m[0]
    return ""


def _is_told(gap: str, *, is_behind: bool, jotted: bool) -> bool:
    if not is_behind:
        return _TELLS_BACK.fullmatch(gap) is not None or (jotted and not gap.strip())
    if not gap:
        return True
    shapes = (_TELLS, _IN_BRACKETS, _UP_TO, *([_JOTTED] if jotted else []))
    return any(shape.fullmatch(gap) for shape in shapes)


def _made(line: Sequence[Clause], part: _Part, run: Months, label: str) -> PartMonths:
    clause = next(c for c in reversed(line) if c.start <= part.start)
    sort, year = _sort_of(label)
    said, told = (clause.place(one.start - clause.start, one.end - clause.start) for one in (part, run))
    start = part.start - clause.start
    return PartMonths(clause, start, part.number, part.length, run.first, run.year, sort, year, said, told)


def _sort_of(label: str) -> tuple[YearSort, int]:
    m = _LABEL.fullmatch(label) if label else None
    if m is None:
        return YearSort.UNSAID, 0
    called = m["called"] or m["unnumbered"] or ""
    if not m["first"] and _ONLY_YEAR.match(called):
        return YearSort.UNSAID, 0
    year = full_year(m["first"]) if m["first"] else 0
    if m["last"]:
        is_next = (year + 1) % 100 == int(m["last"]) % 100
        return (YearSort.TWO, year) if is_next else (YearSort.UNSAID, 0)
    if called and not (_OF_CALENDAR.match(called) or _ONLY_YEAR.match(called)):
        return YearSort.FISCAL, year
    return YearSort.CALENDAR, year


def _below_headings(pair: Pair, told: Sequence[PartMonths]) -> Iterator[PartMonths]:
    """The parts of headings that have none of their months beside them, with those of which the item tells first."""
    beside = {p.clause.index for p in told}
    for clause in pair.clauses:
        parts = list(_parts_in(clause.text, 0)) if _is_heading(pair, clause) else []
        if clause.index in beside or len(parts) != 1:
            continue
        (part,) = parts
        sort, label = _sort_of(_label_beside(clause.text, part))
        for other in pair.clauses[clause.index + 1 : clause.index + 1 + _BELOW_HEADING]:
            if other.item != clause.item or other.index in beside or _is_heading(pair, other):
                break
            run = _first_months(pair.values[other.index], other.text)
            if run and run.length == part.length:
                places = (clause.place(part.start, part.end), other.place(run.start, run.end))
                yield PartMonths(
                    clause, part.start, part.number, part.length, run.first, run.year, sort, label, *places, is_across=True
                )  # fmt: skip
            if run or any(v.is_run for v in pair.values[other.index]):
                break


def _first_months(values: Sequence[Value], text: str) -> Months | None:
    """The months that come first in a sentence, where it tells of them and of no quarter by its number."""
    here = _Part(1, _YEAR, 0, 0)
    run = next((run for v in values if v.is_run and (run := _months_of(v, 0, here, text))), None)
    if run is None or not _OF_SUBJECT.search(text, 0, run.start):
        return None
    return None if is_compared(text, run.start) or _PART.search(text) else run


def _is_heading(pair: Pair, clause: Clause) -> bool:
    """Whether it stands by itself and is no sentence."""
    around = pair.clauses[max(0, clause.index - 1) : clause.index + 2]
    is_alone = sum(c.passage == clause.passage for c in around) == 1
    return clause.is_heading or (
        is_alone
        and len(clause.text.split()) <= _LONGEST_HEADING
        and not clause.text.rstrip(" *_").endswith(_STOPS)
    )
