"""How much of a line stands on the other side too.

Clerks differ: some notes are the minutes in small, others put everything in other words. What counts as left
out is therefore measured against the middle of all lines of the same notes.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from statistics import median

from review_tui.checks.notes.match import Match, Matches
from review_tui.checks.notes.words import is_of_deciding

_NEAR = 1
"""Lines before and after the best match that may hold part of what is looked for."""
_CANDIDATES = 3
_SAMPLE = 80
"""Lines by which it is judged how closely notes and draft agree."""
_TELLING = 10.0
"""What a line must weigh to be judged: about three words that tell something."""
_MOST_OF = 0.7
_FEWEST = 4
_LONG = 3
_PART = 0.78
"""What share of the usual agreement is too little."""
_CLEARLY = 1.5
"""How much better another note must fit a line of the draft to be what it was written from."""
_LENIENT = 1.13
"""What share of the usual least then still is too little."""
_PASSING = 0.35
"""A line of the draft that has less than this in common with a note tells of something else."""
_HALF = 0.5
"""The share of what a note is of, with which a line of the draft that has no other note is of it too."""
_PARTLY, _HARDLY = 0.8, 0.53
"""The shares of the least at which it is missing if that line tells of something else, and if it need not."""
_SHORT, _SLIM, _SCARCELY = 3, 6.0, 0.3
"""Words and weight of a short jotting, and the share that any line of the draft may have of it at most."""
_MOST = 0.75
"""More than this is asked of no notes."""


@dataclass(frozen=True, slots=True)
class Covered:
    """How much of a line stands on the other side, and where."""

    share: float
    """From 0 to 1, rare words counting most."""
    at: Match | None


@dataclass(frozen=True, eq=False)
class Coverage:
    """How much of each line stands on the other side; worked out when asked for."""

    matches: Matches
    _found: dict[tuple[bool, int], Covered] = field(default_factory=dict)
    _usual: dict[bool, float] = field(default_factory=dict)

    def of_notes(self, index: int) -> Covered:
        """How much of line ``index`` of the notes the draft has."""
        return self._covered(index, from_draft=False)

    def of_draft(self, index: int) -> Covered:
        """How much of line ``index`` of the draft the notes have."""
        return self._covered(index, from_draft=True)

    def is_missing(self, index: int, *, from_draft: bool) -> bool:
        """Whether a line weighs enough to be missed, and too little of it stands on the other side."""
        if not self.is_telling(index, from_draft=from_draft):
            return False
        return self._covered(index, from_draft=from_draft).share < self.least(from_draft=from_draft)

    def is_left_out(self, index: int) -> bool:
        """Whether the draft leaves out line ``index`` of the notes, as far as words can tell.

        Where the line of the draft that fits best was clearly written from another note, this one may share
        more with it and still be missing than where the line may be this note in other words.
        """
        found = self.matches.of_notes(index)
        if not self.is_telling(index, from_draft=False):
            return self._says_something(index) and all(match.of_notes < _SCARCELY for match in found)
        least = self.least(from_draft=False)
        if not found:
            return True
        best, alone = found[0], max(match.of_notes for match in found)
        rival = self._rival(index, best)
        if rival > _CLEARLY and alone < _LENIENT * least:
            return True
        if not rival and self._subject_share(index, best.line.index) >= _HALF:
            return False
        passing = best.of_draft < _PASSING and alone < _PARTLY * least
        other = rival > 0 or passing or alone < _HARDLY * least
        return other and self._covered(index, from_draft=False).share < least

    def _subject_share(self, index: int, draft: int) -> float:
        """How much of a note, how it went left out, stands in one line of the draft."""
        words = [
            word
            for word in self.matches.notes_words[index]
            if not _is_small_figure(word) and not is_of_deciding(word[0])
        ]
        total = sum(map(self.matches.weight, words))
        keys = _keys(self.matches.draft_words, draft, 0)
        shared = sum(self.matches.weight(word) for word in words if keys.intersection(word))
        return shared / total if total else 0.0

    def _says_something(self, index: int) -> bool:
        """Whether a short note says enough to be missed where next to nothing of it is in the draft."""
        telling = [word for word in self.matches.notes_words[index] if not _is_small_figure(word)]
        return len(telling) >= _SHORT and sum(map(self.matches.weight, telling)) >= _SLIM

    def _rival(self, index: int, best: Match) -> float:
        """How much better another note fits the line of the draft that fits this one; 0 where none does."""
        theirs = self.matches.of_draft(best.line.index)
        if not theirs or theirs[0].line.index == index:
            return 0.0
        return theirs[0].standing / best.standing if best.standing else math.inf

    def is_telling(self, index: int, *, from_draft: bool) -> bool:
        """Whether a line says enough to be looked for on the other side."""
        words = self.matches.draft_words if from_draft else self.matches.notes_words
        telling = [word for word in words[index] if not _is_small_figure(word)]
        return len(telling) >= _FEWEST and sum(map(self.matches.weight, telling)) >= _TELLING

    def least(self, *, from_draft: bool) -> float:
        """The share from which on a line counts as taken up, in these notes and this draft."""
        if from_draft not in self._usual:
            words = self.matches.draft_words if from_draft else self.matches.notes_words
            step = max(1, len(words) // _SAMPLE)
            chosen = [i for i in range(0, len(words), step) if self.is_telling(i, from_draft=from_draft)]
            shares = [self._covered(i, from_draft=from_draft).share for i in chosen]
            self._usual[from_draft] = min(_MOST, _PART * median(shares)) if shares else 0.0
        return self._usual[from_draft]

    def _covered(self, index: int, *, from_draft: bool) -> Covered:
        key = (from_draft, index)
        if key not in self._found:
            self._found[key] = self._measure(index, from_draft=from_draft)
        return self._found[key]

    def _measure(self, index: int, *, from_draft: bool) -> Covered:
        found = self.matches.of_draft(index) if from_draft else self.matches.of_notes(index)
        mine, theirs = (
            (self.matches.draft_words, self.matches.notes_words)
            if from_draft
            else (self.matches.notes_words, self.matches.draft_words)
        )
        own = [word for word in mine[index] if not _is_small_figure(word)]
        total = sum(map(self.matches.weight, own))
        best = Covered(0.0, None)
        also = {
            key
            for match in found
            if _is_within(match, from_draft)
            for key in _keys(theirs, match.line.index, 0)
        }
        for match in found[:_CANDIDATES]:
            keys = also | _keys(theirs, match.line.index, _NEAR)
            shared = sum(self.matches.weight(word) for word in own if keys.intersection(word))
            if total and shared / total > best.share:
                best = Covered(shared / total, match)
        return best


@lru_cache(maxsize=2)
def coverage_of(matches: Matches) -> Coverage:
    """The coverage of ``matches``; the same object for the same matches."""
    return Coverage(matches)


def _is_small_figure(word: tuple[str, ...]) -> bool:
    """Whether a word is part of a date or time, which everybody writes otherwise, or a number of the list."""
    return word[0][0].isdigit() and (len(word[0]) < _LONG or "." in word[0])


def _is_within(match: Match, from_draft: bool) -> bool:
    """Whether most of the other line stands in this one: two sentences were noted as one, or one as two."""
    return (match.of_notes if from_draft else match.of_draft) >= _MOST_OF


def _keys(words: Sequence[tuple[tuple[str, ...], ...]], index: int, near: int) -> set[str]:
    lines = words[max(0, index - near) : index + near + 1]
    return {key for line in lines for word in line for key in word}
