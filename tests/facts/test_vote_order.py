"""Votes of draft and notes are held against each other in the order of the meeting."""

import pytest

from review_tui.facts.outcome_odds import outcome_clashes
from review_tui.facts.pair import Pair, pair_of
from review_tui.facts.value_odds import odd_values
from review_tui.facts.vote_order import votes_noted
from review_tui.model.material import Document, Material


def pair(draft: str, notes: str) -> Pair:
    return pair_of(Material(Document.read("minutes.md", draft), (Document.read("notes/clerk.md", notes),)))


def told(draft: str, notes: str) -> list[str]:
    return [clash.places[0].quote for clash in odd_values(pair(draft, notes))]


DRAFT = (
    "An amendment of Mr Dale to leave the rent alone was lost by two votes to four. "
    "The motion was then carried by four votes to two.\n\n"
    "The Board agreed, by six votes to none, to sell the van.\n"
)
NOTES = "Dale: rent as is, LOST 2-4 / then motion 4-2 carried\nsell van 6-0\n"


def test_each_vote_is_held_against_its_own() -> None:
    assert told(DRAFT, NOTES) == []
    assert [c.message for c in outcome_clashes(pair(DRAFT, NOTES))] == []


@pytest.mark.parametrize(
    ("true", "slip"),
    [
        ("two votes to four", "two votes to five"),
        ("four votes to two", "five votes to two"),
        ("six votes to none", "five votes to none"),
    ],
)
def test_a_vote_that_differs_is_told_beside_its_own_in_the_notes(true: str, slip: str) -> None:
    assert told(DRAFT.replace(true, slip), NOTES) == [slip]


def test_the_outcome_is_that_of_the_same_vote() -> None:
    turned = DRAFT.replace("was lost by two votes to four", "was carried by four votes to two")
    assert {c.places[0].quote for c in outcome_clashes(pair(turned, NOTES))} == {"carried"}


@pytest.mark.parametrize(
    ("noted", "parts"),
    [
        ("new fence lost three four", [(3, 4)]),
        ("voted 19 3 1 carried", [(19, 3, 1)]),
        ("29 / 8  YES", [(29, 8)]),
        ("fence: 2 v 5 nope", [(2, 5)]),
        ("26 four 5 agenst", [(26, 5)]),
        ("adopted 5, 1 abst", [(5, 0, 1)]),
        ("ann's 4 2 hannah abst", [(4, 2)]),
        ("two three, Joan against", [(2, 3)]),
        ("fence, Joan's 1 - 5 yes 2 no", [(5, 2)]),
        ("vote -> 5/2 yes", [(5, 2)]),
    ],
)
def test_votes_are_read_as_they_are_jotted(noted: str, parts: list[tuple[int, ...]]) -> None:
    draft = "The fence was put to the vote.\n"
    assert [vote.parts for vote in votes_noted(pair(draft, f"{noted}\n"))] == parts


@pytest.mark.parametrize(
    "noted",
    [
        "mins 10/12 ok",
        "trustees 25\u201327 approved",
        "school 8.30 agreed",
        "plots 24/25 no change",
        "lost 3,000 on it",
        "lease thru 4/30/27 passed",
        "three oh four approved at last",
    ],
)
def test_days_years_and_sums_are_no_votes(noted: str) -> None:
    assert votes_noted(pair("The trustees were there.\n", f"{noted}\n")) == []


def test_opening_hours_are_not_held_against_a_vote() -> None:
    draft = "Hours of 8 to 6 were agreed for the depot by five votes to one.\n"
    assert told(draft, "depot open 8-6 wkdys, agreed 5-1\n") == []


def test_a_motion_defeated_by_three_to_two_is_noted_with_those_in_favour_first() -> None:
    draft = "The opening of the bar on Sunday was {} by three votes to two.\n"
    notes = "sunday opening of bar 2-3 lost\n"
    assert told(draft.format("defeated"), notes) == []
    assert told(draft.format("carried"), notes) == ["three votes to two"]


def test_one_voter_on_the_other_side_is_told() -> None:
    draft = "The lowest tender, from Rundle Heating, was accepted by five votes to two.\n"
    assert told(draft, "boiler Rundle lowest 38750 - 6-1 yes\n") == ["five votes to two"]


@pytest.mark.parametrize("came", ["lost, two to four", "lost two votes to four", "defeated, two to four"])
def test_figures_in_words_behind_what_came_of_a_motion_are_its_vote(came: str) -> None:
    draft = f"An amendment to leave the rent alone was {came}.\n"
    assert told(draft, "amdt leave rent - lost 2-4\n") == []
    assert told(draft.replace("four", "five"), "amdt leave rent - lost 2-4\n") != []


@pytest.mark.parametrize("noted", ["it went 6 to 2", "split 6 to 2", "divided 6 to 2"])
def test_how_it_went_is_a_vote(noted: str) -> None:
    draft = "The offer of Rundle Heating for the boiler was passed by {} votes to two.\n"
    assert told(draft.format("six"), f"offer rundle heating boiler, {noted}\n") == []
    assert told(draft.format("five"), f"offer rundle heating boiler, {noted}\n") == ["five votes to two"]


def test_a_colon_stands_between_the_sides_of_a_vote() -> None:
    assert told(DRAFT, NOTES.replace("6-0", "6 : 0").replace("2-4", "2:4")) == []
    assert told(DRAFT.replace("six votes to none", "five votes to one"), NOTES.replace("6-0", "6 : 0")) == [
        "five votes to one"
    ]


def test_abstentions_behind_a_comma_are_of_the_vote() -> None:
    draft = "The rents were raised; the proposal was carried by 22 votes to 7 with {} abstentions.\n"
    notes = "rents up. 22-7, 4 abs\n"
    assert told(draft.format(4), notes) == []
    assert [v.parts for v in votes_noted(pair(draft.format(4), notes))] == [(22, 7, 4)]
    assert told(draft.format(5), notes) == ["22 votes to 7 with 5 abstentions"]
