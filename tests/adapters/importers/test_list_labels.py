"""What lists count in."""

import pytest

from review_tui.adapters.importers.list_labels import format_numeral


@pytest.mark.parametrize(
    ("number", "form", "said"),
    [
        (3, "decimal", "3"),
        (3, "decimalZero", "03"),
        (1, "lowerLetter", "a"),
        (28, "upperLetter", "BB"),
        (1949, "lowerRoman", "mcmxlix"),
        (4, "upperRoman", "IV"),
        (0, "upperRoman", "0"),
        (5000, "lowerRoman", "5000"),
        (0, "lowerLetter", "0"),
        (9999, "lowerLetter", "9999"),
        (1, "ordinal", "1st"),
        (12, "ordinal", "12th"),
        (23, "ordinal", "23rd"),
        (7, "whatever", "7"),
    ],
)
def test_numbers_are_written_as_the_list_says(number: int, form: str, said: str) -> None:
    assert format_numeral(number, form) == said
