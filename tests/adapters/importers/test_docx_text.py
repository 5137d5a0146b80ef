"""Word documents as text."""

import io
import zipfile

import pytest

from review_tui.adapters.exporters.docx import to_docx
from review_tui.adapters.importers import docx_parts
from review_tui.adapters.importers.docx_text import docx_text
from review_tui.adapters.importers.errors import UnreadableDocument
from review_tui.application.ports import ExportedItem, MeetingMinutes
from tests.adapters.importers.documents import HEAD, docx, paragraph, table
from tests.word_hand import WordHand


def lines(body: str, **parts: str) -> list[str]:
    text, problems = docx_text(docx(body, parts))
    assert problems == ()
    return text.splitlines()


def run(inside: str, properties: str = "") -> str:
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inside}</w:r>"


def test_a_paragraph_is_a_line_and_its_runs_are_joined() -> None:
    body = (
        paragraph("Mrs ", "<w:proofErr/>", "Gough")
        + paragraph("")
        + paragraph("a  b", run("<w:tab/><w:t>c</w:t>"))
    )
    assert lines(body) == ["Mrs Gough", "a b c"]


def test_breaks_hyphens_and_signs_are_kept() -> None:
    body = paragraph(
        run('<w:t>one</w:t><w:br/><w:t>two</w:t><w:br w:type="page"/><w:t>three</w:t>'),
        run('<w:noBreakHyphen/><w:t>x</w:t><w:softHyphen/><w:sym w:char="00A3"/><w:sym w:char="F021"/>'),
    )
    assert lines(body) == ["one", "two three-x£"]


def test_tracked_changes_read_as_accepted() -> None:
    body = paragraph(
        "Noted",
        f"<w:ins>{run('<w:t> with thanks</w:t>')}</w:ins>",
        f"<w:del>{run('<w:delText> gladly</w:delText>')}</w:del>",
        f"<w:moveFrom>{run('<w:t> moved</w:t>')}</w:moveFrom><w:moveTo>{run('<w:t> here</w:t>')}</w:moveTo>",
        ".",
    )
    assert lines(body) == ["Noted with thanks here."]


def test_a_paragraph_whose_end_was_deleted_goes_on_with_the_next() -> None:
    body = (
        paragraph("It was ", properties="<w:rPr><w:del/></w:rPr>") + paragraph("agreed.") + paragraph("Next.")
    )
    assert lines(body) == ["It was agreed.", "Next."]


def test_how_a_paragraph_was_before_a_tracked_change_does_not_count() -> None:
    before = '<w:pPrChange><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>'
    assert lines(paragraph("plain", properties=before)) == ["plain"]


def test_a_deleted_row_is_left_out() -> None:
    body = table(("kept", "row")) + table(("gone", "row")).replace(
        "<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>"
    )
    assert lines(body) == ["kept | row"]


def test_comments_hidden_words_field_codes_and_placeholders_properties_are_left_out() -> None:
    body = paragraph(
        "<w:commentRangeStart/>",
        "seen",
        run("<w:t>hidden</w:t>", "<w:vanish/>"),
        run("<w:t> shown</w:t>", '<w:vanish w:val="0"/>'),
        run('<w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:t> 3</w:t>'),
        '<w:commentReference w:id="0"/>',
    )
    assert lines(body, comments="<w:comment><w:p><w:r><w:t>Wrong!</w:t></w:r></w:p></w:comment>") == [
        "seen shown 3"
    ]


def test_headers_and_footers_are_left_out() -> None:
    assert lines(paragraph("body"), header=paragraph("OFFICIAL"), footer=paragraph("Page 1")) == ["body"]


def test_tables_are_read_row_by_row() -> None:
    body = paragraph("before") + table(("Item", "Who"), ("Report", ""), ("", "LG")) + paragraph("after")
    assert lines(body) == ["before", "Item | Who", "Report", "LG", "after"]


def test_a_short_cell_of_two_paragraphs_stays_in_its_row_and_a_long_one_gets_lines_of_its_own() -> None:
    names = paragraph("Ann") + paragraph("Bob")
    long = paragraph("A sentence. " * 12) + paragraph("Another. " * 12)
    first, *others = lines(table(("Present", names), ("5", "Report", long, "LG")))
    assert first == "Present | Ann / Bob"
    assert [line[:10] for line in others] == ["5 | Report", "A sentence", "Another. A", "LG"]


def test_a_table_in_a_cell_is_read_where_it_stands() -> None:
    assert lines(table(("a", paragraph("b") + table(("c", "d"))))) == ["a", "b", "c | d"]


