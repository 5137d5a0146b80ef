"""What came in from outside, in sentences."""

from dataclasses import replace

from review_tui.application.amendments import read_amendments
from review_tui.application.timeline import Timeline
from review_tui.application.undo import UndoService
from review_tui.model.acts import Correction, DispositionOutcome
from review_tui.model.meeting import Source
from review_tui.model.quotes import quote_at
from review_tui.model.text import Span
from review_tui.tui.features.outside_changes.presenter import (
    UNRECORDED,
    acts_that_came,
    changed_by,
    notes_that_changed,
    texts_that_changed,
)
from tests.application.fakes import ALEX, DAWN, ITEM, MEETING, PATH, TEXT, Table
from tests.application.test_undo import flag
from tests.tui.facts import NOON

ONCE, TWICE = TEXT.replace("2020-22", "2020-21"), TEXT.replace("2020-22", "2020-23")
OTHER_PATH = PATH.replace(ITEM.id, "06-loneliness")


def heads(sentences: tuple[str, ...]) -> list[str]:
    return [sentence.split(",")[0] for sentence in sentences]


def test_acts_are_told_by_whom_and_where(table: Table) -> None:
    was = table.reading.meeting(MEETING)
    table.history.who = ALEX
    act = flag(table)
    table.review.settle(table.item, act, DispositionOutcome.HELD, "Later.")
    flag(table, "report covers")
    table.history.who = DAWN
    table.review.object(table.item, "No.")
    told = acts_that_came(was, table.reading.meeting(MEETING), DAWN)
    assert told == (
        "Alex Example flagged item 5.",
        "Alex Example closed a flag on item 5.",
        "You objected to item 5.",
    )
    assert acts_that_came(was, was, DAWN) == ()


def test_a_correction_is_told_with_the_item_that_it_is_of(table: Table) -> None:
    was = table.reading.meeting(MEETING)
    quote = quote_at(TEXT, Span(0, 3))
    act = Correction(
        id="c1", by=ALEX, at=NOON, item=ITEM.id, quote=quote, wording="A", reason="So.", meeting="May"
    )
    now = replace(was, acts=(*was.acts, act))
    assert acts_that_came(was, now, DAWN) == ("Alex Example recorded a correction to item 5.",)


def test_what_was_taken_back_is_told(table: Table) -> None:
    flag(table)
    was = table.reading.meeting(MEETING)
    table.another(UndoService).undo()
    assert acts_that_came(was, table.reading.meeting(MEETING), None) == (
        "Something was taken back in item 5.",
    )


def test_other_items_whose_minutes_changed_are_named(table: Table) -> None:
    was = table.reading.meeting(MEETING)
    table.book.texts[OTHER_PATH] = "Loneliness was noted.\n"
    now = table.reading.meeting(MEETING)
    assert texts_that_changed(was, now, ITEM.id) == ("The minutes of item 6 changed too.",)
    assert texts_that_changed(was, now, "06-loneliness") == ()


def test_who_changed_the_open_minutes_since_they_were_read_is_told_oldest_first(table: Table) -> None:
    table.review.amend(table.item, ONCE, "A slip.")
    table.history.who = ALEX
    table.review.amend(table.item, TWICE, "Another.")
    view, record = table.item, read_amendments(table.history, PATH)
    timeline = Timeline(table.history).of_item(view)
    told = changed_by(timeline, record, TEXT, TWICE)
    assert heads(told) == ["Amendment 1", "Amendment 2"]
    assert heads(changed_by(timeline, record, ONCE, TWICE)) == ["Amendment 2"]
    assert changed_by(timeline, record, TWICE, TWICE + "More.\n") == (UNRECORDED,)
    assert heads(changed_by(timeline, record, "What nobody recorded.", TWICE)) == ["Amendment 2"]


def test_notes_that_came_went_or_changed_are_named_once(table: Table) -> None:
    table.book.notes = (Source("notes/a.md", "one"), Source("notes/b.md", "two"), Source("c.md", "three"))
    was = table.reading.meeting(MEETING)
    table.book.notes = (Source("notes/a.md", "1"), Source("c.md", "three"), Source("../notes/d.md", "four"))
    now = table.reading.meeting(MEETING)
    assert notes_that_changed(was, now) == ("Changed notes: d.md, a.md, b.md.",)
    assert notes_that_changed(now, now) == ()
    moved = replace(now, meeting=replace(now.meeting, venue="Elsewhere"))
    assert notes_that_changed(now, moved) == ("What is said of the meeting itself changed.",)
