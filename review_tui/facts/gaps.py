"""How likely it is that a jotting was left out: by how much of it is told, and by what stands around.

Notes hold much of which no minutes tell, and minutes tell much in words that no notes have. What was left out in
error shows best by its neighbours: the jottings before and after it went into sentences that follow each other, of
which none has words of its own that this one may have become.
"""

import math
import re

from review_tui.facts.clauses import Clause
from review_tui.facts.coverage import Coverage, own_share_of, words_said
from review_tui.facts.pair import Pair
from review_tui.language.asides import is_aside
from review_tui.model.frozen import frozen

LEAST_SAID = 1.9
"""What a jotting must say that can be missed: two words that the draft has nowhere."""
_WORD, _FEWEST_WORDS = re.compile(r"[^\W\d_]{3}"), 2
"""So many words of three letters it must have: figures alone say nothing."""
_REACH = 6
"""Neighbours on either side that tell where something would stand."""
_NEXT = 1
"""How far apart the clauses of two jottings are between which there is room for no other."""
_ROOM = 8
"""Clauses between two jottings' own that are looked through for one that this jotting may have become."""
_BESIDE = 2, 4
"""Clauses before and behind that of a neighbour that are, where neighbours went far apart."""
_BESIDES = 4
"""Jottings on either side whose words are no words of a clause's own."""
_MEANT = 0.45
"""How surely a jotted word stands for one of the draft."""
_MOST_SAID, _MOST_OWN = 6.0, 4.0
"""More than this says no more."""
_UNKNOWN = 0.5
"""Added to what a jotting has to share, that one which has nothing shares nothing."""

_WEIGHTS = {
    "constant": 2.72,
    "told": -3.91,  # the share of it that stands where it would, and that no other jotting put there
    "untold": 1.89,  # how much of it does not, from 0 to 1
    "new": -1.28,  # the words, from 0 to 1, of a clause there that no jotting around has
    "alike": -2.63,  # how much of it the clause shares that is likest to it
    "no room": 1.75,  # whether its neighbours went into clauses that follow each other
}
"""Log-odds of a logistic regression on sentences of right minutes that were left out, one at a time."""


@frozen
class Gap:
    """What speaks for and against a jotting's having been left out."""

    told: float
    untold: float
    new: float
    alike: float
    is_tight: bool

    @property
    def odds(self) -> float:
        """As log-odds: at 0 either is as likely."""
        return (
            _WEIGHTS["constant"]
            + _WEIGHTS["told"] * self.told
            + _WEIGHTS["untold"] * self.untold
            + _WEIGHTS["new"] * self.new
            + _WEIGHTS["alike"] * self.alike
            + _WEIGHTS["no room"] * self.is_tight
        )


def gap_at(pair: Pair, jotting: Clause, told: Coverage) -> Gap | None:
    """The gap that a jotting leaves, if it says enough to be missed and no aside, and others around it are told."""
    if (
        told.weight < LEAST_SAID
        or _begins_file(pair, jotting)
        or len(_WORD.findall(jotting.text)) < _FEWEST_WORDS
        or not told.is_between
        or is_aside(jotting.plain.text, jotting.start, jotting.text)
    ):
        return None
    links = pair.links
    own = min(1.0, own_share_of(pair, jotting))
    before, after = _neighbours(pair, jotting)
    return Gap(
        own,
        min(told.weight * (1 - own), _MOST_SAID) / _MOST_SAID,
        min(_newest(pair, jotting, before, after), _MOST_OWN) / _MOST_OWN,
        min(links.best_of_notes[jotting.index] / (links.weight[jotting.index] + _UNKNOWN), 1.5),
        before is not None and after is not None and 0 <= after - before <= _NEXT,
    )


def _begins_file(pair: Pair, jotting: Clause) -> bool:
    """Whether it is the first of its file, which says what the file is."""
    return jotting.index == 0 or pair.jottings[jotting.index - 1].document is not jotting.document


def _neighbours(pair: Pair, jotting: Clause) -> tuple[int | None, int | None]:
    """The last clause of the jotting before that is surely told, and the first of the one after."""
    links = pair.links

    def own_of(j: int) -> list[int]:
        return [k for k in links.clauses_from.get(j, ()) if links.surely_from(k) == j]

    before = next((max(k) for d in range(1, _REACH + 1) if (k := own_of(jotting.index - d))), None)
    after = next((min(k) for d in range(1, _REACH + 1) if (k := own_of(jotting.index + d))), None)
    return before, after


def _newest(pair: Pair, jotting: Clause, before: int | None, after: int | None) -> float:
    """Of the clauses between those of its neighbours, the words of the one that has most of its own."""
    if before is not None and after is not None and 0 <= after - before <= _ROOM:
        room = range(before, after + 1)
    else:
        at = before if before is not None else after or 0
        room = range(max(0, at - _BESIDE[0]), min(len(pair.clauses), at + _BESIDE[1]))
    links = pair.links
    around = range(max(0, jotting.index - _BESIDES), min(len(pair.jottings), jotting.index + _BESIDES + 1))
    known = {
        low
        for j in around
        if j != jotting.index
        for word in links.note_words[j]
        for low, sure in links.meanings[word.text].items()
        if sure >= _MEANT
    }
    most = math.log(len(links.draft) + 1)
    return max(
        (
            sum(links.worth_of(low) / most for low in words_said(pair, k) - known)
            for k in room
            if not pair.clauses[k].is_heading
        ),
        default=0.0,
    )
