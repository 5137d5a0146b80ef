"""The period right beside a figure that both texts have, be it only compared with."""

import pytest

from review_tui.facts.figure_periods import figure_period_clashes
from review_tui.facts.pair import pair_of
from review_tui.model.material import Document, Material

SENTENCE = "Attendance at the gym club averaged 38, up from 29 {}.\n\nThe mats were cleaned.\n"


def told(period: str, jotted: str) -> list[tuple[str, str]]:
    draft = Document.read("minutes.md", SENTENCE.format(period))
    notes = Document.read("notes/a.txt", f"mats clean\n{jotted}\n")
    found = figure_period_clashes(pair_of(Material(draft, (notes,))))
    return [(clash.places[0].quote, clash.places[1].quote) for clash in found]


@pytest.mark.parametrize(
    ("period", "jotted", "quotes"),
    [
        ("in the autumn term", "gym club avg 38 (29 spring)", ("autumn term", "spring")),
        ("in 2023/24", "gym club attendance 38, 29 in 24/25", ("2023/24", "24/25")),
        ("in the summer term", "gym club avg 38, was 29 aut", ("summer term", "aut")),
    ],
)
def test_another_period_beside_the_same_figure_is_told(
    period: str, jotted: str, quotes: tuple[str, str]
) -> None:
    assert told(period, jotted) == [quotes]


@pytest.mark.parametrize(
    ("period", "jotted"),
    [
        ("in the autumn term", "gym club avg 38 (29 aut)"),
        ("in the autumn term", "gym club avg 38 spring, up from 29"),  # of the other figure
        ("in the autumn term", "gym club avg 38, 29 summer fete"),
        ("in 2023/24", "gym club 38, 29 in 23/24, 27 in 22/23"),
    ],
)
def test_a_period_of_another_figure_or_no_period_is_not(period: str, jotted: str) -> None:
    assert told(period, jotted) == []
