"""A period in the narrative and another in the decision: the same report, the wrong year.

Every period of a clause is read with the words of the thing that it is of. A period of a decision is told where
the same item (or, for a summary, the whole draft) speaks of the same thing for another period and never for this
one. Where two things are meant, last year's beside this year's, one of them is the decision's own: then nothing is
wrong.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, permutations

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.noted_periods import HELD_AGAINST, is_in_brackets, noted_periods
from review_tui.facts.pair import Pair
from review_tui.facts.period_terms import are_one, year_starts
from review_tui.facts.period_twins import (
    WAS_SUM,
    are_year_and_part,
    is_former,
    is_of_other_sum,
    period_twins,
)
from review_tui.facts.period_wording import contradiction, suggested
from review_tui.facts.periods import (
    DECIDED,
    PARTS_OF_YEAR,
    PeriodMention,
    are_slip,
    periods_of_draft,
    periods_of_notes,
)
from review_tui.facts.values import Kind, Value, agree
from review_tui.language.calendar_words import MONTH, month_number
from review_tui.language.name_words import GIVEN, MAYBE_NAMES
from review_tui.language.stems import stem
from review_tui.language.stop_words import word_set_of
from review_tui.model.findings import Severity

_I = re.IGNORECASE
_FIRM = re.compile(
    r"\b(?<!\bhad )(?:resolved|resolution|agreed|approved?|adopt(?:ed)?|carried|voted|motion|moved|accept(?:ed)?|endorsed|decided|decision|ordered|was noted"
    r"|(?<!would )(?<!to )be (?:noted|received|confirmed|published|renewed|signed))\b",
    _I,
)
"""Words that hardly ever stand in a narrative, but where it tells of earlier meetings: "had adopted"."""
_COMPARED_BEFORE = re.compile(
    r"\b(?:against|than|compared with|compared to|current|currently|present|previous|last|earlier|since|before|unlike|instead of|existing|replac\w+|succeed\w*)\b\W*(?:\w+\W+){0,3}\Z"
    r"|\(\s*\Z|\d\s+in\s+\Z|\Ain\s+\Z|\b(?:into|by|until|up to|from|in|during|at) (?:the )?\Z|\bover \Z",
    _I,
)
_ASIDE = re.compile(
    r"(?:\(|\b(?:was|vs?\.?|ag(?:ain)?st|prev|last|cf|up from|down from)\b)[^();]{0,20}\Z", _I
)
"""Before a period of the notes that they only compare with: "6.2m (Q1 5.7m)"."""
_OF_THING = re.compile(r"\bfrom the \Z", _I)
"""Before a year that names the thing after it: "from the 2023 operating surplus"."""
_COMPARED_PART = re.compile(
    r"\b(?:effective|effect|starting|beginning)\b\W*(?:\w+\W+){0,6}\Z|\b(?:against|than|compared (?:with|to))\b\W*(?:\w+\W+){0,5}\Z|\b(?:previous|last|earlier|since|before|until|by|into)\b\W*(?:\w+\W+){0,3}\Z|\bfrom\b(?:\s+[\w.]+){0,3}\s+in (?:the )?\Z|\(\s*\Z",
    _I,
)
_FOLLOWED_BY_SUM = re.compile(r"\s*:\s*[\u00a3$\d]")
_SUM = re.compile(r"\d\.\d\d\b")
"""What stands between the lines of a list of payments."""
_NOT_YET = re.compile(
    r"\b(?:authoris|delegat|(?:re)?appoint|request|ask|undertook|due|submit|prepar|begin|brought|next (?:one|year|report))\w*",
    _I,
)
_LATER = re.compile(r"\b(?:later|in due course|thereafter|subsequently|eventually)\b[^.;:\d]{0,20}\Z", _I)
"""What stands before a period of which something is decided that is to come after what this decision is of."""
_DUE = re.compile(
    r"\W*(?:\w+\W+){0,3}?(?:which (?:was|is) due|be (?:submitted|prepared|brought|produced))", _I
)
_JOINED = re.compile(r"\W*(?:and|to|or|until|through|[-\u2013\u2014,&])\W*(?:the )?", _I)
_RANGE_BEFORE = re.compile(r"\d\W*(?:to|through|until|[-\u2013\u2014])\W*\Z", _I)
_SUMMARY = re.compile(r"(?:\W|\d)*(?:summary|decisions|resolutions|minutes summary|list of)", _I)
_THINGS = frozenset(
    stem(word)
    for word in word_set_of(
        "report plan budget account accounts return strategy timetable statement statements assessment "
        "forecast policy programme figures minutes precept review audit calendar arrangements measures "
        "award facility rents fees subscription register rota schedule outturn dues charges grant lease "
        "contract study roadmap election term assurance census summary overview survey results evaluation monitoring "
        "attendance enrolment surplus deficit levy outcome performance dashboard update"
    )
)
_VAGUE = frozenset(
    stem(word)
    for word in word_set_of(
        "year end ended ending financial academic calendar fiscal quarter month period presented "
        "introduced approved noted received resolved that report the draft annual for and be agreed "
        "adopted said board council committee item moved second seconded proposed mr mrs ms dr councillor cllr "
        "motion carried unanimously vote"
    )
)
"""Words that tell little of what a period is of."""
_OF_ANY_MOTION = frozenset(
    stem(word)
    for word in word_set_of("motion make made makes move moved second seconded propose proposed vote voted")
) | frozenset(stem(name) for name in GIVEN - MAYBE_NAMES)
"""Words of how something was decided and by whom: every motion may have them."""
_NUMBER_OF_PART = re.compile(r"\W{0,4}(\d{1,3})\.\d{1,2}\b")
_NUMBER_OF_ITEM = re.compile(r"\W{0,4}(?:item )?(\d{1,3})[.):]?\s", _I)
_REACH = 40
"""Clauses of an item that are looked back on."""
_COMPARED_ONLY = 1.5
"""How much less a period that is only compared with counts."""
_NOT_SUBJECT = 2.2
"""How much more alike another must be where the decision itself only compares with a period, or says what it cost."""
_WHEN = 1.0
"""What a period loses that only says when something happened."""
_NOTED = 1.2
"""How much less alike another must be that the notes of the item give, where they never give the decision's own."""
_SURELY_FROM = 6.0
"""What a sentence and its line must share."""
_LONGEST_ITEM = 40
"""Jottings that one item is from at most."""
_NOT_DECIDED = frozenset({"", "day"})
"""Sorts of periods that a decision is not held against the narrative by."""
_MOST_PLACES = 4
"""Places that a finding shows of each side."""
_IN_SAME_WORDS, _DECIDED_OTHERWISE = 20.0, 10.0
"""How sure it is that two periods contradict each other; surer than what the notes say of one of them."""
_NAMES_PERIOD = frozenset(PARTS_OF_YEAR.values())
_DATED = frozenset({Kind.DATE, Kind.MONTH})
"""Values that say a year only beside something smaller."""
_MAY_BE_DECIDED = frozenset({"years", "span", "year", "season", *_NAMES_PERIOD})
_WHOLE_PERIODS = frozenset({"years", "span", *_NAMES_PERIOD})
"""Sorts of periods that reports and plans are of, and that hardly say when something happened."""


