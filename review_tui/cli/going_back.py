"""The commands that take things back: one's own acts in turn, or one amendment alone. History only grows."""

import argparse

from review_tui.cli import describe
from review_tui.cli.acting import at_item, needs_history, tell
from review_tui.cli.house import House
from review_tui.cli.lines import redlined
from review_tui.cli.output import give_json, say
from review_tui.domain.redline import redline
from review_tui.domain.refusals import Refusal, WrongUsage
from review_tui.domain.telling_time import moment
from review_tui.services.desk import Desk
from review_tui.services.putting_back import PutBack
from review_tui.services.reading import ItemView
from review_tui.services.undoing import Step


def undo(house: House, asked: argparse.Namespace) -> int:
    """Take back what one did last."""
    desk = house.desk(asked.book)
    if asked.list:
        return _list(desk, as_json=asked.json)
    return tell(asked, desk.undoing.undo(reason=asked.reason))


def redo(house: House, asked: argparse.Namespace) -> int:
    """Do again what one took back last."""
    return tell(asked, house.desk(asked.book).undoing.redo())


def revert(house: House, asked: argparse.Namespace) -> int:
    """Put one amendment back alone."""
    desk, view = at_item(house, asked)
    needs_history(desk, view.name)
    if not asked.preview:
        if not asked.reason.strip():
            raise WrongUsage("Give a --reason for putting it back, or look first with --preview.")
        return tell(asked, desk.putting_back.put_back(view, asked.amendment, asked.reason))
    preview = desk.putting_back.preview(view, asked.amendment)
    if preview.text is None:
        raise Refusal(preview.why_not)
    return _say_preview(asked, view, preview, preview.text)


def _say_preview(asked: argparse.Namespace, view: ItemView, preview: PutBack, text: str) -> int:
    changes = redline(view.draft.text, text)
    number = preview.amendment.number
    if asked.json:
        give_json(
            {
                "meeting": view.meeting.id,
                "item": view.item.id,
                "amendment": number,
                "entry": describe.entry(preview.amendment.entry),
                "settled": list(preview.settled),
                **describe.redline(changes),
            }
        )
        return 0
    say(f"Putting back amendment {number}, by {preview.amendment.entry.by.name}, would change this:")
    say(*redlined(changes), *preview.settled)
    return 0


def _list(desk: Desk, *, as_json: bool) -> int:
    steps = desk.undoing.all_undos()
    again = desk.undoing.next_redo()
    refusals = desk.undoing.why_not_undo(), desk.undoing.why_not_redo()
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
    say(*(f"{n}  {_when(step)}" for n, step in enumerate(steps, 1)))
    if refusals[0]:
        say(refusals[0])
    if again:
        say(f"To do again: {_when(again)}", *([refusals[1]] if refusals[1] else []))
    return 0


def _when(step: Step) -> str:
    return f"{step.what} ({moment(step.entry.at)})"


def _step(step: Step) -> describe.Json:
    where = {"meeting": step.meeting, "item": step.item or None}
    return {"what": step.what, **where, **describe.entry(step.entry)}
