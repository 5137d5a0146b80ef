"""Slips in figures, by what was done to the digits."""

import pytest

from review_tui.language.digit_slips import DigitSlip, digit_slip


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("4820", "4830", DigitSlip.SUBSTITUTION),
        ("4820", "4280", DigitSlip.TRANSPOSITION),
        ("4823", "3824", DigitSlip.EXCHANGE),
        ("4823", "8234", DigitSlip.REORDERING),
        ("4820", "48200", DigitSlip.INSERTION),
        ("4820", "420", DigitSlip.INSERTION),
        ("4820", "4820", None),
        ("4820", "4911", None),
        ("4820", "48", None),
    ],
)
def test_the_slip_is_told_whichever_number_was_meant(one: str, other: str, slip: DigitSlip | None) -> None:
    assert digit_slip(one, other) is slip
    assert digit_slip(other, one) is slip
