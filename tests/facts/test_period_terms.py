"""Periods that are told differently: which are one, which are another, and which nobody can tell."""

import pytest

from review_tui.facts.period_clashes import period_clashes
from review_tui.facts.reader import read_values
from review_tui.facts.swaps import swap_clashes
from review_tui.facts.value_clashes import calendar_clashes, value_clashes
from review_tui.facts.value_odds import odd_values
from review_tui.facts.values import Kind
from tests.facts.test_pair import read


@pytest.mark.parametrize(
    ("text", "kind", "parts"),
    [
        ("Resolution 2024-61", Kind.REFERENCE, ()),
        ("By-law 2024-25", Kind.REFERENCE, ()),
        ("the plan for 2024-25", Kind.PERIOD, (2024, 2025)),
        ("bridge book FY 24-25:", Kind.PERIOD, (2024, 2025)),
        ("the fiscal year 2024 ledger", Kind.PERIOD, (2023, 2024)),
        ("fiscal years 2025 through 2028", Kind.PERIOD, (2025, 2028)),
        ("calendar year 2025", Kind.YEAR, (2025,)),
        ("the year ended June 30, 2024", Kind.PERIOD, (2023, 7, 1, 2024, 6, 30)),
        ("season to 30 april 23", Kind.PERIOD, (2022, 5, 1, 2023, 4, 30)),
        ("Fall Term 2024", Kind.MONTH, (2024, 0)),
        ("half 8ish", Kind.TIME, (8, 30)),
        ("done twenty past nine", Kind.TIME, (9, 20)),
        ("left at ten to 6", Kind.TIME, (5, 50)),
        ("six oh five", Kind.TIME, (6, 5)),
        ("revient 21h05", Kind.TIME, (21, 5)),
    ],
)
def test_periods_and_times_are_read_in_every_dress(text: str, kind: Kind, parts: tuple[int, ...]) -> None:
    assert [(v.kind, v.parts) for v in read_values(text, jotted=True)] == [(kind, parts)]


@pytest.mark.parametrize("text", ["the count was five to four", "from 10 to 5 boats", "it took 3h40"])
def test_a_range_or_a_length_is_no_time_of_the_clock(text: str) -> None:
    assert not [v for v in read_values(text, jotted=True) if v.kind is Kind.TIME]


_TOLD = "The Bursar presented the accounts for {}.\n\nResolved: That the accounts for {} be adopted.\n"


@pytest.mark.parametrize(
    ("narrative", "resolution", "other"),
    [
        ("the year ended June 30, 2024", "fiscal year 2024", "fiscal year 2023"),
        ("FY 2023-24", "the year ended 31 March 2024", "the year ended 31 March 2023"),
        ("the season ended 30 April 2023", "the 2022/23 season", "the 2021/22 season"),
        (
            "the third quarter of 2024",
            "the quarter ended 30 September 2024",
            "the quarter ended 30 June 2024",
        ),
        ("Fall Term 2024", "the Fall Term 2024", "the Spring Term 2025"),
        ("Term 2 of 2023", "Term 2 of 2023", "Term 1 of 2023"),
        ("2017/18", "2017/18", "2017/19"),  # one end was mistyped, so that it seems to be of two years
        ("2017/18", "2017/18", "2016/18"),
    ],
)
def test_a_period_is_one_however_it_is_told(narrative: str, resolution: str, other: str) -> None:
    assert list(period_clashes(read(_TOLD.format(narrative, resolution)))) == []
    assert len(list(period_clashes(read(_TOLD.format(narrative, other))))) == 1


def test_which_months_a_quarter_is_depends_on_when_the_year_begins() -> None:
    draft = "The year runs from July 1, 2024 to June 30, 2025.\n\n" + _TOLD.format(
        "the quarter ended March 31, 2025", "the {} quarter of fiscal year 2025"
    )
    assert list(period_clashes(read(draft.format("third")))) == []
    assert list(period_clashes(read(draft.format("second"))))


@pytest.mark.parametrize(
    ("draft", "note"),
    [
        ("The fete was moved from 15 to Sunday 22 December.\n", "fete Sun 22 Dec (moved from 15th)\n"),
        (
            "To avoid the fair on 23 April the dinner will be held on Tuesday 29 April.\n",
            "dinner clash fair weds 23 april so tues 29 april\n",
        ),
        ("The budget rose by 3% over fiscal year 2025.\n", "FY26 bud +3%\n"),
        ("Amis was appointed to audit fiscal years 2025 through 2027.\n", "Amis audit 3 yrs from FY25\n"),
        ("The tests end on 18 December.\n", "tests end 19 December - no, the eighteenth\n"),
    ],
)
def test_both_dates_of_a_line_are_told(draft: str, note: str) -> None:
    assert list(calendar_clashes(read(draft, note))) == []


