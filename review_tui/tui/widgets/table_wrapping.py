"""One row of a table, its cells wrapped beside each other. Pure; nothing here draws."""

from collections.abc import Sequence

from review_tui.tui.widgets.wrapping import Wrapping, longest

BETWEEN = " \u2502 "
"""Stands between two columns."""
_NARROWEST = 4
"""Cells of a column below which words can't be read any more."""


def fitted(widths: Sequence[int], width: int) -> tuple[int, ...]:
    """The widths of columns as they fit into ``width`` cells; none where there are too many columns.

    Columns narrower than their share keep their width, the others share what is left.
    """
    room = width - len(BETWEEN) * (len(widths) - 1)
    if room < _NARROWEST * len(widths):
        return ()
    found = dict(enumerate(max(1, each) for each in widths))
    wide = sorted(found, key=lambda n: found[n])
    for place, number in enumerate(wide):
        share = room // (len(wide) - place)
        found[number] = min(found[number], share)
        room -= found[number]
    return tuple(found[number] for number in range(len(widths)))


class TableWrapping(Wrapping):
    """The rows on the screen that one row of a table takes up."""

    def __init__(self, text: str, cells: Sequence[tuple[int, int]], widths: Sequence[int]) -> None:
        """``cells`` are characters of ``text``; a column for each of ``widths``."""
        super().__init__(text, sum(widths) + len(BETWEEN) * (len(widths) - 1))
        self.widths = tuple(widths)
        ends = [*cells, *[(len(text), len(text))] * len(widths)][: len(widths)]
        self._columns = [
            (start, Wrapping(text[start:end], w)) for (start, end), w in zip(ends, widths, strict=True)
        ]

    def slices(self, row: int) -> tuple[tuple[int, int], ...]:
        """The characters that each column shows on a row, without blanks at their end."""
        found = []
        for start, wrapped in self._columns:
            if not wrapped.reaches(row):
                found.append((start, start))
                continue
            first, last = wrapped.row(row)
            seen = wrapped.text[first : min(last, first + longest(wrapped.width))].rstrip(" ")
            found.append((start + first, start + first + len(seen)))
        return tuple(found)

    def reaches(self, row: int) -> bool:
        """Whether any column has a row of this number."""
        return row == 0 or any(wrapped.reaches(row) for _, wrapped in self._columns)

    def row(self, row: int) -> tuple[int, int]:
        """The characters of the first column that has such a row."""
        shown = [cell for cell in self.slices(row) if cell[0] < cell[1]]
        return shown[0] if shown else (0, 0)

    def count(self) -> int:
        """How many rows there are."""
        return max(wrapped.count() for _, wrapped in self._columns)

    def row_of(self, offset: int) -> int:
        """The row that character ``offset`` stands in."""
        column = next((c for c in reversed(self._columns) if c[0] <= offset), self._columns[0])
        return column[1].row_of(max(0, offset - column[0]))

    def column_at(self, cell: int) -> tuple[int, int]:
        """The column that is drawn at a cell of a row, and where it begins."""
        at = 0
        for number, width in enumerate(self.widths):
            if cell < at + width + len(BETWEEN) - 1 or number == len(self.widths) - 1:
                return number, at
            at += width + len(BETWEEN)
        return 0, 0
