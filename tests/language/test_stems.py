"""Words without their endings, and what else is written for the same thing."""

import pytest

from review_tui.language.shorthand import SHORTHAND
from review_tui.language.stems import concept, short_stem, stem
from review_tui.language.stop_words import FILLERS, STOP_WORDS, TITLES, is_stop_word


@pytest.mark.parametrize(
    ("one", "other"),
    [("planned", "plan"), ("applications", "application"), ("parties", "party"), ("agreements", "agreement")],
)
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_a_short_word_keeps_its_letters() -> None:
    assert stem("bus") == "bus"
    assert stem("need") == "need"


@pytest.mark.parametrize(
    ("one", "other"), [("bought", "purchased"), ("Grass", "mowing"), ("twelve", "12"), ("thirty", "30")]
)
def test_words_that_are_written_for_each_other_are_one_concept(one: str, other: str) -> None:
    assert concept(one) == concept(other)


@pytest.mark.parametrize(
    ("written", "figure"),
    [
        ("5k", "5000"),
        ("5,000", "5000"),
        ("450.00", "450"),
        ("3rd", "3"),
        ("7.30pm", "7.30"),
        ("1.2m", "1200000"),
    ],
)
def test_a_figure_is_compared_by_its_worth_however_it_is_written(written: str, figure: str) -> None:
    assert concept(written) == figure


def test_a_short_stem_leaves_figures_whole() -> None:
    assert short_stem("1234567") == "1234567"
    assert short_stem("approval") == "appro"


def test_stop_words_are_in_small_letters_and_no_group_repeats_another() -> None:
    assert all(word == word.casefold() for word in STOP_WORDS | FILLERS | TITLES)
    assert STOP_WORDS.isdisjoint(TITLES)
    assert is_stop_word("cllr")
    assert not is_stop_word("hedge")


def test_no_short_form_stands_for_itself_alone() -> None:
    assert [short for short, whole in SHORTHAND.items() if whole == (short,)] == []
