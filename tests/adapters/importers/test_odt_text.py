"""The text of OpenDocument texts."""

import pytest

from review_tui.adapters.importers.errors import UnreadableDocument
from review_tui.adapters.importers.odt_text import OdtBody, odt_text
from review_tui.adapters.importers.odt_tracked_text import odt_tracked_text
from review_tui.adapters.importers.tracked_document import document_of
from review_tui.application.tracked_document import DocumentPlace
from tests.adapters.importers.documents import docx, odt, paragraph

STYLES = (
    '<style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="P1" style:parent-style-name="Title"/>'
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" '
    'style:num-suffix="."/><text:list-level-style-bullet text:level="2"/></text:list-style>'
)
BODY = (
    "<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone.</text:p></text:deletion>"
    "</text:changed-region></text:tracked-changes>"
    '<text:p text:style-name="P1">The Board</text:p><text:h text:outline-level="2">Reports</text:h>'
    '<text:p>A <text:span text:style-name="B">bold</text:span> word<text:s text:c="2"/>here'
    "<office:annotation><text:p>Margin.</text:p></office:annotation>.</text:p>"
    '<text:list text:style-name="L1"><text:list-item><text:p>One</text:p><text:list><text:list-item>'
    "<text:p>Inner</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>Two</text:p>"
    "</text:list-item></text:list>"
    "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell>"
    "<text:p>b</text:p></table:table-cell></table:table-row></table:table>"
)


def test_headings_lists_and_tables_are_read_and_changes_accepted() -> None:
    text, problems = odt_text(odt(BODY, STYLES))
    margin = "[Comment by somebody: Margin.]\n"
    assert text == f"# The Board\n## Reports\nA bold word here.\n{margin}1. One\n  - Inner\n2. Two\na | b\n"
    assert problems == ()


def test_as_markdown_bold_words_blanks_and_tables_are_kept() -> None:
    text = odt_text(odt(BODY, STYLES), is_markdown=True)[0]
    assert "A **bold** word  here.\n" in text
    assert text.endswith("| a | b |\n")


NUMBERED = (
    '<text:list-style style:name="L2"><text:list-level-style-number text:level="1" style:num-format="1" '
    'style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="1" '
    'text:display-levels="2"/></text:list-style>'
    '<text:list-style style:name="L3"><text:list-level-style-bullet text:level="1"/></text:list-style>'
    '<text:outline-style><text:outline-level-style text:level="1" '
    'style:num-format="I" style:num-suffix="."/></text:outline-style>'
    '<style:style style:name="I"><style:text-properties fo:font-style="italic"/></style:style>'
    '<style:style style:name="Quotations"><style:text-properties fo:font-style="italic"/></style:style>'
)


def entries(words: str, how: str = "", inner: str = "") -> str:
    entry = f"<text:list-item><text:p>{words}</text:p>{inner}</text:list-item>"
    return f"<text:list {how}>{entry}</text:list>"


def test_lists_go_on_where_another_ended_and_tell_the_levels_above() -> None:
    body = (
        '<text:h text:outline-level="1">Roads</text:h>'
        + entries("one", 'xml:id="x1" text:style-name="L2"', entries("inner"))
        + entries("point", 'text:style-name="L3"')
        + entries("two", 'text:style-name="L2" text:continue-list="x1"', entries("inner"))
        + entries("three", 'text:style-name="L2" text:continue-numbering="true"')
        + entries("anew", 'text:style-name="L2"')
        + '<text:h text:outline-level="1">Trees</text:h>'
    )
    assert odt_text(odt(body, NUMBERED), is_markdown=True)[0].splitlines() == [
        "# I. Roads", "1. one", "  1.1 inner", "- point", "2. two", "  2.1 inner", "3. three", "1. anew",
        "# II. Trees",
    ]  # fmt: skip


def test_italics_are_marked_and_those_of_quotations_are_not() -> None:
    body = (
        '<text:p>a <text:span text:style-name="I">b</text:span></text:p>'
        '<text:p text:style-name="I">c</text:p>'
        '<text:p text:style-name="Quotations">d <text:span text:style-name="I">e</text:span></text:p>'
    )
    assert odt_text(odt(body, NUMBERED), is_markdown=True)[0] == "a *b*\n*c*\n> d *e*\n"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (odt(BODY, manifest="<manifest><encryption-data/></manifest>"), "protected by a password"),
        (docx(paragraph("Word.")), "There is no OpenDocument text in this file."),
        (
            odt("<text:p>a</text:p>", head='<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'),
            "document type",
        ),
        (odt("<text:p>a"), "broken"),
        (odt(""), "There are no words in this document"),
    ],
    ids=["password", "other", "entities", "broken", "empty"],
)
def test_bad_documents_are_refused_in_a_sentence(raw: bytes, said: str) -> None:
    with pytest.raises(UnreadableDocument, match=said):
        odt_text(raw)


def test_a_document_of_marks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(OdtBody, "most", 50)
    with pytest.raises(UnreadableDocument, match="There are more than 50 marks"):
        odt_text(odt("<text:p>a</text:p>" * 51))


CHANGED = (
    "<text:tracked-changes>"
    '<text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>Jane</dc:creator>'
    "<dc:date>2022-03-21T09:30:00</dc:date></office:change-info><text:p>Three.</text:p><text:p>And </text:p>"
    "</text:deletion></text:changed-region>"
    '<text:changed-region text:id="c2"><text:insertion><office:change-info><dc:creator>Jane</dc:creator>'
    "<dc:date>2022-03-21T09:30:00</dc:date></office:change-info></text:insertion></text:changed-region>"
    '<text:changed-region text:id="c3"><text:format-change/></text:changed-region></text:tracked-changes>'
    '<text:p>Trees: <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>Four'
    '<text:s text:c="2"/></text:p><text:p>and<text:change-end text:change-id="c2"/> fell'
    '<office:annotation office:name="a1"><dc:creator>Ann</dc:creator><dc:date>2022-03-22T09:00:00</dc:date>'
    '<text:p>Which?</text:p></office:annotation> down<office:annotation-end office:name="a1"/>.'
    '<office:annotation office:name="a2" loext:parent-name="a1" loext:resolved="true"><text:p>Oaks.</text:p>'
    "</office:annotation></text:p>"
)


def test_tracked_changes_are_read_as_accepted_or_as_rejected() -> None:
    assert odt_text(odt(CHANGED), is_markdown=True)[0] == "Trees: Four\nand fell down.\n"
    assert odt_text(odt(CHANGED), is_markdown=True, is_rejected=True)[0] == "Trees: Three.\nAnd  fell down.\n"


def test_changes_and_comments_are_told_apart_with_whose_they_are() -> None:
    document = document_of(odt_tracked_text(odt(CHANGED))[0])
    first, second, third = document.paragraphs
    assert [(p.text, p.came, p.went) for p in first.pieces] == [("Trees: ", None, None), ("Three.", None, 0)]
    assert [(p.text, p.came, p.went) for p in second.pieces] == [("And ", None, 0), ("Four  ", 0, None)]
    assert (first.went, second.came, third.words) == (0, 0, "and fell down.")
    assert [change.author for change in document.changes] == ["Jane"]
    which, oaks = document.comments
    assert (which.author, which.words, which.answers, oaks.answers) == ("Ann", "Which?", "", "a1")
    assert (which.start, which.end) == (DocumentPlace(2, 8), DocumentPlace(2, 13))
    assert oaks.is_done
