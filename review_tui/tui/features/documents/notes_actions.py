"""Putting a file of notes beside the item or the meeting, or dividing it among the items."""

from collections.abc import Sequence
from pathlib import Path

from textual.content import Content

from review_tui.application.add_notes import (
    begin_division,
    check_is_read,
    is_of_one_file,
    put_parts,
    put_whole,
)
from review_tui.model.note_formats import note_format_of
from review_tui.model.visible import visible
from review_tui.tui.dialogs.long_pick import NumberedPick
from review_tui.tui.features.documents.background import in_background, made_in_background
from review_tui.tui.features.documents.division_screen import DivisionScreen
from review_tui.tui.features.documents.file_dialog import FileDialog, FileQuestion
from review_tui.tui.main_screen import MainScreen
from review_tui.tui.presenters.status_lines import numbered, plain

QUESTION = FileQuestion(
    "Add notes",
    "What the minutes are written from: a clerk's notes, a transcript, slides or a report.",
    lambda name: note_format_of(name) is not None,
)
_ITEM, _MEETING, _DIVIDED = range(3)
NOT_RECORDED = "It lies beside the minutes, and is not in the history: whoever keeps the repository adds it."


async def add_notes(screen: MainScreen) -> None:
    """Ask for a file and whose notes it is; show which lines go where before they are written."""
    path = await screen.acts.ask(FileDialog(QUESTION, screen.context.documents.listed))
    if path is None:
        return
    check_is_read(path)
    view, item = screen.session.meeting, screen.session.item.view
    whose = _MEETING
    if not is_of_one_file(view):
        picked = await screen.acts.ask(NumberedPick("Whose notes are these?", _choices(screen)))
        if picked is None:
            return
        whose = picked
    documents, book = screen.context.documents, screen.context.book
    if whose == _DIVIDED:
        told = await _divide(screen, path)
    else:
        place = await in_background(
            lambda: put_whole(documents, book, item if whose == _ITEM else view, path)
        )
        told = f"Wrote {visible(str(place))}."
    if told:
        await screen.reload()
        screen.say(f"{told} {NOT_RECORDED}")


def _choices(screen: MainScreen) -> Sequence[Content]:
    item = numbered(screen.session.item.view.item)
    return (
        Content.assemble("Of this item: ", plain(item)),
        Content("Of the whole meeting, in one piece"),
        Content("Of the whole meeting, divided among its items: you see first which lines go where"),
    )


async def _divide(screen: MainScreen, path: Path) -> str:
    documents, view = screen.context.documents, screen.session.meeting
    division, problems = await made_in_background(
        screen.app,
        f"Dividing {path.name} among the items",
        lambda: begin_division(documents, view, path),
    )
    parts = await screen.acts.ask(DivisionScreen(plain(f"{path.name}, divided among the items"), division))
    if parts is None:
        return ""
    written = await in_background(lambda: put_parts(documents, screen.context.book, path, parts))
    numbers = ", ".join(part.item.item.number or part.item.item.title for part, _ in written)
    doubts = "".join(f" ! {problem}" for problem in problems)
    return f"Wrote the parts of items {visible(numbers)}.{doubts}"
