"""Whom a draft names, each once."""

import pytest

from review_tui.facts.roster import Roster
from review_tui.model.material import Document


def names(draft: str, *listed: str) -> list[str]:
    roster = Roster(Document.read("minutes.md", draft), draft, listed)
    return [roster.name_of({person.key}) for person in roster.all]


def test_a_name_on_the_roll_and_a_title_with_a_surname_are_one_person() -> None:
    assert names("Board members: Oonagh Inch, Kofi Templeton.\n\nMs Inch spoke.\n") == [
        "Oonagh Inch",
        "Kofi Templeton",
    ]


def test_an_initial_and_a_first_name_are_one_person_and_two_initials_two() -> None:
    assert names("Mr B Lee and Mrs T Lee were there. Brian Lee spoke.\n") == ["Brian Lee", "T Lee"]


def test_a_title_of_an_office_and_a_handle_name_people() -> None:
    assert names("Councilmember Haskins moved. @oskar-l seconded.\n") == ["oskar-l", "Haskins"]


def test_a_role_is_given_to_whom_it_stands_behind() -> None:
    draft = "Present: Ada Hart (Chair), Kim Noll, Treasurer\n"
    roster = Roster(Document.read("minutes.md", draft), draft)
    assert {role: roster.name_of(who) for role, who in roster.of_role.items()} == {
        "chair": "Ada Hart",
        "treasurer": "Kim Noll",
    }


def test_an_office_on_the_roll_and_its_last_word_where_nobody_else_has_it_name_the_holder() -> None:
    draft = "Present: Ada Hart (Chair). Staff: Kim Noll (Harbour Manager), Lou Orchard (minutes)\n"
    roster = Roster(Document.read("minutes.md", draft), draft)
    assert {role: roster.name_of(who) for role, who in roster.of_role.items()} == {
        "chair": "Ada Hart",
        "harbour manager": "Kim Noll",
        "manager": "Kim Noll",
        "scribe": "Lou Orchard",
    }


def test_a_handle_behind_a_name_is_another_name_of_one_person() -> None:
    draft = "Present: Oleksandr Hale (@sasha), @kit\n\nOleksandr Hale spoke.\n"
    assert names(draft) == ["kit", "Oleksandr Hale"]


def test_titles_of_many_countries_stand_before_names() -> None:
    draft = "Smt. Lata Rao and Shri Anil Joshi spoke, Pastor Ngozi Eze and Conseiller Luc Dubé did not.\n"
    assert names(draft) == ["Lata Rao", "Anil Joshi", "Ngozi Eze", "Luc Dubé"]


@pytest.mark.parametrize(
    "draft",
    [
        "B. Economic situation\n\nMs Rao spoke.\n",
        "Ms Rao spoke of the rents from Lady Day, and in the Lady Chapel.\n",
        "Officers: Ms Rao, Northline Actuarial; Mr Osei, Harrow Advisers\n",
        "North Levels: Ms Rao\n",
    ],
)
def test_headings_days_and_bodies_are_no_people(draft: str) -> None:
    assert {name.split()[-1] for name in names(draft)} <= {"Rao", "Osei"}


@pytest.mark.parametrize(
    ("draft", "office", "holder"),
    [
        ("The Clerk, Mr Lewis Bane, and the Warden, Mrs Sal Tonk, attended.\n", "warden", "Sal Tonk"),
        ("The Accounting Officer, Ms Pia Øst, informed the board.\n", "accounting officer", "Pia Øst"),
        ("Members: Mr Glen Vella (Deputy Mayor), Mr Kurt Vella\n", "deputy mayor", "Glen Vella"),
        ("Present: Bev Suggs (Committee Chairman), Imran Khan (Vice-Chairman)\n", "chair", "Bev Suggs"),
    ],
)
def test_an_office_is_of_whom_it_stands_by(draft: str, office: str, holder: str) -> None:
    roster = Roster(Document.read("minutes.md", draft), draft)
    assert roster.name_of(roster.of_role[office]) == holder


def test_titles_tell_people_of_one_surname_apart() -> None:
    draft = "Present: Mr Derek Amber, Mrs Pauline Amber\n\nMrs Amber gave the figures.\n"
    roster = Roster(Document.read("minutes.md", draft), draft)
    assert [person.titles for person in roster.all] == [{"mr"}, {"mrs"}]


