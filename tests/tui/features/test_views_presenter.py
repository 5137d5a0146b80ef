"""The five views and who wrote what, in words."""

from review_tui.application.amendments import read_amendments
from review_tui.application.item_versions import ItemVersions
from review_tui.application.undo import UndoService
from review_tui.tui.features.compare.views_presenter import (
    UNAPPROVED,
    blame_page,
    view_heading,
    view_lines,
    view_pages,
)
from tests.application.fakes import PATH, TEXT, Table

ONCE = TEXT.replace("2020-22", "2020-21")


def blame_of(table: Table) -> str:
    view = table.item
    return blame_page(
        view, ItemVersions(table.history).blame(view), read_amendments(table.history, PATH)
    ).plain


def test_the_views_say_when_there_is_nothing_to_see(table: Table) -> None:
    views = ItemVersions(table.history).five_views(table.item)
    lines = [line.plain for line in view_lines(views)]
    assert lines[2].endswith("(no change)")
    assert lines[3].endswith("(none yet)")
    assert view_pages(views)[3].plain == UNAPPROVED


def test_the_approved_view_says_by_whom_and_when(table: Table) -> None:
    table.review.approve(table.item)
    table.review.amend(table.item, ONCE, "A slip.")
    views = ItemVersions(table.history).five_views(table.item)
    heading = view_heading(views, 3, "5").plain
    assert "Item 5: as it was last approved, by Dawn Example, Sunday 20 March 2022, 10:" in heading
    pages = view_pages(views)
    assert (pages[0].plain, pages[1].plain, pages[3].plain) == (ONCE, TEXT, TEXT)
    assert "[-" in pages[2].plain
    assert "{+" in pages[2].plain


def test_a_sentence_says_which_amendment_changed_it_and_why(table: Table) -> None:
    table.review.amend(table.item, ONCE, "A slip\nof the [b]pen[/b].")
    page = blame_of(table)
    assert "→ Changed by amendment 1, by Dawn Example, Sunday 20 March, 12:0" in page
    assert ": A slip of the [b]pen[/b].\n→ Other words of it: as first drafted." in page


def test_what_an_undo_put_back_and_what_nobody_recorded_are_said(table: Table) -> None:
    table.review.amend(table.item, ONCE, "A slip.")
    table.another(UndoService).undo()
    assert "→ Restored when something was taken back, by Dawn Example" in blame_of(table)
    table.book.texts[PATH] = ONCE
    assert "→ Edited in another program, and not recorded yet." in blame_of(table)
    table.book.texts[PATH] = ""
    assert blame_of(table) == "There are no words here to tell of."
