"""Printed lines as paragraphs."""

from review_tui.adapters.importers.pdf_lines import PdfLine, paragraphs, resolve_hyphens

FULL = 550.0


def told(*lines: tuple[float, float, float, str], size: float = 12) -> list[str]:
    """The paragraphs of lines given as left edge, right edge, height and words."""
    return list(paragraphs([PdfLine(words, left, right, base, size) for left, right, base, words in lines]))


def test_a_full_line_goes_on_and_a_short_one_ends() -> None:
    assert told((50, FULL, 700, "one"), (50, 200, 686, "two."), (50, FULL, 672, "three")) == [
        "one two.",
        "three",
    ]


def test_a_gap_another_size_and_another_edge_end_a_paragraph() -> None:
    assert told((50, FULL, 700, "a"), (50, FULL, 686, "b"), (50, FULL, 666, "c")) == ["a b", "c"]
    assert told((50, FULL, 700, "a"), (300, FULL, 686, "b")) == ["a", "b"]
    big, small = PdfLine("Title", 50, FULL, 700, 18), PdfLine("text", 50, FULL, 684, 12)
    assert list(paragraphs([big, small])) == ["Title", "text"]


def test_an_indented_first_line_begins_its_paragraph() -> None:
    lines = (50, FULL, 700, "end"), (65, FULL, 686, "new"), (50, FULL, 672, "goes on")
    assert told(*lines) == ["end", "new goes on"]


def test_list_entries_stay_apart_and_hang() -> None:
    lines = (
        (50, FULL, 700, "1. one"),
        (65, FULL, 686, "goes on"),
        (50, FULL, 672, "2. two"),
        (50, 99, 658, "• three"),
    )
    assert told(*lines) == ["1. one goes on", "2. two", "• three"]


def test_columns_do_not_run_into_each_other() -> None:
    assert told((50, 290, 100, "left end"), (310, FULL, 700, "right start")) == ["left end", "right start"]


def test_divided_words_are_put_together_unless_they_are_written_with_a_hyphen() -> None:
    words = "the safe-", "guarding and well-", "known 2020-", "21 one"
    lines = [(50, FULL, 700 - 14 * n, line) for n, line in enumerate(words)]
    joined = "\n".join([*told(*lines), "a well-known fact"])
    assert resolve_hyphens(joined) == "the safeguarding and well-known 2020-21 one\na well-known fact"


def test_soft_hyphens_and_ligatures_become_letters() -> None:
    lines = told((50, FULL, 700, "of\ufb01\u00adcers of the coun\u0002"), (50, 99, 686, "cil \ufb02y\x00"))
    assert resolve_hyphens("\n".join(lines)) == "officers of the council fly"


def test_a_hyphen_that_ends_a_paragraph_stays() -> None:
    assert resolve_hyphens("\n".join(told((50, 99, 700, "open\u0002")))) == "open-"


def test_no_lines_are_no_paragraphs() -> None:
    assert told() == []
