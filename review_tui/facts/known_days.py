"""What is known of the days of one material: the meeting's own, its neighbours, and dates said rightly."""

import datetime as dt
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from review_tui.language.day_order import day_first_in
from review_tui.language.meeting_dates import MeetingDate, find_meeting_dates
from review_tui.language.periods import Period, find_periods
from review_tui.language.weekdays import DatedWeekday, find_dated_weekdays
from review_tui.model.frozen import frozen
from review_tui.model.material import Document, Material

_HEAD = 2000
"""Characters at the beginning of minutes that say when they met."""
_BESIDE = 60
"""Characters on either side of a date in which the name of its day stands."""
_HALF_A_YEAR = dt.timedelta(days=183)


class MeetingDay(NamedTuple):
    """The day of a meeting, by which dates without a year are read."""

    sitting: MeetingDate | None
    """The meeting's date as the head of the draft gives it."""
    reference: dt.date | None
    """The meeting's day: as the head of the draft or the meeting's file says, or else a date of the draft."""
    sure: bool
    """Whether the reference is the meeting's day and no makeshift."""


@frozen
class Calendar:
    """The dates of one draft and the day of its meeting."""

    periods: tuple[Period, ...]
    """Of the draft."""
    meeting: MeetingDay

    @property
    def sitting(self) -> MeetingDate | None:
        """The meeting's date as the head of the draft gives it."""
        return self.meeting.sitting

    @property
    def reference(self) -> dt.date | None:
        """The day by which dates without a year are read."""
        return self.meeting.reference

    @property
    def sure(self) -> bool:
        """Whether the reference is the meeting's day."""
        return self.meeting.sure


def calendar_of(material: Material) -> Calendar:
    """The dates of the draft, those without a year near to the meeting."""
    stated = material.meeting.date if material.meeting else None
    meeting = meeting_day(material.draft.text, stated, day_first=day_first_in(material))
    periods = periods_of(material.draft, day_first=day_first_in(material), reference=meeting.reference)
    return Calendar(periods, meeting)


def meeting_day(text: str, stated: dt.date | None, *, day_first: bool) -> MeetingDay:
    """The day of the meeting, as minutes say at their head or as is ``stated`` elsewhere."""
    head = text[:_HEAD]
    dated = find_periods(head, day_first=day_first)
    sitting = find_meeting_dates(head, dated)
    reference, sure = _reference(sitting, stated, head, day_first)
    if reference is None:
        reference = next((p.start for p in dated if p.is_single_day), None)
    return MeetingDay(sitting, reference, sure)


def _reference(
    sitting: MeetingDate | None, stated: dt.date | None, head: str, day_first: bool
) -> tuple[dt.date | None, bool]:
    """The day of the meeting, and whether it is sure: a head whose day of the week is wrong is not."""
    if sitting and stated:
        return (sitting.day if abs(sitting.day - stated) < _HALF_A_YEAR else stated), True
    if stated or not sitting:
        return stated, stated is not None
    named = find_dated_weekdays(head, day_first=day_first)
    return sitting.day, all(d.agrees for d in named if d.date.overlaps(sitting.span))


def periods_of(
    document: Document, *, day_first: bool, reference: dt.date | None, shorthand: bool = False
) -> tuple[Period, ...]:
    """The dates and periods of a document; several checks ask for the same, so the last few are kept.

    ``shorthand`` is for notes: "16/3" is a day there.
    """
    return _kept(document.text, day_first, reference, shorthand)


def weekdays_of(
    document: Document, calendar: Calendar, *, day_first: bool, notes: bool = False
) -> tuple[DatedWeekday, ...]:
    """The days of the week with a date in the draft or in notes."""
    periods: Sequence[Period] = periods_of(
        document, day_first=day_first, reference=calendar.reference, shorthand=notes
    )
    return find_dated_weekdays(
        document.text, day_first=day_first, reference=calendar.reference, periods=periods
    )


def weekdays_said(text: str, period: Period) -> tuple[DatedWeekday, ...]:
    """The day of the week said of one date, if any."""
    start = max(0, period.span.start - _BESIDE)
    window = text[start : period.span.end + _BESIDE]
    return tuple(d for d in find_dated_weekdays(window) if d.date.moved(start).overlaps(period.span))


def differing(one: dt.date, other: dt.date) -> int:
    """In how many of day, month and year two dates differ."""
    return [one.year != other.year, one.month != other.month, one.day != other.day].count(True)


@lru_cache(maxsize=16)
def _kept(text: str, day_first: bool, reference: dt.date | None, shorthand: bool) -> tuple[Period, ...]:
    return find_periods(text, day_first=day_first, reference=reference, shorthand=shorthand)
