"""The votes check: figures of one vote, its outcome and the roll."""

import datetime as dt

import pytest

from review_tui.checks.figures.votes import VotesCheck
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Document, Material
from review_tui.model.meeting import Meeting
from review_tui.model.people import Attendee

EIGHT = (
    *(Attendee(f"Cllr {name}") for name in ("A Ash", "B Birch", "C Cedar", "D Elder", "E Fir", "F Hazel")),
)
MEETING = Meeting(
    "2022-03-16-board",
    "Board",
    dt.date(2022, 3, 16),
    present=(*EIGHT, Attendee("Cllr G Holly"), Attendee("Cllr H Oak"), Attendee("Jo Pine", "Clerk")),
)


def findings(draft: str, meeting: Meeting | None = None) -> tuple[Finding, ...]:
    """What the check finds in ``draft``."""
    return tuple(VotesCheck().run(Material(Document.read("minutes.md", draft), (), meeting)))


@pytest.mark.parametrize(
    ("draft", "severity", "first"),
    [
        ("It was carried unanimously by 7 votes to 2.", Severity.ERROR, "unanimously"),
        ("All were in favour, 2 against.", Severity.ERROR, "All were in favour"),
        ("It was agreed unanimously, with Cllr Ash voting against.", Severity.ERROR, "unanimously"),
        (
            "The motion was carried with 5 votes for and 7 against.",
            Severity.ERROR,
            "5 votes for and 7 against",
        ),
        ("The motion was lost, 8 voting for and 4 against.", Severity.ERROR, "8 voting for and 4 against"),
        ("5 for, 5 against. Carried.", Severity.WARNING, "5 for, 5 against"),
        ("Ten members voted: seven for and four against.", Severity.ERROR, "Ten members voted"),
        ("For: 7\nAgainst: 2\nAbstained: 1\nTotal: 11\n", Severity.ERROR, "Total: 11"),
        (
            "Of the 10 members present, 7 voted for, 3 against and 1 abstained.",
            Severity.ERROR,
            "Of the 10 members present",
        ),
        (
            "Of the 10 members present, 5 voted for, 3 against and 1 abstained.",
            Severity.WARNING,
            "Of the 10 members present",
        ),
        ("Carried by a majority of 4 (7 votes to 4).", Severity.ERROR, "majority of 4"),
        (
            "A vote was taken: 5 for, 2 against. It was therefore carried by 6 votes to 2.",
            Severity.ERROR,
            "6 votes to 2",
        ),
        (
            "For (3): Cllrs Ash, Birch, Cedar and Elder",
            Severity.WARNING,
            "For (3): Cllrs Ash, Birch, Cedar and Elder",
        ),
        ("Roll call: Ash aye, Birch aye, Elm no, Fir aye. Motion carried 4-0.", Severity.WARNING, "4-0"),
        ("The motion failed 3-1.", Severity.ERROR, "3-1"),
        ("The plan was approved 2-4.", Severity.ERROR, "2-4"),
        ("The motion carried unanimously, Ms Dorn dissenting.", Severity.ERROR, "unanimously"),
        ("It was agreed unanimously. Cllr Ash voted against.", Severity.WARNING, "unanimously"),
        (
            "The motion passed 4-1, with Mr Ash and Ms Birch opposed.",
            Severity.WARNING,
            "4-1, with Mr Ash and Ms Birch opposed",
        ),
        (
            "There were 7 for and 1 against, by the Chair's casting vote.",
            Severity.WARNING,
            "7 for and 1 against",
        ),
    ],
)
def test_a_vote_that_contradicts_itself_is_found(draft: str, severity: Severity, first: str) -> None:
    (finding,) = findings(draft)
    assert (finding.check, finding.severity) == ("votes", severity)
    assert finding.places[0].quote == first
    assert finding.message.endswith(".")
    assert "\n" not in finding.message


