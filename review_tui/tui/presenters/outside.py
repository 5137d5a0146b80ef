"""The line that says, while the book is open, who changed what in it meanwhile."""

import datetime as dt

from review_tui.application.ports import HistoryEntry
from review_tui.application.undo_log import is_redo, is_undo
from review_tui.model.commit_messages import parse_subject
from review_tui.model.date_format import format_moment
from review_tui.tui.item_loader import Came

CHANGED_OUTSIDE = "The files of this meeting have changed.  F5: see what changed"
_F5 = "  F5: see what changed"
_WEEK = 7
"""Days within which the day of the week says which day it was."""
_DID = {
    "Flag": "flagged",
    "Reply on": "replied to a flag on",
    "Place": "said where a flag stands on",
    "Settle": "closed a flag on",
    "Dismiss in": "dismissed a finding in",
    "Approve": "approved",
    "Read": "read",
    "Object to": "objected to",
    "Confirm evidence in": "said where passages come from in",
    "Amend": "amended",
    "Correct": "corrected",
}


def outside_line(came: Came, today: dt.date) -> str:
    """``Dawn Example amended item 5 (Tuesday 10:15).  F5: see what changed``."""
    if came.commits:
        entry = came.commits[0]
        more = f", and {len(came.commits) - 1} more" if len(came.commits) > 1 else ""
        return f"{entry.by.name} {_did(entry)} ({_when_words(entry.at, today)}){more}.{_F5}"
    if came.edited:
        item = came.edited[0].item
        more = f", and of {len(came.edited) - 1} more," if len(came.edited) > 1 else ""
        name = f"item {item.label}"
        return f"minutes.md of {name}{more} was edited in another program.{_F5}"
    return CHANGED_OUTSIDE


def _did(entry: HistoryEntry) -> str:
    if is_undo(entry) or is_redo(entry):
        return "took something back" if is_undo(entry) else "did something again"
    about = parse_subject(entry.subject)
    did = _DID.get(about.verb) if about else None
    return f"{did} item {about.number}" if about and did else "changed this meeting"


def _when_words(at: dt.datetime, today: dt.date) -> str:
    return f"{at:%A %H:%M}" if 0 <= (today - at.date()).days < _WEEK else format_moment(at)
