"""Words that turn a sentence round, and words that only look like them."""

import pytest

from review_tui.checks.notes.opposites import DECIDING, own_not, says_no, turns
from review_tui.domain.text import Span


def read(text: str) -> list[tuple[int, int, str]]:
    return [(t.pair, t.side, t.text) for t in turns(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("porch Mill Cottage appr", 0),
        ("porch Mill Cottage refd", 1),
        ("porch \u2713", 0),
        ("porch \u2717", 1),
        ("porch, yes", 0),
        ("porch? no", 1),
        ("The motion was carried by three votes.", 0),
    ],
)
def test_short_decisions_and_signs_are_read(text: str, side: int) -> None:
    assert [(pair, s) for pair, s, _ in read(text) if pair == DECIDING] == [(DECIDING, side)]


@pytest.mark.parametrize(
    ("text", "side"), [("fees +4%", 0), ("fees -4%", 1), ("fees \u2191", 0), ("put up fees", 0)]
)
def test_more_and_less_are_read_from_signs_and_from_two_words_as_one(text: str, side: int) -> None:
    assert [(pair, s) for pair, s, _ in read(text)] == [(1, side)]


@pytest.mark.parametrize(
    "text",
    [
        "Work was carried out.",
        "Concern was raised about the bins.",
        "Mr Lee raised the matter again.",
        "They raised \u00a3412 for the hall.",
        "plot no 12 and ref no. 3",
    ],
)
def test_words_that_only_look_like_it_are_left_alone(text: str) -> None:
    assert read(text) == []


def test_a_not_of_the_line_before_belongs_to_no_word_of_this_line() -> None:
    text = "paint: not\nagreed"
    assert own_not(text, Span(11, 17)) is not None
    assert own_not(text, Span(11, 17), 11) is None


@pytest.mark.parametrize("text", ["The notice was unanimously discussed by noon.", "no 25"])
def test_words_that_hold_the_letters_of_no_are_no_denial(text: str) -> None:
    assert not says_no(text, Span(0, len(text)))


def test_a_word_cut_by_the_end_of_a_stretch_is_read_whole() -> None:
    assert not says_no("the notice", Span(0, 7))
