"""Values of the review as JSON: the same shapes for every command that prints."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from review_tui.domain.acts import Act, Correction, OtherAct
from review_tui.domain.anchors import Placement
from review_tui.domain.findings import Finding
from review_tui.domain.people import Reviewer
from review_tui.domain.redline import Redline
from review_tui.domain.standing import Conversation
from review_tui.domain.state import standing_sign_offs
from review_tui.domain.text import Span, line_number
from review_tui.services.acting import Done
from review_tui.services.gate import Gate
from review_tui.services.ports import Entry
from review_tui.services.reading import ItemView, MeetingView, PlacedFlag, blocks_sign_off
from review_tui.services.receipts import Seen
from review_tui.services.telling import Told

Json = dict[str, Any]


def meeting(view: MeetingView, findings: Mapping[str, int]) -> Json:
    """A meeting with its items' standings and the number of findings in each."""
    it = view.meeting
    return {
        "meeting": it.id,
        "body": it.body,
        "date": it.date.isoformat(),
        "approved": view.approved,
        "signed_off": signed(view),
        "items": [{**item_line(v), "findings": findings[v.item.id]} for v in view.items],
        "problems": [{"file": p.file, "line": p.line, "problem": p.sentence} for p in view.problems],
    }


def item_line(view: ItemView) -> Json:
    """One item in a list."""
    return {
        "item": view.item.id,
        "number": view.item.number,
        "title": view.item.title,
        "standing": view.state.standing.value,
        "text": view.draft.digest,
        "open_flags": len(view.state.open_flags),
        "held_flags": len(view.state.unsettled_flags) - len(view.state.open_flags),
        "objections": len(view.state.objections),
        "approved_by": [reviewer(a.by) for a in view.state.current_approvals],
        "read_by": [reviewer(r.by) for r in view.state.receipts if r.text == view.state.text],
        "waits_for": [] if view.state.signed_off else list(view.state.waits_for),
        "blocks_sign_off": [] if view.state.signed_off else list(blocks_sign_off(view)),
        "differs_from_signed": view.state.differs_from_signed,
        "corrections": [correction(c) for c in view.state.corrections],
    }


def item(view: ItemView, flags: Iterable[PlacedFlag]) -> Json:
    """One item whole."""
    return {
        "meeting": view.meeting.id,
        **item_line(view),
        "presenter": view.item.presenter,
        "file": view.draft.path,
        "minutes": view.draft.text,
        "notes": [{"file": n.name, "text": n.text} for n in view.draft.notes],
        "flags": [flag(f, view.draft.text) for f in flags],
        "objections": [{**made(o), "text": o.text, "comment": o.comment} for o in view.state.objections],
        "other_acts": [
            {**made(act), "act": act.act, "fields": dict(act.extra)}
            for act in view.draft.acts
            if isinstance(act, OtherAct)
        ],
        "problems": [{"file": p.file, "line": p.line, "problem": p.sentence} for p in view.draft.problems],
    }


def signed(view: MeetingView) -> Json | None:
    """The sign-off that stands, if any."""
    act = next(iter(standing_sign_offs(view.acts)[::-1]), None)
    return {**made(act), "statement": act.statement, "dissent": act.dissent} if act else None


def correction(act: Correction) -> Json:
    """What a later meeting put right."""
    said = {"quote": act.quote.quote, "wording": act.wording, "reason": act.reason, "made_at": act.meeting}
    return {**made(act), **said}


def gate(it: Gate) -> Json:
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
                "approvals": [made(approval) for approval in each.approvals],
            }
            for each in it.items
        ],
        "blocks": [
            {
                "item": block.item.id if block.item else None,
                "number": block.item.number if block.item else None,
                "sentence": block.sentence,
                "act": block.act or None,
            }
            for block in it.blocks
        ],
    }


def receipts(view: MeetingView, seen: Sequence[Seen]) -> Json:
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


def flag(placed: PlacedFlag, text: str) -> Json:
    """A flag, its conversation and where its words are now."""
    talk: Conversation = placed.conversation
    return {
        **made(talk.flag),
        "kind": talk.flag.kind,
        "quote": talk.flag.quote.quote,
        "comment": talk.flag.comment,
        "suggest": talk.flag.suggest,
        "state": talk.outcome,
        "disputed": talk.is_disputed,
        "replies": [
            {**made(r), "comment": r.comment, "pick": r.quote.quote if r.quote else None}
            for r in talk.replies
        ],
        "dispositions": [{**made(d), "outcome": d.outcome, "reason": d.reason} for d in talk.dispositions],
        "place": placement(placed.placement, text),
    }


def placement(where: Placement, text: str) -> Json:
    """Where quoted words stand now."""
    return {
        "outcome": where.fate.value,
        "told": where.sentence,
        "span": span(where.span, text) if where.span else None,
        "candidates": [span(s, text) for s in where.candidates],
    }


def span(where: Span, text: str) -> Json:
    """Characters of the minutes."""
    return {
        "line": line_number(text, where.start),
        "start": where.start,
        "end": where.end,
        "quote": where.of(text),
    }


def finding(found: Finding, *, meeting_id: str, item_id: str, folder: str) -> Json:
    """A finding as the Contract says. ``folder`` is put before the names of the item's files."""
    return {
        "check": found.check,
        "severity": found.severity.value,
        "message": found.message,
        "meeting": meeting_id or None,
        "item": item_id or None,
        "passages": [
            {
                "file": f"{folder}{p.file}",
                "line": p.line,
                "start": p.span.start,
                "end": p.span.end,
                "quote": p.quote,
            }
            for p in found.places
        ],
        "suggestion": {
            "start": found.suggestion.span.start,
            "end": found.suggestion.span.end,
            "text": found.suggestion.text,
        }
        if found.suggestion
        else None,
        "fingerprint": found.fingerprint,
    }


def entry(it: Entry) -> Json:
    """One commit of the history."""
    return {
        "commit": it.id,
        "by": reviewer(it.by),
        "at": it.at.isoformat(),
        "subject": it.subject,
        "reason": it.reason,
        "trailers": [{"key": key, "value": value} for key, value in it.trailers],
    }


def done(it: Done) -> Json:
    """An act just made."""
    return {"done": it.sentence, "act": made(it.act) if it.act else None, **entry(it.entry)}


def made(act: Act) -> Json:
    """What every act says of itself."""
    return {"id": act.id, "by": reviewer(act.by), "at": act.at.isoformat()}


def reviewer(who: Reviewer) -> Json:
    """A reviewer."""
    return {"name": who.name, "email": who.email}


def told(it: Told) -> Json:
    """One thing that happened, as the timeline tells it."""
    return {
        **entry(it.entry),
        "told": it.sentence,
        "amendment": it.amendment.number if it.amendment else None,
        "undone": it.is_undone,
    }


def redline(changes: Redline) -> Json:
    """Two texts as one: the pieces that are not inserted make up the old one, those not deleted the new."""
    return {
        "summary": changes.summary(),
        "rows": [
            {
                "kind": row.kind.value,
                "old_line": row.old_line,
                "new_line": row.new_line,
                "pieces": [{"op": piece.op.value, "text": piece.text} for piece in row.pieces],
            }
            for row in changes.rows
        ],
    }
