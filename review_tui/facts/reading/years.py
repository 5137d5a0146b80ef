"""Years and their parts: financial and school years, plans of several, quarters, halves, terms and seasons."""

import re

from review_tui.facts.reading.match_context import LONGEST_CUT_SHORT, LONGEST_PERIOD, Found, MatchContext
from review_tui.facts.reading.runs import YEARS_BEGIN
from review_tui.facts.values import Key, Kind
from review_tui.language.calendar_words import SEASON_ALIASES, SEASONS, full_year, month_number
from review_tui.language.number_words import ORDINALS, number_of

_NUMBERS_THINGS = re.compile(
    r"\b(?:resolutions?|res|by-?laws?|motions?|ordinances?|minutes?|tenders?|bids?|permits?|petitions?|dockets?|case|ref(?:erence)?|nos?|numbers?)"
    r"\b[.:]?\s{0,2}(?:nos?\b\.?\s?)?#?\Z"
)
"""Words before "2024-25" that make it the number of a paper."""


def read_span_of_years(here: MatchContext) -> Found:
    """Such as "2024/25 to 2028/29", "24/25-28/29" and "25/26 26/27 27/28": from which year to which."""
    pairs = [
        (full_year(a), int(b))
        for a, b in re.findall(r"(\d{4}|\d\d)\s?[-/\u2013]\s?'?(?:20)?(\d\d)", here.match[0])
    ]
    if any((first + 1) % 100 != last for first, last in pairs):
        return None
    firsts = [first for first, _ in pairs]
    if here.match["list"] and firsts != list(range(firsts[0], firsts[0] + len(firsts))):
        return None
    first, last = firsts[0], firsts[-1] + 1
    if not first + 1 < last <= first + LONGEST_CUT_SHORT:
        return None
    keys: set[Key] = {("yy", first, last), ("fy", first, last), *(("fy", year, year + 1) for year in firsts)}
    return Kind.PERIOD, keys, {"parts": (first, last)}


def read_years(here: MatchContext) -> Found:
    """Such as "2024-25", "2024 to 2027"."""
    m = here.match
    if _NUMBERS_THINGS.search(here.before):
        return Kind.REFERENCE, {("r", m[0])}, {}
    first = int(m["first"])
    last = int(m["last"]) if len(m["last"]) == 4 else first // 100 * 100 + int(m["last"])
    if last < first and first % 100 == 99:
        last += 100
    is_apart = len(m["last"]) == 2 and m[0][4].isspace()  # "Apr 2015 - 46 hrs"
    longest = 1 if is_apart else LONGEST_PERIOD if len(m["last"]) > 2 else LONGEST_CUT_SHORT
    if not first < last <= first + longest:
        return None
    return Kind.PERIOD, {("fy", first, last)}, {"parts": (first, last)}


def read_short_years(here: MatchContext) -> Found:
    """Such as "24/25"."""
    first, last = int(here.match["first"]), int(here.match["last"])
    near = (last - first) % 100 == 1
    if not near and (
        here.match["mark"] == "/" or not (first < last <= first + 40 and first >= 10 and here.jotted)
    ):
        return None
    if not here.jotted and first < 10 and here.match["mark"] != "/":
        return None
    keys: set[Key] = {("fy", full_year(here.match["first"]), full_year(here.match["last"]))}
    if here.jotted:
        keys |= {("v", first, last), ("n", float(first)), ("n", float(last))}
        if last <= 12 and first <= 31:
            keys.add(("d", last, first))
        if here.month_first and first <= 12:
            keys.add(("d", first, last))
    return Kind.PERIOD, keys, {"parts": (full_year(here.match["first"]), full_year(here.match["last"]))}


FISCAL_PAIR = rf"(?P<first>(?:{'|'.join(f'{year}(?= ?{year + 1}(?!' + chr(92) + 'd))' for year in range(10, 40))})) ?(?P<last>\d\d)"
"""Two years of our time in figures that nothing joins, as a pattern: "26 27", "2627"."""
_WHOLE_YEARS = frozenset({"1920", "2021"})
"""Four figures that are rather one year than two."""


def read_fiscal_pair(here: MatchContext) -> Found:
    """Such as "fy 26 27", "FY2627"."""
    if not here.jotted or here.match[0][-4:] in _WHOLE_YEARS:
        return None
    first = full_year(here.match["first"])
    return Kind.PERIOD, {("fy", first, first + 1)}, {"parts": (first, first + 1)}


def read_fiscal(here: MatchContext) -> Found:
    """Such as "FY25", "financial year 2024-25", "calendar 2024"."""
    year = full_year(here.match["year"])
    if here.match["programme"]:
        if not here.jotted:
            return None
        return Kind.YEAR, {("y", year), ("fy", year, year + 1), ("fy", year - 1, year)}, {"parts": (year,)}
    if here.match["calendar"]:
        return Kind.YEAR, {("y", year)}, {"parts": (year,)}
    if here.match["last"]:
        last = full_year(here.match["last"])
        return (Kind.PERIOD, {("fy", year, last)}, {"parts": (year, last)}) if last > year else None
    return Kind.PERIOD, {("fy", year - 1, year), ("y", year)}, {"parts": (year - 1, year)}


