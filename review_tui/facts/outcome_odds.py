"""How likely the draft tells another outcome of a thing than the notes: approved for refused, deferred for carried.

Every word for what became of something is held against every one of another outcome in the jottings that its sentence
may tell, or that name the same thing. Notes tell votes on amendments, on what was put off before and on the next item
in one line; what speaks for two words being of one thing, and for another word being the one that is meant,
``benchmarks.facts_learning`` learns.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from review_tui.facts.clash import Clash
from review_tui.facts.nearness import near_to, nearness
from review_tui.facts.odds import likeliest, log_odds
from review_tui.facts.outcome_words import stated_outcomes, times_told, told_outcomes
from review_tui.facts.pair import Pair
from review_tui.facts.rival_lines import RivalLines, around_noted, around_told, lines_for, link_features
from review_tui.facts.rulings import Ruling, are_initials, likeness, rulings_noted, rulings_told
from review_tui.facts.values import Kind
from review_tui.facts.vote_order import matched_votes
from review_tui.facts.wording import says_otherwise
from review_tui.language.calendar_words import MONTH

TOLD, AMONG_MANY = 1.6, 2.8
"""Odds, as their logarithm, from which another outcome is told, where the notes are a few lines and where they are many."""
_FEW, _MANY = 8, 24
"""Jottings."""
_LIKE = 1.5
"""What the things of two outcomes must share for their jotting to be looked at, wherever it stands."""
_TIMES = 4
"""What stands near counts, so that little of it is told apart from none."""
_LEAD = 2
"""Sentences that may lead up to one that names no thing, and jottings that may before one that does not."""
_FIRM = re.compile(
    r"(?:refus|rej|declin|deni|defer|postpon|approv|appr?v?'?d|agr'?d|granted|carr|adopted|lost|park|tabled?|withdr"
    r"|not (?:agreed|approved|granted|accepted|adopted|carried|supported))",
    re.IGNORECASE,
)
"""A word for an outcome that means nothing else."""
_SIGNS, _OF_SIGN = frozenset("\u2713\u2714\u2717\u2718"), 0.5
"""Signs for an outcome, and how much one is beside such a word."""
_MOVED = re.compile(
    r"\b(?:mov(?:ed|es)|propos(?:ed|es)|suggested|urged|asked)\b(?:(?!\b(?:resolved|agreed|seconded|was|were|is)\b)[^;.]){0,200}\bbe (?:\w+ ){0,2}\Z",
    re.IGNORECASE,
)
"""What stands before an outcome that was only moved."""
_ASSENT = re.compile(r"\W*(?:yes|ok|okay|agreed|fine|yep)\W*", re.IGNORECASE)
_WEIGHTS = {
    "shared": -1.20,  # what sentence and jotting share, as its logarithm
    "of theirs": 3.73,  # how near the jotting comes to its own best sentence
    "near share": 3.57,  # what the sentence shares with the likeliest line near by
    "one line": 1.18,
    "led": 1.59,  # how near the jotting comes to being of the sentences that lead up to it
    "untold around theirs": -1.05,
    "around, of best": 0.49,  # what the jotting has of what stands around the word of the draft, beside the best one
    "votes": -2.17,  # whether the sentence gives votes
    "near": 3.25,  # how near to both what both texts have stands
    "vote agrees": -5.21,  # whether either is of a vote of which draft and notes tell the same
    "likest": 1.53,  # whether its thing is the likest that the draft tells an outcome of
    "agrees of this": -0.95,  # how like its thing is one of which the notes say the same
    "agrees near": -0.67,
    "told near": -0.57,
    "told share": -3.48,  # how near another sentence that says what the notes say comes to the jotting
    "agrees in any words": -1.65,
    "told in any words": -1.51,
    "ruling": 1.23,  # whether the words around make it a decision
    "assent": -3.02,
    "firm": 2.11,
    "approved": 2.63,
    "theirs approved": 1.39,
    "constant": -7.01,
}
"""How much each counts."""

_NAMING, _FEW_WORDS, _SURELY = 5, 2, 0.7
"""Letters of a word that names a thing, how many words do, and how surely a jotted one must stand for one of the draft."""
_CLEARLY = 1.0
"""How much likelier another outcome of a paragraph must be than this, for the notes to be of that alone."""
_OF_ONE_THING = 2.5
"""How sure it is that one is wrong that both name once, beside other clashes of the same words."""

Outcomes = Iterator[tuple[Ruling, Ruling, dict[str, float]]]
"""An outcome of the draft, another of the notes, and what speaks for both being of one thing."""


def outcome_clashes(pair: Pair) -> Iterator[Clash]:
    """Outcomes that are likelier wrong than right, each with the likeliest of the notes."""
    judged = (
        (log_odds(_WEIGHTS, features), (told, noted)) for told, noted, features in outcome_features(pair)
    )
    least = _least(pair)
    best = likeliest((j for j in judged if j[0] >= least), lambda both: id(both[0]))
    for odds, (told, noted) in best:
        if any(
            other is noted and mine.clause.passage == told.clause.passage and likelier > odds + _CLEARLY
            for likelier, (mine, other) in best
        ):
            continue  # one of the notes is of one thing of a paragraph
        end = told.start + len(told.clause.text[told.start : told.end].rstrip())
        places = (told.clause.place(told.start, end), noted.clause.place(noted.start, noted.end))
        yield Clash(says_otherwise(told.words, noted.words, noted.clause), places, odds)
    yield from (
        Clash(
            says_otherwise(told.words, noted.words, noted.clause),
            (told.clause.place(told.start, told.end), noted.clause.place(noted.start, noted.end)),
            _OF_ONE_THING,
        )
        for told, noted in _of_one_thing(pair)
    )


def _of_one_thing(pair: Pair) -> Iterator[tuple[Ruling, Ruling]]:
    """Outcomes of a thing that draft and notes name once each: of two policies that changed places, each is its own line's likest."""
    links = pair.links
    naming: dict[str, set[int]] = defaultdict(set)
    for j, words in enumerate(links.note_words):
        for word in words:
            naming[word.low].add(j)
    ruled = {told.clause.index for told in rulings_told(pair)}
    for noted in rulings_noted(pair) if pair.clauses else ():
        things = [w for w in noted.thing if len(w.low) >= _NAMING]
        if not 0 < len(things) == len(noted.thing) <= _FEW_WORDS:
            continue
        telling = [{k for k, share in links.strengths[w.text].items() if share >= _SURELY} for w in things]
        of_all = set.intersection(*telling) & ruled
        jotted = set().union(*(naming[w.low] for w in things))
        if len(of_all) != 1 or jotted != {noted.clause.index}:
            continue
        for told in rulings_told(pair):
            names = {w.low for w in told.thing[:_FEW_WORDS]}
            is_of_thing = all(
                any(links.meanings[w.text].get(low, 0.0) >= _SURELY for low in names) for w in things
            )
            if (
                told.clause.index in of_all
                and told.name != noted.name
                and is_of_thing
                and not times_told(told.clause.text, noted.name, [(told.start, told.end)])
                and not _is_said_otherwise(pair, told, noted)
            ):
                yield told, noted


