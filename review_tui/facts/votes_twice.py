"""The same vote given twice: right after itself, or once in the narrative and once in the resolution."""

import re
from collections.abc import Iterator
from itertools import pairwise

from review_tui.facts.clash import Clash
from review_tui.facts.vote_wording import told_twice as message
from review_tui.language.sections import Section, section_starts, sections
from review_tui.language.votes import Vote, VoteSide
from review_tui.model.material import Document
from review_tui.model.passages import PassageKind

_NEAR = 130
"""Characters between two votes of which the second takes up the first."""
_ANOTHER = re.compile(
    r"\b(?:proposed|proposes|seconded|moved|second vote|again|re-?vote|recount|further|then|next|also"
    r"|another"
    r"|amend(?:ed|ment)s?|substantive|alternative|instead|counter|original(?:ly)?|last|previous(?:ly)?"
    r"|applications?|item|meeting|options?|candidates?|nominat\w{1,6}|to (?:refuse|approve|grant|defer"
    r"|reject))\b"
    r"|\d{1,3}/\d{2,4}|\n\s{0,20}\n|\n#",
    re.IGNORECASE,
)
"""What tells that a second vote is of another thing."""
_THEREFORE = re.compile(r"\b(?:therefore|thus|hence|accordingly|so|being)\b|\(\s{0,2}\Z", re.IGNORECASE)
_TAKEN_UP = re.compile(
    r"\b(?:was|were|is|motion|proposal|resolution|recommendation)\b|[(:\u2013\u2014-]\s{0,2}\Z",
    re.IGNORECASE,
)
"""What takes a vote up again, less surely."""
_COMPARED = (VoteSide.FOR, VoteSide.AGAINST, VoteSide.ABSTAINED)


def told_twice(draft: Document, votes: tuple[Vote, ...]) -> Iterator[Clash]:
    """A clash for each vote that takes up the one before it with other figures."""
    counted = [vote for vote in votes if _has_two_sides(vote)]
    seen = set()
    for one, other in pairwise(counted):
        between = draft.text[one.span.end : other.span.start]
        if len(between) <= _NEAR and _takes_up(between, one, other):
            seen.add(other.span.start)
            yield _clash(draft, one, other, resolved=False)
    for section in sections(draft) if len(counted) > 1 else ():
        pair = _narrative_and_resolution(draft, section, counted)
        if pair and pair[1].span.start not in seen and _differ(*pair):
            yield _clash(draft, *pair, resolved=True)


def _has_two_sides(vote: Vote) -> bool:
    return vote.of(VoteSide.FOR) is not None and any(vote.of(side) for side in _COMPARED[1:])


def _takes_up(between: str, one: Vote, other: Vote) -> bool:
    """Whether the second vote, told right after the first, is the same one with another figure."""
    both_end = bool(one.outcome and other.outcome) and one.outcome != other.outcome
    if _ANOTHER.search(between) or both_end or not _differ(one, other):
        return False
    return bool(_THEREFORE.search(between) or (_TAKEN_UP.search(between) and _alike(one, other)))


def _alike(one: Vote, other: Vote) -> bool:
    """Whether a side is the same in both."""
    return any(one.of(side) and one.count(side) == other.count(side) for side in _COMPARED)


def _differ(one: Vote, other: Vote) -> bool:
    """Whether a side that both give differs; one that only one gives says nothing."""
    both = [(one.count(side), other.count(side)) for side in _COMPARED]
    told = [(a, b) for a, b in both if a is not None and b is not None]
    return len(told) > 1 and any(a != b for a, b in told)


def _narrative_and_resolution(
    draft: Document, section: Section, votes: list[Vote]
) -> tuple[Vote, Vote] | None:
    """The only vote of an item's narrative and the only one of its resolution."""
    inside = [vote for vote in votes if section.span.holds(vote.span)]
    if len(inside) != len(_COMPARED) - 1:
        return None
    starts = section_starts(section.passages)
    kinds = [section.passages[starts(vote.span.start)].kind for vote in inside]
    between = draft.text[max(section.span.start, inside[0].span.start - _NEAR) : inside[1].span.start]
    again = re.search(
        r"\b(?:again|second vote|amendment|amended|re-?vote|substantive)\b", between, re.IGNORECASE
    )
    if kinds[0] is PassageKind.RESOLUTION or kinds[1] is not PassageKind.RESOLUTION or again:
        return None
    if _is_won(inside[0]) is not _is_won(inside[1]):
        return None  # what was resolved is another motion than the one that was lost before it
    return inside[0], inside[1]


def _is_won(vote: Vote) -> bool:
    if vote.outcome:
        return vote.outcome == "carried"  # "lost by 16 votes to 9"
    return (vote.count(VoteSide.FOR) or 0) > (vote.count(VoteSide.AGAINST) or 0)


def _clash(draft: Document, one: Vote, other: Vote, *, resolved: bool) -> Clash:
    places = (draft.place(other.counted), draft.place(one.counted))
    return Clash(message(one, other, resolved=resolved), places, 3.8)
