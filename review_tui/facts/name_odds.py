"""How likely a name of the draft is wrong that no note has, beside a word of the notes that it may have to be.

Notes are no authority on spelling: whoever takes them writes names as they sound, cuts them short and mistypes. But
the line that a sentence was written from has the name of the firm, the place or the stranger that it is about, and
where the sentence has another, one of the two is wrong, and a reviewer knows which. Whether a word of the line is
that name shows by many small things: how alike they are and in what, how names are written in these notes, whether
the word stands for something else in the sentence, and whether the name stands in the draft again.
``benchmarks.facts_learning`` learns what each of them counts.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.links import Word
from review_tui.facts.odds import likeliest, log_odds
from review_tui.facts.pair import Pair
from review_tui.facts.roster import nicknames
from review_tui.facts.speakers import lists_people
from review_tui.facts.wording import said_in
from review_tui.language.calendar_words import MONTH, WEEKDAY
from review_tui.language.name_words import GIVEN, NOT_NAMES, PLACE_TYPES
from review_tui.language.number_words import SPOKEN
from review_tui.language.person_mentions import is_title
from review_tui.language.stems import stem
from review_tui.language.stop_words import is_stop_word, is_voting_word
from review_tui.language.word_match import (
    FRAMED,
    edit_distance,
    is_jotted_for,
    is_near,
    is_subsequence,
    skeleton,
    stands_for,
)
from review_tui.model.findings import Severity
from review_tui.model.frozen import frozen

TOLD, TOLD_UNLIKE = 1.4, 0.8
"""Odds, as their logarithm, from which a name is told, beside one like it and beside another."""
_BESIDE_RULES = 1.0
"""How sure it is beside what is told of the same words otherwise."""
_SHORTEST = 3
"""Letters of a name."""
_LIKELY, _MOST = 3, 10
"""Jottings that a sentence is likeliest from, and with their lines the most that are looked at."""
_ALIKE, _BEGUN = 0.5, 3
"""The share of letters, or the letters to begin with, that a name has with a word which the draft has elsewhere."""
_MUCH_BEGUN = 5
"""Letters to begin with from which more say no more."""
_CUT = 2
"""Letters at the end without which a name is only cut short."""
_WRITTEN_OUT = 5
"""Letters of a word that may show how the notes are spelled."""
_DAY = re.compile(rf"(?:{WEEKDAY}|{MONTH})\Z", re.IGNORECASE)
_NO_NAME = re.compile(rf"{SPOKEN}|{WEEKDAY}|{MONTH}", re.IGNORECASE)
_AWAY = re.compile(r"apolog|regrets|absen", re.IGNORECASE)
_VOWEL = re.compile(r"[^bcdfghjklmnpqrstvwxz]")
"""What no name that is written out is without."""
_DOUBLED = re.compile(r"(.)\1")
_SMALL = re.compile(r"(?<![^\W_])[a-z\u00df-\u00ff]{3,}")
_CAPITAL_BEFORE = re.compile(r"[A-Z\u00c0-\u00de][\w'\u2019-]*\.?\s(?:&\s)?\Z")
_CAPITAL_BEHIND = re.compile(r"\s(?:&\s)?[A-Z\u00c0-\u00de]")
_WORD = r"[^\W_]+(?:['\u2019-][^\W_]+)*"
_WORD_BEFORE = re.compile(rf"({_WORD})\.?\s(?:&\s)?\Z")
_WORD_BEHIND = re.compile(rf"\s(?:&\s)?({_WORD})")
_SURELY = 0.8
"""How surely words beside two names must be the same."""
_REACH = 24
"""Characters before a name in which the word before it stands."""

_WEIGHTS = {
    "of jotting": 2.79,  # what it shares with the sentence, beside the most that it does with any
    "list": -1.82,
    "shortened": -0.36,  # words of the notes without their vowels, as their logarithm
    "mistyped": -0.92,  # likewise
    "once": 5.40,  # whether the draft has the name nowhere else
    "length": -0.05,
    "person": 0.19,
    "beside another": 1.10,  # word with a capital
    "first letter": 2.03,
    "capital": 1.46,
    "small amid capitals": -5.18,  # in notes that write names with a capital and all else small
    "never a name": -4.91,
    "of sentence otherwise": -1.27,  # how surely it stands for another word of the sentence
    "same word beside": 0.36,
    "named there": 0.75,
    "alike": 5.09,  # from 0 to 1
    "begun": -5.91,  # the share of the shorter one with which both begin
    "letters begun": 4.15,
    "cut short": 0.34,  # or written as it sounds
    "cut short as others": -0.60,
    "constant": -10.95,
}
"""How much each counts where the two are alike."""
_WEIGHTS_UNLIKE = {
    "of jotting": 3.25,
    "list": -1.92,
    "shortened": -0.49,
    "mistyped": 0.38,
    "once": 1.93,
    "length": -0.17,
    "person": 1.95,
    "beside another": -0.17,
    "first letter": 2.01,
    "capital": -3.83,
    "small amid capitals": -9.16,
    "never a name": -2.29,
    "of sentence otherwise": -2.30,
    "same word beside": 2.85,
    "named there": -0.84,
    "constant": -2.43,
}
"""The same where they are wholly different names."""


@frozen(eq=False)
class Rival:
    """A word of a name of the draft, and one of the notes that it may have to be."""

    clause: Clause
    mine: Word
    jotting: Clause
    theirs: Word

    @property
    def is_alike(self) -> bool:
        """Whether the names have so much in common that one may be misread or misspelt for the other."""
        one, other = self.mine.low, self.theirs.low
        is_like = 1 - edit_distance(one, other) / max(len(one), len(other)) >= _ALIKE
        return is_like or _begun(one, other) >= _BEGUN


def name_clashes(pair: Pair) -> Iterator[Clash]:
    """Names that are likelier wrong than right, in the order of the draft, each beside the likeliest word of the notes."""
    judged = ((_margin(rival, features), rival) for rival, features in rival_features(pair))
    told = [r for _, r in likeliest((j for j in judged if j[0] >= 0), lambda rival: id(rival.mine))]
    wanted = Counter(id(rival.theirs) for rival in told)
    for rival in told:
        mine, theirs = rival.mine, rival.theirs
        if wanted[id(theirs)] > 1 and not rival.is_alike:
            continue  # one of the notes can't stand in two places
        message = f"The draft has \u201c{mine.text}\u201d here; the notes have \u201c{theirs.text}\u201d ({said_in(rival.jotting)})."
        places = (
            rival.clause.place(mine.start, mine.end),
            rival.jotting.place(theirs.start, theirs.end),
        )
        yield Clash(message, places, _BESIDE_RULES, Severity.WARNING)


def _margin(rival: Rival, features: Mapping[str, float]) -> float:
    """How far the odds are above those from which a name is told."""
    weights, least = (_WEIGHTS, TOLD) if rival.is_alike else (_WEIGHTS_UNLIKE, TOLD_UNLIKE)
    return log_odds(weights, features) - least


def rival_features(pair: Pair) -> Iterator[tuple[Rival, dict[str, float]]]:
    """The names of the draft that no note has, each beside words of the lines that it may be from, and what speaks for a mistake."""
    if pair.jottings:
        yield from _Rivals(pair).all()


class _Rivals:
    def __init__(self, pair: Pair) -> None:
        self._pair = pair
        links = pair.links
        self._told = Counter(word.low for words in links.draft_words for word in words)
        noted = {word.low for words in links.note_words for word in words}
        joined = {one.low + other.low for words in links.note_words for one, other in pairwise(words)}
        self._noted = frozenset(noted | joined)  # "West Haven" is Westhaven
        self._small = frozenset(_SMALL.findall(pair.text))
        self._lists = {j for j in range(len(pair.jottings)) if lists_people(pair, j)}
        self._has_capitals = self._writes_capitals()
        self._shortened = math.log1p(self._words_without_vowels())
        self._mistyped = math.log1p(self._words_mistyped())

    def all(self) -> Iterator[tuple[Rival, dict[str, float]]]:
        for clause in self._pair.clauses:
            is_list = clause.index in self._pair.roll or _AWAY.search(clause.text) is not None
            is_elsewhere = clause.is_heading or is_list  # who was there and who not is compared by lists
            names = [] if is_elsewhere else [w for w in self._names_of(clause) if w.low not in self._noted]
            for j in self._jottings_of(clause) if names else ():
                of_jotting = self._features_of_jotting(clause, j)
                words = [w for w in self._pair.links.note_words[j] if self._may_be_meant(clause, w)]
                for mine in names:
                    of_mine = self._features_of_mine(clause, mine)
                    for theirs in words:
                        rival = Rival(clause, mine, self._pair.jottings[j], theirs)
                        is_same = _are_forms_of_one(mine.low, theirs.low) or _is_by_ear(mine, theirs)
                        if is_same or self._is_short_for_other(mine, theirs):
                            continue
                        features = of_jotting | of_mine | self._features_of_theirs(rival)
                        if rival.is_alike:
                            yield rival, features | self._features_of_likeness(mine.low, theirs.low)
                        elif self._may_be_another(rival):
                            yield rival, features

    def _may_be_another(self, rival: Rival) -> bool:
        """Whether a word that is not like a name may be another: as it is written, or by the word behind both."""
        text = rival.theirs.text
        is_written_so = text[0].isupper() and not text.isupper()
        return rival.theirs.low not in self._told and (is_written_so or _same_beside(rival)[1])

    def _is_short_for_other(self, mine: Word, theirs: Word) -> bool:
        """Whether a jotted word is cut short for another word of the draft than a name that it is no nearer to."""
        meanings = self._pair.links.meanings.get(theirs.text, {})
        own = {stem(mine.low), stem(theirs.low)}
        others = [share for low, share in meanings.items() if stem(low) not in own]
        is_short = is_jotted_for(theirs.low, mine.low) or _begun(mine.low, theirs.low) > _BEGUN
        return max(others, default=0.0) >= FRAMED and not is_short

    def _jottings_of(self, clause: Clause) -> Sequence[int]:
        """The jottings that a sentence is likely from, with their lines."""
        return self._pair.links.lines_around(clause.index, _LIKELY, _MOST)

    def _names_of(self, clause: Clause) -> Iterator[Word]:
        """Words of a sentence that may be names."""
        for word in self._pair.links.draft_words[clause.index]:
            is_surname = any(
                m.end == word.end and m.start < word.start for m in self._pair.mentions[clause.index]
            )
            may_be_place = word.low in PLACE_TYPES and not is_surname  # "Hill" of Jo Hill is none
            if (
                word.text[0].isupper()
                and not word.text.isupper()
                and len(word.low) >= _SHORTEST
                and word.low not in self._small
                and word.low not in NOT_NAMES
                and not may_be_place
                and not (_DAY.match(word.text) or is_title(word.text) or is_stop_word(word.low))
                and not _only_begins_sentence(clause.text, word)
            ):
                yield word

    def _may_be_meant(self, clause: Clause, word: Word) -> bool:
        """Whether a jotted word may be a name that the sentence should have."""
        return (
            len(word.low) >= _SHORTEST
            and not (is_stop_word(word.low) or is_voting_word(word.low) or is_title(word.text))
            and not _NO_NAME.fullmatch(word.low)
            and _VOWEL.search(word.low) is not None
            and all(word.low != w.low for w in self._pair.links.draft_words[clause.index])
        )

    def _features_of_jotting(self, clause: Clause, j: int) -> dict[str, float]:
        return {
            "of jotting": self._pair.links.share_of_best(clause.index, j),
            "list": float(j in self._lists),
            "shortened": self._shortened,
            "mistyped": self._mistyped,
        }

    def _features_of_mine(self, clause: Clause, mine: Word) -> dict[str, float]:
        begin = max(0, mine.start - _REACH)
        return {
            "once": float(self._told[mine.low] == 1),
            "length": float(len(mine.low)),
            "person": float(any(m.start <= mine.start < m.end for m in self._pair.mentions[clause.index])),
            "beside another": float(
                _CAPITAL_BEFORE.search(clause.text, begin, mine.start) is not None
                or _CAPITAL_BEHIND.match(clause.text, mine.end) is not None
            ),
        }

    def _features_of_theirs(self, rival: Rival) -> dict[str, float]:
        theirs, text = rival.theirs.low, rival.theirs.text
        return {
            "first letter": float(rival.mine.low[0] == theirs[0]),
            "capital": float(text[0].isupper()),
            "small amid capitals": self._has_capitals and float(not text[0].isupper()),
            "never a name": float(theirs in NOT_NAMES),
            "of sentence otherwise": self._strength(rival.theirs, rival.clause),
            "same word beside": float(any(_same_beside(rival))),
            "named there": float(self._is_named_there(rival)),
        }

    def _features_of_likeness(self, mine: str, theirs: str) -> dict[str, float]:
        """What both names have in common, where that is much."""
        shorter, longer = sorted((len(mine), len(theirs)))
        begun = _begun(mine, theirs)
        is_short = is_jotted_for(theirs, mine)
        return {
            "alike": 1 - edit_distance(mine, theirs) / longer,
            "begun": begun / shorter,
            "letters begun": min(begun, _MUCH_BEGUN) / _MUCH_BEGUN,
            "cut short": float(is_short),
            "cut short as others": is_short * self._shortened,
        }

    def _is_named_there(self, rival: Rival) -> bool:
        """Whether the jotting names whom the sentence does, by another word."""
        mentions = self._pair.mentions[rival.clause.index]
        who = next((m.who for m in mentions if m.start <= rival.mine.start < m.end), frozenset())
        return any(m.who & who for m in self._pair.noted[rival.jotting.index])

    def _strength(self, jotted: Word, clause: Clause) -> float:
        """How surely a jotted word stands for one of a sentence."""
        return self._pair.links.strengths[jotted.text].get(clause.index, 0.0)

    def _writes_capitals(self) -> bool:
        """Whether the notes write names with a capital and all else small, as far as the words tell that both texts have."""
        links = self._pair.links
        names = {w.low for words in links.draft_words for w in words if w.text[0].isupper()}
        written = [w.text for words in links.note_words for w in words if w.low in names]
        if 2 * sum(map(str.isupper, written)) > len(written):
            return False  # a telegram
        return 2 * sum(text[0].isupper() for text in written) >= len(written)

    def _words_without_vowels(self) -> int:
        """How many words of the notes stand without their vowels for one of the draft."""
        by_sound: dict[str, list[str]] = defaultdict(list)
        for low in self._told:
            if len(low) >= _WRITTEN_OUT:
                by_sound[skeleton(low)].append(low)
        return sum(
            any(
                low[0] == other[0]
                and len(other) < len(low)
                and not low.startswith(other)
                and stem(low) != stem(other)
                for low in by_sound[skeleton(other)]
            )
            for other in self._noted - self._told.keys()
        )

    def _words_mistyped(self) -> int:
        """How many words of the notes differ by one letter, or two that changed places, from one of the draft that they lack."""
        by_part: dict[tuple[str, int], list[str]] = defaultdict(list)
        for low in self._told.keys() - self._noted:
            if len(low) >= _WRITTEN_OUT:
                for part in _halves(low):
                    for length in range(len(low) - 1, len(low) + 2):  # of what is near it
                        by_part[part, length].append(low)
        return sum(
            any(
                is_near(low, other) and not (_are_forms_of_one(low, other) or is_jotted_for(other, low))
                for part in _halves(other)
                for low in by_part.get((part, len(other)), ())
            )
            for other in self._noted - self._told.keys()
            if len(other) >= _WRITTEN_OUT
        )


def _halves(word: str) -> tuple[str, str]:
    """What at least one of two words shares that differ in one place: how they begin, and how they end."""
    return f"{word[:2]}-", f"-{word[-2:]}"


def _are_forms_of_one(one: str, other: str) -> bool:
    """Whether one word is the other cut short or with another ending, or what the same person is called: "Men's" and "mens"."""
    mine, theirs = _plain(one), _plain(other)
    is_cut = mine.startswith(theirs) and len(mine) - len(theirs) >= _CUT
    return (
        is_cut
        or mine == theirs
        or stem(mine) == stem(theirs)
        or mine in nicknames(theirs)
        or theirs in nicknames(mine)
        or (
            mine in GIVEN
            and theirs not in GIVEN
            and mine[0] == theirs[0]
            and _PET_NAME.fullmatch(theirs) is not None
        )
    )


_PET_NAME = re.compile(r"[a-z]{2,5}(?:ie|y|o|za|ers)")
"""What somebody is called among friends: "Mossie" for Maurice, "Gazza"."""


def _is_by_ear(mine: Word, theirs: Word) -> bool:
    """Whether a jotted word is the name as whoever types fast spells it: "haliwell" and "northn" for Halliwell and Northern."""
    is_small = not theirs.text[0].isupper()
    sounds_alike = is_jotted_for(theirs.low, mine.low) or skeleton(mine.low) == skeleton(theirs.low)
    is_cut = len(theirs.low) < len(mine.low) and is_subsequence(theirs.low, mine.low)
    return (
        _DOUBLED.sub(r"\1", mine.low) == _DOUBLED.sub(r"\1", theirs.low)
        or (is_small and sounds_alike)
        or (is_cut and stands_for(theirs.low, mine.low) >= FRAMED)
    )


def _plain(word: str) -> str:
    return word.replace("'", "").replace("\u2019", "").rstrip("s")


def _only_begins_sentence(text: str, word: Word) -> bool:
    """Whether a word may have its capital from where it stands: "Expenditure was ..."."""
    is_first = not any(map(str.isalnum, text[: word.start]))
    return is_first and re.match(r"\s?[A-Z]", text[word.end :]) is None


def _same_beside(rival: Rival) -> tuple[bool, bool]:
    """Whether the word before both is the same, and the one behind, as part of the name: "Emlyn Rees" and "Emrys Rees"."""
    mine, theirs = rival.mine, rival.theirs
    before, behind = zip(
        _beside(rival.clause.text, mine.start, mine.end),
        _beside(rival.jotting.text, theirs.start, theirs.end),
        strict=True,
    )
    return _is_part_of_both(*before), _is_part_of_both(*behind)


def _is_part_of_both(mine: str, theirs: str) -> bool:
    """Whether a word beside a name of the draft is that beside one of the notes, in short perhaps."""
    return (
        mine[:1].isupper()
        and bool(theirs)
        and not is_stop_word(mine.lower())
        and (stands_for(theirs.lower(), mine.lower()) >= _SURELY or (len(theirs) == 1 and mine[0] == theirs))
    )


def _beside(text: str, start: int, end: int) -> tuple[str, str]:
    """The words before and behind a name in the same run of words; empty where there is none."""
    before = _WORD_BEFORE.search(text, max(0, start - _REACH), start)
    behind = _WORD_BEHIND.match(text, end)
    return (before[1] if before else "", behind[1] if behind else "")


def _begun(one: str, other: str) -> int:
    """Letters with which both begin."""
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
