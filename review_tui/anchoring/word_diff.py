"""The redline within one passage: which words left, which came in. Nothing else knows diff_match_patch.

Words are matched by patience first, so the differ only ever sees short stretches and needs no time limit;
then scraps that happen to be the same inside a rewritten stretch are joined to it, to read as one change.
"""

import functools
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from review_tui.anchoring.patience import Pair, gaps, patience_matches
from review_tui.language.tokens import is_word, token_cores, tokenize
from review_tui.model.frozen import frozen


class Op(StrEnum):
    """What happened to some words."""

    SAME = "same"
    DELETED = "deleted"
    INSERTED = "inserted"


@frozen
class Piece:
    """Words with what happened to them."""

    op: Op
    text: str


def word_pieces(old: str, new: str) -> tuple[Piece, ...]:
    """The redline of one passage: what is the same, deleted and inserted, in reading order.

    The pieces that are not inserted make up ``old`` exactly, those not deleted ``new``; words and numbers
    are never split.
    """
    if old == new:
        return tuple(_non_empty_pieces(old, "", ""))
    old_cut, new_cut = tokenize(old), tokenize(new)
    return tuple(_pieces(old_cut, new_cut, lasting_pairs(old_cut, new_cut)))


def token_pairs(old_cut: Sequence[str], new_cut: Sequence[str]) -> list[Pair]:
    """Which tokens of the one stay as which of the other, whatever white space follows them; in order."""
    return _aligned(token_cores(old_cut), token_cores(new_cut))


def lasting_pairs(old_cut: Sequence[str], new_cut: Sequence[str]) -> list[Pair]:
    """The same without scraps: words that stand by chance between larger changes are no words that stayed."""
    return _without_scraps(old_cut, new_cut, token_pairs(old_cut, new_cut))


