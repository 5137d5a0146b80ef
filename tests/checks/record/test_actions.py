"""The actions check: every action says who is to do it."""

import datetime as dt

import pytest

from review_tui.checks.material import Document, Material
from review_tui.checks.record.actions import ActionsCheck
from review_tui.domain.findings import Severity
from review_tui.domain.meeting import Meeting
from review_tui.domain.people import Attendee


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
        "Action: the letter to the Council to be sent again",
    ],
)
def test_an_action_without_an_owner_is_hinted_at(draft: str) -> None:
    (finding,) = ActionsCheck().run(Material(Document.read("minutes.md", draft)))
    assert finding.severity is Severity.HINT
    assert finding.message == "This action does not say who is to carry it out."
    assert finding.places[0].quote in draft


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
