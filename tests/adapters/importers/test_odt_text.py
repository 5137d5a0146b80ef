"""The text of OpenDocument texts."""

import pytest

from review_tui.adapters.importers.errors import UnreadableDocument
from review_tui.adapters.importers.odt_text import _Body, odt_text
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
    assert odt_text(odt(BODY, STYLES)) == (
        "# The Board\n## Reports\nA bold word here.\n1. One\n  - Inner\n2. Two\na | b\n",
        (),
    )


def test_as_markdown_bold_words_blanks_and_tables_are_kept() -> None:
    text = odt_text(odt(BODY, STYLES), is_markdown=True)[0]
    assert "A **bold** word  here.\n" in text
    assert text.endswith("| a | b |\n")


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
    monkeypatch.setattr(_Body, "most", 50)
    with pytest.raises(UnreadableDocument, match="There are more than 50 marks"):
        odt_text(odt("<text:p>a</text:p>" * 51))
