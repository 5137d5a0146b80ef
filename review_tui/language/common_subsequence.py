"""What two sequences have in common in the same order: one algorithm for words, figures and names alike."""

from collections.abc import Callable, Sequence
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")


def longest_common_subsequence(
    one: Sequence[A], other: Sequence[B], is_same: Callable[[A, B], bool]
) -> list[tuple[int, int]]:
    """The pairs of places of the longest run of members that both have in the same order, gaps allowed.

    Takes time with the product of the lengths: for passages, not for documents.
    """
    same = [[is_same(a, b) for b in other] for a in one]
    longest = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i in range(len(one) - 1, -1, -1):
        for j in range(len(other) - 1, -1, -1):
            longest[i][j] = max(longest[i + 1][j], longest[i][j + 1], longest[i + 1][j + 1] + same[i][j])
    pairs = []
    i = j = 0
    while i < len(one) and j < len(other):
        if same[i][j] and longest[i][j] == longest[i + 1][j + 1] + 1:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif longest[i + 1][j] >= longest[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs
