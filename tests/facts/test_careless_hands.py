"""Notes as tired people type them: beside right minutes nothing is told, beside wrong ones the slip."""

import pytest

from review_tui.checks.engine import run_checks
from review_tui.checks.table import CHECKS
from review_tui.facts.pair import pair_of
from review_tui.model.findings import Severity
from review_tui.model.material import Document, Material

HEAD = """\
# Ardmore Hall Trust

Minutes of the meeting held on Tuesday 11 March 2025 at 7.30 pm

Present: Morag Fairlie (Chair), Ewan Grant, Janet Cross (Treasurer), Callum Reid, George ("Dod") Petrie, \
Sheila Tranter and Dr Sen.

"""
NOTED = "ardmore tues 11 mar 730\nmorag f chair, ewan g, jc, callum r, dod, ShT, DrS\n"


def told(draft: str, notes: str, head: str = HEAD, noted: str = NOTED) -> list[str]:
    material = Material(
        Document.read("minutes.md", head + draft), (Document.read("notes/n.txt", noted + notes),)
    )
    outcome = run_checks(material, CHECKS)
    assert not outcome.failures
    return [f.places[0].quote for f in outcome.findings if f.severity is not Severity.HINT]


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        (
            "Janet Cross reported a balance of £4,218.60.\n",
            "jc money 4218.60 no wait thats with the xmas money\n",
        ),
        (
            "The wall will be repaired now, before it gets worse.\n",
            "wall repair - no do it now before worse\n",
        ),
        (
            "The contract is for three years from 1 November.\n",
            "contract 2 yrs frm nov 1 - no wait 3 yrs\n",
        ),
        ("The quarter runs from October to December.\n", "quarter oct to dec   no nov to jan\n"),
        (
            "The rent comes from the repair fund.\n",
            "rent from sinking fund - no no callum says repair fund\n",
        ),
        ("The key will be destroyed after seven years.\n", "key destroyed 15y ✗ 7y\n"),
        ("The closing date of the form is 24 March.\n", "form closing 27 mar ( its 24 i checked)\n"),
        (
            "There were 79 new cards this quarter.\n",
            "new cards 97\nlater: new cards 79!! not 97 jc read it backwards\n",
        ),
        (
            "Reading in years 4 to 6 was good. The fence was agreed by four votes to two.\n",
            "reading y4-6 good\nfence 4 for 2 agin\n",
        ),
        (
            "The council cannot inspect the bridge before May.\n",
            "bridge - council say may before they can look\n",
        ),
        ("Red cards were down from 31 to 19.\n", "reds 31 last yr 19 this!\n"),
        (
            "The barbecue raised £1,180, the best result yet.\n",
            "bbq made 1180 best yet bar is down a bit on last yr\n",
        ),
        ("Two versions of the 2026 budget were submitted.\n", "Budget 26:   A 3.2    B 4.9\n"),
        (
            ("The loan book stands at £14.2 million, an increase of 3.1% on the year, and savings at "
            "£38.6 million.\n"),
            "loan bk 14.2m (+3.1% on yr) savings 38.6m\n",
        ),
        ("Car and green loans are excluded from the rebate.\n", "rebate std loans only not car/green\n"),
        (
            "Dry rot had been feared, but the survey found only wet rot.\n",
            "survey: not dry rot as feared, wet rot\n",
        ),
        ("A one-year term was preferred to a three-year term.\n", "renewed 1 yr, not the 3 yr one\n"),
        (
            "The complaints policy was not approved, as it has the wrong address.\n",
            "Complaints policy - sent back, wrong address\n",
        ),
        (
            "The agenda was adopted with the bus lease moved to February.\n",
            "agenda adopted: pull bus lease -> Feb\n",
        ),
        (
            "Nine traders are on the waiting list. The grant for tents was denied.\n",
            "nine on the wait list oh and the grant for tents they turned us down\n",
        ),
        (
            "The suggestion was adopted by four votes to two.\n",
            "suggestion adopted 4 yes 2 no (callum, ewan)\n",
        ),
        ("Pell Orchard had sold store-bought peaches.\n", "peach thing Pell orchard store bought peaches\n"),
        ("Play will be reduced to 40 overs in Division 2.\n", "overs div 2 → 40\n"),
        (
            "The final is at Kilmore Strand, because the square at Bree Park is being relaid.\n",
            "final K Strand !not Bree Pk, square dug up\n",
        ),
        (
            "The insurance has been paid, and Janet Cross will telephone the broker.\n",
            "insurance paid. jc to ring broker [callum can't, is their agent]\n",
        ),
        (
            "The letter was read. Sheila Tranter will be asked to answer it.\n",
            "letter read. ShT to answer. dod back for this\n",
        ),
        (
            "Two payments of £100 have been made from the fund of £905, leaving £705.\n",
            "fund 905 then, paid 2 x 100\n",
        ),
        (
            ("The fee for the present season, 2024/25, remains at £65.\n\nResolved: that the fee for "
            "the 2025/26 season be £70.\n"),
            "fee 24/25 stays 65\nfee 25/26 = 70 agreed\n",
        ),
        (
            ("Resolved: that Mrs Hallam be retained as auditor for the year ending 31 March 2025, "
            "and that prices be sought later for 2025/26.\n"),
            "auditor mrs hallam again y/e 31/3/25, prices later for 25/26\n",
        ),
        (
            "Neighbours will be told that the trust regrets the noise.\n",
            "callum go up to neighbours & say sorry for noise\n",
        ),
    ],
)  # fmt: skip
def test_right_minutes_are_left_alone(draft: str, notes: str) -> None:
    assert told(draft, notes) == []


