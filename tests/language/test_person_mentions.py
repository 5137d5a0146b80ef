"""Finding the people that minutes name, and what they are minuted as doing."""

import pytest

from review_tui.language.actions_by_person import ActionKind, find_person_actions
from review_tui.language.person_mentions import Person, find_people
from review_tui.language.person_names import name_key


def parts(text: str) -> list[tuple[str, str, str, str]]:
    """Title, initials, given name and surname of everybody found."""
    return [(p.title, p.initials, p.given, p.surname) for p in find_people(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cllr Mrs T Mann spoke.", ("Cllr Mrs", "T", "", "Mann")),
        ("Mr. C.Hardy spoke.", ("Mr", "C", "", "Hardy")),
        ("Mrs JM Markwell spoke.", ("Mrs", "JM", "", "Markwell")),
        ("Councillor Kit Hesketh-Harvey spoke.", ("Councillor", "", "Kit", "Hesketh-Harvey")),
        ("Borough Councillor C Adams spoke.", ("Borough Councillor", "C", "", "Adams")),
        ("Dr Van Steen spoke.", ("Dr", "", "", "Van Steen")),
        ("Mr Guy de Montfort spoke.", ("Mr", "", "Guy", "de Montfort")),
        ("Cllr O\u2019Brien\u2019s motion", ("Cllr", "", "", "O\u2019Brien")),
        ("Cllr West spoke.", ("Cllr", "", "", "West")),
        ("Mr and Mrs Shaw spoke.", ("Mr and Mrs", "", "", "Shaw")),
        ("B. Glover spoke.", ("", "B", "", "Glover")),
        ("Chris Edwards spoke.", ("", "", "Chris", "Edwards")),
        ("MR SMITH.", ("MR", "", "", "SMITH")),
    ],
)
def test_a_name_is_taken_apart(text: str, expected: tuple[str, str, str, str]) -> None:
    assert parts(text)[0] == expected


def test_a_plural_title_holds_for_its_whole_list() -> None:
    found = find_people("Messrs Ward, Lee and Bonnett were thanked, and Cllrs Smith & Jones.")
    assert [(p.title, p.surname) for p in found] == [
        ("Messrs", "Ward"),
        ("Messrs", "Lee"),
        ("Messrs", "Bonnett"),
        ("Cllrs", "Smith"),
        ("Cllrs", "Jones"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Alison Close was resurfaced.",
        "The Victoria Road Hall was let.",
        "The Councillors. Comments were noted.",
        "Parish Council Meeting held in the Village Hall",
        "Mary Berry House was painted.",
        "The Chairman and the Clerk reported.",
    ],
)
def test_places_and_offices_are_no_people(text: str) -> None:
    assert find_people(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr Lewis PC spoke", [("Mr", "", "", "Lewis")]),
        ("Cllr Ann Lee MBE spoke", [("Cllr", "", "Ann", "Lee")]),
        ("Andy Wallace NCC-HD replied", [("", "", "Andy", "Wallace")]),
        ("PC Tracy James PC Mike Shaw", [("PC", "", "Tracy", "James"), ("PC", "", "Mike", "Shaw")]),
        ("Prop Cllr Ryves Sec Cllr Lintern", [("Cllr", "", "", "Ryves"), ("Cllr", "", "", "Lintern")]),
        ("Cllr JT reported", [("Cllr", "JT", "", "")]),
        ("MR LEE reported", [("MR", "", "", "LEE")]),
        ("Mr Lee reported", [("Mr", "", "", "Lee")]),
        ("Cllrs D Price, Mair Eluned Pugh, Rt Hon Peter Gedney", [
            ("Cllrs", "D", "", "Price"), ("Cllrs", "", "Mair", "Pugh"), ("", "", "Peter", "Gedney"),
        ]),
    ],
)  # fmt: skip
def test_letters_and_verbs_behind_a_name_are_no_part_of_it(
    text: str, expected: list[tuple[str, str, str, str]]
) -> None:
    assert parts(text) == expected


def test_two_sets_of_initials_are_no_titled_person() -> None:
    assert find_people("DC JT to look at the drains") == ()


def test_words_of_office_end_a_name() -> None:
    assert parts("Mr Lee Chairman and Cllr Mann Village Hall") == [
        ("Mr", "", "", "Lee"),
        ("Cllr", "", "", "Mann"),
    ]


def test_what_follows_a_known_surname_is_no_surname() -> None:
    assert [p.surname for p in find_people("Mr Hollier Youthwork gave a talk. Mr Hollier left.")] == [
        "Hollier",
        "Hollier",
    ]


def test_each_span_holds_exactly_the_name() -> None:
    text = "It was moved by Cllr. A B Lee, and by Sue Young."
    assert [p.span.of(text) for p in find_people(text)] == ["Cllr. A B Lee", "Sue Young"]
    assert all(p.span.of(text) == p.text for p in find_people(text))


