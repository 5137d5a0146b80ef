"""Days of the week with the dates they are said of."""

import datetime as dt

import pytest

from review_tui.language.weekdays import find_dated_weekdays

MEETING = dt.date(2022, 3, 16)


def read(text: str) -> list[tuple[str, int, str, bool]]:
    """Words, day of the week, date, and whether they agree."""
    found = find_dated_weekdays(text, reference=MEETING)
    assert all(d.span.of(text) == d.text and d.span.holds(d.name) and d.span.holds(d.date) for d in found)
    return [(d.text, d.weekday, d.day.isoformat(), d.agrees) for d in found]


@pytest.mark.parametrize(
    "words",
    [
        "Wednesday 16th March 2022",
        "WEDNESDAY MARCH 16TH 2022",
        "Wednesday, 16th March, 2022",
        "Wed. 16.03.22",
        "Wed 16/3/2022",
        "Wednesday\n\n16th March 2022",
        "Wednesday evening, 16 March 2022",
        "Wednesday the 16th of March 2022",
        "Wednesday** **16 March 2022",
        "16 March 2022 (Wednesday",
        "Wednesday 16 March",
        "Wednesday | 16 March 2022",
    ],
)
def test_a_day_of_the_week_is_read_with_its_date(words: str) -> None:
    closing = ")" if "(" in words else ""
    assert read(f"It met on {words}{closing}, at noon.") == [(words, 2, "2022-03-16", True)]


def test_a_wrong_day_of_the_week_is_told() -> None:
    assert read("Thursday 16th March 2022") == [("Thursday 16th March 2022", 3, "2022-03-16", False)]


def test_each_end_of_a_range_and_each_of_a_list_has_its_own() -> None:
    assert [(w, d) for _, w, d, _ in read("from Monday 4 to Friday 8 April 2022")] == [
        (0, "2022-04-04"),
        (4, "2022-04-08"),
    ]
    assert [(w, d) for _, w, d, _ in read("on Thursday 7th, Friday 8th and Saturday 9th April 2022")] == [
        (3, "2022-04-07"),
        (4, "2022-04-08"),
        (5, "2022-04-09"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Committee sat 16 March 2022.",
        "It is open Monday to Thursday 12 May 2022 only.",
        "It closed on Monday. 4 May 2022 was fine.",
        "every Thursday",
        "Thursday 12 people came",
        "Monday at noon",
        "",
    ],
)
def test_a_day_of_the_week_that_is_said_of_no_date_is_left_alone(text: str) -> None:
    assert read(text) == []


def test_without_a_reference_a_date_needs_its_year() -> None:
    assert find_dated_weekdays("Thursday 16 March") == ()


def test_a_date_without_a_year_is_of_the_year_nearest_to_the_reference_in_a_range_too() -> None:
    found = read("moved from Thursday October 6th to Wednesday October 5th")
    assert [d for _, _, d, _ in found] == ["2021-10-06", "2021-10-05"]
