import pytest

from review_tui.language.short_forms import ShortForms, initials, phrase_initials, short_years
from review_tui.language.words import words_of

NOTES = ["rpt", "mtg", "LG", "p'ship", "educ", "agd", "don't", "PCN", "Oct", "cllrs", "the", "then"]


@pytest.mark.parametrize(
    ("word", "short"),
    [
        ("report", "rpt"),
        ("meeting", "mtg"),
        ("partnership", "pship"),
        ("agreed", "agd"),
        ("october", "oct"),
        ("councillors", "cllrs"),
    ],
)
def test_a_clerks_short_word_is_found_for_the_whole(word: str, short: str) -> None:
    assert short in [found for found, _ in ShortForms(NOTES).of_word(word)]


@pytest.mark.parametrize("word", ["document", "theatre", "rat", "2022", "management"])
def test_a_word_is_not_short_for_what_it_merely_resembles(word: str) -> None:
    assert ShortForms(NOTES).of_word(word) == ()


def test_a_year_in_two_figures_is_found_where_the_notes_mean_a_year() -> None:
    shorts = ShortForms(NOTES, short_years("rpt, Oct 20–Sep 21, 35 copies"))
    assert [short for short, _ in shorts.of_word("2020")] == ["20"]
    assert shorts.of_word("2035") == ()


@pytest.mark.parametrize(
    ("word", "jotted"),
    [
        ("7.30pm", {"730", "7.30", "1930", "19.30"}),
        ("19.30", {"730", "7.30", "1930"}),
        ("2030", set()),
        ("7.75", set()),
    ],
)
def test_a_time_is_found_as_clerks_jot_it(word: str, jotted: set[str]) -> None:
    shorts = ShortForms(["730", "7.30", "1930", "19.30", "775", "8.30", "2030"])
    assert {short for short, _ in shorts.of_word(word)} == jotted


def test_a_short_month_is_short_for_that_month_only() -> None:
    shorts = ShortForms(["mar"])
    assert shorts.of_word("martin") == ()
    assert [short for short, _ in ShortForms(["dec"]).of_word("december")] == ["dec"]


def test_initials_count_only_where_the_notes_have_them_in_capitals() -> None:
    shorts = ShortForms(NOTES)
    assert [short for short, _ in shorts.of_name("lg")] == ["lg"]
    assert shorts.of_name("oct") == ()


def test_a_name_gives_its_initials_with_and_without_joining_words() -> None:
    text = "Laura Gough told the Health and Wellbeing Board."
    found = dict(initials(words_of(text), text))
    assert found["lg"] == ("laura", "gough")
    assert found["hwb"] == found["hawb"] == ("health", "wellbeing", "board")


def test_a_title_in_small_letters_gives_initials_too() -> None:
    text = "the primary care network met"
    assert ("pcn", ("primary", "care", "network")) in list(phrase_initials(words_of(text)))


def test_a_stop_ends_a_name() -> None:
    text = "She thanked Anna. Ben left."
    assert "ab" not in dict(initials(words_of(text), text))


@pytest.mark.parametrize(
    ("word", "short"),
    [("declarations", "decs"), ("minutes", "mins"), ("apologies", "apols"), ("reports", "reps")],
)
def test_a_cut_word_may_keep_its_plural(word: str, short: str) -> None:
    assert short in [found for found, _ in ShortForms([short]).of_word(word)]
    assert ShortForms([short]).of_word(word.removesuffix("s") + "d") == ()


def test_initials_may_have_the_letter_of_a_joining_word() -> None:
    assert ShortForms(["DoI"]).of_name("doi") == (("doi", 1.0),)
    found = dict(phrase_initials(words_of("There were no declarations of interest")))
    assert found["doi"] == ("declarations", "interest")
