"""Findings are kept by all that the checks read, and by nothing else."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pytest

from review_tui.application.checking import CheckedItem, Checking
from review_tui.application.reading import ItemView
from review_tui.model.acts import Dismissal
from review_tui.model.findings import Severity
from review_tui.model.meeting import Meeting, Problem, Source
from review_tui.model.people import Attendee
from review_tui.model.transitions import fold_acts
from tests.application.fakes import DAWN, MEETING, FakeBook, FakeCache, Table

TEXT = (
    "The report covers October, 2020-September, 2021.\n\n"
    "Cllr Ann Smyth moved it on 17 March 2022.\n\n"
    "The minutes of the meeting of 10 February 2022 were agreed.\n\n"
    "Resolved:- That the report for October, 2020-September, 2022, be noted.\n"
)


@dataclass
class Shelf(FakeBook):
    """A book with other meetings."""

    others: tuple[Meeting, ...] = ()

    def meetings(self) -> tuple[tuple[Meeting, ...], tuple[Problem, ...]]:
        return (MEETING, *self.others), ()


@pytest.fixture
def view(table: Table) -> ItemView:
    draft = replace(table.item.draft, text=TEXT, notes=(Source("notes/clerk.md", "Report Oct 20-Sep 21\n"),))
    return replace(table.item, draft=draft)


def looked(cache: FakeCache, view: ItemView, book: FakeBook | None = None, **asked: Any) -> CheckedItem:
    """What a new session says of an item."""
    return Checking(book or Shelf(), cache).of_item(view, **asked)


def test_a_second_session_runs_no_check_and_says_the_same(view: ItemView) -> None:
    cache = FakeCache()
    first = looked(cache, view)
    assert first.findings
    assert len(cache.worked_out) == 1
    assert looked(cache, view) == first == looked(FakeCache(), view)
    assert len(cache.worked_out) == 1


def draft(view: ItemView, **fields: Any) -> ItemView:
    return replace(view, draft=replace(view.draft, **fields))


def meeting(view: ItemView, **fields: Any) -> ItemView:
    return replace(view, meeting=replace(view.meeting, **fields))


EARLIER = Meeting("earlier", MEETING.body, dt.date(2022, 2, 11))
PROPER = {"style": {"preferred": {"report": "paper"}}}
CHANGES: Mapping[str, tuple[Mapping[str, Any], Sequence[Meeting], Mapping[str, Any], Mapping[str, Any]]] = {
    "a word": ({"text": TEXT.replace("2021.", "2022.")}, (), {}, {}),
    "white space": ({"text": TEXT + "\n"}, (), {}, {}),
    "a note": ({"notes": (Source("notes/clerk.md", "Report Oct 20-Sep 22\n"),)}, (), {}, {}),
    "a note's name": ({"notes": (Source("notes/clerk.vtt", "Report Oct 20-Sep 21\n"),)}, (), {}, {}),
    "another note": ({"notes": ()}, (), {}, {}),
    "another meeting": ({}, (EARLIER,), {}, {}),
    "house style": ({}, (), PROPER, {}),
    "only some checks": ({}, (), {}, {"only": ("dates",)}),
    "only grave findings": ({}, (), {}, {"least": Severity.ERROR}),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_of_what_is_read_is_looked_over_anew(view: ItemView, name: str) -> None:
    fields, others, policy, asked = CHANGES[name]
    cache = FakeCache()
    looked(cache, view)
    changed, book = draft(view, **fields), Shelf(others=tuple(others), policy=policy)
    found = looked(cache, changed, book, **asked)
    assert len(cache.worked_out) == 2
    assert found == looked(FakeCache(), changed, book, **asked)
    assert looked(cache, changed, book, **asked) == found
    assert len(cache.worked_out) == 2


def test_the_roll_and_the_day_of_the_meeting_are_read(view: ItemView) -> None:
    cache = FakeCache()
    looked(cache, view)
    for changed in (
        meeting(view, present=(Attendee("Ann Smith"),)),
        meeting(view, date=dt.date(2022, 3, 17)),
    ):
        assert looked(cache, changed) == looked(FakeCache(), changed)
    assert len(cache.worked_out) == 3


def test_of_another_body_nothing_is_read(view: ItemView) -> None:
    cache = FakeCache()
    looked(cache, view)
    looked(cache, view, Shelf(others=(replace(EARLIER, body="Another"),)))
    assert len(cache.worked_out) == 1


def test_a_dismissal_needs_no_check_and_counts_at_once(view: ItemView) -> None:
    cache = FakeCache()
    first, *others = looked(cache, view).findings
    act = Dismissal(
        id="d",
        by=DAWN,
        at=dt.datetime(2022, 3, 20, tzinfo=dt.UTC),
        finding=first.fingerprint,
        check=first.check,
        message=first.message,
        reason="So.",
    )
    dismissed = replace(view, state=fold_acts(view.draft.digest, (act,)))
    again = looked(cache, dismissed)
    assert again.findings == tuple(others)
    assert again.dismissed == (first,)
    assert len(cache.worked_out) == 1


@pytest.mark.parametrize(
    "harm",
    [
        None,
        [],
        {},
        "words",
        {"findings": [], "failures": [["x"]]},
        {"findings": [{"check": 1}], "failures": []},
        {"findings": [{}], "failures": []},
        {"findings": None, "failures": []},
    ],
)
def test_what_is_no_answer_of_ours_is_looked_for_anew(view: ItemView, harm: object) -> None:
    cache = FakeCache()
    first = looked(cache, view)
    cache.kept = dict.fromkeys(cache.kept, harm)
    assert looked(cache, view) == first
    assert len(cache.worked_out) == 2


def test_within_a_session_an_item_that_is_opened_again_is_there_at_once(view: ItemView) -> None:
    cache = FakeCache()
    checking = Checking(Shelf(), cache)
    assert checking.of_item(view) == checking.of_item(view)
    cache.kept.clear()
    assert checking.of_items([view])[view.item.id] == checking.of_item(view)
    assert len(cache.worked_out) == 1
