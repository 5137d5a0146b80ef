"""What is right in a draft and looks wrong beside careless notes, and slips of the same kinds."""

import pytest

from review_tui.checks.engine import run_checks
from review_tui.checks.table import CHECKS
from review_tui.facts.name_odds import rival_features
from review_tui.facts.negations import negation_clashes
from review_tui.facts.pair import pair_of
from review_tui.language.asides import is_aside
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Document, Material

HEAD = """\
Minutes of the meeting of the Board held on Tuesday 8 April 2025 at 5.30 pm

Present: Isla Kerr (Chair), Farid Baig (Treasurer), Norman Moss, Tom Mudie, Eve Rennie, Peg Lindahl
In attendance: Neil Strang (item 2 only)
Apologies: Douglas Hay

"""
HEAD_NOTES = "8/4/25 5.30. IK FB NM TM ER PL, N Strang for accts. apol D Hay\n"
PLAN = "Tom Mudie presented the plan for 2025-2027. The current plan, for 2022-2024, runs out in December."
ACCOUNTS = "Neil Strang went through the accounts. They were received. Mr Strang left."
ARREARS = "Two units were in arrears, for $2,318 in all. A lien would be put on Unit 902."
DEFICIT = "Farid Baig reported a deficit of £6.2 million, £1.{} million worse than plan."
OTHER_DEFICIT = (
    "There was a deficit of $1.34 million to the end of August, which is $0.44 million worse than budget. "
    "Wages made up most of it."
)
AGREEMENTS = (
    "The union agreement would be for two years from July 1, 2025. Denise Rohde was appointed for three "
    "years from July 1, 2025."
)


def found_in(draft: str, *notes: str) -> list[Finding]:
    """The errors and warnings."""
    read = tuple(Document.read("notes/n.txt", text) for text in notes)
    found = run_checks(Material(Document.read("minutes.md", draft), read), CHECKS).findings
    return [f for f in found if f.severity is not Severity.HINT]


@pytest.mark.parametrize(
    ("said", "notes", "wrong"),
    [
        ("The camp fee was last raised in 2021.", "camp fee not raised since 21", False),
        ("The camp fee was raised in spring.", "camp fee not raised in spring", True),
        (f"{PLAN}\n\nThe plan for 2025-2027 was adopted.", "tm plan 25-27 final. old 1 done. adopt", False),
        ("Tom Mudie presented the plan for 2022-2024, which was long.", "tm plan 25-27 final, long", True),
        (ACCOUNTS, "accts NS went thro. recd. NS away", False),
        (ARREARS, "arears 2 units 2318, lien on 902", False),
        ("A lien would be put on Unit 902 for its arrears.", "arears lien on unit 903", True),
        (DEFICIT.format(4), "FB def 6.2, plan was 4.8", False),
        (DEFICIT.format(6), "FB def 6.2, plan was 4.8", True),
        (OTHER_DEFICIT, "FIN FB – def 1.34M to aug 31, bud 0.9\nwages mostly", False),
        (AGREEMENTS, "union 2 yrs 7/1/25 to 6/30/27\ndenise rohde appt 3 yr from 7/1/25", False),
        ("Denise Rohde was appointed for two years from July 1, 2025.", "d rohde 3 yr from 7/1/25", True),
    ],
)  # fmt: skip
def test_a_right_sentence_is_let_be_and_a_wrong_one_of_its_kind_is_told(
    said: str, notes: str, *, wrong: bool
) -> None:
    assert bool(found_in(f"{HEAD}## 2. Matters\n\n{said}\n", f"{HEAD_NOTES}{notes}\n")) is wrong


def test_a_word_cut_short_for_one_thing_is_no_other_name() -> None:
    draft = "The contract was awarded to Northpoint. Norman Moss moved, and Yvette Lind seconded. Carried.\n"
    notes = (Document.read("n.txt", "YL/NM NORTHPT carried\n"),)
    pair = pair_of(Material(Document.read("m.md", f"## 2. Snow\n\n{draft}"), notes))

    assert [r.theirs.text for r, _ in rival_features(pair) if r.theirs.text == "NORTHPT"] == []


def test_a_term_that_runs_is_no_seat_that_somebody_runs_for() -> None:
    draft = """\
Present: Marisol Vega (Chair), Jens Aalto, Luca Ferrante, Hannah Weiss

## 10. Elections

Three seats are up, those of Jens Aalto, Luca Ferrante and Kenji Morita, whose terms run from September
2023 to August 2025. Nominations would be open from 14 to 28 July. Luca Ferrante would not stand again.
"""
    notes = (Document.read("n.txt", "elections: 3 seats jaalto lucaf kenji, end aug. lucaf not running.\n"),)
    pair = pair_of(Material(Document.read("m.md", draft), notes))

    assert list(negation_clashes(pair)) == []