def test_a_period_of_which_one_end_was_mistyped_is_held_against_the_notes() -> None:
    draft = "The gates at the ford were bought during {} and not yet hung.\n"
    notes = "gates ford bought during 2015/16 not hung\n"
    assert list(calendar_clashes(read(draft.format("2015/16"), notes))) == []
    assert len(list(calendar_clashes(read(draft.format("2014/16"), notes)))) == 1
    assert list(calendar_clashes(read(draft.format("2014 to 2018"), notes))) == []  # another thing


def test_a_day_on_which_something_is_due_is_not_one_on_which_it_takes_place() -> None:
    draft = "# Accounts\n\nResolved: The Clerk will file them with the Rowing League by 30 November 2023.\n\n"
    draft += "# League\n\nThe general meeting of the Rowing League is on 16 November.\n"
    assert list(period_clashes(read(draft))) == []


def test_the_ends_of_a_run_of_hours_are_not_swapped() -> None:
    draft = "The Board sat in private from 7.20pm to 7.55pm on the claim by Orchard Mutual.\n"
    assert list(swap_clashes(read(draft, "private in 7.20pm Orchard Mutual claim. out 7.55pm\n"))) == []


def test_when_somebody_came_is_not_when_the_meeting_began() -> None:
    draft = "Minutes of the meeting held on 9 September 2024 at 7.30pm\n\nThe tap was mended.\n"
    assert list(odd_values(read(draft, "PC 9/9/24\nNobby came late twenty to eight\ntap mended\n"))) == []


def test_a_heading_in_bold_type_within_a_line_begins_an_item() -> None:
    draft = "**Budget.** The plan is for 2026.\n\n**Hall.** It is full.\n\n**Resolved:** to paint it.\n"
    items = [clause.item for clause in read(draft).clauses]
    assert items == [1, 1, 2, 2, 2]


@pytest.mark.parametrize(
    ("narrative", "resolution"),
    [
        (
            "the year to 30 June 2025. Fees were $9m, up from $8.1 million in fiscal year 2024",
            "fiscal year 2024",
        ),
        ("2027 through 2031. The plan in force covers 2022 through 2026", "2026\u20132030"),
        ("the fourth quarter of 2024, against 58 in the fourth quarter of 2023", "the third quarter of 2024"),
    ],
)
def test_a_period_that_is_only_compared_with_does_not_bear_out_a_resolution(
    narrative: str, resolution: str
) -> None:
    assert len(list(period_clashes(read(_TOLD.format(narrative, resolution))))) == 1


@pytest.mark.parametrize(
    ("draft", "note"),
    [
        ("The frost work ends by 28 February.\n", "frost work done by end feb, lease till feb 26\n"),
        ("The rest is claimed by 31 May.\n", "claim 2nd half by end of may\n"),
        ("The plumber came on 24 January, not on 21 January.\n", "plumber 24th no 21st, mins 16 jan ok\n"),
    ],
)
def test_the_end_of_a_month_and_an_ordinal_are_read_as_what_they_are(draft: str, note: str) -> None:
    assert list(calendar_clashes(read(draft, note))) == []


@pytest.mark.parametrize(
    ("draft", "note", "wrong"),
    [
        (
            "A man is engaged for 1 October to 31 {}.\n",
            "man engaged first of october to end of march\n",
            "May",
        ),
        (
            "The governors' report on the {} term visit was noted.\n",
            "govs rpt sum term visit noted\n",
            "autumn",
        ),
    ],
)
def test_what_is_said_in_words_or_cut_short_is_compared(draft: str, note: str, wrong: str) -> None:
    right = "March" if "October" in draft else "summer"
    assert list(calendar_clashes(read(draft.format(right), note))) == []
    assert len(list(calendar_clashes(read(draft.format(wrong), note)))) == 1


def test_a_figure_that_is_only_compared_with_is_not_what_was_before_in_the_notes() -> None:
    draft = "The group planted 4,300 trees, against 3,950 the year before.\n"
    assert list(value_clashes(read(draft, "report twelve months 4300 trees was 3950 the yr before\n"))) == []


def test_the_chair_that_somebody_took_began_the_meeting() -> None:
    draft = "# Meeting, Hall, 2.00 pm\n\nThe President, Ann Dale, took the chair at {} pm.\n"
    notes = "agm sunday\nstarted five past two\n"
    assert list(odd_values(read(draft.format("2.05"), notes))) == []
    assert len(list(odd_values(read(draft.format("2.15"), notes)))) == 1


