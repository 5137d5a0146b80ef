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
from collections.abc import Iterator, Sequence

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.links import Word
from review_tui.facts.odds import log_odds
from review_tui.facts.pair import Pair
from review_tui.facts.roster import nicknames
from review_tui.facts.speakers import lists_people
from review_tui.facts.wording import said_in
from review_tui.language.calendar_words import MONTH, WEEKDAY
from review_tui.language.name_words import NOT_NAMES, PLACE_TYPES
from review_tui.language.number_words import SPOKEN
from review_tui.language.person_mentions import is_title
from review_tui.language.stems import stem
from review_tui.language.stop_words import is_stop_word, is_voting_word
from review_tui.language.word_match import edit_distance, is_jotted_for, is_near, skeleton
from review_tui.model.findings import Severity
from review_tui.model.frozen import frozen

TOLD = 1.2
"""Odds, as their logarithm, from which a name is told."""
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
_WRITTEN_OUT = 5
"""Letters of a word that may show how the notes are spelled."""
_DAY = re.compile(rf"(?:{WEEKDAY}|{MONTH})\Z", re.IGNORECASE)
_NO_NAME = re.compile(rf"{SPOKEN}|{WEEKDAY}|{MONTH}", re.IGNORECASE)
_SMALL = re.compile(r"(?<![^\W_])[a-z\u00df-\u00ff]{3,}")
_CAPITAL_BEFORE = re.compile(r"[A-Z\u00c0-\u00de][\w'\u2019-]*\.?\s(?:&\s)?\Z")
_CAPITAL_BEHIND = re.compile(r"\s(?:&\s)?[A-Z\u00c0-\u00de]")
_REACH = 24
"""Characters before a name in which the word before it stands."""

_WEIGHTS = {
    "of jotting": 2.90,  # what it shares with the sentence, beside the most that it does with any
    "list": -1.43,
    "shortened": -0.36,  # words of the notes without their vowels, as their logarithm
    "mistyped": -0.31,  # likewise
    "once": 2.61,  # whether the draft has the name nowhere else
    "length": -0.16,
    "person": 0.71,
    "roll": -1.07,
    "beside another": 0.82,  # word with a capital
    "alike": 5.95,  # from 0 to 1
    "begun": -5.38,  # the share of the shorter one with which both begin
    "letters begun": 5.49,
    "first letter": 1.49,
    "sound": -0.20,
    "cut short": 1.79,  # or written as it sounds
    "cut short as others": -1.02,
    "capital": 1.34,
    "small amid capitals": -2.04,  # in notes that write names with a capital and all else small
    "never a name": -2.17,
    "of sentence otherwise": -1.84,  # how surely it stands for another word of the sentence
    "constant": -9.08,
}
"""How much each counts."""


@frozen(eq=False)
class Rival:
    """A word of a name of the draft, and one of the notes that it may have to be."""

    clause: Clause
    mine: Word
    jotting: Clause
    theirs: Word


def name_clashes(pair: Pair) -> Iterator[Clash]:
    """Names that are likelier wrong than right, in the order of the draft, each beside the likeliest word of the notes."""
    best: dict[int, tuple[float, Rival]] = {}
    for rival, features in rival_features(pair):
        odds = log_odds(_WEIGHTS, features)
        if odds >= TOLD and odds > best.get(id(rival.mine), (TOLD,))[0]:
            best[id(rival.mine)] = odds, rival
    for _, rival in best.values():
        mine, theirs = rival.mine, rival.theirs
        message = f"The draft has \u201c{mine.text}\u201d here; the notes have \u201c{theirs.text}\u201d ({said_in(rival.jotting)})."
        places = (
            rival.clause.place(mine.start, mine.end),
            rival.jotting.place(theirs.start, theirs.end),
        )
        yield Clash(message, places, _BESIDE_RULES, Severity.WARNING)


def rival_features(pair: Pair) -> Iterator[tuple[Rival, dict[str, float]]]:
    """The names of the draft that no note has, each beside words of the lines that it may be from, and what speaks for a mistake."""
    if pair.jottings:
        yield from _Rivals(pair).all()


