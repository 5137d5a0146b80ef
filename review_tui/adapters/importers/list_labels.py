"""The numbers and letters that lists count in."""

import re
from collections.abc import Mapping

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MAX_ROMAN = 3999
"""Beyond it Roman numerals need letters that ASCII has not."""
_LETTERS = 26
"""Of the alphabet."""
_HTML_LIST_TYPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_MAX_DIGITS = 6
"""Of a number that a list may begin with."""
_MAX_DEPTH = 8
"""Steps of indenting; deeper lists stand where this one stands."""
BULLET = "- "
_TYPED = re.compile(
    r"(?:[\u2022\u00b7\u25aa\u25e6\u2023\u25cf\u25cb\u25a0\u25a1\u2043\u27a2\u27a4\uf0b7\uf0a7\uf0d8\u2013\u2014]|o(?=\s[A-Z\d]))\s{1,8}(?=\S)"
)
"""A bullet that is typed, or set by a program that has no lists, and what stands between it and the words."""
INDENT = "  "


def as_entry(line: str) -> str:
    """A line that begins with the sign of a bullet, as an entry of a list; empty for any other."""
    typed = _TYPED.match(line)
    return f"{BULLET}{line[typed.end() :]}" if typed else ""


def format_numeral(number: int, form: str) -> str:
    """``number`` as Word's ``form`` writes it: decimal, lowerLetter, upperRoman and the like."""
    if form in {"lowerLetter", "upperLetter"} and 0 < number <= _LETTERS * _LETTERS:
        letter = chr(ord("a") + (number - 1) % _LETTERS) * ((number - 1) // _LETTERS + 1)
        return letter if form == "lowerLetter" else letter.upper()
    if form in {"lowerRoman", "upperRoman"} and 0 < number <= _MAX_ROMAN:
        roman = _roman(number)
        return roman if form == "lowerRoman" else roman.upper()
    if form == "decimalZero":
        return f"{number:02}"
    if form == "ordinal":
        teen = number % 100 in {11, 12, 13}
        return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
    return str(number)


def _roman(number: int) -> str:
    letters = ""
    for value, sign in _ROMAN:
        letters += sign * (number // value)
        number %= value
    return letters


class ListLabels:
    """Labels the entries of HTML lists, however they are nested."""

    def __init__(self) -> None:
        self._open: list[tuple[str, int]] = []

    def open(self, attributes: Mapping[str, str] | None) -> None:
        """A list begins: with bullets, or, given its attributes, with numbers."""
        if attributes is None:
            self._open.append(("", 0))
        else:
            form = _HTML_LIST_TYPES.get(attributes.get("type", ""), "decimal")
            self._open.append((form, _parse_number(attributes.get("start", ""), 1) - 1))

    def close(self) -> None:
        """The list ends."""
        if self._open:
            self._open.pop()

    def next(self, value: str) -> str:
        """What the next entry begins with; ``value`` is the number that it is given by hand, or empty."""
        if not self._open:
            return BULLET
        indent = INDENT * min(len(self._open) - 1, _MAX_DEPTH)
        form, last = self._open[-1]
        if not form:
            return indent + BULLET
        number = _parse_number(value, last + 1)
        self._open[-1] = (form, number)
        return f"{indent}{format_numeral(number, form)}. "


def _parse_number(said: str, otherwise: int) -> int:
    digits = said.strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= _MAX_DIGITS else otherwise
