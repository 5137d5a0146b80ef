"""What is left of two amounts, and an amount's two parts."""

import pytest

from review_tui.checks.figures.sum_balances import balances, two_parts


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "Income was \u00a384,210 and expenditure \u00a379,655, leaving a surplus of \u00a35,455.",
            "The surplus is given as \u00a35,455, but \u00a384,210 and \u00a379,655 are \u00a34,555 apart.",
        ),
        (
            "Receipts \u00a341,206.77, payments \u00a343,990.12, a deficit of \u00a32,738.35.",
            (
                "The deficit is given as \u00a32,738.35, but \u00a341,206.77 and \u00a343,990.12 are "
                "\u00a32,783.35 apart."
            ),
        ),
        (
            "It was \u00a338,412, up from \u00a335,000 in the budget, an increase of \u00a33,142.",
            "The increase is given as \u00a33,142, but \u00a338,412 and \u00a335,000 are \u00a33,412 apart.",
        ),
    ],
)
def test_a_difference_that_is_given_otherwise_is_told(text: str, message: str) -> None:
    (told,) = balances(text)
    assert told.message == message
    assert all(span.of(text).startswith("\u00a3") for span in told.spans)
    assert told.spans[0].of(text) in message.partition(",")[0] or "," in told.spans[0].of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Income was \u00a384,210 and expenditure \u00a379,655, leaving a surplus of \u00a34,555.",
        "A deficit of \u00a31.2m against a planned deficit of \u00a30.9m, an adverse variance of \u00a30.3m.",
        "Income was \u00a31.25m and expenditure \u00a31.1m, leaving a surplus of \u00a30.2m.",
        "Payments of \u00a320 were noted, and receipts of \u00a310. The profit of \u00a33 was the fair's.",
    ],
)
def test_right_and_rounded_differences_are_left_alone(text: str) -> None:
    assert list(balances(text)) == []


def test_an_amount_that_is_not_made_up_of_its_two_parts_is_told() -> None:
    right = "An overspend of \u00a3530 was forecast, made up of \u00a3410 in Parks and \u00a3120 in Halls."
    assert list(two_parts(right)) == []
    (told,) = two_parts(right.replace("410", "140"))
    assert told.message == (
        "\u00a3530 is said to be made up of \u00a3140 and \u00a3120, but these come to \u00a3260."
    )


def test_parts_of_which_there_are_more_are_left_to_others() -> None:
    text = (
        "A cost of \u00a3600, made up of \u00a3100 for paint and \u00a3200 for wood, with \u00a3300 for pay."
    )
    assert list(two_parts(text)) == []