@pytest.mark.parametrize(
    ("draft", "notes", "quote"),
    [
        (
            "Morag Fairlie will submit the objection to the planners.\n",
            "jc to send objection to planners\n",
            "Morag Fairlie",
        ),
        (
            "Callum Reid was against naming those who missed appointments.\n",
            "ShT agst names of missed appts\n",
            "Callum Reid",
        ),
        ("Callum Reid closes the form at 6.30 pm.\n", "DrS shuts form 6.30\n", "Callum Reid"),
        (
            "Callum Reid walked the shore path on Friday and found two boards gone.\n",
            "dod walked shore path fri, 2 boards gone\n",
            "Callum Reid",
        ),
        (
            ("The adoption of the minutes was proposed by Ewan Grant and seconded by Callum Reid. A "
            "grant was refused.\n"),
            "mins prop callum sec ewan ok\ngrant refused\n",
            "proposed by Ewan Grant and seconded by Callum Reid",
        ),
        (
            "The penalty will be 10 marks a day in place of 5.\n",
            "penalty now 5 was 10\n",
            "10 marks a day in place of 5",
        ),
        (
            "The margin would be 1.6 per cent, up from 1.35 per cent.\n",
            "margin 1.35 was 1.6\n",
            "1.6 per cent, up from 1.35 per cent",
        ),
        ("Red cards had soared from 19 to 31.\n", "reds 31 last yr 19 this!\n", "from 19 to 31"),
        (
            "The new cemetery will be cut 14 times a season.\n",
            "cut new cemetery ↓ 10x a season (was 14, grumbles)\n",
            "14",
        ),
        ("The regression (#4373) delayed the release.\n", "release late - regression 4377\n", "#4373"),
        (
            "The premium was quoted at £1,904.\n",
            "insurance £1,904, lomond again\nps janet rang: the insurance is £1,940, I'd it back to front\n",
            "£1,904",
        ),
    ],
)  # fmt: skip
def test_wrong_ones_are_told(draft: str, notes: str, quote: str) -> None:
    found = told(draft, notes)
    assert any(quote in text or text in quote for text in found if text), found


