"""Acts that one person records for another: whose they are, who may take them back or approve."""

import datetime as dt

import pytest

from review_tui.application.ports import Author
from review_tui.application.undo import UndoService
from review_tui.model.errors import Refusal
from review_tui.model.quotes import occurrences, quote_at
from review_tui.model.text import Span
from tests.application.fakes import ALEX, DAWN, TEXT, Table

WHEN = dt.datetime(2022, 3, 21, 9, 30, tzinfo=dt.UTC)
BY_ALEX = Author(ALEX, WHEN)
FIXED = TEXT.replace("2020-22", "2020-21")


def flag_for_alex(table: Table) -> None:
    text = table.item.draft.text
    quote = quote_at(text, occurrences(text, "2020-22")[0])
    table.review.recording_for(BY_ALEX).flag(table.item, quote, "date", "Right?")


def test_an_amendment_is_that_of_its_author_and_says_who_recorded_it(table: Table) -> None:
    done = table.review.recording_for(BY_ALEX).amend(table.item, FIXED, "A slip.")
    assert (done.entry.by, done.entry.at) == (ALEX, WHEN)
    assert done.entry.trailers[-1] == ("Recorded-by", "Dawn Example <dawn@example.org>")


def test_a_flag_is_by_its_author_at_their_time(table: Table) -> None:
    flag_for_alex(table)
    made = table.item.state.flags[0].flag
    assert (made.by, made.at) == (ALEX, WHEN)
    assert table.verifier.quick().breaches == ()


def test_what_is_recorded_for_oneself_says_nothing_of_another(table: Table) -> None:
    done = table.review.recording_for(Author(DAWN, WHEN)).amend(table.item, FIXED, "A slip.")
    assert all(key != "Recorded-by" for key, _ in done.entry.trailers)


def test_whoever_recorded_it_may_take_it_back(table: Table) -> None:
    flag_for_alex(table)
    table.review.recording_for(BY_ALEX).amend(table.item, FIXED, "A slip.")
    undoing = table.another(UndoService)
    undoing.undo()
    undoing.undo()
    assert table.item.draft.text == TEXT
    assert not table.item.state.flags
    assert table.verifier.quick().breaches == ()


def test_neither_the_author_nor_whoever_recorded_it_may_approve_own_words(table: Table) -> None:
    table.book.policy = {"approval": {"own_words": "no"}}
    table.review.recording_for(BY_ALEX).amend(table.item, FIXED, "A slip.")
    for who in (DAWN, ALEX):
        table.history.who = who
        with pytest.raises(Refusal, match="nobody approves their own words"):
            table.review.approve(table.item)


def test_only_whoever_may_work_here_may_record_for_others(table: Table) -> None:
    table.history.read_only = "A merge is under way."
    with pytest.raises(Refusal, match="merge"):
        table.review.recording_for(BY_ALEX).flag(table.item, quote_at(TEXT, Span(0, 3)), "date", "Right?")