def period_clashes(pair: Pair) -> Iterator[Clash]:
    """Periods of the draft that it gives otherwise elsewhere: in the same words, or in a decision on the same thing."""
    found = periods_of_draft(pair)
    noted = noted_periods(pair)
    told: set[PeriodMention] = set()
    for wrong, rights in period_twins(pair):
        if noted.is_noted(wrong) and noted.is_noted(rights[0]):
            continue  # either was jotted where it is told: two things are meant
        if noted.is_former(wrong) is not noted.is_former(rights[0]):
            continue
        if any(is_of_other_sum(pair, a.clause, a.end, b.clause) for a, b in permutations((wrong, rights[0]))):
            continue
        if _are_settled(pair, [m.clause.item for m in (wrong, *rights)]) and not noted.supporting(rights[0]):
            continue
        told |= {wrong, *rights}
        is_sure = are_slip(wrong.value, rights[0].value) or wrong.decides is not rights[0].decides
        yield _clash(pair, *_by_notes(pair, wrong, rights), _IN_SAME_WORDS, is_sure=is_sure)
    heads, sections = _titles_of_items(pair.clauses), sections_of(pair)
    for clause in pair.clauses:
        for mine in found[clause.index] if decides(clause) else ():
            if _LATER.search(clause.text, 0, mine.start):
                continue
            best = _compare(pair, found, (heads, sections), clause, mine) if mine not in told else None
            if (
                best
                and not _are_both_noted(pair, mine, best[1][0])
                and not (noted.is_noted(mine) and noted.is_noted(best[1][0]))
                and noted.is_former(mine) is noted.is_former(best[1][0])
            ):
                weight, rights = best
                yield _clash(pair, *_by_notes(pair, mine, rights), _DECIDED_OTHERWISE + weight)


def _by_notes(
    pair: Pair, wrong: PeriodMention, rights: tuple[PeriodMention, ...]
) -> tuple[PeriodMention, tuple[PeriodMention, ...]]:
    """What is wrong and what is right, turned round where the notes bear out what is taken for wrong, and not the other."""
    return (rights[0], (wrong,)) if _is_right_by_notes(pair, wrong, rights[0]) else (wrong, rights)