SURNAMES = """\
Minutes of the meeting of Tuesday 14 January 2025

Present: Council Members Abernathy, Brzezicki, Castellanos and Dupree, and Mayor Haskins. \
Also present: City Manager Curtis Oyelaran, City Attorney Paula Wentz.

"""
SEATS = "1/14 REG MTG seats Ab Br Ca Du Ha(mayor)\nOyelaran Wentz\n"


def test_people_listed_by_their_surnames_alone_are_known() -> None:
    draft = "Motion by {}, second by {}, to award the snow contract to Pine Ridge. Carried 5-0.\n"
    notes = "snow - Pine Ridge\nM Ab S Ca 5-0\n"
    assert told(draft.format("Abernathy", "Castellanos"), notes, SURNAMES, SEATS) == []
    assert told(draft.format("Castellanos", "Abernathy"), notes, SURNAMES, SEATS) != []


CLUBS = """\
Minutes of the meeting of Tuesday 4 February 2025

Officers: Declan Furlong (Chairman), Barry Sinnott (Treasurer), Hilda Roche (Secretary)

Clubs represented: Kilmore (Jim Devereux), Bree Park (Ann Quigley), Tarrow and Moyglass.

"""


def test_who_comes_for_a_club_is_there() -> None:
    draft = "Mr Devereux proposed, and Ms Quigley seconded, that the season begin on 26 April.\n"
    assert told(draft, "season starts 26 april Jim/Ann\n", CLUBS, "") == []


def test_the_one_vote_that_was_lost_is_not_the_one_that_was_carried() -> None:
    draft = (
        "6. Levy\n\nMs Botha moved that the levy be 6%. This was put first and was lost by 16 votes to 9.\n\n"
        "RESOLVED, by 18 votes to 7, that the levy be 7.5%.\n"
    )
    assert told(draft, "", "", "") == []


