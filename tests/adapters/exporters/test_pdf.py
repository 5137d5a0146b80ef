"""Minutes as a PDF."""

import sys

import pytest

from review_tui.adapters.exporters.pdf import to_pdf
from review_tui.adapters.importers.pdf_text import pdf_text
from review_tui.application.ports import ExportedItem, MeetingMinutes
from review_tui.model.errors import Refusal
from tests.adapters.exporters.sample_minutes import MINUTES


def test_every_word_stands_in_it_with_pages_numbered_and_marked_as_a_draft() -> None:
    pytest.importorskip("typst")
    text = " ".join(pdf_text(to_pdf(MINUTES))[0].split())
    words = (
        "The Board",
        "16 March",
        "A. Lee",
        "Mayor",
        "5. Report",
        "Noted",
        "annual",
        "two_three_four",
        "[AB]",
    )
    assert [word for word in (*words, "Signed as a correct record", "Corrected at") if word not in text] == []


def test_no_order_of_headings_and_no_sign_of_typsts_own_stops_it() -> None:
    pytest.importorskip("typst")
    text = '#### Deep\n\n#import "x" $a$ @b `c` \\#d\n\n| a |\n|---|'
    assert "#import" in pdf_text(to_pdf(MeetingMinutes("B", (), "D.", (), (ExportedItem("", text),))))[0]


def test_where_typst_is_not_installed_a_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(Refusal, match=r"pip install 'review-tui\[pdf\]'"):
        to_pdf(MINUTES)


def test_letters_that_no_font_holds_are_never_left_out_in_silence() -> None:
    pytest.importorskip("typst")
    with pytest.raises(Refusal, match="no font on this computer"):
        to_pdf(MeetingMinutes("\U000e0fff \u0378", (), "D.", (), ()))
