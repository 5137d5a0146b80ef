"""What the draft has of which the notes have nothing: a decision, promise or sum amid sentences that they all have."""

import math
import re
from collections.abc import Iterator

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.coverage import is_big, region_around, words_said
from review_tui.facts.odds import log_odds
from review_tui.facts.pair import Pair
from review_tui.facts.speakers import lists_people
from review_tui.facts.values import Kind, Value
from review_tui.facts.wording import trimmed
from review_tui.language.stop_words import is_voting_word
from review_tui.model.findings import Severity

_STATES = re.compile(
    r"\b(?:will|would|shall|(?:is|are|was|were) to|(?:has|have|had) been|(?:was|were|be) \w+ed|undertook|agreed|resolved|authori[sz]ed"
    r"|decided|offered|promised|asked|requested|made|hired|bought|be)\b"
)
"""How a sentence speaks that decides, promises or asks for something."""
_DECIDES = re.compile(
    r"\b(?:will|would|shall|agreed|resolved|authori[sz]ed|undertook|decided|promised"
    r"|(?:was|were|be) (?:granted|awarded|donated|paid|approved|set|made|appointed))\b"
)
"""How one speaks that decides or promises, and does not only report."""
_LEAD = re.compile(
    r"\A\W*(?:present|in attendance|attendance|attending|absent)\b|\bapologies\b|\bapology\b|\bminutes of\b|\bthe minutes\b"
    r"|\binterests?\b",
    re.IGNORECASE,
)
"""What the head of minutes tells, of which notes need have nothing."""
_LEADS_ON = re.compile(r":\W*\Z|\bfollowing\b")
"""What only says that something comes below it."""
_REMARKED = re.compile(r"\basked (?:whether|if|why|how|what|about)\b|\bquestioned\b", re.IGNORECASE)
"""Questions, of which notes have nothing more often."""
_FOLLOWS = re.compile(
    r"\b(?:therefore|accordingly|thus|hence|so that|mak(?:es|ing)|leav(?:es|ing))\b|\bcomes? to\b|\b(?:in|of) (?:all|total)\b"
    r"|\bof (?:the|these|those) \w+,",
    re.IGNORECASE,
)
"""What says that a sentence follows from others, of which there are notes: "The rates therefore come to ..."."""
_DENIES = re.compile(r"\b(?:no|not|none|nobody|nothing|never)\b", re.IGNORECASE)
"""That something is not so or was not done is noted less often."""
_SURE, _LIKELIER = 3.0, 0.8
"""Log-odds from which a sentence is told of, and hinted at."""
_MOST_LIKELY = 2
"""Where more sentences are so likely, it is the notes that lack much, and none is told of."""
_MOSTLY = 0.5
"""Of the sentences of a draft, so many must be of some jotting."""
_LEAST_SAID, _FEWEST_WORDS = 0.9, 4
"""What a sentence must say, in words that stand in no other, and how many words of any sort it must have."""
_REACH = 4
"""Sentences on either side by which it is told where notes would tell of one, and whose words are their own."""
_NEXT = 1
"""How far apart the jottings of two sentences are between which there is room for no other."""
_BESIDE = 2
"""Sentences on either side whose sums may add up to one."""
_MEANT = 0.45
"""How surely a jotted word stands for one of the draft."""
_MOST_UNTOLD = 5.0
"""More than this, in words that stand in no other sentence, says no more."""
_A_QUARTER = 0.25
"""So much of a sentence stands in notes of anything."""
_SHORT, _LONG = 12, 30
"""Words of a sentence that somebody added, and of one that nobody did."""
_MOST_VALUES = 2
"""More than this say no more."""
_SAME = 0.004
"""So near a sum comes, of figures that were rounded."""
_KNOWN = 1.25
"""A jotted word that stands for another surely enough counts in full."""
_WEIGHTS = {
    "constant": -4.41,
    "untold": 4.32,  # what it says that no jotting around has, but of the sentences beside it
    "told": -1.06,  # whether any of it is
    "no room": 1.22,  # whether the jottings of the sentences around follow each other
    "decides": 1.31,
    "states": 2.37,
    "new value": 2.72,  # a sum, day or number that no jotting has, and that follows from none beside it
    "unknown values": 1.24,  # values of any sort that no jotting has
    "figures": -1.35,
    "noted": -2.72,  # whether it was surely written from a jotting
    "long": -8.21,
    "leads": -0.91,  # whether others of its paragraph follow it, and none stands before it
    "follows": -6.78,
    "denies": -1.50,
}
"""Log-odds of a logistic regression on sentences that were added to right minutes, one at a time."""


