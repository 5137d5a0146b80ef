"""Two things on either side of a word that gives each its part: the notes have them on each other's side.

"From Lockers to Masts", "the slip before the crane", "Ash Lane instead of Elm Lane": which is which is said by their order
alone, and every word stands in the notes. It is told only where a word of the notes of the same sort stands between
the same two, each on the side where the draft has the other.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.pair import Pair
from review_tui.facts.wording import said_in
from review_tui.language.stop_words import GRAMMAR_WORDS
from review_tui.language.word_match import stands_for
from review_tui.model.findings import Severity

_I = re.IGNORECASE
_ARROW = "\u2192|\u21d2|-+>|=+>"
_TOLD = {
    "to": (
        (
            r"\bfrom\b(?P<first>(?:\s(?!and\b|for\b)[\w'\u2019&-]{1,20}){1,4})\s(?:in)?to\b(?P<second>[^,;:()]{2,40})",
            "",
        ),
    ),
    "not": (
        (
            r",?\s(?:and not|not|rather than|instead of|in place of|in preference to)\s(?P<second>[^,;:()]{2,50})",
            ";:()",
        ),
        (
            r"\s(?:to replace|replac(?:es|ed|ing)|(?:should|to) supersede)\s(?P<second>[^,;:()]{2,50})",
            ",;:()",
        ),
    ),
    "before": ((r"\s(?:before|prior to|ahead of|followed by)\s(?P<second>[^,;:()]{2,50})", ",;:()"),),
    "after": ((r"\s(?:after|following)\s(?P<second>[^,;:()]{2,50})", ",;:()"),),
}
"""What stands between two things and what is behind it, and the signs that end what is before it, if that is not told too."""
_NOTED = {
    "to": (
        (rf"\s?(?:{_ARROW})\s?(?P<second>[^,;:.|()]{{2,40}})", ",;:.|()"),
        (
            r"\b(?:from|mov\w{1,3}|vir\w{1,4}|transf\w{0,6}|switch\w{0,3}|shift\w{0,3}|chang\w{1,3})\s(?P<first>[^,;:.|()]{2,30}?)\s(?:in)?to\s(?P<second>[^,;:.|()]{2,30})",
            "",
        ),
    ),
    "not": (
        (
            r",?\s(?:not|instead of|rather than|i/o|replac(?:es|ing)|in place of)\s(?P<second>[^,;:.|()]{2,40})",
            ";:|()",
        ),
    ),
    "before": (
        (
            r"(?:\sfirst,?(?: and)? then|,? then|\sbefore|\sb4|\sahead of|\sfirst,)\s(?P<second>[^,;:.|()]{2,40})",
            ",;:|()",
        ),
    ),
    "after": ((r"\safter\s(?P<second>[^,;:.|()]{2,40})", ",;:|()"),),
}
_BETWEEN = {
    "to": re.compile(rf"\b(?:from|mov|vir|transf|switch|shift|chang)|{_ARROW}", _I),
    "not": re.compile(r"\b(?:not|than|instead|place|preference|replac|supersede|i/o)", _I),
    "before": re.compile(r"\b(?:before|prior|ahead|followed|then|first|b4)\b", _I),
    "after": re.compile(r"\b(?:after|following)\b", _I),
}
"""What a text must have that has the order at all: far quicker to look for than two things on either side of it."""
_Patterns = dict[str, tuple[tuple[re.Pattern[str], str], ...]]
_TOLD_PATTERNS: _Patterns = {
    sort: tuple((re.compile(p, _I), ends) for p, ends in several) for sort, several in _TOLD.items()
}
_NOTED_PATTERNS: _Patterns = {
    sort: tuple((re.compile(p, _I), ends) for p, ends in several) for sort, several in _NOTED.items()
}
_NOT = re.compile(r"\b(?:not|never|no|cannot|can'?t|cant|wont|unable|until)\b|n't\b", _I)
_LONGEST, _SHORTEST = 60, 2
"""Characters before what stands between two things in which the first of them is, and of which it is at least."""
_WORD = re.compile(r"[^\W\d_][\w'\u2019]+")
_SIDE = 4
"""Telling words next to the word between that are of a side."""
_SURE = 0.6
"""How surely a word of the notes must stand for one of the draft."""
_WEIGHT = 3.0
"""How sure it is, beside other clashes of the same words."""


class _Order(NamedTuple):
    """Two things in the order that a word between them gives them."""

    sort: str
    first: tuple[str, ...]
    second: tuple[str, ...]
    start: int
    end: int


def exchange_clashes(pair: Pair) -> Iterator[Clash]:
    """Things on each other's side, in the order of the draft."""
    noted: dict[int, list[_Order]] = {}
    for clause in pair.clauses:
        linked = pair.links.linked[clause.index]
        if not linked or clause.is_heading or clause.index in pair.roll:
            continue
        orders = list(_orders(clause.text, _TOLD_PATTERNS))
        for jotting in [pair.jottings[j] for j in pair.links.near(linked)] if orders else ():
            if jotting.index not in noted:
                noted[jotting.index] = list(_orders(jotting.text, _NOTED_PATTERNS))
            for mine in orders:
                for theirs in noted[jotting.index]:
                    if mine.sort == theirs.sort and _are_exchanged(mine, theirs):
                        yield _clash(clause, mine, jotting, theirs)
                        break


