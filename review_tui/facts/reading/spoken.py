"""Numbers, shares and sums in words."""

import re
from collections.abc import Sequence

from review_tui.facts.reading.amounts import NAMING, SCALE, maybe_year
from review_tui.facts.reading.match_context import SMALL_NUMBER, Found, MatchContext
from review_tui.facts.values import Key, Kind, digits
from review_tui.language.calendar_words import full_year
from review_tui.language.number_words import ONES, ORDINALS, SPOKEN, TENS, UNITS, spoken_values

_NAMES_PART = re.compile(
    r"\b(?:terms?|quarters?|qtr|semester|trimester|phase|stage|weeks?|month|part|item|page|day)\s\Z"
)
"""What stands before a number that is the name of a part, and no count of a whole."""
_IS_SPOKEN_ON = re.compile(rf"\b(?:{SPOKEN})[\s-]\Z")
_SPOKEN_ON = re.compile(rf"[\s-](?:{SPOKEN})\b")
"""A word of a number before and behind what looks like a part of a whole, which so is neither."""
_SHARES = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_LARGE = {
    "dozen": 12.0,
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
}


def read_and_a_half(here: MatchContext) -> Found:
    """Such as "48 and a half", "three and a quarter"."""
    m = here.match
    whole = _count_of(m["whole"])
    if whole is None:
        return None
    parts = 3 if "three" in m[0][len(m["whole"]) :].lower() else 1
    value = (
        whole
        + parts / _SHARES["half" if m["part"].lower().startswith("ha") else m["part"].lower().rstrip("s")]
    )
    scale = (m["scale"] or "").lower()[:1]
    value *= SCALE.get(scale, 1.0)
    keys: set[Key] = {("n", value), ("bare", value)}
    if here.jotted and len(digits(value)) > len("45"):  # "twenty six and a half" for 26,500
        keys.add(("s", digits(value)))
    return Kind.NUMBER, keys, {"number": value, "by_words": True}


def read_year_and_a_half(here: MatchContext) -> Found:
    """A year and a half, which is eighteen months, or half a year."""
    months = 6.0 if here.match["half"] else 18.0
    return Kind.NUMBER, {("n", months / 12), ("n", months)}, {"number": months, "by_words": True}


def read_hundreds(here: MatchContext) -> Found:
    """Such as "94 hundred", "21 hundred and 80"."""
    value = 100.0 * int(here.match["many"]) + int(here.match["more"] or 0)
    return Kind.NUMBER, {("n", value), ("s", digits(value))}, {"number": value}


def read_thousands_and_said(here: MatchContext) -> Found:
    """Such as "24 seven fifty" for 24,750."""
    rest = {value for value in spoken_values(here.match["said"]) if value in _THREE_FIGURES}
    if not here.jotted or len(rest) != 1 or NAMING.search(here.before):
        return None
    value = 1000.0 * int(here.match["thousands"]) + rest.pop()
    return Kind.NUMBER, {("n", value), ("s", digits(value))}, {"number": value}


_THREE_FIGURES = range(100, 1000)


def read_share_in_words(here: MatchContext) -> Found:
    """Such as "two thirds of", "half the", "a quarter of a million"."""
    said = here.match.groupdict()
    many = 1 if said.get("half") else ONES.get(said["many"].lower(), 1)
    of = 2 if said.get("half") else _SHARES[said["part"].lower().rstrip("s")]
    if said.get("scale"):
        value = many * _LARGE[said["scale"].lower()] / of
        return Kind.NUMBER, {("n", value), ("s", digits(value))}, {"number": value, "by_words": True}
    share = round(100 * many / of, 1)
    keys: set[Key] = {("of", many, of), ("n", share), ("n", float(round(share)))}
    return Kind.PERCENT, keys, {"number": share, "by_words": True}


