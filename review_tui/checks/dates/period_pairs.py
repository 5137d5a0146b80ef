"""Which periods contradict each other: how two differ, and whether they are said of the same thing."""

import datetime as dt
import re
from enum import StrEnum
from functools import lru_cache

from review_tui.checks.dates.subjects import Likeness, PeriodMention, likeness
from review_tui.language.calendar_words import MONTH
from review_tui.language.date_parts import Grain
from review_tui.language.periods import Period
from review_tui.model.passages import PassageKind

_DECIDING = frozenset({PassageKind.RESOLUTION, PassageKind.ACTION})
_TITLE = 2
"""Words in a row before a period that make a title of it: "annual report for"."""
_HALF = 0.5
"""Share of the words beside two periods that are the same, so that both may be of one thing."""
_MOST = 0.6
"""The same, where more has to agree."""
_MANY = 6
"""Words that two periods share beside them, where one of them was moved."""
_PASSAGES_ON = 2
"""Passages apart at most, of a period and the one that takes it up."""
_ONE_BREATH = 60
"""Characters between two dates that are told in one go."""
_NUMBER = re.compile(r"[#*_ ]{0,6}\d{1,3}(?:\\?[.)]|[./]\d| )")
_MINUTES = "minute"
_KINDS = frozenset(
    {
        *("annual", "extraordinary", "special", "emergency", "additional", "general", "planning", "finance"),
        *("public", "working", "joint", "closed", "next", "following", "future"),
    }
)
"""Words that tell one meeting from another."""


_HELD = re.compile(r"\b(?:held|hold|holding|took place|takes place|taking place|attended)\b", re.IGNORECASE)
_PAID = frozenset(
    {"bill", "cheque", "expenditure", "expense", "invoice", "pay", "payment", "receipt", "refund"}
)
_SENT = frozenset({"correspondence", "e-mail", "email", "letter", "sent", "wrote"})
_LISTED_DAY = re.compile(r"(?:[^\W\d_]{3,9},?\s)?\d{1,2}(?:st|nd|rd|th)?", re.IGNORECASE)
_JUST_BEFORE = 40
"""Characters before a date in which what happened on it is said."""


class PeriodKind(StrEnum):
    """What sort of period it is; only periods of one sort contradict each other."""

    DAY = "date"
    DAYS = "dates"
    MONTH = "month"
    MONTHS = "period"
    YEARS = "year"


def period_kind_of(period: Period) -> PeriodKind:
    """Judged by the days it covers, so that 1 April to 30 June is as good as April to June."""
    if period.is_single_day:
        return PeriodKind.DAY
    if period.grain is Grain.YEAR:
        return PeriodKind.YEARS
    if period.start.day != 1 or (period.end + dt.timedelta(days=1)).day != 1:
        return PeriodKind.DAYS
    one = (period.start.year, period.start.month) == (period.end.year, period.end.month)
    return PeriodKind.MONTH if one else PeriodKind.MONTHS


def is_listed_day(period: Period) -> bool:
    """Whether it is one day of a list that names the month elsewhere: the 3rd of "the 3rd and 10th March"."""
    word = _LISTED_DAY.fullmatch(period.text)
    return word is not None and re.search(MONTH, period.text, re.IGNORECASE) is None


def is_equal(one: Period, other: Period) -> bool:
    """Whether they cover the same days; a year that is not written counts for nothing."""
    return _facts(one, other) == _facts(other, one)


def months_long(period: Period) -> int:
    """Its length in months, begun ones counted."""
    return (period.end.year - period.start.year) * 12 + period.end.month - period.start.month + 1


def contradicts(one: PeriodMention, other: PeriodMention) -> bool:
    """Whether two passages of one draft give different periods for the same thing.

    The less the two periods look like a slip of the pen, the more their surroundings must agree: "May/June"
    and "June/July" of one payment are a series, not a mistake, and so are two years in one sentence or list.
    """
    listed = one.subject_from == other.subject_from
    if listed or not is_comparable(one.period, other.period) or is_equal(one.period, other.period):
        return False
    like = likeness(one, other)
    if like.clash or are_two_occasions(one, other):
        return False
    apart = one.passage is not other.passage
    if is_slip(one.period, other.period):
        some = like.run >= 1 and (like.shared >= _TITLE or like.share >= _HALF)
        return like.run >= _TITLE or (some and (apart or like.shared > _TITLE + 1))
    return (
        _is_same_meeting(one, other, like)
        or _is_same_run_of_a_year(one, other, like)
        or (apart and _is_named_alike(one, other, like))
    )


def _is_named_alike(one: PeriodMention, other: PeriodMention, like: Likeness) -> bool:
    """Whether a resolution takes up what was told, or two passages name the year of one thing."""
    if decides(one) is decides(other):
        return period_kind_of(one.period) is PeriodKind.YEARS and like.run >= _TITLE
    named = like.run >= 1 and like.share >= (_HALF if like.run >= _TITLE else 1.0)
    return named and (
        period_kind_of(one.period) is not PeriodKind.DAY or is_near_miss(one.period, other.period)
    )