def _clash(clause: Clause, mine: _Order, jotting: Clause, theirs: _Order) -> Clash:
    told = clause.text[mine.start : mine.end].strip()
    said = jotting.text[theirs.start : theirs.end].strip()
    message = f"The draft says \u201c{told}\u201d; the notes have it the other way round: \u201c{said}\u201d ({said_in(jotting)})."
    places = (clause.place(mine.start, mine.end), jotting.place(theirs.start, theirs.end))
    return Clash(message, places, _WEIGHT, Severity.WARNING)


def _orders(text: str, patterns: _Patterns) -> Iterator[_Order]:
    """The ordered pairs of a text; "B after A" as "A before B"."""
    for sort, several in patterns.items():
        if not _BETWEEN[sort].search(text):
            continue
        for begin, middle in ((b, m) for pattern, ends in several for b, m in _matches(text, pattern, ends)):
            said = middle["first"] if "first" in middle.re.groupindex else text[begin : middle.start()]
            first, second = _words(said)[-_SIDE:], _words(middle["second"])[:_SIDE]
            if not first or not second:
                continue
            if sort in {"before", "after"} and _NOT.search(text, 0, middle.start()):
                continue  # what can't be before it is after it
            if sort == "after":
                first, second = second, first
            yield _Order(
                "before" if sort == "after" else sort, tuple(first), tuple(second), begin, middle.end()
            )


def _matches(text: str, pattern: re.Pattern[str], ends: str) -> Iterator[tuple[int, re.Match[str]]]:
    """What stands between two things, each with where the first of them begins."""
    last = 0
    for middle in pattern.finditer(text):
        begin = middle.start()
        if ends:
            begin = max(last, begin - _LONGEST, *(text.rfind(end, 0, begin) + 1 for end in ends))
            if middle.start() - begin < _SHORTEST:
                continue
        last = middle.end()
        yield begin, middle


def _words(text: str) -> list[str]:
    return [w for w in _WORD.findall(text) if w.lower() not in GRAMMAR_WORDS and len(w) > 1]


def _are_exchanged(mine: _Order, theirs: _Order) -> bool:
    """Whether each side of the notes is the other side of the draft, but for words that it has on its own side too."""
    if _meets(theirs.first[-1:], mine.first) or _meets(theirs.second[:1], mine.second):
        return False
    first, second = _without(theirs.first, mine.first), _without(theirs.second, mine.second)
    return _meets(first, _without(mine.second, theirs.second)) and _meets(
        second, _without(mine.first, theirs.first)
    )


def _without(words: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(w for w in words if not _meets((w,), others) and not _meets(others, (w,)))


def _meets(jotted: tuple[str, ...], told: tuple[str, ...]) -> bool:
    initials = "".join(w[0] for w in told if w[0].isupper())
    return any(
        stands_for(short.lower(), word.lower()) >= _SURE
        or (short.isupper() and len(short) > 1 and short == initials)
        for short in jotted
        for word in told
    )
