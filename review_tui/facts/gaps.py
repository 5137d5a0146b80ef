"""How likely it is that a jotting was left out: by how much of it is told, and by what stands around.

Notes hold much of which no minutes tell, and minutes tell much in words that no notes have. What was left out in
error shows best by its neighbours: the jottings before and after it are told, and went into sentences that follow
each other, so that there is room for none in other words. ``benchmarks.facts_learning`` learns the weights.
"""

import math
import re
from functools import lru_cache

from review_tui.facts.clauses import Clause
from review_tui.facts.coverage import coverages_of, own_share_of
from review_tui.facts.odds import log_odds
from review_tui.facts.pair import Pair
from review_tui.facts.tasks import gives_task, is_errand
from review_tui.language.asides import is_aside
from review_tui.language.note_kinds import NoteKind, kind_of_jotting
from review_tui.model.note_formats import is_spoken

LEAST_SAID = 0.9
"""What a jotting must say that can be missed: about one word that the draft has nowhere."""
_WORD = re.compile(r"[^\W\d_]{3}")
"""Such a word it must have: figures alone say nothing."""
_UNSURE = re.compile(r"\?\?")
_LABEL = re.compile(r"\W*(?:slide|page|p|item|agenda|part|section|sheet)\W{0,3}\d{1,3}\W*", re.IGNORECASE)
"""What only counts the parts of a document."""
_OUTCOME_FIRST = re.compile(
    r"\W*(?:[\u2717\u2718\u2713\u2714]|(?:refused|rejected|declined|deferred|lost|carried|(?:turned|voted|knocked) (?:down|back))\b)",
    re.IGNORECASE,
)
"""What became of a thing that stands in another jotting."""
_REACH = 6
"""Neighbours on either side that tell where something would stand."""
_BESIDE, _LEAST_BESIDE, _UNKNOWN_BESIDE = 3, 0.8, 0.5
"""Jottings on either side among which the next is looked for that says so much, and what is taken where there is none."""
_NEXT = 1
"""How far apart the clauses of two jottings are between which there is room for no other."""
_UNKNOWN = 0.5
"""Added to what a jotting has to share, that one which has nothing shares nothing."""
_MOST_UNTOLD = 5.0
"""More than this, in words that the draft has nowhere, says no more."""
_A_LITTLE, _MUCH = 0.4, 0.8
"""The part of a jotting from which its likest clause may be of it, and from which it surely is."""
_FEW, _SOME = 1, 4
"""Words of a jotting that may be anything, and of one that says what it is of."""

_WEIGHTS = {
    "constant": -2.91,
    "untold": 2.80,  # what it says that is not where it would stand, or that another jotting put there
    "untold amid told": 1.85,  # the share of it that is not, as far as the jottings on both sides are told
    "told around": -0.87,  # how far the jotting beside it is told of which less is
    "alike": -1.55,  # whether any clause shares much of it
    "later": 0.93,  # from 0 to 1: notes begin with what is said of the meeting itself
    "nowhere": -3.02,  # whether it is not known where it would stand
    "no room": 0.74,  # whether its neighbours went into clauses that follow each other
    "words": 1.90,
    "task": 0.70,
    "errand": -1.50,
    "ends": -3.53,  # whether none behind it is surely told and it decides nothing: notes end with talk and errands
    "written": -1.13,  # whether a clause was surely written from it
}
"""Log-odds of a logistic regression on sentences of right minutes that were left out, one at a time."""


def gap_odds(pair: Pair, jotting: Clause, least: float = -math.inf) -> float:
    """How likely it is that minutes left a jotting out that they should tell of, as log-odds: at 0 either is as likely.

    Where it is surely less likely than ``least``, it is only said to be.
    """
    if not _may_be_missed(pair, jotting):
        return -math.inf
    others = _features_of_place(pair, jotting)
    most = log_odds(_WEIGHTS, others | _untold(pair, jotting, 0.0))
    if most < least:  # what is untold only speaks for a gap, and how much is costs most of all to find out
        return most
    return log_odds(_WEIGHTS, others | _untold(pair, jotting, own_share_of(pair, jotting)))


def gap_features(pair: Pair, jotting: Clause) -> dict[str, float] | None:
    """What speaks for and against a jotting's having been left out; nothing where it says too little to be missed."""
    if not _may_be_missed(pair, jotting):
        return None
    return _features_of_place(pair, jotting) | _untold(pair, jotting, own_share_of(pair, jotting))


