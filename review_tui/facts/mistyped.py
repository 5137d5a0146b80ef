"""Figures that are one slip of the hand away from one of the notes: two digits that changed places, or one that is wrong.

The other comparisons ask first which jotting a sentence was written from. A clerk's paraphrase can hide that, yet
the figure itself tells: it stands nowhere in the notes, one that looks like it does, and that one stands nowhere in
the draft. So likeness takes the place of the link.
"""

import re
from collections.abc import Iterator

from review_tui.facts.clash import Clash
from review_tui.facts.pair import Pair
from review_tui.facts.values import Value, agree, comparable, digits, is_number
from review_tui.facts.wording import like, said_in, trimmed
from review_tui.language.digit_slips import REORDERED, DigitSlip, digit_slip
from review_tui.model.findings import Severity

_FEWEST = 3
"""Digits of a figure, and where one of them is wrong also digits beside its last zeros."""
_WEIGHT = 1.9
"""How sure it is, beside other clashes of the same words."""
_WRITTEN = re.compile(r"\d[\d.,\u00a0\u202f ]*\d|\d")
_NO_DIGIT = re.compile(r"\D+")


def mistyped_clashes(pair: Pair) -> Iterator[Clash]:
    """Figures that stand in no note, each beside the only one of the notes that looks like it, in the order of the draft."""
    if not pair.jottings:
        return
    told = [(clause, v) for clause in pair.clauses for v in pair.values[clause.index] if is_number(v)]
    noted = [
        (jotting, v)
        for jotting in pair.jottings
        if not jotting.is_private
        for v in pair.noted_values[jotting.index]
        if is_number(v)
    ]
    written, jotted = _written(c.text for c in pair.clauses), _written(j.text for j in pair.jottings)
    lone = [
        (jotting, v)
        for jotting, v in noted
        if _only_digits(v.text) not in written and not any(agree(mine, v) for _, mine in told)
    ]
    for clause, value in told:
        if _only_digits(value.text) in jotted or any(agree(value, v) for _, v in noted):
            continue
        similar = [(jotting, v) for jotting, v in lone if comparable(value, v) and _look_alike(value, v)]
        if len({v.number for _, v in similar}) != 1:
            continue
        jotting, theirs = similar[0]
        start, end = trimmed(value)
        begin, finish = trimmed(theirs)
        message = (
            f"The draft has {clause.text[start:end]}, which is nowhere in the notes; they have "
            f"{jotting.text[begin:finish]} ({said_in(jotting)}), which is nowhere in the draft."
        )
        places = (clause.place(start, end), jotting.place(begin, finish))
        yield Clash(message, places, _WEIGHT, Severity.WARNING, suggestion=like(value, theirs))


def _written(texts: Iterator[str]) -> frozenset[str]:
    """The digits of every number, whatever it counts: as it is written, and each part of it."""
    runs = [m[0] for text in texts for m in _WRITTEN.finditer(text)]
    return frozenset((*map(_only_digits, runs), *(part for run in runs for part in _NO_DIGIT.split(run))))


def _only_digits(written: str) -> str:
    return _NO_DIGIT.sub("", written)


def _look_alike(one: Value, other: Value) -> bool:
    """Whether one figure may be the other, mistyped."""
    if min(one.number, other.number) < 10 ** (_FEWEST - 1):
        return False
    slip = digit_slip(str(one.number), str(other.number))
    is_long = min(len(digits(n)) for n in (one.number, other.number)) >= _FEWEST
    return slip in REORDERED or (slip is DigitSlip.SUBSTITUTION and is_long)
