"""Who is listed, by whatever label, and what each is."""

import pytest

from review_tui.language.people_lists import people_listed


def listed(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Names and offices."""
    return [
        (f"{one.person.given or one.person.initials} {one.person.surname}", one.roles)
        for one in people_listed(text)
    ]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "*Workers' side:* Jörn Ahlke (DE, Chair), Lucía Prats (ES, Vice-Chair), Pál Vitéz (HU)",
            [("Jörn Ahlke", ("chair",)), ("Lucía Prats", ("vice chair",)), ("Pál Vitéz", ())],
        ),
        ("Tellers: Egil Moe and Siv Lunde.", [("Egil Moe", ()), ("Siv Lunde", ())]),
        ("Convenor: Dr Aino Salmi. Secretary: Mr Piet Koers.", [
            ("Aino Salmi", ("convenor",)), ("Piet Koers", ("secretary",)),
        ]),
        ("Who was there: Moll Garth (chair), Pip Dell (treasurer)", [
            ("Moll Garth", ("chair",)), ("Pip Dell", ("treasurer",)),
        ]),
        ("Officers: Rhun Madog, Treasurer; Gwen Bevan, Police and Crime Commissioner; Jo Akers, Swale LLP", [
            ("Rhun Madog", ("treasurer",)),
            ("Gwen Bevan", ("police and crime commissioner",)),
            ("Jo Akers", ()),
        ]),
        ("**Members:**\n- Det. Supt Kai Jarman \u2013 Police\n- Nell Arno \u2013 Nursing\n\nItem", [
            ("Kai Jarman", ()), ("Nell Arno", ()),
        ]),
        ("PRESENT\nChairman \u2013 Mr Dirk Ambery\nStandard Bearer \u2013 Ms Ivy Quade\n", [
            ("Dirk Ambery", ("chair",)), ("Ivy Quade", ("standard bearer",)),
        ]),
        ("Present: Y Cyng. Gwen Puw (Cadeirydd / Chair); Deputy Chief Constable Ian Hallam", [
            ("Gwen Puw", ("chair",)), ("Ian Hallam", ("deputy chief constable",)),
        ]),
        ("| As | Name |\n|-|-|\n| Chair | Moll Garth |\n| Members | Wiremu Tane, Oddny Lier, Pip Dell |\n", [
            ("Moll Garth", ()), ("Wiremu Tane", ()), ("Oddny Lier", ()), ("Pip Dell", ()),
        ]),
    ],
)  # fmt: skip
def test_a_list_is_one_by_its_form(text: str, people: list[tuple[str, tuple[str, ...]]]) -> None:
    assert listed(text) == people


@pytest.mark.parametrize(
    "text",
    [
        "Venue: Green Room, Jubilee Theatre, Market Rasby",
        "MEETING OF TRUSTEES\n4 April 2025, Green Room, Jubilee Theatre\n",
        "Resolved: that the Clerk write to Welsh Water and Pont Felin School.",
        "held in public at 09:30 in Seminar Rooms 1 and 2, Education Centre",
    ],
)
def test_places_and_sentences_are_no_list(text: str) -> None:
    assert listed(text) == []


def test_minutes_that_somebody_came_in_at_make_no_scribe() -> None:
    assert listed("Present: Ann Moss (from minute 24/115), Ida Crane (minutes)") == [
        ("Ann Moss", ()),
        ("Ida Crane", ("scribe",)),
    ]
