import pytest

from review_tui.evidence.words import folded_words, grams, says_little, stem


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
    ],
)
def test_words_are_compared_without_what_writers_vary(written: str, folded: list[str]) -> None:
    assert folded_words(written) == folded


def test_inflected_words_have_one_stem_in_any_language() -> None:
    assert stem("approved") == stem("approval")
    assert stem("rozpocet") == stem("rozpoctu")


def test_figures_are_compared_whole() -> None:
    assert stem("123456") != stem("123457")
    assert not says_little("7")


def test_pieces_mark_the_edges_of_a_word() -> None:
    assert grams("rpt") == ("^rpt", "rpt$")
    assert grams("at") == ("^at$",)
