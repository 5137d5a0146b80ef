"""Values of the review as JSON: the same shapes for every command that prints."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from review_tui.anchoring.placement import Placement
from review_tui.anchoring.redline import Redline
from review_tui.application.act_service import Recorded
from review_tui.application.ports import HistoryEntry
from review_tui.application.reading import ItemView, MeetingView, PlacedFlag
from review_tui.application.receipts import ReadRecord
from review_tui.application.sign_off_blocks import SignOffBlock, group_blocks
from review_tui.application.sign_off_gate import SignOffGate
from review_tui.application.sync import OpenQuestion, SideOfQuestion, SyncOutcome
from review_tui.application.timeline import TimelineEvent
from review_tui.cli.item_paths import ItemPaths
from review_tui.model.act_codec import own_fields
from review_tui.model.act_registry import kind_of, word_of
from review_tui.model.acts import Act, Correction
from review_tui.model.fact_support import ItemFacts
from review_tui.model.findings import Finding, Location
from review_tui.model.item_state import sign_offs_in_force
from review_tui.model.meeting import NO_BASE, TextBase
from review_tui.model.people import Reviewer
from review_tui.model.text import Span, line_number
from review_tui.model.transitions import FlagThread

Json = dict[str, Any]


def meeting(at_gate: SignOffGate, findings: Mapping[str, int]) -> Json:
    """A meeting with its items' standings and the number of findings in each."""
    view = at_gate.view
    it = view.meeting
    return {
        "meeting": it.id,
        "body": it.body,
        "date": it.date.isoformat() if it.is_dated else None,
        "approved": view.approved,
        "signed_off": signed(view),
        "items": [
            {
                **item_line(v, _blocks_of(at_gate, v), at_gate.signatures),
                "findings": findings[v.item.id],
            }
            for v in view.items
        ],
        "blocks_sign_off": [] if _is_signed(view) else [str(each) for each in group_blocks(at_gate.blocks)],
        "doubts": [block(each) for each in at_gate.tampered],
        "told_at_sign_off": [block(each) for each in at_gate.told],
        "problems": [{"file": p.file, "line": p.line, "problem": p.sentence} for p in view.problems],
    }


def _is_signed(view: MeetingView) -> bool:
    return any(item.state.signed_off for item in view.items)


def _blocks_of(at_gate: SignOffGate, view: ItemView) -> list[str]:
    """What of one item blocks the sign-off."""
    return [each.sentence for each in at_gate.blocks if each.item and each.item.id == view.item.id]


def item_line(view: ItemView, blocks: Sequence[str], signatures: Mapping[str, str]) -> Json:
    """One item in a list; ``blocks`` are the sentences of what blocks its sign-off.

    ``signatures`` say of each act whether it is signed, by its id.
    """
    return {
        "item": view.item.id,
        "number": view.item.number,
        "title": view.item.title,
        "standing": view.state.status.value,
        "text": view.draft.digest,
        "open_flags": len(view.state.open_flags),
        "held_flags": len(view.state.unsettled_flags) - len(view.state.open_flags),
        "objections": len(view.state.objections),
        "approved_by": [
            {**reviewer(a.by), "signature": signatures.get(a.id)} for a in view.state.current_approvals
        ],
        "read_by": [reviewer(r.by) for r in view.state.receipts if r.text_digest == view.state.text_digest],
        "waits_for": [] if view.state.signed_off else list(view.state.waits_for),
        "blocks_sign_off": [] if view.state.signed_off else list(blocks),
        "differs_from_signed": view.state.differs_from_signed,
        "corrections": [correction(c) for c in view.state.corrections],
    }


def item(
    view: ItemView,
    flags: Iterable[PlacedFlag],
    blocks: Sequence[str],
    doubts: Sequence[SignOffBlock],
    signatures: Mapping[str, str],
) -> Json:
    """One item whole."""
    return {
        "meeting": view.meeting.id,
        **item_line(view, blocks, signatures),
        "presenter": view.item.presenter,
        "doubts": [block(each) for each in doubts],
        "file": view.draft.file,
        "start": view.draft.base.offset,
        "line": view.draft.base.line + 1,
        "minutes": view.draft.text,
        "notes": [{"file": n.name, "text": n.text} for n in view.draft.notes],
        "flags": [flag(f, view.draft.text, view.draft.base) for f in flags],
        "objections": [
            {**made(o), "text": o.text_digest, "comment": o.comment} for o in view.state.objections
        ],
        "other_acts": [
            {**made(act), "act": word_of(act), "fields": {**own_fields(act), **dict(act.extra)}}
            for act in view.draft.acts
            if kind_of(act).listing
        ],
        "problems": [{"file": p.file, "line": p.line, "problem": p.sentence} for p in view.draft.problems],
    }


