"""The commands that take things back: one's own acts in turn, or one amendment alone. History only grows."""

import argparse

from review_tui.anchoring.redline import passage_redline
from review_tui.application.book_context import BookContext
from review_tui.application.reading import ItemView
from review_tui.application.revert import RevertPreview
from review_tui.application.undo import UndoStep
from review_tui.cli import json_shapes
from review_tui.cli.minutes_commands import at_item, needs_history, tell
from review_tui.cli.output import give_json, say
from review_tui.cli.ports import Backend
from review_tui.cli.text_lines import redlined
from review_tui.model.date_format import format_moment
from review_tui.model.errors import Refusal, WrongUsage


def undo(backend: Backend, asked: argparse.Namespace) -> int:
    """Take back what one did last."""
    context = backend.context(asked.book)
    if asked.list:
        return _list(context, as_json=asked.json)
    return tell(asked, context.undo.undo(reason=asked.reason))


def redo(backend: Backend, asked: argparse.Namespace) -> int:
    """Do again what one took back last."""
    return tell(asked, backend.context(asked.book).undo.redo())


def revert(backend: Backend, asked: argparse.Namespace) -> int:
    """Put one amendment back alone."""
    context, view = at_item(backend, asked)
    needs_history(context, view.name)
    if not asked.preview:
        if not asked.reason.strip():
            raise WrongUsage("Give a --reason for restoring the wording, or look first with --preview.")
        return tell(asked, context.revert.put_back(view, asked.amendment, asked.reason))
    preview = context.revert.preview(view, asked.amendment)
    if preview.text is None:
        raise Refusal(preview.why_not)
    return _say_preview(asked, view, preview, preview.text)


def _say_preview(asked: argparse.Namespace, view: ItemView, preview: RevertPreview, text: str) -> int:
    changes = passage_redline(view.draft.text, text)
    number, line = preview.amendment.number, view.draft.base.line
    if asked.json:
        give_json(
            {
                "meeting": view.meeting.id,
                "item": view.item.id,
                "amendment": number,
                "entry": json_shapes.entry(preview.amendment.entry),
                "settled": list(preview.settled),
                **json_shapes.redline(changes, line, line),
            }
        )
        return 0
    say(f"Restoring the wording from before amendment {number}, by {preview.amendment.entry.by.name}:")
    say(*redlined(changes, old_line=line, new_line=line), *preview.settled)
    return 0


def _list(context: BookContext, *, as_json: bool) -> int:
    steps = context.undo.all_undos()
    again = context.undo.next_redo()
    refusals = context.undo.why_not_undo(), context.undo.why_not_redo()
    if as_json:
        give_json(
            {
                "undo": [_step(step) for step in steps],
                "why_not_undo": refusals[0] or None,
                "redo": _step(again) if again else None,
                "why_not_redo": refusals[1] or None,
            }
        )
        return 0
    say(*(f"{n}  {_step_and_time(step)}" for n, step in enumerate(steps, 1)))
    if refusals[0]:
        say(refusals[0])
    if again:
        say(f"To do again: {_step_and_time(again)}", *([refusals[1]] if refusals[1] else []))
    return 0


def _step_and_time(step: UndoStep) -> str:
    return f"{step.what} ({format_moment(step.entry.at)})"


def _step(step: UndoStep) -> json_shapes.Json:
    where = {"meeting": step.meeting, "item": step.item or None}
    return {"what": step.what, **where, **json_shapes.entry(step.entry)}
