"""Which lines of one text became which lines of another: the same, changed in place, or moved."""

import functools
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from review_tui.anchoring.patience import Gap, Pair, gaps, patience_matches
from review_tui.language.tokens import token_similarity, word_set
from review_tui.model.frozen import frozen

CHANGED = 0.5
"""Lines between the same neighbours that share at least this much are one passage, changed."""
ALONE = 0.3
"""The same for the only line that left and the only one that came in between two neighbours."""
MOVED = 0.8
"""A line elsewhere must share at least this much to count as the same passage, moved and changed."""

_MOST_LINE_PAIRS = 2_500
"""Up to so many pairs of lines are all compared; in larger gaps only those with a rare word in common."""
_MOST_LINES_OF_RARE_WORD = 6
"""A word in at most so many lines is rare."""


@frozen
class LineDiff:
    """Lines by their places, counted from 0; whatever is in no pair was removed or added."""

    kept: tuple[Pair, ...]
    """The same or changed, in order: both places rise from pair to pair."""
    moved: tuple[Pair, ...]
    """Elsewhere in the new text; the words may have changed a little."""


def diff_lines(old: Sequence[str], new: Sequence[str]) -> LineDiff:
    """The lines of ``old`` and ``new`` paired: same, changed in place, or moved."""
    whole = (0, len(old), 0, len(new))
    same = patience_matches([line.strip() for line in old], [line.strip() for line in new])
    moved = _exact_moves(old, new, same)
    left, arrived = {i for i, _ in moved}, {j for _, j in moved}
    changed = [
        pair
        for gap in gaps(same, whole)
        for pair in _changed_pairs(
            old,
            new,
            [i for i in range(*gap[:2]) if i not in left],
            [j for j in range(*gap[2:]) if j not in arrived],
        )
    ]
    kept = sorted(same + changed)
    kept = sorted(kept + _blank_pairs(old, new, kept, whole))
    moved += _similar_moves(old, new, {i for i, _ in kept} | left, {j for _, j in kept} | arrived)
    return LineDiff(tuple(kept), tuple(sorted(moved)))


def _exact_moves(old: Sequence[str], new: Sequence[str], same: Iterable[Pair]) -> list[Pair]:
    """Lines that left one place and stand, letter for letter, in just one other."""
    stayed = set(same)
    at = _untaken_places(old, {i for i, _ in stayed})
    new_at = _untaken_places(new, {j for _, j in stayed})
    return [
        (at[line][0], new_at[line][0]) for line in at if len(at[line]) == 1 and len(new_at.get(line, ())) == 1
    ]


def _untaken_places(lines: Sequence[str], taken: set[int]) -> dict[str, list[int]]:
    """Where the lines that are not taken stand, by their words; a line of one short word moves nowhere."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        words = line.strip()
        if place not in taken and len(words) >= _WORTH_MOVING:
            places[words].append(place)
    return places


_WORTH_MOVING = 8
"""Characters below which equal lines are a coincidence ("Noted.") rather than a passage that moved."""


def _changed_pairs(old: Sequence[str], new: Sequence[str], at: list[int], new_at: list[int]) -> list[Pair]:
    """Pairs of like lines within one gap, as many and as like as keep their order."""
    at, new_at = [i for i in at if old[i].strip()], [j for j in new_at if new[j].strip()]
    if not at or not new_at:
        return []
    floor = ALONE if len(at) == len(new_at) == 1 else CHANGED
    bags = {i: words_of(old[i]) for i in at}
    new_bags = {j: words_of(new[j]) for j in new_at}
    scored = [
        (i, j, alike)
        for i, j in _candidate_pairs(bags, new_bags)
        if (alike := token_similarity(bags[i], new_bags[j])) >= floor
    ]
    return _best_in_order(scored)


words_of = functools.lru_cache(maxsize=4096)(word_set)
"""The word set of a line, remembered: lines are compared with many others."""


def _candidate_pairs(bags: dict[int, frozenset[str]], new_bags: dict[int, frozenset[str]]) -> Iterator[Pair]:
    if len(bags) * len(new_bags) <= _MOST_LINE_PAIRS:
        yield from ((i, j) for i in bags for j in new_bags)
        return
    lines_with: defaultdict[str, list[int]] = defaultdict(list)
    for j, bag in new_bags.items():
        for word in bag:
            lines_with[word].append(j)
    for i, bag in bags.items():
        rare = [
            word for word in bag if len(lines_with.get(word, ())) in range(1, _MOST_LINES_OF_RARE_WORD + 1)
        ]
        yield from ((i, j) for j in sorted({j for word in rare for j in lines_with[word]}))


def _best_in_order(scored: Iterable[tuple[int, int, float]]) -> list[Pair]:
    """The pairs with the highest sum of likeness whose places rise on both sides."""
    tops: list[tuple[int, float, int]] = []  # new place, best sum up to there, the pair that gives it
    chosen: list[tuple[Pair, int]] = []
    for i, j, alike in sorted(scored, key=lambda s: (s[0], -s[1])):
        at = bisect_left(tops, j, key=lambda top: top[0])
        total, before = (tops[at - 1][1], tops[at - 1][2]) if at else (0.0, -1)
        total += alike
        chosen.append(((i, j), before))
        if at < len(tops) and tops[at][0] == j and tops[at][1] >= total:
            continue
        end = at
        while end < len(tops) and tops[end][1] <= total:
            end += 1
        tops[at:end] = [(j, total, len(chosen) - 1)]
    run: list[Pair] = []
    index = tops[-1][2] if tops else -1
    while index >= 0:
        pair, index = chosen[index]
        run.append(pair)
    return run[::-1]


def _blank_pairs(old: Sequence[str], new: Sequence[str], kept: Sequence[Pair], whole: Gap) -> list[Pair]:
    """Blank lines between the same neighbours, the first with the first and so on."""
    return [
        pair
        for lo, hi, new_lo, new_hi in gaps(kept, whole)
        for pair in zip(
            [i for i in range(lo, hi) if not old[i].strip()],
            [j for j in range(new_lo, new_hi) if not new[j].strip()],
            strict=False,
        )
    ]


def _similar_moves(
    old: Sequence[str], new: Sequence[str], taken: set[int], new_taken: set[int]
) -> list[Pair]:
    """Long lines that left one place and stand, changed a little, in just one other."""
    bags = {i: words_of(line) for i, line in enumerate(old) if i not in taken}
    new_bags = {j: words_of(line) for j, line in enumerate(new) if j not in new_taken}
    bags = {i: bag for i, bag in bags.items() if len(bag) >= _MOST_LINES_OF_RARE_WORD}
    new_bags = {j: bag for j, bag in new_bags.items() if len(bag) >= _MOST_LINES_OF_RARE_WORD}
    found = [
        (i, j) for i, j in _candidate_pairs(bags, new_bags) if token_similarity(bags[i], new_bags[j]) >= MOVED
    ]
    olds, news = Counter(i for i, _ in found), Counter(j for _, j in found)
    return [(i, j) for i, j in found if olds[i] == 1 and news[j] == 1]
