"""Slips of the hand in figures: which one makes one number out of another."""

from enum import StrEnum


class DigitSlip(StrEnum):
    """What was done to one number so that another was written."""

    SUBSTITUTION = "one digit is another"
    TRANSPOSITION = "two digits side by side changed places"
    EXCHANGE = "two digits apart from each other changed places"
    REORDERING = "the same digits stand in another order"
    INSERTION = "one digit is too many, or left out"


TURNED = frozenset({DigitSlip.TRANSPOSITION, DigitSlip.EXCHANGE})
"""Two digits changed places."""
REORDERED = TURNED | {DigitSlip.REORDERING}
"""The same digits, in another order."""


def digit_slip(one: str, other: str) -> DigitSlip | None:
    """The slip between two numbers as they are written; ``None`` where it takes none, or more."""
    if len(one) != len(other):
        short, long = sorted((one, other), key=len)
        is_one_more = len(long) == len(short) + 1
        is_left_out = is_one_more and any(long[:n] + long[n + 1 :] == short for n in range(len(long)))
        return DigitSlip.INSERTION if is_left_out else None
    places = [n for n, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(places) == 1:
        return DigitSlip.SUBSTITUTION
    if not places or sorted(one) != sorted(other):
        return None
    first, last = places[0], places[-1]
    if len(places) > len((first, last)):
        return DigitSlip.REORDERING
    return DigitSlip.TRANSPOSITION if last == first + 1 else DigitSlip.EXCHANGE
