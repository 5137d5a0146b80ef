"""Reads the values of a clause: money, numbers, dates, periods, times and votes, as minutes and as clerks write them.

What a clerk writes can be read in more ways than one: ``8.50`` is a time, a sum or a number; ``5/6`` a day, a
share or a school year. In jottings a value keeps every reading; in minutes it has the one that its words give.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from review_tui.facts.reading.amounts import FIGURES, read_amount, read_percent, read_stroke
from review_tui.facts.reading.days import (
    FEASTS,
    read_day_month,
    read_end_of_month,
    read_feast,
    read_figures_date,
    read_iso,
    read_month_alone,
    read_month_day,
    read_month_figures,
    read_packed_date,
    read_roman_month,
    read_spoken_cardinal,
    read_spoken_date,
    read_weekday,
)
from review_tui.facts.reading.joined import (
    joined_days,
    joined_numbers,
    with_months_told,
    with_scale_of_other,
    with_spoken_years,
)
from review_tui.facts.reading.match_context import (
    ANY_DAY,
    ORDINAL,
    SMALL_NUMBER,
    YEAR,
    Found,
    MatchContext,
    made_value,
)
from review_tui.facts.reading.runs import read_ended_period, run_of_length, runs_in
from review_tui.facts.reading.signs import Sign, signs_of
from review_tui.facts.reading.spoken import (
    read_and_a_half,
    read_hundreds,
    read_jotted_share,
    read_ordinal,
    read_part_of_whole,
    read_pounds_in_words,
    read_share_in_words,
    read_spoken,
    read_thousands_and_said,
    read_year_and_a_half,
)
from review_tui.facts.reading.spoken_days import SPOKEN_YEAR, read_spoken_years, spoken_days_in
from review_tui.facts.reading.times import HOUR, read_time
from review_tui.facts.reading.votes import votes_in
from review_tui.facts.reading.years import (
    FISCAL_PAIR,
    SEASON,
    TERMS,
    read_fiscal,
    read_fiscal_pair,
    read_jotted_season,
    read_month_year,
    read_numbered_month,
    read_quarter,
    read_school_term,
    read_short_years,
    read_span_of_years,
    read_term_number,
    read_year,
    read_year_of_part,
    read_years,
)
from review_tui.facts.values import Key, Kind, Value
from review_tui.language import currencies
from review_tui.language.calendar_words import MONTH, SEASON_ALIASES, SEASONS, WEEKDAY
from review_tui.language.number_words import HUNDRED, ORDINALS, SPOKEN, UNITS

_JOTTED_SEASON = "|".join((*SEASONS, "spr", "aut"))
_PAIR_OF_YEARS = r"(?:(?:20)?\d\d)\s?[-/\u2013]\s?'?(?:20)?\d\d"


@lru_cache(maxsize=16384)
def read_values(
    text: str, *, jotted: bool = False, month_first: bool = False, around: int = 0
) -> tuple[Value, ...]:
    """The values of a clause in order, none over another.

    ``jotted``: of a clerk's notes; ``around``: the year of the meeting, by which "Oct to Mar 17" is of no year.
    """
    taken = bytearray(len(text))
    signs = signs_of(text)
    near = ANY_DAY.replace(year=around) if around else ANY_DAY
    found = list(
        runs_in(text, near, names_month=bool(signs & Sign.MONTH), jotted=jotted, month_first=month_first)
    )
    if jotted and signs & Sign.MONTH and signs & (Sign.NUMBER_WORD | Sign.ORDINAL):
        said = list(spoken_days_in(text))
        found = [
            *said,
            *(run for run in found if not any(run.start < day.end and day.start < run.end for day in said)),
        ]
    for run in found:
        taken[run.start : run.end] = b"\1" * (run.end - run.start)
    for pattern, read in _readers_for(signs):
        for start, end, told in (
            votes_in(text, jotted=jotted)
            if read is None
            else _read_matches(
                pattern, read, text, taken, jotted=jotted, month_first=month_first, around=around
            )
        ):
            if told and not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                found.append(made_value(told, start, text[start:end]))
    found.sort(key=lambda value: value.start)
    if not jotted:
        return tuple(with_months_told(text, [*joined_days(text, found)]))
    values = [*joined_days(text, with_spoken_years(text, found))]
    return tuple(joined_numbers(text, [*with_scale_of_other(text, [*with_months_told(text, values)])]))


def _read_matches(
    pattern: re.Pattern[str],
    read: Callable[[MatchContext], Found],
    text: str,
    taken: bytearray,
    *,
    jotted: bool,
    month_first: bool,
    around: int,
) -> Iterator[tuple[int, int, Found]]:
    """What ``read`` says of every match of a pattern, and where."""
    # of "31/8 204.6k" the day is taken, and 8 204 is no number
    free = _without_taken(text, taken) if read is read_amount and any(taken) else text
    for match in pattern.finditer(free):
        end = match.start() + len(match[0].rstrip(" ,"))
        here = MatchContext(match, text, jotted=jotted, month_first=month_first, around=around)
        try:
            told = read(here)
            if jotted and told and told[0] in {Kind.DATE, Kind.MONTH} and (run := run_of_length(here, told)):
                told[2]["otherwise"] = run
        except (ValueError, KeyError):
            continue
        if told:
            end = min(end, match.start() + int(told[2].pop("length", len(match[0]))))  # type: ignore[call-overload]
        if match.start() < end:
            yield match.start(), end, told


def _without_taken(text: str, taken: bytearray) -> str:
    """``text`` with signs that no pattern knows for what has been read already."""
    return "".join("\0" if is_taken else letter for letter, is_taken in zip(text, taken, strict=True))


_MAKES_A_TIME = r"[-\u2013]\d|\s*[ap]\.?\s?m\b|\s*o'?clock|\s*h(?:rs)?\d|\s*noon|\s*(?:to|til|till|until)\s\d{1,2}\b(?!\s*[A-Za-z]{3})"
"""What stands behind an hour that follows a day, and behind no year: "Sat 21 June 10-1", "4 Oct 10 a.m."."""


def read_reference(here: MatchContext) -> Found:
    """Such as "PL/24/0012", "#412", "A250894", which notes may name by its last figures."""
    numbers = re.findall(r"\d{3,8}", here.match[0])
    if not here.jotted:
        numbers += [number[-size:] for number in numbers for size in (3, 4) if len(number) > size + 1]
    keys: set[Key] = {("r", number) for number in numbers} | {("n", float(n)) for n in numbers}
    if here.jotted and (clock := _EARLY.fullmatch(here.match[0])):
        keys.add(("t", int(clock[1]), int(clock[2])))
    return Kind.REFERENCE, keys, {}


_EARLY = re.compile(r"0([1-9])([0-5]\d)")
"""An hour before ten as a log writes it: "0915"."""


def _read_numbering(here: MatchContext) -> Found:
    """The number of a line, or the place in a recording: a figure that says nothing of the meeting.

    Only before a line of a clerk's it may be the time: "8.25 Ada in".
    """
    clock = _STOPPED.fullmatch(here.match[0].strip()) if here.jotted else None
    keys: set[Key] = {("t", int(clock[1]) % 12, int(clock[2]))} if clock else set()
    return Kind.REFERENCE, keys, {}


_STOPPED = re.compile(r"(1?\d|2[0-3])\.([0-5]\d)")
"""A time of day with a stop."""


@lru_cache(maxsize=4096)
def _readers_for(signs: int) -> tuple[tuple[re.Pattern[str], Callable[[MatchContext], Found] | None], ...]:
    """Those that may find anything in a clause with such signs."""
    return tuple((pattern, read) for pattern, read, needed in _READERS if all(signs & one for one in needed))


_READERS: tuple[tuple[re.Pattern[str], Callable[[MatchContext], Found] | None, tuple[int, ...]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), read, tuple(needed))
    for pattern, read, *needed in (
        (r"(?<![\d:])\d{1,2}:[0-5]\d:[0-5]\d(?:[.,]\d{1,3})?(?!:?\d)", _read_numbering, Sign.FIGURE),
        (r"\b(?:FYs?|fiscal|financial(?: years?)?)\s?" + FISCAL_PAIR + r"(?![\w/]|[.,]\d)", read_fiscal_pair, Sign.FIGURE, Sign.FISCAL),
        ((rf"(?<!\d )\b(?P<unit>(?:half[- ])?year|yr|y/e|ye|quarter|qtr|month|(?:three|six|nine|twelve|3|6|9|12)[\s-](?:months?|mths)(?:\s(?:accounts|accs|figures|figs|results))?|period|season)\s+(?:(?:ended|ending|end|to|up to)\s+)?(?:on\s+)?(?:the\s+)?(?:end\s+of\s+)?"
         rf"(?:(?P<month2>{MONTH})\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s?|\s)(?=\d{{4}})|(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+)?(?:of\s+)?(?P<month>{MONTH})\.?,?\s+(?!\d\d?,?\s\d{{4}})|(?P<d>\d{{1,2}})(?:[./-]|(?<=[edgo] \d\d) )(?P<m>\d{{1,2}})[./ -])'?(?P<year>\d{{4}}|\d\d)(?!\w|[./]\d|,?\s?(?:[-\u2013]|(?:to|through|thru|until|till)\b)\s?{MONTH})"), read_ended_period, Sign.FIGURE, Sign.ENDED),
        (rf"\bend\s+(?:of\s+)?(?P<month>{MONTH})\b\.?(?:\s'?(?P<short>[23]\d)(?![\w%]|[-\u2013./:,]\d|\s?(?:%|to\b|[-\u2013]))|(?!\s?\d{{1,2}}(?!\d)|\s+(?:the\s+)?(?:(?:twenty|thirty)[\s-])?(?:{ORDINAL})\b)(?:,?\s+(?P<year>{YEAR})\b)?)(?:\s?\((?:the\s)?(?:2[89]|3[01])(?:st|th)?\))?", read_end_of_month, Sign.MONTH),
        (rf"\b(?:(?P<weekday>{WEEKDAY})\.?,?\s+(?:the\s+)?)?(?<!\d[.,])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{MONTH})\b\.?,?(?:\s+(?P<year>{YEAR})\b(?![.,]\d)|\s+'?(?P<short>\d\d)\b(?!\s*[:.]\d|,\d{{3}}|{_MAKES_A_TIME}|\s+(?:[a-z]{{3,}}s|pub|mop)\b))?", read_day_month, Sign.FIGURE, Sign.MONTH),
        (rf"\b(?:(?P<weekday>{WEEKDAY}),?\s+)?(?P<month>{MONTH})\.?\s+(?P<day>\d{{1,2}})(?P<suffix>st|nd|rd|th)?\b(?:,?\s+(?:(?P<year>{YEAR})|'?(?P<short>[23]\d)(?=\s*(?:[-\u2013,;)]|\Z)))|/(?P<slashed>\d{{1,2}})(?!\d))?(?![/.:]\d|,\d{{3}}\b)", read_month_day, Sign.FIGURE, Sign.MONTH),
        (rf"\b(?:(?P<weekday>{WEEKDAY})\s+(?:the\s+)?)?(?P<tens>(?:twenty|thirty)[\s-])?(?P<day>{ORDINAL})\s+(?:of\s+)?(?P<month>{MONTH})\b", read_spoken_date, Sign.ORDINAL, Sign.MONTH),
        (rf"\b(?:(?P<weekday>{WEEKDAY}),?\s+)?(?P<month>{MONTH})\s+(?P<tens>(?:twenty|thirty)[\s-])?(?P<day>{SMALL_NUMBER}|twenty|thirty)\b(?!\s+(?!(?:to|till?|and|at|for|by|in|on)\b)[a-z]{{3,}}|\s+\d{{1,2}}\b)", read_spoken_cardinal, Sign.NUMBER_WORD, Sign.MONTH),
        (rf"\b(?:(?P<weekday>{WEEKDAY}),?\s+)?(?P<month>{MONTH})\s+(?:the\s+)?(?P<tens>(?:twenty|thirty)[\s-])?(?P<day>{ORDINAL})\b(?!\s+(?:\w+\s+)?(?:meeting|quarter|half|item|report)\b)", read_spoken_date, Sign.ORDINAL, Sign.MONTH),
        (rf"\b(?P<whole>\d{{1,3}}|(?:(?:{SPOKEN})[\s-]){{0,4}}(?:{SPOKEN}))\s+(?:and|n|&)\s+(?:(?:an?|one|three)[\s-]+|(?=(?:half|quarter)\b))(?P<part>hal?f|halves|quarters?|thirds?)\b(?:\s+(?P<scale>thousand|t[ho]*usand|thou|k|million|mill?)\b)?", read_and_a_half, Sign.CLOCK | Sign.NUMBER_WORD),
        (r"\b(?:an?\s)?(?:yr|year)\s(?:and|n|&)\s(?:a\s)?hal?f\b|\b(?P<half>half\sa\s(?:yr|year))\b", read_year_and_a_half, Sign.CLOCK),
        (rf"(?<![\w.,/])(?P<many>\d{{1,2}})\s(?:{HUNDRED})(?:\s(?:and|&|n)\s(?P<more>\d{{1,2}}))?(?![\w.,]\d|\w)", read_hundreds, Sign.FIGURE, Sign.NUMBER_WORD),
        (rf"(?<![\w.,/\u00a3$-])(?P<thousands>\d{{1,3}})\s(?P<said>(?:{SPOKEN})(?:[\s-](?:{SPOKEN})){{1,3}})\b", read_thousands_and_said, Sign.FIGURE, Sign.NUMBER_WORD),
        (r"\b(?:(?P<many>an?|one|two|three|four|five|seven|nine)[\s-]+(?P<part>thirds?|quarters?|fifths?|sixths?|eighths?|tenths?)|(?<!first )(?<!second )(?<!1st )(?<!2nd )(?P<half>half))(?=\s+(?:of\b|the\b|an?\b|were\b|was\b|are\b|is\b|will\b|would\b|shall\b))(?:\s+(?:of\s+)?an?\s+(?P<scale>million|billion|thousand|hundred|dozen|crore|lakh)\b)?", read_share_in_words, Sign.CLOCK | Sign.SHARE_WORD),
        (r"\b(?P<many>one|two|three)[\s-]+(?P<part>thirds?|quarters?|fifths?)\b(?!\s+(?:past|to|years?|accounts|or more|or longer|running|in a row|ago|behind|late|in arrears|overdue)\b|['\u2019])", read_share_in_words, Sign.CLOCK | Sign.SHARE_WORD),
        (r"(?<![\dkm] )(?<!first )(?<!second )(?<!last )(?<!1st )(?<!2nd )\b(?:(?P<many>an?)\s(?P<part>third|quarter)|(?P<half>half))(?=\s*(?:\Z|[,;.()+=]))", read_jotted_share, Sign.CLOCK | Sign.SHARE_WORD),
        (rf"\b(?P<pounds>(?:(?:{SPOKEN}|and)[\s-]+){{1,8}})pounds?\b(?:\s+(?:and\s+)?(?P<pence>(?:(?:{SPOKEN})[\s-]?){{1,3}}\b))?", read_pounds_in_words, Sign.POUND),
        (r"(?<![\d/.\u00a3-])(?P<a>\d{1,2})(?P<mark>[/.-])(?P<b>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d)(?![\d/])", read_figures_date, Sign.FIGURE),
        (rf"\b(?:{FEASTS})\b", read_feast, Sign.FEAST),
        (r"(?<![\w/.])(?P<day>\d{1,2})\.(?P<roman>i{1,3}|i?[vx]|vi{1,3}|xi{1,2})(?:\.(?:(?P<year>\d{4}|\d\d)\b)?|(?!\w))(?!\w)", read_roman_month, Sign.FIGURE),
        (r"(?<![\w.,/:\u00a3$#-])(?P<a>[0-3]\d)(?P<b>[0-3]\d)(?P<year>\d\d)?(?![\w/:-]|[.,]\d)", read_packed_date, Sign.FIGURE),
        (rf"\b(?P<year>{YEAR})-(?P<month>\d\d)-(?P<day>\d\d)\b", read_iso, Sign.FIGURE, Sign.DASH),
        (r"(?<![\w/,:-])(?<!\d\.)(?P<month>0[1-9]|1[0-2])-(?P<day>[0-3]\d)(?![\w/:-])", read_month_figures, Sign.FIGURE, Sign.DASH),
        (rf"\A[ \t|]*(?!\d{{1,3}}(?:\.\d{{3}}){{2}})\d{{1,3}}(?:[./]\d{{1,3}})+[.)]?(?=\s+(?-i:[A-Z(]))(?!\s+{MONTH})|\A[ \t]*\|[ \t]*\d{{1,3}}[.)]?(?=[ \t]*\|)|\A[ \t]*\d{{1,2}}[.):]?(?=\s+(?-i:[A-Z][a-z]))(?!\s+(?:{MONTH}|members|public|pub|votes?|people|for|f|mop|cllrs)\b)", _read_numbering, Sign.FIGURE),
        (r"\b(?-i:[A-Z]{1,5})(?:/\d{1,4}){1,3}\b|\b(?!(?-i:[FCPSA]Y|[QTHSM])\d)(?-i:[A-Z]{1,5})\d{1,4}(?:[/-]\d{1,4}){1,2}\b|(?<![\w.,/-])\d{5}-\d{1,2}(?::\d{4})?(?![\w/-])|#\d{2,6}\b|(?<!\w)\d\d/\d{3,5}(?:/\w+)?|(?<![\w.,])0\d{2,3}(?!\d)|\b(?-i:[A-Z]{1,5})(?:-\d{1,4}){2}\b|(?<![\w/.-])(?:19|20)\d\d-\d{3}\b(?!-)|\b(?![FCPSA]Y|R\d)(?-i:[A-Z]{1,2})\d{2,4}\b|(?<![\w/-])(?-i:[A-Z]{1,3})\d{5,8}\b|\b(?-i:[a-z])\d{2,3}\b(?<!x\d\d)|\b1:\d\b|\b(?-i:[A-Z])-\d{3,4}\b|\b[a-z]{2,6}\d\b", read_reference, Sign.FIGURE),
        (rf"\b(?:(?P<said>fys?|(?:fiscal|financial|academic|school)(?: year)?|season|year)\s)?(?P<first>{SPOKEN_YEAR})(?:(?:\s(?:(?:to|slash|stroke)\s)?|-)(?P<last>{SPOKEN_YEAR}|(?:{'|'.join(UNITS)})\b(?=\s(?:budget|accounts|season|year|programme|precept|plan|bid|to\s{SPOKEN_YEAR}))))?(?(said)|(?!\s(?:{SPOKEN}|per ?cent|pounds?|point)\b))", read_spoken_years, Sign.NUMBER_WORD),
        (r"\b(?:FYs?|(?:fiscal|financial)(?: years?)?|(?P<calendar>CY|calendar year)|(?P<programme>[PSA]Y(?=\s?\d\d(?:\d\d)?\b)))\s?'?(?P<year>\d{4}|\d\d)(?:\s?(?:[-/\u2013]|to|through)\s?'?(?P<last>\d{4}|\d\d))?(?!\w|[-/.,]\d)", read_fiscal, Sign.FIGURE, Sign.FISCAL),
        (rf"(?<![\d/.,\u00a3$-])'?{_PAIR_OF_YEARS}(?:\s?(?:[-\u2013\u2014\u2192]|[-=]>|\b(?:to|thru|through|until|till?)\b)\s?'?{_PAIR_OF_YEARS}|(?P<list>(?:(?:,?\s(?:and\s|&\s)?|[,+&]\s?)'?{_PAIR_OF_YEARS}){{2,9}}))(?![\d/%-]|[.,:]\d)", read_span_of_years, Sign.FIGURE),
        (rf"\b(?P<first>{YEAR})\s*(?:[-/\u2013\u2014\u2192]|[-=]>|to|through)\s*(?P<last>{YEAR}|\d\d)\b(?!-\d\d\b)(?!\s*%)", read_years, Sign.FIGURE),
        (r"(?<![\d/.\u00a3$,-])'?(?P<first>\d\d?)\s?(?P<mark>[/\u2013-]|\u2192|->)\s?'?(?P<last>\d\d?)(?![\d/%-]|[.,:]\d|\s*%)(?<=\d\d)", read_short_years, Sign.FIGURE, Sign.DASH | Sign.STROKE),
        (rf"(?<![\d.,])\b(?P<part>\d{{1,4}}|(?:{SPOKEN})(?:-(?:{SPOKEN}))?)(?:\s+(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+|our\s+|all\s+)?|\s+of\s+the\s+[a-z]+['\u2019]s\s+|\s+(?:[a-z]+\s+){{1,2}}(?:out\s+of\s+(?:the\s+)?|of\s+(?:the|its|their|our)\s+))(?P<whole>\d{{1,4}}|(?:{SPOKEN})(?:-(?:{SPOKEN}))?)\b(?!\s*(?:{MONTH})\b|[.,]?\d|\s*%)", read_part_of_whole, Sign.OF, Sign.FIGURE | Sign.NUMBER_WORD),
        (r"\b(?:Q|qtr\.?|quarter)\s?(?P<number>[1-4]|(?:one|two|three|four)(?!\s(?:hundred|thousand|million|point)))\b|\b(?P<word>first|second|third|fourth|1st|2nd|3rd|4th|last|final(?=\s+quarter\s+of\b))\s+(?:quarter|qtr|q(?!\w|\s?[1-4]\b))\b|\bH(?P<half>[12])\b|\b(?P<halfword>first|second|1st|2nd)\s+half\b", read_quarter, Sign.PART),
        (r"\bM(?:onth\s)?(\d{1,2})\b", read_numbered_month, Sign.FIGURE),
        (r"\b(?:terms?|semester|trimester|sem)\s?([1-4])\b|\b(?-i:T)([1-4])\b|\bt([1-4])(?=\s'?\d\d)|\b(first|second|third|fourth|1st|2nd|3rd|4th)\s+(?:term|sem(?:ester)?|trimester)\b(?!\s+of office)", read_term_number, Sign.FIGURE | Sign.ORDINAL),
        (r"(?<=\b[qt][1-4]\s)'?(\d\d)\b(?![/.,:%-]\d|\s?[ap]m)", read_year_of_part, Sign.FIGURE),
        (rf"\b(?P<season>{'|'.join((*TERMS, *SEASON_ALIASES))}|sum)\.?\s+(?:half[\s-])?(?:terms?|tm|trm|semester|trimester)\b(?!\s+(?:of\s+)?'?(?:{YEAR}|\d\d\b(?![.,:]\d|\s?%)))", read_school_term, Sign.SEASON),
        (rf"\b(?P<month>{MONTH})\.?,?\s+(?P<year>{YEAR})\b|\b(?P<season>{SEASON})\s+(?:(?P<term>terms?|tm|trm|semester)\s+)?(?:of\s+)?(?P<of>{YEAR}|'?\d\d\b)(?![/\u2013.,:-]\d|\s?%)", read_month_year, Sign.FIGURE, Sign.MONTH | Sign.SEASON),
        (rf"(?:(?<=\d\s)|(?<=\d%\s))(?P<season>{_JOTTED_SEASON})\b(?=\W*(?:\Z|[),;:|>\u2192]))|\b(?P<season2>{_JOTTED_SEASON})(?=\s\d{{1,3}}(?:\.\d|\s?%))", read_jotted_season, Sign.SEASON, Sign.FIGURE),
        ((r"(?<![\d\u00a3.,])(?P<hour>\d{1,2})(?:[.:](?P<minute>\d\d))?\s*(?P<half>[ap])\.?\s?m\b\.?|(?<![\d\u00a3.,:])(?P<h24>\d{1,2})[:h](?P<m24>\d\d)(?![\d:])|(?<![\d\u00a3.,:])(?P<h12>1?\d)\.(?P<m12>[0-5]\d)(?=ish\b|\s(?:in the (?:morning|afternoon|evening)|at night|o'?clock)\b)|\b(?P<name>noon|midday|midnight)\b"
         rf"|(?<![\d.,\u00a3$\u20ac-])\b(?P<past>half|(?:a )?quarter|(?:twenty[ -]five|twenty|ten|five)(?: mins?| minutes)?|\d{{1,2}}(?:(?= past|after)| mins?| minutes)|(?<=[a-z] )(?:5|10|20|25)(?= to \d))\s+(?P<to>past|after|to|before|til)\s+(?P<spoken>{HOUR})\b(?![.,:]\d|\s?%)"
         rf"|\bhalf\s(?P<half_hour>{HOUR})(?:ish)?\b(?!\s+(?:of|a|the|or)\b)"
         rf"|(?P<oh_hour>\b{HOUR})\soh\s(?P<oh>{'|'.join(UNITS)})\b(?!\s(?:{SPOKEN})\b)"
         rf"|\b(?P<part_hour>{HOUR})\s(?:in the (?:morning|afternoon|evening)|at night)\b"), read_time, Sign.FIGURE | Sign.CLOCK),
        ("", None, Sign.FIGURE | Sign.COUNT | Sign.ALL),
        (rf"(?<![\w.])(?<!\d,)(\d+(?:[.,]\d+)?|\.\d+|(?:(?:nought|naught|zero|0)\s)?point\s(?:\d+|(?:{'|'.join(UNITS)})(?:\s(?:{'|'.join(UNITS)}))?)|(?:{SPOKEN})(?:[\s-](?:{SPOKEN}|point)){{0,4}})\s?(?:%|per ?cent\b|pct\b|(?-i:pc\b|p\.c\.))", read_percent, Sign.SHARE),
        (r"(?<![\d/.\u00a3])(\d{1,3})/(\d{1,3})(?![\d/])", read_stroke, Sign.FIGURE, Sign.STROKE),
        (rf"(?<![\d\u00a3,./-])({YEAR})(?![\d/]|,\d{{3}}|\.\d|-\d)", read_year, Sign.FIGURE),
        (rf"(?:[\u00a3$\u00a5\u20a1-\u20bf\u0e3f]|\b(?:{currencies.SHORT_FORMS}(?![a-z])\.?|{currencies.CODES}\b\.?)|\b(?-i:R)(?=\s?\d))\s?(?P<money>{FIGURES})\s?(?P<unit>k|m|mio\b|mn\b|million|billion|thousand|mill|bn|lakhs?|lacs?|crores?|cr)?\b|(?:(?<![\w.])|(?<=\sx)|(?<=\s\u00d7))(?<![A-Za-z]-)(?P<number>{FIGURES})\s?(?P<unit2>k\b|(?-i:M)\b|m\b(?!\.)|mio\b|mn\b|million\b|billion\b|bn\b|mill?\b|thousand\b|thou\b|lakhs?\b|lacs?\b|(?-i:L)\b|crores?\b|cr\b)?(?:(?:st|nd|rd|th)\b)?(?P<pence>\b p\b)?", read_amount, Sign.FIGURE),
        (rf"\b(?:(?:{SPOKEN})[\s-]{{1,2}}(?:(?:and|(?<=hundred\s)n|(?<=thousand\s)n|point)[\s-]+(?=(?:{SPOKEN})\b))?){{0,9}}(?:(?:{SPOKEN})|(?:{'|'.join(UNITS[1:])})s)\b(?:[\s-]+(?:{ORDINAL})\b)?", read_spoken, Sign.NUMBER_WORD),
        (r"\b(?:(?P<tens>twenty|thirty)[\s-])?(?P<word>" + "|".join(list(ORDINALS)[2:]) + r")\b", read_ordinal, Sign.ORDINAL),
        (rf"\b({WEEKDAY})\b\.?", read_weekday, Sign.WEEKDAY),
        (r"\b((?:mon|tues|wednes|thurs|fri|satur|sun)day)s\b", read_weekday, Sign.WEEKDAYS),
        (rf"\b({MONTH})\b\.?", read_month_alone, Sign.MONTH),
    )
)  # fmt: skip
"""Which patterns are tried, the surest first, what each says, and of what signs a clause must have one each.

That without either stands for votes, which are read as everywhere."""
