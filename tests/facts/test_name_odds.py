"""Names written out in the notes, where the draft has another in their place."""

import pytest

from review_tui.facts.name_odds import name_clashes
from review_tui.facts.pair import pair_of
from review_tui.model.material import Document, Material

DRAFT = (
    "Present: Ann Hale, Bo Lind\n\nThe roof of the barn is to be mended by {} before Christmas.\n\n"
    "{} complained of the noise from the mill race.\n"
)
NOTES = "roof barn mend bef xmas - Marlowe Slating\nMrs Santana, noise mill race\n"


def told(firm: str, who: str, notes: str = NOTES) -> list[str]:
    material = Material(
        Document.read("minutes.md", DRAFT.format(firm, who)), (Document.read("notes/c.txt", notes),)
    )
    return [clash.places[0].quote for clash in name_clashes(pair_of(material))]


@pytest.mark.parametrize(
    ("firm", "who", "quotes"),
    [
        ("Marlowe Slating", "Mrs Santana", []),
        ("Marlowe Slating", "Mrs Santiago", ["Santiago"]),
        ("Marlborough Slating", "Mrs Santana", ["Marlborough"]),
    ],
)
def test_another_name_in_the_same_place_is_told(firm: str, who: str, quotes: list[str]) -> None:
    assert told(firm, who) == quotes


@pytest.mark.parametrize(
    "notes",
    [
        "roof barn mend bef xmas - M. Slating\nMrs S, noise mill race\n",
        "roof barn mend bef xmas\nsantana's dog, noise mill race\n",
    ],
)
def test_a_name_cut_short_or_a_first_name_is_no_other_name(notes: str) -> None:
    assert told("Garside Slating", "Ann Hale", notes) == []


@pytest.mark.parametrize(
    "notes",
    [
        "roof barn mend bef xmas - Motion Slating\nMrs Santana, noise mill race\n",
        "roof barn mend bef xmas - RBMX Slating\nMrs Santana, noise mill race\n",
    ],
)
def test_a_word_of_record_or_letters_beside_a_name_are_no_name(notes: str) -> None:
    assert told("Marlowe Slating", "Mrs Santana", notes) == []


@pytest.mark.parametrize(
    ("said", "noted"),
    [
        ("It will be held on Microsoft Teams.", "next mtg ten thirty Teams"),
        ("The Deputy Chair, Mr Konstantin Melas, opened the barn.", "DepCh Melas opens barn"),
        ("Tickets for Christmas carols are on sale.", "Xmas carols tickets on sale"),
        ("The barn key is with Mrs W Okoro.", "barn key (Winnie)"),
    ],
)
def test_what_is_no_name_or_another_form_of_it_is_held_against_none(said: str, noted: str) -> None:
    draft = f"Present: Ann Hale, Mrs W Okoro\n\n{said}\n"
    material = Material(Document.read("minutes.md", draft), (Document.read("notes/c.txt", noted + "\n"),))
    assert list(name_clashes(pair_of(material))) == []


def test_one_name_of_the_notes_is_no_rival_of_several() -> None:
    draft = "Present: Ann Hale\n\nThe barn roof is mended by Garside Slating and Harker Slating.\n"
    notes = "barn roof mended - Marlowe Slating\n"
    material = Material(Document.read("minutes.md", draft), (Document.read("notes/c.txt", notes),))
    assert list(name_clashes(pair_of(material))) == []


def test_a_first_name_and_a_surname_are_one_name_to_hold_another_against() -> None:
    draft = "Present: Ann Hale\n\nMs Carys Bendall, the agent, spoke for the barn.\n"
    notes = "Present Ann. Benfold agent for barn\n"
    material = Material(Document.read("minutes.md", draft), (Document.read("notes/c.txt", notes),))
    assert [clash.places[0].quote for clash in name_clashes(pair_of(material))][-1:] == ["Bendall"]


def test_who_is_named_by_surname_has_no_rival_for_the_first_name() -> None:
    draft = (
        "Present: Ann Hale\n\nMr Lionel Fitch spoke against the mill, Ms Carys Bendall, its agent, for it.\n"
    )
    notes = "x\nFitch agst mill, Benfold agent for\n"
    material = Material(Document.read("minutes.md", draft), (Document.read("notes/c.txt", notes),))
    assert "Lionel" not in [clash.places[0].quote for clash in name_clashes(pair_of(material))]


LISTS = "Present: Ann Lowe, Bo Marsh\n\n"


