from dataclasses import replace

import pytest

from review_tui.application.item_versions import ItemVersions
from review_tui.application.revert import Revert
from review_tui.application.review import Review
from review_tui.application.undo import UndoService
from tests.application.fakes import ALEX, DAWN, ITEM, MEETING, TEXT, Table

FIXED = TEXT.replace("2020-22", "2020-21")


@pytest.fixture
def versions(table: Table) -> ItemVersions:
    return ItemVersions(table.history)


def test_an_item_can_be_looked_at_in_five_ways(table: Table, versions: ItemVersions) -> None:
    table.review.approve(table.item)
    table.review.amend(table.item, f"\ufeff{FIXED}  \r\n", "A slip.")
    views = versions.five_views(table.item)
    assert (views.first, views.approved) == (TEXT, TEXT)
    assert [a.by for a in views.approvals] == [DAWN]
    assert views.now == f"\ufeff{FIXED}  \r\n"
    assert views.clean == FIXED
    assert views.changes.summary().endswith("1 word out, 1 in")


def test_without_an_approval_there_is_no_approved_view(table: Table, versions: ItemVersions) -> None:
    views = versions.five_views(table.item)
    assert (views.approved, views.approvals) == (None, ())


def test_an_exempt_item_is_not_published(table: Table, versions: ItemVersions) -> None:
    view = replace(table.item, item=replace(ITEM, exempt=True))
    assert versions.five_views(view).clean == "Not for publication.\n"


def test_the_text_that_one_last_approved_or_read_is_found(table: Table, versions: ItemVersions) -> None:
    assert versions.since_approval(table.item, DAWN) is None
    table.review.approve(table.item)
    table.review.amend(table.item, FIXED, "A slip.")
    table.another(Review).receipt(table.item)
    table.review.amend(table.item, FIXED.replace("noted", "received"), "As moved.")
    assert versions.since_approval(table.item, DAWN) == TEXT
    assert versions.since_read(table.item, DAWN) == FIXED
    assert versions.since_read(table.item, ALEX) is None


def test_each_sentence_is_told_with_the_amendment_that_brought_its_words(
    table: Table, versions: ItemVersions
) -> None:
    table.review.amend(table.item, FIXED, "A slip.")
    table.book.texts[table.item.draft.path] = FIXED + "\nA new end.\n"
    told = [
        (b.words, b.amendment.number if b.amendment else None, b.entry) for b in versions.blame(table.item)
    ]
    assert [(words, number) for words, number, _ in told] == [
        ("The report covers 2020-21.", None),
        ("Resolved:- That the report for 2020-21 be noted.", 1),
        ("A new end.", None),
    ]
    assert told[0][2] is not None
    assert told[2][2] is None, "not recorded yet"


def test_what_was_amended_since_circulation_leaves_out_what_was_taken_back(
    table: Table, versions: ItemVersions
) -> None:
    table.review.amend(table.item, FIXED, "A slip.")
    table.another(UndoService).undo()
    assert versions.amended(table.reading.meeting(MEETING)) == ()
    table.review.amend(table.item, TEXT.replace("noted", "received"), "As moved.")
    (amended,) = versions.amended(table.reading.meeting(MEETING))
    assert (amended.view.item, amended.first) == (ITEM, TEXT)
    assert [a.number for a in amended.amendments] == [2]


def test_an_amendment_that_was_put_back_is_left_out_with_what_put_it_back(
    table: Table, versions: ItemVersions
) -> None:
    table.review.amend(table.item, FIXED, "A slip.")
    table.review.amend(table.item, FIXED.replace("noted", "received"), "As moved.")
    table.another(Revert).put_back(table.item, "1", "No slip.")
    (amended,) = versions.amended(table.reading.meeting(MEETING))
    assert [a.number for a in amended.amendments] == [2]
