"""Corrections of earlier minutes, as later ones put them."""

import pytest

from review_tui.language.correction_words import CorrectionKind, find_correction_words

REPLACE, DELETE, AFTER, READ = (
    CorrectionKind.REPLACE,
    CorrectionKind.DELETE,
    CorrectionKind.INSERT_AFTER,
    CorrectionKind.SHOULD_READ,
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Page 3, item 5: delete \u201c2022\u201d, insert \u201c2021\u201d.",
            [(REPLACE, "2022", "2021", "5")],
        ),
        ("Item 5: for 2022 read 2021.", [(REPLACE, "2022", "2021", "5")]),
        ('Delete "Mr X" and insert "Mrs X".', [(REPLACE, "Mr X", "Mrs X", "")]),
        ("agreed with the amendment of Mr B Oak to Mr B Ash.", [(REPLACE, "Mr B Oak", "Mr B Ash", "")]),
        ("The word ask be replaced with the word insist.", [(REPLACE, "ask", "insist", "")]),
        ("To change \u00a31,450 to \u00a31,540 in item 7.", [(REPLACE, "\u00a31,450", "\u00a31,540", "7")]),
        (
            "Item 4 remove the words \u2018it didn\u2019t pass\u2019.",
            [(DELETE, "it didn\u2019t pass", "", "4")],
        ),
        ('The words "at once" should be deleted.', [(DELETE, "at once", "", "")]),
        ('Insert "not" after "was" in minute 12.', [(AFTER, "was", "not", "12")]),
        ("Minute 64/17c should read: Fees rise.", [(READ, "", "Fees rise.", "64/17")]),
        (
            'For "A" read "B"; and in item 6, for 14 read 15.',
            [(REPLACE, "A", "B", ""), (REPLACE, "14", "15", "6")],
        ),
        ("The minutes of 10 July were signed with the corrections agreed.", []),
        ("Any damaged signs should be repaired or replaced by the Council.", []),
    ],
)
def test_what_goes_and_what_comes_is_read(
    line: str, expected: list[tuple[CorrectionKind, str, str, str]]
) -> None:
    assert [(w.kind, w.old, w.new, w.place.item) for w in find_correction_words(line)] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Page 3, item 5, second resolution: for 1 read 2.", (3, "", "resolution", 2)),
        ("Minute 64/17c first sentence should read: So.", (None, "c", "sentence", 1)),
        ("Matters arising c) remove the words \u201cfeeder pillar\u201d.", (None, "c", "", 0)),
        ('the number 62 be amended to "many" in the last paragraph', (None, "", "paragraph", -1)),
    ],
)
def test_where_it_is_is_read(line: str, expected: tuple[int | None, str, str, int]) -> None:
    (found,) = find_correction_words(line)
    assert (found.place.page, found.place.part, found.place.unit, found.place.ordinal) == expected
