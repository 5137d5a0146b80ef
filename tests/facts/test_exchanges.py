"""Two things on each other's side of the word between them."""

import pytest

from review_tui.facts.exchanges import exchange_clashes
from review_tui.facts.pair import pair_of
from review_tui.model.material import Document, Material


def told(draft: str, notes: str) -> list[str]:
    material = Material(Document.read("minutes.md", draft), (Document.read("notes/mate.txt", notes),))
    return [clash.places[0].quote for clash in exchange_clashes(pair_of(material))]


@pytest.mark.parametrize(
    ("true", "slip", "notes"),
    [
        (
            "A sum of 900 was moved from lockers to masts.",
            "A sum of 900 was moved from masts to lockers.",
            "900 lockers -> masts",
        ),
        (
            "Dredging is for the Harbour Office and not the club.",
            "Dredging is for the club and not the Harbour Office.",
            "dredging = harbour off NOT club",
        ),
        (
            "The mast was put up by the River Trust and not by the club.",
            "The mast was put up by the club and not by the River Trust.",
            "mast put up by RT not club",
        ),
        (
            "Ash Lane is to replace Elm Road in the sailing instructions.",
            "Elm Road is to replace Ash Lane in the sailing instructions.",
            "sailing instr: shd be Ash Ln not Elm Rd",
        ),
        (
            "The slipway would be repaired before the crane.",
            "The crane would be repaired before the slipway.",
            "repairs slipway first then crane",
        ),
        (
            "The crane would be repaired after the slipway.",
            "The slipway would be repaired after the crane.",
            "repairs: slipway b4 crane",
        ),
    ],
)
def test_two_things_on_each_others_side_are_told(true: str, slip: str, notes: str) -> None:
    rest = "\n\nThe fence of the yard was painted in May.\n"
    assert told(true + rest, f"{notes}\nfence yard painted may\n") == []
    assert len(told(slip + rest, f"{notes}\nfence yard painted may\n")) == 1


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        # only one of the two is in the notes
        ("A sum of 900 was moved from masts to lockers.\n", "900 lockers to be moved\n"),
        # a word of a side stands on its own side too
        ("The lower slip was repaired before the upper slip.\n", "upper slip after lower slip repaired\n"),
        # a word between of another sort
        ("The crane was repaired before the slipway.\n", "slipway + crane repaired\n"),
        # a "to" of what is to be done, in the draft and in the notes
        (
            "A letter came from the Trust and the crane is to stand in the yard.\n",
            "letter, crane: move yard to Trust\n",
        ),
        ("The crane goes from the Trust to the yard.\n", "crane goes, yard to ask Trust\n"),
        ("They walked from the yard to the pier.\n", "pier to be mended, yard walk\n"),
    ],
)
def test_only_a_full_exchange_is_told(draft: str, notes: str) -> None:
    assert told(draft, notes) == []
