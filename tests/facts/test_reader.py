"""What a clause states, as values, in minutes and in a clerk's hand."""

import pytest

from review_tui.facts import reader
from review_tui.facts.reader import read_values
from review_tui.facts.reading.signs import signs_of
from review_tui.facts.values import Kind, agree, comparable


@pytest.mark.parametrize(
    ("said", "noted"),
    [
        ("the deficit was \u00a323,500", "deficit 23.5k"),
        ("the roof cost 38 450 francs", "roof 38450"),
        ("the grant was $48,500", "grant 48 and a half thou"),
        ("the stall raised £118.50", "a hundred and eighteen fifty"),
        ("it met at 14.00 in the hall", "1400 hall"),
        ("KSh 5.82 million was lent", "lent 5.82M. arrears 4"),
        ("1,872 members", "membs 1872"),
        ("two thirds of the calls were medical", "2/3 medical"),
        ("half of the cost", "pays 50%"),
        ("a tender of Kshs.1,800", "tender 1800"),
        ("UGX 30,000 was paid", "pd 30k"),
        ("50% of the cost", "they pay half (300 + VAT)"),
        ("one quarter cost of the ticket", "ticket 12.00 = a quarter"),
        ("a reserve of a quarter of a million", "reserve 250k"),
        ("three of the nine rooms", "3 rooms out of 9"),
        ("a wall of 2.7 m", "mur 2,7 m"),
        ("Rs. 7.4 lakh was spent", "spent 7.4 L"),
        ("Rs. 7.4 lakh was spent", "spent 7,40,000"),
        ("R12 500 for the gate", "gate 12.5k"),
        ("the doors opened at 6.30 pm", "doors half six"),
        ("the talk ended at 8.40 pm", "talk over twenty to nine"),
        ("at 2.05 pm", "I have two oh five"),
        ("from 1 March 2027", "mar 1 27 - may 31 28"),
        ("by the end of Term 2", "by end T2"),
        ("six thousand pounds a year", "6 thousand pounds yr"),
        ("The fee for 2025/26 stays", "fee same 25-26."),
        ("tabled until the June meeting", "til June 4-1"),
        ("carried by 4 votes to 1", "til June 4-1"),
        ("\u00a318.42 million was spent", "18.42 spent"),
        ("the meeting closed at 8.50p.m.", "cl 8:50"),
        ("it closed at 3.55 pm", "end 15:55"),
        ("on 13 November 2024", "on the 13th"),
        ("held on 4 January 2016", "mins 4/1"),
        ("for the year 2023/24", "yr to 31/3/24"),
        ("the calendar for 2025/26", "calender 25/6"),
        ("three votes for, six against and one abstention", "3f 6a 1abs LOST"),
        ("eight of the eleven governors", "8 of 11 so quorate"),
        ("three of the five measures", "metrics 3/5"),
        ("expenses of $412,600", "four twelve six"),
        ("rent is \u00a342.50", "rent 42,50"),
        ("Ksh 2.306 billion was lent", "loans 2,306M"),
        ("52 yes, 4 no, 1 abstention", "52-4-1"),
        ("52 in favour, four against and one abstention", "FOR 52 AG 4 ABST 1"),
        ("8 votes to none", "all in favour"),
        ("from October 2020 to September 2021", "Oct 20-Sep 21"),
        ("a turnout of 63.4%", "turnout 63,4 %"),
        ("a rent of \u00a32,180 a year", "21 hundred and 80 a yr"),
        ("parts at $9,400", "parts 94 hundred, time 3850"),
        ("at $84.50 a ton", "at eighty four and a half a ton"),
        ("a precept of \u00a326,500", "so twenty six and a half"),
        ("a premium of \u20ac38,900", "thirty-eight thou nine hundrd"),
        ("stood at $418,260", "general four eighteen two sixty"),
        ("a balance of $13,275", "account's thirteen two seven five"),
        ("a precept of \u00a324,750", "this year's is 24 seven fifty"),
        ("114 tickets were sold", "a hunner and fourteen tickets"),
        ("the year to 31 December 2025", "yr to 31.xii.25"),
        ("notice for 30 September", "tenant off 30.ix"),
        ("by 30 June", "chart due 3006"),
        ("by 14 February", "signs ordered by valentines"),
        ("from 1 January 2025", "subs as from New Yr"),
        ("rolled over for six months", "roll it over half a year"),
        ("a quote of Rs. 1,12,000", "old co. asks 1.12 L"),
        ("was allowed eighteen months", "may have yr & a half"),
        ("by five votes to one", "put: 5 pro, 1 contra"),
        ("24 votes to 33", "24 yes 33 no => nahi"),
        ("from 23 to 27 March", "shut twenty third to twenty seventh march"),
        ("a budget of \u20ac2,145.6 million", "budget 2.145,6 mio"),
        ("a loss of 3,218,000", "loss 3.218.000 (two lines)"),
        ("Rs. 14 lakh was spent", "spent 14 00 000"),
        ("CHF 7,350 for the piano", "piano 7'350"),
        ("savings of $318,400", "savings 30/9 318.4k"),
        ("a yield of 4.7%", "yield four seven"),
        ("there were six in all", "6 apr-june, 2 year bef."),
        ("there were 17 in all", "oct. 17 letters"),
        ("there were 37 in all", "last year 37"),
        ("a rent of EUR 2,500", "rent \u20ac2.500"),
        ("she came at 8.05 pm", "2005 Petra in"),
        ("five rooms", "lower rm 5 rooms"),
        ("148 cups", "12,,cups,Bo,148 cups"),
        ("debts of \u00a312,350", "debts 30 Sep 12,350"),
        ("26 seasons", "25,26,27"),
        ("from 7.30 to 9 each evening", "eves 730-9"),
        ("from 1 April to 30 June 2022", "until 30/6"),
        ("from April to June 2024", "Q1"),
        ("the six months ended 30 September 2024", "1/4/24 - 30/9/24"),
        ("from February 2025 to May 2026", "feb25-may26"),
        ("the plan for 2031/32 to 2034/35", "plan 31/32-34/35"),
        ("the plan for 2031/32 to 2034/35", "31/32, 32/33, 33/34, 34/35"),
        ("a strategy for 2031 to 2036", "strategy 31\u219236"),
        ("a strategy for 2031 to 2036", "strategy '31-'36"),
        ("the lease from 4 July 2026 to 3 July 2029", "lease Jul 4/26-Jul 3/29"),
        ("the lease from 4 July 2026 to 3 July 2029", "jul 4 26 - jul 3 29"),
        ("the accounts for 1 January 2026 to 31 December 2026", "accts 1.1.-31.12.2026"),
        ("a survey from 9 June to 2 July", "survey 9 jn-2 jly"),
        ("sessions in January and February 2027", "JAN/FEB"),
        ("the timetable for September 2026", "t/table Sept 26 ok"),
        ("the spring term 2026", "spring tm 26"),
        ("the spring term 2026", "by end spring term"),
        ("the report for Program Year 2024", "rpt PY24"),
        ("those aged over 75", "over seventy fives jabbed"),
        ("the balance was $34,275", "thirty four thousand two seventy five"),
        ("a fund of $2,415,700", "two million four one five seven"),
        ("58.3% of the rent was in", "fifty eight three percent"),
        ("Room 408 was let", "four oh eight let"),
        ("two saws for $38,000", "saws x2 38k"),
        ("a fund of £9.4 million", "fund 9.4 mil"),
        ("the fourth quarter was quiet", "quarter four quiet"),
        ("it rose at 9.38 pm", "done >> nine thirty eight"),
        ("closed from 12 December", "shut twelve dec"),
        ("closed on 7 March", "shut tues seven march at noon"),
        ("the minutes of May 2009", "mins of may oh nine"),
        ("the seven-month lease, 1 May 2025 to 31 July 2028", "lease 1/5/25 \u2192 31/7/28"),
        ("the levy rose by 0.4%", "levy up point 4 pc"),
        ("the levy rose by 0.25%", "levy up point two five per cent"),
        ("the levy rose by 0.4%", "levy +.4%"),
        ("the levy rose by 6.1%", "levy 6.1 pc"),
        ("the wage of 2,350,000", "wage 2.35 \u2192 2.6m"),
        ("a fund of 318,000", "fund from 318 to 340k"),
        ("against a plan of 506 million", "488.2m of 506"),
        ("camps on 4-5 and 18-19 July", "camps 4-5 & 18-19 Jul"),
        ("camps from 4 to 5 July", "camps 4/5, 18/19 July"),
        ("application B241377, a shed", "377 shed"),
    ],
)
def test_what_a_clerk_jots_agrees_with_what_the_minutes_say(said: str, noted: str) -> None:
    mine, theirs = read_values(said), read_values(noted, jotted=True)
    assert any(agree(a, b) for a in mine for b in theirs)


