"""Who moved, seconded or is to do something, by the labels of a transcript and by movers of other motions."""

import pytest

from review_tui.facts.motions import motion_clashes
from review_tui.facts.name_odds import name_clashes
from review_tui.facts.pair import pair_of
from review_tui.facts.person_odds import person_clashes
from review_tui.model.material import Document, Material

PRESENT = "Present: Ines Moreau, Bo Lindqvist, Tara Quill, Sam Odell\n\n"
CALL = (
    "Ines: first the mooring fees\n"
    "Bo: hold them at sixty for the dinghies\n"
    "Tara: second\n"
    "Sam: the winter covers are torn\n"
    "Tara: I'll ring the sailmaker about covers\n"
    "Bo: and the fuel dock, move to lock it at night\n"
    "Sam: second\n"
)
MINUTES = (
    PRESENT
    + "Motion by Lindqvist, second by Quill, to hold the mooring fees for dinghies at 60.\n\n"
    + "Sam Odell said that the winter covers were torn. Tara Quill will ring the sailmaker about covers.\n\n"
    + "Motion by Lindqvist, second by Odell, to lock the fuel dock at night.\n"
)


def told(draft: str, notes: str, name: str = "call.txt") -> list[str]:
    material = Material(Document.read("minutes.md", draft), (Document.read(f"notes/{name}", notes),))
    pair = pair_of(material)
    return [
        *dict.fromkeys(
            clash.places[0].quote
            for clash in (*person_clashes(pair), *motion_clashes(pair), *name_clashes(pair))
        )
    ]


def test_right_minutes_of_a_call_are_left_alone() -> None:
    assert told(MINUTES, CALL) == []


@pytest.mark.parametrize(
    ("true", "slip", "quote"),
    [
        ("Motion by Lindqvist, second by Quill", "Motion by Odell, second by Quill", "Odell"),
        ("Tara Quill will ring", "Bo Lindqvist will ring", "Bo Lindqvist"),
    ],
)
def test_another_mover_or_volunteer_of_a_call_is_found(true: str, slip: str, quote: str) -> None:
    assert quote in told(MINUTES.replace(true, slip), CALL)


def test_mover_and_seconder_are_known_by_the_word_beside_each() -> None:
    draft = (
        "Present: Shaz Malik, Lorna Finch, Deb Huxley\n\n"
        "Shaz Malik proposed that subscriptions rise to 110. Deb Huxley seconded.\n"
    )
    notes = "subs: SM prop up to 110 from Jan, LF 2nd. 4-2\n"
    assert told(draft, notes, "clerk.md") == ["Deb Huxley"]
    assert told(draft.replace("Deb Huxley seconded", "Lorna Finch seconded"), notes, "clerk.md") == []


MOTIONS = (
    "Present: Ann Hale (AH), Rob Lind (RL), Cy Marsh (CM), Di Park (DP)\n\n"
    "It was proposed by Ann Hale and seconded by Rob Lind that the slip be dredged in April.\n\n"
    "Cy Marsh moved to raise the mooring fee to 65.\n"
)


@pytest.mark.parametrize(
    "jotting",
    [
        "slip dredge apr m/AH s/RL",
        "slip dredge apr. m Ann s Rob",
        "prop AH sec Rob L slip dredge apr",
        "slip dredge apr. p Ann, sec Rob",
    ],
)
def test_marks_before_the_names_tell_who_moved_and_seconded(jotting: str) -> None:
    notes = jotting + "\nfee 65 - CM moves\n"
    turned = MOTIONS.replace("by Ann Hale and seconded by Rob Lind", "by Rob Lind and seconded by Ann Hale")
    other = MOTIONS.replace("by Ann Hale and seconded by Rob Lind", "by Di Park and seconded by Cy Marsh")
    assert told(MOTIONS, notes, "clerk.md") == []
    assert told(turned, notes, "clerk.md") == ["Rob Lind"]
    assert {"Di Park"} <= {*told(other, notes, "clerk.md")} <= {"Di Park", "Cy Marsh"}


