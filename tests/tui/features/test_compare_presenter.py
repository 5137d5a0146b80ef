"""The points of an item's history that can be compared, and where the comparison begins."""

import pytest

from review_tui.anchoring.redline import redline
from review_tui.application.amendments import read_amendments
from review_tui.application.review import Review
from review_tui.application.undo import UndoService
from review_tui.tui.features.compare.presenter import Comparison, compared, compared_words
from tests.application.fakes import DAWN, PATH, TEXT, Table

ONCE, TWICE = TEXT.replace("2020-22", "2020-21"), TEXT.replace("2020-22", "2020-23")


def points(table: Table, approved: str | None = None, read: str | None = None) -> Comparison:
    return compared(table.item, read_amendments(table.history, PATH), DAWN, approved, read)


def test_every_recorded_text_is_a_point_and_the_draft_now_is_the_last(table: Table) -> None:
    table.review.approve(table.item)
    table.review.amend(table.item, ONCE, "A slip.")
    table.another(Review).receipt(table.item)
    table.review.amend(table.item, TWICE, "Another.")
    table.another(UndoService).undo()
    found = points(table)
    assert [point.text for point in found.points] == [TEXT, ONCE, TWICE, ONCE]
    words = [point.words for point in found.points]
    assert words[0].startswith("As first drafted (")
    assert words[0].endswith("; you approved it")
    assert words[1].startswith("After amendment 1 (Dawn Example, 20 March, ")
    assert words[1].endswith("; you read it")
    assert words[3].startswith("The draft now: after “Amend item 5: ")
    assert "” was taken back (" in words[3]
    assert (found.begin, found.since) == (0, "since the first draft")


@pytest.mark.parametrize(
    ("approved", "read", "begin", "since"),
    [
        (TEXT, ONCE, 0, "since you approved it"),
        (None, ONCE, 1, "since you last read it"),
        (TWICE, ONCE, 2, "since you approved it"),
        ("Not in the history.", None, 0, "since the first draft"),
    ],
)
def test_the_comparison_begins_at_what_was_approved_else_read(
    table: Table, approved: str | None, read: str | None, begin: int, since: str
) -> None:
    table.review.amend(table.item, ONCE, "A slip.")
    table.review.amend(table.item, TWICE, "Another.")
    found = points(table, approved, read)
    assert (found.begin, found.since) == (begin, since)


def test_the_beginning_is_the_point_that_was_approved_not_a_later_one_that_reads_the_same(
    table: Table,
) -> None:
    table.review.approve(table.item)
    table.review.amend(table.item, ONCE, "A slip.")
    table.another(UndoService).undo()
    table.review.amend(table.item, TWICE, "Another.")
    found = points(table, approved=TEXT)
    assert [point.text for point in found.points] == [TEXT, ONCE, TEXT, TWICE]
    assert (found.begin, found.since) == (0, "since you approved it")


def test_an_edit_outside_is_a_point_of_its_own(table: Table) -> None:
    table.review.amend(table.item, ONCE, "A slip.")
    table.book.texts[PATH] = TWICE
    assert points(table).points[-1].words == "The draft now, edited in another program and not recorded yet"


def test_that_nothing_changed_is_said_since_when() -> None:
    same = redline(TEXT, TEXT)
    assert compared_words(same, "since you approved it").plain == "Nothing has changed since you approved it."
    assert compared_words(same, "").plain == "Nothing is different between these two."
