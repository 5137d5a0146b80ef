"""Tables as they are shown."""

from review_tui.model.passages import passages
from review_tui.model.text import Span
from review_tui.tui.presenters.draft_blocks import note_blocks
from review_tui.tui.presenters.table_columns import table_rows

TEXT = """\
Words before.

| Name | What was said |
|------|:-------------:|
| Ann  | **Yes**, she did |
| Bob Jones |

| Other | table |
|---|---|

Words after.
"""


def test_rows_of_a_table_agree_on_their_columns() -> None:
    rows = table_rows(TEXT)
    assert [row.widths for row in rows.values()] == [(9, 13)] * 3 + [(5, 5)]
    assert [index for index, row in rows.items() if row.is_last] == [3, 4]


def test_a_row_shows_its_cells_and_the_heads_are_headings() -> None:
    blocks = note_blocks(TEXT, [Span(TEXT.index("Yes"), TEXT.index("Yes") + 3)])
    assert [b.text for b in blocks[1:4]] == ["Name  What was said", "Ann  Yes, she did", "Bob Jones"]
    assert [b.tone for b in blocks[1:5]] == ["heading", "plain", "plain", "heading"]
    assert [b.gap_after for b in blocks[:5]] == [True, False, False, True, True]
    (mark,) = blocks[2].marks
    assert blocks[2].text[mark.start : mark.end] == "Yes"
    assert [blocks[2].text[a:b] for a, b in blocks[2].cells] == ["Ann", "Yes, she did"]


def test_other_text_has_no_rows() -> None:
    assert table_rows("| no | table |\n") == {}
    assert not passages("| no | table |\n")[0].cells


def test_marks_are_not_shown_but_what_could_mislead_is() -> None:
    (block,) = note_blocks("- **Bold** _words_, ~~2023~~ 2022&nbsp;--&nbsp;[x](y) <!-- c --> z\u200b\\*\n")
    assert block.text == "Bold words, ~~2023~~ 2022 \u2013 [x](y) <!-- c --> z\u200b*"
    (mark,) = block.marks
    assert (block.text[mark.start : mark.end], mark.kind) == ("~~2023~~", "deleted")
    (block,) = note_blocks("Paid <s>480</s> 430, and <del>x</del>\n")  # signs that need no colour
    assert block.text == "Paid ~~480~~ 430, and ~~x~~"


def test_code_is_shown_as_it_stands() -> None:
    (block,) = note_blocks("```\n**a** &amp;\n```\n")
    assert block.text == "**a** &amp;"
