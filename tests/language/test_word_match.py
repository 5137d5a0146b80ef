"""How far a jotted word may stand for a word of the draft."""

import pytest

from review_tui.language.word_match import SYNONYM, edit_distance, is_jotted_for, is_near, stands_for


@pytest.mark.parametrize(
    ("jotted", "word"),
    [
        ("rept", "report"),
        ("plg", "planning"),
        ("cttee", "committee"),
        ("riting", "writing"),
        ("bungs", "bungalows"),
        ("shuts", "closed"),
        ("surf", "surfacing"),
    ],
)
def test_a_word_cut_short_stands_for_the_whole(jotted: str, word: str) -> None:
    assert stands_for(jotted, word) >= 0.5


@pytest.mark.parametrize(("jotted", "word"), [("hedge", "house"), ("mill", "roof"), ("rd", "hall")])
def test_other_words_do_not(jotted: str, word: str) -> None:
    assert stands_for(jotted, word) == 0.0


def test_letters_lost_or_turned_round_are_near() -> None:
    assert is_near("recieve", "receive")
    assert is_near("librry", "library")
    assert not is_near("mill", "hall")
    assert edit_distance("lonsdale", "lonsdowne") == 3


def test_a_name_without_its_vowels_proves_nothing_of_its_spelling() -> None:
    assert is_jotted_for("Rudkn", "Rudkin")
    assert not is_jotted_for("Hollier", "Hollyer")


def test_slides_are_the_presentation_that_they_were_shown_in() -> None:
    assert stands_for("slides", "presentation") >= SYNONYM
    assert stands_for("slides", "powerpoint") >= SYNONYM
    assert stands_for("slides", "swings") < SYNONYM