def test_whoever_is_named_after_a_mover_before_the_word_is_moved_and_moves_nothing() -> None:
    draft = MOTIONS.replace("(DP)", "(DP), Ed Vane (EV)")
    draft += "Ann Hale was elected Chair, proposed by Di Park and seconded by Rob Lind.\n"
    notes = "slip dredge apr m/AH s/RL\nfee 65 - CM moves\nchair - DP prop AH, RL sec\n"
    assert told(draft, notes, "clerk.md") == []
    assert told(draft.replace("by Di Park", "by Ed Vane"), notes, "clerk.md") == ["Ed Vane"]


def test_a_mover_without_a_seconder_is_compared_and_one_taken_back_is_none() -> None:
    notes = "slip dredge apr m/AH s/RL\nfee 65 - {}\n"
    assert set(told(MOTIONS, notes.format("DP moves"), "clerk.md")) == {"Cy Marsh"}
    draft = MOTIONS.replace("Cy Marsh moved to raise", "Cy Marsh moved and Rob Lind seconded to raise")
    assert told(draft, notes.format("m/DP - no, away - CM, s/RL"), "clerk.md") == []


def test_a_brother_of_a_branch_is_the_member_of_that_surname() -> None:
    draft = (
        "Officers: Brother Kev Strand, Brother Alun Prosser\n\n"
        "Brother Prosser said that crane 4 was out of use.\n"
    )
    assert told(draft, "AP: crane 4 out of use\n", "clerk.md") == []


def test_the_movers_of_one_motion_are_not_held_against_those_of_another() -> None:
    draft = (
        "Present: Ann Hale (AH), Bo Lind (BL), Cy Marsh (CM), Di Park (DP)\n\n"
        "It was proposed by Ann Hale and seconded by Bo Lind that the slip be dredged.\n\n"
        "It was proposed by Ann Hale and seconded by Cy Marsh that the slip be lit.\n"
    )
    assert told(draft, "slip dredged - AH/BL\nslip lit, AH/CM\n", "clerk.md") == []


def test_letters_of_an_office_are_not_only_somebodys_initials() -> None:
    draft = (
        "Present: Hal Tiller, Cass Vale (Headteacher)\n\nCass Vale reported that 412 pupils were on roll.\n"
    )
    assert told(draft, "HT: 412 pupils on roll\n", "clerk.txt") == []


def test_an_initial_after_a_verb_is_of_the_name() -> None:
    draft = (
        "Present: Gav Stokes, Lena Kovac\n\nPets, one dog a lot. Moved L Kovac, seconded G Stokes. Carried.\n"
    )
    assert told(draft, "pets 1 dog a lot GS/LK carried\n", "clerk.txt") == ["L Kovac"]


LISTED = (
    "Present: Dr Luca Moretti, Grace Lin, Danielle Kovac, Kate Brodie, Morag Tait\n\nThe hedge was cut.\n"
)


@pytest.mark.parametrize(
    ("jotting", "named"),
    [
        ("grace order by 6/12", {"Grace Lin"}),
        ("-> grace to ring the farm", {"Grace Lin"}),
        ("dani + kate interview", {"Danielle Kovac", "Kate Brodie"}),
        ("M.T. letter to farm", {"Morag Tait"}),
        ("a days grace for the order", set()),
        ("by grace of the council", set()),
    ],
)
def test_who_acts_is_known_in_small_letters_cut_short_and_by_initials_with_stops(
    jotting: str, named: set[str]
) -> None:
    material = Material(Document.read("minutes.md", LISTED), (Document.read("notes/c.txt", jotting + "\n"),))
    pair = pair_of(material)
    assert {pair.roster.name_of(mention.who) for mention in pair.noted[0]} == named


