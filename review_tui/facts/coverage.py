"""How much of a jotting the draft tells, wherever it stands: the words, values and people that a few sentences have of it.

A jotting that was written down in other words still has some of its words, its figures, its day or who it is of in
one place of the draft. Where no place has more than a little of it, it is not told.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from functools import lru_cache

from review_tui.facts.clauses import Clause
from review_tui.facts.links import Links, Word
from review_tui.facts.mentions import Mention
from review_tui.facts.pair import Pair
from review_tui.facts.values import Kind, Value, agree
from review_tui.language.stop_words import (
    FORMAL_WORDS,
    GRAMMAR_WORDS,
    is_stop_word,
    is_voting_word,
)
from review_tui.language.word_match import INFLECTED
from review_tui.model.frozen import frozen

_REACH = 1
"""Clauses on either side that tell the same thing."""
_AROUND, _SIDES, _ROOM = 6, 2, 3
"""Neighbours on either side that tell where something would stand, how many of them do, and places around theirs."""
_KNOWN, _CAPITALS = 0.45, 3
"""How surely a word stands for one of the draft; times that a name has to be jotted to be somebody's."""
_TWO = 2
_SOURCES = 2
"""Jottings from which a clause is written as a rule."""
_FORMAL, _SMALL, _BIG, _OWNER = 0.35, 0.3, 0.85, 0.55
"""What words of every minutes, small and telling values, and people count beside a word that no clause has."""
_ENOUGH = 1.25
"""A word that stands for another surely enough counts in full."""
_SHORTEST = 3
"""Letters of a word that says something, unless it is in capitals."""
_TALK, _FEW = 0.23, 150
"""Share of words of grammar from which notes are talk, of which minutes leave out most, and words that show it."""
_SPEAKER, _OFTEN = re.compile(r"\s*([\w.' -]{2,24}):\s"), 4
"""Who says a line, and how many lines show that somebody speaks again and again."""
_MOVES = re.compile(
    r"(?:(?:\A|\s)(?:p|s|m|prop\w*|sec\w*|2nd|by|mvd|moved|seconded)[./:]?\s*|(?:\A|\s)[ms]/)\Z",
    re.IGNORECASE,
)
"""What stands before somebody who moves, whoever it is."""


@frozen
class Coverage:
    """What the draft has of a jotting."""

    weight: float
    """Of what the jotting says, people left out: in words of which the draft has none."""
    share: float
    """Of it what the few clauses have that have most of it, from 0 to 1."""
    here: float
    """The same where it would stand, by the jottings around it."""
    owned: float
    """``share`` where who it is of counts too."""
    owned_here: float
    """``here`` where who it is of counts too."""
    values: int
    """Telling values of it that the draft gives anywhere."""
    is_between: bool = False
    """Whether jottings before and after it are told, so that a gap is one."""


@lru_cache(maxsize=4)
def is_talk(pair: Pair) -> bool:
    """Whether the notes are what was said, word for word or nearly, or what several people wrote to each other."""
    words = [w for j in pair.jottings for w in re.findall(r"[a-z']+", j.text.lower())]
    if len(words) > _FEW and sum(w in GRAMMAR_WORDS for w in words) > _TALK * len(words):
        return True
    said = Counter(m[1] for j in pair.jottings if (m := _SPEAKER.match(j.text)))
    often = [count for count in said.values() if count >= _OFTEN]
    return len(often) > _TWO and 2 * sum(often) > len({j.item for j in pair.jottings})


@lru_cache(maxsize=4)
def coverages_of(pair: Pair) -> list[Coverage]:
    """How far the draft tells of each jotting."""
    return [coverage_of(pair, jotting) for jotting in pair.jottings]


def coverage_of(pair: Pair, jotting: Clause, start: int = 0, end: int | None = None) -> Coverage:
    """How far the draft tells of a jotting, or of a part of it."""
    within = range(start, len(jotting.text) if end is None else end)
    told = _told_of(pair, jotting, within)
    weight, shares = told.weight, told.shares
    region = regions_of(pair)[jotting.index]
    most, here = _most(shares), _most(shares, region.clauses)
    people = 0.0
    for mention in _owners(pair, jotting):
        if mention.start in within:
            people += _OWNER
            named = {index for key in mention.who for index in _naming(pair).get(key, ())}
            _spread(shares, pair.links, _OWNER, dict.fromkeys(named, 1.0))
    if not weight:
        return Coverage(0.0, 1.0, 1.0, 1.0, 1.0, told.values)
    whole = weight + people
    return Coverage(
        weight,
        most / weight,
        here / weight,
        _most(shares) / whole,
        _most(shares, region.clauses) / whole,
        told.values,
        region.is_between,
    )


