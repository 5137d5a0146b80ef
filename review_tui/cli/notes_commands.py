"""The command that puts notes beside minutes: of one item, or of a meeting, divided among its items."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from review_tui.application.add_notes import (
    begin_division,
    check_is_read,
    is_of_one_file,
    put_parts,
    put_whole,
)
from review_tui.application.book_context import BookContext
from review_tui.application.note_division import NotePart
from review_tui.application.reading import ItemView, MeetingView
from review_tui.application.resolve_meeting import resolve_meeting
from review_tui.cli.at_work import at_work
from review_tui.cli.confirmation import confirm
from review_tui.cli.output import complain, give_json, say
from review_tui.cli.ports import Backend
from review_tui.model.errors import Refusal, WrongUsage
from review_tui.model.text import shorten
from review_tui.model.visible import visible

_LOOK = "look at what would go where; --begins 5=120 says that item 5 begins with line 120; --yes takes it."
_NOT_RECORDED = (
    "Notes are not recorded by themselves: git add and commit them, as any file of the repository."
)
_SHOWN = 60
"""Characters of a line that are shown."""


def add_notes(backend: Backend, asked: argparse.Namespace) -> int:
    """Put files beside the minutes of an item, or divide them among those of a meeting."""
    if not asked.into:
        raise WrongUsage("Say whose notes these are: --into ITEM, or --into MEETING to divide them.")
    context = backend.context(None)
    told: list[dict[str, object]] = []
    for path in asked.files:
        check_is_read(path)
        view = _whose(context, asked.into)
        if isinstance(view, ItemView) or asked.whole or is_of_one_file(view):
            told.append(_write_whole(backend, context, asked, path, view))
        else:
            told.append(_divided(backend, context, asked, path, view))
    if asked.json:
        give_json({"imported": [], "notes": told})
    return 0


def _whose(context: BookContext, asked: str) -> ItemView | MeetingView:
    """The item, or else the meeting, that is named."""
    meetings, problems = context.reading.meetings()
    try:
        meeting = resolve_meeting(meetings, asked, problems)
    except Refusal as none:
        try:
            return context.reading.find(asked)
        except WrongUsage:
            raise
        except Refusal:
            raise none from None
    return context.reading.meeting(meeting)


def _write_whole(
    backend: Backend,
    context: BookContext,
    asked: argparse.Namespace,
    path: Path,
    view: ItemView | MeetingView,
) -> dict[str, object]:
    target = put_whole(backend.documents, context.book, view, path)
    if not asked.json:
        say(f"Wrote {target}. {_NOT_RECORDED}")
    if isinstance(view, MeetingView) and is_of_one_file(view):
        view = view.items[0]
    item = view.item.id if isinstance(view, ItemView) else None
    return {"file": visible(str(path)), "parts": [{"item": item, "wrote": target.as_posix()}]}


def _divided(
    backend: Backend, context: BookContext, asked: argparse.Namespace, path: Path, view: MeetingView
) -> dict[str, object]:
    with at_work(asked, f"Dividing {path.name} among the items"):
        division, problems = begin_division(backend.documents, view, path)
    for problem in problems:
        complain(f"! {problem}")
    parts = division.parts(_begins(view, asked.begins))
    if not asked.json:
        _show(path, parts)
    confirm(asked, "Is that right, and should it be written?", _LOOK)
    told = []
    for part, target in put_parts(backend.documents, context.book, path, parts):
        where = {"item": part.item.item.id, "first": part.first, "last": part.last}
        told.append({**where, "wrote": target.as_posix()})
        if not asked.json:
            say(f"Wrote {target}.")
    if not asked.json:
        say(_NOT_RECORDED)
    return {"file": visible(str(path)), "parts": told}


def _begins(view: MeetingView, said: Sequence[str]) -> dict[str, int]:
    """What ``--begins 5=120`` says: by the id of the item, its first line."""
    begins = {}
    for each in said:
        number, equals, line = each.partition("=")
        ids = [it.item.id for it in view.items if number.strip() in {it.item.number, it.item.id}]
        if not equals or len(ids) != 1 or not line.strip().isdecimal():
            raise WrongUsage(
                f"--begins takes an item's number and a line (5=120), and not “{visible(each)}”."
            )
        begins[ids[0]] = int(line)
    return begins


def _show(path: Path, parts: Sequence[NotePart]) -> None:
    say(f"{visible(path.name)}: {parts[-1].last} lines among {len(parts)} items")
    for part in parts:
        called = f"{part.item.item.number or '-'}  {part.item.item.title}"
        if part.is_empty:
            say(f"? {called}: no line")
            continue
        sign = " " if part.evidence else "?"
        begins = shorten(part.text.strip().partition("\n")[0], _SHOWN)
        say(f"{sign} {called}: lines {part.first} to {part.last}, from “{begins}”")
