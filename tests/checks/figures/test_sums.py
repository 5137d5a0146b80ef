"""The sums check: figures that belong together."""

import pytest

from review_tui.checks.figures.sums import SumsCheck
from review_tui.model.findings import Finding
from review_tui.model.material import Document, Material


def findings(draft: str) -> tuple[Finding, ...]:
    """What the check finds in ``draft``."""
    return tuple(SumsCheck().run(Material(Document.read("minutes.md", f"{draft}\n"))))


@pytest.mark.parametrize(
    ("draft", "said"),
    [
        ("The grant was \u00a3500 and the reserve \u00a3250, a total of \u00a3850.", "come to \u00a3750"),
        (
            "Current account \u00a3350.33, deposit \u00a310,115.97 - a total of \u00a310,566.30",
            "come to \u00a310,466.30",
        ),
        ("\u00a315.63 plus \u00a33.13 VAT = \u00a318.86", "come to \u00a318.76"),
        ("A total of \u00a3500: \u00a3300 for paint and \u00a3250 for wood.", "\u00a3550"),
        ("12 of 48 households (35%) replied.", "12 of 48 is 25%, not 35%"),
        ("277 of the 451 questionnaires (51%) were returned.", "is 61%, not 51%"),
        ("61% (27 of 451) came back.", "27 of 451 is 6%"),
        ("60% were in favour and 45% against.", "come to 105%"),
        ("97% goes to the county and the remaining 13% to the parish.", "come to 110%"),
        ("Of respondents 40% said yes, 35% said no and 30% did not know.", "come to 105%"),
        ("The fee would increase from \u00a3200 to \u00a3180.", "\u00a3180 is less than \u00a3200"),
        ("Costs fell from \u00a31,200 to \u00a31,350.", "\u00a31,350 is more than \u00a31,200"),
        (
            "Income was $5,000 and expenditure $4,200, leaving a surplus of $900.",
            "$5,000 and $4,200 are $800 apart",
        ),
        ("The rent rises from \u00a3200 to \u00a3230, an increase of 10%.", "a change of 15.0%, not 10%"),
        (
            "The precept was increased by \u00a350 from \u00a3500 to \u00a3560.",
            "a change of \u00a360, not \u00a350",
        ),
        ("Four banners at \u00a320 each, a total of \u00a390.", "come to \u00a380, not \u00a390"),
        ("16 hours @ \u00a340/hour = \u00a3650", "come to \u00a3640"),
        ("There were 15 applications, of which 9 were approved and 8 were refused.", "come to 17"),
        ("The committee has 12 members, comprising 7 farmers, 3 teachers and 1 nurse.", "come to 11"),
        (
            "Membership rose from 200 to 230, an increase of 25 per cent.",
            "a change of 15.0%, not 25 per cent",
        ),
        ("The fee goes from \u00a3118 to \u00a3124, about 8 percent.", "a change of 5.1%, not 8 percent"),
        ("Of 96 repairs reported, 81 had been done on time, or 94 per cent.", "81 of 96 is 84%"),
        (
            "Spending was \u00a3271,400 against a profile of \u00a3268,900, so we were \u00a33,500 over.",
            "\u00a3268,900 are \u00a32,500 apart",
        ),
        (
            "Takings were \u00a35,000, which was \u00a3400 more than the \u00a34,500 of last year.",
            "\u00a34,500 are \u00a3500 apart",
        ),
        (
            "A dividend of \u00a38.00 on each of the 5,000 shares, which would cost \u00a345,000.",
            "come to \u00a340,000",
        ),
    ],
)
def test_figures_that_do_not_agree_are_found(draft: str, said: str) -> None:
    (finding,) = findings(draft)
    assert finding.check == "sums"
    assert said in finding.message
    assert finding.message.endswith(".")
    assert len(finding.places) > 1


