"""Figures of the draft against those of the jotting that each clause was written from."""

import pytest

from review_tui.facts.pair import pair_of
from review_tui.facts.value_clashes import calendar_clashes, value_clashes
from review_tui.model.material import Document, Material

DRAFT = (
    "Present: Ann Hale, Bo Lind, Cy Marsh, Di Poole, Ed Quill, Flo Rudd, Gil Stone\n\n"
    "1. Boiler\n\nThe lowest tender, £38,750 from Rundle Heating, was accepted by six votes to one.\n\n"
    "2. Cemetery\n\nThe grass of the new cemetery would be cut 10 times a season.\n\n"
    "Headstones may be 3 feet wide at most. Plots 4 and 5 were free.\n\n"
    "3. Payments\n\nCar scheme, expenses for November, £94.14\n\nHall hire, December, £47.52\n"
)
NOTES = (
    "boiler Rundle lowest 38750 - 6-1 yes\n"
    "new cem grass cut 10x seas (was 14)\n"
    "headstones 3 ft wide max. plots 4 + 5 free\n"
    "pay: car sch 94.14 Nov / hall 47.52 Dec\n"
)


def told(draft: str) -> list[str]:
    notes = (Document.read("notes/clerk.txt", NOTES),)
    return [
        c.places[0].quote for c in value_clashes(pair_of(Material(Document.read("minutes.md", draft), notes)))
    ]


def test_right_minutes_are_left_alone() -> None:
    assert told(DRAFT) == []


@pytest.mark.parametrize(
    ("true", "slip", "quote"),
    [
        ("10 times", "14 times", "14"),
        ("3 feet wide", "6 feet wide", "6"),
        ("November, £94.14", "December, £94.14", "December"),
    ],
)
def test_a_figure_that_stands_elsewhere_too_is_compared_with_its_own_line(
    true: str, slip: str, quote: str
) -> None:
    assert told(DRAFT.replace(true, slip)) == [quote]


@pytest.mark.parametrize(
    ("said", "noted", "quote"),
    [
        ("Two pupils had been suspended, compared with five last year.", "susp 2 (5 last yr)", "Five"),
        ("Subscriptions had been paid by 46 of the 52 members.", "subs pd members 46/52", "42 of the 56"),
        ("The contract for 2025 was approved at 142,000.", "contract CY25 142k ok", "2024"),
    ],
)
def test_numbers_that_stand_in_either_text_are_compared_in_their_order(
    said: str, noted: str, quote: str
) -> None:
    def found(draft: str) -> list[str]:
        notes = (Document.read("notes/clerk.txt", noted + "\nhall locked at ten\n"),)
        material = Material(Document.read("minutes.md", draft + "\n\nThe hall is locked at ten.\n"), notes)
        return [clash.places[0].quote for clash in value_clashes(pair_of(material))]

    slip = said.replace("Two", "Five").replace("46 of the 52", "42 of the 56").replace("2025", "2024")
    assert found(said) == []
    assert found(slip) == [quote]


def test_the_number_of_a_minute_is_no_figure() -> None:
    draft = "EC/24/41 Apologies\n\nEC/24/44 Monitoring of programmes\n\nThe report on programmes was noted.\n"
    notes = (Document.read("notes/clerk.txt", "4 monitoring of programmes 118/121, 3 missing. noted\n"),)
    material = Material(Document.read("minutes.md", draft), notes)
    assert list(value_clashes(pair_of(material))) == []


@pytest.mark.parametrize(
    ("said", "noted", "slip"),
    [
        ("There was £22,475 in the current account.", "current a/c 22475 today", ("22,475", "22,745")),
        ("The balance on 30 April was £1,862.40.", "bal 30 Apr 1862.40", ("1,862", "1,826")),
        ("The bills for March came to $27,318.64.", "bills Mar 27,318.64", ("318", "381")),
        ("The supper raised £640, £90 more than in 2024.", "supper raised 640 (550 last yr)", ("640", "460")),
        (
            "The insurance has gone from £31,000 to £44,500.",
            "insurance 31k -> 44\u00bdk",
            ("44,500", "45,400"),
        ),
        (
            "The ward will be closed for nine weeks from 6 January.",
            "ward closed 9 wks from 6/1",
            ("nine", "six"),
        ),
        (
            "There was a deficit of £1.4m, against a planned one of £2.3m.",
            "deficit 1.4 v plan 2.3",
            ("1.4", "1.7"),
        ),
        ("The lift was out for 12 minutes, in 3 months.", "lift out 12 mins in 3 mths", ("12 min", "3 min")),
    ],
)
def test_a_figure_is_read_as_it_is_jotted(said: str, noted: str, slip: tuple[str, str]) -> None:
    notes = (Document.read("notes/clerk.txt", noted),)

    def found(draft: str) -> list[str]:
        material = Material(Document.read("minutes.md", draft), notes)
        return [clash.places[0].quote for clash in value_clashes(pair_of(material))]

    assert found(said) == []
    assert len(found(said.replace(*slip))) == 1


