"""What became of each thing, in order: as a sentence of the draft tells it, and as a line of the notes has it.

A line of notes often decides several things ("microwaves yes, hot counter NO"), and a sentence too. So each word for
an outcome stands with the words of its own thing, and two are held against each other by these.
"""

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from review_tui.facts.clauses import Clause
from review_tui.facts.links import Word, telling_words
from review_tui.facts.outcome_words import DECIDED, JOTTED, is_vote_on
from review_tui.facts.pair import Pair
from review_tui.facts.values import Value
from review_tui.language.stop_words import FORMAL_WORDS, VOTING_WORDS
from review_tui.model.frozen import frozen

_I = re.IGNORECASE
_UNREAL = re.compile(
    r"\b(?:not|never|to be|the|a|an|this|its|their|any|as|previously|already|being|having|would|could|might)(?: \w+ly)?\s+\Z"
    r"|\b(?:if|whether|unless|once|until|when|before|should|could|might|asked|wish(?:ed|es)?|wanted)\b[^,;:.]{0,160}\Z"
    r"|\b(?:moved|moves|motion|proposed|proposes|suggested|urged|asking|calling|(?<!\bthe )(?<!\bhis )(?<!\bher )(?<!\btheir )request(?! (?:of|from|for|by)\b)(?:ed|ing)?)\b(?:(?!\b(?:resolved|agreed|seconded|was|were|is)\b)[^;.]){0,200}\b(?:be|to) (?:\w+ ){0,2}\Z",
    _I,
)
"""What stands before a word for an outcome that has not come, was asked for, or is of before."""
_PLAIN = re.compile(
    r"(?:approve|grant|accept|endorse|adopt|authori[sz]e|ratify|allow|permit|refuse|reject|decline|deny|defer|postpone|remit)",
    _I,
)
_RESOLVED = re.compile(r"\b(?:resolv|agree|decid|vot|recommend)", _I)
"""What stands before the plain form of a verb that tells what was done."""
_SPOKEN_OF = re.compile(
    r"\b(?:to|recommend\w*|mo?ve?d?|motion|mtn|mot|prop\w*|wants?|wanted|if|should|whether|until|can|could|would|shd|amdt?|amend\w*|not?|(?:ha[sd]|have?|is|was|were|are|did|do|does)n(?:'?t|ae))[:\s](?:\w+ )?\Z",
    _I,
)
"""What stands before a jotted one that has not come: "DH mtn defer"."""
_CUT = re.compile(r"[;,]|\b(?:and|but|while|whereas)\b", _I)
_REVERSE = {"approved": "refused", "refused": "approved"}
_REVERSED = re.compile(
    r"[^;.]{0,60}?[,;]?\s(?:but|and|while|whereas|although)\s(?:that\s)?[^,;.]{2,60}?\s(?P<not>(?:was|were|is|are|did|does|had|has|would|could) not)(?=\W*\Z|[,;.])",
    _I,
)
"""What stands behind an outcome that another thing did not have."""
_BESIDES = re.compile(
    r"\band (?:(?:it|he|she|they|the \w+) )?(?:(?:also|then|further) )?(?:asked|requested|instructed|directed|noted|thanked|undertook|offered|reminded)\b",
    _I,
)
"""Where a sentence goes on that told what became of one thing: "… and asked that a plan be brought"."""
_BESIDES_BEFORE = re.compile(
    r"\b(?:asked|requested|instructed|directed|noted|thanked|received|reminded)\b[^;.]{0,200},? and (?:(?:then|also|further) )?\Z",
    _I,
)
"""The same before it: "asked for a plan, and approved the report"."""
_VOTER = re.compile(r"\d\s?[-\u2013/]\s?\d\W{0,3}(?:[^\W\d][\w.'&]{0,20}\W{1,3}){1,4}\Z")
"""What stands before a "no" of those who were against: "5-1 LP no"."""
_ENDING = frozenset({"refused", "withdrawn"})
"""What may become of the very thing that was put, whatever word for an outcome that has: a motion to defer is lost."""
_WORDS = re.compile(r"[^\W_]")
_RIGHT_BEHIND = 3
"""Characters between a cross and the word that it was put off."""
_SPEAKER = re.compile(r"\W{0,3}(?:<\w{1,20}>|[A-Z]\w{0,15}:)(?=\s)")
"""Who says it, in notes that are a chat or name each speaker, and no part of the thing."""
_ANSWER = re.compile(r"\W*(no|yes)\b", _I)
"""With what a jotting begins that answers the one before: "2 buses free? NO insurance"."""
_BREAK = re.compile(r"[,;.|/(\n]|\s[-\u2013\u2014]\s|\.\.")
"""Where what a word for an outcome is of ends."""
_SEPARATOR = re.compile(r"[;|]|\s/\s|\.\s")
"""Where the next thing of a line begins."""
_REACH = 3
"""Jottings before one that has only an outcome in which its thing may stand."""
_LEAD_REACH = 1
"""Sentences before one that lead up to it."""
_SAME_THING = re.compile(
    r"\b(?:this|it|(?:the|his|her|their|its) (?:\w+ )?(?:proposal|request|matter|motion|amendment|application|offer|suggestion|question|item|subject|idea|bid|decision|paper|report|policy|plan|draft|document|recommendation|grant))"
    r" (?:was|is|were|had been|has been|be) (?:(?!resolved|agreed|decided)\w+ ){0,2}\Z|\A\W*\Z",
    _I,
)
"""A sentence that names its thing only as the one that was just spoken of."""
_RESOLVED_TO = re.compile(
    r"\A\W*(?:(?:it was|the \w+|members|they|we)\W+)?(?:\w+ly )?(?:resolved|agreed|decided|voted)\W+(?:\w+ly )?(?:to )?\Z",
    _I,
)
_NO_OBJECT = re.compile(
    r"\W*(?:\Z|[.;(]|,|(?:on (?:the )?(?:ground|basis)|because|as|since|owing|due|subject|by \w+ votes)\b)",
    _I,
)
"""What stands before and behind an outcome that names no thing at all: "Resolved to object on the ground of access"."""
_LEAD, _LEAST_OWN, _LEAST_SHARE = 0.6, 1.5, 0.42
"""How much counts what stands before a sentence; what it must share itself; and which part of a thing's name in all."""
_OF_FIGURE = 3.3
"""What a figure counts that is all that names a thing, and stands in one sentence alone: "308 rejected"."""
_NO_THING = VOTING_WORDS | FORMAL_WORDS


