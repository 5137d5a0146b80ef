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
        "The draft says that Cllr Smith seconded this; the notes say KL (Kit Lowe) "
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


@pytest.mark.parametrize(("name", "slip"), [("Bett", "Burt"), ("Peake", "Pearce")])
def test_a_stranger_whom_the_notes_spell_otherwise_is_told(name: str, slip: str) -> None:
    (finding,) = told(STRANGERS.replace(name, slip), JOTTED)
    assert f"\u201c{name}\u201d" in finding.message
    assert finding.places[0].quote == slip


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


BOARD = (
    "Present: Anna Lowe, Bodil Marsh, Cora Neal, Dell Orton, Mr Ed Pole (Secretary)\n\n"
    "The Rent. It was said to be due for a rise of some sort by the end of the season.\n\n"
)


@pytest.mark.parametrize(
    ("motion", "right", "notes"),
    [
        ("{0} then moved, Bodil Marsh seconding, that the rent be 45.", "Anna Lowe", "anna/bodil rent 45\n"),
        (
            "The rent was put at 45. Moved: {0}. Seconded: Bodil Marsh.",
            "Anna Lowe",
            "rent to be 45, anna/bodil\n",
        ),
        (
            "It was moved by {0}, seconded by Bodil Marsh, that the rent be 45.",
            "Anna Lowe",
            "AL \u2192 BM rent 45\n",
        ),
        (
            "Motion by {0}, second by Bodil Marsh, to put the rent at 45.",
            "Anna Lowe",
            "WEBVTT\n\nDELL: when is tea\nANNA: rent at 45 then  BODIL: second it\n",
        ),
        (
            "Motion by {0}, second by Bodil Marsh, to put the rent at 45.",
            "Anna Lowe",
            "#log\n10:01 <dell> hi\n10:02 <annal> move rent at 45 <bodil> +1 second\n",
        ),
    ],
)
def test_who_moved_is_compared_however_it_is_put(motion: str, right: str, notes: str) -> None:
    assert told(BOARD + motion.format(right) + "\n", notes) == ()
    (finding,) = told(BOARD + motion.format("Cora Neal") + "\n", notes)
    assert "Cora Neal" in finding.message


@pytest.mark.parametrize(
    ("sentence", "notes"),
    [
        (
            "Mr Pole urged a survey of the roof, the last having been in 2021.",
            "roof survey last 2021, anna / bodil\n",
        ),
        (
            "The boiler is still in Cora's shed until the Sunday.",
            "boiler still in coras shed, Anna gets it sun\n",
        ),
        ("The Bookings Secretary reported that the hall was full in June.", "dell: hall full june\n"),
        (
            "The gate passed by 4 to 1, Anna Lowe voting no. Keys will not be cut.",
            "4-1 anna no\n\ncora: no keys cut\n",
        ),
    ],
)
def test_others_who_stand_in_the_line_did_something_else(sentence: str, notes: str) -> None:
    assert told(BOARD + sentence + "\n", notes) == ()


def test_who_votes_together_moved_nothing() -> None:
    draft = (
        BOARD
        + "Anna Lowe then moved, seconded by Bodil Marsh, to let the mill to Tyne Sails for two years.\n"
    )
    notes = "cora/bodil let mill tyne sails two yrs\n\nrates 30, 3-2, anna + bodil no\n"
    assert [("Anna Lowe" in f.message, "cora" in f.message) for f in told(draft, notes)] == [(True, True)]


def test_a_word_in_small_letters_behind_what_a_firm_is_called_for_short_is_no_name() -> None:
    draft = BOARD + "Osprey Systems had asked to rent the mill for its hosted product.\n"
    assert told(draft, "anna: osprey want mill for hosted product\n") == ()