@pytest.mark.parametrize(
    ("said", "noted", "is_told"),
    [
        ("The roof cost £31,420.", "roof cost 31k", False),
        ("The roof cost £34,420.", "roof cost 31k", True),
        ("The roof cost £44,540.", "roof cost 44.5k", False),
        ("The roof cost £45,400.", "roof cost 44.5k", True),
        ("The roof cost £38,900.", "roof cost 40k", False),
        ("The roof cost some £0.3 million.", "roof cost 312k", False),
        ("The roof cost £0.6 million.", "roof cost 312k", True),
        ("The roof cost about £31,000.", "roof cost 30,870", False),
        ("The roof cost £4,000 more than the year before.", "roof cost 31k", False),
        ("The roof cost three quarters of the grant.", "roof cost 1/4 of grant", True),
    ],
)
def test_a_figure_cut_short_is_as_exact_as_its_last_place(said: str, noted: str, is_told: bool) -> None:
    material = Material(Document.read("minutes.md", said), (Document.read("notes/clerk.txt", noted),))
    assert bool([*value_clashes(pair_of(material))]) is is_told


def test_the_time_before_a_line_of_a_log_is_no_figure() -> None:
    notes = "602 call to order\n604 agenda ok\n611 gate: signs wanted\n620 pool shut, ladder loose\n634 adj\n"
    draft = (
        "The meeting was called to order at 6:02 p.m.\n\nSix signs will be put up at the gate.\n\n"
        "The pool was shut, two ladders being loose.\n"
    )
    material = Material(Document.read("minutes.md", draft), (Document.read("notes/log.txt", notes),))
    assert [*value_clashes(pair_of(material))] == []


def test_a_figure_that_is_said_a_line_further_on_is_not_held_against_another() -> None:
    notes = "new hostel ready Sept, we had said 25 weeks\nhow many rooms is that\n140 he thinks\n"
    draft = "The new hostel of 140 rooms will be ready in September.\n"
    material = Material(Document.read("minutes.md", draft), (Document.read("notes/log.txt", notes),))
    assert [*value_clashes(pair_of(material))] == []


@pytest.mark.parametrize(
    ("said", "slip", "noted", "quotes"),
    [
        ("There were nine teaching vacancies.", ("nine", "six"), "9 vacancies, 4 maths", ("six", "9")),
        (
            "Six posts will be set along the ditch.",
            ("Six", "Four"),
            "posts x6 on ditch, x4 gone",
            ("Four", "6"),
        ),
        (
            "Visitor bays go from eight to five.",
            ("five", "three"),
            "visitor bays 8 down to 5",
            ("three", "5"),
        ),
        (
            "The board will have 13 seats instead of 11.",
            ("13", "15"),
            "board to go from 11 up to 13",
            ("15", "13"),
        ),
        ("The cup is expected back in 11 weeks.", ("11", "14"), "cup back 11 wks, so he says", ("14", "11")),
        (
            "The tank holds 3,000 litres and gets 2,450 litres.",
            ("3,000", "2,000"),
            "tank 3000 L gets 2450 L",
            ("2,000", "3000 L"),
        ),
        ("Seven claims came in and three were valid.", ("three", "four"), "7 claims 3 valid", ("four", "3")),
        (
            "Kennels stay at 3'6 high. A maximum width for kennels of 3\u2019 was set, with no doubles.",
            ("3\u2019", "4\u2019"),
            "kennels: 3'6 high as before. NEW 3' wide max, NO doubles",
            ("4", "3"),
        ),
        (
            "The regatta was moved to 18th and 19th July.",
            ("18th and 19th", "11th and 12th"),
            "regatta moved 18/19 july",
            ("12th July", "18/19 july"),
        ),
        (
            "The regatta was moved to 4th and 5th July.",
            ("4th and 5th", "7th and 8th"),
            "regatta moved 4-5 july",
            ("8th July", "4-5 july"),
        ),
        (
            "There are 58 applicants for 52 moorings.",
            ("58 applicants for 52", "52 applicants for 58"),
            "58 applicants 52 moorings",
            ("52", "58"),
        ),
    ],
)
def test_a_number_is_held_against_that_of_the_same_thing(
    said: str, slip: tuple[str, str], noted: str, quotes: tuple[str, str]
) -> None:
    notes = (Document.read("notes/clerk.txt", noted),)

    def found(draft: str) -> list[tuple[str, ...]]:
        material = Material(Document.read("minutes.md", draft), notes)
        return [tuple(p.quote for p in clash.places) for clash in value_clashes(pair_of(material))]

    assert found(said) == []
    assert quotes in found(said.replace(*slip))


