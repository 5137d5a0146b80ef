"""Minutes as plain text."""

import pytest

from review_tui.adapters.exporters.plain_text import _body_lines, to_plain_text, without_markdown
from tests.adapters.exporters.sample_minutes import MINUTES


def test_headings_are_underlined_lists_stay_together_and_lines_are_short() -> None:
    text = to_plain_text(MINUTES).decode("utf-8")
    assert text.startswith("The Board\n=========\nWednesday 16 March 2022\nHall\n\nDraft minutes")
    assert (
        "\n5. Report\n---------\n\nNoted\n\nThe annual report.\n\n- one\n- two_three_four\n\nword word"
        in text
    )
    assert max(map(len, text.splitlines())) <= 78


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("**Resolved**: _that_ it be ***noted***", "Resolved: that it be noted"),
        ("5 * 4 * 3 and snake_case_name", "5 * 4 * 3 and snake_case_name"),
        (r"2\. not a list \*", "2. not a list *"),
        ("**never closed", "**never closed"),
    ],
)
def test_signs_of_markdown_are_taken_out_and_no_others(words: str, plain: str) -> None:
    assert without_markdown(words) == plain


def test_wrapped_paragraphs_and_tables_are_set_anew() -> None:
    wrapped = (
        "The Board heard the report of the year, which\nhad been asked for in the spring, and thanked\nall.\n"
    )
    table = "| Name | Present |\n|------|---|\n| **Ann** | Yes |\n"
    lines = list(_body_lines(f"{wrapped}\n{table}\n> Said by\n> one.\n"))
    assert lines == [
        "",
        "The Board heard the report of the year, which had been asked for in the",
        "spring, and thanked all.",
        "",
        "Name | Present",
        "Ann | Yes",
        "",
        "> Said by one.",
    ]
