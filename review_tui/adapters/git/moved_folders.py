"""Which files and folders one side has given another name, so that what others did there goes with them.

git keeps no names' history: a folder that was renamed is one that is gone, and another that holds the same.
"""

from collections import defaultdict
from collections.abc import Mapping

from review_tui.adapters.git.objects import PathParts, TreeEntry
from review_tui.adapters.git.repository import Repository

Moves = Mapping[PathParts, PathParts]
"""Old names of files and folders, each with its new one."""


def moves_between(repo: Repository, before: str, after: str) -> Moves:
    """What has another name in the tree ``after`` than in ``before``: all that was there is there still."""
    gone: dict[PathParts, TreeEntry] = {}
    new: dict[TreeEntry, list[PathParts]] = defaultdict(list)
    for path in repo.objects.diff_trees(before, after):
        old, now = repo.objects.find(before, path), repo.objects.find(after, path)
        if old and not old.is_tree and now is None:
            gone[path] = old
        elif now and not now.is_tree and old is None:
            new[now].append(path)
    votes: dict[PathParts, set[PathParts]] = defaultdict(set)
    for path, entry in gone.items():
        if found := _most_alike(path, new.get(entry, [])):
            names = _without_common_end(path, found)
            votes[names[0]].add(names[1])
    found_moves = {old: next(iter(now)) for old, now in votes.items() if len(now) == 1}
    return {
        old: now
        for old, now in found_moves.items()
        if old and now and repo.objects.find(after, old) is None and repo.objects.find(before, now) is None
    }


def moved(path: PathParts, moves: Moves) -> PathParts:
    """The name that a file has after ``moves``."""
    for depth in range(len(path), 0, -1):
        if path[:depth] in moves:
            return (*moves[path[:depth]], *path[depth:])
    return path


def _most_alike(path: PathParts, found: list[PathParts]) -> PathParts | None:
    """The one of several new names that ends as ``path`` does for longest; ``None`` where that is not one."""
    longest = max((_common_end(path, each) for each in found), default=0)
    best = [each for each in found if _common_end(path, each) == longest]
    return best[0] if len(best) == 1 else None


def _common_end(one: PathParts, other: PathParts) -> int:
    """How many parts two paths end with alike."""
    pairs = zip(reversed(one), reversed(other), strict=False)
    return next((count for count, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _without_common_end(one: PathParts, other: PathParts) -> tuple[PathParts, PathParts]:
    count = _common_end(one, other)
    return one[: len(one) - count], other[: len(other) - count]