@pytest.mark.parametrize(
    "draft",
    [
        "\u00a3500 for the hall and \u00a3250 for the green, a total of \u00a3750.",
        "\u00a3500 and \u00a3250 plus VAT, a total of \u00a3900.",
        "Membership rose from 200 to 230, an increase of 15 per cent.",
        "The rate rises from 5 per cent to 6 per cent, an increase of 1 per cent.",
        "The fee goes from \u00a3118 to \u00a3124, about 5 percent.",
        "The fee goes up from \u00a324 to \u00a326. The head rent had been put up by 9 per cent.",
        "Of 96 repairs reported, 81 had been done on time, or 84 per cent.",
        "Spending was \u00a3271,400 against a profile of \u00a3268,900, so that we were \u00a32,500 over.",
        "Spending was \u00a3271,400 against a profile of \u00a3268,900, with \u00a3900 more to come.",
        "A dividend of \u00a38.00 on each of the 5,000 shares, which would cost \u00a340,000.",
        "Reserve \u00a31,720.09, current \u00a36,843.09, less expenditure of \u00a31,015.70 = \u00a37,547.48",
        "Total income was \u00a31,776.80 made up of \u00a30.81 interest and \u00a31,775.99 VAT.",
        "The budget is \u00a3500 and the cost \u00a3250, a total budget of \u00a39,000 is needed.",
        "The deposit was \u00a3100. The fee was \u00a320. The total for the year was \u00a34,250.",
        "12 of 48 households (25%) replied, about 60% (277 of 451) last year.",
        "60% were in favour and 40% against.",
        "A grant of 75% is available, with a further 20% from others.",
        "Attendance was 93.1%, against 92.4% for the same term of last year.",
        "The loss rose from \u00a3145,000 to \u00a3210,000. The causes were a pay award of 5.5% and repairs.",
        "The salary rises from \u00a38.12 to \u00a38.25 (1.5%).",
        "The rent rises from \u00a3200 to \u00a3230, an increase of 15%.",
        "From 2019 to 2020 the cost increased by \u00a350.",
        "Four banners at \u00a320 each, a total of \u00a380.",
        "There were 15 applications, of which 9 were approved and 4 were refused.",
        "Kitchen (making drinks only) \u00a315.00, hall \u00a360.00, making drinks all day \u00a330.00",
    ],
)
def test_figures_that_agree_or_may_well_be_of_other_things_are_left_alone(draft: str) -> None:
    assert findings(draft) == ()


BILLS = (
    "Payee Net VAT Total\n\nAsh Ltd 100.00 20.00 120.00\n\nBirch & Co 50.00 10.00 60.00\n\n"
    "C Cedar 304.00 0.00 304.00\n\nElder plc 10.00 2.00 12.00\n\nTotal 464.00 32.00 496.00\n"
)


def test_a_bill_that_adds_up_is_left_alone() -> None:
    assert findings(BILLS) == ()
    assert findings(BILLS.replace("\n\n", " ")) == ()


@pytest.mark.parametrize("join", ["\n\n", " "])
def test_a_row_that_does_not_add_up_is_found(join: str) -> None:
    (finding,) = findings(BILLS.replace("10.00 60.00", "10.00 66.00").replace("\n\n", join))
    assert finding.message == "In this row 50.00 and 10.00 come to \u00a360, but the total is given as 66.00."
    assert [p.quote for p in finding.places] == ["66.00", "50.00", "10.00"]


def test_a_column_that_misses_its_total_by_a_slip_is_found() -> None:
    (finding,) = findings(BILLS.replace("464.00 32.00 496.00", "644.00 32.00 676.00"))
    assert "the 4 amounts above it come to \u00a3496" in finding.message


def test_tables_with_pipes_are_read_as_rows() -> None:
    table = "\n".join(f"| {line} |" for line in ("Ash | 1.00 | 0.20 | 1.20", "Fir | 2.00 | 0.40 | 2.40"))
    assert findings(table) == ()
    (finding,) = findings(f"{table}\n| Oak | 5.00 | 1.00 | 6.50 |")
    assert finding.places[0].quote == "6.50"


@pytest.mark.parametrize(
    ("draft", "quotes"),
    [
        ("12 chairs at \u00a320.00 each, a total of \u00a3200.00.", ["\u00a3200.00", "12", "\u00a320.00"]),
        ("12 of 48 households (35%) replied.", ["35%", "12", "48"]),
        (
            "The fee rises from \u00a3100.00 to \u00a3200.00, an increase of \u00a320.00.",
            ["\u00a320.00", "\u00a3100.00", "\u00a3200.00"],
        ),
    ],
)
def test_whole_amounts_are_marked(draft: str, quotes: list[str]) -> None:
    (finding,) = findings(draft)
    assert [place.quote for place in finding.places] == quotes


def test_a_credit_in_a_bill_is_taken_off() -> None:
    credit = BILLS.replace("10.00 2.00 12.00", "-10.00 -2.00 -12.00")
    assert findings(credit.replace("464.00 32.00 496.00", "444.00 28.00 472.00")) == ()
    (finding,) = findings(credit.replace("464.00 32.00 496.00", "464.00 28.00 492.00"))
    assert finding.places[0].quote == "492.00"


@pytest.mark.parametrize("less", ["- ", "\u2013 ", "\u2212", "less "])
def test_a_total_after_something_was_taken_off_is_left_alone(less: str) -> None:
    received = "Receipts of \u00a3512.40, {}\u00a3100.00, a total of \u00a3412.40."
    assert findings(received.format(less)) == ()
    assert findings(received.format("")) != ()


def test_a_rise_of_percentages_is_not_held_against_a_number_of_things() -> None:
    assert findings("Take-up rose from 50% to 80%, a rise of 25%.") != ()
    assert findings("Take-up rose from 50% to 80%, a rise of 25 households.") == ()


@pytest.mark.parametrize("sign", ["£", "$", "€"])
def test_a_sum_is_told_in_the_currency_of_the_minutes(sign: str) -> None:
    draft = f"The balances were {sign}350.33 and {sign}10,115.97, a total of {sign}10,566.30.\n"
    assert [f"{sign}10,466.30" in finding.message for finding in findings(draft)] == [True]
