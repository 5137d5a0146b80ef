"""What the places of words on printed pages tell: tables, columns, and what stands on every page.

A PDF knows no tables. Words of one line with more room between them than a blank are cells; lines below one
another whose cells keep to the same columns are rows.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import mean, median

from review_tui.adapters.importers.line_builder import escaped, markdown_line
from review_tui.adapters.importers.pdf_lines import PdfLine, PdfPiece, clean_words, weighted_paragraphs
from review_tui.model.frozen import frozen

_MARKER = re.compile(
    r"(?:\(?\w{1,4}[.)]|\d{1,4}(?:[./]\d{1,4}){0,3}\.?|[^\w\s]|(?:TOP|Item|Punkt|\u00a7)\s?\d{1,3}[.:]?)\Z"
)
"""What stands before the words of an item or an entry, in a column of its own perhaps."""
_ALIGNED = 4.0
"""Points by which cells of a column may begin apart."""
_FARTHEST = 3.2
"""Line spacing in letter heights within a table."""
_WRAPPED = 1.5
"""Line spacing in letter heights within a cell."""
_FULL = 0.82
"""The share of its column that a line must reach for the next to go on with it."""
_LEAST_ROWS = 2
"""Rows, and columns, of a table."""
_PROSE_LINES, _PROSE_WORDS = 6, 4
"""Lines, and words of each half of a line, from which two columns are no table but text."""
_NARROWEST = 0.3
"""The share of the page's text that each column of text has."""
_EDGE_LINES = 3
"""Lines at the top and foot of a page that may stand on every page."""
_SAME_PLACE = 4.0
"""Points by which they may stand apart from one page to another."""
_LARGE = 1.15
"""How much larger than usual letters are that head something."""
_GOES_ON = re.compile(r"[\w,;\u2013-]\Z")
"""How a line ends that is no end of a sentence."""
BAR = "\\|"
"""A bar in a cell."""
_COUNTED = re.compile(
    r"\A\d{1,4}(?=\s|\Z)"
    r"|(?<![\d.])\d{1,4}(?=(?:\s{0,2}(?:/|of|von|sur|de|di|van|av|af|o|z)\s{0,2}\d{1,4})?"
    r"\W{0,3}\Z)",
    re.IGNORECASE,
)
"""A number that may be that of the page: at the beginning or end of its line."""
_PAGE_NUMBER = re.compile(
    r"\W{0,3}(?:page|p\.|seite|p\u00e1gina|pagina|pag\.|tudalen|sida|side|sivu|strona|s\.)?\s{0,2}\d{1,4}"
    r"(?:\s{0,2}(?:/|of|von|sur|de|di|van|av|af|o|z)\s{0,2}\d{1,4})?\W{0,3}\Z",
    re.IGNORECASE,
)


@frozen
class PdfTable:
    """Rows of cells."""

    rows: tuple[tuple[str, ...], ...]


