"""Which notes give a period of the draft in the same words, and which give another of the same thing."""

import re
from collections import defaultdict
from functools import lru_cache
from itertools import chain

from review_tui.facts.contexts import Likeness, likeness
from review_tui.facts.pair import Pair
from review_tui.facts.periods import (
    PeriodIndex,
    PeriodMention,
    are_comparable,
    are_near,
    are_slip,
    are_two_occasions,
    have_nothing_in_common,
    periods_of_draft,
    periods_of_notes,
)
from review_tui.facts.values import Value, agree

_MUCH_PLAINER = 0.75
"""In words that draft and note have in common."""
_MOST_CLAIMS = 12
"""Periods of the notes that are held against one of the draft."""
_ANY_MEETING = frozenset({"meeting"})
"""All that two meetings of different days have in common."""
_FEWEST = 2
"""Words beside two dates far from each other that are the same, so that they may be of one thing."""
_SENT = re.compile(r"\W*(?:(?:from|to|by|e-?mail|text|msg|message|call)\b[^:]{0,30})?", re.IGNORECASE)
"""What stands in a line before the day on which a message was sent."""
_LINE = 6
"""Jottings of a line that far off may still be of the same thing."""
_BEST_LINES = 2
"""Lines of the notes that a clause was surely written from."""
_BEFORE = re.compile(
    r"\W*(?:was |the )?(?:(?:last|prev(?:ious)?|prior)\.? (?:y(?:ea)?r|time|q(?:ua)?rte?r|season|session|term)"
    r"|(?:y(?:ea)?r|q(?:ua)?rte?r|season|session|term) before)\b",
    re.IGNORECASE,
)
"""How a jotting begins that is of the year, or part of one, before that of which the notes tell."""
_FIRST = 8
"""Jottings in which notes say of what meeting they are."""


HELD_AGAINST = re.compile(
    r"\b(?:vs?|ag(?:ain)?st|cf|up from|down from)\b\.? \Z|(?:%|\bper ?cent|\bpc|\d) (?:on|over) \Z",
    re.IGNORECASE,
)
"""Before a period of the notes that another is only held against: "148k up 3.2% on FY26"."""
_FIGURE = re.compile(r"\W{0,3}\d")
"""What stands behind a period of which a figure is told."""


def is_in_brackets(text: str, start: int, end: int) -> bool:
    """Whether a line has a figure of a period beside its own: "88% done (23/24 79)"."""
    return text[:start].rstrip().endswith("(") and _FIGURE.match(text, end) is not None


