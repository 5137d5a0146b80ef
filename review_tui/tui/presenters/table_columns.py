"""The columns of the tables of a text: how wide each wants to be, so that all rows of a table agree."""

import functools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from review_tui.model.passages import Passage, passages
from review_tui.model.rendered import shown_words
from review_tui.model.visible import visible

_WIDEST = 200
"""Cells; a column that wants more is as wide as it can be."""


class TableRow(NamedTuple):
    """One row of a table, as far as its table goes."""

    widths: tuple[int, ...]
    """Of the columns, in cells of the screen."""
    is_last: bool


@functools.lru_cache(maxsize=32)
def table_rows(text: str) -> dict[int, TableRow]:
    """For each passage of ``text`` that is a row of a table, by index: what its table says of it."""
    found: dict[int, TableRow] = {}
    for rows in _tables(passages(text)):
        cells = [_cells(text, row) for row in rows]
        count = max(map(len, cells))
        widths = tuple(max(len_of(row, n) for row in cells) for n in range(count))
        for row in rows:
            found[row.index] = TableRow(widths, is_last=row is rows[-1])
    return found


def len_of(cells: Sequence[str], number: int) -> int:
    """How wide a cell of a row is; 0 where the row has none."""
    return min(_WIDEST, cell_len(visible(cells[number][:_WIDEST]))) if number < len(cells) else 0


def _cells(text: str, row: Passage) -> list[str]:
    shown = shown_words(text, row)
    return [shown.map.text[start:end] for start, end in shown.cells]


def _tables(found: Sequence[Passage]) -> Iterator[list[Passage]]:
    """The rows of each table, the one that names its columns first."""
    rows: list[Passage] = []
    for passage in found:
        if rows and (passage.is_head or not passage.cells):
            yield rows
            rows = []
        if passage.cells:
            rows.append(passage)
    if rows:
        yield rows
