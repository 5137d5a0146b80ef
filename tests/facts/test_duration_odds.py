"""Lengths of time of the draft beside those that the notes have of the same thing."""

import pytest

from review_tui.facts.duration_odds import duration_clashes
from review_tui.facts.pair import pair_of
from review_tui.model.material import Document, Material

REST = "\n\nThe jetty rails were painted.\n\nThe flag was mended.\n"
LINES = "jetty rails painted\nflag mended\n"


def told(draft: str, notes: str) -> list[tuple[str, str]]:
    material = Material(
        Document.read("minutes.md", draft + REST), (Document.read("notes/c.txt", notes + LINES),)
    )
    return [(c.places[0].quote, c.places[1].quote) for c in duration_clashes(pair_of(material))]


DRAFT = (
    "Mrs Vane described the {} trial of the night bus.\n\n"
    "RESOLVED that the trial of the night bus run for {} and be reviewed.\n"
)
ONE = "RESOLVED that the trial of the night bus run for {} and be reviewed.\n"


@pytest.mark.parametrize(
    "notes", ["night bus trial 4 mths then review\n", "night bus trial - make it 4, review\n"]
)
def test_a_length_is_held_against_that_of_the_notes(notes: str) -> None:
    assert told(DRAFT.format("four-month", "four months"), notes) == []
    assert [mine for mine, _ in told(DRAFT.format("four-month", "six months"), notes)] == ["six months"]
    assert [mine for mine, _ in told(DRAFT.format("three-month", "four months"), notes)] == ["three-month"]


def test_a_length_that_is_decided_is_none_that_was_asked_for() -> None:
    draft = "It was agreed not to stop the trial of the night bus, which is held for six months.\n"

    assert told(draft, "night bus trial dont stop, hold 3 mths\n") == [("six months", "3 mths")]


@pytest.mark.parametrize(
    ("unit", "short"),
    [
        ("months", "mo"),
        ("months", "mnths"),
        ("weeks", "wks"),
        ("terms", "trms"),
        ("seasons", "ssns"),
        ("semesters", "sems"),
    ],
)
def test_units_are_known_however_they_are_cut_short(unit: str, short: str) -> None:
    draft = f"RESOLVED that the trial of the night bus run for six {unit}.\n"
    other = f"The trial of the night bus is to take four {unit}, said Mrs Vane.\n\n"
    assert told(other + draft, f"night bus trial 4 {short}\n") == [(f"six {unit}", f"4 {short}")]


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        # the notes come to what the draft has
        (DRAFT.format("four-month", "four months"), "night bus trial 6 mths? no 4 mths\n"),
        # both are told, and both are noted
        (
            (
                "Mr Cole asked for a trial of the night bus of two months.\n\n"
                "RESOLVED that the trial of the night bus run for four months.\n"
            ),
            "night bus trial, Cole wants 2 mths, 4 mths agreed\n",
        ),
        (
            (
                "Mr Cole asked for a trial of the night bus of two months.\n\n"
                "RESOLVED that the trial of the night bus run for four months.\n"
            ),
            "night bus trial 4 mths agreed, Cole wanted 2 mths\n",
        ),
        (
            "The trial of the night bus might run for five months or for four months.\n",
            "night bus trial 5 then review\n",
        ),
        # a bare number is told as something else
        ("Five were in favour.\n\n" + ONE.format("four months"), "night bus trial and review, 5 ok\n"),
        # what the notes take back
        (ONE.format("four months"), "night bus trial and review 5 mths? make it 4\n"),
        (ONE.format("four months"), "night bus trial and review - 5? make it 4\n"),
        (ONE.format("four months"), "night bus trial and review 5 mths\nnight bus 4 mths not 5 sorry\n"),
        # what somebody asked for
        (
            "Mr Cole asked that the trial of the night bus run for six months and be reviewed.\n",
            "night bus trial 2 mths and review\n",
        ),
        # what was, and a year
        (ONE.format("four months"), "night bus trial and review, last time was 5 mths\n"),
        ("Minutes of 3 May 2025\n\n" + ONE.format("thirty months"), "night bus trial and review, bus 28\n"),
        # rounded, and a number that is read out
        (ONE.format("about four months"), "night bus trial and review 4.2 mths\n"),
        (ONE.format("eleven months"), "night bus trial and review, one six, fine\n"),
        # another measure, a run of months, the number of something else
        (DRAFT.format("four-month", "four months"), "night bus trial, 6 wks to order it\n"),
        (DRAFT.format("four-month", "four months"), "night bus trial 7-10/25\n"),
        (DRAFT.format("four-month", "four months"), "night bus trial, 6 buses\n"),
        # of nothing that the sentence tells
        ("The lease of the kiosk stays at two years.\n", "awning guarantee 3 yrs\n"),
    ],
)
def test_lengths_that_are_not_of_one_thing_are_left_alone(draft: str, notes: str) -> None:
    assert told(draft, notes) == []


def test_a_length_that_the_notes_turn_down_is_not_borne_out() -> None:
    draft = "The loans for the night bus are to be repaid within {} months."
    notes = "night bus loans repaid 18 mths (not 24)\n"

    assert told(draft.format(18), notes) == []
    assert [mine for mine, _ in told(draft.format(24), notes)] == ["24 months"]
