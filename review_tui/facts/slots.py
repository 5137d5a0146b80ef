"""What every meeting has once: when it began and closed, who of the public came, when the next one is.

Clerks note these in a word or none (``cl 8.50``, ``/ 5 pub /``), so no link finds them; their own words do.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.pair import Pair
from review_tui.facts.reader import read_values
from review_tui.facts.values import Kind, Value, agree
from review_tui.language.calendar_words import MONTH
from review_tui.language.meeting_dates import is_filled_heading
from review_tui.model.frozen import frozen
from review_tui.model.note_formats import note_format_of

_I = re.IGNORECASE
_MESSAGE_HEAD = re.compile(r"\W*(?:from|to|cc|sent|date|subject|received)\s?:", re.IGNORECASE)
"""A line at the head of a message: when it was sent is not when the meeting was."""


@frozen
class _Slot:
    name: str
    kind: Kind
    said: re.Pattern[str]
    """Words of the clause that gives it."""
    noted: re.Pattern[str]
    """Words of the jotting."""
    opening: int = 0
    """Only among so many clauses and jottings at the beginning; 0 anywhere."""
    twice: bool = False
    """Whether the draft may not give it two ways."""


_SLOTS = (
    _Slot(
        "The meeting closed", Kind.TIME,
        re.compile(r"\b(?:meeting|workshop|hearing|assembly|proceedings|chair\w*|session|president)\b[^.;]{0,40}\b(?:closed?|ended|concluded|adjourned|finished)\b|\bthere being no (?:further|other)\b|\A\W*(?:the )?(?:meeting )?(?:closed|adjourned)\b|\badjournment\b|\bClosed at\b|\b(?:closed?|closes|ended|adjourned|concluded|finished)\b[^.;]{0,30}\b(?:meeting|session|sitting|hearing|assembly)\b", _I),
        re.compile(r"\b(?:close[ds]?|cl|clsd|fin(?:ish(?:ed)?)?|end(?:ed)?|adj(?:ourn(?:ed)?)?|done|out by|home|shut|meeting ended|(?:knocked|packed|wrapped|broke|rose) ?(?:off|up)?)\b|\bout\W*\Z", _I), twice=True,
    ),
    _Slot(
        "Members of the public", Kind.NUMBER,
        re.compile(r"\bmembers? of (?:the )?(?:public|audience)\b|\b(?:residents|citizens|people|persons|guests|visitors|observers)\b(?= (?:were |was )?(?:attended|present|in attendance|in the (?:audience|gallery|room)))", _I), re.compile(r"\b(?:pu?bl?i?c?|mop|in the hall|in (?:the )?(?:audience|seats|room|gallery)|audience|gallery|residents|visitors|observers)\b|\+\s*\d{1,3}\b(?!\s*[a-z%]|[.,]\d)|public\s*:?\s*\d", _I), opening=12,
    ),
    _Slot(
        "Those present", Kind.NUMBER,
        re.compile(r"\b(?:members|owners|shareholders|delegates|tenants|households)\b(?= (?:of (?!(?:the )?public)(?:the )?\w+ )?(?:were |was )?(?:present|attended|in attendance))|(?<=attendance: )|(?<=present: )", _I),
        re.compile(r"\b(?:here|present|pres|members|membs?|there|attended|turned up|quorate|in (?:the )?(?:room|hall|house))\b", _I), opening=12,
    ),
    _Slot(
        "The next meeting", Kind.DATE,
        re.compile(r"\bnext (?:[\w'-]+ ){0,3}meeting\b|\bdate of (?:the )?next\b|\bmeet(?:ing)? again on\b", _I), re.compile(r"\b(?:next|nxt|nxt mtg)\b", _I), twice=True,
    ),
)  # fmt: skip
_OTHER_BODY = re.compile(
    r"\bnext (?!(?:board|council|committee|parish|full|general|ordinary|regular|monthly|scheduled|quarterly|business|pc|council's|tsc|governing|annual)\b)[\w'-]+ (?:[\w'-]+ )?meeting\b"
    r"|\bnext meeting of (?:the )?(?:[A-Z][\w'-]+ )*(?!(?:Parish |Town |District |City )?(?:Council|Board)\b)(?:Committee|Group|Association|Trust|Forum|Party)\b",
    _I,
)
_BEGAN = re.compile(
    r"\b(?:meeting|chair\w*|mayor|president|session)\b[^.;]{0,40}\b(?:opened|began|started|commenced|to order|took the chair)\b",
    _I,
)
"""Words of a clause that tells when the meeting began."""
_FIRST_CLAUSES = 20
"""Clauses among which it stands."""
_STARTED = re.compile(
    r"\b(?:start(?:ed)?|began|opened?|kick(?:ed)? ?off|off|order|called)\b[^,;.]{0,12}\Z", _I
)
_CAME = re.compile(r"\b(?:came|arr\w*|late|left|joined|from)\b[^,;.]*\Z", _I)
"""What stands before the time at which somebody came or went."""
_FIRST_HOUR = 6
"""A bare number below this is no hour at which meetings begin."""
_COUNTED = re.compile(r"\s*(?!(?:pm|am|p|a|oclock|o'clock|start|began|start(?:ed)?|opened)\b)[A-Za-z]")
"""A word after a bare number: it counts something, "6 public"."""
_COMES_TO = re.compile(r"(?:=|\btot(?:al)?\.?:?)\s*\Z", _I)
"""What stands before how many those named are: "AB, CD, EF = 3"."""
_SMALL_HOURS = 12
"""Hours after which a clock without am or pm begins again."""
_CLOCK = re.compile(r"(?<![\d:])\d{1,2}[:h]\d\d(?!\d)")
_OF_YEAR = re.compile(rf"\b(?:{MONTH}|in|of|for|since)\W{{1,2}}\Z", re.IGNORECASE)
"""What stands before a year that is no time: "Apr 2016"."""
_LIKE_HOUR = re.compile(r"\d{1,2}(?:[.:h]\d\d)?|\d{3,4}")
_FEW = 4
"""Words of a jotting that says hardly more than the hour."""
_LEAD = 12
"""Characters of a jotting in which the word stands that tells what the time before it is of."""
_LAST = 8
"""Jottings at the end among which a lone time is that of closing."""


def slot_clashes(pair: Pair) -> Iterator[Clash]:
    """What the notes give otherwise of the meeting itself."""
    for slot in _SLOTS:
        said = [(c, v) for c, v in _slot_values(pair, slot)]
        noted = list(_noted(pair, slot)) if pair.jottings else []
        for clause, value in said if noted and len({v.parts or v.number for _, v in said}) == 1 else ():
            if not any(agree(value, theirs) or _same_time(value, theirs) for _, theirs in noted) and not (
                pair.links.supporting(value)
                & {*(j.index for j, _ in noted), *(j.index for j in pair.jottings[-_LAST:])}
                or any(agree(value, v) for j in pair.jottings[-_LAST:] for v in stamped(j))
            ):
                jotting, theirs = noted[-1]
                message = f"{slot.name}: the draft has {value.text.strip(' .')}; the notes have \u201c{theirs.text.strip(' .')}\u201d ({jotting.where})."
                yield Clash(
                    message,
                    (clause.place(value.start, value.end), jotting.place(theirs.start, theirs.end)),
                    3.0,
                )


def opening_clashes(pair: Pair) -> Iterator[Clash]:
    """The time at which the meeting began, by the first lines of both."""
    # called for half past six, it may have begun at 6.32: where the draft says so, that is what is compared
    began = [c for c in pair.clauses[:_FIRST_CLAUSES] if _BEGAN.search(c.text)]
    said = [
        (c, v) for c in began or pair.clauses[:4] for v in pair.values[c.index][:2] if v.kind is Kind.TIME
    ]
    head = islice((j for j in pair.jottings if not _MESSAGE_HEAD.match(_line_of(j))), 5)
    first = [(j, v) for j in head for v in pair.noted_values[j.index] if _may_be(v, Kind.TIME)]
    noted = [
        (j, v)
        for j, v in first
        if not _CAME.search(j.text[: v.start])
        and (
            v.kind is Kind.TIME
            or (
                (v.number >= _FIRST_HOUR or _STARTED.search(j.text[: v.start]))
                and not v.by_words
                and (v.number == int(v.number) or len(str(v.number)) > len("7.3"))
                and not _COUNTED.match(j.text, v.end)
                and not _COMES_TO.search(j.text, 0, v.start)
            )
        )
    ]
    if (
        len(said) != 1
        or not noted
        or any(agree(said[0][1], v) or _same_time(said[0][1], v) for _, v in noted)
    ):
        return
    clause, value = said[0]
    if any(agree(value, v) for j in pair.jottings[:5] for v in stamped(j)):
        return
    if any(v.kind is Kind.TIME and agree(v, noted[0][1]) for found in pair.values for v in found):
        return  # called for half past, it began two minutes later: the draft has both
    if pair.links.supporting(value) & {j.index for j in pair.jottings[:8]}:
        return
    jotting, theirs = noted[0]
    message = f"The meeting began: the draft has {value.text.strip(' .')}; the notes have \u201c{theirs.text.strip(' .')}\u201d ({jotting.where})."
    yield Clash(message, (clause.place(value.start, value.end), jotting.place(theirs.start, theirs.end)), 2.0)


def _line_of(jotting: Clause) -> str:
    """The line in which a jotting begins."""
    return jotting.line_before() + jotting.rest_of_line


def stamped(jotting: Clause) -> tuple[Value, ...]:
    """The time before a jotting on its line, as in a log: no part of its words, so it begins before them.

    Captions count from the beginning of the recording, which says nothing of the clock.
    """
    kind = note_format_of(jotting.document.file)
    if kind is not None and kind.is_spoken:
        return ()
    before = jotting.stamp or jotting.line_before()
    clock = _CLOCK.search(before)
    read = " " * clock.start() + clock[0] if clock else before  # of the day and hour of a message the hour
    found = read_values(read, jotted=True) if before.strip() else ()
    # "2022" before a line of a log is an hour, elsewhere it may be a year
    clocks = [v for v in found if v.kind is Kind.TIME] or [
        v for v in found if jotting.stamp or v.kind is not Kind.YEAR
    ]
    return tuple(
        replace(v, kind=Kind.TIME, start=v.start - len(before), end=v.end - len(before))
        for v in clocks
        if any(key[0] == "t" for key in v.keys)
        and (clock or before.strip(" \t[]().:|*-\u2013") == v.text.strip(" ."))
    )


def slots_given_twice(pair: Pair) -> Iterator[Clash]:
    """What the draft itself gives in two ways."""
    for slot in _SLOTS:
        if not slot.twice:
            continue
        said = [(c, v) for c, v in _slot_values(pair, slot) if not _OTHER_BODY.search(c.text)]
        for (first, one), (second, other) in pairwise(said):
            times = [[v.parts for v in pair.values[c.index] if v.kind is Kind.TIME] for c in (first, second)]
            if (
                first.item != second.item
                and times[0] == times[1]
                and one.parts[-2:] != other.parts[-2:]
                and slot.kind is Kind.DATE
            ):
                message = f"{slot.name} is given as {one.text} and as {other.text}."
                yield Clash(
                    message, (second.place(other.start, other.end), first.place(one.start, one.end)), 3.0
                )


def _slot_values(pair: Pair, slot: _Slot) -> Iterator[tuple[Clause, Value]]:
    clauses = pair.clauses[: slot.opening] if slot.opening else pair.clauses
    for clause in clauses:
        word = slot.said.search(clause.text)
        if not word:
            continue
        near = [v for v in pair.values[clause.index] if v.kind is slot.kind]
        if slot.kind is Kind.NUMBER:
            near = [v for v in near if 0 <= word.start() - v.end <= 2]
        elif slot.kind is Kind.DATE:
            near = [v for v in near if v.start >= word.start()][:1]
        if (
            not near
            and clause.is_heading
            and not is_filled_heading(clause.text)
            and clause.index + 1 < len(pair.clauses)
        ):
            follow = pair.clauses[clause.index + 1]
            yield from ((follow, v) for v in pair.values[follow.index][:1] if v.kind is slot.kind)
        elif len(near) == 1:
            yield clause, near[0]


def _noted(pair: Pair, slot: _Slot) -> Iterator[tuple[Clause, Value]]:
    found = False
    for jotting in pair.jottings[: slot.opening * 2] if slot.opening else pair.jottings:
        word = slot.noted.search(jotting.text)
        if not word or jotting.is_private:
            continue
        values = [
            v
            for v in pair.noted_values[jotting.index]
            if _may_be(v, slot.kind)
            and not (v.kind is Kind.YEAR and _OF_YEAR.search(jotting.text, 0, v.start))
        ]
        if slot.kind is Kind.DATE:
            values = [v for v in values if 0 <= v.start - word.end() <= 25]
        elif slot.kind is Kind.TIME:
            values = [v for v in values if 0 <= v.start - word.end() <= 12]
            values = values or (list(stamped(jotting)) if word.start() <= _LEAD else [])
            values = values or list(_hour_first(pair, jotting)) or list(_hour_last(pair, jotting, word.end()))
        else:
            values = [
                v
                for v in values
                if -2 <= word.start() - v.end <= 2
                or 0 <= v.start - word.end() <= 3
                or word.start() <= v.start < word.end()
            ]
        if values:
            found = True
            yield jotting, values[0]
    if slot.kind is Kind.TIME and not found:
        yield from _lone_times(pair.jottings[-_LAST:], pair)


def _hour_first(pair: Pair, jotting: Clause) -> Iterator[Value]:
    """The hour before the word, in a jotting of hardly more: "852 out"."""
    values = pair.noted_values[jotting.index]
    if jotting.index < len(pair.jottings) - _LAST or not values:
        return
    is_first = not re.search(r"\w", jotting.text[: values[0].start]) and re.match(
        r"\W{1,4}\w+\W*(?:[.|]|\Z)", jotting.text[values[0].end :]
    )
    if is_first or (len(values) == 1 and len(jotting.text.split()) <= _FEW):
        yield from (v for v in values[:1] if is_hour(v))


def _hour_last(pair: Pair, jotting: Clause, start: int) -> Iterator[Value]:
    """The only hour behind the word, with which a jotting near the end of the notes ends: "adjourn >> 2nd >> 8.47"."""
    values = [v for v in pair.noted_values[jotting.index] if v.start >= start]
    is_last = len(values) == 1 and not re.search(r"\w", jotting.text[values[0].end :])
    if jotting.index >= len(pair.jottings) - _LAST and is_last:
        yield from (v for v in values if v.kind is Kind.TIME or (v.by_words and " " in v.text) or is_hour(v))


def is_hour(value: Value) -> bool:
    """Whether a value is a time, or a number that is written like one: "852", "20.15"."""
    return any(key[0] == "t" for key in value.keys) and (
        value.kind is Kind.TIME or _LIKE_HOUR.fullmatch(value.text.strip(" .")) is not None
    )


def _lone_times(jottings: Sequence[Clause], pair: Pair) -> Iterator[tuple[Clause, Value]]:
    """A time with nothing beside it near the end of the notes: "2110"."""
    for jotting in jottings:
        for value in pair.noted_values[jotting.index]:
            alone = jotting.text.strip(" .\u00b7|") == value.text.strip(" .")
            if (
                alone
                and _may_be(value, Kind.TIME)
                and (len(value.text.strip(" .")) > 2 or value.kind is Kind.TIME)
            ):
                yield jotting, value


def _may_be(value: Value, kind: Kind) -> bool:
    shapes = {key[0] for key in value.keys}
    if (
        kind is Kind.TIME
        and value.kind is Kind.NUMBER
        and len(value.text.strip(" .")) == 3
        and value.text.isdigit()
    ):
        return False
    if kind is Kind.TIME:
        return "t" in shapes and value.kind in {Kind.TIME, Kind.NUMBER, Kind.YEAR}
    if kind is Kind.DATE:
        return value.kind is Kind.DATE
    return value.kind is Kind.NUMBER


def _same_time(mine: Value, theirs: Value) -> bool:
    """Whether a bare number of the notes is the hour: "end 9" for 9.00 pm."""
    return mine.kind is Kind.TIME and any(
        key[0] == "t" and key[1:] == (mine.parts[0] % _SMALL_HOURS, mine.parts[1]) for key in theirs.keys
    )
