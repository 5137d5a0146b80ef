"""Votes as minutes write them: "7 votes to 2", "six in favour and one abstained", "For: 7 Against: 2"."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import zip_longest

from review_tui.language.number_words import number_of
from review_tui.language.sentences import CLAUSE_END
from review_tui.language.vote_words import (
    BREAK,
    CAST,
    COUNTS_THINGS,
    CUE,
    DASHED,
    EVERYONE,
    EVERYONE_JOTTED,
    LINK,
    MARGIN,
    MEASURES,
    NAMED,
    NET,
    OUTCOME,
    PRESENT,
    RANGE_BEFORE,
    SHORT,
    SIDE_BEHIND,
    SIGN,
    SIGNED_COUNT,
    SIGNED_NAMES,
    TALLY,
    TO,
    VOTED_AFTER,
    VOTED_BEFORE,
    WEAK_OUTCOME,
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
_STOP = 2
"""Characters before a stop by which it is known to end a sentence."""
_MOST = 999
"""More hands are raised at no meeting: such a figure is a sum or a year."""
_OLD = 20
"""From so many on two figures that rise are a span, of ages say: "23-45"."""
_TO_DO = re.compile(r"\s{1,2}(?:to|that|on|for)\s", re.IGNORECASE)
"""What follows a word of voting where it says what was decided."""
_ROOM = 160
"""Characters on either side of a word of voting in which its figures are looked for."""


_NAME_BEFORE = re.compile(r"[A-Z][\w.'\u2019-]{0,24}\s?\Z")


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
_GROUPS = {
    "for": VoteSide.FOR,
    "against": VoteSide.AGAINST,
    "rest": VoteSide.ABSTAINED,
    "silent": VoteSide.SILENT,
}
"""Which side the groups of most patterns give."""


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
    is_named: bool = False
    """Whether it is who voted so, and no figure: "and Ms Tull against"."""


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
        return sum(self.count(side) or 0 for side in _SIDES)

    @property
    def counted(self) -> Span:
        """Where its sides stand, without how many were there."""
        spans = [t.span for t in self.tallies if t.side in _SIDES or t.side is VoteSide.EVERYONE]
        return Span(spans[0].start, spans[-1].end) if spans else self.span


def find_votes(text: str, *, shorthand: bool = False) -> tuple[Vote, ...]:
    """Every vote in ``text``, in order; what is only agreed, with no figure and not by all, is none.

    ``shorthand``: as clerks jot them down too, "5-2", "5f 3a", "all \u2713".
    """
    tallies = _tallies(text, shorthand=shorthand)
    groups = [group for group in _tallies_by_vote(text, tallies) if _is_vote(group)]
    found = []
    for index, group in enumerate(groups):
        floor = groups[index - 1][-1].span.end if index else 0
        ceiling = groups[index + 1][0].span.start if index + 1 < len(groups) else len(text)
        span = Span(group[0].span.start, group[-1].span.end)
        outcome, at = _outcome(text, span, floor, ceiling)
        found.append(Vote(group, outcome, at, span, span.of(text)))
    return tuple(found)


def _tallies(text: str, *, shorthand: bool) -> list[Tally]:
    """All figures that could be of a vote, in order, none over another."""
    kept: list[Tally] = []
    for start, end in [(0, len(text))] if shorthand else _windows(text):
        compared = [*_compared_tallies(text, start, end), *_signed_tallies(text, start, end)]
        compared += _dashed_tallies(text, start, end, compared, shorthand=shorthand)
        read = [*_tallies_with_side(text, start, end), *_total_tallies(text, start, end, shorthand=shorthand)]
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
    for match in NAMED.finditer(text, start, end):
        if _NAME_BEFORE.search(text, max(0, match.start() - _NEAR), match.start()):
            continue  # "Tierney and Bowers opposed": not all who are named
        side = next(side for name, side in _GROUPS.items() if match[name])
        count = len(re.split(r",? and |, | & ", match["names"]))
        span = Span(match.start("names"), match.end())
        yield Tally(side, count, span, span.of(text), is_sure=False, is_named=True)


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


def _dashed_tallies(
    text: str, start: int, end: int, others: Sequence[Tally], *, shorthand: bool
) -> Iterator[Tally]:
    """The two or three figures of "6-0", where they are of a vote or may be in a jotting."""
    for pattern in (DASHED, SHORT) if shorthand else (DASHED,):
        for match in pattern.finditer(text, start, end):
            span = Span(*match.span())
            is_told = VOTED_BEFORE.search(
                text, max(0, span.start - _BESIDE), span.start
            ) or VOTED_AFTER.match(text, span.end)
            if any(span.overlaps(other.span) for other in others) or not (shorthand or is_told):
                continue
            is_span = int(match["for"]) >= _OLD and int(match["against"]) > int(match["for"])
            if pattern is DASHED and (
                SIDE_BEHIND.match(text, match.end("against"))
                or RANGE_BEFORE.search(text, max(0, span.start - _BESIDE), span.start)
            ):
                continue
            counts = (MEASURES if shorthand else COUNTS_THINGS).match(text, span.end)
            if not is_span and not counts:
                yield from _sides_of(match, is_sure=pattern is SHORT or is_told is not None)


def _sides_of(match: re.Match[str], *, is_sure: bool = True) -> Iterator[Tally]:
    """The figures of a match whose groups are called by side."""
    for name in sorted((n for n in match.re.groupindex if match[n]), key=match.start):
        yield Tally(_GROUPS[name], number_of(match[name]), Span(*match.span(name)), match[name], is_sure)


def _signed_tallies(text: str, start: int, end: int) -> Iterator[Tally]:
    """The sides of "+1 x5, -1 x2", "+1 from a, b; -1 c" and "+5 / 0: 1"."""
    if "+" not in text:
        return
    for match in NET.finditer(text, start, end):
        if match["rest"] or match["against"]:
            yield from _sides_of(match)
    signs = list(SIGN.finditer(text, start, end))
    read = []
    for sign, after in zip_longest(signs, signs[1:]):
        stop = after.start() if after else end
        count = SIGNED_COUNT.match(text, sign.end(), stop)
        names = None if count else SIGNED_NAMES.match(text, sign.end(), stop)
        if count or names:
            side = {"+": VoteSide.FOR, "0": VoteSide.ABSTAINED}.get(
                "0" if sign["sign"][-1] == "0" else sign["sign"][0], VoteSide.AGAINST
            )
            number = int(count["number"]) if count else _names_in(names["names"]) if names else 0
            last = count.end() if count else names.end("names") if names else sign.end()
            read.append(
                (bool(count), Tally(side, number, Span(sign.start(), last), text[sign.start() : last]))
            )
    if read and read[0][1].side is VoteSide.FOR and (len(read) > 1 or read[0][0]):
        yield from (tally for _, tally in read)


def _names_in(words: str) -> int:
    """How many people a list names, apart by commas or, being handles, by blanks."""
    listed = [piece for piece in re.split(r",|&|\band\b", words) if piece.strip()]
    return len(listed) if len(listed) > 1 or words[:1].isupper() else len(re.findall(r"@?\w[\w.-]*", words))


def _total_tallies(text: str, start: int, end: int, *, shorthand: bool) -> Iterator[Tally]:
    for side, pattern in ((VoteSide.PRESENT, PRESENT), (VoteSide.CAST, CAST), (VoteSide.MARGIN, MARGIN)):
        for match in pattern.finditer(text, start, end):
            groups = match.groupdict()
            number = next(value for name, value in groups.items() if name.startswith("num") and value)
            yield Tally(side, number_of(number), Span(*match.span()), match[0], is_sure=False)
    for pattern in (EVERYONE, EVERYONE_JOTTED) if shorthand else (EVERYONE,):
        for match in pattern.finditer(text, start, end):
            yield Tally(VoteSide.EVERYONE, 0, Span(*match.span()), match[0])


def _tallies_by_vote(text: str, tallies: list[Tally]) -> Iterator[tuple[Tally, ...]]:
    group: list[Tally] = []
    for tally in tallies:
        if tally.is_named and not (group and _is_same_vote(text, group, tally)):
            continue
        if group and not _is_same_vote(text, group, tally):
            yield tuple(group)
            group = []
        group.append(tally)
    if group:
        yield tuple(group)


def _is_same_vote(text: str, group: list[Tally], tally: Tally) -> bool:
    """Whether ``tally`` is of the same vote as the figures before it."""
    between = text[group[-1].span.end : tally.span.start]
    if len(between) > _NEAR or (any(o.side is tally.side for o in group) and not tally.is_named):
        return False
    if tally.side is VoteSide.EVERYONE and CLAUSE_END.search(between) and _TO_DO.match(text, tally.span.end):
        return False  # "voted by 8-1 to keep the rate. It voted unanimously to keep the stock"
    if LINK.match(between):
        return True
    if tally.is_named and CLAUSE_END.search(between):
        return False
    if any(t.text.isdigit() and not t.is_sure for t in (tally, group[-1])):
        return False  # two figures with a dash are of what stands right beside them
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
    match = match or _outcome_in_sentence(text, span, max(floor, lead), ceiling)
    if not match:
        return "", None
    return "lost" if match["lost"] or match["negated"] else "carried", Span(*match.span())


def _outcome_in_sentence(text: str, span: Span, floor: int, ceiling: int) -> re.Match[str] | None:
    """Where nothing else says it: that the motion failed or was approved, in the sentence of the figures."""
    begins = max((floor, *(m.end() for m in CLAUSE_END.finditer(text, floor, span.start))))
    end = CLAUSE_END.search(text, span.end - _STOP, min(ceiling, span.end + _OUTCOME_AFTER))
    ends = end.start() if end else min(ceiling, span.end + _OUTCOME_AFTER)
    found = list(WEAK_OUTCOME.finditer(text, begins, ends))
    names = {bool(match["lost"] or match["negated"]) for match in found}
    return found[0] if len(names) == 1 else None


def _outcome_after(text: str, span: Span, ceiling: int) -> re.Match[str] | None:
    """What follows within a sentence or two, unless it is of the next vote: "and was carried by 6 to 4"."""
    after = text[span.end : min(ceiling, span.end + _OUTCOME_AFTER)].split("\n\n", maxsplit=1)[0]
    stop = BREAK.search(after)
    match = OUTCOME.search(text, span.end, span.end + (stop.start() if stop else len(after)))
    if not match or ceiling == len(text):
        return match
    following = text[match.end() : ceiling]
    is_next = len(following) <= _BESIDE and not CLAUSE_END.search(following)
    return None if is_next and CLAUSE_END.search(text, span.end - _STOP, match.start()) else match
