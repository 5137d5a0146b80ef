"""What is known where a pattern of a value matches, and how what it says becomes a value."""

import datetime as dt
import re

from review_tui.facts.values import Key, Kind, Value
from review_tui.language.number_words import ONES, ORDINALS

YEAR = r"(?:1[89]|20)\d\d"
ORDINAL = "|".join(ORDINALS)
SMALL_NUMBER = "|".join(ONES)
LONGEST_PERIOD, LONGEST_CUT_SHORT = 60, 30
"""Years: a longer run is no period; of "2024-72" even less."""
Found = tuple[Kind, set[Key], dict[str, object]] | None
"""What a match says: its kind, its readings and what else the value holds; ``None`` for nothing."""


class MatchContext:
    """A match of a pattern, with the words before and behind it."""

    __slots__ = ("after", "around", "before", "jotted", "match", "month_first", "text")

    def __init__(
        self, match: re.Match[str], text: str, *, jotted: bool, month_first: bool, around: int = 0
    ) -> None:
        self.around = around
        """The year of the meeting, or 0."""
        self.match, self.text, self.jotted, self.month_first = match, text, jotted, month_first
        self.before = text[max(0, match.start() - 30) : match.start()].lower()
        self.after = text[match.end() : match.end() + 30].lower()


def made_value(told: Found, start: int, text: str) -> Value:
    """What a match says, as the value of ``text`` at ``start`` of its clause."""
    kind, keys, more = told or (Kind.NUMBER, set(), {})
    other = more.pop("otherwise", None)
    otherwise = (made_value(other, start, text),) if other else ()  # type: ignore[arg-type]
    return Value(kind, frozenset(keys), start, start + len(text), text, otherwise=otherwise, **more)  # type: ignore[arg-type]


FIRST_YEARS, LAST_YEARS = range(15, 41), range(16, 100)
"""Two figures that may be the first and the last year of a plan of our time."""
ANY_DAY = dt.date(2021, 1, 1)
"""Gives dates without a year one where the meeting's is not known; such years are dropped again."""
YEAR_LONG = 12
"""Months."""
