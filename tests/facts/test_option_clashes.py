"""One of several offers that the draft takes, and another by the notes of the same decision."""

import pytest

from review_tui.facts.option_clashes import option_clashes
from review_tui.facts.pair import pair_of
from review_tui.model.material import Document, Material

DRAFT = """\
The quotes for the roof were Lowe & Co \u00a35,400, Penhale Roofing \u00a34,950, Strick Roofing \u00a36,100.
{}

The hedge was cut.
"""


def told(decision: str, jotted: str) -> list[tuple[str, str]]:
    draft = Document.read("minutes.md", DRAFT.format(decision))
    notes = Document.read("notes/a.txt", f"roof: Lowe 5.4 Penhale 4950 Strick 6.1\n{jotted}\nhedge cut\n")
    found = option_clashes(pair_of(Material(draft, (notes,))))
    return [(clash.places[0].quote, clash.places[1].quote) for clash in found]


@pytest.mark.parametrize(
    ("decision", "jotted", "quotes"),
    [
        (
            "It was agreed to appoint Strick Roofing from May.",
            "agreed Penhale from May",
            [("Strick", "Penhale")],
        ),
        ("The board accepted the quote of Lowe & Co.", "go with Penhale, quote ok", [("Lowe", "Penhale")]),
        ("It was agreed to appoint Penhale Roofing from May.", "agreed Penhale from May", []),
        ("It was agreed to appoint Strick Roofing from May.", "agreed Strick Roofing, from May", []),
        ("It was agreed to appoint the cheapest from May.", "agreed Penhale from May", []),
    ],
)
def test_the_offer_that_the_notes_take_is_told(
    decision: str, jotted: str, quotes: list[tuple[str, str]]
) -> None:
    assert told(decision, jotted) == quotes