@pytest.mark.parametrize(
    ("right", "wrong", "notes"),
    [
        ("at 7.30 pm", "at 7.00 pm", "11/3/25 · 730 · hall\nfence ok\n"),
        ("closed at 9.10 pm", "closed at 10.10 pm", "tues 11 mar hall 730\nfence ok\n2110\n"),
        (
            "14 members of the public",
            "40 members of the public",
            "tues 11 mar 730 morag, ewan + 14\nfence ok\n",
        ),
        ("14 members of the public", "40 members of the public", "tues 11 mar 730\n14 public\nfence ok\n"),
    ],
)
def test_the_hours_and_the_public_are_held_against_the_notes(right: str, wrong: str, notes: str) -> None:
    draft = HEAD.replace("and Dr Sen.", "and Dr Sen, with 14 members of the public.") + (
        "The fence will be mended.\n\nThe meeting closed at 9.10 pm.\n"
    )
    assert told("", notes, draft, "") == []
    assert told("", notes, draft.replace(right, wrong), "") != []


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        (
            "The review of attendance was moved from the spring to the summer term.\n",
            "attendance review summer term not spring\n",
        ),
        (
            "GreenLine had looked for three years, but the meeting would commit for one year only.\n",
            "GreenLine grass - one yr, not the 3 GL looking for\n",
        ),
        (
            "Callum Reid moved to table the purchase until December. Motion carried 2-1.\n",
            "purchase TABLED TO DEC m callum s ewan 2-1\n",
        ),
        (
            "The greyhound was approved, on condition that it be on a lead.\n",
            "greyhound ok on a lead, ewan wanted a bond not allowed to\n",
        ),
        (
            "The treasurer's report was accepted. Callum Reid had sent word.\n",
            "treasurer report ok\ncallum no - netball\n",
        ),
        (
            "The meeting will not be held on 8 April. The next meeting will be held on 15 April 2025.\n",
            "next 15/4 not 8/4\n",
        ),
        (
            "The gate of the slip may not be lifted by more than 1.5 tonnes.\n",
            "No lifts at slip gate over 1 ton - 1.5 tonne sorry callum looked at the plate\n",
        ),
        (
            "Callum Reid asked why the security had exceeded its budget.\n",
            "callum asks why security over budget, says owners never asked\n",
        ),
        ("The rent is £2,180 a year.\n", "rent 21 hundred and 80 a yr\n"),
        (
            "The General Fund stood at $418,260 and the Roads Fund at $97,315, together $515,575.\n",
            "money general four eighteen two sixty, roads ninety seven three fifteen\n",
        ),
        (
            "The charge for 2024/25 had been £24,750. A charge of £26,500 was agreed for 2025/26.\n",
            "charge next year (25/26) twenty six and a half. this year's is 24 seven fifty\n",
        ),
        (
            "The fee for 2024/25 is €45. It was agreed that the fee be €50 from 2025/26.\n",
            "fee 45 now. from 25/26 -> 50 ok\n",
        ),
        (
            "The trustees agreed not to hold a bar at the next dance.\n",
            "dance done. NAE bar next time, after yon carry-on\n",
        ),
        (
            "The tender of Tay Slating was accepted, because McPhail could not start before October.\n",
            "roof. McPhail canna come till October so it's Tay, dearer or no\n",
        ),
        (
            "The gardening item was cut from £3,600 to £3,000 before the total was fixed.\n",
            "total 64800 (AFTER garden cut). gardening 3600 -> 3000\n",
        ),
        ("The proposal on cars was rejected, by 33 votes to 24.\n", "cars 24 yes 33 no => out\n"),
        ("The motion on cats was carried by five votes to one.\n", "cats. put: 5 pro, 1 contra\n"),
        ("Rathbeg was allowed eighteen months in which to pay.\n", "rathbeg may have yr & a half to pay\n"),
        (
            "Ewan Grant will chair a review group of five.\n",
            "14:52 review mob of 5, Callum chairing\n14:53 *Ewan chairing sorry\n",
        ),
        (
            "It was reported that 2,740 patients had waited for a year.\n",
            "ortho >52wk 2,470 patients waiting\nlater: the ortho number is 2,740, I've swapped it round\n",
        ),
        (
            "The County will mend the ford by 30 March.\n",
            "ford. ewan asks county, says by end of april, no he said sunday 30th\n",
        ),
        (
            "Expenditure was £12,400 and the surplus £2,220. The accounts were approved.\n",
            "out 12,400 so left over 2,220. accts ok\n",
        ),
        (
            "Ewan Grant moved, and Callum Reid seconded, that the fee be £4. Carried by four votes to one.\n",
            "fee 4. then ewan moved callum second four to one, janet no\n",
        ),
        ("The trustees opened the doors at 10.45 am.\n", "doors called for 10.30, opened 10.45\n"),
        (
            "The loan of £85,000 will be rolled over for six months.\n",
            "loan 85 grand, roll it over half a year\n",
        ),
        ("Callum Reid will order the signs by 14 February.\n", "callum orders signs, by valentines\n"),
    ],
)
def test_what_is_contrasted_moved_or_said_by_one_is_no_contradiction(draft: str, notes: str) -> None:
    assert told(draft, notes) == []


@pytest.mark.parametrize(
    ("draft", "notes", "quote"),
    [
        ("The channel will be dredged to 3.5 metres.\n", "dredge channel to 3 metres not the 3.5\n", "3.5"),
        ("Membership had fallen by six, from 41 to 36.\n", "members 41 → 36\n", "six"),
        ("Two are in arrears, of £1,390 and £750, together £2,410.\n", "arrears 1390, 750\n", "£2,410"),
        ("This put the trust £14,550 ahead.\n", "trust 612,300 in 598,750 out so ahead\n", "£14,550"),
        ("The term deposit matures on 2 July.\n", "term deposit up 2 June\n2 chairs to mend\n", "2 July"),
        ("The grant for tents was approved.\n", "grant for tents they turned us down\n", "approved"),
        ("Ewan Grant argued for the rise.\n", "ewan against the rise\n", "argued for"),
    ],
)  # fmt: skip
def test_more_wrong_ones_are_told(draft: str, notes: str, quote: str) -> None:
    found = told(draft, notes)
    assert any(quote in text or text.strip(".") in quote for text in found if text), found