def invention_clashes(pair: Pair) -> Iterator[Clash]:
    """Sentences of the draft of which the notes hold hardly a word."""
    if not _is_noted(pair):
        return
    judged = [(clause, invention_odds(pair, clause)) for clause in pair.clauses]
    likely = [(clause, odds) for clause, odds in judged if odds >= _LIKELIER]
    for clause, odds in likely:
        is_sure = odds >= _SURE and len(likely) <= _MOST_LIKELY
        figure = next((v for v in pair.values[clause.index] if _is_new(pair, clause, v)), None)
        if not is_sure:
            message = "The notes do not seem to have anything of this sentence."
        elif figure:
            message = f"Nothing in the notes has {clause.text[slice(*trimmed(figure))]} or tells of this."
        else:
            message = "Nothing in the notes tells of this."
        yield Clash(message, (clause.place(),), odds, Severity.WARNING if is_sure else Severity.HINT)


def _is_of_same_people_and_time(pair: Pair, clause: Clause) -> bool:
    """Whether a line of the sentences beside has somebody of this one with its time or sum: "me to fix for Jan"."""
    who = {key for mention in pair.mentions[clause.index] for key in mention.who}
    values = pair.values[clause.index]
    if not who or not values:
        return False
    lines = pair.links.near(j for c in pair.beside(clause.index) for j in pair.links.linked[c.index][:1])
    return any(
        who & {key for mention in pair.noted[j] for key in mention.who}
        and any(j in pair.links.supporting(value) for value in values)
        for j in lines
    )


def _is_noted(pair: Pair) -> bool:
    """Whether the notes have most of the draft, so that what they lack is seen."""
    sentences = [c.index for c in pair.clauses if not c.is_heading]
    return bool(pair.jottings) and sum(bool(pair.links.linked[k]) for k in sentences) >= _MOSTLY * len(
        sentences
    )


def invention_odds(pair: Pair, clause: Clause) -> float:
    """How likely it is that the notes never had a sentence that they should have, as log-odds: at 0 either is as likely."""
    found = invention_features(pair, clause)
    if found is None:
        return -math.inf
    return log_odds(_WEIGHTS, found)


def invention_features(pair: Pair, clause: Clause) -> dict[str, float] | None:
    """What speaks for and against a sentence's having been added; nothing where notes need have nothing of it."""
    text, links, k = clause.text, pair.links, clause.index
    if (
        clause.is_heading
        or k in pair.roll
        or len(text.split()) < _FEWEST_WORDS
        or _LEAD.search(text[:50])
        or _LEADS_ON.search(text)
        or _REMARKED.search(text)
    ):
        return None
    if _is_of_same_people_and_time(pair, clause):
        return None
    weight, told = _told_of(pair, clause)
    if weight < _LEAST_SAID:
        return None
    before, after = _neighbours(pair, clause)
    values = [v for v in pair.values[k] if v.kind is not Kind.REFERENCE]
    if any(sum(j in links.supporting(v) for v in values) > 1 for j in _jottings_around(pair, clause)):
        return None  # "to start at ten instead of nine" is "10 not 9", whatever else it is called there
    unknown = sum(not links.supporting(v) for v in values)
    return {
        "untold": min(_MOST_UNTOLD, weight * (1 - told)) / _MOST_UNTOLD,
        "told": min(1.0, told / _A_QUARTER),
        "no room": before is not None and after is not None and 0 <= after - before <= _NEXT,
        "decides": _DECIDES.search(text) is not None,
        "states": _STATES.search(text) is not None,
        "new value": any(_is_new(pair, clause, v) for v in values),
        "unknown values": min(_MOST_VALUES, unknown),
        "figures": min(_MOST_VALUES, sum(map(is_big, values))),
        "noted": (source := links.surely_from(k)) is not None and not lists_people(pair, source),
        "long": min(1.0, max(0.0, (len(text.split()) - _SHORT) / (_LONG - _SHORT))),
        "leads": _leads(pair, clause),
        "follows": _FOLLOWS.search(text) is not None,
        "denies": _DENIES.search(text) is not None,
    }


