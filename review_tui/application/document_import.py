"""Making a meeting of a document that people name: read, shown in lines, written and recorded as received."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from review_tui.application.act_service import Recorded
from review_tui.application.book_context import BookContext
from review_tui.application.document_ports import Documents
from review_tui.application.export_past import ExportPast
from review_tui.application.import_minutes import ImportedMeeting, import_minutes, words_missing
from review_tui.application.ports import HistoryEntry
from review_tui.application.resolve_meeting import resolve_meeting
from review_tui.application.return_lines import PlanLine
from review_tui.application.returned_document import ReturnPlan, ReturnService
from review_tui.application.sync_ports import Watch
from review_tui.application.tracked_document import Tracked, TrackedDocument
from review_tui.model.date_format import format_day
from review_tui.model.frozen import frozen
from review_tui.model.meeting import UNDATED, Meeting
from review_tui.model.rendered import word_count
from review_tui.model.text import shorten
from review_tui.model.visible import visible

_SHOWN = 100
"""Characters of a line of the document that are shown."""


@frozen
class AskedOfDocument:
    """What a person says of a document beside its name; what is empty is read from the document."""

    date: dt.date | None = None
    body: str = ""
    tracked: Tracked | None = None
    """What becomes of tracked changes; where nothing is said, amendments."""


@frozen
class ReadDocument:
    """A document as a meeting, nothing written yet."""

    path: Path
    found: ImportedMeeting
    missing: tuple[str, ...]
    """Words of the document that stand nowhere."""
    problems: tuple[str, ...]
    marked: TrackedDocument | None
    """Its changes and comments, where there are any to be recorded."""
    tracked: Tracked


def read_document(
    documents: Documents, path: Path, document: TrackedDocument | None, asked: AskedOfDocument
) -> ReadDocument:
    """The meeting that the file ``path`` tells of; ``document`` is the same with its changes and comments.

    Raises ``Refusal``.
    """
    # Where it was made of another book's meeting does not matter: it becomes one of its own.
    marked = replace(document, properties={}) if document and document.is_marked else None
    tracked = asked.tracked or Tracked.AMEND
    is_all_new = marked is not None and not marked.held_words_before
    if marked and is_all_new and tracked != Tracked.REJECT:
        # Typed with tracking on from the first word: there is no text before it that could be amended.
        marked = replace(marked, changes=()) if marked.comments else None
    takes_all = tracked == Tracked.ACCEPT or marked is None or is_all_new
    text, problems = documents.minutes_markdown(path, is_rejected=not takes_all)
    found = import_minutes(text, path.name, asked.date, asked.body)
    return ReadDocument(path, found, words_missing(text, found), problems, marked, tracked)


def document_lines(read: ReadDocument) -> Iterator[PlanLine]:
    """What was read and what is doubtful, in the lines that every face shows before anything is written."""
    found = read.found
    meeting = found.meeting
    day = "no date" if meeting.date == UNDATED else format_day(meeting.date)
    of_it = ", ".join(said for said in (day, meeting.start, meeting.venue) if said)
    yield PlanLine(f"{visible(read.path.name)}: {meeting.body}, {of_it}")
    yield from _people(meeting)
    for item in meeting.items:
        by = f" ({item.presenter})" if item.presenter else ""
        words = word_count(found.texts[item.id])
        number = item.number or "-"
        yield PlanLine(f"  {number}  {item.title}{by}: {words} word{'' if words == 1 else 's'}")
    for doubt in found.doubts:
        source = f"   from: {shorten(doubt.source, _SHOWN)}" if doubt.source else ""
        yield PlanLine(f"? {doubt.what}: {doubt.taken}{source}", is_warning=True)
    for line in found.left_out:
        yield PlanLine(f"Left out: {shorten(line, _SHOWN)}")
    if read.missing:
        words_lost = ", ".join(read.missing)
        yield PlanLine(f"Words of the document that stand nowhere: {words_lost}", is_warning=True)
    if read.marked:
        yield from _marks(read.marked, read.tracked)


def _people(meeting: Meeting) -> Iterator[PlanLine]:
    lists = (
        ("present", meeting.present),
        ("apologies", meeting.apologies),
        ("in attendance", meeting.in_attendance),
    )
    if meeting.chair:
        yield PlanLine(f"  chair: {meeting.chair}")
    for label, people in lists:
        if people:
            names = "; ".join(f"{p.name}, {p.role}" if p.role else p.name for p in people)
            yield PlanLine(f"  {label}: {names}")


def _marks(marked: TrackedDocument, tracked: Tracked) -> Iterator[PlanLine]:
    """What becomes of the changes and comments of a document."""
    people = ", ".join(dict.fromkeys(visible(c.author) or "somebody" for c in marked.changes))
    if marked.changes:
        how = {
            Tracked.AMEND: "become amendments of theirs",
            Tracked.ACCEPT: "are taken as accepted",
            Tracked.REJECT: "are taken as rejected",
        }[tracked]
        yield PlanLine(f"Tracked changes by {people} {how}.")
    if number := len(marked.comments):
        yield PlanLine(f"{number} comment{' becomes a flag' if number == 1 else 's become flags'}.")


def meeting_in(context: BookContext, folder: Path) -> Meeting:
    """The meeting that was just written as ``folder`` of the book. Raises ``Refusal``."""
    return resolve_meeting(*context.reading.meetings()[:1], folder.name)


def record_as_received(context: BookContext, folder: Path, path: Path) -> HistoryEntry | None:
    """Record a meeting that was just made of the file ``path``. Raises ``Refusal`` where it can't be."""
    return context.review.take_in(meeting_in(context, folder), path.name)


def record_all(
    context: BookContext,
    folder: Path,
    read: ReadDocument,
    plans: list[ReturnPlan],
    watch: Watch | None = None,
) -> list[Recorded]:
    """Record a new meeting as it was received, then what its document has of changes and comments.

    What was planned of those comes to stand in ``plans``. ``watch`` may end it between two acts of these.
    """
    record_as_received(context, folder, read.path)
    if read.marked is None:
        return []
    view = context.reading.meeting_with_history(context.reading.meeting(meeting_in(context, folder)))
    past = ExportPast(context.versions, context.reading)
    service = ReturnService(context.review, context.reading, context.history, past)
    now = dt.datetime.now(dt.UTC)
    plan = service.plan(view, read.marked, visible(read.path.name), now, (), read.tracked)
    plans.append(plan)
    return list(service.record(plan, watch))
