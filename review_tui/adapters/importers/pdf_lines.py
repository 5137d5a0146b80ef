"""Lines of a printed page put together again into paragraphs, where that is safe."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median_low

from review_tui.model.frozen import frozen

_BULLETS = "-–—*•·●▪◦○■□‣\u2043➢➤\uf0a7\uf0b7\uf0d8o"
_MARKER = re.compile(
    rf"(?:[{re.escape(_BULLETS)}]|\(?(?:\d{{1,3}}|[a-zA-Z]|[ivxlIVXL]{{1,5}})[.)]|\d{{1,3}}(?:\.\d{{1,3}}){{1,4}}\.?)\s+\S"
)
_SOFT_HYPHENS = "\u00ad\u0002\ufffe"
"""How PDFium and PDFs mark a hyphen that only the line's end made."""
_LIGATURES = str.maketrans(
    {
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
    }
)
_DROPPED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_SIZE_TOLERANCE = 0.06
"""The share by which the letters of two lines of one paragraph may differ in size."""
_SPACED = 1.35
"""How much further than usual a line may stand below the one before to belong to its paragraph."""
_WIDEST = 2.0
"""Line spacing in letter heights beyond which lines are never one paragraph."""
_WIDE, _NORMAL = 1.6, 1.25
"""Line spacing in letter heights: what only stands between paragraphs, and what stands within one."""
_SHORT = 0.82
"""The share of the column's width that a line must reach for the next to go on with its sentence."""
_INDENT = 3.0
"""Points by which a line may be further in or out than the one before."""
_HYPHEN = "\x1e"
"""Stands for a line's end within a word until the whole document is known."""
_BROKEN_WORD = re.compile(rf"(\w{{1,60}}){_HYPHEN}(\w{{1,60}})")
_HYPHENED = re.compile(r"\b\w{1,60}-\w{1,60}\b")


@frozen
class PdfPiece:
    """Words of a line with more room around them than a blank."""

    words: str
    left: float
    right: float


@frozen
class PdfLine:
    """One line as it is printed. Measures are in points, from the page's lower left corner."""

    words: str
    left: float
    right: float
    base: float
    """Where its letters stand."""
    size: float
    """Of its letters."""
    pieces: tuple[PdfPiece, ...] = ()
    is_bold: bool = False


def paragraphs(lines: Sequence[PdfLine]) -> Iterator[str]:
    """The paragraphs of a page, a hyphen at a line's end still marked for ``resolve_hyphens``."""
    return (words for words, _ in weighted_paragraphs(lines))


def weighted_paragraphs(lines: Sequence[PdfLine]) -> Iterator[tuple[str, bool]]:
    """As ``paragraphs``, each with whether it is bold."""
    if not lines:
        return
    pitch = _line_pitch(lines)
    widths = [line.right for line in lines]
    edge = max(widths)
    run = _clean_letters(lines[0].words)
    is_entry = bool(_MARKER.match(lines[0].words))
    for before, line in pairwise(lines):
        words = _clean_letters(line.words)
        if _continues(before, line, pitch, edge, is_entry=is_entry):
            run = _join(run, words)
        else:
            yield _tidy_paragraph(run), before.is_bold
            run = words
            is_entry = bool(_MARKER.match(line.words))
    yield _tidy_paragraph(run), lines[-1].is_bold


def resolve_hyphens(text: str) -> str:
    """``text`` with words put together that a line's end had divided.

    The hyphen stays where the document writes the word with one elsewhere ("well-known").
    """
    if _HYPHEN not in text:
        return text
    known = {word.casefold() for word in _HYPHENED.findall(text)}

    def whole(match: re.Match[str]) -> str:
        hyphened = f"{match[1]}-{match[2]}"
        return hyphened if hyphened.casefold() in known else match[1] + match[2]

    return _BROKEN_WORD.sub(whole, text).replace(_HYPHEN, "-")


def _line_pitch(lines: Sequence[PdfLine]) -> float:
    """The usual distance from one line to the next."""
    steps = [a.base - b.base for a, b in pairwise(lines) if _is_below(a, b)]
    return median_low(steps) if steps else 0.0


def _is_below(above: PdfLine, line: PdfLine) -> bool:
    return 0 < above.base - line.base <= _WIDEST * max(above.size, line.size, 1.0)


def _continues(before: PdfLine, line: PdfLine, pitch: float, edge: float, *, is_entry: bool) -> bool:
    """Whether ``line`` goes on with the paragraph of the line ``before``."""
    if (
        before.is_bold != line.is_bold
        or not _is_below(before, line)
        or abs(before.size - line.size) > _SIZE_TOLERANCE * max(before.size, line.size)
    ):
        return False
    usual = pitch if pitch <= _WIDE * line.size else _NORMAL * line.size
    if before.base - line.base > _SPACED * usual:
        return False
    if _MARKER.match(line.words):
        return False
    is_level = abs(line.left - before.left) <= _INDENT
    hangs = is_entry and 0 < line.left - before.left <= 6 * line.size
    opens = line.left < before.left and before.left - line.left <= 4 * line.size and not is_entry
    if not (is_level or hangs or opens):
        return False
    return before.right - before.left >= _SHORT * (edge - min(before.left, line.left))


def _join(run: str, words: str) -> str:
    if run.endswith(_HYPHEN):
        return run + words
    if run.endswith("-") and run[-2:-1].isalnum():
        return f"{run[:-1]}{_HYPHEN}{words}" if run[-2].islower() and words[:1].islower() else run + words
    return f"{run} {words}"


def clean_words(words: str) -> str:
    """The words of a cell, with letters as one would type them."""
    return _tidy_paragraph(_clean_letters(words)).replace(_HYPHEN, "-")


def _clean_letters(words: str) -> str:
    """Letters as one would type them; a soft hyphen at the end marked, others dropped."""
    words = words.translate(_LIGATURES)
    ends = words.endswith(tuple(_SOFT_HYPHENS))
    for sign in _SOFT_HYPHENS:
        words = words.replace(sign, "")
    words = _DROPPED.sub("", words).replace(_HYPHEN, "")
    return words + _HYPHEN if ends else words


def _tidy_paragraph(run: str) -> str:
    """One paragraph: white space within it as one blank, a mark that nothing followed as a hyphen again."""
    whole = " ".join(run.split(" "))
    return (
        " ".join(whole.split())
        if _HYPHEN not in whole
        else _HYPHEN.join(" ".join(part.split()) for part in whole.split(_HYPHEN))
    )
