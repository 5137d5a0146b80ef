"""The commands about whole meetings: who has read what, signing off, reopening, correcting, handing over."""

import argparse

from review_tui.cli import describe
from review_tui.cli.acting import at_item, needs_history, only_one, tell
from review_tui.cli.house import House
from review_tui.cli.lines import day
from review_tui.cli.output import complain, give_json, say
from review_tui.domain.meeting import Meeting
from review_tui.domain.quotes import quote_at
from review_tui.domain.refusals import Refusal
from review_tui.domain.standing import Move
from review_tui.domain.text import short_digest
from review_tui.services.desk import Desk
from review_tui.services.gate import Gate
from review_tui.services.meant import meeting_called, meeting_meant
from review_tui.services.reading import MeetingView


def receipts(house: House, asked: argparse.Namespace) -> int:
    """Who has read what since it last changed."""
    from review_tui.services.receipts import who_has_read  # noqa: PLC0415 -- only this command needs it

    desk = house.desk(asked.book)
    meetings = [_meeting(desk, asked.meeting)] if asked.meeting else list(desk.reading.meetings()[0])
    views = [desk.reading.all_looked_up(desk.reading.meeting(m)) for m in meetings]
    if asked.json:
        give_json([describe.receipts(view, who_has_read(view)) for view in views])
        return 0
    for view in views:
        _say_receipts(view)
    return 0


def sign_off(house: House, asked: argparse.Namespace) -> int:
    """Sign a meeting's minutes off, or say exactly what blocks it."""
    desk = house.desk(asked.book)
    gate = desk.signing.gate(_meeting(desk, asked.meeting))
    read_only = desk.history.why_read_only()
    if asked.preview or gate.blocks:
        refused = {} if gate.is_open else {"refused": gate.headline, "exit": 1}
        if asked.json:
            give_json({**refused, **describe.gate(gate), "read_only": read_only or None})
        else:
            _say_gate(gate, whole=asked.preview)
            if read_only:
                complain(f"Read only: {read_only}")
        return 0 if gate.is_open else 1
    return tell(asked, desk.signing.sign(gate, asked.statement, asked.dissent))


def reopen(house: House, asked: argparse.Namespace) -> int:
    """Make signed minutes a draft again."""
    desk = house.desk(asked.book)
    return tell(asked, desk.signing.reopen(_meeting(desk, asked.meeting), asked.reason))


def correct(house: House, asked: argparse.Namespace) -> int:
    """Record what a later meeting put right in signed minutes."""
    desk, view = at_item(house, asked)
    refusal = desk.signing.why_not(Move.CORRECT, view)
    if refusal:
        raise Refusal(refusal)
    quote = quote_at(view.draft.text, only_one(view, asked.quote, asked.nth))
    later = [m for m in desk.reading.meetings()[0] if m.id != view.meeting.id]
    made_at = meeting_called(later, asked.made_at)
    return tell(asked, desk.signing.correct(view, quote, asked.wording, asked.reason, made_at))


def hand_over(house: House, asked: argparse.Namespace) -> int:
    """What the next meeting is asked to approve."""
    from review_tui.services.handing_over import hand_over as handed_over  # noqa: PLC0415 -- as above

    desk = house.desk(asked.book)
    meeting = _meeting(desk, asked.meeting)
    needs_history(desk, meeting.id)
    view = desk.reading.all_looked_up(desk.reading.meeting(meeting))
    words = handed_over(view, desk.versions)
    if asked.json:
        give_json({"meeting": meeting.id, "text": words})
    else:
        say(words.rstrip("\n"))
    return 0


def _meeting(desk: Desk, asked: str) -> Meeting:
    meetings, problems = desk.reading.meetings()
    for problem in problems:
        complain(f"! {problem}")
    return meeting_meant(meetings, asked)


def _say_receipts(view: MeetingView) -> None:
    from review_tui.services.receipts import who_has_read  # noqa: PLC0415 -- as above

    say(f"{view.meeting.body}, {day(view.meeting.date)}")
    rows = who_has_read(view)
    for item in view.items:
        told = [f"{s.reviewer.name or s.reviewer.email}: {s.has.value}" for s in rows if s.item is item]
        say(f"  {item.item.number}  {item.item.title}")
        say(f"      {'; '.join(told) or 'nobody is listed in book.yaml, and nobody has acted yet'}")
    say("")


def _say_gate(gate: Gate, *, whole: bool) -> None:
    if whole:
        for it in gate.items:
            by = ", ".join(it.approved_by)
            say(f"Item {it.view.item.number or it.view.item.id}: {it.view.item.title}")
            say(
                f"    text {short_digest(it.text)}; {f'approved by {by}' if by else 'approved by nobody yet'}"
            )
    if gate.is_open:
        say("Nothing blocks the sign-off.")
        return
    complain(f"review-tui: {gate.headline}")
    for block in gate.blocks:
        if block.sentence != gate.headline:
            complain(f"  {block}")
