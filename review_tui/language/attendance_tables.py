"""Reads a table of those who were there: a row for each person, a column that says "Yes" or "Apologies".

Whoever stands in the column of names of such a row is a person, whatever the name is like.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from review_tui.language.attendance_entries import OFFICE, read_name_cell
from review_tui.language.attendance_lines import AttendanceLines, AttendancePart, label_alone
from review_tui.model.frozen import frozen
from review_tui.model.material import Document
from review_tui.model.passages import Passage
from review_tui.model.text import Span

_COLUMN = re.compile(
    r"(?P<present>present\??|attend(?:ed|ance|ing)?\??|attendance status|status|here\??|in attendance\??)"
    r"|(?P<apologies>(?:apolog(?:y|ies)|regrets|excused)"
    r"(?: (?:sent|received|for absence))?)|(?P<absent>absent)",
    re.IGNORECASE,
)
_STATUS = frozenset({"status", "attendance status", "attendance", "attended", "here", "here?"})
"""Heads of columns that say something of people and never list them, in small letters."""
_NAMES = re.compile(
    r"(?:full |member'?s? )?names?(?: of .{1,40})?|members?|attendees?|councillors?|governors?|directors?"
    r"|trustees?|delegates?|representatives?|participants?|person|people|who|(?:board|committee) members?",
    re.IGNORECASE,
)
"""How the column of names is headed."""
_ROLES = re.compile(
    r"role|position|office|post|title|job(?: title)?|capacity|designation|function|representing|category"
    r"|organi[sz]ation|affiliation|ward|company|department",
    re.IGNORECASE,
)
"""How the column is headed that says what they are; the first one counts."""
_BEHIND = r"(?:[ ,;:(\u2013-].{0,60})?"
"""What may be told of it: "Present from 7.15pm", "Apologies (ill)"."""
_SAID: dict[AttendancePart, re.Pattern[str]] = {
    AttendancePart.PRESENT: re.compile(
        r"yes|y|p|pres|in person|online|remote(?:ly)?|virtual|via \w{2,8}"
        r"|by \w{2,8}|\[?[x\u2713\u2714\u2611\u2705]\]?\ufe0f?"
        r"|:(?:white_check_mark|heavy_check_mark|ballot_box_with_check):"
        rf"|(?:present|attended)\b{_BEHIND}|(?:arrived|joined|left|late)\b.{{3,60}}",
        re.IGNORECASE,
    ),
    AttendancePart.APOLOGIES: re.compile(
        rf"(?:sent |with |gave )?(?:apolog(?:y|ies)|regrets|excused)\b{_BEHIND}|aps?\.?|a", re.IGNORECASE
    ),
    AttendancePart.ABSENT: re.compile(
        rf"no|n|(?:absent|not present|did not attend)\b{_BEHIND}|dna|no apolog(?:y|ies)|\[ \]"
        r"|[-\u2013\u2717\u2718\u2716\u274c\u2610]\ufe0f?"
        r"|:(?:x|negative_squared_cross_mark|heavy_multiplication_x):",
        re.IGNORECASE,
    ),
    AttendancePart.IN_ATTENDANCE: re.compile(
        rf"(?:in attendance|attending|observer|observing|guest|visitor|officer|by invitation)\b{_BEHIND}",
        re.IGNORECASE,
    ),
}
_MARK = re.compile(r"\[?[x\u2713\u2714\u2611\u2705]\]?\ufe0f?|:(?:white|heavy)_check_mark:", re.IGNORECASE)
"""What is set beside the names of those who were there, and beside no others."""
_HTML_TABLE = re.compile(r"<table\b[^<>]{0,400}>", re.IGNORECASE)
_HTML_END = re.compile(r"</table\s{0,9}>", re.IGNORECASE)
_LONGEST_TABLE = 20_000
"""Characters of such a table."""
_HTML_ROW = re.compile(
    r"<tr\b[^<>]{0,400}>.{0,4000}?(?:</tr\s{0,9}>|(?=<tr\b)|(?=</table))", re.IGNORECASE | re.DOTALL
)
_HTML_CELL = re.compile(
    r"<t[dh]\b[^<>]{0,400}>(?P<said>.{0,2000}?)(?=</t[dh]\s{0,9}>|<t[dh]\b|</tr\b|</table\b|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_TAG_BEFORE = re.compile(r"\s{0,40}<[a-z][^<>]{0,200}>\s{0,40}", re.IGNORECASE)
_TAG_BEHIND = re.compile(r"\s{0,40}</?[a-z][^<>]{0,200}>\s{0,40}\Z", re.IGNORECASE)
_LONGEST_TAG = 300
"""Characters of a tag with the room around it."""
_HTML_SEEN = 12_000
"""Characters from the top in which such a table begins."""
_RULE = re.compile(r"[\s|:-]{3,200}\Z")
_FIRST_LINES = 40
"""Passages at the top of the minutes among which a table of those present stands."""
_MOST_ROWS = 120
"""Rows that such a table has at most, as larger bodies print no table."""
_LEAST_ROWS = 2
"""Rows that make a table."""
_LEAST_WORDS = 2
"""Words of a name in a first row that may be a head."""


@frozen
class AttendanceTable:
    """The table of a text that says who was there."""

    lines: tuple[AttendanceLines, ...]
    """A part of the roll for each row, or cell, that names somebody."""
    span: Span
    """The whole table."""
    unread: tuple[Span, ...] = ()
    """Rows that say something and were read as nobody."""


@frozen
class _Columns:
    """Which column of a table says what."""

    names: int
    parts: tuple[tuple[int, re.Match[str]], ...]
    roles: int | None
    label: Span
    part: AttendancePart | None = None
    """What the line above the table says of all in it, where no column does."""

    @property
    def last(self) -> int:
        """The last column that has to be there."""
        return max(self.names, *(index for index, _ in self.parts), 0)


def attendance_table(text: str, passages: Sequence[Passage]) -> AttendanceTable | None:
    """The first table that says who was there; ``None`` where there is none.

    It has a column for who it is and one that says whether they were there, by words or marks; or its columns
    are headed "Present" and "Apologies" and list the names; or the line above it says "Present".
    """
    for index, passage in enumerate(passages[:_FIRST_LINES]):
        if len(_cells(text, passage)) > 1 and (index == 0 or not _cells(text, passages[index - 1])):
            rows = _table(text, passages[index : index + 1 + _MOST_ROWS])
            before = passages[index - 1] if index else None
            if found := _read_table(text, rows, before):
                return found
    return None


def html_attendance_table(document: Document) -> AttendanceTable | None:
    """As ``attendance_table``, for one that is written as HTML."""
    at = 0
    while table := _HTML_TABLE.search(document.source, at, _HTML_SEEN):
        ends = _HTML_END.search(document.source, table.end(), table.end() + _LONGEST_TABLE)
        if ends is None:
            return None
        at = ends.end()
        rows = [
            (document.map.from_source(Span(*row.span())), list(map(document.map.from_source, cells)))
            for row in _HTML_ROW.finditer(document.source, table.end(), at)
            if (cells := _html_cells(row))
        ]
        begins = document.map.from_source(Span(table.start(), at)).start
        before = next((p for p in reversed(document.passages) if p.span.end <= begins), None)
        if found := _read_table(document.text, rows[: 1 + _MOST_ROWS], before):
            return found
    return None


def _html_cells(row: re.Match[str]) -> list[Span]:
    """The cells of a row, without the tags around what they say."""
    cells = []
    for cell in _HTML_CELL.finditer(row.string, *row.span()):
        start, end = cell.span("said")
        while opens := _TAG_BEFORE.match(cell.string, start, end):
            start = opens.end()
        while closes := _TAG_BEHIND.search(cell.string, max(start, end - _LONGEST_TAG), end):
            end = closes.start()
        cells.append(Span(start, end))
    return cells


def _table(text: str, passages: Sequence[Passage]) -> list[tuple[Span, list[Span]]]:
    """The rows of the table that begins there, with their cells; without the rule below its head."""
    rows: list[tuple[Span, list[Span]]] = []
    for passage in passages:
        cells = _cells(text, passage)
        if not cells:
            break
        if not _RULE.match(passage.span.of(text)):
            rows.append((passage.span, cells))
    return rows


def _read_table(
    text: str, rows: Sequence[tuple[Span, list[Span]]], before: Passage | None
) -> AttendanceTable | None:
    """The people of one table, by its ticks or by lists in its cells; ``None`` when it has none."""
    if not rows:
        return None
    head, below = rows[0], rows[1:]
    columns = _columns(text, head, before)
    if columns is None:
        return None
    if _is_a_row(text, rows, columns):
        # Without a head the first row is somebody's, too.
        columns, below = replace(columns, names=0, label=Span(head[0].start, head[0].start)), rows
    span = Span(head[0].start, rows[-1][0].end)
    lines = list(_rows(text, [cells for _, cells in below], columns))
    if columns.parts and not any(lines):
        listed = tuple(_lists(text, [cells for _, cells in below], columns))
        return AttendanceTable(listed, span) if listed else None
    found = tuple(line for line in lines if line)
    unread = tuple(
        row for (row, cells), line in zip(below, lines, strict=True) if not line and _has_letters(text, cells)
    )
    # A column "Status" may be one of tasks.
    is_of_people = any(line.part is not AttendancePart.ABSENT for line in found)
    return AttendanceTable(found, span, unread) if len(found) >= _LEAST_ROWS and is_of_people else None


def _columns(text: str, head: tuple[Span, list[Span]], before: Passage | None) -> _Columns | None:
    line, cells = head
    titles = [cell.of(text).strip("* _:") for cell in cells]
    parts = tuple((i, m) for i, title in enumerate(titles) if (m := _COLUMN.fullmatch(title)))
    names = next((i for i, title in enumerate(titles) if _NAMES.fullmatch(title)), None)
    roles = next((i for i, title in enumerate(titles) if i != names and _ROLES.fullmatch(title)), None)
    if parts:
        return _Columns(names or 0, parts, roles, line)
    part = label_alone(text, before) if before else None
    if part is None:
        return None
    return _Columns(names or 0, (), roles if names is not None else 1, line, part)


def _is_a_row(text: str, rows: Sequence[tuple[Span, list[Span]]], columns: _Columns) -> bool:
    """Whether the first row is no head: it names somebody and says of them what the others say."""
    cells = rows[0][1]
    if any(_NAMES.fullmatch(cell.of(text).strip("* _:")) for cell in cells):
        return False
    if len(cells[0].of(text).split()) < _LEAST_WORDS or not _name(text, cells[0]):
        return False
    if not columns.parts:
        return True
    at = columns.parts[0][0]
    said = [row[at].of(text).strip("* _").casefold() for _, row in rows if at < len(row)]
    return len(columns.parts) == 1 and at > 0 and _part_said(said[0]) is not None and said[0] in said[1:]


def _lists(text: str, rows: Sequence[list[Span]], columns: _Columns) -> Iterator[AttendanceLines]:
    """The names in the cells of a table whose columns are the parts of the roll."""
    for cells in rows:
        for index, column in columns.parts:
            if column[0].casefold() in _STATUS:
                continue
            if index < len(cells) and _name(text, cells[index]):
                part = AttendancePart(str(column.lastgroup))
                yield AttendanceLines(part, columns.label, (cells[index],), is_cell=True)


def _rows(text: str, rows: Sequence[list[Span]], columns: _Columns) -> Iterator[AttendanceLines | None]:
    """What each row says; ``None`` for one that names nobody or does not say whether they were there."""
    is_blank_away = _are_marks(text, rows, columns)
    for cells in rows:
        end = cells[-1].end
        padded = [*cells, *(Span(end, end) for _ in range(columns.last + 1 - len(cells)))]
        part = columns.part or _part(text, padded, columns)
        if part is None and is_blank_away and not padded[columns.parts[0][0]].of(text).strip():
            part = AttendancePart.ABSENT
        if part is None or not _name(text, padded[columns.names]):
            yield None
            continue
        role = ""
        if columns.roles is not None and columns.roles < len(padded):
            role = " ".join(padded[columns.roles].of(text).strip("* _").split())
        yield AttendanceLines(part, columns.label, (padded[columns.names],), is_cell=True, role=role)


def _name(text: str, cell: Span) -> bool:
    """Whether a cell names somebody."""
    said = cell.of(text).strip("* _")
    return bool(said) and not OFFICE.fullmatch(said) and next(read_name_cell(text, cell), None) is not None


def _has_letters(text: str, cells: Sequence[Span]) -> bool:
    return any(c.isalpha() for cell in cells for c in cell.of(text))


def _are_marks(text: str, rows: Sequence[list[Span]], columns: _Columns) -> bool:
    """Whether the one column has marks beside some names and nothing beside the others."""
    if len(columns.parts) != 1:
        return False
    at = columns.parts[0][0]
    marked = [said for cells in rows if at < len(cells) and (said := cells[at].of(text).strip())]
    return len(marked) >= _LEAST_ROWS and all(map(_MARK.fullmatch, marked))


def _part(text: str, cells: Sequence[Span], columns: _Columns) -> AttendancePart | None:
    """What a row says of the person: the words of the column, or the column that a mark stands in."""
    for index, column in columns.parts:
        told = _part_said(cells[index].of(text).strip("* _"))
        if told is AttendancePart.PRESENT and column.lastgroup != "present":
            return AttendancePart(str(column.lastgroup))
        if told is not None and (told is not AttendancePart.ABSENT or len(columns.parts) == 1):
            return told
    return None


def _part_said(said: str) -> AttendancePart | None:
    return next((part for part, words in _SAID.items() if words.fullmatch(said)), None)


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
