"""When a meeting closed and when the next one is, beside a word and a figure of the notes."""

import pytest

from review_tui.facts.meeting_frame import frame_clashes
from review_tui.facts.next_meeting import next_meeting_clashes
from review_tui.facts.pair import pair_of
from review_tui.model.material import Document, Material

DRAFT = """\
Minutes of the meeting held on Thursday 24 July 2025 at 9.30 am

The fence of the orchard will be mended.

8. Date of next meeting

Thursday 25 September 2025 at 9.30 am.

The meeting closed at 11.50 am.
"""


def told(draft: str, jotted: str) -> list[tuple[str, str]]:
    notes = Document.read("notes/a.txt", f"24/7 930\nfence orchard mend\n{jotted}\n")
    pair = pair_of(Material(Document.read("minutes.md", draft), (notes,)))
    found = (*frame_clashes(pair), *next_meeting_clashes(pair))
    return [(clash.places[0].quote.strip("."), clash.places[1].quote) for clash in found]


@pytest.mark.parametrize(
    "jotted", ["next 25/9. ends 11.50", "next mtg 25 Sep, finish 11.50", "25/9 next\n11.50 closed"]
)
def test_right_minutes_are_left_alone(jotted: str) -> None:
    assert told(DRAFT, jotted) == []


@pytest.mark.parametrize(
    ("right", "wrong", "jotted", "quotes"),
    [
        ("11.50 am", "11.15 am", "next 25/9. ends 11.50", ("11.15 am", "11.50")),
        ("11.50 am", "11.15 am", "thanks to all, closed 11.50", ("11.15 am", "11.50")),
        ("11.50 am", "11.15 am", "11.50 fin", ("11.15 am", "11.50")),
        ("25 September", "18 September", "next 25/9. ends 11.50", ("Thursday 18 September 2025", "25/9")),
        (
            "25 September",
            "18 September",
            "next mtg: thurs 25/9",
            ("Thursday 18 September 2025", "25/9"),
        ),
    ],
)
def test_another_hour_or_day_is_told(right: str, wrong: str, jotted: str, quotes: tuple[str, str]) -> None:
    assert told(DRAFT.replace(right, wrong), jotted) == [quotes]


@pytest.mark.parametrize(
    "jotted",
    [
        "11 CLOSE",  # the number of an item
        "accounts next 31/10",  # what else is next
        "bar closes 11.30",
    ],
)
def test_what_may_be_of_another_thing_is_not(jotted: str) -> None:
    assert told(DRAFT.replace("11.50", "11.20"), jotted) == []


def test_a_day_that_was_only_thought_of_below_the_label_is_not_the_next() -> None:
    thought = "This was to be Thursday 18 September 2025, but the hall is let."
    draft = DRAFT.replace("Thursday 25 September 2025 at 9.30 am.", thought)
    assert told(draft, "next 25/9. ends 11.50") == []
