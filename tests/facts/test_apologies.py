"""Who is away, in the forms in which clerks jot it."""

import pytest

from review_tui.facts.apologies import apology_clashes
from review_tui.facts.omissions import omission_clashes
from review_tui.facts.pair import pair_of
from review_tui.model.material import Document, Material

MINUTES = (
    "Present: Mrs A Rashid (Chair), Mr P Dunmore, Ms J Okoro\n\n"
    "Apologies: Mr G Fenwick, Ms Rosa Pell, Cllr J Barton-Leech\n\n"
    "The hedge along Mill Lane would be cut by the contractor in May.\n"
)
HEDGE = "hedge mill ln contractor may\n"


def told(draft: str, notes: str) -> list[str]:
    material = Material(
        Document.read("minutes.md", draft), (Document.read("notes/clerk.txt", notes + HEDGE),)
    )
    return [c.message for c in omission_clashes(pair_of(material)) if "apologies" in c.message]


@pytest.mark.parametrize(
    "notes",
    [
        "AR ch PD JO / ap GF, RP, JBL\n",
        "sorry: Fenwick, Rosa, Cllr Barton-Leech\n",
        "1 Apologies \u2713  GF, RP, JBL\n",
        "PD JO here. Rosa P sends apols\n",
        "apologies rec'd from Geo Fenwick; RP sorry\n",
        "AR ch, PD, JO. GF regrets. LW, KB observing\n",
        "Apols Fenwick, Pell - LW covers for her, JBL\n",
        "geo fenwick sends regrets. sorry from Pell, JBL\n",
        "(Fenwick apol) (Okoro in 2.20, train)\n",
        "Pell apol (Dunmore here - not him)\n",
        "JBL apol (Tenerife!!)\n",
        "absent: Fenwick. Okoro on Zoom, link trouble\n",
        "PELL REGRETS. HALL DOOR (JAMMED) AGAIN\n",
        "| 31 apols | Fenwick (hols). here: AR PD JO + 9 mop |\n",
    ],
)
def test_right_minutes_are_left_alone_however_it_was_jotted(notes: str) -> None:
    assert told(MINUTES, notes) == []


@pytest.mark.parametrize(
    ("notes", "called"),
    [
        ("AR ch PD JO / ap GF, RP\n", "RP"),
        ("sorry: Fenwick, Rosa\n", "Rosa"),
        ("1 Apologies \u2713  GF, RP\n", "RP"),
        ("PD JO here. Rosa P sends apols\n", "Rosa"),
        ("pd jo here. paul p sends apols\n", "paul"),
        ("pd jo here. sorry from paul + rosa\n", "paul"),
        ("pd jo here. Pell can't\n", "Pell"),
        ("Apols Fenwick - LW covers, Pell\n", "Pell"),
        ("AR ch PD JO.  aps Fenwick, Pell\n", "Pell"),
    ],
)
def test_somebody_whom_the_draft_leaves_out_is_missed(notes: str, called: str) -> None:
    (message,) = told(MINUTES.replace(", Ms Rosa Pell, Cllr J Barton-Leech", ""), notes)
    assert message.startswith(f"The notes have apologies from {called} (clerk.txt line 1: ")


@pytest.mark.parametrize(
    "notes",
    [
        "apols none\n",
        "RP was NOT absent\n",
        "sorry: Fenwick (in Rosa Street)\n",
        "JO - apols for next mtg\n",
        "PD apologised to RP\n",
        "my apologies, RP\n",
    ],
)
def test_an_apology_of_another_kind_is_none(notes: str) -> None:
    assert told(MINUTES.replace(", Ms Rosa Pell", ""), notes) == []


def test_where_the_draft_has_nobody_away_that_is_what_is_wrong() -> None:
    draft = "Present: Ann Hale, Bo Lind. Apologies: none.\n\n1. Minutes\n\nThe hedge was cut in May.\n"
    notes = Document.read("notes/clerk.txt", "ann bo. peter sends regrets\n" + HEDGE)
    (clash,) = omission_clashes(pair_of(Material(Document.read("minutes.md", draft), (notes,))))
    assert clash.places[0].quote == "Apologies: none."


def test_the_list_is_where_somebody_is_missing_and_not_the_word_above_it() -> None:
    draft = MINUTES.replace(
        "Apologies: Mr G Fenwick, Ms Rosa Pell, Cllr J Barton-Leech", "1. Apologies\n\nMr G Fenwick"
    )
    notes = Document.read("notes/clerk.txt", "ap GF, RP\n" + HEDGE)
    (clash,) = omission_clashes(pair_of(Material(Document.read("minutes.md", draft), (notes,))))
    assert clash.places[0].quote == "Mr G Fenwick"


def test_who_is_in_another_part_of_the_line_is_not_away() -> None:
    draft = "**Absent:** Walt Pfeiffer (excused). **Staff:** Director Naomi Adler.\n\nThe hedge was cut.\n"
    material = Material(
        Document.read("minutes.md", draft),
        (Document.read("notes/c.txt", "MK EB / WP exc / me, Kevin\n" + HEDGE),),
    )
    assert [*apology_clashes(pair_of(material))] == []


