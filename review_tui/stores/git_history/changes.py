"""Tells what one commit changed in the book, with the bytes before and after."""

import os
from typing import Final

from review_tui.domain.refusals import Refusal
from review_tui.domain.visible import visible
from review_tui.services.ports import FileChange
from review_tui.stores.git_history.committing import tree_and_parents
from review_tui.stores.git_history.forms import Forms
from review_tui.stores.git_history.reading import joined
from review_tui.stores.git_history.repository import Repository
from review_tui.stores.git_history.trees import Leaf, Parts

_MOST: Final = 5_000
"""Files that one commit may change to be told of: more is no act of a reviewer."""


def changes(repo: Repository, commit: str, forms: Forms) -> tuple[FileChange, ...]:
    """The plain files of the book that ``commit`` changed, by path, each as it stands in the work tree.

    ``commit`` is whatever git takes for the name of one. Raises ``Refusal`` when there is none of that name,
    or it merges others, or what came before it is not on this computer.
    """
    shown = visible(commit)
    found = repo.objects.read(f"{commit}^{{commit}}") if commit else None
    if found is None or found.kind != "commit":
        raise Refusal(f"There is nothing recorded under “{shown}” in the history of this book.")
    tree, parents = tree_and_parents(found.data)
    if len(parents) > 1:
        raise Refusal(f"“{shown}” puts together what others recorded; look at what it put together instead.")
    before = repo.objects.read(f"{parents[0]}^{{tree}}") if parents else None
    if parents and before is None:
        raise Refusal(f"What came before “{shown}” is not on this computer, so it can't be compared.")
    old, new = _book(repo, before.id if before else None), _book(repo, tree)
    paths = sorted(repo.objects.changed(old, new))
    if len(paths) > _MOST:
        raise Refusal(f"“{shown}” changed {len(paths):,} files at once, which is too much to take apart.")
    told = ((path, repo.objects.find(old, path), repo.objects.find(new, path)) for path in paths)
    return tuple(
        FileChange(
            os.fsdecode(b"/".join(path)), _bytes(repo, path, right, forms), _bytes(repo, path, left, forms)
        )
        for path, left, right in told
        if _differ(left, right)
    )


def _book(repo: Repository, tree: str | None) -> str | None:
    """The book's own tree."""
    if not repo.prefix:
        return tree
    leaf = repo.objects.find(tree, repo.prefix)
    return leaf.id if leaf and leaf.is_folder else None


def _differ(left: Leaf | None, right: Leaf | None) -> bool:
    """Whether the words of a plain file differ; links, repositories within and mere rights do not count."""
    ids = [leaf.id if leaf and leaf.is_plain else None for leaf in (left, right)]
    return ids[0] != ids[1]


def _bytes(repo: Repository, path: Parts, leaf: Leaf | None, forms: Forms) -> bytes | None:
    found = repo.objects.read(leaf.id) if leaf and leaf.is_plain else None
    if found is None:
        return None
    return forms.shown(joined((*repo.prefix, *path)), found.id, found.data)
