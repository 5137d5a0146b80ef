"""What would be undone or done again, in words."""

import datetime as dt
import re

from textual.content import Content

from review_tui.domain.meeting import Item, Meeting
from review_tui.domain.redline import Redline
from review_tui.domain.telling_time import day, moment
from review_tui.services.telling import Told
from review_tui.services.undoing import Step
from review_tui.tui.presenters.redlines import changes_content
from review_tui.tui.presenters.sentences import plain
from review_tui.tui.presenters.telling import told_line

_STAYS = "Nothing is lost: the history keeps what you take back, and U does it again."


def turning_question(step: Step, number: str, today: dt.date, *, is_redo: bool) -> Content:
    """``Undo your flag on item 5, made today, 10:15?``."""
    when = _when(step.entry.at, today)
    what = act_words(step.what, number)
    if is_redo:
        return plain(f"Do again {what}, which you took back {when}?")
    return plain(f"Undo {what}, made {when}?")


def _when(at: dt.datetime, today: dt.date) -> str:
    if at.date() == today:
        return f"today, {at:%H:%M}"
    return f"on {moment(at, today.year)}"


_SUBJECT = re.compile(r"(?P<act>[A-Z][a-z]+(?: [a-z]+){0,2}?) item \S{1,40}: (?P<what>.{0,200})")
_MINE = {
    "Flag": "your flag on {item}",
    "Reply on": "your reply to {what} on {item}",
    "Place": "your word on where {what} of {item} stands",
    "Settle": "your word on {what} of {item}",
    "Dismiss in": "your dismissing a {what} in {item}",
    "Approve": "your approval of {item}",
    "Read": "your “read, no comment” on {item}",
    "Object to": "your objection to {item}",
    "Confirm evidence in": "your word on what a passage of {item} rests on",
    "Amend": "your amendment of {item}",
    "Correct": "your correction of {item}",
}


def act_words(subject: str, number: str) -> str:
    """One's own act as one would speak of it, from the subject it was recorded with."""
    match = _SUBJECT.fullmatch(subject)
    phrase = _MINE.get(match["act"]) if match else None
    if match is None or phrase is None:
        return f"“{subject}”"
    what = match["what"].replace(", ", " (", 1) + ")" if ", " in match["what"] else match["what"]
    return phrase.format(item=f"item {number}" if number else "this item", what=what)


def turning_words(told: Told | None, step: Step, changes: Redline | None) -> Content:
    """What it was, and what the minutes would get back."""
    if told is None:
        reason = step.entry.reason.strip()
        return plain(f"{step.what}: {reason}" if reason else step.what)
    if changes is None:
        return told_line(told)
    return Content.assemble(
        told_line(told),
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
        words = f"This was in {name} ({meeting.body}, {day(meeting.date)}). It opens then. {words}"
    return plain(words)
