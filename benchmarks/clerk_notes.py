"""Writes the notes that a clerk might have taken at the meeting that true minutes are of.

The minutes' own sentences are shortened, cut, reordered, abbreviated and said otherwise, and some are left
out: several manners by seed. Facts are carried over whole, as a clerk writes them ("16.3.22", "TM"), or lost
with their sentence, and it is known which: ``Notes.holds`` tells whether a fact of the minutes survived.
"""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.checks_corpus import Minutes
from benchmarks.clerk_facts import keeps_year, name_forms, rendered
from benchmarks.clerk_manners import MANNERS, Manner
from benchmarks.clerk_words import OTHERWISE, SHORT
from benchmarks.minute_facts import Fact, Sentence, dice_of

_NAMES, _OTHERS = 0xE000, 0xEC00
"""Facts stand as single characters of the private area while the words around them change: names, others."""
_NAME, _FACT = "[\ue000-\uebff]", "[\uec00-\uf8ff]"
_SAYS = (
    r"(?:reported|said|stated|advised|informed (?:the )?(?:council|councillors|meeting|members)|noted"
    r"|explained|commented|felt|suggested|asked|confirmed|thought|mentioned|pointed out)"
)
_REPORTED = re.compile(
    rf"^(?P<who>{_NAME}|The Clerk|The Chairman|The Parish Clerk) (?P<said>{_SAYS}) (?:that |if |whether )",
    re.IGNORECASE,
)
_MOVED = re.compile(
    rf"(?P<a>{_NAME}) (?:had )?proposed(?P<what>(?: {_NAME})?[^\ue000-\uebff]{{0,160}}?),? ?(?:and )?"
    rf"(?:(?:was )?seconded by (?P<b>{_NAME})|(?P<c>{_NAME}) seconded(?! by))"
)
_MOVED_BY = re.compile(rf"[Pp]roposed (?:by )?(?P<a>{_NAME}),? ?(?:and )?seconded (?:by )?(?P<b>{_NAME})")
_AGREED_THAT = re.compile(
    rf"^It (?:was|had been) (?:unanimously )?(?P<verb>{_FACT}) (?:that|to|by all that) ", re.IGNORECASE
)
_AFTERTHOUGHT = re.compile(
    r",? (?:which|who|as this|in order that|so that|due to|following|including|together with) [^.;]{25,}"
)
_LONG_WORD, _FEW = 9, 7
_PLAIN = re.compile(r"(?!(?:not|no|nor|never|none|without|w/o|against|agst|un\w*)\b)[a-z']+[,.]?")
"""A word that a note makes sense without."""


@dataclass(frozen=True, slots=True)
class Note:
    """One note, and the sentence of the minutes that it is of."""

    start: int
    end: int
    """In the notes."""
    sentence: Sentence
    held: tuple[Fact, ...]
    """The facts of the minutes that it holds, in whatever form; a date that lost its year is not held."""


@dataclass(frozen=True, slots=True)
class Notes:
    """Notes, and what of the minutes is in them."""

    text: str
    notes: tuple[Note, ...]
    manner: str

    def holds(self, fact: Fact) -> bool:
        """Whether this fact of the minutes survived."""
        return any(fact in note.held for note in self.notes)

    def of(self, offset: int) -> Note | None:
        """The note of the sentence that begins at this character of the minutes."""
        return next((note for note in self.notes if note.sentence.start == offset), None)


def write(source: Minutes, seed: int = 0) -> Notes:
    """The notes of one clerk; the manner goes with the seed."""
    manner = MANNERS[seed % len(MANNERS)]
    dice = dice_of(f"{source.name} {seed}")
    return _Clerk(source, manner, dice).write()


