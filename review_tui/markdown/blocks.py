"""The blocks of a Markdown text, with their places: paragraphs, headings, rows of tables, lines of code.

The one module that knows markdown-it. It follows CommonMark with tables, except where minutes are written
otherwise: indented text is no code, and what looks like a link's definition may be a footnote.

Most minutes are plain lines and bullets. Those are told apart here, as markdown-it would (a test compares the
two), which is ten times as quick and does not load it. A text is taken apart in pieces that don't depend on
each other, and pieces are remembered: an amendment makes one of them new.
"""

import functools
import re
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from review_tui.markdown.html_marks import COMMENT, TAG

if TYPE_CHECKING:  # loaded for the first text that needs it: plain minutes don't
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

MAX_CHARACTERS = 1_000_000
MAX_LINES = 20_000
"""What is longer, without a place to part it, is taken a line at a time. It can't be amended either."""
KEPT_PIECES = 1 << 14
"""Pieces that are remembered: those of the longest meeting, its notes and a few versions of it."""


class BlockKind(Enum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ROW = "row"
    """One row of a table."""
    LINE = "line"
    """A line by itself: of code, or where the text is beyond what Markdown says."""


class Line(NamedTuple):
    """One line of a block. All are characters of the text."""

    begin: int
    """Where the line begins."""
    start: int
    """Where its words begin, after indentation, ``>`` and the marker of a list."""
    end: int
    """Where its words end."""
    stop: int
    """Where the line ends, without its line end."""


class Block(NamedTuple):
    """A block that has words and no other blocks within."""

    kind: BlockKind
    lines: tuple[Line, ...]
    cells: tuple[tuple[int, int], ...] = ()
    """Of a row: the words of each cell."""
    is_code: bool = False
    """Whether its characters are all meant as they stand."""
    is_head: bool = False
    """Whether it is the row that names the columns of a table."""
    level: int = 0
    """Of a heading of the text itself: 1 for the outermost. 0 for one in a quotation or in a list."""
    underline: Line | None = None
    """Of a heading: the line drawn beneath its words."""


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of ``text`` in order.

    Blank lines, rulers, fences, comments, front matter and the like belong to none. Lines end at LF or CRLF.
    """
    return tuple(
        _moved_block(block, begin)
        for begin, stop in pieces_of(text)
        for block in blocks_of_piece(text[begin:stop])
    )


_FRONT_MATTER = re.compile(r"\ufeff?(?:---|(\+{3}))[ \t]*\r?\n(?=[ \t]*[\w\"'#-]+[ \t]*[:=#\w])")
_LONGEST_FRONT_MATTER = 20_000
"""Characters within which front matter must be closed."""


def front_matter_end(text: str) -> int:
    """Where the front matter of ``text`` ends, with its closing line; 0 where there is none."""
    opening = _FRONT_MATTER.match(text)
    if opening is None:
        return 0
    mark = r"\+{3}" if opening[1] else r"(?:---|\.{3})"
    closing = re.compile(rf"^{mark}[ \t]*\r?$\n?", re.MULTILINE)
    found = closing.search(text, opening.end(), opening.end() + _LONGEST_FRONT_MATTER)
    if found is None:
        return 0
    said = text[opening.end() : found.start()]
    keys = re.compile(r"^[ \t]*(?:-|#|[\w\"'. -]+[ \t]*[:=]|\r?$)", re.MULTILINE)
    first = keys.match(said)
    return found.end() if first and "\n\n" not in said.replace("\r", "") else 0


# -- Pieces -------------------------------------------------------------------------------------------------

_NEXT_PIECE = re.compile(r"\n[ \t]*\r?\n(?=[^\s])")
"""A line without indentation after a blank line ends all that was open before it..."""
_MAY_SPAN_BLANK_LINES = re.compile(
    r"^[ \t>\d.)*+-]*(?:```|~~~|<(?:script|pre|style|textarea|\?|!(?!--[^\n]*-->)))",
    re.MULTILINE | re.IGNORECASE,
)
"""...except a fence, and HTML of the kinds that a blank line does not end."""
_HEADING_LINE = re.compile(r"^#{1,6}[ \t][^\n]*\n?", re.MULTILINE)
"""It ends all that was open before it, and is a block by itself..."""
_HTML_LINE = re.compile(r"^[ \t>\d.)*+-]*<(?!https?:)", re.MULTILINE)
"""...except in a piece of HTML."""


_MERGE_MARK = re.compile(r"^(?:[<>|]{7} [^\n]*|[<>]{7}\r?$|={7}\r?$(?=[^<]*^>{7} ))\n?", re.MULTILINE)
"""A line that git leaves where two versions did not go together. It quotes and underlines nothing."""


def pieces_of(text: str) -> tuple[tuple[int, int], ...]:
    """Stretches of ``text`` that have the same blocks by themselves as within it, but for front matter."""
    start = front_matter_end(text)
    cuts: list[int] = []
    if not _MAY_SPAN_BLANK_LINES.search(text, start):
        cuts = [cut.end() for cut in _NEXT_PIECE.finditer(text, start)]
        if not _HTML_LINE.search(text, start):
            cuts = sorted({*cuts, *(at for m in _HEADING_LINE.finditer(text, start) for at in m.span())})
    if _MERGE_MARK.search(text, start):
        cuts = sorted({*cuts, *(at for m in _MERGE_MARK.finditer(text, start) for at in m.span())})
    edges = [start, *cuts, len(text)]
    return tuple((a, b) for a, b in pairwise(edges) if a < b)


def _moved_block(block: Block, by: int) -> Block:
    return Block(
        block.kind,
        tuple(Line(a + by, b + by, c + by, d + by) for a, b, c, d in block.lines),
        tuple((a + by, b + by) for a, b in block.cells),
        block.is_code,
        block.is_head,
        block.level,
        None if block.underline is None else Line(*(at + by for at in block.underline)),
    )


@functools.lru_cache(maxsize=KEPT_PIECES)
def blocks_of_piece(piece: str) -> tuple[Block, ...]:
    """The blocks of one piece, with their places in it."""
    if len(piece) > MAX_CHARACTERS or piece.count("\n") > MAX_LINES:
        return tuple(_lines_alone(piece))
    if _MERGE_MARK.fullmatch(piece):
        return tuple(_lines_alone(piece))
    plain = _plain_blocks(piece)
    return _parsed_blocks(piece) if plain is None else plain


# -- Plain lines and bullets --------------------------------------------------------------------------------

_WORD_START = r"(?:[^\W\d_]|\*\*[^\s*]|[\"'(\u2018\u201c\u00a3$\u20ac]|\d(?!\d{0,8}[.)](?:\s|\Z)))"
_SIMPLE = re.compile(
    rf"(?P<heading>\#{{1,6}}[ \t])|(?P<marker>(?:[-*+]|(?P<number>\d{{1,3}})[.)]) {{1,4}})?{_WORD_START}"
)
"""A line that is a bullet, a number of a list, a heading or of a paragraph, whatever stands around it."""
_SET_IN = re.compile(rf" {{1,24}}{_WORD_START}")
"""A line that goes on with the paragraph or bullet that it stands directly under."""


def _plain_blocks(piece: str) -> tuple[Block, ...] | None:
    """The blocks of a piece that has only such lines; ``None`` where it has others."""
    found: list[Block] = []
    lines: list[Line] = []
    is_after_blank, is_in_list = True, False
    for begin, stop in _line_ends(piece):
        line = piece[begin:stop]
        if not line.strip():
            if line.strip(" \t\r"):  # a paragraph to Markdown, and blank to the eye
                return None
            is_after_blank = True
            continue
        match = _SIMPLE.match(piece, begin, stop)
        if match is None and lines and not is_after_blank and _SET_IN.match(piece, begin, stop):
            lines.append(_line(piece, begin, begin, stop))
            continue
        if match is None or (is_after_blank and found + lines):
            return None
        is_after_blank = False
        # Within a paragraph only a 1 begins a list: "the vote was\n7. The chair then" goes on.
        number = match["number"]
        is_item = bool(match["marker"]) and (number is None or not lines or is_in_list or int(number) == 1)
        if (match["heading"] or is_item) and lines:
            found.append(Block(BlockKind.PARAGRAPH, tuple(lines)))
            lines = []
        if match["heading"]:
            level = len(match["heading"]) - 1
            found.append(_heading(piece, (_line(piece, begin, match.end("heading"), stop),), level))
            is_in_list = False
            continue
        is_in_list = is_in_list or is_item
        start = match.end("marker") if is_item else begin
        lines.append(_line(piece, begin, start, stop))
    if lines:
        found.append(Block(BlockKind.PARAGRAPH, tuple(lines)))
    return tuple(found)


def _line_ends(text: str) -> Iterator[tuple[int, int]]:
    """Beginning and end of each line, without its line end."""
    start = 0
    while start < len(text):
        at = text.find("\n", start)
        stop = len(text) if at < 0 else at
        yield start, stop - 1 if stop > start and at >= 0 and text[stop - 1] == "\r" else stop
        start = stop + 1


def _line(text: str, begin: int, start: int, stop: int) -> Line:
    words = text[start:stop]
    left = start + len(words) - len(words.lstrip())
    return Line(begin, left, max(left, start + len(words.rstrip())), stop)


_CLOSING_MARKS = re.compile(r"\s+#+\Z")


def _heading(text: str, lines: tuple[Line, ...], level: int, underline: Line | None = None) -> Block:
    """A heading, without the number signs that may close it."""
    last = lines[-1]
    closing = _CLOSING_MARKS.search(text[last.start : last.end])
    if closing:
        lines = (*lines[:-1], last._replace(end=last.start + closing.start()))
    return Block(BlockKind.HEADING, lines, level=level, underline=underline)


def _lines_alone(text: str) -> Iterator[Block]:
    for begin, stop in _line_ends(text):
        line = _line(text, begin, begin, stop)
        if line.start < line.end:
            yield Block(BlockKind.LINE, (line,))


# -- All others: markdown-it --------------------------------------------------------------------------------


def _without_years(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks, those put together that a year at the beginning of a line had parted."""
    found: list[Block] = []
    for block in blocks:
        first, *rest = block.lines
        year = _YEAR.search(text, first.begin, first.start) if block.kind is BlockKind.PARAGRAPH else None
        if year is None:
            found.append(block)
            continue
        lines = (first._replace(start=year.start()), *rest)
        before = found[-1] if found else None
        if (
            before
            and before.kind is block.kind
            and not text[before.lines[-1].stop : first.begin].strip("\r\n")
        ):
            is_next = text.count("\n", before.lines[-1].stop, first.begin) == 1
            lines = (*found.pop().lines, *lines) if is_next else lines
        found.append(block._replace(lines=lines))
    return found


class _Record:
    """What the rules of markdown-it told of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = tuple(_line_ends(text))
        self.blocks: list[tuple[int, Block]] = []
        """Each with its first line."""
        self.known: set[int] = set()
        """Lines that a rule has spoken for."""

    def line(self, state: "StateBlock", number: int) -> Line:
        begin, stop = self.lines[number]
        start = state.bMarks[number] + state.tShift[number]
        return _line(self.text, begin, min(max(start, begin), stop), stop)

    def add(self, kind: BlockKind, first: int, lines: tuple[Line, ...]) -> None:
        self.blocks.append((first, Block(kind, lines)))

    def add_runs(self, first: int, lines: Sequence[Line | None]) -> None:
        """A paragraph of each run of ``lines``, which begin at ``first``; ``None`` stands between two."""
        run: list[Line] = []
        for number, line in enumerate((*lines, None), first):
            if line is not None:
                run.append(line)
            elif run:
                self.add(BlockKind.PARAGRAPH, number - len(run), tuple(run))
                run = []

    def all_blocks(self) -> tuple[Block, ...]:
        """In order, with the lines that no rule spoke for."""
        for number, (begin, stop) in enumerate(self.lines):
            line = _line(self.text, begin, begin, stop)
            if number not in self.known and line.start < line.end:
                self.blocks.append((number, Block(BlockKind.LINE, (line,))))
        self.blocks.sort(key=lambda each: each[0])
        return tuple(_without_years(self.text, [block for _, block in self.blocks]))


_YEAR = re.compile(r"\d{4,9}[.)]\s+\Z")
"""What Markdown takes for the number of a list, and minutes never number so far: ``2021. The report…``."""
_RECORD = "record"
_Rule = Callable[["StateBlock", int, int, bool], bool]
_Tell = Callable[[_Record, "StateBlock", int, int], None]


def _parsed_blocks(text: str) -> tuple[Block, ...]:
    # The library takes a lone CR and a mark of byte order for something else; one character each, as before.
    safe = re.sub(r"\r(?!\n)", " ", text)
    safe = f" {safe[1:]}" if safe.startswith("\ufeff") else safe
    record = _Record(text)
    parser = _parser()
    try:
        parser.block.parse(_with_lf(safe), parser, {_RECORD: record}, [])
    except (RecursionError, IndexError):
        return tuple(_lines_alone(text))
    return record.all_blocks()


def _with_lf(text: str) -> str:
    """The library knows LF alone; a CR before it counts as a blank, so every character keeps its place."""
    return text.replace("\r\n", " \n")


@functools.cache
def _parser() -> "MarkdownIt":
    """markdown-it with its rules of blocks, each of which also says where what it found stands."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 -- see above
    from markdown_it import rules_block as rules  # noqa: PLC0415 -- see above

    parser = MarkdownIt("commonmark").enable("table").disable(["code", "reference"])
    ruler = parser.block.ruler
    told: tuple[tuple[str, _Rule, _Tell], ...] = (
        ("table", rules.table, _tell_table),
        ("fence", rules.fence, _tell_fence),
        ("hr", rules.hr, _tell_ruler),
        ("html_block", rules.html_block, _tell_html),
        ("heading", rules.heading, _tell_heading),
        ("lheading", rules.lheading, _tell_underlined),
        ("paragraph", rules.paragraph, _tell_paragraph),
    )
    alt = {rule.name: rule.alt for rule in ruler.__rules__}
    for name, rule, tell in told:
        ruler.at(name, _telling_rule(rule, tell), {"alt": alt[name]})
    return parser


def _telling_rule(rule: _Rule, tell: _Tell) -> _Rule:
    """``rule``, which also tells where the block stands that it found."""

    def run(state: "StateBlock", start: int, end: int, silent: bool) -> bool:
        is_found = rule(state, start, end, silent)
        if is_found and not silent:
            record: _Record = state.env[_RECORD]
            stop = min(state.line, len(record.lines))
            record.known.update(range(start, stop))
            tell(record, state, start, stop)
        return is_found

    return run


def _tell_ruler(record: _Record, state: "StateBlock", start: int, stop: int) -> None:
    """A ruler has no words."""


def _tell_paragraph(record: _Record, state: "StateBlock", start: int, stop: int) -> None:
    """A paragraph, which ends where a line has only blanks that Markdown does not know for such."""
    lines = [record.line(state, number) for number in range(start, stop)]
    record.add_runs(start, [line if line.start < line.end else None for line in lines])


def _tell_heading(record: _Record, state: "StateBlock", start: int, stop: int) -> None:  # noqa: ARG001
    line = record.line(state, start)
    words = record.text[line.start : line.end]
    marks = len(words) - len(words.lstrip("#"))
    own = _line(record.text, line.begin, line.start + marks, line.stop)
    is_own = not state.level and state.sCount[start] < _SET_IN_AS_CODE
    record.blocks.append((start, _heading(record.text, (own,), marks if is_own else 0)))


def _tell_underlined(record: _Record, state: "StateBlock", start: int, stop: int) -> None:
    """A heading that is drawn a line beneath; a long paragraph with a ruler under it is none."""
    lines = tuple(record.line(state, n) for n in range(start, stop - 1))
    if sum(line.end - line.start for line in lines) > _LONGEST_TITLE:
        record.add(BlockKind.PARAGRAPH, start, lines)
        return
    drawn = record.line(state, stop - 1)
    is_ruler = record.text[drawn.start] == "-"
    # A ruler right below a few lines ends the head of minutes more often than it makes a heading of them.
    level = 0 if state.level or (is_ruler and lines[1:]) else 2 if is_ruler else 1
    record.blocks.append((start, _heading(record.text, lines, level, drawn)))


_SET_IN_AS_CODE = 4
"""Columns from which CommonMark takes a line for code: what is drawn there heads nothing."""
_LONGEST_TITLE = 160
"""Characters of a heading: two lines of a page."""


def _tell_fence(record: _Record, state: "StateBlock", start: int, stop: int) -> None:
    opening = record.text[slice(*record.line(state, start)[1:3])][:1]
    for number in range(start + 1, stop):
        line = record.line(state, number)
        words = record.text[line.start : line.end]
        if words and not (number == stop - 1 and not words.strip(opening)):
            record.blocks.append((number, Block(BlockKind.LINE, (line,), is_code=True)))


def _tell_html(record: _Record, state: "StateBlock", start: int, stop: int) -> None:
    """What can be read of HTML: its lines without those that only have tags or are within comments."""
    lines = [record.line(state, number) for number in range(start, stop)]
    whole = record.text[lines[0].begin : lines[-1].stop]
    hidden = [(m.start() + lines[0].begin, m.end() + lines[0].begin) for m in COMMENT.finditer(whole)]
    record.add_runs(start, [_visible(line, hidden, record.text) for line in lines])


def _visible(line: Line, hidden: list[tuple[int, int]], text: str) -> Line | None:
    """``line`` without the comments at its ends; ``None`` when nothing is in it but those and tags."""
    start, end = line.start, line.end
    for first, last in hidden:
        if first <= start < last:
            start = min(last, end)
        if first < end <= last:
            end = max(first, start)
    seen = _line(text, line.begin, start, end)._replace(stop=line.stop)
    return seen if TAG.sub("", text[seen.start : seen.end]).strip() else None


def _tell_table(record: _Record, state: "StateBlock", start: int, stop: int) -> None:
    for number in (start, *range(start + 2, stop)):
        line = record.line(state, number)
        cells = tuple(_cells(record.text, line))
        record.blocks.append((number, Block(BlockKind.ROW, (line,), cells, is_head=number == start)))


_BAR = re.compile(r"(?<!\\)\|")


def _cells(text: str, line: Line) -> Iterator[tuple[int, int]]:
    """The words of each cell of a row. A bar after a backslash is part of the words."""
    words = text[line.start : line.end]
    ends = [m.start() for m in _BAR.finditer(words)]
    has_first = bool(ends) and ends[0] == 0
    edges = [-1, *ends[has_first:], len(words)] if not has_first else [*ends, len(words)]
    for before, after in pairwise(edges):
        if after == len(words) and before == len(words) - 1:
            return  # after the closing bar
        cell = words[before + 1 : after]
        left = line.start + before + 1 + len(cell) - len(cell.lstrip())
        yield left, max(left, line.start + before + 1 + len(cell.rstrip()))