def test_what_the_clerk_said_to_somebody_is_an_aside() -> None:
    said = "ms asked if half term, i said ask them"

    assert is_aside(said, 0, said)
    assert not is_aside("ms asked if half term is free", 0, "ms asked if half term is free")


def test_whoever_sent_apologies_is_on_no_roll_of_those_present() -> None:
    roll = HEAD.replace("Norman Moss, ", "Moira Stead, ")
    sent = "An apology was received from Councillor Vera Stead, for whom Tom Mudie attended.\n"
    spoke = "Councillor Vera Stead asked about the bins, and Tom Mudie about the road.\n"

    def is_told(body: str) -> bool:
        return any("not on the roll" in finding.message for finding in found_in(roll + body))

    assert not is_told(sent)
    assert is_told(spoke)


def test_a_chief_officer_among_those_present_may_vote() -> None:
    roll = (
        "**Present (voting):** Dame Ada Pike, Chair; Kofi Mensah, Dr Helen Straker, Martin Oyelaran and Siân "
        "Prosser, Non-Executive Directors; Patrick Dale, Chief Executive; Yasmin Noor, Chief Finance "
        "Officer; Lorna Tate, Chief Nurse; Dr Vikram Nair, Medical Director; Gareth Bloor, Chief Operating "
        "Officer.\n\n"
        "## 2. Budget\n\nThe motion was lost by three votes to seven.\n"
    )

    assert not any(finding.check == "votes" for finding in found_in(roll))


CHARGE = "The Clerk will reply that parking is a matter for the district council."
TRAINING = "{} of the volunteers had done the on-line training, Eve Rennie reported."
FORECAST = "The forecast balance at 31 March 2026 was £41,300; at 31 March {} it had been £56,750."
QUARTER = (
    "Tom Mudie reported on the third quarter of 2024/25, October to December. Income was £8,940. "
    "Gift Aid of £1,912 for {} had been received."
)
ARREARS_LONG = "Eleven flats are in arrears, three of them {}. The Secretary will write to these three."
LOAN = "The Treasurer presented an advance on the crop of £25 a tonne, costing £{}."
BOAT = "9 ferry - summer 25 tt no late Fri boat. public v. cross, shop gets deliveries off it"
FERRY = (
    "CalMac's proposed summer timetable for 2025 {} the late Friday sailing. Several of the public spoke "
    "against this, the shop relying on that sailing for deliveries."
)
SNOW = (
    "## 4. Snow\n\nA proposal from High Plains for the winter of 2024-25 at £14,200 was read. The contract "
    "for the winter of 2023-24 was £{}.\n\nTom Mudie moved to approve the High Plains contract for the "
    "winter of 2024-25."
)
REPORTS = (
    "## 7. Annual meeting\n\nThe committee reports to be sent with the notice will cover the period {} "
    "November 2023.\n\nCommittee chairs to send Peg Lindahl their reports for November 2023 through "
    "October 2024."
)
POLICE = (
    "There had been 14 calls to the estate, against 22 in April. {} were about motorbikes on the back field. "
    "One bike had been seized."
)
POLICE_NOTES = "Police - May 14 calls, Apr was 22. 6 motorbikes back field, 1 bike taken"
BONUS = (
    "The bonus is £2 a litre. It was proposed by Tom Mudie, seconded by Norman Moss, that the price be "
    "increased from £{} to £44."
)
ORDER = (
    "Lift B stopped five times in June. Otis quoted £4,85,000 for a new control panel, and Schindler £{}. "
    "It was decided to place the order with Otis, by 5 votes to 1, Eve Rennie voting against."
)
ORDER_NOTES = "lift B: stopped 5x june. control panel, Otis 4.85L schindler 5.20. Otis, 5-1 (ER no). adv 40%"
GATE = "Mr Mudie complained of vans parked across the school gate at about {} in the morning."
ROOM = "The fee for the room will rise from £20 to £25 an hour. Non-profit groups will {} charged."
OUT = "Tom Mudie left the room at {}. Painting the block would cost £18,600."
PANEL = "Otis quoted £4,85,000 for a new control panel, and Schindler £{}. Otis was chosen."
RAISED = (
    "The processor had raised its price by £2 a litre from 1 March. It was proposed by Tom Mudie, seconded "
    "by Norman Moss, that the price to the farmer be {} from £43 to £44. The proposal was carried by {}."
)
RAISED_NOTES = "price. processor +2/- from 1 mar. farmer 43 -> 44  TM prop NM sec. 5/1"
LOANS = "Nine loans were granted. Loans are to be repaid within {} months."
DIVIDEND = "The committee recommended a dividend of {}%."
TAPS = "Aerators are to be fitted to all kitchen taps by the end of {}."
ROLL = "The school roll is now 31, down {} since last session."
PAY = "{} Mudie proposed an increase of 3.5 per cent for hourly staff. Mr Moss seconded. It was agreed."


