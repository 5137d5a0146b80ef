"""What is open, read off the screen's thread: what comes late never takes the place of what is newer."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from review_tui.application.act_service import Recorded
from review_tui.application.ports import BEING_READ
from review_tui.application.reading import ItemView, MeetingView
from review_tui.model.meeting import Problem, Source
from review_tui.model.quotes import quote_at
from review_tui.model.text import Span
from review_tui.tui.item_loader import Came, ItemLoader, LoadedItem
from review_tui.tui.open_item import OpenItem
from review_tui.tui.presenters.outside import CHANGED_OUTSIDE
from review_tui.tui.review_session import UNRECORDED, ReviewSession
from tests.application.fakes import ALEX, DAWN, MEETING, OTHER, PATH, TEXT, Table
from tests.tui.sessions import sit_down

EDITED = TEXT.replace("covers", "covered")


class Interrupted(ItemLoader):
    """Something happens while it finds out about an item."""

    meanwhile: Callable[[], object] = lambda: None

    def know(self, view: ItemView, before: OpenItem | None = None) -> LoadedItem:
        found = super().know(view, before)
        self.meanwhile()
        return found


def session_at(table: Table) -> ReviewSession:
    return sit_down(table).session


def interrupt(session: ReviewSession, meanwhile: Callable[[], object]) -> None:
    loader = Interrupted(session.context)
    loader.meanwhile = meanwhile
    session.loader = loader


def flag_as_seen(session: ReviewSession) -> Recorded:
    return session.context.review.flag(session.item.view, quote_at(TEXT, Span(0, 10)), "wording", "Which?")


def by_alex(table: Table, job: Callable[[], object]) -> None:
    table.history.who = ALEX
    job()
    table.history.who = DAWN


async def test_an_item_is_first_known_then_checked_and_each_is_drawn(table: Table) -> None:
    session, drawn, ended = session_at(table), [], []
    session.on_change = lambda: drawn.append((session.item.is_known, session.item.is_checked))
    session.on_looked_over = lambda: ended.append(session.is_looking_over)
    await session.look_over()
    assert drawn == [(True, False), (True, True)]
    assert ended == [False]
    assert (session.who, session.read_only, session.warning) == (DAWN.name, "", "")


async def test_what_comes_late_does_not_take_the_place_of_an_item_opened_meanwhile(table: Table) -> None:
    session = session_at(table)
    interrupt(session, lambda: session.open_item(OTHER.id))
    await session.look_over()
    assert session.item.view.item == OTHER
    assert not session.item.is_known


async def test_whoever_waits_for_the_looking_over_goes_on_when_it_fails_too(table: Table) -> None:
    session = session_at(table)
    table.book.texts.pop(PATH)
    session.begin_looking_over()
    session.end_looking_over()
    assert await session.looked_over() is session.item
    assert not session.item.is_checked


async def test_after_an_act_of_ones_own_all_that_is_shown_counts_as_read(table: Table) -> None:
    session = session_at(table)
    await session.look_over()
    outcome = await session.reload(table.review.amend(table.item, EDITED, "It did."))
    assert (outcome.is_shown, outcome.problem) == (True, "")
    assert session.item.view.draft.text == session.read_text == EDITED
    assert (session.is_behind, session.warning) == (False, "")


async def test_what_somebody_else_changed_before_ones_own_act_is_announced_and_has_to_be_read(
    table: Table,
) -> None:
    session = session_at(table)
    await session.look_over()
    by_alex(table, lambda: table.review.amend(table.item, EDITED, "It did."))
    await session.reload(flag_as_seen(session))
    assert session.is_behind
    assert session.warning.startswith("Alex Example amended item 5")
    assert session.read_text == TEXT
    await session.reload()
    assert (session.is_behind, session.warning) == (False, "")


async def test_an_act_on_another_item_does_not_hide_what_changed_in_this_one(table: Table) -> None:
    session = session_at(table)
    await session.look_over()
    table.book.texts[PATH] = EDITED
    other = table.review.approve(table.reading.item(MEETING, OTHER))
    await session.reload(other)
    assert session.is_behind


async def test_an_item_that_is_gone_stays_on_the_screen_with_the_reason(table: Table) -> None:
    session = session_at(table)
    await session.look_over()
    was = session.item
    table.book.texts.pop(PATH)
    outcome = await session.reload()
    assert not outcome.is_shown
    assert outcome.problem.endswith("The minutes of item 5 are missing.")
    assert session.item is was


async def test_reading_again_does_not_bring_back_an_item_that_was_left_meanwhile(table: Table) -> None:
    session = session_at(table)
    await session.look_over()
    interrupt(session, lambda: session.open_item(OTHER.id))
    outcome = await session.reload()
    assert not outcome.is_shown
    assert session.item.view.item == OTHER


async def test_a_change_from_outside_is_told_once_and_never_while_something_is_written(table: Table) -> None:
    session, drawn = session_at(table), []
    await session.reload()
    session.on_change = lambda: drawn.append(session.warning)
    await session.notice_changes()
    assert drawn == []
    table.book.texts[PATH] = EDITED
    session.acting += 1
    await session.notice_changes()
    assert drawn == []
    session.acting -= 1
    await session.notice_changes()
    await session.notice_changes()
    assert drawn == ["minutes.md of item 5 was edited in another program.  F5: see what changed"]
    assert session.is_behind


async def test_a_change_that_could_not_be_told_in_the_midst_of_something_is_told_at_the_next_look(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, drawn = session_at(table), []
    await session.reload()
    session.on_change = lambda: drawn.append(session.warning)
    table.book.texts[PATH] = EDITED
    what_came = session.loader.what_came

    def meanwhile(was: MeetingView, newest: str, own: str = "") -> Came:
        session.meeting = replace(session.meeting)
        return what_came(was, newest, own)

    monkeypatch.setattr(session.loader, "what_came", meanwhile)
    await session.notice_changes()
    assert drawn == []
    monkeypatch.undo()
    await session.notice_changes()
    assert drawn == ["minutes.md of item 5 was edited in another program.  F5: see what changed"]


async def test_files_that_only_look_changed_are_not_told_of(table: Table) -> None:
    """A file that was saved as it was, an export beside it, notes whose words come late."""
    session, drawn = session_at(table), []
    late, told = Problem("n.pdf", BEING_READ), Problem("x.docx", "An export.", is_notice=True)
    table.book.act_problems = (late,)
    await session.reload()
    session.on_change = lambda: drawn.append(session.warning)
    table.book.act_problems = (told,)
    table.book.notes = (Source("n.pdf", "Its words."),)
    await touched(table, session)
    assert drawn == []
    table.book.notes = (Source("n.pdf", "Other words."),)
    await touched(table, session)
    assert drawn == []  # not shown yet, so nothing of it has changed for the reader
    await session.reload()
    drawn.clear()
    table.book.notes = (Source("n.pdf", "Its words."),)
    await touched(table, session)
    assert drawn == [CHANGED_OUTSIDE]


async def touched(table: Table, session: ReviewSession) -> None:
    """The files look otherwise from outside, and that is noticed."""
    table.book.texts["touched"] = table.book.texts.get("touched", "") + "."
    await session.notice_changes()


async def test_an_edit_that_is_not_recorded_is_said_until_another_item_is_open(table: Table) -> None:
    table.book.texts[PATH] = EDITED
    session = session_at(table)
    await session.look_over()
    assert session.warning == UNRECORDED
    session.open_item(OTHER.id)
    assert session.warning == ""


async def test_what_is_known_now_does_not_hide_that_more_has_changed(table: Table) -> None:
    session = session_at(table)
    session.fall_behind(CHANGED_OUTSIDE)
    table.book.texts[PATH] = EDITED
    session.item = replace(session.item, view=table.item)
    await session.look_over()
    assert session.warning == CHANGED_OUTSIDE


async def test_counts_of_a_meeting_that_is_not_open_any_more_are_let_go(table: Table) -> None:
    session = session_at(table)
    counting = session.count_findings()
    found = session.loader.findings(session.meeting)
    await counting
    assert session.findings == found
    session.findings = {}
    meeting = session.meeting

    class Slow(ItemLoader):
        def findings(self, view: object) -> dict[str, int]:
            session.meeting = replace(meeting)
            return found

    session.loader = Slow(session.context)
    await session.count_findings()
    assert session.findings == {}


async def test_a_meeting_without_an_item_to_read_is_not_opened(table: Table) -> None:
    session = session_at(table)
    table.book.texts.clear()
    was = session.meeting
    assert await session.open_meeting(MEETING) == (
        "There is no item to read in The Board. The minutes of item 5 are missing."
    )
    assert session.meeting is was
