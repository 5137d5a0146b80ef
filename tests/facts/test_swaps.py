"""Figures and people that changed places."""

import pytest

from review_tui.facts.pair import pair_of
from review_tui.facts.swaps import swap_clashes
from review_tui.model.material import Document, Material


def told(draft: str, notes: str) -> list[tuple[str, ...]]:
    material = Material(Document.read("minutes.md", draft), (Document.read("notes/clerk.txt", notes),))
    return [tuple(place.quote for place in clash.places[:2]) for clash in swap_clashes(pair_of(material))]


QUOTES = "quotes for roof: Hallam 2150, Rundle bros 2480. want Rundle, quicker"
PRESENT = "Present: Mrs Ngozi Eze, Mr Farid Haddad, Mr Ted Wain\n\n"


@pytest.mark.parametrize(
    ("true", "slip", "notes"),
    [
        (
            "There were two quotations for the roof: £2,150 from Hallam Ltd and £2,480 from Rundle Brothers.",
            "There were two quotations for the roof: £2,480 from Hallam Ltd and £2,150 from Rundle Brothers.",
            QUOTES,
        ),
        (
            "There were two quotations for the roof: £2,150 from Hallam Ltd and £2,480 from Rundle Brothers.",
            "There were two quotations for the roof: £2,480 from Hallam Ltd and £2,150 from Rundle Brothers.",
            "Hallam 2150 Rundle 2480",
        ),
        (
            "Sickness absence had risen from 4.8% in September to 5.3% in October.",
            "Sickness absence had fallen from 5.3% in September to 4.8% in October.",
            "sickness 4.8 Sep -> 5.3 Oct",
        ),
        (
            PRESENT + "Mrs Eze will do the food and Mr Haddad the music.",
            PRESENT + "Mr Haddad will do the food and Mrs Eze the music.",
            "Party.  Ngozi food  Farid music.  no bouncy castle",
        ),
        (
            "The new contract is for a year, with four guards by day and three by night.",
            "The new contract is for a year, with three guards by day and four by night.",
            "new one for a yr, 4 day 3 night",
        ),
    ],
)
def test_two_that_changed_places_are_told_together(true: str, slip: str, notes: str) -> None:
    assert told(true, notes) == []
    ((one, other),) = told(slip, notes)
    assert one in slip
    assert other in slip


def test_a_table_that_lost_its_lines_is_left_alone() -> None:
    draft = "Rent 15.44, hire 18.70, lights 57.44, bins 60.31, hedge 18.53 and roof 30.00 were paid.\n"
    notes = "pay: rent 15.44, hire 18.70, lights 57.44, bins 18.53, hedge 60.31, roof 30\n"
    assert told(draft, notes) == []


@pytest.mark.parametrize(
    "notes",
    [
        "quotes for roof 2150 and 2480",  # no words of their own
        "roof: 2480 Hallam, or was it 2150, Rundle 2480",  # one of them stands twice
        "quotes Hallam 2150 Rundle 2480 roof",  # parts that nothing tells apart
        "Rundle 2150 Hallam 2480 Rundle then",
    ],
)
def test_what_the_notes_leave_open_is_not_told(notes: str) -> None:
    draft = "There were two quotations for the roof: £2,480 from Hallam Ltd and £2,150 from Rundle Brothers."
    assert told(draft, notes) == []
