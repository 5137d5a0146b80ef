"""What the draft has of which the notes have nothing: a decision, promise or sum amid sentences that they all have."""

import math
import re
from collections.abc import Iterator

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.coverage import is_big, region_around, untold_words, words_said
from review_tui.facts.pair import Pair
from review_tui.facts.values import Kind, Value
from review_tui.facts.wording import trimmed
from review_tui.language.stop_words import is_voting_word
from review_tui.model.findings import Severity
from review_tui.model.frozen import frozen

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
_LEAD = re.compile(r"present|apolog|minutes|attendance|interest", re.IGNORECASE)
"""What the head of minutes tells, of which notes need have nothing."""
_LEADS_ON = re.compile(r":\W*\Z|\bfollowing\b")
"""What only says that something comes below it."""
_REMARKED = re.compile(
    r"\basked (?:whether|if|why|how|what|about|that (?:his|her|their))\b|\bquestioned\b|\bthank",
    re.IGNORECASE,
)
"""Talk of which notes have nothing more often."""
_SURE_OF_FIGURE, _SURE = 1.2, 0.75
"""Log-odds from which a decision or promise with a figure is told of, and any sentence hinted at."""
_LEAST_SAID = 1.2
"""So many words a sentence must have that stand in no other."""
_OF_WORDS, _ANYWHERE, _LEAST_OF_WORDS = 0.15, 0.4, 2.7
"""So little of a sentence stands in the notes around and anywhere, and so many words it has, that it is hinted at."""
_REACH = 4
"""Sentences on either side by which it is told where notes would tell of one, and whose words are no gap."""
_NEXT, _ROOM = 1, 6
"""How far apart the jottings of two sentences are between which there is room for no other, and may be for this."""
_MEANT, _MOST_LEFT, _MOST_ALIKE = 0.45, 4.0, 1.5
"""How surely a jotted word stands for one of the draft, and beyond what it matters no more how much is left or alike."""
_SAME = 0.004
"""So near a sum comes, of figures that were rounded."""
_UNKNOWN = 0.5
"""Added to what a sentence has to share, that one which has nothing shares nothing."""
_WEIGHTS = {
    "constant": -2.04,
    "noted": -2.54,  # the share of its words that any jotting has
    "alike": -4.21,  # how much of it the jotting has that is likest to it
    "left": -1.3,  # the words, from 0 to 1, of a jotting there of which no sentence around tells
    "no room": 1.87,  # whether the jottings of the sentences around follow each other
    "decides": 0.78,
    "states": 1.91,
    "new value": 1.85,  # a sum, day or number that no jotting has, and that follows from none beside it
    "noted value": -1.18,
}
"""Log-odds of a logistic regression on sentences that were added to right minutes, one at a time."""
_KNOWN = 1.25
"""A jotted word that stands for another surely enough counts in full."""


@frozen
class _Support:
    """What the notes have of a sentence."""

    weight: float
    """Of its words, in words that stand in no other sentence."""
    here: float
    """Share of them that the notes have where they tell of the sentences around."""
    anywhere: float


def invention_clashes(pair: Pair) -> Iterator[Clash]:
    """Sentences of the draft of which the notes hold hardly a word."""
    for clause in pair.clauses if pair.jottings else ():
        text = clause.text
        if (
            clause.is_heading
            or clause.index in pair.roll
            or _LEAD.search(text[:50])
            or _LEADS_ON.search(text)
            or _REMARKED.search(text)
        ):
            continue
        around, is_between = _jottings_around(pair, clause)
        if not is_between:
            continue
        found = _support(pair, clause, around)
        odds = _odds(pair, clause, found) if found.weight >= _LEAST_SAID else -math.inf
        figure = next((v for v in pair.values[clause.index] if _is_new(pair, clause, v)), None)
        if figure and odds >= _SURE_OF_FIGURE and _DECIDES.search(text):
            message = f"Nothing in the notes has {text[slice(*trimmed(figure))]} or tells of this."
            yield Clash(message, (clause.place(),), 2 - found.here, Severity.WARNING)
        elif odds >= _SURE or _is_hinted_at(pair, clause, found):
            message = "The notes do not seem to have anything of this sentence."
            yield Clash(message, (clause.place(),), 1 - found.here, Severity.HINT)


