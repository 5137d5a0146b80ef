"""The words that dates are made of, as British minutes write them.

Every pattern is bounded: no open-ended repeat and no repeat within a repeat, so the time to read a text grows
with its length and no faster, whatever the text.
"""

import calendar
import re

from review_tui.language.calendar_words import MONTH, MONTHS, WEEKDAY

_SPACE = r"[ \t\u00a0\u2000-\u200a\u202f]"
_ROOM = r"[ \t\u00a0\u2000-\u200a\u202f*_]"
GAP = rf"(?>{_ROOM}{{1,5}}(?:\r?\n{_ROOM}{{0,4}})?|\r?\n{_ROOM}{{0,4}})?"
"""Room between two words of a date: spaces, marks of bold type, and one line end where notes are wrapped."""
_LINE_GAP = rf"(?>{_ROOM}{{0,5}})"
"""The same without a line end."""
DASH = "[-\u2010-\u2015\u2212]"
"""Any of the dashes that word processors put between dates."""

_SUFFIX = r"(?:(?:\^|<sup>)?(?:st|nd|rd|th)(?:\^|</sup>)?| (?:st|nd|rd|th)(?![^\W_]))"
_LONG_YEAR = r"(?:1[5-9]|2[01])\d\d(?!\d)"
_RECENT_YEAR = r"(?:19|20)\d\d(?!\d)"
_TO_A_DATE = (
    rf"(?:{DASH}|[-=]>|\u2192|to\b|until\b|and\b){GAP}(?:the{GAP})?(?:{WEEKDAY},?{GAP})?"
    rf"(?:\d{{1,2}}{_SUFFIX}?{GAP})?(?:of{GAP})?{MONTH}"
)
_SHORT_YEAR = (
    rf"['\u2019]\d\d(?![^\W_])"
    rf"|\d\d(?![^\W_])(?={GAP}(?:\Z|\n|[;)|\]]|[.,:](?!\d)|{DASH}(?= )"
    rf"|(?:the|at|for|by|with|from|on|about)\b|(?<!,\d\d)(?<!, \d\d){_TO_A_DATE}))"
)
"""``'22`` anywhere; a bare ``22`` only where it can't count what follows: "14 March 22 people came"."""
_NAMED = rf"(?:{WEEKDAY}\.?,?{GAP}(?:the{GAP})?)?"
_COMMA = rf"{GAP},?{GAP}"
_LINE_COMMA = rf"{_LINE_GAP},?{_LINE_GAP}"
_OF = rf"(?:(?:of|in){GAP})?"
_DAY = rf"(?P<day>\d{{1,2}})(?P<suffix>{_SUFFIX})?"
_NO_FIGURE = r"(?![^\W_]|[./:]\d|,\d{3}(?!\d)|%)"

STARTS = re.compile(
    r"(?<![^\W_])(?<![^\W_]/)(?<!\d[.,:])(?<![\u00a3$\u20ac#])(?<![\u00a3$\u20ac#] )"
    rf"(?:\d{{1,4}}(?!\d)|{WEEKDAY}|{MONTH}|q[1-4](?!\d)|quarter\b|(?:first|second|third|fourth){GAP}quarter\b"
    r"|fy(?=\d))",
    re.IGNORECASE,
)
"""Where a date could begin: a short figure, a month, a weekday, a quarter; not within references or money."""

FORMS: dict[str, re.Pattern[str]] = {
    name: re.compile(pattern, re.IGNORECASE)
    for name, pattern in {
        # 16.03.22, 16/03/2022, Wed 16-3-22
        "numeric": rf"{_NAMED}(?P<a>\d{{1,2}})(?P<sep>[./]|{DASH})(?P<b>\d{{1,2}})"
        rf"(?:(?P=sep)|,{_SPACE}?(?={_RECENT_YEAR}))(?P<year>{_RECENT_YEAR}|\d\d(?!\d))",
        # 16 / 03 / 2022, 16. 03. 2022
        "airy": rf"{_NAMED}(?P<a>\d{{1,2}}){_SPACE}?(?P<sep>[./-]){_SPACE}?(?P<b>\d{{1,2}})"
        rf"{_SPACE}?(?P=sep){_SPACE}?(?P<year>{_RECENT_YEAR})",
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
        rf"(?:\.?(?:(?:{_COMMA}|[-/]){_OF}(?P<year>{_LONG_YEAR})"
        rf"|(?:{_LINE_COMMA}|[-/])(?:of )?(?P<short>{_SHORT_YEAR})))?",
        # Q1 2021/22, Q1-Q3 2021/22, first quarter of 2021
        "quarter": rf"(?:(?:quarter|q){GAP}(?P<q1>[1-4])(?:{GAP}(?:{DASH}|to|and|/){GAP}q?(?P<q2>[1-4]))?"
        rf"|(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th){GAP}(?:quarter|qtr))"
        rf"(?:,?{GAP})(?:of{GAP})?(?:the{GAP})?(?P<year>{_RECENT_YEAR})(?:[/-](?P<next>\d{{4}}|\d\d)(?!\d))?",
        # October, 2020; Oct '20; Oct-2020
        "month_year": rf"(?P<month>{MONTH})\.?(?:{_COMMA}|[-/]){_OF}"
        rf"(?P<year>{_LONG_YEAR}|['\u2019]\d\d(?![^\W_]))",
        # Oct-20, as spreadsheets write months
        "month_dash": rf"(?P<month>{'|'.join(MONTHS)})-(?P<year>\d\d)(?![\w-])",
        # Sep-16-2022
        "month_day_dash": rf"(?P<month>{MONTH})-{_DAY}-(?P<year>{_RECENT_YEAR})",
        # March 16th, 2022; March 16; Mar 16/22 and Mar 16 22 of notes; Oct 20, which may be a year
        "month_day": rf"{_NAMED}(?P<month>{MONTH})\.?{GAP}(?:the{GAP})?{_DAY}(?:/(?P<slashed>[23]\d)(?![\d/])"
        rf"|{_NO_FIGURE}(?:{_COMMA}{_OF}(?P<year>{_LONG_YEAR})|{_LINE_GAP}(?=[23])(?P<short>{_SHORT_YEAR}))?)",
        # 2020-21, 2018/2019, 2014-2018
        "years": rf"(?P<year>(?:19|20)\d\d)(?P<sep>{GAP}{DASH}{GAP}|/)(?P<next>{_RECENT_YEAR}|\d\d(?!\d))",
        # 21/22 after "financial year", FY21/22
        "short_years": r"(?:fy ?)?(?P<year>\d\d)(?P<sep>[/-])(?P<next>\d\d)(?![\w/-])",
        # the 1970s
        "decade": r"(?P<year>(?:19|20)\d0)['\u2019]?s(?![^\W_])",
        # 2022 March
        "year_month": rf"(?P<year>{_RECENT_YEAR}){_COMMA}(?P<month>{MONTH})(?!{GAP}\d)",
        # 2021-04, only in a range or after "in"; 2021-22 is two years
        "iso_month": r"(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])(?![\d-])",
        # 04/2021, only in a range or after "in"
        "month_figures": rf"(?P<month>0?[1-9]|1[0-2])/(?P<year>{_RECENT_YEAR})",
        # 16/3, only at the beginning of a range; "2016-11-02/30" is a reference
        "day_slash": r"(?<!\d{4}-\d\d-)(?P<a>\d{1,2})/(?P<b>\d{1,2})(?![\d/])",
        # 1.1. at the beginning of 1.1.-31.12.2024
        "day_stop": r"(?P<a>\d{1,2})\.(?P<b>\d{1,2})\.?"
        rf"(?={GAP}(?:{DASH}|to\b){GAP}\d{{1,2}}\.\d{{1,2}}\.)",
        "month": rf"(?P<month>{MONTH})",
        "year": rf"(?P<year>{_RECENT_YEAR})",
        "number": rf"{_NAMED}{_DAY}(?!\d)",
    }.items()
}
"""Every way to write a date or a part of one, the most telling first."""