def _is_new(pair: Pair, clause: Clause, value: Value) -> bool:
    """Whether no jotting has a value, and it is neither sum nor difference of two beside it."""
    if pair.links.supporting(value) or not _is_plain(value):
        return False
    beside = {
        n for c in pair.beside(clause.index, _BESIDE) for v in pair.values[c.index] for n in _amounts(v)
    }
    return not any(
        abs(one + other - n) < _SAME * n for n in _amounts(value) for one in beside for other in beside
    ) and not any(
        abs(one - other - n) < _SAME * n for n in _amounts(value) for one in beside for other in beside
    )


def _amounts(value: Value) -> list[float]:
    return [key[1] for key in value.keys if key[0] == "n" and isinstance(key[1], float) and key[1] > 0]


def _neighbours(pair: Pair, clause: Clause) -> tuple[int | None, int | None]:
    """The jottings of the nearest sentences before and behind that surely have one."""

    def nearest(side: int) -> int | None:
        there = (pair.links.surely_from(clause.index + side * d) for d in range(1, _REACH + 1))
        return next((j for j in there if j is not None), None)

    return nearest(-1), nearest(1)


def _is_plain(value: Value) -> bool:
    """Whether notes that tell of a thing would have a value: a sum, a day, a number, no period that follows from it."""
    return (
        is_big(value)
        and not value.is_run
        and value.kind in {Kind.MONEY, Kind.DATE, Kind.NUMBER}
        and not value.by_words
    )


def _leads(pair: Pair, clause: Clause) -> bool:
    """Whether a paragraph of several sentences begins with one."""
    k, clauses = clause.index, pair.clauses

    def is_beside(other: int) -> bool:
        return 0 <= other < len(clauses) and clauses[other].passage == clause.passage

    return is_beside(k + 1) and not is_beside(k - 1)


def _told_of(pair: Pair, clause: Clause) -> tuple[float, float]:
    """What a sentence says, in words that stand in no other, and the share of it that jottings around have.

    A jotted word that stands for one of a sentence beside it is that sentence's.
    """
    links, k = pair.links, clause.index
    around = range(max(0, k - _REACH), min(len(pair.clauses), k + _REACH + 1))
    beside = {word.low for c in around if c != k for word in links.draft_words[c]}
    words = {low for low in words_said(pair, k) if not is_voting_word(low)}
    noted: dict[str, float] = {}
    for j in _jottings_around(pair, clause):
        for word in links.note_words[j]:
            meant = links.meanings[word.text]
            mine = words.intersection(meant)
            if mine and not any(share >= _MEANT and low in beside for low, share in meant.items()):
                noted.update({low: max(noted.get(low, 0.0), meant[low]) for low in mine})
    most = math.log(len(links.draft) + 1)
    worths = {low: links.worth_of(low) / most for low in words}
    weight = sum(worths.values())
    told = sum(worths[low] * min(1.0, _KNOWN * share) for low, share in noted.items())
    return weight, told / weight if weight else 1.0


def _jottings_around(pair: Pair, clause: Clause) -> set[int]:
    """The jottings that would tell of a sentence, by those of the sentences around."""
    links = pair.links

    def sources(k: int) -> list[int]:
        return [] if (j := links.surely_from(k)) is None else [j]

    found, _ = region_around(clause.index, sources)
    for j in links.linked[clause.index][:1]:
        found.update(range(j - 1, j + 2))
    return {j for j in found if 0 <= j < len(pair.jottings)}
