"""Tables, columns and what stands on every page of a PDF."""

from review_tui.adapters.importers.pdf_layout import markdown_lines, without_edges
from review_tui.adapters.importers.pdf_lines import PdfLine, PdfPiece
from review_tui.adapters.importers.pdf_text import pdf_text
from tests.adapters.importers.documents import page, pdf

LETTER = 6.0
"""Points that a letter is wide here."""


def line(base: float, *cells: tuple[float, str], size: float = 12, is_bold: bool = False) -> PdfLine:
    """A printed line of cells, each with its left edge."""
    pieces = tuple(PdfPiece(words, left, left + LETTER * len(words)) for left, words in cells)
    words = " ".join(piece.words for piece in pieces)
    return PdfLine(words, pieces[0].left, pieces[-1].right, base, size, pieces, is_bold)


def told(*lines: PdfLine) -> list[str]:
    return list(markdown_lines([lines]))


def test_cells_that_keep_to_columns_are_a_table() -> None:
    assert told(
        line(700, (50, "Payments were approved.")),
        line(680, (50, "Payee"), (200, "Purpose"), (330, "Sum")),
        line(666, (50, "Green|Co"), (200, "Grass"), (312, "310.00")),
        line(652, (50, "Hall"), (318, "42.00")),
        line(630, (50, "The rest was noted.")),
    ) == [
        "Payments were approved.",
        "",
        "| Payee | Purpose | Sum |",
        "| Green\\|Co | Grass | 310.00 |",
        "| Hall |  | 42.00 |",
        "The rest was noted.",
    ]  # fmt: skip


def test_words_of_a_cell_go_on_and_those_of_another_paragraph_stand_beside_them() -> None:
    assert told(
        line(700, (50, "Present:"), (200, "Ann Lee")),
        line(676, (200, "Bo Fox")),
        line(652, (50, "Apologies:"), (200, "Cy Dunn, who is on")),
        line(638, (200, "holiday")),
    ) == ["", "| Present: | Ann Lee / Bo Fox |", "| Apologies: | Cy Dunn, who is on holiday |"]


def test_numbers_in_the_margin_and_one_wide_gap_make_no_table() -> None:
    assert told(
        line(700, (50, "1."), (90, "Welcome")),
        line(680, (50, "2."), (90, "Roads")),
        line(660, (50, "24/3"), (90, "Trees")),
        line(630, (50, "Signed"), (300, "Date")),
    ) == ["1. Welcome", "2. Roads", "24/3 Trees", "Signed Date"]


def test_a_number_below_the_head_of_a_column_is_a_cell() -> None:
    rows = line(700, (50, "Item"), (200, "Vote")), line(686, (50, "3.1"), (200, "Carried"))
    assert told(*rows) == ["", "| Item | Vote |", "| 3.1 | Carried |"]


def test_two_columns_of_text_are_read_one_after_the_other() -> None:
    left = ["The council met in the hall and", "heard from people of the town", "about the road that"]
    right = ["is closed since the winter and", "of which nobody knows when it", "may be opened again."]
    rows = [line(700 - 14 * n, (50, left[n % 3]), (300, right[n % 3])) for n in range(6)]
    words = " ".join(told(*rows))
    assert "|" not in words
    assert words.index("about the road that") < words.index("is closed since")


def test_bold_and_large_lines_are_marked_and_signs_of_markdown_are_none() -> None:
    assert told(
        line(700, (50, "Town Council"), size=18),
        line(670, (50, "Roads"), is_bold=True),
        line(655, (50, "# 3 of * kind")),
        line(640, (50, "\u2022 one")),
    ) == ["**Town Council**", "**Roads**", "\\# 3 of \\* kind", "- one"]


def test_what_stands_on_most_pages_is_left_out_and_named() -> None:
    pages = [
        [line(780, (50, "Town Council")), line(700, (50, f"{words} 1")), line(30, (50, f"Page {n} of 3"))]
        for n, words in enumerate(("Roads", "Trees", "Paths"), 1)
    ]
    kept, edges = without_edges(pages)
    assert [[each.words for each in lines] for lines in kept] == [["Roads 1"], ["Trees 1"], ["Paths 1"]]
    assert edges == [said for n in (1, 2, 3) for said in ("Town Council", f"Page {n} of 3")]
    alone = [[line(700, (50, "Words")), line(30, (50, "- 1 -"))]]
    assert [[each.words for each in lines] for lines in without_edges(alone)[0]] == [["Words"]]


def test_a_sentence_goes_on_from_one_page_to_the_next() -> None:
    pages = [[line(50, (50, "It was agreed"))], [line(700, (50, "to pay.")), line(600, (50, "Next"))]]
    assert list(markdown_lines(pages)) == ["It was agreed to pay.", "Next"]


def test_pieces_are_measured_in_a_real_file() -> None:
    rows = [(50, 700, "Payee"), (250, 700, "Sum"), (50, 686, "Hall hire"), (250, 686, "42.00")]
    text, problems = pdf_text(pdf(page(*rows), page((50, 700, "Town"))), is_markdown=True)
    assert text == "\n| Payee | Sum |\n| Hall hire | 42.00 |\nTown\n"
    assert problems == ()
