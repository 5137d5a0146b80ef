"""A period of the notes, "4th qtr", "nov to feb", in the form that the draft gave the wrong one, to be put in its place.

Nobody wants a clerk's shorthand in the minutes. So the draft's own words stay, with the month, day, part and year of the notes
in them, and what comes of it is read again: unless it says what the notes say, and no more, nothing is suggested.
"""

import re
from collections.abc import Callable, Iterator

from review_tui.facts.reader import read_values
from review_tui.facts.values import Kind, Value, agree
from review_tui.language.calendar_words import MONTH, MONTHS, WEEKDAY, month_name
from review_tui.language.date_forms import ordinal_suffix
from review_tui.language.number_words import ORDINALS

_WORDS = list(ORDINALS)
_PIECE = re.compile(
    rf"(?P<month>\b{MONTH})|(?P<year>\b(?:19|20)\d\d\b)|(?P<day>\b\d{{1,2}})(?P<suffix>st|nd|rd|th)?\b"
    rf"|\b(?P<word>{'|'.join(_WORDS)})\b|(?P<weekday>\b{WEEKDAY})",
    re.IGNORECASE,
)
"""What a period is made of, beside words that stay."""


def period_in_form(mine: Value, theirs: Value) -> str:
    """What the notes have, ``theirs``, as the draft has ``mine``; nothing where that is not certain."""
    said = mine.text.rstrip(" ,.|")
    if mine.kind is not theirs.kind:
        return ""
    pieces = list(_PIECE.finditer(said))
    new: dict[str, Iterator[int]] = {name: iter(numbers) for name, numbers in _numbers_of(theirs).items()}
    parts, at = [], 0
    for piece in pieces:
        name = str(piece.lastgroup) if piece["day"] is None else "day"
        number = next(new.get(name, iter(())), None)
        if number is None:
            return ""
        parts += [said[at : piece.start()], _WRITTEN[name](piece, number) if number else piece[0]]
        at = piece.end()
    found = "".join([*parts, said[at:]])
    read = read_values(found)
    is_right = len(read) == 1 and read[0].kind is theirs.kind and agree(read[0], theirs)
    return found if is_right and found != said else ""


def _numbers_of(value: Value) -> dict[str, list[int]]:
    """The numbers that the pieces of a period stand for, by their names; 0 where it does not tell."""
    ends: list[tuple[int, ...]] = [*value.ends] if value.is_run else [value.parts]
    if value.kind is Kind.QUARTER:
        return {"day": [value.parts[0]], "word": [value.parts[0]]} if value.parts else {}
    if value.kind is Kind.MONTH or value.is_run:
        return {"month": [end[1] for end in ends], "year": [end[0] for end in ends]}
    if value.kind is Kind.DATE:
        return {"month": [value.parts[1]], "day": [value.parts[2]], "year": [value.parts[0]]}
    return {"year": [*value.parts]}


def _month(piece: re.Match[str], number: int) -> str:
    is_short = len(piece[0]) <= len(MONTHS[0]) and piece[0].lower() != "may"
    return month_name(number)[: len(MONTHS[0])] if is_short else month_name(number)


def _day(piece: re.Match[str], number: int) -> str:
    return f"{number}{ordinal_suffix(number) if piece['suffix'] else ''}"


def _word(piece: re.Match[str], number: int) -> str:
    word = _WORDS[number - 1]
    return word.capitalize() if piece[0][0].isupper() else word


_WRITTEN: dict[str, Callable[[re.Match[str], int], str]] = {
    "month": _month,
    "day": _day,
    "word": _word,
    "year": lambda _, number: str(number),
}
"""How each piece is written."""
