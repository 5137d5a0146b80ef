"""Figures of the draft against each other: a change in per cent, a difference, a direction, a sum decided."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from review_tui.facts.changes import is_of_rate
from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.pair import Pair
from review_tui.facts.periods import DECIDED
from review_tui.facts.values import Kind, Value, digits, is_number
from review_tui.language.digit_slips import REORDERED, DigitSlip, digit_slip
from review_tui.language.number_words import ONES
from review_tui.language.stems import stem
from review_tui.language.stop_words import FORMAL_WORDS, VOTING_WORDS

_I = re.IGNORECASE
_CHANGED = re.compile(r"\b(?:increase|rise|growth|fall|decrease|drop|reduction|up|down)\b[^.;]{0,22}\Z", _I)
_AGAINST = re.compile(r"\b(?:against|compared (?:with|to)|from|up from|down from|than the)\b", _I)
_DIFFERENCE = re.compile(
    r"\b(?:surplus|deficit|underspend|overspend|balance|difference|leaving|shortfall)\b[^.]{0,25}\Z", _I
)
_OF_BEFORE = re.compile(
    r"[^.;,]{0,12}\b(?:last|previous|preceding|prior|the) (?:year|season|quarter|month|term)(?: before)?\b",
    _I,
)
_COMPARED = re.compile(r"\b(?:compared (?:with|to)|against|than) (?:an? |the )?\w{1,12} of \Z", _I)
"""What tells that a surplus is that of another year."""
_FEW = 3
"""Sums of which any two may be what came in and what went out."""
_SHARE = re.compile(r"\b(?:of|out of)\s+(?:the\s+|a\s+)?\Z", _I)
_FALL = r"fall\w*|fell|drop\w*|reduc\w*|decreas\w*|down|narrow\w*|lower\w*"
_BOUND = re.compile(
    r"\b(?:(?:more|less|fewer|longer|later) than|over|under|within|at least|above|below) \Z", re.IGNORECASE
)
"""Words before a figure that only bounds what is counted."""
_FROM_TO = re.compile(
    rf"\b(?P<down>{_FALL})|\b(?P<up>ris(?:es?|en|ing)|rose|increas\w*|up|gr(?:ew|ow(?:n|ing|s)?)\b|raised?)",
    _I,
)
_ATTRIBUTE = re.compile(
    r"\b(?:the|an?|its|our|their|ytd|(?:19|20)\d\d)\s+(?:\w+\s+)?(?:approved|agreed|adopted|accepted)(?=\s+(?!by|that|at|on|to|in|as|and)[a-z])",
    _I,
)
"""What was decided before: "better than the approved budget"."""
_DECIDED_KINDS = frozenset({Kind.MONEY, Kind.PERCENT})
_FEWEST_SHARED, _MOSTLY = 2, 0.5
"""Words that two sentences of one thing have in common, and their share of the shorter one's."""
_FEWEST_DIGITS = 3
"""Figures of a sum that is hardly by chance one slip off another of its item."""
_OF_ANY_MOTION = FORMAL_WORDS | VOTING_WORDS | {"motion", "motions"}
"""Words of sentences that decide, whatever it is."""
_PENNY = 0.006
"""Half of one, and a little: what rounding explains."""
_SLACK = 1.2
"""Points of per cent that rounding explains."""


_Told = tuple[Clause, Value]
"""A value with the sentence that gives it."""


def sum_clashes(pair: Pair) -> Iterator[Clash]:
    """Sums that do not work out, in the order of the draft."""
    for clause in pair.clauses:
        values = pair.values[clause.index]
        yield from _changes(clause, values)
        yield from _directions(clause, values)
        yield from _differences(pair, clause, values)
        yield from _decided(pair, clause, values)


def _changes(clause: Clause, values: tuple[Value, ...]) -> Iterator[Clash]:
    """Such as "1,146 against 1,018, an increase of about 13 per cent", "31 of the 44 (70 per cent)"."""
    for n, value in enumerate(values):
        if value.kind is not Kind.PERCENT:
            continue
        before = [v for v in values[:n] if v.kind in {Kind.NUMBER, Kind.MONEY}]
        if len(before) < 2:
            continue
        first, second = before[-2], before[-1]
        gap, lead = clause.text[first.end : second.start], clause.text[second.end : value.start]
        low, high = sorted((first.number, second.number))
        if _CHANGED.search(lead) and _AGAINST.search(gap) and low and first.kind is second.kind:
            truth = [abs(first.number - second.number) / base * 100 for base in (first.number, second.number)]
            if all(abs(t - value.number) > max(_SLACK, 0.06 * value.number) for t in truth):
                yield _wrong(
                    clause,
                    value,
                    (first, second),
                    f"{first.text} and {second.text} differ by {truth[1]:.1f} per cent",
                )
        elif (
            _SHARE.search(gap) and high and re.search(r"\(\s*\Z|,\s*(?:or|i\.e\.|that is|about)?\s*\Z", lead)
        ):
            share = first.number / second.number * 100
            if abs(share - value.number) > _SLACK:
                yield _wrong(
                    clause, value, (first, second), f"{first.text} of {second.text} is {share:.1f} per cent"
                )


