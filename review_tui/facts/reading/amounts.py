"""Money, percentages and numbers in figures."""

import re

from review_tui.facts.reading.days import _date
from review_tui.facts.reading.match_context import FIRST_YEARS, Found, MatchContext
from review_tui.facts.values import Key, Kind, digits
from review_tui.language.calendar_words import WEEKDAY, full_year
from review_tui.language.number_words import ONES, UNITS, spoken_values

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")
"""A number with commas between its thousands, and no decimal comma: "1,200 per cent"."""


_POINT_LEFT_OUT = re.compile(rf"(?P<whole>\w+(?:[\s-]\w+)?)[\s-](?P<part>{'|'.join(UNITS)})")
"""A percentage of which nobody said the point: "forty seven four percent"."""
_BELOW_ONE = re.compile(r"(?:\.|(?:\w+\s)?point\s)(?P<part>\d+|[a-z ]+)")
"""A percentage that begins with its point, or with nought: "point 5", ".25", "nought point two five"."""


def read_percent(here: MatchContext) -> Found:
    """Such as "3.5%", "twelve per cent"."""
    said = here.match[1]
    if fraction := _BELOW_ONE.fullmatch(said.lower()):
        value = float("." + "".join(str(ONES.get(part, part)) for part in fraction["part"].split()))
    elif said[0].isdigit():
        value = float(said.replace(",", "" if _GROUPED.fullmatch(said) else "."))
    else:
        value = max(spoken_values(said))
    keys: set[Key] = {("n", value)}
    if (
        here.jotted
        and not (fraction or said[0].isdigit())
        and (figures := _POINT_LEFT_OUT.fullmatch(said.lower()))
    ):
        keys |= {("n", whole + ONES[figures["part"]] / 10) for whole in spoken_values(figures["whole"])}
    if not here.jotted and len(digits(value)) > 1:
        keys.add(("s", digits(value)))
    return Kind.PERCENT, keys, {"number": value}


NAMING = re.compile(
    r"(?:minutes?|res|para(?:graph)?|items?|page|section|policy|clause|no\.?|number|slide|level|year|stage|phase|lot|plot|class|#"
    r"|flat|unit|room|block|site|bay|ward|zone|gate|bed|pitch|route|cruiser|precinct|appendix|schedule|table|figure|rfc|ticket"
    r"|resolution|motion|paper|annex|chapter|article|form|grade|tier|berth|mileposts?|buoy|beacon|exhibit|bylaw|by-law|act|part)\s?\Z"
)
"""Words before a number that is a name, and counts nothing."""
_TIME_BEFORE = re.compile(r"\b(?:last|this|prev(?:ious)?|per|each|every) year\s?\Z")
"""What stands before a number that is of another year, and no class: "last year 41"."""
_SPAN = re.compile(r"\s?(?:mins?|minutes|hrs?|hours|days|w(?:ee)?ks|m(?:on)?ths|y(?:ea)?rs)\b", re.IGNORECASE)
"""What follows a number that is no name: "ticket 26 mths"."""
_AT_CLOCK = re.compile(
    r"\b(?:at|until|till|by|from|closed|ended|began|opened|started|commenced)\s(?:\w+\sat\s)?\Z"
)
_CLOCK = re.compile(r"(?:[01]\d|2[0-3])\.[0-5]\d")
"""A time of day with a stop, in minutes: "at 14.00"."""
_CLOCK_HOUR = re.compile(r"(?:1?\d|2[0-3])\.[0-5]\d")
"""A number that may be a time of the clock."""
_IN_STREET = re.compile(
    r",? (?:[A-Z][\w'.-]+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Way|Place|Court|Crescent|Terrace|Close|Boulevard|Parade)\b"
)
"""What follows the number of a house."""
FIGURES = (
    r"(?:(?<![x\u00d7])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d|,\d{3})(?:[.,]\d\d?(?!\d))?|\d{1,2}(?: \d\d)+ 000(?![\d,])"
    r"|\d{1,3}(?:\.\d{3}){2,}(?:,\d\d?)?(?![\d.])|\d{1,3}\.\d{3},\d\d?(?!\d)|\d{1,3}(?:['\u2019]\d{3})+(?:\.\d\d?)?(?!\d)"
    r"|(?<![\d.])\.\d{1,2}(?![\d.])|(?:\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)|\d+(?:(?<!,\d)(?<!,\d\d),\d\d?(?![\d,]))?)(?:\.\d+|[\u00bc-\u00be])?)"
)
"""A number in figures, its thousands or lakhs with commas, points, blanks, apostrophes or with nothing between."""
_POINTED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3}){2,}(?:,\d\d?)?|[1-9]\d{0,2}\.\d{3},\d\d?")
"""A number with points between its thousands, its decimals behind a comma: "1.312,5", "2.376.000"."""
_MAY_BE_POINTED = re.compile(r"[1-9]\d{0,2}\.\d{3}")
"""What is a number with three decimals, or one with a point between its thousands."""
_DECIMAL_COMMA = re.compile(r"\d+,\d\d?")
_RANKED = re.compile(
    r"\s(?:half|quarter|time|place|prize|reading|class|year|yr|floor|team|xi|item|phase|term|vote|hand|party|edition|page|draft|read|rdg)\b"
)
"""What follows an ordinal that is no day of a month."""
_PARTS = {"\u00bc": 0.25, "\u00bd": 0.5, "\u00be": 0.75}
"""Signs that end a number: "44\u00bdk"."""
SCALE = {"k": 1e3, "t": 1e3, "m": 1e6, "b": 1e9, "l": 1e5, "c": 1e7}


