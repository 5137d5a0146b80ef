"""What would be undone or done again, in words."""

import datetime as dt

from textual.content import Content

from review_tui.anchoring.redline import Redline
from review_tui.application.timeline import TimelineEvent
from review_tui.application.undo import UndoStep
from review_tui.model.act_registry import own_phrase
from review_tui.model.date_format import format_day, format_moment
from review_tui.model.meeting import Item, Meeting
from review_tui.tui.features.history.presenter import event_sentence
from review_tui.tui.presenters.redlines import changes_content
from review_tui.tui.presenters.status_lines import plain

_STAYS = "Nothing is lost: the history keeps what you take back, and U does it again."


def undo_question(step: UndoStep, number: str, today: dt.date, *, is_redo: bool) -> Content:
    """``Undo your flag on item 5, made today, 10:15?``."""
    when = _when_words(step.entry.at, today)
    what = act_words(step.what, number)
    if is_redo:
        return plain(f"Do again {what}, which you took back {when}?")
    return plain(f"Undo {what}, made {when}?")


def _when_words(at: dt.datetime, today: dt.date) -> str:
    if at.date() == today:
        return f"today, {at:%H:%M}"
    return f"on {format_moment(at, today.year)}"


def act_words(subject: str, number: str) -> str:
    """One's own act as one would speak of it, from the subject it was recorded with."""
    return own_phrase(subject, f"item {number}" if number else "this item") or f"“{subject}”"


def undo_words(event: TimelineEvent | None, step: UndoStep, changes: Redline | None) -> Content:
    """What it was, and what the minutes would get back."""
    if event is None:
        reason = step.entry.reason.strip()
        return plain(f"{step.what}: {reason}" if reason else step.what)
    if changes is None:
        return event_sentence(event)
    return Content.assemble(
        event_sentence(event),
        "\n\n",
        ("The minutes would change (↑ ↓ to read on):", "dim"),
        "\n",
        changes_content(changes),
    )


def what_follows(elsewhere: tuple[Meeting | None, Item | None] | None, *, is_redo: bool) -> Content:
    """What becomes of it; where it was, unless that is what is open."""
    words = "Everybody sees it again, as if you had done it now." if is_redo else _STAYS
    meeting, item = elsewhere or (None, None)
    if meeting and item:
        name = f"item {item.number}, {item.title}" if item.number else f"“{item.title}”"
        words = f"This was in {name} ({meeting.body}, {format_day(meeting.date)}). It opens then. {words}"
    return plain(words)
