"""Reads a table of those who were there: a row for each person, a column that says "Yes" or "Apologies"."""

import re
from collections.abc import Iterator, Sequence

from review_tui.language.attendance_lines import AttendanceLines, AttendancePart
from review_tui.language.person_mentions import find_people
from review_tui.model.passages import Passage
from review_tui.model.text import Span

_COLUMN = re.compile(
    r"(?P<present>present\??|attend(?:ed|ance|ing)?\??|attendance status|status|here\??|in attendance\??)"
    r"|(?P<apologies>(?:apolog(?:y|ies)|regrets|excused)"
    r"(?: (?:sent|received|for absence))?)|(?P<absent>absent)",
    re.IGNORECASE,
)
_NAMES = re.compile(
    r"(?:full |member'?s? )?names?|members?|attendees?|councillors?|governors?|directors?|trustees?"
    r"|delegates?|representatives?|participants?|person|who|board members?",
    re.IGNORECASE,
)
"""How the column of names is headed."""
_SAID: dict[AttendancePart, re.Pattern[str]] = {
    AttendancePart.PRESENT: re.compile(
        r"yes|y|p|pres|present|attended|in person|online|remote(?:ly)?|virtual|via \w{2,8}"
        r"|by \w{2,8}|\[?[x\u2713\u2714\u2611\u2705]\]?\ufe0f?"
        r"|:(?:white_check_mark|heavy_check_mark|ballot_box_with_check):|present \(.{1,40}\)",
        re.IGNORECASE,
    ),
    AttendancePart.APOLOGIES: re.compile(
        r"(?:sent |with )?(?:apolog(?:y|ies)|regrets|excused)(?: .{1,40})?|aps?\.?|a", re.IGNORECASE
    ),
    AttendancePart.ABSENT: re.compile(
        r"no|n|absent(?: .{1,40})?|did not attend|dna|\[ \]|[-\u2013\u2717\u2718\u2716\u274c\u2610]\ufe0f?"
        r"|:(?:x|negative_squared_cross_mark|heavy_multiplication_x):",
        re.IGNORECASE,
    ),
    AttendancePart.IN_ATTENDANCE: re.compile(r"in attendance|observer|guest|officer", re.IGNORECASE),
}
_MARK = re.compile(r"\[?[x\u2713\u2714\u2611\u2705]\]?\ufe0f?|:(?:white|heavy)_check_mark:", re.IGNORECASE)
"""What is set beside the names of those who were there, and beside no others."""
_RULE = re.compile(r"[\s|:-]{3,200}\Z")
_FIRST_LINES = 40
"""Passages at the top of the minutes among which a table of those present stands."""
_MOST_ROWS = 60
"""Rows that such a table has at most, as larger bodies print no table."""
_LEAST_ROWS = 2
"""Rows that make a table."""


def attendance_table_lines(text: str, passages: Sequence[Passage]) -> tuple[AttendanceLines, ...]:
    """A part of the roll for each clear row of the first table that says who was there.

    The table has a column for who it is and one that says whether they were there, by words or marks; or its
    columns are headed "Present" and "Apologies" and list the names.
    """
    for index, passage in enumerate(passages[:_FIRST_LINES]):
        header = _cells(text, passage)
        titles = [cell.of(text).strip("* _") for cell in header]
        columns = [(i, m) for i, title in enumerate(titles) if (m := _COLUMN.fullmatch(title))]
        if len(header) > 1 and columns:
            names = next((i for i, title in enumerate(titles) if _NAMES.fullmatch(title)), 0)
            below = passages[index + 1 : index + 1 + _MOST_ROWS]
            rows = tuple(_rows(text, below, columns, passage.span, names))
            if not rows and len(columns) == len(header):
                return tuple(_lists(text, below, columns, passage.span))
            return rows if len(rows) >= _LEAST_ROWS else ()
    return ()


def _lists(
    text: str, passages: Sequence[Passage], columns: list[tuple[int, re.Match[str]]], label: Span
) -> Iterator[AttendanceLines]:
    """The names in the cells of a table whose columns are the parts of the roll."""
    for passage in passages:
        if _RULE.match(passage.span.of(text)):
            continue
        cells = _cells(text, passage)
        if not cells:
            return
        for index, column in columns:
            if index < len(cells) and find_people(cells[index].of(text)):
                yield AttendanceLines(AttendancePart(str(column.lastgroup)), label, (cells[index],))


def _rows(
    text: str,
    passages: Sequence[Passage],
    columns: list[tuple[int, re.Match[str]]],
    label: Span,
    names: int,
) -> Iterator[AttendanceLines]:
    is_blank_away = _are_marks(text, passages, columns)
    for passage in passages:
        if _RULE.match(passage.span.of(text)):
            continue
        cells = _cells(text, passage)
        if not cells:
            return
        if len(cells) <= max(names, *(i for i, _ in columns)):
            cells += [Span(passage.span.end, passage.span.end)] * (names + 1 + max(i for i, _ in columns))
        part = _part(text, cells, columns)
        if part is None and is_blank_away and not cells[columns[0][0]].of(text).strip():
            part = AttendancePart.ABSENT
        if part is None or not find_people(cells[names].of(text)):
            continue
        yield AttendanceLines(part, label, (cells[names],))


def _are_marks(text: str, passages: Sequence[Passage], columns: list[tuple[int, re.Match[str]]]) -> bool:
    """Whether the one column has marks beside some names and nothing beside the others."""
    said = []
    for passage in passages:
        cells = _cells(text, passage)
        if not cells:
            break
        if not _RULE.match(passage.span.of(text)) and columns[0][0] < len(cells):
            said.append(cells[columns[0][0]].of(text).strip())
    marked = [words for words in said if words]
    return len(columns) == 1 and len(marked) >= _LEAST_ROWS and all(map(_MARK.fullmatch, marked))


def _part(text: str, cells: list[Span], columns: list[tuple[int, re.Match[str]]]) -> AttendancePart | None:
    """What a row says of the person: the words of the column, or the column that a mark stands in."""
    for index, column in columns:
        said = cells[index].of(text).strip("* _")
        told = next((part for part, words in _SAID.items() if words.fullmatch(said)), None)
        if told is AttendancePart.PRESENT and column.lastgroup != "present":
            return AttendancePart(str(column.lastgroup))
        if told is not None and (told is not AttendancePart.ABSENT or len(columns) == 1):
            return told
    return None


def _cells(text: str, passage: Passage) -> list[Span]:
    """The cells of a row, or of a line with bars, without the room around what they say."""
    if passage.cells:
        return list(passage.cells)
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
