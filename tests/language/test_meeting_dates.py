"""What dates are to the meeting: its own, the next one's, one before."""

import datetime as dt

import pytest

from review_tui.language.meeting_dates import DateRole, find_meeting_dates, role_of
from review_tui.language.periods import find_periods

HEAD = "MINUTES of the meeting of Hill Town Council held on Wednesday 16th March 2022\n\n"
REST = "Present: Cllr A Hill (Chair), Cllr B Dale\n\n1. Apologies\n\nThere were none.\n"


@pytest.mark.parametrize(
    "text",
    [
        HEAD + REST,
        "Hill Town Council\n\nDraft minutes (until approved at the next meeting)\n\n"
        "Wednesday 16th March 2022\n\n" + REST,
    ],
)
def test_the_head_of_whole_minutes_gives_the_day_of_the_meeting(text: str) -> None:
    sitting = find_meeting_dates(text, find_periods(text))
    assert sitting is not None
    assert (sitting.day, sitting.text) == (dt.date(2022, 3, 16), "Wednesday 16th March 2022")


@pytest.mark.parametrize(
    "text",
    [
        "The minutes of the previous meeting, held on 16th March 2022, were agreed.\n\n" + REST,
        "Consideration was given to the report of 16th March 2022.\n",
        REST + "\nMinutes of the meeting held on 16th March 2022\n",
        "1. Minutes of the meeting held on 16th March 2022\n\nPresent: all\n",
        HEAD.replace(" 2022", "") + REST,
        HEAD,
        "",
    ],
)
def test_other_dates_at_the_top_are_not_the_meeting_s(text: str) -> None:
    assert find_meeting_dates(text, find_periods(text)) is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The next meeting of the Board will be held on 25 May 2022.", DateRole.NEXT),
        ("Date of next meeting\n\nWednesday 25 May 2022", DateRole.NEXT),
        ("The minutes of the meeting held on 26 January 2022 were signed.", DateRole.PREVIOUS),
        ("The last meeting of the Board was on 26 January 2022.", DateRole.PREVIOUS),
        ("The minutes were signed. The fair is on 26 May 2022.", DateRole.OTHER),
        ("Following the public meeting on 26 May 2022 nothing was done.", DateRole.OTHER),
    ],
)
def test_the_words_before_a_date_tell_what_it_is_to_the_meeting(text: str, role: DateRole) -> None:
    (period,) = find_periods(text)
    assert role_of(text, period.span, None) is role


def test_the_date_at_the_head_is_the_meeting_s_own() -> None:
    text = HEAD + REST
    periods = find_periods(text)
    assert role_of(text, periods[0].span, find_meeting_dates(text, periods)) is DateRole.OWN
