"""Figures and days that the notes themselves take back, struck out or often lines later: "mvts 312 NOT 321".

The later stands: what was noted before is no fact of the meeting, wherever it still stands.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from review_tui.facts.clauses import Clause
from review_tui.facts.pair import Pair
from review_tui.facts.reader import read_values
from review_tui.facts.values import Value, agree, comparable, is_telling_number
from review_tui.model.frozen import frozen
from review_tui.model.text import Span

_NOT = re.compile(r"\s*\w{0,5}[\s,(\u2013-]+(?:and )?not\s+", re.IGNORECASE)
"""Between the right one and the wrong one."""
_RATHER = re.compile(
    r"(?: ?[^\W\d_]{1,12}){0,3}(?:,|\s[\u2013-])?\s(?:and |but )?not (?:the |an? |for |at |on |in )?\W?",
    re.IGNORECASE,
)
"""The same close by, of what was decided as well: "3 metres low water not the 3.5", "one yr, not the 3"."""
_SAYS_SO = re.compile(
    r"\bNOT\b|\b(?i:corr\w*|wrong|misread|misheard|mistake|typo|error|actually|sorry|recount\w*|check\w*|amend(?:ed)? to)\b"
)
"""What tells that something noted was wrong, and not that somebody wants something else."""
_EXCHANGED = re.compile(
    r"\b(?:swapped|switched|transposed|exchanged|mixed up|(?:wrong|other) way (?:a?round|about)|back ?to ?front|backwards|backside (?:foremost|first)"
    r"|arse\w*|misread|mistyp\w+|typo|my (?:mistake|error)|wrong|correct(?:ed|ion)?)\b",
    re.IGNORECASE,
)
"""What tells that figures noted before are to be exchanged."""
_HEADED = re.compile(r"^\W*corr\w*\b", re.IGNORECASE | re.MULTILINE)
_UNDER = 400
"""Characters of notes that stand under such a heading."""
_SHOULD = re.compile(
    r"\W*\s(?:should (?:be|read|say)|shd (?:be|read)|corrected to|must be|read as|s/b)\s+\W*", re.IGNORECASE
)
"""Between the wrong one and the right one."""
_STRUCK = re.compile(
    r"(?<!~)(?P<run>~~?)(?=[^\s~])(?P<old>[^~\n]{1,40})(?<=[^\s~])(?P=run)(?![\w~])|<(?P<tag>del|s|strike)>(?P<gone>[^<\n]{1,40})</(?P=tag)>"
)
_ANEW = re.compile(
    r"[\s(>=\u2192-]{0,6}(?:[\[(]?(?:now|no|sic|sorry|not|err?)[\])]?[,:]?\s)?\W?", re.IGNORECASE
)
"""Between what was struck out and what was written instead."""


@frozen
class Correction:
    """A value of the notes that is not so, and the one that is."""

    jotting: Clause
    wrong: Value
    right: Value
    is_struck: bool = False
    """Whether the wrong one is struck out, so that no jotting has it any more."""

    def takes_back(self, theirs: Value, mine: Value) -> bool:
        """Whether the notes take one of their values back for the one that the draft has."""
        return agree(mine, self.right) and (theirs is self.wrong or bool(theirs.keys & self.wrong.keys))


@lru_cache(maxsize=4)
def corrections_of(pair: Pair) -> Sequence[Correction]:
    """What the notes take back, in order."""
    found = []
    for jotting in pair.jottings:
        values = pair.noted_values[jotting.index]
        for one, other in pairwise(values):
            gap = jotting.text[one.end : other.start]
            if not (comparable(one, other) or comparable(other, one)):
                continue
            if _RATHER.fullmatch(gap) or (_NOT.fullmatch(gap) and _is_correction(jotting)):
                found.append(Correction(jotting, other, one))
            elif _SHOULD.fullmatch(gap):
                found.append(Correction(jotting, one, other))
    return (*found, *_struck_out(pair), *_put_right_later(pair))


def _put_right_later(pair: Pair) -> Iterator[Correction]:
    """Figures that a later line has with two digits exchanged, and says so: "PS the insurance is 1,940, I'd it backside foremost"."""
    for jotting in pair.jottings:
        line = [pair.jottings[j].text for j in pair.links.lines[jotting.item]]
        rights = [v for v in pair.noted_values[jotting.index] if is_telling_number(v)]
        if not rights or not any(_EXCHANGED.search(text) for text in line):
            continue
        for right in rights:
            wrongs = [
                v
                for earlier in pair.jottings
                if earlier.item != jotting.item
                for v in pair.noted_values[earlier.index]
                if is_telling_number(v) and _are_exchanged(v, right)
            ]
            if len(wrongs) == 1:
                yield Correction(jotting, wrongs[0], right)


def _are_exchanged(one: Value, other: Value) -> bool:
    figures = [f"{value.number:.2f}" for value in (one, other)]
    return figures[0] != figures[1] and sorted(figures[0]) == sorted(figures[1])


def _struck_out(pair: Pair) -> Iterator[Correction]:
    """What was struck out and written anew right behind it: "~~312~~ 321"; jottings have only what stands."""
    for document in pair.notes:
        for struck in _STRUCK.finditer(document.source):
            wrong = read_values(struck["old"] or struck["gone"], jotted=True, month_first=pair.month_first)
            if len(wrong) != 1:
                continue
            for jotting in pair.jottings:
                for right in pair.noted_values[jotting.index] if jotting.document is document else ():
                    begin = _begins(jotting, right)
                    if (
                        begin >= struck.end()
                        and _ANEW.fullmatch(document.source, struck.end(), begin)
                        and (comparable(wrong[0], right) or may_be_times(wrong[0], right))
                        and not agree(wrong[0], right)
                    ):
                        yield Correction(jotting, wrong[0], right, is_struck=True)


def may_be_times(one: Value, other: Value) -> bool:
    """Whether either may be a time of the clock: "2.30" and "3"."""
    return all(any(key[0] == "t" for key in value.keys) for value in (one, other))


def _begins(jotting: Clause, value: Value) -> int:
    """Where a value of a jotting begins in its file."""
    start = jotting.start + value.start
    return jotting.document.map.to_source(jotting.plain.to_source(Span(start, start + 1))).start


def _is_correction(jotting: Clause) -> bool:
    """Whether a jotting corrects something noted, by its words or by what stands above it."""
    before = jotting.plain.text[max(0, jotting.start - _UNDER) : jotting.start]
    return _SAYS_SO.search(jotting.text) is not None or _HEADED.search(before) is not None
