"""The headings of a Markdown text. Those in code, quotations, lists and comments are none."""

import re
from bisect import bisect_left
from typing import NamedTuple

from review_tui.markdown import blocks

_CANDIDATE = re.compile(r"^ {0,3}(?:#|=+[ \t]*\r?$|-+[ \t]*\r?$)", re.MULTILINE)
"""A line without which nothing is a heading: most pieces of a text have none, and are not read."""
_BYTE_ORDER_MARK = "\ufeff"


class Heading(NamedTuple):
    """One heading."""

    level: int
    """1 for the outermost, 6 for the innermost."""
    start: int
    """The beginning of its line."""
    end: int
    """The end of its last line, without the line end; what is drawn beneath its words belongs to it."""
    words: str
    """As written, without what makes it a heading."""


def words_begin(text: str) -> int:
    """Where the words begin: behind a byte order mark and the front matter, if there are any."""
    return blocks.front_matter_end(text) or len(text) - len(text.removeprefix(_BYTE_ORDER_MARK))


def may_have_headings(text: str, start: int = 0) -> bool:
    """Whether anything behind ``start`` may be a heading; quick, and never wrongly no."""
    return _CANDIDATE.search(text, start) is not None


def find_headings(text: str) -> tuple[Heading, ...]:
    """The headings of ``text`` in order, front matter left out."""
    if text.startswith(_BYTE_ORDER_MARK):
        return tuple(h._replace(start=h.start + 1, end=h.end + 1) for h in find_headings(text[1:]))
    candidates = [match.start() for match in _CANDIDATE.finditer(text)]
    found = []
    for begin, stop in blocks.pieces_of(text) if candidates else ():
        at = bisect_left(candidates, begin)
        if at == len(candidates) or candidates[at] >= stop:
            continue
        for block in blocks.blocks_of_piece(text[begin:stop]):
            if block.level:
                words = " ".join(text[begin + line.start : begin + line.end] for line in block.lines)
                first, last = block.lines[0], block.underline or block.lines[-1]
                found.append(Heading(block.level, begin + first.begin, begin + last.stop, words))
    return tuple(found)
