"""Builds the text of a document: one line a paragraph, list entry or row of a table."""

import re
from dataclasses import dataclass, field

from review_tui.adapters.importers.errors import UnreadableDocument
from review_tui.adapters.importers.list_labels import as_entry

_MAX_CHARACTERS = 4_000_000
"""Characters of a document that is read."""
_ROW = 240
"""Characters up to which cells of several paragraphs still make one line."""
_BETWEEN_CELLS = " | "
_BETWEEN_LINES = " / "
_PLAIN, _BOLD, _ITALIC, _BOLD_ITALIC = "\ue000", "\ue001", "\ue002", "\ue003"
"""Each stands before words of its kind until a line is complete. No font shows them: no document has them."""
_SIGNS = {_PLAIN: "", _BOLD: "**", _ITALIC: "*", _BOLD_ITALIC: "***"}
_KIND = re.compile(f"[{_PLAIN}-{_BOLD_ITALIC}]")
_OPENS = re.compile(r"[(\[{\"'\u2018\u201c\u00ab\u00bf\u00a1]*")
_CLOSES = ".,;:!?)]}\"'\u2019\u201d\u00bb\u2013\u2014-"
"""Signs that go before, and behind, a mark which would be none if it touched both a sign and a letter."""
_MARKDOWN = re.compile(r"[\\*`]|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!])|~(?=~)")
"""What Markdown would take for more than it says."""
_BLANK = re.compile(r"[^\S ]")
_MARKER = re.compile(
    r"\*{0,2}(?:\d{1,4}(?:[./]\d{1,4}){0,3}[a-z]?[.)]?|(?:TOP|Item|\u00a7) ?\d{1,3}[.:]?)\*{0,2}"
)
"""What a cell says that gives the number of an item."""
_LINE_SIGN = re.compile(r"\A(?:#{1,6}(?=\s)|[>+](?=\s)|[=-]{2,}\Z)")
"""As above, at the beginning of a line."""


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


def escaped(words: str) -> str:
    """Words in which Markdown sees no marks."""
    return _MARKDOWN.sub(r"\\\g<0>", words)


def line_start_escaped(line: str) -> str:
    """A line whose beginning Markdown takes for no mark."""
    return _LINE_SIGN.sub(r"\\\g<0>", line)


def markdown_line(words: str, *, is_bold: bool = False) -> str:
    """A paragraph of plain words as a line of Markdown: an entry of a list where it begins as one."""
    line = escaped(words)
    entry = as_entry(line)
    if is_bold and not entry:
        return f"**{line}**"
    return entry or line_start_escaped(line)


class LineBuilder:
    """Takes a document's words as they come; ``text`` is what came of it.

    With ``is_markdown`` that is Markdown: bold words and tables are marked, and what would be taken for a
    mark by mistake is not. With ``keeps_blanks`` several blanks within a line stay several.
    """

    def __init__(self, *, is_markdown: bool = False, keeps_blanks: bool = False) -> None:
        self._is_markdown = is_markdown
        self._keeps_blanks = keeps_blanks
        self._is_bold = False
        self._is_italic = False
        self._done: list[str] = []
        self._run: list[str] = []
        self._mark = ""
        self._open: list[_Row | _Aside] = []
        self._waiting: list[str] = []
        self._letters = 0
        self._ended_at = 0
        """How many lines there were when the last table ended; 0 for none."""

    @property
    def text(self) -> str:
        """All lines; empty when there are none."""
        self.end()
        while self._open:
            self._close()
        return "".join(f"{line}\n" for line in self._done)

    def add_text(self, words: str) -> None:
        """Go on with the line."""
        self._letters += len(words)
        if self._letters > _MAX_CHARACTERS:
            raise UnreadableDocument(
                f"There are more than {_MAX_CHARACTERS // 1_000_000} million letters in this. Divide it."
            )
        if self._is_markdown:
            kind = (_PLAIN, _BOLD, _ITALIC, _BOLD_ITALIC)[self._is_bold + 2 * self._is_italic]
            words = kind + _KIND.sub("", words)
        self._run.append(words)

    def bold(self, *, is_on: bool) -> None:
        """Whether the words that come now are bold."""
        self._is_bold = is_on

    def italic(self, *, is_on: bool) -> None:
        """Whether the words that come now are in italics."""
        self._is_italic = is_on

    def mark(self, mark: str) -> None:
        """What the next line begins with, if there is one: ``- ``, ``2. ``, ``## ``."""
        self._mark = mark

    def mark_if_none(self, mark: str) -> None:
        """As ``mark``, for a line that has not begun, has no mark yet and stands in no table."""
        if not self._run and not self._mark and not self._open:
            self._mark = mark

    def end(self) -> None:
        """End the line. White space within becomes one blank; an empty line is none, and keeps its mark."""
        if not self._run and not self._waiting:
            return  # as most ends are, where a page is made of ends of lines
        line = self._plain_blanks("".join(self._run))
        self._run = []
        if self._is_markdown:
            line = self._with_marks(line)
        if line:
            self._current_pieces().append(self._mark + line)
            self._mark = ""
        if self._waiting:
            self._current_pieces().extend(self._waiting)
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
                laid = _markdown_row(row.cells) if self._is_markdown else _layout_row(row.cells)
                is_next = not self._open and self._ended_at == len(self._done) > 0
                if is_next and laid and laid[0].startswith("|") and self._done[-1].startswith("|"):
                    self._done.append("")
                self._current_pieces().extend(laid)

    def end_table(self) -> None:
        """The table is complete: in Markdown a line without words parts it from another right below."""
        self._ended_at = len(self._done) if self._is_markdown and not self._open else 0

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

    def _plain_blanks(self, line: str) -> str:
        return _BLANK.sub(" ", line).strip() if self._keeps_blanks else " ".join(line.split())

    def _with_marks(self, line: str) -> str:
        """A line with its bold words marked. A heading is bold by itself."""
        line = _MARKDOWN.sub(r"\\\g<0>", _without_repeats(line))
        is_heading = self._mark.startswith("#")
        line = _KIND.sub("", line) if is_heading else _with_emphasis(line)
        line = self._plain_blanks(line)
        if self._mark or is_heading:
            return line
        return as_entry(line) or line_start_escaped(line)

    def _close(self) -> None:
        """Close the row or the aside that is open last."""
        last = self._open[-1]
        if isinstance(last, _Row):
            self.end_row()
        else:
            self._open.pop()
            self._run, self._mark = last.run, last.mark
            self._waiting += last.lines

    def _current_pieces(self) -> list[str]:
        for around in reversed(self._open):
            if isinstance(around, _Aside):
                return around.lines
            if around.cells:
                return around.cells[-1].lines
        return self._done


