"""What minutes tell of the meeting itself: when it began and closed, and how many were there.

A clerk jots it in a figure or two at the head and at the foot, "12/7 7.30 + 14 public", "ends 11.50", which share nothing else with
the sentences that were written from them. It needs no link: there is one of each.
"""

import re
from collections.abc import Iterator, Sequence

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.pair import Pair
from review_tui.facts.value_mentions import clocks
from review_tui.facts.values import Kind, Value, agree
from review_tui.facts.wording import value_clash
from review_tui.language.meeting_events import EventKind, find_meeting_events

_I = re.IGNORECASE
_ENDS = (
    r"(?:end(?:s|ed|ing)?|fin(?:ish(?:ed)?)?|clos(?:e[sd]?|ing)|adj(?:ourn(?:ed)?)?|shut|done|home|out(?: by)?|wrapped(?: up)?"
    r"|(?:mtg|meeting) (?:over|done))"
)
_CLOSED_BEFORE = re.compile(rf"(?:\A|[^\w\s]\s*)\W{{0,4}}{_ENDS}\b(?: (?:at|about|abt))?\W{{0,3}}\Z", _I)
_CLOSED_BEHIND = re.compile(rf"(?:\s?[ap]\.?m\.?)?\W{{0,3}}{_ENDS}\W*(?:\Z|[,;])", _I)
"""What stands before or behind the time at which the meeting closed."""
_BEGINS = re.compile(
    r"(?:\A|[^\w\s]\s*)\W{0,4}(?:k\.?o\.?|start(?:s|ed)?|began|kick ?off|open(?:s|ed)?|cto)\W{0,3}\Z", _I
)
"""What stands before the time at which it began."""
_CLOCK = re.compile(r"\d{1,2}[.:h ]?\d\d\b(?![./]\d)|\d{1,2}\s?[ap]\.?m\b|[a-z]", _I)
"""A time of the clock, and not the number of an item."""
_ALONE = re.compile(r"(?:\A|[\u00b7|,;]|\s{2})\s?\Z"), re.compile(r"\s?(?:\Z|[\u00b7|,;]|\s{2})")
"""What stands on either side of an hour that is no more than a figure."""
_BY_ITSELF = re.compile(r"(?:\A|[\u00b7|,;.!]|\s{2})\s{0,4}\Z")
"""What stands before an hour at the end of notes that no word leads to."""
_LAST, _LAST_LINES, _HEAD_LINES = 6, 3, 2
"""Jottings at the end of notes, the lines there, and those at their head."""
_NEAR, _HALF_DAY = 120, 12 * 60
"""Minutes between two hours of which one may be a slip for the other; and after which the clock shows the same."""
_WEIGHT = 2.5
"""How sure it is, beside other clashes of the same words."""
_PUBLIC = r"(?:(?:members?|mems?|mbrs?) (?:of )?(?:the )?)?(?:general )?(?:pub(?:lic)?|mop|parishioners?|residents?|electors?)\b"
_THERE = r"(?:(?:members?|mbrs?|owners?|people|ppl|souls|residents?|shareholders?|lots|units) )?(?:(?:were |was )?(?:present|here|there|attend\w*|in attendance|in the (?:room|hall)))"
_NOTHING = re.compile(r"(?!)")
"""What stands nowhere."""
_TOLD_HEADS = {
    "public": (_NOTHING, re.compile(rf"\s{_PUBLIC}", _I)),
    "present": (
        re.compile(r"\b(?:members |owners |shareholders |residents )?(?:present|attendance(?: of)?|attending)\W{1,3}\Z", _I),
        re.compile(r"\s(?:members|owners|shareholders|people|residents)(?: of the \w+)? (?:were |was )?(?:present|attended|in (?:attendance|the room))\b", _I),
    ),
}  # fmt: skip
"""How minutes say how many were there, before the number and behind it."""
_NOTED_HEADS = {
    "public": (
        re.compile(r"(?:\bpub(?:lic)?\W{1,3}x?\s?|\+\s?)\Z", _I),
        re.compile(rf"\s{{0,2}}(?:(?:x|of)\s)?{_PUBLIC}", _I),
    ),
    "present": (
        re.compile(r"\b(?:att(?:end(?:ing|ance|ed|ees)?)?|pres(?:ent)?|here|heads?)\W{1,3}\Z", _I),
        re.compile(rf"\s{_THERE}\b", _I),
    ),
}
"""How notes do."""
_HEAD_JOTTINGS = 10
"""Jottings at the head of notes in which a bare "+ 14" counts the public."""
_MOST_HEADS = 1000
"""A number above it is of no people at a meeting."""


def frame_clashes(pair: Pair) -> Iterator[Clash]:
    """The hours and the numbers that the notes have otherwise."""
    if pair.jottings:
        events = {e.span.start: e.moment for e in find_meeting_events(pair.draft.text)}
        told = [
            (events.get(c.span(v.start, v.end).start), c, v)
            for c in pair.clauses
            for v in pair.values[c.index]
            if v.kind is Kind.TIME
        ]
        closed = [(c, v) for moment, c, v in told if moment is EventKind.CLOSED]
        began = [(c, v) for moment, c, v in told if moment in {EventKind.HELD, EventKind.OPENED}]
        yield from _closing(pair, closed)
        yield from _beginning(pair, began)
        yield from _heads(pair)


