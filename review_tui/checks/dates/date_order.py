"""Dates on the wrong side of the meeting: a next meeting before it, signed minutes of one after it."""

import datetime as dt
import re
from collections.abc import Iterator

from review_tui.facts.known_days import Calendar, weekdays_said
from review_tui.language.date_forms import in_form_of, long_date, one_line
from review_tui.language.date_parts import Grain
from review_tui.language.meeting_dates import DateRole, role_of
from review_tui.language.periods import Period
from review_tui.language.weekdays import in_year
from review_tui.model.findings import Finding, Location, Severity, Suggestion
from review_tui.model.material import Document
from review_tui.model.text import Span

_CHECK = "dates"
_NEAR = 200
"""Days from the meeting within which a date is of its own season."""
_FAR = 220
"""Days on the wrong side of the meeting beyond which a date is likely to be a slip of the year."""
_AROUND = 150
"""Characters before a date in which it says what happens then."""
_BEFORE, _AFTER = 60, 80
"""Characters around the date of minutes in which their signing or approval is told."""
_TO_SIGN = re.compile(r"\b(?:approv|confirm|agree|adopt|accept|receiv|matters arising)", re.IGNORECASE)
_SIGNED = re.compile(
    r"\b(?:sign(?:ed|ing)?\b|approv|confirm|agree|adopt|correct|true|accurate|accept)", re.IGNORECASE
)
_AHEAD = re.compile(
    r"\b(?:will (?:be held|take place|be|start|begin|open|close|commence|run|meet)(?: again)?"
    r"|(?:is|are) (?:due|scheduled|planned|booked|to (?:be held|take place|start|begin|open))"
    r"|to be (?:held|submitted|returned|completed|received)|deadline(?: is)?|no later than|due)"
    r"(?: to (?:be held|take place|start|begin|open|finish))?(?: (?:on|by|from|until|for|before|of))?"
    r"(?: the)?\s\Z",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\b(?:(?:was|were|had been|took) (?:held|place|received|sent|completed|submitted|signed|installed"
    r"|issued|approved|carried out|published)|which took place|met)(?: (?:on|by|at))?(?: the)?\s\Z",
    re.IGNORECASE,
)
_QUOTED_PLAN = re.compile(r"\b(?:had|was|were|would|should|previously|originally)\b", re.IGNORECASE)


def out_of_order(draft: Document, calendar: Calendar) -> Iterator[Finding]:
    """The dates that the meeting's own contradicts, each once. Only dates whose year is written."""
    if calendar.reference is None or not calendar.sure:
        return
    told: set[tuple[dt.date, DateRole]] = set()
    for period in calendar.periods:
        if period.grain is not Grain.DAY or not period.is_single_day or not period.year_written:
            continue
        role = role_of(draft.text, period.span, calendar.sitting)
        if (period.start, role) in told:
            continue
        message = _message(draft, period, role, calendar.reference)
        if message and _weekday_allows(draft.text, period, role):
            told.add((period.start, role))
            yield _finding(draft, period, role, calendar, message)


def _message(draft: Document, period: Period, role: DateRole, meeting: dt.date) -> str:
    """What is wrong with a date, or nothing."""
    away = (period.start - meeting).days
    wrong_side = away <= 0 if role is DateRole.NEXT else away >= 0 and role is DateRole.PREVIOUS
    if wrong_side and (role is DateRole.NEXT or _is_of_minutes(draft.text, period.span)):
        if not away:
            return f" for {role}, but that is the day of this meeting itself"
        order = "before" if away > 0 else "after"
        return f" for {role}, but this meeting was held on {long_date(meeting)}, {order} that"
    if role is not DateRole.OTHER or abs(away) < _FAR or not _slipped(period, meeting):
        return ""
    before = draft.text[max(0, period.span.start - _AROUND) : period.span.start]
    if away < 0 and _AHEAD.search(before) and not _QUOTED_PLAN.search(before):
        return f" for something still to come, but this meeting was held on {long_date(meeting)}, after that"
    if away > 0 and _BEHIND.search(before):
        return f" for something past, but this meeting was held on {long_date(meeting)}, before that"
    return ""


def _finding(draft: Document, period: Period, role: DateRole, calendar: Calendar, message: str) -> Finding:
    meeting = calendar.reference or period.start
    place = draft.place(period.span)
    slipped = _slipped(period, meeting) if abs((period.start - meeting).days) >= _FAR else None
    text = f"Line {place.line} gives {one_line(period.text)}{message}"
    places = (place, *_head(draft, calendar))
    if not slipped:
        return Finding(_CHECK, Severity.WARNING, f"{text}.", places)
    right = in_form_of(period, slipped, meeting)
    severity = Severity.WARNING if role is DateRole.OTHER else Severity.ERROR
    suggestion = Suggestion(period.span, right) if role is not DateRole.OTHER else None
    return Finding(
        _CHECK, severity, f"{text}; the year looks like a slip for {one_line(right)}.", places, suggestion
    )


def _head(draft: Document, calendar: Calendar) -> tuple[Location, ...]:
    """Where the draft gives the meeting's own date."""
    sitting = calendar.sitting
    return (draft.place(sitting.span),) if sitting and sitting.day == calendar.reference else ()


def _is_of_minutes(text: str, day: Span) -> bool:
    """Whether minutes of that date are signed or approved, and not these headed."""
    lead = text[max(0, day.start - _AROUND) : day.start]
    told = _TO_SIGN.search(lead[-_BEFORE:]) or _SIGNED.search(text, day.end, day.end + _AFTER)
    return told is not None and "minutes" in lead.lower()


def _slipped(period: Period, meeting: dt.date) -> dt.date | None:
    """The same day of the year before or after, where that is on the right side and close to the meeting."""
    later = period.start < meeting
    day = in_year(period.start, period.start.year + (1 if later else -1))
    if not day:
        return None
    away = (day - meeting).days if later else (meeting - day).days
    return day if 0 < away <= _NEAR else None


def _weekday_allows(text: str, period: Period, role: DateRole) -> bool:
    """Whether no day of the week tells more: a wrong one has its own check, a right one may be meant."""
    return all(d.agrees and role is not DateRole.OTHER for d in weekdays_said(text, period))
