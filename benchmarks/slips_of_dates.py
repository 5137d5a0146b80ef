"""Slips of the pen in weekdays, dates, periods and times."""

import datetime as dt
import random
import re
from collections.abc import Iterator

from benchmarks.checks_corpus import Minutes
from benchmarks.minute_facts import MONTHS, WEEKDAYS, Fact
from benchmarks.planting import ALONE, NOTES, Change, Slip

_NAMED = re.compile(rf"(?P<weekday>{'|'.join(WEEKDAYS)})", re.IGNORECASE)
_DAY = re.compile(r"(?<!\d)\d{1,2}(?=(?:st|nd|rd|th)?\b)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_TITLED = re.compile(
    r"[A-Za-z]{3,} [A-Za-z]{4,} (?:for|of|covering)(?: the)?(?: financial)?(?: year| period)?(?: from)? $"
)
_SUFFIXES = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
_REPORTS = (
    "annual report",
    "final accounts",
    "grass cutting contract",
    "action plan",
    "insurance policy",
    "audit report",
)


def value(text: str) -> dt.date | None:
    """The day that a date with its year says, day first."""
    figures = re.fullmatch(r"(\d{1,2})[./-](\d{1,2})[./-]((?:20)?\d\d)", text)
    year, day = _YEAR.search(text), _DAY.search(text)
    try:
        if figures:
            return dt.date(int(figures[3]) % 100 + 2000, int(figures[2]), int(figures[1]))
        month = next(
            (i for i, m in enumerate(MONTHS, 1) if m[:3].lower() in text.lower().split("day")[-1]), 0
        )
        return dt.date(int(year[0]), month, int(day[0])) if year and day and month else None
    except ValueError:
        return None


def is_true(fact: Fact) -> bool:
    """Whether a date is one that a calendar has, with its own weekday if it has one and a year to tell by."""
    date, named = value(fact.text), _NAMED.match(fact.text)
    return bool(date) and (not named or WEEKDAYS[date.weekday()].lower() == named[0].lower())  # type: ignore[union-attr]


def weekdays(source: Minutes, dice: random.Random) -> Iterator[Slip]:
    """The day of the week before or after, or a date a few days off beside the right weekday."""
    for fact in source.facts:
        named = _NAMED.match(fact.text)
        if fact.kind != "date" or not named or not _YEAR.search(fact.text) or not is_true(fact):
            continue
        index = [w.lower() for w in WEEKDAYS].index(named[0].lower())
        other = _cased(WEEKDAYS[(index + dice.choice((-1, 1, 2))) % 7], named[0])
        yield _replaced("weekday", "weekday", fact, fact.start, named[0], other, (ALONE,))
        off = _day_off(fact, dice, (-3, -2, -1, 1, 2, 3))
        if off:
            yield _replaced("weekday", "day", fact, *off, (ALONE,))
        year = _YEAR.search(fact.text)
        wrong = str(int(year[0]) - 1) if year else ""
        if year and value(fact.text.replace(year[0], wrong)):
            yield _replaced(
                "weekday", "last year's", fact, fact.start + year.start(), year[0], wrong, (ALONE,)
            )


def dates(source: Minutes, dice: random.Random) -> Iterator[Slip]:
    """Another day, the month before or after, the year before or after; told by the notes."""
    for fact in source.facts:
        if fact.kind != "date" or fact.text.lower().startswith(tuple(w.lower() for w in WEEKDAYS)):
            continue
        off = _day_off(fact, dice, (-10, -2, -1, 1, 2, 9, 10))
        if off:
            yield _replaced("date", "day", fact, *off, (NOTES,))
        month = next((m for m in MONTHS if m.lower() in fact.text.lower()), None)
        if month:
            at = fact.text.lower().index(month.lower())
            said = fact.text[at : at + len(month)]
            other = _cased(MONTHS[(MONTHS.index(month) + dice.choice((-1, 1))) % 12], said)
            if not (day := _DAY.search(fact.text)) or int(day[0]) <= 28:
                yield _replaced("date", "month", fact, fact.start + at, said, other, (NOTES,))
        year = _YEAR.search(fact.text)
        if year:
            wrong = str(int(year[0]) + dice.choice((-1, 1)))
            yield _replaced("date", "year", fact, fact.start + year.start(), year[0], wrong, (NOTES,))


def times(source: Minutes, dice: random.Random) -> Iterator[Slip]:
    """Another hour or minute; told by the notes."""
    for fact in source.facts:
        hour = re.match(r"\d{1,2}", fact.text)
        if fact.kind == "time" and hour:
            other = str(int(hour[0]) + dice.choice((-1, 1)))
            yield _replaced("time", "hour", fact, fact.start, hour[0], other, (NOTES,))


