"""Reads the history: commits with their reasons, and earlier versions of a file. Runs no one's programs."""

import datetime as dt
import os
import re
from collections.abc import Sequence
from typing import Final

from review_tui.adapters.git.content_filters import ContentFilters
from review_tui.adapters.git.objects import PathParts, TreeEntry, parse_commit
from review_tui.adapters.git.repository import Repository
from review_tui.adapters.git.worktree import join_path, split_path
from review_tui.application.ports import FileChange, HistoryEntry
from review_tui.model.commit_messages import JOINS
from review_tui.model.errors import Refusal
from review_tui.model.people import Reviewer
from review_tui.model.text import decode
from review_tui.model.visible import visible

LOG_OPTIONS: Final = ("--no-ext-diff", "--no-textconv", "--no-color", "--no-notes", "--no-show-signature")
"""Given to every log, so that it runs no programs and adds nothing."""
FIELDS: Final = (
    *("%H", "%an", "%ae", "%aI", "%s", "%b", "%(trailers)"),
    "%(trailers:only,unfold,key_value_separator=%x1f)",
)
# Fields are ended by NUL, which no message holds; git leaves control characters in names and subjects alone.
FORMAT: Final = "--format=" + "%x00".join(FIELDS)
PARENTS: Final = "%x00%P"
"""Added to the format where the commits that each was made from are wanted."""
_LONG_AGO: Final = dt.datetime.fromtimestamp(0, dt.UTC)
_AUTHOR: Final = re.compile(
    r"^author ([^<>\n]+) <([^<>\n]*)> (\d{1,11}) ([+-])([01]\d)([0-5]\d)$", re.MULTILINE
)
_TRAILER: Final = re.compile(r"([A-Za-z0-9-]+): (\S(?:.*\S)?)")


def log(repo: Repository, paths: Sequence[str], limit: int | None) -> tuple[HistoryEntry, ...]:
    """Commits that changed any of ``paths``, newest first.

    Without a limit none comes before one that was built on it, whatever the clocks say; with one that would
    cost reading all.
    """
    newest = repo.head_commit()
    if newest is None or limit == 0:
        return ()
    named = [repository_path(repo, path) for path in paths]
    # Every side of every merge: also what was done there and given up when the two were brought together.
    shape = ("--full-history", *(("--date-order",) if limit is None else ()))
    most = limit
    while True:
        count = () if most is None else (f"--max-count={most}",)
        found = _with_parents(repo, *shape, *count, "--end-of-options", newest[0], "--", *named)
        own = tuple(
            entry for entry, parents in found if not parents[1:] or _is_own(repo, entry, parents, named)
        )
        if limit is None or len(own) >= limit or len(found) < (most or 0):
            return own[:limit]
        most = 2 * (most or 1)


def _is_own(repo: Repository, entry: HistoryEntry, parents: Sequence[str], paths: Sequence[str]) -> bool:
    """Whether a merge left something at any of ``paths`` that no side of it has, or had to choose there."""
    roots = [repo.objects.read(f"{commit}^{{tree}}") for commit in (entry.id, *parents)]
    if any(root is None for root in roots):
        return True
    for path in paths:
        made, *sides = (_id_at(repo, root.id if root else None, path) for root in roots)
        if made in sides:
            continue
        trees = [
            repo.objects.diff_trees(side, made) if _is_tree(repo, made, side) else {()} for side in sides
        ]
        if set.intersection(*map(set, trees)):
            return True
    is_settled = bool(entry.reason) and any(key == JOINS for key, _ in entry.trailers)
    return is_settled and _both_changed(repo, parents, paths)


def _both_changed(repo: Repository, parents: Sequence[str], paths: Sequence[str]) -> bool:
    """Whether both sides of a merge changed the same file at any of ``paths``, each in its own way."""
    ran = repo.run.read("merge-base", *parents)
    base = decode(ran.out).strip()
    roots = [repo.objects.read(f"{commit}^{{tree}}") for commit in (base, *parents)] if base else []
    if not all(roots):
        return False
    for path in paths:
        before, *sides = (_id_at(repo, root.id if root else None, path) for root in roots)
        changed: list[set[PathParts]] = [
            set(repo.objects.diff_trees(before, side)) if _is_tree(repo, before, side) else {()}
            for side in sides
            if side != before
        ]
        if len(changed) == len(parents) and len(set(sides)) > 1 and set.intersection(*changed):
            return True
    return False


