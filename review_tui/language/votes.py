"""Votes as minutes write them: "7 votes to 2", "six in favour and one abstained", "For: 7 Against: 2"."""

import re
from collections.abc import Iterator
from enum import StrEnum

from review_tui.language.number_words import number_of
from review_tui.language.sentences import CLAUSE_END
from review_tui.language.vote_words import (
    BREAK,
    CAST,
    CUE,
    EVERYONE,
    LINK,
    MARGIN,
    OUTCOME,
    PRESENT,
    TALLY,
    TO,
)
from review_tui.model.frozen import frozen
from review_tui.model.text import Span

_NEAR = 90
"""Characters between two sides of one vote."""
_OUTCOME_AFTER = 60
_OUTCOME_BEFORE = 110
"""Characters after and before the figures in which it says what became of the motion."""
_BESIDE = 30
"""Characters between figures and an outcome that stand in one breath."""
_MOST = 999
"""More hands are raised at no meeting: such a figure is a sum or a year."""
_ROOM = 160
"""Characters on either side of a word of voting in which its figures are looked for."""


class VoteSide(StrEnum):
    """What a figure of a vote counts."""

    FOR = "for"
    AGAINST = "against"
    ABSTAINED = "abstained"
    SILENT = "did not vote"
    PRESENT = "present"
    CAST = "voted"
    MARGIN = "majority"
    EVERYONE = "unanimous"


_SIDES = (VoteSide.FOR, VoteSide.AGAINST, VoteSide.ABSTAINED, VoteSide.SILENT)


@frozen
class Tally:
    """One figure of a vote."""

    side: VoteSide
    count: int
    """How many; 0 for ``EVERYONE``, which gives no figure."""
    span: Span
    text: str
    is_sure: bool = True
    """Whether it says by itself that it is of a vote: "7 votes for" does, "7 for" does not."""


@frozen
class Vote:
    """One vote with all its figures."""

    tallies: tuple[Tally, ...]
    """In the order of the text."""
    outcome: str
    """``carried``, ``lost`` or empty."""
    outcome_span: Span | None
    """Where that is said."""
    span: Span
    text: str

    def of(self, side: VoteSide) -> Tally | None:
        """The figure of one side, or ``None`` where it is not given."""
        return next((tally for tally in self.tallies if tally.side is side), None)

    def count(self, side: VoteSide) -> int | None:
        """How many took one side, or ``None`` where it is not said."""
        tally = self.of(side)
        return tally.count if tally else None

    @property
    def sum(self) -> int:
        """All who are counted on one side or another, those who abstained or did not vote with them."""
        return sum(tally.count for tally in self.tallies if tally.side in _SIDES)


def find_votes(text: str) -> tuple[Vote, ...]:
    """Every vote in ``text``, in order; what is only agreed, with no figure and not by all, is none."""
    groups = [group for group in _tallies_by_vote(text, _tallies(text)) if _is_vote(group)]
    found = []
    for index, group in enumerate(groups):
        floor = groups[index - 1][-1].span.end if index else 0
        ceiling = groups[index + 1][0].span.start if index + 1 < len(groups) else len(text)
        span = Span(group[0].span.start, group[-1].span.end)
        outcome, at = _outcome(text, span, floor, ceiling)
        found.append(Vote(group, outcome, at, span, span.of(text)))
    return tuple(found)


