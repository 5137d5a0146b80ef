"""The commands about whole meetings: who has read what, signing off, reopening, correcting, handing over."""

import argparse

from review_tui.application.book_context import BookContext
from review_tui.application.reading import MeetingView
from review_tui.application.resolve_meeting import corrected_at, resolve_meeting
from review_tui.application.sign_off_blocks import group_blocks
from review_tui.application.sign_off_gate import ItemToSign, SignOffGate
from review_tui.cli import json_shapes
from review_tui.cli.minutes_commands import at_item, needs_history, only_one, tell
from review_tui.cli.output import complain, give_json, say
from review_tui.cli.ports import Backend
from review_tui.cli.text_lines import day
from review_tui.model.act_signatures import signature_note
from review_tui.model.errors import Refusal
from review_tui.model.meeting import Meeting
from review_tui.model.quotes import quote_at
from review_tui.model.text import short_digest
from review_tui.model.transitions import Move


def receipts(backend: Backend, asked: argparse.Namespace) -> int:
    """Who has read what since it last changed."""
    from review_tui.application.receipts import who_has_read  # noqa: PLC0415 -- only this command needs it

    context = backend.context(asked.book)
    meetings = [meeting_asked(context, asked.meeting)] if asked.meeting else _all(context)
    views = [context.reading.meeting_with_history(context.reading.meeting(m)) for m in meetings]
    if asked.json:
        give_json({"meetings": [json_shapes.receipts(view, who_has_read(view)) for view in views]})
        return 0
    for view in views:
        _say_receipts(view)
    return 0


def sign_off(backend: Backend, asked: argparse.Namespace) -> int:
    """Sign a meeting's minutes off, or say exactly what blocks it."""
    context = backend.context(asked.book)
    gate = context.sign_off.gate(meeting_asked(context, asked.meeting))
    read_only = context.history.why_read_only()
    if asked.preview or gate.blocks:
        refused = {} if gate.is_open else {"refused": gate.headline, "exit": 1}
        if asked.json:
            give_json({**refused, **json_shapes.gate(gate), "read_only": read_only or None})
        else:
            _say_gate(gate, whole=asked.preview)
            if read_only:
                complain(f"Read only: {read_only}")
        return 0 if gate.is_open else 1
    if not asked.json:
        _say_told(gate)
    return tell(asked, context.sign_off.sign(gate, asked.statement, asked.dissent))


def reopen(backend: Backend, asked: argparse.Namespace) -> int:
    """Make signed minutes a draft again."""
    context = backend.context(asked.book)
    return tell(asked, context.sign_off.reopen(meeting_asked(context, asked.meeting), asked.reason))


def correct(backend: Backend, asked: argparse.Namespace) -> int:
    """Record what a later meeting put right in signed minutes."""
    context, view = at_item(backend, asked)
    refusal = context.sign_off.why_not(Move.CORRECT, view)
    if refusal:
        raise Refusal(refusal)
    quote = quote_at(view.draft.text, only_one(view, asked.quote, asked.nth))
    made_at, odd = corrected_at(context.reading.meetings()[0], asked.made_at, view.meeting)
    code = tell(asked, context.sign_off.correct(view, quote, asked.wording, asked.reason, made_at))
    if odd:
        complain(f"! {odd} If that is a slip: review-tui undo")
    return code


def hand_over(backend: Backend, asked: argparse.Namespace) -> int:
    """What the next meeting is asked to approve."""
    from review_tui.application.hand_over import hand_over as handed_over  # noqa: PLC0415 -- as above

    context = backend.context(asked.book)
    meeting = meeting_asked(context, asked.meeting)
    needs_history(context, meeting.id)
    view = context.reading.meeting_with_history(context.reading.meeting(meeting))
    words = handed_over(view, context.versions)
    if asked.json:
        give_json({"meeting": meeting.id, "text": words})
    else:
        say(words.rstrip("\n"))
    return 0


def meeting_asked(context: BookContext, asked: str) -> Meeting:
    """The meeting that a command names, with what can't be read of the book told on standard error."""
    meetings, problems = context.reading.meetings()
    found = resolve_meeting(meetings, asked, problems)
    for problem in problems:
        complain(f"! {problem}")
    return found


def _all(context: BookContext) -> list[Meeting]:
    meetings, problems = context.reading.meetings()
    for problem in problems:
        complain(f"! {problem}")
    return list(meetings)


def _say_receipts(view: MeetingView) -> None:
    from review_tui.application.receipts import who_has_read  # noqa: PLC0415 -- as above

    say(f"{view.meeting.body}, {day(view.meeting.date)}")
    rows = who_has_read(view)
    for item in view.items:
        told = [f"{s.reviewer.name or s.reviewer.email}: {s.has.value}" for s in rows if s.item is item]
        say(f"  {item.item.number}  {item.item.title}")
        say(f"      {'; '.join(told) or 'nobody is listed in book.yaml, and nobody has acted yet'}")
    say("")


def _note(gate: SignOffGate, item: ItemToSign, name: str) -> str:
    """Whether the approval of whoever has this name is signed."""
    by = [approval for approval in item.approvals if approval.by.name == name]
    return signature_note(by[-1], gate.signatures, gate.view.policy) if by else ""


def _say_gate(gate: SignOffGate, *, whole: bool) -> None:
    if whole:
        for it in gate.items:
            by = ", ".join(
                f"{name} ({note})" if (note := _note(gate, it, name)) else name for name in it.approved_by
            )
            say(f"Item {it.view.item.number or it.view.item.id}: {it.view.item.title}")
            say(
                f"    {f'approved by {by}' if by else 'approved by nobody yet'}; "
                f"fingerprint of this text: {short_digest(it.text)}"
            )
    if gate.is_open:
        say("Nothing blocks the sign-off.")
    else:
        complain(f"review-tui: {gate.headline}")
        for alike in group_blocks(gate.blocks):
            if alike.sentence != gate.headline:
                complain(f"  {alike}")
    _say_told(gate)


def _say_told(gate: SignOffGate) -> None:
    """What is open though it blocks nothing: whoever signs is told, and it goes into the sign-off."""
    if gate.told:
        complain("Still open, and recorded with the sign-off if it is signed so:")
        for block in gate.told:
            complain(f"  {block}")