MINUTED = """\
Minutes of the meeting held on Tuesday 11 March 2025

Mr D. Naidoo, Ms A. Botha, Mr P. van Rensburg and Ms L. Mokoena were present.

"""


def test_first_names_of_those_of_whom_minutes_give_an_initial_are_learned_where_they_act() -> None:
    notes = "dev says pensioners cant manage asks 12 mths\nlerato wants a survey\npiet not happy dev\n"
    draft = Document.read("minutes.md", f"{MINUTED}The levy was spread over 12 months.\n")
    pair = pair_of(Material(draft, (Document.read("notes/n.txt", notes),)))
    named = [pair.roster.name_of(m.who) for row in pair.noted for m in row]
    assert named == ["D Naidoo", "L Mokoena", "D Naidoo"]


def test_mover_and_seconder_stand_side_by_side() -> None:
    draft = "The minutes of 11 February were approved, proposed by {} and seconded by {}.\n"
    for notes in ("Mins 11 Feb - Callum, Ewan\n", "mins 11 feb ok. Callum / Ewan. next\n"):
        assert told(draft.format("Callum Reid", "Ewan Grant"), notes) == []
        assert told(draft.format("Ewan Grant", "Callum Reid"), notes) != []


LETTER = (
    "Sheila love,\nTuesday night, such as it is. Half seven start in the hall.\nFees up to 4 pounds. "
    "I moved it, Ewan seconded, five nil.\nCats, no, sorry.\nHome by ten.\nJanet\n"
)


@pytest.mark.parametrize(("mover", "quotes"), [("Janet Cross", []), ("Morag Fairlie", ["Morag Fairlie"])])
def test_whoever_signs_a_letter_is_i_in_it(mover: str, quotes: list[str]) -> None:
    head = HEAD.replace("Sheila Tranter and Dr Sen.", "and Dr Sen.\n\nApologies: Sheila Tranter (Secretary)")
    draft = f"The fee will be £4. {mover} moved this, and Ewan Grant seconded it. Carried 5-0.\n"

    assert told(draft, LETTER, head=head, noted="") == quotes


def test_notes_that_are_no_letter_are_signed_by_nobody() -> None:
    lines = "hall, tues 11 mar 730\nfee 4 pounds. I moved it, Ewan seconded, five nil.\nhome by ten\nMorag\n"
    draft = "The fee will be £4. Janet Cross moved this, and Ewan Grant seconded it. Carried 5-0.\n"

    assert told(draft, lines, noted="") == []


@pytest.mark.parametrize("asides", [0, 6])
def test_what_is_left_out_is_only_hinted_at_where_much_of_the_notes_is_not_told(asides: int) -> None:
    draft = (
        "The hedge on Mill Lane was discussed. Members thanked Mr Price for his report on the footpaths.\n"
    )
    spoken = [
        "rain dripping on my neck",
        "somebody brought excellent scones",
        "lorry reversing outside for ages",
    ]
    lines = [
        "hedge Mill Lane disc'd",
        "agr'd ask Hill Nurseries for three quotes, bring to May mtg",
        "thanks to Mr Price, footpaths rpt",
        *(f"{aside} {n}" for n, aside in enumerate((spoken * 2)[:asides])),
    ]
    notes = Document.read("notes/n.txt", "\n".join(lines) + "\n")
    found = run_checks(Material(Document.read("minutes.md", draft), (notes,)), CHECKS).findings

    severities = [f.severity for f in found if "three quotes" in f.message]
    assert severities == [Severity.HINT if asides else Severity.WARNING]
