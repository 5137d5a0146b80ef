"""The days of this meeting and its neighbours, as the draft and as the book have them."""

import datetime as dt
from collections.abc import Iterator

from review_tui.facts.known_days import Calendar, differing, weekdays_said
from review_tui.language.date_forms import in_form_of, long_date, one_line
from review_tui.language.date_parts import Grain
from review_tui.language.meeting_dates import DateRole, role_of
from review_tui.language.periods import Period
from review_tui.model.findings import Finding, Severity, Suggestion
from review_tui.model.material import Document, Material

_CHECK = "dates"


def against_the_book(material: Material, calendar: Calendar) -> Iterator[Finding]:
    """Where the draft's date of this meeting, the last or the next is not the book's."""
    if material.meeting is None:
        return
    own = material.meeting.date
    others = sorted(m.date for m in material.others if m.date != own)
    yield from _own_date(material.draft, calendar, own, others)
    for role, days in (
        (DateRole.PREVIOUS, [d for d in others if d < own]),
        (DateRole.NEXT, [d for d in others if d > own]),
    ):
        if days:
            yield from _neighbours(material.draft, calendar, role, days, own)


def _own_date(draft: Document, calendar: Calendar, own: dt.date, others: list[dt.date]) -> Iterator[Finding]:
    """The head of whole minutes with another date than the meeting's file."""
    sitting = calendar.sitting
    if not sitting or sitting.day == own or sitting.day in others:
        return
    period = next((p for p in calendar.periods if p.span.overlaps(sitting.span)), None)
    if period is None or not all(d.agrees for d in weekdays_said(draft.text, period)):
        return  # a wrong day of the week has its own check, which knows the meeting's date too
    place = draft.place(period.span)
    message = (
        f"Line {place.line} gives the date of this meeting as {one_line(period.text)}, "
        f"but the meeting's file gives {long_date(own)}."
    )
    near = differing(sitting.day, own) == 1
    severity = Severity.ERROR if near else Severity.WARNING
    suggestion = Suggestion(period.span, in_form_of(period, own, own)) if near else None
    yield Finding(_CHECK, severity, message, (place,), suggestion)


def _neighbours(
    draft: Document, calendar: Calendar, role: DateRole, days: list[dt.date], own: dt.date
) -> Iterator[Finding]:
    """A previous or next meeting on a day that is almost, but not quite, one of the book's."""
    nearest = days[-1] if role is DateRole.PREVIOUS else days[0]
    told: set[dt.date] = set()
    for period in calendar.periods:
        day = period.start
        if period.grain is not Grain.DAY or not period.is_single_day or day in told or day in {*days, own}:
            continue
        if role_of(draft.text, period.span, calendar.sitting) is not role:
            continue
        alike = [d for d in days if differing(d, day) == 1 and (period.year_written or d.year == day.year)]
        if not alike and (not min(days) < day < max(days)):
            continue
        told.add(day)
        yield _neighbour(
            draft,
            period,
            role,
            nearest if nearest in alike or not alike else alike[-1],
            sure=nearest in alike,
        )


def _neighbour(draft: Document, period: Period, role: DateRole, right: dt.date, *, sure: bool) -> Finding:
    place = draft.place(period.span)
    what = "last" if role is DateRole.PREVIOUS else "next"
    message = (
        f"Line {place.line} gives {one_line(period.text)} for {role}, but the book has no meeting on that "
        f"day; its {what} one is of {long_date(right)}."
    )
    suggestion = Suggestion(period.span, in_form_of(period, right, right)) if sure else None
    return Finding(_CHECK, Severity.WARNING if sure else Severity.HINT, message, (place,), suggestion)
