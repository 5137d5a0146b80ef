"""People named one behind another: all but one are those of the notes."""

import pytest

from review_tui.facts.named_together import together_clashes
from review_tui.facts.pair import pair_of
from review_tui.model.material import Document, Material

DRAFT = """\
Present: Ann Lee, Bo Fry, Cal Hume, Dot Kerr, Eve Moss, Bill Tasker

{}

The hedge was cut.
"""


def told(sentence: str, jotted: str) -> list[tuple[str, str]]:
    draft = Document.read("minutes.md", DRAFT.format(sentence))
    notes = Document.read("notes/a.txt", f"hedge cut\n{jotted}\n")
    found = together_clashes(pair_of(Material(draft, (notes,))))
    return [(clash.places[0].quote, clash.places[1].quote) for clash in found]


@pytest.mark.parametrize(
    ("sentence", "jotted", "quotes"),
    [
        ("Ann Lee and Cal Hume will meet the agent.", "Ann + Bo meet agent", ("Cal Hume", "Bo")),
        ("Committee: Ann Lee, Bo Fry, Eve Moss.", "cttee ann, bo, dot", ("Eve Moss", "dot")),
        ("The agent will meet Ann Lee, Bo Fry and Cal Hume.", "agent meets AL, BF & DK", ("Cal Hume", "DK")),
        (
            "The agent will meet Ann Lee, Bo Fry and Cal Hume.",
            "agent meets ann, bo, bill",
            ("Cal Hume", "bill"),
        ),
    ],
)
def test_one_of_a_list_is_another_in_the_notes(sentence: str, jotted: str, quotes: tuple[str, str]) -> None:
    assert told(sentence, jotted) == [quotes]


@pytest.mark.parametrize(
    ("sentence", "jotted"),
    [
        ("Ann Lee and Bo Fry will meet the agent.", "Ann + Bo meet agent"),
        ("Ann Lee and Cal Hume will meet the agent.", "Ann, Bo, Cal meet agent"),  # not all are told
        ("Ann Lee and Cal Hume will meet the agent.", "Dot + Bo meet agent"),  # two others
        ("Ann Lee and Cal Hume will meet the agent.", "meet agent Ann / Bo"),  # who moved it
    ],
)
def test_lists_that_differ_otherwise_prove_nothing(sentence: str, jotted: str) -> None:
    assert told(sentence, jotted) == []
