"""Votes in the words of minutes."""

import pytest

from review_tui.language.votes import VoteSide, find_votes


def tallies(text: str) -> list[tuple[str, int]]:
    """The figures of the only vote in ``text``."""
    (vote,) = find_votes(text)
    return [(tally.side.value, tally.count) for tally in vote.tallies]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("For 7, Against 2, Abstained 1", [("for", 7), ("against", 2), ("abstained", 1)]),
        ("For: 7\n\nAgainst: 2\n\nAbstentions: 1", [("for", 7), ("against", 2), ("abstained", 1)]),
        ("For-5 Abstention - 1", [("for", 5), ("abstained", 1)]),
        ("In favour of the plan \u2013 5 Abstention \u2013 1", [("for", 5), ("abstained", 1)]),
        ("7 for, 2 against", [("for", 7), ("against", 2)]),
        ("Motion carried 7-2; Ash and Beech opposed", [("for", 7), ("against", 2)]),
        ("4 Votes for 1 Against", [("for", 4), ("against", 1)]),
        ("six were in favour and one abstained", [("for", 6), ("abstained", 1)]),
        ("three members voted against", [("against", 3)]),
        ("carried by 7 votes to 2", [("for", 7), ("against", 2)]),
        ("carried by three to two for all five", [("for", 3), ("against", 2)]),
        ("a vote of 7-2-1", [("for", 7), ("against", 2), ("abstained", 1)]),
        ("no votes against and 2 abstentions", [("against", 0), ("abstained", 2)]),
        ("all were in favour", [("unanimous", 0)]),
        ("carried nem con", [("unanimous", 0)]),
        ("Of the 10 members present, 6 voted for", [("present", 10), ("for", 6)]),
        ("Ten members voted: 6 for, 4 against", [("voted", 10), ("for", 6), ("against", 4)]),
        ("Votes cast: 10. Votes for: 6, against: 4", [("voted", 10), ("for", 6), ("against", 4)]),
        ("a majority of 3 (7 votes to 4)", [("majority", 3), ("for", 7), ("against", 4)]),
        ("The motion passed 6-0.", [("for", 6), ("against", 0)]),
        ("Motion carried (5 \u2013 2)", [("for", 5), ("against", 2)]),
        ("It was rejected on a show of hands, 21 to 2.", [("for", 21), ("against", 2)]),
        ("With six members in favour and Ms Tull against, it was", [("for", 6), ("against", 1)]),
        (
            "carried by nine votes to none, Mr Hale not voting",
            [("for", 9), ("against", 0), ("did not vote", 1)],
        ),
    ],
)
def test_votes_are_read_whatever_their_form(text: str, expected: list[tuple[str, int]]) -> None:
    assert tallies(text) == expected
    (vote,) = find_votes(text)
    assert vote.span.of(text) == vote.text
    assert all(tally.span.of(text) == tally.text for tally in vote.tallies)


@pytest.mark.parametrize(
    "text",
    [
        "There were 10 councillors present.",
        "Two letters against the application had been received.",
        "The fence had stood for 3 years against the wall.",
        "Members would vote for a chairman in May.",
        "Cllr Lee was not in favour.",
        "Income was \u00a311114.36 against a budget of \u00a310530.00.",
    ],
)
def test_what_counts_no_votes_is_none(text: str) -> None:
    assert find_votes(text) == ()


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The motion was carried by 7 votes to 2.", "carried"),
        ("5 for, 2 against. Carried", "carried"),
        ("5 for, 7 against; the motion was lost.", "lost"),
        ("The motion was not carried (3 for, 6 against).", "lost"),
        ("6 for, 1 against. The work was carried out in May.", ""),
    ],
)
def test_what_became_of_a_vote_is_read_beside_it(text: str, outcome: str) -> None:
    (vote,) = find_votes(text)
    assert vote.outcome == outcome


def test_two_votes_in_a_row_are_two() -> None:
    text = "The motion was lost by 4 votes for and 6 against. Another was carried by 6 votes for, 4 against."
    assert [(v.outcome, v.count(VoteSide.FOR), v.count(VoteSide.AGAINST)) for v in find_votes(text)] == [
        ("lost", 4, 6),
        ("carried", 6, 4),
    ]
    assert [v.sum for v in find_votes(text)] == [10, 10]


@pytest.mark.parametrize(
    ("jotting", "expected"),
    [
        ("bin 5-2 carr'd", [("for", 5), ("against", 2)]),
        ("5f 3a 1 abst", [("for", 5), ("against", 3), ("abstained", 1)]),
        ("mower 5 for 3 agst", [("for", 5), ("against", 3)]),
        ("+1 x5, 0 krill-dev", [("for", 5), ("abstained", 1)]),
        ("+1: anna bo-lind  -1: cy", [("for", 2), ("against", 1)]),
        ("+1 from Ann Hale, Bo Lind; -1 Cy Marsh", [("for", 2), ("against", 1)]),
        ("+5 / 0: 1", [("for", 5), ("abstained", 1)]),
        ("fence all \u2713", [("unanimous", 0)]),
    ],
)
def test_votes_are_read_as_clerks_jot_them_down(jotting: str, expected: list[tuple[str, int]]) -> None:
    (vote,) = find_votes(jotting, shorthand=True)
    assert [(tally.side.value, tally.count) for tally in vote.tallies] == expected


@pytest.mark.parametrize(
    "jotting", ["6-8 ft hedge on field", "paint every 2-4 yrs", "call +1 555", "plots 4 + 5"]
)
def test_other_figures_of_jottings_are_no_votes(jotting: str) -> None:
    assert find_votes(jotting, shorthand=True) == ()


@pytest.mark.parametrize(
    "text", ["It was agreed to buy 2-3 benches.", "The work was carried out within 4-6 weeks of the vote."]
)
def test_spans_of_minutes_are_no_votes(text: str) -> None:
    assert find_votes(text) == ()