def _tallies(text: str) -> list[Tally]:
    """All figures that could be of a vote, in order, none over another."""
    kept: list[Tally] = []
    for start, end in _windows(text):
        compared = list(_compared_tallies(text, start, end))
        read = [*_tallies_with_side(text, start, end), *_total_tallies(text, start, end)]
        read = [t for t in read if not any(t.span.overlaps(other.span) for other in compared)]
        for tally in sorted(compared + read, key=lambda t: (t.span.start, -t.span.end)):
            if not kept or tally.span.start >= kept[-1].span.end:
                kept.append(tally)
    return kept


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Where to look: around the words that every vote has."""
    start = end = 0
    for match in CUE.finditer(text):
        first, last = max(0, match.start() - _ROOM), min(len(text), match.end() + _ROOM)
        if first > end and end:
            yield start, end
            start = first
        start, end = (first if not end else start), last
    if end:
        yield start, end


def _tallies_with_side(text: str, start: int, end: int) -> Iterator[Tally]:
    names = {
        "for": VoteSide.FOR,
        "against": VoteSide.AGAINST,
        "abstained": VoteSide.ABSTAINED,
        "silent": VoteSide.SILENT,
    }
    for match in TALLY.finditer(text, start, end):
        which = "1" if match["number"] else "2"
        name = next((n for n in names if match[n + which]), "")
        side = names.get(name, VoteSide.AGAINST)
        word = (match[name + which] if name else "").casefold()
        voted = match["votes"] or match["voted"] or "vote" in (match["label"] or "").casefold()
        sure = bool(voted) or side is VoteSide.ABSTAINED or word.startswith("in ")
        number = match["number"] or match["number2"]
        yield Tally(side, number_of(number), Span(*match.span()), match[0], sure)


def _compared_tallies(text: str, start: int, end: int) -> Iterator[Tally]:
    """The two or three figures of "7 votes to 2" and "a vote of 7-2-1"."""
    for match in TO.finditer(text, start, end):
        votes = match["votes"] or match["votes2"] or match["for"] or match["against"]
        led = bool(match["lead"])
        if not (led or votes) or (match["dash"] and not led) or (match["dash2"] and not match["dash"]):
            continue
        third = Span(*match.span("number3"))
        spans = (
            (VoteSide.FOR, "number", Span(match.start("number"), match.end("for"))),
            (VoteSide.AGAINST, "number2", Span(match.start("number2"), match.end("against"))),
            *([(VoteSide.ABSTAINED, "number3", third)] if match["number3"] else []),
        )
        for side, name, span in spans:
            yield Tally(side, number_of(match[name]), span, span.of(text))


def _total_tallies(text: str, start: int, end: int) -> Iterator[Tally]:
    for side, pattern in ((VoteSide.PRESENT, PRESENT), (VoteSide.CAST, CAST), (VoteSide.MARGIN, MARGIN)):
        for match in pattern.finditer(text, start, end):
            groups = match.groupdict()
            number = next(value for name, value in groups.items() if name.startswith("num") and value)
            yield Tally(side, number_of(number), Span(*match.span()), match[0], is_sure=False)
    for match in EVERYONE.finditer(text, start, end):
        yield Tally(VoteSide.EVERYONE, 0, Span(*match.span()), match[0])


def _tallies_by_vote(text: str, tallies: list[Tally]) -> Iterator[tuple[Tally, ...]]:
    group: list[Tally] = []
    for tally in tallies:
        if group and not _is_same_vote(text, group, tally):
            yield tuple(group)
            group = []
        group.append(tally)
    if group:
        yield tuple(group)


def _is_same_vote(text: str, group: list[Tally], tally: Tally) -> bool:
    """Whether ``tally`` is of the same vote as the figures before it."""
    if any(other.side is tally.side for other in group):
        return False
    between = text[group[-1].span.end : tally.span.start]
    if len(between) > _NEAR:
        return False
    if LINK.match(between):
        return True
    ended = all(other.side is VoteSide.EVERYONE for other in group) and CLAUSE_END.search(between)
    return not ended and not BREAK.search(between)


def _is_vote(group: tuple[Tally, ...]) -> bool:
    """Whether the figures together are of a vote: two sides, or one that says so itself."""
    sides = [tally for tally in group if tally.side in _SIDES]
    everyone = any(tally.side is VoteSide.EVERYONE for tally in group)
    if any(tally.count > _MOST for tally in group):
        return False
    return everyone or len(sides) > 1 or any(tally.is_sure for tally in sides)


def _outcome(text: str, span: Span, floor: int, ceiling: int) -> tuple[str, Span | None]:
    """What is said to have become of it, and where: within it, beside it, or in the next or last sentence."""
    lead = max(floor, span.start - _OUTCOME_BEFORE)
    lead = max(lead, text.rfind("\n\n", lead, span.start) + 2)
    before = list(OUTCOME.finditer(text, lead, span.start))[-1:]
    between = text[before[0].end() : span.start] if before else ""
    beside = before and len(between) <= _BESIDE and not CLAUSE_END.search(between)
    match = OUTCOME.search(text, span.start, span.end) or (before[0] if beside else None)
    match = match or _outcome_after(text, span, ceiling)
    if not match and before and not BREAK.search(between):
        match = before[0]
    if not match:
        return "", None
    return "lost" if match["lost"] or match["negated"] else "carried", Span(*match.span())


def _outcome_after(text: str, span: Span, ceiling: int) -> re.Match[str] | None:
    """What follows within a sentence or two, unless it is of the next vote: "and was carried by 6 to 4"."""
    after = text[span.end : min(ceiling, span.end + _OUTCOME_AFTER)].split("\n\n", maxsplit=1)[0]
    stop = BREAK.search(after)
    match = OUTCOME.search(text, span.end, span.end + (stop.start() if stop else len(after)))
    if not match or ceiling == len(text):
        return match
    following = text[match.end() : ceiling]
    is_next = len(following) <= _BESIDE and not CLAUSE_END.search(following)
    return None if is_next and CLAUSE_END.search(text, span.end, match.start()) else match
