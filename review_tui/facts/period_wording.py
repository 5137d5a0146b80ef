"""Says what is wrong with a period, and words the right one as the draft would."""

import datetime as dt
from dataclasses import replace

from review_tui.facts.contexts import likeness
from review_tui.facts.periods import DECIDED, PeriodMention
from review_tui.facts.rewording import period_in_form
from review_tui.facts.values import Kind, Value
from review_tui.language.date_forms import has_weekday, one_line, reworded
from review_tui.language.date_parts import APRIL
from review_tui.language.date_words import month_length
from review_tui.language.periods import find_periods
from review_tui.language.subject_words import is_same
from review_tui.model.meeting import notes_name
from review_tui.model.passages import PassageKind

_ANY_DAY = dt.date(2000, 1, 1)
"""Gives dates without a year one, when nobody knows the meeting's; such years are never shown."""
_LONGEST_SUBJECT = 4
"""Words before a period that are told with it."""
_LEAD_WORDS = 7
"""Words before a day that are quoted with it."""
_YEAR = 12
"""Months."""
_NAMED = {
    PassageKind.RESOLUTION: "the resolution",
    PassageKind.ACTION: "the action",
    PassageKind.HEADING: "the heading",
}
_SORTS = {"day": "date", "my": "month", "years": "year", "year": "year"}
"""What a reader calls them; anything else is a period."""


def contradiction(wrong: PeriodMention, right: PeriodMention, notes: tuple[PeriodMention, ...]) -> str:
    """One sentence: which passage of the draft disagrees with which, and what the notes say."""
    here, there = _name_of_passage(wrong, right), _name_of_passage(right, wrong)
    lead = f"{here[0].upper()}{here[1:]} gives the {_name_of_period(wrong, right)} as {one_line(wrong.text)}"
    so_do = f", and so do the notes ({_places_in_notes(notes)})" if notes else ""
    then = (
        f", and elsewhere as {one_line(right.text)}"
        if here == there
        else f"; {there} gives {one_line(right.text)}"
    )
    return f"{lead}{_length_note(wrong, right)}{then}{so_do}."


def disagreement(wrong: PeriodMention, notes: tuple[PeriodMention, ...]) -> str:
    """One sentence: the draft says this, the notes that. Days are told with the words before them."""
    theirs = f"{one_line(notes[0].text)} ({_places_in_notes(notes)})"
    if wrong.sort == "day":
        before = wrong.clause.text[: wrong.start].split()[-_LEAD_WORDS:]
        said = one_line(" ".join([*before, wrong.text]))
        return f"The draft says \u201c{said}\u201d, but the notes give {theirs}."
    return f"The draft gives the {_name_of_period(wrong, notes[0])} as {one_line(wrong.text)}; the notes give {theirs}."


def suggested(wrong: PeriodMention, right: PeriodMention, reference: dt.date | None) -> str:
    """The right period in the form of the wrong one, or nothing where that is not certain."""
    if wrong.sort != right.sort:
        return ""
    text = wrong.value.text
    forms = find_periods(text, reference=reference or _ANY_DAY)
    days = _days_of(right.value, wrong.value, reference)
    mine = _days_of(wrong.value, right.value, reference)
    if len(forms) != 1 or days is None or mine is None:
        is_noted = right.clause.document is not wrong.clause.document
        return period_in_form(wrong.value, right.value) if is_noted else right.text
    (form,) = forms
    if reference is None and not right.value.parts[0] and has_weekday(form):
        return ""
    if form.is_single_day and mine[0] != mine[1]:  # told by its last day: "year ended 31 March 2024"
        days = (days[1], days[1])
    there = replace(form, start=days[0], end=days[1], text=right.text)
    said = reworded(replace(form, text=form.text), there, reference)
    before = text[: form.span.start]
    if before.strip() and said.startswith(before):
        before = ""  # "FY 2027" has its "FY" already
    return f"{before}{said}{text[form.span.end :].rstrip(' ,.|')}"


def _days_of(value: Value, beside: Value, reference: dt.date | None) -> tuple[dt.date, dt.date] | None:
    """The first and last day of a date, month, run or years; a year that is not written is that of ``beside``."""
    parts = value.parts
    near = reference or _ANY_DAY
    try:
        if value.is_run:
            years = [
                end[0] or other[0] or near.year for end, other in zip(value.ends, beside.ends, strict=True)
            ]
            first, last = (dt.date(year, *end[1:]) for year, end in zip(years, value.ends, strict=True))
            return first, last
        year = parts[0] or beside.parts[0]
        if value.kind is Kind.DATE:
            day = dt.date(year, *parts[1:]) if year else _nearest_day(parts[1], parts[2], near)
            return day, day
        if value.kind is Kind.MONTH and parts[1]:
            year = year or near.year
            return dt.date(year, parts[1], 1), dt.date(year, parts[1], month_length(parts[1], year))
        if value.kind is Kind.PERIOD:
            one_year = parts[1] == parts[0] + 1
            first = dt.date(parts[0], APRIL if one_year else 1, 1)
            return first, dt.date(parts[1], *((APRIL - 1, 31) if one_year else (_YEAR, 31)))
    except ValueError:  # no such day
        pass
    return None


def _nearest_day(month: int, day: int, reference: dt.date) -> dt.date:
    """The day in the year that brings it nearest to the reference."""
    days = [dt.date(reference.year + by, month, day) for by in (0, -1, 1)]
    return min(days, key=lambda one: abs((one - reference).days))


def _name_of_passage(mention: PeriodMention, other: PeriodMention) -> str:
    """How to call a passage of the draft beside another."""
    kinds = [mention.passage_kind, other.passage_kind]
    if kinds[0] is not kinds[1]:
        if kinds[0] in _NAMED:
            return _NAMED[kinds[0]]
        if kinds[1] in _NAMED:
            return "the narrative"
    decided = [DECIDED.search(m.clause.text) is not None for m in (mention, other)]
    if mention.place.line == other.place.line and decided[0] is not decided[1]:
        return "the decision" if decided[0] else "the narrative"
    return f"line {mention.place.line}"


def _name_of_period(wrong: PeriodMention, right: PeriodMention) -> str:
    """What it is: "period of the Annual Assurance report", with the words that both have beside it."""
    mine, theirs = wrong.context, right.context
    run = min(likeness(mine, theirs).run, _LONGEST_SUBJECT)
    words = mine.before[-run:] if run else ()
    if run and mine.leads and not (words and theirs.before and is_same(words[-1], theirs.before[-1])):
        words = mine.after[:run]  # "the 2020-21 annual report"
    kind = _SORTS.get(wrong.sort, "period")
    if len(words) == 1 and words[0].raw[0].islower():
        return f"{kind} {'before' if words == mine.after[:1] else 'after'} \u201c{words[0].raw}\u201d"
    return f"{kind} of the {' '.join(w.raw for w in words)}" if words else kind


def _length_note(wrong: PeriodMention, right: PeriodMention) -> str:
    """The length of a run, where it tells which of two is the slip."""
    return f" ({wrong.months} months, not {_YEAR})" if right.months == _YEAR < wrong.months else ""


def _places_in_notes(notes: tuple[PeriodMention, ...]) -> str:
    """The notes' files and lines."""
    places = [note.place for note in notes]
    said = dict.fromkeys(f"{notes_name(p.file)} line {p.line}" for p in places)
    return ", ".join(said)
