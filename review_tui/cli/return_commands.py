"""Taking a corrected Word document back into the meeting that it was made of: shown first, then recorded."""

import argparse
import datetime as dt
from pathlib import Path

from review_tui.application.book_context import BookContext
from review_tui.application.export_past import ExportPast
from review_tui.application.ports import Author
from review_tui.application.resolve_meeting import looks_like_a_meeting, resolve_meeting
from review_tui.application.return_lines import plan_lines
from review_tui.application.returned_document import (
    PlannedAmendment,
    PlannedFlag,
    ReturnPlan,
    ReturnService,
    meeting_of,
)
from review_tui.application.tracked_document import Tracked, TrackedDocument
from review_tui.cli.at_work import at_work
from review_tui.cli.confirmation import confirm
from review_tui.cli.minutes_commands import needs_history
from review_tui.cli.output import complain, say
from review_tui.cli.ports import Backend
from review_tui.model.errors import Refusal, WrongUsage
from review_tui.model.meeting import Meeting
from review_tui.model.visible import visible

_LOOK = "look at what would be recorded, and say --yes to take it."
_MOST_NAMED = 3
"""Meetings that are named one by one."""
_SHORTEST = 4
"""Letters that name a meeting: fewer stand in any name, and "b" is a new book."""
_BOOKS_OWN = "meeting.yaml"


def meeting_to_return_to(
    backend: Backend, into: str | None, document: TrackedDocument | None
) -> tuple[BookContext, Meeting] | None:
    """The book and the meeting that a document comes back to; ``None`` where it is to be a new one.

    That is what ``into`` names, where it is a meeting; where nothing is said, the meeting of the nearest book
    that the document itself says it is of.
    """
    path = Path(into) if into else None
    if path is not None and (path / _BOOKS_OWN).is_file():
        context = backend.context(path.resolve().parent)
        return context, _named(context, path.resolve().name)
    if path is not None and path.is_file():
        context = backend.context(path)
        meetings = context.reading.meetings()[0]
        return (context, meetings[0]) if len(meetings) == 1 else None
    if path is not None and path.exists():
        return None
    said = meeting_of(document) if document else ""
    try:
        context = backend.context(None)
    except Refusal:
        return None
    if into:
        return _named_or_new(context, into)
    return next(((context, each) for each in context.reading.meetings()[0] if said and each.id == said), None)


def _named_or_new(context: BookContext, into: str) -> tuple[BookContext, Meeting] | None:
    """The meeting that ``into`` names; ``None`` where it is a new folder, and no slip for a meeting."""
    if len(into) < _SHORTEST and not any(c.isdigit() for c in into):
        return None
    try:
        return context, _named(context, into)
    except WrongUsage:  # it fits several
        raise
    except Refusal:
        meetings = context.reading.meetings()[0]
        if near := looks_like_a_meeting(meetings, into):
            names = ", ".join(visible(each.id) for each in near[:_MOST_NAMED])
            raise Refusal(
                f"There is no meeting and no folder called “{visible(into)}”. Did you mean {names}? "
                "To begin a new minute book of that name, make the folder first."
            ) from None
    return None


def take_back(
    asked: argparse.Namespace,
    path: Path,
    document: TrackedDocument | None,
    place: tuple[BookContext, Meeting],
    *,
    is_new: bool = False,
) -> dict[str, object]:
    """Show what a document brings back, and record it when that is taken; the same as JSON.

    With ``is_new`` the meeting was made of it just now, and taking that was taking this.
    """
    context, meeting = place
    if document is None:
        raise Refusal(
            f"{visible(path.name)} can't be taken back into {meeting.id}: only a Word document (.docx) or an "
            "OpenDocument text (.odt) tells who changed what. "
            "Amend the item with `review-tui amend ITEM --file FILE`."
        )
    if not is_new:
        needs_history(context, meeting.id)
    view = context.reading.meeting_with_history(context.reading.meeting(meeting))
    past = ExportPast(context.versions, context.reading)
    service = ReturnService(context.review, context.reading, context.history, past)
    now = dt.datetime.now(dt.UTC)
    tracked = Tracked(asked.tracked or Tracked.AMEND)
    with at_work(asked, f"Comparing {path.name} with the minutes"):
        plan = service.plan(view, document, visible(path.name), now, asked.person, tracked)
    if not asked.json:
        _show(path, plan)
    recorded = []
    if not (plan.is_empty or is_new):
        confirm(asked, "Should that be recorded?", _LOOK)
    for done in service.record(plan):
        recorded.append(done.entry.id)
        if not asked.json:
            say(f"{done.entry.subject} ({done.entry.by.name})")
    return {**_json(path, plan), "commits": recorded}


def _named(context: BookContext, asked: str) -> Meeting:
    meetings, problems = context.reading.meetings()
    return resolve_meeting(meetings, asked, problems)


def _show(path: Path, plan: ReturnPlan) -> None:
    for line in plan_lines(path.name, plan):
        (complain if line.is_warning else say)(line.words)


def _json(path: Path, plan: ReturnPlan) -> dict[str, object]:
    return {
        "file": visible(str(path)),
        "meeting": plan.view.meeting.id,
        "amendments": [_amendment_json(each) for each in plan.amendments],
        "flags": [_flag_json(each) for each in plan.flags],
        "not_taken": [{"item": u.item or None, "by": u.by, "sentence": u.sentence} for u in plan.unplaced],
        "already": plan.already,
        "unknown_people": dict(plan.people),
    }


def _person(author: Author | None) -> dict[str, object] | None:
    if author is None:
        return None
    return {"name": author.who.name, "email": author.who.email, "at": f"{author.at:%Y-%m-%dT%H:%M:%SZ}"}


def _amendment_json(each: PlannedAmendment) -> dict[str, object]:
    return {
        "item": each.item,
        "by": _person(each.author),
        "what": each.what,
        "reason": each.reason,
        "tracked": each.is_tracked,
    }


def _flag_json(each: PlannedFlag) -> dict[str, object]:
    replies = [{"by": _person(reply.author), "comment": reply.words} for reply in each.replies]
    return {
        "item": each.item,
        "flag": each.known or None,
        "by": _person(each.author),
        "kind": each.kind,
        "quote": each.quote,
        "comment": each.comment,
        "replies": replies,
    }
