"""The weekday check: a day of the week that is not that date's."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from review_tui.checks.check import Check
from review_tui.checks.dates.weekday_readings import Known, WeekdayReading, decided, readings
from review_tui.facts.known_days import Calendar, calendar_of, differing, weekdays_of
from review_tui.language.date_forms import DAY_NAMES, one_line
from review_tui.language.day_order import day_first_in
from review_tui.language.meeting_dates import DateRole, role_of
from review_tui.language.weekdays import DatedWeekday, in_year
from review_tui.model.acts import FlagKind
from review_tui.model.findings import Finding, Severity, Suggestion
from review_tui.model.material import Document, Material
from review_tui.model.meeting import notes_name

_FIRST_YEAR = 1800
"""Days of the week of older dates depend on the calendar in use."""
_REACH = 275
"""Days from the meeting within which a date without a year may be meant."""
_A_YEAR = 370
"""Days ahead, a little over a year, in which a date may mean one of another year."""
_YEAR = re.compile(r"(?<![\d/.,\u00a3])(?:19|20)\d\d(?![\d,])")
_LINE_BEFORE = 300
"""Characters before a date that tell whether it lies ahead."""


class WeekdayCheck(Check):
    """Finds days of the week that are not those of their dates."""

    id = "weekday"
    finds = "A day of the week that is not that of its date, such as Thursday for a date that is a Monday."
    severity = Severity.ERROR
    flag_kind = FlagKind.DATE
    example = "The Board met on Thursday 16th March 2022.\n"

    def run(self, material: Material) -> Iterable[Finding]:
        """Findings in the order of the draft."""
        calendar = calendar_of(material)
        said = weekdays_of(material.draft, calendar, day_first=day_first_in(material))
        wrong = [s for s in said if not s.agrees and s.day.year >= _FIRST_YEAR]
        first: dict[tuple[dt.date, DateRole], Known] = {}
        for fact in _known_days(material, calendar, said, {s.day for s in wrong}) if wrong else ():
            first.setdefault((fact.day, fact.role), fact)
        known = tuple(first.values())
        return tuple(f for s in wrong if (f := _finding(material.draft, s, calendar, known)))


def _known_days(
    material: Material, calendar: Calendar, said: tuple[DatedWeekday, ...], wrong: set[dt.date]
) -> Iterator[Known]:
    """The days that could decide about the ``wrong`` ones, the most telling first."""
    own = material.meeting.date if material.meeting else None
    if own:
        yield Known(own, DateRole.OWN, "the meeting's file gives that date")
    for meeting in material.others:
        if own and meeting.date != own:
            role = DateRole.NEXT if meeting.date > own else DateRole.PREVIOUS
            yield Known(meeting.date, role, "the book has a meeting on that date")
    for document in material.notes:
        for dated in weekdays_of(document, calendar, day_first=day_first_in(material), notes=True):
            if dated.agrees and _is_close(dated.day, wrong) and not _is_withdrawn(document.text, dated):
                place = document.place(dated.span)
                where = f"{notes_name(document.file)} line {place.line}"
                role = role_of(document.text, dated.date, None)
                yield Known(dated.day, role, f"the notes have {_full(dated)} ({where})", place)
    for dated in said:
        if dated.agrees and _is_close(dated.day, wrong):
            place = material.draft.place(dated.span)
            role = role_of(material.draft.text, dated.date, calendar.sitting)
            yield Known(dated.day, role, f"line {place.line} has {_full(dated)}", place)


_NO_MORE = re.compile(
    r"(?:\b(?:not|no longer|instead of|rather than|was|were|cancel\w{0,5}) (?:on |for )?|~~)\Z", re.IGNORECASE
)
"""What stands before a day that does not hold."""
_OVERTAKEN = re.compile(
    r"[ \t]{0,3}(?:\?\?|~~)|[^.\n]{0,40}?(?:->|\u2192|=>|\b(?:moved|changed|put (?:back|off)|postponed) to\b"
    r"|\bnow\b|\binstead\b)[^\n]{0,20}?\d",
    re.IGNORECASE,
)
"""What comes after a day that another took the place of, or that is itself asked about."""
_BEFORE = 20
"""Characters before a day in which it is taken back."""


def _is_withdrawn(text: str, dated: DatedWeekday) -> bool:
    """Whether notes name a day only to drop it: "tue 12 May?? no hall, -> Thu 14 May"."""
    before = text[max(0, dated.span.start - _BEFORE) : dated.span.start]
    return bool(_NO_MORE.search(before) or _OVERTAKEN.match(text, dated.span.end))


def _is_close(day: dt.date, wrong: set[dt.date]) -> bool:
    return any(differing(day, other) <= 1 for other in wrong)


def _finding(
    draft: Document, said: DatedWeekday, calendar: Calendar, known: tuple[Known, ...]
) -> Finding | None:
    place = draft.place(said.span)
    severity = _severity(draft.text, said, calendar)
    if severity is None:
        return None
    right = decided(draft.text, said, calendar, known)
    beside = [k.place for k in known if right and k.because == right.because and k.place]
    options = readings(draft.text, said, calendar.reference)
    return Finding(
        WeekdayCheck.id,
        severity,
        _message(said, place.line, right, options),
        (place, *beside[:1]),
        Suggestion(said.span, right.text) if right else None,
    )


def _severity(text: str, said: DatedWeekday, calendar: Calendar) -> Severity | None:
    """How sure it is; ``None`` where a date without a year is right in a year that may well be meant."""
    if said.year_written:
        return Severity.ERROR
    reference = calendar.reference
    if reference is None:
        return None
    line = text[max(0, said.span.start - _LINE_BEFORE) : said.span.end + 60]
    named = {int(year) for year in _YEAR.findall(line)}
    for year in {reference.year + by for by in (-1, 0, 1)} | named:
        day = in_year(said.day, year)
        if day and day.weekday() == said.weekday:
            away = (day - reference).days
            if abs(away) <= _REACH or not calendar.sure or year in named - {said.day.year}:
                return None
            if 0 < away <= _A_YEAR and _is_ahead(text, said):
                return Severity.HINT
    return Severity.WARNING


_AHEAD = re.compile(
    r"\b(?:will|would|propos\w{1,4}|plan\w{0,5}|next|to be|booked|scheduled|arrang\w{1,5}|provisional)\b",
    re.IGNORECASE,
)


def _is_ahead(text: str, said: DatedWeekday) -> bool:
    """Whether the words before it look ahead, perhaps further than half a year."""
    before = text[max(0, said.span.start - _LINE_BEFORE // 2) : said.span.start]
    return bool(_AHEAD.search(before)) or role_of(text, said.date, None) is DateRole.NEXT


def _message(
    said: DatedWeekday, line: int, right: WeekdayReading | None, options: tuple[WeekdayReading, ...]
) -> str:
    year = "" if said.year_written else f" in {said.day.year}"
    lead = f"Line {line} says {one_line(said.text)}, but{year} that date is a {DAY_NAMES[said.day.weekday()]}"
    if right:
        return f"{lead}; {one_line(right.text)} is right, because {right.because}."
    ways = [f"as {one_line(option.text)}" for option in options]
    return f"{lead}; it would be right {', '.join(ways[:-1])} or {ways[-1]}."


def _full(dated: DatedWeekday) -> str:
    """The words, with the year where they leave it out."""
    return one_line(dated.text) if dated.year_written else f"{one_line(dated.text)} ({dated.day.year})"
