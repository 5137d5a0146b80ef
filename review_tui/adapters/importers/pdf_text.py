"""The text of a PDF, page by page.

PDFium reads it: what Chrome ships and fuzzes, here with no JavaScript built in. pypdf took twice the time on
plain pages and does not say where a line stands, without which none can be joined safely; pdfminer.six brings
cryptography and is slower still. pypdfium2 (BSD and Apache licences) only hands PDFium's functions over.
"""

import contextlib
import ctypes
import re
import signal
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace

import pypdfium2.raw as pdfium

from review_tui.adapters.importers.errors import UnreadableDocument, left_out_of_pages
from review_tui.adapters.importers.pdf_layout import markdown_lines, without_edges
from review_tui.adapters.importers.pdf_lines import PdfLine, PdfPiece, paragraphs, resolve_hyphens

_MAX_PAGES = 3_000
"""Pages of a document that is read."""
_MAX_CHARACTERS = 4_000_000
"""Characters of one."""
_PASSWORD, _SECURITY = 4, 5
"""What PDFium answers where a password, or another key, is needed."""
_SNIFFED_BYTES = 1024
"""In which the header must stand; other readers look as far."""
_MAX_PAGES_NAMED = 5
"""Pages without words that a sentence names."""
_DIVIDED = "\ufffe\x02"
"""What PDFium puts in the place of a hyphen and a line's end within a word."""
_LINE = re.compile(f"[^\n{_DIVIDED}]*[\n{_DIVIDED}]")
_WORD = re.compile(r"\S+")
_GAP = 1.0
"""Room between words, in letter heights, from which they are of two cells: blanks are a third of it."""
_FONT_NAME_BYTES = 80
"""In which the name of a font says that it is bold."""
_NO_WORDS = (
    "There are no words in this PDF, only pictures of pages. Have the text recognised (OCR), "
    "with OCRmyPDF or your scanner's program, and put that PDF here instead."
)
_NOTHING = "There is nothing on any page of this PDF. Open it in its own program and save it again."


OPENING_SECONDS = 0.7
"""Of computing that a document may take before its first page is found."""


def prepare(raw: bytes) -> Callable[[], tuple[str, tuple[str, ...]]]:
    """For ``worker``: nothing has to be opened to read ``raw``, but it has to begin in good time."""
    return lambda: pdf_text(raw, lambda: at_most(OPENING_SECONDS))


def prepare_markdown(raw: bytes) -> Callable[[], tuple[str, tuple[str, ...]]]:
    """As ``prepare``, for a text in which tables are told, without what stands on every page."""
    return lambda: pdf_text(raw, lambda: at_most(OPENING_SECONDS), is_markdown=True)


@contextlib.contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """The process ends if what is done here computes for longer."""
    signal.setitimer(signal.ITIMER_PROF, seconds)
    yield
    signal.setitimer(signal.ITIMER_PROF, 0)


def pdf_text(
    raw: bytes,
    opening: Callable[[], AbstractContextManager[None]] = nullcontext,
    *,
    is_markdown: bool = False,
) -> tuple[str, tuple[str, ...]]:
    """The text of a PDF, a blank line between pages, and complaints about it. Raises ``UnreadableDocument``.

    ``opening`` goes around finding the document's parts, which a sound file of any size allows at once; in a
    broken one PDFium searches every byte for them.
    """
    if b"%PDF-" not in raw[:_SNIFFED_BYTES]:
        raise UnreadableDocument(
            "This is no PDF, whatever its name says. Open it in its own program and save it as .pdf."
        )
    pdfium.FPDF_InitLibrary()
    with opening():
        document = pdfium.FPDF_LoadMemDocument64(raw, len(raw), None)
    if not document:
        raise UnreadableDocument(_describe_error(pdfium.FPDF_GetLastError()))
    count = pdfium.FPDF_GetPageCount(document)
    if count > _MAX_PAGES:
        raise UnreadableDocument(f"This PDF has {count:,} pages; {_MAX_PAGES:,} are read at most. Divide it.")
    pages: list[list[PdfLine]] = []
    without: list[int] = []
    letters = 0
    for number in range(count):
        page = pdfium.FPDF_LoadPage(document, number)
        lines = list(_lines(page, is_laid_out=is_markdown)) if page else []
        if not lines and (not page or pdfium.FPDFPage_CountObjects(page)):
            without.append(number + 1)
        if page:
            pdfium.FPDF_ClosePage(page)
        letters += sum(len(line.words) for line in lines)
        if letters > _MAX_CHARACTERS:
            raise UnreadableDocument(
                f"There are more than {_MAX_CHARACTERS // 1_000_000} million letters in this. Divide it."
            )
        pages += [lines] if lines else []
    if not pages:
        raise UnreadableDocument(_NO_WORDS if without else _NOTHING)
    if is_markdown:
        kept, edges = without_edges(pages)
        text = resolve_hyphens("\n".join(markdown_lines(kept)))
        return f"{text}\n", (*left_out_of_pages(edges), *_page_problems(without))
    text = "\n\n".join("\n".join(paragraphs(lines)) for lines in pages)
    return f"{resolve_hyphens(text)}\n", _page_problems(without)