def _closing(pair: Pair, told: Sequence[tuple[Clause, Value]]) -> Iterator[Clash]:
    """Another hour of closing than the only one of the notes, or than the only hour at their end that the draft has not."""
    if len(told) != 1:
        return
    clause, mine = told[0]
    noted = [
        (j, v)
        for j in pair.jottings[-_LAST:]
        for v in pair.noted_values[j.index]
        if clocks(v)
        and _CLOCK.match(v.text)
        and (_CLOSED_BEFORE.search(j.text, 0, v.start) or _CLOSED_BEHIND.match(j.text, v.end))
    ]
    if not noted and not pair.links.supporting(mine):
        last = [*dict.fromkeys(j.item for j in pair.jottings[-_LAST:])][-_LAST_LINES:]
        noted = [
            (j, v)
            for j in (pair.jottings[n] for line in last for n in pair.links.lines[line])
            for v in pair.noted_values[j.index]
            if _is_clock(j, v)
            and _BY_ITSELF.search(j.text, 0, v.start)
            and not pair.links.explained(v)
            and _are_near(mine, v)
        ]
    if len(noted) == 1 and not agree(mine, noted[0][1]):
        yield value_clash(clause, mine, *noted[0], _WEIGHT)


def _beginning(pair: Pair, told: Sequence[tuple[Clause, Value]]) -> Iterator[Clash]:
    """Another hour of beginning than the only one in the line of the notes that has the day, or that says when it began."""
    if not told:
        return
    lines = [*dict.fromkeys(j.item for j in pair.jottings)][:_HEAD_LINES]
    head = [j for line in lines for j in pair.links.lines[line]]
    noted = [
        (pair.jottings[j], v) for j in head for v in pair.noted_values[j] if _is_clock(pair.jottings[j], v)
    ]
    began = [(j, v) for j, v in noted if _BEGINS.search(j.text, 0, v.start)]
    noted = began or noted
    is_said = any(agree(mine, v) for _, mine in told for _, v in noted)
    if len(noted) == 1 and not is_said:
        clause, mine = told[-1]
        if not pair.links.explained(noted[0][1]) and not _are_minutes_apart(mine, noted[0][1]):
            yield value_clash(clause, mine, *noted[0], _WEIGHT)


def _is_clock(jotting: Clause, value: Value) -> bool:
    """Whether a value of a jotting is written as a time of the clock, or is an hour that stands for itself: "12/7 \u00b7 8 \u00b7 hall"."""
    if not clocks(value) or value.kind is Kind.MONEY:
        return False
    if value.kind is Kind.TIME or _CLOCK.match(value.text):
        return True
    before, behind = _ALONE
    return value.text.strip().isdigit() and bool(
        before.search(jotting.text, 0, value.start) and behind.match(jotting.text, value.end)
    )


def _minutes(value: Value) -> int | None:
    """The minutes from noon or midnight."""
    return next((int(key[1]) * 60 + int(key[2]) for key in value.keys if key[0] == "t"), None)


def _apart(one: Value, other: Value) -> int:
    first, second = _minutes(one), _minutes(other)
    if first is None or second is None:
        return _HALF_DAY
    apart = abs(first - second) % _HALF_DAY
    return min(apart, _HALF_DAY - apart)


def _are_near(one: Value, other: Value) -> bool:
    return 0 < _apart(one, other) <= _NEAR


def _are_minutes_apart(one: Value, other: Value) -> bool:
    """Whether one may be the hour for which it was called and the other when it did begin."""
    return 0 < _apart(one, other) < _LATE


_LATE = 11
"""Minutes by which meetings begin late."""


def _heads(pair: Pair) -> Iterator[Clash]:
    """Another number of the public, or of all who were there, than the only one of the notes."""
    for sort, (before, behind) in _TOLD_HEADS.items():
        told = [
            (c, v)
            for c in pair.clauses
            for v in pair.values[c.index]
            if _is_number_of(c, v, before, behind) and (sort == "public" or not c.is_heading)
        ]
        noted = [
            (j, v)
            for j in pair.jottings
            for v in pair.noted_values[j.index]
            if _is_number_of(j, v, *_NOTED_HEADS[sort])
            and (j.text[v.start - 1 : v.start].strip() != "+" or j.index < _HEAD_JOTTINGS)
        ]
        if len(told) == len(noted) == 1 and not agree(told[0][1], noted[0][1]):
            yield value_clash(*told[0], *noted[0], _WEIGHT)


def _is_number_of(clause: Clause, value: Value, before: re.Pattern[str], behind: re.Pattern[str]) -> bool:
    """Whether a number has either before or behind it what tells of whom it is."""
    is_count = value.kind is Kind.NUMBER and value.number.is_integer() and value.number < _MOST_HEADS
    if not is_count:
        return False
    led = before.search(clause.text, 0, value.start) is not None
    follows = behind.match(clause.text, value.end)
    return led or (follows is not None and follows.end() > value.end + 1)
