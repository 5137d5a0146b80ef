"""The commands that look at the book: nothing they do changes anything."""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from review_tui.anchoring.corrections import corrected
from review_tui.application.book_context import BookContext
from review_tui.application.item_versions import FiveViews
from review_tui.application.reading import ItemView, MeetingView, PlacedFlag
from review_tui.application.resolve_meeting import resolve_meeting
from review_tui.application.sign_off_blocks import group_blocks
from review_tui.application.sign_off_gate import SignOffGate
from review_tui.cli import json_shapes
from review_tui.cli.minutes_commands import item_called, items_of_file, needs_history
from review_tui.cli.output import complain, give_json, say, table
from review_tui.cli.ports import Backend
from review_tui.cli.text_lines import day, redlined, say_flag
from review_tui.model.act_codec import own_fields
from review_tui.model.act_registry import kind_of, word_of
from review_tui.model.act_signatures import signature_note
from review_tui.model.acts import Approval, OpenFinding
from review_tui.model.errors import Refusal
from review_tui.model.item_state import ItemState, sign_offs_in_force
from review_tui.model.meeting import Meeting, Problem
from review_tui.model.policy_codec import BOOK
from review_tui.model.recordable_text import why_no_record
from review_tui.model.text import digest, short_digest


def status(backend: Backend, asked: argparse.Namespace) -> int:
    """Meetings, items, standing, what blocks sign-off."""
    context, meetings, problems = _book_of(backend, asked.book)
    meant = _meetings_asked(meetings, asked.book, problems)
    if len(meant) < len(meetings):
        problems = tuple(p for p in problems if p.file.partition("/")[0] in {BOOK, *(m.id for m in meant)})
    else:
        problems = (*problems, *context.sign_off.tampering_elsewhere(meetings))
    gates = [context.sign_off.gate(meeting, meetings) for meeting in meant]
    read_only = context.history.why_read_only()
    if asked.json:
        give_json(
            {
                "book": context.book,
                "read_only": read_only or None,
                "meetings": [
                    json_shapes.meeting(gate, _findings(context, gate.view, meetings)) for gate in gates
                ],
                "problems": [{"file": p.file, "line": p.line, "problem": p.sentence} for p in problems],
            }
        )
        return 0
    for gate in gates:
        _say_meeting(gate, _findings(context, gate.view, meetings))
    _say_to_send(context)
    for problem in problems:
        complain(f"! {problem}")
    if read_only:
        complain(f"Read only: {read_only}")
    return 0


def _book_of(
    backend: Backend, asked: Path | None
) -> tuple[BookContext, tuple[Meeting, ...], tuple[Problem, ...]]:
    """The book that ``asked`` names, or the nearest where it is no path; the book's meetings and problems."""
    is_path = asked is not None and (asked.exists() or len(asked.parts) > 1)
    context = backend.context(asked if is_path else None)
    return context, *context.reading.meetings()


def _meetings_asked(
    meetings: Sequence[Meeting], asked: Path | None, problems: Sequence[Problem]
) -> Sequence[Meeting]:
    """The meetings that are asked for: one by its path or by its name, else all of them."""
    if asked is None:
        return meetings
    if not asked.exists():
        return [resolve_meeting(meetings, str(asked), problems)]
    parts = asked.resolve().parts
    return [m for m in meetings if m.id in parts] or meetings


def show(backend: Backend, asked: argparse.Namespace) -> int:
    """One item: minutes, notes, flags; or one view of its minutes alone. Of a file, each of its items."""
    context = backend.context(asked.book, asked.notes)
    if not asked.item and not asked.json:
        for name in items_of_file(context):
            _show_item(context, asked, name)
            say("")
        return 0
    return _show_item(context, asked, asked.item)


def _show_item(context: BookContext, asked: argparse.Namespace, name: str) -> int:
    view = context.reading.with_history(item_called(context, name))
    if asked.view:
        if asked.view not in {"now", "clean"}:
            needs_history(context, view.name)
        return _show_view(asked, view, context.versions.five_views(view))
    flags = context.reading.flags(view)
    doubts = context.sign_off.tampering_of(view)
    signatures = context.sign_off.signatures()
    read_only = context.history.why_read_only()
    if asked.json:
        blocks = [block.sentence for block in context.sign_off.blocks_of(view)]
        give_json(
            {**json_shapes.item(view, flags, blocks, doubts, signatures), "read_only": read_only or None}
        )
        return 0
    _say_head(view, signatures)
    say(*(f"! {doubt.sentence}" for doubt in doubts))
    say("", view.draft.text.rstrip("\n"), "")
    for note in view.draft.notes:
        say(f"── {note.name} ──", note.text.rstrip("\n"), "")
    _say_acts(view, flags)
    for problem in view.draft.problems:
        complain(f"! {problem}")
    if read_only:
        complain(f"Read only: {read_only}")
    return 0


