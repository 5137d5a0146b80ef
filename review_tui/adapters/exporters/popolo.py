"""Who met and what was voted as Popolo, the open data of legislatures: https://www.popoloproject.com/specs/."""

import json
from collections.abc import Iterator

from review_tui.application.open_record import OpenRecord, RecordedMotion, open_record
from review_tui.application.ports import MeetingMinutes
from review_tui.language.file_sections import slug
from review_tui.model.visible import sendable

_RESULTS = {True: "pass", False: "fail", None: None}


def to_popolo(minutes: MeetingMinutes) -> bytes:
    """Persons, the organization, memberships, the event, motions and votes as one JSON object in UTF-8."""
    record = open_record(minutes)
    body = slug(minutes.body) or "body"
    session = minutes.meeting or f"{minutes.date or 'meeting'}-{body}"
    told = {
        "persons": [{"id": each.id, "name": each.name} for each in record.people],
        "organizations": [{"id": body, "name": minutes.body, "classification": "body"}],
        "memberships": [
            {
                "id": f"{session}-{each.id}",
                "person_id": each.id,
                "organization_id": body,
                "role": part,
                **({"label": each.role} if each.role else {}),
                **_start_date(minutes, "start_date"),
                **_start_date(minutes, "end_date"),
            }
            for each in record.people
            for part in each.parts[:1]
        ],
        "events": [
            {
                "id": session,
                "name": minutes.body,
                "classification": "meeting",
                "organization_id": body,
                "status": minutes.standing,
                **_start_date(minutes, "start_date"),
                "attendees": [{"id": each.id} for each in record.people if not each.is_away],
            }
        ],
        "motions": [_motion(motion, body, session, record) for motion in record.motions],
        "vote_events": [*_votes(record, body, session)],
    }
    return (sendable(json.dumps(told, ensure_ascii=False, indent=2)) + "\n").encode("utf-8")


def _motion(motion: RecordedMotion, body: str, session: str, record: OpenRecord) -> dict[str, object]:
    known = {person.id for person in record.people}
    mover = {"creator_id": motion.mover} if motion.mover in known else {}
    named = {"creator": {"name": motion.mover}} if motion.mover and not mover else {}
    return {
        "id": f"{session}-{motion.id}",
        "identifier": motion.heading,
        "organization_id": body,
        "legislative_session_id": session,
        "text": motion.text,
        **mover,
        **named,
        "result": _RESULTS[motion.passed],
    }


def _votes(record: OpenRecord, body: str, session: str) -> Iterator[dict[str, object]]:
    for motion in record.motions:
        if motion.counts or motion.is_unanimous:
            yield {
                "id": f"{session}-{motion.id}-vote",
                "identifier": motion.heading,
                "motion_id": f"{session}-{motion.id}",
                "organization_id": body,
                "legislative_session_id": session,
                **({"classification": "unanimous"} if motion.is_unanimous else {}),
                "result": _RESULTS[motion.passed],
                "counts": [{"option": side, "value": figure} for side, figure in motion.counts],
            }


def _start_date(minutes: MeetingMinutes, key: str) -> dict[str, str]:
    return {key: minutes.date} if minutes.date else {}
