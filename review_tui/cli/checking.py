"""The commands that look drafts over."""

import argparse
from contextlib import suppress
from pathlib import Path

from review_tui.checks.more import all_checks
from review_tui.cli.findings import Reported, report
from review_tui.cli.house import House
from review_tui.cli.output import complain, give_json, say
from review_tui.domain.findings import Severity
from review_tui.domain.meeting import Problem
from review_tui.domain.refusals import BookUnusable, Refusal, WrongUsage
from review_tui.services.checking import Checking
from review_tui.services.desk import Desk
from review_tui.services.reading import ItemView


def check(house: House, asked: argparse.Namespace) -> int:
    """Findings; exit code 1 when there are any."""
    form = "json" if asked.json else asked.format
    unknown = set(asked.only) - {c.id for c in all_checks()[0]}
    if unknown:
        raise WrongUsage(f"No check is called {', '.join(sorted(unknown))}. `review-tui checks` lists them.")
    least = Severity(asked.severity) if asked.severity else None
    if asked.draft:
        if asked.paths:
            raise WrongUsage("Give either --draft with a plain file, or the PATH of a book, not both.")
        draft, notes = house.plain_texts(asked.draft, asked.notes)
        meeting = house.meeting_file(asked.meeting) if asked.meeting else None
        outcome = Checking().of_texts(draft, notes, meeting, only=asked.only, least=least)
        return report([Reported("", "", "", outcome)], form)
    if asked.notes or asked.meeting:
        raise WrongUsage("--notes and --meeting go with --draft FILE.")
    found, unread = [], 0
    for path in asked.paths or [None]:
        desk, views, problems = _meant(house, path)
        for view in views:
            outcome = desk.checking.of_item(view, only=asked.only, least=least)
            folder = f"{desk.book.rstrip('/')}/{view.name}/"
            found.append(Reported(view.meeting.id, view.item.id, folder, outcome))
        for problem in problems:
            complain(f"! {problem}")
        unread += len(problems)
    # What could not be read was not checked: that is never "no findings".
    return report(found, form) or int(unread > 0)


def checks(_: House, asked: argparse.Namespace) -> int:
    """What the program looks out for."""
    if asked.json:
        give_json(
            [
                {"id": c.id, "severity": c.severity.value, "finds": c.finds, "example": c.example}
                for c in all_checks()[0]
            ]
        )
        return 0
    for it in all_checks()[0]:
        say(f"{it.id} ({it.severity.value}): {it.finds}")
        notes = getattr(it, "example_notes", "")
        say(*(f"    {line}" for line in it.example.strip().splitlines() if line))
        say(*(f"    notes: {line}" for line in notes.strip().splitlines()), "")
    return 0


def _meant(house: House, path: Path | None) -> tuple[Desk, list[ItemView], list[Problem]]:
    """The desk, and the items that are meant: by a path, or an item by its name as other commands take it."""
    if path is not None and not path.exists():
        # What is no item either is answered for as the path that it may have been meant for.
        with suppress(Refusal, BookUnusable):
            nearest = house.desk(None)
            view = nearest.reading.find(str(path))
            return nearest, [view], list(view.draft.problems)
    desk = house.desk(path)
    return desk, *_below(desk, path)


def _below(desk: Desk, path: Path | None) -> tuple[list[ItemView], list[Problem]]:
    """The items that a path means (one item, one meeting's, or the whole book's), and what can't be read."""
    meetings, problems = desk.reading.meetings()
    parts = path.resolve().parts if path else ()
    meant = [m for m in meetings if _is_below(parts, m.id)] or list(meetings)
    for meeting in meant:
        for item in meeting.items:
            if _is_below(parts, meeting.id, item.id):
                view = desk.reading.item(meeting, item)
                return [view], list(view.draft.problems)
    if path is None or path.is_dir():
        views = [desk.reading.meeting(m) for m in meant]
        told = [*problems, *(problem for view in views for problem in view.problems)]
        return [it for view in views for it in view.items], told
    raise Refusal(
        f"{path} is no part of a minute book. To check a plain file: review-tui check --draft {path}"
    )


def _is_below(parts: tuple[str, ...], *names: str) -> bool:
    return any(parts[n : n + len(names)] == names for n in range(len(parts)))