def _firmness(words: str) -> float:
    """How surely words or a sign of the notes mean an outcome, from 0 to 1: a tick may only say that a thing was dealt with."""
    return _OF_SIGN if words.strip() in _SIGNS else float(_FIRM.match(words) is not None)


def _least(pair: Pair) -> float:
    """The odds from which an outcome is told: the more lines there are, the oftener two are of two things."""
    crowd = (len(pair.jottings) - _FEW) / (_MANY - _FEW)
    return TOLD + (AMONG_MANY - TOLD) * min(1.0, max(0.0, crowd))


def outcome_features(pair: Pair) -> Outcomes:
    """Every outcome of the draft beside every other one that its sentence may be told from."""
    for clause in pair.clauses if pair.jottings else ():
        told = _told(pair)[clause.index]
        alike = (noted for noted, like in _likenesses(pair) for t in told if like.get(id(t), 0.0) > _LIKE)
        voted = (theirs for mine, theirs in _of_votes(pair) if mine.clause is clause)
        rivals = lines_for(pair, clause, [r.clause.index for r in (*alike, *voted)]) if told else None
        if rivals is None:
            continue
        noted = [r for j in rivals.lines for r in _noted(pair)[j]]
        for mine in told:
            same = [r for r in noted if r.name == mine.name]
            for theirs in noted:
                if theirs.name != mine.name and not _is_said_otherwise(pair, mine, theirs):
                    yield mine, theirs, _features(pair, rivals, mine, theirs, same)