@pytest.mark.parametrize(
    ("said", "noted"),
    [
        ("the deficit was \u00a325,300", "deficit 23.5k"),
        ("Rs. 7.4 lakh was spent", "spent 7.4 cr"),
        ("a fifth of the bid", "twenty bids"),
        ("the roof cost 38 450 francs", "roof 38540"),
        ("it closed at 4.55 pm", "end 15:55"),
        ("3 votes for and 2 against", "3-1-1 carried"),
        ("nine of the eleven governors", "8 of 11 so quorate"),
        ("eight of the twelve governors", "8 of 11 so quorate"),
        ("for the year 2022/23", "yr to 31/3/24"),
        ("from October 2020 to September 2022", "Oct 20-Sep 21"),
        ("from 1 April to 30 June 2022", "until 30.6.23"),
        ("the plan for 2031/32 to 2034/35", "plan 31/32-35/36"),
        ("the spring term 2026", "spring tm 25"),
        ("they rose by 3.4%", "thirty four thousand"),
        ("it closed at 1 pm", "eighty four one"),
        ("it closed at 9 pm", "ninety nine two"),
        ("the timetable for September 2025", "t/table Sept 26 ok"),
    ],
)
def test_another_value_does_not_agree(said: str, noted: str) -> None:
    mine, theirs = read_values(said), read_values(noted, jotted=True)
    assert mine
    assert theirs
    assert not any(agree(a, b) for a in mine for b in theirs)