def own_share_of(pair: Pair, jotting: Clause) -> float:
    """The share of a jotting that the draft has where it would stand, without what other jottings have put there."""
    links, region = pair.links, regions_of(pair)[jotting.index].clauses
    # what stands further off spreads to no clause of the region
    near = region and frozenset(k + step for k in region for step in range(-_REACH, _REACH + 1))
    said_by, free = _clauses_by_word(pair), _free_by_word(pair)[jotting.document.file]
    its_own = links.clauses_from.get(jotting.index, ())
    shares: dict[int, float] = defaultdict(float)
    weight = 0.0
    for word in _words_of_jottings(pair)[jotting.index]:
        worth = _worth(links, word)
        weight += worth
        said, own = said_by[word.text], free[word.text]
        if any(k in said for k in its_own):
            own = own | {k: said[k] for k in its_own if k in said}
        _spread(shares, links, worth, own if near is None else {k: own[k] for k in own.keys() & near})
    for value in values_of(pair, jotting):
        weight += _worth_of_value(value)
        giving = _clauses_giving(links, value)
        here = giving if near is None else giving & near
        own = {k: 1.0 for k in here if not _is_given_by_other(pair, jotting, value, k)}
        _spread(shares, links, _worth_of_value(value), own)
    return _most(shares, region) / weight if weight else 1.0


@frozen
class _Told:
    """What the draft has of the words and values of a jotting."""

    weight: float
    shares: dict[int, float]
    """By clause, with what those around it have."""
    values: int


def _told_of(pair: Pair, jotting: Clause, within: range) -> _Told:
    links = pair.links
    shares: dict[int, float] = defaultdict(float)
    weight = 0.0
    values = 0
    for word in _words_of_jottings(pair)[jotting.index]:
        if word.start in within:
            worth = _worth(links, word)
            weight += worth
            _add(shares, worth, _words_around(pair)[word.text])
    for value in values_of(pair, jotting):
        if value.start in within:
            said = _clauses_giving(links, value)
            worth = _worth_of_value(value)
            weight += worth
            values += bool(said) and _tells(value)
            _spread(shares, links, worth, dict.fromkeys(said, 1.0))
    return _Told(weight, shares, values)


def _worth(links: Links, word: Word) -> float:
    """What a jotted word says, beside one that the draft has nowhere."""
    return links.rarity(word.text) / links.of_unknown * (_FORMAL if word.low in FORMAL_WORDS else 1.0)


def _worth_of_value(value: Value) -> float:
    return _BIG if is_big(value) else _SMALL


def _others_of(links: Links, jotting: Clause, clause: int) -> list[int]:
    """The jottings of the same notes that a clause was written from, where this one is not among them.

    Two files of notes may say the same, such as a clerk's and the slides that were shown.
    """
    linked = links.linked[clause][:_SOURCES]
    if jotting.index in links.linked[clause]:
        return []
    return [j for j in linked if links.notes[j].document is jotting.document]


@frozen
class _Put:
    """The words of a clause that the jottings have of which it is, and those that it has from elsewhere."""

    words: frozenset[str]
    left: frozenset[str]

    def has(self, meanings: Iterable[str]) -> bool:
        """Whether all of the clause's words that a jotted one may stand for are put there by others."""
        return self.left.isdisjoint(meanings) and not self.words.isdisjoint(meanings)


@lru_cache(maxsize=4)
def _free_by_word(pair: Pair) -> dict[str, dict[str, dict[int, float]]]:
    """By file of notes, for each of its words the clauses that have it, but those where the jottings of which they are put it."""
    links, put = pair.links, _put_by_sources(pair)
    found: dict[str, dict[str, dict[int, float]]] = defaultdict(dict)
    for jotting, words in zip(pair.jottings, links.note_words, strict=True):
        file = jotting.document.file
        for text in {word.text for word in words} - found[file].keys():
            meanings = links.meanings[text]
            found[file][text] = {
                k: share
                for k, share in _clauses_by_word(pair)[text].items()
                if file not in put[k] or not put[k][file].has(meanings)
            }
    return found


