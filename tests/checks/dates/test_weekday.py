"""The weekday check: a day of the week that is not that date's."""

import datetime as dt

import pytest

from review_tui.checks.dates.weekday import WeekdayCheck
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Document, Material, Sitting
from review_tui.model.meeting import Meeting

MEETING = Meeting("2022-03-16-board", "Board", dt.date(2022, 3, 16))
HEAD = "Minutes of the Board meeting held on {}\n\nPresent: A Hill, B Dale\n\nNothing was said.\n"


def findings(
    draft: str, *notes: str, meeting: Meeting | None = MEETING, others: tuple[dt.date, ...] = ()
) -> tuple[Finding, ...]:
    documents = tuple(Document.read("notes/clerk.md", text) for text in notes)
    book = tuple(Sitting(day.isoformat(), day) for day in others)
    return tuple(WeekdayCheck().run(Material(Document.read("minutes.md", draft), documents, meeting, book)))


def mended(draft: str, finding: Finding) -> str:
    assert finding.suggestion is not None
    span = finding.suggestion.span
    return draft[: span.start] + finding.suggestion.text + draft[span.end :]


def test_a_wrong_day_of_the_week_is_an_error_with_each_way_to_read_it() -> None:
    (finding,) = findings("A walk will be held on Friday 7th April 2022.\n")
    assert (finding.check, finding.severity) == ("weekday", Severity.ERROR)
    assert finding.message == (
        "Line 1 says Friday 7th April 2022, but that date is a Thursday; it would be right as Thursday 7th "
        "April 2022, as Friday 8th April 2022 or as Friday 7th April 2023."
    )
    assert finding.suggestion is None
    assert [p.quote for p in finding.places] == ["Friday 7th April 2022"]


def test_right_days_of_the_week_are_left_alone() -> None:
    draft = "On Wednesday 16 March 2022, Thursday\n\n17 March 2022, Fri 18.03.22 and Saturday 19 March.\n"
    assert findings(draft) == ()


def test_a_day_of_the_week_on_the_line_before_is_found() -> None:
    (finding,) = findings("The Board met on Thursday\n\n13th January 2006.\n", meeting=None)
    assert finding.places[0].quote == "Thursday\n\n13th January 2006"
    assert "Line 1 says Thursday 13th January 2006, but that date is a Friday" in finding.message


def test_the_meeting_s_own_date_makes_the_day_of_the_week_wrong() -> None:
    draft = HEAD.format("THURSDAY 16TH MARCH 2022")
    (finding,) = findings(draft)
    assert finding.message == (
        "Line 1 says THURSDAY 16TH MARCH 2022, but that date is a Wednesday; WEDNESDAY 16TH MARCH 2022 is "
        "right, because the meeting's file gives that date."
    )
    assert findings(mended(draft, finding)) == ()


@pytest.mark.parametrize(
    "wrong", ["Wednesday 15th March 2022", "Wednesday 16th May 2022", "Wednesday 16th March 2021"]
)
def test_the_meeting_s_own_date_tells_whether_day_month_or_year_is_wrong(wrong: str) -> None:
    draft = HEAD.format(wrong)
    (finding,) = findings(draft)
    assert mended(draft, finding) == HEAD.format("Wednesday 16th March 2022")


def test_without_the_meeting_s_date_the_head_decides_nothing() -> None:
    (finding,) = findings(HEAD.format("Thursday 16th March 2022"), meeting=None)
    assert finding.suggestion is None


def test_a_next_meeting_of_last_year_has_the_year_wrong() -> None:
    draft = "The next meeting will be held on Wednesday 25th May 2021.\n"
    (finding,) = findings(draft)
    assert finding.suggestion is not None
    assert finding.suggestion.text == "Wednesday 25th May 2022"
    assert finding.message.endswith("because that is the year of the meetings around it.")


def test_the_book_s_other_meetings_decide() -> None:
    draft = "The minutes of the meeting held on Wednesday 25th January 2022 were signed.\n"
    (finding,) = findings(draft, others=(dt.date(2022, 1, 26), dt.date(2022, 5, 25)))
    assert finding.suggestion is not None
    assert finding.suggestion.text == "Wednesday 26th January 2022"


def test_notes_with_the_same_date_and_the_right_day_of_the_week_decide() -> None:
    (finding,) = findings("A walk will be held on Friday 7th April 2022.\n", "walk Thurs 7 April 2022\n")
    assert finding.suggestion is not None
    assert finding.suggestion.text == "Thursday 7th April 2022"
    assert [(p.file, p.quote) for p in finding.places][1:] == [("notes/clerk.md", "Thurs 7 April 2022")]


@pytest.mark.parametrize(
    "noted",
    [
        "walk Thurs 7 April 2022?? no guide, -> Fri 8 April",
        "walk not Thurs 7 April 2022",
        "walk Thurs 7 April 2022 moved to Fri 8",
    ],
)
def test_a_day_that_the_notes_drop_decides_nothing(noted: str) -> None:
    (finding,) = findings("A walk will be held on Friday 7th April 2022.\n", noted + "\n")
    assert finding.suggestion is None


def test_days_jotted_in_small_letters_decide() -> None:
    (finding,) = findings("A walk will be held on Friday 17th March 2022.\n", "walk thu 17 mar\n")
    assert finding.suggestion is not None
    assert finding.suggestion.text == "Thursday 17th March 2022"


def test_a_date_of_something_else_decides_nothing() -> None:
    draft = "A walk will be held on Friday 7th April 2022.\n\nA fair will be held on Friday 8th April 2022.\n"
    (finding,) = findings(draft)
    assert finding.suggestion is None


def test_a_date_without_a_year_is_taken_near_the_meeting_and_warned_of() -> None:
    (finding,) = findings("The fair is on Friday 7th April.\n")
    assert finding.severity is Severity.WARNING
    assert "but in 2022 that date is a Thursday" in finding.message
    assert findings("The fair is on Friday 7th April.\n", meeting=None) == ()


def test_a_date_without_a_year_may_be_of_another_year() -> None:
    assert findings("In 2017 it was on Friday 7th April, and well attended.\n") == ()
    assert findings("A survey was done on Wednesday 4th August.\n") == ()  # 2021 fits, 2022 would not
    (hint,) = findings("A festival is planned for Saturday 4th February next.\n")
    assert hint.severity is Severity.HINT  # 2023 fits, further on than half a year


@pytest.mark.parametrize(
    ("head", "is_told"),
    [("March 12, 2013\n\n", False), ("12 March 2013\n\n", True), ("", False), ("Sent 25/02/2013.\n\n", True)],
)
def test_which_figure_is_the_month_is_told_by_the_other_dates(head: str, *, is_told: bool) -> None:
    assert bool(findings(f"{head}The choir wrote on Friday, 03/08/2013.\n", meeting=None)) is is_told


def test_days_of_the_week_of_long_ago_depend_on_the_calendar() -> None:
    assert findings("The charter is of Monday 3 September 1752.\n") == ()


def test_a_date_without_a_year_is_held_against_no_meeting_whose_own_day_is_doubtful() -> None:
    fair = "The fair was on Sunday 16 July.\n"  # a Saturday in 2022, a Sunday in 2023
    told = findings(HEAD.format("Thursday 17th March 2022") + fair, meeting=None)
    assert [finding.places[0].quote for finding in told] == ["Sunday 16 July"]
    told = findings(HEAD.format("Friday 17th March 2022") + fair, meeting=None)
    assert [finding.places[0].quote for finding in told] == ["Friday 17th March 2022"]