def test_a_day_of_six_figures_is_one_of_the_years_of_the_meeting_only() -> None:
    kinds = [
        [v.kind for v in read_values("nxt 160726 in hall", jotted=True, around=n)] for n in (2026, 2060, 0)
    ]

    assert kinds == [[Kind.DATE], [Kind.NUMBER], [Kind.NUMBER]]


def test_a_day_that_is_said_before_a_run_of_days_is_not_lost() -> None:
    text = "opens thirty june and shut twenty third to twenty seventh march"

    assert [v.text for v in read_values(text, jotted=True)] == [
        "thirty june", "twenty third to twenty seventh march",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("noted", "may_be"), [("the fourth", True), ("the 4th", True), ("two thousand", False)]
)
def test_a_number_of_a_note_that_is_no_ordinal_is_held_against_no_day(noted: str, may_be: bool) -> None:
    (day,), (number,) = read_values("on 12 March 2025"), read_values(noted, jotted=True)

    assert comparable(day, number) is may_be


def test_the_number_of_a_thing_before_one_that_is_said_is_no_number_of_thousands() -> None:
    assert [v.number for v in read_values("plot 24 three fifty", jotted=True)] == [24, 350]


def test_numbers_of_items_and_of_issues_are_references() -> None:
    assert [v.kind for v in read_values("item 5")] == [Kind.REFERENCE]
    assert [v.kind for v in read_values("issue #4377 was closed")] == [Kind.REFERENCE]


@pytest.mark.parametrize(
    "text",
    ["October, 2020-September, 2021", "1 April to 30 June", "June/July", "the quarter ended June 2024"],
)
def test_a_run_of_days_or_months_is_one_value(text: str) -> None:
    (run,) = read_values(text)
    assert run.is_run


def test_a_figure_within_a_name_is_no_count() -> None:
    assert read_values("Covid-19 vaccination", jotted=False) == ()


