"""Days and months: "4 March 2025", "4/3", "the fourth of March", "Mar 25"."""

import datetime as dt
import re

from review_tui.facts.reading.match_context import Found, MatchContext
from review_tui.facts.reading.runs import has_length_before
from review_tui.facts.values import Key, Kind
from review_tui.language.calendar_words import full_year, month_number, weekday_number
from review_tui.language.date_ranges import YEARS_PLANNED
from review_tui.language.date_words import month_length
from review_tui.language.item_heads import value_of_roman
from review_tui.language.number_words import ONES, ORDINALS, TENS


def _date(year: int, month: int, day: int, weekday: str | None, *more: Key) -> Found:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    keys: set[Key] = {("d", month, day), *more}
    return (
        Kind.DATE,
        keys,
        {"parts": (year, month, day), "weekday": weekday_number(weekday) if weekday else None},
    )


_DAY_AFTER = re.compile(r"\s?\d{1,2}\b(?![:.,/]\d|\s?[ap]m)")


def read_day_month(here: MatchContext) -> Found:
    """Such as "Monday 4th March 2025"."""
    m = here.match
    year = _year_said(here)
    if here.month_first and here.jotted and not year and _DAY_AFTER.match(here.after):
        return None  # "18 -> 22 may 1"
    month = month_number(m["month"])
    found = _date(
        full_year(year) if year else 0,
        month,
        int(m["day"]),
        m["weekday"],
        *_of_day(here, int(m["day"]), year),
    )
    if found and m["short"] and not year:  # the figures behind it are of something else
        found[2]["length"] = len(m[0][: m.start("short") - m.start()].rstrip(" ,'"))
    if found and here.jotted and year and year == m["short"] and not here.before.strip(" |>-*"):
        found[2]["otherwise"] = _date(0, month, int(year), None)  # item 6: "6 Aug 22"
    return found


_EVENING = re.compile(r"19[0-5]\d")
"""What behind a day of a jotting is rather the time than a year: "15 Aug 1900"."""


def _year_said(here: MatchContext) -> str | None:
    """The year of a day as it is written, if it is."""
    year: str | None = here.match["year"] or here.match["short"]
    if not here.jotted or not year:
        return year
    if _EVENING.fullmatch(year) or _is_no_year_of_weekday(here, year) or _is_far_year(here, year):
        return None
    return year


def _is_far_year(here: MatchContext, year: str) -> bool:
    """Whether two figures behind a day are no year of which such a meeting speaks, but an hour or a count: "15 July 10"."""
    if year != here.match["short"] or here.text[here.match.start("short") - 1] in "'\u2019":
        return False
    return here.around > 0 and full_year(year) - here.around not in YEARS_PLANNED


def _is_no_year_of_weekday(here: MatchContext, year: str) -> bool:
    """Whether the day of the week shows that two figures behind a day are an hour or a count: "Sat 14 June 10"."""
    if len(year) != len("10") or not here.match["weekday"]:
        return False
    day = _day_of(full_year(year), month_number(here.match["month"]), int(here.match["day"]))
    return day is not None and day.weekday() != weekday_number(here.match["weekday"])