def _untold(pair: Pair, jotting: Clause, own: float) -> dict[str, float]:
    """What a jotting says that is not where it would stand, or that another put there; ``own`` is the share that is its own."""
    untold = 1 - min(1.0, own)
    return {
        "untold": min(_MOST_UNTOLD, _told(pair)[jotting.index][0] * untold) / _MOST_UNTOLD,
        "untold amid told": untold * _told_around(pair, jotting),
    }


def _told_around(pair: Pair, jotting: Clause) -> float:
    return min(_told_beside(pair, jotting, -1), _told_beside(pair, jotting, 1))


def _features_of_place(pair: Pair, jotting: Clause) -> dict[str, float]:
    links, j = pair.links, jotting.index
    before, after = _neighbours(pair, jotting)
    gap = None if before is None or after is None else after - before
    alike = links.best_of_notes[j] / (links.weight[j] + _UNKNOWN)
    return {
        "told around": _told_around(pair, jotting),
        "alike": _between(alike, _A_LITTLE, _MUCH),
        "later": j / len(pair.jottings),
        "nowhere": gap is None,
        "no room": gap is not None and 0 <= gap <= _NEXT,
        "words": _between(len(jotting.text.split()), _FEW, _SOME),
        "task": gives_task(pair, jotting),
        "errand": is_errand(jotting.text),
        "ends": after == len(pair.clauses) and not _is_decided(pair, jotting),
        "written": j in links.surely_for,
    }


def _may_be_missed(pair: Pair, jotting: Clause) -> bool:
    """Whether minutes may have to tell of a jotting at all, and what is left out would be seen."""
    text = jotting.text
    kind = kind_of_jotting(text)
    return not (
        jotting.is_private
        or _UNSURE.search(text)
        or not _WORD.search(text)
        or _LABEL.fullmatch(text)
        or _OUTCOME_FIRST.match(text)
        or is_spoken(jotting.document.file)
        or is_aside(jotting.plain.text, jotting.start, text)
        or kind is NoteKind.APOLOGY
        or (_begins_file(pair, jotting) and kind is not NoteKind.DECISION)
        or _told(pair)[jotting.index][0] < LEAST_SAID
    )


def _is_decided(pair: Pair, jotting: Clause) -> bool:
    """Whether a jotting tells of a decision, or of a task that the clerk need not have set themselves."""
    after = pair.jottings[jotting.index + 1 : jotting.index + 2]
    said = [jotting.text, *(j.text for j in after if j.item == jotting.item)]  # "stall at the fair - agreed"
    is_decided = any(kind_of_jotting(text) is not None for text in said)
    return (is_decided or gives_task(pair, jotting)) and not is_errand(jotting.text)


@lru_cache(maxsize=4)
def _told(pair: Pair) -> list[tuple[float, float]]:
    """For each jotting how much it says, and the share of that which the draft has where it would stand."""
    return [(told.weight, min(1.0, told.here)) for told in coverages_of(pair)]


def _told_beside(pair: Pair, jotting: Clause, side: int) -> float:
    """How far the next jotting on one ``side`` is told that says something."""
    told = _told(pair)
    there = (jotting.index + side * distance for distance in range(1, _BESIDE + 1))
    shares = (told[j][1] for j in there if 0 <= j < len(told) and told[j][0] >= _LEAST_BESIDE)
    return next(shares, _UNKNOWN_BESIDE)


def _between(value: float, low: float, high: float) -> float:
    """From 0 at ``low`` to 1 at ``high``."""
    return min(1.0, max(0.0, (value - low) / (high - low)))


def _begins_file(pair: Pair, jotting: Clause) -> bool:
    """Whether it is the first of its file, or goes on with that line, which says what the file is."""
    j = jotting.index
    if j == 0 or pair.jottings[j - 1].document is not jotting.document:
        return True
    before = pair.jottings[j - 1]
    is_second = j == 1 or pair.jottings[j - 2].document is not jotting.document
    return is_second and before.item == jotting.item


def _neighbours(pair: Pair, jotting: Clause) -> tuple[int | None, int | None]:
    """The last clause of the jotting before that is surely told, and the first of the one after.

    Before the first jotting and behind the last stand the ends of the draft.
    """
    surely_for = pair.links.surely_for

    def own_of(j: int, end: int) -> list[int]:
        return surely_for.get(j, []) if 0 <= j < len(pair.jottings) else [end]

    reach = range(1, _REACH + 1)
    before = next((max(k) for d in reach if (k := own_of(jotting.index - d, -1))), None)
    after = next((min(k) for d in reach if (k := own_of(jotting.index + d, len(pair.clauses)))), None)
    return before, after