def signed(view: MeetingView) -> Json | None:
    """The sign-off that stands, if any."""
    act = next(iter(sign_offs_in_force(view.acts)), None)
    if act is None:
        return None
    told = [
        {"item": f.item, "finding": f.finding, "check": f.check, "severity": f.severity, "message": f.message}
        for f in act.findings
    ]
    return {**made(act), "statement": act.statement, "dissent": act.dissent, "findings": told}


def correction(act: Correction) -> Json:
    """What a later meeting put right."""
    said = {"quote": act.quote.quote, "wording": act.wording, "reason": act.reason, "made_at": act.meeting}
    return {**made(act), **said}


def gate(it: SignOffGate) -> Json:
    """What would be signed, and what blocks it."""
    return {
        "meeting": it.view.meeting.id,
        "open": it.is_open,
        "items": [
            {
                "item": each.view.item.id,
                "number": each.view.item.number,
                "title": each.view.item.title,
                "text": each.text,
                "approvals": [
                    {**made(approval), "signature": it.signatures.get(approval.id)}
                    for approval in each.approvals
                ],
            }
            for each in it.items
        ],
        "blocks": [block(each) for each in it.blocks],
        "blocks_sign_off": [str(each) for each in group_blocks(it.blocks)],
        "told": [block(each) for each in it.told],
    }


def block(it: SignOffBlock) -> Json:
    """One thing that blocks the sign-off, or that whoever signs is told."""
    return {
        "item": it.item.id if it.item else None,
        "number": it.item.number if it.item else None,
        "sentence": it.sentence,
        "act": it.act or None,
        "finding": it.finding.fingerprint if it.finding else None,
    }


def receipts(view: MeetingView, seen: Sequence[ReadRecord]) -> Json:
    """Each item of a meeting with what each reviewer has done with it."""
    return {
        "meeting": view.meeting.id,
        "items": [
            {
                "item": it.item.id,
                "number": it.item.number,
                "title": it.item.title,
                "text": it.draft.digest,
                "reviewers": [
                    {
                        **reviewer(each.reviewer),
                        "has": each.has.value,
                        "is_read": each.is_read,
                        "act": made(each.act) if each.act else None,
                    }
                    for each in seen
                    if each.item is it
                ],
            }
            for it in view.items
        ],
    }


def flag(placed: PlacedFlag, text: str, base: TextBase = NO_BASE) -> Json:
    """A flag, its conversation and where its words are now."""
    thread: FlagThread = placed.thread
    return {
        **made(thread.flag),
        "kind": thread.flag.kind,
        "quote": thread.flag.quote.quote,
        "comment": thread.flag.comment,
        "suggest": thread.flag.suggest,
        "state": thread.outcome,
        "disputed": thread.is_disputed,
        "replies": [
            {**made(r), "comment": r.comment, "pick": r.quote.quote if r.quote else None}
            for r in thread.replies
        ],
        "dispositions": [{**made(d), "outcome": d.outcome, "reason": d.reason} for d in thread.dispositions],
        "place": placement(placed.placement, text, base),
    }


def placement(where: Placement, text: str, base: TextBase = NO_BASE) -> Json:
    """Where quoted words stand now."""
    return {
        "outcome": where.fate.value,
        "told": where.sentence,
        "span": span(where.span, text, base) if where.span else None,
        "candidates": [span(s, text, base) for s in where.candidates],
    }


def span(where: Span, text: str, base: TextBase = NO_BASE) -> Json:
    """Characters of the minutes; ``base`` is what stands before them in their file."""
    return {
        "line": line_number(text, where.start) + base.line,
        "start": where.start + base.offset,
        "end": where.end + base.offset,
        "quote": where.of(text),
    }


