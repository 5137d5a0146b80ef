"""Making a meeting of a document: read and shown, then written, recorded as received, and opened."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from textual.app import App
from textual.content import Content
from textual.screen import Screen

from review_tui.application.document_import import (
    AskedOfDocument,
    ReadDocument,
    meeting_in,
    read_document,
    record_all,
)
from review_tui.application.document_ports import Documents
from review_tui.application.return_lines import plan_lines
from review_tui.application.returned_document import ReturnPlan
from review_tui.model.errors import Refusal
from review_tui.model.note_formats import note_format_of
from review_tui.model.visible import visible
from review_tui.tui.dialogs.page import ReaderScreen
from review_tui.tui.features.documents.background import (
    in_background,
    made_in_background,
    shown_while,
)
from review_tui.tui.features.documents.file_dialog import FileDialog, FileQuestion
from review_tui.tui.features.documents.import_dialog import ImportDialog
from review_tui.tui.features.documents.presenter import plan_page
from review_tui.tui.main_screen import MainScreen
from review_tui.tui.presenters.status_lines import count
from review_tui.tui.under_way import UnderWay

Ask = Callable[[Screen[Any]], Awaitable[Any]]
"""Shows a dialog and waits for its answer."""

QUESTION = FileQuestion(
    "Make a meeting of a document",
    "Minutes that somebody wrote: Word, OpenDocument, a web page, PDF, rich text, Markdown or text.",
    lambda name: (kind := note_format_of(name)) is not None and not kind.is_spoken and kind.how != "eml",
)


async def import_minutes(screen: MainScreen) -> None:
    """Make a meeting of the book out of a document, and open it."""
    context = screen.context
    made = await make_meeting(screen.app, screen.acts.ask, context.documents, Path(context.book))
    if made is None:
        return
    folder, read = made
    try:
        meeting = await in_background(lambda: meeting_in(context, folder))
    except Refusal:  # a screen on one file of minutes shows no other
        book = visible(str(folder.parent))
        screen.say(f"Wrote {visible(str(folder))}, not recorded yet.  `review-tui {book}` opens it.")
        return
    plans: list[ReturnPlan] = []
    under_way = UnderWay()
    try:
        done = await screen.acts.write_all(
            lambda: record_all(context, folder, read, plans, under_way.watch),
            lambda writing: shown_while(
                screen.app, under_way.begun("Recording"), writing, under_way.break_off
            ),
        )
        told = "and recorded it" + (f", with {count(len(done), 'act')} of its document." if done else ".")
        if under_way.is_cancelled and len(done) < sum(plan.acts for plan in plans):
            told += " Stopped there: taking the file back brings the others."
    except Refusal as refusal:
        told = f"which is not recorded yet: {refusal}"
    await screen.open_meeting(meeting)
    screen.say(f"Made the meeting {visible(folder.name)}, {told}")
    for plan in plans:
        if plan.unplaced or plan.people:
            words = plan_page(plan_lines(read.path.name, plan, is_command=False))
            await screen.acts.ask(ReaderScreen(Content("What the document brought"), words))


async def make_meeting(
    app: App[Any], ask: Ask, documents: Documents, book: Path
) -> tuple[Path, ReadDocument] | None:
    """Ask for a document, show what was read of it and write the meeting into ``book``; its folder.

    ``None`` where that is left. Raises ``Refusal``, and ``Stopped``.
    """
    path = await ask(FileDialog(QUESTION, documents.listed))
    if path is None:
        return None
    doing = f"Reading {path.name}"
    document = await made_in_background(app, doing, lambda: documents.tracked(path))
    read = await made_in_background(
        app, doing, lambda: read_document(documents, path, document, AskedOfDocument())
    )
    said = await ask(ImportDialog(read))
    if said is None:
        return None
    asked: AskedOfDocument = said
    if asked != AskedOfDocument(tracked=read.tracked):
        read = await made_in_background(app, doing, lambda: read_document(documents, path, document, asked))
    found = read.found
    folder = await in_background(lambda: documents.write_meeting(book, found.meeting, found.texts))
    return folder, read
