"""Figures that are said to follow from others, and do not: "47 more than in the quarter before", "together £2,140".

Nobody notes what two figures differ by: whoever writes the minutes works it out, and no line of the notes can bear it out. What
it follows from is told beside it, or stands side by side in a line of the notes, "412 (365 Q1)". It is told where none of
the others give the figure and two that stand together give one that it may be a slip for.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from review_tui.facts.changes import changes_noted
from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.derived import PENNY, with_multiples
from review_tui.facts.pair import Pair
from review_tui.facts.values import Kind, Value, digits, is_number
from review_tui.facts.wording import said_in
from review_tui.language.digit_slips import REORDERED, DigitSlip, digit_slip
from review_tui.model.findings import Severity

_I = re.IGNORECASE
_DIFFERENCE_BEFORE = re.compile(
    r"\b(?:(?:increase|rise|fall|drop|decrease|reduction|shortfall|difference|saving|gain|loss)s? of|(?:fallen|fell|risen|rose|grown|grew|dropped|increased"
    r"|decreased|reduced|up|down) by|leav(?:es|ing|e)|putting \w+ \w+)\s(?:some |about |a further )?\W?\Z",
    _I,
)
_DIFFERENCE_BEHIND = re.compile(
    r"\s(?:[a-z]+ )?(?:more|fewer|less|higher|lower|below|above|ahead|short)\b(?! (?:years?|months?|weeks?|days?|members|people|time)\b)|\sto find\b",
    _I,
)
"""What stands before or behind a figure that two others differ by."""
_MOVED_BEFORE = re.compile(r"\b(?:up|down)\s\W?\Z", _I)
_MOVED_BEHIND = re.compile(
    r"(?:\s[a-z]+)?\s(?:since|on (?:the )?(?:last|previous|same)|on \d|from (?:the )?(?:last|previous|year)|compared)\b",
    _I,
)
"""The same of "down three since last session": what stands before and behind such a figure."""
_TOTAL_BEFORE = re.compile(
    r"\b(?:together|in all|altogether|making|totall?ing|(?:a|the) total of|in total|comes? to|came to)\s(?:some |about )?\W?\Z",
    _I,
)
_TOTAL_BEHIND = re.compile(r"\s(?:[a-z]+ )?(?:in all|altogether|together|in total)\b", _I)
"""The same of one that others come to."""
_FROM_TO = re.compile(r"\bfrom\s\W?\Z", _I)
_TO = re.compile(r"\D{0,24}?\bto\s\W?", _I)
_ROUGH = re.compile(r"\b(?:about|around|some|nearly|almost|over|approximately|roughly|just)\s\W?\Z", _I)
"""What stands before a figure that is no exact one."""
_KINDS = frozenset({Kind.MONEY, Kind.NUMBER})
_SHORT, _LONG = 10, 3
"""A figure below it is a slip for any; figures of one that is hardly by chance one slip off what two others give."""
_YEARS = range(1900, 2100)
"""Numbers that are years, and of nothing that is worked out."""
_MOST_RATIO = 12
"""Figures further apart are hardly of one thing."""
_LOOKED_AT = 2
"""Lines of the notes that a sentence is likeliest from."""
_WEIGHT = 2.5
"""How sure it is, beside other clashes of the same words."""


class _Both(NamedTuple):
    """Two figures that stand together, and where."""

    one: Value
    other: Value
    clause: Clause
    is_told: bool
    """Whether nothing else can be meant: they are all that a sentence or a line has, or what was and what is."""


def derived_clashes(pair: Pair) -> Iterator[Clash]:
    """Figures that are worked out wrongly, in the order of the draft."""
    for clause in pair.clauses:
        for value in pair.values[clause.index] if not clause.is_heading else ():
            if value.kind in _KINDS and not _ROUGH.search(clause.text, 0, value.start):
                sign = _sign_of(clause.text, value)
                yield from _clash(pair, clause, value, sign) if sign else ()


def _sign_of(text: str, value: Value) -> str:
    """What is done with two others to get a figure: "-" or "+", or nothing."""
    if _DIFFERENCE_BEFORE.search(text, 0, value.start) or _DIFFERENCE_BEHIND.match(text, value.end):
        return "-"
    if _MOVED_BEFORE.search(text, 0, value.start) and _MOVED_BEHIND.match(text, value.end):
        return "-"
    return "+" if _TOTAL_BEFORE.search(text, 0, value.start) or _TOTAL_BEHIND.match(text, value.end) else ""


def _clash(pair: Pair, clause: Clause, value: Value, sign: str) -> Iterator[Clash]:
    lines = pair.links.near(pair.links.likeliest(clause.index)[:_LOOKED_AT])
    if pair.links.supporting(value) & {*lines}:
        return
    around = [v for c in pair.beside(clause.index, 2) for v in pair.values[c.index] if v is not value]
    if not lines and len(around) < len(("one", "other")):
        return
    known = {v.number for v in around if is_number(v)} | {
        v.number for j in lines for v in pair.noted_values[j] if is_number(v)
    }
    if _is_given(value, known):
        return
    for both in _together(pair, clause, value, lines):
        truth = _result(both, sign)
        if _may_be_slip(value.number, truth, is_told=both.is_told):
            yield _told(clause, value, both, truth, sign)
            return


def _is_given(value: Value, known: set[float]) -> bool:
    """Whether any of the figures around give it, by whatever is done with two of them, or is so many times one."""
    numbers = sorted(with_multiples(known))
    slack = max(PENNY, 0.0006 * value.number)
    return any(
        abs(abs(a - b) - value.number) <= slack
        or abs(a + b - value.number) <= slack
        or abs(a * b / 100 - value.number) <= slack
        for n, a in enumerate(numbers)
        for b in numbers[n:]
    ) or any(
        abs(sum(numbers[n:m]) - value.number) <= slack
        for n in range(len(numbers))
        for m in range(n + 3, len(numbers) + 1)
    )


def _together(pair: Pair, clause: Clause, value: Value, lines: Sequence[int]) -> Iterator[_Both]:
    """Two figures of the sentence, of what was and is, or side by side in a line that the sentence is likely from."""
    here = [v for v in pair.values[clause.index] if v is not value and _may_be_part(v)]
    for one, other in pairwise(here):
        is_explicit = _FROM_TO.search(clause.text, 0, one.start) and _TO.fullmatch(
            clause.text, one.end, other.start
        )
        yield _Both(one, other, clause, bool(is_explicit) or len(here) == len((one, other)))
    for j, was, now in changes_noted(pair, lines):
        if _may_be_part(was) and _may_be_part(now):
            yield _Both(now, was, pair.jottings[j], is_told=True)
    for j in lines:
        noted = [v for v in pair.noted_values[j] if _may_be_part(v)]
        for one, other in pairwise(noted):
            yield _Both(one, other, pair.jottings[j], is_told=False)


def _may_be_part(value: Value) -> bool:
    is_year = value.kind is Kind.NUMBER and value.number in _YEARS and "," not in value.text
    return value.kind in _KINDS and value.number > 0 and not is_year


def _result(both: _Both, sign: str) -> float:
    one, other = both.one.number, both.other.number
    return round(abs(one - other) if sign == "-" else one + other, 2)


def _may_be_slip(written: float, truth: float, *, is_told: bool) -> bool:
    """Whether a figure may be meant for another: one slip of the keys off, or any other of as many figures that nothing else can be."""
    if truth <= 0 or written == truth:
        return False
    if is_told and max(written, truth) < _SHORT:
        return True
    slip = digit_slip(f"{written:.2f}", f"{truth:.2f}")
    is_slip = slip is DigitSlip.SUBSTITUTION or slip in REORDERED
    return (
        is_slip
        and (is_told or len(digits(truth)) >= _LONG)
        and max(written, truth) / min(written, truth) < _MOST_RATIO
    )


def _told(clause: Clause, value: Value, both: _Both, truth: float, sign: str) -> Clash:
    parts = [both.clause.text[v.start : v.end].strip(" ,.;") for v in (both.one, both.other)]
    right = f"{truth:,.2f}".removesuffix(".00")
    said = f"{parts[0]} and {parts[1]} " + (f"differ by {right}" if sign == "-" else f"come to {right}")
    where = "" if both.clause.document is clause.document else f" ({said_in(both.clause)})"
    message = f"The draft has {value.text.strip(' ,.')} here; {said}{where}."
    places = [clause.place(value.start, value.end)]
    places += [both.clause.place(v.start, v.end) for v in (both.one, both.other)]
    return Clash(message, tuple(places), _WEIGHT, Severity.WARNING)
