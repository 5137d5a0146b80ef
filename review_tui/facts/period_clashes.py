"""A period in the narrative and another in the decision: the same report, the wrong year.

Every period of a clause is read with the words of the thing that it is of. A period of a decision is told where
the same item (or, for a summary, the whole draft) speaks of the same thing for another period and never for this
one. Where two things are meant, last year's beside this year's, one of them is the decision's own: then nothing is
wrong.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.pair import Pair
from review_tui.facts.values import Kind, Value
from review_tui.language.calendar_words import MONTH, SEASONS, month_number
from review_tui.language.stems import stem
from review_tui.language.stop_words import GRAMMAR_WORDS
from review_tui.model.frozen import frozen

_I = re.IGNORECASE
_YEAR = r"(?:19|20)\d\d"
_DAY = r"(?:\d{1,2}(?:st|nd|rd|th)?\s+)?"
_SPAN = re.compile(
    rf"{_DAY}(?P<m1>{MONTH})\.?,?\s+(?P<y1>{_YEAR})\s*(?:to|[-\u2013]|until)\s*{_DAY}(?P<m2>{MONTH})\.?,?\s+(?P<y2>{_YEAR})"
    rf"|(?P<d1>\d\d)\.(?P<n1>\d\d)\.(?P<z1>{_YEAR})\s*(?:to|[-\u2013])\s*(?P<d2>\d\d)\.(?P<n2>\d\d)\.(?P<z2>{_YEAR})"
    rf"|(?P<x1>{_YEAR})-(?P<o1>\d\d)\s+(?:to|[-\u2013])\s+(?P<x2>{_YEAR})-(?P<o2>\d\d)"
    rf"|(?P<s1>{MONTH})\s*(?:to|[-\u2013])\s*(?P<s2>{MONTH})\.?,?\s+(?P<sy>{_YEAR})",
    _I,
)
_ENDED = re.compile(
    rf"\b(?:(?P<unit>year|quarter|month|half[- ]year|(?:three|six|nine|twelve|3|6|9|12) months|period)\s+)?(?P<verb>ended|ending|to|end)\s+(?:the\s+end\s+of\s+)?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?P<month>{MONTH})\.?,?\s+(?P<year>{_YEAR})",
    _I,
)
_MONTHS_OF = {
    "year": 12,
    "quarter": 3,
    "month": 1,
    "three months": 3,
    "3 months": 3,
    "six months": 6,
    "6 months": 6,
    "nine months": 9,
    "9 months": 9,
    "half-year": 6,
    "half year": 6,
}
DECIDED = re.compile(
    r"\b(?:resolved|resolution|agreed|approved?|adopt(?:ed|ion)?|carried|voted?|motion|moved|accept(?:ed|ance)?|endorsed?|noted?|received?"
    r"|be (?:approved|noted|received|adopted|confirmed|endorsed|agreed|published|renewed|accepted|signed)|decided|decision|confirm(?:ed)?"
    r"|ratif\w+|authoris\w+|authoriz\w+|amend|signed off|settled|passed|sanctioned|ordered|consent\w*|determined|recommend(?:ed)?|award(?:ed)?)\b",
    _I,
)
_FIRM = re.compile(
    r"\b(?:resolved|resolution|agreed|approved?|adopt(?:ed)?|carried|voted|motion|moved|accept(?:ed)?|endorsed|decided|decision|ordered|was noted"
    r"|(?<!would )(?<!to )be (?:noted|received|confirmed|published|renewed|signed))\b",
    _I,
)
"""Words that hardly ever stand in a narrative."""
_COMPARED_BEFORE = re.compile(
    r"\b(?:against|than|compared with|compared to|current|currently|previous|last|earlier|since|before|unlike|instead of|existing|replac\w+|succe\w+)\b\W*(?:\w+\W+){0,3}\Z"
    r"|\(\s*\Z|\d\s+in\s+\Z|\Ain\s+\Z|\b(?:into|by|until|from|in) (?:the )?\Z",
    _I,
)
_COMPARED_PART = re.compile(
    r"\b(?:against|than|compared (?:with|to)|previous|last|earlier|since|before|until|by|into)\b\W*(?:\w+\W+){0,3}\Z|\bfrom\b(?:\s+[\w.]+){0,3}\s+in (?:the )?\Z|\(\s*\Z",
    _I,
)
_FOLLOWED_BY_SUM = re.compile(r"\s*:\s*[\u00a3$\d]")
_NOT_YET = re.compile(
    r"\b(?:authoris|delegat|request|asked|undertook|due|submit|prepar|begin|brought|next (?:one|year|report))\w*",
    _I,
)
_DUE = re.compile(
    r"\W*(?:\w+\W+){0,3}?(?:which (?:was|is) due|be (?:submitted|prepared|brought|produced))", _I
)
_JOINED = re.compile(r"\W*(?:and|to|or|until|through|[-\u2013,&])\W*(?:the )?", _I)
_RANGE_BEFORE = re.compile(r"\d\W*(?:to|through|until|[-\u2013])\W*\Z", _I)
_SUMMARY = re.compile(r"(?:\W|\d)*(?:summary|decisions|resolutions|minutes summary|list of)", _I)
_THINGS = frozenset(
    stem(w)
    for w in [
        "report",
        "plan",
        "budget",
        "account",
        "accounts",
        "return",
        "strategy",
        "timetable",
        "statement",
        "statements",
        "assessment",
        "forecast",
        "policy",
        "programme",
        "figures",
        "minutes",
        "precept",
        "review",
        "audit",
        "calendar",
        "arrangements",
        "measures",
        "award",
        "facility",
        "rents",
        "fees",
        "subscription",
        "register",
        "rota",
        "schedule",
        "outturn",
        "dues",
        "charges",
        "grant",
        "lease",
        "contract",
        "study",
        "roadmap",
        "election",
        "term",
        "assurance",
        "census",
    ]
)
_VAGUE = frozenset(
    stem(w)
    for w in [
        "year",
        "end",
        "ended",
        "ending",
        "financial",
        "academic",
        "calendar",
        "fiscal",
        "quarter",
        "month",
        "period",
        "presented",
        "introduced",
        "approved",
        "noted",
        "received",
        "resolved",
        "that",
        "report",
        "the",
        "draft",
        "annual",
        "for",
        "and",
        "be",
        "agreed",
        "adopted",
        "said",
        "board",
        "council",
        "committee",
        "item",
    ]
)
"""Words that tell little of what a period is of."""
_APPOSED = re.compile(r"[\s,(]{1,3}(?:that is |i\.e\. )?(?:from )?")
"""Between a quarter and the months that it is: "the second quarter, April to June 2024"."""
_APART = re.compile(r"[;:]|\b(?:against|than|compared|and that)\b", _I)
_PART_REACH = 40
"""Characters between a quarter and its year."""
_REACH = 40
"""Clauses of an item that are looked back on."""
_COMPARED_ONLY = 1.5
"""How much less a period that is only compared with counts."""
_WHEN = 1.0
"""What a period loses that only says when something happened."""
_NAMES_PERIOD = {"Q", "M", "H", "T"}


@frozen(eq=False)
class Mentioned:
    """A period as a clause names it."""

    sort: str
    """``span`` of months, ``years`` (2023/24), ``year``, ``Q``, ``H``, ``M`` of a year, ``my`` a month, ``season``."""
    value: tuple[int, ...]
    start: int
    end: int
    words: frozenset[str]
    """Stems of the words around: what it is the period of."""
    part: tuple[str, tuple[int, ...]] | None = None
    """Of a year, its quarter, half or month that is named with it: "quarter 1 of 2024/25"."""


def period_clashes(pair: Pair) -> Iterator[Clash]:
    """Periods of decisions that the narrative of the same thing gives otherwise."""
    found = _of_draft(pair)
    noted = [
        m for jotting in pair.jottings for m in _mentioned(jotting.text, pair.noted_values[jotting.index])
    ]
    heads = _titles_of_items(pair.clauses)
    for clause in pair.clauses:
        if found[clause.index] and DECIDED.search(clause.text) and not clause.is_heading:
            for mine in found[clause.index]:
                clash = _compare(pair, found, heads, clause, mine)
                if clash and not _are_both_noted(noted, *clash[1:]):
                    yield clash[0]


@lru_cache(maxsize=4)
def _of_draft(pair: Pair) -> tuple[tuple[Mentioned, ...], ...]:
    """The periods of each clause."""
    return tuple(_mentioned(clause.text, pair.values[clause.index]) for clause in pair.clauses)


def settled_items(pair: Pair) -> frozenset[int]:
    """Items whose narrative itself gives the period of each decision, or where it is only of what is to come."""
    found = _of_draft(pair)
    verdicts: dict[int, list[bool]] = {}
    for clause in pair.clauses:
        for mine in found[clause.index] if DECIDED.search(clause.text) and not clause.is_heading else ():
            earlier = [
                theirs for other in pair.clauses[max(0, clause.index - _REACH) : clause.index] if other.item == clause.item
                for theirs in found[other.index]
            ]  # fmt: skip
            to_come = _NOT_YET.search(clause.text[max(0, mine.start - 70) : mine.start])
            if earlier:
                verdicts.setdefault(clause.item, []).append(
                    bool(to_come) or any(_are_same(mine, theirs) for theirs in earlier)
                )
    return frozenset(item for item, told in verdicts.items() if all(told))


def _titles_of_items(clauses: Sequence[Clause]) -> dict[int, str]:
    titles: dict[int, str] = {}
    for clause in clauses:
        titles.setdefault(clause.item, clause.text[:40])
    return titles


def _compare(
    pair: Pair, found: Sequence[tuple[Mentioned, ...]], heads: dict[int, str], clause: Clause, mine: Mentioned
) -> tuple[Clash, Mentioned, Mentioned] | None:
    """The likeliest other period said of the same thing nearby, if it is likelier than all that agree."""
    same: list[tuple[float, int, Mentioned]] = []
    other: list[tuple[float, int, Mentioned]] = []
    summary = _SUMMARY.match(heads[clause.item]) is not None
    for earlier in pair.clauses[0 if summary else max(0, clause.index - _REACH) : clause.index + 1]:
        if earlier.item != clause.item and not (summary and earlier.index < clause.index):
            continue
        for theirs in found[earlier.index]:
            if theirs is mine or (earlier is clause and theirs.start > mine.start):
                continue
            verdict = _are_same(mine, theirs)
            if verdict is None or _is_one_run(clause, mine, earlier, theirs):
                continue
            if earlier is not clause and clause.is_part and earlier.is_part:
                continue
            weight = (
                _likeness(mine, theirs)
                - (0 if _is_subject(theirs, earlier.text) else _COMPARED_ONLY)
                - (0.5 if earlier is clause else 0)
            )
            (same if verdict else other).append((weight, earlier.index, theirs))
    if not other:
        return None
    if same:  # of two, the one that something only happened in is not what is decided
        other = [(w - _WHEN * _is_when(m, pair.clauses[k].text), k, m) for w, k, m in other]
    weight, index, theirs = max(other, key=lambda one: one[0])
    need = _needed(pair, clause, mine, (same, other), (index, theirs))
    if weight < need:
        return None
    earlier = pair.clauses[index]
    lead = (
        "Earlier in the same sentence"
        if earlier is clause
        else "Under the same item"
        if earlier.item == clause.item
        else "Earlier"
    )
    message = (
        f"The decision has \u201c{clause.text[mine.start : mine.end]}\u201d; {lead[0].lower()}{lead[1:]} it is "
        f"\u201c{earlier.text[theirs.start : theirs.end]}\u201d."
    )
    places = (clause.place(mine.start, mine.end), earlier.place(theirs.start, theirs.end))
    suggestion = earlier.text[theirs.start : theirs.end] if mine.sort == theirs.sort else ""
    return Clash(message, places, weight - need, suggestion=suggestion), mine, theirs


def _is_when(period: Mentioned, text: str) -> bool:
    """Whether something only happened in it: "spending in the first half"."""
    return re.search(r"\bin (?:the )?\Z", text[: period.start], _I) is not None


def _are_both_noted(noted: Sequence[Mentioned], mine: Mentioned, theirs: Mentioned) -> bool:
    """Whether the notes speak of the same thing for either period: then two things are meant."""
    about = [m for m in noted if m.words & (mine.words | theirs.words) - _VAGUE]
    return all(any(_are_same(period, m) for m in about) for period in (mine, theirs))


def _likeness(mine: Mentioned, theirs: Mentioned) -> float:
    shared = mine.words & theirs.words
    alike = 1.5 if mine.part and mine.part == theirs.part else 0.0
    return alike + len(shared - _VAGUE) + 0.35 * len(shared & _VAGUE) + 0.8 * len(shared & _THINGS)


def _needed(
    pair: Pair, clause: Clause, mine: Mentioned, seen: tuple[list[tuple[float, int, Mentioned]], list[tuple[float, int, Mentioned]]],
    best: tuple[int, Mentioned],
) -> float:  # fmt: skip
    """How alike the best of another period must be."""
    same, other = seen
    index, theirs = best
    earlier = pair.clauses[index]
    before = clause.text[max(0, mine.start - 70) : mine.start]
    to_come = _NOT_YET.search(before) is not None or _DUE.match(clause.text[mine.end :]) is not None
    need = 1.1
    alone = not same and all(_are_same(a[2], b[2]) is not False for a in other for b in other)
    if alone and _is_subject(theirs, earlier.text):
        moved = re.search(r"\b(?:moved|list|until|to|in|by)\b[^,.;]{0,25}\Z", clause.text[: mine.start])
        if (mine.sort in _NAMES_PERIOD and not to_come and not moved) or (
            mine.sort == theirs.sort in {"years", "span"}
            and not to_come
            and _FIRM.search(clause.text)
            and len({o[2].value for o in other}) == 1
        ):
            need = -0.1
        elif (
            mine.sort in {"years", "span", *_NAMES_PERIOD} and theirs.sort == mine.sort
        ) or earlier.is_heading:
            need = 0.45
        else:
            need = 0.8
    if mine.sort == theirs.sort == "year":
        need += 0.5
    if earlier is clause:
        need += 0.4
    if _FIRM.search(earlier.text) and not earlier.is_heading and earlier is not clause:
        need += 2.4 * min(len(mine.words - theirs.words - _VAGUE), len(theirs.words - mine.words - _VAGUE))
    if to_come:
        need += 2.5
    in_title = [one for one in same if pair.clauses[one[1]].is_heading]
    if same and not (earlier.is_heading and mine.part and mine.part == theirs.part and not in_title):
        need = max(need, max(one[0] for one in same) + 0.75)
    return need + (0 if _is_subject(mine, clause.text) else 1.5)


def _is_subject(period: Mentioned, text: str) -> bool:
    """Whether the clause is about it, and it is not only compared with."""
    before = text[max(0, period.start - 45) : period.start]
    if period.sort in _NAMES_PERIOD:
        return not _COMPARED_PART.search(before) and not _FOLLOWED_BY_SUM.match(
            text[period.end : period.end + 12]
        )
    if period.sort == "span":
        before = re.sub(r"\bfrom \Z", "", before)
    if re.match(r"\W*(?:was|were|is|are)?\s*compared\b", text[period.end :], _I):
        return False
    return not _COMPARED_BEFORE.search(before) and not _FOLLOWED_BY_SUM.match(
        text[period.end : period.end + 12]
    )


def _is_one_run(clause: Clause, mine: Mentioned, earlier: Clause, theirs: Mentioned) -> bool:
    """Whether both are ends or parts of one run: "from 2021 to 2024", "2023 and 2024"."""
    if earlier is clause and _JOINED.fullmatch(clause.text[theirs.end : mine.start]):
        return True
    return _RANGE_BEFORE.search(clause.text[: mine.start]) is not None


@lru_cache(maxsize=8192)
def _spans(text: str) -> tuple[tuple[str, tuple[int, ...], int, int], ...]:
    """Runs of months, and years, quarters and months said to end somewhere."""
    found: list[tuple[str, tuple[int, ...], int, int]] = []
    if "19" not in text and "20" not in text:  # each has a year
        return ()
    for match in _SPAN.finditer(text):
        if match["m1"]:
            ends = (
                int(match["y1"]) * 12 + month_number(match["m1"]),
                int(match["y2"]) * 12 + month_number(match["m2"]),
            )
        elif match["n1"]:
            ends = int(match["z1"]) * 12 + int(match["n1"]), int(match["z2"]) * 12 + int(match["n2"])
        elif match["x1"]:
            ends = int(match["x1"]) * 12 + int(match["o1"]), int(match["x2"]) * 12 + int(match["o2"])
        else:
            year = int(match["sy"]) * 12
            ends = year + month_number(match["s1"]), year + month_number(match["s2"])
        found.append(("span", ends, *match.span()))
    for match in _ENDED.finditer(text):
        if any(a < match.end() and match.start() < b for _, _, a, b in found):
            continue
        if not match["unit"] and match["verb"].lower() == "to":
            continue
        last = int(match["year"]) * 12 + month_number(match["month"])
        months = _MONTHS_OF.get((match["unit"] or "year").lower(), 12)
        found.append(("span", (last - months + 1, last), *match.span()))
    return tuple(found)


def _mentioned(text: str, values: Sequence[Value]) -> tuple[Mentioned, ...]:
    """The periods of a clause with the words around them; not those that only repeat one beside them."""
    found = list(_spans(text))
    for value in values:
        if any(a < value.end and value.start < b for _, _, a, b in found):
            continue
        if value.kind is Kind.PERIOD:
            found.append(("years", value.parts, value.start, value.end))
        elif value.kind is Kind.YEAR:
            found.append(("year", value.parts, value.start, value.end))
        elif value.kind is Kind.QUARTER:
            sort = {"q": "Q", "h": "H", "mth": "M", "term": "T"}[str(next(iter(value.keys))[0])]
            found.append((sort, value.parts, value.start, value.end))
        elif value.kind is Kind.MONTH and value.parts[0]:
            season = next((str(key[1]) for key in value.keys if key[0] == "s"), "")
            found.append(
                ("season", (value.parts[0], SEASONS.index(season)), value.start, value.end)
                if season
                else ("my", value.parts, value.start, value.end)
            )
    if not found:
        return ()
    found.sort(key=lambda one: one[2])
    parts = [one for one in found if one[0] in _NAMES_PERIOD]
    kept = [
        one
        for one in found
        if one[0] != "span" or not any(_APPOSED.fullmatch(_text_between(text, one, part)) for part in parts)
    ]
    return tuple(
        Mentioned(
            sort,
            value,
            start,
            end,
            _words_around(text, start, end, kept),
            _part_of(text, sort, (start, end), parts),
        )
        for sort, value, start, end in kept
    )


_Read = tuple[str, tuple[int, ...], int, int]


def _text_between(text: str, one: _Read, other: _Read) -> str:
    first, second = sorted((one, other), key=lambda read: read[2])
    return text[first[3] : second[2]]


def _part_of(
    text: str, sort: str, span: tuple[int, int], parts: Sequence[_Read]
) -> tuple[str, tuple[int, ...]] | None:
    if sort not in {"years", "year"}:
        return None
    near = [
        p
        for p in parts
        if not _APART.search(gap := _text_between(text, (sort, (), *span), p)) and len(gap) <= _PART_REACH
    ]
    best = min(near, key=lambda p: len(_text_between(text, (sort, (), *span), p)), default=None)
    return (best[0], best[1]) if best else None


def _words_around(
    text: str, start: int, end: int, found: Sequence[tuple[str, tuple[int, ...], int, int]]
) -> frozenset[str]:
    floor = max([0, start - 90, *(b for _, _, _, b in found if b <= start and start - b > 12)])
    before = re.findall(r"[A-Za-z][A-Za-z'-]+", text[floor:start])[-8:]
    after = re.findall(r"[A-Za-z][A-Za-z'-]+", text[end : end + 45])[:4]
    return frozenset(stem(word) for word in (*before, *after) if word.lower() not in GRAMMAR_WORDS)


def _are_same(mine: Mentioned, theirs: Mentioned) -> bool | None:
    """Whether two periods are one; ``None`` where they can't be compared."""
    if mine.sort == theirs.sort:
        if (mine.part is None) is not (theirs.part is None):
            return None
        return mine.value == theirs.value
    sorts = {mine.sort: mine.value, theirs.sort: theirs.value}
    if "span" in sorts:
        (other,) = (sort for sort in sorts if sort != "span")
        return _span_is(sorts["span"], other, sorts[other])
    if sorts.keys() == {"my", "years"}:
        (year, month), years = sorts["my"], sorts["years"]
        starting = (
            {(year, year + 1)}
            if month > 8
            else {(year - 1, year)}
            if month < 4
            else {(year, year + 1), (year - 1, year)}
        )
        return tuple(years) in starting if years[1] - years[0] == 1 else None
    return None