def finding(found: Finding, *, meeting_id: str, item_id: str, paths: ItemPaths) -> Json:
    """A finding as the Contract says; ``paths`` are the item's files."""
    start = paths.base.offset
    return {
        "check": found.check,
        "severity": found.severity.value,
        "message": found.message,
        "meeting": meeting_id or None,
        "item": item_id or None,
        "passages": [place(p, paths) for p in found.places],
        "suggestion": {
            "start": found.suggestion.span.start + start,
            "end": found.suggestion.span.end + start,
            "text": found.suggestion.text,
        }
        if found.suggestion
        else None,
        "fingerprint": found.fingerprint,
    }


def facts(it: ItemFacts, paths: ItemPaths) -> Json:
    """The facts of an item and what could not be checked, in the order of the draft."""
    return {
        "facts": [
            {
                "kind": fact.kind,
                "status": fact.status.value,
                "draft": place(fact.place, paths),
                "notes": [place(each, paths) for each in fact.noted],
            }
            for fact in it.facts
        ],
        "not_checked": [
            {"why": each.why, "draft": place(each.place, paths) if each.place else None}
            for each in it.unchecked
        ],
    }


def place(it: Location, paths: ItemPaths) -> Json:
    """A place as it stands in its file."""
    base = paths.base_of(it.file)
    return {
        "file": paths.file(it.file),
        "line": it.line + base.line,
        "start": it.span.start + base.offset,
        "end": it.span.end + base.offset,
        "quote": it.quote,
    }


def entry(it: HistoryEntry) -> Json:
    """One commit of the history."""
    return {
        "commit": it.id,
        "by": reviewer(it.by),
        "at": it.at.isoformat(),
        "subject": it.subject,
        "reason": it.reason,
        "trailers": [{"key": key, "value": value} for key, value in it.trailers],
    }


def done(it: Recorded) -> Json:
    """An act just made."""
    return {"done": it.sentence, "act": made(it.act) if it.act else None, **entry(it.entry)}


def made(act: Act) -> Json:
    """What every act says of itself."""
    return {"id": act.id, "by": reviewer(act.by), "at": act.at.isoformat()}


def reviewer(who: Reviewer) -> Json:
    """A reviewer."""
    return {"name": who.name, "email": who.email}


def told(it: TimelineEvent) -> Json:
    """One thing that happened, as the timeline tells it."""
    return {
        **entry(it.entry),
        "told": it.sentence,
        "amendment": it.amendment.number if it.amendment else None,
        "undone": it.is_undone,
    }


def redline(changes: Redline, old_line: int = 0, new_line: int = 0) -> Json:
    """Two texts as one: the pieces that are not inserted make up the old one, those not deleted the new.

    ``old_line`` and ``new_line`` are the lines that stand before each in its file.
    """
    return {
        "summary": changes.summary(),
        "rows": [
            {
                "kind": row.kind.value,
                "old_line": None if row.old_line is None else row.old_line + old_line,
                "new_line": None if row.new_line is None else row.new_line + new_line,
                "pieces": [{"op": piece.op.value, "text": piece.text} for piece in row.pieces],
            }
            for row in changes.rows
        ],
    }


def synced(it: SyncOutcome) -> Json:
    """What came of sending and receiving."""
    return {
        "done": it.sentence,
        "received": [entry(each) for each in it.received],
        "sent": [entry(each) for each in it.sent],
        "news": list(it.news),
        "doubts": list(it.doubts),
        "questions": len(it.questions),
        "left_to_send": it.left,
        "offline": it.offline or None,
    }


def open_question(it: OpenQuestion) -> Json:
    """Something that both sides changed, to be settled."""
    asked = it.question
    return {
        "file": asked.path,
        "what": asked.what,
        "meeting": asked.meeting or None,
        "item": asked.item or None,
        "whole_file": asked.is_whole,
        "base": asked.base,
        "mine": _side(asked.ours, it.ours, is_gone=asked.is_gone[0]),
        "theirs": _side(asked.theirs, it.theirs, is_gone=asked.is_gone[1]),
    }


def _side(words: str, side: SideOfQuestion | None, *, is_gone: bool) -> Json:
    by = (
        {"by": side.by, "at": side.at, "reason": side.reason}
        if side
        else {"by": None, "at": None, "reason": None}
    )
    return {"words": words, "gone": is_gone, **by}
