"""When somebody came or went: "joined at 7.50 pm" beside "AF late - in 7.50".

A clerk jots this in two words and a time, which share nothing with the sentence; the person and the word do.
"""

import re
from collections.abc import Iterator

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.pair import Pair
from review_tui.facts.reader import read_values
from review_tui.facts.roster import Who
from review_tui.facts.slots import stamped
from review_tui.facts.values import Kind, Value, agree, comparable
from review_tui.facts.wording import gives_otherwise, trimmed
from review_tui.model.findings import Severity

_CAME = re.compile(
    r"(?:\b(?:joined|arrived|came|entered|returned|(?:present|attended|in attendance) from)\b[^.;]{0,40}|\((?:\w+ )?from )\Z",
    re.IGNORECASE,
)
_WENT = re.compile(
    r"(?:\b(?:left|withdrew|departed|retired|(?:present|attended|in attendance) (?:to|until|till))\b[^.;]{0,40}"
    r"|\((?:\w+ )?(?:until|till|to) )\Z",
    re.IGNORECASE,
)
_NOTED_CAME = re.compile(
    r"\b(?:in|here|arr(?:ived?|ives)?|came|comes|join(?:s|ed)?|enter(?:s|ed)?|got (?:in|here)|turned up|late|back|from)\b",
    re.IGNORECASE,
)
_NOTED_WENT = re.compile(
    r"\b(?:out|left|leaves?|leaving|away|off|gone|goes|went|dep(?:art(?:s|ed)?)?|until|till?)\b",
    re.IGNORECASE,
)
_CLOCK_FIRST = re.compile(r"\W{0,3}(?P<time>\d{1,2}[.:]?[0-5]\d)\s")
_FAR = 20
"""Characters between the word and the time of a jotting."""
_REACH = 60
"""Characters before a time of the draft in which it says what happened."""
_WEIGHT = 2.5
"""How sure it is, beside other clashes of the same words."""


def movement_clashes(pair: Pair) -> Iterator[Clash]:
    """Times of coming and going that the notes give otherwise, in the order of the draft."""
    if not pair.jottings:
        return
    told = [v for found in pair.values for v in found if v.kind is Kind.TIME]
    for clause in pair.clauses:
        for value in pair.values[clause.index]:
            if value.kind is not Kind.TIME or pair.links.supporting(value):
                continue
            before = clause.text[max(0, value.start - _REACH) : value.start]
            word = _NOTED_CAME if _CAME.search(before) else _NOTED_WENT if _WENT.search(before) else None
            named = [m.who for m in pair.mentions[clause.index] if m.end <= value.start]
            if not word or not named:
                continue
            noted = [*_noted_times(pair, named[-1], word, value)]
            if any(agree(value, theirs) for _, theirs in noted):
                continue
            left = [(j, v) for j, v in noted if not any(agree(mine, v) for mine in told)]
            if len({v.text for _, v in left}) == 1:
                yield _clash(clause, value, *left[0])


def _clash(clause: Clause, value: Value, jotting: Clause, theirs: Value) -> Clash:
    start, end = trimmed(value)
    message = gives_otherwise("time", clause.text[start:end], theirs.text.strip(" ."), jotting)
    places = (clause.place(start, end), jotting.place(theirs.start, theirs.end))
    return Clash(message, places, _WEIGHT, Severity.WARNING)


def _noted_times(pair: Pair, who: Who, word: re.Pattern[str], value: Value) -> Iterator[tuple[Clause, Value]]:
    """The times at which the notes have the same person come or go."""
    for jotting in pair.jottings:
        if jotting.is_private or not any(who & m.who for m in pair.noted[jotting.index]):
            continue
        words = [*word.finditer(jotting.text)]
        times = [v for v in pair.noted_values[jotting.index] if comparable(value, v)]
        near = [v for v in times if any(max(v.start - w.end(), w.start() - v.end) <= _FAR for w in words)]
        if not near and words and not times:
            near = [*stamped(jotting), *_first_time(jotting)]
        yield from ((jotting, v) for v in near)


def _first_time(jotting: Clause) -> tuple[Value, ...]:
    """The time with which a jotting begins, though it may be taken for the number of an item: "7.50 Ada away"."""
    clock = _CLOCK_FIRST.match(jotting.text)
    return read_values(" " * clock.start("time") + clock["time"], jotted=True) if clock else ()
