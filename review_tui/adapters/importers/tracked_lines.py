"""The lines of a document with what came and went in them, of whatever format: for ``tracked_document``."""

from dataclasses import dataclass, field

_BETWEEN_CELLS, _BETWEEN_LINES = " | ", " / "
TrackedWords = tuple[str, int | None, int | None]
"""Words, the change that brought them, and the one that took them out."""


@dataclass(slots=True)
class TrackedLine:
    """A paragraph, or a row of a table."""

    pieces: list[TrackedWords] = field(default_factory=list)
    mark: str = ""
    is_row: bool = False
    came: int | None = None
    went: int | None = None
    bookmarks: list[str] = field(default_factory=list)
    length: int = 0
    moved_to: "tuple[TrackedLine, int] | None" = None
    """The row that its words became part of, and where they begin in it."""

    def add(self, words: str, came: int | None, went: int | None) -> None:
        """Go on with the line."""
        self.length += len(words)
        if self.pieces and self.pieces[-1][1:] == (came, went):
            words = self.pieces.pop()[0] + words
        self.pieces.append((words, came, went))

    def as_json(self) -> dict[str, object]:
        """The line as ``tracked_document`` reads it."""
        return {
            "pieces": self.pieces,
            "mark": self.mark,
            "row": self.is_row,
            "end": [self.came, self.went],
            "bookmarks": self.bookmarks,
        }


@dataclass(slots=True)
class TrackedRow:
    """A row of a table: the lines of each cell."""

    cells: list[list[TrackedLine]] = field(default_factory=list)
    came: int | None = None
    went: int | None = None
    holds_table: bool = False

    def lines(self) -> list[TrackedLine]:
        """The row as one line; as those of its cells where the table only sets the page."""
        filled = [cell for cell in self.cells if any(line.pieces for line in cell)]
        is_layout = self.holds_table or len(self.cells) == 1 or (len(filled) == 1 and len(filled[0]) > 1)
        lines = [line for cell in filled for line in cell] if is_layout else [self._row_line()]
        if self.came is not None or self.went is not None:
            for line in lines:
                line.came, line.went = self.came, self.went
        return lines

    def _row_line(self) -> TrackedLine:
        """One line, with bars between the cells."""
        whole = TrackedLine(is_row=True)
        for place, cell in enumerate(self.cells):
            if place:
                whole.add(_BETWEEN_CELLS, self.came, self.went)
            for at, line in enumerate(cell):
                if at and line.pieces:
                    whole.add(_BETWEEN_LINES, self.came, self.went)
                line.moved_to = (whole, whole.length)
                whole.bookmarks += line.bookmarks
                for piece in line.pieces:
                    whole.add(*piece)
        return whole


CommentEdge = tuple[TrackedLine, int]
"""A place between two characters of a line."""


class Places:
    """Looks up where edges of comments stand among all lines of a document."""

    def __init__(self, lines: list[TrackedLine]) -> None:
        self._numbers = {id(line): number for number, line in enumerate(lines)}

    def of(self, edge: CommentEdge | None) -> list[int] | None:
        """The number of its line, and how many characters into it; ``None`` where it is lost."""
        while edge and edge[0].moved_to:
            into, begins = edge[0].moved_to
            edge = (into, begins + edge[1])
        number = self._numbers.get(id(edge[0])) if edge else None
        return None if edge is None or number is None else [number, edge[1]]
