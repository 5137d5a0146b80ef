"""The dates check: what no calendar has, what runs backwards, what the meeting's date contradicts."""

import datetime as dt

import pytest

from review_tui.checks.dates.dates import DatesCheck
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Document, Material, Sitting
from review_tui.model.meeting import Meeting

MEETING = Meeting("2022-01-14-board", "Board", dt.date(2022, 1, 14))
WHOLE = "Minutes of the Board meeting held on {}\n\nPresent: A Hill, B Dale\n\nNothing was said.\n"


def findings(
    draft: str, *, meeting: Meeting | None = MEETING, others: tuple[str, ...] = ()
) -> tuple[Finding, ...]:
    book = tuple(Sitting(day, dt.date.fromisoformat(day)) for day in others)
    return tuple(DatesCheck().run(Material(Document.read("minutes.md", draft), (), meeting, book)))


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("31 June 2022", "June has only 30 days"),
        ("29 February 2011", "February 2011 has only 28 days"),
        ("30/02/2022", "February 2022 has only 28 days"),
        ("31st April", "April has only 30 days"),
    ],
)
def test_a_day_that_no_calendar_has_is_found(words: str, why: str) -> None:
    (finding,) = findings(f"\nThe grant is due by {words}.\n")
    assert (finding.severity, finding.message) == (Severity.ERROR, f"Line 2 says {words}, but {why}.")
    assert finding.places[0].quote == words


def test_a_period_that_ends_before_it_begins_is_found() -> None:
    (finding,) = findings("The audit covered October 2021 to September 2020.\n")
    assert finding.message == "Line 1 says October 2021 to September 2020, which ends before it begins."
    assert findings("The visit was moved from 5 May 2022 to 3 May 2022.\n") == ()


@pytest.mark.parametrize(
    "words",
    [
        "the first quarter of the business year 2025, October to December 2024, was good",
        "Minutes No. 2025-05 of September 17, 2025 were adopted",
        "the plan for 2025 (October 2024 to March 2025) was noted",
    ],
)
def test_a_year_that_ends_what_stands_before_a_period_does_not_begin_it(words: str) -> None:
    assert findings(f"It was told that {words}.\n") == ()


def test_a_next_meeting_before_this_one_has_a_slip_of_the_year() -> None:
    (finding,) = findings("The next meeting will be held on 11 March 2021.\n")
    assert finding.severity is Severity.ERROR
    assert finding.message == (
        "Line 1 gives 11 March 2021 for the next meeting, but this meeting was held on 14 January 2022, "
        "after that; the year looks like a slip for 11 March 2022."
    )
    assert finding.suggestion is not None
    assert finding.suggestion.text == "11 March 2022"


def test_a_next_meeting_on_the_day_of_this_one_is_warned_of() -> None:
    (finding,) = findings("Date of next meeting\n\n14 January 2022\n")
    assert (finding.severity, finding.suggestion) == (Severity.WARNING, None)
    assert finding.message == (
        "Line 3 gives 14 January 2022 for the next meeting, but that is the day of this meeting itself."
    )


def test_signed_minutes_of_a_meeting_after_this_one_are_found() -> None:
    (finding,) = findings("The minutes of the meeting held on 16 January 2022 were signed as correct.\n")
    assert finding.severity is Severity.WARNING
    assert "but this meeting was held on 14 January 2022, before that" in finding.message
    (year,) = findings("The minutes of the meeting held on 10 December 2022 were signed as correct.\n")
    assert year.suggestion is not None
    assert year.suggestion.text == "10 December 2021"


def test_the_date_at_the_head_of_the_draft_counts_and_is_shown() -> None:
    draft = WHOLE.format("14 January 2022") + "\nThe next meeting is on 12 January 2022.\n"
    (finding,) = findings(draft, meeting=None)
    assert [p.quote for p in finding.places] == ["12 January 2022", "14 January 2022"]


def test_something_to_come_that_lies_a_year_back_is_warned_of() -> None:
    (finding,) = findings("The fair will be held on 5 February 2021.\n")
    assert (finding.severity, finding.suggestion) == (Severity.WARNING, None)
    assert finding.message == (
        "Line 1 gives 5 February 2021 for something still to come, but this meeting was held on 14 January "
        "2022, after that; the year looks like a slip for 5 February 2022."
    )
    (past,) = findings("The fair was held on 5 December 2022.\n")
    assert "for something past" in past.message


