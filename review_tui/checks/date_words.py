"""The words that dates are made of, as British minutes write them.

Every pattern is bounded: no open-ended repeat and no repeat within a repeat, so the time to read a text grows
with its length and no faster, whatever the text.
"""

import re

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The first three letters of each month, which is all that tells them apart."""
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""Likewise for the days of the week, Monday first."""

_SPACE = r"[ \t\u00a0\u2000-\u200a\u202f]"
GAP = rf"(?>{_SPACE}{{1,4}}(?:\r?\n{_SPACE}{{0,4}})?|\r?\n{_SPACE}{{0,4}})?"
"""Room between two words of a date: up to four spaces, and one line end, as where notes are wrapped."""
DASH = "[-\u2010-\u2015\u2212]"
"""Any of the dashes that word processors put between dates."""

_SUFFIX = "(?:st|nd|rd|th)"
MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![^\W\d_])"
)
"""Any month, in full or cut short."""
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?(?![^\W_])"
_LONG_YEAR = r"(?:1\d|2[01])\d\d(?!\d)"
_RECENT_YEAR = r"(?:19|20)\d\d(?!\d)"
_TO_A_DATE = (
    rf"(?:{DASH}|to\b|until\b|and\b){GAP}(?:the{GAP})?(?:{_WEEKDAY},?{GAP})?"
    rf"(?:\d{{1,2}}{_SUFFIX}?{GAP})?(?:of{GAP})?{MONTH}"
)
_SHORT_YEAR = rf"['\u2019]\d\d(?![^\W_])|\d\d(?![^\W_])(?={GAP}(?:\Z|\n|[;)\]]|[.,:](?!\d)|{_TO_A_DATE}))"
"""``'22`` anywhere; a bare ``22`` only where it can't count what follows: "14 March 22 people came"."""
_NAMED = rf"(?:{_WEEKDAY}\.?,?{GAP}(?:the{GAP})?)?"
_COMMA = rf"{GAP},?{GAP}"
_OF = rf"(?:(?:of|in){GAP})?"
_DAY = rf"(?P<day>\d{{1,2}})(?P<suffix>{_SUFFIX})?"
_NO_FIGURE = r"(?![^\W_]|[./:]\d|,\d{3}(?!\d)|%)"

STARTS = re.compile(
    r"(?<![^\W_])(?<![^\W_]/)(?<!\d[.,:])(?<![\u00a3$\u20ac#])"
    rf"(?:\d{{1,4}}(?!\d)|{_WEEKDAY}|{MONTH}|q[1-4](?!\d)|quarter\b|(?:first|second|third|fourth){GAP}quarter\b)",
    re.IGNORECASE,
)
"""Where a date could begin: a short figure, a month, a weekday, a quarter; not within references or money."""