@pytest.mark.parametrize(
    ("right", "wrong", "noted"),
    [
        (
            "The berth fee will be £545.",
            "£560",
            "1001 berth fee up 520 to 560\nCORRNS\n1001 fee is 545 not 560",
        ),
        ("The lock is shut on 14 March.", "12 March", "lock shut 12/3\nCORR: lock 14/3 not 12/3"),
        ("They had 26 tonnes of gravel.", "62 tonnes", "62t gravel – no, 26"),
        ("The berth fee will be £545.", "£560", "berth fee ~~560~~ 545"),
        ("They had 26 tonnes of gravel.", "62 tonnes", "gravel <del>62 t</del> -> 26 t"),
        ("The lock is shut on 14 March.", "12 March", "lock shut ~~12 mar~~ 14 mar"),
        ("They had 26 tonnes of gravel.", "62 tonnes", "~62~ 26 t gravel"),
        (
            "They had 26 tonnes of gravel.",
            "62 tonnes",
            "3 men, gravel sixty two no sorry TWENTY SIX t",
        ),
        ("The berth fee will be £545.", "£560", "berth fee 560/yr. sorry 545"),
        ("The berth fee will be £545.", "£560", "berth fee (Ann against, dont minute) 545"),
    ],
)
def test_what_the_notes_take_back_is_not_so(right: str, wrong: str, noted: str) -> None:
    notes = (Document.read("notes/log.txt", noted),)

    def found(draft: str) -> int:
        return len([*value_clashes(pair_of(Material(Document.read("minutes.md", draft), notes)))])

    slip = right.replace("£545", wrong).replace("14 March", wrong).replace("26 tonnes", wrong)
    assert found(right) == 0
    assert found(slip) == 1


@pytest.mark.parametrize(
    ("said", "noted"),
    [
        (
            "Four near misses were reported at No. 2 Berth.",
            "4 near misses at no 2 berth (1 same time last yr)",
        ),
        (
            "The price of the bench was put right: £640 rather than £460.",
            "bench price was 640 no 460 - fixed",
        ),
        ("Of the drivers, 41 were stopped.", "41 stopped, 7 tickets\n3 thefts, 1 drink driver charged"),
        ("The engineer came for Motion 7.", "7 concrete, engineer came\nmotion B stage 1 only, engineer"),
    ],
)
def test_a_number_beside_another_by_chance_is_no_other_number(said: str, noted: str) -> None:
    material = Material(Document.read("minutes.md", said), (Document.read("notes/pad.txt", noted),))
    assert [*value_clashes(pair_of(material))] == []


def test_a_figure_struck_out_in_the_notes_may_be_told_twice_in_the_draft() -> None:
    draft = (
        "The paper had the berth fee at £560.\n\nAda brought the berth fee back to {}, as berths are empty.\n"
    )
    notes = (Document.read("notes/pad.md", "berth fee ~~560~~ 545 Ada dropped it, empty berths"),)

    def found(fee: str) -> set[str]:
        material = Material(Document.read("minutes.md", draft.format(fee)), notes)
        return {clash.places[0].quote for clash in value_clashes(pair_of(material))}

    assert "£560" in found("£560")


