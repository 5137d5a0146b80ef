"""When a meeting began, who came and went, and when it closed, in the order of the draft."""

import re
from enum import StrEnum

from review_tui.language.bounded_repeats import repeat_one_to
from review_tui.language.sentences import CLAUSE_OR_LINE_END
from review_tui.language.times import Time, find_times
from review_tui.model.frozen import frozen
from review_tui.model.text import Span

_BEFORE = 110
_AFTER = 40
"""Characters before and after a time in which it says what happened then."""


class EventKind(StrEnum):
    """What happened at a time."""

    HELD = "was held"
    """The heading: the hour for which it was called."""
    OPENED = "opened"
    ARRIVED = "arrived"
    LEFT = "left"
    ADJOURNED = "was adjourned"
    RESUMED = "resumed"
    CLOSED = "closed"


_SITTING = r"(?:meeting|session|business|proceedings|agm|committee|council|board)"
_ABOUT = r"(?:approximately |about |around |approx\.? )?"
_AT = (
    rf"\s{{0,3}}[*_:,@(\u2013\u2014-]{{0,4}}\s{{0,3}}(?:at|@|time)?\s{{0,2}}[:(]?\s{{0,2}}{_ABOUT}[*_]{{0,4}}"
)
_WAS = r"(?: (?:was|were))?(?: then)?(?: duly| formally| officially)?"
_ENDED = r"(?:closed|ended|finished|concluded|terminated)"
_BEGAN = r"(?:opened|started|began|commenced)"
_STOPPED = r"(?:adjourned|suspended)"
_WENT_ON = r"(?:re-?convened|re-?opened|resumed|re-?started)"
_BY = r"(?: by the chair(?:man|person)?)?"
_BEFORE_WORDS: dict[EventKind, re.Pattern[str]] = {
    moment: re.compile(rf"(?:{pattern}){_AT}\Z", re.IGNORECASE)
    for moment, pattern in {
        EventKind.CLOSED: rf"\b{_SITTING}{_WAS} (?:{_ENDED}|close|closing)(?: to the public)?{_BY}"
        rf"|\b{_ENDED} the {_SITTING}|\b(?:closure|close|end|closing) of (?:the )?{_SITTING}(?: was)?"
        rf"|\bclosed(?: the)? meeting|\b{_SITTING}{_WAS} {_BEGAN}[^;\n]{{1,40}} and {_ENDED}",
        EventKind.OPENED: rf"\b{_SITTING}{_WAS} (?:{_BEGAN}|called to order|convened){_BY}"
        rf"|\b{_BEGAN} the {_SITTING}",
        EventKind.ADJOURNED: rf"\b{_SITTING}{_WAS} {_STOPPED}|\b{_STOPPED} (?:the )?{_SITTING}|\badjourned",
        EventKind.RESUMED: rf"\b{_SITTING}{_WAS} {_WENT_ON}|\b{_WENT_ON}",
        EventKind.ARRIVED: r"\b(?:arrived|joined(?: the (?:meeting|call))?"
        r"|entered(?: the (?:meeting|room))?)",
        EventKind.LEFT: r"\b(?:left(?: the (?:meeting|room|call|chamber))?|departed"
        r"|withdrew(?: from the meeting)?)",
    }.items()
}
_NAMED = r"[ \u00a0]{0,2}[:,\u2013-]?[ \u00a0]?" + repeat_one_to(4, r"[A-Z][\w.'\u2019-]{0,20} ")
_AFTER_WORDS: dict[EventKind, re.Pattern[str]] = {
    EventKind.ARRIVED: re.compile(rf"{_NAMED}(?:arrived|joined|entered)\b"),
    EventKind.LEFT: re.compile(rf"{_NAMED}(?:left|departed)\b"),
    EventKind.CLOSED: re.compile(
        r"[ \u00a0]{0,2}[:,\u2013-]?[ \u00a0]?(?:the )?meeting (?:closed|ended)\b", re.IGNORECASE
    ),
}
_HELD = re.compile(
    r"\b(?:held|meeting of|minutes of|meeting|started?|commenc(?:ed|ing)|convened|time)\b", re.IGNORECASE
)
_OTHER = re.compile(
    r"\b(?:next|future|will|would|to be held|forthcoming|previous|last|should|due to|can|may be|until"
    r"|surgery"
    r"|every|each|daily|clos(?:e|ing) (?:date|time)|please|arranged|scheduled|agreed|he|she|they)\b",
    re.IGNORECASE,
)
"""What tells that a time is of another occasion."""
_SOMEONE = re.compile(
    r"\b(?:cllr|councillor|mr|mrs|ms|miss|dr|pc|pcso|chair|member|(?-i:[A-Z]{2,3}"
    r"|[A-Z][a-z\u2019'-]{1,20} [A-Z]))",
    re.IGNORECASE,
)
_APPROVAL = re.compile(
    r"(?:approv\w{1,4}|ratif\w{1,7}|confirm\w{0,6}|agreed|sign\w{0,3}) (?:at|by|in) (?:the |its "
    r"|our )?(?:next )?"
    r"(?:meeting|council)",
    re.IGNORECASE,
)
_PRESENT = re.compile(r"\b(?:present|attend(?:ing|ance)|apologies)\b", re.IGNORECASE)
_HEADING = 900
"""Characters of the draft in which its heading stands."""


@frozen
class MeetingEvent:
    """One moment of the meeting's course."""

    moment: EventKind
    time: Time
    span: Span
    """The time's words."""
    in_brackets: bool
    """Whether it is an aside, as in a list of those present: it need not stand in the order of time."""


def find_meeting_events(text: str, times: tuple[Time, ...] | None = None) -> tuple[MeetingEvent, ...]:
    """The moments of the meeting that ``text`` is of, in its order."""
    found = []
    for time in find_times(text) if times is None else times:
        moment = _event_kind(text, time)
        if moment:
            opening = text.rfind("(", max(0, time.span.start - _BEFORE), time.span.start)
            closing = text.rfind(")", max(0, time.span.start - _BEFORE), time.span.start)
            found.append(MeetingEvent(moment, time, time.span, in_brackets=opening > closing))
    return tuple(found)


def _event_kind(text: str, time: Time) -> EventKind | None:
    before = _sentence(text, time.span.start)
    for moment, pattern in _BEFORE_WORDS.items():
        match = pattern.search(before)
        if match:
            lead = before[: match.start()][-60:]
            someone = moment not in {EventKind.ARRIVED, EventKind.LEFT} or _SOMEONE.search(lead)
            return moment if someone and not _OTHER.search(lead) else None
    after = text[time.span.end : time.span.end + _AFTER + _AFTER]
    if len(before.strip(" *_-\u2013")) <= len("at approximately"):
        told = next((moment for moment, pattern in _AFTER_WORDS.items() if pattern.match(after)), None)
        if told:
            return told
    return EventKind.HELD if _is_heading(text, time) else None


def _is_heading(text: str, time: Time) -> bool:
    """Whether it is the hour of the meeting itself, in the lines that open the minutes."""
    if time.span.start > _HEADING:
        return False
    lead = text[max(0, time.span.start - _HEADING // 3) : time.span.start]
    near = _APPROVAL.sub("", lead)[-_BEFORE:]
    return bool(_HELD.search(lead)) and not _OTHER.search(near) and not _PRESENT.search(near)


def _sentence(text: str, end: int) -> str:
    """What stands before ``end`` in its sentence."""
    window = text[max(0, end - _BEFORE) : end]
    ends = [match.end() for match in CLAUSE_OR_LINE_END.finditer(window)]
    return window[ends[-1] :] if ends else window
