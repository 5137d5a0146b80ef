"""The draft against the notes: each kind of slip is told, and silence or agreement is not."""

import pytest

from review_tui.checks.engine import run_checks
from review_tui.checks.table import CHECKS
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Document, Material

NOTES = """\
bus shelter High St - quote Barker Ltd £1,250, agr'd accept. prop JS sec TM
allotment rents up to £32 from 1 April, cttee recommends
footpath 7 blocked, clerk to write to landowner
planning app 14 Mill Rd: refused, too close to hedge
"""
DRAFT = """\
The quotation of £1,250 from Barker Ltd for the bus shelter in High Street was considered. It was proposed \
by Mr J Stone, seconded by Mrs T Marsh and agreed to accept it.

The committee recommended that allotment rents rise to £32 from 1 April.

Footpath 7 is blocked. The Clerk is to write to the landowner.

Planning application for 14 Mill Road: it was agreed to refuse this, being too close to the hedge.
"""


def found(draft: str, notes: str = NOTES) -> tuple[Finding, ...]:
    """Errors and warnings of the checks that compare with the notes."""
    material = Material(Document.read("minutes.md", draft), (Document.read("notes/clerk.md", notes),))
    checks = [check for check in CHECKS if check.id.startswith("notes-")]
    return run_checks(material, checks, least=Severity.WARNING).findings


def test_minutes_that_the_notes_bear_out_are_left_alone() -> None:
    assert found(DRAFT) == ()


def test_where_the_notes_are_silent_nothing_is_said() -> None:
    assert found(DRAFT, "Nothing of that was noted.\n") == ()
    assert found(DRAFT, "") == ()


@pytest.mark.parametrize(
    ("true", "slip", "check"),
    [
        ("£1,250", "£1,520", "notes-facts"),
        ("rise to £32", "rise to £23", "notes-facts"),
        ("agreed to refuse this", "agreed to approve this", "notes-polarity"),
    ],
)
def test_a_slip_that_the_notes_contradict_is_told_with_both_passages(
    true: str, slip: str, check: str
) -> None:
    draft = DRAFT.replace(true, slip)
    assert draft != DRAFT
    told = [f for f in found(draft) if f.check == check]
    assert told, found(draft)
    assert {place.file for place in told[0].places} == {"minutes.md", "notes/clerk.md"}
    first = told[0].places[0]
    assert first.span.of(draft) == first.quote
