"""Names that the notes of the same thing give otherwise."""

import pytest

from review_tui.checks.notes.names import NotesNamesCheck
from review_tui.model.findings import Finding
from review_tui.model.material import Document, Material

DRAFT = (
    "Present: Cllr Jane Smith (Chair), Cllr Tom Mann, Cllr Una Price, Cllr Kit Lowe\n\n"
    "Cllr Price reported that the footpath by the river was flooded.\n\n"
    "It was proposed by Cllr Mann and seconded by Cllr Lowe that the hedge in Mill Lane be cut.\n\n"
    "Cllr Lowe will ask the county council about the drains in Church Street.\n"
)
NOTES = (
    "UP: footpath by river flooded\n"
    "hedge Mill Ln to be cut - prop TM, sec KL\n"
    "KL to ask county cncl re drains Church St\n"
)


def told(draft: str, notes: str = NOTES) -> tuple[Finding, ...]:
    material = Material(Document.read("minutes.md", draft), (Document.read("notes/clerk.md", notes),))
    return tuple(NotesNamesCheck().run(material))


def test_the_same_people_by_their_initials_are_left_alone() -> None:
    assert told(DRAFT) == ()


@pytest.mark.parametrize(
    "movers",
    [
        "prop TM, sec KL",
        "prop'd Mann, 2nd Lowe",
        "TM/KL",
        "p: TM, s: KL",
        "TM prop, KL sec",
        "prop Cllr Mann sec Cllr Lowe",
    ],
)
def test_a_mover_and_seconder_the_other_way_round_are_found_however_they_are_noted(movers: str) -> None:
    draft = DRAFT.replace("by Cllr Mann and seconded by Cllr Lowe", "by Cllr Lowe and seconded by Cllr Mann")
    notes = NOTES.replace("prop TM, sec KL", movers)
    assert told(DRAFT, notes) == ()
    (finding,) = told(draft, notes)
    assert "the other way round" in finding.message
    assert [p.quote for p in finding.places[:2]] == ["Cllr Lowe", "Cllr Mann"]


def test_another_seconder_than_in_the_notes_is_named_in_full() -> None:
    (finding,) = told(DRAFT.replace("seconded by Cllr Lowe", "seconded by Cllr Smith"))
    assert finding.message == (
        "The draft says that Cllr Smith seconded this; the notes say KL, that is Kit Lowe, "
        "(clerk.md line 2: \u201chedge Mill Ln to be cut - prop TM, sec KL\u201d)."
    )


@pytest.mark.parametrize(
    ("true", "slip", "noted"),
    [
        ("Cllr Price reported", "Cllr Mann reported", "UP"),
        ("Cllr Lowe will ask", "Cllr Price will ask", "KL"),
    ],
)
def test_whoever_spoke_or_is_to_act_is_compared(true: str, slip: str, noted: str) -> None:
    (finding,) = told(DRAFT.replace(true, slip))
    assert finding.places[1].quote == noted
    assert finding.places[0].quote in slip


def test_an_office_in_the_notes_may_be_the_one_who_holds_it() -> None:
    draft = DRAFT.replace("Cllr Price reported", "Cllr Smith reported")
    assert told(draft, NOTES.replace("UP:", "Ch:")) == ()


def test_where_the_notes_name_nobody_nothing_is_said() -> None:
    assert told(DRAFT, "footpath by river flooded\nhedge Mill Ln to be cut, all agr'd\n") == ()
    assert told(DRAFT, "") == ()


def test_a_nominee_is_not_taken_for_the_mover() -> None:
    draft = "Cllr Mann proposed Cllr Price as Vice-Chair of the council, seconded by Cllr Lowe.\n"
    assert told(DRAFT + "\n" + draft, NOTES + "Price - Vice-Chair of cncl - TM prop, KL sec\n") == ()


STRANGERS = (
    "Present: Cllr Jane Smith (Chair), Cllr Tom Mann, Cllr Una Price\n\n"
    "The Chairman thanked Mr Bett for attending.\n\n"
    "Payments: Mr L Peake \u00a3200 for the ditch.\n"
)
JOTTED = "chair thanked Mr Bett for attending\nPeake \u00a3200 ditch\n"


def test_strangers_that_both_name_are_left_alone() -> None:
    assert told(STRANGERS, JOTTED) == ()


@pytest.mark.parametrize("name", ["Bett", "Peake"])
def test_a_stranger_whom_the_notes_never_name_is_told_though_the_lines_share_little(name: str) -> None:
    (finding,) = told(STRANGERS.replace(name, "Ashdown"), JOTTED)
    assert name in finding.message
    assert "Ashdown" in finding.places[0].quote


def test_a_name_that_the_notes_have_elsewhere_is_no_stranger() -> None:
    draft = STRANGERS.replace("Peake", "Ashdown")
    assert told(draft, JOTTED + "Ashdown wrote about the pond\n") == ()


def test_a_run_of_months_is_nobody() -> None:
    draft = "Lorraine Hunt had paint for the telephone boxes in Church Lane, and for the bench.\n"
    assert told(draft, "Paint Apr-June telephone boxes Church Lane, bench\n") == ()


def test_who_stands_behind_a_whole_motion_did_not_second_it() -> None:
    present = "Present: Cllr A Bell, Cllr J Smith, Cllr T Mann\n\n"
    draft = f"{present}The budget for the year was proposed by Cllr Bell and "
    notes = "budget for the year: AB prop JS sec TM to write\n"
    assert told(f"{draft}seconded by Cllr Smith.\n", notes) == ()
    (finding,) = told(f"{draft}seconded by Cllr Mann.\n", notes.replace(" TM to write", ""))
    assert finding.places[0].quote == "Cllr Mann"


def test_a_first_word_with_a_capital_is_no_stranger_where_every_line_begins_so() -> None:
    draft = STRANGERS.replace("Peake", "Ashdown")
    assert told(draft, "Chair thanked Mr Bett for attending\nPaid \u00a3200 ditch\nHedge cut\n") == ()


def test_a_stranger_is_not_told_where_the_notes_have_more_that_the_sentence_has_not() -> None:
    draft = STRANGERS.replace("Peake", "Ashdown")
    assert (
        told(draft, "chair thanked Mr Bett for attending\nPeake and Corder \u00a3200 ditch, skip too\n") == ()
    )