def _id_at(repo: Repository, tree: str | None, path: str) -> str | None:
    if path == ".":
        return tree
    entry = repo.objects.find(tree, split_path(path))
    return entry.id if entry else None


def _is_tree(repo: Repository, *ids: str | None) -> bool:
    found = [repo.objects.read(each) if each else None for each in ids]
    return all(each is None or each.kind == "tree" for each in found) and any(found)


def entry_of(repo: Repository, commit: str) -> HistoryEntry:
    """One commit."""
    stored = repo.objects.read(commit)
    simple = _simple_entry(commit, decode(stored.data)) if stored else None
    if simple:
        return simple
    found = entries(repo, "--no-walk", "--end-of-options", commit, "--")
    if not found:
        raise Refusal("The newest commit can't be read back. Run 'git fsck' to check the repository.")
    return found[0]


def committed_bytes(repo: Repository, path: str, filters: ContentFilters) -> bytes | None:
    """The file as the newest commit has it, in the form that it has in the work tree."""
    newest = repo.head_commit()
    parts = (*repo.prefix, *split_path(path))
    entry = repo.objects.find(newest[1], parts) if newest else None
    if entry is None or not entry.is_regular_file:
        return None
    return filters.smudge(join_path(parts), entry.id, repo.objects.blob(entry.id))


def tags(repo: Repository, prefix: str) -> tuple[tuple[str, str], ...]:
    """The annotated tags whose names begin with ``prefix``, by name, each with the commit it stands on.

    A tag that says itself that it is another one was copied under a false name; it is left out.
    """
    facts = "%(refname)%00%(tag)%00%(*objecttype)%00%(*objectname)"
    listed = repo.require_success(
        repo.run.read("for-each-ref", f"--format={facts}", "refs/tags/"), "list the tags"
    )
    rows = (line.split("\0") for line in decode(listed.out).split("\n")[:-1])
    named = ((ref.removeprefix("refs/tags/"), *rest) for ref, *rest in rows)
    return tuple(
        (name, target)
        for name, own_name, kind, target in named
        if name.startswith(prefix) and own_name == name and kind == "commit"
    )


def entries(repo: Repository, *args: str) -> tuple[HistoryEntry, ...]:
    """The commits that ``git log`` gives for ``args``."""
    return tuple(entry for entry, _ in _with_parents(repo, *args))


def _with_parents(repo: Repository, *args: str) -> list[tuple[HistoryEntry, list[str]]]:
    """The same, each with the commits that it was made from."""
    shape = ("log", *LOG_OPTIONS, "-z", f"{FORMAT}{PARENTS}")
    ran = repo.require_success(repo.run.read(*shape, *args), "read the history")
    fields = decode(ran.out).split("\0")[:-1]
    width = len(FIELDS) + 1
    rows = (fields[at : at + width] for at in range(0, len(fields) - width + 1, width))
    return [(parse_entry(*row[:-1]), row[-1].split()) for row in rows]


def parse_entry(
    commit: str, name: str, email: str, date: str, subject: str, body: str, block: str, trailers: str
) -> HistoryEntry:
    """The entry of a commit from the fields that ``FORMAT`` asks for."""
    pairs = (line.partition("\x1f") for line in trailers.split("\n") if line)
    reason = body.rstrip()
    if block.strip() and reason.endswith(block.rstrip()):
        reason = reason[: -len(block.rstrip())]
    return HistoryEntry(
        id=commit,
        by=Reviewer(name, email),
        at=_parse_date(date),
        subject=subject,
        reason=reason.strip("\n").rstrip(),
        trailers=tuple((key, value) for key, _, value in pairs),
    )


