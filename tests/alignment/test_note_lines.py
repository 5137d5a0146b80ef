"""How notes are taken apart into jottings."""

import pytest

from review_tui.alignment.note_lines import lines_of
from review_tui.model.material import Document


def jottings(text: str) -> list[str]:
    return [line.text for line in lines_of((Document.read("notes/clerk.md", text),), jotted=True)]


@pytest.mark.parametrize(
    "text",
    [
        "hedge Mill Lane overgrown by the old forge - agr'd",
        "footpath seven blocked near river bridge, reported to county - TM/KL",
        "bees plot 12? no",
        "sell Beck Lane store. RESOLVED",
    ],
)
def test_how_it_went_stays_with_what_it_is_of(text: str) -> None:
    assert jottings(text + "\n") == [text]


def test_a_dash_between_two_full_jottings_ends_the_first() -> None:
    first = "county engineer inspected flooded culvert beside school"
    second = "volunteers cleared bramble from churchyard boundary wall"
    assert jottings(f"{first} - {second}\n") == [first, second]


def test_the_draft_is_not_taken_apart_at_dashes() -> None:
    text = "The county engineer inspected the flooded culvert - volunteers cleared bramble from the old wall."
    assert [line.text for line in lines_of((Document.read("minutes.md", text),))] == [text]


def test_many_dashes_in_one_line_are_read_in_one_pass() -> None:
    assert jottings("- ".join(["a"] * 4000) + "\n")
