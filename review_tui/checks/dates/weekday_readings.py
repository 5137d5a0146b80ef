"""What a day of the week that is not its date's could have meant: another day of the week, date or year."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from review_tui.facts.known_days import Calendar, differing
from review_tui.language.date_forms import DAY_NAMES, in_form_of, ordinal_suffix, styled
from review_tui.language.meeting_dates import DateRole, role_of
from review_tui.language.periods import Period
from review_tui.language.weekdays import DatedWeekday, in_year
from review_tui.model.findings import Location
from review_tui.model.frozen import frozen
from review_tui.model.text import Span

_WEEK = 7
"""Days."""
_FAR = 200
"""Days from the meeting beyond which a date of it or its neighbours is a slip of the year."""
_NEAR = 130
"""Days from the meeting within which another year is the likelier one."""
_ALONE = re.compile(r"\d{1,2}(?:st|nd|rd|th)?\Z", re.IGNORECASE)


@frozen
class WeekdayReading:
    """One way to put it right."""

    day: dt.date
    text: str
    """The day of the week and the date, as the draft would write them."""
    because: str = ""
    """Why it is the right one, or empty where nothing tells."""


@frozen
class Known:
    """A day that decides, what it is to the meeting, in what words and where it is said."""

    day: dt.date
    role: DateRole
    because: str
    place: Location | None = None


def readings(text: str, said: DatedWeekday, reference: dt.date | None) -> tuple[WeekdayReading, ...]:
    """What each reading would give: another day of the week, the nearest date of this one, another year."""
    days = [said.day, nearest(said), *(_other_years(said) if said.year_written else ())]
    return tuple(WeekdayReading(day, worded(text, said, day, reference)) for day in days)


def nearest(said: DatedWeekday) -> dt.date:
    """The date of that day of the week that is nearest to the one written."""
    ahead = (said.weekday - said.day.weekday()) % _WEEK
    return said.day + dt.timedelta(days=ahead if ahead <= _WEEK // 2 else ahead - _WEEK)


def decided(
    text: str, said: DatedWeekday, calendar: Calendar, known: Iterable[Known]
) -> WeekdayReading | None:
    """The one right reading, where the meeting's day, its neighbours or another passage decides.

    A passage decides where it has the same date, or is of the same meeting and differs in one thing only.
    """
    reference = calendar.reference
    role = role_of(text, said.date, calendar.sitting)
    for fact in known:
        alike = fact.day.weekday() == said.weekday and differing(fact.day, said.day) == 1
        if fact.day == said.day or (alike and role is fact.role and role is not DateRole.OTHER):
            return WeekdayReading(fact.day, worded(text, said, fact.day, reference), fact.because)
    year = _slipped_year(said, calendar) if role is not DateRole.OWN else None
    if year:
        because = "that is the year of the meetings around it"
        return WeekdayReading(year, worded(text, said, year, reference), because)
    return None


def worded(text: str, said: DatedWeekday, day: dt.date, reference: dt.date | None) -> str:
    """The draft's words with another date, or with the right day of the week for the same date."""
    name = styled(DAY_NAMES[day.weekday()], said.name.of(text))
    date = (
        said.date.of(text) if day == said.day else _day_written(said.date.of(text), said.day, day, reference)
    )
    if said.name.start > said.date.start:
        return f"{date}{text[said.date.end : said.name.start]}{name}"
    return f"{name}{text[said.name.end : said.date.start]}{date}"


def _day_written(words: str, written: dt.date, day: dt.date, reference: dt.date | None) -> str:
    if _ALONE.match(words):
        return f"{day.day}{ordinal_suffix(day.day) if not words.isdigit() else ''}"
    return in_form_of(Period(written, written, Span(0, len(words)), words), day, reference)


def _other_years(said: DatedWeekday) -> Iterator[dt.date]:
    for by in (1, -1):
        day = in_year(said.day, said.day.year + by)
        if day and day.weekday() == said.weekday:
            yield day


def _slipped_year(said: DatedWeekday, calendar: Calendar) -> dt.date | None:
    """The same day of another year, where it has that day of the week and is close to the meeting."""
    if not calendar.sure or not calendar.reference or not said.year_written:
        return None
    far = abs((said.day - calendar.reference).days) > _FAR
    close = [day for day in _other_years(said) if abs((day - calendar.reference).days) <= _NEAR]
    return close[0] if far and len(close) == 1 else None
