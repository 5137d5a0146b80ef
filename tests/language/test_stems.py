"""Words without their endings, and words that say little."""

import pytest

from review_tui.language.stems import short_stem, stem
from review_tui.language.stop_words import FILLERS, STOP_WORDS, TITLES, is_stop_word


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("planned", "plan"),
        ("applications", "application"),
        ("parties", "party"),
        ("agreements", "agreement"),
        ("Council's", "council"),
    ],
)
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_a_short_word_keeps_its_letters() -> None:
    assert stem("bus") == "bus"
    assert stem("need") == "need"


def test_a_short_stem_leaves_figures_whole() -> None:
    assert short_stem("1234567") == "1234567"
    assert short_stem("approval") == "appro"


def test_stop_words_are_in_small_letters_and_no_group_repeats_another() -> None:
    assert all(word == word.casefold() for word in STOP_WORDS | FILLERS | TITLES)
    assert STOP_WORDS.isdisjoint(TITLES)
    assert is_stop_word("cllr")
    assert not is_stop_word("hedge")
