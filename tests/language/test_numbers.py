"""Counts, percentages, money and references in the words of minutes."""

from decimal import Decimal

import pytest

from review_tui.language.money import find_amounts, find_money, in_figures
from review_tui.language.number_words import number_of
from review_tui.language.numbers import find_counts, find_percentages
from review_tui.language.references import find_references


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There were 12 members present", [(12, "members")]),
        ("twenty-one letters and a hundred and fifty emails", [(21, "letters"), (150, "emails")]),
        ("1,200 bulbs", [(1200, "bulbs")]),
        ("PRESENT (Six Councillors)", [(6, "councillors")]),
        ("15 to 20 hours", [(15, ""), (20, "hours")]),
        ("at 41 Station Road", [(41, "")]),
        ("one of the members, and one bench", [(1, "bench")]),
        ("two thousand three hundred trees", [(2300, "trees")]),
        ("a dozen plants", [(12, "plants")]),
    ],
)
def test_counts_are_read_with_what_they_count(text: str, expected: list[tuple[int, str]]) -> None:
    found = find_counts(text)
    assert [(c.value, c.noun) for c in found] == expected
    assert all(c.span.of(text) == c.text for c in found)


@pytest.mark.parametrize(
    "text",
    [
        "on 16 March 2022",
        "in 2022",
        "item 5 and page 2",
        "\u00a312 was paid",
        "12.50 metres",
        "ref 19/00699/F",
        "3\\. Apologies",
        "1. Apologies for absence",
        "at 7pm",
        "20% of it",
        "telephone 01234 567890",
        '<td width="220">',
        "one should not",
    ],
)
def test_dates_labels_money_and_shares_are_no_counts(text: str) -> None:
    assert find_counts(text) == ()


@pytest.mark.parametrize(
    ("raw", "value"),
    [("twelve", 12), ("Twenty-One", 21), ("two hundred and six", 206), ("1,234", 1234), ("none", 0)],
)
def test_numbers_in_words_have_their_value(raw: str, value: int) -> None:
    assert number_of(raw) == value


@pytest.mark.parametrize(
    ("text", "value", "places"),
    [
        ("4.8%", "4.8", 1),
        ("rose by 12 per cent", "12", 0),
        ("ten per cent of it", "10", 0),
        ("-0.01%", "0.01", 2),
    ],
)
def test_percentages_are_read_in_figures_and_words(text: str, value: str, places: int) -> None:
    (found,) = find_percentages(text)
    assert (found.value, found.places) == (Decimal(value), places)
    assert found.span.of(text) == found.text


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("\u00a31,234.56 and \u00a3500.", ["1234.56", "500"]),
        ("\u00a35k, \u00a31.2 million and \u00a3220 m", ["5000", "1200000", "220000000"]),
        ("21p a week", ["0.21"]),
        ("500 pounds or five hundred pounds", ["500", "500"]),
        ("\u00a325-\u00a330", ["25", "30"]),
        ("at 7pm, page 12", []),
    ],
)
def test_money_is_read_whatever_its_form(text: str, values: list[str]) -> None:
    found = find_money(text)
    assert [m.value for m in found] == [Decimal(v) for v in values]
    assert all(m.span.of(text) == m.text for m in found)


def test_bare_amounts_of_bills_are_read_too() -> None:
    text = "Mole Ltd 100980 \u00a3975.00 195.00 1,170.00 at 7.30pm"
    assert [a.text for a in find_amounts(text)] == ["\u00a3975.00", "195.00", "1,170.00"]
    assert [a.value for a in find_amounts("Refund -12.50 and 3.00")] == [Decimal("-12.50"), Decimal("3.00")]


def test_sums_are_shown_as_a_reader_expects_them() -> None:
    assert [in_figures(Decimal(v), "£1") for v in ("1234.5", "500", "-3")] == [
        "\u00a31,234.50",
        "\u00a3500",
        "-\u00a33",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "application 19/00699/F and C/2/2014/2026",
            [("planning", "19/00699/F"), ("planning", "C/2/2014/2026")],
        ),
        ("22/01234/FUL", [("planning", "22/01234/FUL")]),
        ("see Minute 7.1.3 and item 209/20", [("minute", "7.1.3"), ("item", "209/20")]),
        ("item 9(e)", [("item", "9(E)")]),
    ],
)
def test_references_are_read_with_their_kind(text: str, expected: list[tuple[str, str]]) -> None:
    found = find_references(text)
    assert [(r.kind, r.mark) for r in found] == expected
    assert all(r.span.of(text) == r.text for r in found)


@pytest.mark.parametrize(
    "text",
    [
        "Minutes of 2 May 2018",
        "minutes dated 10 April",
        "in 2019/20",
        "the A1122/A134",
        "on 16/03/2022",
        "and/or",
    ],
)
def test_dates_years_and_roads_are_no_references(text: str) -> None:
    assert find_references(text) == ()
