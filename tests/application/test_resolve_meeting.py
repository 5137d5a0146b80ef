import datetime as dt

import pytest

from review_tui.application.resolve_meeting import (
    corrected_at,
    looks_like_a_meeting,
    meeting_named,
    resolve_meeting,
)
from review_tui.model.errors import Refusal, WrongUsage
from review_tui.model.meeting import Meeting

BOARD = Meeting(id="2022-03-16-health-board", body="Health Board", date=dt.date(2022, 3, 16))
LATER = Meeting(id="2022-04-20-health-board", body="Health Board", date=dt.date(2022, 4, 20))
COUNCIL = Meeting(id="2022-03-16-council", body="Parish Council", date=dt.date(2022, 3, 16))
ALL = (BOARD, COUNCIL, LATER)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("2022-03-16-health-board", BOARD),
        ("drafts/2022-03-16-health-board/", BOARD),
        ("2022-04-20", LATER),
        ("16-health", BOARD),
        ("COUNCIL", COUNCIL),
        ("20 april", LATER),
        ("parish  council", COUNCIL),
        ("board, wednesday 20", LATER),
    ],
)
def test_a_meeting_is_found_by_any_part_of_its_name_that_fits_only_one(asked: str, found: Meeting) -> None:
    assert resolve_meeting(ALL, asked) is found


@pytest.mark.parametrize("asked", ["health", "2022-03-16", "2022", "march"])
def test_what_fits_several_meetings_names_them(asked: str) -> None:
    with pytest.raises(
        WrongUsage, match=r"could be any of these meetings: 2022-03-16-.*, 2022-.*\. Say more"
    ):
        resolve_meeting(ALL, asked)


@pytest.mark.parametrize("asked", ["", " ", "./", "no such"])
def test_what_fits_no_meeting_is_refused(asked: str) -> None:
    with pytest.raises(Refusal, match="No meeting is called"):
        resolve_meeting(ALL, asked)


@pytest.mark.parametrize(
    ("asked", "called"),
    [
        ("2022-04-20", "2022-04-20-health-board"),
        ("2022-04-20-HEALTH-board", "2022-04-20-health-board"),
        (" the April meeting ", "the April meeting"),
        ("April", "April"),
        ("2022-03-16", "2022-03-16"),
    ],
)
def test_only_a_whole_name_or_date_stands_for_a_meeting_of_the_book(asked: str, called: str) -> None:
    assert meeting_named(ALL, asked) == called


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        ("2022-03-61", (BOARD, LATER, COUNCIL)),
        ("helath", (BOARD, LATER)),
        ("counci", (COUNCIL,)),
        ("councils", (COUNCIL,)),
        ("drafts", ()),
        ("new", ()),
        ("elsewhere/council", ()),
    ],
)
def test_a_slip_is_told_from_a_name_that_is_meant_to_be_new(asked: str, near: tuple[Meeting, ...]) -> None:
    assert set(looks_like_a_meeting(ALL, asked)) == set(near)


def test_a_meeting_at_which_minutes_were_corrected_is_a_later_one_of_the_same_body() -> None:
    assert corrected_at(ALL, "2022-04-20", BOARD) == (LATER.id, "")
    assert corrected_at(ALL, "the April meeting", BOARD) == ("the April meeting", "")
    name, odd = corrected_at(ALL, COUNCIL.id, BOARD)
    assert (name, odd) == (
        COUNCIL.id,
        "2022-03-16-council is a meeting of another body: Parish Council, not Health Board.",
    )
    with pytest.raises(Refusal, match="was held before"):
        corrected_at(ALL, BOARD.id, LATER)