def test_a_name_that_begins_like_that_of_the_notes_is_found() -> None:
    draft = "The bid of {} for the jetty at 14,800 was discussed.\n\nThe award went to Northgate Plowing.\n"
    notes = "Northgate 14800 jetty\naward Northgate\n"
    assert told(draft.format("Northgate Plowing"), notes) == []
    assert told(draft.format("Northfield Plowing"), notes) == ["Northfield"]


def test_mover_and_seconder_are_known_by_a_letter_and_a_stroke() -> None:
    draft = (
        "Present: Joe Smith, Dina Orr, Mia Jones.\n\n"
        "Moved by Joe Smith, seconded by Mia Jones, to renew the lease of the yard. Carried 4-1.\n"
    )
    notes = "lease yard m/Smith s/Jones 4-1\n"
    assert told(draft, notes, "clerk.md") == []
    assert told(draft.replace("by Mia Jones", "by Dina Orr"), notes, "clerk.md") == ["Dina Orr"]


def test_a_month_beside_its_day_is_nobody() -> None:
    draft = "Present: Mary Stone, Lou Frost\n\nThe accounts were adopted on the motion of Lou Frost.\n"
    assert told(draft, "moved by Lou accept accts yr end Mar 31\n") == []


def test_a_label_of_a_topic_tells_who_spoke_and_the_next_part_of_a_line_whom_else_it_is_of() -> None:
    draft = (
        "Present: Ann Hale (AH), Rob Lind (RL), Cy Marsh (CM)\n\n"
        "Ann Hale asked whether crane, motor and jib were insured. "
        "Rob Lind will ask the broker about the winch.\n"
    )
    notes = "AH: crane motor jib insured? RL to ask broker re winch\nCM: lights slip\ntide board\nkey\n"
    assert told(draft, notes, "clerk.md") == []
    assert told(draft.replace("Ann Hale asked", "Cy Marsh asked"), notes, "clerk.md") == ["Cy Marsh"]


def test_notes_in_capitals_name_people_by_name_and_no_word_for_initials() -> None:
    draft = "Present: Sheila Nash, Will Burn, Ted Orde\n\nTed Orde will carry the standard at the cenotaph.\n"
    assert told(draft, "CENOTAPH SUN 9 NOV TED CARRIES STANDARD\nTEA AFTER IN HALL\n") == []
    assert told(draft, "CENOTAPH SUN 9 NOV WILL CARRIES STANDARD\nTEA AFTER IN HALL\n") == ["Ted Orde"]


@pytest.mark.parametrize(
    "notes",
    [
        "in the room: Ines chair, Bo L, Tara, Sam O\nmooring fees sixty\n",
        "[3:05 PM] Ines: hi all\n[3:06 PM] Sam: winter covers\n[3:07 PM] Ines: ok\n",
    ],
)
def test_a_list_of_people_and_the_label_of_a_message_name_nobody_for_the_deed(notes: str) -> None:
    draft = PRESENT + "Tara Quill was in the room from the beginning and asked for winter covers.\n"
    pair = pair_of(Material(Document.read("minutes.md", draft), (Document.read("notes/chat.txt", notes),)))
    assert [clash.message for clash in person_clashes(pair)] == []


@pytest.mark.parametrize(
    ("mover", "seconder"), [("Sam Odell", "Bo Lindqvist"), ("Bo Lindqvist", "Sam Odell")]
)
def test_two_names_of_a_line_of_whom_one_is_marked_for_another_motion_are_no_pair(
    mover: str, seconder: str
) -> None:
    draft = (
        f"{PRESENT}## 1. Minutes\n\nThe minutes of 10 July were taken as read.\n\nMoved: {mover}. "
        f"Seconded: {seconder}. Carried.\n\n## 2. Green\n\nMoved Sam Odell, seconded Tara Quill, that the "
        "green be rolled. Carried.\n"
    )
    notes = "mins 10/7 mvd Sam 2nd Bo cd\ngreen - Bo 2 spares each side. mvd Sam 2nd Tara cd, roll it\n"

    assert bool(told(draft, notes, "clerk.txt")) is (mover == "Bo Lindqvist")
