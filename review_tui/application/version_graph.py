"""The recorded versions of one item's minutes in their order, each with those that it was made from."""

from collections.abc import Sequence

from review_tui.application.ports import Version
from review_tui.model.frozen import frozen
from review_tui.model.text import decode


@frozen
class VersionNode:
    """One version that has words."""

    version: Version
    text: str
    parents: tuple[int, ...]
    """The places of those it was made from: one, but none for the first and several for a merge."""


def version_graph(versions: Sequence[Version]) -> tuple[VersionNode, ...]:
    """The versions with words in them, oldest first. ``versions`` are newest first, as the history has them.

    What was made from a version that took the file away was made from what was there before.
    """
    left: dict[str, tuple[int, ...]] = {}
    """The places of what stands after each version; of several where the file was gone in between."""
    made: list[VersionNode] = []
    for version in reversed(versions):
        before = tuple(dict.fromkeys(p for parent in version.parents for p in left.get(parent, ())))
        if version.content is not None:
            made.append(VersionNode(version, decode(version.content), before))
            before = (len(made) - 1,)
        left[version.entry.id] = before
    return tuple(made)


def has_own_words(text: str, sides: Sequence[str]) -> bool:
    """Whether whoever made ``text`` from ``sides`` did more than choose between their lines.

    They did when a line is in none of them, or is missing though all of them have it.
    """
    lines, of_each = _lines(text), [_lines(side) for side in sides]
    return not lines <= frozenset[str]().union(*of_each) or not frozenset.intersection(*of_each) <= lines


def _lines(text: str) -> frozenset[str]:
    return frozenset(line.strip() for line in text.splitlines())
