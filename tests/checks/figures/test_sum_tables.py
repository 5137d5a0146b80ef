"""Columns of tables and their totals."""

import pytest

from review_tui.checks.figures.sums import SumsCheck
from review_tui.model.findings import Finding
from review_tui.model.material import Document, Material


def found(*rows: str, head: str = "| Payee | For | Amount |") -> list[Finding]:
    """What the check says of a table."""
    ruler = "|".join(["---"] * (head.count("|") - 1))
    text = "\n".join(["Payments:", "", head, f"|{ruler}|", *rows, ""])
    return list(SumsCheck().run(Material(Document.read("minutes.md", text))))


def test_a_total_that_the_column_misses_is_found() -> None:
    (finding,) = found(
        "| Jones Bros | path | \u00a31,100.00 |",
        "| Smith | hedge | \u00a350.50 |",
        "| **Total** | | **\u00a31,160.50** |",
    )
    assert finding.message.startswith("The total is given as \u00a31,160.50, but the 2 figures above it")
    assert finding.message.endswith("come to \u00a31,150.50.")
    assert [p.quote for p in finding.places] == ["\u00a31,160.50", "\u00a31,100.00", "\u00a350.50"]


def test_a_gross_that_net_and_tax_do_not_come_to_is_found_in_its_row() -> None:
    head = "| Payee | Net | VAT | Gross |"
    (finding,) = found("| Water | 100.00 | 20.00 | 120.00 |", "| Gas | 50.00 | 10.00 | 65.00 |", head=head)
    assert finding.message == "In this row 50.00 and 10.00 come to 60.00, but the gross is given as 65.00."
    assert not found("| Water | 100.00 | - | 100.00 |", "| Gas | 50.00 | 10.00 | 60.00 |", head=head)


def test_each_column_is_summed_by_itself() -> None:
    (finding,) = found(
        "| North | 10 | 4 | 14 |",
        "| South | 12 | 5 | 17 |",
        "| Total: | 22 | 8 | 31 |",
        head="| Ward | For | Against | All |",
    )
    assert finding.places[0].quote == "8"


@pytest.mark.parametrize(
    "rows",
    [
        ("| A | b | \u00a310 |", "| C | d | \u00a35.50 |", "| Total | | \u00a315.50 |"),
        ("| A | b | \u00a310 |", "| C | d | (\u00a35) |", "| Total | | \u00a35 |"),
        (
            "| A | b | \u00a310 |",
            "| Subtotal | | \u00a310 |",
            "| C | d | \u00a35 |",
            "| Total | | \u00a315 |",
        ),
        ("| A | b | about \u00a310 |", "| C | d | \u00a35 |", "| Total | | \u00a325 |"),
        ("| A | b | \u00a310 |", "| Total | | \u00a325 |"),
        ("| A | b | \u00a310 |", "| C | d | \u00a35 |"),
        ("| A | b | $10 |", "| C | d | \u20ac5 |", "| Total | | $12 |"),
        ("| A | b | $10 |", "| C | d | $5 |", "| 3/7 | Total Tools | $8 |"),
        ("| A | 3 | - |", "| C | 4 | \u00a35 |", "| D | 4 | \u00a35 |", "| Total | | \u00a310 |"),
    ],
)
def test_what_adds_up_or_is_no_sum_is_left_alone(rows: tuple[str, ...]) -> None:
    assert found(*rows) == []


def test_months_beside_the_year_so_far_are_no_parts_of_it() -> None:
    rows = "".join(f"| Bar {n} | $10.00 | $20.00 | ${30 if n < 8 else 50}.00 |\n" for n in range(10))
    table = f"| Income | August | Last month | Year to date |\n|---|---|---|---|\n{rows}"
    assert list(SumsCheck().run(Material(Document.read("minutes.md", table), ()))) == []


@pytest.mark.parametrize("title", ["No.", "Year", "VAT rate", "Balance"])
def test_columns_that_are_no_sums_are_left_alone(title: str) -> None:
    assert not found("| A | 1 |", "| B | 2 |", "| Total | 2 |", head=f"| Item | {title} |")