def _number_of(written: str, *, is_money: bool) -> float:
    """The value of a number in figures, with whatever stands between its thousands and before its decimals."""
    plain = re.sub(r"['\u2019]", "", written)
    if _POINTED.fullmatch(plain) or (is_money and _MAY_BE_POINTED.fullmatch(plain)):
        plain = plain.replace(".", "")
    return float(plain.replace(",", "." if _DECIMAL_COMMA.fullmatch(plain) else ""))


def read_amount(here: MatchContext) -> Found:
    """Such as "£1,250", "41.2k", "1.312,50", "14"."""
    m = here.match
    written, unit = m["money"] or m["number"], (m["unit"] or m["unit2"] or "").lower()
    is_money = m["money"] is not None or (m["pence"] is not None)
    if (
        not (here.jotted or unit or is_money)
        and _AT_CLOCK.search(here.before)
        and _CLOCK.fullmatch(written.rstrip(","))
    ):
        hour, minute = map(int, written.rstrip(",").split("."))
        return Kind.TIME, {("t", hour % 12, minute)}, {"parts": (hour, minute)}
    part = _PARTS.get(written[-1], 0.0)
    apart = written.split()
    written = "".join(apart).rstrip("".join(_PARTS)).rstrip(",")
    bare = _number_of(written, is_money=is_money) + part
    if unit == "l" and bare == int(bare):
        unit = ""  # litres
    value = round(bare * SCALE.get(unit[:1], 1), 4)  # 1.12 lakh are 112,000 and nothing more
    keys: set[Key] = {("n", value)}
    if unit[:1] in {"l", "c"}:  # of a crore nobody writes so many millions
        keys |= {("bare", bare)} if not here.jotted else {("n", bare)} if len(unit) <= len("cr") else set()
    elif not unit and here.jotted and not is_money:
        keys.add(("bare", bare))
        keys |= {("n", float(part)) for part in apart if len(apart) > 1 and part.isdigit()}
    if (is_money and value >= 1e5 and not here.jotted) or unit[:1] in {"m", "b"}:
        keys |= {("n", value / 1e6)}
    if value >= 1000 and value % 10 == 0:
        keys.add(("n", value / 1000))
    if not here.jotted and len(digits(value)) > 1:
        keys.add(("s", digits(value)))
    if not (here.jotted or is_money or unit) and _CLOCK_HOUR.fullmatch(written):
        keys.add(("t", int(written.partition(".")[0]) % 12, int(written[-2:])))  # "from 7.30 to 9"
    if is_money:
        return Kind.MONEY, keys, {"number": value}
    if (
        not unit
        and not is_money
        and not m[0][-1].isalpha()
        and not _TIME_BEFORE.search(here.before)
        and not _SPAN.match(here.text, m.end("number"))
        and (NAMING.search(here.before) or (not here.jotted and _IN_STREET.match(here.text, m.end("number"))))
    ):
        return Kind.REFERENCE, {("n", value)}, {"number": value}
    if here.jotted:
        keys |= _jotted_readings(written, value)
        if _MAY_BE_POINTED.fullmatch(written):
            keys.add(("n", value * 1000))
        if not unit and _DUE.search(here.before) and (day := _DAY_IN_FIGURES.fullmatch(written)):
            return _date(0, int(day[2]), int(day[1]), None, *keys)
        is_day = m[0][-1].isalpha() or _OF_DAY.search(here.before)
        if not is_day or (m[0][-1].isalpha() and _RANKED.match(here.after)):
            keys = {key for key in keys if key[0] != "dd"}
    more = maybe_year(here, value) if len(written) == len("25") and not unit else {}
    return Kind.NUMBER, keys, {"number": value, **more}


