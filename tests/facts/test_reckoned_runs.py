"""Runs of months that a text tells by how long they are and from when, or year by year."""

import pytest

from review_tui.facts.pair import Pair, pair_of
from review_tui.facts.period_clashes import period_clashes, term_clashes
from review_tui.facts.period_odds import odd_period_clashes
from review_tui.facts.periods import periods_of_draft
from review_tui.model.material import Document, Material

_YEAR = 12


def read(draft: str, notes: str = "") -> Pair:
    return pair_of(Material(Document.read("minutes.md", draft), (Document.read("notes/n.txt", notes),)))


def month(number: int, year: int) -> int:
    return year * _YEAR + number


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("an agreement for two years from July 1, 2025", (7, 2025), (6, 2027)),
        ("a lease of five years from 1 February 2026", (2, 2026), (1, 2031)),
        ("a trial of six months starting in March 2026", (3, 2026), (8, 2026)),
        ("the financial year beginning on 1 April 2026", (4, 2026), (3, 2027)),
        ("the municipal year that begins on 14 May 2026", (5, 2026), (5, 2027)),
        ("the two years 2026 and 2027", (1, 2026), (12, 2027)),
    ],
)
def test_a_run_is_reckoned_from_its_length_or_its_years(
    said: str, first: tuple[int, int], last: tuple[int, int]
) -> None:
    pair = read(f"# 3. Matters\n\nMembers considered {said}.\n")
    found = [m.of for told in periods_of_draft(pair) for m in told if m.sort == "span"]

    assert found == [(month(*first), month(*last))]


@pytest.mark.parametrize(
    ("said", "years"),
    [
        ("for the two years 2026/27 and 2027/28", [(2026, 2028)]),
        ("for fiscal years 2026 and 2027", [(2025, 2027)]),
        ("for the 2025-26, 2026-27 and 2027-28 winter seasons", [(2025, 2028)]),
        ("in 2024/25 and 2025/26", [(2024, 2025), (2025, 2026)]),
        ("for the two years 2024/25 and 2027/28", [(2024, 2025), (2027, 2028)]),
        ("against 2024/25, and the budget for 2025/26", [(2024, 2025), (2025, 2026)]),
    ],
)
def test_years_that_follow_each_other_are_a_run_where_the_text_calls_them_so(
    said: str, years: list[tuple[int, ...]]
) -> None:
    pair = read(f"# 3. Matters\n\nThe report {said} was read.\n")

    assert [m.of for told in periods_of_draft(pair) for m in told if m.sort == "years"] == years


LEASE = """\
# 6. Shop lease

The landlord had offered a new lease {told} at £9,600 a year.

Agreed: to take the lease {decided}.
"""


@pytest.mark.parametrize(
    ("told", "decided", "wrong"),
    [
        ("for five years from 1 February 2026", "for 2026 to 2031", False),
        ("for five years from 1 February 2026", "for 2026 to 2029", True),
        ("for two years from 1 July 2025", "for July 1, 2025 through June 30, 2027", False),
        ("for two years from 1 July 2025", "for July 1, 2025 through June 30, 2028", True),
        ("from 1 January 2026 to 31 December 2030", "for the five years 2026 to 2030", False),
        ("from 1 January 2026 to 31 December 2030", "for the five years 2025 to 2029", True),
        ("for the two years 2026/27 and 2027/28", "for the two years 2026/27 and 2027/28", False),
        ("for the two years 2026/27 and 2027/28", "for the two years 2025/26 and 2026/27", True),
    ],
)
def test_a_reckoned_run_is_held_against_what_was_decided(told: str, decided: str, *, wrong: bool) -> None:
    pair = read(LEASE.format(told=told, decided=decided))
    clashes = [*period_clashes(pair), *term_clashes(pair), *odd_period_clashes(pair)]

    assert bool(clashes) is wrong


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        (
            "The claim for gifts between 6 April 2024 and 5 April 2025 came to £3,740, and was for 2024/25.",
            False,
        ),
        ("The contract for 2022 to 2025 had cost £395,000 a year.\n\nAgreed: the contract {}", False),
        ("The contract for 2022 to 2025 was read.\n\nAgreed: the contract {}", True),
    ],
)
def test_a_year_of_another_body_and_what_had_cost_so_much_gainsay_nothing(told: str, *, wrong: bool) -> None:
    decided = "from 1 April 2025 to 31 March 2028."
    accounts = "## 1. Accounts\n\nThe accounts for the year ended 31 August 2025 were received.\n\n"
    pair = read(f"{accounts}## 2. Contract and claim: 2024/25\n\n{told.format(decided)}\n")

    assert bool([*period_clashes(pair), *odd_period_clashes(pair)]) is wrong


def told_in(draft: str, notes: str) -> list[str]:
    pair = read(draft, notes)
    return [c.places[0].quote for c in (*period_clashes(pair), *odd_period_clashes(pair))]


def test_a_run_by_its_days_is_held_against_the_year_of_its_item() -> None:
    draft = (
        "## 4. Budget for fiscal year 2026\n\n"
        "The budget covered {}. Income was put at $402,000 and spending at $389,500.\n\n"
        "**Resolved:** to adopt the budget for FY2026. In favor: 5. Against: 1.\n\n"
        "## 5. Books\n\nThe books of 2025-07-01 to 2026-06-30 will be kept by the treasurer.\n"
    )
    notes = "fy26 bud jul-jun: in 402 out 389.5\n bud m jaalto s hweiss +5 -1\nbooks treasurer\n"

    assert told_in(draft.format("2025-07-01 to 2026-06-30"), notes) == []
    assert told_in(draft.format("2024-07-01 to 2025-06-30"), notes) == ["2024-07-01 to 2025-06-30"]


def test_the_tax_year_may_be_told_by_its_days_in_a_body_whose_year_ends_otherwise() -> None:
    draft = (
        "## 2. Accounts\n\nThe accounts for the year to 31 August 2025 were read.\n\n"
        "### 8. Gift Aid claim: tax year 2024/25\n\nDeclarations from the walk had never been claimed. The "
        "claim, for gifts between 6 April {} and 5 April {}, came to £3,740. Mr Baird would sign it.\n\n"
        "**Agreed:** that the claim be sent by 28 November.\n"
    )
    notes = "accts to aug 25 read\nGift Aid 24/25 - walk decls never claimed 3740. FB signs, off by 28/11\n"

    assert told_in(draft.format(2024, 2025), notes) == []
