"""A thing named by one number in the draft and by another in the notes of the same sentence."""

import pytest

from review_tui.facts.label_clashes import label_clashes
from review_tui.facts.pair import pair_of
from review_tui.model.material import Document, Material

SENTENCE = "The surveyor reported that the roof of the pavilion leaks over {}.\n\nThe hedge was cut.\n"


def told(thing: str, jotted: str, more: str = "") -> list[tuple[str, str]]:
    draft = Document.read("minutes.md", SENTENCE.format(thing) + more)
    notes = Document.read("notes/a.txt", f"hedge cut\n{jotted}\n")
    found = label_clashes(pair_of(Material(draft, (notes,))))
    return [(clash.places[0].quote, clash.places[1].quote) for clash in found]


def test_a_flat_that_any_line_has_is_right() -> None:
    assert told("flat C-706", "pavilion roof leaks, surveyor, C704\nC706 too") == []
    assert told("flat C-704", "surveyor - pavilion roof leaks C704") == []
    assert told("flat C-706", "surveyor - pavilion roof leaks C704", "Flat C-704 is dry.\n") == []


@pytest.mark.parametrize(
    ("thing", "jotted", "quotes"),
    [
        ("Room 8", "surveyor: pavilion roof leaks over room 7", ("8", "room 7")),
        ("Unit 14", "surveyor pavilion roof leak unit 4", ("14", "unit 4")),
        ("Flat 3", "pavilion roof leaks, surveyor, flat 5", ("3", "flat 5")),
        ("Section 12", "surveyor - pavilion roof leaks sec13", ("12", "sec13")),
        ("Ward 16", "surveyor - pavilion roof leaks W6", ("16", "W6")),
        ("the room of Key Stage 2", "surveyor - pavilion roof leaks KS1", ("2", "KS1")),
        ("flat C-706", "surveyor - pavilion roof leaks C704", ("C-706", "C704")),
        ("B-102", "surveyor - pavilion roof leaks over A-102", ("B-102", "A-102")),
        ("flats C-702 and C-706", "surveyor - pavilion roof leaks c702 c704", ("C-706", "c704")),
    ],
)
def test_another_number_behind_the_same_word_is_told(
    thing: str, jotted: str, quotes: tuple[str, str]
) -> None:
    assert told(thing, jotted) == [quotes]


@pytest.mark.parametrize(
    ("thing", "jotted", "more"),
    [
        ("Room 7", "surveyor: pavilion roof leaks over room 7", ""),
        ("Room 7", "surveyor: pavilion roof leaks over rm 7, not room 8", ""),
        ("Room 7", "surveyor: pavilion roof leaks, 8 rooms", ""),
        ("Room 7", "surveyor: pavilion roof leaks over room 8", "Room 8 has no roof.\n"),  # told of elsewhere
        ("Schedule 2", "surveyor: pavilion roof leaks, s42", ""),  # which letter stands for what is not known
        ("Year 2024", "surveyor: pavilion roof leaks yr 3", ""),
        ("Room 3/4", "surveyor: pavilion roof leaks over room 7", ""),
    ],
)
def test_what_may_be_of_another_thing_is_not(thing: str, jotted: str, more: str) -> None:
    assert told(thing, jotted, more) == []