@frozen(eq=False)
class Ruling:
    """A word for what became of something, and the words of that thing."""

    clause: Clause
    name: str
    """``approved``, ``refused``, ``deferred`` or ``withdrawn``."""
    start: int
    end: int
    """Where the word stands in the clause."""
    thing: tuple[Word, ...]
    """The telling words of the thing, of the clause or jotting and those before it."""
    after: tuple[Word, ...]
    """In the notes what follows the word, where nothing stands before it in the jotting: the thing itself, or why."""
    figures: tuple[Value, ...]
    """In the notes the figures right before the word, where they are all that is jotted of the thing: "14 ok"."""

    @property
    def before(self) -> str:
        """What stands before the word."""
        return self.clause.text[: self.start]

    @property
    def words(self) -> str:
        """The word for the outcome as it is written."""
        return self.clause.text[self.start : self.end].strip()


@lru_cache(maxsize=8192)
def _found(text: str, *, is_jotted: bool) -> tuple[tuple[int, int, str], ...]:
    """The words for outcomes in order, none over another."""
    words = JOTTED if is_jotted else DECIDED
    signs = sorted(
        ((m.start(), m.end(), name) for name, pattern in words.items() for m in pattern.finditer(text)),
        key=lambda found: (found[0], -found[1]),
    )
    kept: list[tuple[int, int, str]] = []
    for sign in signs:
        if not kept or sign[0] >= kept[-1][1]:
            kept.append(sign)
    return tuple(kept)


