"""Undo and redo: what it would be is shown first, then done; where it was is opened."""

import asyncio
import datetime as dt
from collections.abc import Sequence
from functools import partial

from review_tui.anchoring.redline import Redline, passage_redline
from review_tui.application.act_service import Recorded
from review_tui.application.book_context import BookContext
from review_tui.application.ports import FileChange
from review_tui.application.timeline import TimelineEvent
from review_tui.application.undo import UndoService, UndoStep
from review_tui.application.undo_log import trailer
from review_tui.model.frozen import frozen
from review_tui.model.meeting import Item, Meeting
from review_tui.model.text import decode
from review_tui.tui.dialogs.long_pick import Notice
from review_tui.tui.features.undo.dialog import UndoDialog
from review_tui.tui.features.undo.presenter import undo_question, undo_words, what_follows
from review_tui.tui.main_screen import MainScreen

SHORT = 120
"""Characters of a refusal that are said below the panes."""
DIALOG = {False: "Undo", True: "Do it again"}


@frozen
class UndoDirection:
    """What would be undone or done again, and all that is shown of it."""

    step: UndoStep
    meeting: Meeting | None
    item: Item | None
    event: TimelineEvent | None
    """The act itself, as the item's history tells it."""
    changes: Redline | None
    """What would become of the minutes; ``None`` when they stay as they are."""


async def undo(screen: MainScreen) -> None:
    """Take back what the reviewer did last."""
    await _undo_or_redo(screen, is_redo=False)


async def redo(screen: MainScreen) -> None:
    """Do again what the reviewer took back last."""
    await _undo_or_redo(screen, is_redo=True)


async def _undo_or_redo(screen: MainScreen, *, is_redo: bool) -> None:
    """Show what it would be, do it where it is agreed to, and go where it was if that is another item."""
    found = await asyncio.to_thread(_find, screen.context, is_redo)
    if isinstance(found, str):
        await _refuse(screen, found, is_redo=is_redo)
        return
    step, view = found.step, screen.session.item.view
    is_here = step.meeting == view.meeting.id and (step.item in {"", view.item.id} or found.item is None)
    number = found.item.number or found.item.title if found.item else ""
    heading = undo_question(step, number, dt.datetime.now(step.entry.at.tzinfo).date(), is_redo=is_redo)
    words = undo_words(found.event, step, found.changes)
    elsewhere = None if is_here else (found.meeting, found.item)
    about = what_follows(elsewhere, is_redo=is_redo)
    if not await screen.acts.ask(UndoDialog(heading, words, about, DIALOG[is_redo])):
        return
    undoing = screen.context.undo
    job = partial(_run_undo, undoing, step.entry.id, is_redo=is_redo)
    if is_here or found.meeting is None:
        await screen.acts.do(job)
        return
    done = await screen.acts.write(job)
    await screen.open_meeting(found.meeting, step.item)
    _go_to_change(screen, found.changes)
    screen.say(done.sentence)


def _run_undo(undoing: UndoService, expected: str, *, is_redo: bool) -> Recorded:
    return undoing.redo(expected) if is_redo else undoing.undo(expected)


def _go_to_change(screen: MainScreen, changes: Redline | None) -> None:
    """Rest on the first passage that reads differently now."""
    rows = changes.changes() if changes else ()
    line = next((row.new_line for row in rows if row.new_line is not None), None)
    there = next((p for p in screen.session.item.passages if p.line == line), None)
    if there is not None:
        screen.go_to(there.index)


async def _refuse(screen: MainScreen, sentence: str, *, is_redo: bool) -> None:
    """Say why not; where that takes more than a line or two, in a box of its own."""
    if len(sentence) <= SHORT:
        screen.say(sentence)
    else:
        await screen.acts.ask(Notice(f"This can’t be {'done again' if is_redo else 'undone'} now", sentence))


def _find(context: BookContext, is_redo: bool) -> UndoDirection | str:
    """What comes next, or why nothing does. Slow enough to want a thread."""
    undoing = context.undo
    refusal = undoing.why_not_redo() if is_redo else undoing.why_not_undo()
    step = undoing.next_redo() if is_redo else undoing.next_undo()
    if refusal or step is None:
        return refusal
    meeting = next((m for m in context.reading.meetings()[0] if m.id == step.meeting), None)
    listed = [i for i in meeting.items if i not in meeting.unsure.lost] if meeting else []
    item = next((i for i in listed if i.id == step.item), None)
    if meeting is None or item is None:
        return UndoDirection(step, meeting, item, None, None)
    view = context.reading.item(meeting, item)
    event = _original_event(context.timeline.of_item(view), step)
    changes = _of_minutes(context.history.changes(step.entry.id), view.draft.path)
    return UndoDirection(step, meeting, item, event, changes)


def _original_event(timeline: Sequence[TimelineEvent], step: UndoStep) -> TimelineEvent | None:
    """The act itself, behind any undo and redo of it."""
    known = {event.entry.id: event for event in timeline}
    event = known.get(step.entry.id)
    while event and event.amendment is None:
        before = known.get(trailer(event.entry, "Undoes") or trailer(event.entry, "Redoes"))
        if before is None:
            break
        event = before
    return event


def _of_minutes(changes: Sequence[FileChange], path: str) -> Redline | None:
    """What turning ``changes`` round does to the minutes."""
    for change in changes:
        if change.path == path and change.old is not None and change.new is not None:
            return passage_redline(decode(change.new), decode(change.old))
    return None