def read_jotted_share(here: MatchContext) -> Found:
    """A share of what a line is of, by itself: "conf 10.00 = a quarter", "pd half (420 + VAT)"."""
    return read_share_in_words(here) if here.jotted else None


_YEARS = range(1900, 2100)
"""What such a number is that is not set off by a comma."""


def read_part_of_whole(here: MatchContext) -> Found:
    """Such as "three of the five", "8 of 11", "31 out of 44"."""
    if _NAMES_PART.search(here.before) or _IS_SPOKEN_ON.search(here.before) or _SPOKEN_ON.match(here.after):
        return None  # "Term 4 of 2023", "eleven forty six of twenty four eighteen"
    part, whole = (_count_of(here.match[name]) for name in ("part", "whole"))
    if part is None or whole is None or part > whole or whole < 2:
        return None
    if not here.jotted and whole in _YEARS and "," not in here.match["whole"]:
        return None  # "two versions of the 2026 budget"
    keys: set[Key] = {("of", part, whole), ("n", float(part))}
    if here.jotted:
        keys.add(("n", float(whole)))
    return Kind.FRACTION, keys, {"parts": (part, whole), "number": float(part)}


def _count_of(word: str) -> int | None:
    if word[0].isdigit():
        return int(word.replace(",", ""))
    values = spoken_values(word.lower())
    return int(max(values)) if values else None


_OF_SOMETHING = re.compile(r"\s+(?!(?:to|till?|and|at|for|by|in|on|then|also|from|with)\b)[a-z]{3,}")
"""What follows a number that counts it and is no day of a month."""
_OF_PLURAL = re.compile(rf"\b({'|'.join(UNITS)})s\Z")
"""The last word of "over sixty fives"."""
_CUT_OFF = re.compile(r"\s+(?:and|point)\s*\Z")
"""What follows a number that goes on in the next line of what was said: "three and", "a half"."""
_SHORT_YEAR = re.compile(rf"oh[\s-]({'|'.join(UNITS)})")
_SPOKEN_YEAR = re.compile(rf"twenty[\s-]((?:nineteen|twenty|thirty)(?:[\s-](?:{SMALL_NUMBER}))?)")
"""A year as it is said: "twenty twenty-four"."""
_RANGE = re.compile(r"(?:to|till?|until|[-\u2013])\s?\Z")
"""What stands before the end of a range: "half nine to one"."""


def read_spoken(here: MatchContext) -> Found:
    """Such as "forty-two", "twenty twenty-four"."""
    low = _OF_PLURAL.sub(r"\1", here.match[0].lower())
    if low in {"hundred", "thousand", "million", "oh", "zero", "thou"}:
        return None
    is_end = here.jotted and low == "one" and _RANGE.search(here.before)
    if (
        low in {"one", "second"}
        and not is_end
        and not re.match(
            r"\s+(?:votes?|members?|years?|abst|of the|months?|days?|weeks?|opposed|against|hours?)",
            here.after,
        )
    ):
        return None
    values = spoken_values(low)
    if not values or (here.jotted and _CUT_OFF.match(here.after)):
        return None
    value = max(values)
    keys: set[Key] = {("n", v) for v in values}
    if here.jotted and (short := _SHORT_YEAR.fullmatch(low)):
        known = 2000 + ONES[short[1]]
        return Kind.YEAR, {*keys, ("y", known)}, {"parts": (known,)}
    if here.jotted and (year := _SPOKEN_YEAR.fullmatch(low)):
        known = 2000 + int(max(spoken_values(year[1])))
        return Kind.YEAR, {*keys, ("y", known), ("n", float(known % 100))}, {"parts": (known,)}
    if here.jotted:
        keys |= _spoken_readings(low, values)
        if _OF_SOMETHING.match(here.after):
            keys = {key for key in keys if key[0] != "dd"}
    return Kind.NUMBER, keys, {"number": value, "by_words": True, **maybe_year(here, value)}


