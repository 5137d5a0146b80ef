"""The commands that look back: what was done, what changed, who wrote what."""

import argparse

from review_tui.cli import describe
from review_tui.cli.acting import needs_history
from review_tui.cli.house import House
from review_tui.cli.lines import redlined
from review_tui.cli.output import give_json, say
from review_tui.domain.redline import redline
from review_tui.domain.text import digest
from review_tui.services.desk import Desk
from review_tui.services.points import Points
from review_tui.services.reading import ItemView
from review_tui.services.telling import Told
from review_tui.services.versions import SentenceBlame


def log(house: House, asked: argparse.Namespace) -> int:
    """What was done, newest first."""
    desk = house.desk(asked.book)
    view = desk.reading.find(asked.item) if asked.item else None
    needs_history(desk, view.name if view else "")
    of_item = desk.telling.timeline(view)[::-1][: asked.limit] if view else ()
    told = of_item if view else desk.telling.of_book(asked.limit)
    if asked.json:
        give_json([describe.told(each) for each in told])
        return 0
    for each in told:
        say(each.sentence)
    if not told:
        say("Nothing has been recorded yet.")
    return 0


def diff(house: House, asked: argparse.Namespace) -> int:
    """What changed between two points."""
    desk = house.desk(asked.book)
    view = desk.reading.find(asked.item)
    needs_history(desk, view.name)
    points = Points(desk.history, view, desk.versions)
    old, new = points.find(asked.since), points.find(asked.until)
    changes = redline(old.text, new.text)
    if asked.json:
        ends = {"from": old, "to": new}
        give_json(
            {
                "meeting": view.meeting.id,
                "item": view.item.id,
                **{name: {"what": end.what, "text": digest(end.text)} for name, end in ends.items()},
                **describe.redline(changes),
            }
        )
        return 0
    say(f"Item {view.item.number or view.item.id}, from {old.what} to {new.what}: {changes.summary()}")
    say(*redlined(changes))
    return 0


def blame(house: House, asked: argparse.Namespace) -> int:
    """Each sentence, with where its words come from."""
    desk = house.desk(asked.book)
    view = desk.reading.find(asked.item)
    needs_history(desk, view.name)
    sentences = desk.versions.blame(view)
    told = _told(desk, view)
    if asked.json:
        give_json([_blamed(each, view, told) for each in sentences])
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


def _told(desk: Desk, view: ItemView) -> dict[str, Told]:
    return {each.entry.id: each for each in desk.telling.timeline(view)}


def _from(blamed: SentenceBlame, told: dict[str, Told]) -> str:
    if blamed.entry is None:
        return "not recorded yet: an edit made by other means"
    known = told.get(blamed.entry.id)
    return known.sentence if known else f"{blamed.entry.subject}, by {blamed.entry.by.name}"


def _blamed(blamed: SentenceBlame, view: ItemView, told: dict[str, Told]) -> describe.Json:
    return {
        **describe.span(blamed.span, view.draft.text),
        "told": _from(blamed, told),
        "amendment": blamed.amendment.number if blamed.amendment else None,
        "entry": describe.entry(blamed.entry) if blamed.entry else None,
        "also": [describe.entry(entry) for entry in blamed.also],
    }
