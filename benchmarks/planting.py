"""Plants one slip at a time in true minutes: what is changed, where, and what can tell."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from benchmarks.checks_corpus import Minutes
from benchmarks.minute_facts import Fact, dice_of

ALONE = "draft alone"
ROLL = "with the roll"
NOTES = "with notes"


@dataclass(frozen=True, slots=True)
class Change:
    """Other words for a stretch of the true text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Slip:
    """One error to plant."""

    kind: str
    """What the goals call it: ``date``, ``attribution``."""
    way: str
    """How it came about: ``swapped``, ``misspelt``."""
    changes: tuple[Change, ...]
    """In order, apart from one another. An omission has one, with no words."""
    told_by: tuple[str, ...]
    """The material that can tell: ``ALONE``, ``ROLL``, ``NOTES``; only these count."""
    facts: tuple[Fact, ...] = ()
    """What the notes must hold of the truth for the slip to be told by them."""
    base: str | None = None
    """The true text, where it isn't that of the minutes as they stand."""

    @property
    def is_omission(self) -> bool:
        """Whether words are missing, so that only the notes have a place to name."""
        return all(not change.text.strip() for change in self.changes)

    def story(self, text: str) -> str:
        """What was done, with the words around it, on one line."""
        first, last = self.changes[0], self.changes[-1]
        pieces, at = [], max(0, first.start - 70)
        for change in self.changes:
            pieces += [
                text[at : change.start],
                "[",
                text[change.start : change.end],
                " -> ",
                change.text,
                "]",
            ]
            at = change.end
        pieces.append(text[at : last.end + 50])
        return " ".join("".join(pieces).split())


Planter = Callable[[Minutes, random.Random], Iterator[Slip]]
"""Offers every slip of one kind that these minutes have room for."""


def plant(text: str, slip: Slip) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text with the slip in it, and where its new words stand."""
    pieces, spans, at, length = [], [], 0, 0
    for change in slip.changes:
        kept = text[at : change.start]
        length += len(kept)
        spans.append((length, length + len(change.text)))
        pieces += [kept, change.text]
        length += len(change.text)
        at = change.end
    return "".join([*pieces, text[at:]]), tuple(spans)


def choose(
    corpus: list[Minutes], planter: Planter, most: int, seed: str, each: int = 4
) -> list[tuple[Minutes, Slip]]:
    """Up to ``most`` slips over the whole corpus, no more than ``each`` of one way in one file."""
    dice = dice_of(seed)
    chosen: list[tuple[Minutes, Slip]] = []
    for source in corpus:
        offered: dict[str, list[Slip]] = {}
        for slip in planter(source, dice):
            offered.setdefault(slip.way, []).append(slip)
        for slips in offered.values():
            chosen.extend((source, slip) for slip in dice.sample(slips, min(each, len(slips))))
    if len(chosen) > most:
        chosen = _evenly(chosen, most, dice)
    return chosen


def _evenly(chosen: list[tuple[Minutes, Slip]], most: int, dice: random.Random) -> list[tuple[Minutes, Slip]]:
    """``most`` of them, as many of the rare ways as of the common ones."""
    by_way: dict[str, list[tuple[Minutes, Slip]]] = {}
    for pair in chosen:
        by_way.setdefault(pair[1].way, []).append(pair)
    kept: list[tuple[Minutes, Slip]] = []
    left = sorted(by_way.values(), key=len)
    while left:
        share = (most - len(kept)) // len(left)
        kept += dice.sample(left[0], min(share, len(left[0])))
        left = left[1:]
    return sorted(kept, key=lambda pair: (pair[0].name, pair[1].changes[0].start))