@pytest.mark.parametrize(
    ("said", "notes", "wrong"),
    [
        (CHARGE, "corresp parking. clerk reply = district not us", False),
        (CHARGE, "corresp parking. clerk not to reply re district", True),
        (TRAINING.format("All but two"), "2 vols not done training ER", False),
        (TRAINING.format("Two"), "2 vols not done training ER", True),
        (FORECAST.format(2025), "c/f forecast 41.3 (was 56.75 at Mar 25)", False),
        (QUARTER.format("2023/24"), "tom q3 oct-dec in 8940. gift aid 23/24 came 1912", False),
        (QUARTER.format("2022/23"), "tom q3 oct-dec in 8940. gift aid 23/24 came 1912", True),
        (ARREARS_LONG.format("for more than six months"), "11 flats pending, 3 more than 6 mths", False),
        (ARREARS_LONG.format("more than the six of May"), "11 flats pending", True),
        (LOAN.format("15,312,000"), "advance 25/t on crop, 15.3M cost", False),
        (LOAN.format("13,512,000"), "advance 25/t on crop, 15.3M cost", True),
        (FERRY.format("removes"), BOAT, False),
        (FERRY.format("includes"), BOAT, True),
        (SNOW.format("13,600"), "snow high plains 14200 winter 24-25 (last 13600) tm ok", False),
        (SNOW.format("14,200"), "snow high plains 14200 winter 24-25 tm ok", True),
        (REPORTS.format("from"), "cttee chairs reports to pl nov 23 thru oct 24", False),
        (REPORTS.format("of"), "cttee chairs reports to pl nov 23 thru oct 24", True),
        (POLICE.format("Six"), POLICE_NOTES, False),
        (BONUS.format(43), "bonus 2/l. price 43 -> 44 TM NM", False),
        (BONUS.format(45), "bonus 2/l. price 43 -> 44 TM NM", True),
        (ORDER.format("5,20,000"), ORDER_NOTES, False),
        (LOAN.format("5,18,400"), "advance 25/t on crop, 5.2 lakh cost", False),
        (GATE.format("8.45"), "mudie - vans blocking school gate 8.45ish", False),
        (GATE.format("8.15"), "mudie - vans blocking school gate 8.45ish", True),
        (ROOM.format("not be"), "mtg rm 20 --> 25/hr. non profits free", False),
        (ROOM.format("be"), "mtg rm 20 --> 25/hr. non profits free", True),
        (OUT.format("7.15pm"), "705 TM out (no 7.15). painting blk 18600", False),
        (OUT.format("7.05pm"), "705 TM out (no 7.15). painting blk 18600", True),
        (PANEL.format("5,20,000"), "control panel, Otis 4.85L schindler 5.20. Otis", False),
        (PANEL.format("5,02,000"), "control panel, Otis 4.85L schindler 5.20. Otis", True),
        (RAISED.format("increased", "five votes to one"), RAISED_NOTES, False),
        (RAISED.format("increased", "four votes to two"), RAISED_NOTES, True),
        (RAISED.format("reduced", "five votes to one"), RAISED_NOTES, True),
        (LOANS.format(18), "loans 9 given. 18 mths (not 24)", False),
        (LOANS.format(24), "loans 9 given. 18 mths (not 24)", True),
        (DIVIDEND.format(6), "divid 6% recomd (Tom wanted 8)", False),
        (DIVIDEND.format(8), "divid 6% recomd (Tom wanted 8)", True),
        (TAPS.format("September"), "aerators all kitchen taps by end sept (TM wanted aug)", False),
        (TAPS.format("August"), "aerators all kitchen taps by end sept (TM wanted aug)", True),
        (ROLL.format("three"), "roll 31, was 34", False),
        (ROLL.format("four"), "roll 31, was 34", True),
        (PAY.format("Mr"), "Pay Tom / Norman 3.5% hourly staff", False),
        (PAY.format("Mr").replace("Mudie", "Baig"), "Pay Tom / Norman 3.5% hourly staff", True),
    ],
)  # fmt: skip
def test_what_two_texts_word_otherwise_is_let_be(said: str, notes: str, *, wrong: bool) -> None:
    draft = HEAD + "## 3. Item\n\n" + said + "\n"

    assert bool(found_in(draft, HEAD_NOTES + notes + "\n")) is wrong