def told_beside(draft: str, notes: str) -> list[str]:
    material = Material(
        Document.read("minutes.md", LISTS + draft + "\n"), (Document.read("notes/c.txt", notes),)
    )
    return [clash.places[0].quote for clash in name_clashes(pair_of(material))]


@pytest.mark.parametrize(
    ("draft", "right", "wrong", "notes"),
    [
        (
            "{} complained that the ferry was late.",
            "Tom Velgrave",
            "Tom Salgrave",
            "VELGRAVE: ferry late\nANN: shame\n",
        ),
        (
            "{} complained that the ferry was late.",
            "Mr. Gann",
            "Mr. Glenn",
            "MR GANN ferry late\nANN: shame\n",
        ),
        (
            "{} came to live by the ferry.",
            "Mrs Daphne Sill",
            "Mrs Daphne Hill",
            "new by ferry: daphne sill\n",
        ),
        ("The ferry stops at {} from June.", "Turner Croft", "Tanner Croft", "ferry stops Turner Cr june\n"),
    ],
)
def test_a_name_is_told_by_a_label_a_title_a_first_name_and_a_place_cut_short(
    draft: str, right: str, wrong: str, notes: str
) -> None:
    assert told_beside(draft.format(right), notes) == []
    (quote,) = told_beside(draft.format(wrong), notes)
    assert quote in wrong


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        ("Thanks were sent to Stan Gower, who has died.", "stan RIP thanks sent\n"),
        ("Tom Ward asked for a lamp at the gate.", "tom wants lamp at gate\n"),
    ],
)
def test_a_word_behind_a_first_name_is_not_always_a_surname(draft: str, notes: str) -> None:
    assert told_beside(draft, notes) == []


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        ("A grant of 60 goes to the ferry of St Brendan's.", "ferry st brndns 60\n"),
        ("Ann Lowe welcomed Perry Stokes.", "Ann Lowe, Bo Marsh, Ann Lowe, Bo Marsh, Perrin\n"),
    ],
)
def test_a_name_as_it_sounds_or_one_in_a_list_of_people_is_no_other(draft: str, notes: str) -> None:
    assert told_beside(draft, notes) == []


@pytest.mark.parametrize(
    ("said", "noted"), [("Patrick's", "paddys"), ("Robert's", "bobs"), ("Margaret's", "peggys")]
)
def test_what_is_called_after_somebody_may_be_noted_by_a_shorter_name(said: str, noted: str) -> None:
    draft = f"Present: Ann Hale, Bo Lind\n\nThe barn opens again by St {said} Day, with cake.\n"
    material = Material(
        Document.read("minutes.md", draft),
        (Document.read("notes/c.txt", f"barn open by {noted} day, cake\n"),),
    )
    assert [*name_clashes(pair_of(material))] == []


@pytest.mark.parametrize(
    ("said", "noted", "quotes"),
    [
        ("Thanks were sent to Mr Emlyn Rees for the harp.", "thank Emrys Rees, harp", ["Emlyn"]),
        ("Mr Ray Standen had audited the harp fund.", "harp fund audited, Roy Standen", ["Ray"]),
        ("Mr Jonathan Rees mended the harp.", "harp mended by Jon Rees", []),
        ("The harp was mended by Calder Platt.", "harp mended (Calder Pratt)", ["Platt"]),
        ("The harp was mended by Calder Brown.", "harp mended (Calder Browne)", []),  # as it sounds
        ("The harp is mended by Dalby & Lowe.", "HARP MENDED STOP DALBY ROWE STOP", ["Lowe"]),
        ("The harp is mended by Meg Harker.", "HARP MENDED STOP MEG STRINGS BOUGHT STOP", []),
        ("A lady of Oak Lane complained of the harp.", "old lady o. ln, harp", []),
    ],
)
def test_a_name_in_full_is_held_against_one_in_full(said: str, noted: str, quotes: list[str]) -> None:
    draft = (
        f"Present: Ann Hale\n\n{said}\n\nThe hall is let.\n\nThe boiler is cold.\n\n"
        "The gutter leaks.\n\nWretton Road is to be swept.\n"
    )
    notes = f"{noted}\nhall let\nboiler cold\ngutter leaks\nwretton rd swept\n"
    if noted.isupper():
        notes = notes.upper()
    material = Material(Document.read("minutes.md", draft), (Document.read("notes/c.txt", notes),))
    assert [clash.places[0].quote for clash in name_clashes(pair_of(material))] == quotes


