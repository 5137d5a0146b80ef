"""Quarters and halves of a year told with months: which fit, which do not, and which nobody can tell."""

import re

import pytest

from review_tui.facts.part_clashes import part_clashes
from review_tui.facts.part_months import YearSort, parts_of_draft, parts_of_notes
from review_tui.model.findings import Severity
from tests.facts.test_pair import read


@pytest.mark.parametrize(
    ("text", "begins", "sort"),
    [
        ("Takings in the second quarter of 2025/26 (July to September) rose.", 4, YearSort.TWO),
        ("The return for Quarter 1 of 2025-26, covering April to June 2025, was sent.", 4, YearSort.TWO),
        (
            "The third quarter of Fiscal Year 2025, being January 1 to March 31, 2025, ended.",
            7,
            YearSort.FISCAL,
        ),
        ("Q4 2024 = October to December.", 1, YearSort.CALENDAR),
        ("It lasts into the first quarter of the calendar year, January to March.", 1, YearSort.CALENDAR),
        ("The first half of the subscription year, September 2025 to February 2026.", 9, YearSort.FISCAL),
        ("The third-quarter accounts, October to December 2025, were received.", 4, YearSort.UNSAID),
        ("Between July and September, that is the 2nd quarter, nobody came.", 4, YearSort.UNSAID),
        ("The third quarter's figures (Jul - Sep) were noted.", 1, YearSort.UNSAID),
        ("The third quarter ended 30 September 2025 was wet.", 1, YearSort.UNSAID),
        (
            "Orders in the first quarter of the business year 2025, October to December 2024.",
            10,
            YearSort.FISCAL,
        ),
    ],
)
def test_a_quarter_with_its_months_says_when_the_year_begins(text: str, begins: int, sort: YearSort) -> None:
    assert [(p.begins, p.sort) for p in parts_of_draft(read(f"{text}\n"))] == [(begins, sort)]


@pytest.mark.parametrize(
    ("line", "begins"),
    [
        ("Q1 25/26 = apr-jun. spent 40k", 4),
        ("so quarter three that's october to december four hundred", 4),
        ("q3 stuff oct-dec", 4),
        ("Q: how'd Q4 go? (oct-dec 25)", 1),
        ("traffic Q3, 07.-09.25, 96 calls", 1),
        ("better in Q4 10.-12.", 1),
        ("oct-dec Q3 figs", 4),
        ("H1 24/25 (NOV-APR) up", 11),
        ("3rd qtr, to 30 sept", 1),
    ],
)
def test_clerks_jot_it_down_in_many_ways(line: str, begins: int) -> None:
    assert [p.begins for p in parts_of_notes(read("The figures were noted.\n", f"{line}\n"))] == [begins]


@pytest.mark.parametrize(
    "text",
    [
        "The first half of the season, October to December, was lost.",
        "Lessons of the first quarter, August 13 through October 10, went well.",
        "In Q1 to Q3 (April to December), and in Q1 and Q2 (April to June), less was spent.",
        "The works were moved from the second quarter to July to September.",
        "In the second quarter takings fell. July to September is never good.",
    ],
)
def test_months_that_are_not_those_of_the_quarter_tell_nothing(text: str) -> None:
    assert parts_of_draft(read(f"{text}\n")) == ()


def test_each_quarter_of_a_list_has_the_months_that_stand_nearest() -> None:
    lists = "Apr-Jun Q1, Jul-Sep Q2, Oct-Dec Q3\n", "Q1 Apr-Jun, Q2 Jul-Sep, Q3 Oct-Dec\n"
    told = parts_of_notes(read("Three quarters were shown.\n", *lists))
    assert [(p.number, p.begins) for p in told] == [(1, 4), (2, 4), (3, 4)] * 2


_AWARD = "The fete was held on the green.\n\n## 4. Grants\n\nThe award for {} was received.\n"


@pytest.mark.parametrize(
    ("told", "notes"),
    [
        (
            "Quarter {1|2} of 2025/26, covering April to June 2025,",
            "Q1 25/26 = apr-jun\n",
        ),
        ("the second quarter of 2025-26, that is {July to September|April to June},", ""),
        (
            "the third quarter, {1 October to 31 December|1 July to 30 September} 2024,",
            "award for Q3 recd (Oct-Dec)\n",
        ),
        (
            "the first half of the subscription year, {March to August|September to February},",
            "award, march to august, first half\n",
        ),
        ("the fourth quarter of 2024 ({October to December|July to September})", ""),
        ("the {third|fourth} quarter of 2025 (July through September)", "award Q3 07.-09.25\n"),
        ("Quarter 4 of 2024/25 (January to March {2025|2024})", ""),
    ],
)
def test_a_quarter_with_months_that_it_is_not_is_told(told: str, notes: str) -> None:
    before, choice, after = re.split("[{}]", told)
    right, wrong = choice.split("|")
    assert list(part_clashes(read(_AWARD.format(f"{before}{right}{after}"), notes))) == []
    (clash,) = part_clashes(read(_AWARD.format(f"{before}{wrong}{after}"), notes))
    assert any(wrong in place.quote for place in clash.places[:2])


