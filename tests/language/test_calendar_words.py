"""Names of months and weekdays, whole and as clerks cut them short."""

import re

import pytest

from review_tui.language.calendar_words import (
    MONTH,
    MONTH_NAMES,
    WEEKDAY,
    full_year,
    month_number,
    weekday_number,
)


@pytest.mark.parametrize("number", range(1, 13))
def test_a_month_is_read_in_full_and_by_three_letters(number: int) -> None:
    name = MONTH_NAMES[number - 1]
    for word in (name, name[:3], name.upper()):
        assert re.fullmatch(MONTH, word, re.IGNORECASE)
        assert month_number(word) == number


def test_what_clerks_write_for_months_and_weekdays_is_read() -> None:
    assert [month_number(word) for word in ("jly", "Spt", "sept", "Jly")] == [7, 9, 9, 7]
    assert [weekday_number(word) for word in ("Tu", "tues", "weds", "Thurs", "SAT", "sun")] == [
        1,
        1,
        2,
        3,
        5,
        6,
    ]
    assert all(re.fullmatch(WEEKDAY, word, re.IGNORECASE) for word in ("Tu", "weds", "thurs", "saturday"))
    assert not re.match(MONTH, "mayor", re.IGNORECASE)


def test_two_figures_are_a_year_of_this_century_or_the_last() -> None:
    assert [full_year(year) for year in ("23", "'98", "2031", "00")] == [2023, 1998, 2031, 2000]