_OF_EVERY_KIND = (
    "three and a half weeks",
    "two thirds of the hedge, one third more, the rest is half",
    "Year ended 31 March 2024; the third of May and Monday 3rd June 2024, June 4, 2024",
    "03.04.24 and 2024-05-06, thirteenth",
    "2. Carried seven votes to two; 6 for and 2 against, all in favour; 5-3",
    "five members in favour and Mr Tarn against",
    "+1 x 4, -1 x 2 on 07-22 re #412, 0417, AB12 and 24/00123",
    "Three of the five, 31/44, 8 out of 11; two thousand pounds and ten pence; \u00a312.50k",
    "7 per cent; five pct; in the autumn term, by end T1 or term 2; 29 spring, aut 95.2",
    "FY24, 2023/24, '23-24, Q2, the second quarter, H1, first half, M6, spring 2024, April 2023, may, tues",
    "2024/25 to 2026/27, fy 26 27, twenty six twenty seven",
    "Mondays and end of May, june thirty; twelve dec; Q3 25 report; 1:02:39: March twenty-seventh",
    "by valentines; 94 hundred; 24 seven fifty; a year and a half; 31.xii.25, 30.ix; 210526",
    "7.30pm, 19:45, noon, half past seven, quarter to 8, twenty-first",
)


@pytest.mark.parametrize("text", [text[n:] for text in _OF_EVERY_KIND for n in (0, 3)])
def test_no_pattern_that_matches_is_passed_over(text: str) -> None:
    tried = {pattern for pattern, _ in reader._readers_for(signs_of(text))}

    assert [p.pattern for p, read, _ in reader._READERS if read and p.search(text) and p not in tried] == []


def test_these_texts_match_every_pattern() -> None:
    missed = [r.__name__ for p, r, _ in reader._READERS if r and not any(map(p.search, _OF_EVERY_KIND))]

    assert missed == []


@pytest.mark.parametrize(
    ("jotting", "kind", "parts"),
    [
        ("the warrant would close Friday March twenty-seventh", Kind.DATE, (0, 3, 27)),
        ("Monday May fourth", Kind.DATE, (0, 5, 4)),
        ("access + flooding unan", Kind.VOTE, ()),
        ("stall Sat 9 May 10-12", Kind.DATE, (0, 5, 9)),
        ("stall Sat 9 May 2-4", Kind.DATE, (0, 5, 9)),
        ("next 9 May 1930", Kind.DATE, (0, 5, 9)),
        ("mins 9 May 24", Kind.DATE, (2024, 5, 9)),
        ("hire jun 24\u2013mar 25", Kind.PERIOD, (2024, 6, 1, 2025, 3, 31)),
        ("lease May 26 \u2013 May 29", Kind.PERIOD, (2026, 5, 1, 2029, 5, 31)),
        ("stall may 3 - may 9", Kind.PERIOD, (0, 5, 3, 0, 5, 9)),
        ("accts y/e 30 6 24", Kind.PERIOD, (2023, 7, 1, 2024, 6, 30)),
        ("open mar-oct", Kind.PERIOD, (0, 3, 1, 0, 10, 31)),
        (
            "files june twenty twenty three to april twenty twenty-four",
            Kind.PERIOD,
            (2023, 6, 1, 2024, 4, 30),
        ),
        ("budget for twenty twenty-six", Kind.YEAR, (2026,)),
        ("lease jan twenty six to dec twenty nine", Kind.PERIOD, (2026, 1, 1, 2029, 12, 31)),
        ("cover may one twenty seven to april thirty twenty eight", Kind.PERIOD, (2027, 5, 1, 2028, 4, 30)),
        ("pool shut sixteen dec to fourth of jan", Kind.PERIOD, (0, 12, 16, 0, 1, 4)),
        ("grant second of october to end of march", Kind.PERIOD, (0, 10, 2, 0, 3, 31)),
        ("mins of eighteen sept signed", Kind.DATE, (0, 9, 18)),
        ("to thirty first of july twenty twenty five", Kind.DATE, (2025, 7, 31)),
        ("youth bid twenty six twenty seven", Kind.PERIOD, (2026, 2027)),
        ("school year twenty twenty five twenty twenty six", Kind.PERIOD, (2025, 2026)),
        ("twenty five six budget", Kind.PERIOD, (2025, 2026)),
        ("plan twenty five six to twenty eight nine budget", Kind.PERIOD, (2025, 2029)),
        ("roof in fy twenty eight", Kind.PERIOD, (2027, 2028)),
        ("roof in fy 2728", Kind.PERIOD, (2027, 2028)),
        ("roof in FY27 28", Kind.PERIOD, (2027, 2028)),
        ("roof in fy 2021", Kind.PERIOD, (2020, 2021)),
        ("arrears at quarter three", Kind.QUARTER, (3,)),
        ("ferry dues 2nd qtr down", Kind.QUARTER, (2,)),
        ("ferry dues 3rd q down", Kind.QUARTER, (3,)),
        ("not paid for two quarters or more", Kind.NUMBER, ()),
        ("takings of the 1st half", Kind.QUARTER, (1,)),
        ("starts 2nd term", Kind.QUARTER, (2,)),
        ("paint the pitch oct 4/5", Kind.DATE, (0, 10, 4)),
        ("rota nov to end feb", Kind.PERIOD, (0, 11, 1, 0, 2, 28)),
        ("rota sept till end of mar", Kind.PERIOD, (0, 9, 1, 0, 3, 31)),
        ("figs Oct\u2192Dec", Kind.PERIOD, (0, 10, 1, 0, 12, 31)),
        ("grants Oct 25-Mch 26", Kind.PERIOD, (2025, 10, 1, 2026, 3, 31)),
    ],
)
def test_what_is_said_or_cut_short_is_read(jotting: str, kind: Kind, parts: tuple[int, ...]) -> None:
    assert [(v.kind, v.parts) for v in read_values(jotting, jotted=True)] == [(kind, parts)]