@pytest.mark.parametrize(
    "draft",
    [
        "The next meeting will be held on 11 March 2022.\n",
        "The next meeting will be held on 11 March.\n",
        "The minutes of the meeting held on 10 December 2021 were signed as correct.\n",
        "It had been agreed that the fair would be held on 5 February 2021.\n",
        "The fair was held on 5 February 2021.\n",
        "The minutes of the meeting held on 14 January 2022.\n",
        "The path will be open from 5 August 2022.\n",
        "The fair will be held on Friday 5 February 2021.\n",
        "The next meeting will be held on Friday 11 March 2021.\n",  # the weekday check tells more
        "Next meeting: to be agreed\n\nDoors open: 14 January 2022\n",
        "The permits of 2015/2014 were looked at again.\n",
        "Next meeting: 11 February, 1300\n",
        "*Minutes of the Board meeting of 14 January 2022* 4\n\nSignificant damage was done.\n",
    ],
)
def test_what_goes_with_the_meeting_s_date_is_left_alone(draft: str) -> None:
    assert findings(draft) == ()


@pytest.mark.parametrize("years", ["2019/19", "2021/2020", "2019/2019"])
def test_years_that_end_before_they_begin_are_told(years: str) -> None:
    assert len(findings(f"The draft budget for {years} was noted.\n")) == 1


@pytest.mark.parametrize("years", ["2019/19", "2019/2017"])
def test_two_years_that_are_not_one_after_the_other_are_told_of_anything(years: str) -> None:
    assert len(findings(f"The statement on permits for {years} was read.\n")) == 1


def test_the_head_of_the_draft_must_have_the_date_of_the_meeting_s_file() -> None:
    (finding,) = findings(WHOLE.format("14th January 2021"))
    assert finding.severity is Severity.ERROR
    assert finding.message == (
        "Line 1 gives the date of this meeting as 14th January 2021, "
        "but the meeting's file gives 14 January 2022."
    )
    assert finding.suggestion is not None
    assert finding.suggestion.text == "14th January 2022"
    (other,) = findings(WHOLE.format("3rd May 2021"))
    assert (other.severity, other.suggestion) == (Severity.WARNING, None)
    assert findings(WHOLE.format("14th January 2022")) == ()


BOOK = ("2021-11-05", "2021-12-10", "2022-02-11")


def test_a_previous_meeting_that_is_almost_one_of_the_book_s_is_warned_of() -> None:
    (finding,) = findings("The minutes of the meeting held on 10 November 2021 were signed.\n", others=BOOK)
    assert finding.severity is Severity.WARNING
    assert finding.message == (
        "Line 1 gives 10 November 2021 for the previous meeting, but the book has no meeting on that day; "
        "its last one is of 10 December 2021."
    )
    assert finding.suggestion is not None
    assert finding.suggestion.text == "10 December 2021"


def test_a_next_meeting_that_is_almost_the_book_s_is_warned_of() -> None:
    (finding,) = findings("The next meeting will be held on 12 February 2022.\n", others=BOOK)
    assert finding.suggestion is not None
    assert finding.suggestion.text == "11 February 2022"


@pytest.mark.parametrize(
    "draft",
    [
        "The minutes of the meeting held on 10 December 2021 were signed.\n",
        "The minutes of the meeting held on 5 November 2021 were signed.\n",
        "The minutes of the meeting held on 3 June 2020 were signed.\n",  # before the book begins
        "The next meeting will be held on 27 April 2022.\n",  # after it ends
    ],
)
def test_meetings_that_the_book_has_or_cannot_know_are_left_alone(draft: str) -> None:
    assert findings(draft, others=BOOK) == ()


def test_findings_come_in_the_order_of_the_draft() -> None:
    draft = "The audit covered May 2021-April 2020.\n\nIt is due on 31 April 2022.\n"
    assert [f.places[0].line for f in findings(draft)] == [1, 3]


def test_a_head_with_a_wrong_day_of_the_week_is_left_to_the_check_of_those() -> None:
    assert findings(WHOLE.format("Friday 15th January 2022")) == ()


def test_the_day_of_the_meeting_itself_is_no_plan_for_another() -> None:
    (finding,) = findings(WHOLE.replace("held", "to be held").format("14 March 2021"))
    assert "gives the date of this meeting as 14 March 2021" in finding.message
    assert finding.suggestion is None


def test_a_number_after_a_date_in_figures_is_a_reference_and_no_day() -> None:
    draft = "Since 10/26/2016 the treasurer has paid. Update #2016-11-02/30: a grant for the camp.\n"
    assert findings(draft) == ()
