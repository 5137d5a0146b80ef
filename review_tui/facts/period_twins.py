"""One period in one place of the draft and another in another, of the same thing in the same words.

The less the two look like a slip of the pen, the more their surroundings must agree: "May/June" and "June/July" of
one payment are a series, not a mistake, and so are two years in one sentence or list.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from review_tui.facts.clauses import Clause
from review_tui.facts.contexts import Likeness, likeness
from review_tui.facts.noted_periods import noted_periods
from review_tui.facts.pair import Pair
from review_tui.facts.periods import (
    PeriodIndex,
    PeriodMention,
    are_comparable,
    are_equal,
    are_near,
    are_slip,
    are_two_occasions,
    periods_of_draft,
)
from review_tui.facts.values import Kind, Value, agree, is_number
from review_tui.language.sentences import sentences
from review_tui.language.subject_words import content_words

WAS_SUM = re.compile(
    r",? (?:(?:has|had) been|was|were|is|are)(?: (?:set|agreed|fixed|estimated))?(?: at)? (?:[\u00a3$\u00a5\u20a0-\u20bf]|Rs\.? ?|R(?= ?\d)) ?\d",
    re.IGNORECASE,
)
"""What follows a year of which only the sum is told: "the precept for 2022/23 was set at £9,000"."""
_TITLE = 2
"""Words in a row before two periods that make a title of both: "annual report for"."""
_HALF, _MOST, _MANY = 0.5, 0.6, 6
"""Shares of the words beside two periods, and how many of them, that are the same."""
_PASSAGES_ON = 2
"""Passages apart at most, of a period and the one that takes it up."""
_ONE_BREATH = 60
"""Characters between two dates that are told in one go."""
_SENTENCES = 6
"""Sentences before a decision in which its years may stand with their sum."""
_NUMBER = re.compile(r"[#*_ ]{0,6}\d{1,3}(?:\\?[.)]|[./]\d| )")
_DUE = re.compile(
    r"\b(?:by|before|(?:not|no) later than|until|from|within) (?:the end of )?\Z", re.IGNORECASE
)
"""What stands before a day on which nothing takes place."""
_MINUTES = "minute"
_KINDS_OF_MEETING = frozenset(
    {
        *("annual", "extraordinary", "special", "emergency", "additional", "general", "planning", "finance"),
        *("public", "working", "joint", "closed", "next", "following", "future"),
    }
)
"""Words that tell one meeting from another."""
_FORMER = re.compile(r"\b(?:previous|former|outgoing|expir(?:ed|ing)|superseded|old)(?:ly)?\b", re.IGNORECASE)
_HAD_BEEN = re.compile(r",? had (?:been|stood|come|cost|run|ended|expired)\b", re.IGNORECASE)
"""What follows the period of something that is no longer so: "the precept for 2025/26 had been £24,750"."""
_RUNS_OUT = re.compile(
    r",? (?:which |that )?(?:runs? out|expire[sd]?|ends?|ended|lapse[sd]?|(?:comes?|came) to an end|is (?:due|about) to (?:end|expire))\b",
    re.IGNORECASE,
)
"""What follows the period of something whose time is up: "the current plan, for 2022-2024, runs out in December"."""
_EXTENDED = re.compile(
    r"\W{0,3}(?:as extended\b|(?:(?:which|that) (?:was|were|had been) )?(?:already )?(?:approved|agreed|adopted|set|fixed|published)"
    r" (?:last|earlier|previously|already|(?:at|by) (?:the|its) (?:last|previous))\b)",
    re.IGNORECASE,
)
"""What follows a period that was decided on before."""
_TERM_OF_OFFICE = re.compile(
    r"\((?:until|till|to|from|since|through|ends?|expires?|term)\b[^()]{0,20}\Z", re.IGNORECASE
)
"""What stands before the end of a term: "Ann Lee (until Jan. 2020)" may sit on two committees."""
_PROCEDURE = frozenset(
    word.key
    for word in content_words(
        "motion move moved make made makes approve approved second seconded seconds accept accepted adopt adopted "
        "note noted receive received resolve resolved agree agreed carry carried vote voted propose proposed pass passed"
    )
)
"""Words of which every item of business may have some."""
_LABEL = 3
"""Words at most of a sentence that only names a date: "Next review May 2026"."""
_PARTS = frozenset({1, 2, 3, 4, 6, 9})
"""Months of the parts of a year that are reported on by themselves."""
_YEAR = 12
"""Months."""


def period_twins(pair: Pair) -> Iterator[tuple[PeriodMention, tuple[PeriodMention, ...]]]:
    """Each odd one out of the draft with those that it contradicts, the likeliest first."""
    noted = noted_periods(pair)
    pairs = list(PeriodIndex(tuple(chain(*periods_of_draft(pair)))).pairs())
    rivals = [
        (a, b)
        for a, b in pairs
        if _contradict(a, b)
        and not (noted.supporting(a) and noted.supporting(b))
        and not _is_of_own_day(pair, a, b)
    ]
    allies: dict[PeriodMention, list[PeriodMention]] = defaultdict(list)
    for a, b in pairs if rivals else ():
        if _are_allies(a, b):
            allies[a].append(b)
            allies[b].append(a)
    weight = {m: len(allies[m]) + len(noted.supporting(m)) for two in rivals for m in two}
    against: dict[PeriodMention, list[PeriodMention]] = defaultdict(list)
    for a, b in rivals:
        if allies[a] and allies[b] and not are_slip(a.value, b.value) and a.value.kind is Kind.DATE:
            continue  # each is told of more than once: they are two meetings
        wrong, right = (a, b) if _standing(a, b, weight) < _standing(b, a, weight) else (b, a)
        against[wrong].append(right)
    for wrong, rights in against.items():
        best = max(rights, key=lambda m: weight[m])
        others = (m for m in (*rights, *allies[best]) if m is not best and are_equal(m.value, best.value))
        yield wrong, (best, *dict.fromkeys(others))


def _standing(
    mention: PeriodMention, other: PeriodMention, weight: dict[PeriodMention, int]
) -> tuple[int, bool, bool, bool, int]:
    """How well a period stands against another; the one that stands worse is to be mended."""
    odd = mention.months > _YEAR == other.months
    later = -mention.place.span.start
    return weight[mention], mention.months >= 0, not odd, not mention.decides, later


def _is_of_own_day(pair: Pair, one: PeriodMention, other: PeriodMention) -> bool:
    """Whether one is the day of this meeting at the head of the draft, and the other that of another."""
    sitting = pair.meeting.sitting
    heads = [sitting is not None and m.place.span.overlaps(sitting.span) for m in (one, other)]
    return any(heads) and not are_slip(one.value, other.value)


def _contradict(one: PeriodMention, other: PeriodMention) -> bool:
    """Whether two passages of one draft give different periods for the same thing."""
    if not are_comparable(one.value, other.value) or are_equal(one.value, other.value):
        return False
    if (one.part is None) is not (other.part is None):
        return False  # a quarter of a year, and a year
    apart = one.clause.passage != other.clause.passage
    if not apart and one.context.list_from == other.context.list_from:
        return False
    like = likeness(one.context, other.context)
    if like.clash or are_two_occasions(one, other) or _are_two_things(one, other):
        return False
    if are_slip(one.value, other.value):
        some = like.run >= 1 and (like.shared >= _TITLE or like.share >= _HALF)
        return like.run >= _TITLE or (some and (apart or like.shared > _TITLE + 1))
    return (
        _is_same_meeting(one, other, like)
        or _is_same_run_of_a_year(one, other, like)
        or (apart and _is_named_alike(one, other, like))
    )


def _are_two_things(one: PeriodMention, other: PeriodMention) -> bool:
    """Whether the words beside two periods show that each is of something of its own."""
    terms = [_TERM_OF_OFFICE.search(m.clause.text[: m.start]) is not None for m in (one, other)]
    return (
        (all(terms) and one.clause.passage != other.clause.passage)
        or is_former(one) is not is_former(other)
        or one.is_compared_with is not other.is_compared_with
        or are_year_and_part(one, other)
        or _is_only_procedure(one, other)
        or _are_deadline_and_event(one, other)
        or _are_of_two_lines(one, other)
    )


def _are_of_two_lines(one: PeriodMention, other: PeriodMention) -> bool:
    """Whether two sentences are but a label of a date, each in a line that begins with a thing of its own.

    "Reserves policy: adopted. Next review May 2026."
    """
    if not all(len(content_words(m.clause.text)) <= _LABEL for m in (one, other)):
        return False
    things = [{w.key for w in content_words(_first_sentence(m.clause.line_before()))} for m in (one, other)]
    return all(things) and things[0] != things[1]


def _first_sentence(line: str) -> str:
    found = sentences(line)
    return line[: found[0].end] if found else ""


def _are_deadline_and_event(one: PeriodMention, other: PeriodMention) -> bool:
    """Whether something is due by one day and something takes place on the other."""
    said = [_DUE.search(m.clause.text[: m.start]) is not None for m in (one, other)]
    days = one.sort == other.sort == "day" and one.clause.item != other.clause.item
    return days and said[0] is not said[1]


def are_year_and_part(one: PeriodMention, other: PeriodMention) -> bool:
    """Whether one is a whole year and the other a part of a year that is reported on by itself."""
    months = [_months(m) for m in (one, other) if m.value.is_run]
    return len(months) > 1 and max(months) == _YEAR and min(months) in _PARTS


def _months(mention: PeriodMention) -> int:
    """The months of a run; of one without its years, those within a year."""
    return mention.months if mention.value.parts[0] else mention.months % _YEAR or _YEAR


def is_former(mention: PeriodMention) -> bool:
    """Whether it is said to be what was before: "the previous plan 2015-2021", "2015-2021 (as extended)"."""
    text = mention.clause.text
    before = text[max(0, mention.start - _ONE_BREATH) : mention.start]
    return _FORMER.search(before) is not None or any(
        sign.match(text, mention.end) for sign in (_EXTENDED, _HAD_BEEN, _RUNS_OUT)
    )


def is_of_other_sum(pair: Pair, clause: Clause, end: int, other: Clause) -> bool:
    """Whether a sum is told of the period that ends there, and in another place only others: "the fee for 2024/25 is £45"."""
    if not WAS_SUM.match(clause.text, end):
        return False
    sums = [v for v in pair.values[clause.index] if v.kind is Kind.MONEY]
    is_told = other.document is pair.draft
    there = (pair.values if is_told else pair.noted_values)[other.index]
    others = [v for v in there if v.kind is Kind.MONEY or (not is_told and is_number(v))]
    if is_told and not others:
        others = _sums_of_same_years(pair, other)
    return bool(others) and not any(agree(value, v) for value in sums for v in others)


def _sums_of_same_years(pair: Pair, told: Clause) -> list[Value]:
    """The sums of the sentences of an item that give the years which one of them gives."""
    years = [v for v in pair.values[told.index] if v.kind is Kind.PERIOD]
    return [
        v
        for c in pair.clauses[max(0, told.index - _SENTENCES) : told.index]
        if c.item == told.item and any(agree(v, year) for v in pair.values[c.index] for year in years)
        for v in pair.values[c.index]
        if v.kind is Kind.MONEY
    ]


def _is_only_procedure(one: PeriodMention, other: PeriodMention) -> bool:
    """Whether two are alike in nothing but that something was moved: "makes a motion to approve"."""
    said = [{word.key for word in m.context.before} for m in (one, other)]
    named = [next((word.key for word in m.context.after), "") for m in (one, other)]
    return said[0] & said[1] <= _PROCEDURE and named[0] != named[1]


def _is_named_alike(one: PeriodMention, other: PeriodMention, like: Likeness) -> bool:
    """Whether a resolution takes up what was told, or two passages name the year of one thing."""
    if one.decides is other.decides:
        return one.sort == "years" and like.run >= _TITLE
    named = like.run >= 1 and like.share >= (_HALF if like.run >= _TITLE else 1.0)
    return named and (one.value.kind is not Kind.DATE or are_near(one.value, other.value))


def _is_same_meeting(one: PeriodMention, other: PeriodMention, like: Likeness) -> bool:
    """Whether the minutes of one meeting are spoken of twice: in a heading and in the words under it.

    Two numbered items, or two dates in one breath, may well be of two meetings.
    """
    dated = one.value.kind is Kind.DATE and one.value.year and other.value.year
    if not dated or not are_near(one.value, other.value):
        return False
    here, there = one.clause.passage, other.clause.passage
    gap = abs(other.place.span.start - one.place.span.end)
    if abs(there - here) > _PASSAGES_ON or gap < _ONE_BREATH:
        return False
    if here != there and _is_numbered(one) and _is_numbered(other):
        return False
    said = [{word.key for word in m.context.before} for m in (one, other)]
    minutes = all(_MINUTES in words for words in said)
    return minutes and not (said[0] ^ said[1]) & _KINDS_OF_MEETING and like.run >= 1 and like.shared >= _TITLE


def _is_numbered(mention: PeriodMention) -> bool:
    document = mention.clause.document
    return _NUMBER.match(document.text, document.passages[mention.clause.passage].span.start) is not None


def _is_same_run_of_a_year(one: PeriodMention, other: PeriodMention, like: Likeness) -> bool:
    """Whether "January to December" of two years is said in so many same words that it is one thing."""
    if not one.value.is_run or not (one.value.parts[0] and other.value.parts[0]):
        return False
    moved = all(a[1:] == b[1:] for a, b in zip(one.value.ends, other.value.ends, strict=True))
    return moved and like.run >= 1 and like.shared >= _MANY and like.share >= _MOST


def _are_allies(one: PeriodMention, other: PeriodMention) -> bool:
    """Whether two passages of one draft give the same period for the same thing."""
    if not are_comparable(one.value, other.value) or not are_equal(one.value, other.value):
        return False
    like = likeness(one.context, other.context)
    return not like.clash and like.run >= 1
