"""A period of the notes in the form of the draft's, never in a clerk's shorthand."""

import pytest

from review_tui.facts.reader import read_values
from review_tui.facts.rewording import period_in_form


@pytest.mark.parametrize(
    ("draft", "notes", "said"),
    [
        ("the third quarter", "4th qtr", "fourth quarter"),
        ("Second half", "1st half", "First half"),
        ("Term 1", "T4", "Term 4"),
        ("January", "feb", "February"),
        ("Jan", "feb", "Feb"),
        ("November to February", "oct to feb", "October to February"),
        ("November 2024 to February 2025", "oct to feb", "October 2024 to February 2025"),
        ("September 14", "24 sept", "September 24"),
        ("14th September", "2 oct", "2nd October"),
        ("the end of August", "end sept", "end of September"),
        ("Wednesday 14 September", "24 sept", ""),
        ("October 2024", "nov 24", "November 2024"),
        ("third quarter", "feb", ""),
        ("January", "jan", ""),
    ],
)
def test_the_words_of_the_draft_stay(draft: str, notes: str, said: str) -> None:
    mine, theirs = read_values(draft)[0], read_values(notes, jotted=True)[0]

    assert period_in_form(mine, theirs) == said
