"""Tables of who was there."""

import pytest

from review_tui.language.attendance import Attendance, attendance_in, unread_of_roll
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


SIX = ("Wei Chen", "Omar Haddad", "Siobhan Kelly", "Olu Ade", "Jos\u00e9 Garc\u00eda", "Bronwen Pugh")


@pytest.mark.parametrize(
    "odd",
    [
        "Kayleigh West",
        "Peter Hall",
        "CHEN Wei",
        "Sukarno",
        "Jan van der Berg",
        "\u674e\u5a1c",
        "\u0905\u0928\u093f\u0924\u093e \u0936\u0930\u094d\u092e\u093e",
        "\u041e\u043b\u044c\u0433\u0430 \u041f\u0435\u0442\u0440\u043e\u0432\u0430",
        "wei chen",
        "J. R. \u00d8stby-L\u00f8kken",
    ],
)
def test_whoever_stands_in_the_column_of_names_is_a_person(odd: str) -> None:
    rows = "".join(f"| {name} | Member | Present |\n" for name in (*SIX, odd))
    text = f"Minutes of the Committee\n\n| Name | Position | Attendance |\n|---|---|---|\n{rows}"
    roll = attendance_in(Document.read("minutes.md", f"{text}| Rosa Lima | Officer | In attendance |\n"))
    assert [entry.name for entry in roll.present] == [*SIX, odd]
    assert {entry.role for entry in roll.present} == {"Member"}
    assert [(entry.name, entry.role) for entry in roll.in_attendance] == [("Rosa Lima", "Officer")]


def test_a_surname_first_is_read_and_told_in_the_other_order() -> None:
    text = (
        "| Name | Attendance |\n|---|---|\n| HADDAD, Omar | Present |\n| Chen, Wei | Present from 7.15pm |\n"
    )
    roll = attendance_in(Document.read("minutes.md", text))
    assert names(roll)[0] == ["Omar HADDAD", "Wei Chen"]
    assert [entry.person.surname for entry in roll.present] == ["HADDAD", "Chen"]


def test_a_table_may_have_no_head_and_the_line_above_may_say_who_it_lists() -> None:
    headless = "| Wei Chen | Chair | Present |\n|---|---|---|\n| Olu Ade | | Present |\n"
    headless += "| Omar Haddad | | Apologies |\n"
    roll = attendance_in(Document.read("minutes.md", headless))
    assert names(roll) == (["Wei Chen", "Olu Ade"], ["Omar Haddad"], [])
    rule = "|---|---|\n"
    for head, ruler in ((f"| Name | Role |\n{rule}", ""), ("", rule)):
        text = f"Present:\n\n{head}| Wei Chen | Chair |\n{ruler}| Olu Ade | Clerk |\n"
        roll = attendance_in(Document.read("minutes.md", text))
        assert [(e.name, e.role) for e in roll.present] == [("Wei Chen", "Chair"), ("Olu Ade", "Clerk")]


def test_rows_that_are_read_as_nobody_are_told() -> None:
    text = (
        "| Name | Attendance |\n|---|---|\n| Wei Chen | Present |\n| Olu Ade | Present |\n"
        "| Omar Haddad | maybe |\n| Vacant | Absent |\n| | |\n"
    )
    assert unread_of_roll(Document.read("minutes.md", text)) == (
        "| Omar Haddad | maybe |",
        "| Vacant | Absent |",
    )
    assert unread_of_roll(Document.read("minutes.md", ONE_COLUMN)) == ()


def test_an_entry_of_a_list_is_a_person_whatever_the_name() -> None:
    text = "Present: Wei Chen, Kayleigh West (Chair), Jo\u00e3o dos Santos; "
    text += "Ng\u0169g\u0129 wa Thiong'o and Olu Ade\n"
    roll = attendance_in(Document.read("minutes.md", text))
    assert [entry.name for entry in roll.present] == [
        "Wei Chen",
        "Kayleigh West",
        "Jo\u00e3o dos Santos",
        "Ng\u0169g\u0129 wa Thiong'o",
        "Olu Ade",
    ]
    bullets = "Present:\n\n- Sukarno\n- \u674e\u5a1c\n- CHEN Wei, Treasurer\n\nThe meeting began.\n"
    roll = attendance_in(Document.read("minutes.md", bullets))
    assert [entry.name for entry in roll.present] == ["Sukarno", "\u674e\u5a1c", "CHEN Wei"]


def test_a_table_of_html_is_read() -> None:
    read = attendance_in(
        Document.read(
            "minutes.md",
            "# Board\n\n<table>\n<tr><th>Name</th><th>Role</th><th>Present</th></tr>\n"
            "<tr><td><p>Ann Smith</p></td><td>Chair</td><td>Yes</td></tr>\n"
            "<tr><td><b>Bo Lee</b></td><td></td><td>Apologies</td></tr></table>\n\n# Roads\n",
        )
    )
    assert [(e.name, e.role) for e in read.present] == [("Ann Smith", "Chair")]
    assert [e.name for e in read.apologies] == ["Bo Lee"]


def test_who_has_no_tick_in_a_list_with_boxes_was_not_there() -> None:
    text = "Attendance:\n\n- [x] Ann Smith\n- [ ] Bo Lee\n- [X] Wei Chen (Chair)\n\nRoads\n"
    read = attendance_in(Document.read("minutes.md", text))
    assert [(e.name, e.role) for e in read.present] == [("Ann Smith", ""), ("Wei Chen", "Chair")]
    assert [e.name for e in read.absent] == ["Bo Lee"]
    blank = attendance_in(Document.read("minutes.md", "## Attendees\n\n- [ ] Ann Smith\n- [ ] Bo Lee\n"))
    assert [e.name for e in blank.present] == ["Ann Smith", "Bo Lee"]