def test_a_word_before_surnames_that_have_first_names_elsewhere_is_a_title() -> None:
    draft = (
        "Present: Roland Pikes, Shirley Vossen, Jan Ramak\n\n"
        "Warder Pikes moved the budget. Warder Vossen will write to them.\n"
    )
    assert names(draft) == ["Roland Pikes", "Shirley Vossen", "Jan Ramak"]


@pytest.mark.parametrize(
    ("draft", "office", "holder"),
    [
        ("Present: the Treasurer (Mr Otto Brand); Mr Hal Crane.\n", "treasurer", "Otto Brand"),
        ("There were the Head Keeper, Mr Sid Fallow; and others.\n", "head keeper", "Sid Fallow"),
        (
            "Present: Smt. Uma Nair, Hon. Secretary, Shri Ravi Menon, Hon. Treasurer.\n",
            "secretary",
            "Uma Nair",
        ),
        ("Present: Ida Roe (Town Clerk), Ned Poll (Deputy Clerk)\n", "clerk", "Ida Roe"),
    ],
)
def test_an_office_in_whatever_order_is_of_whom_it_stands_by(draft: str, office: str, holder: str) -> None:
    roster = Roster(Document.read("minutes.md", draft), draft)
    assert roster.name_of(roster.of_role[office]) == holder


@pytest.mark.parametrize(
    "draft",
    [
        "Board present\nBruno Teal (Chair), Hinewai Paki, Sara Moss and Raewyn Dow.\n\nMs Paki spoke.\n",
        "| Member | Body |\n|---|---|\n| Bruno Teal (Chair) | College |\n| Hinewai Paki | Trust |\n",
        "Present: Bruno Teal\n\nMs Paki came late. Hinewai Paki declared an interest.\n",
        "Present: Bruno Teal\n\nHinewai Paki replied that the gate was shut.\n",
    ],
)
def test_a_first_name_that_few_have_is_one_in_a_crowd_a_table_and_beside_a_known_surname(draft: str) -> None:
    assert "Hinewai Paki" in names(draft)


def test_the_letters_of_items_are_no_initials_and_a_rank_is_no_first_name() -> None:
    items = "A. Landing stage\n\nIt was mended.\n\nB. Boats\n\nTwo.\n\nC. Harbour dues\n\nPaid.\n"
    assert names(f"Present: Brigadier N. Thorne\n\n{items}\nBrigadier Thorne objected.\n") == ["N Thorne"]


@pytest.mark.parametrize(
    ("draft", "initials"),
    [
        ("Present: Ann Lee (Chair) AL; Bo Fry BF\n", {"AL": "Ann Lee", "BF": "Bo Fry"}),
        ("Present: AL: Ann Lee, BF: Bo Fry\n", {"AL": "Ann Lee", "BF": "Bo Fry"}),
        ("Present: Ann Lee (AL) - CSO, Bo Fry (BF)\n", {"AL": "Ann Lee", "BF": "Bo Fry"}),
        (
            "Present: Ann Lee, Bo Fry\n\nAL reported a leak. BF to chase the plumber.\n",
            {"AL": "Ann Lee", "BF": "Bo Fry"},
        ),
        ("Present: Ann Lee, Bo Fry\n\nAL reported a leak.\n", {}),  # one alone may be a body
        ("Present: Ann Lee, Bo Fry\n\nAL reported a leak. The Bowls Fund (BF) gave to it.\n", {}),
    ],
)
def test_initials_of_a_list_or_of_several_who_act_are_the_peoples(
    draft: str, initials: dict[str, str]
) -> None:
    roster = Roster(Document.read("minutes.md", draft), draft)
    assert {letters: roster.name_of({key}) for letters, key in roster.initials.items()} == initials


def test_the_name_of_a_body_or_a_building_is_nobodys() -> None:
    there = (
        "Present: for Upton, Councillors Ann Lee and Bo Fry; "
        "for Little Marling, Councillors Cal Hume and Di Orr."
    )
    draft = f"# Upton and Little Marling Joint Committee\n\n{there}\n\nApologies: Ed Pike (Little Marling)\n"
    found = names(draft)

    assert "Little Marling" not in found
    assert {"Ann Lee", "Bo Fry", "Cal Hume", "Di Orr"} <= {*found}