class _Rivals:
    def __init__(self, pair: Pair) -> None:
        self._pair = pair
        links = pair.links
        self._told = Counter(word.low for words in links.draft_words for word in words)
        self._noted = frozenset(word.low for words in links.note_words for word in words)
        self._small = frozenset(_SMALL.findall(pair.text))
        self._lists = {j for j in range(len(pair.jottings)) if lists_people(pair, j)}
        self._has_capitals = self._writes_capitals()
        self._shortened = math.log1p(self._words_without_vowels())
        self._mistyped = math.log1p(self._words_mistyped())

    def all(self) -> Iterator[tuple[Rival, dict[str, float]]]:
        for clause in self._pair.clauses:
            names = (
                [] if clause.is_heading else [w for w in self._names_of(clause) if w.low not in self._noted]
            )
            for j in self._jottings_of(clause) if names else ():
                of_jotting = self._features_of_jotting(clause, j)
                words = [w for w in self._pair.links.note_words[j] if self._may_be_meant(clause, w)]
                for mine in names:
                    of_mine = self._features_of_mine(clause, mine)
                    for theirs in words:
                        is_free = theirs.low not in self._told or _are_alike(mine.low, theirs.low)
                        if is_free and not _are_forms_of_one(mine.low, theirs.low):
                            rival = Rival(clause, mine, self._pair.jottings[j], theirs)
                            yield rival, of_jotting | of_mine | self._features_of_theirs(rival)

    def _jottings_of(self, clause: Clause) -> Sequence[int]:
        """The jottings that a sentence is likely from, with their lines."""
        links = self._pair.links
        own = [
            *dict.fromkeys([*links.linked[clause.index][:_LIKELY], *links.likeliest(clause.index, _LIKELY)])
        ]
        return [*dict.fromkeys([*own, *links.near(own[:2])])][:_MOST]

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
            and all(word.low != w.low for w in self._pair.links.draft_words[clause.index])
        )

    def _features_of_jotting(self, clause: Clause, j: int) -> dict[str, float]:
        links = self._pair.links
        return {
            "of jotting": links.score[clause.index].get(j, 0.0) / max(links.best_of_notes[j], 0.1),
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
            "roll": float(clause.index in self._pair.roll),
            "beside another": float(
                _CAPITAL_BEFORE.search(clause.text, begin, mine.start) is not None
                or _CAPITAL_BEHIND.match(clause.text, mine.end) is not None
            ),
        }

    def _features_of_theirs(self, rival: Rival) -> dict[str, float]:
        mine, theirs, text = rival.mine.low, rival.theirs.low, rival.theirs.text
        shorter, longer = sorted((len(mine), len(theirs)))
        begun = _begun(mine, theirs)
        is_short = is_jotted_for(theirs, mine)
        return {
            "alike": 1 - edit_distance(mine, theirs) / longer,
            "begun": begun / shorter,
            "letters begun": min(begun, _MUCH_BEGUN) / _MUCH_BEGUN,
            "first letter": float(mine[0] == theirs[0]),
            "sound": float(skeleton(mine) == skeleton(theirs)),
            "cut short": float(is_short),
            "cut short as others": is_short * self._shortened,
            "capital": float(text[0].isupper()),
            "small amid capitals": self._has_capitals and float(not text[0].isupper()),
            "never a name": float(theirs in NOT_NAMES),
            "of sentence otherwise": self._strength(rival.theirs, rival.clause),
        }

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
        by_part: dict[str, list[str]] = defaultdict(list)
        for low in self._told.keys() - self._noted:
            if len(low) >= _WRITTEN_OUT:
                for part in _halves(low):
                    by_part[part].append(low)
        return sum(
            any(
                is_near(low, other) and not (_are_forms_of_one(low, other) or is_jotted_for(other, low))
                for part in _halves(other)
                for low in by_part[part]
            )
            for other in self._noted - self._told.keys()
            if len(other) >= _WRITTEN_OUT
        )


def _halves(word: str) -> tuple[str, str]:
    """What at least one of two words shares that differ in one place: how they begin, and how they end."""
    return f"{word[:2]}-", f"-{word[-2:]}"


def _are_forms_of_one(one: str, other: str) -> bool:
    """Whether two words are one with another ending, or what the same person is called: "Men's" and "mens", "Ross" and "Rosco"."""
    mine, theirs = _plain(one), _plain(other)
    return (
        mine == theirs or stem(mine) == stem(theirs) or mine in nicknames(theirs) or theirs in nicknames(mine)
    )


def _plain(word: str) -> str:
    return word.replace("'", "").replace("\u2019", "").rstrip("s")


def _only_begins_sentence(text: str, word: Word) -> bool:
    """Whether a word may have its capital from where it stands: "Expenditure was ..."."""
    is_first = not any(map(str.isalnum, text[: word.start]))
    return is_first and re.match(r"\s?[A-Z]", text[word.end :]) is None


def _are_alike(one: str, other: str) -> bool:
    longer = max(len(one), len(other))
    return 1 - edit_distance(one, other) / longer >= _ALIKE or _begun(one, other) >= _BEGUN


def _begun(one: str, other: str) -> int:
    """Letters with which both begin."""
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
