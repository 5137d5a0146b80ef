"""A transcript of a whole meeting, divided among its items."""

from collections.abc import Mapping

import pytest

from review_tui.application.note_division import divide_notes
from review_tui.model.errors import WrongUsage
from review_tui.model.meeting import Source
from tests.application.fakes import ITEM, MEETING, OTHER, Table, with_text

LINES = (
    "Ann: Good evening, let us begin.\n",
    "Ann: The annual report covers October to September, and the safeguarding partnership wrote it.\n",
    "Bob: Its priorities are safe homes and safe streets.\n",
    "Ann: Thank you for that.\n",
    "Ann: Moving on, then.\n",
    "Cleo: Befriending calls to residents who live alone went on through the winter.\n",
    "Cleo: Volunteers were trained.\n",
)


MONOLOGUE = (
    *LINES[:3],
    "Dee: Well.\n",
    "Dee: I had a long week of it.\n",
    "Dee: So here it comes.\n",
    "Dee: Befriending calls to residents who live alone went on through the winter.\n",
    "Dee: Volunteers were trained.\n",
)


def divided(
    table: Table, begins: Mapping[str, int] | None = None, lines: tuple[str, ...] = LINES
) -> list[tuple[str, int, int]]:
    report = "The annual safeguarding partnership report for October to September named safe homes.\n"
    with_text(table.book, table.history, report)
    with_text(
        table.book,
        table.history,
        "Befriending calls to residents continued; volunteers were trained.\n",
        OTHER,
    )
    view = table.reading.meeting(MEETING)
    parts = divide_notes(view.items, Source("t.vtt", "".join(lines)), begins)
    assert "".join(part.text for part in parts) == "".join(lines)
    return [(part.item.item.id, part.first, part.last) for part in parts]


def test_lines_go_to_the_items_that_rest_on_them_and_gaps_end_where_the_chair_goes_on(table: Table) -> None:
    assert divided(table) == [(ITEM.id, 1, 4), (OTHER.id, 5, 7)]


def test_nobody_is_cut_short_where_no_line_says_that_an_item_begins(table: Table) -> None:
    assert divided(table, lines=MONOLOGUE) == [(ITEM.id, 1, 3), (OTHER.id, 4, 8)]


def test_where_an_item_begins_can_be_said(table: Table) -> None:
    assert divided(table, {OTHER.id: 4}) == [(ITEM.id, 1, 3), (OTHER.id, 4, 7)]
    with pytest.raises(WrongUsage, match="There are lines 1 to 7"):
        divided(table, {OTHER.id: 8})


def test_an_item_that_nothing_speaks_of_gets_no_line(table: Table) -> None:
    with_text(table.book, table.history, "Befriending calls to residents.\n")
    with_text(table.book, table.history, "", OTHER)
    items = table.reading.meeting(MEETING).items
    parts = divide_notes(items, Source("t.txt", LINES[5]))
    assert [part.is_empty for part in parts] == [False, True]
    blank = divide_notes(items, Source("t.txt", f"{LINES[5]}\n"), {OTHER.id: 2})
    assert [part.is_empty for part in blank] == [False, True]
