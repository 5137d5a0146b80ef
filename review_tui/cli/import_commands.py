"""The command that makes meetings of the book from documents."""

import argparse
from pathlib import Path

from review_tui.application.document_import import (
    AskedOfDocument,
    ReadDocument,
    document_lines,
    meeting_in,
    read_document,
    record_as_received,
)
from review_tui.application.tracked_document import Tracked, TrackedDocument
from review_tui.cli.at_work import at_work
from review_tui.cli.confirmation import confirm
from review_tui.cli.notes_commands import add_notes
from review_tui.cli.output import complain, give_json, say
from review_tui.cli.ports import Backend
from review_tui.cli.return_commands import meeting_to_return_to, take_back
from review_tui.model.errors import Refusal, WrongUsage
from review_tui.model.meeting import UNDATED
from review_tui.model.text import shorten
from review_tui.model.visible import visible

_SHOWN = 400
"""Characters of what is said of a document; with `--json` all are given."""
_OTHERWISE = "--tracked accept or reject takes the tracked changes otherwise."
_TAKE_OR_SAY = (
    "look at what is marked with ?, and say --yes to take it. --date and --body put right what was misread; "
    "for who was there and the place there is `review-tui details` afterwards."
)


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
        with at_work(asked, f"Reading {path.name}"):
            document = backend.documents.tracked(path)
        place = meeting_to_return_to(backend, asked.into, document)
        if place is not None:
            returned.append(take_back(asked, path, document, place))
            continue
        into = backend.book_folder(Path(asked.into) if asked.into else None)
        said = AskedOfDocument(asked.date, asked.body, Tracked(asked.tracked) if asked.tracked else None)
        with at_work(asked, f"Reading {path.name}"):
            read = read_document(backend.documents, path, document, said)
        for problem in read.problems:
            complain(f"! {shorten(problem, _SHOWN)}")
        if not asked.json:
            for line in document_lines(read):
                say(line.words)
            if read.marked and read.marked.changes and not asked.tracked:
                say(_OTHERWISE)
        _check_taken(asked, read)
        folder = backend.documents.write_meeting(into, read.found.meeting, read.found.texts)
        commit = _recorded(backend, folder, path, is_told=not asked.json, is_alone=read.marked is None)
        told.append({**_json(folder, read), "commit": commit or None})
        if read.marked:
            returned += _with_marks(backend, asked, path, read.marked, folder)
    if asked.json:
        give_json({"imported": told, **({"returned": returned} if returned else {})})
    return 0


def _recorded(backend: Backend, folder: Path, path: Path, *, is_told: bool, is_alone: bool) -> str:
    """The commit by which a new meeting is recorded as it was received; empty where it can't be, with why."""
    why, commit = "", ""
    try:
        entry = record_as_received(backend.context(folder.parent), folder, path)
        commit = entry.id if entry else ""
    except Refusal as refusal:
        why = str(refusal)
    if is_told:
        say(f"Wrote {folder}{' and recorded it.' if commit else '.'}")
    if why and is_alone:
        complain(f"! It is not recorded yet: {why}")
    return commit


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
    return [take_back(asked, path, marked, (context, meeting_in(context, folder)), is_new=True)]


def _check_taken(asked: argparse.Namespace, read: ReadDocument) -> None:
    """Go on only with what a person took, or where nothing is doubtful."""
    if read.found.meeting.date == UNDATED:
        raise Refusal(
            "Nothing was written: the day of the meeting is not known. Say it with --date 2024-05-01."
        )
    if read.found.doubts or read.marked:
        confirm(asked, "Is that right, and should it be written?", _TAKE_OR_SAY)


def _json(folder: Path, read: ReadDocument) -> dict[str, object]:
    found = read.found
    return {
        "file": visible(str(read.path)),
        "meeting": found.meeting.id,
        "folder": folder.as_posix(),
        "items": list(found.texts),
        "doubts": [{"what": d.what, "taken": d.taken, "source": d.source} for d in found.doubts],
        "left_out": list(found.left_out),
        "missing": list(read.missing),
        "problems": list(read.problems),
    }
