"""Figures that follow from others: rounded, added up, a difference or a share."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations

from review_tui.facts.clauses import Clause
from review_tui.facts.values import Kind, Value, digits, in_unit_of, is_number

SMALL = 13
"""Numbers below it are said in words, of persons and months, and prove little."""
_ABOUT = re.compile(
    r"(?:\b(?:abt|about|approx\.?|(?<!/)c\.?|circa|nearly|almost|just (?:over|under)|some)\s?|~\s?)[\u00a3$]?\Z",
    re.IGNORECASE,
)
_ABOUT_DRAFT = re.compile(
    r"(?:\b(?:about|around|approximately|some|roughly|nearly|almost|circa|over|more than|just (?:over|under)|close to|(?:in )?excess of|upwards of|as (?:much|many) as)\s|~\s?)[\u00a3$\u20ac]?\Z",
    re.IGNORECASE,
)
"""Words of the draft that make a figure a round one."""
_SCALED = re.compile(r"\d\s?(?:m|mn|million|bn|billion|k|lakhs?|lacs?|crores?)\Z", re.IGNORECASE)
"""A figure that is written as exactly as it is meant."""
_DIFFERS = re.compile(
    r",?\s(?:\w+\s)?(?:(?:more|less|fewer|higher|lower|greater) than|(?:below|above|short of)\b)",
    re.IGNORECASE,
)
_FROM_OTHER = re.compile(
    r",?\s(?:\w+\s)?(?:(?:more|less|fewer|higher|lower|greater|better|worse|longer|shorter) than|below|above|short of|ahead of|behind|over|under)\b",
    re.IGNORECASE,
)
"""What stands behind how far one figure is from another."""
_CHANGED = re.compile(
    r"\b(?:increase|decrease|rise|fall|drop|reduction|saving|difference|growth|improvement)s? of \W?\Z",
    re.IGNORECASE,
)
"""Words about a figure that is what two others differ by."""
_OTHERS = re.compile(
    r"\s(?:other|further|more)\s(?:members|residents|people|plot-?holders|owners|shareholders|parents)\b(?! (?:was|were) )"
    r"|,? in all\b",
    re.IGNORECASE,
)
"""What follows how many came beside those who are named, and how many that makes: "27 other members, 31 in all"."""
_ROUGHLY = re.compile(r"\b(?:about|around|approximately|roughly|nearly|almost|circa) \W?\Z", re.IGNORECASE)
_TOTAL_BEFORE = re.compile(
    r"\b(?:total(?:s|led|ling|ing)?|mak(?:es?|ing)|giving|bring\w*|com(?:es?|ing) to|came to|sum of|together)\b[^.;]{0,20}\Z",
    re.IGNORECASE,
)
_TOTAL_AFTER = re.compile(r"[^.;,]{0,4}\b(?:altogether|in (?:all|total)|together|overall)\b", re.IGNORECASE)
"""Words beside what others come to."""
PENNY = 0.005
"""Sums of money less apart than this, in pounds, are one."""
_IN_SCALE = re.compile(
    r"(?P<digits>.*\d)\s?(?:k|thou(?:sand)?|m|mn|mil(?:l(?:ion)?)?|bn|lakhs?|lacs?|cr(?:ores?)?)",
    re.IGNORECASE,
)
"""A figure of the notes in thousands or millions, the last of its digits rounded as a rule."""
_DECIMALS = re.compile(r"\.(\d+)")
_PLACES = 4
"""Decimals of a figure that are looked at."""
_ROUGHEST = 0.25
"""How far off a figure is at most that is said to be about so much: about ten is not sixteen."""
_ROUGH = 0.05
"""How far off a rounded figure may be."""


def is_total(clause: Clause, value: Value, here: AbstractSet[float], noted: Sequence[float]) -> bool:
    """Whether a figure is what others come to: some that the notes list, or any two where it is told as a total."""
    for first in range(len(noted)):
        total = noted[first]
        for number in noted[first + 1 :]:
            total += number
            if abs(total - value.number) < PENNY:
                return True
    before, after = (
        clause.text[max(0, value.start - 30) : value.start],
        clause.text[value.end : value.end + 20],
    )
    if not (_TOTAL_BEFORE.search(before) or _TOTAL_AFTER.match(after)):
        return False
    return any(abs(a + b - value.number) < PENNY for a, b in combinations({*here, *noted}, 2))


def is_worked_out(clause: Clause, value: Value) -> bool:
    """Whether a figure is told as one that others give: "£900 more than in May", "about 120 a day"."""
    return is_number(value) and (
        _OTHERS.match(clause.text, value.end) is not None
        or _DIFFERS.match(clause.text, value.end) is not None
        or _CHANGED.search(clause.text, max(0, value.start - 40), value.start) is not None
        or _ROUGHLY.search(clause.text, max(0, value.start - 20), value.start) is not None
    )


def tells_difference(clause: Clause, value: Value) -> bool:
    """Whether a figure is told as how far one is from another: "£5,300 over budget", "three more than last year"."""
    return is_number(value) and _FROM_OTHER.match(clause.text, value.end) is not None


def is_in_other_words(clause: Clause, theirs: Value) -> bool:
    """Whether a clause has a small number of the notes in a word that is none: "twice" for 2."""
    word = _OTHER_WORDS.get(theirs.number) if theirs.kind is Kind.NUMBER else None
    return word is not None and word.search(clause.text) is not None


_OTHER_WORDS = {
    1.0: re.compile(r"\bone\b", re.IGNORECASE),
    2.0: re.compile(r"\b(?:twice|both|pair|couple|double[ds]?)\b", re.IGNORECASE),
}


def is_rounded(clause: Clause, value: Value, theirs: Value, jotting: Clause) -> bool:
    """Whether one only rounds the other: "abt £5,000" for £4,950, "some €0.7 million" for 685k."""
    if not is_number(value) or not is_number(theirs):
        return False
    number = in_unit_of(theirs, value)
    if number == theirs.number:
        return False
    if _ABOUT_DRAFT.search(clause.text[max(0, value.start - 20) : value.start]) or _SCALED.search(value.text):
        last = min(number / int(digits(number) or 1), _ROUGHEST * number)
        if abs(number - theirs.number) <= (0.5 if _SCALED.search(value.text) else 1) * last:
            return True
    said = theirs.text.rstrip(" .")
    if number != value.number and abs(number - theirs.number) < 0.1 ** len(said.partition(".")[2]):
        return True  # "112.4" in thousands for 112,431
    if _ABOUT.search(jotting.text[max(0, theirs.start - 10) : theirs.start]) or said.endswith("~"):
        return abs(number - theirs.number) <= _ROUGH * max(number, theirs.number)
    written = _IN_SCALE.fullmatch(said)
    if not written:
        return False
    is_round = written["digits"].endswith("0")
    last_place = theirs.number / int(digits(theirs.number))
    apart = abs(number - theirs.number)
    return apart <= _ROUGH * theirs.number if is_round else apart < last_place


def with_multiples(numbers: AbstractSet[float]) -> frozenset[float]:
    """Some numbers, and what each comes to so many times as a small one of them says: "2 x 100"."""
    times = [n for n in numbers if 1 < n < SMALL and n == int(n)]
    return frozenset(numbers) | {n * many for n in numbers if n >= SMALL for many in times}


def is_computed(value: Value, a: float, b: float) -> bool:
    """Whether a figure is how much two others differ by, or what percentage one is of the other."""
    if value.kind is Kind.PERCENT:
        off = 0.6 * 0.1 ** len(_DECIMALS.findall(value.text)[0]) if _DECIMALS.search(value.text) else 0.6
        return bool(b) and (
            abs(100 * a / b - value.number) < off or abs(100 * abs(a - b) / b - value.number) < off
        )
    apart = abs(a - b)
    if not (float(a).is_integer() and float(b).is_integer()):  # millions may go without saying
        return digits(round(apart, _PLACES)) == digits(value.number)
    return apart == value.number and max(a, b) >= SMALL
