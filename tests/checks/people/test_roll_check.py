"""The roll check: whoever acts must be on the roll as there."""

import datetime as dt

import pytest

from review_tui.checks.people.arrivals import arrived_or_wrote
from review_tui.checks.people.roll_check import RollCheck
from review_tui.language.person_mentions import find_people
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Document, Material
from review_tui.model.meeting import Meeting
from review_tui.model.people import Attendee

LISTS = "Present: Cllr A White (Chair), Cllr Mrs B Green, Cllr C Brown, Mrs T King (Clerk).\n\n"
AWAY = "Apologies: Cllr D Black.\n\n"
ROLL = Meeting(
    "m",
    "Board",
    dt.date(2022, 3, 16),
    present=(Attendee("Cllr A White", "Chair"), Attendee("Cllr Mrs B Green"), Attendee("Cllr C Brown")),
    apologies=(Attendee("Cllr D Black"),),
    in_attendance=(Attendee("Laura Gough", "Head of Care and Safety"), Attendee("Peter King", "Clerk")),
)


def findings(draft: str, meeting: Meeting | None = None) -> tuple[Finding, ...]:
    """What the check finds in ``draft``."""
    return tuple(RollCheck().run(Material(Document.read("minutes.md", draft), (), meeting)))


@pytest.mark.parametrize("title", ["BC", "County Cllr", "CC", "District Councillor", "BCllr"])
def test_a_report_of_another_authority_may_be_given_in_absence(title: str) -> None:
    told = f"{title} Stone reported that the bins were to be emptied.\n"
    draft = LISTS + f"Apologies: {title} Eve Stone.\n\n7. County and Borough Councillors' reports\n\n{told}"
    assert findings(draft) == ()
    (finding,) = findings(draft.replace("Borough Councillors' reports", "hedges"))
    assert finding.severity is Severity.WARNING


def test_who_chaired_another_meeting_was_not_at_this_one() -> None:
    draft = (
        LISTS + "Apologies: BC Eve Stone.\n\nThe public meeting was well attended. At the end "
        "the chairman of the meeting BC Stone asked for a straw poll.\n"
    )
    assert findings(draft) == ()


def test_a_guest_of_another_authority_who_apologised_does_not_move() -> None:
    draft = LISTS + "Apologies: County Cllr Eve Stone.\n\nCounty Cllr Stone proposed approval.\n"
    assert [f.severity for f in findings(draft)] == [Severity.ERROR]


def test_whom_somebody_stands_in_for_is_not_there() -> None:
    draft = LISTS + "Apologies: Cllr D Black.\n\nAll agreed.\n"
    draft = draft.replace("Mrs T King (Clerk).", "Cllr E Kemp for Cllr D Black.")
    assert findings(draft) == ()
    (finding,) = findings(draft + "\nCllr Black proposed it.\n")
    assert finding.severity is Severity.ERROR


def test_initials_are_looked_up_in_a_table_of_attendance() -> None:
    table = (
        "| Name | Present |\n|---|---|\n| Mrs Ada Nwosu (AN) | Yes |\n| Mr Piet Zander (PZ) | Yes |\n"
        "| Ms Jo Tansley (JT) | Yes |\n| Mr Ken Ablett (KA) | Apologies |\n\n"
    )
    assert findings(table + "It was proposed PZ, seconded AN.\n") == ()
    (finding,) = findings(table + "It was proposed KA, seconded AN.\n")
    assert "Mr Ken Ablett as apologising" in finding.message


def test_a_title_that_the_draft_repeats_is_not_mended_by_one_listing() -> None:
    once = "Cllr Mr Green proposed it.\n"
    assert findings(once, ROLL)[0].suggestion is not None
    assert findings(once + "\nCllr Mr Green agreed.\n", ROLL)[0].suggestion is None


def test_whoever_moves_though_apologising_is_found() -> None:
    draft = LISTS + AWAY + "Cllr White proposed, and Cllr Black seconded, that the accounts be approved.\n"
    (finding,) = findings(draft)
    assert (finding.check, finding.severity) == ("roll", Severity.ERROR)
    assert finding.message == (
        "Cllr Black is minuted as seconding (line 5), but line 3 lists Cllr D Black as "
        "apologising, not as present."
    )
    assert [(p.line, p.quote) for p in finding.places] == [(5, "Cllr Black seconded"), (3, "Cllr D Black")]


def test_the_roll_of_the_meeting_tells_it_too() -> None:
    (finding,) = findings("Resolved, proposed by Cllr Black.\n", ROLL)
    assert finding.message == (
        "Cllr Black is minuted as proposing (line 1), but the roll of the meeting lists "
        "Cllr D Black as apologising, "
        "not as present."
    )
    assert [p.quote for p in finding.places] == ["proposed by Cllr Black"]


