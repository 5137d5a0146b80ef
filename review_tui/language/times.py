"""Times of day as minutes write them: 7.30pm, 7:30 p.m., 7pm, 19:30, 1930 hrs, 12 noon, half past seven."""

import re
from collections.abc import Iterator
from dataclasses import replace

from review_tui.language.number_words import TEENS, UNITS
from review_tui.model.frozen import frozen
from review_tui.model.text import Span

_HOUR_WORDS = (*UNITS, *TEENS[:3])
_MERIDIEM = r"(?P<meridiem>[ap])(?:[ \u00a0]{0,2}\.[ \u00a0]?m\b\.?|[ \u00a0]?m\b)"
_AT = re.compile(
    r"(?:\bat|\bfrom|\buntil|\btill|\bby|\btime|opened|\bclosed|\bstarted|\bended|@)[:.]?\s{1,2}\Z",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?=\d)(?<![^\W_])(?<![.:/,\u00a3$#-])"
    r"(?:(?P<hour>\d{1,2})(?:[ \u00a0]?[.:][ \u00a0]?(?P<minute>\d\d))?"
    rf"[ \u00a0]{{0,2}}{_MERIDIEM}"
    r"|(?P<hour2>[0-2]?\d):(?P<minute2>\d\d)(?::\d\d)?(?![\d:/.]\d|\d|[^\W_])"
    r"|(?P<hour3>[0-2]?\d)[.:]?(?P<minute3>[0-5]\d)[ \u00a0]?(?:hrs|hours|h)\b)",
    re.IGNORECASE,
)
_HOUR = rf"(?P<hour>\d{{1,2}}|{'|'.join(_HOUR_WORDS)})"
_IN_WORDS = re.compile(
    r"(?<![^\W_])(?:(?:12[ \u00a0])?(?:(?P<noon>noon|mid-?day)|(?P<midnight>midnight))\b"
    rf"|{_HOUR}[ \u00a0]o[\u2019']?[ \u00a0]?clock\b"
    rf"|(?P<part>half|quarter|twenty|ten) past {_HOUR.replace('hour', 'past')}\b"
    rf"|quarter to {_HOUR.replace('hour', 'to')}\b)",
    re.IGNORECASE,
)
_CUE = re.compile(r"noon\b|mid-?day|midnight|clock\b|past\b|quarter to", re.IGNORECASE)
_BEFORE_CUE = 12
_AFTER_CUE = 24
"""Characters before and after a word such as "noon" in which the figures of its time stand."""
_BARE = re.compile(
    r"(?=\d)(?<=\s)(?P<time>(?P<hour>1?\d|2[0-3])\.(?P<minute>[0-5]\d))"
    r"(?![\d%]|[.,/]\d|[^\W_]|[ \u00a0]?(?:%|per|[ap]\.?m\b|hrs|hours|million|miles|metres))",
    re.IGNORECASE,
)
"""7.30 alone may be money or a share: it is a time only after "at" and its like."""
_IMPOSSIBLE = re.compile(
    r"(?=\d)(?<![^\W_])(?<![.:/,\u00a3$-])"
    r"(?:\d{1,2}[.:](?:[6-9]\d|\d{3})[ \u00a0]?[ap]\.?m\b"
    r"|\d{1,2}:(?:[6-9]\d(?!\d)|\d{3}(?!\d))(?=[ \u00a0](?:hrs|hours|UTC|GMT|BST)\b)"
    r"|(?:1[3-9]|2\d)[.:][0-5]\d[ \u00a0]?a\.?m\b"
    r"|(?:2[5-9]|[3-9]\d)(?:[.:]\d\d[ \u00a0]?[ap]\.?m|:\d\d[ \u00a0]?(?:hrs|hours))\b)",
    re.IGNORECASE,
)
_EVENING = re.compile(
    r"[ \u00a0](?:in the |that )?(?P<part>morning|afternoon|evening|night)\b", re.IGNORECASE
)
_TO = re.compile(r"[ \u00a0]{0,2}(?:[-\u2010-\u2015\u2212]|to|until|till|and)[ \u00a0]{0,2}", re.IGNORECASE)
_RANGE_START = re.compile(
    r"(?<![^\W_])(?<![.:/,\u00a3$-])(?P<hour>1[0-2]|0?\d)(?:[.:](?P<minute>[0-5]\d))?"
    r"[ \u00a0]{0,2}(?:[-\u2010-\u2015\u2212]|to|until|till)[ \u00a0]{0,2}\Z",
    re.IGNORECASE,
)
_PARTS = {"half": 30, "quarter": 15, "twenty": 20, "ten": 10}
_NOON = 12
"""The hour of noon."""
_LAST_HOUR = 24
"""24:00 is the end of a day; a later hour is none."""
_LAST_MINUTE = 59
"""Of an hour."""
_HALF_DAY = 12 * 60
"""Minutes."""
_ROOM = 16
"""Characters before a time in which the beginning of a range stands: 7 to 9.30 pm."""


@frozen
class Time:
    """A time of day."""

    minutes: int
    """Since midnight, as written: 7.30 without am or pm is 450."""
    half: str
    """``am`` or ``pm`` where it is written or goes without saying (19:30); empty where it could be either."""
    span: Span
    text: str

    @property
    def is_sure(self) -> bool:
        """Whether morning or evening is known."""
        return bool(self.half)


def find_times(text: str) -> tuple[Time, ...]:
    """Every possible time of day in ``text``, in order."""
    found = [time for match in _CLOCK.finditer(text) if (time := _read_time(match))]
    found += (_in_words(match) for match in _hours_in_words(text))
    taken = {time.span.start for time in found}
    for match in _BARE.finditer(text):
        lead = text[max(0, match.start() - _BEFORE_CUE) : match.start()]
        if match.start() not in taken and _AT.search(lead):
            clock = int(match["hour"]) * 60 + int(match["minute"])
            found.append(Time(clock, _is_unambiguous(clock), Span(*match.span("time")), match["time"]))
    found += [start for time in found if (start := _range_start(text, time))]
    return tuple(sorted(found, key=lambda time: time.span))


def find_impossible_times(text: str) -> tuple[Span, ...]:
    """Where ``text`` gives a time that no clock shows: 7.75pm, 18:058 hrs, 25.10 hrs."""
    return tuple(Span(*match.span()) for match in _IMPOSSIBLE.finditer(text))


def join_times(text: str, one: Time, other: Time) -> bool:
    """Whether two times of ``text`` are the ends of a range: "7.00pm to 8.30pm", but not "7pm and 8pm"."""
    between = text[one.span.end : other.span.start]
    return bool(_TO.fullmatch(between)) and "and" not in between.casefold()


def _hours_in_words(text: str) -> Iterator[re.Match[str]]:
    """Hours in words, looked for only around the words that all of them have."""
    end = 0
    for cue in _CUE.finditer(text):
        start = max(end, cue.start() - _BEFORE_CUE)
        match = _IN_WORDS.search(text, start, min(len(text), cue.end() + _AFTER_CUE))
        if match:
            end = match.end()
            yield match


def _in_words(match: re.Match[str]) -> Time:
    span = Span(*match.span())
    if match["noon"] or match["midnight"]:
        return Time(_NOON * 60 if match["noon"] else _LAST_HOUR * 60, "pm", span, match[0])
    if match["to"]:
        return _with_part_of_day(match, _hour(match["to"]) * 60 - _PARTS["quarter"])
    if match["past"]:
        return _with_part_of_day(match, _hour(match["past"]) * 60 + _PARTS[match["part"].casefold()])
    return _with_part_of_day(match, _hour(match["hour"]) * 60)


def _read_time(match: re.Match[str]) -> Time | None:
    """A time in figures, or ``None`` where no clock shows it."""
    span = Span(*match.span())
    hour = int(match["hour"] or match["hour2"] or match["hour3"])
    minute = int(match["minute"] or match["minute2"] or match["minute3"] or 0)
    if hour > _LAST_HOUR or minute > _LAST_MINUTE:
        return None
    clock = hour * 60 + minute
    if not match["meridiem"]:
        morning = bool(match["hour3"]) and match["hour3"].startswith("0")
        return Time(clock, "am" if morning else _is_unambiguous(clock), span, match[0])
    half = f"{match['meridiem'].casefold()}m"
    if half == "am" and hour > _NOON:
        return None
    twelve = (hour % _NOON if hour <= _NOON else hour - _NOON) * 60 + minute
    return Time(twelve + (_HALF_DAY if half == "pm" else 0), half, span, match[0])


def _with_part_of_day(match: re.Match[str], clock: int) -> Time:
    """A time in words, with the morning or evening that follows it."""
    part = _EVENING.match(match.string, match.end())
    span = Span(*match.span())
    if not part:
        return Time(clock, _is_unambiguous(clock), span, match[0])
    half = "am" if part["part"].casefold() == "morning" else "pm"
    return Time(clock + (_HALF_DAY if half == "pm" and clock < _HALF_DAY else 0), half, span, match[0])


def _hour(raw: str) -> int:
    return int(raw) if raw.isdigit() else _HOUR_WORDS.index(raw.casefold()) + 1


def _is_unambiguous(clock: int) -> str:
    """Twenty-four hours leave no doubt after noon; before it they may."""
    return "pm" if clock >= 13 * 60 else ""


def _range_start(text: str, end: Time) -> Time | None:
    """The bare first time of "6.00 - 6.30pm", which shares what is written after the second."""
    lead = text[max(0, end.span.start - _ROOM) : end.span.start]
    written = end.half and (end.text[-1].isalpha() or end.text[-1] == ".")
    match = _RANGE_START.search(lead) if written else None
    if not match:
        return None
    offset = max(0, end.span.start - _ROOM)
    span = Span(
        offset + match.start(), offset + (match.end("minute") if match["minute"] else match.end("hour"))
    )
    clock = int(match["hour"]) % _NOON * 60 + int(match["minute"] or 0)
    start = Time(clock, "am", span, span.of(text))
    later = replace(start, minutes=clock + _HALF_DAY, half="pm")
    return later if end.half == "pm" and later.minutes <= end.minutes else start
