"""Puts two states of all files together, as far as no file's contents have to be looked at.

Trees are compared, not work trees: nothing on the disk is touched, and the size of the repository does not
matter. What both sides changed, each in its own way, is left to whoever knows what the files mean.
"""

import os
from collections.abc import Iterator, Mapping, Sequence

from review_tui.adapters.git.moved_folders import Moves, moved, moves_between
from review_tui.adapters.git.objects import PathParts, TreeEntry
from review_tui.adapters.git.repository import Repository
from review_tui.adapters.git.worktree import join_path
from review_tui.anchoring.three_way import merge_texts
from review_tui.application.sync_ports import ChangedByBoth
from review_tui.model.errors import Refusal
from review_tui.model.frozen import frozen
from review_tui.model.text import decode, encode
from review_tui.model.visible import visible

_DOT_GIT = {".git", "git~1", ".git.", ".git "}


@frozen
class TreeMerge:
    """Two trees as one, but for what both changed."""

    taken: Mapping[PathParts, TreeEntry | None]
    """What has to be put into our tree because only they changed it."""
    both: Mapping[PathParts, tuple[TreeEntry | None, TreeEntry | None, TreeEntry | None]]
    """What both changed: the entry of the base, ours and theirs."""


class Sides:
    """What both began from, ours and theirs, each by the names that files have when they are one.

    Where one side has renamed a folder, what the other did in it is looked for under the old name.
    """

    def __init__(self, repo: Repository, bases: Sequence[str], ours: str, theirs: str) -> None:
        self._repo = repo
        self._bases = bases
        self.trees = tree_of(repo, ours), tree_of(repo, theirs)
        moves = self._moves()
        self._moves_of = moves
        both = {**moves[0], **moves[1]}
        """Of the base: what either has renamed since."""
        self._back = tuple(_turned(each) for each in (both, moves[1], moves[0]))
        self._forward = (both, moves[1], moves[0])

    def _moves(self) -> tuple[Moves, Moves]:
        """What each has renamed; of what both have renamed, each in its own way, nothing."""
        if len(self._bases) != 1:
            return {}, {}
        base = tree_of(self._repo, self._bases[0])
        mine, other = (moves_between(self._repo, base, tree) for tree in self.trees)
        torn = {old for old in mine.keys() & other.keys() if mine[old] != other[old]}
        # Nor where the other has made something of its own by the new name, or has nothing by the old one:
        # there is no work of theirs to go along, and what they took away is not to be taken from the new one.
        for here, tree in ((mine, self.trees[1]), (other, self.trees[0])):
            for old, new in here.items():
                is_here, is_taken = (self._repo.objects.find(tree, name) is not None for name in (old, new))
                torn |= {old} if is_taken or not is_here else set()
        torn -= {old for old in mine if other.get(old) == mine[old]}
        torn |= {old for old, new in (*mine.items(), *other.items()) if new in {*mine, *other}}
        kept = [{old: new for old, new in each.items() if old not in torn} for each in (mine, other)]
        return kept[0], kept[1]

    def paths(self) -> set[PathParts]:
        """Every path at which they differ, and those that were renamed by the others."""
        found = self._repo.objects.diff_trees(*self.trees)
        return found | {moved(path, self._forward[0]) for path in found}

    def renamed_by_them(self) -> Iterator[PathParts]:
        """Our files that they have given another name, by their old ones."""
        for old in self._moves_of[1]:
            yield from _files_below(self._repo, self.trees[0], old)

    def now(self, path: PathParts) -> PathParts:
        """The name of a file of ours when all is one."""
        return moved(path, self._moves_of[1])

    def base(self, path: PathParts) -> TreeEntry | None:
        """What both began from."""
        return self._at(0, path)

    def ours(self, path: PathParts) -> TreeEntry | None:
        """What we have."""
        return self._at(1, path)

    def theirs(self, path: PathParts) -> TreeEntry | None:
        """What they have."""
        return self._at(2, path)

    def _at(self, side: int, path: PathParts) -> TreeEntry | None:
        if moved(path, self._forward[side]) != path:
            return None  # it goes by another name
        old = moved(path, self._back[side])
        for name in dict.fromkeys((old, path)):
            if side == 0:
                entry = base_entry(self._repo, self._bases, name)
            else:
                entry = _file_at(self._repo, self.trees[side - 1], name)
            if entry:
                return entry
        return None


def _turned(moves: Moves) -> Moves:
    return {new: old for old, new in moves.items()}


def _files_below(repo: Repository, tree: str, path: PathParts) -> Iterator[PathParts]:
    entry = repo.objects.find(tree, path)
    if entry and entry.is_tree:
        for name in repo.objects.tree(entry.id):
            yield from _files_below(repo, tree, (*path, name))
    elif entry:
        yield path


