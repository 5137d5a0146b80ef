"""The recorded versions of one item's minutes in their order, each with those that it was made from."""

from collections.abc import Sequence

from review_tui.anchoring.line_diff import diff_lines
from review_tui.anchoring.word_diff import token_pairs
from review_tui.application.ports import Version
from review_tui.language.tokens import is_word, tokenize
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
    """Whether whoever made ``text`` from ``sides`` did more than choose between their words.

    They did when a word stands where none of them has it, or is missing though all of them have it.
    """
    lines, of_each = _lines(text), [_lines(side) for side in sides]
    if not frozenset.intersection(*of_each) <= lines:
        return True
    if lines <= frozenset[str]().union(*of_each):
        return False
    new, known = text.splitlines(), frozenset[str]().union(*of_each)
    pairs = []
    for side in sides:
        old = side.splitlines()
        found = diff_lines(old, new)
        pairs.append({j: old[i] for i, j in (*found.kept, *found.moved)})
    made = (n for n, line in enumerate(new) if line.strip() and line.strip() not in known)
    return any(_line_has_own_words(new[n], [each.get(n, "") for each in pairs]) for n in made)


def _line_has_own_words(line: str, sides: Sequence[str]) -> bool:
    """The same for one line and what it was on each side."""
    cut, cuts = tokenize(line), [tokenize(side) for side in sides]
    pairs = [token_pairs(side, cut) for side in cuts]
    known = {j for each in pairs for _, j in each}
    if any(n not in known and is_word(token) for n, token in enumerate(cut)):
        return True
    # What the first side has and the line lacks: did all the others have it too?
    stayed = [{i for i, _ in each} for each in pairs]
    gone = {n for n, token in enumerate(cuts[0]) if n not in stayed[0] and is_word(token)}
    for side, kept in zip(cuts[1:], stayed[1:], strict=True):
        gone &= {i for i, j in token_pairs(cuts[0], side) if j not in kept}
    return bool(gone)


def _lines(text: str) -> frozenset[str]:
    return frozenset(line.strip() for line in text.splitlines())
