"""Names where the place says that one stands there."""

import pytest

from review_tui.language.attendance import person_of
from review_tui.language.whole_names import natural_name, read_whole_name
from review_tui.model.text import Span


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Wei Chen", ("", "", "Wei", "Chen")),
        ("Kayleigh West", ("", "", "Kayleigh", "West")),
        ("Peter Hall", ("", "", "Peter", "Hall")),
        ("CHEN Wei", ("", "", "Wei", "CHEN")),
        ("Li WEIMIN", ("", "", "Li", "WEIMIN")),
        ("WINSTON BROWN", ("", "", "WINSTON", "BROWN")),
        ("Sukarno", ("", "", "", "Sukarno")),
        ("BROWN, Winston", ("", "", "Winston", "BROWN")),
        ("Smith, Mr John", ("Mr", "", "John", "Smith")),
        ("van der Berg, Jan", ("", "", "Jan", "van der Berg")),
        ("O\u2019Brien, Se\u00e1n", ("", "", "Se\u00e1n", "O\u2019Brien")),
        ("Cllr W Brown", ("Cllr", "W", "", "Brown")),
        ("J.-P. Aubert", ("", "JP", "", "Aubert")),
        ("John F. Kenning Jr", ("", "", "John", "Kenning")),
        ("Dr Ann Lee OBE", ("Dr", "", "Ann", "Lee")),
        (
            "Mar\u00eda-Jos\u00e9 de la Cruz \u00d1and\u00fa",
            ("", "", "Mar\u00eda-Jos\u00e9", "de la Cruz \u00d1and\u00fa"),
        ),
        ("Ngugi wa Thiong'o", ("", "", "Ngugi", "wa Thiong'o")),
        ("Jos\u00e9 Ortega y Gass", ("", "", "Jos\u00e9", "Ortega y Gass")),
        (
            "\u041e\u043b\u044c\u0433\u0430 \u041f\u0435\u0442\u0440\u043e\u0432\u0430",
            ("", "", "\u041e\u043b\u044c\u0433\u0430", "\u041f\u0435\u0442\u0440\u043e\u0432\u0430"),
        ),
        ("\u674e\u5a1c", ("", "", "", "\u674e\u5a1c")),
        (
            "\u0905\u0928\u093f\u0924\u093e \u0936\u0930\u094d\u092e\u093e",
            ("", "", "\u0905\u0928\u093f\u0924\u093e", "\u0936\u0930\u094d\u092e\u093e"),
        ),
        (
            "\u0645\u062d\u0645\u062f \u0639\u0644\u064a",
            ("", "", "\u0645\u062d\u0645\u062f", "\u0639\u0644\u064a"),
        ),
        ("wei chen", ("", "", "wei", "chen")),
    ],
)
def test_names_of_all_kinds_are_taken_apart(words: str, parts: tuple[str, ...]) -> None:
    person = read_whole_name(words, Span(0, len(words)))
    assert person is not None
    assert (person.title, person.initials, person.given, person.surname) == parts
    assert person == person_of(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Vacant",
        "Parish Clerk",
        "Members of the public",
        "3 residents",
        "Messrs Ward",
        "Ann Lee joined us",
        "\u2713",
    ],
)
def test_other_words_are_nobodys_name(words: str) -> None:
    assert read_whole_name(words, Span(0, len(words))) is None


def test_a_surname_that_stands_first_is_turned_round_and_an_office_is_not() -> None:
    assert natural_name("BROWN, Winston") == "Winston BROWN"
    assert natural_name("Smith, Mr John") == "Mr John Smith"
    assert natural_name("Winston Brown, Treasurer of it") == "Winston Brown, Treasurer of it"
