"""The actions check: every action says who is to do it."""

import datetime as dt

import pytest

from review_tui.checks.record.actions import ActionsCheck
from review_tui.model.findings import Severity
from review_tui.model.material import Document, Material
from review_tui.model.meeting import Meeting
from review_tui.model.people import Attendee


@pytest.mark.parametrize(
    "draft",
    [
        "Action: A letter of thanks to be sent to the school.",
        "ACTION - write to Highways about the verge.",
        "- Action: Write to the bus company before May.",
        "Action required: find three quotations for the roof.",
        "**Action:** Information will be put on the web site.",
        "Action: Contact Highways to ask what became of the sign.",
        "Action: Follow up.",
        "Action: / / .",
        "Action: the letter to the Council to be sent again",
    ],
)
def test_an_action_without_an_owner_is_hinted_at(draft: str) -> None:
    (finding,) = ActionsCheck().run(Material(Document.read("minutes.md", draft)))
    assert finding.severity is Severity.HINT
    assert finding.message == "This action does not say who is to carry it out."
    assert finding.places[0].quote in draft.replace("**", "")


@pytest.mark.parametrize(
    "draft",
    [
        "Action: Clerk to write to the school.",
        "Action: the parish clerk will write.",
        "Action: AB to write to the school.",
        "Action: Jo Bloggs to write to the school.",
        "Action: A. Bloggs/C. Dee will write to the school.",
        "Action: write to the school (AB)",
        "Action: write to the school \u2013 Jo Bloggs",
        "Action: letter to be written by Jo Bloggs.",
        "Action: letter to be written by the clerk",
        "Action: Write to the school. AB to ring them first.",
        "Action by the Clerk: write to the school.",
        "Action (AB): write to the school.",
        "ACTION AB: write to the school.",
        "Action: None",
        "**Action:** Simon Latch",
        "Action: S. Latch and H. Tranter.",
        "Action: no further steps are needed now.",
        "Actions:",
        "Action: completed last month by all accounts",
        "The action was discussed at great length.",
        "Action plan for the village green and pond.",
    ],
)
def test_an_action_with_an_owner_is_left_alone(draft: str) -> None:
    assert ActionsCheck().run(Material(Document.read("minutes.md", draft))) == ()


def test_the_names_of_the_roll_are_owners_wherever_they_stand() -> None:
    draft = Document.read("minutes.md", "Action: write to the school, and ring bloggs first.")
    meeting = Meeting("m", "Board", dt.date(2022, 3, 16), present=(Attendee("Jo Bloggs"),))
    assert len(tuple(ActionsCheck().run(Material(draft)))) == 1
    assert ActionsCheck().run(Material(draft, meeting=meeting)) == ()


def test_actions_of_a_table_without_an_owner_are_hinted_at() -> None:
    table = (
        "| No. | Action | By whom | By when |\n|---|---|---|---|\n| 1 | Write to Highways | Clerk | May |\n"
        "| 2 | Publish the minutes | - | June |\n| 3 | None | | |\n| 4 | Find quotes for the roof | | |\n"
    )
    found = ActionsCheck().run(Material(Document.read("minutes.md", table)))
    assert [f.places[0].quote for f in found] == ["Publish the minutes", "Find quotes for the roof"]


@pytest.mark.parametrize("head", ["| Action | When |", "| Payee | Owner |", "| Owner | Status |"])
def test_tables_that_list_no_actions_and_owners_are_left_alone(head: str) -> None:
    table = f"{head}\n|---|---|\n| Write to Highways | |\n| | Publish the minutes |\n"
    assert not ActionsCheck().run(Material(Document.read("minutes.md", table)))