@pytest.mark.parametrize(
    ("jotting", "parts"),
    [
        ("hall hire Sat 14 June 10", (0, 6, 14)),
        ("quiz sat 14 june, 96 came", (0, 6, 14)),
        ("Sat 14 June 25 AGM", (2025, 6, 14)),
        ("14 June 10 lease", (2010, 6, 14)),
    ],
)
def test_figures_that_do_not_fit_the_day_of_the_week_are_no_year(
    jotting: str, parts: tuple[int, ...]
) -> None:
    assert [v.parts for v in read_values(jotting, jotted=True) if v.kind is Kind.DATE] == [parts]


@pytest.mark.parametrize("joint", [", through", ", to", " to", " - "])
def test_a_year_that_begins_on_an_american_day_is_read_to_its_end(joint: str) -> None:
    text = f"for the fiscal year July 1, 2024{joint} June 30, 2025, it"
    assert [v.parts for v in read_values(text, month_first=True)] == [(2024, 7, 1, 2025, 6, 30)]


@pytest.mark.parametrize(
    ("jotting", "other"),
    [
        ("t/table Sept 26 ok", (2026, 9)),
        ("let from 1 apr 25 for 12 mths", (2025, 4, 1, 2026, 3, 31)),
        ("18 mos to Mar 2027", (2025, 10, 1, 2027, 3, 31)),
        ("3 yrs from 1/7/25", (2025, 7, 1, 2028, 6, 30)),
        ("6m to 30/9", (0, 4, 1, 0, 9, 30)),
        ("lease over 5 yrs to 29", (2029,)),
        ("budget twenty-six", (2026,)),
        ("drawn twenty-six to thirty", (2026, 2030)),
        ("open Jan 26 - Dec 28", (0, 1, 26, 0, 12, 28)),
        ("open jan twenty six to dec twenty eight", (0, 1, 26, 0, 12, 28)),
        ("| 6 Aug 22 | hall flooded", (0, 8, 22)),
        ("precept 26/7 left", (2026, 2027)),
        ("audit 24/5 done", (2024, 2025)),
        ("subs 27/8 go up", (2027, 2028)),
        ("clean 3 yrs frm 1 Jul 25", (2025, 7, 1, 2028, 6, 30)),
    ],
)
def test_what_a_note_may_mean_beside_its_first_meaning_is_kept(jotting: str, other: tuple[int, ...]) -> None:
    read = read_values(jotting, jotted=True)
    assert [o.parts for value in read for o in value.otherwise] == [other]


def test_a_month_that_looks_like_another_word_is_one_only_beside_another() -> None:
    assert read_values("he may, to that end, mar, or may, help") == ()
    assert [v.text for v in read_values("moved 5 may -> 12 may", jotted=True)] == ["5 may", "12 may"]