def _lines(page: object, *, is_laid_out: bool) -> Iterator[PdfLine]:
    """The lines of a page in the order in which the file draws them.

    With ``is_laid_out`` they tell the pieces that they are made of, and whether they are bold.
    """
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        return
    count = pdfium.FPDFText_CountChars(text)
    if count > _MAX_CHARACTERS:
        raise UnreadableDocument(
            f"There are more than {_MAX_CHARACTERS // 1_000_000} million letters on a page of this."
        )
    units = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text, 0, count, units) if count > 0 else 0
    whole = bytes(units)[: max(written - 1, 0) * 2].decode("utf-16-le", "replace") + "\n"
    for line in _LINE.finditer(whole):
        words = line[0].rstrip()
        bare = words.lstrip()
        if bare.rstrip(_DIVIDED):
            first, last = line.start() + len(words) - len(bare), line.start() + len(words) - 1
            measured = _measure_line(text, bare, first, last)
            yield _laid_out(text, measured, first) if is_laid_out else measured
    pdfium.FPDFText_ClosePage(text)


def _measure_line(text: object, words: str, first: int, last: int) -> PdfLine:
    """A line with its place on the page; ``first`` and ``last`` count letters of the text."""
    begin, end = (max(0, pdfium.FPDFText_GetCharIndexFromTextIndex(text, place)) for place in (first, last))
    left, bottom = _origin(text, begin)
    right = _right_edge(text, end)
    return PdfLine(words, left, right, bottom, pdfium.FPDFText_GetFontSize(text, begin))


def _laid_out(text: object, line: PdfLine, first: int) -> PdfLine:
    """``line`` with its pieces, and whether all of it is bold."""
    pieces: list[PdfPiece] = []
    begin, ended, left = 0, 0, line.left
    offset = pdfium.FPDFText_GetCharIndexFromTextIndex(text, first) - first
    last = first + len(line.words) - 1
    # The indices of letters and of characters on the page mostly run in step.
    is_even = pdfium.FPDFText_GetCharIndexFromTextIndex(text, last) - last == offset
    box = [ctypes.c_double() for _ in range(4)]

    def index(place: int) -> int:
        at = first + place
        return max(0, int(at + offset if is_even else pdfium.FPDFText_GetCharIndexFromTextIndex(text, at)))

    is_bold = _is_bold(text, index(0)) and _is_bold(text, index(len(line.words) - 1))
    for word in _WORD.finditer(line.words):
        if word.start():
            pdfium.FPDFText_GetCharBox(text, index(ended - 1), *box)
            right = box[1].value
            pdfium.FPDFText_GetCharBox(text, index(word.start()), *box)
            if box[0].value - right > _GAP * line.size:
                pieces.append(PdfPiece(line.words[begin:ended], left, right))
                begin, left = word.start(), box[0].value
            is_bold = is_bold and _is_bold(text, index(word.start()))
        ended = word.end()
    pieces.append(PdfPiece(line.words[begin:], left, line.right))
    return replace(line, pieces=tuple(pieces), is_bold=is_bold)


def _is_bold(text: object, index: int) -> bool:
    name = ctypes.create_string_buffer(_FONT_NAME_BYTES)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, index, name, _FONT_NAME_BYTES, flags)
    return b"bold" in name.value.lower() or b"black" in name.value.lower()


def _origin(text: object, index: int) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, index, x, y)
    return x.value, y.value


def _right_edge(text: object, index: int) -> float:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top)
    return right.value


def _describe_error(error: int) -> str:
    if error in {_PASSWORD, _SECURITY}:
        return "This PDF is protected by a password. Open it and save it without one."
    return "This PDF is broken, or only a part of one. Open it in its own program and save it again."


def _page_problems(without: list[int]) -> tuple[str, ...]:
    if not without:
        return ()
    named = ", ".join(str(number) for number in without[:_MAX_PAGES_NAMED])
    more = f" and {len(without) - _MAX_PAGES_NAMED} more" if len(without) > _MAX_PAGES_NAMED else ""
    pages = "Page" if len(without) == 1 else "Pages"
    has = "has" if len(without) == 1 else "have"
    return (
        f"{pages} {named}{more} of this PDF {has} no words, only pictures. Have the text recognised (OCR).",
    )