def _show_view(asked: argparse.Namespace, view: ItemView, views: FiveViews) -> int:
    if asked.view == "approved" and views.approved is None:
        raise Refusal(f"No text of item {view.item.number or view.item.id} was ever approved.")
    texts = {"now": views.now, "first": views.first, "approved": views.approved, "clean": views.clean}
    text = texts.get(asked.view)
    if asked.json:
        shown = (
            {"text": digest(text), "minutes": text}
            if text is not None
            else json_shapes.redline(views.changes, views.first_line, view.draft.base.line)
        )
        approvals = views.approvals if asked.view == "approved" else ()
        by = {"approved_by": [json_shapes.reviewer(a.by) for a in approvals]} if approvals else {}
        give_json({"meeting": view.meeting.id, "item": view.item.id, "view": asked.view, **shown, **by})
    elif text is None:
        say(*redlined(views.changes, whole=True))
    else:
        say(text.rstrip("\n"))
    return 0


def _say_head(view: ItemView, signatures: Mapping[str, str]) -> None:
    state = view.state
    text = short_digest(view.draft.digest)
    say(
        f"{view.meeting.body}, {day(view.meeting.date)}",
        f"Item {view.item.number}: {view.item.title}" if view.item.number else f"Item {view.item.label}",
        f"{state.status.words}; fingerprint of this text: {text}",
        *(f"approved by {_signed_name(view, a, signatures)}" for a in state.current_approvals),
        *(f"waits for {who}" for who in _waits_for(state)),
        *(f"read by {r.by.name}, no comment" for r in state.receipts if r.text_digest == state.text_digest),
    )
    unfit = why_no_record(view.draft.text)
    if unfit:
        say(f"! {unfit}")
    if state.differs_from_signed:
        say("! The minutes are not what was signed off: they were edited since in another program.")


def _signed_name(view: ItemView, approval: Approval, signatures: Mapping[str, str]) -> str:
    """Who approved, and whether that is signed."""
    note = signature_note(approval, signatures, view.state.terms.policy)
    return f"{approval.by.name} ({note})" if note else approval.by.name


def _say_acts(view: ItemView, flags: tuple[PlacedFlag, ...]) -> None:
    for placed in flags:
        say_flag(placed, view.draft.text)
    say(*act_lines(view))
    for objection in view.state.objections:
        say(f"✗ {objection.id}  {objection.by.name} objects: {objection.comment}")
    for it in view.state.corrections:
        said = corrected(it.quote.quote, it.wording)
        say(f"✎ {it.id}  {said}, corrected at {it.meeting} by {it.by.name}: {it.reason}")


def act_lines(view: ItemView) -> list[str]:
    """A line for each act that neither the item's status nor its flags tell."""
    lines = []
    for act in view.draft.acts:
        if listing := kind_of(act).listing:
            fields = ", ".join(f"{key}: {value}" for key, value in (*own_fields(act).items(), *act.extra))
            lines.append(f"? {act.id}  {word_of(act)} {listing(act)} {fields}")
    return lines


def _waits_for(state: ItemState) -> tuple[str, ...]:
    """Whom approval waits for; nobody once it is signed."""
    return () if state.signed_off else state.waits_for


def _findings(context: BookContext, view: MeetingView, meetings: Sequence[Meeting]) -> dict[str, int]:
    """How many findings each item of a meeting has; ``meetings`` are the book's."""
    found = context.checking.of_items(view.items, meetings)
    return {item: len(looked.findings) for item, looked in found.items()}


def _say_to_send(context: BookContext) -> None:
    """How many acts are still to be sent, where there is a hub."""
    count = context.syncing.to_send()
    if count:
        say(f"{count:,} act{'' if count == 1 else 's'} still to be sent: review-tui sync")


def _say_meeting(gate: SignOffGate, findings: dict[str, int]) -> None:
    view = gate.view
    meeting = view.meeting
    signed = next(iter(sign_offs_in_force(view.acts)), None)
    say(f"{meeting.body}, {day(meeting.date)}: {view.approved} of {len(view.items)} approved")
    if signed:
        say(f"  signed off by {signed.by.name}, {day(signed.at.date())}")
        say(*(f"  open when it was signed: {_told_when_signed(view, told)}" for told in signed.findings))
    rows = [
        (
            f"  {it.item.number}",
            it.state.status.words,
            _counted(findings[it.item.id]),
            it.item.title,
            " ".join(_signed_item_lines(it)),
        )
        for it in view.items
    ]
    say(*table(rows))
    if signed:
        say(*(f"  ! {doubt}" for doubt in gate.tampered))
    if not signed and gate.blocks:
        say("  Before it can be signed off:", *(f"    {each}" for each in group_blocks(gate.blocks)))
    if not signed and gate.told:
        say("  Told when it is signed:", *(f"    {each}" for each in gate.told))
    say("")
    for problem in view.problems:
        complain(f"! {problem}")


def _signed_item_lines(view: ItemView) -> list[str]:
    """Of a signed item what was corrected or tampered with. What blocks one not signed is told below."""
    state = view.state
    if not state.signed_off:
        return []
    corrected = len(state.corrections)
    told = [f"{corrected} correction{'s' if corrected > 1 else ''} since."] if corrected else []
    return told + (["It is not what was signed off any more."] if state.differs_from_signed else [])


def _told_when_signed(view: MeetingView, told: OpenFinding) -> str:
    number = next((it.item.number for it in view.items if it.item.id == told.item), "") or told.item
    return f"item {number}, {told.severity} of the {told.check} check: {told.message}"


def _counted(findings: int) -> str:
    return f"{findings} finding{'s' if findings > 1 else ''}" if findings else ""