@pytest.mark.parametrize(
    "jotting",
    [
        "resurfacing May -> July",
        "2nd one June",
        "they want five june slots",
        "carried seven four july meeting",
        "twelve sixty in may",
    ],
)
def test_what_is_put_off_counted_or_voted_is_no_run_and_no_day(jotting: str) -> None:
    calendar = {Kind.DATE, Kind.PERIOD}
    assert [v.text for v in read_values(jotting, jotted=True) if v.kind in calendar] == []


def test_a_quarter_of_a_year_that_has_a_name_is_told_by_the_months_in_brackets() -> None:
    part, run = read_values("in Quarter 2 of the trust's year (July to September)")
    assert ("q", 2, 4) in part.keys & run.keys
    assert ("q", 3, 1) not in run.keys


def test_days_on_which_something_begins_and_ends_are_one_run() -> None:
    (run,) = read_values("takes effect on July 1, 2025 and runs through June 30, 2028", month_first=True)
    assert run.parts == (2025, 7, 1, 2028, 6, 30)


@pytest.mark.parametrize("jotting", ["loan 3 yrs frm Apr 26", "loan 18 mths from Apr 26"])
def test_what_lasts_for_years_begins_in_a_month_of_one(jotting: str) -> None:
    assert [v.parts for v in read_values(jotting, jotted=True) if v.kind is Kind.MONTH] == [(2026, 4)]


@pytest.mark.parametrize(
    "jotting", ["gate opens at 9 Dec thru March", "shut at 4 Dec to Mar", "open @ 10 Dec-Mar"]
)
def test_an_hour_before_months_is_no_day_of_the_first(jotting: str) -> None:
    (run,) = (v for v in read_values(jotting, jotted=True) if v.is_run)
    assert run.parts == (0, 12, 1, 0, 3, 31)


def test_a_term_with_a_name_of_its_own_is_of_a_year() -> None:
    (lent,) = read_values("the Lent Term 2026 lectures")
    assert (lent.kind, lent.parts) == (Kind.MONTH, (2026, 0))
    assert [v.kind for v in read_values("raised by Easter 2026")] == [Kind.YEAR]


def test_three_months_in_a_list_are_no_run() -> None:
    assert [v.kind for v in read_values("in July, August and September")] == [Kind.MONTH] * 3


def test_the_place_in_a_recording_is_no_figure() -> None:
    (value,) = read_values("Paul Adeyemi (0:02:39): Yeah", jotted=True)
    assert not value.keys


def test_the_number_of_a_flat_or_a_route_counts_nothing() -> None:
    found = read_values("There is one void, flat 14, down from two; the Route 9 crossing")
    assert [value.text for value in found if value.kind is Kind.REFERENCE] == ["14", "9"]


def test_the_numbers_of_papers_and_standards_are_no_figures() -> None:
    found = read_values("PLN26/71 fence | res 48 | EN 20345-3 gloves | PW-2026-11 | 2026-083", jotted=True)
    assert {value.kind for value in found} == {Kind.REFERENCE}


@pytest.mark.parametrize(
    "text", ["SHOP 8-6 wkdys", "open 9-4", "Sat 10-1", "bake stall SPORTS DAY 9-11 hall"]
)
def test_hours_from_when_to_when_are_no_votes(text: str) -> None:
    assert Kind.VOTE not in {value.kind for value in read_values(text, jotted=True)}
    assert Kind.VOTE in {value.kind for value in read_values("shop hours agreed: carried 8-6", jotted=True)}


def test_the_first_cell_of_a_row_is_its_number() -> None:
    found = [value for value in read_values("| 7 | Paint the 3 gates |") if value.kind is Kind.NUMBER]
    assert [value.text for value in found] == ["3"]


def test_two_numbers_that_are_said_figure_by_figure_are_no_part_of_a_whole() -> None:
    assert [v.kind for v in read_values("twelve thirty five of sixty one ninety", jotted=True)] == [
        Kind.NUMBER,
        Kind.NUMBER,
    ]