JOINS = re.compile(
    rf"(?P<comma>,)?{GAP}(?:(?P<arrow>[-=]>|\u2192)|(?P<dash>{DASH})|(?P<slash>/)|(?P<word>(?:up{GAP})?to|until|till|through|thru)\b|(?P<and>and\b)){GAP}"
    rf"(?:the{GAP}(?:end{GAP}of{GAP}(?:the{GAP})?)?|end{GAP}of{GAP})?",
    re.IGNORECASE,
)
"""What stands between the two ends of a range."""
BETWEEN = re.compile(rf"(?:between|period(?:{GAP}of)?){GAP}(?:the{GAP})?\Z", re.IGNORECASE)
"""Words before a range that let "and" join it."""
YEAR_SAID = re.compile(rf"(?:\byear{GAP}(?:of{GAP})?|\b(?:cy|fy){GAP})\Z", re.IGNORECASE)
"""Words before four figures that make them a year of their own."""
SHORT_YEAR_SAID = re.compile(
    rf"(?:\b(?:financial|municipal|fiscal|council|academic|civic){GAP}year{GAP}(?:of{GAP})?|\bfy{GAP})\Z",
    re.IGNORECASE,
)
"""Words before "21/22" that make it a year."""
YEAR_MEANT = re.compile(
    rf"\b(?:in|during|since|throughout|until|till|by|before|after){GAP}"
    r"(?:(?:19|20)\d\d(?:,| and| &| or| to) )?\Z",
    re.IGNORECASE,
)
"""Words before four figures that make them a year, unless things are counted after them."""
COUNTED = re.compile(
    r"[ \u00a0]?(?:[^\W\d_]{2,20}s\b|people\b|hours?\b|hrs?\b|[\u00a3$\u20ac%:/]|[-\u2013]\d)", re.IGNORECASE
)
"""What follows figures that count something: "in 2014 homes"."""
BARE_YEAR = re.compile(r" (\d\d)(?![^\W_]|[./:,-]\d|%)")
"""Two figures after a day in notes, which are its year when that is about the meeting's."""
FRACTIONS = frozenset({"1/2", "1/3", "2/3", "1/4", "3/4", "1/5", "1/8", "24/7", "9/11"})
"""Figures that look like a day in a clerk's notes and seldom are."""
DAY_SAID = re.compile(
    rf"\b(?:on|by|from|until|till|since|before|after|of|dated|held|mtg|meeting|due|w/[ce]|w/b){GAP}(?:the{GAP})?\Z",
    re.IGNORECASE,
)
"""Words before "3/4" in notes that make it a day."""
NO_DAY_AFTER = re.compile(
    r"[ \u00a0]?(?:in favour|for\b|against|votes?\b|voted|present|hrs?\b|hours?|miles?|acres?|days?\b"
    r"|%|\u00a3)",
    re.IGNORECASE,
)
"""Words after "7/2" that make it a count or measure."""
OF_YEAR = re.compile(
    r"\b(?:year|for|the|in|from|since|until|budget|precept|during|throughout)\s\Z", re.IGNORECASE
)
"""Words before "2012-11" that make it a slip for a year, such as 2011-12."""
YEAR_OF = re.compile(
    r"[ \u00a0](?:budget|precept|accounts|financial|municipal|season|council tax)\b", re.IGNORECASE
)
"""Words after it that do."""
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


def month_length(month: int, year: int | None) -> int:
    """Its days; February has 29 where no year is known."""
    return calendar.monthrange(year or 2000, month)[1]
