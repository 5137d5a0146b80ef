"""Tables of who was there."""

import pytest

from review_tui.checks.material import Document
from review_tui.checks.recognisers.roll import Roll, roll_in

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


def names(roll: Roll) -> tuple[list[str], list[str], list[str]]:
    """Those present, apologising and absent."""
    parts = (roll.present, roll.apologies, roll.absent)
    present, apologies, absent = ([entry.name for entry in part] for part in parts)
    return present, apologies, absent


def test_a_column_says_who_was_there() -> None:
    roll = roll_in(Document.read("minutes.md", ONE_COLUMN))
    there, sorry, away = names(roll)
    assert there == ["Mrs Ada Nwosu", "Mr Piet Zander", "Ms Jo Tansley"]
    assert (sorry, away) == (["Mr Ken Ablett"], ["Dr Lou Farr"])
    assert [entry.initials for entry in roll.present] == ["AN", "PZ", "JT"]
    assert not roll.has_several


def test_a_mark_stands_in_the_column_that_it_means() -> None:
    roll = roll_in(Document.read("minutes.md", TWO_COLUMNS))
    assert names(roll) == (["Mrs Ada Nwosu"], ["Mr Ken Ablett"], [])


@pytest.mark.parametrize(
    "text",
    [
        "| Payee | Amount |\n|---|---|\n| Mr Ken Ablett | \u00a320 |\n| Mrs Ada Nwosu | \u00a330 |\n",
        "| Name | Status |\n|---|---|\n| Mill Lane | Open |\n| High Street | Closed |\n",
        "| Name | Present |\n",
        "||\n| |\n",
    ],
)
def test_other_tables_are_no_roll(text: str) -> None:
    assert roll_in(Document.read("minutes.md", text)).everyone == ()
