"""When somebody came or went, or the meeting broke off: "joined at 7.50 pm" beside "AF late - in 7.50".

A clerk jots this in two words and a time, which share nothing with the sentence; the person and the word do.
"""

import re
from collections.abc import Iterator, Sequence

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.pair import Pair
from review_tui.facts.reader import read_values
from review_tui.facts.roster import Who
from review_tui.facts.slots import is_hour, stamped
from review_tui.facts.values import Kind, Value, agree, comparable
from review_tui.facts.wording import gives_otherwise, trimmed
from review_tui.model.findings import Severity

_CAME = re.compile(
    r"(?:\b(?:joined|arrived|came|entered|returned|(?:present|attended|in attendance) from)\b[^.;]{0,40}"
    r"|\((?:[^()]{0,40}[ ,])?from )\Z",
    re.IGNORECASE,
)
_WENT = re.compile(
    r"(?:\b(?:left|leav(?:e|es|ing)|withdrew|departed|retired|(?:present|attended|in attendance) (?:to|until|till))\b[^.;]{0,40}"
    r"|\((?:[^()]{0,40}[ ,])?(?:until|till|to) )\Z",
    re.IGNORECASE,
)
_NOTED_CAME = re.compile(
    r"\b(?:in|here|arr(?:ived?|ives)?|came|comes|join(?:s|ed)?|enter(?:s|ed)?|got (?:in|here)|turned up|la?te?|back|from)\b",
    re.IGNORECASE,
)
_NOTED_WENT = re.compile(
    r"\b(?:out|left|leaves?|leaving|away|off|gone|goes|went|dep(?:art(?:s|ed)?)?|until|till?)\b",
    re.IGNORECASE,
)
_BROKE_OFF = re.compile(
    r"(?:\b(?:recess(?:ed)?|broke|suspended|paused|adjourned|break|in camera|(?:closed|private|executive|confidential) session)\b)"
    r"[^.;]{0,30}\Z",
    re.IGNORECASE,
)
_WENT_ON = re.compile(
    r"\b(?:reconven\w+|resum\w+|restarted|(?:return\w*|back) (?:to|in(?:to)?) (?:open|public|the public|regular|plenary)\b)[^.;]{0,40}\Z",
    re.IGNORECASE,
)
"""What the draft says before a time at which the meeting broke off, and went on."""
_UNTIL = (
    re.compile(r"\bfrom\s\Z", re.IGNORECASE),
    re.compile(r"\s?(?:to|until|till|-|\u2013)\s?", re.IGNORECASE),
)
"""What stands before and within a span of time."""
_NOTED_BREAK = re.compile(
    r"\b(?:exec(?:utive)?|in cam(?:era)?|closed sess\w*|private sess\w*|break|recess\w*|adj\w*|pause\w*|tea|coffee|suspend\w*)\b",
    re.IGNORECASE,
)
_NOTED_BACK = re.compile(r"\b(?:back|resum\w*|reconv\w*|return\w*|restart\w*|again)\b", re.IGNORECASE)
"""The words for both in notes."""
_CLOCK_FIRST = re.compile(r"\W{0,3}(?P<time>\d{1,2}[.:]?[0-5]\d)\s")
_AT = re.compile(r"(?:\bat|@) ?\Z", re.IGNORECASE)
_FAR = 20
"""Characters between the word and the time of a jotting."""
_REACH = 60
"""Characters before a time of the draft in which it says what happened."""
_WEIGHT = 2.5
"""How sure it is, beside other clashes of the same words."""

_LAST_HOUR = 12
"""Of a clock: "off at 12" is an hour."""
_NAME_FIRST = re.compile(r"\W{0,3}(?:\d\S* )?[A-Z][\w.]{0,12}(?: [A-Z]\w{0,12})?\W{1,4}\Z")
"""One name before the word for coming or going."""
_FIRST_NAME = re.compile(r"\W{0,3}(?:\d\S* )?([A-Z][\w.]{0,12})")
"""The name that a jotting begins with, behind its time."""
_SHORT = 2
"""Characters of a figure that is hardly a time of the clock."""
Noted = tuple[Clause, Value]
"""A time of the notes, and the jotting that has it."""


def movement_clashes(pair: Pair) -> Iterator[Clash]:
    """Times of coming and going that the notes give otherwise, in the order of the draft."""
    if not pair.jottings:
        return
    found: list[tuple[Clause, Value, Clause, Value]] = []
    for clause in pair.clauses:
        for value in pair.values[clause.index]:
            if value.kind is not Kind.TIME or pair.links.supporting(value):
                continue
            noted = _noted_of_person(pair, clause, value) or _noted_of_meeting(pair, clause, value)
            if len({v.text for _, v in noted}) == 1 and not any(agree(value, v) for _, v in noted):
                found.append((clause, value, *noted[0]))
    for clause, value, jotting, theirs in found:
        if not any(n is theirs and v is not value for _, v, _, n in found):
            yield _clash(clause, value, jotting, theirs)


def _clash(clause: Clause, value: Value, jotting: Clause, theirs: Value) -> Clash:
    start, end = trimmed(value)
    message = gives_otherwise("time", clause.text[start:end], theirs.text.strip(" ."), jotting)
    places = (clause.place(start, end), jotting.place(theirs.start, theirs.end))
    return Clash(message, places, _WEIGHT, Severity.WARNING)