FORMS: dict[str, re.Pattern[str]] = {
    name: re.compile(pattern, re.IGNORECASE)
    for name, pattern in {
        # 16.03.22, 16/03/2022, Wed 16-3-22
        "numeric": rf"{_NAMED}(?P<a>\d{{1,2}})(?P<sep>[./]|{DASH})(?P<b>\d{{1,2}})(?P=sep)"
        rf"(?P<year>{_RECENT_YEAR}|\d\d(?!\d))",
        # 16 03 2022
        "spaced": rf"(?P<a>\d\d) (?P<b>\d\d) (?P<year>{_RECENT_YEAR})",
        # 2022-03-16
        "iso": r"(?P<year>(?:1\d|2[01])\d\d)(?P<sep>[-./])(?P<month>\d{1,2})(?P=sep)"
        r"(?P<day>\d{1,2})(?!\d)",
        # 2022-Mar-16
        "iso_word": rf"(?P<year>(?:19|20)\d\d)(?P<sep>[-./])(?P<month>{MONTH})(?P=sep)"
        r"(?P<day>\d{1,2})(?!\d)",
        # Wednesday, 16th of March, 2022; 16-Mar-22; 16 March
        "day_month": rf"{_NAMED}{_DAY}\.?(?:{GAP}|[-/])(?:day{GAP})?(?:of{GAP})?(?:the{GAP})?"
        rf"(?P<month>{MONTH})"
        rf"(?:\.?(?:{_COMMA}|[-/]){_OF}(?P<year>{_LONG_YEAR}|{_SHORT_YEAR}))?",
        # Q1 2021/22, Q1-Q3 2021/22, first quarter of 2021
        "quarter": rf"(?:(?:quarter|q){GAP}(?P<q1>[1-4])(?:{GAP}(?:{DASH}|to|and|/){GAP}q?(?P<q2>[1-4]))?"
        rf"|(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th){GAP}(?:quarter|qtr))"
        rf"(?:,?{GAP})(?:of{GAP})?(?:the{GAP})?(?P<year>{_RECENT_YEAR})(?:[/-](?P<next>\d{{4}}|\d\d)(?!\d))?",
        # October, 2020; Oct '20; Oct-2020
        "month_year": rf"(?P<month>{MONTH})\.?(?:{_COMMA}|[-/]){_OF}"
        rf"(?P<year>{_LONG_YEAR}|['\u2019]\d\d(?![^\W_]))",
        # March 16th, 2022; March 16; Oct 20, which may be a year
        "month_day": rf"{_NAMED}(?P<month>{MONTH})\.?{GAP}(?:the{GAP})?{_DAY}{_NO_FIGURE}"
        rf"(?:{_COMMA}{_OF}(?P<year>{_LONG_YEAR}))?",
        # 2020-21, 2018/2019, 2014-2018
        "years": rf"(?P<year>(?:19|20)\d\d)(?P<sep>{GAP}{DASH}{GAP}|/)(?P<next>{_RECENT_YEAR}|\d\d(?!\d))",
        # 2022 March
        "year_month": rf"(?P<year>{_RECENT_YEAR}){_COMMA}(?P<month>{MONTH})(?!{GAP}\d)",
        # 16/3, only at the beginning of a range
        "day_slash": r"(?P<a>\d{1,2})/(?P<b>\d{1,2})(?![\d/])",
        "month": rf"(?P<month>{MONTH})",
        "year": rf"(?P<year>{_RECENT_YEAR})",
        "number": rf"{_NAMED}{_DAY}(?!\d)",
    }.items()
}
"""Every way to write a date or a part of one, the most telling first."""

JOINS = re.compile(
    rf"{GAP}(?:(?P<dash>{DASH})|(?P<slash>/)|(?P<word>(?:up{GAP})?to|until|till|through|thru)\b|(?P<and>and\b)){GAP}"
    rf"(?:the{GAP})?",
    re.IGNORECASE,
)
"""What stands between the two ends of a range."""
BETWEEN = re.compile(rf"(?:between|period(?:{GAP}of)?){GAP}(?:the{GAP})?\Z", re.IGNORECASE)
"""Words before a range that let "and" join it."""
YEAR_SAID = re.compile(rf"(?:\byear{GAP}(?:of{GAP})?|\b(?:cy|fy){GAP})\Z", re.IGNORECASE)
"""Words before four figures that make them a year of their own."""
OF_YEAR = re.compile(
    r"\b(?:year|for|the|in|from|since|until|budget|precept|during|throughout)\s\Z", re.IGNORECASE
)
"""Words before "2012-11" that make it a slip for a year, such as 2011-12."""
NUMBERED = re.compile(
    rf"(?:\b(?:items?|minutes?|min|no|numbers?|nos|page|section|para|paragraph|clause|version|policy|ref|reference"
    rf"|appendix|phase|part|plot|v)\.?:?{GAP}#?|[#\u00a3$\u20ac])\Z",
    re.IGNORECASE,
)
"""Words before figures that make them a number of something."""

NUMBERING = re.compile(r"(?:\d|\d{1,2}\.\d)\.\d{1,2}(?:\.\d{1,2})?\Z")
"""Figures with points that look more like an item's number than a date: "5.1.12", not "05.01.12"."""
FIGURES_GO_ON = re.compile(
    rf"(?!t\d\d:)[^\W_]|[/.]\d|{DASH}\d{{1,4}}(?![\d:.]|[ap]m)|,\d{{3}}(?!\d)", re.IGNORECASE
)
"""What may not follow a date: then it is part of something longer, such as a reference."""


def month_number(word: str) -> int:
    """1 to 12, for any spelling of a month that the patterns let through."""
    return MONTHS.index(word[:3].lower()) + 1
