"""Values in their order: what stands between the same neighbours in a line of the notes and in what was made of it.

A line and its sentences mostly give their figures, and their times, in one order. Where a value of the draft stands
beside one that the line has too, and the line has another one there that nothing in the draft tells, it was
written wrongly; small figures, and those that could be worked out from others by chance, are found by this alone.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.corrections import corrections_of
from review_tui.facts.derived import is_in_other_words, is_rounded, is_worked_out
from review_tui.facts.measures import are_one_span, measure_of
from review_tui.facts.numbering import is_item_number, is_numbering
from review_tui.facts.pair import Pair
from review_tui.facts.values import Kind, Value, agree, comparable, in_unit_of, is_number
from review_tui.facts.wording import value_clash
from review_tui.language.common_subsequence import longest_common_subsequence
from review_tui.language.digit_slips import TURNED, DigitSlip, digit_slip
from review_tui.model.frozen import frozen

_SPAN = re.compile(r"\s?(?:to|until|till|and|[-=]>|[-\u2013\u2192])\s?", re.IGNORECASE)
"""What stands between the two ends of a span: "from 9.30 to 3.30", "830-915"."""
_WEIGHT = 2.6
"""How sure it is, beside other clashes of the same words."""
_ALONE = 2
"""How far apart the neighbours of a single value are."""
_THOUSAND = 1000
"""In which the figures of a list are noted without saying so."""


@frozen(eq=False)
class _Told:
    """A value with the clause or jotting that has it."""

    clause: Clause
    value: Value


def aligned_clashes(pair: Pair) -> Iterator[Clash]:
    """Values that a line of the notes gives otherwise in the same place, line by line."""
    if not pair.jottings:
        return
    put_right = corrections_of(pair)
    seen: set[int] = set()
    for line, clauses in _clauses_by_line(pair).items():
        jottings = [pair.jottings[j] for j in pair.links.lines[line] if not pair.jottings[j].is_private]
        for sort in (is_number, _is_time, _is_any):
            told = [
                _Told(c, v)
                for c in clauses
                for v in pair.values[c.index]
                if sort(v) and not is_item_number(c, v)
            ]
            noted = [
                _Told(j, v)
                for j in jottings
                for v in pair.noted_values[j.index]
                if (_may_be_time(v) if sort is _is_time else sort(v) and not is_numbering(v, j))
            ]
            for mine, theirs in _in_same_place(told, noted):
                if id(mine.value) in seen or any(agree(mine.value, c.right) for c in put_right):
                    continue
                if _is_slip(pair, mine, theirs):
                    seen.add(id(mine.value))
                    yield value_clash(mine.clause, mine.value, theirs.clause, theirs.value, _WEIGHT)


def _clauses_by_line(pair: Pair) -> dict[int, list[Clause]]:
    """For each line of the notes the clauses that come first from it, in order."""
    found: dict[int, list[Clause]] = defaultdict(list)
    for clause in pair.clauses:
        for j in pair.links.linked[clause.index][:1]:
            found[pair.jottings[j].item].append(clause)
    return found


def _is_time(value: Value) -> bool:
    return value.kind is Kind.TIME


def _is_any(value: Value) -> bool:
    """Any at all: the day behind a number tells its place too."""
    return value.kind is not Kind.WEEKDAY


def _may_be_time(value: Value) -> bool:
    """Whether a value of the notes may be a time, beside another that is."""
    return any(key[0] == "t" for key in value.keys) and (
        value.kind is Kind.TIME
        or (value.kind in {Kind.NUMBER, Kind.REFERENCE} and any(map(str.isdigit, value.text)))
    )


def _are_one(mine: _Told, theirs: _Told) -> bool:
    one, other = mine.value, theirs.value
    return agree(one, other) or (
        is_number(one) and is_number(other) and _in_thousands(one, other) == other.number
    )


def _in_thousands(mine: Value, theirs: Value) -> float:
    """The number of the draft as a list of the notes may have it, in thousands: "docs 12" for 12,000."""
    number = in_unit_of(theirs, mine)
    is_round = is_number(mine) and mine.number >= _THOUSAND and not mine.number % _THOUSAND
    return (
        number / _THOUSAND
        if is_round and theirs.text.strip(" .").isdigit() and theirs.number < _THOUSAND
        else number
    )


def _in_same_place(told: Sequence[_Told], noted: Sequence[_Told]) -> Iterator[tuple[_Told, _Told]]:
    """A value of either that stand beside the same value, in as long a common order as there is."""
    anchors = longest_common_subsequence(told, noted, _are_one)
    for (i, j), (k, m) in pairwise([(-1, -1), *anchors, (len(told), len(noted))]):
        if not anchors or k - i < _ALONE or m - j < _ALONE:
            continue
        is_alone = k - i == m - j == _ALONE
        after = i >= 0 and _goes_on(told[i], told[i + 1], noted[j], noted[j + 1])
        before = k < len(told) and _goes_on(told[k - 1], told[k], noted[m - 1], noted[m])
        if is_alone and after and before:
            yield told[i + 1], noted[j + 1]
            continue
        for mine, theirs, beside in (
            (told[i + 1], noted[j + 1], (told[i], told[i + 1], noted[j], noted[j + 1]) if after else None),
            (told[k - 1], noted[m - 1], (told[k - 1], told[k], noted[m - 1], noted[m]) if before else None),
        ):
            if not beside:
                continue
            is_span = _is_span(*beside[:2]) and _is_span(*beside[2:])
            if is_span or _is_like(mine.value, theirs.value):
                yield mine, theirs


def _goes_on(one: _Told, other: _Told, noted: _Told, then: _Told) -> bool:
    """Whether two values stand in one sentence, and the other two in one jotting."""
    return one.clause is other.clause and noted.clause is then.clause


def _is_span(one: _Told, other: _Told) -> bool:
    return _SPAN.fullmatch(one.clause.text, one.value.end, other.value.start) is not None


def _is_like(mine: Value, theirs: Value) -> bool:
    """Whether one may be a slip for the other by its digits."""
    if not is_number(mine) or not is_number(theirs):
        clocks = [key for key in theirs.keys if key[0] == "t"]
        own = [key for key in mine.keys if key[0] == "t"]
        return any(a[1] == b[1] or a[2] == b[2] for a in own for b in clocks)
    slip = digit_slip(f"{in_unit_of(theirs, mine):.2f}", f"{theirs.number:.2f}")
    return slip is DigitSlip.SUBSTITUTION or slip in TURNED


def _is_slip(pair: Pair, mine: _Told, theirs: _Told) -> bool:
    """Whether nothing else explains that the two differ."""
    value, other = mine.value, theirs.value
    is_comparable = is_number(value) and is_number(other) and comparable(value, other)
    if (
        not (is_comparable or (value.kind is Kind.TIME and _may_be_time(other)))
        or _are_one(mine, theirs)
        or other.is_former != value.is_former
    ):
        return False
    if value.kind is not Kind.TIME and measure_of(mine.clause.text, value) != measure_of(
        theirs.clause.text, other
    ):
        return False
    if is_worked_out(mine.clause, value) or is_rounded(mine.clause, value, other, theirs.clause):
        return False
    if is_in_other_words(mine.clause, other):
        return False
    if are_one_span(mine.clause.text, value, theirs.clause.text, other):
        return False
    near = {*pair.links.near([theirs.clause.index])}
    said = near & pair.links.supporting(value)
    explained = {c.index for c in pair.beside(mine.clause.index)} & pair.links.explained(other)
    return not said and not explained
