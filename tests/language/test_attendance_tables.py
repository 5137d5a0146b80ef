"""Tables of who was there."""

import pytest

from review_tui.language.attendance import Attendance, attendance_in
from review_tui.model.material import Document

ONE_COLUMN = """\
| Name | Category | Present |
|---|---|---|
| Mrs Ada Nwosu (AN) | Parent, Chair | Yes |
| Mr Piet Zander (PZ) | Parent | Y |
| Ms Jo Tansley (JT) | Head | \u2713 |
| Mr Ken Ablett (KA) | LA | Apologies |
| Dr Lou Farr (LF) | LA | Absent |
"""
TWO_COLUMNS = """\
| Governor | Present | Apologies |
|---|---|---|
| Mrs Ada Nwosu | x | |
| Mr Ken Ablett | | x |
"""


def names(roll: Attendance) -> tuple[list[str], list[str], list[str]]:
    """Those present, apologising and absent."""
    parts = (roll.present, roll.apologies, roll.absent)
    present, apologies, absent = ([entry.name for entry in part] for part in parts)
    return present, apologies, absent


def test_a_column_says_who_was_there() -> None:
    roll = attendance_in(Document.read("minutes.md", ONE_COLUMN))
    there, sorry, away = names(roll)
    assert there == ["Mrs Ada Nwosu", "Mr Piet Zander", "Ms Jo Tansley"]
    assert (sorry, away) == (["Mr Ken Ablett"], ["Dr Lou Farr"])
    assert [entry.initials for entry in roll.present] == ["AN", "PZ", "JT"]
    assert not roll.has_several


def test_a_mark_stands_in_the_column_that_it_means() -> None:
    roll = attendance_in(Document.read("minutes.md", TWO_COLUMNS))
    assert names(roll) == (["Mrs Ada Nwosu"], ["Mr Ken Ablett"], [])


def test_a_column_of_status_below_a_heading_is_the_roll_and_no_list_of_those_present() -> None:
    text = (
        "## Attendance\n\n| Name | Organisation | Status |\n|---|---|---|\n"
        "| Mrs Ada Nwosu | A Ltd | Present |\n| Mr Ken Ablett | B Ltd | Absent |\n"
    )
    roll = attendance_in(Document.read("minutes.md", text))
    assert names(roll) == (["Mrs Ada Nwosu"], [], ["Mr Ken Ablett"])


def test_who_has_no_mark_beside_others_that_have_one_was_not_there() -> None:
    table = "| Name | Role | Present |\n|---|---|---|\n| Mrs Ada Nwosu | Chair | x |\n| Mr Ken Ablett | | |\n"
    roll = attendance_in(Document.read("minutes.md", f"{table}| Dr Lou Farr | | x |\n"))
    assert names(roll) == (["Mrs Ada Nwosu", "Dr Lou Farr"], [], ["Mr Ken Ablett"])
    assert names(attendance_in(Document.read("minutes.md", table)))[2] == []


def test_the_names_may_stand_in_any_column_beside_others_of_yes_and_no() -> None:
    text = (
        "Role | Name | Voting rights | Present\n---|---|---|---\n"
        "Chair | **Mrs Ada Nwosu** | Yes | :white_check_mark:\nClerk | Mr Ken Ablett | No | \u2705\n"
        "Member | Ms Jo Tansley | Yes | \u274c\n"
        "Member | Mr Piet Zander | Yes | Regrets\nMember | Dr Lou Farr | No | [ ]\n"
    )
    roll = attendance_in(Document.read("minutes.md", text))
    assert names(roll) == (
        ["Mrs Ada Nwosu", "Mr Ken Ablett"],
        ["Mr Piet Zander"],
        ["Ms Jo Tansley", "Dr Lou Farr"],
    )


def test_columns_may_list_the_names() -> None:
    rows = "| Mrs Ada Nwosu, Mr Ken Ablett | Mr Piet Zander |\n| Ms Jo Tansley | |\n"
    text = f"| Present | Apologies |\n|---|---|\n{rows}"
    roll = attendance_in(Document.read("minutes.md", text))
    assert names(roll) == (["Mrs Ada Nwosu", "Mr Ken Ablett", "Ms Jo Tansley"], ["Mr Piet Zander"], [])


@pytest.mark.parametrize(
    "text",
    [
        "| Name | Voting rights |\n|---|---|\n| Mrs Ada Nwosu | Yes |\n| Mr Ken Ablett | No |\n",
        "| Payee | Amount |\n|---|---|\n| Mr Ken Ablett | \u00a320 |\n| Mrs Ada Nwosu | \u00a330 |\n",
        "| Name | Status |\n|---|---|\n| Mill Lane | Open |\n| High Street | Closed |\n",
        "| Name | Present |\n",
        "||\n| |\n",
    ],
)
def test_other_tables_are_no_roll(text: str) -> None:
    assert attendance_in(Document.read("minutes.md", text)).everyone == ()
