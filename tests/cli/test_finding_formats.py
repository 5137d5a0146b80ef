"""What ``check`` says below its findings: how much the notes bear out, and what nothing was held against."""

from review_tui.cli.finding_formats import facts_lines
from review_tui.model.fact_support import Fact, FactStatus, ItemFacts, Unchecked
from review_tui.model.findings import Location
from review_tui.model.text import Span

PLACE = Location("minutes.md", Span(0, 4), 1, "£540", "£540")


def test_facts_are_counted_and_what_was_not_checked_is_told_once_for_all_items() -> None:
    noted = ItemFacts((Fact("sum of money", PLACE, FactStatus.FOUND),), (Unchecked("No facts.", PLACE),))
    bare = ItemFacts((), (Unchecked("There are no notes."),))
    assert list(facts_lines([noted, bare, bare])) == [
        "1 of 1 fact is in the notes.",
        "Not checked: There are no notes. (2 items)",
        "Not checked: 1 passage has nothing that the notes bear out; `review-tui align` shows which.",
    ]
    assert list(facts_lines([])) == []