def merge_trees(repo: Repository, bases: Sequence[str], ours: str, theirs: str) -> TreeMerge:
    """Our commit and theirs put together; ``bases`` are the commits that both were built on."""
    sides = Sides(repo, bases, ours, theirs)
    taken: dict[PathParts, TreeEntry | None] = {}
    both: dict[PathParts, tuple[TreeEntry | None, TreeEntry | None, TreeEntry | None]] = {}
    for path in sorted(sides.paths()):
        base, mine, other = sides.base(path), sides.ours(path), sides.theirs(path)
        if mine == base:
            check_name(path)
            taken[path] = other
        elif other not in {base, mine}:
            both[path] = (base, mine, other)
    for path in sides.renamed_by_them():
        now = sides.now(path)
        taken[path] = None
        if now not in taken and now not in both:
            taken[now] = sides.ours(now)
    _check_places(repo, sides.trees[0], taken)
    return TreeMerge(taken, both)


def tree_of(repo: Repository, commit: str) -> str:
    """The tree of a commit. Raises ``Refusal`` where it is not here."""
    found = repo.objects.read(f"{commit}^{{tree}}")
    if found is None:
        raise repo.objects.missing_object()
    return found.id


def _file_at(repo: Repository, tree: str, path: PathParts) -> TreeEntry | None:
    """What stands there, but for a folder."""
    entry = repo.objects.find(tree, path)
    return None if entry is None or entry.is_tree else entry


def merge_bases(repo: Repository, one: str, other: str) -> tuple[str, ...]:
    """The newest commits that both were built on: several where work crossed; none for strangers."""
    ran = repo.run.read("merge-base", "--all", one, other)
    if ran.code == 1 and not ran.err:
        return ()
    found = decode(repo.require_success(ran, "compare two states of the history").out).split()
    if not found or any(repo.objects.read(each) is None for each in found):
        raise Refusal(
            "git could not say what two lines of work have in common. Try again; nothing was changed."
        )
    return tuple(sorted(found))


def base_entry(repo: Repository, bases: Sequence[str], path: PathParts) -> TreeEntry | None:
    """What both sides began from at a path; where work crossed, what that comes to when put together."""
    if not bases:
        return None
    found = _file_at(repo, tree_of(repo, bases[0]), path)
    before = bases[:1]
    for base in bases[1:]:
        entry = _file_at(repo, tree_of(repo, base), path)
        if entry != found:
            older = base_entry(repo, merge_bases(repo, before[0], base), path)
            found = _virtual_base(repo, older, found, entry)
        before = (base,)
    return found


def _virtual_base(
    repo: Repository, base: TreeEntry | None, one: TreeEntry | None, other: TreeEntry | None
) -> TreeEntry | None:
    """Two bases as one: where they differ, what they began from."""
    if base in {one, other}:
        return other if one == base else one
    if base is None or one is None or other is None:
        return base
    if not all(entry.is_regular_file for entry in (base, one, other)):
        return base
    texts = [decode(repo.objects.blob(entry.id)) for entry in (base, one, other)]
    merged = merge_texts(*texts)
    data = encode(merged.settled([conflict.base for conflict in merged.conflicts]))
    repo.objects.store([("blob", data)])
    return TreeEntry(base.mode, repo.objects.hash_object("blob", data))


def check_name(path: PathParts) -> None:
    """Refuse a name that could lead out of the folder, or into git's own: git would not take it either."""
    for part in path:
        name = os.fsdecode(part)
        if name in {"", ".", ".."} or name.casefold().rstrip(" .") in _DOT_GIT or "\\" in name:
            raise Refusal(
                f"What came has a file called “{visible(join_path(path))}”, which no honest book has. "
                "Nothing was "
                "taken over; ask whoever sent it."
            )


def _check_places(repo: Repository, tree: str, taken: Mapping[PathParts, TreeEntry | None]) -> None:
    """Refuse a file that would have to lie inside another, or in the place of a folder that stays."""
    gone = {path for path, entry in taken.items() if entry is None}
    for path, entry in taken.items():
        if entry is None:
            continue
        for depth in range(1, len(path)):
            above = repo.objects.find(tree, path[:depth])
            if above and not above.is_tree and path[:depth] not in gone:
                raise Refusal(_in_the_way(path))
        there = repo.objects.find(tree, path)
        if there and there.is_tree and not _all_gone(repo, there.id, path, gone):
            raise Refusal(_in_the_way(path))


def _all_gone(repo: Repository, tree: str, path: PathParts, gone: set[PathParts]) -> bool:
    return all(
        _all_gone(repo, entry.id, (*path, name), gone) if entry.is_tree else (*path, name) in gone
        for name, entry in repo.objects.tree(tree).items()
    )


def _in_the_way(path: PathParts) -> str:
    return (
        f"One side has a file where the other has a folder: {visible(join_path(path))}. Rename one of "
        "the two, "
        "record that, and sync again; nothing was changed."
    )


def changed_by_both(repo: Repository, merge: TreeMerge) -> tuple[ChangedByBoth, ...]:
    """What both changed, with contents as the history keeps them."""
    found = []
    for path, entries in merge.both.items():
        is_plain = all(entry is None or entry.is_regular_file for entry in entries)
        base, ours, theirs = (
            repo.objects.blob(entry.id) if entry and is_plain else None for entry in entries
        )
        found.append(ChangedByBoth(join_path(path), base, ours, theirs, is_plain))
    return tuple(found)
