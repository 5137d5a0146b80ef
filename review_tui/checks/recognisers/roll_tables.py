"""Reads a table of those who were there: a row for each person, a column that says "Yes" or "Apologies"."""

import re
from collections.abc import Iterator, Sequence

from review_tui.checks.recognisers.people import find_people
from review_tui.checks.recognisers.roll_lines import Part, RollLines
from review_tui.domain.passages import Passage
from review_tui.domain.text import Span

_COLUMN = re.compile(
    r"(?P<present>present\??|attend(?:ed|ance|ing)?\??|attendance status|status|here\??)"
    r"|(?P<apologies>apolog(?:y|ies)(?: (?:sent|received|for absence))?)|(?P<absent>absent)",
    re.IGNORECASE,
)
_SAID: dict[Part, re.Pattern[str]] = {
    Part.PRESENT: re.compile(
        r"yes|y|p|pres|present|attended|in person|online|remote(?:ly)?|virtual|via \w{2,8}"
        r"|by \w{2,8}|[x\u2713\u2714\u2611]|present \(.{1,40}\)",
        re.IGNORECASE,
    ),
    Part.APOLOGIES: re.compile(r"(?:sent |with )?apolog(?:y|ies)(?: .{1,40})?|aps?\.?|a", re.IGNORECASE),
    Part.ABSENT: re.compile(
        r"no|n|absent(?: .{1,40})?|did not attend|dna|[-\u2013\u2717\u2718]", re.IGNORECASE
    ),
    Part.IN_ATTENDANCE: re.compile(r"in attendance|observer|guest|officer", re.IGNORECASE),
}
_RULE = re.compile(r"[\s|:-]{3,200}\Z")
_FIRST_LINES = 40
_MOST_ROWS = 60
_LEAST_ROWS = 2


def table_lines(text: str, passages: Sequence[Passage]) -> tuple[RollLines, ...]:
    """A part of the roll for each clear row of the first table that says who was there."""
    for index, passage in enumerate(passages[:_FIRST_LINES]):
        header = _cells(text, passage)
        columns = [(i, m) for i, cell in enumerate(header) if (m := _COLUMN.fullmatch(cell.of(text)))]
        if len(header) > 1 and columns:
            rows = tuple(_rows(text, passages[index + 1 : index + 1 + _MOST_ROWS], columns, passage.span))
            return rows if len(rows) >= _LEAST_ROWS else ()
    return ()


def _rows(
    text: str, passages: Sequence[Passage], columns: list[tuple[int, re.Match[str]]], label: Span
) -> Iterator[RollLines]:
    for passage in passages:
        if _RULE.match(passage.span.of(text)):
            continue
        cells = _cells(text, passage)
        if len(cells) <= max(i for i, _ in columns):
            return
        part = _part(text, cells, columns)
        if part is None or not find_people(cells[0].of(text)):
            continue
        yield RollLines(part, label, (cells[0],))


def _part(text: str, cells: list[Span], columns: list[tuple[int, re.Match[str]]]) -> Part | None:
    """What a row says of the person: the words of the column, or the column that a mark stands in."""
    for index, column in columns:
        said = cells[index].of(text).strip("* _")
        told = next((part for part, words in _SAID.items() if words.fullmatch(said)), None)
        if told is Part.PRESENT and column.lastgroup != "present":
            return Part(str(column.lastgroup))
        if told is not None and (told is not Part.ABSENT or len(columns) == 1):
            return told
    return None


def _cells(text: str, passage: Passage) -> list[Span]:
    """The cells of a line with bars, without the room around what they say."""
    line = passage.span
    if text[line.start : line.end].lstrip()[:1] != "|":
        return []
    found, start = [], text.index("|", line.start) + 1
    while (stop := text.find("|", start, line.end)) >= 0:
        said = text[start:stop]
        left = start + len(said) - len(said.lstrip())
        found.append(Span(left, max(left, start + len(said.rstrip()))))
        start = stop + 1
    return found
