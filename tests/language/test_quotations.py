"""Quotations: what stands in double or single marks, within a line; an apostrophe is neither."""

import pytest

from review_tui.language.quotations import find_quotations


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ('He said "no" and \u201cnever\u201d.', ['"no"', "\u201cnever\u201d"]),
        ("He said 'no' and \u2018not, it\u2019s late\u2019.", ["'no'", "\u2018not, it\u2019s late\u2019"]),
        ("The members\u2019 hall isn't the Clerk's.", []),
        ('It is 5" and\n6" long.', []),
    ],
)
def test_quotations_are_found_with_their_marks(text: str, quotations: list[str]) -> None:
    assert [span.of(text) for span in find_quotations(text)] == quotations