@pytest.mark.parametrize(
    ("jotting", "day", "then"),
    [
        ("next 8 Oct 10 library", (0, 10, 8), "10"),
        ("fee up from 1 May 17 6 yes", (0, 5, 1), "17"),
        ("boiler seen 3 feb, 12 faults", (0, 2, 3), "12"),
        ("lease from 1 Apr 25 on", (2025, 4, 1), None),
        ("lease since 1 Apr '12", (2012, 4, 1), None),
        ("Sat 9 May nine thirty", (0, 5, 9), "nine thirty"),
        ("on 16th of june seven fifteen", (0, 6, 16), "seven fifteen"),
        ("bus safe to end mch 27, then who knows", (2027, 3, 31), None),
        ("by end of Sept 28", (2028, 9, 30), None),
    ],
)
def test_figures_behind_a_day_are_its_year_only_where_such_a_meeting_may_speak_of_it(
    jotting: str, day: tuple[int, ...], then: str | None
) -> None:
    found = read_values(jotting, jotted=True, around=2026)
    dates = [n for n, value in enumerate(found) if value.kind is Kind.DATE]
    assert [found[n].parts for n in dates] == [day]
    behind = [value.text for value in found[dates[0] + 1 :]]
    assert behind[:1] == ([then] if then else [])


@pytest.mark.parametrize(
    ("jotting", "months"),
    [
        ("burn autumn 27 Mar to May", (0, 3, 1, 0, 5, 31)),
        ("rats 9 nov till jan", (0, 11, 1, 0, 1, 31)),
    ],
)
def test_a_figure_before_two_months_is_a_day_or_something_else(jotting: str, months: tuple[int, ...]) -> None:
    (run,) = (value for value in read_values(jotting, jotted=True, around=2026) if value.is_run)
    assert [other.parts for other in run.otherwise] == [months]
    assert jotting[run.otherwise[0].start :].startswith(run.otherwise[0].text)


@pytest.mark.parametrize(
    ("jotting", "runs"),
    [
        ("camps 6 jul-17 jul, 20-31 jul", [(7, 6, 7, 17), (7, 20, 7, 31)]),
        ("shut nov-jan 26/27", [(11, 1, 1, 31)]),
        ("pool closed Dec to Feb 25/26", [(12, 1, 2, 28)]),
    ],
)
def test_figures_behind_a_run_do_not_hide_it(jotting: str, runs: list[tuple[int, ...]]) -> None:
    found = [value.parts for value in read_values(jotting, jotted=True, around=2026) if value.is_run]
    assert [(*parts[1:3], *parts[4:]) for parts in found] == runs


def test_the_number_of_a_minute_with_its_year_is_no_date() -> None:
    assert [v.kind for v in read_values("MIN 3/4/2024: Manager's report")] == [Kind.REFERENCE]
    assert [v.kind for v in read_values("the minutes of 3/4/2024")] == [Kind.DATE]


def test_a_room_a_name_and_a_word_are_no_currency() -> None:
    jottings = ("rm 4 heating", "ron 12 chairs", "pen 3", "RM 300 paid", "eur 250 paid")
    kinds = [read_values(jotting, jotted=True)[0].kind for jotting in jottings]
    assert kinds == [Kind.NUMBER, Kind.NUMBER, Kind.NUMBER, Kind.MONEY, Kind.MONEY]


@pytest.mark.parametrize(
    ("jotting", "kind", "text"),
    [
        ("car pk shut 25-29 may", Kind.PERIOD, "25-29 May"),
        ("charging pol -> may mtg", Kind.MONTH, "may"),
        ("charging pol may mtg", Kind.MONTH, "may"),
        ("25 members may come", Kind.NUMBER, "25"),
    ],
)
def test_may_in_small_letters_is_a_month_where_nothing_else_can_be_meant(
    jotting: str, kind: Kind, text: str
) -> None:
    (value,) = read_values(jotting, jotted=True, month_first=False, around=2026)
    assert (value.kind, value.text) == (kind, text)


def test_decimals_without_a_nought_before_the_point_are_read() -> None:
    found = read_values("fees .42 all in (last yr .45), at v1.2.3 on 3.6.25", jotted=True)
    assert [value.number for value in found if value.kind is Kind.NUMBER] == [0.42, 0.45]


def test_a_day_that_stands_before_its_month_is_no_year() -> None:
    (told,) = read_values("the minutes of 18 July 2025")

    assert not agree(told, *read_values("mins 25 July", jotted=True))
    assert agree(told, *read_values("July 25 mins read", jotted=True))
