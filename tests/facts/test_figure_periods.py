"""The period right beside a figure that both texts have, be it only compared with."""

import pytest

from review_tui.facts.figure_periods import figure_period_clashes, span_clashes
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


@pytest.mark.parametrize(
    ("told", "jotted"),
    [
        ("three years from 1 October 2025", "lease 3 yrs frm 1 oct"),
        ("60 days from 1 February", "60 days from feb 1"),
        ("six weeks from 20 April", "pilot 6 wks frm 20/4"),
        ("twelve months from 1 May", "1 yr from 1 may"),
        ("five years from 1 July", "thirty million five years from 1 july"),
    ],
)
def test_a_length_from_a_day_is_held_against_that_from_the_same_day(told: str, jotted: str) -> None:
    draft = f"Minutes of the meeting of 3 March 2025\n\nThe lease runs for {told}.\n"

    def clashes(text: str) -> list[str]:
        notes = (Document.read("notes/n.txt", f"hall mtg 3/3\n{jotted}\n"),)
        found = span_clashes(pair_of(Material(Document.read("minutes.md", text), notes)))
        return [clash.places[0].quote for clash in found]

    assert clashes(draft) == []
    length = told.split(" from ", maxsplit=1)[0]
    wrong = draft.replace(length, "ninety weeks")
    assert clashes(wrong) == ([] if "million" in jotted else ["ninety"])