def test_what_is_numbered_under_an_item_is_of_it() -> None:
    draft = (
        "# 7. Finance\n\n7.1 Mr Dahl presented the statements for the year ended 29 February 2024.\n\n"
        "7.2 Of 305 households 214 pay.\n\n"
        "7.3 Resolved: That the statements for the year ended 28 February 2023 be approved.\n"
    )
    assert len(list(period_clashes(read(draft)))) == 1
    assert list(period_clashes(read(draft.replace("28 February 2023", "29 February 2024")))) == []


def test_an_outcome_in_bold_type_is_no_heading() -> None:
    draft = "**Accounts.** They are ready.\n\n**IT WAS RESOLVED** that:\n\n(a) they be signed;\n"
    assert {clause.item for clause in read(draft).clauses} == {1}


def test_the_half_of_a_year_is_no_share_of_it() -> None:
    told = _TOLD.format("the half-year ended 30 June 2025", "the first half of {}")
    assert list(period_clashes(read(told.format(2025)))) == []
    assert len(list(period_clashes(read(told.format(2024))))) == 1


@pytest.mark.parametrize(
    ("draft", "right", "wrong", "noted"),
    [
        ("The timetable for {} was agreed.", "September 2026", "September 2025", "t/table Sept 26"),
        ("The plan for {} was adopted.", "2031/32 to 2034/35", "2031/32 to 2035/36", "plan 31/32-34/35"),
        ("The plan for {} was adopted.", "2026 to 2030", "2025 to 2029", "plan twenty-six to thirty"),
        ("The debt is spread over five years to {}.", "2029", "2028", "debt spread over 5 yrs to 29"),
        ("Ann serves {}.", "April 2026 to April 2028", "April 2026 to April 2027", "Ann Apr 26-Apr 28"),
        ("Swifts were counted in {}.", "July and August", "August and September", "swifts JUL/AUG"),
        ("The boats were on hire in the {}.", "summer term 2025", "spring term 2025", "boats hire summer tm"),
        ("The return to the trust is due on {}.", "31 October", "30 November", "return trust due 31.10"),
    ],
)  # fmt: skip
def test_a_period_is_held_against_the_notes_however_they_cut_it_short(
    draft: str, right: str, wrong: str, noted: str
) -> None:
    other = "A builder will be asked about the roof before the end of April.\n\n"
    notes = f"roof builder by end Apr\n{noted}\n"
    assert list(calendar_clashes(read(other + draft.format(right), notes))) == []
    (clash,) = calendar_clashes(read(other + draft.format(wrong), notes))
    assert clash.places[0].quote == wrong


def test_the_plan_that_follows_another_is_not_held_against_it() -> None:
    draft = "The present contract with the dairy is for 2023-2026.\n\n"
    draft += "Resolved: That the contract with the dairy for {} be signed.\n"
    assert list(period_clashes(read(draft.format("2026/27 to 2028/29")))) == []
    assert list(period_clashes(read(draft.format("2022 to 2026"))))


def test_a_note_that_may_be_a_day_or_a_month_is_what_the_draft_bears_out() -> None:
    noted = "open evening Sept 26\n"
    (day,) = read("The open evening is on 26 September.\n", noted).noted_values[0]
    (month,) = read("The open evening is in September 2026.\n", noted).noted_values[0]
    assert (day.kind, month.kind) == (Kind.DATE, Kind.MONTH)


def test_a_quarter_whose_months_are_told_is_no_other_quarter() -> None:
    notes = "accts Q3 Oct-Dec, in 1870\nPB to check Oct-Dec stmts v cashbk\n"
    draft = "The accounts for the third quarter (October to December) show income of \u00a31,870.\n\n"
    draft += "Mr Birk will check the {} statements against the cash book.\n"
    assert list(calendar_clashes(read(draft.format("October to December"), notes))) == []
    pair = read(draft.format("July to September"), notes)
    (run,) = pair.values[-1]
    assert run.is_run
    assert pair.links.supporting(run) == set()


@pytest.mark.parametrize("compared", ["down from the 17", "more than the 12", "as against the 12"])
def test_what_something_is_only_compared_with_contradicts_nothing(compared: str) -> None:
    draft = (
        "## Hours\n\nThe letter approved 15 hours of teaching a week for the school year 2025/26, "
        f"{compared} hours of 2024/25.\n"
    )
    assert list(period_clashes(read(draft, "approved: 15 hrs teaching 25/26 (was less)\n"))) == []


@pytest.mark.parametrize("part", ["April to June", "April to September", "1 April to 31 December"])
def test_a_part_of_a_year_beside_the_whole_of_it_is_no_slip(part: str) -> None:
    draft = (
        "## Fees\n\nThe fees for 1 April 2025 to 31 March 2026 were put.\n\n"
        f"The fees for {part} have been taken.\n"
    )
    assert list(period_clashes(read(draft))) == []
