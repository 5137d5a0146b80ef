"""Whether a note may say a period of the draft after all, whatever else it may say.

To read what a clerk jotted, it must be known which figures belong together: "jul-sep 17 in" has no day, "25-26 jul"
is a year, "1 july 18" may be a price. Here nothing is read. The period of the draft is known, and the question
is only whether the words may be written for it: its months stand there in order, and no figure beside them is a
year or day of another. Who writes a slip of a period writes months, days or years that can't be those of the notes.
"""

import re
from calendar import monthrange

from review_tui.facts.values import Kind, Value
from review_tui.language.calendar_words import MONTH, full_year, month_number
from review_tui.language.number_words import ORDINALS, SPOKEN, spoken_values
from review_tui.model.frozen import frozen

_SAID = rf"(?:{SPOKEN})(?:[\s-]+(?:{SPOKEN}))*|{'|'.join(ORDINALS)}"
_TOKEN = re.compile(
    r"(?P<day>(?<![\d./-])\d\d?)(?:[./](?P<month>\d\d?)(?:[./](?P<year>\d{4}|\d\d))?(?![\d/])"
    r"|-(?P<dashed_month>\d\d?)-(?P<dashed_year>\d{4}|\d\d)(?!\d))"
    rf"|(?P<name>(?<![^\W\d_]){MONTH})|(?P<figures>\d{{1,4}})(?!\d)|(?<![^\W\d_])(?P<said>{_SAID})(?![^\W\d_])",
    re.IGNORECASE,
)
"""A day in figures, a month by its name, and a number by itself."""
_BESIDE = re.compile(
    r"(?:st|nd|rd|th)?[\s,.'\u2019/\u2013-]{0,3}(?:of |the )?(?:[\s'\u2019]{0,2})", re.IGNORECASE
)
"""What may stand between a month and a figure that is of it."""
_MOST_BESIDE = 3
"""Figures on each side of a month that may be of it: a day, a year in two halves."""
_NEAR = 3
"""Years from another within which a figure may be a year written for it; further off it is of something else."""
_CENTURY = 100
_MONTHS, _DAYS = 12, 31
_LEAP_YEAR = 2024
"""Any, for a day whose year is not written."""


@frozen
class _Month:
    """A month of the notes with the figures beside it."""

    month: int
    beside: tuple[int, ...]

    def may_be(self, date: tuple[int, ...], days: tuple[int, ...]) -> bool:
        """Whether it may be written for a date, year, month and day, 0 for what is not said; ``days``: all of its period."""
        year, month, day = date
        if month != self.month:
            return False
        years = {n for n in self.beside if year and abs(full_year(str(n)) - year) <= _NEAR}
        is_year = {full_year(str(n)) for n in years - set(days)} <= {year} or year % _CENTURY in years
        others = [n for n in self.beside if 0 < n <= _DAYS and n not in years]
        return is_year and (not day or day in self.beside or not others)

    def says_day(self, year: int, day: int) -> bool:
        """Whether the day itself is written beside it, or need not be: the last of a month."""
        return not day or day in self.beside or day == monthrange(year or _LEAP_YEAR, self.month)[1]


def is_dated(text: str) -> bool:
    """Whether words have any figure or month, by which they may be read otherwise."""
    return _TOKEN.search(text) is not None


def may_say(text: str, value: Value) -> bool:
    """Whether words of the notes may be written for a date or period of the draft."""
    tokens = list(_TOKEN.finditer(text))
    if value.kind is Kind.PERIOD and not value.is_run:
        return _has_years(text, value.parts)
    months = _months_in(text, tokens)
    ends = _written_ends(value)
    days = tuple(day for _, _, day in ends)
    if len(ends) == 1:
        return any(m.may_be(ends[0], days) and m.says_day(ends[0][0], ends[0][2]) for m in months)
    starts = [n for n, m in enumerate(months) if m.may_be(ends[0], days)]
    lasts = [n for n, m in enumerate(months) if m.may_be(ends[-1], days)]
    return any(
        first < last or (first == last and all(day in months[last].beside for day in days))
        for first in starts[:1]
        for last in lasts
    )


def _written_ends(value: Value) -> list[tuple[int, ...]]:
    """The days that a date or run is written by, each as year, month and day, 0 for what is not written."""
    written = list(_TOKEN.finditer(value.text))
    numbers = {n for token in written if not token["name"] for n in _numbers(token)}
    ends = list(value.ends) if value.is_run else [value.parts]
    if sum(bool(token["name"]) for token in written) == 1 and "to" not in value.text.split():
        ends = ends[-1:]  # "the nine months ended 30 September"
    return [(year, month, day if day in numbers else 0) for year, month, day in ends]


def _has_years(text: str, years: tuple[int, ...]) -> bool:
    """Whether the two years stand side by side, in full or short: "26 27", "2627", "26/7"."""
    first, last = (year % _CENTURY for year in years[:2])
    joined = rf"(?<!\d)(?:20)?{first:02}\W{{0,3}}(?:to\W)?(?:20)?(?:{last:02}|{last % 10})(?!\d)"
    return re.search(joined, text) is not None


def _months_in(text: str, tokens: list[re.Match[str]]) -> list[_Month]:
    """The months of a text in order, each with the figures that stand beside it."""
    found = []
    for index, token in enumerate(tokens):
        if token["day"]:
            day, month = int(token["day"]), int(token["month"] or token["dashed_month"])
            written = token["year"] or token["dashed_year"]
            year = [int(written)] if written else []
            found += [_Month(m, (d, *year)) for d, m in ((day, month), (month, day)) if m <= _MONTHS]
        elif token["name"]:
            before = _beside(text, tokens[:index][::-1], token)
            found.append(
                _Month(month_number(token["name"]), (*before, *_beside(text, tokens[index + 1 :], token)))
            )
    return found


def _beside(text: str, tokens: list[re.Match[str]], month: re.Match[str]) -> list[int]:
    """The figures that follow on a month in one direction, without a word between them."""
    found: list[int] = []
    last = month
    for token in tokens[:_MOST_BESIDE]:
        one, other = sorted((token, last), key=lambda m: m.start())
        if token["name"] or token["day"] or not _BESIDE.fullmatch(text, one.end(), other.start()):
            break
        found += _numbers(token)
        last = token
    return found


def _numbers(token: re.Match[str]) -> list[int]:
    """The numbers that one is, or may be made of: "2627", "one twenty seven"."""
    if token["day"]:
        return [int(n) for n in (token["day"], token["month"] or token["dashed_month"])]
    if token["figures"]:
        halves = [int(token[0][:2]), int(token[0][2:])] if len(token[0]) == len("2627") else []
        return [int(token[0]), *halves]
    words = re.split(r"[\s-]+", token["said"].lower())
    parts = [" ".join(words[a:b]) for a in range(len(words)) for b in range(a + 1, len(words) + 1)]
    return [
        int(n) for part in parts for n in (spoken_values(part) or {ORDINALS.get(part, 0)}) if n < 10 * 1000
    ]
