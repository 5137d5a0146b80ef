"""The commands that look back: what was done, what changed, who wrote what."""

import argparse
import datetime as dt

from review_tui.anchoring.redline import passage_redline
from review_tui.application.book_context import BookContext
from review_tui.application.item_versions import SentenceBlame
from review_tui.application.reading import ItemView
from review_tui.application.revisions import Revisions
from review_tui.application.timeline import TimelineEvent, by_day
from review_tui.cli import json_shapes
from review_tui.cli.minutes_commands import item_called, needs_history
from review_tui.cli.output import give_json, say
from review_tui.cli.ports import Backend
from review_tui.cli.text_lines import redlined
from review_tui.model.text import digest


def log(backend: Backend, asked: argparse.Namespace) -> int:
    """What was done, newest first."""
    context = backend.context(asked.book)
    view = item_called(context, asked.item) if asked.item else None
    needs_history(context, view.name if view else "")
    of_item = context.timeline.of_item(view)[::-1][: asked.limit] if view else ()
    told = of_item if view else context.timeline.of_book(asked.limit)
    if asked.json:
        give_json({"entries": [json_shapes.told(each) for each in told]})
        return 0
    for heading, those in by_day(told, dt.datetime.now().astimezone().date()):
        say(heading)
        for each in those:
            say(f"  {each.entry.at:%H:%M} · {each.entry.by.name} · {each.what}")
            say(*([f"          {' '.join(each.why.split())}"] if each.why else []))
    if not told:
        say("Nothing has been recorded yet.")
    return 0


def diff(backend: Backend, asked: argparse.Namespace) -> int:
    """What changed between two points."""
    context = backend.context(asked.book)
    view = item_called(context, asked.item)
    needs_history(context, view.name)
    points = Revisions(context.history, view, context.versions)
    old, new = points.find(asked.since), points.find(asked.until)
    changes = passage_redline(old.text, new.text)
    if asked.json:
        ends = {"from": old, "to": new}
        give_json(
            {
                "meeting": view.meeting.id,
                "item": view.item.id,
                **{name: {"what": end.what, "text": digest(end.text)} for name, end in ends.items()},
                **json_shapes.redline(changes, old.line, new.line),
            }
        )
        return 0
    say(f"Item {view.item.number or view.item.id}, from {old.what} to {new.what}: {changes.summary()}")
    say(*redlined(changes, old_line=old.line, new_line=new.line))
    return 0


def blame(backend: Backend, asked: argparse.Namespace) -> int:
    """Each sentence, with where its words come from."""
    context = backend.context(asked.book)
    view = item_called(context, asked.item)
    needs_history(context, view.name)
    sentences = context.versions.blame(view)
    told = _events_by_commit(context, view)
    if asked.json:
        give_json(
            {
                "meeting": view.meeting.id,
                "item": view.item.id,
                "sentences": [_blamed(each, view, told) for each in sentences],
            }
        )
        return 0
    last = ""
    for each in sentences:
        source = _from(each, told)
        if source != last:
            say(*([""] if last else []), source)
            last = source
        say(f"    {' '.join(each.words.split())}")
        also = [told[entry.id].sentence for entry in each.also if entry.id in told]
        say(*(f"        with words from: {sentence}" for sentence in also))
    return 0


def _events_by_commit(context: BookContext, view: ItemView) -> dict[str, TimelineEvent]:
    return {each.entry.id: each for each in context.timeline.of_item(view)}


def _from(blamed: SentenceBlame, told: dict[str, TimelineEvent]) -> str:
    if blamed.entry is None:
        return "not recorded yet: edited in another program"
    known = told.get(blamed.entry.id)
    return known.sentence if known else f"{blamed.entry.subject}, by {blamed.entry.by.name}"


def _blamed(blamed: SentenceBlame, view: ItemView, told: dict[str, TimelineEvent]) -> json_shapes.Json:
    return {
        **json_shapes.span(blamed.span, view.draft.text, view.draft.base),
        "told": _from(blamed, told),
        "amendment": blamed.amendment.number if blamed.amendment else None,
        "entry": json_shapes.entry(blamed.entry) if blamed.entry else None,
        "also": [json_shapes.entry(entry) for entry in blamed.also],
    }