def _spoken_readings(words: str, values: frozenset[float]) -> set[Key]:
    # said figure by figure, they may have a point between: "three nine" for 3.9
    least = 100 if len(values) == 1 else 10
    parts = re.findall(r"[a-z]+", words)
    # "twenty five thousand" is no 2.5
    keys: set[Key] = {("s", digits(v)) for v in values if v >= least and not _SAID_SCALES & {*parts}}
    for first in range(len(parts)):
        for last in range(first + 1, len(parts) + 1):
            keys |= {("n", v) for v in spoken_values(" ".join(parts[first:last]))}
    small = sorted(
        {
            int(k[1])
            for k in keys
            if k[0] == "n" and isinstance(k[1], float) and k[1] < 100 and k[1] == int(k[1])
        }
    )
    keys |= {("dd", v) for v in small if 1 <= v <= 31}
    keys |= {("y", full_year(str(v))) for v in small if v > 9}
    keys |= {("fy", full_year(str(a)), full_year(str(b))) for a, b in _years_said(parts)}
    keys |= _times_said(parts)
    if len(parts) == 2 and len(small) <= 3:
        sides = [v for part in parts for v in spoken_values(part)]
        keys |= {("v", int(sides[0]), int(sides[1]))} if len(sides) == 2 and max(sides) < 20 else set()
    if len(parts) == len("hom") and parts[1] in {"oh", "o"}:  # "three oh four"
        hour, minute = (ONES.get(part, 0) for part in parts[::2])
        keys |= {("t", hour % 12, minute)} if 1 <= hour <= 12 and 1 <= minute <= 9 else set()
    return keys


def _years_said(parts: Sequence[str]) -> set[tuple[int, int]]:
    """The two years, one after the other, that a run of number words may be: "twenty six twenty seven"."""
    halves = ((" ".join(parts[:at]), " ".join(parts[at:])) for at in range(1, len(parts)))
    return {
        (int(a), int(b))
        for head, tail in halves
        for a in spoken_values(head)
        for b in spoken_values(tail)
        if 9 < a < 99 and b == a + 1
    }


_SAID_SCALES = {"thousand", "thou", "million"}
_LAST_HOUR, _MINUTES = 12, range(10, 60)
"""Of a time as it is said: "eight forty seven"."""


def _times_said(parts: Sequence[str]) -> set[Key]:
    """The times that a run of number words ends with: an hour alone, or one and its minutes behind it."""
    found: set[Key] = set()
    for at, part in enumerate(parts):
        hour = ONES.get(part, 0)
        if not 1 <= hour <= _LAST_HOUR or (at and parts[at - 1] in TENS):
            continue
        minutes = spoken_values(" ".join(parts[at + 1 :]))
        if len(minutes) == 1 and min(minutes) in _MINUTES:
            found.add(("t", hour % 12, int(min(minutes))))
        elif len(parts) == 1:
            found.add(("t", hour % 12, 0))
    return found


def read_pounds_in_words(here: MatchContext) -> Found:
    """Such as "six hundred pounds and fifty pence"."""
    if re.search(r"\d\s*\Z", here.before):
        return None  # "6 thousand pounds" is six thousand, not one
    values = spoken_values(here.match["pounds"].strip())
    if not values:
        return None
    pence = max(spoken_values(here.match["pence"].strip()) or {0.0}) / 100 if here.match["pence"] else 0.0
    value = round(max(values) + pence, 2)
    return Kind.MONEY, {("n", value), ("s", digits(value))}, {"number": value}


def read_ordinal(here: MatchContext) -> Found:
    """Such as "twenty-third" of a note, which may be a day."""
    value = ORDINALS[here.match["word"].lower()] + (
        TENS[here.match["tens"].lower()] if here.match["tens"] else 0
    )
    return (
        (Kind.NUMBER, {("dd", value), ("n", float(value))}, {"number": float(value), "by_words": True})
        if here.jotted
        else None
    )