@pytest.mark.parametrize(
    ("said", "noted"),
    [
        ("One of three doors was kept.", "doors, see minute 127/18"),
        ("The fence cost £61,400, of which £30,700 has been paid.", "fence 61.4k, half pd"),
        ("Four doors are to be painted.", "12,,doors,Bo,painted in may"),
        (
            "The chest held £3,412 and £12,000 is in the bank, making £15,412 altogether.",
            "chest 3,412 + bank 12k",
        ),
        (
            "The grant of £4,150 and £900 of the club's own come to £5,050 in all.",
            "grant 4150 bk sale. own 900",
        ),
        ("The rakes (1,700) and the net (2,300) were bought.", "rakes 17 / net 23 (hundreds)"),
        ("The trial lasts twelve months.", "trial 1 yr"),
        ("The levy is waived for 2 years.", "levy waived 24 mths"),
        (
            "The cup was lent for the nine months from May 2025 to January 2026.",
            "cup lent may 25 to jan 26, shelf 4",
        ),
        ("Two prizes of £500 were given.", "2 x 500 prizes"),
        ("Four rooms are to let.", "| 3.1 | four rooms to let | ok |"),
    ],
)
def test_what_follows_from_the_notes_is_no_slip(said: str, noted: str) -> None:
    material = Material(Document.read("minutes.md", said), (Document.read("notes/pad.md", noted),))
    assert [*value_clashes(pair_of(material))] == []


@pytest.mark.parametrize(
    ("said", "slip", "noted"),
    [
        ("Two of the eleven pumps were broken.", ("eleven", "seventeen"), "2 of 11 pumps broken"),
        ("30 helpers are wanted and 17 had come forward.", ("17", "19"), "want 30 have 17"),
        ("Of the 41 letters received, 8 led to a change.", ("8", "18"), "6: 41 letters, 8 → changed"),
        ("Bids for the hut had come from five builders.", ("five", "three"), "bids hut: 5 bids"),
    ],
)
def test_the_only_number_left_over_of_a_line_is_compared(
    said: str, slip: tuple[str, str], noted: str
) -> None:
    notes = (Document.read("notes/clerk.txt", noted + "\nhall locked at ten\n3 keys lost, 19 cups\n"),)

    def found(draft: str) -> list[str]:
        text = draft + "\n\nThe hall is locked at ten. Three keys were lost, and 19 cups.\n"
        return [
            clash.places[0].quote
            for clash in value_clashes(pair_of(Material(Document.read("m.md", text), notes)))
        ]

    assert found(said) == []
    assert len(found(said.replace(*slip))) == 1


@pytest.mark.parametrize(
    "noted", ["PT late, in 10.25", "2 in the van, PT 1025", "Petra came ten twenty-five"]
)
def test_a_time_is_compared_though_nothing_says_that_it_is_one(noted: str) -> None:
    def found(time: str) -> list[str]:
        draft = f"Petra Tull came in the van at {time} a.m.\n"
        material = Material(Document.read("minutes.md", draft), (Document.read("notes/clerk.txt", noted),))
        return [clash.places[0].quote for clash in value_clashes(pair_of(material))]

    assert found("10.25") == []
    assert [quote.strip(" .") for quote in found("10.45")] == ["10.45 a.m"]


@pytest.mark.parametrize(
    ("said", "slip", "noted"),
    [
        ("The ferry would sail at 10:40 instead of 10:15.", ("10:40", "11:40"), "ferry sails 10.40"),
        ("Ann Hale spoke of the ferry at 8.25 pm.", ("8.25", "8.45"), "8.25 Ann on ferry"),
        ("The ferry was first warned at 04:50.", ("04:50", "05:40"), "ferry 1st warned 0450"),
        ("The ferry fare goes from R380 to R410.", ("R410", "R420"), "ferry fare 380 -> 410"),
        (
            "Fares were 18% of the income. The ferry had cash for about ten months.",
            ("18%", "28%"),
            "fares 18% of income. ferry cash ~10 mo",
        ),
    ],
)
def test_the_other_value_of_the_notes_is_told_whatever_else_is_said(
    said: str, slip: tuple[str, str], noted: str
) -> None:
    notes = (Document.read("notes/clerk.txt", noted + "\nhall roof to be mended\n"),)

    def found(draft: str) -> list[str]:
        text = "Present: Ann Hale\n\n" + draft + "\n\nThe roof of the hall will be mended.\n"
        material = Material(Document.read("minutes.md", text), notes)
        return [clash.places[0].quote for clash in value_clashes(pair_of(material))]

    assert found(said) == []
    assert len(found(said.replace(*slip))) == 1


