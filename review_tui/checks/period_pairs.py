"""Which periods contradict each other: how two differ, and whether they are said of the same thing."""

import datetime as dt
import re
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from review_tui.checks.date_parts import Grain
from review_tui.checks.date_words import MONTH
from review_tui.checks.periods import Period
from review_tui.checks.subjects import Likeness, Mention, likeness
from review_tui.domain.passages import PassageKind

_DECIDING = frozenset({PassageKind.RESOLUTION, PassageKind.ACTION})
_TITLE = 2
"""Words in a row before a period that make a title of it: "annual report for"."""
_HALF = 0.5
_MOST = 0.6
_MUCH_PLAINER = 0.75
"""In words that draft and note have in common."""


class Kind(StrEnum):
    """What sort of period it is; only periods of one sort contradict each other."""

    DAY = "date"
    DAYS = "dates"
    MONTH = "month"
    MONTHS = "period"
    YEARS = "year"


def kind_of(period: Period) -> Kind:
    """Judged by the days it covers, so that 1 April to 30 June is as good as April to June."""
    if period.is_single_day:
        return Kind.DAY
    if period.grain is Grain.YEAR:
        return Kind.YEARS
    if period.start.day != 1 or (period.end + dt.timedelta(days=1)).day != 1:
        return Kind.DAYS
    one = (period.start.year, period.start.month) == (period.end.year, period.end.month)
    return Kind.MONTH if one else Kind.MONTHS


def is_equal(one: Period, other: Period) -> bool:
    """Whether they cover the same days; a year that is not written counts for nothing."""
    return _facts(one, other) == _facts(other, one)


def months_long(period: Period) -> int:
    """Its length in months, begun ones counted."""
    return (period.end.year - period.start.year) * 12 + period.end.month - period.start.month + 1


def contradicts(one: Mention, other: Mention) -> bool:
    """Whether two passages of one draft give different periods for the same thing.

    The less the two periods look like a slip of the pen, the more their surroundings must agree: "May/June"
    and "June/July" of one payment are a series, not a mistake, and so are two years in one sentence.
    """
    if not _is_comparable(one.period, other.period) or is_equal(one.period, other.period):
        return False
    like = likeness(one, other)
    if like.clash:
        return False
    apart = one.passage is not other.passage
    if is_slip(one.period, other.period):
        some = like.run >= 1 and (like.shared >= _TITLE or like.share >= _HALF)
        return like.run >= _TITLE or (some and (apart or like.shared > _TITLE + 1))
    if not apart:
        return False
    if decides(one) is not decides(other):
        named = like.run >= 1 and like.share >= (_HALF if like.run >= _TITLE else 1.0)
        return named and (kind_of(one.period) is not Kind.DAY or _is_near_miss(one.period, other.period))
    return kind_of(one.period) is Kind.YEARS and like.run >= _TITLE


def agrees(one: Mention, other: Mention) -> bool:
    """Whether two passages of one draft give the same period for the same thing."""
    if not is_equal(one.period, other.period):
        return False
    like = likeness(one, other)
    return not like.clash and like.run >= 1


def answering(draft: Mention, notes: Iterable[Mention]) -> tuple[Mention, ...]:
    """The notes that speak of the same thing as a passage of the draft, each in its own words.

    Where one speaks of it much more plainly than the others, the others are left out: in a list of payments,
    the line of the same payee and not its neighbours.
    """
    rated = [(likeness(draft, note), note) for note in notes if _is_comparable(draft.period, note.period)]
    heard = [(like, note) for like, note in rated if _answers(like, draft.period, note.period)]
    best = max((_plainness(like) for like, _ in heard), default=0.0)
    return tuple(note for like, note in heard if _plainness(like) > best - _MUCH_PLAINER)


def _answers(like: Likeness, draft: Period, note: Period) -> bool:
    """Whether a note is of the same thing. Far apart dates must be said of it in the same words."""
    if like.clash:
        return False
    if not is_equal(draft, note) and not is_slip(draft, note) and not _is_near_miss(draft, note):
        return like.run >= _TITLE and like.share >= _MOST
    few = like.shared == _TITLE and like.share >= _MOST
    return like.shared > _TITLE or few or (like.run >= 1 and like.share == 1.0)


def _plainness(like: Likeness) -> float:
    return like.shared + like.share


def says_same(draft: Mention, note: Mention) -> bool:
    """Whether a note gives the draft's period, of a thing that has at least a word in common with it."""
    return is_equal(draft.period, note.period) and bool(draft.keys & note.keys or not note.keys)


def is_slip(one: Period, other: Period) -> bool:
    """Whether two differ as a slip of the pen does: at one end, in the year only, or one runs backwards."""
    if one.runs_backwards or other.runs_backwards:
        return True
    if kind_of(one) in {Kind.DAY, Kind.MONTH}:
        same_day = (one.start.month, one.start.day) == (other.start.month, other.start.day)
        return same_day and one.year_written and other.year_written
    if kind_of(one) is Kind.YEARS:
        return one.start.year == other.start.year or one.end.year == other.end.year
    return one.start == other.start or one.end == other.end


def _is_near_miss(one: Period, other: Period) -> bool:
    """Whether the two differ in the day, the month or the year only; for years, by one at most."""
    a, b = one.start, other.start
    if kind_of(one) is Kind.YEARS:
        return abs(a.year - b.year) <= 1
    differing = [a.year != b.year, a.month != b.month, kind_of(one) is Kind.DAY and a.day != b.day]
    return differing.count(True) == 1


def _is_comparable(one: Period, other: Period) -> bool:
    """Whether two periods are of one sort: by the days they cover, or by the shape of their words."""
    if kind_of(one) is Kind.YEARS is kind_of(other):
        return (one.start.year == one.end.year) is (other.start.year == other.end.year)
    same = kind_of(one) is kind_of(other)
    return same or _shape(one.text) == _shape(other.text)


@lru_cache(maxsize=4096)
def _shape(text: str) -> str:
    """The words with every month and figure made alike."""
    return re.sub(r"\d", "9", re.sub(MONTH, "M", text, flags=re.IGNORECASE))


def decides(mention: Mention) -> bool:
    """Whether it stands in a resolution or action."""
    return mention.passage is not None and mention.passage.kind in _DECIDING


def _facts(period: Period, beside: Period) -> tuple[object, ...]:
    if period.year_written and beside.year_written:
        return period.start, period.end
    return period.start.month, period.start.day, period.end.month, period.end.day
