"""Patience matching: which members of two sequences are the same, in order.

Members that occur once in both sequences are matched first, as many as keep their order; then the stretches
between them, and so on down. Far steadier on prose than the shortest edit script, and quick on any input.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

Pair = tuple[int, int]
"""A place in the old sequence and its place in the new one."""
Gap = tuple[int, int, int, int]
"""A stretch without matches: old from, old to, new from, new to (ends exclusive)."""


def patience_matches(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Equal members of the two sequences in order: both places rise from pair to pair.

    Members that only repeat (blank lines, say) are matched where they touch other matches.
    """
    found: list[Pair] = []
    waiting: list[Gap] = [(0, len(old), 0, len(new))]
    while waiting:
        edges, (lo, hi, new_lo, new_hi) = _match_ends(old, new, waiting.pop())
        found += edges
        if lo >= hi or new_lo >= new_hi:
            continue
        unique = _unique_in_both(old, new, (lo, hi, new_lo, new_hi))
        found += unique
        if unique:
            waiting += gaps(unique, (lo, hi, new_lo, new_hi))
    return sorted(found)


def gaps(pairs: Iterable[Pair], whole: Gap) -> Iterator[Gap]:
    """The stretches of ``whole`` between ``pairs`` (in order), but for those empty on both sides."""
    lo, end, new_lo, new_end = whole
    for at, new_at in (*pairs, (end, new_end)):
        if at > lo or new_at > new_lo:
            yield lo, at, new_lo, new_at
        lo, new_lo = at + 1, new_at + 1


def longest_increasing_run(pairs: Sequence[Pair]) -> list[Pair]:
    """The longest run of ``pairs`` (sorted by old place) whose new places rise too."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, place) in enumerate(pairs):
        at = bisect_left(tails, place)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [place]
        ends[at : at + 1] = [index]
    run: list[Pair] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        run.append(pairs[index])
        index = before[index]
    return run[::-1]


def _match_ends(old: Sequence[str], new: Sequence[str], gap: Gap) -> tuple[list[Pair], Gap]:
    """The matches at both edges of ``gap``, and what is left of it."""
    lo, hi, new_lo, new_hi = gap
    edges = []
    while lo < hi and new_lo < new_hi and old[lo] == new[new_lo]:
        edges.append((lo, new_lo))
        lo, new_lo = lo + 1, new_lo + 1
    while lo < hi and new_lo < new_hi and old[hi - 1] == new[new_hi - 1]:
        hi, new_hi = hi - 1, new_hi - 1
        edges.append((hi, new_hi))
    return edges, (lo, hi, new_lo, new_hi)


def _unique_in_both(old: Sequence[str], new: Sequence[str], gap: Gap) -> list[Pair]:
    lo, hi, new_lo, new_hi = gap
    once = _places_of_unique(old, lo, hi)
    new_once = _places_of_unique(new, new_lo, new_hi)
    return longest_increasing_run(
        [(at, new_once[member]) for member, at in once.items() if member in new_once]
    )


def _places_of_unique(members: Sequence[str], lo: int, hi: int) -> dict[str, int]:
    """The members that occur exactly once between ``lo`` and ``hi``, in order, with their places."""
    places: dict[str, int] = {}
    again: set[str] = set()
    for at in range(lo, hi):
        member = members[at]
        if member in places:
            again.add(member)
        places[member] = at
    return {member: at for member, at in places.items() if member not in again} if again else places