_MERELY_NOT = re.compile(r"(?:not|never|n't|no)\b", re.IGNORECASE)
_PUT_OFF_TO = re.compile(
    r"\b(?:moved?|taken|heard|held|brought|discussed|considered|come|return\w*|put|listed)\b[^.;]{0,20}"
    rf"\b(?:to|until|till|for|in) (?:the )?(?:next|{MONTH}|\d)",
    re.IGNORECASE,
)


def _is_said_otherwise(pair: Pair, mine: Ruling, theirs: Ruling) -> bool:
    """Whether a thing that was put off is told in other words: as not approved, or with the time that it was put off to."""
    if _is_of_person(pair, mine, theirs) or _is_of_motion(pair, mine, theirs):
        return True
    if theirs.name != "deferred":
        return False
    if mine.name == "refused" and _MERELY_NOT.match(mine.words):
        return True
    times = [v for v in pair.noted_values[theirs.clause.index] if theirs.start <= v.start < theirs.end]
    return _PUT_OFF_TO.search(mine.clause.text) is not None and any(
        mine.clause.index in pair.links.explained(v) for v in times
    )


_NO = re.compile(r"\W*no\W*", re.IGNORECASE)
_CARRIED = re.compile(r"carried|passed|agreed|approved|adopted", re.IGNORECASE)
_MOTION = re.compile(r"\b(?:moved|moves|motion|proposed)\b", re.IGNORECASE)
_WITHDREW = re.compile(r"withdr[ea]w", re.IGNORECASE)


def _is_of_person(pair: Pair, mine: Ruling, theirs: Ruling) -> bool:
    """Whether the notes only tell that somebody said no, or gave up what they wanted, of whom the sentence does not tell."""
    jotting = theirs.clause
    before = [m for m in pair.noted[jotting.index] if m.end <= theirs.start]
    if before and _NO.fullmatch(theirs.words):
        return not jotting.text[before[-1].end : theirs.start].strip()
    told = {key for c in pair.beside(mine.clause.index) for m in pair.mentions[c.index] for key in m.who}
    return bool(before and _WITHDREW.match(theirs.words)) and not told & before[-1].who


def _is_of_motion(pair: Pair, mine: Ruling, theirs: Ruling) -> bool:
    """Whether the draft has as carried a motion to do just what the notes say: to table, to deny."""
    if mine.name != "approved" or not _CARRIED.match(mine.words):
        return False
    before = [c for c in pair.beside(mine.clause.index, _LEAD) if c.index <= mine.clause.index]
    return any(
        _MOTION.search(c.text)
        and times_told(c.text, theirs.name, [(mine.start, mine.end)] if c is mine.clause else ())
        for c in before
    )


