"""Undo and redo: what it would be is shown first, then done; where it was is opened."""

import asyncio
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from review_tui.domain.meeting import Item, Meeting
from review_tui.domain.redline import Redline, redline
from review_tui.domain.text import decode
from review_tui.services.desk import Desk
from review_tui.services.ports import FileChange
from review_tui.services.steps import trailer
from review_tui.services.telling import Told
from review_tui.services.undoing import Step
from review_tui.tui.presenters.turning import turning_question, turning_words, what_follows
from review_tui.tui.screens.picks import Notice
from review_tui.tui.screens.told import TurnDialog

if TYPE_CHECKING:
    from review_tui.tui.walks import Book

SHORT = 120
"""Characters of a refusal that are said below the panes."""
DIALOG = {False: "Undo", True: "Do it again"}


@dataclass(frozen=True, slots=True)
class Turning:
    """What would be undone or done again, and all that is shown of it."""

    step: Step
    meeting: Meeting | None
    item: Item | None
    told: Told | None
    """The act itself, as the item's history tells it."""
    changes: Redline | None
    """What would become of the minutes; ``None`` when they stay as they are."""


async def undo(book: "Book") -> None:
    """Take back what the reviewer did last."""
    await _turn(book, is_redo=False)


async def redo(book: "Book") -> None:
    """Do again what the reviewer took back last."""
    await _turn(book, is_redo=True)


async def _turn(book: "Book", *, is_redo: bool) -> None:
    found = await asyncio.to_thread(_find, book.desk, is_redo)
    if isinstance(found, str):
        await _refuse(book, found, is_redo=is_redo)
        return
    step, view = found.step, book.item.view
    is_here = step.meeting == view.meeting.id and step.item in {"", view.item.id}
    number = found.item.number or found.item.title if found.item else ""
    heading = turning_question(step, number, dt.datetime.now(step.entry.at.tzinfo).date(), is_redo=is_redo)
    words = turning_words(found.told, step, found.changes)
    elsewhere = None if is_here else (found.meeting, found.item)
    about = what_follows(elsewhere, is_redo=is_redo)
    if not await book.ask(TurnDialog(heading, words, about, DIALOG[is_redo])):
        return
    undoing = book.desk.undoing
    job = partial(undoing.redo if is_redo else undoing.undo, step.entry.id)
    if is_here or found.meeting is None:
        await book.do(job)
        return
    done = await book.pen.write(job)
    await book.open_meeting(found.meeting, step.item)
    _go_to_change(book, found.changes)
    book.say(done.sentence)


def _go_to_change(book: "Book", changes: Redline | None) -> None:
    """Rest on the first passage that reads differently now."""
    rows = changes.changes() if changes else ()
    line = next((row.new_line for row in rows if row.new_line is not None), None)
    there = next((p for p in book.item.passages if p.line == line), None)
    if there is not None:
        book.go_to(there.index)


async def _refuse(book: "Book", sentence: str, *, is_redo: bool) -> None:
    """Say why not; where that takes more than a line or two, in a box of its own."""
    if len(sentence) <= SHORT:
        book.say(sentence)
    else:
        await book.ask(Notice(f"This can’t be {'done again' if is_redo else 'undone'} now", sentence))


def _find(desk: Desk, is_redo: bool) -> Turning | str:
    """What comes next, or why nothing does. Slow enough to want a thread."""
    undoing = desk.undoing
    refusal = undoing.why_not_redo() if is_redo else undoing.why_not_undo()
    step = undoing.next_redo() if is_redo else undoing.next_undo()
    if refusal or step is None:
        return refusal
    meeting = next((m for m in desk.reading.meetings()[0] if m.id == step.meeting), None)
    item = next((i for i in meeting.items if i.id == step.item), None) if meeting else None
    if meeting is None or item is None:
        return Turning(step, meeting, item, None, None)
    view = desk.reading.item(meeting, item)
    told = _behind(desk.telling.timeline(view), step)
    changes = _of_minutes(desk.history.changes(step.entry.id), view.draft.path)
    return Turning(step, meeting, item, told, changes)


def _behind(timeline: Sequence[Told], step: Step) -> Told | None:
    """The act itself, behind any undo and redo of it."""
    known = {told.entry.id: told for told in timeline}
    told = known.get(step.entry.id)
    while told and told.amendment is None:
        before = known.get(trailer(told.entry, "Undoes") or trailer(told.entry, "Redoes"))
        if before is None:
            break
        told = before
    return told


def _of_minutes(changes: Sequence[FileChange], path: str) -> Redline | None:
    """What turning ``changes`` round does to the minutes."""
    for change in changes:
        if change.path == path and change.old is not None and change.new is not None:
            return redline(decode(change.new), decode(change.old))
    return None
