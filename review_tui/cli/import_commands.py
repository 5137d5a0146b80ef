"""The command that makes meetings of the book from documents."""

import argparse
from dataclasses import replace
from pathlib import Path

from review_tui.application.import_minutes import ImportedMeeting, import_minutes, words_missing
from review_tui.application.resolve_meeting import resolve_meeting
from review_tui.application.tracked_document import Tracked, TrackedDocument
from review_tui.cli.confirmation import confirm
from review_tui.cli.notes_commands import add_notes
from review_tui.cli.output import complain, give_json, say
from review_tui.cli.ports import Backend
from review_tui.cli.return_commands import meeting_to_return_to, take_back
from review_tui.model.date_format import format_day
from review_tui.model.errors import Refusal, WrongUsage
from review_tui.model.meeting import UNDATED
from review_tui.model.rendered import word_count
from review_tui.model.text import shorten
from review_tui.model.visible import visible

_TAKE_OR_SAY = (
    "look at what is marked with ?, and say --yes to take it. --date and --body put right what was misread; "
    "for who was there and the place there is `review-tui details` afterwards."
)
_SHOWN = 100
"""Characters of a line of the document that are shown."""


def import_documents(backend: Backend, asked: argparse.Namespace) -> int:
    """Take documents in: as notes, as meetings, or back into a meeting that is here."""
    return (add_notes if asked.notes else _import_minutes)(backend, asked)


def _import_minutes(backend: Backend, asked: argparse.Namespace) -> int:
    """Show what was read of each document and what is doubtful; write it when that is taken."""
    if len(asked.files) > 1 and (asked.date or asked.body):
        raise WrongUsage("A date or a body can be said for one document only.")
    told: list[dict[str, object]] = []
    returned: list[dict[str, object]] = []
    for path in asked.files:
        document = backend.tracked_document(path)
        place = meeting_to_return_to(backend, asked.into, document)
        if place is not None:
            returned.append(take_back(asked, path, document, place))
            continue
        into = backend.book_folder(Path(asked.into) if asked.into else None)
        # Where it was made of another book's meeting does not matter: it becomes one of its own.
        marked = replace(document, properties={}) if document and document.is_marked else None
        is_all_new = marked is not None and not marked.held_words_before
        if marked and is_all_new and asked.tracked != Tracked.REJECT:
            # Typed with tracking on from the first word: there is no text before it that could be amended.
            marked = replace(marked, changes=()) if marked.comments else None
        takes_all = asked.tracked == Tracked.ACCEPT or marked is None or is_all_new
        text, problems = backend.minutes_markdown(path, is_rejected=not takes_all)
        found = import_minutes(text, path.name, asked.date, asked.body)
        missing = words_missing(text, found)
        for problem in problems:
            complain(f"! {problem}")
        if not asked.json:
            _show(path, found, missing)
            _show_marks(asked, marked)
        _check_taken(asked, found, marked)
        folder = backend.write_meeting(into, found.meeting, found.texts)
        commit = _recorded(backend, folder, path, is_told=not asked.json, is_alone=marked is None)
        told.append(
            {**_json(path, folder, found, missing), "problems": list(problems), "commit": commit or None}
        )
        if marked:
            returned += _with_marks(backend, asked, path, marked, folder)
    if asked.json:
        give_json({"imported": told, **({"returned": returned} if returned else {})})
    return 0


def _recorded(backend: Backend, folder: Path, path: Path, *, is_told: bool, is_alone: bool) -> str:
    """The commit by which a new meeting is recorded as it was received; empty where it can't be, with why."""
    why, commit = "", ""
    try:
        context = backend.context(folder.parent)
        meeting = resolve_meeting(*context.reading.meetings()[:1], folder.name)
        entry = context.review.take_in(meeting, path.name)
        commit = entry.id if entry else ""
    except Refusal as refusal:
        why = str(refusal)
    if is_told:
        say(f"Wrote {folder}{' and recorded it.' if commit else '.'}")
    if why and is_alone:
        complain(f"! It is not recorded yet: {why}")
    return commit


def _show(path: Path, found: ImportedMeeting, missing: tuple[str, ...]) -> None:
    meeting = found.meeting
    day = "no date" if meeting.date == UNDATED else format_day(meeting.date)
    say(f"{path.name}: {meeting.body}, " + ", ".join(p for p in (day, meeting.start, meeting.venue) if p))
    lists = (
        ("present", meeting.present),
        ("apologies", meeting.apologies),
        ("in attendance", meeting.in_attendance),
    )
    for label, people in (("chair", ()), *lists):
        names = "; ".join(f"{p.name}, {p.role}" if p.role else p.name for p in people)
        names = meeting.chair if label == "chair" else names
        if names:
            say(f"  {label}: {names}")
    for item in meeting.items:
        by = f" ({item.presenter})" if item.presenter else ""
        words = word_count(found.texts[item.id])
        say(f"  {item.number or '-'}  {item.title}{by}: {words} word{'' if words == 1 else 's'}")
    for doubt in found.doubts:
        source = f"   from: {shorten(doubt.source, _SHOWN)}" if doubt.source else ""
        say(f"? {doubt.what}: {doubt.taken}{source}")
    for line in found.left_out:
        say(f"Left out: {shorten(line, _SHOWN)}")
    if missing:
        say(f"Words of the document that stand nowhere: {', '.join(missing)}")


def _show_marks(asked: argparse.Namespace, marked: TrackedDocument | None) -> None:
    """What becomes of the changes and comments of a Word document."""
    if marked is None:
        return
    people = ", ".join(dict.fromkeys(visible(c.author) or "somebody" for c in marked.changes))
    if marked.changes:
        how = {
            Tracked.AMEND: "become amendments of theirs; --tracked accept or reject takes them otherwise",
            Tracked.ACCEPT: "are taken as accepted",
            Tracked.REJECT: "are taken as rejected",
        }[Tracked(asked.tracked or Tracked.AMEND)]
        say(f"Tracked changes by {people} {how}.")
    if number := len(marked.comments):
        say(f"{number} comment{' becomes a flag' if number == 1 else 's become flags'}.")


def _with_marks(
    backend: Backend, asked: argparse.Namespace, path: Path, marked: TrackedDocument, folder: Path
) -> list[dict[str, object]]:
    """Record the changes and comments of a document that has just become a meeting."""
    context = backend.context(folder.parent)
    if why := context.history.why_read_only():
        complain(
            f"! Its changes and comments are not recorded: {why} After that: "
            f"review-tui import {visible(path.name)} --into {visible(folder.name)}"
        )
        return []
    meeting = resolve_meeting(*context.reading.meetings()[:1], folder.name)
    return [take_back(asked, path, marked, (context, meeting), is_new=True)]


def _check_taken(asked: argparse.Namespace, found: ImportedMeeting, marked: TrackedDocument | None) -> None:
    """Go on only with what a person took, or where nothing is doubtful."""
    if found.meeting.date == UNDATED:
        raise Refusal(
            "Nothing was written: the day of the meeting is not known. Say it with --date 2024-05-01."
        )
    if found.doubts or marked:
        confirm(asked, "Is that right, and should it be written?", _TAKE_OR_SAY)


def _json(path: Path, folder: Path, found: ImportedMeeting, missing: tuple[str, ...]) -> dict[str, object]:
    return {
        "file": visible(str(path)),
        "meeting": found.meeting.id,
        "folder": folder.as_posix(),
        "items": list(found.texts),
        "doubts": [{"what": d.what, "taken": d.taken, "source": d.source} for d in found.doubts],
        "left_out": list(found.left_out),
        "missing": list(missing),
    }
