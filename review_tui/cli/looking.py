"""The commands that look: nothing they do changes anything."""

import argparse
import datetime as dt
from pathlib import Path

from review_tui.checks.more import all_checks
from review_tui.cli import describe
from review_tui.cli.findings import Reported, report
from review_tui.cli.house import House
from review_tui.cli.output import complain, give_json, say, table
from review_tui.domain.acts import OtherAct
from review_tui.domain.findings import Severity
from review_tui.domain.meeting import Problem
from review_tui.domain.refusals import BookUnusable, Refusal, WrongUsage
from review_tui.domain.text import short_digest
from review_tui.services.checking import Checking
from review_tui.services.desk import Desk
from review_tui.services.ports import Entry
from review_tui.services.reading import ItemView, MeetingView, PlacedFlag, blocks_sign_off


def status(house: House, asked: argparse.Namespace) -> int:
    """Meetings, items, standing, what blocks sign-off."""
    desk = house.desk(asked.book)
    meetings, problems = desk.reading.meetings()
    views = [desk.reading.meeting(m) for m in meetings]
    read_only = desk.history.why_read_only()
    if asked.json:
        give_json(
            {
                "book": desk.book,
                "read_only": read_only or None,
                "meetings": [describe.meeting(v, _findings(desk, v)) for v in views],
                "problems": [{"file": p.file, "line": p.line, "problem": p.sentence} for p in problems],
            }
        )
        return 0
    for view in views:
        _say_meeting(view, _findings(desk, view))
    for problem in problems:
        complain(f"! {problem}")
    if read_only:
        complain(f"Read only: {read_only}")
    return 0


def show(house: House, asked: argparse.Namespace) -> int:
    """One item: minutes, notes, flags."""
    desk = house.desk(asked.book)
    view = desk.reading.find(asked.item)
    flags = desk.reading.flags(view)
    if asked.json:
        give_json(describe.item(view, flags))
        return 0
    state = view.state
    say(
        f"{view.meeting.body}, {_day(view.meeting.date)}",
        f"Item {view.item.number}: {view.item.title}",
        f"{state.standing.value}; text {short_digest(view.draft.digest)}",
        *(f"approved by {a.by.name}" for a in state.current_approvals),
        "",
        view.draft.text.rstrip("\n"),
        "",
    )
    for note in view.draft.notes:
        say(f"── {note.name} ──", note.text.rstrip("\n"), "")
    for placed in flags:
        _say_flag(placed)
    for act in view.draft.acts:
        if isinstance(act, OtherAct):
            said = ", ".join(f"{key}: {value}" for key, value in act.extra)
            say(f"? {act.id}  {act.act} by {act.by.name} (not known to this version) {said}")
    for objection in state.objections:
        say(f"✗ {objection.id}  {objection.by.name} objects: {objection.comment}")
    for problem in view.draft.problems:
        complain(f"! {problem}")
    return 0


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
        desk = house.desk(path)
        views, problems = _below(desk, path)
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


def log(house: House, asked: argparse.Namespace) -> int:
    """What was done, newest first."""
    desk = house.desk(asked.book)
    paths = [""]
    if asked.item:
        view = desk.reading.find(asked.item)
        paths = [view.name]
    blocked = desk.history.why_read_only()
    entries = desk.history.log(paths, asked.limit)
    if not entries and blocked:
        raise BookUnusable(blocked)
    if asked.json:
        give_json([describe.entry(e) for e in entries])
        return 0
    for entry in entries:
        _say_entry(entry)
    if not entries:
        say("Nothing has been recorded yet.")
    return 0


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


def _findings(desk: Desk, view: MeetingView) -> dict[str, int]:
    return {it.item.id: len(desk.checking.of_item(it).findings) for it in view.items}


def _say_meeting(view: MeetingView, findings: dict[str, int]) -> None:
    meeting = view.meeting
    say(f"{meeting.body}, {_day(meeting.date)}: {view.approved} of {len(view.items)} approved")
    rows = [
        (
            f"  {it.item.number}",
            it.state.standing.value,
            _counted(findings[it.item.id]),
            it.item.title,
            " ".join(blocks_sign_off(it)),
        )
        for it in view.items
    ]
    say(*table(rows), "")
    for problem in view.problems:
        complain(f"! {problem}")


def _counted(findings: int) -> str:
    return f"{findings} finding{'s' if findings > 1 else ''}" if findings else ""


def _day(date: dt.date) -> str:
    return f"{date:%A} {date.day} {date:%B %Y}"


def _say_flag(placed: PlacedFlag) -> None:
    talk = placed.conversation
    said = f"“{talk.flag.quote.quote}”" if talk.flag.quote.quote else "(something missing)"
    say(f"⚑ {talk.flag.id}  {talk.flag.kind}, {talk.outcome}, by {talk.flag.by.name}: {said}")
    if talk.flag.comment:
        say(f"    {talk.flag.comment}")
    if talk.flag.suggest is not None:
        say(f"    suggests: {talk.flag.suggest}")
    say(*(f"    {r.by.name}: {r.comment}" for r in talk.replies))
    say(*(f"    {d.outcome} by {d.by.name}: {d.reason}" for d in talk.dispositions))
    say(f"    {placed.placement.sentence}")


def _say_entry(entry: Entry) -> None:
    say(f"{_day(entry.at)}, {entry.at:%H:%M}  {entry.by.name}  {entry.subject}")
    say(*(f"    {line}" for line in entry.reason.splitlines()))