def _without_repeats(line: str) -> str:
    """A line in which a kind stands only where it changes."""
    last = _PLAIN

    def changed(match: re.Match[str]) -> str:
        nonlocal last
        is_same, last = match[0] == last, match[0]
        return "" if is_same else match[0]

    return _KIND.sub(changed, line)


def _with_emphasis(line: str) -> str:
    """A line whose stretches have the signs of Markdown around them instead of their kinds before them."""
    stretches = _stretches(line)
    told = ""
    for place, (kind, words) in enumerate(stretches):
        inner = words.strip()
        sign = _SIGNS[kind] if any(c.isalnum() for c in inner) else ""
        next_kind, next_words = stretches[place + 1] if place + 1 < len(stretches) else (_PLAIN, "")
        touches_before = told[-1:] if words[:1] == inner[:1] else ""
        touches_behind = next_words[:1] if words[-1:] == inner[-1:] else ""
        if touches_before == "*":
            sign = ""  # two kinds of emphasis that touch each other would be read as one
        begin, end = 0, len(inner)
        if sign and touches_before.isalnum() and (opens := _OPENS.match(inner)):
            begin = opens.end()
        if sign and (touches_behind.isalnum() or (touches_behind and next_kind != _PLAIN)):
            end = begin + len(inner[begin:].rstrip(_CLOSES))
        start = words.index(inner)
        core = f"{inner[:begin]}{sign}{inner[begin:end]}{sign}{inner[end:]}"
        told += words[:start] + core + words[start + len(inner) :]
    return told


def _stretches(line: str) -> list[tuple[str, str]]:
    """The stretches of a line, each with its kind. Room behind words is of their kind."""
    found: list[tuple[str, str]] = []
    for piece in re.split(f"(?={_KIND.pattern})", line):
        kind, words = (piece[0], piece[1:]) if _KIND.match(piece) else (_PLAIN, piece)
        if found and (kind == found[-1][0] or not words.strip()):
            found[-1] = (found[-1][0], found[-1][1] + words)
        elif words:
            found.append((kind, words))
    return found


def _markdown_row(cells: list[_Cell]) -> list[str]:
    """One row of a table in Markdown; several lines where a table is only there to set the page."""
    filled = [cell for cell in cells if cell.lines]
    if any(cell.holds_table for cell in cells) or (len(filled) == 1 and len(filled[0].lines) > 1):
        return [line for cell in filled for line in cell.lines]
    if len(cells) == 1:
        return cells[0].lines
    if len(filled) > 1 and _MARKER.fullmatch(" ".join(cells[0].lines)) and len(cells[1].lines) > 1:
        # Minutes set in a table: the number of the item, its words, and who is to do something.
        first, *rest = cells[1].lines
        others = [" / ".join(cell.lines) for cell in cells[2:] if cell.lines]
        return [f"{cells[0].lines[0]} {first}", *rest, *others]
    inner = (_BETWEEN_LINES.join(cell.lines).replace("|", "\\|") for cell in cells)
    return [f"| {' | '.join(inner)} |"] if filled else []


def _layout_row(cells: list[_Cell]) -> list[str]:
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