def _day_of(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _of_day(here: MatchContext, day: int, year: str | None) -> list[Key]:
    """Looser readings: of a draft's date its day alone, of a note's its year."""
    if not here.jotted:
        month = here.match.groupdict().get("month")
        named: list[Key] = (
            [("my", month_number(month), int(year) % 100)] if year and month and month[0].isalpha() else []
        )
        return [("dd", day), *named]
    month = here.match.groupdict().get("month")
    is_month_first = bool(month) and here.match.start("month") < here.match.start("day")
    if not year and month and month[0].isalpha() and is_month_first and 10 <= day <= 31:
        return [("my", month_number(month), day)]
    return [("y", full_year(year))] if year else []


_AGAINST = re.compile(r"\s?-\s?(\d{1,2})(?![\d/.])")
_THINGS = re.compile(
    r" (?!(?:apol|begin|close|come|end|expire|fall|follow|goe|hi|last|meet|need|open|run|start|stay|thi|want|wa)s\b)[a-z]{3,}[^\Ws]s\b"
)
"""What follows a number that counts things, and is no day of the month before it."""


def read_month_day(here: MatchContext) -> Found:
    """Such as "March 4th, 2025", "Mar 25"."""
    m = here.match
    day = int(m["day"])
    against = _AGAINST.match(here.after)
    if against and int(against[1]) < day:
        return None  # votes: "table til June 4-1"
    is_bare = not (m["year"] or m["short"] or m["slashed"] or m["suffix"] or m["weekday"])
    if here.jotted and is_bare and _THINGS.match(here.text, m.end("day")):
        return None  # "Feb. 14 calls"
    if (
        here.jotted
        and not m["year"]
        and not m["short"]
        and not m["suffix"]
        and 20 <= day <= 31
        and (
            re.search(r"\A\s*(?:[-\u2013)]|\Z|to\b)", here.after)
            or re.search(r"(?:[-\u2013]|\bto)\s*\Z", here.before)
        )
    ):
        keys: set[Key] = {
            ("m", month_number(m["month"])),
            ("y", full_year(m["day"])),
            ("d", month_number(m["month"]), day),
        }
        other = Kind.DATE, keys, {"parts": (0, month_number(m["month"]), day)}
        return (
            Kind.MONTH,
            keys,
            {"parts": (full_year(m["day"]), month_number(m["month"])), "otherwise": other},
        )
    slashed = m["slashed"] if here.jotted else None
    if m["slashed"] and int(m["slashed"]) not in _LIKELY_YEARS:
        if not here.jotted or int(m["slashed"]) != day + 1:
            return None
        return _date(0, month_number(m["month"]), day, m["weekday"], ("d", month_number(m["month"]), day + 1))
    year = slashed or (_year_said(here) if here.jotted else m["year"])
    more = _of_day(here, day, year)
    if here.jotted and is_bare and not here.month_first:
        more.append(("n", float(day)))  # "14 calls (Jan 19)"
    found = _date(full_year(year) if year else 0, month_number(m["month"]), day, m["weekday"], *more)
    if found and here.jotted and not year and not m["suffix"] and day in _LIKELY_YEARS:
        month = (full_year(m["day"]), month_number(m["month"]))
        of_year: Found = Kind.MONTH, {*found[1], ("m", month[1])}, {"parts": month}
        if has_length_before(here):  # "3 yrs from Apr 26"
            return of_year
        found[2]["otherwise"] = of_year
    return found


_LIKELY_YEARS = range(20, 32)
"""What may be a day of a month, or the year of one."""


def read_end_of_month(here: MatchContext) -> Found:
    """Such as "by the end of May": its last day, or just the month."""
    short = here.match["short"]
    year = int(here.match["year"] or 0) or (full_year(short) if short else 0)
    month = month_number(here.match["month"])
    if short and (not here.jotted or _THINGS.match(here.text, here.match.end())):
        return None
    last = month_length(month, year or None)
    return _date(
        year, month, last, None, ("m", month), *([("d", month, last - 1)] if last == _LEAP_DAY else [])
    )


_LEAP_DAY = 29
"""Of February: the last day of most years is the one before."""


def read_spoken_date(here: MatchContext) -> Found:
    """Such as "the fourth of March", "March twenty-first"."""
    m = here.match
    day = ORDINALS[m["day"].lower()] + (TENS[m["tens"].strip(" -").lower()] if m["tens"] else 0)
    return _date(0, month_number(m["month"]), day, m["weekday"], *_of_day(here, day, None))


def read_spoken_cardinal(here: MatchContext) -> Found:
    """Such as "june thirty" of one who dictates."""
    m = here.match
    if not here.jotted or m["month"].lower() in {"may", "march", "mar"}:
        return None
    low = m["day"].lower()
    day = ONES.get(low, TENS.get(low, 0)) + (TENS[m["tens"].strip(" -").lower()] if m["tens"] else 0)
    return _date(0, month_number(m["month"]), day, m["weekday"], *_of_day(here, day, None)) if day else None


_MINUTE = re.compile(r"\W*(?:MIN(?:UTE)?|Min(?:ute)?)\.?\s(?:N[Oo]s?\.?\s)?\Z")
"""What stands before the number of a minute that has its year: "MIN 3/4/2024: Manager's report"."""


def read_figures_date(here: MatchContext) -> Found:
    """Such as "4/3/2025", "31.3.25"."""
    m = here.match
    if not here.jotted and _MINUTE.match(here.text, 0, m.start()):
        return Kind.REFERENCE, {("r", m[0])}, {}
    day, month, year = int(m["a"]), int(m["b"]), full_year(m["year"])
    if here.month_first or (month > 12 >= day):
        day, month = month, day
    other: list[Key] = [("d", day, month)] if here.jotted and day <= 12 else []
    ended: list[Key] = (
        [("fy", year - 1, year)] if here.jotted and (month, day) in {(3, 31), (4, 5), (8, 31)} else []
    )
    return _date(year, month, day, None, *_of_day(here, day, m["year"]), *other, *ended)


def read_roman_month(here: MatchContext) -> Found:
    """Such as "31.xii.25", "30.ix"."""
    m = here.match
    month = value_of_roman(m["roman"].upper())
    year = full_year(m["year"]) if m["year"] else 0
    return _date(year, month or 0, int(m["day"]), None, *_of_day(here, int(m["day"]), m["year"]))


def read_packed_date(here: MatchContext) -> Found:
    """Day, month and year of a note without anything between, "210526"; behind "due" or "from" also "3006"."""
    if not here.jotted:
        return None
    m, number = here.match, float(here.match[0])
    first, second = int(m["a"]), int(m["b"])
    day, month = (second, first) if here.month_first else (first, second)
    if not m["year"]:
        hour: list[Key] = [("t", first % 12, second)] if first < _HOURS and second < _MINUTES else []
        return (
            _date(0, month, day, None, ("n", number), *hour) if _BEFORE_PACKED.search(here.before) else None
        )
    year = full_year(m["year"])
    if not here.around or year - here.around not in YEARS_PLANNED:
        return None
    return _date(year, month, day, None, ("n", number), ("y", year))


_BEFORE_PACKED = re.compile(r"\b(?:due|by|on|fr|frm|from|til+|until|before|w/?e/?f|starts?|ends?)\s\Z")
_HOURS, _MINUTES = 24, 60
"""Of a day and of an hour."""


_FEASTS = {
    (1, 1): r"new yea?r'?s(?: day)?|new yr|new year(?= day| 20)|(?<=from )new year",
    (2, 14): r"valentine'?s(?: day)?",
    (3, 17): r"(?:st|saint)\.? patrick'?s(?: day)?",
    (11, 5): r"(?:bonfire|guy fawkes) night",
    (12, 25): r"(?:xmas|christmas) day",
    (12, 26): r"boxing day",
    (12, 31): r"new yea?r'?s eve",
}
"""Days that are called by a name, and of the same date each year."""
FEASTS = "|".join(f"(?P<on_{m}_{d}>{words})" for (m, d), words in sorted(_FEASTS.items(), reverse=True))
"""The same as a pattern, with a group for each; the last of the year first, as New Year's Eve begins with New Year's."""


def read_feast(here: MatchContext) -> Found:
    """Such as "by Valentines", "from New Year's Day" of a note."""
    on = here.match.lastgroup
    if not here.jotted or on is None:
        return None
    month, day = map(int, on.removeprefix("on_").split("_"))
    return _date(0, month, day, None)


def read_iso(here: MatchContext) -> Found:
    """Such as "2025-03-04"."""
    m = here.match
    return _date(
        int(m["year"]), int(m["month"]), int(m["day"]), None, *_of_day(here, int(m["day"]), m["year"])
    )


def read_month_figures(here: MatchContext) -> Found:
    """``07-22`` of a log that writes dates as ISO does."""
    if not here.jotted:
        return None
    return _date(
        0,
        int(here.match["month"]),
        int(here.match["day"]),
        None,
        ("v", int(here.match["month"]), int(here.match["day"])),
    )


def read_weekday(here: MatchContext) -> Found:
    """Such as "Thursday", "Tuesdays"."""
    day = weekday_number(here.match[1])
    return Kind.WEEKDAY, {("wd", day)}, {"weekday": day}


_WORDS_TOO = frozenset({"may", "mar", "march", "dec"})
_MONTH_SAID = re.compile(
    r"\b(?:in|by|till?|until|since|from|early|late|mid|end of|begin\w* of|of|next|nxt)[ -]\Z|(?:\u2192|[-=]>) ?\Z"
)
"""What stands before "may" and "march" that makes months of them."""
_MONTH_MEANT = re.compile(r" (?:mtgs?|meetings?|agenda|half[- ]term)\b")
"""The same behind them: "charging policy may mtg"."""


def _is_month_said(here: MatchContext) -> bool:
    return _MONTH_SAID.search(here.before) is not None or _MONTH_MEANT.match(here.after) is not None


def read_month_alone(here: MatchContext) -> Found:
    """Such as "in March"."""
    word = here.match[1]
    if word.islower() and (not here.jotted or (word in _WORDS_TOO and not _is_month_said(here))):
        return None
    if word == "May" and re.match(r"\s+(?:be|also|not|wish|have|need)\b", here.after):
        return None
    return Kind.MONTH, {("m", month_number(word))}, {"parts": (0, month_number(word))}
