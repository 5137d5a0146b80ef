"""Names that draft and notes spell otherwise: a slip of one of them, unless the notes are in shorthand."""

import pytest

from review_tui.facts.name_odds import name_clashes
from review_tui.facts.pair import pair_of
from review_tui.model.material import Document, Material

DRAFT = (
    "Present: Ann Hale, Bo Lind\n\n"
    "The surveyor {} told members that the boiler of the pavilion would last another winter.\n\n"
    "The tender of {} for the playground surface was accepted.\n"
)
NOTES = "{} surveyor: pavilion boiler will last another winter\nplayground surface - {} tender OK\n"
SHORTHAND = "\nmmbrs grtfl for ktchn, lttr rcvd, prkng cmplnts, gdn fnc, cllctn brkn, plyrs shwr\n"
SHORTHAND_DRAFT = (
    "\nMembers were grateful for the kitchen. A letter was received. Parking complaints, the garden fence, "
    "the broken collection and the players' showers were discussed.\n"
)


def told(drafted: tuple[str, str], noted: tuple[str, str], more: str = "", more_noted: str = "") -> list[str]:
    material = Material(
        Document.read("minutes.md", DRAFT.format(*drafted) + more),
        (Document.read("notes/c.txt", NOTES.format(*noted) + more_noted),),
    )
    return [clash.places[0].quote for clash in name_clashes(pair_of(material))]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Ms Barton", "Burton"),
        ("Mr Weatherbie", "Weatherley"),
        ("Mrs Winslow", "Onslow"),
        ("Dr Benham", "Benbow"),
    ],
)
def test_a_name_that_differs_in_some_letters_is_told_and_the_same_name_is_not(wrong: str, right: str) -> None:
    title, name = wrong.split()
    assert told((wrong, "Coldharbour"), (right, "Coldharbour")) == [name]
    assert told((f"{title} {right.title()}", "Coldharbour"), (right, "Coldharbour")) == []


@pytest.mark.parametrize(("wrong", "right"), [("Brinehurst", "Brinecrest"), ("Cairnford", "Cairnfold")])
def test_a_firm_is_told_likewise(wrong: str, right: str) -> None:
    assert told(("Mr Pym", f"{wrong} Ltd"), ("Pym", right)) == [wrong]


@pytest.mark.parametrize("noted", ["Cole", "Coleman's", "Col", "Bettina", "tall man"])
def test_what_is_cut_short_or_of_another_word_tells_nothing(noted: str) -> None:
    assert told(("Mr Colemans", "Fernhill"), (noted, "Fernhill")) == []


@pytest.mark.parametrize(("drafted", "noted"), [("Flying Scouts", "flyers"), ("Men's Shed", "mens")])
def test_another_form_of_a_word_is_no_name(drafted: str, noted: str) -> None:
    assert told(("Mr Pym", drafted), ("Pym", noted)) == []


def test_notes_in_shorthand_tell_nothing_of_a_letter_that_is_left_out() -> None:
    assert told(("Mr Zellner", "Coldharbour"), ("zeller", "Coldharbour"), SHORTHAND_DRAFT, SHORTHAND) == []
