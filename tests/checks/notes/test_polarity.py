"""Statements that the notes turn the other way round."""

import pytest

from review_tui.checks.notes.polarity import NotesPolarityCheck
from review_tui.model.findings import Finding
from review_tui.model.material import Document, Material

DRAFT = (
    "The application for a porch at Mill Cottage was approved.\n\n"
    "It was agreed to buy a new mower from Hill Nurseries.\n\n"
    "The Clerk reported an increase in fly-tipping along Station Road.\n\n"
    "The bridge at Church Corner will be inspected before the winter.\n\n"
    "The county engineer had been told of the flooding in Pond Lane.\n"
)
NOTES = (
    "appn porch Mill Cottage - approved\n"
    "buy new mower, Hill Nurseries - agr'd\n"
    "clk: fly-tipping up along Station Rd\n"
    "bridge Church Corner to be inspected before winter\n"
    "county engineer told of flooding Pond Ln\n"
)


def told(draft: str, notes: str = NOTES) -> tuple[Finding, ...]:
    material = Material(Document.read("minutes.md", draft), (Document.read("notes/clerk.md", notes),))
    return tuple(NotesPolarityCheck().run(material))


def test_the_same_in_other_words_is_left_alone() -> None:
    assert told(DRAFT) == ()


@pytest.mark.parametrize(
    ("true", "slip", "mine", "noted"),
    [
        ("was approved", "was refused", "refused", "approved"),
        ("was agreed to buy", "was not agreed to buy", "not agreed", "agr'd"),
        ("was agreed to buy", "was agreed not to buy", "agreed not to", "agr'd"),
        ("an increase", "a decrease", "decrease", "up"),
        ("before the winter", "after the winter", "after", "before"),
        ("had been told", "had not been told", "not", "told"),
    ],
)
def test_the_opposite_of_the_notes_is_shown_in_both(true: str, slip: str, mine: str, noted: str) -> None:
    draft = DRAFT.replace(true, slip)
    assert draft != DRAFT
    (finding,) = told(draft)
    assert [p.file for p in finding.places] == ["minutes.md", "notes/clerk.md"]
    assert (finding.places[0].quote, finding.places[1].quote) == (mine, noted)


def test_a_not_of_the_notes_that_the_draft_lost_is_found() -> None:
    notes = NOTES.replace("county engineer told", "county engineer not told")
    (finding,) = told(DRAFT, notes)
    assert finding.message.startswith(
        "The draft says \u201ctold\u201d without the \u201cnot\u201d that the notes"
    )


def test_the_message_can_be_read_cold() -> None:
    (finding,) = told(DRAFT.replace("was approved", "was refused"))
    assert finding.message == (
        "The draft says \u201crefused\u201d; the notes of the same thing say \u201capproved\u201d "
        "(clerk.md line 1: \u201cappn porch Mill Cottage - approved\u201d)."
    )


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        ("It was agreed to refuse the application for 14 Mill Road.\n", "appn 14 Mill Rd: refused\n"),
        ("The motion on allotment rents was not carried.\n", "motion on allotment rents lost\n"),
        ("Five were in favour of the allotment rents and two against.\n", "allotment rents 2 agst\n"),
        (
            "It was agreed that the swings were not safe for children.\n",
            "agr'd swings not safe for children\n",
        ),
        ("The office is not open before nine o'clock on Monday.\n", "office shut before 9 Monday\n"),
    ],
)
def test_what_says_the_same_after_all_is_left_alone(draft: str, notes: str) -> None:
    assert told(draft, notes) == ()


def test_where_the_notes_are_silent_nothing_is_said() -> None:
    assert told(DRAFT, "porch Mill Cottage disc'd\nmower\n") == ()
    assert told(DRAFT, "") == ()


def test_a_note_of_a_small_part_of_a_line_is_not_compared_in_order() -> None:
    notes = "heating and lighting decreased, insurance decreased\n"
    assert told("The cost of heating and lighting was increased and insurance decreased.\n", notes) != ()
    long = "heating, lighting, water, fencing, paint, timber, gravel, printing, postage and cleaning"
    other = "insurance decreased, subscriptions decreased\n"
    assert told(f"The cost of {long} was increased and insurance decreased.\n", other) == ()


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        ("Income had risen while costs had fallen.\n", "costs down, income up\n"),
        ("There was a rise in costs and a fall in income.\n", "income down, costs up\n"),
    ],
)
def test_two_things_that_went_two_ways_are_left_alone_in_either_order(draft: str, notes: str) -> None:
    assert told(draft, notes) == ()