@lru_cache(maxsize=4)
def _put_by_sources(pair: Pair) -> list[dict[str, _Put]]:
    """For each clause what the jottings put there of which it is, by the file of notes."""
    links = pair.links
    found: list[dict[str, _Put]] = []
    for linked, words in zip(links.linked, links.draft_words, strict=True):
        meant: dict[str, set[str]] = defaultdict(set)
        for j in linked[:_SOURCES]:
            for word in links.note_words[j]:
                meant[links.notes[j].document.file].update(links.meanings[word.text])
        said = frozenset(word.low for word in words)
        found.append({file: _Put(said & theirs, said - theirs) for file, theirs in meant.items()})
    return found


def _is_given_by_other(pair: Pair, jotting: Clause, value: Value, clause: int) -> bool:
    others = _others_of(pair.links, jotting, clause)
    return any(not value.keys.isdisjoint(v.keys) for j in others for v in pair.noted_values[j])


def _most(shares: dict[int, float], region: frozenset[int] | None = None) -> float:
    return max(shares.values() if region is None else (shares.get(at, 0.0) for at in region), default=0.0)


@frozen
class Region:
    """Where a jotting would stand in the draft, by the clauses that the jottings around it went into."""

    clauses: frozenset[int] | None
    """Those among which it would; none if that is not known. They may lie outside of the draft."""
    is_between: bool
    """Whether jottings on either side went into some."""


@lru_cache(maxsize=4)
def regions_of(pair: Pair) -> list[Region]:
    """Where each jotting would stand."""
    into = pair.links.first_for
    found = []
    for j in range(len(pair.jottings)):
        around, is_between = region_around(j, lambda other: into.get(other, ()))
        found.append(Region(frozenset(around.union(into.get(j, ()))) or None, is_between))
    return found


def region_around(at: int, linked: Callable[[int], Iterable[int]]) -> tuple[set[int], bool]:
    """Where in one text something would stand that stands at ``at`` in the other, by what its neighbours are ``linked`` with.

    Also whether neighbours on either side have something there.
    """
    found: set[int] = set()
    sides = 0
    for side in (-1, 1):
        count = 0
        for distance in range(1, _AROUND + 1):
            there = [*linked(at + side * distance)]
            for k in there:
                found.update(range(k - _ROOM, k + _ROOM + 1))
            count += bool(there)
            if count == _SIDES:
                break
        sides += count > 0
    return found, sides == _TWO


def words_said(pair: Pair, clause: int) -> set[str]:
    """The words of a clause that say something, in small letters, without people and values."""
    taken = [(m.start, m.end) for m in pair.mentions[clause]]
    taken += [(v.start, v.end) for v in pair.values[clause]]
    return {
        word.low
        for word in pair.links.draft_words[clause]
        if not any(start <= word.start < end for start, end in taken)
        and not is_stop_word(word.low)
        and word.low not in FORMAL_WORDS
    }


def values_of(pair: Pair, jotting: Clause) -> list[Value]:
    """The values that a jotting states."""
    left = {Kind.REFERENCE, Kind.VOTE}
    return [v for v in pair.noted_values[jotting.index] if v.kind not in left and not v.is_former]


def is_big(value: Value) -> bool:
    """Whether a value is hardly the same by chance: a day, a sum, a number above twenty."""
    return (
        value.kind in {Kind.DATE, Kind.MONEY}
        or value.is_run
        or any(key[0] == "n" and isinstance(key[1], float) and key[1] > 20 for key in value.keys)
    )


@lru_cache(maxsize=4)
def _clauses_by_word(pair: Pair) -> dict[str, dict[int, float]]:
    """For each jotted word the clauses that have it, and how surely."""
    words = {word.text: word for words in pair.links.note_words for word in words}
    return {text: _clauses_saying(pair, word) for text, word in words.items()}


def _clauses_saying(pair: Pair, word: Word) -> dict[int, float]:
    """The clauses that have a word, and how surely; a plain word is no name that is only spelled like it."""
    links = pair.links
    alike = {
        other: share
        for other, share in links.meanings[word.text].items()
        if share < INFLECTED and other in _surnames(pair)
    }
    if not alike or not word.text.islower():
        return links.strengths[word.text]
    found: dict[int, float] = {}
    for other, share in links.meanings[word.text].items():
        for index in links.clauses_with(other) if other not in alike else ():
            found[index] = max(found.get(index, 0.0), share)
    return found


