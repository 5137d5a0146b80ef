"""Builds the text of a document: one line a paragraph, list entry or row of a table."""

from dataclasses import dataclass, field

from review_tui.formats.refused import NotRead

_MOST = 4_000_000
_ROW = 240
"""Characters up to which cells of several paragraphs still make one line."""
_BETWEEN_CELLS = " | "
_BETWEEN_LINES = " / "


@dataclass(slots=True)
class _Cell:
    lines: list[str] = field(default_factory=list)
    holds_table: bool = False


@dataclass(slots=True)
class _Row:
    cells: list[_Cell] = field(default_factory=list)


@dataclass(slots=True)
class _Aside:
    run: list[str]
    """The line that it interrupts."""
    mark: str
    lines: list[str] = field(default_factory=list)


class Lines:
    """Takes a document's words as they come; ``text`` is what came of it."""

    def __init__(self) -> None:
        self._done: list[str] = []
        self._run: list[str] = []
        self._mark = ""
        self._open: list[_Row | _Aside] = []
        self._waiting: list[str] = []
        self._letters = 0

    @property
    def text(self) -> str:
        """All lines; empty when there are none."""
        self.end()
        while self._open:
            self._close()
        return "".join(f"{line}\n" for line in self._done)

    def say(self, words: str) -> None:
        """Go on with the line."""
        self._letters += len(words)
        if self._letters > _MOST:
            raise NotRead(f"There are more than {_MOST // 1_000_000} million letters in this. Divide it.")
        self._run.append(words)

    def mark(self, mark: str) -> None:
        """What the next line begins with, if there is one: ``- ``, ``2. ``, ``## ``."""
        self._mark = mark

    def end(self) -> None:
        """End the line. White space within becomes one blank; an empty line is none, and keeps its mark."""
        line = " ".join("".join(self._run).split())
        self._run = []
        if line:
            self._sink().append(self._mark + line)
            self._mark = ""
        if self._waiting:
            self._sink().extend(self._waiting)
            self._waiting = []

    def begin_row(self) -> None:
        """A row of a table begins, in a cell of another table perhaps."""
        self.end()
        self._mark = ""
        around = self._open[-1] if self._open else None
        if isinstance(around, _Row) and around.cells:
            around.cells[-1].holds_table = True
        self._open.append(_Row())

    def begin_cell(self) -> None:
        """The next cell of the row begins."""
        self.end()
        self._mark = ""
        if self._open and isinstance(self._open[-1], _Row):
            self._open[-1].cells.append(_Cell())

    def end_row(self, *, keep: bool = True) -> None:
        """The row is complete. A row that is not to be kept is left out."""
        self.end()
        self._mark = ""
        if self._open and isinstance(self._open[-1], _Row):
            row = self._open.pop()
            if keep and isinstance(row, _Row):
                self._sink().extend(_lines_of(row.cells))

    def begin_aside(self) -> None:
        """What comes now stands beside the text (a text box): it follows the line that it interrupts."""
        self._open.append(_Aside(self._run, self._mark))
        self._run, self._mark = [], ""

    def end_aside(self) -> None:
        """Back to the text."""
        self.end()
        while self._open and isinstance(self._open[-1], _Row):
            self.end_row()
        if self._open:
            self._close()

    def _close(self) -> None:
        """Close the row or the aside that is open last."""
        last = self._open[-1]
        if isinstance(last, _Row):
            self.end_row()
        else:
            self._open.pop()
            self._run, self._mark = last.run, last.mark
            self._waiting += last.lines

    def _sink(self) -> list[str]:
        for around in reversed(self._open):
            if isinstance(around, _Aside):
                return around.lines
            if around.cells:
                return around.cells[-1].lines
        return self._done


def _lines_of(cells: list[_Cell]) -> list[str]:
    """One line for a row; several where a cell holds paragraphs that would make it too long to read."""
    filled = [cell for cell in cells if cell.lines]
    single = _BETWEEN_CELLS.join(_BETWEEN_LINES.join(cell.lines) for cell in cells).strip(" |")
    are_short = len(single) <= _ROW and not any(cell.holds_table for cell in cells)
    if len(filled) == 1 and len(filled[0].lines) > 1 and len(single) > _ROW:
        are_short = False
    if are_short or all(len(cell.lines) <= 1 for cell in cells):
        return [single] if single.strip(" |") else []
    lines: list[str] = []
    run: list[str] = []
    for cell in filled:
        if len(cell.lines) == 1:
            run += cell.lines
            continue
        lines += [_BETWEEN_CELLS.join(run)] if run else []
        lines += cell.lines
        run = []
    return [*lines, *([_BETWEEN_CELLS.join(run)] if run else [])]
