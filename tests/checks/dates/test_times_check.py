"""The times check: the order of time."""

import datetime as dt

import pytest

from review_tui.checks.dates.times import TimesCheck
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Document, Material
from review_tui.model.meeting import Meeting

HEADING = "Minutes of the meeting held in the Village Hall at 7.30pm on Monday\n\n"


def findings(draft: str, meeting: Meeting | None = None) -> tuple[Finding, ...]:
    """What the check finds in ``draft``."""
    return tuple(TimesCheck().run(Material(Document.read("minutes.md", draft), (), meeting)))


def test_a_meeting_that_closed_before_it_began_is_an_error() -> None:
    (finding,) = findings(f"{HEADING}The meeting closed at 6.45pm.\n")
    assert (finding.check, finding.severity) == ("times", Severity.ERROR)
    assert (
        finding.message
        == "The meeting was held at 7.30pm, but the meeting closed at 6.45pm, before it began."
    )
    assert [p.quote for p in finding.places] == ["6.45pm", "7.30pm"]
    assert finding.suggestion is None


@pytest.mark.parametrize(
    ("wrong", "right"), [("9.05am", "9.05pm"), ("9.05 a.m.", "9.05 p.m."), ("9.05AM", "9.05PM")]
)
def test_am_for_pm_is_put_right(wrong: str, right: str) -> None:
    (finding,) = findings(f"{HEADING}The meeting closed at {wrong}\n")
    assert finding.message.endswith("pm may be meant.")
    assert finding.suggestion is not None
    assert finding.suggestion.text == right


@pytest.mark.parametrize("closed", ["9.05pm", "8.15", "12.10am", "21:05", "10.30 p.m."])
def test_a_meeting_that_closed_later_is_left_alone(closed: str) -> None:
    assert findings(f"{HEADING}The meeting closed at {closed}\n") == ()


def test_the_half_of_the_day_that_fits_is_meant_where_none_is_written() -> None:
    assert findings("Minutes of the meeting held at 7.30\n\nThe meeting closed at 9.00\n") == ()
    (finding,) = findings(f"{HEADING}The meeting closed at 7.15\n")
    assert finding.places[0].quote == "7.15"


def test_nobody_comes_before_it_began_or_after_it_closed() -> None:
    end = "The meeting closed at 9.00pm.\n"
    (early,) = findings(f"{HEADING}Cllr Jones arrived at 7.10pm.\n\n{end}")
    assert early.message == "The meeting was held at 7.30pm, but somebody arrived at 7.10pm, before it began."
    (late,) = findings(f"{HEADING}Cllr Jones left the meeting at 9.20pm.\n\n{end}")
    assert [p.quote for p in late.places] == ["9.00pm", "9.20pm"]


def test_a_meeting_does_not_go_on_before_it_was_adjourned() -> None:
    (finding,) = findings("The meeting was adjourned at 8.26pm.\n\nThe meeting was reconvened at 8.09pm.\n")
    assert (finding.severity, finding.places[0].quote) == (Severity.WARNING, "8.09pm")


def test_what_is_told_later_and_timed_earlier_is_worth_a_look() -> None:
    (finding,) = findings("Cllr Jones arrived at 8.10pm.\n\nCllr Brown left the meeting at 7.55pm.\n")
    assert finding.severity is Severity.HINT


def test_those_listed_with_their_hours_need_not_stand_in_order() -> None:
    draft = "Present: Cllr Jones (arrived 8.10pm), Cllr Brown (left the meeting at 7.55pm)\n"
    assert findings(draft) == ()


def test_several_meetings_in_one_draft_are_kept_apart() -> None:
    first = f"{HEADING}The meeting closed at 8.00pm.\n\n"
    assert (
        findings(first + "Minutes of the meeting held at 6.00pm on Tuesday\n\nThe meeting closed at 7.00pm\n")
        == ()
    )


@pytest.mark.parametrize("text", ["7.75pm", "13.30am"])
def test_a_time_that_no_clock_shows_is_an_error(text: str) -> None:
    (finding,) = findings(f"The hall opens at {text} on Mondays.\n")
    assert finding.message == f"There is no such time as {text}."


def test_a_range_that_runs_backwards_is_found_but_not_a_night() -> None:
    (finding,) = findings("The hall is let from 8.30pm to 7.00pm on Mondays.\n")
    assert finding.places[0].quote == "8.30pm to 7.00pm"
    assert findings("Lights are off from 11.30pm to 5.00am and on from 6.00 - 6.30pm.\n") == ()


def test_the_hour_in_the_book_is_compared() -> None:
    meeting = Meeting("m", "Board", dt.date(2022, 3, 16), start="18:30")
    (finding,) = findings(HEADING, meeting)
    assert (
        finding.message
        == "The draft says that the meeting was held at 7.30pm, the book that it began at 18:30."
    )
    assert findings(HEADING, Meeting("m", "Board", dt.date(2022, 3, 16), start="19:30")) == ()
