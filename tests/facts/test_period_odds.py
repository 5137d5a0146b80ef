"""Periods that are likelier wrong than right beside another of their item."""

import pytest

from review_tui.facts.pair import pair_of
from review_tui.facts.period_odds import odd_period_clashes
from review_tui.model.material import Document, Material


def told(draft: str, notes: str = "") -> list[str]:
    note = (Document.read("notes/clerk.txt", notes),) if notes else ()
    return [
        c.places[0].quote
        for c in odd_period_clashes(pair_of(Material(Document.read("minutes.md", draft), note)))
    ]


STATEMENT = (
    "## 67 Levy: annual statement 2024/25\n\n"
    "The Committee considered the statement for the financial year 2024/25. Receipts had been good.\n\n"
    "**RESOLVED** that the statement for {} be recommended for publication, and that the Solicitor report "
    "on unspent sums before the end of the 2025/26 financial year.\n"
)
COUNTS = (
    "## 5 Kowhai Terrace\n\n"
    "Counts taken during April to June 2025 gave a mean speed of 57 km/h. A design had been asked for.\n\n"
    "**Resolved** that the Board receives the counts for {}.\n"
)
BUDGET = (
    "**Item 6. Tentative budget, fiscal year 2025-26.** Ms Sorrell presented the tentative budget. She said "
    "that the current year, fiscal 2024-25, is expected to end better than planned.\n\n"
    "Mr Ruiz moved that the tentative budget for {} be placed on public display.\n"
)
ACCOUNTS = (
    "## Accounts\n\nThe accounts for 2023/24 had shown a deficit; those for 2024/25 a surplus of £90.\n\n"
    "**Resolved** that the accounts for 2024/25 be approved.\n"
)
NEXT = (
    "## Complaints\n\nMembers received the complaints report for April 2021-March 2022.\n\n"
    "Resolved: That it be noted and that a report for April 2022-March 2023 be brought in May 2023.\n"
)
POOL = "## Pool\n\nThe 2024 season had 3,870 visits. The pool opens for the 2025 season on 24 May.\n"
OUTTURN = (
    "## Budget\n\nThe budget for 2025/26 was presented beside the outturn of 2024/25.\n\n"
    "**Resolved** that the budget for 2025/26 be adopted and the outturn of 2024/25 be noted.\n"
)


@pytest.mark.parametrize(
    ("draft", "right", "wrong", "notes"),
    [
        (STATEMENT, "2024/25", "2025/26", "24/25 statement, publish\nsolr rpt unspent sums by end yr\n"),
        (COUNTS, "April to June 2025", "January to March 2025", "kowhai counts apr-jun recd\n"),
        (
            BUDGET,
            "fiscal year 2025-26",
            "fiscal year 2024-25",
            "tent budget fy 25-26, display\nthis yr ends better\n",
        ),
    ],
)
def test_a_decision_on_the_period_of_something_else_in_its_item_is_told(
    draft: str, right: str, wrong: str, notes: str
) -> None:
    assert told(draft.format(wrong), notes) == [wrong]
    assert told(draft.format(right), notes) == []


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        (ACCOUNTS, "a/cs 24/25 ok, +90 (23/24 -400)\n"),
        (NEXT, ""),
        (POOL, "pool 3870 visits 2024. opens 24 may\n"),
        (OUTTURN, "budget 25/26 adopted, outturn 24/25 noted\n"),
    ],
)
def test_two_years_of_two_things_are_left_alone(draft: str, notes: str) -> None:
    assert told(draft, notes) == []


def test_what_the_line_of_the_sentence_says_is_not_odd() -> None:
    notes = "statement 24/25 considered\nresolved rec statement for 25/26\n"
    assert told(STATEMENT.format("2025/26"), notes) == []


def test_without_notes_a_decision_is_held_against_its_heading() -> None:
    draft = (
        "## 4 Policy plan 2025/26\n\nThe policy plan was introduced by the Clerk and discussed at length.\n\n"
        "**Resolved** that the policy plan {} be approved.\n"
    )
    assert told(draft.format("2024/25")) == ["2024/25"]
    assert told(draft.format("2025/26")) == []
