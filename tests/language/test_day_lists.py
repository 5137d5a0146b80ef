"""Days of a list that share one month."""

import datetime as dt

import pytest

from review_tui.language.periods import find_periods

MEETING = dt.date(2022, 4, 13)


def read(text: str, reference: dt.date | None = MEETING) -> list[tuple[str, str]]:
    """The days of ``text`` with the words that name each."""
    return [(p.start.isoformat(), p.text) for p in find_periods(text, reference=reference)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 1st and 2nd March", [("2022-03-01", "1st"), ("2022-03-02", "2nd March")]),
        ("on 1 and 2 March 2021", [("2021-03-01", "1"), ("2021-03-02", "2 March 2021")]),
        (
            "the 5th, 12th and 19th of May",
            [("2022-05-05", "5th"), ("2022-05-12", "12th"), ("2022-05-19", "19th of May")],
        ),
        ("Mon 2nd & Tue 3rd May", [("2022-05-02", "Mon 2nd"), ("2022-05-03", "Tue 3rd May")]),
        ("June 20th & 27th", [("2022-06-20", "June 20th"), ("2022-06-27", "27th")]),
        ("June 3 and 10, 2021", [("2021-06-03", "June 3"), ("2021-06-10", "10")]),
        (
            "on Mar 16, 22 and 29.",
            [("2022-03-16", "Mar 16"), ("2022-03-22", "22"), ("2022-03-29", "29")],
        ),
    ],
)
def test_each_day_of_a_list_is_read(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize("reference", [MEETING, dt.date(2021, 11, 1), None])
def test_two_figures_after_a_day_are_the_year_when_that_is_near(reference: dt.date | None) -> None:
    assert read("on Mar 16, 22", reference) == [("2022-03-16", "Mar 16, 22")]


def test_two_figures_that_are_no_year_near_the_meeting_are_another_day() -> None:
    days = read("on Mar 16, 22", dt.date(2016, 3, 1))
    assert days == [("2016-03-16", "Mar 16"), ("2016-03-22", "22")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("items 3 and 4 March 2022", ["4 March 2022"]),
        ("phase 1 and 2 May 2022", ["2 May 2022"]),
        ("March 3 and 4 people came", ["March 3"]),
        ("22 and 16 March", ["16 March"]),
        ("between 1st and 2nd March 2022", ["1st and 2nd March 2022"]),
        ("between July 27th and 28th", ["July 27th and 28th"]),
        ("5 members and 2 March hares", ["2 March"]),
    ],
)
def test_numbers_that_are_no_days_of_the_month_are_left_alone(text: str, words: list[str]) -> None:
    assert [said for _, said in read(text)] == words


def test_a_month_that_ends_a_sentence_has_no_day_behind_it() -> None:
    assert read("A session in April. 14 people came.") == []
    assert read("It was on Apr. 14 here.") == [("2022-04-14", "Apr. 14")]