def without_edges(pages: Sequence[Sequence[PdfLine]]) -> tuple[list[list[PdfLine]], list[str]]:
    """The lines of each page without those that stand on most pages, and these."""
    places: Counter[tuple[str, int]] = Counter()
    for number, lines in enumerate(pages):
        places.update({key for line in _edge_lines(lines) for key in _keys(line, number)})
    least = max(_LEAST_ROWS, (len(pages) + 1) // 2)
    kept: list[list[PdfLine]] = []
    left_out: list[str] = []
    for number, lines in enumerate(pages):
        edges = {
            id(line)
            for line in _edge_lines(lines)
            if any(places[key] >= least for key in _keys(line, number))
        }
        edges |= {id(line) for line in _edge_lines(lines, 1) if _PAGE_NUMBER.match(line.words)}
        if len(pages) == 1 and len(edges) == len(lines):
            edges = set()
        kept.append([line for line in lines if id(line) not in edges])
        left_out += [line.words for line in lines if id(line) in edges]
    return kept, left_out


def _keys(line: PdfLine, page: int) -> Iterator[tuple[str, int]]:
    """What a line says in the places that count as where it stands; its page number as on the first page."""
    words = " ".join(line.words.split())
    said = _COUNTED.sub(lambda match: str(int(match[0]) - page), words)
    step = round(line.base / _SAME_PLACE)
    yield from ((said, place) for place in (step, step + 1))


def markdown_lines(pages: Sequence[Sequence[PdfLine]]) -> Iterator[str]:
    """The lines of a document in Markdown. A sentence that a page ends may go on on the next."""
    usual = median([line.size for lines in pages for line in lines] or [0.0])
    held: str | None = None
    for lines in pages:
        marked = [
            replace(line, is_bold=True) if line.size > _LARGE * usual and usual else line for line in lines
        ]
        for number, line in enumerate(_page_lines(marked)):
            if number == 0 and held and _GOES_ON.search(held) and line[:1].islower():
                held = f"{held} {line}"
                continue
            if held is not None:
                yield held
            held = line
    if held is not None:
        yield held


def _page_lines(lines: Sequence[PdfLine]) -> Iterator[str]:
    for block in blocks(lines):
        if isinstance(block, PdfTable):
            yield ""
            for row in block.rows:
                yield f"| {' | '.join(escaped(cell).replace('|', BAR) for cell in row)} |"
        else:
            yield from (markdown_line(words, is_bold=bold) for words, bold in weighted_paragraphs(block))


def _edge_lines(lines: Sequence[PdfLine], most: int = _EDGE_LINES) -> list[PdfLine]:
    """The lines at the top and at the foot of a page."""
    heights = sorted({round(line.base) for line in lines})
    edges = {*heights[:most], *heights[-most:]}
    return [line for line in lines if round(line.base) in edges]


def blocks(lines: Sequence[PdfLine]) -> Iterator[PdfTable | tuple[PdfLine, ...]]:
    """The tables of a page, and the lines between them; columns of text one after the other."""
    text: list[PdfLine] = []
    at = 0
    while at < len(lines):
        rows = _run_of_rows(lines, at)
        end = at + len(rows)
        run = lines[at:end]
        found = _columns_of_text(run, rows, lines) or _table(run, rows)
        if found is None:
            text.append(lines[at])
            at += 1
            continue
        if text:
            yield tuple(text)
            text = []
        if isinstance(found, PdfTable):
            yield found
        else:
            yield from found
        at = end
    if text:
        yield tuple(text)


def _cells(line: PdfLine, lefts: Sequence[float] = ()) -> tuple[PdfPiece, ...]:
    """The pieces of a line; one where the first is only the marker of the rest.

    It is a cell nevertheless where what follows stands in a column, one of ``lefts``.
    """
    is_marked = len(line.pieces) == _LEAST_ROWS and _MARKER.match(line.pieces[0].words.strip())
    if is_marked and not any(abs(line.pieces[1].left - left) <= _ALIGNED for left in lefts):
        return (PdfPiece(line.words, line.left, line.right),)
    return line.pieces


def _run_of_rows(lines: Sequence[PdfLine], start: int) -> list[tuple[PdfPiece, ...]]:
    """The cells of the lines from ``start`` on that may be rows of one table; none where none begins."""
    if len(_cells(lines[start])) < _LEAST_ROWS:
        return []
    rows: list[tuple[PdfPiece, ...]] = []
    lefts: list[float] = []
    for at in range(start, len(lines)):
        line = lines[at]
        if at > start and not 0 < lines[at - 1].base - line.base <= _FARTHEST * max(line.size, 1.0):
            break
        cells = _cells(line, lefts)
        if len(cells) >= _LEAST_ROWS:
            lefts += [cell.left for cell in cells[1:]]
        elif not any(abs(line.left - left) <= _ALIGNED for left in lefts):
            break
        rows.append(cells)
    return rows


def _intervals(rows: Sequence[Sequence[PdfPiece]]) -> list[tuple[float, float]]:
    """The columns: stretches from the left to the right in which cells stand, and none beside them."""
    found: list[tuple[float, float]] = []
    for cell in sorted((cell for row in rows for cell in row), key=lambda cell: cell.left):
        if found and cell.left <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], cell.right))
        else:
            found.append((cell.left, cell.right))
    return found