@lru_cache(maxsize=4)
def _surnames(pair: Pair) -> frozenset[str]:
    return frozenset(part.lower() for p in pair.roster.all for part in p.last.split())


def _clauses_giving(links: Links, value: Value) -> set[int]:
    """The clauses that give a value of the notes; a day is not given by a number that is a part of it."""
    if value.kind is not Kind.DATE:
        return links.explained(value)
    return {
        index
        for key in value.keys
        for index, mine in links.index.get(key, ())
        if mine.kind is not Kind.NUMBER and agree(mine, value)
    }


def _tells(value: Value) -> bool:
    """Whether a draft that gives a value tells what it is of."""
    return is_big(value) or (value.kind is Kind.MONTH and len(value.parts) > 1 and bool(value.parts[0]))


def _spread(shares: dict[int, float], links: Links, worth: float, found: dict[int, float]) -> None:
    """Counts what clauses have to those around them, once each."""
    _add(shares, worth, _around_each(links, found))


def _around_each(links: Links, found: dict[int, float]) -> dict[int, float]:
    """What the clauses around each have of it, from 0 to 1."""
    near: dict[int, float] = {}
    last = len(links.draft)
    for index, sure in found.items():
        share = min(1.0, _ENOUGH * sure)
        for at in range(max(0, index - _REACH), min(last, index + _REACH + 1)):
            if share > near.get(at, 0.0):
                near[at] = share
    return near


def _add(shares: dict[int, float], worth: float, near: dict[int, float]) -> None:
    for at, share in near.items():
        shares[at] += worth * share


@lru_cache(maxsize=4)
def _words_around(pair: Pair) -> dict[str, dict[int, float]]:
    """For each jotted word what the clauses around those that have it have of it."""
    return {text: _around_each(pair.links, said) for text, said in _clauses_by_word(pair).items()}


def _owners(pair: Pair, jotting: Clause) -> list[Mention]:
    """People whom a jotting surely names; letters that stand in the draft as they are need be nobody's initials."""
    return [
        m
        for m in pair.noted[jotting.index]
        if m.strength > 1 and not (m.text.isupper() and m.text in pair.text)
    ]


@lru_cache(maxsize=4)
def _words_of_jottings(pair: Pair) -> list[list[Word]]:
    """The words of each jotting that say something, without people and values."""
    return [_words(pair, jotting) for jotting in pair.jottings]


def _words(pair: Pair, jotting: Clause) -> list[Word]:
    links = pair.links
    taken = [(m.start, m.end) for m in _owners(pair, jotting)]
    taken += [(v.start, v.end) for v in values_of(pair, jotting)]
    found: dict[str, Word] = {}
    for word in links.note_words[jotting.index]:
        if any(start <= word.start < end for start, end in taken) or not word.text[0].isalpha():
            continue
        if is_stop_word(word.low) or is_voting_word(word.low):
            continue
        if len(word.low) < _SHORTEST and not word.text.isupper():
            continue
        if word.text[0].isupper() and _is_somebody(pair, jotting, word):
            continue
        found.setdefault(word.low, word)
    return list(found.values())


@lru_cache(maxsize=4)
def _naming(pair: Pair) -> dict[str, set[int]]:
    """For each person the clauses that name them."""
    found: dict[str, set[int]] = defaultdict(set)
    for index, mentions in enumerate(pair.mentions):
        for mention in mentions:
            for key in mention.who:
                found[key].add(index)
    return found


def _is_somebody(pair: Pair, jotting: Clause, word: Word) -> bool:
    """Whether a name that the draft does not have is likely that of a person whom it calls otherwise."""
    if pair.links.surest[word.text] >= _KNOWN:
        return False
    if _calls_by_initials(pair):
        return True
    return _names(pair)[word.text] >= _CAPITALS or _MOVES.search(jotting.text[: word.start]) is not None


@lru_cache(maxsize=4)
def _calls_by_initials(pair: Pair) -> bool:
    """Whether the draft gives few first names: those that the notes have are not to be found there."""
    people = pair.roster.all
    return 2 * sum(len(p.first) < _TWO for p in people) > len(people)


@lru_cache(maxsize=4)
def _names(pair: Pair) -> Counter[str]:
    return Counter(w.text for words in pair.links.note_words for w in words if w.text[0].isupper())
