"""Finds what dates are to the meeting: its own, that of the next, that of one whose minutes are signed."""

import datetime as dt
import re
from collections.abc import Sequence
from enum import StrEnum

from review_tui.language.date_parts import Grain
from review_tui.language.periods import Period
from review_tui.language.sentences import CLAUSE_END
from review_tui.model.frozen import frozen
from review_tui.model.text import Span

_HEAD = 600
"""Characters in which minutes say of what meeting they are."""
_NEAR = 100
"""Characters on either side of a date that say whose date it is."""
_FEW = 3
"""Words between a heading, "Date of next meeting", and its date."""
_ROLL = re.compile(r"\b(?:present|attend(?:ing|ance|ees?)|apologies|sederunt|in the chair)\b", re.IGNORECASE)
_ROLL_WITHIN = 900
"""Characters after its own date in which minutes list those present."""
_MEETING = re.compile(r"\b(?:meeting|minutes|held|committee|council|board|assembly)\b", re.IGNORECASE)
_NOT_OWN = re.compile(
    r"\b(?:last|previous|next|approv|confirm|signed|adopt|agreed|received|correct record|accept|resolved"
    r"|consider(?!ation at)|postponed|cancelled|scheduled)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:^|\n)[ \t#*]{0,4}\d{1,3}(?:\\?\.|\)|/\d)")
_NEXT = re.compile(
    r"\b(?:next|the following|forthcoming|future) [\w -]{0,60}?\bmeetings?\b"
    r"|\bdates? (?:and times? )?of (?:the )?(?:next|future)\b",
    re.IGNORECASE,
)
_PREVIOUS = re.compile(
    r"\b(?:minutes (?:of|for|from|dated)|record of|last|previous) [\w ()'\u2019,-]{0,80}?"
    r"\b(?:meetings?|minutes|held|on|dated|of)\b",
    re.IGNORECASE,
)
_FILLED = re.compile(rf"(?:{_NEXT.pattern})[*_\s]{{0,4}}:[*_\s]{{0,6}}[^\s*_]", re.IGNORECASE)
"""A heading that has what it is of on its own line: "Next meeting: 4 May"."""
_STOP = re.compile(rf"{CLAUSE_END.pattern}|\n\s{{0,4}}\n")


class DateRole(StrEnum):
    """What a date is to the meeting."""

    OWN = "this meeting"
    NEXT = "the next meeting"
    PREVIOUS = "the previous meeting"
    OTHER = ""


@frozen
class MeetingDate:
    """The meeting's own date, as the head of the draft gives it."""

    day: dt.date
    span: Span
    text: str


def find_meeting_dates(text: str, periods: Sequence[Period]) -> MeetingDate | None:
    """The date that the head of whole minutes gives, or ``None``; the draft of one item has none.

    ``periods`` are those of ``text``. A date counts that is the first in the text, names its year, stands
    before any numbered item and has a list of those present after it.
    """
    for period in periods[:2]:
        if period.span.start > _HEAD:
            return None
        if period.grain is Grain.DAY and period.is_single_day and period.year_written:
            return MeetingDate(period.start, period.span, period.text) if _is_own(text, period) else None
    return None


def role_of(text: str, day: Span, sitting: MeetingDate | None) -> DateRole:
    """What the date at ``day`` is to the meeting, by the words before it in its sentence."""
    if sitting and sitting.span.overlaps(day):
        return DateRole.OWN
    before = text[max(0, day.start - _NEAR) : day.start]
    stops = [stop.end() for stop in _STOP.finditer(before)]
    sentence = before[stops[-1] :] if stops else before
    if len(sentence.split()) <= _FEW:
        heading = before[stops[-2] :] if len(stops) > 1 else before
        sentence = sentence if is_filled_heading(heading[: len(heading) - len(sentence)]) else heading
    ahead = list(_NEXT.finditer(sentence))
    back = list(_PREVIOUS.finditer(sentence))
    if ahead and (not back or back[-1].end() < ahead[-1].end()):
        return DateRole.NEXT
    return DateRole.PREVIOUS if back else DateRole.OTHER


def is_filled_heading(words: str) -> bool:
    """Whether a heading of the next meeting has its answer on its own line: "Next meeting: 4 May"."""
    return _FILLED.search(words) is not None


def _is_own(text: str, period: Period) -> bool:
    before = text[: period.span.start]
    if not _MEETING.search(before) and not _MEETING.search(text[period.span.end : period.span.end + _NEAR]):
        return False
    heading = before[-2 * _NEAR :]
    apart = _NOT_OWN.sub("", heading) == heading or _is_draft_note(heading)
    numbered = _NUMBERED.search(before)
    roll = _ROLL.search(text, period.span.end, period.span.end + _ROLL_WITHIN)
    return apart and not numbered and not _ROLL.search(before) and roll is not None


_DRAFT_NOTE = re.compile(
    r"\b(?:subject to|until)(?: the)? approv(?:al|ed)(?: at| by)(?: the)?(?: next| following)?(?: \w{1,20})?",
    re.IGNORECASE,
)


def _is_draft_note(heading: str) -> bool:
    """Whether what sounds like another meeting only says that this is a draft: "until approved"."""
    rest = _DRAFT_NOTE.sub("", heading)
    return rest != heading and not _NOT_OWN.search(rest)