class _Clerk:
    """One clerk at one meeting."""

    def __init__(self, source: Minutes, manner: Manner, dice: random.Random) -> None:
        self._source, self._manner, self._dice = source, manner, dice
        self._facts = _apart([*source.facts, *(m.fact for m in source.mentions)])
        self._shown = name_forms(source, manner.names)

    def write(self) -> Notes:
        """All notes, in the order of the meeting but for a few."""
        jotted = []
        for sentence in self._source.sentences:
            note = self._jot(sentence)
            if note:
                jotted.append(note)
        for index in range(len(jotted) - 1):
            if self._dice.random() < self._manner.shuffle:
                jotted[index], jotted[index + 1] = jotted[index + 1], jotted[index]
        return self._together(jotted)

    def _together(self, jotted: Sequence[tuple[Sentence, str, tuple[Fact, ...]]]) -> Notes:
        text, notes = "", []
        for sentence, said, held in jotted:
            if (
                text
                and self._manner.bullet == ""
                and self._dice.random() < 0.35
                and not text.endswith("\n\n")
            ):
                text = text.rstrip("\n") + self._dice.choice((" - ", "; ", ". "))
            lead = self._manner.bullet if not text or text.endswith("\n") else ""
            text += lead
            notes.append(Note(len(text), len(text) + len(said), sentence, held))
            text += said + ("\n\n" if self._dice.random() < 0.15 else "\n")
        return Notes(text, tuple(notes), self._manner.name)

    def _jot(self, sentence: Sentence) -> tuple[Sentence, str, tuple[Fact, ...]] | None:
        """One sentence as noted, or ``None`` when it was not."""
        heading = len(sentence.text) < 40 and not re.search(r"[a-z]{3,} [a-z]{3,}", sentence.text)
        if not heading and self._dice.random() < self._manner.gap:
            return None
        inside = [f for f in self._facts if f.within(sentence.start, sentence.end)]
        words = _covered(sentence, inside)
        words = self._reworded(words)
        held = []
        for index, fact in enumerate(inside):
            names = {} if fact.start < self._source.body_start else self._shown
            said = rendered(fact, self._dice, self._manner.dates, names)
            if _sign(fact, index) in words and keeps_year(fact, said):
                held.append(fact)
            words = words.replace(_sign(fact, index), said)
        words = re.sub(r"[ \t]+", " ", words.replace("\n", " ")).strip(" ,;.*_\\")
        return (sentence, words, tuple(held)) if re.search(r"\w", words) else None

    def _reworded(self, words: str) -> str:
        words = re.sub(r"[*_\\]|^#+\s", "", words)
        if self._dice.random() < self._manner.cut:
            words = _AFTERTHOUGHT.sub("", words, count=1)
        words = self._reordered(words)
        for long, others in OTHERWISE.items():
            if long in words and self._dice.random() < self._manner.otherwise:
                words = re.sub(rf"\b{long}\b", self._dice.choice(others), words)
        kept = [said for word in words.split() if (said := self._shortened(word))]
        return " ".join(word for word in kept if len(kept) <= _FEW or not self._is_dropped(word))

    def _reordered(self, words: str) -> str:
        """Who moved it, who said it and that it was agreed, where a clerk puts them."""
        moved = _MOVED.search(words) or _MOVED_BY.search(words)
        if moved:
            said = moved.groupdict()
            what = said.get("what") or ""
            put = self._manner.mover.format(a=said["a"], b=said.get("b") or said.get("c"), what=what)
            return words[: moved.start()] + put + words[moved.end() :]
        mark = self._dice.choice((": ", " - ", " says "))
        words = _REPORTED.sub(lambda m: f"{m['who']}{mark}", words)
        agreed = _AGREED_THAT.match(words)
        if agreed and self._dice.random() < 0.6:
            rest = words[agreed.end() :].rstrip(". ")
            after = f"{rest} - {agreed['verb']}" if self._dice.random() < 0.4 else f"{agreed['verb']} {rest}"
            return re.sub(r"\bwould (?=[a-z])", "to ", after, count=1)
        return words

    def _is_dropped(self, word: str) -> bool:
        return bool(_PLAIN.fullmatch(word)) and self._dice.random() < self._manner.drop

    def _shortened(self, word: str) -> str:
        core = word.strip(".,;:()'\"")
        low = core.lower()
        if low in self._manner.small and core != "A":
            return "" if core == word else word.removeprefix(core)
        if low in SHORT and self._dice.random() < self._manner.short:
            return word.replace(core, SHORT[low])
        if (
            core.isalpha()
            and core.islower()
            and len(core) > _LONG_WORD
            and self._dice.random() < self._manner.short / 3
        ):
            return word.replace(core, core[:5])
        return word


def _sign(fact: Fact, index: int) -> str:
    """The character that stands for a fact of a sentence."""
    return chr((_NAMES if fact.kind == "name" else _OTHERS) + index)


def _apart(found: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts in order, without those that begin within another."""
    kept: list[Fact] = []
    for fact in sorted(found, key=lambda f: (f.start, -f.end)):
        if not kept or fact.start >= kept[-1].end:
            kept.append(fact)
    return tuple(kept)


def _covered(sentence: Sentence, inside: Sequence[Fact]) -> str:
    """The sentence with every fact as one character."""
    pieces, at = [], sentence.start
    for index, fact in enumerate(inside):
        pieces += [sentence.text[at - sentence.start : fact.start - sentence.start], _sign(fact, index)]
        at = fact.end
    return "".join([*pieces, sentence.text[at - sentence.start :]])