def _aligned(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Matches of two runs of words: patience first, then each stretch that it left."""
    return _fill_gaps(old, new, patience_matches(old, new), _pairs_within)


def _fill_gaps(
    old: Sequence[str],
    new: Sequence[str],
    pairs: list[Pair],
    match: Callable[[Sequence[str], Sequence[str]], list[Pair]],
) -> list[Pair]:
    """``pairs`` with what ``match`` finds in the stretches between them."""
    closer = [
        (lo + i, new_lo + j)
        for lo, hi, new_lo, new_hi in gaps(pairs, (0, len(old), 0, len(new)))
        for i, j in match(old[lo:hi], new[new_lo:new_hi])
    ]
    return sorted(pairs + closer)


def _pairs_within(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Matches in a stretch where nothing occurs just once on both sides."""
    shared = set(old) & set(new)
    at = [n for n, word in enumerate(old) if word in shared]
    new_at = [n for n, word in enumerate(new) if word in shared]
    some, others = [old[n] for n in at], [new[n] for n in new_at]
    if not shared:
        pairs = []
    elif len(some) * len(others) <= _LARGE:
        pairs = _differ_pairs(some, others)
    else:
        ranked = _by_rank(some, others)
        pairs = _fill_gaps(some, others, ranked, _aligned) if ranked else []
    return [(at[i], new_at[j]) for i, j in pairs]


_LARGE = 40_000
"""Where the product of two lengths is more than this, the differ would keep a typist waiting."""


def _by_rank(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Matches of words that repeat equally often on both sides: the first with the first, and so on."""
    counts, new_counts = Counter(old), Counter(new)
    level = {word for word, count in counts.items() if new_counts[word] == count}
    return patience_matches(list(_name_by_rank(old, level, "old")), list(_name_by_rank(new, level, "new")))


def _name_by_rank(words: Sequence[str], level: set[str], side: str) -> Iterator[str]:
    seen: Counter[str] = Counter()
    for word in words:
        seen[word] += 1
        yield f"{word} {seen[word]}" if word in level else f"{word} {side} {seen[word]}"


class _Differ(Protocol):
    """As much of diff_match_patch as is used here."""

    Diff_Timeout: float

    def diff_main(self, text1: str, text2: str, checklines: bool) -> list[tuple[int, str]]:
        """Stretches of characters: -1 deleted, 0 the same, 1 inserted."""


@functools.cache
def _differ() -> _Differ:
    from diff_match_patch import diff_match_patch  # noqa: PLC0415 -- loaded on use: most commands need none

    differ: _Differ = diff_match_patch()
    differ.Diff_Timeout = 0  # what it sees is short; out of time it would answer "all of it changed"
    return differ


def _differ_pairs(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """The shortest edit script's matches: each different word is handed over as one character."""
    letters: dict[str, str] = {}
    for word in (*old, *new):
        letters.setdefault(word, _character(len(letters)))
    spelt = ["".join(letters[word] for word in words) for words in (old, new)]
    pairs = []
    at = new_at = 0
    for op, stretch in _differ().diff_main(spelt[0], spelt[1], False):  # noqa: FBT003 -- its own calling form
        if op == 0:
            pairs += [(at + n, new_at + n) for n in range(len(stretch))]
        at += len(stretch) if op <= 0 else 0
        new_at += len(stretch) if op >= 0 else 0
    return pairs


_SURROGATES = range(0xD800, 0xE000)


def _character(number: int) -> str:
    """A character of its own for each number, NUL and surrogates left out."""
    code = number + 1
    return chr(code if code < _SURROGATES.start else code + len(_SURROGATES))


@dataclass(slots=True)
class _Edit:
    """A changed stretch, with the matches that follow it."""

    old_weight: int
    new_weight: int
    same: list[Pair]
    same_weight: int

    @property
    def weight(self) -> int:
        return max(self.old_weight, self.new_weight)


def _without_scraps(old: Sequence[str], new: Sequence[str], pairs: Sequence[Pair]) -> list[Pair]:
    """``pairs`` without the scraps between two larger changes, which read better as one change.

    Weights are letters and digits, so a lone comma or "of" between rewritten words is a scrap and a
    figure between two figures is not.
    """
    edits: list[_Edit] = []
    for edit in _edits(old, new, pairs):
        current = edit
        while edits and _is_scrap(edits[-1], current):
            last = edits.pop()
            current = _Edit(
                last.old_weight + last.same_weight + current.old_weight,
                last.new_weight + last.same_weight + current.new_weight,
                current.same,
                current.same_weight,
            )
        edits.append(current)
    return [pair for edit in edits for pair in edit.same]


def _is_scrap(left: _Edit, right: _Edit) -> bool:
    """Whether what is the same between the two should join them."""
    if not left.weight or not right.weight:
        return False
    if not left.same_weight:
        return min(left.old_weight, left.new_weight, right.old_weight, right.new_weight) > 0
    both_ways = (left.old_weight or right.old_weight) and (left.new_weight or right.new_weight)
    return bool(both_ways) and 2 * left.same_weight <= min(left.weight, right.weight)


def _edits(old: Sequence[str], new: Sequence[str], pairs: Sequence[Pair]) -> Iterator[_Edit]:
    """The changed stretches in order; the first may be empty when the texts begin alike."""
    lo = new_lo = 0
    current = _Edit(0, 0, [], 0)
    for at, new_at in (*pairs, (len(old), len(new))):
        if at > lo or new_at > new_lo:
            yield current
            current = _Edit(_word_letters(old[lo:at]), _word_letters(new[new_lo:new_at]), [], 0)
        if at < len(old) or new_at < len(new):
            current.same.append((at, new_at))
            current.same_weight += _word_letters(old[at : at + 1])
        lo, new_lo = at + 1, new_at + 1
    yield current


def _word_letters(cut: Sequence[str]) -> int:
    return sum(len(token.rstrip()) for token in cut if is_word(token))


def _pieces(old: Sequence[str], new: Sequence[str], pairs: Sequence[Pair]) -> Iterator[Piece]:
    """The pieces in reading order, neighbours of one kind joined."""
    same = deleted = inserted = ""
    lo = new_lo = 0
    for at, new_at in (*pairs, (len(old), len(new))):
        deleted += "".join(old[lo:at])
        inserted += "".join(new[new_lo:new_at])
        lo, new_lo = at + 1, new_at + 1
        if at == len(old):
            break
        core = old[at].rstrip()
        if deleted or inserted:
            head, deleted, inserted, tail = _shared_space(deleted, inserted)
            yield from _non_empty_pieces(same + head, deleted, inserted)
            same, deleted, inserted = tail, "", ""
        if old[at] == new[new_at]:
            same += old[at]
        else:  # the same word, with other white space after it
            same, deleted, inserted = same + core, old[at][len(core) :], new[new_at][len(core) :]
    head, deleted, inserted, tail = _shared_space(deleted, inserted)
    yield from _non_empty_pieces(same + head, deleted, inserted)
    yield from _non_empty_pieces(tail, "", "")


def _non_empty_pieces(same: str, deleted: str, inserted: str) -> Iterator[Piece]:
    for op, text in ((Op.SAME, same), (Op.DELETED, deleted), (Op.INSERTED, inserted)):
        if text:
            yield Piece(op, text)


def _shared_space(deleted: str, inserted: str) -> tuple[str, str, str, str]:
    """White space that both begin with, what is left of each, and white space that both end with."""
    head = 0
    while (
        head < min(len(deleted), len(inserted))
        and deleted[head] == inserted[head]
        and deleted[head].isspace()
    ):
        head += 1
    tail = 0
    while (
        tail < min(len(deleted), len(inserted)) - head
        and deleted[-1 - tail] == inserted[-1 - tail]
        and deleted[-1 - tail].isspace()
    ):
        tail += 1
    return (
        deleted[:head],
        deleted[head : len(deleted) - tail],
        inserted[head : len(inserted) - tail],
        deleted[len(deleted) - tail :],
    )
