"""Figures that look like one of the notes, and are another."""

import pytest

from review_tui.facts.pair import pair_of
from review_tui.facts.value_odds import odd_values
from review_tui.model.material import Document, Material


def told(draft: str, notes: str) -> list[tuple[str, ...]]:
    material = Material(Document.read("minutes.md", draft), (Document.read("notes/clerk.txt", notes),))
    return [tuple(place.quote for place in clash.places) for clash in odd_values(pair_of(material))]


@pytest.mark.parametrize(
    ("draft", "notes", "wrong", "right"),
    [
        ("Takings at the fair were £1,290.", "cake stall & tombola made 1920 !!", "£1,290", "1920"),
        ("The hull survey would cost £12,650.", "surveyor wants 12,550", "£12,650", "12,550"),
    ],
)
def test_a_figure_mistyped_is_told_however_the_notes_put_it(
    draft: str, notes: str, wrong: str, right: str
) -> None:
    assert told(draft, notes) == [(wrong, right)]
    assert told(draft.replace(wrong, f"£{right}"), notes) == []


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        ("Takings were £1,290 at the fair.", "fair 1920, less prizes 630 = 1 290 net"),  # with a blank
        ("The balance was £1,290; the year before £1,920.", "bal 1920 last yr"),  # the notes' one is said too
        ("The fund stood at £1,290,000.", "fund 1.29m"),
    ],
)
def test_a_figure_that_can_be_explained_is_not_told(draft: str, notes: str) -> None:
    assert told(draft, notes) == []
