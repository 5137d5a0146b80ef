"""What is said of a whole meeting, in words."""

import datetime as dt

import pytest

from review_tui.model.errors import Refusal
from review_tui.model.meeting import UNDATED, Meeting
from review_tui.model.meeting_details import changed_details, people_words, read_people, told_details
from review_tui.model.people import Attendee

MEETING = Meeting("m", "Board", dt.date(2026, 4, 16), venue="Hall", present=(Attendee("Ann Lee", "Chair"),))


def test_people_are_read_as_they_are_written() -> None:
    words = "Ann Lee, Chair; Wei Chen"
    assert people_words(read_people(words)) == words
    assert read_people(" \u674e\u5a1c ;; Bob  Fox, Head of Roads, Ham \n") == (
        Attendee("\u674e\u5a1c"),
        Attendee("Bob Fox", "Head of Roads, Ham"),
    )
    assert read_people("") == ()


def test_only_what_is_not_so_yet_changes_and_is_told() -> None:
    said = {"venue": "", "body": "Board", "present": read_people("Wei Chen")}
    changed = changed_details(MEETING, said)
    assert changed == {"venue": "", "present": (Attendee("Wei Chen"),)}
    assert told_details(MEETING, changed) == "no venue; present with Wei Chen and without Ann Lee"
    role = {"present": (Attendee("Ann Lee", "Member"),)}
    assert told_details(MEETING, changed_details(MEETING, role)) == "present anew"


def test_the_place_of_a_meeting_is_said_though_its_day_is_not_known() -> None:
    undated = Meeting("m", "Board", UNDATED)
    assert changed_details(undated, {"venue": "Hall"}) == {"venue": "Hall"}


@pytest.mark.parametrize("said", [{"date": "2026-02-30"}, {"date": ""}, {"body": ""}])
def test_a_meeting_has_a_day_and_a_body(said: dict[str, object]) -> None:
    with pytest.raises(Refusal):
        changed_details(MEETING, said)
