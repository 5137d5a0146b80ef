"""Values of the review as JSON: the same shapes for every command that prints."""

from collections.abc import Iterable, Mapping
from typing import Any

from review_tui.domain.acts import Act, OtherAct
from review_tui.domain.anchors import Placement
from review_tui.domain.findings import Finding
from review_tui.domain.people import Reviewer
from review_tui.domain.standing import Conversation
from review_tui.domain.text import Span, line_number
from review_tui.services.acting import Done
from review_tui.services.ports import Entry
from review_tui.services.reading import ItemView, MeetingView, PlacedFlag, blocks_sign_off

Json = dict[str, Any]


def meeting(view: MeetingView, findings: Mapping[str, int]) -> Json:
    """A meeting with its items' standings and the number of findings in each."""
    it = view.meeting
    return {
        "meeting": it.id,
        "body": it.body,
        "date": it.date.isoformat(),
        "approved": view.approved,
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
        "blocks_sign_off": list(blocks_sign_off(view)),
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
        "replies": [{**made(r), "comment": r.comment} for r in talk.replies],
        "dispositions": [{**made(d), "outcome": d.outcome, "reason": d.reason} for d in talk.dispositions],
        "place": placement(placed.placement, text),
    }


def placement(where: Placement, text: str) -> Json:
    """Where quoted words stand now."""
    return {
        "outcome": where.fate.value,
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
