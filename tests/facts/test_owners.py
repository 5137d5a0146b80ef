"""Who is to do something, where the notes give it to another."""

import pytest

from review_tui.facts.owners import owner_clashes
from review_tui.facts.pair import pair_of
from review_tui.model.material import Document, Material

PRESENT = "Present: Ewan Baird (Convener), Morag Tulloch (Secretary), Isla Drummond, Callum Reid\n\n"
TASK = "The steps of the pier were unsafe. {} to close them.\n"
NOTES = "EB MT ID CR here\n{}\n"


def told(owner: str, jotted: str) -> list[tuple[str, str]]:
    material = Material(
        Document.read("minutes.md", PRESENT + TASK.format(owner)),
        (Document.read("notes/clerk.txt", NOTES.format(jotted)),),
    )
    return [(c.places[0].quote, c.places[1].quote) for c in owner_clashes(pair_of(material))]


@pytest.mark.parametrize(
    ("owner", "jotted"),
    [
        ("Isla Drummond will write to the council", "pier steps unsafe, CR to write council close"),
        ("Isla Drummond was asked to write to the council", "pier steps unsafe close - CR write council"),
        ("The Secretary would write to the council", "pier steps unsafe - council to close \u2192 CR"),
        ("Isla Drummond is to write to the council", "pier steps unsafe, CR writing to council close"),
        ("Isla Drummond will ring the council", "CR -> council, pier steps unsafe close"),
    ],
)
def test_a_task_that_the_notes_give_to_another_is_told(owner: str, jotted: str) -> None:
    ((_, noted),) = told(owner, jotted)
    assert noted == "CR"


@pytest.mark.parametrize(
    ("owner", "jotted"),
    [
        ("Callum Reid will write to the council", "pier steps unsafe, CR to write council close"),
        ("The Secretary would write to the council", "pier steps unsafe close - MT write council"),
        ("Isla Drummond will write to the council", "CR: pier steps unsafe. write council close"),
        ("Isla Drummond will write to the council", "pier steps unsafe CR, ID to write council close"),
        ("Isla Drummond offered to write to the council", "pier steps unsafe (CR said) council close"),
    ],
)
def test_a_name_that_only_stands_in_the_line_is_no_owner(owner: str, jotted: str) -> None:
    assert told(owner, jotted) == []


@pytest.mark.parametrize(
    ("task", "jotted"),
    [
        (
            "The steps of the pier were unsafe. {} offered to mend them before Easter.",
            "pier steps unsafe - {} b4 easter",
        ),
        (
            "The list of moorings is out of date. {} will put it on the website by 22 May.",
            "moorings list old. {} website by the 22nd",
        ),
        (
            "A new rule for the slip is wanted by March. {} would draw it up.",
            "slip: new rule, march \u2192 {}",
        ),
    ],
)
def test_an_owner_without_a_verb_and_one_of_the_sentence_before_are_compared(task: str, jotted: str) -> None:
    notes = Document.read("notes/clerk.txt", f"all of us here\n{jotted.format('isla')}\n")
    for owner, quotes in (("Isla Drummond", []), ("Callum Reid", ["Callum Reid"])):
        draft = Document.read("minutes.md", PRESENT + task.format(owner) + "\n")
        assert [c.places[0].quote for c in owner_clashes(pair_of(Material(draft, (notes,))))] == quotes


@pytest.mark.parametrize(
    ("task", "jotted"),
    [
        # another of the line has a sentence of their own
        (
            "Callum Reid wants to know what new ropes cost. {} will circulate it by 22 May.",
            "CR wants cost of new ropes - {} to send round by 22 may",
        ),
        # the task is the next thing that the line says
        (
            "Callum Reid suggested a survey of the harbour wall in March. {} undertook to prepare it.",
            "CR: survey harbour wall March. {} to do it",
        ),
    ],
)
def test_the_owner_is_found_in_a_line_that_says_more(task: str, jotted: str) -> None:
    notes = Document.read("notes/clerk.txt", f"EB MT ID CR here\n{jotted.format('MT')}\n")
    for owner, quotes in (("Morag Tulloch", []), ("Isla Drummond", ["Isla Drummond"])):
        draft = Document.read("minutes.md", PRESENT + task.format(owner) + "\n")
        assert [c.places[0].quote for c in owner_clashes(pair_of(Material(draft, (notes,))))] == quotes