def _span_is(span: tuple[int, ...], other: str, value: tuple[int, ...]) -> bool | None:
    months = span[1] - span[0] + 1
    first, last = (span[0] - 1) // 12, (span[1] - 1) // 12
    if other == "years":
        if 11 <= months <= 13:
            return first == value[0] and (last == value[1] or value[1] - value[0] == 1)
        return (first, last) == value if months > 13 else None
    if other == "year":
        return last == value[0] if months == 12 and span[1] % 12 == 0 else None
    end = (span[1] - 1) % 12 + 1
    if other == "Q" and months == 3:
        return end in {value[0] * 3, (value[0] * 3 + 2) % 12 + 1, (value[0] * 3 + 8) % 12 + 1}
    if other == "H" and months == 6:
        return end == value[0] * 6
    return None


_TERM = re.compile(
    rf"\b(?P<years>\d+|one|two|three|four|five|six|seven|eight|nine|ten)[\s-]years? (?:from|starting(?: on)?|beginning(?: on)?|commencing(?: on)?) "
    rf"\d{{1,2}}(?:st|nd|rd|th)? (?P<month>{MONTH}),? (?P<year>{_YEAR})",
    _I,
)
_UNTIL = re.compile(
    rf"\b(?:to|until|ending(?: on)?) \d{{1,2}}(?:st|nd|rd|th)? (?P<month>{MONTH}),? (?P<year>{_YEAR})", _I
)
_YEARS = {
    word: n
    for n, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 1
    )
}


def term_clashes(pair: Pair) -> Iterator[Clash]:
    """A term of years from a day, and the day on which it is said to end."""
    for clause in pair.clauses:
        for term in _TERM.finditer(clause.text):
            years = int(term["years"]) if term["years"].isdigit() else _YEARS[term["years"].lower()]
            begins = int(term["year"]) * 12 + month_number(term["month"])
            for later in pair.beside(clause.index, 5):
                for until in _UNTIL.finditer(later.text) if later.index >= clause.index else ():
                    months = int(until["year"]) * 12 + month_number(until["month"]) - begins
                    if months > 0 and abs(months - 12 * years) > 1 and (months + 1) % 12 in (0, 1):
                        yield Clash(
                            f"{term[0][:1].upper()}{term[0][1:]} does not end on the day given here.",
                            (later.place(until.start(), until.end()), clause.place(term.start(), term.end())),
                            3.0,
                        )
