"""The commands that look at the book: nothing they do changes anything."""

import argparse

from review_tui.cli import describe
from review_tui.cli.acting import needs_history
from review_tui.cli.house import House
from review_tui.cli.lines import day, redlined, say_flag
from review_tui.cli.output import complain, give_json, say, table
from review_tui.domain.acts import OtherAct
from review_tui.domain.refusals import Refusal
from review_tui.domain.state import State, standing_sign_offs
from review_tui.domain.text import digest, short_digest
from review_tui.services.desk import Desk
from review_tui.services.reading import ItemView, MeetingView, PlacedFlag, blocks_sign_off
from review_tui.services.versions import FiveViews


def status(house: House, asked: argparse.Namespace) -> int:
    """Meetings, items, standing, what blocks sign-off."""
    desk = house.desk(asked.book)
    meetings, problems = desk.reading.meetings()
    views = [desk.reading.all_looked_up(desk.reading.meeting(m)) for m in meetings]
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
    """One item: minutes, notes, flags; or one view of its minutes alone."""
    desk = house.desk(asked.book)
    view = desk.reading.looked_up(desk.reading.find(asked.item))
    if asked.view:
        if asked.view not in {"now", "clean"}:
            needs_history(desk, view.name)
        return _show_view(asked, view, desk.versions.five_views(view))
    flags = desk.reading.flags(view)
    if asked.json:
        give_json(describe.item(view, flags))
        return 0
    _say_head(view)
    say("", view.draft.text.rstrip("\n"), "")
    for note in view.draft.notes:
        say(f"── {note.name} ──", note.text.rstrip("\n"), "")
    _say_acts(view, flags)
    for problem in view.draft.problems:
        complain(f"! {problem}")
    return 0


def _show_view(asked: argparse.Namespace, view: ItemView, views: FiveViews) -> int:
    if asked.view == "approved" and views.approved is None:
        raise Refusal(f"No text of item {view.item.number or view.item.id} was ever approved.")
    texts = {"now": views.now, "first": views.first, "approved": views.approved, "clean": views.clean}
    text = texts.get(asked.view)
    if asked.json:
        shown = (
            {"text": digest(text), "minutes": text} if text is not None else describe.redline(views.changes)
        )
        approvals = views.approvals if asked.view == "approved" else ()
        by = {"approved_by": [describe.reviewer(a.by) for a in approvals]} if approvals else {}
        give_json({"meeting": view.meeting.id, "item": view.item.id, "view": asked.view, **shown, **by})
    elif text is None:
        say(*redlined(views.changes, whole=True))
    else:
        say(text.rstrip("\n"))
    return 0


def _say_head(view: ItemView) -> None:
    state = view.state
    text = short_digest(view.draft.digest)
    say(
        f"{view.meeting.body}, {day(view.meeting.date)}",
        f"Item {view.item.number}: {view.item.title}",
        f"{state.standing.value}; text {text}",
        *(f"approved by {a.by.name}" for a in state.current_approvals),
        *(f"waits for {who}" for who in _waits_for(state)),
        *(f"read by {r.by.name}, no comment" for r in state.receipts if r.text == state.text),
    )
    if state.differs_from_signed:
        say("! The minutes are not what was signed off: they were edited since by other means.")


def _say_acts(view: ItemView, flags: tuple[PlacedFlag, ...]) -> None:
    for placed in flags:
        say_flag(placed, view.draft.text)
    for act in view.draft.acts:
        if isinstance(act, OtherAct):
            said = ", ".join(f"{key}: {value}" for key, value in act.extra)
            say(f"? {act.id}  {act.act} by {act.by.name} (not known to this version) {said}")
    for objection in view.state.objections:
        say(f"✗ {objection.id}  {objection.by.name} objects: {objection.comment}")
    for it in view.state.corrections:
        to = f"should read “{it.wording}”" if it.wording else "should not be there"
        say(f"✎ {it.id}  “{it.quote.quote}” {to}, corrected at {it.meeting} by {it.by.name}: {it.reason}")


def _waits_for(state: State) -> tuple[str, ...]:
    """Whom approval waits for; nobody once it is signed."""
    return () if state.signed_off else state.waits_for


def _findings(desk: Desk, view: MeetingView) -> dict[str, int]:
    return {it.item.id: len(desk.checking.of_item(it).findings) for it in view.items}


def _say_meeting(view: MeetingView, findings: dict[str, int]) -> None:
    meeting = view.meeting
    signed = next(iter(standing_sign_offs(view.acts)[::-1]), None)
    say(f"{meeting.body}, {day(meeting.date)}: {view.approved} of {len(view.items)} approved")
    if signed:
        say(f"  signed off by {signed.by.name}, {day(signed.at.date())}")
    rows = [
        (
            f"  {it.item.number}",
            it.state.standing.value,
            _counted(findings[it.item.id]),
            it.item.title,
            " ".join(_told(it)),
        )
        for it in view.items
    ]
    say(*table(rows), "")
    for problem in view.problems:
        complain(f"! {problem}")


def _told(view: ItemView) -> list[str]:
    """What blocks an item; of a signed one what was corrected or tampered with."""
    state = view.state
    if not state.signed_off:
        return list(blocks_sign_off(view))
    corrected = len(state.corrections)
    told = [f"{corrected} correction{'s' if corrected > 1 else ''} since."] if corrected else []
    return told + (["It is not what was signed off any more."] if state.differs_from_signed else [])


def _counted(findings: int) -> str:
    return f"{findings} finding{'s' if findings > 1 else ''}" if findings else ""
