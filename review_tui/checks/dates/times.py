"""The times check: a meeting closes after it began, and nobody comes or goes outside it."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from review_tui.checks.check import Check
from review_tui.language.meeting_events import EventKind, MeetingEvent, find_meeting_events
from review_tui.language.times import Time, find_impossible_times, find_times, join_times
from review_tui.model.acts import FlagKind
from review_tui.model.findings import Finding, Severity, Suggestion
from review_tui.model.material import Document, Material
from review_tui.model.text import Span

_HALF_DAY = 12 * 60
"""Minutes between a time in the morning and the same in the evening."""
_LATE = 17 * 60
"""A meeting that begins after this may go on past midnight."""
_SMALL_HOURS = 4 * 60
"""Minutes from midnight up to which a time belongs to the evening before."""
_BEGINS = (EventKind.HELD, EventKind.OPENED)
_TURNS = (EventKind.ADJOURNED, EventKind.RESUMED)


class TimesCheck(Check):
    """Finds times that cannot be in the order in which the draft tells them."""

    id = "times"
    finds = (
        "Times that cannot be right: a meeting that closed before it began, somebody who came or left "
        "outside it, a later item timed before an earlier one, am for pm, a time that no clock shows."
    )
    severity = Severity.ERROR
    flag_kind = FlagKind.DATE
    example = (
        "Minutes of the meeting held in the Village Hall at 7.30pm\n\nThe Chairman opened the discussion.\n\n"
        "The meeting closed at 6.45pm.\n"
    )

    def run(self, material: Material) -> Iterable[Finding]:
        """Findings in the order of the draft."""
        draft = material.draft
        times = find_times(draft.text)
        events = find_meeting_events(draft.text, times)
        found = [*_impossible(draft), *_ranges(draft, times)]
        for sitting in _sittings(events):
            found += _course(draft, sitting)
        found += _meeting_called(material, events)
        return sorted(found, key=lambda finding: finding.places[0].span)


def _sittings(events: tuple[MeetingEvent, ...]) -> Iterator[tuple[MeetingEvent, ...]]:
    """The events of each meeting: a draft may hold several, one after another."""
    sitting: list[MeetingEvent] = []
    for event in events:
        if event.moment is EventKind.HELD and any(e.moment is EventKind.CLOSED for e in sitting):
            yield tuple(sitting)
            sitting = []
        sitting.append(event)
    if sitting:
        yield tuple(sitting)


def _course(draft: Document, sitting: tuple[MeetingEvent, ...]) -> Iterator[Finding]:
    """What is wrong with the times of one meeting."""
    begun = sitting[0] if sitting[0].moment in _BEGINS else None
    closed = next((e for e in reversed(sitting) if e.moment is EventKind.CLOSED), None)
    told = None
    if begun and closed and _is_before(closed.time, begun.time):
        told = closed
        yield _closed_early(draft, begun, closed)
    for event in sitting:
        if event.moment in {*_BEGINS, EventKind.CLOSED} or told is event:
            continue
        if begun and _is_before(event.time, begun.time):
            yield _finding(
                draft,
                event,
                begun,
                f"{_event_words(begun)}, but {_event_words(event, small=True)}, before it began.",
            )
        elif closed and told is None and event.span < closed.span and _is_before(closed.time, event.time):
            yield _finding(
                draft,
                closed,
                event,
                f"{_event_words(event)}, but {_event_words(closed, small=True)}, earlier than that.",
            )
    yield from _order(draft, sitting, begun)


def _order(
    draft: Document, sitting: tuple[MeetingEvent, ...], begun: MeetingEvent | None
) -> Iterator[Finding]:
    """What is told later and timed earlier."""
    moves = [e for e in sitting if e.moment not in {*_BEGINS, EventKind.CLOSED} and not e.in_brackets]
    for one, other in pairwise(moves):
        if not _is_before(other.time, one.time) or (begun and _is_before(other.time, begun.time)):
            continue
        sure = one.moment is EventKind.ADJOURNED and other.moment is EventKind.RESUMED
        message = f"{_event_words(one)}, but further on {_event_words(other, small=True)}, earlier than that."
        yield _finding(draft, other, one, message, Severity.WARNING if sure else Severity.HINT)


def _closed_early(draft: Document, begun: MeetingEvent, closed: MeetingEvent) -> Finding:
    message = f"{_event_words(begun)}, but {_event_words(closed, small=True)}, before it began."
    suggestion = None
    evening = closed.time.minutes + _HALF_DAY
    if closed.time.half == "am" and begun.time.minutes < evening <= begun.time.minutes + _HALF_DAY // 2:
        suggestion = Suggestion(closed.span, _other_half(closed.time.text))
        message = f"{message[:-1]}: pm may be meant."
    places = (draft.place(closed.span), draft.place(begun.span))
    return Finding(TimesCheck.id, Severity.ERROR, message, places, suggestion)


def _other_half(text: str) -> str:
    """The same hour after noon, in the same form: 9.00pm for 9.00am."""
    at = max(text.rfind("a"), text.rfind("A"))
    return f"{text[:at]}{'p' if text[at] == 'a' else 'P'}{text[at + 1 :]}"


def _is_before(one: Time, other: Time) -> bool:
    """Whether ``one`` is surely earlier; without am or pm, whichever half of the day would fit is meant."""
    if other.is_sure and other.minutes >= _LATE and one.minutes < _SMALL_HOURS and one.half != "pm":
        return False
    ones = (one.minutes,) if one.is_sure else (one.minutes, one.minutes + _HALF_DAY)
    others = (other.minutes,) if other.is_sure else (other.minutes, other.minutes + _HALF_DAY)
    return max(ones) < min(others)


def _event_words(event: MeetingEvent, *, small: bool = False) -> str:
    text = " ".join(event.time.text.split()).rstrip(".")
    if event.moment in {EventKind.ARRIVED, EventKind.LEFT}:
        said = f"somebody {event.moment} at {text}"
    else:
        said = f"the meeting {event.moment} at {text}"
    return said if small else said[0].upper() + said[1:]


def _finding(
    draft: Document,
    wrong: MeetingEvent,
    beside: MeetingEvent,
    message: str,
    severity: Severity = Severity.WARNING,
) -> Finding:
    return Finding(TimesCheck.id, severity, message, (draft.place(wrong.span), draft.place(beside.span)))


def _impossible(draft: Document) -> Iterator[Finding]:
    for span in find_impossible_times(draft.text):
        place = draft.place(span)
        yield Finding(TimesCheck.id, Severity.ERROR, f"There is no such time as {place.quote}.", (place,))


def _ranges(draft: Document, times: tuple[Time, ...]) -> Iterator[Finding]:
    """Ranges that end before they begin within one half of the day."""
    for one, other in pairwise(times):
        same_half = one.is_sure and one.half == other.half
        if same_half and other.minutes < one.minutes and join_times(draft.text, one, other):
            place = draft.place(Span(one.span.start, other.span.end))
            message = f"\u201c{' '.join(place.quote.split())}\u201d ends before it begins."
            yield Finding(TimesCheck.id, Severity.WARNING, message, (place,))


def _meeting_called(material: Material, events: tuple[MeetingEvent, ...]) -> Iterator[Finding]:
    """The hour in the heading beside that of ``meeting.yaml``."""
    start = material.meeting.start if material.meeting else ""
    called = find_times(start) or find_times(f"at {start.replace(':', '.')}")
    held = next((event for event in events if event.moment is EventKind.HELD), None)
    if not called or not held or held.time.minutes % _HALF_DAY == called[0].minutes % _HALF_DAY:
        return
    message = (
        f"The draft says that the meeting was held at {held.time.text}, the book that it began at {start}."
    )
    yield Finding(TimesCheck.id, Severity.WARNING, message, (material.draft.place(held.span),))