def test_a_text_box_follows_its_paragraph_and_is_read_once() -> None:
    box = "<w:txbxContent>" + paragraph("in a box") + table(("x", "y")) + "</w:txbxContent>"
    either = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    shape = f"<mc:AlternateContent xmlns:mc='m'>{either}</mc:AlternateContent>"
    body = paragraph("be", run(shape), "side") + paragraph("after")
    assert lines(body) == ["beside", "in a box", "x | y", "after"]


def test_headings_have_their_order() -> None:
    styles = (
        '<w:style w:styleId="H1"><w:name w:val="heading"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:styleId="Mine"><w:basedOn w:val="H1"/></w:style>'
        '<w:style w:styleId="T"><w:name w:val="Title"/></w:style>'
        '<w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
    )
    body = "".join(
        paragraph(words, properties=properties)
        for words, properties in [
            ("Minutes", '<w:pStyle w:val="T"/>'),
            ("Items", '<w:pStyle w:val="Mine"/>'),
            ("Votes", '<w:outlineLvl w:val="2"/>'),
            ("plain", '<w:pStyle w:val="Loop"/><w:outlineLvl w:val="9"/>'),
        ]
    )
    assert lines(body, styles=styles) == ["# Minutes", "# Items", "### Votes", "plain"]


NUMBERING = """
<w:abstractNum w:abstractNumId="0">
  <w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
  <w:lvl w:ilvl="2"><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%2.%3"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1">
  <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="2">
  <w:lvl w:ilvl="0"><w:pStyle w:val="Other"/></w:lvl>
  <w:lvl w:ilvl="1"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%2)"/><w:pStyle w:val="Deep"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="4">
  <w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>
</w:num>
"""