def _is_right_by_notes(pair: Pair, mine: PeriodMention, theirs: PeriodMention) -> bool:
    """Whether the notes have a period of the same thing, or say it at all, and not the other."""
    of_thing = noted_periods(pair).supporting
    if of_thing(mine) or of_thing(theirs):
        return not of_thing(theirs)
    near = _is_said_near(pair, mine), _is_said_near(pair, theirs)
    if any(near):
        return near == (True, False)
    return _is_said_whole(pair, mine.value) and not _is_said_whole(pair, theirs.value)


def _is_said_near(pair: Pair, mention: PeriodMention) -> bool:
    """Whether the likeliest lines of the notes for the sentence of a period say it."""
    return _is_said_whole(pair, mention.value, pair.links.likeliest(mention.clause.index)[:2])


def _is_said_whole(pair: Pair, value: Value, lines: Sequence[int] | None = None) -> bool:
    """Whether the notes, or some jottings, say a period, and not only a day or an end of it: the year, and not its first of May."""
    jottings = pair.links.supporting(value, whole=True)
    noted = (
        v
        for j in jottings
        if lines is None or j in lines
        for v in pair.noted_values[j]
        if v.kind is value.kind or v.kind not in _DATED
    )
    return any(agree(value, v) for v in noted)


def _clash(
    pair: Pair,
    wrong: PeriodMention,
    rights: tuple[PeriodMention, ...],
    weight: float,
    *,
    is_sure: bool = True,
) -> Clash:
    notes = noted_periods(pair).supporting(rights[0])[:_MOST_PLACES]
    return Clash(
        contradiction(wrong, rights[0], notes),
        tuple(m.place for m in (wrong, *rights[:_MOST_PLACES], *notes)),
        weight,
        Severity.ERROR if is_sure or notes else Severity.WARNING,
        suggested(wrong, rights[0], pair.meeting.reference),
    )


def decides(clause: Clause) -> bool:
    """Whether a sentence has a word of deciding, which narratives may have too."""
    return not clause.is_heading and DECIDED.search(clause.text) is not None


def _are_settled(pair: Pair, items: Sequence[int]) -> bool:
    """Whether all are of one item in which narrative and decisions are of one mind."""
    return len(set(items)) == 1 and items[0] in _settled_items(pair)


@lru_cache(maxsize=4)
def _settled_items(pair: Pair) -> frozenset[int]:
    """Items whose narrative itself gives the period of each decision, or where it is only of what is to come."""
    found = periods_of_draft(pair)
    starts = year_starts(pair)
    verdicts: dict[int, list[bool]] = {}
    for clause in pair.clauses:
        for mine in found[clause.index] if decides(clause) else ():
            earlier = [
                theirs for other in pair.clauses[max(0, clause.index - _REACH) : clause.index] if other.item == clause.item
                for theirs in found[other.index] if theirs.sort not in _NOT_DECIDED
            ]  # fmt: skip
            to_come = _NOT_YET.search(clause.text[max(0, mine.start - 70) : mine.start])
            if earlier and mine.sort not in _NOT_DECIDED:
                verdicts.setdefault(clause.item, []).append(
                    bool(to_come) or any(are_one(mine, theirs, starts) for theirs in earlier)
                )
    return frozenset(item for item, told in verdicts.items() if all(told))


def _titles_of_items(clauses: Sequence[Clause]) -> dict[int, str]:
    titles: dict[int, str] = {}
    for clause in clauses:
        titles.setdefault(clause.item, clause.text[:40])
    return titles


@lru_cache(maxsize=4)
def sections_of(pair: Pair) -> dict[int, int]:
    """For each item the one that it is a part of: "7.3" of that with the heading "7. Finance", or of "7.1"; else itself."""
    found: dict[int, int] = {}
    number, head = "", -1
    for clause in pair.clauses:
        if clause.item in found:
            continue
        part = _NUMBER_OF_PART.match(clause.text)
        whole = _NUMBER_OF_ITEM.match(clause.text) if clause.is_heading and not part else None
        if (part and part[1] != number) or (clause.is_heading and not part):
            number, head = (part or whole or ("", ""))[1], clause.item
        found[clause.item] = head if part else clause.item
    return found


