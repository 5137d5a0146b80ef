"""Times of day, and the course of a meeting."""

import pytest

from review_tui.language.meeting_events import EventKind, find_meeting_events
from review_tui.language.times import find_impossible_times, find_times


@pytest.mark.parametrize(
    ("text", "minutes", "half"),
    [
        ("7.30pm", 1170, "pm"),
        ("7:30 p.m.", 1170, "pm"),
        ("7 pm", 1140, "pm"),
        ("12.30pm", 750, "pm"),
        ("12.15am", 15, "am"),
        ("19:30", 1170, "pm"),
        ("1930 hrs", 1170, "pm"),
        ("0900 hrs", 540, "am"),
        ("12 noon", 720, "pm"),
        ("half past seven in the evening", 1170, "pm"),
        ("quarter to eight", 465, ""),
        ("seven o'clock", 420, ""),
        ("closed at 7.30", 450, ""),
    ],
)
def test_times_are_read_whatever_their_form(text: str, minutes: int, half: str) -> None:
    (found,) = find_times(text)
    assert (found.minutes, found.half) == (minutes, half)
    assert found.span.of(text) == found.text
    assert found.is_sure is bool(half)


def test_a_full_stop_after_a_time_is_none_of_it() -> None:
    assert [t.text for t in find_times("It closed at 9.05pm. Thanks.")] == ["9.05pm"]


def test_the_first_time_of_a_range_shares_what_is_written_after_the_second() -> None:
    assert [(t.minutes, t.half) for t in find_times("6.00 - 6.30pm")] == [(1080, "pm"), (1110, "pm")]
    assert [(t.minutes, t.half) for t in find_times("from 11 to 1pm")] == [(660, "am"), (780, "pm")]


@pytest.mark.parametrize(
    "text",
    ["\u00a37.30", "a width of 7.30", "five to ten members", "10:1", "in the afternoon", "8.2.2018", "25:10"],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert find_times(text) == ()


@pytest.mark.parametrize("text", ["7.75pm", "18:058 hrs", "13.30am", "25:10 hrs"])
def test_times_that_no_clock_shows_are_noticed(text: str) -> None:
    assert len(find_impossible_times(text)) == 1


@pytest.mark.parametrize("text", ["7.45pm", "61.25 hours were worked", "12.30am", "00:15 hrs", "18:05 UTC"])
def test_possible_times_are_not(text: str) -> None:
    assert find_impossible_times(text) == ()


COURSE = """Minutes of the meeting held in the hall at 7.00pm on 3 May

Cllr Jones arrived at 7.10pm.

The meeting was adjourned at 7.30pm and reconvened at 7.45pm.

8.00pm Cllr Brown left the meeting.

The next meeting will be held on 7 June at 7.00pm.

There being no further business the Chairman closed the meeting at 8.15pm.
"""


def test_the_course_of_a_meeting_is_read_in_its_order() -> None:
    told = [(e.moment, e.time.text) for e in find_meeting_events(COURSE)]
    assert told == [
        (EventKind.HELD, "7.00pm"),
        (EventKind.ARRIVED, "7.10pm"),
        (EventKind.ADJOURNED, "7.30pm"),
        (EventKind.RESUMED, "7.45pm"),
        (EventKind.LEFT, "8.00pm"),
        (EventKind.CLOSED, "8.15pm"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The shop closed at 5.00pm.",
        "The next meeting will be closed at 9.00pm.",
        "Employees left at 5.30pm.",
        "He opened the gate at 6.00pm.",
    ],
)
def test_times_of_other_things_are_no_moments_of_it(text: str) -> None:
    assert find_meeting_events(f"{'x ' * 600}\n\n{text}") == ()