@lru_cache(maxsize=4)
def rulings_told(pair: Pair) -> list[Ruling]:
    """What the draft says became of things."""
    told = []
    for clause in pair.clauses:
        if clause.index in pair.roll or (clause.is_heading and "|" not in clause.text):
            continue
        found = [
            f for f in _found(clause.text, is_jotted=False) if not _is_asked_for(clause.text, f[0], f[1])
        ]
        found = _with_the_reverse(clause.text, found)
        cuts = [
            0,
            *(_cut_between(clause.text, a[1], b[0]) for a, b in pairwise(found)),
            _end_of_told(clause.text, found),
        ]
        for (start, end, name), begin, stop in zip(found, cuts, cuts[1:], strict=False):
            if _has_not_come(clause.text[begin:start], clause.text[start:end]):
                continue
            besides = _BESIDES_BEFORE.search(clause.text, begin, start)
            begin = besides.end() if besides else begin  # noqa: PLW2901 -- where what is told of this thing begins
            told.append(
                Ruling(
                    clause,
                    name,
                    start,
                    end,
                    _thing(clause.text, begin, stop, (start, end)),
                    (),
                    (),
                )
            )
    return told


def _with_the_reverse(text: str, found: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The same with "but burning was not" after "cutting was permitted", which has no word of its own for what it tells."""
    told: list[tuple[int, int, str]] = []
    for n, (start, end, name) in enumerate(found):
        told.append((start, end, name))
        following = found[n + 1][0] if n + 1 < len(found) else len(text)
        turned = _REVERSED.match(text, end, following) if name in _REVERSE else None
        if turned:
            told.append((turned.start("not"), turned.end("not"), _REVERSE[name]))
    return told


def _end_of_told(text: str, found: list[tuple[int, int, str]]) -> int:
    """Where a sentence goes on to what was asked or done besides, after the last word for an outcome."""
    further = _BESIDES.search(text, found[-1][1]) if found else None
    return further.start() if further else len(text)


def _has_not_come(before: str, word: str) -> bool:
    """Whether a word for an outcome tells of one that was asked for, or of another thing: "to approve payments"."""
    return _UNREAL.search(before) is not None or _is_asked_for(
        before + word, len(before), len(before) + len(word)
    )


def _is_asked_for(text: str, start: int, end: int) -> bool:
    """Whether a verb in its plain form is what was asked for, and part of the thing: "a proposal to allow dogs was agreed"."""
    return _PLAIN.fullmatch(text, start, end) is not None and _RESOLVED.search(text, 0, start) is None


def _cut_between(text: str, end: int, start: int) -> int:
    """Where one thing ends and the next begins, between two words for outcomes."""
    cuts = [m.start() for m in _CUT.finditer(text, end, start)]
    return cuts[-1] if cuts else start


def _thing(text: str, begin: int, stop: int, outcome: tuple[int, int]) -> tuple[Word, ...]:
    return tuple(
        word
        for word in telling_words(text)
        if word.text[0].isalpha()
        and begin <= word.start < stop
        and not outcome[0] <= word.start < outcome[1]
        and word.low not in _NO_THING
    )


def are_initials(pair: Pair, words: str) -> bool:
    """Whether what looks like an outcome may be somebody: NO of Nadia Osman."""
    word = words.strip(" ,.;:")
    return word.isalpha() and word.isupper() and pair.meant_by(word)[1] > 1


@lru_cache(maxsize=4)
def rulings_noted(pair: Pair) -> list[Ruling]:
    """What the notes say became of things."""
    noted: list[Ruling] = []
    for jotting in pair.jottings:
        text = jotting.text
        found = [f for f in _found_noted(jotting) if not are_initials(pair, text[f[0] : f[1]])]
        if found and not _WORDS.search(text, found[-1][1]) and _is_ended_behind(pair, jotting):
            found = found[:-1]
        first = at = _begin_said(text)
        for number, (start, end, name) in enumerate(found):
            following = found[number + 1][0] if number + 1 < len(found) else len(text)
            stop = _BREAK.search(text, end, following)
            cut = stop.start() if stop else following if number + 1 == len(found) else end
            words = _without_numbers(pair, jotting, _thing(text, at, start, (start, end)))
            after = (
                () if words else _thing(text, end, len(text) if following == len(text) else cut, (start, end))
            )
            figures: tuple[Value, ...] = ()
            if not words and at == first:
                words = _before(pair, jotting)
                figures = figures_before(pair, jotting, at, start)
            noted.append(Ruling(jotting, name, start, end, words, after, figures))
            at = max(
                (
                    m.end()
                    for m in _SEPARATOR.finditer(text, cut, following)
                    if _thing(text, m.end(), following, (following, following))
                ),
                default=cut,
            )
    return noted


def _is_ended_behind(pair: Pair, jotting: Clause) -> bool:
    """Whether the next jotting of the line is but that it was lost or withdrawn: "go back to staff. lost"."""
    following = pair.jottings[jotting.index + 1] if jotting.index + 1 < len(pair.jottings) else jotting
    ended = _found_noted(following)
    return (
        following.item == jotting.item
        and following is not jotting
        and len(ended) == 1
        and ended[0][2] in _ENDING
        and not _WORDS.search(following.text[: ended[0][0]] + following.text[ended[0][1] :])
    )


def figures_before(pair: Pair, jotting: Clause, begin: int, end: int) -> tuple[Value, ...]:
    """The figures between two places of a jotting, where no word stands there that could be the thing: "14 ok"."""
    if _without_numbers(pair, jotting, _thing(jotting.text, begin, end, (end, end))):
        return ()
    return tuple(v for v in pair.noted_values[jotting.index] if begin <= v.start < end)


def _without_numbers(pair: Pair, jotting: Clause, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words of a jotting that are no part of a number: not those of "three oh eight"."""
    numbers = [
        v
        for v in pair.noted_values[jotting.index]
        if v.text[:1].isalpha() and any(key[0] == "n" for key in v.keys)  # "three oh eight" may be a time too
    ]
    return tuple(w for w in words if not any(v.start <= w.start < v.end for v in numbers))


def _begin_said(text: str) -> int:
    """Where what is said begins, behind the name of who says it."""
    speaker = _SPEAKER.match(text)
    return speaker.end() if speaker else 0


def _found_noted(jotting: Clause) -> list[tuple[int, int, str]]:
    """The words for outcomes of a jotting, those that are only spoken of left out."""
    text = jotting.text
    found: list[tuple[int, int, str]] = []
    for start, end, name in _found(text, is_jotted=True):
        if (
            found
            and name == "deferred"
            and found[-1][2] == "refused"
            and start - found[-1][1] <= _RIGHT_BEHIND
        ):
            found.pop()  # "\u2717 not yet": put off is all that came of it
        if found and name in _ENDING and not _WORDS.search(text, found[-1][1], start):
            found.pop()  # what was put to them is what was refused: "left out next time - declined"
        is_of_voter = (
            name == "refused" and text[start:end].strip().lower() == "no" and _VOTER.search(text[:start])
        )
        if is_of_voter:
            continue
        is_vote = found and found[-1][2] != "approved" == name and is_vote_on(text, found[-1][1], start)
        if not is_vote and not (_SPOKEN_OF.search(text[:start]) and text[start].isalpha()):
            found.append((start, end, name))
    answer = _ANSWER.match(text)
    if answer and not found and jotting.plain.text[: jotting.start].rstrip().endswith("?"):
        found = [(answer.start(1), answer.end(1), "approved" if answer[1].lower() == "yes" else "refused")]
    return found


def _before(pair: Pair, jotting: Clause) -> tuple[Word, ...]:
    """The words before a jotting that has only an outcome, of its line or the line before."""
    words: tuple[Word, ...] = ()
    for index in range(jotting.index - 1, max(-1, jotting.index - 1 - _REACH), -1):
        before = pair.jottings[index]
        if (words and before.item != jotting.item) or jotting.item - before.item > 1:
            break
        if _found_noted(before) and not _is_ended_behind(pair, before):
            break
        words = (*_thing(before.text, _begin_said(before.text), len(before.text), (0, 0)), *words)
        if len(words) > 1:
            break
    return words


def likeness(pair: Pair, noted: Ruling, told: Ruling) -> float:
    """How much speaks for both being of one thing; 0 where too little of what the notes name is told."""
    of_words = max(
        (_likeness(pair, words, told) for words in (noted.thing, noted.after) if words), default=0.0
    )
    if not noted.figures:
        return of_words
    telling = [pair.links.explained(figure) for figure in noted.figures]
    if not any(told.clause.index in clauses for clauses in telling):
        return 0.0
    return max(of_words, *(_OF_FIGURE for clauses in telling if clauses == {told.clause.index}), 0.0)


def _likeness(pair: Pair, words: tuple[Word, ...], told: Ruling) -> float:
    own, led = _shared(pair, words, told)
    if _thing_told(told).is_spoken_of_before:
        own, led = own + led, 0.0
    share = own + _LEAD * led
    if own < _LEAST_OWN or share < _LEAST_SHARE * sum(pair.links.rarity(word.text) for word in words):
        return 0.0
    return share


def _shared(pair: Pair, words: tuple[Word, ...], told: Ruling) -> tuple[float, float]:
    """What the thing of a line shares with that of a sentence, and with what right before leads up to it."""
    links, clause = pair.links, told.clause
    mine, is_all, _ = _thing_told(told)
    lead = _leading(pair)[clause.index]
    own = led = 0.0
    for word in words:
        meanings, strengths = links.meanings.get(word.text, {}), links.strengths[word.text]
        here = max((meanings[other] for other in mine.intersection(meanings)), default=0.0)
        if not here and is_all:
            here = strengths.get(clause.index, 0.0)
        before = max((strengths[k] for k in lead if k in strengths), default=0.0)
        own += links.rarity(word.text) * here
        led += links.rarity(word.text) * max(0.0, before - here)
    return own, led


class _Thing(NamedTuple):
    """What the draft tells an outcome of."""

    words: frozenset[str]
    is_all: bool
    """Whether the sentence tells of nothing else."""
    is_spoken_of_before: bool
    """Whether the sentence does not name it, as it goes on with what was just spoken of."""


@lru_cache(maxsize=1024)
def _thing_told(told: Ruling) -> _Thing:
    mine = frozenset(word.low for word in told.thing)
    is_all = all(
        w.low in mine or w.low in _NO_THING or told.start <= w.start < told.end
        for w in telling_words(told.clause.text)
    )
    is_resolved = _RESOLVED_TO.match(told.before) and _NO_OBJECT.match(told.clause.text, told.end)
    return _Thing(mine, is_all, bool(is_resolved or _SAME_THING.search(told.before)))


@lru_cache(maxsize=4)
def _leading(pair: Pair) -> list[list[int]]:
    """For each clause those right before it, and its heading."""
    found = []
    for clause in pair.clauses:
        lead = [c.index for c in pair.beside(clause.index, _LEAD_REACH) if c.index < clause.index]
        heading = _heading_of(pair).get(clause.item, ())
        found.append([*lead, *(c.index for c in heading if c.index not in {clause.index, *lead})])
    return found


@lru_cache(maxsize=4)
def _heading_of(pair: Pair) -> dict[int, tuple[Clause, ...]]:
    found: dict[int, tuple[Clause, ...]] = {}
    for clause in pair.clauses:
        if clause.is_heading:
            found.setdefault(clause.item, (clause,))
    return found