def _told_of_others(pair: Pair, theirs: Value, who: Who) -> bool:
    """Whether a time of the notes is told of somebody or something else."""
    return any(
        v.kind is Kind.TIME and agree(v, theirs)
        for clause in pair.clauses
        if not any(who & m.who for m in pair.mentions[clause.index])
        for v in pair.values[clause.index]
    )


def _noted_of_person(pair: Pair, clause: Clause, value: Value) -> list[Noted]:
    """The times at which the notes have the person before a time come or go, if the draft tells of that.

    Of somebody whom the notes call by a name that nobody knows, the only such time that nothing else explains.
    """
    before = clause.text[max(0, value.start - _REACH) : value.start]
    word = _NOTED_CAME if _CAME.search(before) else _NOTED_WENT if _WENT.search(before) else None
    named = [m.who for m in pair.mentions[clause.index] if m.end <= value.start]
    if not word or not named:
        return []
    who = named[-1]
    of_person = [*_noted_times(pair, who, word, value)]
    if any(agree(value, v) for _, v in of_person):
        return of_person
    noted = of_person or [
        (j, v) for j, v in _noted_times(pair, None, word, value) if _may_be_called(pair, j, clause, value)
    ]
    return [(j, v) for j, v in noted if not _told_of_others(pair, v, who)]


def _may_be_called(pair: Pair, jotting: Clause, clause: Clause, value: Value) -> bool:
    """Whether the name with which a jotting begins may be that of the person before a time, and nobody else's.

    The draft has it nowhere, and initials end with that of the surname: "SW" for Widdop, "Spud" for anybody.
    """
    name = _FIRST_NAME.match(jotting.text)
    last = [m for m in pair.mentions[clause.index] if m.end <= value.start][-1]
    if not name or re.search(rf"(?<!\w){re.escape(name[1])}(?!\w)", pair.text, re.IGNORECASE):
        return False
    surnames = clause.text[last.start : last.end].split()[-1].split("-")
    return not name[1].isupper() or any(name[1][-1] == part[:1] for part in surnames)


def _noted_times(pair: Pair, who: Who | None, word: re.Pattern[str], value: Value) -> Iterator[Noted]:
    """The times at which the notes have somebody come or go: the same person, or one that nobody knows."""
    for jotting in pair.jottings:
        named = pair.noted[jotting.index]
        if jotting.is_private or (not any(who & m.who for m in named) if who is not None else named):
            continue
        words = [*word.finditer(jotting.text)]
        times = [
            v
            for v in pair.noted_values[jotting.index]
            if comparable(value, v) or (v.number <= _LAST_HOUR and _AT.search(jotting.text, 0, v.start))
        ]
        near = [v for v in times if any(max(v.start - w.end(), w.start() - v.end) <= _FAR for w in words)]
        if who is None and not (near and _NAME_FIRST.match(jotting.text, 0, min(w.start() for w in words))):
            continue
        if not near and words and not times:
            near = [*stamped(jotting), *_first_time(jotting)]
        yield from ((jotting, v) for v in near)


def _first_time(jotting: Clause) -> tuple[Value, ...]:
    """The time with which a jotting begins, though it may be taken for the number of an item: "7.50 Ada away"."""
    clock = _CLOCK_FIRST.match(jotting.text)
    return read_values(" " * clock.start("time") + clock["time"], jotted=True) if clock else ()


def _noted_of_meeting(pair: Pair, clause: Clause, value: Value) -> list[Noted]:
    """The times at which the notes have the meeting break off or go on, if the draft tells of that."""
    before = clause.text[max(0, value.start - _REACH) : value.start]
    first = next((v for v in pair.values[clause.index] if v.kind is Kind.TIME and v.end < value.start), None)
    is_end = (
        first is not None
        and _UNTIL[0].search(clause.text, 0, first.start) is not None
        and _UNTIL[1].fullmatch(clause.text, first.end, value.start) is not None
        and _BROKE_OFF.search(clause.text[: first.start]) is not None
    )
    if not (is_end or _WENT_ON.search(before) or _BROKE_OFF.search(before)):
        return []
    is_back = is_end or _WENT_ON.search(before) is not None
    noted = [*_noted_breaks(pair, is_back=is_back)]
    return [(j, v) for j, v in noted if agree(value, v) or not _told_of_others(pair, v, frozenset())]


def _noted_breaks(pair: Pair, *, is_back: bool) -> Iterator[Noted]:
    """The times at which the notes have the meeting go on, or break off; "exec 805 back 825" has both."""
    for jotting in pair.jottings:
        if jotting.is_private:
            continue
        off, back = _NOTED_BREAK.search(jotting.text), _NOTED_BACK.search(jotting.text)
        times = [v for v in pair.noted_values[jotting.index] if is_hour(v) or "t" in {k[0] for k in v.keys}]
        times = [
            v
            for v in times
            if v.kind in {Kind.TIME, Kind.NUMBER, Kind.REFERENCE} and len(v.text.strip(" .")) > _SHORT
        ]
        behind = _behind(times, off), _behind(times, back)
        if off and not back and len(behind[0]) > 1:
            yield jotting, behind[0][1 if is_back else 0]
        elif is_back and back and not pair.noted[jotting.index]:
            yield from ((jotting, v) for v in (*(behind[1][:1] or times[-1:] or stamped(jotting)[:1]),))
        elif not is_back and off:
            yield from ((jotting, v) for v in (*(behind[0][:1] or times[:1] or stamped(jotting)[:1]),))


def _behind(times: Sequence[Value], word: re.Match[str] | None) -> list[Value]:
    return [v for v in times if word and v.start - word.end() >= 0]