@pytest.mark.parametrize(
    "line",
    [
        "Sorry not to come: Gil Fenwick.",
        "Not attending: Mr G. Fenwick (Flat 2), abroad.",
        "Unable to be present: Gil Fenwick.",
        "Gil Fenwick was away.",
        "Apologies. Bros. T. Pell and G. Fenwick.",
    ],
)
def test_minutes_may_say_in_other_words_that_somebody_is_away(line: str) -> None:
    assert told(f"Present: Mrs A Rashid (Chair)\n\n{line}\n\nThe hedge was cut.\n", "Fenwick sorry\n") == []


@pytest.mark.parametrize(
    ("away", "notes"),
    [
        ("Lady Maude Esher", "Ann L. Apols Lady E\n"),
        ("Sandy Orr", "AL conv. JT, SO apol\n"),
        ("Sandy Orr", "AL chair JT / Orr exc\n"),
    ],
)
def test_a_title_in_the_notes_is_no_name_and_initials_that_are_a_word_are_one(away: str, notes: str) -> None:
    draft = f"Present: Ann Lee (Convener), Jim Tait\n\nApologies: {away}.\n\nIt met.\n"
    material = Material(Document.read("minutes.md", draft), (Document.read("notes/clerk.txt", notes),))
    assert [*apology_clashes(pair_of(material))] == []


@pytest.mark.parametrize(
    ("drafted", "noted"),
    [("Superintendent Neil Dorran", "Supt Dorran"), ("Professor Ada Quill", "Prof Quill")],
)
def test_a_rank_cut_short_before_a_surname_is_no_first_name(drafted: str, noted: str) -> None:
    draft = f"Present: Mrs A Rashid (Chair), Mr P Dunmore\n\nAn apology was received from {drafted}.\n"
    note = Document.read("notes/clerk.txt", f"AR ch\napols {noted}\n")
    pair = pair_of(Material(Document.read("minutes.md", draft), (note,)))
    assert [c.message for c in apology_clashes(pair)] == []


@pytest.mark.parametrize(
    "notes",
    [
        "apols G Fenwick (Quill sub), Rao\n",  # who stands in
        "apols Fenwick, Rao. PD off 18.50 after 6\n",  # who leaves early
        "apols Fenwick, Rao. Ms Quill on Zoom\n",
    ],
)
def test_who_is_there_in_some_way_sent_no_apology(notes: str) -> None:
    draft = "Present: Paul Dunmore, Ms B Quill\n\nApologies: George Fenwick, Anita Rao\n\nRates were set.\n"
    assert told(draft, notes + "rates set\n") == []


def test_apologies_may_stand_in_a_column_of_a_table() -> None:
    table = (
        "| Present | Role | Apologies |\n|---|---|---|\n| Paul Dunmore | Chair | {} |\n| Bea Quill | | |\n"
    )
    notes = "apols G. Fenwick\nrates set\n"
    assert told(f"{table.format('George Fenwick')}\nRates were set.\n", notes) == []
    assert len(told(f"{table.format('Anita Rao')}\nRates were set.\n", notes)) == 1


@pytest.mark.parametrize(
    ("drafted", "is_told"),
    [("Apologies: None", True), ("Apologies: Fay Nolan", False), ("Ms Rao was in the chair.", False)],
)
def test_somebody_in_small_letters_is_missed_where_the_draft_has_none(drafted: str, *, is_told: bool) -> None:
    draft = f"Present: Paul Dunmore, Ms B Quill\n\n{drafted}\n\nRates were set.\n"
    assert bool(told(draft, "PD, BQ, me. fay sorry\nrates set\n")) is is_told


SMALL = "Present: Ann Lee (Chair), Ben Fry\n\nApologies: {}.\n\nThe hedge was cut.\n"


@pytest.mark.parametrize(
    ("away", "missing"),
    [("Jan Whitty, Mr and Mrs Crouch, Councillor Peter Lamb", 0), ("Jan Whitty, Councillor Peter Lamb", 1)],
)
def test_of_a_list_in_small_letters_the_one_that_the_draft_has_not_is_missing(
    away: str, missing: int
) -> None:
    found = told(SMALL.format(away), "al ben\napols jan w, the crouches, cllr lamb\n")
    assert ["apologies from crouches" in message for message in found] == [True] * missing


@pytest.mark.parametrize(("drafted", "told"), [("Jan Whitty", []), ("Jan Reece", [("Jan Reece", "jan")])])
def test_an_initial_in_small_letters_behind_a_first_name_tells_whose_it_is(
    drafted: str, told: list[tuple[str, str]]
) -> None:
    draft = Document.read("minutes.md", SMALL.format(f"{drafted}, Councillor Peter Lamb"))
    notes = Document.read("notes/clerk.txt", "al ben\napols jan w, cllr lamb\n")
    found = apology_clashes(pair_of(Material(draft, (notes,))))
    assert [(c.places[0].quote, c.places[1].quote) for c in found] == told
