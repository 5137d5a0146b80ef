"""Documents that hold minutes as Markdown."""

import textwrap
from pathlib import Path

import pytest

from review_tui.adapters.importers.docx_text import docx_text
from review_tui.adapters.importers.html_text import page_text
from review_tui.adapters.importers.minutes_markdown import minutes_markdown, spaced
from review_tui.adapters.importers.rtf_text import rtf_text
from review_tui.adapters.importers.worker import prepare_of
from review_tui.model.errors import Refusal
from tests.adapters.importers.documents import HEAD, ODT, docx, odt, paragraph, table

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
        ("a.odt", b"PK no archive", "This is no OpenDocument text"),
    ],
    ids=["old", "broken", "password", "other"],
)
def test_what_can_not_be_read_is_refused_in_a_sentence(
    tmp_path: Path, name: str, raw: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(raw)
    with pytest.raises(Refusal, match=said):
        minutes_markdown(tmp_path / name)


FLAT = (
    f"{HEAD}<office:document {ODT}><office:master-styles><style:master-page><style:header><text:p>Town"
    "</text:p></style:header></style:master-page></office:master-styles><office:body><office:text>"
    "<text:p>Said<image><office:binary-data>QUJD</office:binary-data></image>.</text:p></office:text>"
    "</office:body></office:document>"
)
PAGE_IN_A_FILE = (
    b"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"
    b"--x\r\nContent-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n"
    b"\r\n<p>caf=E9 <b>shut</b></p>\r\n--x\r\nContent-Type: image/png\r\n\r\nPNG\r\n--x--\r\n"
)


@pytest.mark.parametrize(
    ("how", "raw", "answer"),
    [
        ("odt", FLAT.encode(), ("Said.\n", ("Left out, as it stands at the edge of the pages: Town",))),
        ("mht", PAGE_IN_A_FILE, ("café **shut**\n", ())),
    ],
    ids=["flat", "page in a file"],
)
def test_documents_that_are_one_file_of_text_are_read(
    how: str, raw: bytes, answer: tuple[str, tuple[str, ...]]
) -> None:
    assert prepare_of(f"{how}+markdown")(raw)() == answer


def test_what_stands_at_the_edge_of_pages_is_no_text_and_is_named() -> None:
    told = "Left out, as it stands at the edge of the pages: "
    header = paragraph("Town") + paragraph("2024")
    assert docx_text(
        docx(paragraph("Said."), {"header": header, "footer": paragraph("www")}), is_markdown=True
    ) == (
        "Said.\n",
        (told + "Town; 2024; www",),
    )
    rich = (
        rb"{\rtf1{\header\pard Town\par 2024}{\footerf{\field{\*\fldinst PAGE}{\fldrslt 2}}}\pard Said.\par}"
    )
    assert rtf_text(rich, is_markdown=True) == ("Said.\n", (told + "Town; 2024; 2",))


@pytest.mark.parametrize(
    ("name", "raw", "ending"),
    [
        ("a.doc", b"{\\rtf1 x}", "rtf"),
        ("a.doc", b"\xef\xbb\xbf<html><p>x", "html"),
        ("a.docx", b"%PDF-1.7", "pdf"),
        ("a.pdf", docx(paragraph("x")), "docx"),
        ("a.odt", docx(paragraph("x")), "docx"),
        ("a.docx", odt("<text:p>x</text:p>"), "odt"),
        ("a.doc", PAGE_IN_A_FILE, "mht"),
    ],
    ids=["rich", "page", "pdf", "word", "word as odt", "odt", "page in a file"],
)
def test_a_file_of_another_kind_than_its_name_says_is_told(
    tmp_path: Path, name: str, raw: bytes, ending: str
) -> None:
    (tmp_path / name).write_bytes(raw)
    with pytest.raises(Refusal, match=rf"whatever its name says\. Give it a name that ends in \.{ending}\."):
        minutes_markdown(tmp_path / name)


def taken(tmp_path: Path, name: str, text: str) -> str:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return minutes_markdown(tmp_path / name)[0]


def test_plain_text_gets_the_marks_of_markdown(tmp_path: Path) -> None:
    text = (
        "Town Council\n    1. Welcome\nAll came.\n    \u2022 one\n        \u2022 inner\n    \u2022 two\n"
        "+ no list\nPayee\tSum\nHall | hire\t42.00\nEnd\n"
    )
    assert taken(tmp_path, "a.txt", text) == (
        "Town Council\n\n1. Welcome\n\nAll came.\n\n- one\n  - inner\n- two\n\n\\+ no list\n\n"
        "| Payee | Sum |\n|---|---|\n| Hall \\| hire | 42.00 |\n\nEnd\n"
    )


def test_broken_lines_of_plain_text_are_put_together(tmp_path: Path) -> None:
    words = (
        "the council met in the hall and heard what people of the town had to say of the road that is closed "
    )
    broken = "\n".join(textwrap.wrap(words * 4, 70))
    assert (
        taken(tmp_path, "a.txt", f"ROADS\n{broken}\n1. Next\n")
        == f"ROADS\n\n{(words * 4).strip()}\n\n1. Next\n"
    )


def test_a_text_with_the_marks_of_markdown_is_left_as_it_is(tmp_path: Path) -> None:
    text = "# Board\n\nA wrapped\nline.\n\n    code\n"
    assert taken(tmp_path, "a.txt", text) == text
    assert taken(tmp_path, "a.md", "x\n    y\n") == "x\n    y\n"


def test_tables_of_html_in_markdown_have_bars(tmp_path: Path) -> None:
    table = "<table><tr><th>{}</th><th>b</th></tr><tr><td><p>c</p></td><td>d</td></tr></table>"
    text = f"# Board\n\n{table.format('a')}\n\nBetween.\n\n{table.format('x')}\n"
    rows = "| {} | b |\n|---|---|\n| c | d |"
    assert taken(tmp_path, "a.md", text) == (
        f"# Board\n\n\n{rows.format('a')}\n\n\nBetween.\n\n\n{rows.format('x')}\n\n"
    )


def test_minutes_that_are_set_in_a_table_are_read_as_lines() -> None:
    inside = paragraph("Welcome") + paragraph("All came.")
    body = table(["No", "Item", "Action"], ["1.", inside, "JS"], ["2.", "Roads", ""])
    assert docx_text(docx(body), is_markdown=True)[0] == (
        "| No | Item | Action |\n1. Welcome\nAll came.\nJS\n| 2. | Roads |  |\n"
    )


def test_tables_that_never_end_and_lines_without_end_are_no_burden(tmp_path: Path) -> None:
    text = "# Board\n\n" + "<table>" * 20_000
    assert taken(tmp_path, "a.md", text) == text
    with pytest.raises(Refusal, match="more than 150,000 lines"):
        taken(tmp_path, "a.txt", "a\n" * 150_001)