def test_whoever_speaks_though_apologising_is_warned_of() -> None:
    (finding,) = findings(LISTS + AWAY + "Cllr Black asked about the lights.\n")
    assert finding.severity is Severity.WARNING
    assert "is minuted as speaking" in finding.message


def test_a_mover_who_is_not_listed_at_all_is_warned_of() -> None:
    (finding,) = findings(LISTS + "It was seconded by Cllr Jones.\n")
    assert finding.severity is Severity.WARNING
    assert finding.message == (
        "Cllr Jones is minuted as seconding (line 3), but the list of those present (line 1) "
        "does not have the name."
    )


def test_each_person_is_told_once_with_every_place() -> None:
    (finding,) = findings(LISTS + "Cllr Jones proposed it.\n\nIt was seconded by Cllr Jones.\n")
    assert [p.line for p in finding.places] == [3, 5, 1]


def test_a_councillor_who_speaks_without_being_listed_is_warned_of() -> None:
    (finding,) = findings(LISTS + "Cllr Jones asked about the lights.\n")
    assert finding.severity is Severity.WARNING


def test_initials_that_nobody_listed_has_are_found_where_the_list_gives_them() -> None:
    lists = "PRESENT: Pam Bull (PB), Claire Tann (CT), Tom Fay (TF), Pam Wall (PW)\n\n"
    (finding,) = findings(lists + "It was proposed by PB and seconded by LH.\n")
    assert finding.message.startswith("LH is minuted as seconding (line 3)")
    assert findings(lists + "It was proposed by PB and seconded by PW.\n") == ()


def test_an_officer_in_attendance_who_seconds_is_warned_of() -> None:
    (finding,) = findings("It was seconded by Laura Gough.\n", ROLL)
    assert finding.message == (
        "Laura Gough is minuted as seconding (line 1), but the roll of the meeting lists Laura Gough, "
        "Head of Care and Safety, as in attendance, not as a member present."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Cllr White proposed, Cllr Green seconded, all in favour.",
        "The Chair moved and the Clerk noted it.",
        "Mr Smith, a resident, asked about the lights.",
        "PC Jones reported three thefts.",
        "Borough Councillor Jones reported on the budget.",
        "Cllr Jones (Borough Council) reported on the budget.",
        "Cllr Jones arrived at 8pm. Cllr Jones proposed that it be noted.",
        "Mr Jones was co-opted. It was seconded by Mr Jones.",
        "Cllr Whyte proposed that it be noted.",
        "Cllr Jones moved the speed sign to Church Road.",
        "Laura Gough said that the report was late.",
    ],
)
def test_those_there_guests_and_newcomers_are_left_alone(text: str) -> None:
    assert findings(LISTS + text + "\n") == ()


@pytest.mark.parametrize(
    "draft",
    [
        "It was proposed by Cllr Jones.\n",
        "Present: Cllr A White, Cllr B Green.\n\nIt was proposed by Cllr Jones.\n",
        "Present: Chairman, Mr Ward, Mr Lee and Mr Shaw.\n\nIt was proposed by Mr Jones.\n",
        "Annual Parish Meeting\n\n" + LISTS + "It was proposed by Mr Jones.\n",
    ],
)
def test_without_a_whole_list_of_members_nothing_is_said(draft: str) -> None:
    assert findings(draft) == ()


def test_a_line_of_another_label_ends_the_list_of_the_absent() -> None:
    lists = "- Present:\n    - Ann Lee\n    - Bo Moss\n    - Cy Dale\n- Absent:\n    - Di Hart\n"
    assert findings(f"{lists}- Minute taker: Bo Moss\n- Chair: Ann Lee\n\nAll was well.\n") == ()


def test_a_chair_by_initials_is_whoever_has_them() -> None:
    there = (Attendee("Ann Lee"), Attendee("Bo Moss"), Attendee("Cy Dale"))
    meeting = Meeting("m", "Choir", dt.date(2022, 1, 14), chair="AL", present=there)
    assert findings("Present: Ann Lee, Bo Moss, Cy Dale.\n\nAll was well.\n", meeting) == ()


def test_an_apology_for_lateness_is_no_absence() -> None:
    draft = LISTS + "Apologies: Cllr D Black (late).\n\nCllr Black seconded it.\n"
    assert findings(draft) == ()


def test_what_an_absent_member_did_before_is_left_alone() -> None:
    assert findings(LISTS + AWAY + "At the last meeting Cllr Black asked for a quote.\n") == ()