@pytest.mark.parametrize("noted", ["Ferry pier let to West Haven Ltd", "ferry pier let to Westhaven Ltd"])
def test_a_name_in_two_words_is_the_same_name(noted: str) -> None:
    assert told_beside("The ferry pier is let to Westhaven Ltd.", f"{noted}\n") == []
    assert told_beside("The ferry pier is let to Westhaver Ltd.", "ferry pier let to Westhaven Ltd\n") == [
        "Westhaver"
    ]


def test_letters_without_a_vowel_are_a_name_cut_short_and_who_is_away_is_no_matter_of_spelling() -> None:
    assert told_beside("The harbour dues went to Mr Colemans.", "harbour dues - Clmns\n") == []
    assert told_beside("Apologies: Mr Yarrop.", "ferry late\nsorry: Yarrup\n") == []


@pytest.mark.parametrize(
    ("name", "noted", "quotes"),
    [
        ("Halliwell", "haliwell", []),
        ("Halliwell", "Haliwell", []),
        ("Northern", "northn", []),
        ("Kinnaird", "kinard", []),
        ("Halliwell", "hallivell", ["Halliwell"]),
        ("Northern", "Northem", ["Northern"]),
    ],
)
def test_a_name_that_is_typed_fast_or_by_ear_is_the_same_name(
    name: str, noted: str, quotes: list[str]
) -> None:
    assert (
        told_beside(f"The shed was ordered from {name} Timber.", f"shed ordered, {noted} timber\n") == quotes
    )


SPELT = (
    "Present: Ann Hale, Bo Lind\n\n"
    "The surveyor {} told members that the boiler of the pavilion would last another winter.\n\n"
    "The tender of {} for the playground surface was accepted.\n"
)
SPELT_NOTED = "{} surveyor: pavilion boiler will last another winter\nplayground surface - {} tender OK\n"
SHORTHAND = "\nmmbrs grtfl for ktchn, lttr rcvd, prkng cmplnts, gdn fnc, cllctn brkn, plyrs shwr\n"
SHORTHAND_DRAFT = (
    "\nMembers were grateful for the kitchen. A letter was received. Parking complaints, the garden fence, "
    "the broken collection and the players' showers were discussed.\n"
)


def told_of_spelling(
    drafted: tuple[str, str], noted: tuple[str, str], more: str = "", more_noted: str = ""
) -> list[str]:
    material = Material(
        Document.read("minutes.md", SPELT.format(*drafted) + more),
        (Document.read("notes/c.txt", SPELT_NOTED.format(*noted) + more_noted),),
    )
    return [clash.places[0].quote for clash in name_clashes(pair_of(material))]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Ms Barton", "Burton"),
        ("Mr Weatherbie", "Weatherley"),
        ("Mrs Winslow", "Onslow"),
        ("Dr Benham", "Benbow"),
    ],
)
def test_a_name_that_differs_in_some_letters_is_told_and_the_same_name_is_not(wrong: str, right: str) -> None:
    title, name = wrong.split()
    assert told_of_spelling((wrong, "Coldharbour"), (right, "Coldharbour")) == [name]
    assert told_of_spelling((f"{title} {right.title()}", "Coldharbour"), (right, "Coldharbour")) == []


@pytest.mark.parametrize(("wrong", "right"), [("Brinehurst", "Brinecrest"), ("Cairnford", "Cairnfold")])
def test_a_firm_is_told_likewise(wrong: str, right: str) -> None:
    assert told_of_spelling(("Mr Pym", f"{wrong} Ltd"), ("Pym", right)) == [wrong]


@pytest.mark.parametrize("noted", ["Cole", "Coleman's", "Col", "Bettina", "tall man"])
def test_what_is_cut_short_or_of_another_word_tells_nothing(noted: str) -> None:
    assert told_of_spelling(("Mr Colemans", "Fernhill"), (noted, "Fernhill")) == []


@pytest.mark.parametrize(("drafted", "noted"), [("Flying Scouts", "flyers"), ("Men's Shed", "mens")])
def test_another_form_of_a_word_is_no_name(drafted: str, noted: str) -> None:
    assert told_of_spelling(("Mr Pym", drafted), ("Pym", noted)) == []


def test_notes_in_shorthand_tell_nothing_of_a_letter_that_is_left_out() -> None:
    assert (
        told_of_spelling(("Mr Zellner", "Coldharbour"), ("zeller", "Coldharbour"), SHORTHAND_DRAFT, SHORTHAND)
        == []
    )
