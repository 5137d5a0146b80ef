"""How likely the draft names the wrong person, beside another whom the notes of the same thing name.

Who asked, reported, moved or is to do something stands in minutes beside what was asked, and in notes beside a word
or two of it; often a line names several, or the one whom it is of stands in the line before. Whether a name of the
notes should stand in the sentence shows by many small things: how far the line is of the sentence, whom both name
that the other does not, whether each is named elsewhere instead, and how. ``benchmarks.facts_learning`` learns what
each of them counts.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from review_tui.facts.afterwards import after_close
from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.mentions import Mention
from review_tui.facts.motions import marked_movers, movers_noted, movers_told
from review_tui.facts.odds import likeliest, log_odds
from review_tui.facts.pair import Pair
from review_tui.facts.roster import Who
from review_tui.facts.speakers import is_keepers_label, lists_people
from review_tui.facts.wording import named_in_full, said_in
from review_tui.model.findings import Severity
from review_tui.model.frozen import frozen

TOLD = 1.5
"""Odds, as their logarithm, from which a name is told."""
_CLEARLY = 1.0
"""How much likelier it must be than that the same name of the notes belongs into another sentence."""
_BESIDE_RULES = 1.0
"""How sure it is beside what a rule tells of the same words."""
_LIKELY, _BEFORE_AND_AFTER, _MOST = 4, 2, 12
"""Jottings that a sentence is likeliest from, and those beside it; of the former with their lines the most that are looked at."""
_CLOSE = 3
"""Sentences on either side of one."""
_MOST_MEANT = 2
"""People of whom a jotted name may mean any, to be held against one."""
_TO_DO = re.compile(
    r"\s*(?:\([^)]{1,30}\)\s*)?(?:will|would|(?:(?:is|was|are|were|has|have|had|be|been|being)\s+){0,3}"
    r"(?:(?:agreed|volunteered|offered|undertook|promised|asked|requested|instructed|delegated)\s+)?to)\s+"
    r"(?!be\b|have\b(?! (?:it|them|the|this|that|a)\b)|not\b|like\b|the\b)[a-z]{2,}"
)
"""What stands after the owner of a task."""
_ASKED = re.compile(
    r"\b(?:ask(?:ed|s)?|request(?:ed|s)?|instruct(?:ed|s)?|action)\W{1,3}(?:that\s+)?(?:the\s+)?\Z",
    re.IGNORECASE,
)
"""What stands before one."""
_CAN_NOT = re.compile(
    r"\s+(?:can'?t|cannot|won'?t|isn'?t (?:able|free)|unable|not free|is away|away|back|in|out|left|leaves|arrives|arrived|joined|joins|late|here|says|said|sez|thinks|asks|asked|wants)\b",
    re.IGNORECASE,
)
"""What stands behind somebody who is not to do it, or of whom the line tells something else."""
_FROM = re.compile(r"\bfrom\s+(?:\w+\.?\s+)?\Z")
"""What stands before somebody from whom something came: "a letter from Mr Hale"."""
_BETWEEN_NAMES = " /&+,"
"""What stands between two names that are jotted as one pair."""

_WEIGHTS = {
    "people": -0.83,  # of the sentence
    "role": -2.49,
    "moves": 2.79,
    "to do": 2.58,
    "from": -4.23,
    "noted": 0.79,  # jottings that name them, as their logarithm
    "noted nowhere": -0.82,
    "noted in one linked": -2.31,
    "noted in the line": -1.98,
    "of jotting": 3.36,  # what it shares with the sentence, beside the most that it does with any
    "far": -1.20,  # whether it stands away from the likeliest
    "words": -0.41,  # of the jotting beside names, as their logarithm
    "theirs surely meant": 0.66,
    "theirs a role": -1.53,
    "theirs told nowhere": -6.57,
    "theirs noted": -1.18,  # jottings, but lists of people
    "theirs noted oftener": 1.56,  # than they are told
    "theirs told close by": -0.54,
    "theirs told from jotting": -0.99,  # in a sentence that is likeliest from the same
    "moves, theirs not marked": -1.02,  # as moving or seconding
    "constant": -0.01,
}
"""How much each counts."""


@frozen(eq=False)
class Rival:
    """Somebody of a sentence, and another whom a jotting names who may have to stand there."""

    clause: Clause
    mine: Mention
    jotting: Clause
    theirs: Mention


def person_clashes(pair: Pair) -> Iterator[Clash]:
    """People who are likelier wrong than right, in the order of the draft, each beside another of the notes."""
    judged = ((log_odds(_WEIGHTS, features), rival) for rival, features in rival_features(pair))
    told = likeliest((j for j in judged if j[0] >= TOLD), lambda rival: id(rival.mine))
    for odds, rival in told:
        others = [o for o, r in told if r.theirs is rival.theirs and r is not rival]
        if all(odds >= other + _CLEARLY for other in others):  # one of the notes can't stand in two places
            yield _clash(pair, rival)


def _clash(pair: Pair, rival: Rival) -> Clash:
    mine, theirs = rival.mine.text, named_in_full(pair.roster, rival.theirs)
    said = said_in(rival.jotting)
    message = (
        f"The draft gives this to {mine} to do; the notes of the same thing name {theirs} ({said})."
        if _is_to_do(rival.clause.text, rival.mine)
        else f"The draft names {mine} here; the notes of the same thing name {theirs} ({said})."
    )
    places = (
        rival.clause.place(rival.mine.start, rival.mine.end),
        rival.jotting.place(rival.theirs.start, rival.theirs.end),
    )
    return Clash(message, places, _BESIDE_RULES, Severity.WARNING)


def rival_features(pair: Pair) -> Iterator[tuple[Rival, dict[str, float]]]:
    """Everybody of the draft beside everybody of its likely jottings, and what speaks for a mistake, by name."""
    if pair.jottings and pair.roster.all:
        yield from _Rivals(pair).all()


class _Rivals:
    def __init__(self, pair: Pair) -> None:
        self._pair = pair
        self._told = [_everybody(mentions) for mentions in pair.mentions]
        self._noted = [_everybody(mentions) for mentions in pair.noted]
        self._lists = {j for j in range(len(pair.jottings)) if lists_people(pair, j)}
        self._telling, self._naming = _by_person(self._told), _by_person(self._noted)
        """For each person the clauses and the jottings that name them."""
        self._beside_names: dict[int, int] = {}

    def all(self) -> Iterator[tuple[Rival, dict[str, float]]]:
        for clause in self._pair.clauses:
            if clause.index in self._pair.roll or clause.is_heading:
                continue
            jottings = [
                j
                for j in self._jottings_of(clause)
                if j not in self._lists and j not in after_close(self._pair)
            ]
            of_jotting = {j: self._features_of_jotting(clause, j) for j in jottings}
            for mine in self._pair.mentions[clause.index] if jottings else ():
                if id(mine) in movers_noted(self._pair):
                    continue
                of_mine = self._features_of_mine(clause, mine)
                for j in jottings:
                    if mine.who & self._noted[j]:
                        continue
                    for theirs in self._pair.noted[j]:
                        if is_keepers_label(self._pair, j, theirs) or self._is_joined_to(mine.who, j, theirs):
                            continue
                        if theirs.who & self._told[clause.index] or (
                            len(theirs.who) > _MOST_MEANT and not theirs.is_role
                        ):
                            continue
                        rival = Rival(clause, mine, self._pair.jottings[j], theirs)
                        if of_mine["to do"] and _CAN_NOT.match(rival.jotting.text, theirs.end):
                            continue  # it is for another to do
                        yield rival, of_mine | of_jotting[j] | self._features_of_theirs(rival)

    def _is_joined_to(self, who: Who, j: int, theirs: Mention) -> bool:
        """Whether one of two names with but a stroke between them, which a line is cut at: "Elaine / Duncan 3.5%"."""
        before, jotting = self._pair.jottings[j - 1], self._pair.jottings[j]
        if not j or before.item != jotting.item or jotting.text[: theirs.start].strip(_BETWEEN_NAMES):
            return False
        last = self._pair.noted[j - 1][-1:]
        return any(m.who & who and not before.text[m.end :].strip(_BETWEEN_NAMES) for m in last)

    def _jottings_of(self, clause: Clause) -> Sequence[int]:
        """The jottings that a sentence, or one beside it, is likely from, with their lines."""
        links = self._pair.links
        linked = links.linked[clause.index]
        own = links.lines_around(clause.index, _LIKELY, _MOST)
        if not own:
            return ()
        beside = [
            j
            for other in self._pair.beside(clause.index)
            if other is not clause
            for j in links.linked[other.index][:_BEFORE_AND_AFTER]
        ]
        around = [j for k in linked[:1] for j in (k + 1, k - 1) if 0 <= j < len(self._pair.jottings)]
        return [*dict.fromkeys([*own, *beside, *links.near(dict.fromkeys(beside[:2])), *around])]

    def _features_of_mine(self, clause: Clause, mine: Mention) -> dict[str, float]:
        links, text = self._pair.links, clause.text
        # that somebody was there shows nothing of what they did; a row of a table may be a list itself
        linked = [j for j in links.linked[clause.index] if j not in self._lists or "|" in text]
        naming = _any_of(self._naming, mine.who)
        return {
            "people": float(len(self._pair.mentions[clause.index])),
            "role": float(mine.is_role),
            "moves": float(id(mine) in movers_told(self._pair)),
            "to do": float(_is_to_do(text, mine)),
            "from": float(_FROM.search(text, 0, mine.start) is not None),
            "noted": math.log1p(len(naming)),
            "noted nowhere": float(not naming),
            "noted in one linked": float(any(j in naming for j in linked)),
            "noted in the line": float(any(j in naming for j in links.near(linked[:1]))),
        }

    def _features_of_jotting(self, clause: Clause, j: int) -> dict[str, float]:
        links = self._pair.links
        first = links.linked[clause.index][:1]
        return {
            "of jotting": links.share_of_best(clause.index, j),
            "far": float(not first or abs(j - first[0]) > 1),
            "words": math.log1p(self._words_beside_names(j)),
        }

    def _words_beside_names(self, j: int) -> int:
        if j not in self._beside_names:
            named = self._pair.noted[j]
            words = self._pair.links.note_words[j]
            self._beside_names[j] = sum(not any(m.start <= w.start < m.end for m in named) for w in words)
        return self._beside_names[j]

    def _features_of_theirs(self, rival: Rival) -> dict[str, float]:
        links, who, j = self._pair.links, rival.theirs.who, rival.jotting.index
        told, noted = _any_of(self._telling, who), _any_of(self._naming, who)
        close = [
            c.index for c in self._pair.beside(rival.clause.index, _CLOSE) if c.index not in self._pair.roll
        ]
        is_moving = id(rival.mine) in movers_told(self._pair)
        return {
            "theirs surely meant": float(rival.theirs.strength > 1),
            "theirs a role": float(rival.theirs.is_role),
            "theirs told nowhere": float(not told),
            "theirs noted": math.log1p(len(noted - self._lists)),
            "theirs noted oftener": float(len(noted) > len(told)),
            "theirs told close by": float(any(who & self._told[k] for k in close)),
            "theirs told from jotting": float(any(who & self._told[k] for k in links.first_for[j])),
            "moves, theirs not marked": float(
                is_moving and id(rival.theirs) not in marked_movers(self._pair)
            ),
        }


def _everybody(mentions: Sequence[Mention]) -> Who:
    return frozenset(key for mention in mentions for key in mention.who)


def _by_person(named: Sequence[Who]) -> dict[str, set[int]]:
    """For each person the places in a list of those who are named."""
    found: dict[str, set[int]] = defaultdict(set)
    for place, who in enumerate(named):
        for key in who:
            found[key].add(place)
    return found


def _any_of(places: Mapping[str, set[int]], who: Who) -> set[int]:
    """Where any of some people are named."""
    return set().union(*(places.get(key, ()) for key in who))


def _is_to_do(text: str, mention: Mention) -> bool:
    return _TO_DO.match(text, mention.end) is not None or _ASKED.search(text, 0, mention.start) is not None