def periods(source: Minutes, dice: random.Random) -> Iterator[Slip]:
    """A period with a year or month changed: told by its twin in the draft, a resolution, or the notes."""
    found = [f for f in source.facts if f.kind == "period"]
    for fact in found:
        slip = _other_period(fact, dice)
        if slip is None:
            continue
        yield _replaced("period", "noted", fact, *slip, (NOTES,))
        lead = source.text[max(0, fact.start - 90) : fact.start].rsplit("\n", 1)[-1]
        if _TITLED.search(lead) and not _is_payment(source.text, fact):
            yield from _resolved(source, fact, " ".join(lead.split()[-6:]), dice)
        if any(_is_twin(source.text, fact, other) for other in found if other is not fact):
            yield _replaced("period", "twice", fact, *slip, (ALONE,))
    if source.date and len(source.text) > 3000:
        yield from _added(source, dice)


def _resolved(source: Minutes, fact: Fact, words: str, dice: random.Random) -> Iterator[Slip]:
    """The minutes end in a resolution that takes the period up in their own words; either is spoilt."""
    opening = f"{source.text.rstrip()}\n\nResolved:- That the {words} "
    base = f"{opening}{fact.text}, be noted.\n"
    twin = Fact("period", len(opening), len(opening) + len(fact.text), fact.text)
    chosen = dice.choice((fact, twin))
    slip = _other_period(chosen, dice)
    if slip:
        yield _replaced("period", "resolved", chosen, *slip, (ALONE,), base)


def _added(source: Minutes, dice: random.Random) -> Iterator[Slip]:
    """A paragraph on a report, and the resolution on it, as boards minute them; either period is spoilt."""
    year = source.date.year if source.date else 2000
    what = dice.choice(_REPORTS)
    said = dice.choice(
        (
            f"{year - 1}-{year % 100:02}",
            f"{year - 1}/{year % 100:02}",
            f"April {year - 1} to March {year}",
            f"1st April {year - 1} to 31st March {year}",
        )
    )
    lead = dice.choice(("", "the period ", "the year "))
    tale = f"{source.text.rstrip()}\n\nMembers considered the {what} for {lead}"
    between = ". A number of questions were asked and answered.\n\nResolved: That the " + f"{what} for "
    base = f"{tale}{said}{between}{said} be {dice.choice(('noted', 'approved', 'received'))}.\n"
    at = dice.choice((len(tale), len(tale) + len(said) + len(between)))
    fact = Fact("period", at, at + len(said), said)
    slip = _other_period(fact, dice)
    if slip:
        yield _replaced("period", "added", fact, *slip, (ALONE,), base)


def _is_twin(text: str, one: Fact, other: Fact) -> bool:
    """Whether both say the same days of the same thing, by the two words before each."""

    def words(fact: Fact) -> list[str]:
        return re.findall(
            r"[a-z]{4,}", text[max(0, fact.start - 60) : fact.start].rsplit("\n", 1)[-1].lower()
        )[-2:]

    alike = one.text.replace(" ", "") == other.text.replace(" ", "")
    paid = _is_payment(text, one) or _is_payment(text, other)
    return alike and not paid and len(words(one)) == 2 and words(one) == words(other)


def _is_payment(text: str, fact: Fact) -> bool:
    """Whether it stands in a list of payments, where the next line is of another payee."""
    return bool(re.search(r"\d\.\d\d\b", text[max(0, fact.start - 60) : fact.end + 60]))


def _other_period(fact: Fact, dice: random.Random) -> tuple[int, str, str] | None:
    """Where, what and what instead: a year one off, or another month."""
    pieces = list(re.finditer(rf"(?:19|20)\d\d|(?<=[/-])\d\d\b|{'|'.join(MONTHS)}", fact.text))
    if not pieces:
        return None
    piece = dice.choice(pieces)
    if piece[0].isdigit():
        other = f"{int(piece[0]) + dice.choice((-1, 1)):0{len(piece[0])}d}"
    else:
        other = dice.choice([m for m in MONTHS if m != piece[0]])
    return fact.start + piece.start(), piece[0], other


def _day_off(fact: Fact, dice: random.Random, steps: tuple[int, ...]) -> tuple[int, str, str] | None:
    """Where, what and what instead: the day of the month with its suffix, a few days off."""
    found = re.search(r"(?<!\d)(\d{1,2})(st|nd|rd|th)?\b", fact.text, re.IGNORECASE)
    if not found:
        return None
    day = int(found[1]) + dice.choice(steps)
    if not 1 <= day <= 28:
        return None
    suffix = _SUFFIXES.get(day, "th") if found[2] else ""
    return fact.start + found.start(), found[0], f"{day}{_cased(suffix, found[2] or '')}"


def _replaced(
    kind: str,
    way: str,
    fact: Fact,
    at: int,
    was: str,
    now: str,
    told_by: tuple[str, ...],
    base: str | None = None,
) -> Slip:
    return Slip(kind, way, (Change(at, at + len(was), now),), told_by, (fact,), base)


def _cased(word: str, like: str) -> str:
    if like.isupper():
        return word.upper()
    return word.lower() if like.islower() else word
