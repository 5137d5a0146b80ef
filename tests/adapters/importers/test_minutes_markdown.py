"""Documents that hold minutes as Markdown."""

from pathlib import Path

import pytest

from review_tui.adapters.importers.docx_text import docx_text
from review_tui.adapters.importers.html_text import page_text
from review_tui.adapters.importers.minutes_markdown import minutes_markdown, spaced
from review_tui.model.errors import Refusal
from tests.adapters.importers.documents import docx, paragraph, table

BOLD = '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'


def test_bold_words_of_word_are_marked_however_they_are_cut_into_runs() -> None:
    body = paragraph("A ", BOLD.format("bo"), BOLD.format("ld "), "word.") + paragraph(
        BOLD.format("Whole line")
    )
    assert docx_text(docx(body), is_markdown=True)[0] == "A **bold** word.\n**Whole line**\n"


def set_in(kind: str, words: str) -> str:
    return f'<w:r><w:rPr>{kind}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        (("Read ", set_in("<w:i/>", "The "), set_in("<w:i/>", "Gazette"), "."), "Read *The Gazette*."),
        ((set_in("<w:b/><w:i/>", "Both"), set_in("<w:b/>", " bold")), "***Both*** **bold**"),
        ((set_in("<w:b/>", "Resolved:"), "That it be so."), "**Resolved**:That it be so."),
        (("x", set_in("<w:i/>", "(a)"), "y"), "x(*a*)y"),
        (
            (set_in('<w:rStyle w:val="Strong"/>', "Strong"), set_in('<w:rStyle w:val="Stress"/>', " so")),
            "**Strong** *so*",
        ),
        ((set_in("<w:i/>", " "), "none"), "none"),
    ],
)  # fmt: skip
def test_italics_are_marked_so_that_markdown_reads_them(runs: tuple[str, ...], text: str) -> None:
    styles = (
        '<w:style w:styleId="Strong" w:type="character"><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:styleId="Stress" w:type="character"><w:rPr><w:i/></w:rPr></w:style>'
    )
    assert docx_text(docx(paragraph(*runs), {"styles": styles}), is_markdown=True)[0] == f"{text}\n"


def test_bullets_that_are_typed_are_entries_of_a_list() -> None:
    typed = ("\u2022 one", "\u2013 two", "\u25aa  three", "o Four", "o dear", "\u00a7 5 five")
    body = "".join(map(paragraph, typed))
    expected = "- one\n- two\n- three\n- Four\no dear\n\u00a7 5 five\n"
    assert docx_text(docx(body), is_markdown=True)[0] == expected


def test_a_quotation_of_a_page_is_one_unless_the_whole_page_is() -> None:
    page = "<p>A long enough beginning.</p><blockquote><p>as <i>said</i></p><ul><li>a</ul></blockquote>c"
    assert page_text(page, is_markdown=True) == ("A long enough beginning.\n> as *said*\n- a\nc\n")
    assert page_text("<blockquote><p>All of it.</p>And more.</blockquote>x", is_markdown=True) == (
        "All of it.\nAnd more.\nx\n"
    )


def test_what_markdown_would_take_for_a_mark_is_none() -> None:
    body = (
        paragraph("5 * 3 and &lt;u&gt;_x_&lt;/u&gt; a_b # > c")
        + paragraph("# no heading")
        + paragraph("+ no list")
    )
    assert docx_text(docx(body), is_markdown=True)[0] == (
        "5 \\* 3 and \\<u>\\_x\\_\\</u> a_b # > c\n\\# no heading\n\\+ no list\n"
    )


def test_tables_have_bars_and_those_that_set_the_page_have_none() -> None:
    body = table(["a|b", "c"], ["d", ""]) + table(["Alone"])
    assert docx_text(docx(body), is_markdown=True)[0] == "| a\\|b | c |\n| d |  |\nAlone\n"


def test_bold_words_of_a_page_are_marked() -> None:
    page = "<h2><b>Head</b></h2><p><b>Resolved:</b> a <strong>b</strong></p>"
    assert page_text(page, is_markdown=True) == "## Head\n**Resolved:** a **b**\n"


def test_paragraphs_stand_apart_and_lists_and_tables_in_one_piece() -> None:
    assert spaced("# H\nA\nB\n- c\n- d\n| e | f |\n| g | h |\nI\n") == (
        "# H\n\nA\n\nB\n\n- c\n- d\n\n| e | f |\n|---|---|\n| g | h |\n\nI\n"
    )


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("a.doc", b"x", "This is Word's old format; save it as .docx."),
        ("a.docx", b"PK no archive", "This is no Word document"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "This is protected by a password"),
        ("a.odt", docx(paragraph("Word.")), "There is no OpenDocument text in this file."),
    ],
    ids=["old", "broken", "password", "other"],
)
def test_what_can_not_be_read_is_refused_in_a_sentence(
    tmp_path: Path, name: str, raw: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(raw)
    with pytest.raises(Refusal, match=said):
        minutes_markdown(tmp_path / name)
