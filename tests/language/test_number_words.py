"""Numbers in words, written and said."""

import pytest

from review_tui.language.number_words import number_of, spoken_values


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("thirty eight", {38}),
        ("twelve hundred", {1200}),
        ("forty-one thousand two hundred and six", {41_206}),
        ("two oh eight", {208, 2, 0, 8}),
        ("four twelve six", {4126, 41_206, 4, 12, 6}),
        ("eighteen point four two million", {18_420_000}),
        ("grass", set()),
    ],
)
def test_what_is_said_has_every_value_that_it_may_mean(words: str, values: set[float]) -> None:
    assert spoken_values(words) == values


@pytest.mark.parametrize(
    ("words", "value"), [("a hundred and fifty", 150), ("two dozen", 24), ("fourty", 40), ("nobody", 0)]
)
def test_what_is_written_has_one(words: str, value: int) -> None:
    assert number_of(words) == value
