"""PDFs as text."""

import pytest

from review_tui.adapters.importers.errors import UnreadableDocument
from review_tui.adapters.importers.pdf_text import pdf_text
from tests.adapters.importers.documents import page, pdf, pdf_of, printed, stream


def test_pages_are_read_in_order_with_a_blank_line_between() -> None:
    assert pdf_text(pdf(printed("Minutes"), printed("Item 5"))) == ("Minutes\n\nItem 5\n", ())


def test_lines_of_a_paragraph_are_joined_and_words_put_together() -> None:
    text = (
        "The board received the annual report of the safe-\n"
        "guarding partnership and thanked all the officers of it\n"
        "who had written it.\n"
        "\n"
        "Resolved: noted."
    )
    words, problems = pdf_text(pdf(printed(text)))
    assert problems == ()
    assert words == (
        "The board received the annual report of the safeguarding partnership and thanked all the officers "
        "of it who had written it.\nResolved: noted.\n"
    )


def test_letters_are_those_of_the_page() -> None:
    assert pdf_text(pdf(page((50, 700, "caf\u00e9 \u2013 \u00a35"))))[0] == "café – £5\n"


def test_a_page_that_is_only_a_picture_is_told() -> None:
    picture = stream(b"0 0 100 100 re f")
    text, problems = pdf_text(pdf(printed("words"), picture, stream(b""), picture))
    assert text == "words\n"
    assert problems == (
        "Pages 2, 4 of this PDF have no words, only pictures. Have the text recognised (OCR).",
    )


def test_a_scanned_pdf_says_what_to_do() -> None:
    with pytest.raises(
        UnreadableDocument, match=r"only pictures of pages\. Have the text recognised \(OCR\)"
    ):
        pdf_text(pdf(stream(b"0 0 100 100 re f")))


def encrypted() -> bytes:
    """A PDF that asks for a password which nobody knows."""
    key = b"01234567890123456789012345678901"
    how = b"<</Filter/Standard/V 1/R 2/O(%s)/U(%s)/P -4>>" % (key, key)
    return pdf(printed("secret")).replace(b"/Root 1 0 R", b"/Root 1 0 R/ID[(a)(a)]/Encrypt " + how)


def many(pages: int) -> bytes:
    """A PDF that shows the same empty page again and again."""
    kids = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b"3 0 R " * pages, pages)
    empty = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    return pdf_of([b"<</Type/Catalog/Pages 2 0 R>>", kids, empty])


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "no PDF"),
        (b"PK\x03\x04", "no PDF"),
        (b"%PDF-1.7\n", "broken, or only a part"),
        (pdf(printed("x"))[:200], "broken, or only a part"),
        (encrypted(), "protected by a password"),
        (pdf(), "nothing on any page"),
        (pdf(stream(b"")), "nothing on any page"),
        (many(3_001), "3,001 pages; 3,000 are read at most"),
    ],
    ids=["nothing", "zip", "head", "half", "password", "no pages", "empty", "pages"],
)
def test_what_can_not_be_read_says_why(raw: bytes, said: str) -> None:
    with pytest.raises(UnreadableDocument, match=said):
        pdf_text(raw)
