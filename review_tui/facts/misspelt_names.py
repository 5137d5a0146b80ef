"""A name of the draft that differs in a few letters from the one in the line that its sentence was written from.

Notes are no authority on spelling: whoever takes them writes names as they sound, drops letters and mistypes. But
most clerks write nearly every word that they write out as the draft has it; where these do, and the draft has a name
that no note has, and the line behind the sentence one that the draft never has, both but a slip apart, one of the
two is wrong, and a reviewer knows which.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.links import Links, Word
from review_tui.facts.name_clashes import draft_names, name_clash
from review_tui.facts.pair import Pair
from review_tui.facts.roster import nicknames
from review_tui.language.stems import stem
from review_tui.language.word_match import edit_distance, is_jotted_for, skeleton

_SHORTEST, _WRITTEN_OUT, _LONG = 4, 5, 6
"""Letters of a name, of a word that may show how well the notes are spelled, and of a name in which two may be wrong."""
_SLIPS = 2
"""Letters that differ in a slip."""
_TAKEN_FOR = 3
"""Letters that differ of two names of which one was taken for the other, as they begin with as many the same."""
_TAIL = 4
"""Letters with which such names end alike, where they do not begin so."""
_MOST_TYPOS = 2
"""Words of the notes that may be mistyped before nothing is made of their names."""
_MOST_SHORTENED = 7
"""Words of the notes without their vowels before a name that lacks a letter is taken for one too."""
_VOWELS = "aeiou"
_INITIAL_BEHIND = re.compile(r"[a-z][A-Z]")
"""Two words written as one: "HillM" for M. Hill."""
_WEIGHT = 1.8
"""How sure it is, beside names that stand in the place of another."""


def misspelt_name_clashes(pair: Pair) -> Iterator[Clash]:
    """Names of the draft that are spelled otherwise in the notes, in the order of the draft."""
    if not pair.jottings:
        return
    links = pair.links
    often = _counts(links)
    noted = {word.low for words in links.note_words for word in words}
    for clause, word, is_surname in draft_names(pair):
        if word.low in noted or often[word.low] > 1 or not links.linked[clause.index]:
            continue
        jotting = pair.jottings[links.linked[clause.index][0]]
        others = (o for o in links.note_words[jotting.index] if o.low not in often)
        other = next((o for o in others if _may_be_meant(pair, clause, word, o, is_surname=is_surname)), None)
        if other and _mistyped(pair) <= _MOST_TYPOS:
            yield name_clash((clause, word), (jotting, other), _WEIGHT)


def _counts(links: Links) -> Counter[str]:
    """How often each word stands in the draft."""
    return Counter(word.low for words in links.draft_words for word in words)


def _may_be_meant(pair: Pair, clause: Clause, word: Word, other: Word, *, is_surname: bool) -> bool:
    """Whether a word of the notes is the name that a word of the draft should be."""
    mine, theirs = word.low, other.low
    shorter = min(len(mine), len(theirs))
    if (
        _INITIAL_BEHIND.search(other.text)
        or shorter < _SHORTEST
        or _are_forms_of_one(mine, theirs)
        or theirs in nicknames(mine)
    ):
        return False
    off = edit_distance(mine, theirs)
    if len(theirs) < len(mine) and is_jotted_for(theirs, mine):
        return off == 1 and not _lacks_vowel(theirs, mine) and _shortened(pair) <= _MOST_SHORTENED
    if off == 1:
        return True
    is_name = other.text[0].isupper() or any(
        m.start <= word.start < m.end for m in pair.mentions[clause.index]
    )
    if off == _SLIPS and mine[0] == theirs[0]:
        return shorter >= _LONG or (is_surname and is_name)
    begins = shorter >= _LONG and mine[:_TAKEN_FOR] == theirs[:_TAKEN_FOR]
    return off <= _TAKEN_FOR and is_name and (begins or mine[-_TAIL:] == theirs[-_TAIL:])


def _lacks_vowel(short: str, name: str) -> bool:
    """Whether all that one lacks of the other is a vowel, which who jots names leaves out."""
    return sum(short.count(v) for v in _VOWELS) < sum(name.count(v) for v in _VOWELS)


def _are_forms_of_one(one: str, other: str) -> bool:
    """Whether two words are one with another ending: "Men's" and "mens", "Examiner" and "examine"."""
    return _root(one) == _root(other) or stem(one) == stem(other)


def _root(word: str) -> str:
    return word.rstrip("s").rstrip("'\u2019")


@lru_cache(maxsize=4)
def _mistyped(pair: Pair) -> int:
    """How many words of the notes differ by one letter, or two that changed places, from the word of the draft that is meant."""
    links = pair.links
    words = _counts(links)
    noted = {word.low for some in links.note_words for word in some}
    by_part: dict[str, list[str]] = defaultdict(list)
    for low in words:
        if len(low) >= _WRITTEN_OUT and low not in noted:
            for part in _halves(low):
                by_part[part].append(low)
    return sum(
        any(_is_mistyped_for(other, low) for part in _halves(other) for low in by_part[part])
        for other in noted
        if len(other) >= _WRITTEN_OUT and other not in words
    )


def _halves(word: str) -> tuple[str, str]:
    """What at least one of two words shares that differ in one place: how they begin, and how they end."""
    return f"{word[:2]}-", f"-{word[-2:]}"


def _is_mistyped_for(other: str, low: str) -> bool:
    if abs(len(low) - len(other)) > 1 or _are_forms_of_one(low, other):
        return False
    if len(other) < len(low) and is_jotted_for(other, low):
        return False
    off = edit_distance(low, other)
    return off == 1 or (off == _SLIPS and len(low) > _LONG and sorted(low) == sorted(other))


@lru_cache(maxsize=4)
def _shortened(pair: Pair) -> int:
    """How many words of the notes stand without their vowels."""
    links = pair.links
    words = _counts(links)
    by_sound: dict[str, list[str]] = defaultdict(list)
    for low in words:
        if len(low) >= _WRITTEN_OUT:
            by_sound[skeleton(low)].append(low)
    noted = {word.low for some in links.note_words for word in some} - words.keys()
    return sum(
        any(
            low[0] == other[0]
            and len(other) < len(low)
            and not low.startswith(other)
            and stem(low) != stem(other)
            for low in by_sound[skeleton(other)]
        )
        for other in noted
    )
