"""A document that holds minutes, as Markdown: paragraphs apart, lists and tables in one piece."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from review_tui.adapters.export_mark import without_mark
from review_tui.adapters.importers.errors import UnreadableDocument
from review_tui.adapters.importers.plain_files import notes_text, read_bytes
from review_tui.adapters.importers.plain_minutes import is_markdown, plain_lines
from review_tui.adapters.importers.sandbox import read_in_subprocess
from review_tui.adapters.importers.true_kind import true_ending
from review_tui.model import note_formats
from review_tui.model.errors import Refusal
from review_tui.model.text import Span
from review_tui.model.visible import visible

_WITH_MARKS = frozenset(("docx", "html", "odt", "rtf", "mht", "eml", "pdf"))
"""How documents are read in which bold words and tables can be told."""
_WITH_CHANGES = frozenset(("docx", "odt"))
_MARKDOWN_ENDINGS = frozenset((".md", ".markdown"))
_TABLE_BEGINS = re.compile(r"<table[\s>]", re.IGNORECASE)
_TABLE_ENDS = re.compile(r"</table\s{0,9}>", re.IGNORECASE)
_MOST_TABLES = 200
"""Tables written as HTML in one text."""
_BETWEEN = "\ue010"
"""Stands between two tables while they are read. It is of no document: no font shows it."""
_LIST_LINE = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)]|\(?[a-z]{1,4}\))\s")
_MOST_LINES = 150_000
"""Of a text: three times as many as a document may have paragraphs."""
_BAR = re.compile(r"(?<!\\)\|")
_ROW = re.compile(r"\|.*\|\Z")


def minutes_markdown(path: Path, *, is_rejected: bool = False) -> tuple[str, tuple[str, ...]]:
    """The minutes of a file as Markdown, and what is to be said about it. Raises ``Refusal``.

    With ``is_rejected`` one with tracked changes reads as before them all, else as after them.
    """
    kind = note_formats.note_format_of(path.name)
    if kind is None or kind.how not in _WITH_MARKS:
        if note_formats.is_known(path.name) and kind is None:
            why = _by_another_name(path) or note_formats.why_not_readable(path.name)
            raise Refusal(f"{visible(str(path))}: {why}")
        text, problems = notes_text(path)
        if kind is None or kind.how == "text":
            if text.count("\n") > _MOST_LINES:
                raise Refusal(
                    f"{visible(str(path))}: There are more than {_MOST_LINES:,} lines in this. Divide it."
                )
            text = without_mark(text)
            is_marked = path.suffix.casefold() in _MARKDOWN_ENDINGS or is_markdown(text)
            return (_with_tables_of_html(text) if is_marked else spaced(plain_lines(text))), problems
        return spaced(text), problems
    try:
        form = "rejected" if is_rejected and kind.how in _WITH_CHANGES else "markdown"
        text, problems = read_in_subprocess(f"{kind.how}+{form}", read_bytes(path, kind.most))
    except UnreadableDocument as refused:
        raise Refusal(f"{visible(str(path))}: {_by_another_name(path, kind) or refused}") from refused
    return spaced(text), problems


def _with_tables_of_html(text: str) -> str:
    """Markdown in which tables that are written as HTML have bars."""
    found = list(_tables_of_html(text))
    if not 0 < len(found) <= _MOST_TABLES:
        return text
    page = f"<p>{_BETWEEN}</p>".join(span.of(text) for span in found)
    try:
        read = read_in_subprocess("html+markdown", page.encode())[0]
    except UnreadableDocument:
        return text
    tables = spaced(read).split(_BETWEEN)
    if len(tables) != len(found):
        return text
    told, at = "", 0
    for span, table in zip(found, tables, strict=True):
        told += f"{text[at : span.start]}\n{table.strip()}\n"
        at = span.end
    return told + text[at:]


def _tables_of_html(text: str) -> Iterator[Span]:
    """Where tables that are written as HTML stand: each is looked for once, from where the last ended."""
    at = 0
    while (begins := _TABLE_BEGINS.search(text, at)) and (ends := _TABLE_ENDS.search(text, begins.end())):
        yield Span(begins.start(), ends.end())
        at = ends.end()


def _by_another_name(path: Path, kind: note_formats.NoteFormat | None = None) -> str:
    """That a file which can't be read as its name says is of another kind; empty where it is none."""
    ending = true_ending(read_bytes(path, note_formats.NOTE_FORMATS["docx"].most))
    other = note_formats.note_format_of(f"x.{ending}")
    if other is None or (kind is not None and other.how == kind.how):
        return ""
    return f"This is {other.said}, whatever its name says. Give it a name that ends in .{ending}."


def spaced(lines: str) -> str:
    """Lines, one a paragraph, with blank lines where Markdown needs them, and rules below tables' heads."""
    return "".join(_with_blank_lines(lines.split("\n")))


def _with_blank_lines(lines: list[str]) -> Iterator[str]:
    said = [(line, is_apart) for line, is_apart in _with_gaps(lines) if line.strip()]
    for (before, _), (line, is_apart) in pairwise([("", False), *said]):
        is_row, was_row = bool(_ROW.match(line)), bool(_ROW.match(before)) and not is_apart
        goes_on = (is_row and was_row) or bool(_LIST_LINE.match(line) and _LIST_LINE.match(before))
        yield f"{line}\n" if goes_on or not before else f"\n{line}\n"
        if is_row and not was_row:
            yield f"|{'---|' * (len(_BAR.findall(line)) - 1)}\n"


def _with_gaps(lines: list[str]) -> Iterator[tuple[str, bool]]:
    """Each line, and whether one without words stands before it: where two tables meet."""
    return ((line, not before.strip()) for before, line in pairwise(["-", *lines]))
