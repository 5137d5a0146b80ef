"""Numbers in words: as minutes write them, "a hundred and fifty", and as people say them.

What is said may mean several: "four twelve six" 412.6, 4126 or 412,600; "thirty eight" only 38.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS_WORDS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ONES = {word: value for value, word in enumerate(("zero", *UNITS, *TEENS))}
"""Numbers that no other word joins, from nothing to nineteen."""
TENS = {word: 10 * value for value, word in enumerate(_TENS_WORDS, 2)}
ORDINALS = {
    word: value
    for value, word in enumerate(
        (
            *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
            *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
            *("eighteenth", "nineteenth", "twentieth"),
        ),
        1,
    )
} | {"thirtieth": 30}
"""Days of a month in words, those of two words by their last."""
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "thou": 1_000, "million": 1_000_000}
_MISSPELT = dict.fromkeys(
    ("hundrd", "hunderd", "hundered", "hundread", "hunner", "hunnert", "hundert"), "hundred"
) | (dict.fromkeys(("thousnd", "thousend", "thousant", "thoosand"), "thousand"))
"""Scales as they are typed in a hurry, or spoken in the north."""
HUNDRED = "|".join(("hundred", *(word for word, meant in _MISSPELT.items() if meant == "hundred")))
"""The word, however it is written, as a pattern."""
_LARGE = 1_000
"""Scales from here on close a group: in "two hundred thousand" the thousand counts all before it."""
_SMALL_VALUES = ONES | {"a": 1, "ninteen": 19}
_TENS_VALUES = TENS | {"fourty": 40}
_VALUES = ORDINALS | _SMALL_VALUES | _TENS_VALUES
COUNTING_WORDS = {word: value for word, value in (ONES | TENS).items() if value > 1}
"""Numbers in one word from two to ninety; "one" is left out, as it mostly stands for somebody."""
_IN_FIGURES = {word: str(value) for word, value in (COUNTING_WORDS | {"dozen": 12}).items()}

_SMALL = rf"(?=[efnost])(?:{'|'.join(reversed(TEENS))}|{'|'.join(UNITS)})"
_TENS_AND_UNITS = rf"(?:{'|'.join(TENS)}|fourty)(?:[- ](?:{'|'.join(UNITS)}))?"
_TWO_FIGURES = rf"(?=[efnost])(?:{_TENS_AND_UNITS}|{_SMALL})"
_HUNDREDS = (
    rf"(?:{_TENS_AND_UNITS}"
    rf"|(?:a(?= (?:hundred|dozen))|{_SMALL})(?: (?:hundred|dozen)(?: and {_TWO_FIGURES})?)?)"
)
NUMBER_WORDS = (
    rf"(?=[aefnostz])(?:(?:a(?= thousand)|{_HUNDREDS})"
    rf"(?: (?:thousand|million)(?:,? (?:and )?{_HUNDREDS})?)?|zero)"
)
"""A number in words as minutes write it, as a pattern: "twenty-one", "two thousand"; any case."""
NUMBER_WORDS_BELOW_A_THOUSAND = rf"(?=[aefnostz])(?:{_HUNDREDS}|zero)"
"""The same in half the pattern, for what never comes to more, such as votes."""
SPOKEN = "|".join(
    sorted([*ONES, *TENS, *(_SCALES.keys() - {"dozen"}), *_MISSPELT, "oh"], key=len, reverse=True)
)
"""One word of a number that somebody says, as a pattern."""
_MOST_WORDS = 10
"""Longer runs of numbers are no number."""


def number_of(raw: str) -> int:
    """The value of one number in figures or words: "1,200", "twenty-one"; 0 for "no", "none" and "nil"."""
    if raw[0].isdigit():
        return int(raw.replace(",", ""))
    return (
        _exact_value([part for part in re.split(r"[- ,]{1,3}", raw.casefold()) if part and part != "and"])
        or 0
    )


def number_in_figures(word: str) -> str | None:
    """A word that counts, in small letters, in figures: "12" for "twelve" and "dozen"; else ``None``."""
    return _IN_FIGURES.get(word)


@lru_cache(maxsize=4096)
def spoken_values(words: str) -> frozenset[float]:
    """Every value that a run of number words may have; empty for none."""
    said = (_MISSPELT.get(part, part) for part in re.split(r"[\s-]+", words.lower()))
    parts = [part for part in said if part not in {"", "and", "n"}][:_MOST_WORDS]
    if "point" in parts:
        return _with_point(parts, parts.index("point"))
    exact = _exact_value(parts)
    if exact is not None:
        return frozenset({float(exact)})
    behind = _behind_scale(parts)
    if behind:
        return behind
    chunks = _chunks(parts)
    if not chunks:
        return frozenset()
    digits = "".join(map(str, chunks))
    padded = "".join(
        f"{c:02d}" if n and c < 10 and max(chunks) >= 10 else str(c)  # noqa: PLR2004 -- one figure, two
        for n, c in enumerate(chunks)
    )
    return frozenset({float(digits), float(padded), *map(float, chunks), *_in_thousands(chunks)})


def _in_thousands(chunks: list[int]) -> Iterator[float]:
    """What a run is whose last three figures are said by themselves: "four eighteen two sixty" is 418,260."""
    for at in range(1, len(chunks)):
        head, tail = ("".join(map(str, part)) for part in (chunks[:at], chunks[at:]))
        if len(tail) == len("260") and len(head) <= len("418"):
            yield float(head + tail)


def _behind_scale(parts: list[str]) -> frozenset[float]:
    """What is said behind a scale in figures: "one million three oh four six" is 1,304,600, or 1,003,046."""
    at = max((n for n, part in enumerate(parts) if _SCALES.get(part, 0) >= _LARGE), default=0)
    head, chunks = _exact_value(parts[: at + 1]) if at else None, _chunks(parts[at + 1 :])
    figures = "".join(map(str, chunks))
    places = len(str(_SCALES[parts[at]])) - 1 if at else 0
    if head is None or not figures or len(figures) > places:
        return frozenset()
    return frozenset(float(head + int(said)) for said in (figures, figures.ljust(places, "0")))


def _with_point(parts: list[str], at: int) -> frozenset[float]:
    scale = max((_SCALES[p] for p in parts[at:] if p in _SCALES), default=1)
    whole = spoken_values(" ".join(parts[:at])) if at else frozenset({0.0})
    digits = "".join(str(ONES.get(p, TENS.get(p, 0) // 10)) for p in parts[at + 1 :] if p not in _SCALES)
    return frozenset(float(f"{int(value)}.{digits}") * scale for value in whole) if digits else frozenset()


def _exact_value(parts: list[str]) -> int | None:
    """The value of a number said as it is written; ``None`` for one said in figures, and for no number."""
    total = current = 0
    before = ""
    for part in parts:
        scale = _SCALES.get(part)
        if scale is None:
            value = _VALUES.get(part)
            if value is None or not _joins_number(before, value):
                return None
            current += value
        elif scale < _LARGE:
            current = max(current, 1) * scale
        else:
            total, current = total + max(current, 1) * scale, 0
        before = part
    return total + current


def _joins_number(before: str, value: int) -> bool:
    """Whether a word that counts so many goes on with the number whose last word is ``before``."""
    if before == "hundred" and value >= _SCALES["hundred"]:
        return False
    return not before or before in _SCALES or (before in _TENS_VALUES and 0 < value <= len(UNITS))


def _goes_on(before: str, value: int) -> bool:
    """Whether a word of a number goes on with the one before it: "hundred and eighteen", "thirty two"."""
    is_unit = before in TENS and 0 < value <= len(UNITS)
    return is_unit or (before == "hundred" and value < _SCALES["hundred"])


def _chunks(parts: list[str]) -> list[int]:
    """The numbers that a run is said in: "two oh eight" is 2, 0, 8; "three eighty nine" is 3, 89."""
    chunks: list[int] = []
    before = ""
    for part in parts:
        value = 0 if part == "oh" else _VALUES.get(part)
        if part in _SCALES and chunks:
            chunks[-1] *= _SCALES[part]
        elif part == "hundred":
            chunks.append(_SCALES[part])
        elif value is not None and _goes_on(before, value):
            chunks[-1] += value
        elif value is not None:
            chunks.append(value)
        before = part
    return chunks