_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_LAST = 4
"""The number of the last quarter."""


def read_quarter(here: MatchContext) -> Found:
    """Such as "Q3", "third quarter", "H1"."""
    m = here.match
    if m["half"]:
        number = int(m["half"])
        return _part_of_year("h", number)
    if m["halfword"]:
        return _part_of_year("h", _ORDINALS[m["halfword"].lower()])
    said = _ORDINALS.get((m["word"] or "").lower(), _LAST)
    number = number_of(m["number"]) if m["number"] else said
    return _part_of_year("q", number)


def _part_of_year(sign: str, number: int) -> Found:
    """A quarter or half, with the months that its year may begin with."""
    keys: set[Key] = {(sign, number), *((sign, number, begins) for begins in YEARS_BEGIN)}
    return Kind.QUARTER, keys, {"parts": (number,)}


TERMS = (*SEASONS, "michaelmas", "hilary", "lent", "trinity", "easter")
"""Of schools and universities."""
SEASON = (
    rf"{'|'.join((*SEASONS, *SEASON_ALIASES))}|(?:{'|'.join(TERMS[len(SEASONS) :])})(?=\s+(?:term|tm|trm)\b)"
)
"""A season of a year, or a term that is called otherwise, as a pattern."""


def read_school_term(here: MatchContext) -> Found:
    """Such as "autumn term"."""
    return _term_of(here.match["season"])


def _term_of(season: str) -> Found:
    low = season.lower()
    season = "summer" if low == "sum" else SEASON_ALIASES.get(low, low)
    number = TERMS.index(season) + 1
    return Kind.QUARTER, {("term", number)}, {"parts": (number,)}


def read_jotted_season(here: MatchContext) -> Found:
    """A season beside a figure of the notes, which may be the term that it is of: "29 spring", "aut 95.2"."""
    return _term_of(here.match["season"] or here.match["season2"]) if here.jotted else None


def read_term_number(here: MatchContext) -> Found:
    """Such as "Term 2", "T1", "second semester": of a school year that has several."""
    written = next(group for group in here.match.groups() if group)
    number = int(written[0]) if written[0].isdigit() else ORDINALS[written.lower()]
    return Kind.QUARTER, {("st", number)}, {"parts": (number,)}


def read_year_of_part(here: MatchContext) -> Found:
    """The year of "t4 23", "Q3 25"."""
    year = full_year(here.match[1])
    return (Kind.YEAR, {("y", year), ("n", float(year % 100))}, {"parts": (year,)}) if here.jotted else None


def read_numbered_month(here: MatchContext) -> Found:
    """Such as "month 7", "M7" of a financial year."""
    number = int(here.match[1])
    return (Kind.QUARTER, {("mth", number)}, {"parts": (number,)}) if number <= 12 else None


_COUNTED = re.compile(r"\s+(?:people|kids|[a-z]{3,}s)\b")
"""What follows a figure that counts something."""


def read_month_year(here: MatchContext) -> Found:
    """Such as "March 2025", "spring term 2025"."""
    m = here.match
    if m["season"]:
        if len(m["of"].strip("'")) == 2 and (not here.jotted or _COUNTED.match(here.after)):
            return None
        season, year = m["season"].lower(), full_year(m["of"])
        season = SEASON_ALIASES.get(season, season)
        keys: set[Key] = {("s", season, str(year))}
        if m["term"]:
            keys.add(("term", TERMS.index(season) + 1))
        return Kind.MONTH, keys, {"parts": (year, 0)}
    return (
        Kind.MONTH,
        {
            ("m", month_number(m["month"])),
            ("y", int(m["year"])) if here.jotted else ("my", month_number(m["month"]), int(m["year"]) % 100),
        },
        {"parts": (int(m["year"]), month_number(m["month"]))},
    )


_LONG_AGO = 1900
"""Four figures below this are a number, as no minutes are so old."""
_COUNTS = re.compile(r"\s?(?:litres?|lit|members?|membs?|people|[a-z]{3,}s)\b")
"""What makes four figures a number though they may be a year."""


def read_year(here: MatchContext) -> Found:
    """Four figures that may be a year."""
    year = int(here.match[1])
    if here.jotted and (year < _LONG_AGO or _COUNTS.match(here.text, here.match.end())):
        keys: set[Key] = {("n", float(year)), ("y", year), ("bare", float(year))}
        if year % 100 < 60 and here.text.strip(" \t[]|-") == here.match[1]:  # alone before a line of a log
            keys.add(("t", year // 100 % 12, year % 100))
        return Kind.NUMBER, keys, {"number": float(year)}
    if here.jotted and year < 2060 and year % 100 < 60 and not 1960 <= year < 2000:
        clock: set[Key] = {("t", year // 100 % 12, year % 100), ("n", float(year)), ("y", year)}
        if year < 1960:
            return Kind.NUMBER, clock, {"number": float(year)}
        return Kind.YEAR, clock, {"parts": (year,)}
    return Kind.YEAR, {("y", year), *([("n", float(year))] if here.jotted else [])}, {"parts": (year,)}
