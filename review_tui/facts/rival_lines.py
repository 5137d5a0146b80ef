"""The jottings that a sentence may tell, and how much speaks for a word of each being said of the same thing.

What two words that can't both be right are judged by, whatever they are: opposites, outcomes, a "not". How well
sentence and jotting go together is told apart from how well the words around the one do with those around the other.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from review_tui.facts.clauses import Clause
from review_tui.facts.links import Word
from review_tui.facts.nearness import PART_END
from review_tui.facts.pair import Pair
from review_tui.facts.values import Value
from review_tui.language.stop_words import FORMAL_WORDS, VOTING_WORDS
from review_tui.model.frozen import frozen

_LIKELIEST, _BESIDE, _MOST = 3, 2, 14
"""Jottings that a sentence is likeliest from, how far those around them reach, and how many are looked at in all."""
_REACH = 3
"""Sentences before and behind one without a jotting, whose jottings may be near its own."""
_LEAST = 0.1
"""Below this nothing is shared."""
_FORMAL, _OF_VALUE = 0.35, 1.5
"""What a word counts that minutes use of anything, beside others, and a value."""
_STEP, _CROSSED = 0.3, 1.5
"""What a word further off a word counts less, and for each end of a part between them."""


@frozen
class RivalLines:
    """The jottings that a sentence may tell."""

    clause: Clause
    lines: tuple[int, ...]
    anchors: tuple[int, ...]
    """Those of them that it is likeliest from, or where that is not known, that stand where it would."""


def lines_for(pair: Pair, clause: Clause, also: Sequence[int] = ()) -> RivalLines | None:
    """The jottings that a sentence may tell, with others that are known to be of it; nothing for rolls and headings."""
    links, k = pair.links, clause.index
    if k in pair.roll or (clause.is_heading and "|" not in clause.text):
        return None
    anchors = list(dict.fromkeys([*links.linked[k][:_LIKELIEST], *links.likeliest(k, _LIKELIEST)]))
    if not anchors:
        around = [k + side * d for d in range(1, _REACH + 1) for side in (-1, 1)]
        own = [
            n
            for n in around
            if 0 <= n < len(pair.clauses)
            and (pair.clauses[n].item == clause.item or n == k - 1)
            and links.linked[n]
        ]
        anchors = list(dict.fromkeys(links.linked[n][0] for n in own))[:2]
    anchors = anchors or list(also[:1])
    if not anchors:
        return None
    first = anchors[0]
    before = links.linked[k - 1][0] if k and links.linked[k - 1] else first
    beside = [*range(first - _BESIDE, first + _BESIDE + 1), *range(before, before + _BESIDE + 1)]
    near = [*anchors, *links.near(anchors[:_LIKELIEST], _BESIDE)][:_MOST]
    near += [j for j in beside if 0 <= j < len(pair.jottings)]
    lines = tuple(j for j in dict.fromkeys([*near, *also]) if not pair.jottings[j].is_private)
    return RivalLines(clause, lines, tuple(anchors))


def link_features(pair: Pair, rivals: RivalLines, j: int) -> dict[str, float]:
    """How well a sentence goes with a jotting."""
    links, k = pair.links, rivals.clause.index
    row = links.score[k]
    share = row.get(j, 0.0)
    anchor = min(rivals.anchors, key=lambda a: (abs(a - j), -row.get(a, 0.0)))
    return {
        "shared": math.log1p(share),
        "of theirs": links.share_of_best(k, j),
        "near share": row.get(anchor, 0.0) / max(links.best_of_draft[k], _LEAST),
        "one line": float(pair.jottings[anchor].item == pair.jottings[j].item),
    }


@frozen
class Around:
    """What stands around a word of one text, as far as each clause or jotting of the other has it."""

    shared: dict[int, float]
    total: float

    def of(self, index: int) -> float:
        """What one has of it."""
        return self.shared.get(index, 0.0)

    @property
    def most(self) -> float:
        """What any has of it."""
        return max(self.shared.values(), default=0.0)


@lru_cache(maxsize=512)
def around_noted(pair: Pair, j: int, start: int, end: int) -> Around:
    """The words and values around a word of a jotting, the nearest counting most."""
    links, shared, total = pair.links, defaultdict[int, float](float), 0.0
    things: list[Word | Value] = [*links.note_words[j], *pair.noted_values[j]]
    for thing, nearness in _by_nearness(pair.jottings[j].text, things, start, end):
        if isinstance(thing, Word):
            worth = nearness * links.rarity(thing.text) * _weight(thing)
            for k, share in links.strengths[thing.text].items():
                shared[k] += worth * share
        else:
            worth = nearness * _OF_VALUE
            for k in links.explained(thing):
                shared[k] += worth
        total += worth
    return Around(dict(shared), total)


def around_told(pair: Pair, rivals: RivalLines, start: int, end: int) -> Around:
    """The same of a word of a sentence, as far as each of its jottings has it."""
    k = rivals.clause.index
    links, shared, total = pair.links, defaultdict[int, float](float), 0.0
    things: list[Word | Value] = [*links.draft_words[k], *pair.values[k]]
    for thing, nearness in _by_nearness(pair.clauses[k].text, things, start, end):
        if isinstance(thing, Word):
            worth = nearness * links.worth_of(thing.low) * _weight(thing)
            for j in rivals.lines:
                meant = (links.meanings[word.text].get(thing.low, 0.0) for word in links.note_words[j])
                shared[j] += worth * max(meant, default=0.0)
        else:
            worth = nearness * _OF_VALUE
            for j in links.supporting(thing):
                shared[j] += worth
        total += worth
    return Around(dict(shared), total)


def _weight(word: Word) -> float:
    return _FORMAL if word.low in FORMAL_WORDS or word.low in VOTING_WORDS else 1.0


def _by_nearness(
    text: str, things: Sequence[Word | Value], start: int, end: int
) -> Iterable[tuple[Word | Value, float]]:
    """What stands before and behind a word, each with how near it stands, from 0 to 1."""
    ends = [m.start() for m in PART_END.finditer(text)]
    things = sorted(things, key=lambda thing: thing.start)
    before = [(thing, thing.end, start) for thing in reversed(things) if thing.end <= start]
    behind = [(thing, end, thing.start) for thing in things if thing.start >= end]
    for side in (before, behind):
        for n, (thing, first, last) in enumerate(side):
            crossed = sum(first <= at < last for at in ends)
            yield thing, 1 / (1 + n * _STEP + crossed * _CROSSED)