def test_the_number_of_a_part_of_an_item_is_no_time() -> None:
    notes = "7.9 lighting\n8.1 ferry\n8.25 ferry timetable\n"
    draft = "The ferry timetable will have a boat at 7.45 pm.\n"
    material = Material(Document.read("m.md", draft), (Document.read("notes/clerk.txt", notes),))
    assert [*value_clashes(pair_of(material))] == []


def test_what_somebody_asks_for_instead_takes_nothing_back() -> None:
    notes = "notice 24 mths for big changes\nRavi: even small ones 18 mths not 24\n"
    draft = "Notice of 24 months is given of big changes.\n\nRavi asked for 18 months for small ones.\n"
    material = Material(Document.read("minutes.md", draft), (Document.read("notes/log.txt", notes),))
    assert [*value_clashes(pair_of(material))] == []


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        ("### Board 31/52 Bandstand\n\nThe paint would be bought.\n", "bandstand paint, 49 tins\n"),
        ("4  BANDSTAND\n\nThe bandstand would be painted in May.\n", "bandstand paint may, 7 tins\n"),
        ("The rate was 2.5, as in the spring.\n", "rate two and\n a half as in spring\n"),
        (
            "Mr Dale spoke against the four houses at the bandstand: it had flooded twice.\n",
            "Mr Dale: bandstand flooded x2, against houses\n",
        ),
        (
            "The bandstand roof was refused by six votes to two. The paint was carried unanimously.\n",
            "bandstand roof 2 for 6 agst, dead\npaint bandstand yes\n",
        ),
        ("4 BANDSTAND\n\nThe bandstand would be painted in May.\n", "bandstand paint may, 7 tins\n"),
        (
            "As was said under item 09-07, the bandstand would be painted in May.\n",
            "bandstand paint may, 5 tins\n",
        ),
        (
            "1. Hall\n\nThe paint for the bonfire shed would cost £72.40.\n",
            "13 hall\n14 roof leaks\n15 VE bonfire shed paint\n16 next time\n",
        ),
        (
            "**Min. 7/24 Bandstand**\n\nThe bandstand paint was stored.\n",
            "bandstand 2 tins paint stored, 1 full\n",
        ),
        ("B241377, two bandstands in Elm Park: no objection.\n", "377 bandstands Elm Pk no obj\n"),
        ("The survey counted 310 gulls and 42 terns.\n", "survey gulls 310 terns 42 good\n"),
        (
            "Fourteen applications have come in for 12 allotments. Three applicants are on a waiting list.\n",
            "allotm: 14 appls / 12. 3 wait list\n",
        ),
        (
            "The rate was 88, against a target of 60. The rate in the spring had been 64.\n",
            "rate 88 target 60, it was 64 in spring, so seven up\n",
        ),
        (
            "The queue had fallen from 112 to 37, and the fee from £104,000.\n",
            "queue hundred n twelve down to thirty seven, fee was a hundred n four\n",
        ),
        (
            "The loan is at 9.25 percent, and 10.5 percent after May.\n",
            "loan nine and quarter, ten n half may\n",
        ),
    ],
)
def test_numbers_of_items_lines_and_other_things_are_not_held_against_a_figure(
    draft: str, notes: str
) -> None:
    material = Material(Document.read("minutes.md", draft), (Document.read("notes/clerk.txt", notes),))
    assert [clash.message for clash in value_clashes(pair_of(material))] == []


@pytest.mark.parametrize(
    ("said", "slip", "noted"),
    [
        ("The service in Hill Court will be at 3 p.m.", ("3 p.m", "2.30 p.m"), "service Hill Ct ~~2.30~~ 3"),
        ("The parade forms up at 9.15 am.", ("9.15", "9.00"), "parade form up ~~0900~~ 0915"),
        ("The dance will be from 9 pm until 1 am.", ("1 am", "2 am"), "dance 9 til ~~2~~ 1"),
    ],
)
def test_an_hour_that_the_notes_strike_out_is_told(said: str, slip: tuple[str, str], noted: str) -> None:
    notes = (Document.read("notes/clerk.txt", noted + "\n"),)

    def found(draft: str) -> int:
        return len([*value_clashes(pair_of(Material(Document.read("minutes.md", draft), notes)))])

    assert found(said) == 0
    assert found(said.replace(*slip)) == 1


