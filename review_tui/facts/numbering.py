"""Numbers that count nothing: those of items, papers and lines."""

import re
from functools import lru_cache
from itertools import pairwise

from review_tui.facts.clauses import Clause
from review_tui.facts.values import Kind, Value

_NUMBERING = re.compile(r"\d{1,3}(?:[./]\d{1,2})\s+[A-Za-z]|\d{1,2}\s?[-\u2013]\s[A-Za-z]")
_FIRST_CELL = re.compile(r"\d{1,3}(?:[./]\d{1,2}){0,2}[.)]?\s*[|;\t]|\d{1,2}:(?=\s)|\d{1,3},[^,\n]{0,60},")
"""The first cell of a row that has nothing but a number; the number of a line before a colon."""
_ITEM_NUMBER = re.compile(
    r"\A\W{0,6}(?:(?:[A-Za-z]{2,12}\.? )?(?:[Nn]o\.? ?)?(?:\d{1,4}[/-]\d{2,4})[.:)]?(?=\W{1,6}[A-Z])|\d{1,3}[.:)](?=\W{1,6}[A-Z])|\d{1,3}(?=\s{1,4}[A-Z]{3}))"
    r"|\b(?:[Ii]tem|[Mm]inute|[Dd]ecision|[Rr]esolution|[Mm]otion|[Rr]eferral|[Tt]ender)s? (?:[Nn]o\.? ?)?\d{1,4}[/-]\d{2,4}\b"
    r"|\b[Ii]tems? (?:[Nn]o\.? ?)?\d{1,3}(?:\s?(?:to|and|[-\u2013])\s?\d{1,3})?\b"
)
"""The number of an item or paper of the draft: "### TC 24/42 Minutes", "8 PLAYGROUND", "under item 09-07", "for items 3 to 5"."""


def is_item_number(clause: Clause, value: Value) -> bool:
    """Whether a number of the draft is that of an item or a paper."""
    return value.kind is Kind.NUMBER and any(
        m.start() <= value.start and value.end <= m.end() for m in _ITEM_NUMBER.finditer(clause.text)
    )


def is_numbering(theirs: Value, jotting: Clause) -> bool:
    """Whether a line of the notes begins with it as the number of an item: "5.7 village signs", "75/19 spring clean"."""
    at = jotting.start + theirs.start
    line = jotting.line_before(theirs.start)
    is_first = not re.search(r"\w", line)
    if (
        is_first
        and theirs.text.strip(" .").isdigit()
        and int(theirs.number) in _numbers_in_a_row(jotting.plain.text)
    ):
        return True
    if (is_first or line.endswith(" - ")) and _NUMBERING.match(jotting.text, theirs.start):
        return True
    return is_first and _FIRST_CELL.match(jotting.plain.text, at) is not None


def is_number_of_line(mine: Value, theirs: Value, jotting: Clause) -> bool:
    """Whether a value held against one of the draft numbers its line; for a time "8.25" only where lines are numbered so."""
    return is_numbering(theirs, jotting) and (mine.kind is not Kind.TIME or _numbers_parts(jotting))


def _numbers_parts(jotting: Clause) -> bool:
    """Whether lines of the notes are numbered like parts of items, so that "8.25" before one is no time of the clock."""
    return _PART_NUMBER.search(jotting.plain.text) is not None


_PART_NUMBER = re.compile(r"^[ \t]*\d{1,2}\.\d[.):]?[ \t]+[A-Za-z]", re.MULTILINE)


@lru_cache(maxsize=64)
def _numbers_in_a_row(notes: str) -> frozenset[int]:
    """Numbers with which lines of notes begin, each one more than that of the numbered line before it or one less than the next."""
    first = [int(m[1]) for m in _LINE_NUMBER.finditer(notes)]
    runs = [{a, b} for a, b in pairwise(first) if b == a + 1]
    return frozenset().union(*runs) if len(runs) >= _FEWEST_NUMBERED else frozenset()


_LINE_NUMBER = re.compile(r"^[ \t]*(\d{1,3})(?=[.):]?\s+\w)", re.MULTILINE)
_FEWEST_NUMBERED = 3
"""Lines that follow each other by their numbers in notes that number their lines."""