@pytest.mark.parametrize(
    "draft",
    [
        "The motion was declared CARRIED with 25 votes for, 12 against and 3 abstentions.",
        "Vote: 5 in favour; 4 against; 1 abstention - CARRIED",
        "The amendment fell by 6 votes to 9.",
        "The motion passed 4-1, with Mr Ash opposed.",
        "Roll call: Ash aye, Birch aye, Elm no, Fir aye. Motion carried 3-1.",
        "Ash said no, Birch said yes. After a pause the motion was carried 5-1.",
        "On a vote of seven for and three against it was resolved that permission be refused.",
        "Carried nem con, Ms Dorn abstaining.",
        "In last year's poll of residents the plan was lost, 8 for and 4 against.",
        "The motion was lost by 9 votes to 6.",
        "To approve was lost by 4 votes for and 6 against. To refuse was carried, 6 for, 4 against.",
        "With 5 votes for and 5 against, the Chair used his casting vote and the motion was carried.",
        "Of the 10 members present, 6 voted for, 3 against and 1 abstained.",
        "Ten members voted: seven for and three against.",
        "Carried by a majority of 3 (7 votes to 4).",
        "It was agreed unanimously. Nobody voted against.",
        "Unanimously agreed. A different motion was put: 2 against.",
        "Carried unanimously with no votes against.",
        "For (3): Cllrs Ash, Birch and Cedar; Against (2): Cllrs Elder and Fir",
        "Proposed Cllr Ash: 5 for, 2 against. Proposed Cllr Birch: 4 for, 3 against.",
        "By 6 votes to 2 the fee was raised. The trustees voted unanimously to keep the discount.",
        "The vote was called.\n\n- All in favor: 3 aye.\n- All opposed: none.",
        "The choir fund was closed unanimously, without dissent.",
        "They agreed unanimously to see the choir as a guest as opposed to a tenant.",
        "Members agreed to meet 1-2 weeks before each concert.",
        "Ten came (compared to 6-7 in the spring), and the hire was agreed.",
    ],
)
def test_a_vote_that_may_well_be_right_is_left_alone(draft: str) -> None:
    assert findings(draft) == ()


def test_the_message_says_what_the_figures_come_to() -> None:
    (finding,) = findings("Ten members voted: seven for and four against.")
    assert finding.message == (
        "The votes do not add up: 7 for, 4 against makes 11, but 10 votes in all are said to have been cast."
    )
    assert [p.quote for p in finding.places] == ["Ten members voted", "seven for", "four against"]


def test_more_votes_than_members_on_the_roll_is_an_error() -> None:
    (finding,) = findings("The motion was carried by 9 votes to 1.", MEETING)
    assert finding.severity is Severity.ERROR
    assert "only 8 members are listed as present" in finding.message


def test_as_many_votes_as_members_is_fine_and_fewer_is_no_error() -> None:
    assert findings("The motion was carried by 7 votes to 1.", MEETING) == ()
    assert findings("The motion was carried by 5 votes to 1.", MEETING) == ()


def test_more_votes_than_the_drafts_own_list_is_a_warning_unless_somebody_came() -> None:
    present = "Present: Cllr A Ash, Cllr B Birch, Cllr C Cedar, Cllr D Elder\n\n"
    (finding,) = findings(f"{present}The fence was agreed by 5 votes to 1.\n")
    assert finding.severity is Severity.WARNING
    assert finding.places[1].quote == "Cllr A Ash"
    (finding,) = findings(f"{present}Cllr Fir arrived, and the fence was agreed by 5 votes to 1.\n")
    assert finding.severity is Severity.HINT


def test_a_vote_unlike_the_others_of_the_meeting_is_worth_a_look() -> None:
    (finding,) = findings("Carried by 7 votes to 1.\n\nThe fence was agreed by 5 votes to 1.\n", MEETING)
    assert finding.severity is Severity.HINT
    assert finding.places[0].quote == "5 votes to 1"


def test_the_narrative_and_the_resolution_must_give_the_same_vote() -> None:
    draft = (
        "# 4 Fees\n\nThe proposal was put to the vote and seven voted for and one against.\n\n"
        "Members thanked the officers.\n\nRESOLVED: That the fees be approved (6 for, 1 against).\n"
    )
    (finding,) = findings(draft)
    assert [p.quote for p in finding.places] == ["6 for, 1 against", "seven voted for and one against"]
    assert finding.message == (
        "The same vote is given as 7 for, 1 against in the narrative "
        "and as 6 for, 1 against in the resolution."
    )


def test_a_vote_on_an_amendment_is_another_vote() -> None:
    draft = (
        "# 4 Fees\n\nThe amendment was lost, three voting for and five against.\n\n"
        "The amended motion was put.\n\nRESOLVED: That the fees be approved (6 for, 2 against).\n"
    )
    assert findings(draft) == ()