def entry(words: str, of: int, level: int = 0) -> str:
    return paragraph(words, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{of}"/></w:numPr>')


def test_lists_have_their_numbers_letters_and_bullets() -> None:
    body = "".join(
        [
            entry("three", 1), entry("a", 1, 1), entry("b", 1, 1), entry("one", 1, 2), entry("four", 1),
            entry("a again", 1, 1), entry("point", 2), entry("one anew", 4), entry("two", 4),
            entry("none", 0), entry("unknown", 9), paragraph("styled", properties='<w:pStyle w:val="Deep"/>'),
        ]
    )  # fmt: skip
    styles = '<w:style w:styleId="Deep"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
    assert docx_text(docx(body, {"numbering": NUMBERING, "styles": styles}))[0].splitlines() == [
        "3. three", "  (a) a", "  (b) b", "    3.b.i one", "4. four", "  (a) a again", "- point",
        "1. one anew", "2. two", "none", "unknown", "  I) styled",
    ]  # fmt: skip


def test_an_empty_list_entry_gives_its_number_to_nobody() -> None:
    assert lines(entry("", 2) + paragraph("plain"), numbering=NUMBERING) == ["plain"]


def test_ticks_and_boxes_of_fonts_of_signs_are_kept() -> None:
    signs = "".join(
        f'<w:sym w:font="Wingdings" w:char="{code}"/>' for code in ("F0FE", "F0A8", "F0E0", "F021")
    )
    assert lines(paragraph(run(signs), " done")) == ["\u2611\u2610\u2192 done"]


def test_notes_at_the_foot_stand_at_the_end_with_their_numbers() -> None:
    body = paragraph(
        "Five", run('<w:footnoteReference w:id="7"/>'), " or six", run('<w:endnoteReference w:id="2"/>'), "."
    )
    foot = (
        '<w:footnote w:type="separator" w:id="-1">' + paragraph("----") + "</w:footnote>"
        '<w:footnote w:id="7">' + paragraph(" At a guess.") + "</w:footnote>"
        '<w:footnote w:id="8">' + paragraph("Nobody refers to this.") + "</w:footnote>"
    )
    end = '<w:endnote w:id="2">' + paragraph("Counted.") + "</w:endnote>"
    assert lines(body, footnotes=foot, endnotes=end) == [
        "Five[1] or six[1].",
        "[1] At a guess.",
        "[1] Counted.",
    ]


def test_an_embedded_document_is_told() -> None:
    text, problems = docx_text(docx(paragraph("x") + '<w:altChunk w:id="r1"/>'))
    assert text == "x\n"
    assert problems[0].startswith("Another document is embedded")


def test_the_strict_form_and_another_place_of_the_main_part_are_read() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(
            "_rels/.rels", '<R><Relationship Type="y/officeDocument" Target="/doc/main.xml"/></R>'
        )
        archive.writestr(
            "doc/main.xml",
            '<d xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"><p><r><t>hi</t></r></p></d>',
        )
    assert docx_text(made.getvalue()) == ("hi\n", ())


ENTITIES = '<!DOCTYPE d [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>'
HOSTILE = {
    "entities": docx(paragraph("&b;"), head=ENTITIES),
    "a file outside": docx(paragraph("&x;"), head='<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    "a definition elsewhere": docx(paragraph("x"), head='<!DOCTYPE d SYSTEM "http://127.0.0.1:9/d.dtd">'),
    "too many letters": docx(paragraph("x" * 4_000_001)),
    "a style without end": docx(paragraph("x"), {"styles": "<w:style/>" * 200_001}),
    "never closed": docx("<w:tbl><w:tr><w:tc>" * 50_000),
    "half of it": docx(paragraph("x"))[:300],
    "nothing": b"",
    "old Word, or a password": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "no main part": docx("").replace(b"document.xml", b"documint.xml"),
    "a list of parts that lies": docx("x")[:-10] + b"\xff\xff\xff\x7f" + docx("x")[-6:],
}  # fmt: skip


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_broken_or_made_to_do_harm_is_refused_in_a_sentence(raw: bytes) -> None:
    with pytest.raises(UnreadableDocument, match=r"^(This|There) .*\.$"):
        docx_text(raw)


def test_a_document_of_too_many_marks_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("review_tui.adapters.importers.docx_text._BodyTarget.most", 2_000)
    with pytest.raises(UnreadableDocument, match="more than 2,000 marks"):
        docx_text(docx("<w:p/>" * 2_000))


def test_deep_tables_are_read() -> None:
    deep = 300
    body = "<w:tbl><w:tr><w:tc>" * deep + paragraph("x") + "</w:tc></w:tr></w:tbl>" * deep
    assert lines(body) == ["x"]


def test_a_part_that_is_packed_otherwise_or_locked_is_refused() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("word/document.xml", f"{HEAD}<d/>")
    with pytest.raises(UnreadableDocument, match="packed as Word never does it"):
        docx_text(made.getvalue())


def test_parts_that_lie_outside_are_not_followed() -> None:
    raw = docx(paragraph("x"), {"styles": ""}).replace(b"styles.xml", b"../../x.xm")
    assert docx_text(raw)[0] == "x\n"


def test_comments_are_lines_below_the_words_that_they_are_about() -> None:
    raw = to_docx(MeetingMinutes("Board", (), "Draft.", (), (ExportedItem("1. Roads", "It was noted."),)))
    hand = WordHand(raw, author="Ann")
    hand.comment("noted", "By whom?")
    text = docx_text(hand.saved())[0]
    assert "It was noted.\n[Comment by Ann: By whom?]\n" in text
    assert "By whom" not in docx_text(hand.saved(), is_markdown=True)[0]


def test_tracked_changes_can_be_read_as_rejected() -> None:
    body = paragraph("The ", '<w:ins w:id="1"><w:r><w:t>new</w:t></w:r></w:ins>', *[_deleted("old")], " road")
    gone = body + table(("a", "b")).replace("<w:tr>", "<w:tr><w:trPr><w:ins/></w:trPr>")
    assert docx_text(docx(gone), is_markdown=True, is_rejected=True)[0] == "The old road\n"


def _deleted(words: str) -> str:
    return f'<w:del w:id="2"><w:r><w:delText>{words}</w:delText></w:r></w:del>'


@pytest.mark.parametrize(
    ("limit", "said"), [("_MOST_PARAGRAPHS", "50 paragraphs"), ("_MOST_MARKS", "50 marks")]
)
def test_what_is_too_long_is_refused_before_it_is_read(
    monkeypatch: pytest.MonkeyPatch, limit: str, said: str
) -> None:
    monkeypatch.setattr(docx_parts, limit, 50)
    monkeypatch.setattr(docx_parts.ParserTarget, "most", 0)  # which reading would come up against first
    with pytest.raises(UnreadableDocument, match=f"There are more than {said}"):
        docx_text(docx(paragraph("Word.") * 51))


def test_programs_in_a_document_are_told_and_not_run() -> None:
    made = io.BytesIO(docx(paragraph("Word.")))
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"x")
    text, problems = docx_text(made.getvalue())
    assert text == "Word.\n"
    assert problems == ("There are programs (macros) in this document. They were not run and are not kept.",)