class NotedPeriods:
    """The periods of all notes, each with how plainly the draft has the same period of the same thing.

    A note that the draft agrees with somewhere is not held against a passage that it fits no better: in
    a list of payments each line is of its own payee. The day of the meeting, which notes have at their
    head, is held against nothing: whether the draft has it right is for the check of dates.
    """

    def __init__(self, pair: Pair) -> None:
        self._pair = pair
        self._noted = tuple(m for m in chain(*periods_of_notes(pair)) if not m.clause.is_private)
        self._index = PeriodIndex(self._noted)
        self._of_value = {id(m.value): m for m in self._noted}
        self._claims: dict[PeriodMention, float] = defaultdict(float)
        self._support: dict[PeriodMention, float] = {}
        for mention in chain(*periods_of_draft(pair)):
            rated = [
                (likeness(mention.context, note.context).plainness, note) for note in self._agreeing(mention)
            ]
            best = max((plain for plain, _ in rated), default=0.0)
            self._support[mention] = best
            for plain, note in rated:
                if plain == best:
                    self._claims[note] = max(self._claims[note], plain)

    def _agreeing(self, mention: PeriodMention) -> list[PeriodMention]:
        """The notes with the same period that could be of the same thing."""
        said = self._pair.links.supporting(mention.value)
        alike = [
            m
            for j in sorted(said)
            for m in periods_of_notes(self._pair)[j]
            if are_comparable(mention.value, m.value) and agree(mention.value, m.value)
        ]
        keys = mention.context.keys
        return sorted(alike, key=lambda note: -len(keys & note.context.keys))[:_MOST_CLAIMS]

    def supporting(self, mention: PeriodMention) -> tuple[PeriodMention, ...]:
        """The notes that give the same period for the same thing, in their order."""
        found = [
            note
            for note in self._agreeing(mention)
            if _is_of_same_thing(mention, note, likeness(mention.context, note.context))
        ]
        return tuple(sorted(found, key=lambda note: note.clause.index))

    def is_noted(self, mention: PeriodMention) -> bool:
        """Whether the lines that its clause was written from say the same period, of whatever, as often as the clause."""
        told = [v for v in self._pair.values[mention.clause.index] if _are_alike(mention.value, v)]
        return len(self._lines_saying(mention)) >= len(told)

    def is_former(self, mention: PeriodMention) -> bool:
        """Whether the notes that its clause was first written from begin with what was before: "(last yr 5.2)"."""
        first = self._pair.links.linked[mention.clause.index][:1]
        return any(_BEFORE.match(self._pair.jottings[j].text) for j in first)

    def is_of_other_line(self, mention: PeriodMention, note: PeriodMention) -> bool:
        """Whether the line of a clause says its period, and a note is of another line: that can't gainsay it."""
        lines = self._lines_saying(mention)
        return bool(lines) and note.clause.item not in lines

    def _lines_saying(self, mention: PeriodMention) -> list[int]:
        """For each time that the notes a clause was surely written from say its period the line where they do."""
        links, mine = self._pair.links, mention.value
        near = links.near(links.linked[mention.clause.index][:_BEST_LINES], _LINE)
        return [
            self._pair.jottings[j].item
            for j in links.supporting(mine).intersection(near)
            for theirs in self._pair.noted_values[j]
            if _are_alike(mine, theirs)
            and (
                mention.is_compared_with
                or not (
                    HELD_AGAINST.search(self._pair.jottings[j].text, 0, theirs.start)
                    or is_in_brackets(self._pair.jottings[j].text, theirs.start, theirs.end)
                )
            )
        ]

    def otherwise(self, mention: PeriodMention) -> tuple[PeriodMention, ...]:
        """The notes, of one voice, that give another period for the same thing; the plainest only."""
        support = self._support[mention]
        rated = [
            (plain, note)
            for note in self._index.near(mention)
            if are_comparable(mention.value, note.value)
            if not agree(mention.value, note.value)
            if _is_of_same_thing(mention, note, like := likeness(mention.context, note.context))
            if (plain := like.plainness) > support and not self.is_of_another(mention, note)
        ]
        best = max((plain for plain, _ in rated), default=0.0)
        said = tuple(note for plain, note in rated if plain > best - _MUCH_PLAINER)
        return said if all(agree(said[0].value, note.value) for note in said) else ()

    def is_of_another(self, mention: PeriodMention, note: PeriodMention) -> bool:
        """Whether a note is of something else than a passage: another occasion, or what another passage says as plainly."""
        like = likeness(mention.context, note.context)
        return (
            self._is_head(note)
            or _heads_message(note)
            or are_two_occasions(mention, note)
            or mention.context.keys & note.context.keys == _ANY_MEETING
            or 0 < like.plainness <= self._claims[note]
            or (like.shared < _FEWEST and have_nothing_in_common(mention.value, note.value))
        )

    def _is_head(self, note: PeriodMention) -> bool:
        """Whether it is the day of the meeting at the head of the notes."""
        day = self._pair.meeting.reference
        return (
            day is not None
            and note.clause.index < _FIRST
            and note.value.parts[-2:] == (day.month, day.day)
            and note.value.parts[0] in {0, day.year}
        )


def _are_alike(one: Value, other: Value) -> bool:
    """Whether two values are one, told in one way."""
    return one.kind is other.kind and one.is_run is other.is_run and agree(one, other)


def _heads_message(note: PeriodMention) -> bool:
    """Whether it is the day on which a message was sent, or something noted: "from Kay 7/11: ...", "12 Mar: ..."."""
    line, begins = note.clause.plain.text, note.clause.start
    before = line[: begins + note.start].rpartition("\n")[2]
    is_head = note.sort == "day" and line.startswith(":", begins + note.end)
    return is_head and _SENT.fullmatch(before) is not None


@lru_cache(maxsize=4)
def noted_periods(pair: Pair) -> NotedPeriods:
    """Those of one draft and its notes."""
    return NotedPeriods(pair)


def _is_of_same_thing(mention: PeriodMention, note: PeriodMention, like: Likeness) -> bool:
    """Whether a note is of the same thing."""
    mine, theirs = mention.value, note.value
    return like.is_of_same(is_near=agree(mine, theirs) or are_slip(mine, theirs) or are_near(mine, theirs))
