"""Two places of a finding, one above the other: what differs stands in one column and is marked."""

from dataclasses import replace

from rich.cells import cell_len

from review_tui.model.findings import Finding, Location, Severity
from review_tui.model.text import Span
from review_tui.tui.features.navigation.presenter import concern_page
from review_tui.tui.open_item import OpenItem
from review_tui.tui.presenters.draft_blocks import draft_blocks
from review_tui.tui.presenters.excerpts import DIFFERS, excerpts, rows_of
from tests.tui.facts import edited, meeting_of

LONG_AGO = "Long ago and far away they met. " * 4
TEXT = f"{LONG_AGO}The report for 2021 was heard.\n\nThey \x1b noted 2022, at last.\n"


def item_with_pair() -> OpenItem:
    places = []
    for quote in ("2022", "2021"):
        start = TEXT.index(quote)
        places.append(Location("minutes.md", Span(start, start + 4), 1, quote, ""))
    view = edited(meeting_of([]).items[0], TEXT)
    found = Finding("year", Severity.ERROR, "They differ.", tuple(places))
    return OpenItem(replace(view), findings=(found,), is_checked=True)


def test_both_places_fit_the_width_stand_in_one_column_and_say_where_they_are() -> None:
    item = item_with_pair()
    found = excerpts(item, item.findings[0], passage=1)
    assert [each.where for each in found] == ["here", "above"]
    for width in (30, 56, 78, 200):
        here, above = rows_of(found, width)
        assert max(cell_len(here.plain), cell_len(above.plain)) <= width
        assert here.plain.index("2022") == above.plain.index("2021")
        assert "\x1b" not in here.plain
        for row, year in ((here, "2022"), (above, "2021")):
            marked = [row.plain[s.start : s.end] for s in row.spans if s.style == DIFFERS]
            assert marked == [year]


def test_the_words_that_differ_are_marked_in_the_draft_itself() -> None:
    blocks = draft_blocks(item_with_pair())
    marked = [b.text[m.start : m.end] for b in blocks for m in b.marks if m.kind == "differs"]
    assert marked == ["2021", "2022"]


def test_the_page_of_a_finding_shows_both_places_close_together_with_what_differs_marked() -> None:
    item = item_with_pair()
    page = concern_page(item.concerns[0], item)
    marked = [page.plain[s.start : s.end] for s in page.spans if s.style == DIFFERS]
    assert marked == ["2022", "2021"]
    assert page.plain.count("\n") < 10
    assert "\x1b" not in page.plain


def test_a_long_name_of_notes_is_shortened_and_moves_no_column() -> None:
    item = item_with_pair()
    first, second = excerpts(item, item.findings[0], passage=1)
    named = replace(second, where="2025-11-19-governors-notes.md 34")
    here, noted = rows_of([first, named], 78)
    assert here.plain.index("2022") == noted.plain.index("2021")
    assert noted.plain.startswith("2025-11-19-gov… 34  ")