def _simple_entry(commit: str, data: str) -> HistoryEntry | None:
    """The entry of a commit whose message is as we write them; ``None`` leaves it to git, which knows all."""
    header, _, message = data.partition("\n\n")
    author = _AUTHOR.search(header)
    paragraphs = message.strip("\n").split("\n\n")
    lines = [_TRAILER.fullmatch(line) for line in paragraphs[-1].split("\n")] if paragraphs[1:] else []
    if not author or "\n" in paragraphs[0] or not all(lines):
        return None
    sign = -1 if author[4] == "-" else 1
    offset = sign * dt.timedelta(hours=int(author[5]), minutes=int(author[6]))
    return HistoryEntry(
        id=commit,
        by=Reviewer(author[1], author[2]),
        at=dt.datetime.fromtimestamp(int(author[3]), dt.timezone(offset)),
        subject=paragraphs[0],
        reason="\n\n".join(paragraphs[1:-1]),
        trailers=tuple((line[1], line[2]) for line in lines if line),
    )


def _parse_date(date: str) -> dt.datetime:
    """The time that git wrote; the start of 1970 for a commit whose time makes no sense."""
    try:
        return dt.datetime.fromisoformat(date)
    except ValueError:
        return _LONG_AGO


def repository_path(repo: Repository, path: str) -> str:
    """A path of the book as git knows it; ``""`` and ``"."`` mean the whole book."""
    parts = repo.prefix if path in {"", "."} else (*repo.prefix, *split_path(path.rstrip("/")))
    return join_path(parts) or "."


_MAX_FILES: Final = 5_000
"""Files that one commit may change to be taken apart: more is no act of a reviewer."""


def changes(repo: Repository, commit: str, filters: ContentFilters) -> tuple[FileChange, ...]:
    """The plain files of the book that ``commit`` changed, by path, each as it stands in the work tree.

    ``commit`` is whatever git takes for the name of one. Raises ``Refusal`` when there is none of that name,
    or it merges others, or what came before it is not on this computer.
    """
    shown = visible(commit)
    found = repo.objects.read(f"{commit}^{{commit}}") if commit else None
    if found is None or found.kind != "commit":
        raise Refusal(f"There is nothing recorded under “{shown}” in the history of this book.")
    tree, parents = parse_commit(found.data)
    if len(parents) > 1:
        raise Refusal(f"“{shown}” puts together what others recorded; look at what it put together instead.")
    before = repo.objects.read(f"{parents[0]}^{{tree}}") if parents else None
    if parents and before is None:
        raise Refusal(f"What came before “{shown}” is not on this computer, so it can't be compared.")
    old, new = _book_tree(repo, before.id if before else None), _book_tree(repo, tree)
    paths = sorted(repo.objects.diff_trees(old, new))
    if len(paths) > _MAX_FILES:
        raise Refusal(f"“{shown}” changed {len(paths):,} files at once, which is too much to take apart.")
    compared = ((path, repo.objects.find(old, path), repo.objects.find(new, path)) for path in paths)
    return tuple(
        FileChange(
            os.fsdecode(b"/".join(path)),
            _file_bytes(repo, path, right, filters),
            _file_bytes(repo, path, left, filters),
        )
        for path, left, right in compared
        if _words_differ(left, right)
    )


def _book_tree(repo: Repository, tree: str | None) -> str | None:
    """The book's own tree."""
    if not repo.prefix:
        return tree
    entry = repo.objects.find(tree, repo.prefix)
    return entry.id if entry and entry.is_tree else None


def _words_differ(left: TreeEntry | None, right: TreeEntry | None) -> bool:
    """Whether the words of a plain file differ; links, repositories within and mere rights do not count."""
    ids = [entry.id if entry and entry.is_regular_file else None for entry in (left, right)]
    return ids[0] != ids[1]


def _file_bytes(
    repo: Repository, path: PathParts, entry: TreeEntry | None, filters: ContentFilters
) -> bytes | None:
    if entry is None or not entry.is_regular_file:
        return None
    return filters.smudge(join_path((*repo.prefix, *path)), entry.id, repo.objects.blob(entry.id))