def _is_hinted_at(pair: Pair, clause: Clause, found: _Support) -> bool:
    text = clause.text
    if not _STATES.search(text) or _has_noted_value(pair, clause):
        return False
    return found.here <= _OF_WORDS and found.anywhere <= _ANYWHERE and found.weight >= _LEAST_OF_WORDS


def _odds(pair: Pair, clause: Clause, found: _Support) -> float:
    """How likely it is that the notes never had a sentence, as log-odds: at 0 either is as likely."""
    links, k = pair.links, clause.index
    before, after = _neighbours(pair, clause)
    gap = after - before if before is not None and after is not None else -1
    said = sum(links.worth_of(word.low) for word in links.draft_words[k]) + _UNKNOWN
    return (
        _WEIGHTS["constant"]
        + _WEIGHTS["noted"] * found.anywhere
        + _WEIGHTS["alike"] * min(_MOST_ALIKE, links.best_of_draft[k] / said)
        + _WEIGHTS["left"] * min(_MOST_LEFT, _most_left(pair, clause, before, after)) / _MOST_LEFT
        + _WEIGHTS["no room"] * (0 <= gap <= _NEXT)
        + _WEIGHTS["decides"] * (_DECIDES.search(clause.text) is not None)
        + _WEIGHTS["states"] * (_STATES.search(clause.text) is not None)
        + _WEIGHTS["new value"] * any(_is_new(pair, clause, v) for v in pair.values[k])
        + _WEIGHTS["noted value"] * _has_noted_value(pair, clause)
    )


def _has_noted_value(pair: Pair, clause: Clause) -> bool:
    telling = (v for v in pair.values[clause.index] if v.kind is not Kind.NUMBER or is_big(v))
    return any(pair.links.supporting(v) for v in telling)


def _is_new(pair: Pair, clause: Clause, value: Value) -> bool:
    """Whether no jotting has a value, and it is neither sum nor difference of two beside it."""
    if pair.links.supporting(value) or not _is_plain(value):
        return False
    beside = {n for c in pair.beside(clause.index, 2) for v in pair.values[c.index] for n in _amounts(v)}
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


def _most_left(pair: Pair, clause: Clause, before: int | None, after: int | None) -> float:
    """Of the jottings between those of its neighbours, the words of the one that has most which no sentence there has."""
    if before is not None and after is not None and 0 <= after - before <= _ROOM:
        room = range(before, after + 1)
    else:
        at = before if before is not None else after or 0
        room = range(max(0, at - 1), min(len(pair.jottings), at + 3))
    links, k = pair.links, clause.index
    around = range(max(0, k - _REACH), min(len(pair.clauses), k + _REACH + 1))
    told = {word.low for c in around if c != k for word in links.draft_words[c]}
    return max((untold_words(pair, pair.jottings[j], told, _MEANT) for j in room), default=0.0)


def _is_plain(value: Value) -> bool:
    """Whether notes that tell of a thing would have a value: a sum, a day, a number, no period that follows from it."""
    return (
        is_big(value)
        and not value.is_run
        and value.kind in {Kind.MONEY, Kind.DATE, Kind.NUMBER}
        and not value.by_words
    )


def _support(pair: Pair, clause: Clause, around: set[int]) -> _Support:
    links = pair.links
    near: dict[str, float] = {}
    for j in around:
        for word in links.note_words[j]:
            for other, share in links.meanings[word.text].items():
                near[other] = max(near.get(other, 0.0), share)
    words = {low for low in words_said(pair, clause.index) if not is_voting_word(low)}
    worths = {low: links.worth_of(low) / math.log(len(links.draft) + 1) for low in words}
    weight = sum(worths.values())
    if not weight:
        return _Support(0.0, 1.0, 1.0)
    here = sum(worth * min(1.0, _KNOWN * near.get(low, 0.0)) for low, worth in worths.items())
    anywhere = sum(
        worth * min(1.0, _KNOWN * links.best_of_word.get(low, 0.0)) for low, worth in worths.items()
    )
    return _Support(weight, here / weight, anywhere / weight)


def _jottings_around(pair: Pair, clause: Clause) -> tuple[set[int], bool]:
    """The jottings that would tell of a sentence, by those of the sentences around, and whether both sides have such."""
    links = pair.links

    def sources(k: int) -> list[int]:
        return [] if (j := links.surely_from(k)) is None else [j]

    found, is_between = region_around(clause.index, sources)
    for j in links.linked[clause.index][:1]:
        found.update(range(j - 1, j + 2))
    return found & set(range(len(pair.jottings))), is_between