def _columns_of_text(
    run: Sequence[PdfLine], rows: Sequence[tuple[PdfPiece, ...]], page: Sequence[PdfLine]
) -> tuple[tuple[PdfLine, ...], tuple[PdfLine, ...]] | None:
    """The two columns of a page that is drawn line by line across them."""
    columns = _intervals(rows)
    if len(columns) != _LEAST_ROWS or len(run) < _PROSE_LINES:
        return None
    halves: list[list[PdfLine]] = [[], []]
    for line, row in zip(run, rows, strict=True):
        for cell in row:
            which = int(cell.left >= columns[1][0] - _ALIGNED)
            piece = (PdfPiece(cell.words, cell.left, cell.right),)
            halves[which].append(PdfLine(cell.words, cell.left, cell.right, line.base, line.size, piece))
    width = max(line.right for line in page) - min(line.left for line in page)
    for half, (left, right) in zip(halves, columns, strict=True):
        words = mean(len(line.words.split()) for line in half)
        if words < _PROSE_WORDS or right - left < _NARROWEST * width or len(half) < _PROSE_LINES:
            return None
    full = [line for half, c in zip(halves, columns, strict=True) for line in half if _fills(line, c)]
    return (tuple(halves[0]), tuple(halves[1])) if 2 * len(full) > sum(map(len, halves)) else None


def _fills(cell: PdfLine | PdfPiece, column: tuple[float, float]) -> bool:
    return cell.right - column[0] >= _FULL * (column[1] - column[0])


def _table(run: Sequence[PdfLine], rows: Sequence[tuple[PdfPiece, ...]]) -> PdfTable | None:
    """The table that these lines are; ``None`` where they are none."""
    full = [row for row in rows if len(row) >= _LEAST_ROWS]
    columns = _intervals(rows)
    if len(full) < _LEAST_ROWS or len(columns) < _LEAST_ROWS:
        return None
    gap = median([a.base - b.base for a, b in pairwise(run)])
    cells: list[list[str]] = []
    last: dict[int, PdfPiece] = {}
    for number, row in enumerate(rows):
        placed = {_column_of(cell, columns): cell for cell in row}
        if len(placed) < len(row):
            return None
        step = run[number - 1].base - run[number].base if number else 0.0
        if cells and 0 not in placed and _goes_on(placed, last, columns, step, gap, run[number].size):
            for place, cell in placed.items():
                before = last.get(place)
                is_near = step <= _WRAPPED * run[number].size
                is_wrapped = before is not None and is_near and _is_wrapped(before, cell, columns[place])
                between = " " if is_wrapped else " / " if cells[-1][place] else ""
                cells[-1][place] += between + clean_words(cell.words)
        else:
            cells.append([clean_words(placed[n].words) if n in placed else "" for n in range(len(columns))])
            last = {}
        last |= placed
    return PdfTable(tuple(map(tuple, cells))) if len(cells) >= _LEAST_ROWS or len(columns) > 1 else None


def _column_of(cell: PdfPiece, columns: Sequence[tuple[float, float]]) -> int:
    return next(n for n, (left, right) in enumerate(columns) if left <= cell.left <= right)


def _goes_on(
    placed: dict[int, PdfPiece],
    last: dict[int, PdfPiece],
    columns: Sequence[tuple[float, float]],
    step: float,
    gap: float,
    size: float,
) -> bool:
    """Whether a line without a first cell belongs to the row above."""
    if len(placed) == 1 or (step < gap and step <= _WRAPPED * size):
        return True
    return all(n in last and _is_wrapped(last[n], cell, columns[n]) for n, cell in placed.items())


def _is_wrapped(before: PdfPiece, cell: PdfPiece, column: tuple[float, float]) -> bool:
    """Whether the words of a cell go on from one line to the next."""
    return cell.words[:1].islower() or before.words.rstrip()[-1:] in ",;&-/(" or _fills(before, column)
