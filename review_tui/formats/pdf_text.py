"""The text of a PDF, page by page.

PDFium reads it: what Chrome ships and fuzzes, here with no JavaScript built in. pypdf took twice the time on
plain pages and does not say where a line stands, without which none can be joined safely; pdfminer.six brings
cryptography and is slower still. pypdfium2 (BSD and Apache licences) only hands PDFium's functions over.
"""

import ctypes
import re
from collections.abc import Iterator

import pypdfium2.raw as pdfium

from review_tui.formats.pdf_lines import Line, paragraphs, settle_hyphens
from review_tui.formats.refused import NotRead

_MOST_PAGES = 3_000
_MOST_LETTERS = 4_000_000
_PASSWORD, _SECURITY = 4, 5
_HEAD = 1024
_NAMED = 5
_DIVIDED = "\ufffe\x02"
"""What PDFium puts in the place of a hyphen and a line's end within a word."""
_LINE = re.compile(f"[^\n{_DIVIDED}]*[\n{_DIVIDED}]")
_NO_WORDS = (
    "There are no words in this PDF, only pictures of pages. Have the text recognised (OCR), "
    "with OCRmyPDF or your scanner's program, and put that PDF here instead."
)
_NOTHING = "There is nothing on any page of this PDF. Open it in its own program and save it again."


def pdf_text(raw: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of a PDF, a blank line between pages, and what is to be said about it. Raises ``NotRead``."""
    if b"%PDF-" not in raw[:_HEAD]:
        raise NotRead(
            "This is no PDF, whatever its name says. Open it in its own program and save it as .pdf."
        )
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(raw, len(raw), None)
    if not document:
        raise NotRead(_why_not(pdfium.FPDF_GetLastError()))
    count = pdfium.FPDF_GetPageCount(document)
    if count > _MOST_PAGES:
        raise NotRead(f"This PDF has {count:,} pages; {_MOST_PAGES:,} are read at most. Divide it.")
    pages: list[str] = []
    without: list[int] = []
    letters = 0
    for number in range(count):
        page = pdfium.FPDF_LoadPage(document, number)
        text = "\n".join(paragraphs(list(_lines(page)))) if page else ""
        if not text and (not page or pdfium.FPDFPage_CountObjects(page)):
            without.append(number + 1)
        if page:
            pdfium.FPDF_ClosePage(page)
        letters += len(text)
        if letters > _MOST_LETTERS:
            raise NotRead(
                f"There are more than {_MOST_LETTERS // 1_000_000} million letters in this. Divide it."
            )
        pages += [text] if text else []
    if not pages:
        raise NotRead(_NO_WORDS if without else _NOTHING)
    return settle_hyphens("\n\n".join(pages)) + "\n", _complaints(without)


def _lines(page: object) -> Iterator[Line]:
    """The lines of a page in the order in which the file draws them."""
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        return
    count = pdfium.FPDFText_CountChars(text)
    if count > _MOST_LETTERS:
        raise NotRead(f"There are more than {_MOST_LETTERS // 1_000_000} million letters on a page of this.")
    units = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text, 0, count, units) if count > 0 else 0
    whole = bytes(units)[: max(written - 1, 0) * 2].decode("utf-16-le", "replace") + "\n"
    for line in _LINE.finditer(whole):
        words = line[0].rstrip()
        bare = words.lstrip()
        if bare.rstrip(_DIVIDED):
            yield _measured(text, bare, line.start() + len(words) - len(bare), line.start() + len(words) - 1)
    pdfium.FPDFText_ClosePage(text)


def _measured(text: object, words: str, first: int, last: int) -> Line:
    """A line with its place on the page; ``first`` and ``last`` count letters of the text."""
    begin, end = (max(0, pdfium.FPDFText_GetCharIndexFromTextIndex(text, place)) for place in (first, last))
    left, bottom = _origin(text, begin)
    right = _right(text, end)
    return Line(words, left, right, bottom, pdfium.FPDFText_GetFontSize(text, begin))


def _origin(text: object, index: int) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, index, x, y)
    return x.value, y.value


def _right(text: object, index: int) -> float:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top)
    return right.value


def _why_not(error: int) -> str:
    if error in {_PASSWORD, _SECURITY}:
        return "This PDF is protected by a password. Open it and save it without one."
    return "This PDF is broken, or only a part of one. Open it in its own program and save it again."


def _complaints(without: list[int]) -> tuple[str, ...]:
    if not without:
        return ()
    named = ", ".join(str(number) for number in without[:_NAMED])
    more = f" and {len(without) - _NAMED} more" if len(without) > _NAMED else ""
    pages = "Page" if len(without) == 1 else "Pages"
    has = "has" if len(without) == 1 else "have"
    return (
        f"{pages} {named}{more} of this PDF {has} no words, only pictures. Have the text recognised (OCR).",
    )