def _wrong(clause: Clause, value: Value, parts: tuple[Value, ...], truth: str) -> Clash:
    message = f"The draft has {value.text}, but {truth}."
    return Clash(
        message, (clause.place(value.start, value.end), *(clause.place(p.start, p.end) for p in parts)), 4.0
    )


def _directions(clause: Clause, values: tuple[Value, ...]) -> Iterator[Clash]:
    """Such as "fallen from 14 to 17", "up from 3.1 to 1.4"."""
    amounts = [v for v in values if is_number(v) and not is_of_rate(clause.text, v)]
    for first, second in pairwise(amounts):
        to = re.fullmatch(r"(?: [a-z]+){0,2},? to (?:about |some )?", clause.text[first.end : second.start])
        came = re.fullmatch(
            r"(?: [a-z]+){0,3}, (?P<way>up|down) from ", clause.text[first.end : second.start]
        )
        if first.kind is not second.kind or first.number == second.number:
            continue
        if came and _BOUND.search(clause.text[: first.start]):
            continue  # "nine are more than 60 days late, down from twelve": nine were twelve
        before = (
            re.search(r"(?P<way>\b[a-z]+)(?: \w+){0,3}? from \Z", clause.text[: first.start], _I)
            if to
            else came
        )
        way = _FROM_TO.match(before["way"]) if before else None
        if way and before:
            is_up = (second.number > first.number) is (to is not None)
            if is_up is not (way["up"] is not None):
                yield Clash(
                    f"\u201c{before['way']}\u201d does not fit the figures {first.text} and {second.text}.",
                    (clause.place(before.start("way") if to else first.start, second.end),), 4.0,
                )  # fmt: skip


def _differences(pair: Pair, clause: Clause, values: tuple[Value, ...]) -> Iterator[Clash]:
    """A surplus that is not what the two sums before it differ by, by a slip of the pen."""
    for value in values:
        if value.kind is not Kind.MONEY or not _DIFFERENCE.search(
            clause.text[max(0, value.start - 40) : value.start]
        ):
            continue
        if _OF_BEFORE.match(clause.text, value.end) or _COMPARED.search(clause.text, 0, value.start):
            continue  # "compared with a deficit of £214 in the previous year"
        sums = [
            (c, v) for c in pair.beside(clause.index) if c.index <= clause.index
            for v in pair.values[c.index] if v.kind is Kind.MONEY and v is not value and (c is not clause or v.start < value.start)
        ]  # fmt: skip
        differences = [
            (abs(a[1].number - b[1].number), a, b) for n, a in enumerate(sums) for b in sums[n + 1 :]
        ]
        slack = max(_PENNY, 0.0006 * value.number)
        multiples = [abs(_in_all(*a) - _in_all(*b)) for _, a, b in differences]
        if any(abs(d - value.number) <= slack for d in (*(d for d, _, _ in differences), *multiples)):
            continue
        # of a list of payments some two always differ by nearly as much; what came in and went out are the largest
        largest = sorted((v.number for _, v in sums), reverse=True)[:2]
        told = [d for d in differences if len(sums) <= _FEW or {d[1][1].number, d[2][1].number} == {*largest}]
        slip = next(((d, a, b) for d, a, b in told if _is_slip(d, value.number)), None)
        if slip:
            _, (c1, a), (c2, b) = slip
            yield Clash(
                f"{a.text} and {b.text} differ by {slip[0]:,.2f}, not by {value.text}.".replace(".00,", ","),
                (clause.place(value.start, value.end), c1.place(a.start, a.end), c2.place(b.start, b.end)), 4.0,
            )  # fmt: skip


_SO_MANY = re.compile(r"\b([a-z]+|\d{1,2}) (?:[a-z]+ ){1,3}of \Z", _I)


def _in_all(clause: Clause, value: Value) -> float:
    """What a sum comes to that is told as one of several: "two payments of £100"."""
    many = _SO_MANY.search(clause.text, 0, value.start)
    times = (int(many[1]) if many[1].isdigit() else ONES.get(many[1].lower(), 1)) if many else 1
    return value.number * times