def test_a_title_tells_honorific_and_councillor() -> None:
    mrs, guest, plain = find_people("Cllr Mrs Lee, County Councillor Shaw and Sue Young came.")
    assert (mrs.honorific, mrs.is_councillor, mrs.is_of_another_council) == ("Mrs", True, False)
    assert (guest.honorific, guest.is_councillor, guest.is_of_another_council) == ("", True, True)
    assert (plain.honorific, plain.is_councillor) == ("", False)


def test_keys_leave_out_all_but_letters() -> None:
    assert name_key("O\u2019Brien-Lee") == "obrienlee"


def deeds(text: str) -> list[tuple[ActionKind, str]]:
    """What was done, and by whom."""
    return [(done.deed, done.person.text) for done in find_person_actions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Cllr Lee proposed approval, seconded by Mrs T Shaw.",
            [(ActionKind.PROPOSED, "Cllr Lee"), (ActionKind.SECONDED, "Mrs T Shaw")],
        ),
        (
            "(Cllr Sue Lee proposed, Cllr Ann Shaw seconded, all in favour)",
            [(ActionKind.PROPOSED, "Cllr Sue Lee"), (ActionKind.SECONDED, "Cllr Ann Shaw")],
        ),
        (
            "Proposed \u2013 Cllr Lee Seconded \u2013 Cllr Shaw",
            [(ActionKind.PROPOSED, "Cllr Lee"), (ActionKind.SECONDED, "Cllr Shaw")],
        ),
        ("A proposal was made; proposed by PW.", [(ActionKind.PROPOSED, "PW")]),
        ("PW seconded the motion.", [(ActionKind.SECONDED, "PW")]),
        ("Cllr Lee moved that it be noted.", [(ActionKind.MOVED, "Cllr Lee")]),
        ("Cllr Lee abstained.", [(ActionKind.VOTED, "Cllr Lee")]),
        ("Mr Lee took the Chair.", [(ActionKind.CHAIRED, "Mr Lee")]),
        ("Cllr Lee declared a personal interest.", [(ActionKind.DECLARED, "Cllr Lee")]),
        ("Cllr Lee asked about the lights.", [(ActionKind.SPOKE, "Cllr Lee")]),
        ("Cllr Lee agreed to write.", [(ActionKind.UNDERTOOK, "Cllr Lee")]),
        ("Mrs Lee was proposed by Mr Shaw.", [(ActionKind.PROPOSED, "Mr Shaw")]),
        ("Cllr Lee seconded Cllr Shaw's proposal.", [(ActionKind.SECONDED, "Cllr Lee")]),
        (
            "Proposed by Wendla Ash, seconded by Tunde Bakare.",
            [(ActionKind.PROPOSED, "Wendla Ash"), (ActionKind.SECONDED, "Tunde Bakare")],
        ),
        ("It was proposed PZ, seconded HS.", [(ActionKind.PROPOSED, "PZ"), (ActionKind.SECONDED, "HS")]),
        (
            "Proposed: Cllr Lee seconded: Cllr Shaw",
            [(ActionKind.PROPOSED, "Cllr Lee"), (ActionKind.SECONDED, "Cllr Shaw")],
        ),
        (
            "On the motion of Cllr Lee, seconded by Cllr Shaw",
            [(ActionKind.PROPOSED, "Cllr Lee"), (ActionKind.SECONDED, "Cllr Shaw")],
        ),
        ("Cllr Lee declared a Non-Registrable Interest.", [(ActionKind.DECLARED, "Cllr Lee")]),
        ("Cllr Lee JP proposed it.", [(ActionKind.PROPOSED, "Cllr Lee")]),
        (
            "proposed Mrs Lee, seconded Mrs Shaw",
            [(ActionKind.PROPOSED, "Mrs Lee"), (ActionKind.SECONDED, "Mrs Shaw")],
        ),
        ("Mrs Lee proposed by Mr Shaw.", [(ActionKind.PROPOSED, "Mr Shaw")]),
    ],
)
def test_deeds_are_told_by_the_words_beside_the_name(
    text: str, expected: list[tuple[ActionKind, str]]
) -> None:
    assert deeds(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Cllr Lee moved the speed sign to Church Road.",
        "A letter from Mr Lee stated that the road was closed.",
        "The proposed New Dwelling was noted.",
        "The Chair proposed a break.",
        "Cllr Lee had proposed this in May.",
    ],
)
def test_what_is_no_deed_of_a_person_is_left_alone(text: str) -> None:
    assert deeds(text) == []


def test_only_deeds_of_members_are_for_members() -> None:
    assert ActionKind.SECONDED.is_for_members
    assert not ActionKind.SPOKE.is_for_members


def test_a_person_is_a_plain_value() -> None:
    one, two = (find_people("Mr A Lee")[0] for _ in range(2))
    assert isinstance(one, Person)
    assert one == two


def test_an_initial_may_be_the_last_thing_in_the_text() -> None:
    assert [p.surname for p in find_people("Proposed by Mr J. Hall and seconded by Cllr J")] == ["Hall"]
