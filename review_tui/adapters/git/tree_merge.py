"""Puts two states of all files together, as far as no file's contents have to be looked at.

Trees are compared, not work trees: nothing on the disk is touched, and the size of the repository does not
matter. What both sides changed, each in its own way, is left to whoever knows what the files mean.
"""

import os
from collections.abc import Mapping, Sequence

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


def merge_trees(repo: Repository, bases: Sequence[str], ours: str, theirs: str) -> TreeMerge:
    """Our commit and theirs put together; ``bases`` are the commits that both were built on."""
    taken: dict[PathParts, TreeEntry | None] = {}
    both: dict[PathParts, tuple[TreeEntry | None, TreeEntry | None, TreeEntry | None]] = {}
    our_tree, their_tree = tree_of(repo, ours), tree_of(repo, theirs)
    for path in sorted(repo.objects.diff_trees(our_tree, their_tree)):
        mine, other = (_file_at(repo, tree, path) for tree in (our_tree, their_tree))
        base = base_entry(repo, bases, path)
        if mine == base:
            check_name(path)
            taken[path] = other
        elif other not in {base, mine}:
            both[path] = (base, mine, other)
    _check_places(repo, our_tree, taken)
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