def _is_slip(truth: float, written: float) -> bool:
    """Whether one figure is off, or two are turned round."""
    slip = digit_slip(f"{truth:.2f}", f"{written:.2f}")
    return slip is DigitSlip.SUBSTITUTION or slip in REORDERED


def _decided(pair: Pair, clause: Clause, values: tuple[Value, ...]) -> Iterator[Clash]:
    """A sum decided that the narrative has otherwise: with its figures in another order, or a slip off what the notes have."""
    whole = _is_summary(pair, clause)
    if not whole and not DECIDED.search(_ATTRIBUTE.sub("", clause.text)):
        return
    earlier = [
        (c, v) for c in pair.clauses[: clause.index] if whole or c.item == clause.item
        for v in pair.values[c.index] if v.kind in _DECIDED_KINDS
    ]  # fmt: skip
    lines = set(pair.links.near(pair.links.likeliest(clause.index)))
    for value in values:
        others = [(c, v) for c, v in reversed(earlier) if v.kind is value.kind]
        if any(v.number == value.number for _, v in others):
            continue
        others.sort(key=lambda both: len(pair.links.supporting(both[1]) & lines), reverse=True)
        pairs = (_wrong_and_right(pair, (clause, value), other) for other in others)
        if found := next(filter(None, pairs), None):
            wrong, right = found
            noted = pair.links.supporting(right[1])
            yield _decided_otherwise(
                pair, wrong, right, sorted(noted & lines if wrong[0] is clause else noted)
            )


def _wrong_and_right(pair: Pair, decided: _Told, other: _Told) -> tuple[_Told, _Told] | None:
    """Which of a value that was decided and an earlier one is a slip for the other, as far as either is."""
    is_noted, is_other_noted = (bool(pair.links.supporting(value)) for _, value in (decided, other))
    if _is_reordered(decided[1], other[1]):
        return (other, decided) if is_noted and not is_other_noted else (decided, other)
    if _is_slip_of_noted(pair, decided, other):
        return decided, other
    is_long = len(digits(other[1].number)) >= _FEWEST_DIGITS
    return (other, decided) if is_long and _is_slip_of_noted(pair, other, decided) else None


def _decided_otherwise(pair: Pair, wrong: _Told, right: _Told, noted: Sequence[int]) -> Clash:
    """``noted``: the jottings that say what is right."""
    (clause, mine), (other, theirs) = wrong, right
    said = "".join(f", and so have the notes ({pair.jottings[j].where})" for j in noted[:1])
    places = [clause.place(mine.start, mine.end), other.place(theirs.start, theirs.end)]
    places += [pair.jottings[j].place() for j in noted[:1]]
    if clause.index > other.index:
        message = f"The decision has {mine.text}; earlier it is {theirs.text}{said}."
    else:
        message = f"Here it is {mine.text}; the decision has {theirs.text}{said}."
    return Clash(message, tuple(places), 4.0, suggestion=theirs.text if noted else "")


def _is_reordered(value: Value, theirs: Value) -> bool:
    mine, his = digits(value.number), digits(theirs.number)
    is_as_long = len(str(int(value.number))) == len(str(int(theirs.number)))
    return value.kind is Kind.MONEY and sorted(mine) == sorted(his) and len(mine) > 1 and is_as_long


def _is_slip_of_noted(pair: Pair, told: _Told, rival: _Told) -> bool:
    """Whether one of two values of one thing is a slip of the keys for the other, and the notes only have that."""
    (clause, mine), (other, theirs) = told, rival
    supporting = pair.links.supporting
    if supporting(mine) or not supporting(theirs):
        return False
    if any(v.number == theirs.number for v in pair.values[clause.index]):
        return False
    one, two = _telling(pair, clause), _telling(pair, other)
    fewer = min(len(one), len(two))
    is_of_one = len(one & two) >= max(min(_FEWEST_SHARED, fewer), _MOSTLY * fewer, 1)
    return is_of_one and digit_slip(f"{mine.number:.2f}", f"{theirs.number:.2f}") is not None


def _telling(pair: Pair, clause: Clause) -> frozenset[str]:
    """The roots of a sentence's words of its own, without names and words that minutes use of anything."""
    people = pair.mentions[clause.index]
    words = (w for w in pair.links.draft_words[clause.index] if w.low not in _OF_ANY_MOTION)
    return frozenset(stem(w.low) for w in words if not any(m.start <= w.start < m.end for m in people))


def _is_summary(pair: Pair, clause: Clause) -> bool:
    head = next((c.text for c in pair.clauses if c.item == clause.item), "")
    return re.match(r"(?:\W|\d)*(?:summary|decisions|resolutions)", head, _I) is not None