def test_what_is_odd_comes_first() -> None:
    """The number where the notes have these months by another, else the months."""
    draft = _AWARD.format("Quarter 2 of 2025/26 (April to June)")
    (by_months,) = part_clashes(read(draft, "award Q1 25/26 apr-jun recd\n"))
    (by_number,) = part_clashes(read(draft, "award Q2 25/26 jul-sep recd\n"))
    assert by_months.places[0].quote == "Quarter 2"
    assert by_number.places[0].quote == "April to June"
    assert by_number.message == (
        "\u201cQuarter 2\u201d and \u201cApril to June\u201d do not fit each other: in a year that begins "
        "in April, as the notes have it (0.md line 1: \u201cQ2\u201d, \u201cjul-sep\u201d), "
        "the second quarter is July to September."
    )


def test_months_below_a_heading_are_those_of_its_quarter() -> None:
    draft = "## Traffic, 3rd quarter 2025\n\nFor the months {} 2025 the port had 96 calls.\n"
    notes = "traffic Q3 jul-sep 96 calls\n"
    assert list(part_clashes(read(draft.format("July to September"), notes))) == []
    (clash,) = part_clashes(read(draft.format("April to June"), notes))
    assert [p.quote for p in clash.places[:2]] == ["April to June 2025", "3rd quarter"]


@pytest.mark.parametrize(
    "draft",
    [
        # a grant by the calendar beside a budget that is not
        (
            "The grant for the first quarter of 2026 (January to March) is due.\n\n"
            "The budget of 2025/26 is met: Quarter 1 (April to June) was good.\n"
        ),
        (
            "The first quarter of the calendar year, January to March, was wet.\n\n"
            "The second quarter of 2025/26, July to September, was dry.\n"
        ),
        (
            "Calls in the fourth quarter, October to December 2025, fell.\n\n"
            "Fees rise with the first quarter of the new financial year, April to June.\n"
        ),
        # a year in figures may be the financial one of a body that reports by it
        "The third quarter of 2025 (October to December) was good. The financial year ends in March.\n",
        "The third quarter (October to December) was good.\n",
        "The fourth quarter of FY25 (July to September 2025) was good.\n",
    ],
)
def test_quarters_of_two_sorts_of_years_do_not_contradict_each_other(draft: str) -> None:
    assert list(part_clashes(read(draft))) == []


def test_of_two_that_contradict_each_other_one_is_told() -> None:
    draft = "Q1 2025/26 (April to June) was noted.\n\nQ2 2025/26 (October to December) will follow.\n"
    (clash,) = part_clashes(read(draft))
    assert clash.severity is Severity.ERROR


def test_a_guess_at_the_calendar_is_only_a_warning() -> None:
    (clash,) = part_clashes(read("In the fourth quarter of 2024 (July to September) it rained.\n"))
    assert clash.severity is Severity.WARNING


_ITEM = "## 6. Takings\n\nThe Treasurer gave the return for the first quarter (April to June).\n\n{}\n"


@pytest.mark.parametrize(
    "decision",
    [
        "Resolved: that the report for {} be received.",
        "The Committee accepted the figures for the months {} 2025.",
        "Ann moved, Bo seconded, to approve the statement of {}. Carried.",
    ],
)
def test_a_decision_is_of_the_quarter_of_its_item(decision: str) -> None:
    assert list(part_clashes(read(_ITEM.format(decision.format("April to June"))))) == []
    (clash,) = part_clashes(read(_ITEM.format(decision.format("January to March"))))
    assert [p.quote[:16] for p in clash.places] == ["January to March", "April to June", "first quarter"]


@pytest.mark.parametrize(
    "decision",
    [
        "The counts of January to March fell.\n\nResolved: that the counts for January to March be sent on.",
        "Resolved: that a further report for July to September be received in the autumn.",
        "Resolved: that the second quarter, July to September, be noted as well.",
        "In January to March it had been less.",
    ],
)
def test_a_decision_may_be_of_other_months_of_which_its_item_tells(decision: str) -> None:
    assert list(part_clashes(read(_ITEM.format(decision)))) == []


def test_the_same_thing_is_of_one_quarter_whatever_other_the_item_tells_of() -> None:
    before = "Wards can be shown from Quarter 2, July to September.\n\nResolved:\n\n"
    decision = before + "1. That the return for {} be approved.\n"
    assert list(part_clashes(read(_ITEM.format(decision.format("April to June"))))) == []
    assert len(list(part_clashes(read(_ITEM.format(decision.format("July to September")))))) == 1


@pytest.mark.parametrize(
    ("noted", "is_told"),
    [
        ("apr-jun 26", True),
        ("jul-sep 26", False),
        ("2026 q2", False),
        ("apr-jun or jul-sep", False),
    ],
)
def test_months_of_a_quarter_are_held_against_those_of_its_line_though_that_names_no_quarter(
    noted: str, is_told: bool
) -> None:
    draft = (
        "## Accounts\n\nThe accounts for the year ended 31 August 2025 were read.\n\n## Roof\n\n"
        "The slates of the roof will be renewed in the second quarter of 2026 (July to September).\n"
    )
    found = [
        c.places[0].quote for c in part_clashes(read(draft, f"accounts read\nroof slates renew {noted}\n"))
    ]
    assert found == (["July to September"] if is_told else [])


def test_months_of_another_quarter_in_the_same_line_are_of_that_quarter() -> None:
    draft = "The slates of the roof were renewed in the first quarter of 2025/26 (April to June 2025).\n"
    assert [*part_clashes(read(draft, "roof slates renewed, paid Q2 25/26 (Jul-Sep)\n"))] == []