def test_whoever_is_both_present_and_apologising_is_found() -> None:
    (finding,) = findings(LISTS + "Apologies: Cllr C Brown and Cllr D Black.\n")
    assert finding.severity is Severity.ERROR
    assert finding.message == "Cllr C Brown is listed as apologising (line 3) and as present (line 1)."
    assert [p.line for p in finding.places] == [3, 1]


@pytest.mark.parametrize("away", ["Mr C Brown (wife ill), Cllr D Brown", "Cllr C Brown (late)"])
def test_namesakes_and_latecomers_are_not_listed_twice(away: str) -> None:
    lists = "Present: Mrs A White, Mrs C Brown, Mr B Green.\n\n"
    assert findings(f"{lists}Apologies: {away}.\n") == ()


def test_lists_of_the_draft_that_the_roll_contradicts_are_found() -> None:
    draft = "Present: Cllr A White, Cllr Mrs B Green, Cllr D Black.\n"
    missing, away = findings(draft, ROLL)
    assert (missing.severity, away.severity) == (Severity.WARNING, Severity.ERROR)
    assert missing.message == (
        "The roll of the meeting has Cllr C Brown as present, but the list of those present (line 1) "
        "does not have the name."
    )
    assert away.message == (
        "Cllr D Black is listed as present (line 1), but the roll of the meeting has Cllr D Black as "
        "apologising."
    )


def test_a_title_that_is_not_that_on_the_roll_is_found() -> None:
    (finding,) = findings("Cllr Mr Green asked about the lights.\n", ROLL)
    assert finding.severity is Severity.WARNING
    assert finding.message == (
        "\u201cCllr Mr Green\u201d (line 1) has the title Mr, but the roll of the meeting "
        "has \u201cCllr Mrs B Green\u201d."
    )
    assert finding.suggestion is not None
    assert finding.suggestion.text == "Mrs"


def test_a_resident_of_the_same_surname_has_a_title_of_his_own() -> None:
    assert findings("Mr Green, a resident, asked about the lights.\n", ROLL) == ()


def test_an_office_that_is_not_that_on_the_roll_is_found() -> None:
    (finding,) = findings("Laura Gough, Director of Care and Safety, gave a talk.\n", ROLL)
    assert finding.message == (
        "Laura Gough is Director of Care and Safety in line 1, but Head of Care and Safety "
        "on the roll of the meeting."
    )
    assert finding.suggestion is not None
    assert finding.suggestion.text == "Head of Care and Safety"


@pytest.mark.parametrize("office", ["Head of Care & Safety", "Head of Care", "Chair of the Trust"])
def test_an_office_that_may_be_hers_is_left_alone(office: str) -> None:
    assert findings(f"Laura Gough, {office}, gave a talk.\n", ROLL) == ()


def test_whoever_apologised_and_then_came_may_be_listed_as_present() -> None:
    draft = LISTS.replace("Cllr C Brown", "Cllr C Brown, Cllr D Black")
    assert [f.severity for f in findings(draft, ROLL)] == [Severity.ERROR]
    assert findings(f"{draft}Cllr Black joined the meeting at 8 pm.\n", ROLL) == ()


def test_of_a_name_that_stands_everywhere_only_the_first_mentions_are_read() -> None:
    (person,) = find_people("Cllr D Black")
    spoke, came = "Cllr Black spoke.\n", "Cllr Black joined the meeting.\n"
    assert arrived_or_wrote(spoke * 59 + came, person)
    assert not arrived_or_wrote(spoke * 60 + came, person)


def test_a_sentence_of_apologies_under_a_number_ends_the_list_of_those_there() -> None:
    draft = (
        "Present: Cllr A White, Cllr C Brown.\nIn attendance: Mrs P King (Clerk)\n\n"
        "P26/1 Apologies. Apologies were received and accepted from Cllr D Black (holiday).\n"
    )
    assert findings(draft) == ()


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ("Laura Gough proposed closing the gate at nine. Moved by Cllr Green, seconded by Cllr Brown.", 0),
        ("Laura Gough proposed a hut in the orchard. It was deferred to May.", 0),
        ("Laura Gough proposed to lock the gate.", 0),
        ("Laura Gough proposed that the accounts be approved.", 1),
        ("Laura Gough proposed closing the gate at nine, seconded by Cllr Brown.", 1),
        ("Proposed by Laura Gough, seconded by Cllr Brown.", 1),
    ],
)
def test_what_an_officer_suggests_and_nobody_seconds_is_no_motion(told: str, count: int) -> None:
    assert len(findings(f"{told}\n", ROLL)) == count