def _compare(
    pair: Pair,
    found: Sequence[tuple[PeriodMention, ...]],
    items: tuple[dict[int, str], dict[int, int]],
    clause: Clause,
    mine: PeriodMention,
) -> tuple[float, tuple[PeriodMention, ...]] | None:
    """The likeliest other period said of the same thing nearby, where it stands, and how much likelier it is."""
    if mine.sort in _NOT_DECIDED:
        return None
    same: list[tuple[float, int, PeriodMention]] = []
    other: list[tuple[float, int, PeriodMention]] = []
    starts = year_starts(pair)
    heads, sections = items
    summary = _SUMMARY.match(heads[clause.item]) is not None
    beside = [
        m for m in found[clause.index] if mine.value not in (m.value, m.whole) and m.value is not mine.whole
    ]
    for earlier in pair.clauses[0 if summary else max(0, clause.index - _REACH) : clause.index + 1]:
        if sections[earlier.item] != sections[clause.item] and not (summary and earlier.index < clause.index):
            continue
        for theirs in found[earlier.index]:
            if (
                theirs.sort in _NOT_DECIDED
                or theirs is mine
                or (earlier is clause and theirs.start > mine.start)
            ):
                continue
            verdict = are_one(mine, theirs, starts)
            if verdict is None or _is_one_run(clause, mine, earlier, theirs):
                continue
            if is_former(mine) is not is_former(theirs) or are_year_and_part(mine, theirs):
                continue
            if earlier is not clause and (
                (clause.is_part and earlier.is_part) or any(are_one(m, theirs, starts) for m in beside)
            ):
                continue  # the decision that names both periods knows of both
            weight = (
                _likeness(mine, theirs)
                - (0 if is_subject(theirs, earlier.text) else _COMPARED_ONLY)
                - (0.5 if earlier is clause else 0)
            )
            if not (verdict and earlier is not clause and theirs.is_compared_with):
                (same if verdict else other).append((weight, earlier.index, theirs))
    if not other:
        return None
    if same:  # of two, the one that something only happened in is not what is decided
        other = [(w - _WHEN * _is_when(m, pair.clauses[k].text), k, m) for w, k, m in other]
    weight, index, theirs = max(other, key=lambda one: (one[0], one[2].sort in _MAY_BE_DECIDED))
    need = _needed(pair, clause, mine, (same, other), (index, theirs))
    if not same and _is_noted_for_item(pair, clause, mine, theirs):
        need -= _NOTED
    if weight < need:
        return None
    alike = [
        m for _, _, m in reversed(other) if m.sort == theirs.sort and m.of == theirs.of and m is not theirs
    ]
    return weight - need, (theirs, *alike)


def _is_noted_for_item(pair: Pair, clause: Clause, mine: PeriodMention, theirs: PeriodMention) -> bool:
    """Whether the lines that an item is from say the other period, each time that they say one of its sort, and never this one."""
    if mine.sort != theirs.sort or theirs.clause is clause or not is_subject(mine, clause.text):
        return False
    starts, found = year_starts(pair), periods_of_notes(pair)
    noted = [m for j in _lines_of_item(pair, clause.item) for m in found[j] if m.sort == mine.sort]
    return bool(noted) and all(are_one(m, theirs, starts) and not are_one(m, mine, starts) for m in noted)


@lru_cache(maxsize=256)
def _lines_of_item(pair: Pair, item: int) -> range:
    """The jottings from the first to the last that clauses of an item surely come from, where they stand together, with the one before."""
    links = pair.links
    best = [
        j
        for c in pair.clauses
        if c.item == item
        for j in links.linked[c.index][:1]
        if links.score[c.index][j] >= _SURELY_FROM
    ]
    if not best or max(best) - min(best) > _LONGEST_ITEM:
        return range(0)
    return range(max(0, min(best) - 1), max(best) + 1)


def _is_when(period: PeriodMention, text: str) -> bool:
    """Whether something only happened in it: "spending in the first half"."""
    return re.search(r"\bin (?:the )?\Z", text[: period.start], _I) is not None


def _are_both_noted(pair: Pair, mine: PeriodMention, theirs: PeriodMention) -> bool:
    """Whether the notes speak of the same thing for either period: then two things are meant."""
    noted = chain(*periods_of_notes(pair))
    starts = year_starts(pair)
    shared = (mine.words & theirs.words) - _VAGUE or (mine.words | theirs.words) - _VAGUE
    about = [
        m
        for m in noted
        if m.words & shared
        and not any(p.search(m.clause.text, 0, m.start) for p in (_ASIDE, HELD_AGAINST))
        and not is_in_brackets(m.clause.text, m.start, m.end)
    ]
    return all(any(are_one(period, m, starts) for m in about) for period in (mine, theirs))