_OF_DAY = re.compile(
    rf"(?:\b(?:{WEEKDAY}|by|on|due|the|til+|until|before|from|after|w/?c|w/?e|dated|closes?|ends?|deadline|next|nxt|mtg)\.?,?|[+&,/\u2013-])\s?\Z",
    re.IGNORECASE,
)
"""What stands before a bare number of a note that may be a day."""
_DUE = re.compile(r"\b(?:due|dated|deadline|by|on|before|mtg|meet(?:ing)?|w/?c|closes?|ends?)\s\Z")
_DAY_IN_FIGURES = re.compile(r"(1[3-9]|2\d|3[01])\.(0?[1-9]|1[0-2])")
"""Behind such words a day and a month: "due 31.10"."""
_OF_YEAR = re.compile(
    r"(?:\b(?:budget|precept|acc(?:oun)?ts|accs|plan|levy|prog(?:ram(?:me)?)?|report|year|yr|end of|agm|alloc\w*|(?:years|yrs) (?:to|till?|until))\s(?:for\s)?|\s['\u2019])\Z"
)
"""Words of a note before two figures that may be a year: "rest over 5 yrs to 29"."""


def maybe_year(here: MatchContext, number: float) -> dict[str, object]:
    """Of a number of a note the year that it may be."""
    if not here.jotted or number not in FIRST_YEARS or not _OF_YEAR.search(here.before):
        return {}
    year = 2000 + int(number)
    return {"otherwise": (Kind.YEAR, {("y", year), ("n", number)}, {"parts": (year,)})}


def _jotted_readings(written: str, value: float) -> set[Key]:
    """What else a bare number of a clerk's may be: a time, a day, a year."""
    keys: set[Key] = set()
    whole = value == int(value)
    if whole and 100 <= value < 2400 and value % 100 < 60 and len(written) in (3, 4):
        keys.add(("t", int(value) // 100 % 12, int(value) % 100))
    if re.fullmatch(r"\d{1,2}\.\d\d", written) and value < 24 and int(written[-2:]) < 60:
        keys.add(("t", int(value) % 12, int(written[-2:])))
    if re.fullmatch(r"\d{1,2}\.\d{1,2}", written):
        day, month = map(int, written.split("."))
        if 1 <= month <= 12 and 1 <= day <= 31:
            keys.add(("d", month, day))
    if whole and value <= 12:
        keys.add(("t", int(value) % 12, 0))
    if whole and 1 <= value <= 31:
        keys.add(("dd", int(value)))
    if whole and len(written) == 2:
        keys.add(("y", full_year(written)))
    return keys


def read_stroke(here: MatchContext) -> Found:
    """Such as "46/52", "5/6", which may be a day, a share or votes."""
    first, second = int(here.match[1]), int(here.match[2])
    keys: set[Key] = {("n", float(first)), ("n", float(second)), ("v", first, second), ("of", first, second)}
    if here.match[0].startswith("0") and not here.jotted:
        return None
    is_day = 1 <= second <= 12 and 1 <= first <= 31
    years: Found = None
    if here.jotted and len(here.match[2]) == 1 and (first + 1) % 10 == second and first > 9:
        year = full_year(here.match[1])
        keys.add(("fy", year, year + 1))
        years = Kind.PERIOD, {("fy", year, year + 1)}, {"parts": (year, year + 1)}
    if here.jotted or is_day:
        if is_day:
            keys.add(("d", second, first))
        if 1 <= first <= 12:
            keys |= {("m", first), ("y", full_year(here.match[2]))} if second > 12 else set()
            if here.month_first and 1 <= second <= 31:
                keys.add(("d", first, second))
                return Kind.DATE, keys, {"parts": (0, first, second)}
        return (
            (Kind.DATE if is_day else Kind.FRACTION),
            keys,
            {"parts": (0, second, first) if is_day else (first, second), "otherwise": years},
        )
    return None
