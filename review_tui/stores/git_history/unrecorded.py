"""Tells which files of the book stand otherwise on the disk than in the newest commit."""

import os
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from review_tui.domain.refusals import Refusal
from review_tui.stores.git_history.forms import Forms
from review_tui.stores.git_history.reading import joined
from review_tui.stores.git_history.repository import Repository
from review_tui.stores.git_history.trees import Leaf, Parts
from review_tui.stores.git_history.workfiles import parts_of, read_file


def unrecorded(
    repo: Repository, paths: Sequence[str], passed_over: Collection[str], forms: Forms
) -> tuple[str, ...]:
    """The files at or below ``paths`` that were changed, taken away or never recorded, by path.

    Links and whatever else is no plain file count as taken away. Folders whose names are among
    ``passed_over`` are not looked into.
    """
    newest = repo.newest()
    skipped = frozenset(map(os.fsencode, passed_over))
    found: set[str] = set()
    for path in paths:
        parts = parts_of(path)
        recorded = dict(_recorded(repo, newest[1] if newest else None, parts, skipped))
        on_disk = set(_on_disk(repo.book, parts, skipped))
        for each in recorded.keys() | on_disk:
            leaf = recorded.get(each)
            if each not in on_disk or leaf is None or not _is_same(repo, each, leaf, forms):
                found.add(joined(each))
    return tuple(sorted(found))


def _recorded(
    repo: Repository, tree: str | None, parts: Parts, skipped: Collection[bytes]
) -> Iterator[tuple[Parts, Leaf]]:
    """The plain files at or below ``parts`` in the tree of the newest commit."""
    leaf = repo.objects.find(tree, (*repo.prefix, *parts))
    if leaf and leaf.is_plain:
        yield parts, leaf
    elif leaf and leaf.is_folder:
        for name in repo.objects.tree(leaf.id):
            if name not in skipped:
                yield from _recorded(repo, tree, (*parts, name), skipped)


def _on_disk(book: Path, parts: Parts, skipped: Collection[bytes]) -> Iterator[Parts]:
    """The plain files at or below ``parts`` on the disk; links are not followed."""
    place = book / joined(parts)
    if place.is_symlink():
        return
    if place.is_file():
        yield parts
    elif place.is_dir():
        for name in map(os.fsencode, os.listdir(place)):  # noqa: PTH208 -- names alone
            if name not in skipped:
                yield from _on_disk(book, (*parts, name), skipped)


def _is_same(repo: Repository, parts: Parts, leaf: Leaf, forms: Forms) -> bool:
    try:
        data = read_file(repo.book / joined(parts))
    except Refusal:  # it can't be read, so nobody knows
        return False
    return data is not None and forms.is_version(joined((*repo.prefix, *parts)), data, leaf.id)