def _likeness(mine: PeriodMention, theirs: PeriodMention) -> float:
    shared = (mine.words & theirs.words) - _OF_ANY_MOTION
    alike = 1.5 if mine.part and mine.part == theirs.part else 0.0
    return alike + len(shared - _VAGUE) + 0.35 * len(shared & _VAGUE) + 0.8 * len(shared & _THINGS)


def _needed(
    pair: Pair, clause: Clause, mine: PeriodMention, seen: tuple[list[tuple[float, int, PeriodMention]], list[tuple[float, int, PeriodMention]]],
    best: tuple[int, PeriodMention],
) -> float:  # fmt: skip
    """How alike the best of another period must be."""
    same, other = seen
    index, theirs = best
    earlier = pair.clauses[index]
    before = clause.text[max(0, mine.start - 70) : mine.start]
    to_come = _NOT_YET.search(before) is not None or is_due(mine)
    need = 1.1
    starts, rivals = year_starts(pair), _rivals(pair, other)
    alone = not same and all(are_one(a, b, starts) is not False for a in rivals for b in rivals)
    if (
        alone
        and is_subject(theirs, earlier.text)
        and (mine.words & _THINGS or mine.words & theirs.words - _VAGUE)
    ):
        moved = re.search(r"\b(?:moved|list|until|to|in|by)\b[^,.;]{0,25}\Z", clause.text[: mine.start])
        if (mine.sort in _NAMES_PERIOD and not to_come and not moved) or (
            {mine.sort, theirs.sort} <= _WHOLE_PERIODS
            and not to_come
            and _FIRM.search(clause.text)
            and rivals
        ):
            need = -0.1
        elif {mine.sort, theirs.sort} <= _WHOLE_PERIODS or earlier.is_heading:
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
    return need + (0 if is_subject(mine, clause.text) else _NOT_SUBJECT)


def _rivals(pair: Pair, other: Sequence[tuple[float, int, PeriodMention]]) -> list[PeriodMention]:
    """Of other periods those that something is told of, and that are not only compared with."""
    return [
        m for _, k, m in other
        if m.sort in _MAY_BE_DECIDED and not m.is_compared_with and is_subject(m, pair.clauses[k].text)
    ]  # fmt: skip


def is_due(mention: PeriodMention) -> bool:
    """Whether what it is of is still to be made: "the report for 2023/24 be brought in May"."""
    return _DUE.match(mention.clause.text[mention.end :]) is not None


def is_firm(clause: Clause) -> bool:
    """Whether it has a word of deciding that hardly ever stands in a narrative."""
    return _FIRM.search(clause.text) is not None


def is_subject(period: PeriodMention, text: str) -> bool:
    """Whether the clause is about it, and it is not only compared with."""
    before = text[max(0, period.start - 45) : period.start]
    if period.sort in _NAMES_PERIOD:
        return not _COMPARED_PART.search(before) and not _FOLLOWED_BY_SUM.match(text, period.end)
    if period.sort == "span":
        before = re.sub(r"\bfrom \Z", "", before)
    if period.is_compared_with or re.match(r"\W*(?:was|were|is|are)?\s*compared\b", text[period.end :], _I):
        return False
    if period.sort == "years" and WAS_SUM.match(text, period.end):
        return False
    of_thing = _OF_THING.search(before) if period.context.leads else None
    if of_thing and not _COMPARED_BEFORE.search(before[: of_thing.start()]):
        return True
    return not _COMPARED_BEFORE.search(before) and not _FOLLOWED_BY_SUM.match(text, period.end)


def _is_one_run(clause: Clause, mine: PeriodMention, earlier: Clause, theirs: PeriodMention) -> bool:
    """Whether both are of one run, "from 2021 to 2024", "2023 and 2024", of one life or of one list of payments."""
    between = clause.text[theirs.end : mine.start] if earlier is clause else ""
    if between and mine.sort == theirs.sort == "year":  # "born 1918, died 2008"
        return True
    if between and (_JOINED.fullmatch(between) or _SUM.search(between)):
        return True
    return _RANGE_BEFORE.search(clause.text[: mine.start]) is not None


_TERM = re.compile(
    rf"\b(?P<years>\d+|one|two|three|four|five|six|seven|eight|nine|ten)[\s-]years? (?:from|starting(?: on)?|beginning(?: on)?|commencing(?: on)?) "
    rf"\d{{1,2}}(?:st|nd|rd|th)? (?P<month>{MONTH}),? (?P<year>(?:19|20)\d\d)",
    _I,
)
_UNTIL = re.compile(
    rf"\b(?:to|until|ending(?: on)?) \d{{1,2}}(?:st|nd|rd|th)? (?P<month>{MONTH}),? (?P<year>(?:19|20)\d\d)",
    _I,
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
