import pytest

from review_tui.language.stems import short_stem
from review_tui.language.words import character_ngrams, folded_words, is_uninformative


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Café's", ["cafe"]),
        ("1,200", ["1200"]),
        ("five clear days", ["5", "clear", "days"]),
        ("25th May, 1st and 102nd", ["25", "may", "1", "and", "102"]),
        ("p'ship", ["pship"]),
        ("the L_C_D_ screen", ["the", "lcd", "screen"]),
        ("Schůzka", ["schuzka"]),
        ("Straße", ["strasse"]),
        ("don’t", ["don"]),
        ("公園のバスは12件", ["公", "園", "の", "ハス", "は", "12件"]),
    ],
)
def test_words_are_compared_without_what_writers_vary(written: str, folded: list[str]) -> None:
    assert folded_words(written) == folded


def test_inflected_words_have_one_stem_in_any_language() -> None:
    assert short_stem("approved") == short_stem("approval")
    assert short_stem("rozpocet") == short_stem("rozpoctu")


def test_figures_are_compared_whole() -> None:
    assert short_stem("123456") != short_stem("123457")
    assert not is_uninformative("7")


def test_a_short_word_of_letters_says_little_and_one_of_syllables_as_much_as_any() -> None:
    assert is_uninformative("und")
    assert is_uninformative("の")
    assert not any(map(is_uninformative, ("園", "バス", "공원")))


def test_pieces_mark_the_edges_of_a_word() -> None:
    assert character_ngrams("rpt") == ("^rpt", "rpt$")
    assert character_ngrams("at") == ("^at$",)
