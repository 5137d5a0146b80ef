"""Numbers that only name a thing, "item 6", "Unit 4", "Key Stage 2", where the notes of the same thing name another.

Such a number counts nothing, so nothing is odd about it by itself. What shows that one is wrong is the word that it stands
behind: a jotting of the sentence has another behind the same word, cut short or run together with it, "unit 4", "it 6", "KS2".
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.pair import Pair
from review_tui.facts.wording import says_otherwise
from review_tui.language.stop_words import is_stop_word
from review_tui.language.word_match import stands_for
from review_tui.model.findings import Severity
from review_tui.model.frozen import frozen

_LABELS = (
    "appendix|area|article|band|bay|block|building|chapter|class|clause|condition|court|field|flat|floor|gate|grade|group"
    r"|item|key stage|level|lot|minute|motion|option|page|paragraph|part|phase|pitch|plot|policy|pump|resolution|room|route|rule|schedule"
    "|section|stage|standing order|step|table|team|tier|track|unit|ward|well|wing|year|zone"
)
_TOLD = re.compile(
    rf"\b(?P<label>{_LABELS})s?[ ](?P<number>\d{{1,4}})(?P<second> and \d{{1,4}})?(?![\d.,]*\d|%|\s?[-\u2013/]|:\d)",
    re.IGNORECASE,
)
"""A thing that minutes name by a number: not "room 3/4", "section 5.2", "year 2025-26"."""
_NOTED = re.compile(
    r"(?<![\w.,/-])(?P<label>[A-Za-z]{1,12}?)(?P<sign>[ ]|\.[ ]?|)(?P<number>\d{1,4})(?![\d.,:/%]*\d|[A-Za-z%]|\s?[-\u2013/]\s?\d)"
)
"""What may be one in notes: a word, or a few letters, and a number."""
_LETTERED = re.compile(r"(?<![\w./-])([A-Z]|[a-z](?=\d))-?(\d{3,4})(?![\w/%]|[-.,]\d)")
"""A thing that a letter and a number name: "flat C-702", "C702"."""
_COUNT = re.compile(r"(?<![\w.])\d{1,3}\s\Z")
"""How many there are of things that no number behind them names: "2 units 2318"."""
_GLUED, _ALONE = 3, frozenset("lpruwy")
"""Letters at most of a word cut short that a number is run together with; and those of which one is enough: L2, p6, W16."""
_LIKE = 0.45
"""How surely a jotted word stands for the other."""
_YEAR = re.compile(r"20\d\d\Z")
_LOOKED_AT = 2
"""Lines of the notes, the likeliest first, that a sentence may be of."""
_WEIGHT = 2.0
"""How sure it is, beside other clashes of the same words."""


@frozen
class _Named:
    """A thing as a number names it."""

    clause: Clause
    number: int
    start: int
    end: int


def label_clashes(pair: Pair) -> Iterator[Clash]:
    """Things that the notes of the same sentence name by another number, in the order of the draft."""
    yield from _lettered_clashes(pair)
    named = _all_told(pair) if pair.jottings else {}
    for clause in pair.clauses if pair.jottings else ():
        told = list(_TOLD.finditer(clause.text))
        if not told or clause.index in pair.roll or clause.is_heading:
            continue
        linked = pair.links.linked[clause.index][:_LOOKED_AT]
        for match in told:
            label = match["label"].lower()
            noted = _first_noted(pair, label, (linked[:1], pair.links.near(linked)))
            mine = _numbers(match)
            others = {named.number for named in noted}
            is_named = len(mine) == len(others) == 1 and not _YEAR.match(match["number"])
            if is_named and not others & named[label] and not _are_noted(pair, label, mine):
                yield _clash(clause, match, noted[0])


def _lettered_clashes(pair: Pair) -> Iterator[Clash]:
    """Flats and plots by a letter and a number, "A-102": of a sentence one that no line has, where its line has one that no sentence has."""
    told = {c.index: _codes(c.text) for c in pair.clauses} if pair.jottings else {}
    noted = {j.index: _codes(j.text) for j in pair.jottings}
    every_told, every_noted = (
        {code for codes in found.values() for code in codes} for found in (told, noted)
    )
    for clause in pair.clauses if every_noted else ():
        mine = [code for code in told[clause.index] if code not in every_noted]
        line = pair.links.linked[clause.index][:1]
        theirs = [(j, code) for j in line for code in noted[j] if code not in every_told]
        if clause.index in pair.roll or not len(mine) == len(theirs) == 1:
            continue
        (start, end), (j, code) = told[clause.index][mine[0]], theirs[0]
        begin, finish = noted[j][code]
        jotting = pair.jottings[j]
        message = says_otherwise(clause.text[start:end], jotting.text[begin:finish], jotting)
        places = (clause.place(start, end), jotting.place(begin, finish))
        yield Clash(message, places, _WEIGHT, Severity.WARNING)


def _codes(text: str) -> dict[tuple[str, str], tuple[int, int]]:
    """A letter and a number as one name, each with where it stands."""
    return {(m[1].upper(), m[2]): m.span() for m in _LETTERED.finditer(text)}


def _first_noted(pair: Pair, label: str, lines: Iterable[Sequence[int]]) -> list[_Named]:
    """The numbers that the first lines which have any have behind a word."""
    for line in lines:
        if noted := [named for j in line for named in _noted_as(label, pair.jottings[j])]:
            return noted
    return []


def _numbers(match: re.Match[str]) -> frozenset[int]:
    second = match["second"]
    return frozenset({int(match["number"]), *([int(second.split()[-1])] if second else [])})


def _noted_as(label: str, jotting: Clause) -> Iterator[_Named]:
    """The numbers of a jotting that stand behind a word, or the letters of one."""
    for match in _NOTED.finditer(jotting.text):
        counted = match["label"].lower() == f"{label}s" and _COUNT.search(jotting.text, 0, match.start())
        if (
            not counted
            and not _YEAR.match(match["number"])
            and _may_mean(match["label"], label, is_glued=not match["sign"])
        ):
            yield _Named(jotting, int(match["number"]), match.start(), match.end("number"))


def _may_mean(jotted: str, label: str, *, is_glued: bool) -> bool:
    """Whether a jotted word, or the letters before a number, stand for what a thing is called."""
    low = jotted.lower()
    words = label.split()
    if len(words) > 1:
        return low == "".join(word[0] for word in words)
    if low.removesuffix("s") == label:
        return True
    if is_glued:
        return (low in _ALONE if len(low) == 1 else len(low) <= _GLUED) and label.startswith(low)
    return (
        not is_stop_word(low) and len(low) > 1 and (label.startswith(low) or stands_for(low, label) >= _LIKE)
    )


def _all_told(pair: Pair) -> dict[str, set[int]]:
    """The numbers of all things that the draft names, by what they are called."""
    found: dict[str, set[int]] = defaultdict(set)
    for clause in pair.clauses:
        for match in _TOLD.finditer(clause.text):
            found[match["label"].lower()] |= _numbers(match)
    return found


def _are_noted(pair: Pair, label: str, numbers: frozenset[int]) -> bool:
    """Whether the notes have the thing of the draft anywhere."""
    return any(named.number in numbers for jotting in pair.jottings for named in _noted_as(label, jotting))


def _clash(clause: Clause, match: re.Match[str], noted: _Named) -> Clash:
    jotting = noted.clause
    message = says_otherwise(
        f"{match['label']} {match['number']}", jotting.text[noted.start : noted.end], jotting
    )
    places = (clause.place(match.start("number"), match.end("number")), jotting.place(noted.start, noted.end))
    return Clash(message, places, _WEIGHT, Severity.WARNING, suggestion=str(noted.number))
