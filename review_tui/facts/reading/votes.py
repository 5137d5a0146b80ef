"""Votes, by their sides."""

import re
from collections.abc import Iterator

from review_tui.facts.reading.match_context import Found
from review_tui.facts.values import Key, Kind
from review_tui.language.votes import VoteSide, find_votes

_DASHES = re.compile(r"\s?[-\u2013]\s?")
_MOST_VOTES = 400
"""Votes that a body may have: more is no vote."""


def votes_in(text: str, *, jotted: bool) -> Iterator[tuple[int, int, Found]]:
    """The votes of a clause by their sides, and what else a jotted one may be."""
    for vote in find_votes(text, shorthand=jotted):
        sides = [vote.count(side) for side in (VoteSide.FOR, VoteSide.AGAINST, VoteSide.ABSTAINED)]
        if sides[1:] == [None, None] and vote.counted.of(text)[0] == "+":
            sides[1] = 0  # "+1 x6": of those who said anything
        told = _vote(*sides, everybody=vote.of(VoteSide.EVERYONE) is not None)
        if told and jotted and all(part.isdigit() for part in _DASHES.split(vote.counted.of(text))):
            told[1].update(("n", float(side)) for side in sides if side is not None)
        yield vote.counted.start, vote.counted.end, told


def _vote(favour: int | None, against: int | None, abstained: int | None, *, everybody: bool) -> Found:
    if favour is None or favour > _MOST_VOTES or (against is None and abstained is None):
        return (Kind.VOTE, {("v", "all"), ("v0", "all")}, {"is_everybody": True}) if everybody else None
    parts = (favour, against or 0, *(() if abstained is None else (abstained,)))
    keys: set[Key] = {("v", *parts[:2])}
    if not against:
        keys.add(("v0", "all"))
    return Kind.VOTE, keys, {"parts": parts}