def _features(
    pair: Pair, rivals: RivalLines, mine: Ruling, theirs: Ruling, same: Sequence[Ruling]
) -> dict[str, float]:
    """What speaks for two outcomes being of one thing; ``same``: those of the jottings that agree."""
    clause, jotting = mine.clause, theirs.clause
    k, j = clause.index, jotting.index
    beside_mine, beside_theirs = (
        around_told(pair, rivals, mine.start, mine.end),
        around_noted(pair, j, theirs.start, theirs.end),
    )
    others = {*pair.links.clauses_of[j], *(c.index for c in pair.beside(k)), k}
    saying = [r for n in others for r in _told(pair)[n] if r.name == theirs.name]
    share = pair.links.score[k].get(j, 0.0)
    said = max((pair.links.score[r.clause.index].get(j, 0.0) for r in saying), default=0.0)
    line = [n for n in pair.links.lines[jotting.item] if abs(n - j) <= 1]
    here, there = (theirs.start, theirs.end), (mine.start, mine.end)
    likes = {id(noted): like for noted, like in _likenesses(pair)}
    like = likes.get(id(theirs), {})
    agreeing = max(
        (likes[id(r)].get(id(mine), 0.0) for r in rulings_noted(pair) if r.name == mine.name), default=0.0
    )
    votes = [(a, b) for a, b in _of_votes(pair) if a.name == b.name]
    return {
        **link_features(pair, rivals, j),
        "led": _led(pair, k, j),
        "untold around theirs": math.log1p(beside_theirs.total - beside_theirs.of(k)),
        "around, of best": beside_mine.of(j) / beside_mine.most if beside_mine.most else 0.0,
        "votes": float(any(v.kind is Kind.VOTE for v in pair.values[k])),
        "near": _near(mine, [theirs]),
        "vote agrees": float(any(a is mine or b is theirs for a, b in votes)),
        "likest": float(id(mine) in like and like[id(mine)] >= max(like.values())),
        "agrees of this": math.log1p(agreeing),
        "agrees near": _near(mine, same),
        "told near": _near(theirs, saying),
        "told share": min(1.0, said / max(share, 0.1)),
        "agrees in any words": float(
            min(2, sum(times_told(pair.jottings[n].text, mine.name, [here] if n == j else ()) for n in line))
        ),
        "told in any words": float(min(2, times_told(clause.text, theirs.name, [there]))),
        "ruling": float(mine in rulings_told(pair)),
        "assent": float(_ASSENT.fullmatch(theirs.words) is not None),
        "firm": _firmness(theirs.words),
        "approved": float(mine.name == "approved"),
        "theirs approved": float(theirs.name == "approved"),
    }


def _led(pair: Pair, k: int, j: int) -> float:
    """How near a jotting, or what stands right before it, comes to being of the sentences that lead up to one."""
    links = pair.links
    before = [c.index for c in pair.beside(k, _LEAD) if c.index < k and links.best_of_draft[c.index]]
    return max(
        (
            links.score[n].get(q, 0.0) / links.best_of_draft[n]
            for n in before
            for q in range(j - _LEAD, j + 1)
        ),
        default=0.0,
    )


def _near(one: Ruling, others: Sequence[Ruling]) -> float:
    """How near to an outcome and to any of others what both texts have stands."""
    near = near_to(one.clause.text, one.start, one.end)
    found = (nearness(near, near_to(r.clause.text, r.start, r.end)) for r in others)
    return math.log1p(_TIMES * max(found, default=0.0))


@lru_cache(maxsize=4)
def _of_votes(pair: Pair) -> list[tuple[Ruling, Ruling]]:
    """The outcomes of votes that draft and notes have both, beside each other."""
    votes = ((mine.outcome, theirs.outcome) for mine, theirs in matched_votes(pair))
    return [(mine, theirs) for mine, theirs in votes if mine and theirs]


@lru_cache(maxsize=4)
def _likenesses(pair: Pair) -> list[tuple[Ruling, dict[int, float]]]:
    """Each ruling of the notes, with how like it those of the draft are."""
    told = rulings_told(pair)
    return [
        (noted, {id(t): share for t in told if (share := likeness(pair, noted, t))})
        for noted in rulings_noted(pair)
    ]


@lru_cache(maxsize=4)
def _told(pair: Pair) -> dict[int, list[Ruling]]:
    """The outcomes of each clause: its rulings, and what else names one."""
    found: dict[int, list[Ruling]] = defaultdict(list)
    for ruling in rulings_told(pair):
        found[ruling.clause.index].append(ruling)
    for clause in pair.clauses:
        for name, match in told_outcomes(clause.text).items():
            if _MOVED.search(clause.text, 0, match.start()):
                continue
            _add(found[clause.index], Ruling(clause, name, match.start(), match.end(), (), (), ()))
    return found


@lru_cache(maxsize=4)
def _noted(pair: Pair) -> dict[int, list[Ruling]]:
    """The same of each jotting."""
    found: dict[int, list[Ruling]] = defaultdict(list)
    for ruling in rulings_noted(pair):
        found[ruling.clause.index].append(ruling)
    for jotting in pair.jottings:
        for stated in stated_outcomes(jotting.text):
            ruling = Ruling(jotting, stated.name, stated.start, stated.end, (), (), ())
            if not are_initials(pair, ruling.words):
                _add(found[jotting.index], ruling)
    return found


def _add(found: list[Ruling], ruling: Ruling) -> None:
    if not any(r.start < ruling.end and ruling.start < r.end for r in found):
        found.append(ruling)
