"""Paragraphs whose lines were broken to a width, as one line each."""

import re
from collections.abc import Sequence
from itertools import pairwise

_WIDEST = 110
"""Characters of a line that was broken; a longer one is a paragraph by itself."""
_NARROWEST = 50
"""Characters to which lines are broken at least."""
_FULL = 0.75
"""The share of the width that a line has to reach for the next to go on with it."""
_BEGINS = re.compile(
    r"\s{0,12}(?:[-*+>|#\u2022\u00b7\u2013\u2014]|\(?\w{1,3}[.)]\s|\d{1,3}(?:[./]\d{1,4})?\.?\s"
    r"|[^\W\d_][\w' ]{1,30}:(?:\s|\Z)|\*\*|\Z)"
)
"""How a line begins that begins something: an entry, a number, a label."""
_LEAST_LINES = 4
"""Lines that were broken, of a text of which it is said."""
_BROKEN = 0.3
"""The share of lines that end within a word's length of the width, in a text whose lines were broken."""
_LONGEST_WORD = 14
"""Characters."""


def unwrapped(lines: Sequence[str], *, is_sure: bool = False) -> list[str]:
    """``lines`` with those put together that are one paragraph.

    Unless ``is_sure`` says that they were broken, they have to look so: many reach about the same width.
    """
    filled = [len(line) for line in lines if line.strip()]
    width = max((size for size in filled if size <= _WIDEST), default=0)
    near = sum(width - _LONGEST_WORD <= size <= width for size in filled)
    is_broken = (
        width >= _NARROWEST
        and near >= _LEAST_LINES
        and near >= _BROKEN * len(filled)
        and max(filled) <= _WIDEST
    )
    if not filled or not (is_sure or is_broken):
        return list(lines)
    told = [lines[0]]
    for before, line in pairwise(lines):
        goes_on = len(before) >= _FULL * width and before.strip() and not _BEGINS.match(line)
        # A short last line of a title in capitals or a heading is followed by something new.
        if goes_on and not before.lstrip().startswith(("#", "|")):
            told[-1] = f"{told[-1].rstrip()} {line.strip()}"
        else:
            told.append(line)
    return told
