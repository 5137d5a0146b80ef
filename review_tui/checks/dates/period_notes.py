"""Which notes give another period for what the draft says, and are of nothing else that the draft says."""

import datetime as dt
from collections import defaultdict

from review_tui.checks.dates.lookup import MentionIndex
from review_tui.checks.dates.period_pairs import (
    answers,
    are_two_occasions,
    is_comparable,
    is_equal,
    plainness,
)
from review_tui.checks.dates.subjects import PeriodMention, likeness

_MUCH_PLAINER = 0.75
"""In words that draft and note have in common."""
_MOST_CLAIMS = 12
"""Periods of the notes that are held against one of the draft."""
_CROWD = 40
"""Notes of the same days that are all looked at; of more, those with most words in common."""
_ANY_MEETING = frozenset({"meeting"})
"""All that two meetings of different days have in common."""
_HEAD = 400
"""Characters in which notes say of what meeting they are."""


class NotesOfPeriods:
    """The periods of all notes, each with how plainly the draft has the same period of the same thing.

    A note that the draft agrees with somewhere is not held against a passage that it fits no better: in
    a list of payments each line is of its own payee. The day of the meeting, which notes have at their
    head, is held against nothing: whether the draft has it right is for the check of dates.
    """

    def __init__(
        self,
        draft: tuple[PeriodMention, ...],
        notes: tuple[PeriodMention, ...],
        meeting: dt.date | None = None,
    ) -> None:
        self._lookup = MentionIndex(notes)
        self._meeting = meeting
        self._claims: dict[PeriodMention, float] = defaultdict(float)
        self._support: dict[PeriodMention, float] = defaultdict(float)
        for mention in draft:
            rated = [(_plain(mention, note), note) for note in self._agreeing(mention)]
            best = max((plain for plain, _ in rated), default=0.0)
            self._support[mention] = best
            for plain, note in rated:
                if plain == best:
                    self._claims[note] = max(self._claims[note], plain)

    def _agreeing(self, mention: PeriodMention) -> list[PeriodMention]:
        """The notes with the same period that could be of the same thing."""
        same = self._lookup.same_days(mention)
        if len(same) > _CROWD:
            same = self._lookup.near(mention) or same[:_MOST_CLAIMS]
        alike = [note for note in same if is_equal(mention.period, note.period)]
        alike.sort(key=lambda note: -len(mention.keys & note.keys))
        return alike[:_MOST_CLAIMS]

    def supporting(self, mention: PeriodMention) -> tuple[PeriodMention, ...]:
        """The notes that give the same period for the same thing."""
        return tuple(
            note
            for note in sorted(
                self._agreeing(mention), key=lambda note: (note.document.file, note.period.span)
            )
            if answers(likeness(mention, note), mention.period, note.period)
        )

    def otherwise(self, mention: PeriodMention) -> tuple[PeriodMention, ...]:
        """The notes, of one voice, that give another period for the same thing; the plainest only."""
        support = self._support[mention]
        rated = [
            (plain, note)
            for note in self._lookup.near(mention)
            if is_comparable(mention.period, note.period) and not is_equal(mention.period, note.period)
            if not (self._is_head(note) or are_two_occasions(mention, note))
            if mention.keys & note.keys != _ANY_MEETING
            if answers(like := likeness(mention, note), mention.period, note.period)
            if (plain := plainness(like)) > max(support, self._claims[note])
        ]
        best = max((plain for plain, _ in rated), default=0.0)
        said = tuple(note for plain, note in rated if plain > best - _MUCH_PLAINER)
        return said if all(is_equal(said[0].period, note.period) for note in said) else ()

    def _is_head(self, note: PeriodMention) -> bool:
        """Whether it is the day of the meeting at the head of the notes."""
        return note.period.start == self._meeting and note.period.span.start < _HEAD


def _plain(mention: PeriodMention, note: PeriodMention) -> float:
    like = likeness(mention, note)
    return 0.0 if like.clash else plainness(like)
