"""Breaking one text into rows by the cells it takes on a screen. Pure; nothing here draws.

A row is found when somebody looks at it, so that a passage of a megabyte opens as fast as a short one.
"""

import re
from bisect import bisect_right

from rich.cells import get_character_cell_size, split_graphemes

# What is known to take one cell each; any other character is measured. A test holds it against rich's tables.
_NARROW = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u0391-\u03a1\u03a3-\u0482\u2010-\u2027\u20ac]*"
)
# A line may end behind these when a letter follows: "power-/point", but never "2020-/21".
_JOINT = re.compile(r"(?<=\w)[-\u2010\u2013\u2014/](?=[^\W\d_])")
# Scripts that put no spaces between words, from the first character to the last: a line may end between any
# two of their characters.
_UNSPACED = (
    ("\u2e80", "\u2fff"),
    ("\u3041", "\u30ff"),
    ("\u3400", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0003ffff"),
)
_NO_START = "\u3001\u3002\uff0c\uff0e\uff01\uff1f\uff1a\uff1b\uff09\u300d\u300f\u3011\u30fc"
_SPACES = re.compile(" *")


def is_narrow(text: str, start: int, end: int) -> bool:
    """Whether every character of ``text`` from ``start`` to ``end`` is known to take one cell."""
    match = _NARROW.match(text, start, end)
    return match is not None and match.end() == min(end, len(text))


def longest(width: int) -> int:
    """The most characters a row of ``width`` cells may hold: stacked accents would have no end."""
    return 8 * width + 64


def next_row(text: str, start: int, width: int) -> int:
    """Where the row after the one that begins at ``start`` begins. ``width`` is in cells, at least 1.

    Rows end between words; the spaces there belong to the row before them and hang past its edge. A word
    longer than a row is broken, but never inside what is drawn as one character.
    """
    limit = _first_that_does_not_fit(text, start, width)
    if limit >= len(text):
        return len(text)
    if text[limit] == " ":
        return _after_spaces(text, limit)
    space = text.rfind(" ", start, limit) + 1
    if not text[start:space].strip(" "):
        space = 0
    joints = [m.end() for m in _JOINT.finditer(text, max(start, space), limit + 1) if m.end() <= limit]
    return max(space, *joints[-1:], _between_unspaced(text, start, limit)) or limit


def _first_that_does_not_fit(text: str, start: int, width: int) -> int:
    if is_narrow(text, start, start + width + 1):
        return start + width
    reach = width + 8
    while True:
        window = text[start : start + reach]
        is_all = reach >= longest(width) or start + reach >= len(text)
        used = 0
        for begin, end, cells in split_graphemes(window)[0]:
            used += cells
            # What is drawn as one character may go on behind the window: then it is measured in a longer one.
            if used > width and (is_all or end < len(window)):
                return start + (begin or end)  # one character always fits, or wrapping never ended
        if is_all:
            return start + len(window)
        reach = min(4 * reach, longest(width))


def _after_spaces(text: str, start: int) -> int:
    rest = _SPACES.match(text, start)
    return rest.end() if rest else start


def _between_unspaced(text: str, start: int, limit: int) -> int:
    """The last offset up to ``limit`` where an unspaced script may be broken; 0 for none."""
    if is_narrow(text, start, limit + 1):
        return 0
    for at in range(limit, start, -1):
        may_end = _is_unspaced(text[at]) or _is_unspaced(text[at - 1])
        # What takes no cell is a part of the character before it: the voicing mark of a kana, an accent.
        if may_end and text[at] not in _NO_START and get_character_cell_size(text[at]):
            return at
    return 0


def _is_unspaced(character: str) -> bool:
    return any(first <= character <= last for first, last in _UNSPACED)


class Wrapping:
    """The rows of one text at one width, each found when it is first asked for."""

    def __init__(self, text: str, width: int) -> None:
        self.text = text
        self.width = max(1, width)
        """In cells."""
        self._starts = [0]
        self._done = not text

    def reaches(self, row: int) -> bool:
        """Whether there is a row of this number, counted from 0. There is always a row 0."""
        while not self._done and len(self._starts) <= row:
            self._find_next()
        return 0 <= row < len(self._starts)

    def row(self, row: int) -> tuple[int, int]:
        """The characters of a row: start, end. End to end the rows are the whole text."""
        following = self.reaches(row + 1)
        return self._starts[row], self._starts[row + 1] if following else len(self.text)

    def count(self) -> int:
        """How many rows there are; wraps the text to its end."""
        while not self._done:
            self._find_next()
        return len(self._starts)

    def row_of(self, offset: int) -> int:
        """The row that character ``offset`` stands in."""
        while not self._done and self._starts[-1] <= offset:
            self._find_next()
        return max(0, bisect_right(self._starts, offset) - 1)

    def _find_next(self) -> None:
        following = next_row(self.text, self._starts[-1], self.width)
        if following >= len(self.text):
            self._done = True
        else:
            self._starts.append(following)