@pytest.mark.parametrize(
    ("said", "slip", "noted"),
    [
        (
            "The budget of \u00a3409,600 was noted.\n\nNine of the eighteen huts had paid in full.",
            ("eighteen", "eighty"),
            "Ann: four hundred and nine thousand six hundred budget\nnine of eighteen in full",
        ),
        (
            (
                "The gale of March 14 felled 31 elms, 17 of them in Mill Park. "
                "The Mill Trail is expected to open by April 26, 2026."
            ),
            ("17 of", "26 of"),
            "supt: gale 3/14 31 elms, Mill Park 17, 8 men\nmill trail open again 4/26",
        ),
    ],
)
def test_a_day_or_a_figure_of_something_else_does_not_bear_out_a_wrong_count(
    said: str, slip: tuple[str, str], noted: str
) -> None:
    notes = (Document.read("notes/clerk.txt", noted + "\n"),)

    def found(draft: str) -> int:
        return len([*value_clashes(pair_of(Material(Document.read("minutes.md", f"{draft}\n"), notes)))])

    assert found(said) == 0
    assert found(said.replace(*slip)) == 1


def test_a_figure_is_told_that_the_notes_strike_out_before_what_they_put_in_brackets() -> None:
    notes = (Document.read("notes/c.txt", "kiln fund: ovens 250, glaze shed ~~900~~ [no] 700. books none\n"),)
    draft = "The kiln fund gave \u00a3{} to the glaze shed.\n"
    material = Material(Document.read("minutes.md", draft.format(900)), notes)
    assert ["700" in clash.message for clash in value_clashes(pair_of(material))] == [True]
    material = Material(Document.read("minutes.md", draft.format(700)), notes)
    assert [*value_clashes(pair_of(material))] == []


def test_a_figure_behind_the_day_from_which_a_fee_is_due_is_no_end_of_its_change() -> None:
    draft = (
        "The committee recommended that the annual fee rise from $15 to $20. Des Kirk moved that it stay at "
        "$15; the amendment was lost. The motion for $20 from 1 June 2026 was then carried, 18 to 9.\n"
    )
    notes = (
        Document.read("notes/c.txt", "des 15 lost\ncommittee annual fee rise twenty from 1 june 18 9 up\n"),
    )
    assert [*value_clashes(pair_of(Material(Document.read("minutes.md", draft), notes)))] == []


def test_the_number_of_an_item_in_the_first_column_of_a_sheet_counts_nothing() -> None:
    draft = "Present: Ann Hale, Bo Lind\n\nThe tender for the 3 northern pumps was accepted.\n"
    sheet = "item;who;what\n2;AH;mins ok\n7;BL;tender pumps north accept;all\n"
    notes = (Document.read("notes/export.csv", sheet),)
    pair = pair_of(Material(Document.read("minutes.md", draft), notes))
    assert [c.places[0].quote for c in value_clashes(pair)] == []


def test_the_numbers_that_lines_of_a_notebook_begin_with_count_nothing() -> None:
    draft = (
        "Present: Ann Hale, Bo Lind\n\nSix sacks of feed were bought at 800 cedis each, 4,800 cedis in all.\n"
    )
    book = "65 rain\n66 4 late\n67 6 sacks feed x 800\n68 2 goats sold\n69 prayer\n"
    notes = (Document.read("notes/book.txt", book),)
    pair = pair_of(Material(Document.read("minutes.md", draft), notes))
    assert [c.places[0].quote for c in value_clashes(pair)] == []


def test_a_month_without_its_day_is_noted_and_no_other_day_is_held_against_it() -> None:
    draft = (
        "Present: Orla Hale, Mark Lind, Kay Nowak\n\n"
        "The minutes of 11th December 2024 were taken as read, proposed by Orla Hale and seconded by "
        "Mark Lind.\n\n"
        "Kay Nowak and Mark Lind will draft the wording for the March meeting.\n"
    )
    notes = "mins {} - orla, mark. gate fixed\nkay + mark do wording 4 march\n"
    read = [
        pair_of(Material(Document.read("m.md", draft), (Document.read("notes/c.md", notes.format(month)),)))
        for month in ("dec", "ok")
    ]
    assert [len([*calendar_clashes(pair)]) for pair in read] == [0, 1]