def _is_same_meeting(one: PeriodMention, other: PeriodMention, like: Likeness) -> bool:
    """Whether the minutes of one meeting are spoken of twice: in a heading and in the words under it.

    Two numbered items, or two dates in one breath, may well be of two meetings.
    """
    dated = one.period.year_written and other.period.year_written
    if (
        not dated
        or period_kind_of(one.period) is not PeriodKind.DAY
        or not is_near_miss(one.period, other.period)
    ):
        return False
    here, there = (m.passage.index if m.passage else -1 for m in (one, other))
    gap = abs(other.period.span.start - one.period.span.end)
    if abs(there - here) > _PASSAGES_ON or gap < _ONE_BREATH:
        return False
    if here != there and _is_numbered(one) and _is_numbered(other):
        return False
    said = [{word.key for word in m.before} for m in (one, other)]
    minutes = all(_MINUTES in words for words in said)
    return minutes and not (said[0] ^ said[1]) & _KINDS and like.run >= 1 and like.shared >= _TITLE


def _is_numbered(mention: PeriodMention) -> bool:
    passage = mention.passage
    return passage is not None and _NUMBER.match(mention.document.text, passage.span.start) is not None


def _is_same_run_of_a_year(one: PeriodMention, other: PeriodMention, like: Likeness) -> bool:
    """Whether "January to December" of two years is said in so many same words that it is one thing."""
    a, b = one.period, other.period
    if period_kind_of(a) not in {PeriodKind.MONTHS, PeriodKind.DAYS} or not (
        a.year_written and b.year_written
    ):
        return False
    moved = _in_any_year(a.start) == _in_any_year(b.start) and _in_any_year(a.end) == _in_any_year(b.end)
    return moved and like.run >= 1 and like.shared >= _MANY and like.share >= _MOST


def _in_any_year(day: dt.date) -> tuple[int, int]:
    return day.month, day.day


def agrees(one: PeriodMention, other: PeriodMention) -> bool:
    """Whether two passages of one draft give the same period for the same thing."""
    if not is_equal(one.period, other.period):
        return False
    like = likeness(one, other)
    return not like.clash and like.run >= 1


def answers(like: Likeness, draft: Period, note: Period) -> bool:
    """Whether a note is of the same thing. Far apart dates must be said of it in the same words."""
    if like.clash:
        return False
    if not is_equal(draft, note) and not is_slip(draft, note) and not is_near_miss(draft, note):
        return like.run >= _TITLE and like.share >= _MOST
    return like.shared >= _TITLE or (like.shared > 0 and like.share >= _HALF)


def plainness(like: Likeness) -> float:
    """How plainly one speaks of the same thing as another, in words that both have."""
    return like.shared + like.share


def are_two_occasions(one: PeriodMention, other: PeriodMention) -> bool:
    """Whether different things happen on the two days: what was held, and a payment."""
    first, second = _occasions(one), _occasions(other)
    return bool(first and second) and not first & second


def _occasions(mention: PeriodMention) -> set[str]:
    """What sorts of things the words beside a date speak of."""
    start = mention.period.span.start
    before = mention.document.text[max(0, start - _JUST_BEFORE) : start].rpartition("\n")[2]
    told = {"held": _HELD.search(before), "paid": mention.keys & _PAID, "sent": mention.keys & _SENT}
    return {name for name, said in told.items() if said}


def is_slip(one: Period, other: Period) -> bool:
    """Whether two differ as a slip of the pen does: at one end, in the year only, or one runs backwards."""
    if one.runs_backwards or other.runs_backwards:
        return True
    if period_kind_of(one) in {PeriodKind.DAY, PeriodKind.MONTH}:
        same_day = _in_any_year(one.start) == _in_any_year(other.start)
        return same_day and one.year_written and other.year_written
    if period_kind_of(one) is PeriodKind.YEARS:
        return one.start.year == other.start.year or one.end.year == other.end.year
    return one.start == other.start or one.end == other.end


def is_near_miss(one: Period, other: Period) -> bool:
    """Whether the two differ in the day, the month or the year only; for years, by one at most."""
    a, b = one.start, other.start
    if period_kind_of(one) is PeriodKind.YEARS:
        return abs(a.year - b.year) <= 1
    differing = [
        a.year != b.year,
        a.month != b.month,
        period_kind_of(one) is PeriodKind.DAY and a.day != b.day,
    ]
    return differing.count(True) == 1


def is_comparable(one: Period, other: Period) -> bool:
    """Whether two periods are of one sort: by the days they cover, or by the shape of their words."""
    if period_kind_of(one) is PeriodKind.YEARS is period_kind_of(other):
        return (one.start.year == one.end.year) is (other.start.year == other.end.year)
    same = period_kind_of(one) is period_kind_of(other)
    return same or _shape(one.text) == _shape(other.text)


@lru_cache(maxsize=4096)
def _shape(text: str) -> str:
    """The words with every month and figure made alike."""
    return re.sub(r"\d", "9", re.sub(MONTH, "M", text, flags=re.IGNORECASE))


def decides(mention: PeriodMention) -> bool:
    """Whether it stands in a resolution or action."""
    return mention.passage is not None and mention.passage.kind in _DECIDING


def _facts(period: Period, beside: Period) -> tuple[object, ...]:
    if period.year_written and beside.year_written:
        return period.start, period.end
    return period.start.month, period.start.day, period.end.month, period.end.day
