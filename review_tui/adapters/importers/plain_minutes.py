"""Minutes in plain text as Markdown: bullets and columns told, broken lines put together."""

import re
from collections.abc import Iterator, Sequence

from review_tui.adapters.importers.line_builder import line_start_escaped
from review_tui.adapters.importers.list_labels import INDENT, as_entry
from review_tui.language.wrapped_lines import unwrapped

_MARKDOWN = re.compile(r"^(?:#{1,6} \S|\*\*\S.{0,200}\*\*|\|.{1,400}\|$|- \S|\* \S|> \S|---$)", re.MULTILINE)
"""Lines that only Markdown has. A bullet may be a hyphen in any text, so one sign alone says little."""
_LEAST_SIGNS = 2
"""Kinds of them."""
_COLUMNS = re.compile(r"\t{1,9}| {3,80}")
"""What stands between the cells of a table in plain text."""
_LEAST_ROWS = 2
"""Rows, and cells in each, that make a table."""
_NUMBER = re.compile(r"(?:\(?\w{1,4}[.)]|\d{1,3}(?:[./]\d{1,4}){0,3}\.?)\Z")
_STEP = 4
"""Blanks by which an entry within another is set in."""
_DEEPEST = 4
"""Steps."""


def is_markdown(text: str) -> bool:
    """Whether a text has the marks of Markdown, whatever its name says."""
    kinds = {match[0][:2].strip() for match in _MARKDOWN.finditer(text)}
    return bool(kinds & {"#", "##", "**"}) or len(kinds) >= _LEAST_SIGNS


def plain_lines(text: str) -> str:
    """The lines of a plain text, one a paragraph, entry or row; blank ones are gone."""
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    return "\n".join(_told(_with_tables(unwrapped(lines))))


def _with_tables(lines: Sequence[str]) -> list[str]:
    """Lines whose neighbours have as many columns, as rows of a table."""
    cells = [_cells(line) for line in lines]
    told = []
    for place, (line, row) in enumerate(zip(lines, cells, strict=True)):
        beside = [cells[n] for n in (place - 1, place + 1) if 0 <= n < len(lines)]
        is_row = len(row) >= _LEAST_ROWS and any(len(each) == len(row) for each in beside)
        told.append(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" if is_row else line)
    return told


def _cells(line: str) -> list[str]:
    found = [cell.strip() for cell in _COLUMNS.split(line.strip())]
    return [] if len(found) < _LEAST_ROWS or _NUMBER.match(found[0]) or as_entry(line.strip()) else found


def _told(lines: Sequence[str]) -> Iterator[str]:
    """Bullets as entries, each as far in as it stands below the first; no line is set in otherwise."""
    first: int | None = None
    for line in lines:
        bare = line.strip()
        if not bare:
            continue
        entry = as_entry(bare) or (f"- {bare[2:].lstrip()}" if bare.startswith("- ") else "")
        if not entry:
            first = None
            yield bare if bare.startswith("|") else line_start_escaped(bare)
            continue
        depth = len(line.expandtabs(_STEP)) - len(line.expandtabs(_STEP).lstrip())
        first = depth if first is None else min(first, depth)
        yield INDENT * min(_DEEPEST, (depth - first) // _STEP) + entry
