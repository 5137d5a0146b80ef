"""Who changed what while the book was open, in one line."""

import datetime as dt

import pytest

from review_tui.application.ports import HistoryEntry
from review_tui.model.people import Reviewer
from review_tui.tui.item_loader import Came
from review_tui.tui.presenters.outside import CHANGED_OUTSIDE, outside_line
from tests.application.fakes import Table

AT = dt.datetime(2022, 3, 22, 10, 15, tzinfo=dt.UTC)
DAWN = Reviewer("Dawn Example", "dawn@example.org")


def entry(subject: str) -> HistoryEntry:
    return HistoryEntry("0" * 40, DAWN, AT, subject, "")


@pytest.mark.parametrize(
    ("subject", "days", "said"),
    [
        ("Amend item 5: “2022” to “2021”", 0, "Dawn Example amended item 5 (Tuesday 10:15)."),
        ("Flag item 5: date", 6, "Dawn Example flagged item 5 (Tuesday 10:15)."),
        ("Flag item 5: date", 7, "Dawn Example flagged item 5 (Tuesday 22 March 2022, 10:15)."),
        ("Anything else", 0, "Dawn Example changed this meeting (Tuesday 10:15)."),
    ],
)
def test_a_commit_is_told_by_whom_what_and_when(subject: str, days: int, said: str) -> None:
    today = AT.date() + dt.timedelta(days=days)
    assert outside_line(Came((entry(subject),), ()), today) == f"{said}  F5: see what changed"


def test_of_several_the_newest_is_told_and_the_others_counted(table: Table) -> None:
    came = Came((entry("Approve item 5: Report"), entry("Flag item 5: date")), (table.item,))
    assert outside_line(came, AT.date()).startswith(
        "Dawn Example approved item 5 (Tuesday 10:15), and 1 more."
    )


def test_an_edit_that_no_commit_brought_names_the_file(table: Table) -> None:
    told = outside_line(Came((), (table.item,)), AT.date())
    assert told == "minutes.md of item 5 was edited in another program.  F5: see what changed"
    assert outside_line(Came((), ()), AT.date()) == CHANGED_OUTSIDE