def test_a_list_that_must_be_incomplete_makes_no_warning() -> None:
    present = "Present: Cllr A Ash, Cllr B Birch, Cllr C Cedar\n\n"
    (finding,) = findings(f"{present}The fence was agreed by 25 votes to 12.\n")
    assert finding.severity is Severity.HINT


def test_ayes_and_noes_by_name_are_counted() -> None:
    draft = "The Committee divided.\n\nAyes, 1: Sir Desmond Wray\n\nNoes, 4: Kim Ash, Peter Gedney\n"
    assert [f.message for f in findings(draft)] == ["4 noes are given, but 2 names follow."]


def test_a_secretary_who_is_listed_may_have_voted() -> None:
    draft = "Present: Ruth Amble (Chair), Tom Birch, Carla Dunne, Peter Ekwall, Jo Fenn (Secretary).\n\n"
    assert findings(draft + "The rent was carried by 4 votes to 1.\n") == ()
    (finding,) = findings(draft + "The rent was carried by 5 votes to 1.\n")
    assert "More votes are counted" in finding.message


def test_a_secretary_among_those_present_may_be_one_of_the_votes() -> None:
    names = ("Wei Chen", "Olu Ade", "Dele Adebayo", "Tariq Aziz")
    roll = Meeting(
        "m",
        "Co-operative",
        dt.date(2022, 3, 16),
        present=(*map(Attendee, names), Attendee("Agnieszka Nowak", "Secretary")),
        in_attendance=(Attendee("Rosa Lima", "Housing officer"),),
    )
    assert findings("It was carried by 4 votes to 0 with 1 abstention.\n", roll) == ()
    (finding,) = findings("It was carried by 5 votes to 0 with 1 abstention.\n", roll)
    assert "More votes are counted" in finding.message


@pytest.mark.parametrize(("label", "count"), [("Members present", 0), ("Present", 1)])
def test_a_clerk_in_a_list_of_members_may_vote_and_so_may_who_takes_part_remotely(
    label: str, count: int
) -> None:
    draft = f"{label}: Ada Quist (Chair), Rolf Ames, Lou Orr (Clerk). Participating remotely: Ida Stone.\n\n"
    assert len(findings(draft + "The motion was carried by four votes to none.\n")) == count
    assert len(findings(draft + "The motion was carried by five votes to none.\n")) == 1


def test_a_vote_of_another_body_that_somebody_reports_is_not_of_those_present() -> None:
    draft = "Members present: Ada Quist, Rolf Ames, Lou Orr, Ida Stone.\n\n"
    told = "supports the budget by a vote of 6-1. The motion was carried by four votes to none.\n"
    assert findings(f"{draft}Mr Ames said that the Finance Committee {told}") == ()
    assert len(findings(f"{draft}The meeting {told}")) == 1


@pytest.mark.parametrize(
    "vote",
    [
        "The Finance Group had voted by 9 to 2 that the fee be kept.",
        "The village had already voted, 30 for and 4 against, for a bypass.",
        "Staff had voted for the shift by 21 votes to 6.",
    ],
)
def test_a_vote_that_had_been_taken_elsewhere_is_not_held_against_the_roll(vote: str) -> None:
    assert findings(vote, MEETING) == ()


@pytest.mark.parametrize(
    "roll",
    [
        "ROLL CALL. Present: Council Members Abbott, DeLuca, Hsu, Kell, Okafor, and Price.",
        "Governors: Ann Abbott (Chair), Bo Bell (parent; arrived 5.25pm), Cy Cole, Di Dean, Ed Ely, Flo Fox",
    ],
)
def test_every_member_of_a_list_is_counted(roll: str) -> None:
    vote = "\n\nThe motion to build a shelter was carried, {} votes for and 2 against.\n"
    assert findings(roll + vote.format(4)) == ()
    assert len(findings(roll + vote.format(5))) == 1


def test_where_there_are_proxies_more_may_vote_than_are_there() -> None:
    draft = "Present: Ann Ash, Bo Birch, Cy Cedar, Di Elder\n\n{}It was carried by 5 votes to 1.\n"
    assert len(findings(draft.format(""))) == 1
    assert (
        findings(draft.format("Mr Fir had given his proxy to the Chair and Mrs Oak hers to Mr Ash. ")) == ()
    )
